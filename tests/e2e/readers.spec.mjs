// Files of ours as other programs read them: what the host tests wrote down as agreed, read by ical.js.
import { test, expect } from "@playwright/test";
import { readFileSync } from "node:fs";
import { cards, events } from "../readers/ical.mjs";

const read = (name) => readFileSync(new URL(`../readers/${name}`, import.meta.url), "utf8");

test("a calendar: every time in its zone and in UTC, and words of all scripts", () => {
    const expected = JSON.parse(read("calendar.json"));
    const found = events(read("calendar.ics"));
    expect(found).toHaveLength(expected.length);
    expect(found).toMatchObject(expected);
    expect(new Set(found.map((event) => event.zone))).toEqual(new Set(["Europe/Rome"]));
});

for (const version of ["3.0", "4.0"]) {
    test(`contact cards, version ${version}`, () => {
        const expected = JSON.parse(read("contacts.json"));
        const found = cards(read(`contacts${version[0]}.vcf`));
        expect(found).toHaveLength(expected.length);
        expect(found).toMatchObject(expected.map((card) => ({ ...card, version })));
    });
}
