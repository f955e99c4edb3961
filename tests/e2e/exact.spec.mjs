// One day, many papers and files: every start and end that leaves is the one on the screen, entry by entry, as programs
// read it that are not ours (ical.js, csv-parse, the browser's readers of XML and JSON, poppler).
import { execFileSync } from "node:child_process";
import { parse } from "csv-parse/sync";
import { events } from "../readers/ical.mjs";
import { expect, openPlan, test } from "./fixtures.mjs";
import { handedOut } from "./kept.mjs";
import { everyKey, openPapers, print, sheetLetters } from "./papers.mjs";
import { shipped } from "./plans.mjs";

const SPAN = /\d\d:\d\d–\d\d:\d\d/g;
const inOrder = (texts) => [...texts].sort();
const out = (page, key) => handedOut(page, page.locator(`[data-file="${key}"]`).getByRole("button", { name: "Download" }));

// What the programme shows of an audience: identity, kind, day, times and title of every entry.
async function shown(page, audience) {
    await openPlan(page, "#/programme?lang=en");
    if (audience) await page.getByLabel("Whose programme").selectOption(audience);
    await expect(page.locator(".programme__controls option:checked").first()).toHaveText(audience ?? "Everyone");
    return page.locator("article").evaluateAll((sheets) =>
        sheets.flatMap((sheet, day) =>
            [...sheet.querySelectorAll("[data-entry]")].map((row) => {
                const [start, end] = row.querySelector("time").textContent.split("–");
                const title = row.querySelector(".sheet__what").firstChild.textContent;
                return { id: row.dataset.entry, kind: row.dataset.kind, date: `2017-11-2${day + 1}`, start, end, title };
            }),
        ),
    );
}

const line = ({ date, start, end }) => `${date} ${start}–${end}`;

// The spans of time in a printed document, as poppler reads them.
async function printed(page, testInfo, name) {
    const { path } = await print(page, testInfo, name);
    return execFileSync("pdftotext", ["-layout", path, "-"], { encoding: "utf8" }).match(SPAN) ?? [];
}

test("every file says the times of the screen, entry by entry", async ({ page }) => {
    const entries = await shown(page);
    expect(entries).toHaveLength(31);
    await openPlan(page, "#/files");

    // The calendar: each entry by its own identity, on Rome's clocks and in UTC.
    const calendar = events((await out(page, "calendar")).text);
    const inCalendar = calendar.map((event) => `${event.uid.split("@")[0]} ${event.start} ${event.end} ${event.zone}`);
    expect(inOrder(inCalendar)).toEqual(
        inOrder(entries.map(({ id, date, start, end }) => `${id} ${date}T${start}:00 ${date}T${end}:00 Europe/Rome`)),
    );
    const hour = (time) => String(Number(time.slice(0, 2)) - 1).padStart(2, "0") + time.slice(2);
    expect(inOrder(calendar.map((event) => event.utc.join(" ")))).toEqual(
        inOrder(entries.map(({ date, start, end }) => `${date}T${hour(start)}:00Z ${date}T${hour(end)}:00Z`)),
    );

    // The agenda as a table.
    const rows = parse((await out(page, "agenda")).text, { bom: true, columns: true });
    expect(inOrder(rows.map((row) => line({ date: row.Date, start: row.Start, end: row.End })))).toEqual(inOrder(entries.map(line)));

    // Schedules: whatever is public, which legs are not.
    const open = entries.filter(({ kind }) => kind !== "leg");
    const minutes = (clock) => clock.split(":").reduce((sum, part) => sum * 60 + Number(part), 0);
    const clock = (minutes) => [Math.floor(minutes / 60) % 24, minutes % 60].map((part) => String(part).padStart(2, "0")).join(":");
    const until = (start, duration) => clock(minutes(start) + minutes(duration));
    const xml = await page.evaluate((text) => {
        const events = new DOMParser().parseFromString(text, "application/xml").querySelectorAll("event");
        return [...events].map((event) => ["date", "start", "duration"].map((name) => event.querySelector(`:scope > ${name}`).textContent));
    }, (await out(page, "schedule-xml")).text);
    expect(xml.every(([date, start]) => date.slice(11, 16) === start && date.endsWith("+01:00"))).toBe(true);
    expect(inOrder(xml.map(([date, start, duration]) => `${date.slice(0, 10)} ${start}–${until(start, duration)}`))).toEqual(inOrder(open.map(line)));
    const { schedule } = JSON.parse((await out(page, "schedule-json")).text);
    const json = schedule.conference.days.flatMap((day) => Object.values(day.rooms).flat());
    expect(inOrder(json.map(({ date, start, duration }) => `${date.slice(0, 10)} ${start}–${until(start, duration)}`))).toEqual(inOrder(open.map(line)));

    // The plan itself holds the times of sessions; those of the way are worked out.
    const { plan } = JSON.parse((await out(page, "plan")).text);
    const sessions = plan.sessions.map(({ id, slot }) => `${id} ${slot.start} ${slot.end}`);
    const onScreen = entries.filter(({ kind }) => kind === "session");
    expect(inOrder(sessions)).toEqual(inOrder(onScreen.map(({ id, date, start, end }) => `${id} ${date}T${start} ${date}T${end}`)));

    // The programme as a web page, and the data in it for machines.
    // Read where no policy forbids its style.
    const blank = await page.context().newPage();
    const web = await blank.evaluate((text) => {
        const page = new DOMParser().parseFromString(text, "text/html");
        const rows = [...page.querySelectorAll("[data-entry]")].map((row) => `${row.dataset.entry} ${row.querySelector("time").textContent}`);
        return { rows, linked: JSON.parse(page.querySelector("script[type='application/ld+json']").textContent) };
    }, (await out(page, "web-page")).text);
    expect(web.rows).toEqual(entries.map(({ id, start, end }) => `${id} ${start}–${end}`));
    const linked = web.linked.subEvent.map(({ startDate, endDate }) => `${startDate} ${endDate}`);
    expect(inOrder(linked)).toEqual(inOrder(open.map(({ date, start, end }) => `${date}T${start}:00+01:00 ${date}T${end}:00+01:00`)));
});

test("every paper says the times of the screen, entry by entry", async ({ page }, testInfo) => {
    const spans = (entries) => inOrder(entries.map(({ start, end }) => `${start}–${end}`));
    const everyone = await shown(page);
    expect(inOrder(await printed(page, testInfo, "screen"))).toEqual(spans(everyone));

    await openPapers(page, "programme:everyone", "en");
    expect(inOrder(await printed(page, testInfo, "programme"))).toEqual(spans(everyone));

    // Each delegation's own.
    for (const name of ["Piedmont", "Basque Country", "Wales", "Lithuania", "Advisory partner"]) {
        const own = await shown(page, name);
        const audience = new URL(page.url()).hash.match(/for=(delegation:[^&]+)/)[1];
        for (const sort of ["programme", "itinerary"]) {
            await openPapers(page, `${sort}:${audience}`, "en");
            expect(inOrder(await printed(page, testInfo, `${sort} ${name}`)), `${sort} ${name}`).toEqual(spans(own));
        }
    }

    // What was held stands beside what was planned, and that is the same as long as nothing went otherwise.
    await openPapers(page, "evidence", "en");
    const held = await printed(page, testInfo, "evidence");
    const times = (span, all) => all.filter((one) => one === span).length;
    for (const span of new Set(spans(everyone))) expect(times(span, held), span).toBeGreaterThanOrEqual(2 * times(span, spans(everyone)));

    // Rooms, hosts and coaches together have every entry that is in a room, at a host or on the way.
    const keys = (await everyKey(page)).split(",");
    const text = async (sort) => {
        await openPapers(page, keys.filter((key) => key.startsWith(`${sort}:`)).join(","), "en");
        const { path } = await print(page, testInfo, sort);
        return execFileSync("pdftotext", ["-layout", path, "-"], { encoding: "utf8" });
    };
    const doors = (await text("door")).match(SPAN);
    const rooms = everyone.filter(({ kind, title }) => kind === "session" && !["Dinner", "Departures"].includes(title));
    expect(inOrder(doors)).toEqual(spans(rooms));

    // Of sheets that are for one entry or several, each has its own, by the name of the sheet.
    const { plan } = shipped();
    const record = (table, id) => plan[table].find((known) => known.id === id);
    const sheetsOf = async (sort) => {
        await openPapers(page, keys.filter((key) => key.startsWith(`${sort}:`)).join(","), "en");
        const [{ pages }, shown] = [await print(page, testInfo, sort), await sheetLetters(page)];
        expect(pages).toHaveLength(shown.length);
        const texts = {};
        for (const [index, { paper }] of shown.entries()) texts[paper] = `${texts[paper] ?? ""}\n${pages[index]}`;
        return Object.entries(texts);
    };
    const entry = (id) => everyone.find((known) => known.id === id);
    const first = (entries, what) => inOrder(entries.map((known) => known[what]));

    // Attendance: at a company as long as the group is there; at the meeting from the first that is signed for to the last.
    const signed = ({ id, kind }) => kind === "session" && [undefined, "plenary", "workshop", "steeringGroup", "registration"].includes(record("sessions", id).kind);
    const attendance = await sheetsOf("attendance");
    expect(attendance).toHaveLength(2 + 6);
    for (const [key, text] of attendance) {
        const [, , where] = key.split(":");
        const entries = everyone.filter((known) => (key.includes(":day:") ? signed(known) && known.date === where : known.id === where));
        expect(text.match(SPAN), key).toEqual([`${first(entries, "start").at(0)}–${first(entries, "end").at(-1)}`]);
    }

    // Catering: the meal.
    const catering = await sheetsOf("catering");
    expect(catering).toHaveLength(5);
    for (const [key, text] of catering) {
        const { start, end } = entry(key.split(":")[1]);
        expect(text.match(SPAN), key).toEqual([`${start}–${end}`]);
    }

    // Hosts: a row a group, from when it arrives to when it leaves.
    const stops = everyone.filter(({ kind }) => kind === "stop");
    expect(stops).toHaveLength(6);
    const received = (await sheetsOf("host")).flatMap(([key, text]) => {
        const rows = text.matchAll(/^\s*(\d\d:\d\d)\s+\d\d:\d\d\s+(\d\d:\d\d)\s+(Group \d)\b/gm);
        return [...rows].map(([, start, end, group]) => `${record("hosts", key.split(":")[1]).name}, ${group}: ${start}–${end}`);
    });
    const group = (id) => `Group ${record("groups", id.split("_")[1]).letter}`;
    expect(inOrder(received)).toEqual(inOrder(stops.map(({ id, title, start, end }) => `${title}, ${group(id)}: ${start}–${end}`)));

    // Coaches: where the leg starts, people board when the entry does; where it leads, they arrive when it ends.
    const legs = everyone.filter(({ kind }) => kind === "leg");
    expect(legs).toHaveLength(8);
    const lists = await sheetsOf("coach-list");
    expect(lists).toHaveLength(8);
    const [visit] = plan.visits;
    for (const [key, text] of lists) {
        const [, , carried, leads, stop] = key.split(":");
        const { id } = plan.groups.find((known) => known.coach === carried);
        const { order } = record("groups", id);
        const { start, end } = entry(leads === "to" ? `to-${stop}_${id}` : `back-${visit.id}_${id}`);
        const way = [...text.matchAll(/^\s*(\d\d:\d\d(?:\s+\d\d:\d\d){0,2})\s+(\S.*?)(?:\s{2,}|$)/gm)].map(([, times, name]) => ({ times: times.split(/\s+/), name }));
        const place = leads === "to" ? order.indexOf(stop) : order.length;
        expect(way, key).toHaveLength(order.length + 2);
        const names = order.map((id) => record("hosts", record("stops", id).host).name);
        expect(way.slice(1, -1).map(({ name }) => name), key).toEqual(names);
        expect(way[place].times.at(-2), key).toBe(start);
        expect(way[place + 1].times[0], key).toBe(end);
    }
});
