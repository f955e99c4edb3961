// "Arrange the visit": proposals before anything changes, one undoable step, and what would help where nothing fits.
import { expect, expectAccessible, openPlan, test } from "./fixtures.mjs";
import { empty, keep } from "./plans.mjs";

const id = (number) => `01900000-0000-7000-8000-${number.toString(16).padStart(12, "0")}`;

// From Finpiemonte to companies, ten minutes from anywhere to anywhere, an hour at each, by groups of ten; 15 minutes of
// gathering and 5 of boarding from 13:00.
const NAMES = ["Prima Industrie", "IRIS", "SPEA", "Alfa", "Beta", "Gamma", "Delta", "Epsilon"];

function plan(hosts, groups, { visit = {}, stop = () => ({}), host = () => ({}) } = {}) {
    const file = empty();
    const places = Array.from({ length: hosts + 1 }, (_, place) => place);
    const each = (count, make) => Array.from({ length: count }, (_, index) => make(index + 1));
    Object.assign(file.plan, {
        venues: places.map((place) => ({ id: id(100 + place), name: place ? NAMES[place - 1] : "Finpiemonte" })),
        transfers: places.flatMap((from) =>
            places.filter((to) => to > from).map((to) => ({ from: id(100 + from), to: id(100 + to), minutes: 10 })),
        ),
        hosts: each(hosts, (n) => ({ id: id(200 + n), name: NAMES[n - 1], venue: id(100 + n), ...host(n) })),
        visits: [
            {
                id: id(300),
                title: "Study visit",
                start: "2017-11-21T13:00",
                gathering: 15,
                startPlace: id(100),
                returnPlace: id(100),
                returnBoarding: 5,
                order: each(hosts, (n) => id(400 + n)),
                ...visit,
            },
        ],
        stops: each(hosts, (n) => ({
            id: id(400 + n),
            visit: id(300),
            host: id(200 + n),
            boarding: 5,
            gate: 5,
            tour: 40,
            questions: 10,
            countBack: 5,
            ...stop(n),
        })),
        delegations: each(Math.max(groups, 2), (n) => ({ id: id(500 + n), name: `Region ${n}`, letter: "R", hue: "teal", expected: 10 })),
        groups: each(groups, (n) => ({
            id: id(600 + n),
            visit: id(300),
            letter: String.fromCharCode(64 + n),
            hue: n % 2 ? "orange" : "blue",
            delegations: [id(500 + n)],
        })),
    });
    return file;
}

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
