// The roll-call of a leg, on a telephone: who is in the coach, who is missing, whether it may leave.
import { readFile } from "node:fs/promises";
import { expect, expectAccessible, openPlan, test } from "./fixtures.mjs";
import { full, keep } from "./plans.mjs";

const phone = { width: 360, height: 740 };
test.use({ viewport: phone });

const id = (number) => `01900000-0000-7000-8000-${number.toString(16).padStart(12, "0")}`;

// Everybody together: three named and one more of the Basque Country, three of Wales whom nobody named.
function together() {
    const file = full();
    const { plan } = file;
    delete plan.groups;
    delete plan.coaches;
    delete plan.turns;
    delete plan.visits[0].audience;
    const [{ delegation }] = plan.delegates;
    plan.delegates.push({ id: id(200), delegation, name: "Ane Etxeberria", phone: "+34 600 000 001" }, { id: id(201), delegation, name: "Jon Agirre" });
    plan.delegations.push({ id: id(300), name: "Wales", letter: "W", hue: "teal", expected: 3 });
    return file;
}

const boarding = "#/today?at=2017-11-21T13:32";
const count = (page) => page.getByRole("button", { name: "Count heads" }).first();
const person = (page, name) => page.getByRole("button", { name, exact: true });
const foot = (page) => page.locator(".heads__foot");
const missing = (page) => page.locator(".heads__missing li");
const hasLeft = (page) => page.getByRole("button", { name: "The coach has left" });
const spoken = (page, words) => expect(page.locator("[aria-live]").filter({ hasText: words })).toHaveCount(1);
const counts = (page) => page.evaluate(() => Object.keys(localStorage).filter((name) => name.startsWith("itinera.heads.")));

async function begin(page, context, file = together()) {
    await keep(context, file);
    await openPlan(page, boarding);
    await count(page).click();
    await expect(page.getByRole("heading", { name: "Coach to SPEA" })).toBeFocused();
}

test("names are tapped, those without a name are a number, and it says who is missing", async ({ page, context }) => {
    await begin(page, context);
    await expect(foot(page)).toContainText("0 of 7");
    await expect(foot(page)).toContainText("7 to count");
    await expect(missing(page)).toHaveCount(0);

    await person(page, "Jon Agirre").click();
    await expect(person(page, "Jon Agirre")).toHaveAttribute("aria-pressed", "true");
    await person(page, "Head of delegation").click();
    await page.getByRole("button", { name: "One more: Basque Country" }).click();
    await page.getByRole("button", { name: "One more: Wales" }).click();
    await spoken(page, "4 of 7, 3 missing");
    await expect(foot(page)).toContainText("3 missing: Ane Etxeberria, 2 of Wales");
    await expect(missing(page)).toContainText(["Ane Etxeberria", "2 of Wales"]);
    await expect(missing(page).getByRole("link", { name: /Call.*Ane Etxeberria/ })).toHaveAttribute("href", "tel:+34600000001");
    await expect(missing(page).getByRole("link")).toHaveCount(1);
    await expectAccessible(page);

    // Another tap takes back; one too many of Wales is said, and stands for nobody else.
    await person(page, "Jon Agirre").click();
    await expect(foot(page)).toContainText("Jon Agirre");
    for (let taps = 0; taps < 3; taps += 1) await page.getByRole("button", { name: "One more: Wales" }).click();
    await expect(foot(page)).toContainText("2 missing, 1 more than expected: Ane Etxeberria, Jon Agirre");
    await page.getByRole("button", { name: "One fewer: Wales" }).click();
    await expect(foot(page)).toContainText("5 of 7");

    await page.getByRole("button", { name: "Everybody is here" }).click();
    await spoken(page, "7 of 7, everybody is here");
    await expect(missing(page)).toHaveCount(0);
});

test("by keyboard alone, and the focus stays on the row", async ({ page, context }) => {
    await begin(page, context);
    await person(page, "Ane Etxeberria").focus();
    await page.keyboard.press("Space");
    await expect(person(page, "Ane Etxeberria")).toHaveAttribute("aria-pressed", "true");
    await expect(person(page, "Ane Etxeberria")).toBeFocused();
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    await expect(person(page, "Head of delegation")).toHaveAttribute("aria-pressed", "true");
    await page.getByRole("link", { name: "Today" }).last().press("Enter");
    await expect(count(page)).toBeFocused();
    await expect(page.locator(".heads__open").first()).toContainText("2 of 7, 5 missing");
});

test("the coach leaves without somebody only by a second tap that names who", async ({ page, context }) => {
    await begin(page, context);
    await page.getByRole("button", { name: "Everybody is here" }).click();
    await person(page, "Ane Etxeberria").click();
    await hasLeft(page).click();
    await expect(page.locator("main").getByText("Leave without Ane Etxeberria?", { exact: true })).toBeVisible();
    await expect(page.locator("main").getByText("The coach left at")).toHaveCount(0);
    // A nervous second tap in the same place leaves nobody behind.
    await expect(page.getByRole("button", { name: "Wait for them" })).toBeFocused();
    await expectAccessible(page);
    await page.getByRole("button", { name: "Wait for them" }).click();
    await expect(hasLeft(page)).toBeFocused();

    await hasLeft(page).click();
    // Whoever is counted meanwhile is another question.
    await person(page, "Jon Agirre").click();
    await expect(page.locator("main").getByText("Leave without")).toHaveCount(0);
    await person(page, "Jon Agirre").click();
    await hasLeft(page).click();
    await page.getByRole("button", { name: "Yes, leave without Ane Etxeberria" }).click();
    await expect(page.locator("main").getByText("The coach left at 13:32", { exact: true })).toBeVisible();
    await expect(page.locator("main").getByText("Without Ane Etxeberria", { exact: true })).toBeVisible();
    await expectAccessible(page);

    // On arrival nobody looks for her.
    await page.getByRole("button", { name: "Count on arrival" }).click();
    await expect(foot(page)).toContainText("0 of 6");
    await expect(person(page, "Ane Etxeberria")).toHaveCount(0);
    await page.getByRole("button", { name: "Boarding" }).click();
    await page.getByRole("button", { name: "It has not left" }).click();
    await expect(hasLeft(page)).toBeFocused();
    await expect(foot(page)).toContainText("6 of 7");
});

test("when everybody is here the coach leaves at one tap", async ({ page, context }) => {
    await begin(page, context);
    await page.getByRole("button", { name: "Everybody is here" }).click();
    await hasLeft(page).click();
    await expect(page.locator("main").getByText("The coach left at 13:32", { exact: true })).toBeVisible();
    await expect(page.locator("main").getByText("Without")).toHaveCount(0);
    await page.getByRole("link", { name: "Today" }).last().click();
    await expect(page.locator(".heads__open").first()).toContainText("The coach left at 13:32");
});

test("just a number", async ({ page, context }) => {
    await begin(page, context);
    await page.getByRole("button", { name: "Just a number" }).click();
    await expect(person(page, "Ane Etxeberria")).toHaveCount(0);
    for (let taps = 0; taps < 6; taps += 1) await page.getByRole("button", { name: "One more: the coach" }).click();
    await expect(foot(page)).toContainText("6 of 7");
    await expect(foot(page)).toContainText("1 missing");
    await hasLeft(page).click();
    await expect(page.locator("main").getByText("Leave without 1 person?")).toBeVisible();
    await page.getByRole("button", { name: "One more: the coach" }).click();
    await hasLeft(page).click();
    await expect(page.locator("main").getByText("The coach left at 13:32", { exact: true })).toBeVisible();
});

test("counts outlive a reload, are in no export and in no undo, and can be cleared", async ({ page, context }) => {
    await begin(page, context);
    await person(page, "Ane Etxeberria").click();
    await page.reload();
    await expect(person(page, "Ane Etxeberria")).toHaveAttribute("aria-pressed", "true");
    await expect(page.getByText("Counts stay in this browser.")).toBeVisible();
    // A rehearsal has counts of its own, and so has each leg.
    expect(await counts(page)).toHaveLength(1);
    await page.getByRole("link", { name: "Back to now" }).click();
    await expect(foot(page)).toContainText("0 of 7");
    await page.goBack();
    await expect(foot(page)).toContainText("1 of 7");
    await page.goBack();
    await page.locator("[data-kind=leg]").filter({ hasText: "back" }).locator("summary").click();
    await page.locator("[data-kind=leg]").filter({ hasText: "back" }).getByRole("button", { name: "Count heads" }).click();
    await expect(foot(page)).toContainText("0 of 7");
    await person(page, "Jon Agirre").click();
    expect(await counts(page)).toHaveLength(2);

    await openPlan(page, "#/meetings");
    await expect(page.getByRole("button", { name: "Undo" })).toBeDisabled();
    const [download] = await Promise.all([
        page.waitForEvent("download"),
        page.getByRole("button", { name: "Export", exact: true }).first().click(),
    ]);
    const exported = await readFile(await download.path(), "utf8");
    expect(exported).toContain("Ane Etxeberria");
    expect(exported).not.toContain("out here");
    expect(exported).not.toContain("heads");

    await openPlan(page, boarding);
    await count(page).click();
    await page.getByRole("button", { name: "Clear counts" }).click();
    await page.getByRole("button", { name: "Keep them" }).click();
    await expect(person(page, "Ane Etxeberria")).toHaveAttribute("aria-pressed", "true");
    await page.getByRole("button", { name: "Clear counts" }).click();
    await page.getByRole("button", { name: "Clear all counts of this plan" }).click();
    await expect(person(page, "Ane Etxeberria")).toHaveAttribute("aria-pressed", "false");
    expect(await counts(page)).toEqual([]);
});

test("each group is counted for itself, by whoever looks after others", async ({ page, context }) => {
    const file = together();
    const [basques, wales] = file.plan.delegations.map((one) => one.id);
    const visit = file.plan.visits[0].id;
    file.plan.groups = [
        { id: id(401), visit, letter: "A", delegations: [basques] },
        { id: id(402), visit, letter: "B", delegations: [wales] },
    ];
    await keep(context, file);
    await openPlan(page, boarding);
    await page.getByLabel("I am with").selectOption("Wales");
    await count(page).click();
    await expect(page.locator(".heads__about")).toContainText("B");
    await expect(page.locator(".heads__crew")).toHaveCount(1);
    await page.getByRole("button", { name: "Everybody is here" }).click();
    await expect(foot(page)).toContainText("3 of 3");
    await page.goBack();
    await page.getByLabel("I am with").selectOption("Basque Country");
    await count(page).click();
    await expect(page.locator(".heads__about")).toContainText("A");
    await expect(foot(page)).toContainText("0 of 4");
});

test("a coach that carries two groups leaves at one tap only when both are counted", async ({ page, context }) => {
    const file = together();
    const [basques, wales] = file.plan.delegations.map((one) => one.id);
    const visit = file.plan.visits[0].id;
    file.plan.coaches = [{ id: id(500), visit, name: "Coach 1", seats: 30 }];
    file.plan.groups = [
        { id: id(401), visit, letter: "A", delegations: [basques], coach: id(500) },
        { id: id(402), visit, letter: "B", delegations: [wales], coach: id(500) },
    ];
    await keep(context, file);
    await openPlan(page, boarding);
    await page.getByLabel("I am with").selectOption("Basque Country");
    await count(page).click();
    const other = page.locator(".heads__along li");
    await expect(other).toContainText(/Group B.*not counted/);
    await page.getByRole("button", { name: "Everybody is here" }).click();
    await hasLeft(page).click();
    await expect(page.locator(".heads__ask")).toHaveText("Group B is not counted. Leave all the same?");
    await expect(page.locator("main").getByText("The coach left at")).toHaveCount(0);
    await expect(page.getByRole("button", { name: "Wait for them" })).toBeFocused();
    await expectAccessible(page);
    await page.getByRole("button", { name: "Wait for them" }).click();

    // From there the other group is counted; with two missing it is asked about these.
    await other.getByRole("link", { name: "Group B" }).click();
    await expect(page.locator(".heads__about")).toContainText("B");
    await expect(other).toContainText(/Group A.*4 of 4, everybody is here/);
    await page.getByRole("button", { name: "One more: Wales" }).click();
    await other.getByRole("link", { name: "Group A" }).click();
    await hasLeft(page).click();
    await expect(page.locator(".heads__ask")).toHaveText("Leave without 2 of Wales (Group B)?");
    await page.getByRole("button", { name: "Yes, leave without 2 of Wales" }).click();
    await expect(page.locator("main").getByText("The coach left at 13:32", { exact: true })).toBeVisible();

    // It is one coach: it has left with the others too, and without those who are missing; and so it is taken back.
    await page.getByRole("link", { name: "Today" }).last().click();
    await page.getByLabel("I am with").selectOption("Wales");
    await expect(page.locator(".heads__open").first()).toContainText("The coach left at 13:32");
    await count(page).click();
    await expect(foot(page)).toContainText("0 of 1");
    await page.getByRole("button", { name: "Boarding" }).click();
    await expect(page.locator("main").getByText("Without 2 of Wales", { exact: true })).toBeVisible();
    await page.getByRole("button", { name: "It has not left" }).click();
    await page.getByRole("button", { name: "Everybody is here" }).click();
    await expect(other).toContainText(/Group A.*4 of 4, everybody is here/);
    await hasLeft(page).click();
    await expect(page.locator("main").getByText("The coach left at 13:32", { exact: true })).toBeVisible();
});

test.describe("on the day, once the page is open", () => {
    // Chromium asks for the icon again when the address changes, and says so when it does not get it.
    test.use({ expected: [/ERR_INTERNET_DISCONNECTED/] });

    // What a rehearsal fetches to count heads and to say a delay, in a browser of its own: nothing of it is kept here.
    async function needed(browser, baseURL) {
        const rehearsal = await browser.newContext({ baseURL, viewport: phone });
        await keep(rehearsal, together());
        const page = await rehearsal.newPage();
        const fetched = [];
        page.on("requestfinished", (request) => fetched.push(request.url()));
        await openPlan(page, boarding);
        await page.getByRole("button", { name: "Late" }).first().click();
        await expect(page.locator("section.late")).toBeVisible();
        await page.getByRole("button", { name: "Cancel" }).click();
        await count(page).click();
        await expect(foot(page)).toBeVisible();
        await rehearsal.close();
        return fetched.filter((url) => url.endsWith(".wasm"));
    }

    test("heads are counted and a delay is said without any network", async ({ page, context, browser, baseURL }) => {
        const parts = await needed(browser, baseURL);
        await page.clock.setSystemTime(new Date("2017-11-21T13:32:00+01:00"));
        await keep(context, together());
        const arrived = new Set();
        page.on("requestfinished", (request) => arrived.add(request.url()));
        await openPlan(page, "#/today");
        await expect.poll(() => parts.filter((url) => !arrived.has(url))).toEqual([]);
        await context.setOffline(true);
        const missed = [];
        page.on("requestfailed", (request) => missed.push(request.url()));
        await count(page).click();
        await expect(page.getByRole("heading", { name: "Coach to SPEA" })).toBeFocused();
        await page.getByRole("button", { name: "Everybody is here" }).click();
        await person(page, "Ane Etxeberria").click();
        await expect(foot(page)).toContainText("6 of 7");
        await hasLeft(page).click();
        await page.getByRole("button", { name: "Yes, leave without Ane Etxeberria" }).click();
        await expect(page.locator("main").getByText("The coach left at 13:32", { exact: true })).toBeVisible();
        await page.getByRole("button", { name: "Count on arrival" }).click();
        await page.getByRole("button", { name: "Everybody is here" }).click();
        await expect(foot(page)).toContainText("6 of 6");
        await page.getByRole("link", { name: "Today" }).last().click();
        await expect(page.locator(".heads__open").first()).toContainText("The coach left at 13:32");

        await page.locator("article[data-kind=leg]").first().getByRole("button", { name: "Late" }).click();
        const sheet = page.locator("section.late");
        await sheet.getByRole("button", { name: "20", exact: true }).click();
        await expect(sheet.getByRole("heading", { name: "Tell", exact: true })).toBeVisible();
        await sheet.getByRole("button", { name: "Apply" }).click();
        await expect(sheet.getByText("The plan has the new times.")).toBeFocused();
        await sheet.getByRole("button", { name: "Close" }).click();
        await expect(page.locator("[data-kind=stop]").filter({ hasText: "SPEA" }).first()).toContainText("was");
        await expect(page.getByRole("alert")).toHaveCount(0);
        expect(missed.filter((url) => !url.endsWith("/icon.svg"))).toEqual([]);
    });
});

test("the shipped plan names nobody, and is counted by delegation", async ({ page }) => {
    await openPlan(page, "#/today?at=2017-11-21T13:20");
    await count(page).click();
    await expect(page.getByRole("button", { name: "By delegation" })).toHaveAttribute("aria-pressed", "true");
    await page.getByRole("button", { name: "One more: Wales" }).click();
    await expect(foot(page)).toContainText("1 of 9");
    await expect(page.locator(".heads__delegation")).toContainText(["Wales", "Lithuania"]);
    await expect(missing(page)).toContainText(["3 of Wales", "5 of Lithuania"]);
    // One's own people come first.
    await page.goBack();
    await page.getByLabel("I am with").selectOption("Lithuania");
    await count(page).click();
    await expect(page.locator(".heads__delegation")).toContainText(["Lithuania", "Wales"]);
});

test("a delegate who looks after nobody is not asked to count", async ({ page, context }) => {
    await keep(context, together());
    await openPlan(page, boarding);
    await page.getByLabel("I am with").selectOption("Basque Country");
    await expect(count(page)).toBeVisible();
    await page.getByLabel("I am", { exact: true }).selectOption("Ane Etxeberria");
    await expect(page.getByRole("button", { name: "Count heads" })).toHaveCount(0);
});

test("where the storage is full counting goes on, and it is said", async ({ page, context }) => {
    await page.addInitScript(() => {
        const set = Storage.prototype.setItem;
        Storage.prototype.setItem = function (name, text) {
            if (name.startsWith("itinera.heads.")) throw new DOMException("full", "QuotaExceededError");
            set.call(this, name, text);
        };
    });
    await begin(page, context);
    await expect(page.getByRole("alert").filter({ hasText: "keeps nothing" })).toHaveCount(0);
    await person(page, "Ane Etxeberria").click();
    await expect(page.getByRole("alert").filter({ hasText: "gone when you close the page" })).toBeVisible();
    await page.getByRole("link", { name: "Today" }).last().click();
    await expect(page.locator(".heads__open").first()).toContainText("1 of 7");
    await count(page).click();
    await expect(person(page, "Ane Etxeberria")).toHaveAttribute("aria-pressed", "true");
});

test("where the storage is refused counting goes on, and it is said", async ({ page }) => {
    await page.addInitScript(() => {
        const refuse = () => {
            throw new DOMException("Access is denied for this document.", "SecurityError");
        };
        for (const name of ["localStorage", "indexedDB"]) Object.defineProperty(window, name, { get: refuse });
    });
    await openPlan(page, "#/today?at=2017-11-21T13:20");
    await count(page).click();
    await expect(page.locator(".heads__unkept")).toContainText("gone when you close the page");
    await page.getByRole("button", { name: "Everybody is here" }).click();
    await page.getByRole("link", { name: "Today" }).last().click();
    await expect(page.locator(".heads__open").first()).toContainText("9 of 9, everybody is here");
});

test("a thumb hits everything, and nothing is wider than the telephone", async ({ page, context }) => {
    await begin(page, context);
    await person(page, "Jon Agirre").click();
    for (const control of await page.locator(".heads").locator("button, a").all()) {
        const box = await control.boundingBox();
        expect(box.height, await control.innerText()).toBeGreaterThanOrEqual(44);
        expect(box.width, await control.innerText()).toBeGreaterThanOrEqual(44);
    }
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
});

test.describe("in Italian", () => {
    test.use({ locale: "it-IT" });

    test("it speaks Italian", async ({ page, context }) => {
        await keep(context, together());
        await openPlan(page, boarding);
        await page.getByRole("button", { name: "Conta i presenti" }).first().click();
        await page.getByRole("button", { name: "Ci sono tutti" }).click();
        await expect(foot(page)).toContainText("7 di 7");
        await person(page, "Ane Etxeberria").click();
        await expect(foot(page)).toContainText("1 assente: Ane Etxeberria");
        await page.getByRole("button", { name: "Il pullman è partito" }).click();
        await page.getByRole("button", { name: "Sì, partire senza Ane Etxeberria" }).click();
        await expect(page.locator("main").getByText("Il pullman è partito alle 13:32")).toBeVisible();
    });
});

for (const colorScheme of ["light", "dark"]) {
    for (const viewport of [{ width: 1350, height: 940 }, phone]) {
        test(`has no violation that axe knows: ${colorScheme}, ${viewport.width} px`, async ({ page, context }) => {
            await page.emulateMedia({ colorScheme });
            await page.setViewportSize(viewport);
            await begin(page, context);
            await person(page, "Jon Agirre").click();
            await expectAccessible(page);
            await page.getByRole("button", { name: "Just a number" }).click();
            await expectAccessible(page);
        });
    }
}
