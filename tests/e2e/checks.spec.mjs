// The checks: everything that is wrong, its place, and the way out.
import { expect, expectAccessible, openPlan, test } from "./fixtures.mjs";
import { exported, importPlan, overflow } from "./meetings.mjs";
import { keep, shipped } from "./plans.mjs";

// The example with three problems: two sessions at once in one room (a blocker with a fix), a session without a place, and
// a topic that nothing covers.
async function broken(page) {
    const file = await exported(page);
    const sessions = file.plan.sessions;
    const inRoom = sessions.filter(({ place }) => place?.room);
    const [first, second] = inRoom.filter(({ place }) => place.room === inRoom[0].place.room);
    second.slot = { ...first.slot };
    delete second.fixed;
    const nowhere = sessions.find(({ kind }) => kind === "lunch");
    delete nowhere.place;
    file.plan.topics.push({ id: "01900000-0000-7000-8000-0000000000aa", name: "A topic for nobody" });
    await importPlan(page, file);
    await page.goto("./#/checks");
    return { first, second };
}

const groups = (page, name) => page.locator("section").filter({ has: page.getByRole("heading", { level: 2, name }) });

test("the example has no blocker and no warning, and notes that can be confirmed one by one", async ({ page }) => {
    await openPlan(page, "#/checks");
    await expect(page.getByRole("heading", { level: 1, name: "Checks" })).toBeVisible();
    await expect(page.getByText("None. The days work as planned.")).toBeVisible();
    await expect(page.locator("[data-severity=blocker], [data-severity=warning]")).toHaveCount(0);
    const notes = page.locator("[data-finding=to-confirm][data-severity=note]");
    const count = await notes.count();
    expect(count).toBeGreaterThan(20);
    await expect(page.getByRole("heading", { level: 2, name: "Notes" })).toContainText(String(count));
    await expect(notes.first()).toContainText("“Registration” is still to confirm.");

    const second = await notes.nth(1).textContent();
    await notes.first().getByRole("button", { name: "Confirm" }).click();
    await expect(notes).toHaveCount(count - 1);
    // The keyboard is at the next one, and what was done is said.
    await expect(notes.first()).toHaveText(second);
    await expect(notes.first()).toBeFocused();
    await expect(page.locator("[role=status][aria-live]")).toHaveText(/Done: confirm Registration/);

    await page.getByRole("button", { name: "Undo" }).click();
    await expect(notes).toHaveCount(count);
    await expect(notes.first()).toContainText("“Registration” is still to confirm.");
});

test("the screen is there only with what was found, and how to mend it", async ({ page }) => {
    // What is on the page at the moment when it says that it is ready.
    await page.addInitScript(() => {
        const count = (selector) => document.querySelectorAll(selector).length;
        new MutationObserver(() => {
            window.seen ??= { findings: count("[data-finding]"), fixes: count("[data-finding] button") };
        }).observe(document, { subtree: true, attributeFilter: ["data-ready"] });
    });
    await openPlan(page, "#/checks");
    const seen = await page.evaluate(() => window.seen);
    expect(seen.findings).toBeGreaterThan(20);
    await expect(page.locator("[data-finding]")).toHaveCount(seen.findings);
    expect(seen.fixes).toBeGreaterThan(20);
    await expect(page.locator("[data-finding] button")).toHaveCount(seen.fixes);
    // Nor does it say in between that nothing is wrong, when one comes from a screen that checks nothing.
    await openPlan(page, "#/today");
    await page.reload();
    await page.locator("html[data-ready]").waitFor({ state: "attached" });
    await page.evaluate(() => {
        window.claims = 0;
        new MutationObserver(() => {
            const page = document.querySelector(".checks-page");
            if (page && !page.querySelector("[data-finding] button")) window.claims += 1;
        }).observe(document, { subtree: true, childList: true });
    });
    await page.getByRole("link", { name: /^Checks/ }).click();
    await expect(page.locator("[data-finding]")).toHaveCount(seen.findings);
    expect(await page.evaluate(() => window.claims)).toBe(0);
});

test("a fix redraws no other finding", async ({ page }) => {
    await openPlan(page, "#/checks");
    const notes = page.locator("[data-finding]");
    await notes.nth(3).evaluate((node) => (node.mark = "the same"));
    const count = await notes.count();
    await notes.first().getByRole("button", { name: "Confirm" }).click();
    await expect(notes).toHaveCount(count - 1);
    expect(await notes.nth(2).evaluate((node) => node.mark)).toBe("the same");
});

test("what is wrong stands first, says why, leads to its place and offers a way out", async ({ page }) => {
    const { first, second } = await broken(page);
    const blocker = page.locator("[data-finding=room-clash][data-severity=blocker]");
    await expect(blocker).toHaveCount(1);
    await expect(blocker).toContainText("Blocker");
    await expect(blocker).toContainText(/are both in .* from \d\d:\d\d to \d\d:\d\d\./);
    await expect(groups(page, "Blockers").locator(blocker)).toHaveCount(1);
    await expect(page.locator("[data-finding]").first()).toHaveAttribute("data-severity", "blocker");
    const severities = await page.locator("[data-finding]").evaluateAll((all) => all.map((one) => one.dataset.severity));
    const order = ["blocker", "warning", "note"];
    expect(severities).toEqual([...severities].sort((one, other) => order.indexOf(one) - order.indexOf(other)));
    // The navigation counts what is wrong.
    await expect(page.getByRole("link", { name: /Checks \d+ problem/ })).toBeVisible();

    const places = blocker.getByRole("link");
    await expect(places).toHaveCount(2);
    const hrefs = await places.evaluateAll((links) => links.map((link) => link.getAttribute("href")));
    expect(hrefs.sort()).toEqual([first, second].map(({ id }) => `#/agenda?show=${id}`).sort());

    const fixes = page.locator("[data-severity=blocker]").getByRole("button");
    while ((await fixes.count()) > 0) {
        const before = await page.locator("[data-severity=blocker]").count();
        await fixes.first().click();
        await expect.poll(() => page.locator("[data-severity=blocker]").count()).toBeLessThan(before);
    }
    await expect(blocker).toHaveCount(0);
    await page.getByRole("button", { name: "Undo" }).click();
    await expect(page.locator("[data-severity=blocker]")).not.toHaveCount(0);
});

test("each kind of finding leads to the screen where it is seen to", async ({ page }) => {
    await openPlan(page, "#/checks");
    const hrefs = await page
        .locator("[data-finding] a")
        .evaluateAll((links) => links.map((link) => link.getAttribute("href")));
    for (const screen of ["agenda", "people", "visits"]) {
        expect(hrefs.some((href) => href.startsWith(`#/${screen}?show=`))).toBe(true);
    }
    await page.locator("[data-finding] a").first().click();
    await expect(page.locator("[aria-current=page]")).toHaveText("Agenda");
});

test("mending works with the keyboard alone", async ({ page, context }) => {
    // What is about several is mended where they are; here each finding has a button.
    const file = shipped();
    for (const several of [...file.plan.coaches, ...file.plan.transfers]) delete several.toConfirm;
    await keep(context, file);
    await openPlan(page, "#/checks");
    const notes = page.locator("[data-finding]");
    const count = await notes.count();
    await notes.first().getByRole("button").focus();
    for (let left = count - 1; left > count - 4; left--) {
        await page.keyboard.press("Enter");
        await expect(notes).toHaveCount(left);
        await expect(notes.first()).toBeFocused();
        await page.keyboard.press("Tab");
        await expect(notes.first().getByRole("button")).toBeFocused();
    }
    // At the end the keyboard goes to the one before, and from the last one to where they all were.
    await notes.last().getByRole("button").click();
    await expect(notes).toHaveCount(count - 4);
    await expect(notes.last()).toBeFocused();
});

test("where nothing is found it says so, and in an empty plan what to do", async ({ page }) => {
    const file = await exported(page);
    const { meeting, days } = file.plan;
    const day = days[0].date;
    const calm = {
        ...file,
        plan: {
            meeting: { ...meeting, id: "01900000-0000-7000-8000-000000000001" },
            days,
            sessions: [
                { id: "01900000-0000-7000-8000-0000000000ab", kind: "freeTime", slot: { start: `${day}T09:00`, end: `${day}T10:00` } },
            ],
        },
    };
    await importPlan(page, calm);
    await page.goto("./#/checks");
    await expect(page.getByText("Nothing found.")).toBeVisible();
    await expect(page.locator("[data-finding]")).toHaveCount(0);
    await expectAccessible(page);
    delete calm.plan.sessions;
    calm.plan.meeting.id = "01900000-0000-7000-8000-000000000002";
    await page.goto("./#/meetings");
    await importPlan(page, calm);
    await page.goto("./#/checks");
    await expect(page.getByText("There is nothing to check yet")).toBeVisible();
    await page.getByRole("link", { name: "Go to the agenda" }).click();
    await expect(page.locator("[aria-current=page]")).toHaveText("Agenda");
});

test("it is read in Italian", async ({ page }) => {
    await openPlan(page, "#/checks");
    await page.getByRole("button", { name: "Italiano" }).click();
    await expect(page.getByRole("heading", { level: 1, name: "Controlli" })).toBeVisible();
    const first = page.locator("[data-finding]").first();
    await expect(first).toContainText("è ancora da confermare.");
    await expect(first.getByRole("button", { name: "Conferma" })).toBeVisible();
});

for (const colorScheme of ["light", "dark"]) {
    for (const width of [1350, 360]) {
        test(`everybody can read it: ${colorScheme}, ${width} px`, async ({ page }) => {
            await page.emulateMedia({ colorScheme });
            await page.setViewportSize({ width, height: 740 });
            await openPlan(page);
            await broken(page);
            await expect(page.locator("[data-severity=blocker]")).not.toHaveCount(0);
            await expectAccessible(page);
            expect(await overflow(page)).toBeLessThanOrEqual(0);
        });
    }
}
