// Nothing lost: what is edited is kept, and what cannot be kept is said.
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { forget, profile, start } from "./browser.mjs";
import { expect, expectAccessible, listen, openPlan, test } from "./fixtures.mjs";
import {
    DAMAGED,
    GOOD,
    WORKING,
    again,
    call,
    handedOut,
    kept,
    notice,
    planIn,
    redo,
    saving,
    sealed,
    select,
    session,
    stored,
    title,
    undo,
    workingName,
} from "./kept.mjs";

const titles = (plan) => plan.sessions.map((session) => session.title.en);
const storedTitles = async (page) => titles(planIn((await stored(page))[await workingName(page)]));

test.describe("saving", () => {
    test("an edit is kept within a second, by itself", async ({ page }) => {
        await page.clock.install();
        await openPlan(page, "#/agenda");
        await kept(page);
        await session(page, "Lunch").getByRole("button").click();
        await page.clock.pauseAt(Date.now() + 60_000);
        await page.keyboard.press("Alt+ArrowDown");
        await expect(saving(page)).toHaveAttribute("data-saving", "saving");
        await expect(saving(page)).toHaveText("Saving…");
        const before = (await stored(page))[await workingName(page)];
        await page.clock.runFor(1_000);
        expect((await stored(page))[await workingName(page)]).not.toBe(before);
        await kept(page);
        await expect(saving(page)).toHaveText("Saved");
    });

    test("a text that could not be opened again stays in its field, which says so, and the plan is as it was", async ({ page }) => {
        await openPlan(page, "#/agenda");
        await select(page, "Lunch");
        await page.getByText("Notes and links").click();
        const notes = page.getByLabel("Notes", { exact: true });
        await notes.fill("Bring a coat");
        await notes.blur();
        await kept(page);
        const before = (await stored(page))[await workingName(page)];
        await notes.fill("è".repeat(25_000));
        await notes.blur();
        const error = page.locator(".field__error:visible");
        await expect(error).toContainText("25000 characters, and 20000 is the most");
        await expect(notes).toHaveAttribute("aria-invalid", "true");
        await expect(notes).toHaveValue("è".repeat(25_000));
        await kept(page);
        expect(planIn((await stored(page))[await workingName(page)])).toEqual(planIn(before));
        await expectAccessible(page);
        // As much as there may be is taken.
        await notes.fill("è".repeat(20_000));
        await notes.blur();
        await expect(error).toHaveCount(0);
        await kept(page);
        await again(page);
        await expect(page.locator(".notice")).toHaveCount(0);
        const lunch = planIn((await stored(page))[await workingName(page)]).sessions.find(({ title }) => title.en === "Lunch");
        expect((lunch.notes.en ?? lunch.notes).length).toBe(20_000);
    });

    test("what is being typed is kept within a second, without a pause in it", async ({ page }) => {
        await page.clock.install();
        await openPlan(page, "#/agenda");
        await select(page, "Lunch");
        await page.clock.pauseAt(Date.now() + 60_000);
        await title(page).press("End");
        for (const letter of " at one long table") {
            await page.keyboard.press(letter === " " ? "Space" : letter);
            await page.clock.runFor(100);
        }
        // 18 letters in 1.8 seconds.
        const [lunch] = (await storedTitles(page)).filter((title) => title.startsWith("Lunch"));
        expect(lunch.length).toBeGreaterThanOrEqual("Lunch at one".length - 4);
        await page.clock.runFor(1_000);
        expect(await storedTitles(page)).toContain("Lunch at one long table");
    });

    for (const [how, leave] of [
        ["leaves", (page) => page.goto("about:blank")],
        ["hides", (page) => page.evaluate(() => document.dispatchEvent(new Event("visibilitychange")))],
        ["is closed", (page) => page.close({ runBeforeUnload: true })],
    ]) {
        test(`a page that ${how} keeps at once what is half-typed`, async ({ page, context }) => {
            const other = await context.newPage();
            await page.clock.install();
            await openPlan(page, "#/agenda");
            await kept(page);
            await select(page, "Lunch");
            await page.clock.pauseAt(Date.now() + 60_000);
            await title(page).fill("A late lunch");
            await expect(session(page, "A late lunch")).toHaveCount(0);
            await leave(page);
            await openPlan(other, "#/agenda");
            await expect(session(other, "A late lunch")).toBeVisible();
        });
    }
});

test.describe("undo", () => {
    const lunch = (page) => session(page, "Lunch");
    const times = async (page, count, keys) => {
        for (let time = 0; time < count; time++) await page.keyboard.press(keys);
    };

    test("reaches 200 steps back, and the last 50 survive a reload, both ways", async ({ page }) => {
        await openPlan(page, "#/agenda");
        await lunch(page).getByRole("button").click();
        // Eleven times ten steps of 5 minutes down and ten up again.
        for (let step = 0; step < 220; step++) {
            await page.keyboard.press(step % 20 < 10 ? "Alt+ArrowDown" : "Alt+ArrowUp");
            if (step === 9) await expect(lunch(page)).toContainText("13:05");
        }
        await expect(lunch(page)).toContainText("12:15");
        // Back to the 15 steps that are left: ten down and five up.
        await times(page, 205, "Control+z");
        await expect(lunch(page)).toContainText("12:40");
        await times(page, 205, "Control+Shift+Z");
        await expect(lunch(page)).toContainText("12:15");
        await expect(redo(page)).toBeDisabled();
        await kept(page);

        await again(page);
        await expect(undo(page)).toHaveAttribute("title", "move Lunch");
        // To the 170 steps that are left: the last ten down.
        await times(page, 50, "Control+z");
        await expect(lunch(page)).toContainText("13:05");
        await expect(undo(page)).toBeDisabled();
        await kept(page);

        await again(page);
        await expect(lunch(page)).toContainText("13:05");
        await expect(redo(page)).toHaveAttribute("title", "move Lunch");
        await times(page, 50, "Control+Shift+Z");
        await expect(lunch(page)).toContainText("12:15");
        await expect(redo(page)).toBeDisabled();
    });
});

test.describe("a storage damaged by hand", () => {
    // A plan that was changed twice, so that there is a copy before the last.
    async function changedTwice(page) {
        await openPlan(page, "#/agenda");
        await select(page, "Lunch");
        await call(page, "Early lunch");
        await kept(page);
        await call(page, "Late lunch");
        await kept(page);
        const name = await workingName(page);
        const { [name]: working, [name.replace(WORKING, GOOD)]: good } = await stored(page);
        expect(titles(planIn(working))).toContain("Late lunch");
        expect(titles(planIn(good))).toContain("Early lunch");
        return { name, working };
    }

    const put = (page, texts) =>
        page.evaluate((texts) => Object.entries(texts).forEach(([name, text]) => localStorage.setItem(name, text)), texts);

    const DAMAGES = {
        "one letter changed": (text) => text.replace("Late lunch", "Late lunck"),
        "cut short": (text) => text.slice(0, text.length / 2),
        "only the seal left": (text) => text.slice(0, text.indexOf("\n") + 1),
        "its seal lost": (text) => text.slice(text.indexOf("\n") + 1),
        "another text in its place": () => "{\"user\": 17} \u0000 \ud83d\udc7b and some more",
        "nothing in its place": () => "",
    };

    for (const [damage, make] of Object.entries(DAMAGES)) {
        test(`opens the last good copy and hands out what was found: ${damage}`, async ({ page }) => {
            const { name, working } = await changedTwice(page);
            const damaged = make(working);
            await put(page, { [name]: damaged });
            await again(page);

            const said = notice(page, "is damaged. You see the last good copy");
            await expect(said).toBeVisible();
            await expect(session(page, "Early lunch")).toBeVisible();
            const file = await handedOut(page, said.getByRole("button", { name: "Download the damaged text" }));
            expect(file.text).toBe(damaged);
            expect(Object.entries(await stored(page))).toContainEqual([name.replace(WORKING, DAMAGED), damaged]);
            await said.getByRole("button", { name: "Use the last good copy" }).click();
            await expect(said).toHaveCount(0);

            // From now on all is well.
            await kept(page);
            await again(page);
            await expect(session(page, "Early lunch")).toBeVisible();
            await expect(page.locator(".notice")).toHaveCount(0);
        });
    }

    test("the notice is accessible", async ({ page }) => {
        const { name } = await changedTwice(page);
        await put(page, { [name]: "?" });
        await again(page);
        await expect(notice(page, "is damaged")).toBeVisible();
        await expectAccessible(page);
    });

    test("damaged again, says so again and keeps both texts", async ({ page }) => {
        const { name } = await changedTwice(page);
        await put(page, { [name]: "first damage" });
        await again(page);
        await expect(notice(page, "is damaged")).toBeVisible();
        await kept(page);
        await select(page, "Early lunch");
        await call(page, "Mended lunch");
        await kept(page);
        await put(page, { [name]: "second damage" });
        await again(page);
        await expect(notice(page, "is damaged")).toBeVisible();
        await expect(session(page, "Early lunch")).toBeVisible();
        const texts = Object.entries(await stored(page)).filter(([name]) => name.startsWith(DAMAGED));
        expect(texts.map(([, text]) => text).sort()).toEqual(["first damage", "second damage"]);
        await page.goto("./#/meetings");
        await expect(page.getByRole("heading", { name: "Damaged, put aside" })).toBeVisible();
        await expect(page.getByText("Cannot be read", { exact: true })).toHaveCount(2);
    });

    test("with both copies damaged, opens what the journal has", async ({ page }) => {
        const { name } = await changedTwice(page);
        await put(page, { [name]: "damage", [name.replace(WORKING, GOOD)]: "damage too" });
        await again(page);
        await expect(notice(page, "is damaged. You see the last good copy")).toBeVisible();
        await expect(session(page, "Late lunch")).toBeVisible();
    });

    test("with no copy left anywhere, shows the example and keeps the damaged text", async ({ page }) => {
        const { name } = await changedTwice(page);
        // From a page of the same origin that does not use the journal.
        await page.route("**/blank", (route) => route.fulfill({ contentType: "text/html", body: "<link rel=icon href=data:,>" }));
        await page.goto("./blank");
        await put(page, { [name]: "damage", [name.replace(WORKING, GOOD)]: "damage too" });
        await page.evaluate(
            () =>
                new Promise((resolve, reject) => {
                    const request = indexedDB.deleteDatabase("itinera");
                    request.onsuccess = resolve;
                    request.onerror = request.onblocked = reject;
                }),
        );
        await openPlan(page, "#/agenda");
        const said = notice(page, "there is no good copy. You see the example");
        await expect(said).toBeVisible();
        await expect(session(page, "Lunch")).toBeVisible();
        const file = await handedOut(page, said.getByRole("button", { name: "Download the damaged text" }));
        expect(file.text).toBe("damage");
        await select(page, "Lunch");
        await call(page, "Working lunch");
        await kept(page);
        await again(page);
        await expect(session(page, "Working lunch")).toBeVisible();
    });
});

// The texts of the journal in IndexedDB, by name; an empty one stands for none.
const journal = (page) =>
    page.evaluate(
        () =>
            new Promise((resolve, reject) => {
                const opening = indexedDB.open("itinera", 1);
                opening.onerror = reject;
                opening.onsuccess = () => {
                    const texts = opening.result.transaction("texts").objectStore("texts");
                    const [names, values] = [texts.getAllKeys(), texts.getAll()];
                    values.onsuccess = () => {
                        opening.result.close();
                        resolve(Object.fromEntries(names.result.map((name, index) => [name, values.result[index]])));
                    };
                };
            }),
    );

test("what did not get to the disk is not called saved, and the next writing brings it there", async ({ page }) => {
    await page.addInitScript(() => {
        const { commit } = IDBTransaction.prototype;
        IDBTransaction.prototype.commit = function () {
            return window.failing ? this.abort() : commit.call(this);
        };
    });
    await openPlan(page, "#/agenda");
    await kept(page);
    await select(page, "Lunch");
    await page.evaluate(() => (window.failing = true));
    await call(page, "Late lunch");
    const said = notice(page, "The last changes are not safely saved");
    await expect(said).toBeVisible();
    await expect(saving(page)).toHaveAttribute("data-saving", "full");
    expect((await handedOut(page, said.getByRole("button", { name: "Download the plan" }))).text).toContain("Late lunch");
    // Something else is written meanwhile, which must not make the journal look newer than it is.
    await page.evaluate(() => (window.failing = false));
    await page.goto("./#/meetings");
    await page.getByRole("button", { name: "Start from the MANUMIX example" }).click();
    await expect(saving(page)).toHaveAttribute("data-saving", "saved");
    await expect(said).toHaveCount(0);
    const there = Object.fromEntries(Object.entries(await journal(page)).filter(([, text]) => text !== ""));
    const ours = Object.entries(await stored(page)).filter(([name]) => name in there || name.startsWith("itinera.plan."));
    expect(there).toEqual(Object.fromEntries(ours));
});

test.describe("a full storage", () => {
    // Takes all the room that is left.
    const fill = (page) =>
        page.evaluate(() => {
            let filler = "";
            for (let size = 1 << 22; size >= 1; size >>= 1) {
                try {
                    localStorage.setItem("filler", filler + "x".repeat(size));
                    filler += "x".repeat(size);
                } catch {
                    // That much is not left.
                }
            }
            return filler.length;
        });

    test("is said, editing goes on, the plan can be downloaded, and with room again it is kept", async ({ page }) => {
        await openPlan(page, "#/agenda");
        await kept(page);
        expect(await fill(page)).toBeGreaterThan(0);
        await select(page, "Lunch");
        await call(page, "Lunch that fits nowhere, with a title that is longer than whatever room was left");
        const said = notice(page, "This browser has no room left");
        await expect(said).toBeVisible();
        await expect(saving(page)).toHaveAttribute("data-saving", "full");
        await expect(saving(page)).toHaveText("Not saved");
        await expectAccessible(page);

        await call(page, "Lunch, still editing, and this title too is longer than whatever room was left there");
        await expect(said).toBeVisible();
        const file = await handedOut(page, said.getByRole("button", { name: "Download the plan" }));
        expect(file.name).toMatch(/\.json$/);
        expect(titles(JSON.parse(file.text).plan)).toContain(
            "Lunch, still editing, and this title too is longer than whatever room was left there",
        );

        await page.evaluate(() => localStorage.removeItem("filler"));
        await call(page, "Lunch with room");
        await kept(page);
        await expect(said).toHaveCount(0);
        await again(page);
        await expect(session(page, "Lunch with room")).toBeVisible();
    });
});

test.describe("a refused storage", () => {
    test("is said; everything works until the tab closes, and the plan can be taken along", async ({ page }) => {
        await page.addInitScript(() => {
            const refuse = () => {
                throw new DOMException("Access is denied for this document.", "SecurityError");
            };
            for (const name of ["localStorage", "indexedDB"]) Object.defineProperty(window, name, { get: refuse });
        });
        await openPlan(page, "#/agenda");
        await worksWithoutStorage(page);
        await expectAccessible(page);
        await again(page);
        await expect(session(page, "Lunch")).toBeVisible();
    });

    test("by a browser that blocks cookies", async ({ baseURL }) => {
        const folder = await profile();
        await mkdir(join(folder, "Default"));
        const blocked = { profile: { default_content_setting_values: { cookies: 2 } } };
        await writeFile(join(folder, "Default", "Preferences"), JSON.stringify(blocked));
        const { context, kill } = await start(folder);
        try {
            const complaints = listen(context, new URL(baseURL).origin);
            const page = context.pages()[0];
            await page.goto(baseURL);
            expect(await page.evaluate(() => Boolean(localStorage)).catch((error) => error.message)).toContain("SecurityError");
            await worksWithoutStorage(page);
            expect(complaints).toEqual([]);
        } finally {
            await kill();
            await forget(folder);
        }
    });

    async function worksWithoutStorage(page) {
        const said = notice(page, "This browser keeps nothing for this page");
        await expect(said).toBeVisible();
        await expect(said).toContainText("gone when the tab closes");
        await expect(saving(page)).toHaveAttribute("data-saving", "refused");
        await expect(saving(page)).toHaveText("Not kept");
        await select(page, "Lunch");
        await call(page, "Fleeting lunch");
        await undo(page).click();
        await expect(session(page, "Lunch")).toBeVisible();
        await redo(page).click();
        await expect(session(page, "Fleeting lunch")).toBeVisible();
        await expect(said).toBeVisible();
        const file = await handedOut(page, said.getByRole("button", { name: "Download the plan" }));
        expect(titles(JSON.parse(file.text).plan)).toContain("Fleeting lunch");
    }
});

test.describe("a plan from a newer version", () => {
    test("is refused in a sentence and left untouched, whatever is done after", async ({ page }) => {
        await openPlan(page, "#/agenda");
        await kept(page);
        const name = await workingName(page);
        const plan = JSON.parse((await stored(page))[name].split("\n")[1]);
        const text = JSON.stringify({ ...plan, version: 2, hologram: ["of a kind that nobody knows yet"] });
        // With choices that are open in it.
        const newer = sealed(`${text}\n[]`);
        await page.evaluate(([name, text]) => localStorage.setItem(name, text), [name, newer]);
        await again(page);

        const said = notice(page, "saved by a newer version of Itinera, so it was left untouched");
        await expect(said).toBeVisible();
        await expectAccessible(page);
        const file = await handedOut(page, said.getByRole("button", { name: "Download that plan" }));
        // As a newer program can import it: without the seal of the storage, and the plan alone.
        expect(file.text).toBe(text);
        expect(file.name).toMatch(/\.json$/);
        await select(page, "Lunch");
        await call(page, "Another lunch");
        await kept(page);
        expect((await stored(page))[name]).toBe(newer);
        await again(page);
        await expect(said).toBeVisible();
        expect((await stored(page))[name]).toBe(newer);

        await page.goto("./#/meetings");
        await expect(page.getByText("From a newer version", { exact: true })).toBeVisible();
        expect((await stored(page))[name]).toBe(newer);
    });
});
