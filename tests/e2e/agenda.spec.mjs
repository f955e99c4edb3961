// The agenda: both days at once, moved and changed by pointer and by keys, kept by itself.
import { expect, expectAccessible, openPlan, test } from "./fixtures.mjs";

const session = (page, title) => page.locator("[data-kind=session]").filter({ hasText: title }).first();
const button = (entry) => entry.getByRole("button");
const spoken = (page) => page.locator("[role=status][aria-live=polite]");

async function drag(page, entry, { right = 0, down = 0, from = { x: 60, y: 8 } }) {
    await entry.scrollIntoViewIfNeeded();
    const box = await entry.boundingBox();
    const [x, y] = [box.x + from.x, box.y + from.y];
    await page.mouse.move(x, y);
    await page.mouse.down();
    await page.mouse.move(x + right / 2, y + down / 2);
    await page.mouse.move(x + right, y + down, { steps: 4 });
    await page.mouse.up();
}

// Pixels of the screen for a minute of the agenda.
const perMinute = (page) =>
    page.locator(".board").evaluate((board) => {
        const minutes = Number(getComputedStyle(board).getPropertyValue("--minutes"));
        return board.querySelector(".day__hours").getBoundingClientRect().height / minutes;
    });

test.beforeEach(async ({ page }) => openPlan(page, "#/agenda"));

test("shows both days side by side, heights by duration, parallel sessions in lanes", async ({ page }) => {
    const days = page.locator(".day");
    await expect(days).toHaveCount(2);
    const [first, second] = [await days.nth(0).boundingBox(), await days.nth(1).boundingBox()];
    expect(second.x).toBeGreaterThan(first.x + first.width - 2);
    expect(Math.abs(first.y - second.y)).toBeLessThan(1);

    const minute = await perMinute(page);
    const lunch = await session(page, "Lunch").boundingBox();
    expect(Math.abs(lunch.height - 50 * minute)).toBeLessThan(4);

    const [one, two] = [await session(page, "Peer exchange 1").boundingBox(), await session(page, "Peer exchange 2").boundingBox()];
    expect(Math.abs(one.y - two.y)).toBeLessThan(1);
    expect(two.x).toBeGreaterThan(one.x + one.width - 1);
});

test("shows the study visit's stops and legs in place with their computed times", async ({ page }) => {
    // Two groups, each on its own way, known by its number.
    await expect(page.locator("[data-kind=stop]")).toHaveCount(6);
    await expect(page.locator("[data-kind=leg]")).toHaveCount(8);
    await expect(page.locator("[data-kind=stop]").filter({ hasText: "IRIS" })).toContainText([/15:15.*1.*IRIS/s, /17:30.*2.*IRIS/s]);
    await expect(page.locator("[data-kind=leg]").first()).toContainText("13:10");
    await expect(page.locator("[data-kind=leg]").filter({ hasText: "SPEA" }).first()).toContainText("estimate");
    // Of one group only its own.
    await page.getByLabel("For", { exact: true }).selectOption("Wales");
    await expect(page.locator("[data-kind=stop]")).toContainText([/13:35.*Prima Industrie/s, /15:15.*IRIS/s, /17:00.*SPEA/s]);
    await expect(page.locator("[data-kind=leg]")).toHaveCount(4);
});

test("every entry is one element with an identity of its own", async ({ page }) => {
    const ids = await page.locator("[data-entry]").evaluateAll((entries) => entries.map((entry) => entry.dataset.entry));
    expect(ids.length).toBeGreaterThan(20);
    expect(new Set(ids).size).toBe(ids.length);
});

test("a drag moves a session in steps of five minutes, and undo takes it back", async ({ page }) => {
    const minute = await perMinute(page);
    const dinner = session(page, "Dinner");
    await drag(page, dinner, { down: 32 * minute });
    await expect(dinner).toContainText("20:30");
    await expect(spoken(page)).toContainText("Dinner: 20:30–22:30");
    await expect(page.getByRole("button", { name: "Undo" })).toContainText("move Dinner");
    await page.getByRole("button", { name: "Undo" }).click();
    await expect(dinner).toContainText("20:00");
    await expect(page.getByRole("button", { name: "Redo" })).toContainText("move Dinner");
    await page.getByRole("button", { name: "Redo" }).click();
    await expect(dinner).toContainText("20:30");
});

test("a drag to the side moves a session to the other day", async ({ page }) => {
    const days = page.locator(".day");
    const width = (await days.nth(1).boundingBox()).x - (await days.nth(0).boundingBox()).x;
    await drag(page, session(page, "Registration"), { right: width });
    await expect(days.nth(1).locator("[data-kind=session]").filter({ hasText: "Registration" })).toContainText("08:30");
});

test("an edge dragged changes the length", async ({ page }) => {
    const minute = await perMinute(page);
    const lunch = session(page, "Lunch");
    const box = await lunch.boundingBox();
    await drag(page, lunch, { down: 10 * minute, from: { x: 60, y: box.height - 1 } });
    await expect(spoken(page)).toContainText("Lunch: 12:15–13:15");
    await drag(page, lunch, { down: 15 * minute, from: { x: 60, y: 0 } });
    await expect(spoken(page)).toContainText("Lunch: 12:30–13:15");
});

test("Escape ends a drag and leaves all as it was", async ({ page }) => {
    const dinner = session(page, "Dinner");
    await dinner.scrollIntoViewIfNeeded();
    const box = await dinner.boundingBox();
    await page.mouse.move(box.x + 60, box.y + 8);
    await page.mouse.down();
    await page.mouse.move(box.x + 60, box.y + 90, { steps: 3 });
    await expect(dinner).not.toContainText(/^20:00 /);
    await page.keyboard.press("Escape");
    await page.mouse.up();
    await expect(dinner).toContainText("20:00");
    await expect(page.getByRole("button", { name: "Undo" })).toBeDisabled();
});

test("a double click adds a session there, the button one where there is room", async ({ page }) => {
    const minute = await perMinute(page);
    const hours = page.locator(".day__hours").nth(1);
    await hours.dblclick({ position: { x: 100, y: (16 * 60 + 2 - 8 * 60) * minute } });
    const added = page.locator("[data-kind=session]").filter({ hasText: "New session" });
    await expect(added).toContainText("16:00");
    await expect(page.getByLabel("Title", { exact: true })).toBeFocused();
    await page.getByLabel("Title", { exact: true }).fill("Press briefing");
    await expect(page.locator("[data-kind=session]").filter({ hasText: "Press briefing" })).toContainText("16:00");

    await page.getByRole("button", { name: "Add session" }).click();
    await expect(page.locator("[data-kind=session]").filter({ hasText: "New session" })).toContainText("16:30");
});

test("the keyboard alone selects, moves, stretches, edits, adds and removes", async ({ page }) => {
    await button(session(page, "Registration")).focus();
    await page.keyboard.press("ArrowDown");
    await expect(button(session(page, "Welcome"))).toBeFocused();
    await page.keyboard.press("Alt+ArrowDown");
    await expect(spoken(page)).toContainText("Welcome: 09:05–09:20");
    await page.keyboard.press("Alt+Shift+ArrowUp");
    await expect(spoken(page)).toContainText("Welcome: 09:05–09:15");
    await page.keyboard.press("Alt+ArrowUp");
    await expect(spoken(page)).toContainText("Welcome: 09:00–09:10");
    await page.keyboard.press("Alt+ArrowRight");
    await expect(page.locator(".day").nth(1).locator("[data-kind=session]").filter({ hasText: "Welcome" })).toHaveCount(1);
    await expect(button(session(page, "Welcome"))).toBeFocused();
    await page.keyboard.press("Control+z");
    await expect(page.locator(".day").nth(0).locator("[data-kind=session]").filter({ hasText: "Welcome" })).toHaveCount(1);
    await button(session(page, "Welcome")).focus();
    await page.keyboard.press("Enter");
    await expect(page.getByLabel("Title", { exact: true })).toBeFocused();
    await page.keyboard.press("Escape");
    await expect(button(session(page, "Welcome"))).toBeFocused();
    await page.keyboard.press("Delete");
    await expect(session(page, "Welcome")).toHaveCount(0);
    await expect(button(session(page, "Evaluation in support"))).toBeFocused();
    await page.keyboard.press("Control+z");
    await expect(session(page, "Welcome")).toHaveCount(1);
    await page.keyboard.press("Control+Shift+Z");
    await expect(session(page, "Welcome")).toHaveCount(0);
});

test("Enter leads to the title, whatever the checks say above it", async ({ page }) => {
    await button(session(page, "Welcome")).focus();
    await page.keyboard.press("Alt+ArrowUp");
    await expect(page.locator(".panel [data-findings] button").first()).toBeVisible();
    await expect(button(session(page, "Welcome"))).toBeFocused();
    await page.keyboard.press("Enter");
    await expect(page.getByLabel("Title", { exact: true })).toBeFocused();
});

test("a fixed session does not move unasked", async ({ page }) => {
    await button(session(page, "Dinner")).click();
    await page.getByLabel("Fixed").check();
    await button(session(page, "Dinner")).focus();
    await page.keyboard.press("Alt+ArrowDown");
    await expect(spoken(page)).toContainText("fixed");
    await expect(session(page, "Dinner")).toContainText("20:00");
    await drag(page, session(page, "Dinner"), { down: 60 });
    await expect(session(page, "Dinner")).toContainText("20:00");
});

test("the panel changes what is selected, in place", async ({ page }) => {
    await button(session(page, "Dinner")).click();
    await page.getByLabel("Start").fill("19:45");
    await page.getByLabel("Start").press("Tab");
    await expect(session(page, "Dinner")).toContainText("19:45");
    await page.getByLabel("End", { exact: true }).fill("19:00");
    await page.getByLabel("End", { exact: true }).press("Tab");
    await expect(page.getByText("The end must be after the start")).toBeVisible();
    await expect(page.getByLabel("End", { exact: true })).toHaveAttribute("aria-invalid", "true");
    await page.getByLabel("End", { exact: true }).fill("22.15");
    await page.getByLabel("End", { exact: true }).press("Tab");
    await expect(page.getByText("The end must be after the start")).toBeHidden();
    await page.getByRole("checkbox", { name: "Wales" }).check();
    await expect(session(page, "Dinner").getByRole("img", { name: "Wales" })).toBeVisible();
    await page.getByLabel("Kind").selectOption("Plenary");
    await expect(session(page, "Dinner")).toHaveClass(/entry--work/);
});

test("filters by delegation and by kind", async ({ page }) => {
    await page.getByLabel("For", { exact: true }).selectOption("Piedmont");
    await expect(page.locator("[data-kind=stop]")).toHaveCount(0);
    await expect(session(page, "Preparing the peer exchange")).toHaveCount(1);
    await page.getByLabel("For", { exact: true }).selectOption("Wales");
    await expect(page.locator("[data-kind=stop]")).toHaveCount(3);
    await expect(session(page, "Preparing the peer exchange")).toHaveCount(0);
    await page.getByLabel("Show").selectOption("Study visits");
    await expect(page.locator("[data-kind=session]")).toHaveCount(0);
    await page.getByLabel("Show").selectOption("Lunch");
    await expect(page.locator("[data-entry]")).toHaveCount(2);
});

test("Tab leads to the board also when the filter hides what is selected", async ({ page }) => {
    const reachable = page.locator("[data-entry] button[tabindex='0']");
    await button(session(page, "Welcome")).click();
    await expect(reachable).toHaveCount(1);
    await page.getByLabel("Show").selectOption("Lunch");
    await expect(session(page, "Welcome")).toHaveCount(0);
    await expect(reachable).toHaveCount(1);
    await expect(button(session(page, "Lunch"))).toHaveAttribute("tabindex", "0");
    await page.getByLabel("Show").selectOption("");
    await expect(button(session(page, "Welcome"))).toHaveAttribute("tabindex", "0");
});

test("a session that is added is shown, whatever was filtered", async ({ page }) => {
    const added = page.locator("[data-kind=session]").filter({ hasText: "New session" });
    await page.getByLabel("For", { exact: true }).selectOption("Wales");
    await page.getByLabel("Show").selectOption("Lunch");
    await page.getByRole("button", { name: "Add session" }).click();
    await expect(added).toHaveCount(1);
    await expect(page.getByLabel("Title", { exact: true })).toBeFocused();
    // Only what hides it is taken off.
    await expect(page.getByLabel("Show")).toHaveValue("");
    await expect(page.getByLabel("For", { exact: true }).locator("option:checked")).toHaveText("Wales");
    await page.getByRole("button", { name: "Undo" }).click();
    await expect(added).toHaveCount(0);

    await page.getByLabel("Show").selectOption("Study visits");
    const minute = await perMinute(page);
    await page.locator(".day__hours").nth(1).dblclick({ position: { x: 100, y: (16 * 60 + 2 - 8 * 60) * minute } });
    await expect(added).toContainText("16:00");
});

test("a stop or a leg that moves says what went along, and when", async ({ page }) => {
    const leg = page.locator("[data-kind=leg]").filter({ hasText: "SPEA" }).first();
    await button(leg).focus();
    await page.keyboard.press("Alt+ArrowDown");
    await expect(spoken(page)).toContainText(/Group 2: 13:15–1\d:\d\d/);
    await expect(page.getByRole("button", { name: "Undo" })).toContainText("move Group 2");
    // To another day all groups go, and have to be back on that day.
    await page.keyboard.press("Alt+ArrowRight");
    await expect(spoken(page)).toContainText(/Study visit to three companies: 13:10–1\d:\d\d/);
    await expect(page.getByRole("button", { name: "Undo" })).toContainText("move Study visit");
    await expect(page.locator("[data-finding=back-late]")).toHaveCount(0);
});

test("an edit of a session puts the findings on the item itself", async ({ page }) => {
    await button(session(page, "Welcome")).click();
    await page.getByLabel("Start").fill("9:20");
    await page.getByLabel("Start").press("Tab");
    await expect(session(page, "Welcome")).toContainText("problem");
    await expect(page.locator(".panel [data-finding=room-clash][data-severity=blocker]")).toBeVisible();
});

test("a line marks now while the meeting is on", async ({ page }) => {
    await expect(page.locator(".now-line")).toHaveCount(0);
    await page.clock.setFixedTime(new Date("2017-11-21T09:52:00+01:00"));
    await page.reload();
    await expect(page.locator(".day").first().locator(".now-line")).toBeVisible();
});

test("speaks Italian when asked, and remembers it", async ({ page }) => {
    await page.getByRole("button", { name: "Italiano" }).click();
    await expect(session(page, "Saluti di benvenuto")).toBeVisible();
    await expect(page.locator("html")).toHaveAttribute("lang", "it");
    await page.reload();
    await expect(page.getByRole("link", { name: "Agenda" })).toBeVisible();
    await expect(page.getByRole("button", { name: "Annulla" })).toBeVisible();
});

for (const colorScheme of ["light", "dark"]) {
    for (const viewport of [{ width: 1350, height: 940 }, { width: 360, height: 740 }]) {
        test(`is accessible: ${colorScheme}, ${viewport.width} px`, async ({ page }) => {
            await page.emulateMedia({ colorScheme });
            await page.setViewportSize(viewport);
            await expectAccessible(page);
            await button(session(page, "Lunch")).click();
            await expect(page.getByLabel("Title", { exact: true })).toBeVisible();
            await expectAccessible(page);
            await button(page.locator("[data-kind=stop]").first()).focus();
            await page.keyboard.press("Enter");
            await expectAccessible(page);
            const sideways = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
            expect(sideways).toBeLessThanOrEqual(0);
        });
    }
}
