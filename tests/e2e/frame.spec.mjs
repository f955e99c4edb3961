// The frame of the meeting in the agenda's panel: changed, found again, and reached from what the checks find.
import { expect, expectAccessible, openPlan, test } from "./fixtures.mjs";
import { keep, shipped } from "./plans.mjs";

// The shipped plan's records.
const id = (table, row) => `015fdbdf-d400-70${table}-8000-${row.toString(16).padStart(12, "0")}`;

const panel = (page) => page.locator(".agenda__panel");
const section = (page, name) => panel(page).locator("details").filter({ has: page.locator("summary", { hasText: name }) });
const row = (page, record) => panel(page).locator(`[data-record="${record}"]`);
const session = (page, title) => page.locator("[data-kind=session]").filter({ hasText: title }).first();

// A field that was left is taken at once.
async function fill(field, value) {
    await field.fill(value);
    await field.blur();
}

// Once what was done is kept, a reload finds it.
async function reload(page) {
    await expect(page.getByRole("banner")).toContainText("Saved");
    await page.reload();
    await page.locator("html[data-ready]").waitFor({ state: "attached" });
}

test("title, time zone, publicity line, days, topics, venues and documents are found again", async ({ page }) => {
    await openPlan(page, "#/agenda");
    const open = (name) => section(page, name).locator("summary").click();
    const about = section(page, "Title, host, theme");
    await open("Title, host, theme");
    await fill(about.getByLabel("Title", { exact: true }), "A meeting of our own");
    await fill(about.getByLabel("Publicity line", { exact: true }), "Paid by the region");
    await fill(about.getByLabel("Time zone"), "Europe/Nowhere");
    await expect(about.getByText("does not know that time zone")).toBeVisible();
    await fill(about.getByLabel("Time zone"), "Europe/Vilnius");

    await open("Days");
    await fill(row(page, "2017-11-21").getByRole("textbox").first(), "Tuesday of talks");

    await open("Topics");
    await fill(row(page, id("01", 1)).getByLabel("Topic", { exact: true }), "From the laboratory to the shop floor");
    await section(page, "Topics").getByRole("button", { name: "Add topic" }).click();
    await expect(section(page, "Topics").getByLabel("Topic", { exact: true }).last()).toBeFocused();
    await fill(section(page, "Topics").getByLabel("Topic", { exact: true }).last(), "Repair");
    // What nothing covers is told where the topic is.
    await expect(section(page, "Topics").locator("[data-finding=topic-uncovered]")).toContainText("Repair");

    await open("Venues and rooms");
    const venue = row(page, id("03", 1));
    await fill(venue.getByLabel("Name of the place", { exact: true }), "The old tram depot");
    await fill(venue.getByLabel("Room", { exact: true }).first(), "Track 1");
    await venue.getByRole("button", { name: "Add room" }).click();
    await fill(venue.getByLabel("Room", { exact: true }).last(), "Track 9");
    await fill(venue.getByLabel("Takes (heads)").last(), "12");

    await open("Documents");
    const document = section(page, "Documents");
    await fill(document.getByLabel("Address").first(), "example.net");
    await expect(document.getByText("https://")).toBeVisible();
    await fill(document.getByLabel("Address").first(), "https://example.net/release");
    await expectAccessible(page);

    await reload(page);
    for (const name of ["Title, host, theme", "Days", "Topics", "Venues and rooms", "Documents"]) await open(name);
    await expect(about.getByLabel("Title", { exact: true })).toHaveValue("A meeting of our own");
    await expect(about.getByLabel("Publicity line", { exact: true })).toHaveValue("Paid by the region");
    await expect(about.getByLabel("Time zone")).toHaveValue("Europe/Vilnius");
    await expect(page.locator(".day").first()).toContainText("Tuesday of talks");
    await expect(row(page, id("01", 1)).getByLabel("Topic", { exact: true })).toHaveValue("From the laboratory to the shop floor");
    await expect(section(page, "Topics").getByLabel("Topic", { exact: true }).last()).toHaveValue("Repair");
    await expect(venue.getByLabel("Name of the place", { exact: true })).toHaveValue("The old tram depot");
    await expect(venue.getByLabel("Room", { exact: true }).first()).toHaveValue("Track 1");
    await expect(venue.getByLabel("Room", { exact: true }).last()).toHaveValue("Track 9");
    await expect(venue.getByLabel("Takes (heads)").last()).toHaveValue("12");
    await expect(document.getByLabel("Address").first()).toHaveValue("https://example.net/release");
});

test("a session's chair, speakers, notes and link are found again", async ({ page }) => {
    await openPlan(page, "#/agenda");
    const edit = async () => {
        await session(page, "Lunch").getByRole("button").click();
        await panel(page).locator("summary", { hasText: "Chair, speakers, rapporteur" }).click();
        await panel(page).locator("summary", { hasText: "Notes and links" }).click();
    };
    await edit();
    await panel(page).getByLabel("Chair", { exact: true }).selectOption({ label: "Wales" });
    await fill(panel(page).getByLabel("Speakers: somebody else"), "The cook");
    await fill(panel(page).getByLabel("Notes", { exact: true }), "Two sittings");
    await panel(page).getByRole("button", { name: "Add link" }).click();
    await fill(panel(page).getByLabel("What is there"), "The menu");
    await fill(panel(page).getByLabel("Address"), "https://example.net/menu");
    await reload(page);
    await edit();
    await expect(panel(page).getByRole("button", { name: "Remove Wales" })).toBeVisible();
    await expect(panel(page).getByRole("button", { name: "Remove The cook" })).toBeVisible();
    await expect(panel(page).getByLabel("Notes", { exact: true })).toHaveValue("Two sittings");
    await expect(panel(page).getByLabel("What is there")).toHaveValue("The menu");
    await expect(panel(page).getByLabel("Address")).toHaveValue("https://example.net/menu");
});

test("a day gets another date, and one before the first", async ({ page }) => {
    await openPlan(page, "#/agenda");
    await section(page, "Days").locator("summary").click();
    const date = (of) => row(page, of).getByLabel("Date", { exact: true });
    await date("2017-11-22").fill("2017-11-21");
    await date("2017-11-22").blur();
    await expect(section(page, "Days").getByText("Another day of the meeting has this date.")).toBeVisible();
    await expect(page.getByRole("button", { name: "Undo" })).toBeDisabled();

    // Typed figure by figure it is one step.
    await date("2017-11-22").focus();
    await page.keyboard.type("12");
    await expect(page.getByRole("button", { name: "Undo" })).toBeDisabled();
    // The day or the month, whichever the browser asks for first.
    const typed = await date("2017-11-22").inputValue();
    await page.keyboard.press("Enter");
    await expect(date(typed)).toBeFocused();
    await expect(row(page, "2017-11-22")).toHaveCount(0);
    await expect(page.locator(".day")).toHaveCount(3);
    await page.getByRole("button", { name: "Undo" }).click();
    await expect(page.locator(".day")).toHaveCount(2);
    await expect(page.getByRole("button", { name: "Undo" })).toBeDisabled();

    await section(page, "Days").getByRole("button", { name: "Add day" }).click();
    await date("2017-11-23").fill("2017-11-20");
    await expect(date("2017-11-20")).toBeFocused();
    await expect(page.locator(".day").first()).toContainText("20");
    await expect(section(page, "Days").locator("[data-record]").first()).toHaveAttribute("data-record", "2017-11-20");
});

test("a finding about a venue leads to its row, and one about a topic too", async ({ page }) => {
    await openPlan(page, "#/checks");
    const finding = page.locator("[data-finding=to-confirm]").filter({ hasText: /^.*The address of/ }).first();
    await finding.getByRole("link").click();
    await expect(section(page, "Venues and rooms")).toHaveAttribute("open", "");
    const name = panel(page).getByLabel("Name of the place", { exact: true });
    await expect(page.locator(":focus")).toHaveCount(1);
    await expect(page.locator("[data-record]:has(:focus)").getByLabel("The address is still to confirm")).toBeChecked();
    await expect(name.and(page.locator(":focus"))).toBeInViewport();

    await page.goto(`./#/agenda?show=${id("01", 4)}`);
    await expect(row(page, id("01", 4)).getByLabel("Topic", { exact: true })).toBeFocused();
    await expect(row(page, id("01", 4)).getByLabel("Topic", { exact: true })).toBeInViewport();
    await expect(section(page, "Topics")).toHaveAttribute("open", "");
});

for (const [what, record, label] of [
    ["room", id("04", 1), "Room"],
    ["document", id("02", 1), "Document"],
    ["day", "2017-11-22", /22 November/],
    ["topic", id("01", 5), "Topic"],
]) {
    test(`an address of a ${what} opens its section at its first field`, async ({ page }) => {
        await openPlan(page, `#/agenda?show=${record}`);
        await expect(row(page, record).getByLabel(label, { exact: true }).first()).toBeFocused();
        await expect(row(page, record).getByLabel(label, { exact: true }).first()).toBeInViewport();
    });
}

test("a venue that only sessions use gets its coordinates, and the warning goes", async ({ page }) => {
    const file = shipped();
    const venue = { id: "01900000-0000-7000-8000-0000000000ab", name: "The town library", toConfirm: true };
    file.plan.venues.push(venue);
    // Right after a session elsewhere.
    file.plan.sessions.find(({ title }) => title.en === "Lunch").place = { venue: venue.id };
    await keep(page.context(), file);
    await openPlan(page, "#/checks");
    await page.locator("[data-finding=drive-unknown]").getByRole("link", { name: "The town library" }).click();
    const place = row(page, venue.id);
    await expect(place.getByLabel("Name of the place", { exact: true })).toBeFocused();
    await expect(place.locator("[data-finding=drive-unknown]")).toBeVisible();
    await fill(place.getByLabel("Coordinates"), "45.0703, 7.6869");
    await expect(place.locator("[data-finding=drive-unknown]")).toHaveCount(0);
    await place.getByLabel("The address is still to confirm").uncheck();
    await expect(place.getByRole("link", { name: /The town library/ }).first()).toBeVisible();
    await expectAccessible(page);
});
