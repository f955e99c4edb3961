// The parts of the program that arrive when they are first needed, and what happens when they do not.
import { expect, openPlan, test } from "./fixtures.mjs";

const alert = (page) => page.getByRole("alert");
const again = (page) => alert(page).getByRole("button", { name: "Try again" });

test("a screen's part is fetched when it is first opened, and only then", async ({ page }) => {
    const fetched = [];
    page.on("request", (request) => request.url().endsWith(".wasm") && fetched.push(request.url()));
    await openPlan(page);
    const link = (name) => page.getByRole("navigation").getByRole("link", { name });
    const first = fetched.length;
    await link("People").click();
    await expect(page.getByRole("heading", { level: 1, name: "People" })).toBeVisible();
    const second = fetched.length;
    expect(second).toBeGreaterThan(first);
    await link("Agenda").click();
    await expect(page.getByRole("heading", { level: 1, name: "Agenda" })).toBeAttached();
    await link("People").click();
    await expect(page.getByRole("heading", { level: 1, name: "People" })).toBeVisible();
    expect(fetched.length).toBe(second);
});

test.describe("without the network", () => {
    // Chromium reports the failed requests itself, and the loader why the part is not there.
    test.use({ expected: [/Failed to load resource|net::ERR_|Failed to fetch/] });

    test("a screen that is not here yet says so, and comes when the network does", async ({ page }) => {
        await openPlan(page);
        await page.context().setOffline(true);
        await page.getByRole("navigation").getByRole("link", { name: "People" }).click();
        await expect(alert(page)).toContainText("This part did not arrive.");
        await again(page).click();
        await expect(alert(page)).toContainText("This part did not arrive.");
        // What is here already goes on working.
        await page.getByRole("navigation").getByRole("link", { name: "Agenda" }).click();
        await expect(page.getByRole("button", { name: "Add session" })).toBeVisible();
        await page.getByRole("navigation").getByRole("link", { name: "People" }).click();
        await expect(alert(page)).toBeVisible();
        await page.context().setOffline(false);
        await again(page).click();
        await expect(page.getByRole("heading", { level: 1, name: "People" })).toBeVisible();
        await expect(alert(page)).toHaveCount(0);
    });

    test("so does the agenda's panel, and nothing of an edit is lost", async ({ page }) => {
        await openPlan(page);
        await page.context().setOffline(true);
        await page.getByRole("button", { name: "Add session" }).click();
        await expect(alert(page)).toContainText("This part did not arrive.");
        await expect(page.locator("[data-entry]", { hasText: "New session" })).toBeVisible();
        await page.context().setOffline(false);
        await again(page).click();
        await expect(page.locator(".panel").getByLabel("Title").first()).toHaveValue("New session");
    });
});
