// schedule.xml and schedule.json: what leaves holds to the published schema and says what the screen says; what conferences
// publish comes in. The schema and the public files stand beside the repository, which holds no copy of them.
import { execFileSync } from "node:child_process";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, openPlan, test } from "./fixtures.mjs";
import { handedOut } from "./kept.mjs";
import { crowded, empty, keep } from "./plans.mjs";

const FOLDER = fileURLToPath(new URL("../../../shared/data/schedules/", import.meta.url));

function published(name) {
    const path = FOLDER + name;
    if (!existsSync(path)) throw new Error(`this test needs the published file ${name} in ${FOLDER}`);
    return path;
}

const row = (page, key) => page.locator(`[data-file="${key}"]`);
const out = (page, key) => handedOut(page, row(page, key).getByRole("button", { name: "Download" }));

// Fails with what xmllint says when the schema does not hold.
function expectValid(text, testInfo) {
    const path = testInfo.outputPath("schedule.xml");
    writeFileSync(path, text);
    execFileSync("xmllint", ["--noout", "--schema", published("schedule.xsd"), path], { encoding: "utf8", stdio: "pipe" });
}

// Start, end and title of every session, as the browser's own reader of XML finds them.
const sessionsOf = (page, text) =>
    page.evaluate((text) => {
        const document_ = new DOMParser().parseFromString(text, "application/xml");
        const said = (event, name) => event.querySelector(`:scope > ${name}`).textContent;
        const minutes = (clock) => clock.split(":").reduce((sum, part) => sum * 60 + Number(part), 0);
        return [...document_.querySelectorAll("event")].map((event) => {
            const end = (minutes(said(event, "start")) + minutes(said(event, "duration"))) % 1440;
            const clock = `${String(Math.floor(end / 60)).padStart(2, "0")}:${String(end % 60).padStart(2, "0")}`;
            return `${said(event, "date").slice(0, 10)} ${said(event, "start")}–${clock} ${said(event, "title")}`;
        });
    }, text);

const inOrder = (texts) => [...texts].sort();

for (const [language, name] of [["en", "English"], ["it", "Italiano"]]) {
    test(`schedule.xml holds to the schema, and every time in it is that of the screen: ${name}`, async ({ page }, testInfo) => {
        await openPlan(page, `#/programme?lang=${language}`);
        const shown = await page.locator("article").evaluateAll((sheets) =>
            sheets.flatMap((sheet, day) =>
                [...sheet.querySelectorAll("[data-entry]:not([data-kind=leg])")].map((row) => {
                    const title = row.querySelector(".sheet__what").firstChild.textContent;
                    return `2017-11-2${day + 1} ${row.querySelector("time").textContent} ${title}`;
                }),
            ),
        );
        expect(shown).toHaveLength(23);
        await openPlan(page, "#/files");
        await page.getByLabel("Language of the files").selectOption(name);
        const file = await out(page, "schedule-xml");
        expect(file.name).toMatch(/-schedule\.xml$/);
        expectValid(file.text, testInfo);
        expect(inOrder(await sessionsOf(page, file.text))).toEqual(inOrder(shown));
        expect(file.text).toContain("T08:30:00+01:00");

        // The other form says the same.
        const { schedule } = JSON.parse((await out(page, "schedule-json")).text);
        const events = schedule.conference.days.flatMap((day) => Object.values(day.rooms).flat());
        const pairs = (text) => [...text.matchAll(/<event guid="(\S+)" id="(\d+)">\s*<date>(\S+)<\/date>/g)].map(([, ...parts]) => parts.join(" "));
        expect(inOrder(events.map((event) => `${event.guid} ${event.id} ${event.date}`))).toEqual(inOrder(pairs(file.text)));
        expect(schedule.conference.time_zone_name).toBe("Europe/Rome");
    });
}

test("in summer the times carry the offset of summer", async ({ context, page }) => {
    const file = empty(["2018-07-04"]);
    const slot = { start: "2018-07-04T09:00", end: "2018-07-04T10:00" };
    file.plan.sessions = [{ id: "01900000-0000-7000-8000-00000000aaaa", slot, title: "Summer" }];
    await keep(context, file);
    await openPlan(page, "#/files");
    expect((await out(page, "schedule-xml")).text).toContain("<date>2018-07-04T09:00:00+02:00</date>");
});

test("an empty plan and one of 2,160 odd sessions hold to the schema", async ({ browser, baseURL }, testInfo) => {
    const odd = crowded(12, 180);
    for (const [index, session] of odd.plan.sessions.entries()) {
        session.title = `${index} ]]> <b>&amp; שלום 🚌 Łódź\u0001\u000b`;
        session.notes = "one\r\ntwo\u0000";
        session.slot.end = session.slot.start.slice(0, 11) + "23:59";
    }
    const none = empty([]);
    for (const [file, count] of [[empty(), 0], [none, 0], [odd, 2160]]) {
        const context = await browser.newContext({ baseURL, acceptDownloads: true });
        await keep(context, file);
        const page = await context.newPage();
        await openPlan(page, "#/files");
        const { text } = await out(page, "schedule-xml");
        expectValid(text, testInfo);
        expect(await sessionsOf(page, text)).toHaveLength(count);
        await context.close();
    }
});

for (const [name, words] of [
    ["31c3.xml", "138 sessions"],
    ["pretalx-democon.json", "36 sessions"],
]) {
    test(`a conference's own file can be looked at: ${name}`, async ({ page }) => {
        await openPlan(page, "#/files");
        await page.getByLabel("File to read").setInputFiles(published(name));
        await expect(page.getByRole("heading", { name })).toBeVisible();
        await expect(page.locator(".files__preview")).toContainText(words);
    });
}

test("what goes out can be brought in again: every session is known as one that is there already", async ({ page }, testInfo) => {
    await openPlan(page, "#/files");
    const { text } = await out(page, "schedule-xml");
    const path = testInfo.outputPath("again.xml");
    writeFileSync(path, text);
    await page.getByLabel("File to read").setInputFiles(path);
    const rows = page.locator(".files__preview tbody tr");
    await expect(rows).toHaveCount(23);
    const shown = await rows.evaluateAll((rows) => rows.map((row) => row.querySelector(".files__time").textContent));
    const times = (await sessionsOf(page, text)).map((session) => session.slice(11, 22));
    expect(inOrder(shown)).toEqual(inOrder(times));
});

test("a file that the schema refuses is refused, with where and what to do", async ({ page }) => {
    await openPlan(page, "#/files");
    await page.getByLabel("File to read").setInputFiles(published("invalid-example.json"));
    const alert = page.locator(".files__outcome[role=alert]");
    await expect(alert).toContainText("“schedule.conference.days[0].rooms.Winterchaos[0].id”");
    await expect(alert).toContainText("the text “2814” stands where a whole number from 1 up should be");
    await expect(alert).toContainText("Correct it in the file, or ask for a new copy.");
    expect(readFileSync(published("invalid-example.json"), "utf8")).toContain('"2814"');
});
