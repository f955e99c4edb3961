// The files screen: what leaves, and what comes in from other programs.
import { expect, expectAccessible, openPlan, test } from "./fixtures.mjs";
import { call, handedOut, kept, planIn, select, stored, undo } from "./kept.mjs";
import { overflow } from "./meetings.mjs";
import { empty, full, keep, shipped } from "./plans.mjs";

const row = (page, key) => page.locator(`[data-file="${key}"]`);
const out = (page, key) => handedOut(page, row(page, key).getByRole("button", { name: "Download" }));
const input = (page) => page.getByLabel("File to read");
const add = (page, words) => page.getByRole("button", { name: words, exact: true });
const alert = (page) => page.locator(".files__outcome[role=alert]");

async function bring(page, name, content) {
    await input(page).setInputFiles({ name, mimeType: "text/plain", buffer: Buffer.from(content) });
}

// Drops a file, as the system does.
async function drop(page, name, content, at = ".files__in") {
    const data = await page.evaluateHandle(
        ([name, content]) => {
            const data = new DataTransfer();
            data.items.add(new File([content], name));
            return data;
        },
        [name, content],
    );
    for (const event of ["dragenter", "dragover", "drop"]) await page.locator(at).first().dispatchEvent(event, { dataTransfer: data });
}

// A conference in XML: one session on the first day, its twin in the file, one on no day of the meeting, one elsewhere.
const schedule = (...events) => `<?xml version="1.0"?><schedule><conference><title>A conference</title></conference>
<day index="1" date="2017-11-21" start="2017-11-21T08:00:00+01:00" end="2017-11-21T20:00:00+01:00"><room name="Hall A">${events.join("")}</room></day></schedule>`;
const event = (guid, title, date, start, duration = "00:30") =>
    `<event guid="${guid}" id="1"><date>${date}T${start}:00+01:00</date><start>${start}</start><duration>${duration}</duration><room>Hall A</room><title>${title}</title><subtitle/><type/><language/><abstract/><description/><persons><person>Some Speaker</person></persons></event>`;
const guid = (number) => `00000000-0000-4000-8000-00000000000${number}`;
const conference = schedule(
    event(guid(1), "Opening &lt;b&gt; talk", "2017-11-21", "07:00"),
    event(guid(2), "Coffee break", "2017-11-22", "07:30"),
    event(guid(1), "Opening &lt;b&gt; talk", "2017-11-21", "07:00"),
    event(guid(3), "A year later", "2018-11-21", "10:00"),
);

// A calendar as other programs write it: one session, and two things that are not taken over as they stand.
const calendar = [
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    "PRODID:-//Somebody//Else//EN",
    ...["BEGIN:VEVENT", "UID:1@example.net", "SUMMARY:A talk\\, and more", "LOCATION:Town hall", "DTSTART;TZID=Europe/Rome:20171121T070000", "DTEND:20171121T063000Z", "END:VEVENT"],
    ...["BEGIN:VEVENT", "UID:2@example.net", "SUMMARY:A holiday", "DTSTART;VALUE=DATE:20171121", "END:VEVENT"],
    ...["BEGIN:VEVENT", "UID:3@example.net", "SUMMARY:Open end", "DTSTART:20171122T060000Z", "END:VEVENT"],
    "END:VCALENDAR",
    "",
].join("\r\n");

const delegates = 'Name;Delegation;Organisation;Telephone;Diet\r\n"Uno, Ada";Wales;Office;\'+39 011 1;"no nuts\r\nno fish"\r\nBea Due;Estonia;;;\r\n;Wales;Nobody;;\r\n"Uno, Ada";Wales;;;\r\n';

// Cells of a text without quotation marks.
const cells = (text) => text.replace("\ufeff", "").trimEnd().split("\r\n").map((line) => line.split(","));

test("every file is there, with what it is for, and comes with a click", async ({ page }) => {
    await openPlan(page, "#/files");
    const keys = await page.locator("[data-file]").evaluateAll((rows) => rows.map((row) => row.dataset.file));
    expect(keys).toEqual(expect.arrayContaining(["plan", "calendar", "web-page", "contacts", "schedule-xml", "schedule-json", "agenda", "delegates", "totals", "attendance", "guests", "findings"]));
    const begins = {
        plan: [/-2017-11-21\.itinera\.json$/, '{\n  "format": "itinera-plan"'],
        "web-page": [/-programme\.html$/, "<!DOCTYPE html>"],
        "schedule-xml": [/-schedule\.xml$/, "<?xml"],
        "schedule-json": [/-schedule\.json$/, "{"],
        agenda: [/-agenda\.csv$/, "\ufeffDate,Start,End,Kind,Title,"],
        delegates: [/-delegates\.csv$/, "\ufeffName,Delegation,"],
        totals: [/-totals\.csv$/, "\ufeffWhat,How many,"],
        attendance: [/-attendance\.csv$/, "\ufeffDate,Site,"],
        guests: [/-guests-.+\.csv$/, "\ufeffName,Organisation,Delegation\r\n"],
        findings: [/-findings\.csv$/, "\ufeffSeverity,Date,Time,"],
    };
    for (const [key, [name, start]] of Object.entries(begins)) {
        await expect(row(page, key)).toContainText(/[a-z]\./);
        const file = await out(page, key);
        expect(file.name, key).toMatch(name);
        expect(file.text.startsWith(start), `${key}: ${file.text.slice(0, 60)}`).toBe(true);
    }
    // Nothing was changed by looking.
    await expect(undo(page)).toBeDisabled();
});

test("a calendar reminds as one chose, and hands out a version where the agenda changed", async ({ page }) => {
    await openPlan(page, "#/files");
    await expect(row(page, "calendar")).toContainText("The download hands out the first version");
    await page.getByLabel("Reminders").selectOption("15 minutes before");
    const first = await out(page, "calendar");
    expect(first.name).toMatch(/-calendar\.ics$/);
    expect(first.text.startsWith("BEGIN:VCALENDAR\r\n")).toBe(true);
    expect(first.text).toContain("TRIGGER:-PT15M");
    await expect(row(page, "calendar")).not.toContainText("The download hands out");
    // What is out is out: it is no step.
    await expect(undo(page)).toBeDisabled();
    // A second one hands out nothing more, and is the same.
    expect((await out(page, "calendar")).text).toBe(first.text);
    await openPlan(page, "#/agenda");
    await select(page, "Welcome");
    await call(page, "Good morning");
    await openPlan(page, "#/files");
    await expect(row(page, "calendar")).toContainText("1 entry changed since “Calendar of");
    const second = await out(page, "calendar");
    expect(first.text).not.toContain("SEQUENCE:1");
    expect(second.text.match(/SEQUENCE:1/g)).toHaveLength(1);
    await kept(page);
    const [, text] = Object.entries(await stored(page)).find(([name]) => name.startsWith("itinera.plan."));
    expect(planIn(text).versions).toHaveLength(2);
    // The name goes back, the count goes on.
    await undo(page).click();
    await expect(undo(page)).toBeDisabled();
    const third = await out(page, "calendar");
    expect(third.text).toContain("SUMMARY:Welcome");
    expect(third.text.match(/SEQUENCE:2/g)).toHaveLength(1);
});

test("contacts come in the form that one chose", async ({ page, context }) => {
    await keep(context, full());
    await openPlan(page, "#/files");
    await expect(row(page, "contacts")).toContainText(/\d contacts/);
    expect((await out(page, "contacts")).text).toContain("VERSION:3.0");
    await page.getByLabel("Form of the cards").selectOption("4");
    const cards = await out(page, "contacts");
    expect([cards.name.endsWith("-contacts.vcf"), cards.text.includes("VERSION:4.0")]).toEqual([true, true]);
});

test("the agenda's file has the times of the screen, entry by entry, for whom one chose", async ({ page }) => {
    await openPlan(page, "#/programme");
    // On paper a visit's entries stand together.
    const sheet = await page.locator("[data-entry]").evaluateAll((rows) => rows.map((row) => row.querySelector("time").textContent));
    sheet.sort();
    await openPlan(page, "#/files");
    const times = (file) => cells(file.text).slice(1).map(([, start, end]) => `${start}–${end}`);
    const all = await out(page, "agenda");
    // Notes with commas stand behind the times.
    expect(times(all).filter((time) => /^\d\d:\d\d–\d\d:\d\d$/.test(time)).sort()).toEqual(sheet);
    await page.getByLabel("For whom").selectOption({ label: "Wales" });
    await expect(row(page, "agenda")).toContainText("For Wales");
    const wales = await out(page, "agenda");
    expect(wales.name).toMatch(/-agenda-wales\.csv$/);
    expect(wales.text).not.toBe(all.text);
});

test("tables are written as one chose, in the language of the files", async ({ page }) => {
    await openPlan(page, "#/files");
    await page.getByLabel("Between cells").selectOption("semicolon");
    await page.getByLabel("For Excel").uncheck();
    await page.getByLabel("Language of the files").selectOption("Italiano");
    const semicolons = await out(page, "agenda");
    expect(semicolons.text.startsWith("Data;Inizio;Fine;Tipo;Titolo;")).toBe(true);
    await page.getByLabel("Between cells").selectOption("tab");
    const tabs = await out(page, "totals");
    expect([tabs.name.endsWith(".tsv"), tabs.text.startsWith("Che cosa\tQuanti\t")]).toEqual([true, true]);
});

test("what begins like a formula is none, and comes back as it was", async ({ page, context }) => {
    const plan = full();
    plan.plan.delegates[0].name = "=HYPERLINK(1)";
    await keep(context, plan);
    await openPlan(page, "#/files");
    const file = await out(page, "delegates");
    expect(file.text).toContain("'=HYPERLINK(1)");
    expect(file.text).toContain("'+34 000 000 000");
    await bring(page, file.name, file.text);
    const line = page.locator(".files__preview tbody tr");
    await expect(line).toContainText("=HYPERLINK(1)");
    await expect(line).toContainText("In the list already");
    expect(await line.innerText()).not.toContain("'");
    await expect(add(page, "Add 0 delegates")).toBeDisabled();
});

test("a host's list has what it asked for, which the plan remembers", async ({ page }) => {
    await openPlan(page, "#/files");
    const guests = row(page, "guests");
    await guests.getByLabel("Company").selectOption("SPEA");
    await expect(guests.getByLabel("Organisation")).toBeChecked();
    await guests.getByLabel("Organisation").uncheck();
    await guests.getByLabel("Telephone").check();
    await guests.getByLabel("Identity document").check();
    const file = await out(page, "guests");
    expect(file.name).toMatch(/-guests-spea\.csv$/);
    expect(file.text.split("\r\n")[0]).toBe("\ufeffName,Delegation,Telephone,Identity document");
    await kept(page);
    // Visits say what the list holds, and lead to where that is chosen.
    await openPlan(page, "#/visits");
    const host = page.locator(".asked__host").filter({ hasText: "SPEA" });
    await expect(host).toContainText("It holds: Name, Delegation, Telephone, Identity document.");
    await host.getByRole("link", { name: "Change" }).click();
    await expect(guests.getByLabel("Company")).toBeFocused();
    await expect(guests.locator("option:checked")).toHaveText("SPEA");
    await page.reload();
    await guests.getByLabel("Company").selectOption("IRIS");
    await expect(guests.getByLabel("Telephone")).not.toBeChecked();
    await guests.getByLabel("Company").selectOption("SPEA");
    await expect(guests.getByLabel("Telephone")).toBeChecked();
});

test("a host that asked for nothing is told heads and no name, on paper and in its file", async ({ page, context }) => {
    const plan = full();
    const [host] = plan.plan.hosts;
    delete host.guestFields;
    await keep(context, plan);
    await openPlan(page, "#/files");
    const guests = row(page, "guests");
    // It wants a list by a day, and has not said what on it.
    await expect(guests).toContainText("what is usual is ticked");
    for (const name of ["Name", "Organisation", "Delegation"]) await guests.getByLabel(name, { exact: true }).uncheck();
    await expect(guests).toContainText("the file tells heads by delegation and nobody’s name");
    for (const box of await guests.getByRole("checkbox").all()) await expect(box).not.toBeChecked();
    const file = await out(page, "guests");
    expect(file.text.split("\r\n")[0]).toBe("\ufeffDelegation,Heads");
    expect(file.text).not.toContain(plan.plan.delegates[0].name);
    await kept(page);
    await page.reload();
    for (const box of await guests.getByRole("checkbox").all()) await expect(box).not.toBeChecked();
    await guests.getByLabel("Name", { exact: true }).check();
    expect((await out(page, "guests")).text.split("\r\n")[0]).toBe("\ufeffName");
});

test("the public agenda says for whom its sessions are, and leaves out what is not for everyone", async ({ page }) => {
    const some = shipped().plan.sessions.filter((session) => session.audience).map((session) => session.id);
    await openPlan(page, "#/files");
    const xml = row(page, "schedule-xml");
    // The stops of the visit are such too, a group each.
    const withheld = some.length + 6;
    await expect(xml).toContainText(`are also ${withheld} entries that are for some delegations only.`);
    const all = await out(page, "schedule-xml");
    await xml.getByLabel("What is in it").selectOption("only what is for everyone");
    await expect(row(page, "schedule-json")).toContainText(`${withheld} entries that are for some delegations only are left out.`);
    const shared = await out(page, "schedule-xml");
    const count = (file) => file.text.match(/<event /g).length;
    expect(count(shared)).toBe(count(all) - withheld);
    const json = await out(page, "schedule-json");
    for (const id of some) expect([all, shared, json].map((file) => file.text.includes(id))).toEqual([true, false, false]);
});

test("the plan leaves without personal data, and says what that takes", async ({ page, context }) => {
    const plan = full();
    plan.plan.sessions[0].notes = "Ask Head of delegation";
    await keep(context, plan);
    await openPlan(page, "#/files");
    await expect(row(page, "plan")).toContainText("Holds all personal data");
    await page.getByLabel("Without personal data").check();
    await expect(row(page, "plan")).toContainText(/\d records lose names/);
    await expect(row(page, "plan")).toContainText("1 text of your own still names somebody");
    await expect(row(page, "plan")).not.toContainText("Holds all personal data");
    const file = await out(page, "plan");
    expect(file.name).toContain("without-personal-data");
    for (const word of ["head@example.org", "+34 000", "vegetarian", "no stairs"]) expect(file.text).not.toContain(word);
    // It is a plan, and another one than that from which it was made.
    const before = JSON.parse(file.text);
    expect(before.plan.meeting.id).not.toBe(plan.plan.meeting.id);
    await bring(page, file.name, file.text);
    const preview = page.locator(".files__preview");
    await expect(preview.getByRole("heading", { level: 3, name: "Partner meeting" })).toBeVisible();
    await expect(preview.locator(".files__figures")).toHaveText("21 November 2017 · 2 sessions · 1 delegation · 1 delegate");
    await expectAccessible(page);
    // Cancelled, nothing came of it.
    await preview.getByRole("button", { name: "Cancel" }).click();
    await expect(input(page)).toBeFocused();
    await bring(page, file.name, file.text);
    await preview.getByRole("button", { name: "Open as another meeting" }).click();
    await expect(page.getByRole("heading", { level: 1, name: "Agenda" })).toBeAttached();
    const texts = Object.keys(await stored(page)).filter((name) => name.startsWith("itinera.plan."));
    expect(texts).toHaveLength(2);
});

test("delegates from a file are looked at, corrected and only then added, in one step", async ({ page }) => {
    await openPlan(page, "#/files");
    await bring(page, "list.csv", delegates);
    const preview = page.locator(".files__preview");
    await expect(preview.getByRole("heading", { level: 2, name: "list.csv" })).toBeFocused();
    await expect(preview).toContainText("A table of 5 rows, with a semicolon between cells. Nothing is added yet.");
    await expect(preview).toContainText("1 duplicate, left out");
    await expect(preview).toContainText("1 without a name, left out");
    await expect(preview.locator("[data-row='2']")).toContainText("Uno, Ada");
    await expect(preview.locator("[data-row='2']")).toContainText("+39 011 1");
    await expect(preview.locator("[data-row='4']")).toContainText("No name, so nobody to add");
    await expect(undo(page)).toBeDisabled();
    await preview.getByLabel("“Estonia”, 1 row, goes to").selectOption("Lithuania");
    await preview.getByLabel("Organisation").selectOption("leave out");
    await expectAccessible(page);
    await add(page, "Add 2 delegates").click();
    const done = page.locator("#files-added");
    await expect(done).toBeFocused();
    await expect(done).toContainText("2 delegates were added.");
    await done.getByRole("link", { name: "Show" }).click();
    await expect(page.getByRole("row", { name: /Uno, Ada/ })).toBeVisible();
    await expect(page.getByRole("row", { name: /Uno, Ada/ })).toContainText("no nuts");
    await expect(page.getByRole("row", { name: /Uno, Ada/ })).not.toContainText("Office");
    await undo(page).click();
    await expect(page.getByRole("row", { name: /Uno, Ada/ })).toHaveCount(0);
});

test("delegates out and in again are the same people", async ({ page, context }) => {
    const plan = full();
    await keep(context, plan);
    await openPlan(page, "#/files");
    const { text } = await out(page, "delegates");
    await openPlan(page, `#/people?show=${plan.plan.delegates[0].id}`);
    await page.getByRole("button", { name: "Remove delegate" }).click();
    await openPlan(page, "#/files");
    await bring(page, "delegates.csv", text);
    await add(page, "Add 1 delegate").click();
    expect(cells((await out(page, "delegates")).text)).toEqual(cells(text));
});

test("who has no name and who has the name of another are added, and the preview says so", async ({ page }) => {
    await openPlan(page, "#/files");
    await bring(page, "list.csv", "Name,Delegation,E-mail,Diet\r\nAda Uno,Wales,ada@example.net,\r\n,Wales,,vegan\r\n,Wales,,vegan\r\nAda Uno,Wales,uno@example.net,\r\nAda Uno,Wales,,\r\n");
    const preview = page.locator(".files__preview");
    await expect(preview.getByRole("status")).toHaveText("5 rows \u00b7 4 to add \u00b7 1 duplicate, left out \u00b7 1 with the name of another row \u00b7 2 without a name yet");
    await expect(preview.locator("[data-row='3']")).toContainText("No name; added without one");
    await expect(preview.locator("[data-row='5']")).toContainText("Same name as in row 2, but somebody else by the rest");
    await expect(preview.locator("[data-row='6']")).toContainText("Perhaps the same person as in row 2; tick it if not");
    await preview.getByRole("checkbox", { name: "Add row 6" }).check();
    await add(page, "Add 5 delegates").click();
    // Read again, all are there already.
    await bring(page, "list.csv", (await out(page, "delegates")).text);
    await expect(preview.getByRole("status")).toHaveText("5 rows \u00b7 0 to add \u00b7 5 duplicates, left out");
});

test("sessions from a schedule are picked from, and added in one step", async ({ page }) => {
    await openPlan(page, "#/files");
    await bring(page, "conference.xml", conference);
    const rows = page.locator(".files__table tbody tr");
    await expect(rows).toHaveCount(4);
    await expect(page.locator(".files__figures")).toHaveText("4 sessions · 1 duplicate · 1 outside the meeting’s days");
    await expect(rows.nth(0)).toContainText("Opening <b> talk");
    await expect(rows.nth(0)).toContainText("Some Speaker");
    await expect(rows.nth(0)).toContainText("new room");
    await expect(rows.nth(1)).toContainText("Break");
    await expect(rows.nth(2)).toContainText("Twice in this file");
    await expect(rows.nth(3)).toContainText("Not a day of the meeting");
    for (const [index, picked] of [true, true, false, false].entries()) {
        await expect(rows.nth(index).getByRole("checkbox")).toBeChecked({ checked: picked });
    }
    await expect(undo(page)).toBeDisabled();
    await page.getByRole("button", { name: "Pick none" }).click();
    await expect(add(page, "Add 0 sessions")).toBeDisabled();
    await page.getByRole("button", { name: "Pick all" }).click();
    await expect(add(page, "Add 4 sessions")).toBeEnabled();
    await page.getByRole("button", { name: "Pick what is new" }).click();
    await page.getByLabel("Places that the plan does not know become").selectOption("a note of the session");
    await expect(rows.nth(0)).toContainText("place in the notes");
    await page.getByRole("checkbox", { name: /Coffee break/ }).press("Space");
    await add(page, "Add 1 session").click();
    await expect(page.locator("#files-added")).toContainText("1 session was added.");
    await page.locator("#files-added").getByRole("link", { name: "Show" }).click();
    const session = page.locator("[data-kind=session]").filter({ hasText: "Opening <b> talk" });
    await expect(session).toBeVisible();
    await expect(page.getByLabel("Title", { exact: true })).toHaveValue("Opening <b> talk");
    await undo(page).click();
    await expect(session).toHaveCount(0);
    await expect(undo(page)).toBeDisabled();
});

test("sessions from a calendar come with what was not taken over, line by line", async ({ page }) => {
    await openPlan(page, "#/files");
    await bring(page, "calendar.ics", calendar);
    const rows = page.locator(".files__table tbody tr");
    await expect(rows).toHaveCount(2);
    await expect(rows.nth(0)).toContainText("07:00–07:30");
    await expect(rows.nth(0)).toContainText("A talk, and more");
    await expect(rows.nth(0)).toContainText("new place");
    await expect(rows.nth(1)).toContainText("07:00–07:30");
    const problems = page.locator(".files__problems");
    await expect(problems).toContainText("2 things in the file were not taken over");
    await expect(problems.getByRole("listitem").nth(0)).toContainText(/Line \d+, “A holiday”/);
    await expect(problems.getByRole("listitem").nth(1)).toContainText(/Line \d+, “Open end”/);
    await add(page, "Add 2 sessions").click();
    await page.locator("#files-added").getByRole("link", { name: "Show" }).click();
    await expect(page.locator("[data-kind=session]").filter({ hasText: "A talk, and more" })).toContainText("Town hall");
});

test("what the plan has already is known again in its own files", async ({ page }) => {
    await openPlan(page, "#/files");
    for (const key of ["calendar", "schedule-xml", "schedule-json"]) {
        const file = await out(page, key);
        await bring(page, file.name, file.text);
        const rows = page.locator(".files__table tbody tr");
        await expect(rows.first()).toContainText("In the plan already");
        await expect(rows.filter({ hasText: "In the plan already" })).toHaveCount(await rows.count());
        await expect(add(page, "Add 0 sessions")).toBeDisabled();
        await page.getByRole("button", { name: "Cancel" }).click();
        await expect(input(page)).toBeFocused();
    }
});

test("thousands of sessions are shown by and by, and none is added unseen by default elsewhere", async ({ page, context }) => {
    await keep(context, empty(["2017-11-21"]));
    await openPlan(page, "#/files");
    const time = (minutes) => `${String(Math.floor(minutes / 60)).padStart(2, "0")}:${String(minutes % 60).padStart(2, "0")}`;
    const events = Array.from({ length: 2000 }, (_, index) =>
        event(`00000000-0000-4000-8000-${String(index).padStart(12, "0")}`, `Talk ${index}`, "2017-11-21", time(480 + (index % 600)), "00:05"),
    );
    await bring(page, "large.xml", schedule(...events));
    const rows = page.locator(".files__table tbody tr");
    await expect(rows).toHaveCount(300);
    await expect(page.getByText("1700 more rows are not shown.")).toBeVisible();
    await page.getByRole("button", { name: "Show more" }).click();
    await expect(rows).toHaveCount(600);
    await add(page, "Add 2000 sessions").click();
    await expect(page.locator("#files-added")).toContainText("2000 sessions were added.");
});

test("a file can be dropped", async ({ page }) => {
    await openPlan(page, "#/files");
    await drop(page, "list.csv", delegates);
    await expect(page.locator(".files__preview")).toContainText("Uno, Ada");
    // What is looked at is not put aside by another one.
    await drop(page, "other.csv", "Name;Delegation\r\nCia Tre;Wales\r\n", ".files__preview");
    await page.getByRole("checkbox", { name: "Add row 2" }).uncheck();
    await expect(page.locator(".files__preview")).toContainText("Uno, Ada");
    await page.getByRole("button", { name: "Cancel" }).click();
    // Beside the half it would take the place of the page.
    await drop(page, "other.csv", "Name;Delegation\r\nCia Tre;Wales\r\n", "[data-file]");
    await expect(page.locator(".files__preview")).toContainText("Cia Tre");
});

test("what cannot be read says why and where, and changes nothing", async ({ page }) => {
    await openPlan(page, "#/files");
    const before = await out(page, "plan");
    const cases = [
        ["photo.png", "\u0089PNG", "This is none of the files that can be read here."],
        ["list.xlsx", "PK\u0003\u0004rest", "It is the file of a spreadsheet program."],
        ["list.csv", "", "There is nothing in it."],
        ["list.csv", 'Name,Org\nAda,"Office\n', "Row 2, column 2: the cell begins with a quotation mark that never ends."],
        ["list.csv", "Name\0", "It is not a text."],
        ["conference.xml", "<schedule><day>", "conference.xml"],
        ["conference.xml", schedule(event(guid(1), "A", "2017-11-21", "9 o’clock")), "conference.xml"],
    ];
    for (const [name, content, why] of cases) {
        await bring(page, name, content);
        await expect(alert(page)).toContainText(`“${name}” was not read.`);
        await expect(alert(page)).toContainText(why);
        await expect(input(page)).toBeFocused();
    }
    await bring(page, "plan.json", "{}");
    await expect(alert(page)).toContainText("“plan.json” was not read.");
    await expect(undo(page)).toBeDisabled();
    expect((await out(page, "plan")).text).toBe(before.text);
});

test("letters that are not Unicode are doubted", async ({ page }) => {
    await openPlan(page, "#/files");
    await input(page).setInputFiles({ name: "list.csv", mimeType: "text/csv", buffer: Buffer.from("Name;Delegation\r\nZo\xeb;Wales\r\n", "latin1") });
    await expect(page.locator(".files__preview")).toContainText("Zoë");
    await expect(page.locator(".files__preview")).toContainText("Look at the names before you add anybody");
});

test("an empty plan hands out headers, and no list of guests", async ({ page, context }) => {
    await keep(context, empty([]));
    await openPlan(page, "#/files");
    await expect(row(page, "guests")).toBeHidden();
    for (const key of ["agenda", "delegates", "attendance"]) {
        const { text } = await out(page, key);
        expect(text.trimEnd().split("\r\n"), key).toHaveLength(1);
    }
});

test("everything speaks Italian", async ({ page }) => {
    await openPlan(page, "#/files");
    await page.getByRole("button", { name: "IT, Italiano" }).click();
    await expect(page.getByRole("heading", { level: 1, name: "File" })).toBeVisible();
    await page.getByLabel("File da leggere").setInputFiles({ name: "lista.csv", mimeType: "text/csv", buffer: Buffer.from(delegates) });
    await expect(page.locator(".files__preview")).toContainText("Una tabella di 5 righe");
    await expect(page.getByRole("button", { name: "Aggiungi 2 delegati" })).toBeEnabled();
});

test.describe("copied tables", () => {
    test.beforeEach(({ context }) => context.grantPermissions(["clipboard-read", "clipboard-write"]));

    // What is on the clipboard, in both formats.
    const clipboard = (page) =>
        page.evaluate(async () => {
            const [item] = await navigator.clipboard.read();
            const text = async (type) => (await item.getType(type)).text();
            const html = new DOMParser().parseFromString(await text("text/html"), "text/html");
            const rows = [...html.querySelectorAll("tr")].map((row) => [...row.cells].map((cell) => cell.innerText));
            return { html: rows, text: await text("text/plain") };
        });

    for (const [hash, name, header, open] of [
        ["#/agenda", "Copy table", "Date"],
        ["#/people", "Copy table: People", "Name"],
        ["#/people", "Copy table: Totals", "What"],
        ["#/checks", "Copy table", "Severity"],
        ["#/programme", "Copy table", "Date"],
        ["#/visits", "Copy table: Driving times", "From"],
        ["#/visits", "Copy table: The graph as a table", "Place", ".graph__twin summary"],
    ]) {
        test(`${hash} ${name}`, async ({ page, context }) => {
            // The shipped plan names nobody.
            if (name.endsWith("People")) await keep(context, full());
            await openPlan(page, hash);
            if (open) await page.locator(open).click();
            await page.getByRole("button", { name }).click();
            await expect(page.getByRole("status").filter({ hasText: "copied" })).toHaveCount(1);
            const { html, text } = await clipboard(page);
            const lines = text.trimEnd().split("\n").map((line) => line.split("\t"));
            expect(html[0][0]).toContain(header);
            expect(lines[0]).toEqual(html[0]);
            expect(new Set(html.map((row) => row.length)).size).toBe(1);
        });
    }

    test("only text where the browser takes nothing else", async ({ page }) => {
        await page.addInitScript(() => delete window.ClipboardItem);
        await openPlan(page, "#/checks");
        await page.getByRole("button", { name: "Copy table" }).click();
        await expect(page.getByRole("button", { name: "Copied" })).toBeVisible();
        expect(await page.evaluate(() => navigator.clipboard.readText())).toContain("Severity\tDate\tTime");
    });

    test("a browser that refuses is believed", async ({ page }) => {
        await page.addInitScript(() => Object.defineProperty(navigator, "clipboard", { value: undefined }));
        await openPlan(page, "#/checks");
        await page.getByRole("button", { name: "Copy table" }).click();
        await expect(page.getByRole("button", { name: "Not copied" })).toBeVisible();
        await expect(page.getByRole("status")).toContainText("The browser did not let it be copied.");
    });
});

for (const colorScheme of ["light", "dark"]) {
    for (const width of [1350, 360]) {
        test(`accessible and not too wide: ${colorScheme}, ${width} px`, async ({ page }) => {
            await page.emulateMedia({ colorScheme });
            await page.setViewportSize({ width, height: width > 1000 ? 940 : 740 });
            await openPlan(page, "#/files");
            await page.getByLabel("Without personal data").check();
            await expectAccessible(page);
            expect(await overflow(page)).toBeLessThanOrEqual(0);
            await bring(page, "photo.png", "x");
            await expect(alert(page)).toBeVisible();
            await expectAccessible(page);
            await bring(page, "conference.xml", conference);
            await expect(page.locator(".files__table")).toBeVisible();
            await expectAccessible(page);
            expect(await overflow(page)).toBeLessThanOrEqual(0);
            await page.getByRole("button", { name: "Cancel" }).click();
            await bring(page, "list.csv", delegates);
            await expect(page.locator(".paste__frame")).toBeVisible();
            await expectAccessible(page);
            expect(await overflow(page)).toBeLessThanOrEqual(0);
        });
    }
}
