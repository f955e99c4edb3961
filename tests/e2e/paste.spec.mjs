// Rows of a spreadsheet, pasted on the people screen.
import { expect, openPlan, test } from "./fixtures.mjs";
import { enrol, panel, paste, pasteOnPage, rows, saved, section, table, total } from "./people.mjs";

test("what was understood is shown, and nothing is added before", async ({ page }) => {
    await openPlan(page, "#/people");
    await paste(page, table);
    const status = page.getByRole("status").filter({ hasText: "rows" });
    await expect(status).toHaveText("6 rows · 4 to add · 1 duplicate, left out · 1 without a name, left out · 1 cell not understood");
    await expect(page.getByRole("checkbox", { name: "The first row is a header" })).toBeChecked();
    // What each column means.
    const meanings = { Name: "Name", Diet: "Diet and allergies", Needs: "Accessibility needs", Shirt: "leave out" };
    for (const [header, meaning] of Object.entries(meanings)) {
        await expect(page.getByRole("columnheader").getByLabel(header, { exact: true }).locator("option:checked")).toHaveText(meaning);
    }
    // Where each row goes, also by the delegation's name in Italian.
    await expect(page.getByLabel("“Galles”, 1 row, goes to").locator("option:checked")).toHaveText("Wales");
    await expect(page.getByLabel("“Estonia”, 1 row, goes to").locator("option:checked")).toHaveText("new delegation “Estonia”");
    // Problems, by row and column.
    await expect(page.locator("[data-row='4']")).toContainText(/soon\s*No date found; left out/);
    await expect(page.locator("[data-row='6']")).toContainText("No name, so nobody to add");
    await expect(page.getByRole("checkbox", { name: "Add row 6" })).toBeDisabled();
    await expect(page.locator("[data-row='7']")).toContainText("Perhaps the same person as in row 2; tick it if not");
    await expect(page.getByRole("checkbox", { name: "Add row 7" })).not.toBeChecked();
    await expect(page.locator("[data-row='2']")).toContainText("20 November 2017, 18:45 Caselle");
    // Nothing is in the plan yet.
    await expect(page.getByRole("button", { name: "Undo" })).toBeDisabled();
    await page.getByRole("button", { name: "Cancel" }).click();
    await expect(total(page, "named")).toHaveText("0 named");
    await expect(page.getByRole("button", { name: "Paste from a spreadsheet" })).toBeFocused();
});

test("all rows are one step, counted at once, and one undo takes them back", async ({ page }) => {
    await enrol(page);
    await expect(page.getByRole("link", { name: "Ada Uno" })).toBeFocused();
    await expect(total(page, "named")).toHaveText("4 named");
    await expect(total(page, "heads")).toHaveText("25");
    await expect(total(page, "diets")).toHaveText("2 vegetarian, 1 vegan");
    await expect(total(page, "needs")).toHaveText("1 step-free access");
    await expect(total(page, "missing")).toHaveText("2 arrivals, 4 departures, 2 photo consents");
    await expect(section(page, "Estonia").locator(".badge")).toHaveText("E");
    await expect(section(page, "Wales").getByRole("row", { name: /Bea Due/ })).toContainText("no photographs");
    await page.getByRole("button", { name: "Undo" }).click();
    await expect(total(page, "named")).toHaveText("0 named");
    await expect(section(page, "Estonia")).toHaveCount(0);
    await page.getByRole("button", { name: "Redo" }).click();
    await expect(total(page, "named")).toHaveText("4 named");
});

test("without a header the content tells, and the organiser has the last word", async ({ page }) => {
    await openPlan(page, "#/people");
    await paste(page, "Ada\tUno\tDirector\tada@example.net\nBea\tDue\tOfficer\tbea@example.net");
    await expect(page.getByRole("checkbox", { name: "The first row is a header" })).not.toBeChecked();
    await expect(page.getByRole("button", { name: "Add 0 delegates" })).toBeDisabled();
    await expect(page.getByRole("status").filter({ hasText: "rows" })).toContainText("2 without a delegation, left out until you choose one");
    await page.getByLabel("Column 1").focus();
    await page.getByLabel("Column 1").selectOption({ label: "First name" });
    // The keyboard stays where it was.
    await expect(page.getByLabel("Column 1")).toBeFocused();
    await page.getByLabel("Column 2").selectOption({ label: "Surname" });
    await page.getByLabel("All 2 go to").selectOption({ label: "Lithuania" });
    await expect(page.locator("[data-row='1']")).toContainText("Lithuania");
    await page.getByRole("button", { name: "Add 2 delegates" }).click();
    const row = section(page, "Lithuania").getByRole("row", { name: /Ada Uno/ });
    await expect(row).toContainText("Director");
    await expect(row).toContainText("ada@example.net");
});

test("people who are in the list already are left out unless somebody wants them", async ({ page }) => {
    await enrol(page);
    await paste(page, rows(["Name", "Delegation"], ["ada uno", "Wales"], ["Eva Cinque", "Wales"]));
    await expect(page.locator("[data-row='2']")).toContainText("In the list already");
    await expect(page.getByRole("button", { name: "Add 1 delegate" })).toBeEnabled();
    await page.getByRole("checkbox", { name: "Add row 2" }).check();
    await expect(page.getByRole("button", { name: "Add 2 delegates" })).toBeEnabled();
    await page.getByRole("checkbox", { name: "Add row 3" }).uncheck();
    await page.getByRole("button", { name: "Add 1 delegate" }).click();
    await expect(section(page, "Wales")).toContainText("3 named of 4 expected");
    await expect(page.getByText("Eva Cinque")).toHaveCount(0);
});

test("rows pasted anywhere on the screen open it, and in a field they are the field's", async ({ page }) => {
    await openPlan(page, "#/people");
    await pasteOnPage(page, table);
    await expect(page.getByRole("heading", { name: "Paste from a spreadsheet" })).toBeFocused();
    await expect(page.getByRole("button", { name: "Add 4 delegates" })).toBeEnabled();
    await page.getByRole("button", { name: "Cancel" }).click();
    await pasteOnPage(page, "just a sentence");
    await page.getByRole("button", { name: "Add delegate to Wales" }).click();
    await expect(panel(page).getByLabel("Name")).toBeFocused();
    await pasteOnPage(page, table, ".people__panel input");
    await expect(page.getByRole("heading", { name: "Paste from a spreadsheet" })).toHaveCount(0);
    // On other screens nothing listens.
    await page.getByRole("link", { name: "Agenda" }).click();
    await pasteOnPage(page, table);
    await page.getByRole("link", { name: "People" }).click();
    await expect(page.getByRole("heading", { name: "Paste from a spreadsheet" })).toHaveCount(0);
});

test("thousands of rows are understood and added", async ({ page }) => {
    await openPlan(page, "#/people");
    const many = Array.from({ length: 2000 }, (_, index) => [`Delegate ${index}`, "Wales", `d${index}@example.net`]);
    await pasteOnPage(page, rows(["Name", "Delegation", "E-mail"], ...many));
    await expect(page.getByText("1900 more rows were understood alike.")).toBeVisible();
    await page.getByRole("button", { name: "Add 2000 delegates" }).click();
    await expect(section(page, "Wales")).toContainText("2000 named of 4 expected");
    await saved(page);
});

test("text that says nothing is said to say nothing", async ({ page }) => {
    await openPlan(page, "#/people");
    await paste(page, "");
    await expect(page.getByLabel("Rows", { exact: true })).toBeFocused();
    await expect(page.getByRole("button", { name: "Add 0 delegates" })).toBeDisabled();
    await page.getByLabel("Rows", { exact: true }).fill("\t\n\n");
    await expect(page.getByRole("button", { name: "Add 0 delegates" })).toBeDisabled();
});
