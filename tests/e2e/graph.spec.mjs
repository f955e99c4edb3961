// The afternoon as a graph: what is drawn, what a drag and a key move, clashes, the table, and the rehearsal.
import { execFileSync } from "node:child_process";
import { expect, expectAccessible, openPlan, test } from "./fixtures.mjs";
import { keep, together as everybody } from "./plans.mjs";

const id = (table, row) => `015fdbdf-d400-70${table}-8000-${String(row).padStart(12, "0")}`;
const VISIT = id("09", 1);
const STOPS = [1, 2, 3].map((row) => id("0a", row));
const [BASQUE, WALES, LITHUANIA] = [2, 3, 4].map((row) => id("05", row));
const GROUP = (row) => `01900000-0000-7000-8000-0000000009${row}0`;

// The shipped visit on which all go together.
function together(change = () => {}) {
    const file = everybody();
    file.plan.meeting.id = "01900000-0000-7000-8000-00000000abcd";
    change(file.plan);
    return file;
}

// The shipped visit in two groups that never meet at a host.
const grouped = (change = () => {}) =>
    together((plan) => {
        const group = (row, letter, hue, delegations, order) => ({ id: GROUP(row), visit: VISIT, letter, hue, delegations, order });
        plan.groups = [
            group(1, "A", "orange", [BASQUE], [STOPS[0], STOPS[1], STOPS[2]]),
            group(2, "B", "purple", [WALES, LITHUANIA], [STOPS[2], STOPS[0], STOPS[1]]),
        ];
        change(plan);
    });

const open = async ({ page, context }, file) => {
    await keep(context, file);
    await openPlan(page, "#/visits");
    await expect(page.locator(".graph__svg")).toBeVisible();
};
const handle = (page, name) => page.locator(".graph").getByRole("slider", { name, exact: true });
const times = (page, trace) => page.locator(".graph__trace").nth(trace).locator(".graph__time").allTextContents();
const expectTimes = (page, trace, wanted) => expect.poll(async () => (await times(page, trace)).sort()).toEqual(wanted);
const undo = (page) => page.getByRole("button", { name: "Undo" });
const cells = (page, column) =>
    page.locator(".graph__table tbody tr").evaluateAll((rows, column) => rows.map((row) => row.cells[column].textContent.trim()), column);
const unfold = (page, name) => page.locator(".graph summary").getByText(name).click();
const rehearse = async (page, minute) => {
    if (!(await page.locator(".graph__slider").isVisible())) await unfold(page, "Rehearse the visit");
    await page.locator(".graph__slider").fill(String(minute));
};

test("the shipped visit is drawn, with its places and their hours", async ({ page }) => {
    await openPlan(page, "#/visits");
    const graph = page.getByRole("img", { name: "Graph of the visit" });
    await expect(graph).toBeVisible();
    await expect(page.locator(".graph__place")).toHaveCount(4);
    await expect(page.locator(".graph__band")).toHaveCount(3);
    await expect(page.locator(".graph__by-text")).toHaveText("by 19:30");
    await expect(page.locator(".graph__line--tour").first()).toBeAttached();
});

test("all together are one line, with every time at its points", async ({ page, context }) => {
    await open({ page, context }, together());
    await expect(page.locator(".graph__place")).toHaveText(["Finpiemonte", "IRIS", "Prima Industrie", "SPEA"]);
    await expectTimes(page, 0, ["13:20", "13:40", "14:50", "15:10", "16:25", "17:10", "18:25", "19:00"]);
    await expect(page.locator(".graph__letter").filter({ visible: true })).toHaveCount(0);
    // The start and every stop can be left later.
    await expect(page.locator(".graph__handle")).toHaveCount(4);
});

test("each group is a line with its letter", async ({ page, context }) => {
    await open({ page, context }, grouped());
    await expect(page.locator(".graph__rider")).toHaveText(["A Basque Country, 5 heads", "B Wales, Lithuania, 9 heads"]);
    for (const [trace, letter] of [[0, "A"], [1, "B"]]) {
        const letters = await page.locator(".graph__trace").nth(trace).locator(".graph__letter").allTextContents();
        expect(letters.length).toBeGreaterThan(2);
        expect([...new Set(letters)]).toEqual([letter]);
    }
    // A departure for each call, named.
    await expect(page.locator(".graph__handle")).toHaveCount(8);
    await expect(handle(page, "Group A leaves Prima Industrie")).toHaveAttribute("aria-valuetext", "16:25");
});

// What the eye checks: no text of the picture on a line, a mark, an edge or another text.
const troubles = (page) =>
    page.locator(".graph__svg").evaluate((svg) => {
        const all = (selector) => [...svg.querySelectorAll(selector)];
        const box = (one) => one.getBBox();
        const meet = (a, b) => a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
        const texts = all("text:not(.graph__letter)").map((one) => {
            // Of a line of text the letters count, not the room above and below them.
            const { x, y, width, height } = box(one);
            return [one.textContent, { x, y: y + height * 0.2, width, height: height * 0.6 }];
        });
        const marks = all(".graph__knot, .graph__badge, .graph__sign").map(box);
        const points = (path) => {
            const length = path.getTotalLength();
            return Array.from({ length: Math.ceil(length) + 1 }, (_, at) => path.getPointAtLength(Math.min(at, length)));
        };
        const lines = all(".graph__line, .graph__level, .graph__band, .graph__by, .graph__lead").map((one) => [one.getAttribute("class"), points(one)]);
        const found = [];
        for (const [index, [text, at]] of texts.entries()) {
            for (const [other, there] of texts.slice(index + 1)) if (meet(at, there)) found.push(`${text} on ${other}`);
            if (marks.some((mark) => meet(at, mark))) found.push(`${text} on a mark`);
            for (const [name, line] of lines) {
                const on = ({ x, y }) => x > at.x && x < at.x + at.width && y > at.y && y < at.y + at.height;
                if (line.some(on)) found.push(`${text} on ${name}`);
            }
            const { width, height } = svg.viewBox.baseVal;
            if (at.x < 0 || at.y < 0 || at.x + at.width > width || at.y + at.height > height) found.push(`${text} is cut`);
        }
        return found;
    });

for (const [name, width] of [["a desktop", 1350], ["a tablet", 800], ["a phone", 360]]) {
    test(`on ${name} no text is on a line, and the page does not scroll sideways`, async ({ page, context }) => {
        await page.setViewportSize({ width, height: 900 });
        await open({ page, context }, grouped());
        expect(await troubles(page)).toEqual([]);
        expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
        // On a phone time runs down.
        const [first, last] = await Promise.all([0, -1].map((at) => page.locator(".graph__hour").nth(at).boundingBox()));
        if (width === 360) expect(last.y - first.y).toBeGreaterThan(400);
        else expect(last.x - first.x).toBeGreaterThan(400);
    });
}

test("keys move a departure in steps of five minutes, everything after it follows, focus stays", async ({ page, context }) => {
    await open({ page, context }, grouped());
    const leaves = handle(page, "Group A leaves IRIS");
    await leaves.focus();
    await page.keyboard.press("ArrowRight");
    await page.keyboard.press("ArrowRight");
    await expect(leaves).toHaveAttribute("aria-valuetext", "15:00");
    await expect(leaves).toBeFocused();
    await expect(handle(page, "Group A leaves Prima Industrie")).toHaveAttribute("aria-valuetext", "16:35");
    await expect(handle(page, "Group B leaves IRIS")).toHaveAttribute("aria-valuetext", /17|16/);
    await expect(page.locator("p.visually-hidden[role=status]")).toHaveText("Group A leaves IRIS at 15:00. Back at 19:10.");
    // It waits: dashed on the graph, in minutes in the table.
    await expect(page.locator(".graph__trace").first().locator(".graph__line--wait")).toHaveCount(1);
    expect((await cells(page, 1))[1]).toContain("waits 10 min");
    // A host is not left before it is done.
    for (let press = 0; press < 4; press += 1) await page.keyboard.press("ArrowLeft");
    await expect(leaves).toHaveAttribute("aria-valuetext", "14:50");
    await undo(page).click();
    await expect(leaves).toHaveAttribute("aria-valuetext", "14:55");
});

test("the start of a group is its own, and that of all is the visit's", async ({ page, context }) => {
    await open({ page, context }, grouped());
    await handle(page, "Group B leaves Finpiemonte").focus();
    await page.keyboard.press("ArrowLeft");
    await expect(handle(page, "Group B leaves Finpiemonte")).toHaveAttribute("aria-valuetext", /13:10|13:05/);
    await expect(handle(page, "Group A leaves Finpiemonte")).toHaveAttribute("aria-valuetext", "13:20");
});

test("all together start later by a key", async ({ page, context }) => {
    await open({ page, context }, together());
    await handle(page, "Everybody leaves Finpiemonte").focus();
    await page.keyboard.press("PageUp");
    await expectTimes(page, 0, ["13:35", "13:55", "15:05", "15:25", "16:40", "17:25", "18:40", "19:15"]);
    await undo(page).click();
    await expectTimes(page, 0, ["13:20", "13:40", "14:50", "15:10", "16:25", "17:10", "18:25", "19:00"]);
});

test("all together are held at a stop by keys and by a drag, as groups are", async ({ page, context }) => {
    await open({ page, context }, together());
    const leaves = handle(page, "Everybody leaves IRIS");
    await leaves.focus();
    await page.keyboard.press("PageUp");
    await expect(leaves).toHaveAttribute("aria-valuetext", "15:05");
    await expectTimes(page, 0, ["13:20", "13:40", "15:05", "15:25", "16:40", "17:25", "18:40", "19:15"]);
    await expect(page.locator(`[data-kind=stop][data-entry="${STOPS[0]}"]`)).toContainText("14:45 held 15");
    // Not before the host is done.
    await page.keyboard.press("PageDown");
    await page.keyboard.press("PageDown");
    await expect(leaves).toHaveAttribute("aria-valuetext", "14:50");
    await drag(page, "Everybody leaves Prima Industrie", await quarter(page));
    await page.mouse.up();
    await expect(handle(page, "Everybody leaves Prima Industrie")).toHaveAttribute("aria-valuetext", "16:40");
});

const centre = async (locator) => {
    const box = await locator.boundingBox();
    return [box.x + box.width / 2, box.y + box.height / 2];
};

// Takes a departure to where another time is, without dropping it.
async function drag(page, name, along) {
    const [x, y] = await centre(handle(page, name));
    await page.mouse.move(x, y);
    await page.mouse.down();
    await page.mouse.move(x + along / 2, y + 3);
    await page.mouse.move(x + along, y);
}

const quarter = (page) =>
    page.locator(".graph__hour").evaluateAll(([first, second]) => (second.getBBox().x - first.getBBox().x) / 4);

test("a drag shows what follows before the drop, and is one step", async ({ page, context }) => {
    await open({ page, context }, grouped());
    const next = handle(page, "Group A leaves Prima Industrie");
    await drag(page, "Group A leaves IRIS", await quarter(page));
    await expect(next).toHaveAttribute("aria-valuetext", "16:40");
    // Where the lines were stays to be seen, and nothing is stored before the drop.
    await expect(page.locator(".graph__before")).toHaveCount(2);
    await expect(undo(page)).toBeDisabled();
    await page.mouse.up();
    await expect(next).toHaveAttribute("aria-valuetext", "16:40");
    await expect(page.locator(".graph__before")).toHaveCount(0);
    await undo(page).click();
    await expect(next).toHaveAttribute("aria-valuetext", "16:25");
    await expect(undo(page)).toBeDisabled();
});

test("on a phone a departure is dragged down, and keys go the way of time", async ({ page, context }) => {
    await page.setViewportSize({ width: 360, height: 1400 });
    await open({ page, context }, grouped());
    const leaves = handle(page, "Group A leaves IRIS");
    await expect(leaves).toHaveAttribute("aria-orientation", "vertical");
    const [x, y] = await centre(leaves);
    const [first, second] = await Promise.all([0, 1].map((at) => page.locator(".graph__hour").nth(at).boundingBox()));
    await page.mouse.move(x, y);
    await page.mouse.down();
    await page.mouse.move(x, y + (second.y - first.y) / 4);
    await page.mouse.up();
    await expect(leaves).toHaveAttribute("aria-valuetext", "15:05");
    await leaves.focus();
    await page.keyboard.press("ArrowUp");
    await expect(leaves).toHaveAttribute("aria-valuetext", "15:00");
});

test("groups are told apart without colours", async ({ page, context }) => {
    await open({ page, context }, grouped());
    const shapes = await page.locator(".graph__trace").evaluateAll((traces) =>
        traces.map((trace) => [...new Set([...trace.querySelectorAll(".graph__knot")].map((knot) => knot.tagName))].join()),
    );
    expect(shapes).toEqual(["circle", "path"]);
});

test("Escape lets go of a departure", async ({ page, context }) => {
    await open({ page, context }, grouped());
    const start = handle(page, "Group A leaves Finpiemonte");
    await start.focus();
    await drag(page, "Group A leaves Finpiemonte", await quarter(page));
    await expect(start).toHaveAttribute("aria-valuetext", "13:35");
    await page.keyboard.press("Escape");
    await expect(start).toHaveAttribute("aria-valuetext", "13:20");
    await page.mouse.up();
    await expect(undo(page)).toBeDisabled();
});

test("the table says what the picture says", async ({ page, context }) => {
    await open({ page, context }, grouped());
    await unfold(page, "The graph as a table");
    await expect(page.locator(".graph__table thead th")).toHaveText(["Place", "Group A", "Group B"]);
    await expect(page.locator(".graph__table tbody th").last()).toHaveText("Back at Finpiemonte");
    for (const group of [0, 1]) {
        const drawn = await times(page, group);
        const table = (await cells(page, group + 1)).join(" ");
        const said = table.match(/\d\d:\d\d/g);
        expect(drawn.length).toBeGreaterThanOrEqual(8);
        expect(drawn.filter((time) => !said.includes(time))).toEqual([]);
    }
});

test("a window that is too early is a clash, marked on the line and said", async ({ page, context }) => {
    await open({ page, context }, grouped((plan) => (plan.stops[0].window = { from: "09:00", to: "14:00" })));
    await expect(page.locator(".graph__clash").first()).toHaveText("Group A is at IRIS from 14:00 to 14:45; it receives from 09:00 to 14:00.");
    const clashes = await page.locator(".graph__clash").count();
    await expect(page.locator(".graph__svg .graph__sign")).toHaveCount(clashes);
    await expect(page.locator(".graph__stretch")).toHaveCount(clashes);
    expect(await troubles(page)).toEqual([]);
});

test("two groups at one host are two lines, and a clash", async ({ page, context }) => {
    await open({ page, context }, grouped((plan) => (plan.groups[1].order = plan.groups[0].order)));
    await expect(page.locator(".graph__clash").filter({ hasText: "Group B is at IRIS from 13:40 to 14:45 with more groups than it takes at once." })).toHaveCount(1);
    const tours = await page.locator(".graph__trace").evaluateAll((traces) => traces.map((one) => one.querySelector(".graph__line--tour").getBBox().y));
    expect(Math.abs(tours[0] - tours[1])).toBeGreaterThan(6);
});

test("a return too late is a clash", async ({ page, context }) => {
    await open({ page, context }, together((plan) => (plan.visits[0].returnBy = "2017-11-21T18:45")));
    await expect(page.locator(".graph__clash").last()).toHaveText("Everybody is back at 19:00, after 18:45.");
});

test("the rehearsal moves everybody along the lines and on the map, and says where they are", async ({ page, context }) => {
    await open({ page, context }, grouped());
    await expect(page.locator(".graph__dot").first()).toBeHidden();
    await rehearse(page, 14 * 60);
    await expect(page.locator(".graph__now")).toHaveText("14:00");
    const where = page.locator(".graph__where");
    await expect(where.first()).toContainText("Group A: IRIS, tour until 14:30");
    const dot = page.locator(".graph__dot").first();
    const [before, spot] = [await centre(dot), await centre(page.locator(".graph__badge--map").first())];
    // On its line: at the height of the tour.
    const tour = await page.locator(".graph__trace").first().locator(".graph__line--tour").first().boundingBox();
    expect(Math.abs(before[1] - (tour.y + tour.height / 2))).toBeLessThan(3);
    await rehearse(page, 15 * 60);
    await expect(where.first()).toContainText("Group A: on the way to Prima Industrie, arrives at 15:10");
    await expect.poll(async () => (await centre(dot))[0]).toBeGreaterThan(before[0] + 50);
    await expect.poll(async () => (await centre(page.locator(".graph__badge--map").first())).join()).not.toBe(spot.join());
    await rehearse(page, 24 * 60);
    await expect(where.first()).toContainText("Group A: back at Finpiemonte since 19:00");
    // What phones show then is one step away.
    await rehearse(page, 14 * 60);
    const phones = where.first().getByRole("link", { name: "What phones of Basque Country show then" });
    await expect(phones).toHaveAttribute("href", `#/today?at=2017-11-21T14:00&for=delegation:${BASQUE}`);
    await phones.click();
    await expect(page.getByRole("heading", { level: 1, name: "Today" })).toBeAttached();
    await expect(page.locator("main")).toContainText("IRIS");
});

test("who is in a group alone has a phone in the rehearsal as well", async ({ page, context }) => {
    const person = "01900000-0000-7000-8000-000000000a01";
    const file = grouped((plan) => {
        plan.delegates = [{ id: person, delegation: BASQUE, name: "Ane Etxeberria" }];
        plan.groups[0].delegations = [];
        plan.groups[0].delegates = [person];
    });
    await open({ page, context }, file);
    await rehearse(page, 14 * 60);
    const phone = page.locator(".graph__where").first().getByRole("link", { name: "What the phone of Ane Etxeberria shows then" });
    await expect(phone).toHaveAttribute("href", `#/today?at=2017-11-21T14:00&for=delegate:${person}`);
    await phone.click();
    await expect(page.locator("main")).toContainText("IRIS");
});

for (const [name, file] of [
    ["two groups", () => grouped()],
    ["all together", () => together()],
]) {
    test(`on paper, in black and white, the whole graph is on one sheet: ${name}`, async ({ page, context }, testInfo) => {
        await open({ page, context }, file());
        const labels = await page.locator(".graph__svg text").evaluateAll((all) => all.map((one) => one.textContent.trim()).filter(Boolean));
        expect(labels.length).toBeGreaterThan(15);
        const path = testInfo.outputPath("visits.pdf");
        await page.pdf({ path, preferCSSPageSize: true });
        const info = execFileSync("pdfinfo", [path], { encoding: "utf8" });
        const sheets = Number(info.match(/Pages:\s+(\d+)/)[1]);
        const read = (...options) => execFileSync("pdftotext", [...options, path, "-"], { encoding: "utf8" });
        const pages = read("-raw").split("\f").slice(0, -1);
        expect(pages).toHaveLength(sheets);
        // All of its labels are on one sheet, and no word is beyond the edge of the paper.
        const squeeze = (text) => text.replaceAll(/\s+/g, " ");
        const lacks = pages.map((text) => labels.filter((label) => !squeeze(text).includes(squeeze(label))));
        expect(lacks.filter((lacking) => lacking.length === 0), JSON.stringify(lacks)).toHaveLength(1);
        const sheet = lacks.findIndex((lacking) => lacking.length === 0) + 1;
        const boxes = read("-bbox", "-f", String(sheet), "-l", String(sheet));
        const [width, height] = boxes.match(/<page width="([\d.]+)" height="([\d.]+)"/).slice(1).map(Number);
        for (const [, ...box] of boxes.matchAll(/<word xMin="([-\d.]+)" yMin="([-\d.]+)" xMax="([-\d.]+)" yMax="([-\d.]+)"/g)) {
            const [left, top, right, bottom] = box.map(Number);
            expect(left >= 0 && top >= 0 && right <= width && bottom <= height, box.join(" ")).toBe(true);
        }
        // In grey it has lines as dark as its words, and not only tints.
        const grey = execFileSync("pdftoppm", ["-gray", "-r", "72", "-f", String(sheet), "-l", String(sheet), path], { maxBuffer: 1 << 26 });
        const dark = grey.subarray(grey.length - Math.round(width) * Math.round(height)).filter((shade) => shade < 96).length;
        expect(dark).toBeGreaterThan(500);
    });
}

test("play goes on by itself, and there is no play where motion is not wanted", async ({ page, context }) => {
    await open({ page, context }, grouped());
    await unfold(page, "Rehearse the visit");
    const play = page.getByRole("button", { name: "Play" });
    await play.click();
    await expect(page.getByRole("button", { name: "Pause" })).toBeVisible();
    await expect(page.locator(".graph__now")).not.toHaveText(/^13:[01]\d$/);
    await page.getByRole("button", { name: "Pause" }).click();
    await expect(play).toBeVisible();
    await page.emulateMedia({ reducedMotion: "reduce" });
    await expect(play).toBeHidden();
    await rehearse(page, 14 * 60);
    await expect(page.locator(".graph__now")).toHaveText("14:00");
});

for (const colorScheme of ["light", "dark"]) {
    for (const width of [1350, 360]) {
        test(`accessible in ${colorScheme}, ${width} px wide`, async ({ page, context }) => {
            await page.emulateMedia({ colorScheme });
            await page.setViewportSize({ width, height: 900 });
            await open({ page, context }, grouped((plan) => (plan.stops[0].window = { from: "09:00", to: "14:00" })));
            await rehearse(page, 14 * 60);
            await unfold(page, "The graph as a table");
            await expectAccessible(page);
            const small = await page.locator(".graph__handle, .graph summary, .graph .button, .graph__phone").evaluateAll((all) =>
                all.filter((one) => one.getBoundingClientRect().height < (innerWidth < 640 ? 44 : 32)).map((one) => one.className),
            );
            expect(small).toEqual([]);
        });
    }
}

test("in Italian the graph speaks Italian", async ({ page, context }) => {
    await open({ page, context }, grouped());
    await page.getByRole("button", { name: /Italiano|IT/ }).click();
    await expect(page.locator("#graph-title")).toHaveText("Il pomeriggio in un grafico");
    await expect(page.getByRole("slider", { name: "Gruppo A: partenza da IRIS" })).toHaveAttribute("aria-valuetext", "14:50");
});
