// What the tests of keeping share: the plan as it is stored, and some edits.
import { expect } from "./fixtures.mjs";

// The names in the browser's storage, without the plan's identity.
export const WORKING = "itinera.plan.";
export const GOOD = "itinera.good.";
export const DAMAGED = "itinera.damaged.";

// Everything in the browser's storage, by name.
export const stored = (page) => page.evaluate(() => Object.fromEntries(Object.entries(localStorage)));

// The name under which the plan that is open is stored.
export const workingName = (page) => page.evaluate((prefix) => prefix + localStorage.getItem("itinera.open"), WORKING);

// The plan in a stored text.
export const planIn = (text) => JSON.parse(text.split("\n")[1]).plan;

// A text behind its seal, as `wire::seal` makes it.
export function sealed(text) {
    let hash = 0xcbf29ce484222325n;
    for (const byte of Buffer.from(text)) hash = ((hash ^ BigInt(byte)) * 0x100000001b3n) & 0xffffffffffffffffn;
    return `itinera1 ${hash.toString(16).padStart(16, "0")}\n${text}`;
}

export const session = (page, title) => page.locator("[data-kind=session]").filter({ hasText: title }).first();
export const saving = (page) => page.locator("[data-saving]");
export const undo = (page) => page.getByRole("button", { name: "Undo" });
export const redo = (page) => page.getByRole("button", { name: "Redo" });
export const title = (page) => page.getByLabel("Title", { exact: true });
export const notice = (page, text) => page.locator(".notice").filter({ hasText: text });

// Waits until the plan on screen is kept.
export const kept = (page) => expect(saving(page)).toHaveAttribute("data-saving", "saved");

// Opens the panel of a session.
export async function select(page, name) {
    await session(page, name).getByRole("button").click();
    await expect(title(page)).toBeVisible();
}

// Gives the session in the panel another title.
export async function call(page, name) {
    await title(page).fill(name);
    await title(page).blur();
    await expect(session(page, name)).toBeVisible();
}

// Loads the page again, as somebody who comes back does.
export async function again(page) {
    await page.reload();
    await page.locator("html[data-ready]").waitFor({ state: "attached" });
}

// What a click on a button hands out: name and bytes.
export async function handedOut(page, button) {
    const [download] = await Promise.all([page.waitForEvent("download"), button.click()]);
    const chunks = [];
    for await (const chunk of await download.createReadStream()) chunks.push(chunk);
    return { name: download.suggestedFilename(), text: Buffer.concat(chunks).toString() };
}
