// Plans that tests open in the place of the shipped one, kept in the browser's storage as the program keeps them.
import { readFileSync } from "node:fs";
import { openPlan } from "./fixtures.mjs";

// A plan that uses every field there is.
export const full = () => JSON.parse(readFileSync(new URL("../host/wire/full.json", import.meta.url), "utf8"));

// The meeting that ships, as it ships.
export const shipped = () => JSON.parse(readFileSync(new URL("../../src/example/manumix.itinera.json", import.meta.url), "utf8"));

// The meeting that ships with a visit on which all go together, to companies that take so many.
export function together() {
    const file = shipped();
    const { plan } = file;
    delete plan.groups;
    delete plan.coaches;
    for (const host of plan.hosts) host.capacity = { IRIS: 16, "Prima Industrie": 25, SPEA: 20 }[host.name];
    plan.stops.forEach((stop, index) => (stop.window = [["13:30", "17:30"], ["14:30", "17:30"], ["14:30", "18:30"]].map(([from, to]) => ({ from, to }))[index]));
    return file;
}

// Opens a screen of that meeting, or of the one that was kept before.
export async function openTogether(page, hash) {
    await keep(page.context(), together());
    await openPlan(page, hash);
}

const id = (number) => `01900000-0000-7000-8000-${number.toString(16).padStart(12, "0")}`;

// A plan of this many days with nothing in it.
export function empty(days = ["2017-11-21", "2017-11-22"]) {
    return {
        format: "itinera-plan",
        version: 1,
        plan: { meeting: { id: id(1), zone: "Europe/Rome", title: "An empty meeting" }, days: days.map((date) => ({ date })) },
    };
}

// A plan of `days` days with `each` sessions on each, five minutes apart.
export function crowded(days, each) {
    const dates = Array.from({ length: days }, (_, day) => `2017-11-${String(10 + day).padStart(2, "0")}`);
    const time = (date, minutes) => `${date}T${String(Math.floor(minutes / 60)).padStart(2, "0")}:${String(minutes % 60).padStart(2, "0")}`;
    const file = empty(dates);
    file.plan.meeting.title = "A crowded meeting";
    file.plan.sessions = dates.flatMap((date, day) =>
        Array.from({ length: each }, (_, index) => ({
            id: id(1000 + day * each + index),
            slot: { start: time(date, 480 + 5 * index), end: time(date, 485 + 5 * index) },
            title: `Session ${day + 1}.${index + 1}`,
            notes: "What this session is about, in enough words to need a second line on a sheet of paper of this width, and some more.",
        })),
    );
    return file;
}

// FNV-1a, as in src/wire/hash.rs.
function hash(bytes) {
    let hash = 0xcbf29ce484222325n;
    for (const byte of bytes) hash = BigInt.asUintN(64, (hash ^ BigInt(byte)) * 0x100000001b3n);
    return hash.toString(16).padStart(16, "0");
}

// How codes on paper name a plan, as in src/workspace/route.rs.
export const markOf = ({ plan }) => hash(Buffer.from(plan.meeting.id.replaceAll("-", ""), "hex")).slice(8);

// Keeps a plan file in the storage of pages opened from now on, as the plan that was open last.
export async function keep(context, file) {
    const text = JSON.stringify(file);
    const sealed = `itinera1 ${hash(Buffer.from(text))}\n${text}`;
    await context.addInitScript(
        ([plan, sealed]) => {
            // Frames of tools have no storage; and what the page itself keeps stays.
            if (!location.protocol.startsWith("http") || localStorage.getItem("itinera.open")) return;
            localStorage.setItem(`itinera.plan.${plan}`, sealed);
            localStorage.setItem("itinera.open", plan);
        },
        [file.plan.meeting.id, sealed],
    );
}
