// The table of driving times: edited like a small spreadsheet, and pasted from one.
import { expect, test } from "./fixtures.mjs";
import { openTogether } from "./plans.mjs";
import { pasteOnPage, rows } from "./people.mjs";

const cell = (page, from, to) => page.getByLabel(`${from} to ${to}`, { exact: true });
const note = (page, from, to) => page.locator(".drives__cell").filter({ has: cell(page, from, to) }).locator(".drives__note");
const said = (page) => page.locator("p.visually-hidden[role=status]");
const form = (page) => page.getByRole("region", { name: "Paste driving times" });

test("own figures, estimates and the other way are told apart", async ({ page }) => {
    await openTogether(page, "#/visits");
    await expect(cell(page, "Finpiemonte", "IRIS")).toHaveValue("20");
    await expect(note(page, "Finpiemonte", "IRIS")).toHaveText("To confirm");
    await expect(cell(page, "IRIS", "Finpiemonte")).toHaveValue("");
    await expect(cell(page, "IRIS", "Finpiemonte")).toHaveAttribute("placeholder", "20");
    await expect(note(page, "IRIS", "Finpiemonte")).toHaveText("as the other way · To confirm");
    await expect(cell(page, "Prima Industrie", "SPEA")).toHaveAttribute("placeholder", "45");
    await expect(note(page, "Prima Industrie", "SPEA")).toHaveText("estimate");
});

test("each way is a figure of its own, and an empty cell is the estimate", async ({ page }) => {
    await openTogether(page, "#/visits");
    const drives = page.locator(".figure").filter({ hasText: "Driving" });
    await cell(page, "Prima Industrie", "SPEA").fill("50");
    await cell(page, "Prima Industrie", "SPEA").press("Enter");
    await expect(note(page, "SPEA", "Prima Industrie")).toHaveText("as the other way");
    await expect(drives).toContainText("2 h 5 min");
    await cell(page, "SPEA", "Prima Industrie").fill("0:40");
    await cell(page, "SPEA", "Prima Industrie").blur();
    await expect(cell(page, "SPEA", "Prima Industrie")).toHaveValue("40");
    await expect(cell(page, "Prima Industrie", "SPEA")).toHaveValue("50");
    await cell(page, "Prima Industrie", "SPEA").fill("");
    await cell(page, "Prima Industrie", "SPEA").blur();
    await expect(cell(page, "Prima Industrie", "SPEA")).toHaveAttribute("placeholder", "40");
    // What is no number stays where it was typed, and Escape takes it back.
    await cell(page, "IRIS", "SPEA").fill("soon");
    await cell(page, "IRIS", "SPEA").press("Enter");
    await expect(cell(page, "IRIS", "SPEA")).toHaveAttribute("aria-invalid", "true");
    await expect(said(page)).toHaveText("IRIS to SPEA: enter whole minutes from 0 to 999, or nothing for the estimate.");
    await cell(page, "IRIS", "SPEA").press("Escape");
    await expect(cell(page, "IRIS", "SPEA")).toHaveValue("");
    await expect(cell(page, "IRIS", "SPEA")).not.toHaveAttribute("aria-invalid", "true");
});

test("arrows, Enter and Tab go from cell to cell, over the diagonal", async ({ page }) => {
    await openTogether(page, "#/visits");
    await cell(page, "Finpiemonte", "IRIS").focus();
    const expectAt = (from, to) => expect(cell(page, from, to)).toBeFocused();
    await page.keyboard.press("ArrowRight");
    await expectAt("Finpiemonte", "Prima Industrie");
    await page.keyboard.press("ArrowDown");
    await expectAt("IRIS", "Prima Industrie");
    await page.keyboard.press("ArrowDown");
    await expectAt("SPEA", "Prima Industrie");
    await page.keyboard.press("ArrowUp");
    await expectAt("IRIS", "Prima Industrie");
    await page.keyboard.press("ArrowLeft");
    await expectAt("IRIS", "Finpiemonte");
    await page.keyboard.type("25");
    await page.keyboard.press("Enter");
    await expectAt("Prima Industrie", "Finpiemonte");
    await expect(cell(page, "IRIS", "Finpiemonte")).toHaveValue("25");
    // Inside a figure that is being typed the arrows stay in it.
    await page.keyboard.type("33");
    await page.keyboard.press("ArrowLeft");
    await expectAt("Prima Industrie", "Finpiemonte");
    await page.keyboard.press("Tab");
    await expectAt("Prima Industrie", "IRIS");
    await expect(cell(page, "Prima Industrie", "Finpiemonte")).toHaveValue("33");
});

test("a block from a spreadsheet is understood before it is applied, as one step", async ({ page }) => {
    await openTogether(page, "#/visits");
    await page.getByRole("button", { name: "Paste driving times" }).click();
    await expect(form(page).getByLabel("Rows")).toBeFocused();
    await expect(form(page).getByRole("button", { name: "Change 0 driving times" })).toBeDisabled();
    const table = rows(
        ["from / to", "SPEA", "Finpiemonte", "Mole", "IRIS"],
        ["Finpiemonte", "40 min", "", "12", ""],
        ["SPEA", "", "45", "", "soon"],
        ["Superga", "1", "2", "3", "4"],
    );
    await form(page).getByLabel("Rows").fill(table);
    const status = form(page).getByRole("status");
    await expect(status).toContainText("3 changes");
    for (const problem of [
        "Row 1, column 4: “Mole” is no place of this visit; left out.",
        "Row 3, column 5: “soon” is no number of minutes; left out.",
        "Row 4, column 1: “Superga” is no place of this visit; left out.",
    ]) {
        await expect(status).toContainText(problem);
    }
    await expect(status.getByRole("row", { name: /Finpiemonte to SPEA/ })).toContainText(/35 min, estimate\s*40 min/);
    await expect(status.getByRole("row", { name: /Finpiemonte to IRIS/ })).toContainText(/20 min\s*estimate/);
    await expect(page.getByRole("button", { name: "Undo" })).toBeDisabled();
    await form(page).getByRole("button", { name: "Change 3 driving times" }).click();
    await expect(said(page)).toHaveText("3 driving times changed.");
    await expect(cell(page, "Finpiemonte", "SPEA")).toHaveValue("40");
    await expect(cell(page, "SPEA", "Finpiemonte")).toHaveValue("45");
    await expect(cell(page, "Finpiemonte", "IRIS")).toHaveValue("");
    await page.getByRole("button", { name: "Undo" }).click();
    await expect(cell(page, "Finpiemonte", "SPEA")).toHaveValue("");
    await expect(cell(page, "Finpiemonte", "IRIS")).toHaveValue("20");
});

test("figures pasted into a cell start there", async ({ page }) => {
    await openTogether(page, "#/visits");
    await cell(page, "IRIS", "Prima Industrie").focus();
    await pasteOnPage(page, rows(["22", "33"], ["", "44"]), "#drives-1-2");
    await expect(form(page).getByRole("heading")).toBeFocused();
    await form(page).getByRole("button", { name: "Change 3 driving times" }).click();
    await expect(cell(page, "IRIS", "Prima Industrie")).toHaveValue("22");
    await expect(cell(page, "IRIS", "SPEA")).toHaveValue("33");
    await expect(cell(page, "Prima Industrie", "SPEA")).toHaveValue("44");
});
