// The codes on papers: read from a picture of the printed page by a reader that is not ours.
import jsQR from "jsqr";
import { PNG } from "pngjs";
import { expect, test } from "./fixtures.mjs";
import { importPlan } from "./meetings.mjs";
import { gathering, openPapers, person, picture, print } from "./papers.mjs";
import { keep, markOf, shipped } from "./plans.mjs";

// What a code says somewhere on a picture; the place in millimetres of a page.
function read(image, { left = 0, top = 0, width = 210, height = 297 } = {}) {
    const png = PNG.sync.read(image);
    const scale = png.width / 210;
    const [x, y, wide, high] = [left, top, width, height].map((length) => Math.round(length * scale));
    const part = new PNG({ width: Math.min(wide, png.width - x), height: Math.min(high, png.height - y) });
    PNG.bitblt(png, part, x, y, part.width, part.height, 0, 0);
    return jsQR(new Uint8ClampedArray(part.data), part.width, part.height)?.data;
}

for (const [name, keys, languages, hash] of [
    ["a programme", "programme:everyone", "en", "#/programme?for=everyone&lang=en"],
    ["an attendance sheet", "attendance:day:2017-11-21", "it", "#/papers?paper=attendance:day:2017-11-21&lang=it"],
    ["a programme in two languages", "programme:everyone", "it+en", "#/papers?paper=programme:everyone&lang=it+en"],
    ["two languages", "evidence", "en+it", "#/papers?paper=evidence&lang=en+it"],
]) {
    test(`the code opens the same view: ${name}`, async ({ page, baseURL }, testInfo) => {
        await openPapers(page, keys, languages);
        const { path } = await print(page, testInfo);
        // As a cheap printer and an old telephone see it: grey, and not sharp.
        const address = read(picture(path, 1, testInfo, 150, ["-gray"]));
        expect(address).toBe(`${baseURL}${hash}&plan=${markOf(shipped())}`);
        await page.goto("about:blank");
        await page.goto(address);
        await page.locator("html[data-ready]").waitFor({ state: "attached" });
        const paper = page.locator("article").first();
        await expect(paper).toHaveAttribute("lang", languages.slice(0, 2));
        await expect(paper.locator("[lang]").first()).toBeAttached({ attached: languages.length > 2 });
        await expect(page.locator(".notice")).toHaveCount(0);
        if (hash.startsWith("#/papers")) await expect(paper).toHaveAttribute("data-paper", keys);
    });
}

test("the code on a badge opens the person's own day", async ({ context, page, baseURL }, testInfo) => {
    await keep(context, gathering(24));
    await openPapers(page, "badges");
    const { path } = await print(page, testInfo);
    const image = picture(path, 1, testInfo, 200, ["-gray"]);
    // The first delegation is every fourth person, two in a row.
    for (const [place, left, top] of [[0, 20, 11], [4, 105, 11], [8, 20, 66]]) {
        const address = read(image, { left: left + 42, top: top + 20, width: 43, height: 35 });
        expect(address).toBe(`${baseURL}#/today?for=delegate:${person(place)}&plan=${markOf(gathering(24))}`);
    }
    await page.goto(`${baseURL}#/today?for=delegate:${person(4)}&plan=${markOf(gathering(24))}`);
    await expect(page.getByLabel("I am", { exact: true }).locator("option:checked")).toHaveText("Person 004");
});

test("a code opens its own meeting, whichever is open, or says that it is not kept here", async ({ page }) => {
    const large = gathering(24);
    const title = page.locator(".header__title");
    const programme = (file) => `#/programme?for=everyone&lang=en&plan=${markOf(file)}`;
    await openPapers(page);
    await page.goto("./#/meetings");
    await importPlan(page, large);
    await expect(title).toHaveText("A large meeting");
    // Scanned, it comes into a page of its own.
    await page.goto("about:blank");
    await page.goto(`./${programme(shipped())}`);
    await expect(title).toContainText("MANUMIX");
    await expect(page.locator("article").first()).toContainText("Evaluation in support of decisions");
    await expect(page.locator(".notice")).toHaveCount(0);
    // Into the one that is open.
    await page.goto(`./${programme(large)}`);
    await expect(title).toHaveText("A large meeting");
    await expect(page.locator("article").first()).toContainText("Methods");
    await expect(page.locator("article")).not.toContainText("Evaluation in support of decisions");
    // What is chosen there stays with it.
    await page.getByLabel("Whose programme").selectOption("South");
    await expect(title).toHaveText("A large meeting");
    // One that nobody keeps here, by a page of its own and in the one that is open.
    const notice = page.getByText("belongs to another meeting, which is not kept in this browser");
    await page.goto("./#/today?plan=00c0ffee");
    await expect(notice).toBeVisible();
    await page.goto("about:blank");
    await page.goto("./#/papers?paper=badges&plan=00c0ffee");
    await expect(notice).toBeVisible();
    await expect(title).toHaveText("A large meeting");
    await page.locator(".notice", { has: notice }).getByRole("button").last().click();
    await expect(notice).toHaveCount(0);
    await page.getByLabel("Language on paper").selectOption("Italiano");
    await expect(page).toHaveURL(/lang=it/);
    await expect(notice).toHaveCount(0);
});

test("in grey the stars of the emblem stand out from their field", async ({ page }, testInfo) => {
    await openPapers(page);
    const { path } = await print(page, testInfo);
    const png = PNG.sync.read(picture(path, 1, testInfo, 600, ["-gray"]));
    const box = await page.locator(".paper__sheet").first().evaluate((sheet) => {
        const [frame, emblem] = [sheet, sheet.querySelector(".emblem")].map((element) => element.getBoundingClientRect());
        return { left: (emblem.left - frame.left) / frame.width, top: (emblem.top - frame.top) / frame.width, width: emblem.width / frame.width };
    });
    const grey = (x, y) => {
        const [column, line] = [box.left + (x / 27) * box.width, box.top + (y / 27) * box.width].map((part) => Math.round(part * png.width));
        return png.data[(line * png.width + column) * 4];
    };
    const field = grey(13.5, 9);
    for (let hour = 0; hour < 12; hour += 1) {
        const angle = (hour * Math.PI) / 6;
        const star = grey(13.5 + 6 * Math.sin(angle), 9 - 6 * Math.cos(angle));
        expect(star - field, `${hour} o'clock`).toBeGreaterThan(100);
    }
});
