// Calendar files and contact cards as ical.js reads them, which knows nothing of ours. Alone,
// `node tests/readers/ical.mjs FILE...` prints what it finds in .ics and .vcf files as JSON.
import ICAL from "ical.js";
import { readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";

// The events of a calendar: start and end on the clocks of their zone, and in UTC by the VTIMEZONE of the file.
export function events(text) {
    const calendar = new ICAL.Component(ICAL.parse(text));
    for (const zone of calendar.getAllSubcomponents("vtimezone")) ICAL.TimezoneService.register(zone);
    const utc = (time) => time.convertToZone(ICAL.Timezone.utcTimezone).toString();
    const told = calendar.getAllSubcomponents("vevent").map((component) => {
        const event = new ICAL.Event(component);
        const value = (name) => component.getFirstPropertyValue(name);
        return {
            uid: event.uid,
            start: event.startDate.toString(),
            end: event.endDate.toString(),
            utc: [utc(event.startDate), utc(event.endDate)],
            zone: event.startDate.zone.tzid,
            sequence: event.sequence,
            status: value("status"),
            summary: event.summary,
            description: event.description,
            location: event.location,
            geo: value("geo"),
            url: value("url"),
        };
    });
    ICAL.TimezoneService.reset();
    return told;
}

// The contact cards of a file. ical.js leaves the escape of a semicolon in a value without parts (RFC 2426 4).
export function cards(text) {
    const single = text.split(/(?<=^END:VCARD\r\n)/m);
    return single.map((card) => {
        const component = new ICAL.Component(ICAL.parse(card));
        const value = (name) => [component.getFirstPropertyValue(name) ?? ""].flat(2).join(";").replaceAll("\\;", ";");
        return Object.fromEntries(["version", "uid", "fn", "n", "org", "title", "tel", "email"].map((name) => [name, value(name)]));
    });
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
    const read = (file) => (file.endsWith(".vcf") ? cards : events)(readFileSync(file, "utf8"));
    console.log(JSON.stringify(Object.fromEntries(process.argv.slice(2).map((file) => [file, read(file)])), null, 2));
}
