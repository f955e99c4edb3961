// The plans kept in this browser: every way in, out and around.
import { expect, expectAccessible, listen, openPlan, test } from "./fixtures.mjs";
import { exported, exportFile, importPlan, overflow, pick } from "./meetings.mjs";

const rows = (page) => page.locator("[data-plan]");
const row = (page, title) => rows(page).filter({ has: page.getByRole("heading", { name: title, exact: true }) });
const EXAMPLE = "MANUMIX: Innovation policy-mix learning for advanced manufacturing in European regions";

// Makes a meeting with the form.
async function make(page, title, { first = "2018-03-05", days = "3", zone = "Europe/Vilnius" } = {}) {
    await page.goto("./#/meetings");
    await page.getByRole("button", { name: "New meeting" }).click();
    await page.getByLabel("Title").fill(title);
    await page.getByLabel("First day").fill(first);
    await page.getByLabel("Number of days").fill(days);
    await page.getByLabel("Time zone of the place").fill(zone);
    await page.getByRole("button", { name: "Create meeting" }).click();
    await expect(page.locator("[aria-current=page]")).toHaveText("Agenda");
    await page.goto("./#/meetings");
}

test("the list says what is kept, and which plan is open", async ({ page }) => {
    await openPlan(page, "#/meetings");
    await expect(rows(page)).toHaveCount(1);
    const example = row(page, EXAMPLE);
    await expect(example).toHaveAttribute("aria-current", "true");
    await expect(example).toContainText("Open now");
    await expect(example).toContainText("21–22 November 2017");
    await expect(example).toContainText("Not changed yet");
    await expect(example).toContainText(/\d+ kB/);
});

test("a new meeting has its title, its days and its time zone", async ({ page }) => {
    await openPlan(page, "#/meetings");
    await make(page, "Kick-off in Vilnius");
    const made = row(page, "Kick-off in Vilnius");
    await expect(made).toContainText("5–7 March 2018");
    await expect(made).toContainText("Open now");
    await expect(rows(page)).toHaveCount(2);
    const { plan } = await exported(page);
    expect(plan.meeting.zone).toBe("Europe/Vilnius");
    expect(plan.days.map(({ date }) => date)).toEqual(["2018-03-05", "2018-03-06", "2018-03-07"]);
    // After a reload it is still the open one.
    await page.reload();
    await expect(made).toContainText("Open now");
});

test("what is wrong in the form stands at its field and above, and leads there", async ({ page }) => {
    await openPlan(page, "#/meetings");
    await page.getByRole("button", { name: "New meeting" }).click();
    await expect(page.getByLabel("Title")).toBeFocused();
    // The browser's own time zone is offered.
    await expect(page.getByLabel("Time zone of the place")).toHaveValue("Europe/Rome");
    await page.getByLabel("Number of days").fill("0");
    await page.getByLabel("Time zone of the place").fill("Turin");
    await page.getByRole("button", { name: "Create meeting" }).click();
    const summary = page.getByRole("alert");
    await expect(summary).toBeFocused();
    await expect(summary.getByRole("link")).toHaveText([
        "Enter a title.",
        "Enter the first day.",
        "Enter how many days it takes, from 1 to 31.",
        "Enter a time zone, such as Europe/Rome.",
    ]);
    await expect(page.getByLabel("Title")).toHaveAccessibleDescription("Enter a title.");
    await expect(page.getByLabel("Title")).toHaveAttribute("aria-invalid", "true");
    await expectAccessible(page);
    await summary.getByRole("link", { name: "Enter the first day." }).click();
    await expect(page.getByLabel("First day")).toBeFocused();
    await expect(rows(page)).toHaveCount(1);
    await page.getByRole("button", { name: "Cancel" }).click();
    await expect(page.getByRole("button", { name: "New meeting" })).toBeFocused();
    await expect(page.getByLabel("Title")).toHaveCount(0);
});

test("one can start from the example again and again", async ({ page }) => {
    await openPlan(page, "#/meetings");
    await page.getByRole("button", { name: "Start from the MANUMIX example" }).click();
    await expect(page.locator("[aria-current=page]")).toHaveText("Agenda");
    await page.goto("./#/meetings");
    await expect(row(page, EXAMPLE)).toHaveCount(2);
    await expect(rows(page).filter({ hasText: "Open now" })).toHaveCount(1);
});

test("a plan is opened from the list", async ({ page }) => {
    await openPlan(page, "#/meetings");
    await make(page, "Kick-off");
    await row(page, EXAMPLE).getByRole("button", { name: "Open", exact: true }).click();
    await expect(page.locator("[aria-current=page]")).toHaveText("Agenda");
    await expect(page.getByRole("banner")).toContainText(EXAMPLE);
    await page.goto("./#/meetings");
    await expect(row(page, EXAMPLE)).toContainText("Open now");
    await expect(row(page, "Kick-off")).not.toContainText("Open now");
    await row(page, EXAMPLE).getByRole("button", { name: "Go on" }).click();
    await expect(page.locator("[aria-current=page]")).toHaveText("Agenda");
});

test("a copy is a plan of its own", async ({ page }) => {
    await openPlan(page, "#/meetings");
    await make(page, "Kick-off");
    await row(page, "Kick-off").getByRole("button", { name: "Duplicate" }).click();
    const copy = row(page, "Kick-off (copy)");
    await expect(copy.getByRole("button", { name: "Open", exact: true })).toBeFocused();
    await expect(copy).toContainText("5–7 March 2018");
    await expect(page.locator("[role=status][aria-live]")).toHaveText("“Kick-off” was duplicated.");
    // Of a plan that is not open too.
    await row(page, EXAMPLE).getByRole("button", { name: "Duplicate" }).click();
    await expect(row(page, `${EXAMPLE} (copy)`)).toBeVisible();
    await expect(rows(page)).toHaveCount(4);
    await copy.getByRole("button", { name: "Open", exact: true }).click();
    await expect(page.getByRole("banner")).toContainText("Kick-off (copy)");
});

test("a plan is renamed in its place", async ({ page }) => {
    await openPlan(page, "#/meetings");
    await make(page, "Kick-off");
    await row(page, "Kick-off").getByRole("button", { name: "Rename" }).click();
    const field = page.getByLabel("Title");
    await expect(field).toBeFocused();
    await expect(field).toHaveValue("Kick-off");
    await field.fill(" ");
    await field.press("Enter");
    await expect(field).toHaveAccessibleDescription("Enter a title.");
    await field.fill("First meeting");
    await field.press("Enter");
    await expect(row(page, "First meeting").getByRole("button", { name: "Rename" })).toBeFocused();
    await expect(page.getByRole("banner")).toContainText("First meeting");
    // The open one by a step that can be undone.
    await page.getByRole("button", { name: "Undo" }).click();
    await expect(row(page, "Kick-off")).toBeVisible();
    // And one that is not open.
    await row(page, EXAMPLE).getByRole("button", { name: "Rename" }).click();
    await page.getByLabel("Title").press("Escape");
    await expect(page.getByLabel("Title")).toHaveCount(0);
    await row(page, EXAMPLE).getByRole("button", { name: "Rename" }).click();
    await page.getByLabel("Title").fill("Turin");
    await page.getByLabel("Title").press("Enter");
    await expect(row(page, "Turin")).toBeVisible();
    await page.reload();
    await expect(row(page, "Turin")).toBeVisible();
    await page.getByRole("button", { name: "Italiano" }).click();
    await expect(row(page, "Turin")).toBeVisible();
});

test("a deleted plan is restored", async ({ page }) => {
    await openPlan(page, "#/meetings");
    await make(page, "Kick-off");
    await row(page, EXAMPLE).getByRole("button", { name: "Delete" }).click();
    await expect(row(page, EXAMPLE)).toHaveCount(0);
    await expect(row(page, "Kick-off").getByRole("button").first()).toBeFocused();
    await expect(page.getByText("The plan was deleted.")).toBeVisible();
    // From the notice at once, or from the list whenever.
    await page.locator(".notice").getByRole("button", { name: "Restore" }).click();
    await expect(row(page, EXAMPLE)).toBeVisible();
    await expect(page.getByText("The plan was deleted.")).toHaveCount(0);
    await row(page, EXAMPLE).getByRole("button", { name: "Delete" }).click();
    await page.reload();
    const bin = page.locator("[data-deleted]");
    await expect(page.getByRole("heading", { name: "Recently deleted" })).toBeVisible();
    await expect(bin).toContainText("21–22 November 2017");
    await bin.getByRole("button", { name: "Restore" }).click();
    await expect(row(page, EXAMPLE)).toBeVisible();
    await expect(row(page, EXAMPLE).getByRole("button").first()).toBeFocused();
    await expect(bin).toHaveCount(0);
});

test("the open plan is deleted and restored with its changes", async ({ page }) => {
    await openPlan(page, "#/meetings");
    await row(page, EXAMPLE).getByRole("button", { name: "Rename" }).click();
    await page.getByLabel("Title").fill("Turin");
    await page.getByLabel("Title").press("Enter");
    await row(page, "Turin").getByRole("button", { name: "Delete" }).click();
    // There is always something to see.
    await expect(page.getByRole("banner")).toContainText(EXAMPLE);
    await expect(rows(page)).toHaveCount(1);
    await page.locator(".notice").getByRole("button", { name: "Restore" }).click();
    await expect(page.getByRole("banner")).toContainText("Turin");
    await expect(rows(page)).toHaveCount(1);
    await expect(row(page, "Turin")).toContainText("Open now");
});

test("what is deleted for good is gone, after a second word", async ({ page }) => {
    await openPlan(page, "#/meetings");
    await make(page, "Kick-off");
    await row(page, EXAMPLE).getByRole("button", { name: "Delete" }).click();
    const bin = page.locator("[data-deleted]");
    await bin.getByRole("button", { name: "Delete for good" }).click();
    await expect(bin.getByRole("button", { name: "Yes, delete for good" })).toBeFocused();
    await bin.getByRole("button", { name: "Cancel" }).click();
    await bin.getByRole("button", { name: "Delete for good" }).click();
    await bin.getByRole("button", { name: "Yes, delete for good" }).click();
    await expect(bin).toHaveCount(0);
    await expect(page.getByRole("heading", { level: 1 })).toBeFocused();
    await page.reload();
    await expect(rows(page)).toHaveCount(1);
    await expect(bin).toHaveCount(0);
});

test("an export that is imported in another browser is exported there as it came", async ({ page, browser, baseURL }) => {
    await openPlan(page, "#/meetings");
    await make(page, "Kick-off");
    const names = [EXAMPLE, "Kick-off"];
    const files = [];
    for (const name of names) {
        await row(page, name).getByRole("button", { name: /^(Open|Go on)$/ }).click();
        await page.goto("./#/meetings");
        await row(page, name).getByRole("button", { name: "Rename" }).click();
        await page.getByLabel("Title").fill(`${name} changed`);
        await page.getByLabel("Title").press("Enter");
        await expect(row(page, `${name} changed`)).toBeVisible();
        files.push(await exportFile(page));
        // The button in the row hands out the same.
        const [download] = await Promise.all([
            page.waitForEvent("download"),
            row(page, `${name} changed`).getByRole("button", { name: "Export", exact: true }).click(),
        ]);
        expect(download.suggestedFilename()).toBe(files.at(-1).name);
    }
    expect(files[1].name).toBe("kick-off-changed-2018-03-05.itinera.json");
    for (const file of files) {
        const context = await browser.newContext({ baseURL, locale: "en-GB" });
        const complaints = listen(context, new URL(baseURL).origin);
        const other = await context.newPage();
        await openPlan(other, "#/meetings");
        await importPlan(other, JSON.parse(file.text));
        await other.goto("./#/meetings");
        expect(await exportFile(other)).toEqual(file);
        await other.reload();
        expect(await exportFile(other)).toEqual(file);
        expect(complaints).toEqual([]);
        await context.close();
    }
});

test("a copy of the open plan is merged into it, and undo takes it back", async ({ page }) => {
    await openPlan(page, "#/meetings");
    const file = await exported(page);
    file.plan.sessions[0].title = { en: "From the file", it: "Dal file" };
    await pick(page, "copy.json", JSON.stringify(file));
    await expect(page.getByText("“copy.json” was merged into the open plan. Undo takes it back, but not what was handed out.")).toBeVisible();
    expect((await exported(page)).plan.sessions[0].title.en).toBe("From the file");
    await page.getByRole("button", { name: "Undo" }).click();
    expect((await exported(page)).plan.sessions[0].title).not.toEqual(file.plan.sessions[0].title);
    // The same file again holds nothing that was not seen.
    await pick(page, "copy.json", JSON.stringify(file));
    await expect(page.getByText("holds nothing new")).toBeVisible();
});

test("a file can be dropped on the page", async ({ page }) => {
    await openPlan(page, "#/meetings");
    const file = await exported(page);
    file.plan.meeting.id = "01900000-0000-7000-8000-000000000001";
    file.plan.meeting.title = "Dropped";
    const transfer = await page.evaluateHandle((text) => {
        const transfer = new DataTransfer();
        transfer.items.add(new File([text], "dropped.json", { type: "application/json" }));
        return transfer;
    }, JSON.stringify(file));
    await page.locator("main h1").dispatchEvent("dragover", { dataTransfer: transfer });
    await page.locator("main h1").dispatchEvent("drop", { dataTransfer: transfer });
    await expect(page.getByRole("banner")).toContainText("Dropped");
});

test("the file input accepts .json", async ({ page }) => {
    await openPlan(page, "#/meetings");
    await expect(page.locator("input[type=file]")).toHaveAttribute("accept", /(^|,)\.json(,|$)/);
});

test.describe("what is no plan", () => {
    const wrong = {
        empty: { make: () => "", says: "The file is empty." },
        binary: { make: () => Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0xff, 0xfe]), says: "The file is not text" },
        truncated: { make: (text) => text.slice(0, text.length / 2), says: /ends too early|cut|broken|stops/i },
        "another JSON": { make: () => '{"type": "FeatureCollection"}', says: "it is not an Itinera plan" },
        "wrong types": { make: change((plan) => (plan.sessions[2].title = 12)), says: /12/ },
        "an identity twice": {
            make: change((plan) => (plan.sessions[1].id = plan.sessions[0].id)),
            says: /twice|same identity|both/i,
        },
        "a backwards slot": {
            make: change(({ sessions: [{ slot }] }) => ([slot.start, slot.end] = [slot.end, slot.start])),
            says: /end/i,
        },
        "deep nesting": { make: () => "[".repeat(100_000), says: "nested too deeply" },
        "a newer form": { make: (text) => text.replace('"version": 1', '"version": 2'), says: "newer Itinera" },
        "50 MB": { make: () => Buffer.alloc(50 * 1024 * 1024, "["), says: "too large for a plan: 50 MB" },
    };

    // The exported text with its plan changed.
    function change(how) {
        return (text) => {
            const file = JSON.parse(text);
            how(file.plan);
            return JSON.stringify(file, null, 2);
        };
    }

    for (const [name, { make: content, says }] of Object.entries(wrong)) {
        test(`${name}: says what and where, and the open plan is unchanged`, async ({ page }) => {
            await openPlan(page, "#/meetings");
            const before = await exportFile(page);
            const kept = await page.evaluate(() => JSON.stringify(localStorage));
            await pick(page, `${name}.json`, content(before.text));
            const alert = page.getByRole("alert");
            await expect(alert).toContainText(`“${name}.json” was not imported.`);
            await expect(alert).toContainText(says);
            await expect(alert).toContainText("The open plan is unchanged.");
            expect(await exportFile(page)).toEqual(before);
            expect(await page.evaluate(() => JSON.stringify(localStorage))).toBe(kept);
            await alert.getByRole("button", { name: "Close" }).click();
            await expect(alert).toHaveCount(0);
        });
    }
});

test("what cannot be read is listed as such, and handed out as it is", async ({ page }) => {
    await openPlan(page, "#/meetings");
    await page.evaluate(() => {
        localStorage.setItem("itinera.plan.01900000-0000-7000-8000-000000000001", "damage");
        localStorage.setItem("itinera.damaged.01900000-0000-7000-8000-000000000002", "older damage");
    });
    await page.reload();
    const unreadable = page.locator("[data-unreadable]");
    await expect(unreadable).toHaveCount(2);
    await expect(unreadable.first()).toContainText("Cannot be read");
    await expect(unreadable.first().getByRole("button")).toHaveText(["Download"]);
    await expect(page.getByRole("heading", { name: "Damaged, put aside" })).toBeVisible();
    const [download] = await Promise.all([
        page.waitForEvent("download"),
        unreadable.nth(1).getByRole("button", { name: "Download" }).click(),
    ]);
    expect(download.suggestedFilename()).toBe("damaged-plan.txt");
    await expectAccessible(page);
    await unreadable.nth(1).getByRole("button", { name: "Delete for good" }).click();
    await page.getByRole("button", { name: "Yes, delete for good" }).click();
    await expect(unreadable).toHaveCount(1);
});

test("in Italian it reads as Italian", async ({ page }) => {
    await openPlan(page, "#/meetings");
    await page.getByRole("button", { name: "Italiano" }).click();
    await expect(page.getByRole("heading", { level: 1, name: "Incontri" })).toBeVisible();
    for (const name of ["Nuovo incontro", "Importa piano", "Esporta piano"]) {
        await expect(page.getByRole("button", { name })).toBeVisible();
    }
    await expect(rows(page)).toContainText("21–22 novembre 2017");
});

for (const colorScheme of ["light", "dark"]) {
    for (const width of [1350, 360]) {
        test(`everybody can use it: ${colorScheme}, ${width} px`, async ({ page }) => {
            await page.emulateMedia({ colorScheme });
            await page.setViewportSize({ width, height: 740 });
            await openPlan(page, "#/meetings");
            await make(page, "Kick-off");
            await row(page, EXAMPLE).getByRole("button", { name: "Delete" }).click();
            await page.locator("[data-deleted]").getByRole("button", { name: "Delete for good" }).click();
            await page.getByRole("button", { name: "New meeting" }).click();
            await expect(page.getByLabel("Title")).toBeFocused();
            await expectAccessible(page);
            expect(await overflow(page)).toBeLessThanOrEqual(0);
            await page.getByRole("form", { name: "New meeting" }).getByRole("button", { name: "Cancel" }).click();
            await row(page, "Kick-off").getByRole("button", { name: "Rename" }).click();
            await expect(page.getByLabel("Title")).toBeFocused();
            await expectAccessible(page);
            expect(await overflow(page)).toBeLessThanOrEqual(0);
        });
    }
}
