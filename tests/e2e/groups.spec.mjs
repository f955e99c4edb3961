// Groups of a study visit: who goes with whom, against what companies and coaches take, and each group's own way.
import { expect, expectAccessible, test } from "./fixtures.mjs";
import { full, keep, openTogether } from "./plans.mjs";

// The shipped plan's records.
const id = (table, row) => `015fdbdf-d400-70${table}-8000-${String(row).padStart(12, "0")}`;
const VISIT = id("09", 1);
const [IRIS, PRIMA, SPEA] = [1, 2, 3].map((row) => id("0a", row));

const panel = (page) => page.locator(".visits__panel");
const said = (page) => page.locator("p.visually-hidden[role=status]");
const column = (page, name) => page.getByRole("region", { name: new RegExp(`^${name}`) });
const handle = (page, name) => page.locator(".member__handle").filter({ hasText: name });
const tab = (page, name) => page.getByRole("group", { name: "Groups of this visit" }).getByRole("button", { name });
const way = (page, place) => page.locator("[data-way]").nth(place);
const stop = (page, stop) => page.locator(`[data-kind=stop][data-entry^="${stop}"]`);
const order = (page) => page.locator("[data-kind=stop] .stop__name").allTextContents();
const expectOrder = (page, names) => expect.poll(() => order(page)).toEqual(names);

const fill = async (field, value) => {
    await field.fill(value);
    await field.blur();
};

// Two groups as the split proposes them: Basque Country and Wales, and Lithuania.
async function split(page, hash = "#/visits") {
    await openTogether(page, hash);
    await page.getByRole("button", { name: "Split into groups" }).click();
    await page.getByRole("button", { name: "Use these groups" }).click();
    await expect(column(page, "Group A")).toBeVisible();
}

test("a visit without groups has one quiet way in", async ({ page }) => {
    await openTogether(page, "#/visits");
    await expect(page.getByRole("button", { name: "Split into groups" })).toBeVisible();
    await expect(page.getByRole("button", { name: "Add group" })).toHaveCount(0);
    // Every minute of all together is on one strip.
    await expect(page.locator("[data-way]")).toHaveCount(1);
    await expect(way(page, 0).locator(".way__head")).toContainText("Everybody");
    const phases = way(page, 0).locator(".phase");
    await expect(phases.first()).toHaveText("13:10 board 10");
    await expect(phases.last()).toHaveText("18:25 drive 35");
    expect(await way(page, 0).locator(".way__block").count()).toBeGreaterThan(15);
    await expect(page.getByRole("group", { name: /^Agreed with/ })).toHaveCount(0);
});

test("a split is seen before it is made, says what it could not keep, and is one step", async ({ page }) => {
    await openTogether(page, "#/visits");
    await page.getByRole("button", { name: "Split into groups" }).click();
    const count = page.getByLabel("How many groups");
    await expect(count).toBeFocused();
    const proposal = page.locator(".split-up");
    const groups = proposal.locator(".split-up__group");
    await expect(groups).toHaveCount(2);
    await expect(groups.first()).toContainText(/A\s*9 heads/);
    await expect(groups.first()).toContainText("Wales");
    await expect(groups.last()).toContainText("Lithuania");
    await expect(proposal).toContainText("Every delegation stays whole, and nobody is too many.");
    await count.fill("4");
    await expect(groups).toHaveCount(4);
    await expect(proposal).toContainText("Group D has nobody: there are not enough delegations.");
    await count.fill("2");
    await expect(page.getByRole("button", { name: "Undo" })).toBeDisabled();
    await page.getByRole("button", { name: "Use these groups" }).click();
    await expect(said(page)).toHaveText("2 groups.");
    await expect(column(page, "Group A")).toContainText("9 heads");
    await expect(column(page, "Group B")).toContainText("5 heads");
    await page.getByRole("button", { name: "Undo" }).click();
    await expect(column(page, "Group A")).toHaveCount(0);
    await expect(page.locator(".page__about")).toContainText("14 heads");
});

test("what a company cannot take is said where it is proposed and where it stands", async ({ page }) => {
    await openTogether(page, `#/visits?show=${PRIMA}`);
    await panel(page).getByText("Host", { exact: true }).click();
    await fill(panel(page).getByLabel("Takes at once (heads)"), "4");
    await page.getByRole("button", { name: "Split into groups" }).click();
    await expect(page.locator(".split-up")).toContainText("Group A has 9 heads, and Prima Industrie takes 4");
    await page.getByRole("button", { name: "Use these groups" }).click();
    const limit = column(page, "Group A").getByRole("listitem").filter({ hasText: "Prima Industrie" });
    await expect(limit).toContainText("9 of 4");
    await expect(limit).toContainText("5 too many");
    await expect(column(page, "Group A").getByRole("listitem").filter({ hasText: "IRIS" })).toHaveText(/9 of 16\s*$/);
});

test("keys move a delegation to another group, and it is said", async ({ page }) => {
    await split(page);
    await handle(page, "Wales").focus();
    await page.keyboard.press("Alt+ArrowRight");
    await expect(column(page, "Group B")).toContainText("Wales");
    await expect(said(page)).toHaveText("Wales: Group B, now 9 heads.");
    await expect(handle(page, "Wales")).toBeFocused();
    await page.keyboard.press("1");
    await expect(column(page, "Group A")).toContainText("Wales");
    await page.keyboard.press("Alt+ArrowLeft");
    await expect(column(page, "Group A")).toContainText("Wales");
    await page.keyboard.press("0");
    await expect(column(page, "In no group")).toContainText("Wales");
    await expect(said(page)).toHaveText("Wales is in no group.");
    await expect(handle(page, "Wales")).toBeFocused();
    for (const _ of [1, 2, 3]) await page.keyboard.press("Control+z");
    await expect(column(page, "Group A")).toContainText("Wales");
});

test("the list beside a name does the same", async ({ page }) => {
    await split(page);
    await page.getByLabel("Group of Lithuania").selectOption({ label: "Group A" });
    await expect(column(page, "Group A")).toContainText("14 heads");
    await expect(column(page, "Group B")).toContainText("Nobody yet");
    await expect(handle(page, "Lithuania")).toBeFocused();
});

const centre = async (locator) => {
    const box = await locator.boundingBox();
    return [box.x + box.width / 2, box.y + box.height / 2];
};

test("a delegation is dragged to another group, and Escape lets go", async ({ page }) => {
    await split(page);
    const drag = async () => {
        await page.mouse.move(...(await centre(handle(page, "Wales"))));
        await page.mouse.down();
        await page.mouse.move(...(await centre(column(page, "Group B"))), { steps: 5 });
        await expect(page.locator(".column--over")).toContainText("Lithuania");
        // Nothing moves before the drop.
        await expect(column(page, "Group B")).toContainText("5 heads");
    };
    await drag();
    await page.keyboard.press("Escape");
    await expect(page.locator(".column--over")).toHaveCount(0);
    await page.mouse.up();
    await expect(column(page, "Group B")).toContainText("5 heads");
    await drag();
    await page.mouse.up();
    await expect(column(page, "Group B")).toContainText("9 heads");
    await expect(column(page, "Group B")).toContainText("Wales");
});

test("a delegate alone goes with another group, and back with the delegation", async ({ page, context }) => {
    const file = full();
    const [lasers] = file.plan.groups;
    const other = { id: "00000000-0000-0000-0000-000000000070", visit: lasers.visit, letter: "B", hue: "rose" };
    file.plan.groups = [{ ...lasers, delegates: [] }, other];
    await keep(context, file);
    await openTogether(page, "#/visits");
    await column(page, "Lasers").locator(".member__inside summary").first().click();
    const alone = page.locator(".member--alone .member__handle").first();
    const name = await alone.locator(".member__name").textContent();
    await alone.focus();
    await page.keyboard.press("2");
    await expect(column(page, "Group B")).toContainText(/1 head(?!s)/);
    await expect(column(page, "Group B").locator(".member--alone")).toContainText(name);
    await expect(said(page)).toHaveText(`${name}: Group B, now 1 head.`);
    await page.getByLabel(`Group of ${name}`).selectOption({ label: "In no group" });
    await expect(column(page, "Group B")).toContainText("Nobody yet");
    await expect(column(page, "Lasers")).toContainText("1 named");
});

test("a group is named, known by letter and hue, guided, and removed; undo brings it back", async ({ page }) => {
    await split(page);
    await page.getByRole("link", { name: "Group B" }).click();
    await fill(panel(page).getByLabel("Name", { exact: true }).first(), "Lasers");
    await expect(page.getByRole("link", { name: "Lasers" })).toBeVisible();
    await expect(tab(page, "Lasers")).toHaveAttribute("aria-pressed", "true");
    const letter = panel(page).getByLabel("Letter");
    await fill(letter, "LAS");
    await expect(panel(page).getByText("Enter one or two letters.")).toBeVisible();
    await fill(letter, "L");
    await panel(page).getByLabel("Rose").check();
    await expect(page.locator(".column.hue-rose")).toContainText("Lasers");
    const guide = panel(page).getByRole("group", { name: "Guide" });
    await fill(guide.getByLabel("Name"), "The guide");
    await fill(guide.getByLabel("Telephone"), "+39 011 0000");
    await fill(guide.getByLabel("E-mail"), "guide@example.net");
    await fill(guide.getByLabel("Language of the tour"), "?");
    await expect(guide.getByText("Enter the letters of a language, such as en or it.")).toBeVisible();
    await fill(guide.getByLabel("Language of the tour"), "en");
    await fill(page.getByLabel("Own start"), "13:30");
    await expect(way(page, 1)).toContainText("13:30 board 10");
    await expect(way(page, 0)).toContainText("13:10 board 10");
    await page.reload();
    await expect(guide.getByLabel("E-mail")).toHaveValue("guide@example.net");
    await panel(page).getByRole("button", { name: "Remove group" }).click();
    await expect(page.getByRole("link", { name: "Lasers" })).toHaveCount(0);
    await expect(column(page, "In no group")).toContainText("Lithuania");
    await page.getByRole("button", { name: "Undo" }).click();
    await expect(page.getByRole("link", { name: "Lasers" })).toBeVisible();
});

test("a coach has seats, a driver and a plate, and its seats count", async ({ page }) => {
    await split(page);
    await page.getByRole("button", { name: "Add coach" }).click();
    await fill(panel(page).getByLabel("Seats"), "8");
    await fill(panel(page).getByLabel("Plate"), "ZZ 000 ZZ");
    const driver = panel(page).getByRole("group", { name: "Driver" });
    await fill(driver.getByLabel("Name"), "The driver");
    await fill(driver.getByLabel("Telephone"), "+39 011 0001");
    await expect(page.locator(".coach")).toContainText("8 seats · ZZ 000 ZZ · The driver · +39 011 0001");
    await page.getByRole("link", { name: "Group A" }).click();
    await panel(page).getByLabel("Coach").selectOption({ label: "Coach 1" });
    const limit = column(page, "Group A").getByRole("listitem").filter({ hasText: "Coach 1" });
    await expect(limit).toContainText("9 of 8");
    await expect(limit).toContainText("1 too many");
    await expect(page.locator(".coach .badge")).toHaveText(["A"]);
    await page.getByRole("link", { name: "Coach 1" }).click();
    await panel(page).getByRole("button", { name: "Remove coach" }).click();
    await expect(page.locator(".coach")).toHaveCount(0);
    await page.getByRole("button", { name: "Undo" }).click();
    await expect(page.locator(".coach .badge")).toHaveText(["A"]);
});

test("each group has its own order, and the line shows the one that was chosen", async ({ page }) => {
    await split(page);
    await tab(page, "Group B").click();
    await expect(tab(page, "Group B")).toBeFocused();
    // The head is about all, the figures are the group's.
    await expect(page.locator(".page__about")).toContainText("14 heads");
    await expect(stop(page, IRIS)).toContainText("5 heads, the host takes 16");
    await stop(page, SPEA).getByRole("button", { name: "Move SPEA" }).focus();
    await page.keyboard.press("Alt+ArrowUp");
    await expectOrder(page, ["IRIS", "SPEA", "Prima Industrie"]);
    await tab(page, "Group A").click();
    await expectOrder(page, ["IRIS", "Prima Industrie", "SPEA"]);
    await expect(way(page, 1).locator(".way__name")).toHaveText(["IRIS", "SPEA", "Prima Industrie"]);
    // What is open of one group gives way to the other.
    await stop(page, SPEA).getByRole("link", { name: "SPEA" }).click();
    await expect(panel(page)).toBeVisible();
    await tab(page, "Group B").click();
    await expect(panel(page)).toHaveCount(0);
    await expectOrder(page, ["IRIS", "SPEA", "Prima Industrie"]);
});

test("a stop is left out by one group and taken up again", async ({ page }) => {
    await split(page);
    await stop(page, PRIMA).getByRole("button", { name: "Leave out Prima Industrie" }).click();
    await expectOrder(page, ["IRIS", "SPEA"]);
    await expect(way(page, 1)).toContainText("Prima Industrie");
    const again = page.getByRole("button", { name: "Visit Prima Industrie" });
    await expect(again).toBeFocused();
    await again.click();
    await expectOrder(page, ["IRIS", "Prima Industrie", "SPEA"]);
    await expect(page.getByRole("button", { name: "Move Prima Industrie" })).toBeFocused();
});

test("what is agreed for a group at a stop is changed in place and moves the clock", async ({ page }) => {
    await split(page);
    const agreed = page.getByRole("group", { name: "Agreed with IRIS" });
    await fill(agreed.getByLabel("Received at"), "14:00");
    await expect(stop(page, IRIS).locator(".phase").first()).toHaveText("13:40 wait 20");
    await fill(agreed.getByLabel("Held after (minutes)"), "15");
    await expect(stop(page, IRIS).locator(".phase").last()).toHaveText("15:05 held 15");
    await agreed.getByLabel("Pinned").check();
    await tab(page, "Group B").click();
    await expect(agreed.getByLabel("Pinned")).not.toBeChecked();
    await expect(stop(page, IRIS).locator(".phase").first()).toHaveText("13:40 gate 5");
    await tab(page, "Group A").click();
    await expect(agreed.getByLabel("Pinned")).toBeChecked();
    await expect(agreed.getByLabel("Received at")).toHaveValue("14:00");
});

test("every minute of a way is on its strip, from gathering to the return", async ({ page }) => {
    await split(page);
    await page.getByRole("link", { name: "Edit visit" }).click();
    await fill(panel(page).getByLabel("Gathering (minutes)"), "15");
    const phases = way(page, 0).locator(".phase");
    await expect(phases.nth(0)).toHaveText("12:55 gather 15");
    await expect(phases.nth(1)).toHaveText("13:10 board 10");
    await expect(phases.nth(2)).toHaveText("13:20 drive 20");
    await expect(phases.nth(3)).toHaveText("IRIS");
    await expect(phases.last()).toHaveText("18:25 drive 35");
    // Each starts when the one before it ends.
    const parts = await phases.allTextContents();
    const times = parts.map((part) => /(\d\d):(\d\d) .* (\d+)$/.exec(part)).filter(Boolean);
    const starts = times.map(([, hours, minutes, long]) => [hours * 60 + Number(minutes), Number(long)]);
    for (const [place, [start]] of starts.entries()) {
        if (place > 0) expect(start).toBe(starts[place - 1][0] + starts[place - 1][1]);
    }
    // The blocks touch each other and are as long as what they stand for.
    const blocks = await way(page, 0)
        .locator(".way__block")
        .evaluateAll((all) => all.map((one) => one.getBoundingClientRect()).map(({ left, width }) => [left, width]));
    expect(blocks.length).toBe(starts.length);
    for (const [place, [left, width]] of blocks.entries()) {
        const next = blocks[place + 1];
        if (next) expect(Math.abs(left + width + 1 - next[0])).toBeLessThan(1.5);
    }
});

test("a length is changed on the strip and on the stop, by keyboard alone", async ({ page }) => {
    await split(page);
    const tour = stop(page, IRIS).getByRole("button", { name: "13:50 tour 40" });
    await tour.focus();
    await page.keyboard.press("Enter");
    const field = stop(page, IRIS).getByLabel("tour");
    await expect(field).toBeFocused();
    await page.keyboard.type("50");
    await page.keyboard.press("Enter");
    await expect(stop(page, IRIS).getByRole("button", { name: "13:50 tour 50" })).toBeFocused();
    await expect(stop(page, PRIMA).locator(".line__time").first()).toHaveText("15:20");
    // Escape leaves it, and what is no number stays.
    await page.keyboard.press("Enter");
    await expect(field).toBeFocused();
    await page.keyboard.type("soon");
    await page.keyboard.press("Enter");
    await expect(field).toHaveAttribute("aria-invalid", "true");
    await expect(said(page)).toHaveText("Enter a whole number from 0 to 999.");
    await page.keyboard.press("Escape");
    await expect(stop(page, IRIS).getByRole("button", { name: "13:50 tour 50" })).toBeFocused();
    // On the strip, boarding and the drive too; arrows go in steps of five.
    await way(page, 0).getByRole("button", { name: "13:10 board 10" }).click();
    await expect(way(page, 0).getByLabel("board")).toBeFocused();
    await page.keyboard.press("ArrowUp");
    await page.keyboard.press("Enter");
    await expect(way(page, 0).getByRole("button", { name: "13:10 board 15" })).toBeFocused();
    await way(page, 0).getByRole("button", { name: "13:25 drive 20" }).click();
    await expect(way(page, 0).getByLabel("drive")).toBeFocused();
    await page.keyboard.type("30");
    await page.keyboard.press("Tab");
    await expect(way(page, 0)).toContainText("13:25 drive 30");
    await expect(page.locator(`[data-entry^="to-${IRIS}"]`)).toContainText("13:25 drive 30 (own figure)");
});

test("a phase without a length is offered where its stop is open, and gets one in place", async ({ page }) => {
    await split(page);
    await stop(page, IRIS).getByRole("link", { name: "IRIS" }).click();
    const missing = page.getByRole("list", { name: "Add to it" });
    // IRIS has everything but people who are held before boarding.
    await expect(missing.getByRole("button")).toHaveText(["+ held"]);
    await missing.getByRole("button", { name: "+ held" }).click();
    await expect(stop(page, IRIS).getByLabel("held", { exact: true })).toBeFocused();
    await page.keyboard.type("10");
    await page.keyboard.press("Enter");
    await expect(stop(page, IRIS).getByRole("button", { name: "14:45 held 10" })).toBeFocused();
    await expect(missing).toHaveCount(0);
    // A length of nothing takes it out, and it is offered again.
    await stop(page, IRIS).getByRole("button", { name: /safety 5/ }).click();
    await expect(stop(page, IRIS).getByLabel("safety")).toBeFocused();
    await page.keyboard.type("0");
    await page.keyboard.press("Enter");
    await expect(missing.getByRole("button", { name: "+ safety" })).toBeFocused();
    await expectAccessible(page);
    // So it is on the way, where people gather before the first drive.
    await page.locator(`[data-entry^="to-${IRIS}"]`).getByRole("link").click();
    await missing.getByRole("button", { name: "+ gather" }).click();
    await page.keyboard.type("15");
    await page.keyboard.press("Enter");
    await expect(page.locator(`[data-entry^="to-${IRIS}"]`)).toContainText("12:55 gather 15");
});

test("the figure in the field is the one that is shown, also on a day that runs late", async ({ page }) => {
    await openTogether(page, `#/agenda?show=${IRIS}`);
    await page.locator(".panel").getByRole("button", { name: "Late" }).click();
    await page.locator("section.late").getByRole("button", { name: "20", exact: true }).click();
    await page.locator("section.late").getByRole("button", { name: "Apply" }).click();
    await page.locator("section.late").getByRole("button", { name: "Close" }).click();
    await page.getByRole("navigation").getByRole("link", { name: "Visits" }).first().click();
    await stop(page, IRIS).getByRole("button", { name: "13:50 tour 60" }).click();
    const field = stop(page, IRIS).getByLabel("tour");
    await expect(field).toHaveValue("60");
    await page.keyboard.press("Enter");
    await expect(stop(page, IRIS).getByRole("button", { name: "13:50 tour 60" })).toBeFocused();
    await page.keyboard.press("Enter");
    for (const minutes of ["50", "15"]) {
        await expect(field).toBeFocused();
        await page.keyboard.type(minutes);
        await page.keyboard.press("Enter");
        await expect(stop(page, IRIS).getByRole("button", { name: `13:50 tour ${minutes}` })).toBeFocused();
        await page.keyboard.press("Enter");
    }
});

test("the length of a drive is the one without the rush hour, and says so", async ({ page }) => {
    await openTogether(page, `#/visits?show=${VISIT}`);
    const rush = panel(page).getByRole("group", { name: "Rush hour: drives take longer" });
    await fill(rush.getByLabel("Rush from"), "18:00");
    await fill(rush.getByLabel("To"), "20:00");
    await fill(rush.getByLabel("Adds (%)"), "100");
    await way(page, 0).getByRole("button", { name: "18:25 drive 70" }).click();
    const field = way(page, 0).getByLabel("drive without rush hour or delay");
    await expect(field).toHaveAttribute("placeholder", "35");
    await page.keyboard.type("35");
    await page.keyboard.press("Enter");
    await expect(way(page, 0).getByRole("button", { name: "18:25 drive 70" })).toBeFocused();
    await expect(page.locator(`[data-entry="back-${VISIT}"]`)).toContainText("(own figure)");
});

test("lateness is red where it arises and says by how much", async ({ page }) => {
    await split(page);
    await stop(page, PRIMA).getByRole("button", { name: /tour 40/ }).click();
    await expect(stop(page, PRIMA).getByLabel("tour")).toBeFocused();
    await page.keyboard.type("120");
    await page.keyboard.press("Enter");
    const late = way(page, 0).locator(".way__phases .way__late-word");
    await expect(late.first()).toHaveText("▲ ends 10 min after closing");
    await expect(way(page, 0).locator(".way__head")).toContainText("▲ back 50 min late");
    const block = way(page, 0).locator(".way__block--late").first();
    const [tour, over] = [way(page, 0).locator(".way__block--tour").nth(1), block];
    const [whole, part] = [await tour.boundingBox(), await over.boundingBox()];
    // Ten minutes of the 120.
    expect(part.width / whole.width).toBeCloseTo(10 / 120, 1);
    // Under the last minutes of the stay: 10 minutes before it ends.
    expect(part.x).toBeGreaterThan(whole.x + whole.width);
});

test("the rush hour lengthens drives, is one value, and is said beside the figures", async ({ page }) => {
    await openTogether(page, `#/visits?show=${VISIT}`);
    const rush = panel(page).getByRole("group", { name: "Rush hour: drives take longer" });
    await fill(rush.getByLabel("Rush from"), "18:00");
    await expect(rush.getByText("Give both times, or neither.")).toBeVisible();
    await fill(rush.getByLabel("To"), "20:00");
    await fill(rush.getByLabel("Adds (%)"), "100");
    await expect(page.locator(`[data-entry="back-${VISIT}"]`)).toContainText("18:25 drive 70");
    await page.locator(`[data-entry="back-${VISIT}"]`).getByRole("link").click();
    await expect(panel(page)).toContainText("Of the 70 minutes, 35 are the rush hour’s.");
    await page.goBack();
    const drives = page.getByRole("region", { name: "Driving times" }).first();
    await expect(drives).toContainText("In the rush hour, 18:00–20:00, a drive takes 100 % longer.");
    await expect(drives.locator("td").filter({ has: page.getByLabel("SPEA to Finpiemonte") })).toContainText("estimate · rush 1 h 10 min");
    await fill(rush.getByLabel("Adds (%)"), "");
    await expect(page.locator(`[data-entry="back-${VISIT}"]`)).toContainText("18:25 drive 35");
});

test("a host takes so many groups at once, with a gap between them", async ({ page }) => {
    await split(page, `#/visits?show=${IRIS}`);
    await stop(page, IRIS).getByRole("link", { name: "IRIS" }).click();
    await expect(stop(page, IRIS).getByTitle("Blocker")).toBeVisible();
    await panel(page).getByText("Host", { exact: true }).click();
    await fill(panel(page).getByLabel("Groups at once"), "2");
    await expect(stop(page, IRIS).getByTitle("Blocker")).toHaveCount(0);
    await fill(panel(page).getByLabel("Minutes between groups"), "10");
    await expect(panel(page).getByLabel("Minutes between groups")).toHaveValue("10");
});

for (const [width, scheme] of [
    [1350, "light"],
    [1350, "dark"],
    [360, "light"],
    [360, "dark"],
]) {
    test(`groups are accessible and fit at ${width} px, ${scheme}`, async ({ page }) => {
        await page.emulateMedia({ colorScheme: scheme });
        await page.setViewportSize({ width, height: 900 });
        await split(page);
        await stop(page, PRIMA).getByRole("button", { name: /tour 40/ }).click();
        await expect(stop(page, PRIMA).getByLabel("tour")).toBeFocused();
        await page.keyboard.type("120");
        await page.keyboard.press("Enter");
        await expect(page.locator(".way__block--late").first()).toBeVisible();
        await page.getByRole("button", { name: "Add coach" }).click();
        await expect(panel(page).getByLabel("Seats")).toBeVisible();
        await page.getByRole("button", { name: "Split into groups" }).click();
        await page.getByRole("button", { name: "Paste driving times" }).click();
        await page.getByLabel("Rows", { exact: true }).fill("\t20\tsoon\n30");
        await expect(page.getByText("Row 1, column 3")).toBeVisible();
        await expectAccessible(page);
        const over = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
        expect(over).toBe(0);
    });
}
