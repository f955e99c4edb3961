// "We are 20 minutes late": what follows is shown before anything changes, on the phone and on the desktop.
import { expect, expectAccessible, test } from "./fixtures.mjs";
import { keep, openTogether, together } from "./plans.mjs";

const phone = { width: 360, height: 740 };
const now = (page) => page.locator("[data-kind=stop][data-moment=now]");
const sheet = (page) => page.locator("section.late");
const entry = (page, kind, text) => page.locator(`[data-kind=${kind}]`).filter({ hasText: text });
const choose = (page, minutes) => sheet(page).getByRole("button", { name: minutes, exact: true }).click();

// The shipped meeting with ways to reach its hosts; SPEA receives until 18:30.
function reachable() {
    const file = together();
    const host = (name) => file.plan.hosts.find((host) => host.name === name);
    host("Prima Industrie").contact = { name: "Reception", phone: "+39 011 000 11", email: "desk@example.org" };
    host("SPEA").contact = { name: "Gate", phone: "+39 011 000 22", email: "javascript:alert(1)" };
    return file;
}

// The same with somebody from Wales who flies at 19:00, and a second, small coach.
function flight() {
    const file = reachable();
    const id = (table, number) => `015fdbdf-d400-${table}-8000-00000000000${number}`;
    const wales = file.plan.delegations.find((delegation) => delegation.name.en === "Wales").id;
    file.plan.delegates = [
        { id: id(7006, 1), delegation: wales, name: "Flying Delegate", email: "flying@example.org", departure: { at: "2017-11-21T19:00", place: "Caselle" } },
        { id: id(7006, 2), delegation: wales, name: "Staying Delegate" },
    ];
    const visit = file.plan.visits[0].id;
    file.plan.coaches = [
        { id: id("700b", 1), visit, name: "Coach 1", seats: 30, driver: { name: "First driver", phone: "+39 011 000 33" } },
        { id: id("700b", 2), visit, name: "Coach 2", seats: 8, driver: { name: "Second driver", phone: "+39 011 000 44" } },
    ];
    return file;
}

const split = (page) => sheet(page).getByRole("button", { name: /^Split: / });
const pick = (page, name) => sheet(page).getByRole("button", { name, exact: true });

// At IRIS, ten minutes into the tour.
const atIris = "#/today?at=2017-11-21T14:00";

async function openLate(page) {
    await openTogether(page, atIris);
    await now(page).getByRole("button", { name: "Late" }).click();
    await expect(sheet(page).getByRole("heading", { name: "IRIS: late or early?" })).toBeFocused();
}

test.describe("on the phone", () => {
    test.use({ viewport: phone });

    test("two taps from a card show what moves, what absorbs it and what breaks, and nothing has changed", async ({ page, context }) => {
        await keep(context, reachable());
        await openLate(page);
        await choose(page, "30");
        await expect(sheet(page).getByRole("status")).toContainText("1 thing breaks");
        await expect(sheet(page).getByRole("status")).toContainText("SPEA receives until 18:30: everybody is done 20 min later.");
        const moves = sheet(page).locator("li").filter({ hasText: "+30 min" });
        await expect(moves).toHaveCount(6);
        await expect(moves.first()).toContainText(/until 15:15.*IRIS/);
        await expect(moves.nth(2)).toContainText(/15:40.*was 15:10.*Prima Industrie/);
        await expect(sheet(page)).toContainText("30 min to spare before Dinner");
        await sheet(page).getByRole("button", { name: "Cancel" }).click();
        await expect(now(page)).toContainText("45 min left");
        await expect(page.getByText("was 15:10")).toHaveCount(0);
        await expect(now(page).getByRole("button", { name: "Late" })).toBeFocused();
    });

    test("a way out changes the preview at once, and can be taken back", async ({ page, context }) => {
        await keep(context, reachable());
        await openLate(page);
        await choose(page, "30");
        const questions = sheet(page).getByRole("button", { name: "Shorten the questions to 5 min" });
        await expect(questions).toContainText("10 min earlier");
        await expect(questions).toHaveAttribute("aria-pressed", "false");
        await questions.press("Enter");
        await expect(questions).toHaveAttribute("aria-pressed", "true");
        await expect(questions).toBeFocused();
        await expect(sheet(page).getByRole("status")).toContainText("everybody is done 10 min later");
        await expect(sheet(page)).toContainText("Questions at Prima Industrie 5 min shorter");
        const out = sheet(page).getByRole("button", { name: "Leave out Prima Industrie" });
        await out.click();
        await expect(sheet(page).getByText("Nothing breaks.")).toBeVisible();
        await expect(sheet(page).getByText("left out")).toBeVisible();
        await out.click();
        await questions.click();
        await expect(sheet(page).getByRole("status")).toContainText("everybody is done 20 min later");
    });

    test("whom to tell has links that call and write, with a ready message, and only safe ones", async ({ page, context }) => {
        await context.grantPermissions(["clipboard-read", "clipboard-write"]);
        await keep(context, reachable());
        await openLate(page);
        await choose(page, "20");
        const host = (name) => sheet(page).locator("li").filter({ has: page.getByRole("heading", { name, exact: true }) });
        await expect(host("Prima Industrie").getByRole("link", { name: "Call Reception" })).toHaveAttribute("href", "tel:+3901100011");
        const mail = await host("Prima Industrie").getByRole("link", { name: "Mail" }).getAttribute("href");
        const url = new URL(mail);
        expect(url.pathname).toBe("desk@example.org");
        // A company in Turin reads Italian, whatever language the organiser works in.
        expect(url.searchParams.get("subject")).toBe("MANUMIX: circa 20 min di ritardo");
        expect(url.searchParams.get("body")).toBe(
            "Siamo in ritardo di circa 20 min (IRIS).\r\nIl nostro gruppo: arrivo alle 15:30 invece delle 15:10, partenza alle 16:40.",
        );
        await expect(host("SPEA").getByRole("link", { name: "Call Gate" })).toBeVisible();
        await expect(host("SPEA").getByRole("link", { name: "Mail" })).toHaveCount(0);
        await expect(host("Wales")).toContainText("No telephone or e-mail is known.");
        await host("Wales").getByRole("button", { name: "Copy Wales" }).click();
        await expect(host("Wales").getByRole("button", { name: "Copied Wales" })).toBeVisible();
        const copied = await page.evaluate(() => navigator.clipboard.readText());
        expect(copied.replaceAll("\r", "")).toContain("Prima Industrie: 15:30 instead of 15:10");
    });

    test("each message is in the language that its reader is likely to read, or in the one that is chosen", async ({ page, context }) => {
        await keep(context, reachable());
        await openLate(page);
        await choose(page, "20");
        const host = (name) => sheet(page).locator("li").filter({ has: page.getByRole("heading", { name, exact: true }) });
        const message = (name) => host(name).locator(".late__message");
        const language = (name) => page.getByLabel(`Language of the message: ${name}`);
        await expect(language("SPEA")).toHaveValue("it");
        await expect(message("SPEA")).toHaveAttribute("lang", "it");
        await expect(language("Wales")).toHaveValue("en");
        await expect(message("Wales")).toContainText("We are about 20 min late");
        await language("Prima Industrie").selectOption("English");
        await expect(message("Prima Industrie")).toHaveText(
            "We are about 20 min late (IRIS).\nOur group arrives at 15:30 instead of 15:10 and leaves at 16:40.",
            { useInnerText: false },
        );
        const mail = await host("Prima Industrie").getByRole("link", { name: "Mail" }).getAttribute("href");
        expect(new URL(mail).searchParams.get("subject")).toBe("MANUMIX: about 20 min late");
        // It stays chosen while more is said, and once it is done.
        await choose(page, "30");
        await expect(language("Prima Industrie")).toHaveValue("en");
        await expect(language("SPEA")).toHaveValue("it");
        await sheet(page).getByRole("button", { name: "Apply" }).click();
        await expect(language("Prima Industrie")).toHaveValue("en");
        await expect(message("Prima Industrie")).toContainText("about 30 min late");
        await expectAccessible(page);
    });

    test("applying is one step that undo takes back, and the planned time stays beside the new one", async ({ page, context }) => {
        await keep(context, reachable());
        await openLate(page);
        await choose(page, "20");
        await sheet(page).getByRole("button", { name: "Apply" }).click();
        await expect(sheet(page).getByText("The plan has the new times.")).toBeFocused();
        await expect(sheet(page).getByRole("heading", { name: "Now tell" })).toBeVisible();
        await sheet(page).getByRole("button", { name: "Close" }).click();
        await expect(now(page)).toContainText("1 h 5 min left");
        await expect(entry(page, "stop", "Prima Industrie")).toContainText("15:30");
        await expect(entry(page, "stop", "Prima Industrie")).toContainText("was 15:10");
        await expect(entry(page, "session", "Dinner")).not.toContainText("was");
        // A second delay keeps what was planned first.
        await now(page).getByRole("button", { name: "Late" }).click();
        await choose(page, "5");
        await sheet(page).getByRole("button", { name: "Apply" }).click();
        await sheet(page).getByRole("button", { name: "Close" }).click();
        await expect(entry(page, "stop", "Prima Industrie")).toContainText("15:35");
        await expect(entry(page, "stop", "Prima Industrie")).toContainText("was 15:10");
        // It is there after a reload, and on paper.
        await openTogether(page, "#/programme");
        await expect(entry(page, "stop", "Prima Industrie")).toContainText("15:35–16:45");
        await expect(entry(page, "stop", "Prima Industrie")).toContainText("was 15:10–16:20");
        await openTogether(page, atIris);
        await page.keyboard.press("Control+z");
        await expect(entry(page, "stop", "Prima Industrie")).toContainText("15:30");
        await page.keyboard.press("Control+z");
        await expect(page.getByText("was 15:10")).toHaveCount(0);
    });

    test("a typed figure counts, a wrong one is said, and an early end makes the way earlier", async ({ page }) => {
        await openLate(page);
        const other = sheet(page).getByLabel("Other");
        await other.fill("999");
        await other.press("Enter");
        await expect(sheet(page)).toContainText("Type a number of minutes from 1 to 240.");
        await expect(sheet(page).getByRole("button", { name: "Apply" })).toBeDisabled();
        await other.fill("12");
        await other.press("Enter");
        await expect(sheet(page).locator("li").filter({ hasText: "+12 min" }).first()).toContainText("until 14:57");
        await sheet(page).getByRole("button", { name: "Ends early by" }).click();
        await expect(sheet(page).locator("li").filter({ hasText: "−12 min" }).first()).toContainText("until 14:33");
        await expect(sheet(page).getByText("Ways out")).toHaveCount(0);
        await page.keyboard.press("Escape");
        await expect(sheet(page)).toHaveCount(0);
    });

    test("the day goes back to its plan in one tap", async ({ page }) => {
        await openLate(page);
        await expect(sheet(page).getByRole("button", { name: "Take the day back to the plan" })).toHaveCount(0);
        await choose(page, "20");
        await sheet(page).getByRole("button", { name: "Apply" }).click();
        await sheet(page).getByRole("button", { name: "Close" }).click();
        await now(page).getByRole("button", { name: "Late" }).click();
        await sheet(page).getByRole("button", { name: "Take the day back to the plan" }).click();
        await expect(now(page)).toContainText("45 min left");
        await expect(page.getByText("was 15:10")).toHaveCount(0);
    });

    test("it speaks Italian", async ({ page }) => {
        await openTogether(page, atIris);
        await page.getByRole("button", { name: "Italiano" }).or(page.getByRole("button", { name: "IT" })).first().click();
        await now(page).getByRole("button", { name: "Ritardo" }).click();
        await choose(page, "20");
        await expect(sheet(page).getByRole("heading", { name: "Da avvisare" })).toBeVisible();
        await expect(sheet(page)).toContainText("20 min di margine prima di Cena");
    });

    test("some split off: who is chosen on the spot, each half shows what it does, and the rest is asked for honestly", async ({ page, context }) => {
        await keep(context, reachable());
        await openLate(page);
        await choose(page, "30");
        await expect(split(page)).toContainText("Split: let some skip SPEA and go straight back");
        await split(page).click();
        await expect(split(page)).toHaveAttribute("aria-pressed", "true");
        await expect(split(page)).toBeFocused();
        const choices = sheet(page).locator(".late__choose");
        await expect(choices.getByRole("group", { name: "Who goes" }).getByRole("button")).toHaveText(["Basque Country · 5", "Wales · 4", "Lithuania · 5"]);
        await expect(choices).toContainText("Choose who goes and what they skip. Somebody has to stay.");
        await pick(page, "Wales · 4").click();
        await expect(pick(page, "Wales · 4")).toBeFocused();
        await expect(pick(page, "Wales · 4")).toHaveAttribute("aria-pressed", "true");
        await expect(split(page)).toContainText("Split: let Wales skip SPEA and go straight back");
        await expect(choices).toContainText("A taxi or another coach is needed for 4 people: Prima Industrie, 16:50 → Finpiemonte.");
        // Without the first stop to come as well they need it at once.
        await pick(page, "Prima Industrie").click();
        await expect(choices).toContainText("A taxi or another coach is needed for 4 people: IRIS, 15:15 → Finpiemonte.");
        await expect(split(page)).toContainText("Split: let Wales skip Prima Industrie, SPEA and go straight back");
        const moves = (text) => sheet(page).locator(".late__move").filter({ hasText: text });
        await expect(moves("SPEA · Group B")).toContainText("left out");
        await expect(moves("Coach back to Finpiemonte · Group B")).toContainText(/15:15.*was 18:20/);
        await expect(moves("Coach back to Finpiemonte · Group A")).toContainText(/18:50.*was 18:20/);
        // It goes together with the other ways out, for either half.
        await sheet(page).getByRole("button", { name: "Leave out Prima Industrie for Group A" }).click();
        await expect(sheet(page).getByText("Nothing breaks.")).toBeVisible();
        // The host hears how many come.
        const host = sheet(page).locator("li").filter({ has: page.getByRole("heading", { name: "SPEA", exact: true }) });
        await host.getByText("Message", { exact: true }).click();
        await expect(host).toContainText("10 persone invece di 14.");
        await expect(host).toContainText("Il nostro gruppo: arrivo alle");
        const wales = sheet(page).locator("li").filter({ has: page.getByRole("heading", { name: "Wales", exact: true }) });
        await wales.getByText("Message", { exact: true }).click();
        await expect(wales).toContainText("SPEA · Group B: you do not go there (was 17:10)");
        await expect(wales).toContainText("A taxi or another coach takes you: IRIS, 15:15.");
        await split(page).click();
        await expect(choices).toHaveCount(0);
    });

    test("whoever has a flight is proposed, a free coach is found, and after it everybody sees the own group", async ({ page, context }) => {
        await keep(context, flight());
        // The coach to IRIS was counted before anybody was late.
        await openTogether(page, "#/today?at=2017-11-21T13:15");
        const leg = page.locator("[data-kind=leg][data-moment=now]");
        await leg.getByRole("button", { name: "Count heads" }).click();
        await page.getByRole("button", { name: "Everybody is here" }).click();
        await expect(page.locator(".heads__foot")).toContainText("14 of 14");
        await openLate(page);
        await choose(page, "30");
        await expect(sheet(page).getByRole("status").first()).toContainText("Flying Delegate leaves at 19:00");
        await expect(split(page)).toContainText("Split: let Flying Delegate skip");
        await split(page).click();
        await expect(sheet(page)).not.toContainText("Flying Delegate leaves at 19:00");
        await pick(page, "Wales · 4").click();
        await expect(pick(page, "Coach 2 (8 seats)")).toHaveAttribute("aria-pressed", "true");
        await expect(sheet(page)).toContainText("Coach 2 carries 4 people");
        await pick(page, "Taxi or other coach").click();
        await expect(sheet(page)).toContainText("A taxi or another coach is needed for 4 people");
        await pick(page, "Coach 2 (8 seats)").click();
        const driver = sheet(page).locator("li").filter({ has: page.getByRole("heading", { name: "Driver of Coach 2" }) });
        await expect(driver.getByRole("link", { name: "Call Second driver" })).toHaveAttribute("href", "tel:+3901100044");
        await driver.getByText("Message", { exact: true }).click();
        await expect(driver).toContainText("Per 4 persone.");
        await sheet(page).getByRole("button", { name: "Apply" }).click();
        await expect(sheet(page).getByText("The plan has the new times.")).toBeFocused();
        await expect(sheet(page)).toContainText("Coach 2 carries 4 people");
        await sheet(page).getByRole("button", { name: "Close" }).click();
        // Both halves are at IRIS still, and the way in is where it was.
        await expect(now(page)).toHaveCount(2);
        await expect(now(page).first().getByRole("button", { name: "Late" })).toBeFocused();
        // The one who reads as Wales sees one way, which goes back early.
        await page.getByLabel("I am with").selectOption({ label: "Wales" });
        await expect(now(page)).toHaveCount(1);
        await expect(now(page)).toContainText("Group B");
        await expect(entry(page, "leg", "Coach back to Finpiemonte")).toHaveCount(1);
        await expect(entry(page, "leg", "Coach back to Finpiemonte")).toContainText("was 18:20");
        // What was counted in the coach that brought all of them is there, and nobody is missing.
        await openTogether(page, "#/today?at=2017-11-21T13:15");
        await expect(page.locator("[data-kind=leg][data-moment=now]").first().locator(".heads__open")).toContainText("14");
        await page.locator("[data-kind=leg][data-moment=now]").first().getByRole("button", { name: "Count heads" }).click();
        await expect(page.locator(".heads__foot")).toContainText("14 of 14");
        // The checks say nothing about the stop where they were together.
        await openTogether(page, "#/checks");
        await expect(page.getByText("are at IRIS together")).toHaveCount(0);
        await page.keyboard.press("Control+z");
        await openTogether(page, atIris);
        await expect(now(page)).toHaveCount(1);
        await expect(page.getByText("was 18:20")).toHaveCount(0);
    });

    test("a split goes back to the plan: together again, without groups", async ({ page, context }) => {
        await keep(context, reachable());
        await openLate(page);
        await choose(page, "30");
        await split(page).click();
        await pick(page, "Wales · 4").click();
        await sheet(page).getByRole("button", { name: "Apply" }).click();
        await sheet(page).getByRole("button", { name: "Close" }).click();
        await expect(now(page)).toHaveCount(2);
        await now(page).last().getByRole("button", { name: "Late" }).click();
        await sheet(page).getByRole("button", { name: "Take the day back to the plan" }).click();
        await expect(now(page)).toHaveCount(1);
        await expect(now(page)).toContainText("45 min left");
        await expect(page.getByText("Group")).toHaveCount(0);
    });

    for (const colorScheme of ["light", "dark"]) {
        test(`a split is accessible and every target is one that a thumb hits, ${colorScheme}`, async ({ page, context }) => {
            await page.emulateMedia({ colorScheme });
            await keep(context, flight());
            await openLate(page);
            await choose(page, "30");
            await split(page).click();
            await pick(page, "Wales · 4").click();
            await pick(page, "Taxi or other coach").click();
            await expectAccessible(page);
            const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
            expect(overflow).toBeLessThanOrEqual(0);
            for (const control of await sheet(page).locator(".late__choose button").all()) {
                const box = await control.boundingBox();
                expect(box.height, await control.innerText()).toBeGreaterThanOrEqual(44);
            }
            await sheet(page).getByRole("button", { name: "Apply" }).click();
            await expectAccessible(page);
        });

        test(`is accessible, as wide as the phone, and every target is one that a thumb hits, ${colorScheme}`, async ({ page, context }) => {
            await page.emulateMedia({ colorScheme });
            await keep(context, reachable());
            await openLate(page);
            await expectAccessible(page);
            await choose(page, "30");
            await sheet(page).getByRole("button", { name: "Shorten the questions to 5 min" }).click();
            await expectAccessible(page);
            const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
            expect(overflow).toBeLessThanOrEqual(0);
            for (const control of await sheet(page).locator("button, a, input, summary").filter({ visible: true }).all()) {
                const box = await control.boundingBox();
                expect(box.height, await control.innerText()).toBeGreaterThanOrEqual(44);
            }
            await expect(sheet(page).getByRole("button", { name: "Apply" })).toBeInViewport({ ratio: 1 });
            await sheet(page).getByRole("button", { name: "Apply" }).click();
            await expectAccessible(page);
        });
    }
});

test("on the desktop a session's panel has it, the break gets shorter and can be dropped", async ({ page }) => {
    await openTogether(page, "#/agenda");
    await entry(page, "session", "Evaluation in support").getByRole("button").click();
    const panel = page.getByRole("complementary");
    await panel.getByRole("button", { name: "Late" }).click();
    await choose(page, "30");
    await expect(sheet(page)).toContainText("Coffee is 10 min shorter");
    await expect(sheet(page).locator("li").filter({ hasText: "five measures" }).first()).toContainText("11:10");
    await sheet(page).getByRole("button", { name: "Drop Coffee" }).click();
    await expect(sheet(page)).toContainText("Without Coffee: 20 min");
    await expectAccessible(page);
    await sheet(page).getByRole("button", { name: "Apply" }).click();
    await expect(entry(page, "session", "five measures")).toContainText(/11:00.*was 10:50/);
    await expect(page.locator("[data-kind=session]").filter({ hasText: "10:30" }).filter({ hasText: "Coffee" })).toHaveCount(1);
    await sheet(page).getByRole("button", { name: "Undo" }).click();
    await expect(page.getByText("was 10:50")).toHaveCount(0);
    await expect(page.locator("[data-kind=session]").filter({ hasText: "10:30" }).filter({ hasText: "Coffee" })).toHaveCount(2);
});

test("on the desktop a leg's panel has it, and undo names it", async ({ page }) => {
    await openTogether(page, "#/agenda");
    await entry(page, "leg", "To SPEA").getByRole("button").click();
    await page.getByRole("complementary").getByRole("button", { name: "Late" }).click();
    await choose(page, "15");
    await sheet(page).getByRole("button", { name: "Apply" }).click();
    await expect(page.getByRole("banner").getByRole("button", { name: "Undo" })).toContainText("15 minutes late from SPEA");
    await expect(entry(page, "stop", "SPEA")).toContainText(/17:25.*was 17:10/);
});

test("keys alone are enough", async ({ page }) => {
    await openTogether(page, "#/agenda");
    await entry(page, "stop", "IRIS").getByRole("button").click();
    await page.getByRole("complementary").getByRole("button", { name: "Late" }).focus();
    await page.keyboard.press("Enter");
    await expect(sheet(page).getByRole("heading", { name: "IRIS: late or early?" })).toBeFocused();
    for (const name of ["Ends late by", "Ends early by", "5", "10"]) {
        await page.keyboard.press("Tab");
        await expect(sheet(page).getByRole("button", { name, exact: true })).toBeFocused();
    }
    await page.keyboard.press("Enter");
    await expect(sheet(page).locator("li").filter({ hasText: "+10 min" })).toHaveCount(6);
    await sheet(page).getByRole("button", { name: "Apply" }).press("Enter");
    await expect(entry(page, "stop", "Prima Industrie")).toContainText(/15:20.*was 15:10/);
});

test("on the desktop part of a visit goes another way, in one step that undo takes back", async ({ page, context }) => {
    await keep(context, flight());
    await openTogether(page, "#/agenda");
    await entry(page, "stop", "IRIS").getByRole("button").click();
    await page.getByRole("complementary").getByRole("button", { name: "Late" }).click();
    await choose(page, "20");
    await split(page).press("Enter");
    await pick(page, "Wales · 4").press("Enter");
    await expect(pick(page, "Wales · 4")).toBeFocused();
    await expectAccessible(page);
    await sheet(page).getByRole("button", { name: "Apply" }).press("Enter");
    // What is to be told now stays, though the visit has got groups.
    await expect(sheet(page).getByRole("heading", { name: "Now tell" })).toBeVisible();
    await expect(sheet(page)).toContainText("Coach 2 carries 4 people");
    await expect(page.getByRole("banner").getByRole("button", { name: "Undo" })).toContainText("20 minutes late from IRIS");
    await expect(entry(page, "stop", "IRIS")).toHaveCount(2);
    await sheet(page).getByRole("button", { name: "Close" }).click();
    await expect(page.getByRole("complementary")).toContainText("Group A");
    await page.keyboard.press("Control+z");
    await expect(entry(page, "stop", "IRIS")).toHaveCount(1);
    await expect(page.getByText("was 15:10")).toHaveCount(0);
});

test("the graph shows both halves on one line until they part, and no clash there", async ({ page, context }) => {
    await keep(context, reachable());
    await openTogether(page, "#/agenda");
    await entry(page, "stop", "IRIS").getByRole("button").click();
    await page.getByRole("complementary").getByRole("button", { name: "Late" }).click();
    await choose(page, "10");
    await split(page).click();
    await pick(page, "Wales · 4").click();
    await sheet(page).getByRole("button", { name: "Apply" }).click();
    await openTogether(page, "#/visits");
    await expect(page.locator(".graph__rider")).toHaveCount(2);
    await expect(page.locator(".graph__clash")).toHaveCount(0);
    // On paper it says whose programme it is.
    await openTogether(page, "#/programme");
    await expect(entry(page, "stop", "SPEA")).toHaveCount(1);
    for (const group of ["Group A: Basque Country, Lithuania", "Group B: Wales"]) {
        await expect(page.locator(".sheet__group").filter({ hasText: group })).toHaveCount(1);
    }
});
