// The study visit: the line door to door, the order of stops, the panel, what hosts ask, and the map.
import { expect, expectAccessible, openPlan, test } from "./fixtures.mjs";
import { openTogether } from "./plans.mjs";

// The shipped plan's records.
const id = (table, row) => `015fdbdf-d400-70${table}-8000-${String(row).padStart(12, "0")}`;
const VISIT = id("09", 1);
const [IRIS, PRIMA, SPEA] = [1, 2, 3].map((row) => id("0a", row));

const stop = (page, stop) => page.locator(`[data-entry="${stop}"]`);
const legTo = (page, stop) => page.locator(`[data-entry="to-${stop}"]`);
const panel = (page) => page.locator(".visits__panel");
const figure = (page, label) => page.locator(".figure").filter({ has: page.getByText(label, { exact: true }) });
const said = (page) => page.locator("p.visually-hidden[role=status]");
const order = (page) => page.locator("[data-kind=stop] .stop__name").allTextContents();
const expectOrder = (page, names) => expect.poll(() => order(page)).toEqual(names);

// A field that was left is taken at once.
const fill = async (field, value) => {
    await field.fill(value);
    await field.blur();
};

test("the head says what the visit is, in four figures", async ({ page }) => {
    await openTogether(page, "#/visits");
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Study visit to three companies");
    const about = page.locator(".page__about");
    for (const part of ["Tuesday 21 November", "with Polo Mesap", "14 heads", "coach with 30 seats", "To confirm"]) {
        await expect(about).toContainText(part);
    }
    await expect(figure(page, "Start")).toContainText("13:10");
    await expect(figure(page, "Start")).toContainText("Finpiemonte");
    await expect(figure(page, "Return")).toContainText("19:00");
    await expect(figure(page, "Return")).toContainText("30 min before 19:30");
    await expect(figure(page, "Driving")).toContainText("2 h");
    await expect(figure(page, "Driving")).toContainText("3 drives are estimates");
    await expect(figure(page, "Stops")).toContainText("3 h 25 min at hosts");
});

test("every minute from door to door is on the line", async ({ page }) => {
    await openTogether(page, "#/visits");
    await expectOrder(page, ["IRIS", "Prima Industrie", "SPEA"]);
    await expect(legTo(page, IRIS)).toContainText("13:10 board 10 · 13:20 drive 20 (own figure)");
    await expect(legTo(page, PRIMA)).toContainText("14:45 board 5 · 14:50 drive 20 (estimate)");
    await expect(page.locator(`[data-entry="back-${VISIT}"]`)).toContainText("18:20 board 5 · 18:25 drive 35 (estimate)");
    const iris = stop(page, IRIS);
    await expect(iris).toHaveAttribute("data-kind", "stop");
    await expect(iris.locator(".line__time")).toHaveText(["13:40", "14:45"]);
    const phases = ["13:40 gate 5", "13:45 safety 5", "13:50 tour 40", "14:30 questions 10", "14:40 count-back 5"];
    await expect(iris.locator(".phase")).toHaveText(phases);
    await expect(iris).toContainText("14 heads, the host takes 16");
    await expect(iris).toContainText("receives 13:30–17:30");
    // The strip is in proportion, within a stop and between stops.
    const widths = await iris.locator(".strip > *").evaluateAll((parts) => parts.map((part) => part.getBoundingClientRect().width));
    expect(widths[2] / widths[0]).toBeGreaterThan(7);
    expect(widths[2] / widths[0]).toBeLessThan(9);
    const strips = await page.locator(".strip").evaluateAll((all) => all.map((one) => one.getBoundingClientRect().width));
    expect(strips[0] / strips[1]).toBeCloseTo(65 / 70, 1);
    // No text of a phase is cut.
    const cut = await page.locator(".phase").evaluateAll((all) => all.filter((one) => one.scrollWidth > one.clientWidth).length);
    expect(cut).toBe(0);
});

test("keys change the order, the clock follows, and it is said", async ({ page }) => {
    await openTogether(page, "#/visits");
    const handle = stop(page, SPEA).getByRole("button", { name: "Move SPEA" });
    await handle.focus();
    await page.keyboard.press("Alt+ArrowUp");
    await expectOrder(page, ["IRIS", "SPEA", "Prima Industrie"]);
    await expect(handle).toBeFocused();
    await expect(said(page)).toHaveText(/^SPEA is now stop 2 of 3, 15:\d\d–16:\d\d\. Back at \d\d:\d\d\.$/);
    await expect(legTo(page, SPEA)).toContainText("14:45 board 5");
    await page.keyboard.press("Alt+ArrowUp");
    await page.keyboard.press("Alt+ArrowUp");
    await expectOrder(page, ["SPEA", "IRIS", "Prima Industrie"]);
    await page.keyboard.press("Alt+ArrowDown");
    await expectOrder(page, ["IRIS", "SPEA", "Prima Industrie"]);
    // Each was one step.
    await page.keyboard.press("Control+z");
    await page.keyboard.press("Control+z");
    await page.keyboard.press("Control+z");
    await expectOrder(page, ["IRIS", "Prima Industrie", "SPEA"]);
});

test("buttons change the order, and stop at the ends", async ({ page }) => {
    await openTogether(page, "#/visits");
    const earlier = stop(page, PRIMA).getByRole("button", { name: "Earlier Prima Industrie" });
    await earlier.click();
    await expectOrder(page, ["Prima Industrie", "IRIS", "SPEA"]);
    await expect(earlier).toBeFocused();
    await expect(earlier).toHaveAttribute("aria-disabled", "true");
    await earlier.click({ force: true });
    await expectOrder(page, ["Prima Industrie", "IRIS", "SPEA"]);
    await expect(stop(page, SPEA).getByRole("button", { name: "Later SPEA" })).toHaveAttribute("aria-disabled", "true");
});

const centre = async (locator) => {
    const box = await locator.boundingBox();
    return [box.x + box.width / 2, box.y + box.height / 2];
};

test("a stop is dragged to its new place, with a line where it will drop", async ({ page }) => {
    await openTogether(page, "#/visits");
    await page.setViewportSize({ width: 1350, height: 1800 });
    const handle = stop(page, SPEA).getByRole("button", { name: "Move SPEA" });
    await page.mouse.move(...(await centre(handle)));
    await page.mouse.down();
    const [x, y] = await centre(legTo(page, PRIMA));
    await page.mouse.move(x, y, { steps: 5 });
    await expect(page.locator(".line__pair--drop-before")).toHaveId(`visits-row-${PRIMA}`);
    // Nothing moves before the drop.
    await expectOrder(page, ["IRIS", "Prima Industrie", "SPEA"]);
    await page.mouse.up();
    await expectOrder(page, ["IRIS", "SPEA", "Prima Industrie"]);
    await expect(page.locator(".line__pair--drop-before")).toHaveCount(0);
    await expect(handle).toBeFocused();
    await expect(said(page)).toContainText("SPEA is now stop 2 of 3");
});

test("a stop dragged to the end goes after the last, and Escape lets go", async ({ page }) => {
    await openTogether(page, "#/visits");
    await page.setViewportSize({ width: 1350, height: 1400 });
    const handle = stop(page, IRIS).getByRole("button", { name: "Move IRIS" });
    const [x, y] = await centre(page.locator(".line__row--last"));
    const drag = async () => {
        await page.mouse.move(...(await centre(handle)));
        await page.mouse.down();
        await page.mouse.move(x, y + 20, { steps: 5 });
        await expect(page.locator(".line__pair--drop-after")).toHaveId(`visits-row-${SPEA}`);
    };
    await drag();
    await handle.focus();
    await page.keyboard.press("Escape");
    await expect(page.locator(".line__pair--drop-after")).toHaveCount(0);
    await page.mouse.up();
    await expectOrder(page, ["IRIS", "Prima Industrie", "SPEA"]);
    await drag();
    await page.mouse.up();
    await expectOrder(page, ["Prima Industrie", "SPEA", "IRIS"]);
});

test("a stop opens its panel, by pointer, by key and by address", async ({ page }) => {
    await openTogether(page, "#/visits");
    await stop(page, PRIMA).getByRole("link", { name: "Prima Industrie" }).click();
    await expect(page).toHaveURL(new RegExp(`show=${PRIMA}`));
    const title = panel(page).getByRole("heading", { level: 2 });
    await expect(title).toHaveText("Prima Industrie");
    await expect(title).toBeFocused();
    await expect(panel(page)).toContainText("Stop 2 of 3, 15:10–16:20");
    await panel(page).getByRole("button", { name: "Close" }).click();
    await expect(panel(page)).toHaveCount(0);
    const link = stop(page, PRIMA).getByRole("link", { name: "Prima Industrie" });
    await expect(link).toBeFocused();
    await page.keyboard.press("Enter");
    await expect(title).toBeFocused();
    for (const [show, heading] of [
        [SPEA, "SPEA"],
        [`to-${SPEA}`, "To SPEA"],
        [`back-${VISIT}`, "Back to Finpiemonte"],
        [VISIT, "Study visit to three companies"],
        [id("08", 1), "IRIS"],
    ]) {
        await openTogether(page, `#/visits?show=${show}`);
        await expect(title).toHaveText(heading);
        await expect(title).toBeFocused();
    }
});

test("a phase that gets longer moves everything after it, and lateness is shown in place", async ({ page }) => {
    await openTogether(page, `#/visits?show=${PRIMA}`);
    await fill(panel(page).getByLabel("Tour"), "120");
    await expect(stop(page, PRIMA).locator(".line__time")).toHaveText(["15:10", "17:40"]);
    await expect(stop(page, PRIMA)).toContainText("ends 10 min after closing");
    await expect(stop(page, SPEA).locator(".line__time").first()).toHaveText("18:30");
    await expect(stop(page, SPEA)).toContainText("ends 1 h 10 min after closing");
    await expect(figure(page, "Return")).toContainText("50 min later than 19:30");
    await expect(figure(page, "Return")).toHaveClass(/figure--(warning|blocker)/);
    // The checks say it too: on the stop, and in its panel with a way out.
    await expect(stop(page, PRIMA).getByTitle("Blocker")).toBeVisible();
    await expect(panel(page).locator('[data-finding="outside-window"]')).toHaveAttribute("data-severity", "blocker");
});

test("a finding's fix is one click", async ({ page }) => {
    await openTogether(page, `#/visits?show=${PRIMA}`);
    await panel(page).getByText("To confirm (3)").click();
    const finding = panel(page).locator('[data-finding="to-confirm"]').filter({ hasText: "The stop at" });
    await finding.getByRole("button", { name: "Confirm" }).click();
    await expect(finding).toHaveCount(0);
    await expect(panel(page).getByLabel("This stop is still to confirm")).not.toBeChecked();
});

test("the host's hours are one value: both ends or none, and not backwards", async ({ page }) => {
    await openTogether(page, `#/visits?show=${PRIMA}`);
    const window = panel(page).getByRole("group", { name: "When the host receives" });
    const [from, to] = [window.getByLabel("From"), window.getByLabel("To")];
    await fill(from, "18:00");
    await expect(window.getByText("“To” must be after “From”.")).toBeVisible();
    await expect(from).toHaveAttribute("aria-invalid", "true");
    await expect(stop(page, PRIMA)).toContainText("receives 14:30–17:30");
    // The other end makes it right.
    await fill(to, "19:00");
    await expect(stop(page, PRIMA)).toContainText("receives 18:00–19:00");
    await expect(window.getByText("“To” must be after “From”.")).toBeHidden();
    await expect(stop(page, PRIMA).locator(".phase").first()).toHaveText("15:10 wait 170");
    await fill(from, "");
    await expect(window.getByText("Give both times, or neither.")).toBeVisible();
    await expect(stop(page, PRIMA)).toContainText("receives 18:00–19:00");
    await fill(to, "");
    await expect(stop(page, PRIMA)).not.toContainText("receives");
    await expect(window.getByText("Give both times, or neither.")).toBeHidden();
});

test("an own driving time takes the place of the estimate, which says how it is made", async ({ page }) => {
    await openTogether(page, `#/visits?show=to-${PRIMA}`);
    await expect(panel(page)).toContainText(
        "Estimate: 20 min. As the crow flies 9.1 km, times 1.35 for the road 12.3 km, at 40 km/h, rounded up to 5 minutes.",
    );
    const own = panel(page).getByLabel("Own driving time (minutes)");
    await expect(own).toHaveValue("");
    await fill(own, "30");
    await expect(legTo(page, PRIMA)).toContainText("14:50 drive 30 (own figure)");
    await expect(figure(page, "Return")).toContainText("19:10");
    await fill(own, "");
    await expect(legTo(page, PRIMA)).toContainText("14:50 drive 20 (estimate)");
    await fill(panel(page).getByLabel("Boarding (minutes)"), "15");
    await expect(legTo(page, PRIMA)).toContainText("14:45 board 15 · 15:00 drive 20");
});

test("a coach and an own driving time are to confirm until somebody says that they are certain", async ({ page }) => {
    await openPlan(page, "#/visits");
    const coach = page.locator(".coach").filter({ hasText: "Minibus 1" });
    await expect(coach).toContainText("To confirm");
    await coach.getByRole("link", { name: "Minibus 1" }).click();
    await panel(page).getByLabel("This coach is still to confirm").uncheck();
    await expect(coach).not.toContainText("To confirm");
    await expect(page.locator(".coach").filter({ hasText: "Minibus 2" })).toContainText("To confirm");

    // The way back from IRIS is as long as the way there.
    await page.getByRole("group", { name: "Groups of this visit" }).getByRole("button", { name: "Group 2" }).click();
    const leg = page.locator("[data-kind=leg]").filter({ hasText: "own figure" }).first();
    await expect(leg).toContainText("To confirm");
    await leg.getByRole("link").click();
    await panel(page).getByLabel("The own driving time is still to confirm").uncheck();
    await expect(leg).not.toContainText("To confirm");
    await page.getByRole("navigation").getByRole("link", { name: "Checks" }).first().click();
    await expect(page.locator("[data-finding=to-confirm]").filter({ hasText: "Minibus" })).toHaveText(/Minibus 2 is still to confirm/);
    await expect(page.locator("[data-finding=to-confirm]").filter({ hasText: "driving time" })).toHaveText(/1 own driving time is still to confirm/);
});

test("the figure of the opposite direction counts, and says so", async ({ page }) => {
    await openTogether(page, `#/visits?show=to-${SPEA}`);
    await fill(panel(page).getByLabel("Own driving time (minutes)"), "50");
    await stop(page, SPEA).getByRole("button", { name: "Earlier SPEA" }).click();
    await expect(legTo(page, PRIMA)).toContainText("drive 50 (own figure)");
    await legTo(page, PRIMA).getByRole("link").click();
    await expect(panel(page)).toContainText("The 50 minutes are your figure for the opposite direction.");
    await expect(panel(page).getByLabel("Own driving time (minutes)")).toHaveValue("");
});

test("coordinates are pasted as one text, and move the drive and the map", async ({ page }) => {
    await openTogether(page, `#/visits?show=${SPEA}`);
    await panel(page).getByText("Address and coordinates").click();
    const coordinates = panel(page).getByLabel("Coordinates", { exact: true });
    await expect(coordinates).toHaveValue("45.2006, 7.7789");
    await fill(coordinates, "somewhere in Volpiano");
    await expect(panel(page).getByText("Enter latitude and longitude in degrees")).toBeVisible();
    await expect(coordinates).toHaveValue("somewhere in Volpiano");
    await fill(coordinates, "45.0703; 7.7");
    await expect(coordinates).toHaveValue("45.0703, 7.7");
    await expect(legTo(page, SPEA)).toContainText("drive 25 (estimate)");
    await fill(coordinates, "");
    await expect(legTo(page, SPEA)).toContainText("drive not known");
    const places = page.locator(".place");
    await expect(places.filter({ hasText: "SPEA" })).toContainText("Not on the map: add coordinates");
    await expect(page.locator(".map__name")).toHaveText(["Finpiemonte", "IRIS", "Prima Industrie"]);
    await expect(figure(page, "Driving")).toContainText("2 drives are not known");
});

test("what the host asks is edited where it is and summed up for visitors", async ({ page }) => {
    await openTogether(page, `#/visits?show=${PRIMA}`);
    const host = page.locator(".asked__host").filter({ hasText: "Prima Industrie" });
    await expect(host).toContainText("Identity document: names are checked at the gate");
    await expect(host).toContainText("Closed, flat shoes.");
    await expect(host).toContainText("No photographs");
    await expect(host).toContainText("ID list to send by 14 Nov");
    await expect(host).toContainText("Still to ask the host: telephones");
    await panel(page).getByText("What it asks of visitors", { exact: true }).click();
    await panel(page).getByLabel("Telephones").selectOption("Forbidden");
    await panel(page).getByLabel("Visitors sign a non-disclosure agreement").check();
    await fill(panel(page).getByLabel("To bring or wear", { exact: true }), "Safety shoes");
    await fill(panel(page).getByLabel("ID list due"), "2017-11-16");
    await panel(page).getByLabel("ID list was sent").check();
    await expect(host).toContainText("No telephones");
    await expect(host).toContainText("To sign: a non-disclosure agreement");
    await expect(host).toContainText("Safety shoes");
    await expect(host).toContainText("ID list sent (due 16 Nov)");
    await expect(host).not.toContainText("Still to ask");
    await panel(page).getByText("Contact", { exact: true }).click();
    await fill(panel(page).getByLabel("Name or desk"), "Front desk");
    await fill(panel(page).getByRole("textbox", { name: "Telephone", exact: true }), "+39 011 0000");
    await panel(page).getByText("Host", { exact: true }).click();
    await fill(panel(page).getByLabel("Takes at once (heads)"), "12");
    await expect(stop(page, PRIMA)).toContainText("14 heads, the host takes 12");
    await expect(stop(page, PRIMA).getByTitle("Warning")).toBeVisible();
    await page.reload();
    await panel(page).getByText("Contact", { exact: true }).click();
    await expect(panel(page).getByLabel("Name or desk")).toHaveValue("Front desk");
});

test("the visit itself: when, from where, for whom", async ({ page }) => {
    await openTogether(page, "#/visits");
    await page.getByRole("link", { name: "Edit visit" }).click();
    await fill(panel(page).getByLabel("Boarding starts"), "12:40");
    await expect(figure(page, "Start")).toContainText("12:40");
    await expect(stop(page, IRIS).locator(".phase").first()).toHaveText("13:10 wait 20");
    await fill(panel(page).getByLabel("Back by"), "18:00");
    await expect(figure(page, "Return")).toContainText("later than 18:00");
    await fill(panel(page).getByLabel("Date"), "2017-11-22");
    await expect(page.locator(".page__about")).toContainText("Wednesday 22 November");
    await expect(figure(page, "Return")).toContainText("later than 18:00");
    await panel(page).getByLabel("Wales").uncheck();
    await expect(page.locator(".page__about")).toContainText(/\b1?\d heads/);
    await expect(page.locator(".visits__guests .badge")).toHaveCount(2);
    await fill(panel(page).getByLabel("Seats in the coach"), "5");
    await expect(page.locator(".visits__over")).toContainText("coach with 5 seats");
    await expect(panel(page).locator('[data-finding="too-many-heads"]')).toBeVisible();
    await fill(panel(page).getByLabel("Title", { exact: true }), "Two fabs and a lab");
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Two fabs and a lab");
});

test("a stop is removed and comes back", async ({ page }) => {
    await openTogether(page, `#/visits?show=${PRIMA}`);
    await panel(page).getByRole("button", { name: "Remove stop" }).click();
    await expectOrder(page, ["IRIS", "SPEA"]);
    await expect(panel(page)).toHaveCount(0);
    await expect(page.getByRole("button", { name: "Move SPEA" })).toBeFocused();
    await expect(page.getByRole("link", { name: "Prima Industrie" })).toBeVisible();
    await page.getByRole("button", { name: "Undo" }).click();
    await expectOrder(page, ["IRIS", "Prima Industrie", "SPEA"]);
});

test("a stop is added at a new host, and at one that is there", async ({ page }) => {
    await openTogether(page, "#/visits");
    await page.getByRole("button", { name: "Add stop" }).click();
    await expect(page.getByLabel("Host", { exact: true })).toBeFocused();
    await page.getByRole("button", { name: "Add", exact: true }).click();
    await expect(page.getByText("Enter the company’s name.")).toBeVisible();
    await expect(page.getByLabel("Name", { exact: true })).toBeFocused();
    await page.getByLabel("Name", { exact: true }).fill("Officina Quattro");
    await page.getByLabel("Town or address").fill("Rivoli");
    await page.getByRole("button", { name: "Add", exact: true }).click();
    await expectOrder(page, ["IRIS", "Prima Industrie", "SPEA", "Officina Quattro"]);
    await expect(panel(page).getByRole("heading", { level: 2 })).toHaveText("Officina Quattro");
    const added = page.locator("[data-kind=stop]").last();
    await expect(added).toContainText("Rivoli");
    await expect(added).toContainText("To confirm");
    await expect(added.locator(".phase b")).toHaveText(["5", "10", "40", "10", "5"]);
    await expect(page.locator(".place").last()).toContainText("Not on the map: add coordinates");
    // Off the visit it stays a host, to be chosen again.
    await panel(page).getByRole("button", { name: "Remove stop" }).click();
    await page.getByRole("button", { name: "Add stop" }).click();
    await expect(page.getByLabel("Host", { exact: true })).toHaveValue(/^[0-9a-f-]{36}$/);
    await page.getByRole("button", { name: "Add", exact: true }).click();
    await expectOrder(page, ["IRIS", "Prima Industrie", "SPEA", "Officina Quattro"]);
});

test("several visits are chosen from, and the last one to go leaves words on what to do", async ({ page }) => {
    await openTogether(page, "#/visits");
    await page.getByRole("button", { name: "Add visit" }).click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Study visit");
    await expect(page.getByText("No stops yet: add the first company below.")).toBeVisible();
    await expect(panel(page).getByLabel("Starts from")).toHaveValue(/./);
    const visits = page.getByRole("navigation", { name: "Study visits" });
    await visits.getByRole("link", { name: "Study visit to three companies" }).click();
    await expectOrder(page, ["IRIS", "Prima Industrie", "SPEA"]);
    await expect(visits.getByRole("link", { name: "Study visit to three companies" })).toHaveAttribute("aria-current", "page");
    await panel(page).getByRole("button", { name: "Remove visit" }).click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Study visit");
    await page.getByRole("link", { name: "Edit visit" }).click();
    await panel(page).getByRole("button", { name: "Remove visit" }).click();
    await expect(page.getByText("No study visit yet.")).toBeVisible();
    await expect(page.getByRole("button", { name: "Add visit" })).toBeFocused();
    await expectAccessible(page);
    await page.getByRole("button", { name: "Undo" }).click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Study visit");
    await page.getByRole("button", { name: "Undo" }).click();
    await visits.getByRole("link", { name: "Study visit to three companies" }).click();
    await expectOrder(page, ["IRIS", "Prima Industrie", "SPEA"]);
});

test("on the map no text touches a mark, a line or another text, and numbers are the stops'", async ({ page }) => {
    await openTogether(page, "#/visits");
    await expect(page.locator(".map__number")).toHaveText(["1", "2", "3"]);
    await expect(page.locator(".map__way")).toHaveCount(4);
    const found = await page.locator("svg.map").evaluate((map) => {
        const boxes = (selector) => [...map.querySelectorAll(selector)].map((one) => [one.textContent, one.getBBox()]);
        const meet = (a, b) => a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
        const texts = boxes(".map__name, .map__minutes");
        const marks = boxes("circle");
        const troubles = [];
        for (const [index, [text, box]] of texts.entries()) {
            for (const [other, at] of texts.slice(index + 1)) if (meet(box, at)) troubles.push(`${text} on ${other}`);
            for (const [, at] of marks) if (meet(box, at)) troubles.push(`${text} on a mark`);
            const view = map.viewBox.baseVal;
            if (box.x < 0 || box.y < 0 || box.x + box.width > view.width || box.y + box.height > view.height) troubles.push(`${text} leaves the map`);
            for (const way of map.querySelectorAll(".map__way")) {
                const length = way.getTotalLength();
                for (let at = 0; at <= length; at += 1) {
                    const { x, y } = way.getPointAtLength(at);
                    if (x > box.x && x < box.x + box.width && y > box.y && y < box.y + box.height) troubles.push(`${text} on a line`);
                }
            }
        }
        return [...new Set(troubles)];
    });
    expect(found).toEqual([]);
    await expect(page.locator(".map")).toContainText("5 km");
    await stop(page, SPEA).getByRole("button", { name: "Earlier SPEA" }).click();
    const name = page.locator(".place").filter({ hasText: "SPEA" }).locator(".line__dot");
    await expect(name).toHaveText("2");
});

test("every place is a link away from a real map, and nothing is asked of one", async ({ page }) => {
    await openTogether(page, "#/visits");
    const iris = page.locator(".place").filter({ hasText: "IRIS" });
    const link = iris.getByRole("link", { name: "Open in a map IRIS" });
    await expect(link).toHaveAttribute("href", /^https:\/\/www\.openstreetmap\.org\/\?mlat=45\.0703&mlon=7\.6869#map=\d+\/45\.0703\/7\.6869$/);
    await expect(link).toHaveAttribute("target", "_blank");
    await expect(link).toHaveAttribute("rel", "noopener noreferrer");
    await expect(iris.getByRole("link", { name: "Map app IRIS" })).toHaveAttribute("href", "geo:45.0703,7.6869");
    await expect(page.locator(".place")).toHaveCount(4);
});

test("an edit redraws only the stops that it changed", async ({ page }) => {
    await openTogether(page, `#/visits?show=${SPEA}`);
    for (const row of [IRIS, PRIMA, SPEA]) {
        await stop(page, row).evaluate((element) => {
            const watch = new MutationObserver((changes) => (element.dataset.changes = Number(element.dataset.changes ?? 0) + changes.length));
            watch.observe(element, { subtree: true, childList: true, characterData: true });
        });
    }
    await fill(panel(page).getByLabel("Questions"), "5");
    await expect(stop(page, SPEA)).toContainText("questions 5");
    await expect(stop(page, SPEA)).toHaveAttribute("data-changes");
    for (const row of [IRIS, PRIMA]) await expect(stop(page, row)).not.toHaveAttribute("data-changes");
});

test.describe("in Italian", () => {
    test.use({ locale: "it-IT" });

    test("the words and figures are Italian", async ({ page }) => {
        await openTogether(page, `#/visits?show=to-${PRIMA}`);
        await expect(page.getByRole("heading", { level: 1 })).toHaveText("Visita di studio in tre aziende");
        await expect(legTo(page, PRIMA)).toContainText("14:45 salita 5 · 14:50 guida 20 (stima)");
        await expect(panel(page)).toContainText("In linea d’aria 9,1 km, per 1,35 su strada 12,3 km");
        await expectAccessible(page);
    });
});

for (const colorScheme of ["light", "dark"]) {
    for (const width of [1350, 360]) {
        test(`nothing that axe knows, nothing that overflows: ${colorScheme}, ${width} px`, async ({ page }) => {
            await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
            await page.setViewportSize({ width, height: 740 });
            for (const hash of ["", `?show=${PRIMA}`, `?show=${VISIT}`, `?show=to-${PRIMA}`]) {
                await openTogether(page, `#/visits${hash}`);
                await expect(stop(page, IRIS)).toBeVisible();
                await page.locator("details").evaluateAll((folds) => folds.forEach((fold) => (fold.open = true)));
                await expectAccessible(page);
                const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
                expect(overflow, hash).toBeLessThanOrEqual(0);
            }
        });
    }
}

test("on a phone the panel comes into view, and every target is one that a thumb hits", async ({ page }) => {
    await page.setViewportSize({ width: 360, height: 740 });
    await openTogether(page, "#/visits");
    await stop(page, PRIMA).getByRole("link", { name: "Prima Industrie" }).click();
    await expect(panel(page).getByRole("heading", { level: 2 })).toBeInViewport();
    const small = await page.locator(".visits button:visible").evaluateAll((buttons) =>
        buttons.filter((button) => button.getBoundingClientRect().height < 44).map((button) => button.textContent),
    );
    expect(small).toEqual([]);
});

test("the list of guests for a host is ready to copy", async ({ page, context }) => {
    await context.grantPermissions(["clipboard-read", "clipboard-write"]);
    await openTogether(page, "#/visits");
    const host = page.locator(".asked__host").first();
    await host.getByRole("button", { name: "Copy the list of guests" }).click();
    await expect(page.getByRole("status")).toContainText("rows are copied: Name, Organisation, Delegation.");
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    expect(copied.split("\n")[0]).toBe("Name\tOrganisation\tDelegation");
    expect(copied).toContain("not named yet\t\tWales");
});
