// A browser that is killed, by a crash or by the system: what it had said was saved is there again.
import { forget, profile, start } from "./browser.mjs";
import { expect, listen, test } from "./fixtures.mjs";
import { call, kept, saving, select, session, title, undo } from "./kept.mjs";

// How long after the first edit the browser is killed, in milliseconds: before Chromium writes localStorage to the disk
// for the first time, and at odd moments around that.
const MOMENTS = [150, 420, 900, 2_300, 5_050, 6_700];

// Opens the address in a browser on this profile; `use` gets its page. Whatever happens, the browser ends.
async function browse(folder, address, use) {
    const { context, kill } = await start(folder);
    try {
        const complaints = listen(context, new URL(address).origin);
        const page = context.pages()[0];
        await page.goto(address);
        await page.locator("html[data-ready]").waitFor({ state: "attached" });
        await use(page, kill, context);
        expect(complaints).toEqual([]);
    } finally {
        await kill();
    }
}

// Edits the title of a session again and again until the browser is gone. Says how far it came, and how far the page
// said that it had saved.
async function editUntilKilled(page, from) {
    const reached = { made: from, saved: from };
    const numberOnScreen = async () => Number((await session(page, "Round").textContent()).match(/Round (\d+)/)[1]);
    try {
        for (;;) {
            const next = reached.made + 1;
            await title(page).fill(`Round ${next}`);
            reached.made = next;
            await title(page).blur();
            // Now and then a rest, as people have.
            if (next % 4 === 0) {
                await saving(page).and(page.locator("[data-saving=saved]")).waitFor();
                reached.saved = await numberOnScreen();
            }
        }
    } catch (error) {
        if (!/closed|crashed|disconnected/i.test(error.message)) throw error;
    }
    return reached;
}

test("whatever the page said was saved is there after the browser is killed, at any moment", async ({ baseURL }) => {
    const folder = await profile();
    const address = `${baseURL}#/agenda`;
    let reached = { made: 0, saved: 0 };
    try {
        await browse(folder, address, async (page) => {
            await select(page, "Lunch");
            await call(page, "Round 0");
            await kept(page);
        });
        for (const moment of MOMENTS) {
            await browse(folder, address, async (page, kill) => {
                await expect(page.locator(".notice")).toHaveCount(0);
                const text = await session(page, "Round").textContent();
                const found = Number(text.match(/Round (\d+)/)[1]);
                expect(found).toBeGreaterThanOrEqual(reached.saved);
                expect(found).toBeLessThanOrEqual(reached.made);
                if (found > 0) await expect(undo(page)).toHaveAttribute("title", /change (Round|Lunch)/);
                await select(page, "Round");
                setTimeout(kill, moment);
                reached = await editUntilKilled(page, found);
            });
        }
        await browse(folder, address, async (page) => {
            const found = Number((await session(page, "Round").textContent()).match(/Round (\d+)/)[1]);
            expect(found).toBeGreaterThanOrEqual(reached.saved);
            await expect(page.locator(".notice")).toHaveCount(0);
            // Undo came along.
            await undo(page).click();
            await expect(session(page, `Round ${found}`)).toHaveCount(0);
        });
    } finally {
        await forget(folder);
    }
});

test("a plan begun just before the kill is the one that opens", async ({ baseURL }) => {
    const folder = await profile();
    try {
        await browse(folder, `${baseURL}#/agenda`, async (page) => kept(page));
        await browse(folder, `${baseURL}#/meetings`, async (page) => {
            await page.getByRole("button", { name: "Start from the MANUMIX example" }).click();
            await expect(page).toHaveURL(/#\/agenda$/);
            await select(page, "Lunch");
            await call(page, "The copy's lunch");
            await kept(page);
        });
        await browse(folder, `${baseURL}#/agenda`, async (page) => {
            await expect(session(page, "The copy's lunch")).toBeVisible();
            await page.goto(`${baseURL}#/meetings`);
            await expect(page.locator("[data-plan]")).toHaveCount(2);
        });
    } finally {
        await forget(folder);
    }
});

test("a tab that crashes loses nothing that was saved", async ({ baseURL }) => {
    const folder = await profile();
    const address = `${baseURL}#/agenda`;
    try {
        await browse(folder, address, async (page, _, context) => {
            await select(page, "Lunch");
            await call(page, "Lunch before the crash");
            await kept(page);
            const other = await context.newPage();
            const crashed = page.waitForEvent("crash");
            await page.goto("chrome://crash").catch(() => {});
            await crashed;
            await other.goto(address);
            await expect(session(other, "Lunch before the crash")).toBeVisible();
            await expect(other.locator(".notice")).toHaveCount(0);
        });
    } finally {
        await forget(folder);
    }
});
