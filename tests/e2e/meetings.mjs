// What tests do with plans' files.
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { expect, openPlan, test } from "./fixtures.mjs";

// The plan that is open, as the "Export plan" button hands it out: its name and text.
export async function exportFile(page) {
    if (!page.url().includes("#/meetings")) await openPlan(page, "#/meetings");
    const [download] = await Promise.all([
        page.waitForEvent("download"),
        page.getByRole("button", { name: "Export plan" }).click(),
    ]);
    return { name: download.suggestedFilename(), text: readFileSync(await download.path(), "utf8") };
}

// The same, as JSON.
export const exported = async (page) => JSON.parse((await exportFile(page)).text);

// Picks a file behind the "Import plan" button.
export async function pick(page, name, content) {
    const [chooser] = await Promise.all([
        page.waitForEvent("filechooser"),
        page.getByRole("button", { name: "Import plan" }).click(),
    ]);
    // By way of a file on disk: Playwright itself passes no more than 50 MB.
    const folder = test.info().outputPath("picked");
    mkdirSync(folder, { recursive: true });
    writeFileSync(`${folder}/${name}`, content);
    await chooser.setFiles(`${folder}/${name}`);
}

// Imports a plan from the meetings screen, until it is on screen or merged.
export async function importPlan(page, file) {
    await pick(page, "plan.json", JSON.stringify(file));
    const merged = page.getByText("was merged into the open plan");
    await expect(merged.or(page.locator("[aria-current=page]").filter({ hasText: "Agenda" })).first()).toBeVisible();
}

// How far the page is wider than the window.
export const overflow = (page) => page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
