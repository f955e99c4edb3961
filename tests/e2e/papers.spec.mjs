// Papers: sheets of A4 on the screen, and the same on paper. Printed for real, and read back with poppler.
import { expect, expectAccessible, openPlan, test } from "./fixtures.mjs";
import {
    FROM_RIGHT, LONG, UNBROKEN, coach, delegation, desk, everyKey, gathering, lettersOf, misplaced, openPapers, person, print, sheetLetters, sheets,
} from "./papers.mjs";
import { crowded, empty, full, keep } from "./plans.mjs";

const row = (page, key) => page.locator(`.papers__row[data-paper="${key}"]`);
const tick = (page, key) => row(page, key).getByRole("checkbox");
const printing = (page) => page.getByRole("button", { name: "Print", exact: true });
const folded = (page, name) => page.locator("summary", { has: page.getByRole("heading", { name, exact: true }) });

// Every page is the sheet that the screen shows: the same letters, numbered within its paper.
async function expectSame(page, testInfo) {
    const { pages, words } = await print(page, testInfo);
    const shown = await sheetLetters(page);
    expect(pages).toHaveLength(shown.length);
    for (const [index, sheet] of shown.entries()) {
        expect(lettersOf(pages[index]), `page ${index + 1}: ${sheet.paper}`).toBe(sheet.letters);
        expect(pages[index]).toContain(`Page ${sheet.number} of ${sheet.of}`);
    }
    return { pages, words, shown };
}

test("every paper of the shipped plan is on paper as it is on the screen", async ({ page }, testInfo) => {
    await openPapers(page, await everyKey(page));
    await expect(page.locator("article.paper")).toHaveCount(await page.locator(".papers__row[data-paper]").count());
    const { pages, shown } = await expectSame(page, testInfo);
    expect(await misplaced(page)).toEqual([]);
    for (const [index, text] of pages.entries()) {
        // The meeting and who pays stand on every sheet, and so does the state of the plan.
        for (const words of ["MANUMIX", "Interreg Europe", "Draft of"]) expect(text, shown[index].paper).toContain(words);
    }
    await expect(page.locator("#papers-desk .paper__sheet:not(:has(.emblem))")).toHaveCount(0);
    // What surrounds the paper on the screen is not on it.
    for (const chrome of ["Undo", "Keep as version", "Blank rows", "Checks"]) expect(pages.join("\n")).not.toContain(chrome);
    await expect(page.getByText(/^\d+ papers, \d+ sheets$/)).toHaveText(`${new Set(shown.map(({ paper }) => paper)).size} papers, ${pages.length} sheets`);
});

test("title, programme and line of publicity stand on every sheet, and nothing of it twice", async ({ context, page }, testInfo) => {
    const file = gathering(14);
    Object.assign(file.plan.meeting, { title: "Qualia", programme: "Programme Zeta", publicity: "Co-funded by the Omega funds" });
    await keep(context, file);
    await openPapers(page, await everyKey(page), "en");
    const { pages, shown } = await expectSame(page, testInfo);
    expect(await misplaced(page)).toEqual([]);
    for (const [index, text] of pages.entries()) {
        for (const words of ["Qualia", "Programme Zeta", "Co-funded by the Omega funds"]) expect(text, shown[index].paper).toContain(words);
        // The number of the project is the programme's, and stands with it on sheets to sign.
        expect(text.match(/Programme Zeta/g)).toHaveLength(text.includes("Project number") ? 2 : 1);
    }
    // On a sheet of badges above the first of them, where printers print.
    const { words } = await print(page, testInfo);
    const badges = shown.findIndex(({ paper }) => paper === "badges");
    const head = words[badges].filter(({ word, top }) => ["Zeta", "Omega"].includes(word) && top < 20);
    expect(head).toHaveLength(2);
    for (const { top, bottom } of head) {
        expect(top).toBeGreaterThan(5);
        expect(bottom).toBeLessThan(11);
    }
    // A line that names the programme says it.
    file.plan.meeting.publicity = "Programme Zeta, co-funded by the Omega funds";
    const again = await context.browser().newContext({ baseURL: testInfo.project.use.baseURL });
    await keep(again, file);
    const other = await again.newPage();
    await openPapers(other, "programme:everyone", "en");
    expect((await print(other, testInfo, "named")).pages[0].match(/Programme Zeta/g)).toHaveLength(1);
    await again.close();
});

test("300 people: rows go on below the table's head, with their heading, and none is torn", async ({ context, page }, testInfo) => {
    await keep(context, gathering(300));
    const coaches = `coach-list:coach:${coach(0)}:to:00000000-0000-0000-0000-00000000005b`;
    await openPapers(page, `attendance:day:2017-11-21,badges,${coaches},host:00000000-0000-0000-0000-000000000047`);
    const { pages, shown } = await expectSame(page, testInfo);
    expect(await misplaced(page)).toEqual([]);
    const attendance = pages.filter((_, index) => shown[index].paper.startsWith("attendance"));
    expect(attendance.length).toBeGreaterThan(12);
    for (const text of attendance) expect(text).toMatch(/Name\s+Organisation\s+Role\s+Signature/);
    // The rows of a sheet that begins inside a delegation are below its name.
    const begun = await page.locator("article[data-paper^=attendance] .paper__sheet").evaluateAll((all) =>
        all.map((sheet) => sheet.querySelector("tbody tr").className.includes("heading")),
    );
    expect(begun).not.toContain(false);
    await expect(page.locator("article[data-paper^=attendance] .paper__row--again").first()).toContainText("continued");
    // Everybody signs once, has a badge, and is on one row of the host's list.
    const numbers = await page.locator("article[data-paper^=attendance] .paper__number").allTextContents();
    expect(numbers.filter(Boolean).map(Number)).toEqual(Array.from({ length: 302 }, (_, index) => index + 1));
    await expect(page.locator(".card")).toHaveCount(302);
    await expect(page.locator("article.paper[data-paper=badges] .paper__sheet")).toHaveCount(31);
    await expect(page.locator("article[data-paper^=coach-list] .paper__row--tick")).toHaveCount(150);
});

test("a sheet is measured once, however many rows it has", async ({ context, page }) => {
    const session = await context.newCDPSession(page);
    await session.send("Performance.enable");
    const layouts = async () => {
        const { metrics } = await session.send("Performance.getMetrics");
        return metrics.find(({ name }) => name === "LayoutCount").value;
    };
    await keep(context, gathering(300));
    await openPapers(page, "none");
    const before = await layouts();
    await tick(page, "attendance:day:2017-11-21").check();
    await expect(page.locator(".paper__row--sign").nth(300)).toBeAttached();
    await expect(page.getByText("1 paper, ")).toBeVisible();
    expect((await layouts()) - before).toBeLessThan(60);
});

test("what is printed is where the screen shows it, on a phone too", async ({ browser, baseURL, page }, testInfo) => {
    const keys = `programme:everyone,evidence`;
    await openPapers(page, keys);
    const wide = await print(page, testInfo, "wide");
    const shown = await page.locator(".paper__sheet").first().evaluate((sheet) => {
        const frame = sheet.getBoundingClientRect();
        const place = (time) => {
            const box = time.getBoundingClientRect();
            return { text: time.textContent, left: ((box.left - frame.left) * 210) / frame.width, middle: (((box.top + box.bottom) / 2 - frame.top) * 210) / frame.width };
        };
        return [...sheet.querySelectorAll("time")].map(place);
    });
    expect(shown.length).toBeGreaterThan(8);
    for (const { text, left, middle } of shown) {
        const there = wide.words[0].filter(({ word }) => word === text);
        const near = there.filter((word) => Math.abs(word.left - left) < 0.5 && Math.abs((word.top + word.bottom) / 2 - middle) < 1);
        expect(near.length, `${text} at ${left}, ${middle}`).toBeGreaterThan(0);
    }
    const phone = await browser.newContext({ baseURL, viewport: { width: 360, height: 740 }, deviceScaleFactor: 2.625, isMobile: true, hasTouch: true });
    const small = await phone.newPage();
    await openPapers(small, keys, "en");
    // The whole width of a sheet is seen, and it is not cut.
    const frame = await small.locator(".paper__frame").first().boundingBox();
    expect(frame.width).toBeLessThanOrEqual(360);
    expect(frame.height / frame.width).toBeCloseTo(297 / 210, 2);
    expect(await small.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
    expect(await misplaced(small)).toEqual([]);
    const narrow = await print(small, testInfo, "narrow");
    expect(narrow.pages.map(lettersOf)).toEqual(wide.pages.map(lettersOf));
    await phone.close();
});

test("two languages stand side by side, in every paper", async ({ page }, testInfo) => {
    const keys = await everyKey(page);
    await openPapers(page, keys, "en+it");
    const articles = page.locator("article.paper");
    for (const article of await articles.all()) {
        await expect(article).toHaveAttribute("lang", "en");
        await expect(article.locator("[lang=it]").first()).toBeAttached();
    }
    expect(await misplaced(page)).toEqual([]);
    const { pages, words } = await print(page, testInfo);
    expect(pages).toHaveLength(await sheets(page).count());
    const [english, italian] = ["Registration", "Registrazione"].map((wanted) => words[0].find(({ word }) => word === wanted));
    expect(Math.abs(english.top - italian.top)).toBeLessThan(0.2);
    expect(italian.left - english.left).toBeGreaterThan(30);
    for (const pair of [["Attendance sheet", "Foglio firme"], ["Signature", "Firma"], ["Coach list", "Lista pullman"], ["Page 1 of", "Pagina 1 di"]]) {
        for (const said of pair) expect(pages.join("\n")).toContain(said);
    }
    // What is the same in both is said once.
    await expect(page.locator(`article[data-paper="programme:everyone"] h2`).first()).toHaveText("MANUMIX: Innovation policy-mix learning for advanced manufacturing in European regions");
});

test("the languages are chosen in one field, and the address keeps them", async ({ page }) => {
    await openPapers(page);
    const choice = page.getByLabel("Language on paper");
    await choice.selectOption("Italiano");
    await expect(page).toHaveURL(/lang=it$/);
    await expect(page.locator("article.paper")).toContainText("Programma per tutti");
    await expect(page.locator("article.paper")).not.toContainText("Programme for everyone");
    await choice.selectOption("Italiano + English");
    await expect(page).toHaveURL(/lang=it\+en$/);
    await expect(page.locator("article.paper")).toContainText("Programma per tutti / Programme for everyone");
    await page.reload();
    await expect(choice.locator("option:checked")).toHaveText("Italiano + English");
    await expect(page.locator("article.paper")).toHaveAttribute("lang", "it");
    await expect(page.getByRole("heading", { level: 1, name: "Papers" })).toBeVisible();
});

test("papers are chosen, counted and printed in one pass", async ({ page }, testInfo) => {
    await page.addInitScript(() => {
        window.printed = 0;
        window.print = () => (window.printed += 1);
    });
    await openPapers(page);
    await expect(tick(page, "programme:everyone")).toBeChecked();
    await expect(page.getByText("1 paper, 2 sheets")).toBeVisible();
    await tick(page, "badges").check();
    await tick(page, "attendance:day:2017-11-22").check();
    await expect(page).toHaveURL(/paper=programme:everyone,attendance:day:2017-11-22,badges/);
    await expect(page.getByText("3 papers, 7 sheets")).toBeVisible();
    // In the order of the list, whichever was chosen first.
    expect(await page.locator("article.paper").evaluateAll((all) => all.map((paper) => paper.dataset.paper))).toEqual(["programme:everyone", "attendance:day:2017-11-22", "badges"]);
    await expect(row(page, "attendance:day:2017-11-22")).toContainText("2 sheets");
    await expect(row(page, "evidence")).toContainText(/\d+ sheets/);
    await printing(page).click();
    expect(await page.evaluate(() => window.printed)).toBe(1);
    expect((await print(page, testInfo)).pages).toHaveLength(7);
    await page.reload();
    await expect(page.getByText("3 papers, 7 sheets")).toBeVisible();
    // All of a sort at once, and none.
    await page.getByRole("group", { name: "Host sheets" }).getByLabel("All of them").check();
    await expect(page.getByText("6 papers, 10 sheets")).toBeVisible();
    await page.getByRole("group", { name: "Host sheets" }).getByLabel("All of them").uncheck();
    for (const key of ["programme:everyone", "attendance:day:2017-11-22", "badges"]) await tick(page, key).uncheck();
    await expect(page.getByText("Choose what is to be printed.")).toBeVisible();
    await expect(printing(page)).toBeDisabled();
    await expect(page.locator("article.paper")).toHaveCount(0);
    // "Back" leads to where one came from, not through every tick.
    await page.goto("./#/agenda");
    await page.goBack();
    await expect(page).toHaveURL(/paper=none/);
});

test("an address names a paper that the plan does not have: the screen says so", async ({ page }) => {
    await openPapers(page, `host:${person(0)}`);
    await expect(page.getByText("The plan does not have this paper")).toBeVisible();
    await expect(printing(page)).toBeDisabled();
});

test("what a paper lacks is said before it is printed, with the way there", async ({ context, page }) => {
    await keep(context, gathering(24));
    const stop = "00000000-0000-0000-0000-00000000005b";
    const [known, unknown] = [0, 1].map((place) => `coach-list:coach:${coach(place)}:to:${stop}`);
    await openPapers(page, known);
    await expect(row(page, known).locator("details")).toHaveCount(0);
    const lacks = row(page, unknown).locator("details");
    await expect(lacks).not.toHaveAttribute("open");
    await expect(lacks.locator("summary")).toHaveText("2 things are missing");
    await expect(row(page, "evidence").locator("summary")).toBeVisible();
    await row(page, "evidence").locator("summary").click();
    await row(page, "evidence").getByRole("button", { name: "No version was handed out yet" }).click();
    await expect(page.getByRole("button", { name: "Keep as version…" })).toBeFocused();
    // They unfold when the paper is to be printed.
    await tick(page, unknown).check();
    await expect(lacks).toHaveAttribute("open");
    await expect(lacks.getByRole("link")).toHaveText(["West: 2 people are not named yet.", "Who drives Coach 2 is not known yet."]);
    await lacks.getByRole("link", { name: "Coach 2" }).click();
    await expect(page).toHaveURL(/#\/visits\?show=/);
});

test("everything works by keyboard", async ({ page }) => {
    await page.addInitScript(() => {
        window.printed = 0;
        window.print = () => (window.printed += 1);
    });
    await openPapers(page, "none");
    await page.getByLabel("Language on paper").focus();
    await page.keyboard.press("Tab");
    await expect(page.getByLabel("Blank rows on attendance sheets")).toBeFocused();
    await page.keyboard.press("Tab");
    await expect(page.getByLabel("Room for notes in programmes")).toBeFocused();
    await page.keyboard.press("Tab");
    await expect(page.getByRole("button", { name: "Keep as version…" })).toBeFocused();
    // Print cannot be reached while nothing is chosen.
    await page.keyboard.press("Tab");
    await expect(folded(page, "Programmes")).toBeFocused();
    await page.keyboard.press("Enter");
    await expect(tick(page, "programme:everyone")).toHaveCount(0);
    await page.keyboard.press("Enter");
    await expect(tick(page, "programme:everyone")).toBeVisible();
    await page.keyboard.press("Tab");
    await page.keyboard.press("Tab");
    await expect(tick(page, "programme:everyone")).toBeFocused();
    await page.keyboard.press("Space");
    await expect(page.getByText("1 paper, 2 sheets")).toBeVisible();
    await expect(tick(page, "programme:everyone")).toBeFocused();
    await page.keyboard.press("Shift+Tab");
    await page.keyboard.press("Shift+Tab");
    await page.keyboard.press("Shift+Tab");
    await expect(printing(page)).toBeFocused();
    await page.keyboard.press("Enter");
    expect(await page.evaluate(() => window.printed)).toBe(1);
});

test("long names fit on their badges, and nothing lies over anything else", async ({ context, page }, testInfo) => {
    await keep(context, gathering(24));
    await openPapers(page, "badges", "en+it");
    for (const name of [LONG, UNBROKEN, FROM_RIGHT]) await expect(page.locator(".card", { hasText: name })).toHaveCount(1);
    const size = (name) => page.locator(".card__name", { hasText: name }).evaluate((element) => parseFloat(getComputedStyle(element).fontSize));
    expect(await size(LONG)).toBeLessThan(await size("Person 004"));
    // Readable at arm's length all the same.
    expect(await size(LONG)).toBeGreaterThan(12);
    const wrong = await page.locator(".card").evaluateAll((cards) => {
        const box = (element) => element.getBoundingClientRect();
        const text = (element) => {
            const range = document.createRange();
            range.selectNodeContents(element);
            return range.getBoundingClientRect();
        };
        return cards.flatMap((card) => {
            const edge = box(card);
            const parts = [...card.querySelectorAll(".card__name, .card__about, .card__meeting")].map((part) => [part.className, text(part)]);
            parts.push(["code", box(card.querySelector("svg.paper__code"))]);
            const within = ([name, { left, right, top, bottom }]) =>
                left >= edge.left && right <= edge.right && top >= edge.top && bottom <= edge.bottom ? [] : [`${name} leaves its card`];
            const over = parts.flatMap(([one, a], index) =>
                parts.slice(index + 1).flatMap(([other, b]) => {
                    const wide = Math.min(a.right, b.right) - Math.max(a.left, b.left);
                    const high = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
                    return wide > 1 && high > 1 ? [`${one} over ${other}: ${card.textContent}`] : [];
                }),
            );
            return [...parts.filter(([, { width }]) => width > 0).flatMap(within), ...over];
        });
    });
    expect(wrong).toEqual([]);
    // 85 by 55 millimetres, ten on a sheet, and marks to cut along.
    const { words } = await print(page, testInfo);
    expect(words).toHaveLength(3);
    const card = await page.locator(".card").first().boundingBox();
    const sheet = await sheets(page).first().boundingBox();
    expect((card.width * 210) / sheet.width).toBeCloseTo(85, 1);
    expect((card.height * 210) / sheet.width).toBeCloseTo(55, 1);
    await expect(sheets(page).first().locator(".card")).toHaveCount(10);
    await expect(sheets(page).first().locator(".paper__marks")).toBeVisible();
    await expect(page.locator(".card__photos", { hasText: "no photographs" }).first()).toBeVisible();
});

test("a name from right to left keeps its place in the row", async ({ context, page }, testInfo) => {
    await keep(context, gathering(24));
    await openPapers(page, "attendance:day:2017-11-21");
    const line = page.locator("tr", { hasText: FROM_RIGHT });
    await expect(line.locator("bdi").first()).toHaveText(FROM_RIGHT);
    const [number, name, organisation] = await Promise.all([0, 1, 2].map((cell) => line.locator("th, td").nth(cell).boundingBox()));
    expect(number.x).toBeLessThan(name.x);
    expect(name.x).toBeLessThan(organisation.x);
    // It is read from the paper, in whichever order the reader of the file puts its letters.
    const letters = (text) => [...text.replace(/\s/g, "")].sort().join("");
    const { words } = await print(page, testInfo);
    const arabic = words.flat().map(({ word }) => word).filter((word) => /[\u0600-\u06ff\ufb50-\ufeff]/.test(word));
    expect(letters(arabic.join("").normalize("NFKC"))).toBe(letters(FROM_RIGHT));
});

test("an empty plan has papers that say that there is nothing yet", async ({ context, page }, testInfo) => {
    await keep(context, empty());
    await openPapers(page);
    await expect(page.locator("article.paper")).toContainText("Nothing is planned yet.");
    await expect(row(page, "programme:everyone")).toContainText("There is nothing to put on it yet.");
    await openPapers(page, await everyKey(page), "it+en");
    const { pages } = await print(page, testInfo);
    expect(pages).toHaveLength(await sheets(page).count());
    expect(await misplaced(page)).toEqual([]);
});

test("a row that is higher than a sheet is drawn smaller, and all of it is there", async ({ context, page }, testInfo) => {
    const file = crowded(1, 3);
    file.plan.sessions[1].notes = Array.from({ length: 2_000 }, (_, index) => `word${index}`).join(" ");
    await keep(context, file);
    await openPapers(page);
    const { pages } = await expectSame(page, testInfo);
    expect(await misplaced(page)).toEqual([]);
    for (const word of ["word0", "word1999", "Session 1.3"]) expect(pages.join("\n")).toContain(word);
});

test("300 sessions: every sheet has the day and the table's head, and every note is whole", async ({ context, page }, testInfo) => {
    await keep(context, crowded(3, 100));
    await openPapers(page);
    const { pages } = await expectSame(page, testInfo);
    for (const text of pages) {
        expect(text).toMatch(/November 2017/);
        expect(text).toMatch(/Time\s+What\s+Where/);
        const rows = text.match(/Session \d+\.\d+/g) ?? [];
        expect(text.match(/and some more\./g) ?? []).toHaveLength(rows.length);
    }
    expect(new Set(pages.join("\n").match(/Session \d+\.\d+/g)).size).toBe(300);
});

test("a door sign goes on when a room is busy, and a long name of a room fits", async ({ context, page }, testInfo) => {
    const file = crowded(1, 40);
    const [venue, room] = [person(1), person(2)];
    file.plan.venues = [{ id: venue, name: "The house" }];
    file.plan.rooms = [{ id: room, venue, name: `The ${LONG} Room ${UNBROKEN}` }];
    for (const session of file.plan.sessions) session.place = { room };
    await keep(context, file);
    await openPapers(page, `door:${room}:2017-11-10`);
    const { pages } = await expectSame(page, testInfo);
    expect(pages.length).toBeGreaterThan(2);
    expect(await misplaced(page)).toEqual([]);
    expect(pages.join("\n").match(/Session 1\.\d+/g)).toHaveLength(40);
});

test("room for notes and blank rows, on demand", async ({ page }) => {
    await openPapers(page, "programme:everyone,attendance:day:2017-11-21");
    await expect(page.getByRole("columnheader", { name: "Notes" })).toHaveCount(0);
    await page.getByLabel("Room for notes in programmes").check();
    await expect(page.getByRole("columnheader", { name: "Notes" }).first()).toBeVisible();
    const signing = page.locator(".paper__row--sign");
    await expect(signing).toHaveCount(24 + 5);
    await page.getByLabel("Blank rows on attendance sheets").fill("12");
    await page.getByLabel("Blank rows on attendance sheets").blur();
    await expect(signing).toHaveCount(24 + 12);
    // Two languages leave no room for a column: there are lines below each day.
    await page.getByLabel("Language on paper").selectOption("English + Italiano");
    await expect(page.locator(".paper__ruled")).toHaveCount(2);
    await expect(page.getByRole("columnheader", { name: "Notes" })).toHaveCount(0);
    expect(await misplaced(page)).toEqual([]);
});

test("a state that is handed out has a name, until something changes", async ({ page }) => {
    await page.clock.install({ time: new Date("2017-11-16T09:00:00Z") });
    await openPapers(page);
    const foot = page.locator(".paper__foot").first();
    await expect(foot).toContainText("Draft of 16 November 2017");
    await page.getByRole("button", { name: "Keep as version…" }).click();
    await expect(page.getByLabel("Name of the version")).toBeFocused();
    await page.getByLabel("Name of the version").fill("Handed out in Turin");
    await page.getByRole("button", { name: "Keep", exact: true }).click();
    await expect(foot).toContainText("Handed out in Turin of 16 November 2017");
    await expect(page.getByRole("button", { name: "Keep as version…" })).toBeFocused();
    // The pack tells what changed since.
    await page.goto("./#/agenda");
    await page.locator("[data-entry]", { hasText: "Welcome" }).click();
    await page.locator(".panel").getByLabel("Title").first().fill("Opening");
    await page.locator(".panel").getByLabel("Title").first().blur();
    await openPapers(page, "evidence");
    await expect(foot).toContainText("Draft after Handed out in Turin, changed on 16 November 2017, 10:00");
    const changes = page.locator(".paper__sheet", { has: page.getByRole("heading", { name: "Changes since the first version" }) });
    await expect(changes.locator("tbody tr")).toHaveCount(1);
    await expect(changes.locator("tbody tr")).toContainText("renamed; it was “Welcome”");
    await page.getByRole("button", { name: "Undo" }).click();
    await expect(foot).toContainText("Handed out in Turin of 16 November 2017");
    const unchanged = "No time, title, place or audience on the agenda changed since the first version.";
    await expect(changes).toContainText(unchanged);
    // What the agenda does not say is on some paper all the same: it is another state.
    await page.goto("./#/agenda");
    await page.locator("[data-entry]", { hasText: "Welcome" }).click();
    await page.locator(".panel").getByText("Notes and links").click();
    await page.locator(".panel").getByLabel("Notes").first().fill("Bring this paper");
    await page.locator(".panel").getByLabel("Notes").first().blur();
    await openPapers(page, "evidence");
    await expect(foot).toContainText("Draft after Handed out in Turin, changed on");
    await expect(changes).toContainText(unchanged);
    await page.getByRole("button", { name: "Undo" }).click();
    await expect(foot).toContainText("Handed out in Turin of 16 November 2017");
});

test("the index of the evidence pack knows on which sheet each part begins", async ({ page }) => {
    await openPapers(page, "evidence");
    const index = await sheets(page).first().locator("tbody tr").evaluateAll((rows) => rows.map((row) => [...row.children].map((cell) => cell.textContent)));
    expect(index.length).toBeGreaterThan(5);
    for (const [title, number] of index) {
        await expect(sheets(page).nth(Number(number) - 1).getByRole("heading", { level: 2 })).toHaveText(title);
    }
    expect(index[0]).toEqual(["Agenda as held", "2"]);
});

test("an itinerary is only what concerns its reader", async ({ context, page }) => {
    await keep(context, gathering(24));
    await openPapers(page, `itinerary:delegate:${person(0)}`);
    const paper = page.locator("article.paper");
    for (const words of [LONG, "Group A", "Coach 1", "Your role: Chair", "Safety shoes", "Guide 1", "+00 220", "Caselle, flight XX 123"]) await expect(paper).toContainText(words);
    for (const words of ["Group B", "Coach 2", "Guide 2"]) await expect(paper).not.toContainText(words);
    // Whatever they are called, their paper holds it.
    await openPapers(page, [0, 1, 2].map((place) => `itinerary:delegate:${person(place)}`).join(","), "en+it");
    expect(await misplaced(page)).toEqual([]);
    await openPapers(page, `itinerary:delegation:${delegation(1)}`);
    for (const words of ["Itinerary: South", "Group B", "Coach 2", "Guide 2", "Agency South", "6 people"]) await expect(paper).toContainText(words);
    await expect(paper).not.toContainText("Group A");
});

test("paper is black on white, also at night, and the emblem is seen without colours", async ({ page }) => {
    await page.emulateMedia({ colorScheme: "dark", media: "print" });
    await openPapers(page, "programme:everyone,attendance:day:2017-11-21,badges,evidence");
    const shades = await page.locator("article *").evaluateAll((all) => {
        const grey = (colour) => {
            const [red, green, blue] = colour.match(/\d+/g).map(Number);
            return red === green && green === blue ? red : Number.NaN;
        };
        return [...new Set(all.map((element) => grey(getComputedStyle(element).color)))];
    });
    for (const shade of shades) expect(shade).toBeLessThanOrEqual(0x40);
    for (const sheet of await sheets(page).all()) await expect(sheet).toHaveCSS("background-color", "rgb(255, 255, 255)");
    await expect(page.getByRole("navigation")).toBeHidden();
    await expect(printing(page)).toBeHidden();
});

test("other screens print as before, when papers were seen", async ({ page }, testInfo) => {
    await openPapers(page);
    await page.getByRole("navigation").getByRole("link", { name: "Programme" }).click();
    await expect(page.getByRole("heading", { level: 1, name: "Programme" })).toBeVisible();
    const { pages, words } = await print(page, testInfo);
    expect(pages).toHaveLength(2);
    expect(pages[1]).toMatch(/Page 2 of 2/);
    expect(Math.min(...words[0].map(({ left }) => left))).toBeGreaterThan(14);
    await page.getByRole("link", { name: "All papers" }).click();
    await expect(desk(page)).toBeAttached();
});

test("nobody fetches the papers' part before opening it", async ({ page }) => {
    const fetched = [];
    page.on("request", (request) => fetched.push(request.url()));
    await openPlan(page);
    const sheet = await page.locator("meta[name=sheet-of-papers]").getAttribute("content");
    expect(fetched.filter((url) => url.endsWith(sheet.replace("./", "")))).toEqual([]);
    await page.getByRole("navigation").getByRole("link", { name: "Papers" }).click();
    await expect(desk(page)).toBeAttached();
    expect(fetched.filter((url) => url.endsWith(sheet.replace("./", "")))).toHaveLength(1);
});

for (const colorScheme of ["light", "dark"]) {
    for (const width of [1350, 360]) {
        test(`has no violation that axe knows: ${colorScheme}, ${width} px`, async ({ context, page }) => {
            await keep(context, full());
            await page.emulateMedia({ colorScheme });
            await page.setViewportSize({ width, height: 940 });
            await openPapers(page, await everyKey(page), "it+en");
            const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
            expect(overflow).toBeLessThanOrEqual(0);
            await page.getByRole("button", { name: "Keep as version…" }).click();
            await expectAccessible(page);
        });
    }
}
