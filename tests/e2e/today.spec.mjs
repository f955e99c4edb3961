// Today: what a delegate has to know on the day, on a telephone, at any moment.
import { expect, expectAccessible, openPlan, test } from "./fixtures.mjs";
import { empty, full, keep } from "./plans.mjs";

const phone = { width: 360, height: 740 };
const now = (page) => page.locator("[data-moment=now]");
const next = (page) => page.locator("[data-moment=next]");
const entries = (page) => page.locator("[data-entry]");
const day = (page, name) => page.getByRole("group", { name: "Day" }).getByRole("button", { name });
const beWith = (page, whom) => page.getByLabel("I am with").selectOption(whom);

test.use({ viewport: phone });

test("shows what is now and next at any moment, for those one is with", async ({ page }) => {
    await openPlan(page, "#/today");
    await beWith(page, "Wales");
    for (const [at, titles, following] of [
        ["2017-11-21T08:30", ["Registration"], ["Welcome"]],
        ["2017-11-21T12:50", ["Lunch"], ["Coach to Prima Industrie"]],
        ["2017-11-21T13:05", [], ["Coach to Prima Industrie"]],
        ["2017-11-21T13:15", ["Coach to Prima Industrie"], ["Prima Industrie"]],
        ["2017-11-21T14:05", ["Prima Industrie"], ["Coach to IRIS"]],
        ["2017-11-21T19:30", [], ["Dinner"]],
        ["2017-11-21T23:30", [], ["Arrival and attendance sheet"]],
        ["2017-11-22T11:00", ["Peer exchange 2: small firms, smart factories"], ["Synergies: MANUNET, M-ERA.NET, INCOMERA"]],
        ["2017-11-22T14:20", ["Departures"], []],
    ]) {
        await openPlan(page, `#/today?at=${at}`);
        await expect(page.getByText("Rehearsal:")).toContainText(at.slice(11));
        await expect(now(page).getByRole("heading"), at).toHaveText(titles);
        await expect(next(page).getByRole("heading"), at).toHaveText(following);
    }
});

test("parallel sessions are all now for everyone, each with those it is for", async ({ page }) => {
    await openPlan(page, "#/today?at=2017-11-22T11:00");
    await expect(now(page)).toHaveCount(2);
    await expect(now(page).first()).toContainText("For Piedmont, Basque Country");
    await expect(now(page).last()).toContainText("For Wales, Lithuania, Advisory partner");
});

test("now has the time left and the part that is on", async ({ page }) => {
    await openPlan(page, "#/today?at=2017-11-21T14:05");
    await beWith(page, "Wales");
    await expect(now(page)).toContainText("40 min left");
    await expect(now(page)).toContainText(/tour until 14:30, then questions/i);
    await expect(now(page).getByRole("link", { name: "Via Pianezza 36, Collegno" })).toHaveAttribute("href", /openstreetmap\.org/);
    await openPlan(page, "#/today?at=2017-11-21T13:12");
    await expect(now(page)).toContainText(/boarding; the coach leaves at 13:15/i);
    await openPlan(page, "#/today?at=2017-11-21T13:30");
    await expect(now(page)).toContainText(/on the way; arrives at 13:35/i);
});

test("next has place, steps, what to bring, and ways to the map", async ({ page }) => {
    await openPlan(page, "#/today?at=2017-11-21T12:50");
    await beWith(page, "Wales");
    const card = next(page);
    await expect(card).toContainText("Next, 13:10");
    await expect(card).toContainText("in 20 min");
    await expect(card.getByRole("listitem")).toHaveText([/13:10.*board at Finpiemonte/, /13:15.*coach leaves/, /13:35.*arrive at Prima Industrie/]);
    await expect(card).toContainText("Bring Identity document. Closed, flat shoes.");
    await expect(card.getByRole("link", { name: "Map", exact: true })).toHaveAttribute(
        "href",
        "https://www.openstreetmap.org/?mlat=45.0703&mlon=7.6869#map=17/45.0703/7.6869",
    );
    await expect(card.getByRole("link", { name: "Map app" })).toHaveAttribute("href", "geo:45.0703,7.6869");
});

test("now and next are read without scrolling, and every target is one that a thumb hits", async ({ page }) => {
    // 12:50 in Turin.
    await page.clock.install({ time: new Date("2017-11-21T11:50:00Z") });
    await openPlan(page, "#/today");
    await beWith(page, "Wales");
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    expect(overflow).toBeLessThanOrEqual(0);
    await expect(now(page)).toBeInViewport({ ratio: 1 });
    await expect(next(page).getByText("Finpiemonte, Turin")).toBeInViewport({ ratio: 1 });
    await expect(next(page).getByText("Identity document.")).toBeInViewport({ ratio: 1 });
    for (const control of await page.locator("main").locator("button, select, summary, .button").filter({ visible: true }).all()) {
        const box = await control.boundingBox();
        expect(box.height, await control.innerText()).toBeGreaterThanOrEqual(44);
    }
});

test("time goes by: the time left shrinks, then what was next is now", async ({ page }) => {
    await page.clock.install({ time: new Date("2017-11-21T13:05:00Z") });
    await openPlan(page, "#/today");
    await beWith(page, "Wales");
    await expect(page.getByText("Rehearsal:")).toHaveCount(0);
    await expect(now(page).getByRole("heading")).toHaveText("Prima Industrie");
    await expect(now(page)).toContainText(/(40|39) min left/);
    await page.clock.fastForward("20:00");
    await expect(now(page)).toContainText(/(20|19) min left/);
    await expect(now(page)).toContainText(/tour until 14:30/i);
    await page.clock.fastForward("21:00");
    await expect(now(page).getByRole("heading")).toHaveText("Coach to IRIS");
    await expect(next(page).getByRole("heading")).toHaveText("IRIS");
});

test("every entry of the day is there once, on a card or in the list", async ({ page }) => {
    await openPlan(page, "#/today?at=2017-11-21T14:35");
    const ids = () => entries(page).evaluateAll((all) => all.map((entry) => entry.dataset.entry));
    // Eight sessions, and three stops and four legs of each group.
    await expect(entries(page)).toHaveCount(22);
    expect(new Set(await ids()).size).toBe(22);
    await expect(page.locator("[data-kind=leg]")).toHaveCount(8);
    await expect(page.locator("[data-kind=stop]")).toHaveCount(6);
    await day(page, "Wed 22").click();
    await expect(entries(page)).toHaveCount(9);
    await expect(now(page)).toHaveCount(0);
    await expect(page.getByRole("heading", { name: "Wednesday" })).toBeVisible();
    await day(page, "Tue 21").click();
    await expect(now(page)).toHaveCount(3);
});

test("what is over is listed apart, below what is to come", async ({ page }) => {
    await openPlan(page, "#/today?at=2017-11-21T14:05");
    await beWith(page, "Wales");
    const earlier = page.locator("section").filter({ has: page.getByRole("heading", { name: "Earlier" }) });
    await expect(earlier.locator("[data-entry]")).toContainText([
        "Registration",
        "Welcome",
        "Evaluation in support of decisions",
        "Coffee",
        "Piedmont's five measures",
        "Lunch",
        "Coach to Prima Industrie",
    ]);
    const rest = page.locator("section").filter({ has: page.getByRole("heading", { name: "Rest of" }) });
    await expect(rest.locator("[data-entry]")).toContainText(["IRIS", "Coach to SPEA", "SPEA", "Coach back to Finpiemonte", "Dinner"]);
});

test("a row opens, by keyboard too, and says the rest", async ({ page }) => {
    await openPlan(page, "#/today?at=2017-11-21T14:05");
    await beWith(page, "Wales");
    const row = entries(page).filter({ hasText: "SPEA" }).and(page.locator("[data-kind=stop]"));
    await expect(row.getByText("Test equipment for electronics.").first()).toBeHidden();
    await row.locator("summary").focus();
    await page.keyboard.press("Enter");
    await expect(row.getByText("Test equipment for electronics.").first()).toBeVisible();
    await expect(row).toContainText("17:00–18:10 (1 h 10 min)");
    await expect(row).toContainText("No photographs.");
    await expect(row.getByText("head count")).toBeVisible();
});

test("whom one is with is remembered, on this device and for this plan", async ({ page }) => {
    await openPlan(page, "#/today");
    await expect(page.getByLabel("I am with")).toHaveValue("");
    await beWith(page, "Lithuania");
    await page.reload();
    await expect(page.getByLabel("I am with").locator("option:checked")).toHaveText("Lithuania");
    // An address that says for whom it is shows that, until somebody chooses again.
    const wales = await page.getByLabel("I am with").locator("option", { hasText: "Wales" }).getAttribute("value");
    await openPlan(page, `#/today?for=delegation:${wales}`);
    await expect(page.getByLabel("I am with").locator("option:checked")).toHaveText("Wales");
    await beWith(page, "everyone");
    await expect(page.getByLabel("I am with").locator("option:checked")).toHaveText("everyone");
    await expect(page).toHaveURL(/#\/today$/);
});

test.describe("a plan with people in it", () => {
    test.beforeEach(async ({ context }) => keep(context, full()));

    test("one can be one person, and call the host", async ({ page }) => {
        await openPlan(page, "#/today?at=2017-11-21T14:05");
        await expect(page.getByLabel("I am", { exact: true })).toHaveCount(0);
        await beWith(page, "Basque Country");
        await page.getByLabel("I am", { exact: true }).selectOption("Head of delegation");
        await page.reload();
        await expect(page.getByLabel("I am", { exact: true }).locator("option:checked")).toHaveText("Head of delegation");
        await expect(now(page).getByRole("heading")).toHaveText("Coach to SPEA");
        await expect(next(page).getByRole("heading")).toHaveText("SPEA");
        await expect(next(page)).toContainText("Bring Identity document. Safety shoes. You will sign a non-disclosure agreement. No photographs.");
        await expect(next(page).getByRole("link", { name: "Call Reception" })).toHaveAttribute("href", "tel:+39000");
        // No coordinates: the map looks for the address.
        await expect(next(page).getByRole("link", { name: "Map", exact: true })).toHaveAttribute("href", "https://www.openstreetmap.org/search?query=Volpiano");
        await expectAccessible(page);
    });
});

test("before the meeting it says so, and shows the days", async ({ page }) => {
    await page.clock.install({ time: new Date("2017-11-18T09:00:00Z") });
    await openPlan(page, "#/today");
    await expect(page.getByText("The meeting has not started yet.")).toBeVisible();
    await expect(next(page)).toContainText("Next, Tue 21, 08:30");
    await expect(next(page)).toContainText("in 3 days");
    await expect(next(page).getByRole("heading")).toHaveText("Registration");
    await expect(entries(page)).toHaveCount(22);
    await day(page, "Wed 22").click();
    await expect(entries(page)).toHaveCount(9);
});

test("after the meeting it says so, shows the days, and can be rehearsed", async ({ page }) => {
    await openPlan(page, "#/today");
    await expect(page.getByText("The meeting is over.")).toBeVisible();
    await expect(entries(page)).toHaveCount(9);
    await day(page, "Tue 21").click();
    await expect(entries(page)).toHaveCount(22);
    await expect(page.getByText("Rehearsal:")).toHaveCount(0);

    await expect(page.getByLabel("Rehearse another moment")).toHaveValue("2017-11-21T08:30");
    await page.getByRole("button", { name: "Show" }).click();
    await expect(page.getByText("Rehearsal: Tue 21, 08:30")).toBeVisible();
    await expect(now(page).getByRole("heading")).toHaveText("Registration");
    await page.getByLabel("Rehearse another moment").fill("2017-11-22T13:20");
    await page.getByRole("button", { name: "Show" }).click();
    await expect(page).toHaveURL(/at=2017-11-22T13:20/);
    await expect(now(page).getByRole("heading")).toHaveText("Lunch");

    await page.getByRole("link", { name: "Back to now" }).click();
    await expect(page.getByText("Rehearsal:")).toHaveCount(0);
    await expect(page.getByText("The meeting is over.")).toBeVisible();
});

test("between two entries it says until when nothing is planned", async ({ page }) => {
    await openPlan(page, "#/today?at=2017-11-21T19:30");
    await expect(page.getByText("Nothing is planned until 20:00.")).toBeVisible();
    await openPlan(page, "#/today?at=2017-11-21T23:30");
    await expect(page.getByText("Nothing more is planned on Tuesday 21 November.")).toBeVisible();
    await expect(next(page)).toContainText("Next, Wed 22, 08:45");
});

test.describe("in another time zone", () => {
    test.use({ timezoneId: "Europe/Vilnius" });

    test("times are the meeting's, and it says whose they are", async ({ page }) => {
        await page.clock.install({ time: new Date("2017-11-21T13:05:00Z") });
        await openPlan(page, "#/today");
        await expect(now(page).first()).toContainText("Prima Industrie");
        await expect(page.locator("main").getByText("Europe/Rome")).toHaveCount(1);
    });
});

test("in the meeting's own time zone there is nothing to say about it", async ({ page }) => {
    await openPlan(page, "#/today");
    await expect(page.locator("main").getByText("Europe/Rome")).toHaveCount(0);
});

test("an empty plan says so and leads to the agenda", async ({ context, page }) => {
    await keep(context, empty());
    await openPlan(page, "#/today");
    await expect(page.getByText("Nothing to attend yet.")).toBeVisible();
    await expect(day(page, "Tue 21")).toBeVisible();
    await page.getByRole("link", { name: "See the agenda" }).click();
    await expect(page).toHaveURL(/#\/agenda/);
});

test.describe("in Italian", () => {
    test.use({ locale: "it-IT" });

    test("it speaks Italian", async ({ page }) => {
        await openPlan(page, "#/today?at=2017-11-21T14:05");
        await page.getByLabel("Sono con").selectOption("Galles");
        await expect(now(page)).toContainText("ancora 40 min");
        await expect(now(page)).toContainText(/visita guidata fino alle 14:30, poi domande/i);
        await expect(next(page).getByRole("heading")).toHaveText("Pullman per IRIS");
    });
});

for (const colorScheme of ["light", "dark"]) {
    for (const viewport of [{ width: 1350, height: 940 }, phone]) {
        test(`has no violation that axe knows: ${colorScheme}, ${viewport.width} px`, async ({ page }) => {
            await page.emulateMedia({ colorScheme });
            await page.setViewportSize(viewport);
            await openPlan(page, "#/today?at=2017-11-21T14:05");
            await entries(page).filter({ hasText: "Dinner" }).locator("summary").click();
            await expectAccessible(page);
            await openPlan(page, "#/today");
            await expectAccessible(page);
        });
    }
}
