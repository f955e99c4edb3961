// What stands on each paper, read from the printed document by poppler: whatever a paper loses is missed here.
import { PNG } from "pngjs";
import { expect, test } from "./fixtures.mjs";
import { coach, gathering, openPapers, picture, print } from "./papers.mjs";
import { keep } from "./plans.mjs";

const STOP = "00000000-0000-0000-0000-00000000005b";
const HOST = "00000000-0000-0000-0000-000000000047";
const LUNCH = "01900000-0000-7000-8003-000000000002";
const GROUP = "01900000-0000-7000-8005-000000000000";

// 24 people in two groups of one coach; two more are expected.
function meeting() {
    const file = gathering(24);
    for (const group of file.plan.groups) group.coach = coach(0);
    for (const place of [5, 6, 9]) file.plan.delegates[place].needs = place === 9 ? "wheelchair" : "no stairs";
    return file;
}

// Opens a paper of that meeting and prints it: the text of its pages in one, and what else the test looks at.
async function printed(context, page, testInfo, key, file = meeting()) {
    await keep(context, file);
    await openPapers(page, key, "en");
    const { path, pages, words } = await print(page, testInfo);
    return { path, text: pages.join("\n"), words };
}

// How many lines a vertical line crosses on a page, in millimetres: black ones, or grey ones between rows too.
function crossed(image, x, top, bottom, shade = 100) {
    const png = PNG.sync.read(image);
    const scale = png.width / 210;
    const dark = (y) => png.data[(Math.round(y) * png.width + Math.round(x * scale)) * 4] < shade;
    let lines = 0;
    for (let y = top * scale; y < bottom * scale; y += 1) lines += dark(y) && !dark(y - 1) ? 1 : 0;
    return lines;
}

// Where somebody's row is on the first page that has it.
function rowOf(words, number) {
    const page = words.findIndex((all) => all.some(({ word }) => word === number));
    const { top, bottom } = words[page].find(({ word }) => word === number);
    return { page: page + 1, top, bottom };
}

test("an attendance sheet: project, day and place, a row for everybody, and where the host signs", async ({ context, page }, testInfo) => {
    const { path, text, words } = await printed(context, page, testInfo, "attendance:day:2017-11-21");
    expect(text).toMatch(/Attendance sheet: Tuesday,? 21 November 2017/);
    expect(text).toContain("Interreg Europe · Project number PGI 00000");
    expect(text).toContain("Finpiemonte, Torino · 09:00–11:45");
    expect(text).toContain("26 expected");
    expect(text).toMatch(/Name\s+Organisation\s+Role\s+Signature/);
    for (const [delegation, people] of [["North", 6], ["South", 6], ["East", 6], ["West", 8]]) {
        expect(text).toMatch(new RegExp(`^\\s*${delegation}\\s+${people} people`, "m"));
    }
    expect(text).toMatch(/^\s*2\s+Person 004\s+Organisation 4\s*$/m);
    expect(text).toMatch(/^\s*\d+\s+Person 003\s+Organisation 3\s+head of\s/m);
    expect(text).toMatch(/Further participants/);
    expect(text).toMatch(/For Finpiemonte, Turin/);
    expect(text).toMatch(/Name and role\s+Place and date\s+Signature and stamp/);
    // There is a box to sign in, and a line above each of the three words at the end.
    const row = rowOf(words, "004");
    const image = picture(path, row.page, testInfo, 300, ["-gray"]);
    expect(crossed(image, 170, row.top - 5, row.bottom + 10, 200)).toBeGreaterThanOrEqual(2);
    const { page: last, top } = rowOf(words, "stamp");
    for (const x of [40, 105, 170]) expect(crossed(picture(path, last, testInfo, 300, ["-gray"]), x, top - 8, top)).toBe(1);
});

test("an attendance sheet at a company: when the group is there, and the company signs", async ({ context, page }, testInfo) => {
    const { text } = await printed(context, page, testInfo, `attendance:stop:${STOP}_${GROUP}`);
    expect(text).toContain("Attendance sheet: SPEA · Group A");
    expect(text).toContain("Project number PGI 00000");
    expect(text).toMatch(/SPEA, Volpiano · Tuesday,? 21 November 2017 · \d\d:\d\d–\d\d:\d\d/);
    expect(text).toContain("12 expected");
    expect(text).toMatch(/Person 004/);
    expect(text).not.toMatch(/Person 005/);
    expect(text).toMatch(/^\s*For SPEA\s*$/m);
    expect(text).toMatch(/Name and role\s+Place and date\s+Signature and stamp/);
});

test("a coach list: boxes out and in, heads by group and delegation, the driver, the way with its addresses", async ({ context, page }, testInfo) => {
    const { path, text, words } = await printed(context, page, testInfo, `coach-list:coach:${coach(0)}:to:${STOP}`);
    expect(text).toContain("26 expected · Group A: 12 · Group B: 14");
    expect(text).toContain("Coach 1 · ZZ 000 ZZ · 19 seats · The driver +00 111");
    expect(text).toMatch(/Counted when boarding\s+Counted on arrival\s+Counted by/);
    expect(text).toMatch(/Driver, Coach 1\s+The driver\s+\+00 111/);
    expect(text).toMatch(/Guide, Group A\s+Guide 1\s+\+00 220/);
    expect(text).toMatch(/SPEA\s+Reception\s+\+39 000\s+desk@example\.org/);
    expect(text).toMatch(/Arrives\s+Boarding\s+Leaves\s+Where\s+Address/);
    expect(text).toMatch(/^\s*\d\d:\d\d\s+\d\d:\d\d\s+Finpiemonte\s+Torino\s*$/m);
    expect(text).toMatch(/^\s*\d\d:\d\d\s+\d\d:\d\d\s+\d\d:\d\d\s+SPEA\s+Volpiano\s*$/m);
    expect(text).toMatch(/Boarding\s+Arrival\s+Name\s+Organisation\s+Telephone/);
    for (const [group, delegation, people] of [["A", "North", 6], ["A", "East", 6], ["B", "South", 6], ["B", "West", 8]]) {
        expect(text).toMatch(new RegExp(`Group ${group} · ${delegation}\\s+${people} people`));
    }
    expect(text).toMatch(/^\s*Person 004\s+Organisation 4\s+\+00 000 004\s*$/m);
    // Two boxes before the name.
    const row = rowOf(words, "004");
    const image = picture(path, row.page, testInfo, 300, ["-gray"]);
    for (const x of [17.5, 34.5]) expect(crossed(image, x, row.top - 0.7, row.top + 5.5), `at ${x} mm`).toBe(2);
});

test("a host sheet: when who comes, what was agreed, the guests as asked, and whom to call on the coach", async ({ context, page }, testInfo) => {
    const { text } = await printed(context, page, testInfo, `host:${HOST}`);
    expect(text).toContain("Volpiano · Reception · +39 000 · desk@example.org");
    expect(text).toContain("26 people");
    expect(text).toMatch(/Arrives\s+Received\s+Leaves\s+Who\s+Heads/);
    for (const [group, people] of [["A", 12], ["B", 14]]) {
        expect(text).toMatch(new RegExp(`^\\s*\\d\\d:\\d\\d\\s+\\d\\d:\\d\\d\\s+\\d\\d:\\d\\d\\s+Group ${group}\\s+${people}\\s*$`, "m"));
    }
    expect(text).toMatch(/What was agreed[\s\S]*Safety shoes\.[\s\S]*No photographs\./);
    expect(text).toMatch(/Guests\s/);
    expect(text).toMatch(/^\s*Name\s+Telephone\s+\S/m);
    expect(text).toMatch(/^\s*Person 004\s+\+00 000 004\s*$/m);
    expect(text).toContain("2 not named yet");
    expect(text).not.toContain("vegetarian");
    expect(text).toMatch(/Whom to call[\s\S]*Guide, Group A\s+Guide 1\s+\+00 220[\s\S]*Driver, Coach 1\s+The driver\s+\+00 111/);
});

test("a catering sheet: diets and needs by heads, and no name", async ({ context, page }, testInfo) => {
    const { text } = await printed(context, page, testInfo, `catering:${LUNCH}`);
    expect(text).toMatch(/Catering sheet: Lunch/);
    expect(text).toContain("Finpiemonte · Torino");
    expect(text).toMatch(/Tuesday,? 21 November 2017 · 12:00–13:00/);
    const rows = [["vegetarian", 6], ["vegan", 6], ["No special diet", 6], ["Not said yet", 6], ["Not named yet", 2], ["All together", 26]];
    for (const [what, heads] of [...rows, ["no stairs", 2], ["wheelchair", 1]]) {
        expect(text).toMatch(new RegExp(`^\\s*${what}\\s+${heads}\\s*$`, "m"));
    }
    expect(text).toMatch(/Diets\s+Heads[\s\S]*Accessibility needs\s+Heads/);
    expect(text).not.toMatch(/Person \d/);
});

test("who arrives a day later is on no paper of the day before", async ({ context, page }, testInfo) => {
    const file = meeting();
    file.plan.delegates[4].arrival = { at: "2017-11-22T08:00", place: "" };
    const keys = [`attendance:stop:${STOP}_${GROUP}`, `coach-list:coach:${coach(0)}:to:${STOP}`, `host:${HOST}`, `catering:${LUNCH}`];
    const { text } = await printed(context, page, testInfo, keys.join(","), file);
    expect(text).not.toContain("Person 004");
    for (const words of ["11 expected", "25 expected · Group A: 11 · Group B: 14", "25 people"]) expect(text).toContain(words);
    expect(text).toMatch(/^\s*All together\s+25\s*$/m);
    expect(text).toMatch(/Group A\s+11\s*$/m);
});
