// The programme: what is handed out on paper. Printed for real, and read back with poppler.
import { execFileSync } from "node:child_process";
import { expect, expectAccessible, openPlan, test } from "./fixtures.mjs";
import { crowded, empty, full, keep } from "./plans.mjs";

const entries = (page) => page.locator("[data-entry]");
const whose = (page) => page.getByLabel("Whose programme");

// Prints the page as it is; the text of each printed page, in its layout.
async function print(page, testInfo) {
    const path = testInfo.outputPath("programme.pdf");
    await page.pdf({ path, preferCSSPageSize: true });
    const info = execFileSync("pdfinfo", [path], { encoding: "utf8" });
    expect(info).toMatch(/Page size:\s+59[45]\S* x 84[12]\S* pts \(A4\)/);
    const pages = execFileSync("pdftotext", ["-layout", path, "-"], { encoding: "utf8" }).split("\f").slice(0, -1);
    expect(pages).toHaveLength(Number(info.match(/Pages:\s+(\d+)/)[1]));
    return pages;
}

const times = (page) => entries(page).locator("time").allTextContents();

for (const [name, hash, words] of [
    ["everyone, in English", "#/programme?lang=en", ["Programme for everyone", "Tuesday, 21 November 2017", "Study visit to three companies", "Page 1 of 2"]],
    ["everyone, in Italian", "#/programme?lang=it", ["Programma per tutti", "Martedì 21 novembre 2017", "Visita di studio in tre aziende", "Pagina 1 di 2"]],
]) {
    test(`the shipped plan is on two sheets of A4: ${name}`, async ({ page }, testInfo) => {
        await openPlan(page, hash);
        await expect(entries(page)).toHaveCount(31);
        const pages = await print(page, testInfo);
        expect(pages).toHaveLength(2);
        const text = pages.join("\n");
        for (const words_ of words) expect(text.toLowerCase()).toContain(words_.toLowerCase());
        for (const time of await times(page)) expect(text).toContain(time);
        // Who pays stands on every page, and so does its number.
        for (const [index, page_] of pages.entries()) {
            expect(page_).toContain("Interreg Europe");
            expect(page_).toMatch(new RegExp(`${index + 1} (of|di) 2`));
        }
        expect(text).toContain("Europe/Rome");
        expect(text).toContain("IRIS");
        expect(text).toMatch(/\* (Still to confirm|Ancora da confermare)/);
        // What surrounds the paper on the screen is not on it.
        for (const chrome of ["Undo", "Whose programme", "Checks", "Print"]) expect(text).not.toContain(chrome);
    });
}

test("a delegation gets its own programme", async ({ page }, testInfo) => {
    await openPlan(page, "#/programme");
    await whose(page).selectOption("Wales");
    await expect(page).toHaveURL(/for=delegation:/);
    await expect(entries(page)).toHaveCount(22);
    const pages = await print(page, testInfo);
    expect(pages.length).toBeLessThanOrEqual(2);
    const text = pages.join("\n");
    expect(text).toContain("Programme for Wales");
    expect(text).toContain("Peer exchange 2");
    expect(text).not.toContain("Peer exchange 1");
    expect(text).not.toContain("Preparing the peer exchange");
    // The address is the whole choice.
    const address = page.url();
    await page.goto("about:blank");
    await page.goto(address);
    await expect(whose(page).locator("option:checked")).toHaveText("Wales");
    await expect(entries(page)).toHaveCount(22);
});

test("the language on paper is chosen apart from that of the screen", async ({ page }) => {
    await openPlan(page, "#/programme");
    await page.getByLabel("Language on paper").selectOption("Italiano");
    await expect(page).toHaveURL(/lang=it/);
    await expect(page.getByRole("heading", { name: "Programme", exact: true })).toBeVisible();
    const paper = page.locator("article[lang=it]").first();
    await expect(paper).toContainText("Programma per tutti");
    await expect(paper.getByRole("columnheader", { name: "Che cosa" })).toBeVisible();
    await page.reload();
    await expect(paper).toContainText("Programma per tutti");
});

test("says of which date the version is", async ({ context, page }, testInfo) => {
    await keep(context, full());
    await openPlan(page, "#/programme");
    // Changed at 08:15 UTC, which is 9:15 in Rome.
    await expect(page.locator("article").first()).toContainText("version of 20 November 2017, 09:15");
    const [first] = await print(page, testInfo);
    expect(first.match(/version of 20 November 2017, 09:15/g)).toHaveLength(2);
});

test("a plan that never changed says so, and when it is printed", async ({ page }) => {
    await page.clock.install({ time: new Date("2017-11-16T09:00:00Z") });
    await openPlan(page, "#/programme");
    await expect(page.locator("article").first()).toContainText("first version, printed on 16 November 2017");
});

test("it is a real document: a table a day, with caption, headings and a row for each entry", async ({ page }) => {
    await openPlan(page, "#/programme");
    const tables = page.getByRole("table");
    await expect(tables).toHaveCount(2);
    await expect(tables.first().getByRole("heading")).toContainText("21 November 2017");
    await expect(tables.first().getByRole("columnheader")).toHaveText(["Time", "What", "Where"]);
    await expect(tables.first().locator("tr[data-entry]")).toHaveCount(22);
    await expect(tables.last().locator("tr[data-entry]")).toHaveCount(9);
    const row = tables.first().locator("tr[data-entry]").filter({ hasText: "Evaluation in support of decisions" });
    await expect(row.getByRole("rowheader")).toHaveText("09:15–10:30");
    await expect(row).toContainText("Chair: Piedmont · Speakers: Piedmont, Advisory partner · Rapporteur: Wales");
    await expect(row.getByRole("cell").last()).toHaveText("Main room, Finpiemonte");
    await expect(row).toContainText("To confirm");
});

test("a visit stays together, and what is at the same time says for whom it is", async ({ page }) => {
    await openPlan(page, "#/programme");
    const groups = page.locator("tbody").filter({ hasText: "Study visit to three companies" });
    await expect(groups).toHaveCount(2);
    await expect(groups.last().getByRole("rowheader").first()).toContainText("Group 2: Basque Country");
    const visit = groups.first();
    await expect(visit.getByRole("rowheader").first()).toContainText("Group 1: Wales, Lithuania");
    await expect(visit.locator("tr[data-entry]")).toHaveCount(7);
    await expect(visit.locator("[data-kind=leg]").first()).toContainText("Coach to Prima Industrie: board at Finpiemonte 13:10, coach leaves 13:15, drive about 20 min");
    await expect(groups.last().locator("[data-kind=leg]").last()).toContainText("coach leaves 18:40, drive 20 min");
    await expect(visit.locator("[data-kind=stop]").first()).toContainText("Bring: Identity document. Closed, flat shoes. No photographs.");
    const during = page.locator("tbody").filter({ hasText: "During the visit" });
    await expect(during.locator("tr[data-entry]")).toHaveCount(1);
    await expect(during).toContainText("For Piedmont, Advisory partner");
    const parallel = page.locator("tbody").filter({ hasText: "In parallel" });
    await expect(parallel.locator("tr[data-entry]")).toHaveCount(2);
    await expect(parallel).toContainText("For Piedmont, Basque Country");
    await expect(parallel).toContainText("For Wales, Lithuania, Advisory partner");
});

test("paper is black on white, also at night", async ({ page }) => {
    await page.emulateMedia({ colorScheme: "dark", media: "print" });
    await openPlan(page, "#/programme");
    const shades = await page.locator("article *").evaluateAll((all) => {
        const grey = (colour) => {
            const [red, green, blue] = colour.match(/\d+/g).map(Number);
            return red === green && green === blue ? red : Number.NaN;
        };
        return [...new Set(all.map((element) => grey(getComputedStyle(element).color)))];
    });
    // Greys only, and none lighter than what is read on a bad copy.
    for (const shade of shades) expect(shade).toBeLessThanOrEqual(0x40);
    await expect(page.locator("article").first()).toHaveCSS("background-color", "rgb(255, 255, 255)");
    await expect(page.getByRole("navigation")).toBeHidden();
    await expect(page.getByRole("button", { name: "Print" })).toBeHidden();
});

test("other screens print without what surrounds them", async ({ page }, testInfo) => {
    await openPlan(page, "#/today?at=2017-11-21T14:05");
    const text = (await print(page, testInfo)).join("\n");
    expect(text).toContain("Prima Industrie");
    for (const chrome of ["Undo", "Meetings", "Map app"]) expect(text).not.toContain(chrome);
});

test("300 sessions make many pages, each with its heading, and no row is torn", async ({ context, page }, testInfo) => {
    await keep(context, crowded(3, 100));
    await openPlan(page, "#/programme");
    await expect(entries(page)).toHaveCount(300);
    const pages = await print(page, testInfo);
    expect(pages.length).toBeGreaterThan(6);
    for (const [index, text] of pages.entries()) {
        expect(text).toContain(`Page ${index + 1} of ${pages.length}`);
        // The head of the table comes again, and a row's note is on the row's page to its last word.
        expect(text).toMatch(/Time\s+What\s+Where/);
        const rows = text.match(/Session \d+\.\d+/g) ?? [];
        expect(text.match(/and some more\./g) ?? []).toHaveLength(rows.length);
    }
    const printed = pages.join("\n").match(/Session \d+\.\d+/g);
    expect(new Set(printed).size).toBe(300);
    expect(printed).toHaveLength(300);
});

test("an empty plan makes a sheet that says so, and leads to the agenda", async ({ context, page }, testInfo) => {
    await keep(context, empty());
    await openPlan(page, "#/programme");
    await expect(page.locator("article")).toContainText("Nothing is planned yet.");
    expect(await print(page, testInfo)).toHaveLength(1);
    await page.getByRole("link", { name: "Add sessions on the agenda" }).click();
    await expect(page).toHaveURL(/#\/agenda/);
});

test("the Print button opens the browser's print dialogue", async ({ page }) => {
    await page.addInitScript(() => {
        window.printed = 0;
        window.print = () => (window.printed += 1);
    });
    await openPlan(page, "#/programme");
    await page.getByRole("button", { name: "Print", exact: true }).click();
    expect(await page.evaluate(() => window.printed)).toBe(1);
});

for (const colorScheme of ["light", "dark"]) {
    for (const width of [1350, 360]) {
        test(`has no violation that axe knows: ${colorScheme}, ${width} px`, async ({ page }) => {
            await page.emulateMedia({ colorScheme });
            await page.setViewportSize({ width, height: 940 });
            await openPlan(page, "#/programme?lang=it");
            const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
            expect(overflow).toBeLessThanOrEqual(0);
            await expectAccessible(page);
        });
    }
}
