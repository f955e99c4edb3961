// "Arrange the visit": proposals before anything changes, one undoable step, and what would help where nothing fits.
import { expect, expectAccessible, openPlan, test } from "./fixtures.mjs";
import { id, outing as plan } from "./outing.mjs";
import { keep } from "./plans.mjs";

const open = async (page, context, file) => {
    await keep(context, file);
    await openPlan(page, "#/visits");
};
const arrange = (page) => page.getByRole("button", { name: "Arrange the visit" }).click();
const offers = (page) => page.locator("[data-offer]");
const title = (page) => page.locator("#arrange-title");
const said = (page) => page.locator("p.visually-hidden[role=status]");

test("two groups are arranged: proposals first, then one step that undo takes back", async ({ page, context }) => {
    await open(page, context, plan(2, 2));
    await arrange(page);
    const best = page.locator("[data-offer=return]");
    await expect(best).toContainText("Earliest return");
    await expect(best).toContainText("Proved: nothing is better");
    await expect(best).toContainText("15:45");
    await expect(best).toContainText("no change");
    await expect(best.locator(".arrange__was")).toHaveText(["was 14:30", "was 13:15"]);
    await expect(title(page)).toBeFocused();
    expect(await offers(page).count()).toBeLessThanOrEqual(3);
    // Nothing has changed yet.
    await expect(page.getByRole("button", { name: "Undo" })).toBeDisabled();
    await best.getByRole("button", { name: "Use this" }).click();
    await expect(said(page)).toHaveText("The visit is arranged: back at 15:45. Undo brings the former plan back.");
    await expect(offers(page)).toHaveCount(0);
    // Arranged, it is the best there is.
    await arrange(page);
    await expect(title(page)).toHaveText("The plan is already the best");
    // Who changes the plan meanwhile is not shown what was found for another one.
    await page.getByRole("button", { name: "Undo" }).click();
    await expect(page.locator(".arrange__note")).toContainText("The plan has changed");
    await arrange(page);
    await expect(best.locator(".arrange__was")).toHaveText(["was 14:30", "was 13:15"]);
});

test("cancel leaves everything as it was, and the switch asks again", async ({ page, context }) => {
    await open(page, context, plan(3, 2));
    await arrange(page);
    await expect(offers(page).first()).toBeVisible();
    await page.getByLabel("Change as little as possible").check();
    await expect(offers(page).first()).toContainText("Earliest return");
    await page.locator(".arrange__found").getByRole("button", { name: "Cancel" }).click();
    await expect(offers(page)).toHaveCount(0);
    await expect(page.getByRole("button", { name: "Arrange the visit" })).toBeFocused();
    await expect(page.getByRole("button", { name: "Undo" })).toBeDisabled();
});

test("who would rather drive less sees that beside the earliest return", async ({ page, context }) => {
    const rush = { from: "16:00", to: "18:30", percent: 60 };
    const file = plan(3, 3, {
        visit: { rush },
        stop: (n) => ({ tour: 20 + 10 * n, window: n === 2 ? { from: "14:30", to: "18:00" } : undefined }),
    });
    file.plan.transfers.forEach((transfer, index) => (transfer.minutes = 10 + 7 * index));
    await open(page, context, file);
    await arrange(page);
    const [earliest, driving] = ["return", "driving"].map((kind) => page.locator(`[data-offer=${kind}]`));
    await expect(earliest.locator("dd")).toHaveText(["19:39", "6 h 33 min", "1 h 8 min"]);
    await expect(driving.locator("dd").nth(1)).toHaveText("5 h 30 min");
    await expect(earliest.locator(".arrange__group")).toHaveText([/Group A/, /Group B/, /Group C/]);
    // Side by side.
    const [one, other] = [await earliest.boundingBox(), await driving.boundingBox()];
    expect([one.y, one.x < other.x]).toEqual([other.y, true]);
    await driving.getByRole("button", { name: /^Use this/ }).click();
    await expect(offers(page)).toHaveCount(0);
    await expect(page.getByRole("button", { name: "Undo" })).toContainText("arrange Study visit");
});

test("what is impossible is explained with figures, and a way out is one step", async ({ page, context }) => {
    const closes = plan(1, 2, { stop: () => ({ window: { from: "13:30", to: "15:00" } }) });
    await open(page, context, closes);
    await arrange(page);
    await expect(title(page)).toHaveText("Nothing fits");
    const why = page.locator(".arrange__demands");
    await expect(why).toContainText("Prima Industrie takes 1 group at a time.");
    await expect(why).toContainText("Prima Industrie receives from 13:30 to 15:00.");
    await expect(why).toContainText("20 people need 2 turns of 1 h at Prima Industrie");
    await expect(why).toContainText("the last would end at 15:30");
    await expectAccessible(page);
    await page.getByRole("button", { name: "Prima Industrie receives until 15:30, 30 min later" }).click();
    await expect(offers(page).first()).toContainText("Earliest return");
    await page.getByRole("button", { name: "Undo" }).click();
    await arrange(page);
    await expect(title(page)).toHaveText("Nothing fits");
});

test("a company that is too small is helped by another group", async ({ page, context }) => {
    await open(page, context, plan(2, 0, { host: (n) => (n === 1 ? { capacity: 12 } : {}) }));
    await arrange(page);
    await expect(page.locator(".arrange__demands")).toContainText("Prima Industrie takes 12 people at a time, and a group of 20 comes.");
    await page.getByRole("button", { name: "Divide everybody into 2 groups" }).click();
    await expect(offers(page).first().locator(".arrange__group")).toHaveCount(2);
});

test("what is missing is said", async ({ page, context }) => {
    await open(page, context, plan(2, 2, { visit: { returnPlace: undefined } }));
    await arrange(page);
    await expect(page.locator(".arrange__note")).toContainText("enter your own driving times: the return");
});

test("a long search can be stopped, and shows what it has", async ({ page, context }) => {
    const file = plan(7, 5, {
        visit: { start: "2017-11-21T08:00" },
        stop: (n) => ({ tour: 20 + 5 * n, window: n % 2 ? { from: "08:00", to: "23:00" } : undefined }),
    });
    file.plan.transfers.forEach((transfer, index) => (transfer.minutes = 5 + ((index * 7) % 31)));
    await open(page, context, file);
    await arrange(page);
    await expect(page.locator(".arrange__found")).toContainText("looked at");
    // The page goes on: the form of the visit opens beside the search.
    await page.getByRole("link", { name: "Edit visit" }).click();
    await expect(page.locator(".visits__panel")).toBeVisible();
    await expect(page.locator(".arrange__found")).toContainText("Best so far");
    await page.getByRole("button", { name: "Stop", exact: true }).click();
    await expect(offers(page).first()).toContainText("Best found, at most");
});

test("what makes it impossible is looked for in sight, and can be stopped with what is known", async ({ page, context }) => {
    // Everybody has to be back an hour too soon.
    const file = plan(6, 4, { visit: { returnBy: "2017-11-21T20:30" }, stop: (n) => ({ tour: 30 + 5 * n }) });
    file.plan.transfers.forEach((transfer, index) => (transfer.minutes = 5 + ((index * 7) % 31)));
    await open(page, context, file);
    await arrange(page);
    await expect(title(page)).toHaveText("Nothing fits. Looking for the reason…");
    await expect(page.locator(".arrange__found")).toContainText(/ \d+ of \d+\./);
    await page.getByRole("button", { name: "Stop", exact: true }).click();
    await expect(title(page)).toHaveText("Nothing fits");
    await expect(page.locator(".arrange__found")).toContainText("You stopped the search");
    await expect(page.locator(".arrange__demands li").first()).toBeVisible();
});

test("a day that is off its plan is taken back to it, in one step, before it is arranged", async ({ page, context }) => {
    const file = plan(2, 2);
    file.plan.groups[0].deviation = { starts: 20 };
    await open(page, context, file);
    await arrange(page);
    await expect(page.locator(".arrange__note")).toContainText("Group A: the day is off its plan");
    await expectAccessible(page);
    await page.getByRole("button", { name: "Take the day back to the plan" }).click();
    await expect(page.locator("[data-offer=return]")).toContainText("15:45");
    await page.getByRole("button", { name: "Undo" }).click();
    await arrange(page);
    await expect(page.locator(".arrange__note")).toContainText("off its plan");
});

test("two groups in one coach are helped by another coach, or by hosts that take both", async ({ page, context }) => {
    const file = plan(2, 2);
    file.plan.coaches = [{ id: id(700), visit: id(300), name: "Coach 1", seats: 40 }];
    file.plan.groups.forEach((group) => (group.coach = id(700)));
    await open(page, context, file);
    await arrange(page);
    await expect(page.locator(".arrange__note")).toContainText("Group A and Group B share a coach");
    await page.getByRole("button", { name: "Another coach for Group B" }).click();
    await expect(page.locator("[data-offer=return]")).toContainText("15:45");
    await expect(page.locator(".coach__name")).toHaveText(["Coach 1", "Coach 2"]);
    await page.getByRole("button", { name: "Undo" }).click();
    await expect(page.locator(".coach__name")).toHaveText(["Coach 1"]);
    await arrange(page);
    await page.getByRole("button", { name: "Prima Industrie and IRIS: 2 groups at a time" }).click();
    await expect(title(page)).toHaveText("The plan is already the best");
});

test("a start that is fixed stays when the visit is arranged", async ({ page, context }) => {
    const file = plan(2, 2);
    file.plan.groups.forEach((group) => (group.start = "14:00"));
    await open(page, context, file);
    const first = (offer) => offer.locator(".arrange__rows").first().locator(".arrange__time").first();
    await arrange(page);
    await expect(first(page.locator("[data-offer=return]"))).toHaveText("12:45");
    const fixed = page.locator(".turn--start").getByLabel("Fixed");
    await fixed.check();
    await expect(page.locator(".arrange__note")).toContainText("The plan has changed");
    await arrange(page);
    await expect(first(page.locator("[data-offer=return]"))).toHaveText("13:45");
    await page.locator("[data-offer=return]").getByRole("button", { name: "Use this" }).click();
    await expect(fixed).toBeChecked();
    await expect(page.locator(".turn--start").getByRole("textbox")).toHaveValue("14:00");
});

for (const [width, colorScheme] of [[1350, "light"], [1350, "dark"], [360, "light"], [360, "dark"]]) {
    test(`proposals are accessible at ${width} px, ${colorScheme}`, async ({ page, context }) => {
        await page.setViewportSize({ width, height: 900 });
        await page.emulateMedia({ colorScheme });
        await open(page, context, plan(3, 2));
        await page.getByRole("button", { name: "Arrange the visit" }).focus();
        await page.keyboard.press("Enter");
        await expect(offers(page).first()).toBeVisible();
        await expectAccessible(page);
        const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
        expect(wide).toBeLessThanOrEqual(0);
    });
}
