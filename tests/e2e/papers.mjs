// What the tests of papers share: a plan with many people, and a printed document read back.
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { expect, openPlan } from "./fixtures.mjs";
import { full } from "./plans.mjs";

const id = (kind, number) => `01900000-0000-7000-8${kind.toString(16).padStart(3, "0")}-${number.toString(16).padStart(12, "0")}`;

// A name that no badge has room for in its usual size, one in a single piece, and one that is written from right to left.
export const LONG = "Maximiliana Theodora Wilhelmina Anastasia von und zu Beispielhausen-Musterstadt-Probenburg de la Muestra y Ejemplo";
export const UNBROKEN = "Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogochtestperson";
export const FROM_RIGHT = "شخص تجريبي";

// A meeting of so many people in four delegations, in two groups and two coaches to one host.
export function gathering(people) {
    const file = full();
    const { plan } = file;
    const [stop] = plan.stops;
    const names = ["North", "South", "East", "West"];
    const hues = ["teal", "orange", "purple", "blue"];
    plan.meeting.title = { en: "A large meeting", it: "Un grande incontro" };
    plan.delegations = names.map((name, place) => ({
        id: id(1, place),
        name,
        region: { en: `Region ${name}`, it: `Regione ${name}` },
        organisations: [`Agency ${name}`],
        hue: hues[place],
        letter: name[0],
        expected: place === 3 ? Math.ceil(people / 4) + 2 : undefined,
    }));
    const special = [LONG, UNBROKEN, FROM_RIGHT];
    plan.delegates = Array.from({ length: people }, (_, place) => ({
        id: id(2, place),
        delegation: id(1, place % 4),
        name: special[place] ?? `Person ${String(place).padStart(3, "0")}`,
        organisation: place === 0 ? "The Agency for Names that are Longer than the Paper on which they are Printed, in Liquidation" : `Organisation ${place % 7}`,
        role: place < 4 ? "head of delegation" : "",
        phone: `+00 000 ${String(place).padStart(3, "0")}`,
        diet: ["vegetarian", "vegan", "", "none"][place % 4],
        photoConsent: place % 3 === 0 ? "refused" : "given",
        arrival: place < 4 ? { at: "2017-11-20T18:45", place: "Caselle, flight XX 123" } : undefined,
    }));
    const everyone = undefined;
    plan.sessions = [
        { id: id(3, 0), slot: { start: "2017-11-21T09:00", end: "2017-11-21T09:45" }, kind: "plenary", title: { en: "Welcome", it: "Benvenuto" }, place: { room: plan.rooms[0].id }, chair: [{ delegate: id(2, 0) }], audience: everyone },
        { id: id(3, 1), slot: { start: "2017-11-21T10:00", end: "2017-11-21T11:45" }, kind: "workshop", title: { en: "Methods", it: "Metodi" }, place: { room: plan.rooms[0].id }, audience: everyone },
        { id: id(3, 2), slot: { start: "2017-11-21T12:00", end: "2017-11-21T13:00" }, kind: "lunch", title: { en: "Lunch", it: "Pranzo" }, place: { venue: plan.venues[0].id }, audience: everyone },
    ];
    plan.visits[0] = { ...plan.visits[0], audience: everyone, deviation: undefined };
    plan.coaches = [0, 1].map((place) => ({ ...plan.coaches[0], id: id(4, place), name: `Coach ${place + 1}`, driver: place === 0 ? { name: "The driver", phone: "+00 111" } : {} }));
    plan.groups = [0, 1].map((place) => ({
        id: id(5, place),
        visit: plan.visits[0].id,
        letter: "AB"[place],
        hue: hues[place],
        delegations: [id(1, place), id(1, place + 2)],
        coach: id(4, place),
        guide: { name: `Guide ${place + 1}`, phone: `+00 22${place}` },
        start: place === 0 ? "13:30" : "14:45",
        order: [stop.id],
    }));
    plan.hosts[0].groupsAtOnce = 1;
    plan.turns = [];
    plan.versions = [];
    return file;
}

export const person = (place) => id(2, place);
export const delegation = (place) => id(1, place);
export const coach = (place) => id(4, place);

export const desk = (page) => page.locator("#papers-desk[data-ready]");
export const sheets = (page) => page.locator("#papers-desk .paper__sheet");

// Opens papers by their keys, and waits until they are laid out.
export async function openPapers(page, keys = "", languages = "") {
    const query = [keys && `paper=${keys}`, languages && `lang=${languages}`].filter(Boolean).join("&");
    await openPlan(page, `#/papers${query && `?${query}`}`);
    await desk(page).waitFor({ state: "attached" });
}

// Prints the page as it is; the text of every page in its layout, and where each word stands on it, in millimetres.
export async function print(page, testInfo, name = "papers") {
    const path = testInfo.outputPath(`${name}.pdf`);
    await page.pdf({ path, preferCSSPageSize: true });
    const info = execFileSync("pdfinfo", [path], { encoding: "utf8" });
    expect(info).toMatch(/Page size:\s+59[45]\S* x 84[12]\S* pts \(A4\)/);
    const read = (option) => execFileSync("pdftotext", [option, path, "-"], { encoding: "utf8", maxBuffer: 1e8 });
    const [text, boxes] = [read("-layout"), read("-bbox")];
    const words = boxes.split("<page ").slice(1).map((page) =>
        [...page.matchAll(/xMin="([\d.-]+)" yMin="([\d.-]+)" xMax="([\d.-]+)" yMax="([\d.-]+)">([^<]*)</g)].map(
            ([, left, top, right, bottom, word]) => ({ word, left: left / MM, top: top / MM, right: right / MM, bottom: bottom / MM }),
        ),
    );
    const pages = text.split("\f").slice(0, -1);
    expect(pages).toHaveLength(Number(info.match(/Pages:\s+(\d+)/)[1]));
    return { path, pages, words };
}

// Points in a millimetre.
const MM = 72 / 25.4;

// A page of a printed document as a picture, with so many dots per inch.
export function picture(path, page, testInfo, dots = 300, options = []) {
    const out = testInfo.outputPath(`page-${page}`);
    execFileSync("pdftoppm", ["-r", String(dots), "-f", String(page), "-l", String(page), "-singlefile", ...options, "-png", path, out]);
    return readFileSync(`${out}.png`);
}

// The keys of every paper of the plan, for an address.
export async function everyKey(page) {
    await openPapers(page);
    const folded = page.locator("details.papers__sort:not([open]) > summary");
    for (let left = await folded.count(); left > 0; left -= 1) {
        await folded.first().click();
        await expect(folded).toHaveCount(left - 1);
    }
    const keys = await page.locator(".papers__row[data-paper]").evaluateAll((rows) => rows.map((row) => row.dataset.paper));
    return keys.join(",");
}

// The letters and figures of a text, in an order that does not depend on where lines end.
export const lettersOf = (text) => [...text.normalize("NFKC").toLowerCase().replace(/[^\p{L}\p{N}]/gu, "")].sort().join("");

// The letters of every sheet on the screen, with its paper and its number in it.
export async function sheetLetters(page) {
    const sheets = await page.locator("#papers-desk .paper__sheet").evaluateAll((all) => {
        const seen = (sheet) => {
            const walker = document.createTreeWalker(sheet, NodeFilter.SHOW_TEXT);
            const texts = [];
            while (walker.nextNode()) {
                const { parentElement } = walker.currentNode;
                if (!parentElement.closest(".visually-hidden") && parentElement.checkVisibility({ visibilityProperty: true })) texts.push(walker.currentNode.data);
            }
            return texts.join(" ");
        };
        return all.map((sheet) => {
            const paper = sheet.closest("article");
            const ofPaper = [...paper.querySelectorAll(".paper__sheet")];
            return { paper: paper.dataset.paper, number: ofPaper.indexOf(sheet) + 1, of: ofPaper.length, text: seen(sheet) };
        });
    });
    return sheets.map(({ text, ...sheet }) => ({ ...sheet, letters: lettersOf(text) }));
}

// What is not where it should be: outside its sheet or nearer to the edge than a printer prints, below the room that the flow
// has, or a heading without company.
export function misplaced(page) {
    return page.locator("#papers-desk .paper__sheet").evaluateAll((all) => {
        const wrong = [];
        for (const sheet of all) {
            const name = sheet.getAttribute("aria-label");
            const edge = sheet.getBoundingClientRect();
            const near = edge.width / 1000;
            const flow = sheet.querySelector(".paper__flow");
            const foot = sheet.querySelector(".paper__foot, .paper__line").getBoundingClientRect();
            const floor = flow.getBoundingClientRect().bottom + near;
            if (Math.abs(edge.height / edge.width - 297 / 210) > 0.01) wrong.push(`${name}: is not A4`);
            for (const element of sheet.querySelectorAll("*")) {
                const box = element.getBoundingClientRect();
                if (!box.width || !box.height || element.closest("[hidden], .paper__again")) continue;
                if (box.left < edge.left - near || box.right > edge.right + near || box.top < edge.top - near || box.bottom > edge.bottom + near) {
                    wrong.push(`${name}: ${element.className} leaves the sheet: ${element.textContent.slice(0, 60)}`);
                }
            }
            const walker = document.createTreeWalker(sheet, NodeFilter.SHOW_TEXT);
            const range = document.createRange();
            while (walker.nextNode()) {
                range.selectNodeContents(walker.currentNode);
                const box = range.getBoundingClientRect();
                const far = (edge.width * 5) / 210;
                if (box.width && (box.left < edge.left + far || box.right > edge.right - far || box.top < edge.top + far || box.bottom > edge.bottom - far)) {
                    wrong.push(`${name}: runs to the edge: ${walker.currentNode.data}`);
                }
            }
            for (const child of flow.children) {
                if (child.getBoundingClientRect().bottom > floor) wrong.push(`${name}: ${child.className} does not fit: ${child.textContent.slice(0, 60)}`);
            }
            if (floor > foot.bottom) wrong.push(`${name}: the foot has no room`);
            const last = flow.lastElementChild;
            const rows = last?.querySelectorAll("tbody tr");
            if (last?.matches("h3") || rows?.[rows.length - 1]?.matches(".paper__row--heading")) wrong.push(`${name}: ends with a heading`);
            // Cells hold what is in them.
            for (const cell of flow.querySelectorAll("td, th")) {
                if (cell.scrollWidth > cell.clientWidth + 1) wrong.push(`${name}: a cell is too narrow: ${cell.textContent.slice(0, 60)}`);
            }
        }
        return wrong;
    });
}
