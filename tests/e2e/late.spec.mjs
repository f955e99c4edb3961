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
        expect(url.searchParams.get("subject")).toBe("MANUMIX: about 20 min late");
        expect(url.searchParams.get("body")).toBe(
            "We are about 20 min late (IRIS).\r\nOur group arrives at 15:30 instead of 15:10 and leaves at 16:40.",
        );
        await expect(host("SPEA").getByRole("link", { name: "Call Gate" })).toBeVisible();
        await expect(host("SPEA").getByRole("link", { name: "Mail" })).toHaveCount(0);
        await expect(host("Wales")).toContainText("No telephone or e-mail is known.");
        await host("Wales").getByRole("button", { name: "Copy Wales" }).click();
        await expect(host("Wales").getByRole("button", { name: "Copied Wales" })).toBeVisible();
        const copied = await page.evaluate(() => navigator.clipboard.readText());
        expect(copied.replaceAll("\r", "")).toContain("Prima Industrie: 15:30 instead of 15:10");
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

    for (const colorScheme of ["light", "dark"]) {
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
