// Two tabs on one plan: what each does, both have.
import { expect, expectAccessible, openPlan, test } from "./fixtures.mjs";
import { again, call, kept, notice, planIn, redo, select, session, stored, title, undo, workingName } from "./kept.mjs";

// Both tabs show the agenda of the same plan.
async function twoTabs(context) {
    const [one, two] = [await context.newPage(), await context.newPage()];
    for (const page of [one, two]) {
        await openPlan(page, "#/agenda");
        await kept(page);
    }
    return [one, two];
}

// A tab that hears of nothing: what other tabs write reaches it when `deliver` is called.
async function deaf(page) {
    await page.addInitScript(() => {
        window.held = [];
        addEventListener("storage", (event) => {
            if (window.deaf) {
                event.stopImmediatePropagation();
                window.held.push(event);
            }
        });
    });
}
const stopHearing = (page) => page.evaluate(() => (window.deaf = true));
const deliver = (page) =>
    page.evaluate(() => {
        window.deaf = false;
        for (const { key, newValue, oldValue, storageArea } of window.held.splice(0)) {
            dispatchEvent(new StorageEvent("storage", { key, newValue, oldValue, storageArea }));
        }
    });

const clash = (page, field) => page.locator(`[data-clash="${field}"]`);
const mine = (page, field) => clash(page, field).getByRole("button", { name: /^The one:/ });
const theirs = (page, field) => clash(page, field).getByRole("button", { name: /^The other:/ });

// The same field, changed in both tabs before either hears of the other.
async function sameField(context) {
    const [one, two] = [await context.newPage(), await context.newPage()];
    for (const page of [one, two]) {
        await deaf(page);
        await openPlan(page, "#/agenda");
        await kept(page);
        await select(page, "Lunch");
        await stopHearing(page);
    }
    await call(one, "Soup");
    await kept(one);
    await call(two, "Salad");
    await kept(two);
    await Promise.all([deliver(one), deliver(two)]);
    return [one, two];
}

test("edits to different records and fields all survive, in both tabs and after a reload", async ({ context }) => {
    const [one, two] = await twoTabs(context);
    await select(one, "Lunch");
    await call(one, "Working lunch");
    await session(two, "Registration").getByRole("button").click();
    await two.keyboard.press("Alt+ArrowUp");
    for (const page of [one, two]) {
        await expect(session(page, "Working lunch")).toBeVisible();
        await expect(session(page, "Registration")).toContainText("08:25");
    }
    // Two fields of one session.
    await session(two, "Working lunch").getByRole("button").click();
    await two.keyboard.press("Alt+ArrowDown");
    await expect(session(one, "Working lunch")).toContainText("12:20");
    await call(one, "Buffet");
    await expect(session(two, "Buffet")).toContainText("12:20");
    for (const page of [one, two]) {
        await kept(page);
        await expect(page.locator(".notice")).toHaveCount(0);
    }
    for (const page of [one, two]) {
        await again(page);
        await expect(session(page, "Buffet")).toContainText("12:20");
        await expect(session(page, "Registration")).toContainText("08:25");
    }
});

test("what one tab saves while the other hears of nothing survives too", async ({ context }) => {
    const [one, two] = [await context.newPage(), await context.newPage()];
    for (const page of [one, two]) {
        await deaf(page);
        await openPlan(page, "#/agenda");
        await kept(page);
        await stopHearing(page);
    }
    await select(one, "Lunch");
    await select(two, "Dinner");
    for (const course of [1, 2, 3]) {
        await call(one, `Lunch of ${course} courses`);
        await call(two, `Dinner of ${course} courses`);
        await kept(one);
        await kept(two);
    }
    // Whoever saves takes in what is there.
    const plan = planIn((await stored(one))[await workingName(one)]);
    const titles = plan.sessions.map((session) => session.title.en);
    expect(titles).toEqual(expect.arrayContaining(["Lunch of 3 courses", "Dinner of 3 courses"]));

    await Promise.all([deliver(one), deliver(two)]);
    for (const page of [one, two]) {
        await expect(session(page, "Lunch of 3 courses")).toBeVisible();
        await expect(session(page, "Dinner of 3 courses")).toBeVisible();
        await expect(page.locator(".notice")).toHaveCount(0);
    }
    await again(one);
    await expect(session(one, "Lunch of 3 courses")).toBeVisible();
    await expect(session(one, "Dinner of 3 courses")).toBeVisible();
});

test("both tabs edit at once, without waiting for each other", async ({ context }) => {
    const [one, two] = await twoTabs(context);
    await select(one, "Lunch");
    await select(two, "Dinner");
    const edit = async (page, name, rounds) => {
        for (let round = 1; round <= rounds; round++) await call(page, `${name} ${round}`);
    };
    await Promise.all([edit(one, "Lunch", 25), edit(two, "Dinner", 25)]);
    for (const page of [one, two]) {
        await expect(session(page, "Lunch 25")).toBeVisible();
        await expect(session(page, "Dinner 25")).toBeVisible();
        await expect(page.locator(".notice")).toHaveCount(0);
        await kept(page);
    }
    await again(two);
    await expect(session(two, "Lunch 25")).toBeVisible();
    await expect(session(two, "Dinner 25")).toBeVisible();
});

test("two values for one field are shown to choose from, and a choice in one tab settles the other", async ({ context }) => {
    const [one, two] = await sameField(context);
    // Whoever saved second knows both; the first learns of it.
    await expect(theirs(one, "title")).toContainText("Soup");
    await expect(clash(two, "title")).toBeVisible();
    await expect(clash(two, "title")).toContainText("was changed in two places");
    await expect(mine(two, "title")).toContainText("Salad");
    await expect(theirs(two, "title")).toContainText("Soup");
    await expectAccessible(two);
    await theirs(two, "title").click();
    for (const page of [one, two]) {
        await expect(session(page, "Soup")).toBeVisible();
        await expect(clash(page, "title")).toHaveCount(0);
        await kept(page);
    }
    await again(one);
    await expect(session(one, "Soup")).toBeVisible();
    await expect(clash(one, "title")).toHaveCount(0);
});

test("keeping one's own value settles it too", async ({ context }) => {
    const [one, two] = await sameField(context);
    await mine(two, "title").click();
    for (const page of [one, two]) {
        await expect(session(page, "Salad")).toBeVisible();
        await expect(clash(page, "title")).toHaveCount(0);
        await kept(page);
    }
    await again(two);
    await expect(session(two, "Salad")).toBeVisible();
});

test("a choice that nobody made yet outlives the tab that found it, and is made once for all tabs", async ({ context }) => {
    const [one, two] = await sameField(context);
    await expect(clash(two, "title")).toBeVisible();
    await kept(two);
    await again(two);
    await expect(mine(two, "title")).toContainText("Salad");
    await expect(theirs(two, "title")).toContainText("Soup");
    await two.close();
    await again(one);
    const three = await context.newPage();
    await openPlan(three, "#/agenda");
    await expect(clash(three, "title")).toBeVisible();
    await expectAccessible(one);
    // The value that stands stays: only the choice is gone, everywhere.
    await mine(one, "title").click();
    for (const page of [one, three]) {
        await expect(clash(page, "title")).toHaveCount(0);
        await expect(session(page, "Salad")).toBeVisible();
        await kept(page);
    }
    await again(three);
    await expect(session(three, "Salad")).toBeVisible();
    await expect(three.locator(".notice")).toHaveCount(0);
    // Below the seal is the plan alone.
    expect((await stored(three))[await workingName(three)].split("\n")).toHaveLength(2);
});

test("an edit of what another tab removed comes to a choice", async ({ context }) => {
    const [one, two] = [await context.newPage(), await context.newPage()];
    for (const page of [one, two]) {
        await deaf(page);
        await openPlan(page, "#/agenda");
        await kept(page);
        await stopHearing(page);
    }
    await session(one, "Registration").getByRole("button").click();
    await one.keyboard.press("Delete");
    await expect(session(one, "Registration")).toHaveCount(0);
    await kept(one);
    await select(two, "Registration");
    await call(two, "Sign-in");
    await kept(two);
    await Promise.all([deliver(one), deliver(two)]);
    const choice = notice(two, "was removed in one place and changed in another");
    await expect(choice).toBeVisible();
    await choice.getByRole("button", { name: "keep it" }).click();
    for (const page of [one, two]) {
        await expect(session(page, "Sign-in")).toBeVisible();
        await expect(page.locator("[data-clash]")).toHaveCount(0);
        await kept(page);
    }
    await again(one);
    await expect(session(one, "Sign-in")).toBeVisible();
});

test("undo in one tab keeps what the other did", async ({ context }) => {
    const [one, two] = await twoTabs(context);
    await select(one, "Lunch");
    await call(one, "Working lunch");
    await expect(session(two, "Working lunch")).toBeVisible();
    await select(two, "Dinner");
    await call(two, "Gala dinner");
    await expect(session(one, "Gala dinner")).toBeVisible();
    await undo(one).click();
    for (const page of [one, two]) {
        await expect(session(page, "Gala dinner")).toBeVisible();
        await expect(session(page, "Working lunch")).toHaveCount(0);
    }
    await redo(one).click();
    for (const page of [one, two]) {
        await expect(session(page, "Gala dinner")).toBeVisible();
        await expect(session(page, "Working lunch")).toBeVisible();
        await kept(page);
    }
});

test("what is being typed is not overwritten by what another tab writes", async ({ context }) => {
    const [one, two] = await twoTabs(context);
    await select(one, "Lunch");
    await title(one).press("End");
    await one.keyboard.type(" on the", { delay: 20 });
    await select(two, "Dinner");
    await call(two, "Gala dinner");
    await expect(session(one, "Gala dinner")).toBeVisible();
    await one.keyboard.type(" terrace", { delay: 20 });
    await title(one).blur();
    for (const page of [one, two]) {
        await expect(session(page, "Lunch on the terrace")).toBeVisible();
        await expect(session(page, "Gala dinner")).toBeVisible();
    }
});
