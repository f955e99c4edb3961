// What the tests of the people screen share.
import { expect, openPlan } from "./fixtures.mjs";

export const rows = (...lines) => lines.map((cells) => cells.join("\t")).join("\n");

// Rows as a spreadsheet copies them: with a header, in any order, with everything that can go wrong in one.
export const table = rows(
    ["Name", "Delegation", "Organisation", "E-mail", "Diet", "Needs", "Arrival", "Photo consent", "Shirt"],
    ["Ada Uno", "Wales", "Welsh Government", "ada@example.net", "vegetarian", "", "20/11/2017 18:45 Caselle", "yes", "M"],
    ["Bea Due", "Galles", "Welsh Government", "bea@example.net", "vegan", "step-free access", "21/11/2017 10:15", "no", ""],
    ["Cia Tre", "Basque Country", "Innobasque", "", "Vegetarian", "", "soon", "", ""],
    ["Dea Quattro", "Estonia", "", "", "", "", "", "", ""],
    ["", "Lithuania", "MOSTA", "", "", "", "", "", ""],
    ["Ada Uno", "Wales", "", "", "", "", "", "", ""],
);

export const section = (page, name) =>
    page.locator(".delegation").filter({ has: page.getByRole("heading", { name, exact: true }) });
export const panel = (page) => page.locator(".people__panel");
export const total = (page, name) => page.locator(`[data-total="${name}"]`);
export const saved = (page) => expect(page.locator("[data-saving]")).toHaveAttribute("data-saving", "saved");

export async function paste(page, text) {
    await page.getByRole("button", { name: "Paste from a spreadsheet" }).click();
    await page.getByLabel("Rows", { exact: true }).fill(text);
}

// Pastes where nobody is typing.
export async function pasteOnPage(page, text, selector = "body") {
    await page.evaluate(
        ([text, selector]) => {
            const clipboardData = new DataTransfer();
            clipboardData.setData("text/plain", text);
            const event = new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true });
            document.querySelector(selector).dispatchEvent(event);
        },
        [text, selector],
    );
}

export async function enrol(page) {
    await openPlan(page, "#/people");
    await paste(page, table);
    await page.getByRole("button", { name: "Add 4 delegates" }).click();
    await expect(page.getByRole("row", { name: /Ada Uno/ })).toBeVisible();
}
