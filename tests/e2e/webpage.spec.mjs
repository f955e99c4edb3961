// The programme as a web page of its own: the downloaded file, opened where nothing else is there.
import { execFileSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { pathToFileURL } from "node:url";
import { expect, expectAccessible, openPlan, test } from "./fixtures.mjs";
import { handedOut } from "./kept.mjs";
import { crowded, empty, full, keep } from "./plans.mjs";

// Downloads the page; where it is kept, and its text.
async function page_(page, testInfo, { audience, language = "English" } = {}) {
    await openPlan(page, "#/files");
    if (audience) await page.getByLabel("For whom").selectOption(audience);
    await page.getByLabel("Language of the files").selectOption(language);
    const file = await handedOut(page, page.locator('[data-file="web-page"]').getByRole("button", { name: "Download" }));
    expect(file.name).toMatch(/\.html$/);
    const path = testInfo.outputPath(file.name);
    writeFileSync(path, file.text);
    return { address: pathToFileURL(path).href, text: file.text };
}

// Every row of the programme, as it is read.
const rows = (page) =>
    page.locator("[data-entry]").evaluateAll((rows) => rows.map((row) => [row.dataset.entry, row.dataset.kind, row.innerText]));

// Opens the file where scripts cannot run; what it asked for, and what the browser complained about.
async function open(browser, address, options = {}) {
    const context = await browser.newContext({ javaScriptEnabled: false, ...options });
    const page = await context.newPage();
    const heard = { requests: [], complaints: [] };
    context.on("request", (request) => heard.requests.push(request.url()));
    context.on("console", (message) => heard.complaints.push(message.text()));
    await page.goto(address);
    return { context, page, heard };
}

for (const [name, hash, choice, count] of [
    ["everyone, in English", "?lang=en", {}, 31],
    ["Wales, in Italian", "?lang=it", { audience: "Wales", language: "Italiano" }, 22],
]) {
    test(`times, titles and places are those of the programme: ${name}`, async ({ browser, page }, testInfo) => {
        await openPlan(page, `#/programme${hash}`);
        if (choice.audience) await page.getByLabel("Whose programme").selectOption(choice.audience);
        await expect(page.locator("[data-entry]")).toHaveCount(count);
        const shown = await rows(page);
        const { address, text } = await page_(page, testInfo, choice);
        expect(Buffer.byteLength(text)).toBeLessThan(100_000);
        const { context, page: alone, heard } = await open(browser, address, { viewport: { width: 1350, height: 940 } });
        expect(await rows(alone)).toEqual(shown);
        // Nothing was asked of anybody but the file itself.
        expect(heard).toEqual({ requests: [address], complaints: [] });
        await context.close();
    });
}

test("each day is a click away", async ({ browser, page }, testInfo) => {
    const { address } = await page_(page, testInfo);
    const { context, page: alone } = await open(browser, address);
    const days = alone.getByRole("navigation", { name: "Days" }).getByRole("link");
    await expect(days).toHaveText(["Tuesday 21 November", "Wednesday 22 November"]);
    await days.last().click();
    await expect(alone).toHaveURL(/#day-2017-11-22$/);
    await expect(alone.getByRole("heading", { name: "Wednesday, 22 November 2017" })).toBeInViewport();
    await context.close();
});

test("it prints on two sheets of A4, without its head", async ({ browser, page }, testInfo) => {
    const { address } = await page_(page, testInfo);
    const { context, page: alone } = await open(browser, address);
    const times = await alone.locator("[data-entry] time").allTextContents();
    const path = testInfo.outputPath("page.pdf");
    await alone.pdf({ path, preferCSSPageSize: true });
    await context.close();
    const info = execFileSync("pdfinfo", [path], { encoding: "utf8" });
    expect(info).toMatch(/Page size:\s+59[45]\S* x 84[12]\S* pts \(A4\)/);
    expect(info).toMatch(/Pages:\s+2\n/);
    const text = execFileSync("pdftotext", ["-layout", path, "-"], { encoding: "utf8" });
    for (const time of times) expect(text).toContain(time);
    for (const number of [1, 2]) expect(text).toContain(`Page ${number} of 2`);
    expect(text).not.toMatch(/^Tuesday 21 November\b/m);
});

test("it carries the meeting as an event, and no script", async ({ browser, page }, testInfo) => {
    const { address, text } = await page_(page, testInfo);
    expect(text.match(/<script/g)).toHaveLength(1);
    const { context, page: alone } = await open(browser, address);
    const event = JSON.parse(await alone.locator('script[type="application/ld+json"]').textContent());
    await context.close();
    expect(event).toMatchObject({
        "@context": "https://schema.org",
        "@type": "Event",
        startDate: "2017-11-21T08:30:00+01:00",
        eventStatus: "https://schema.org/EventScheduled",
        eventAttendanceMode: "https://schema.org/OfflineEventAttendanceMode",
        organizer: { "@type": "Organization", name: "Finpiemonte, Turin" },
        location: { "@type": "Place", name: "Finpiemonte", geo: { "@type": "GeoCoordinates", latitude: "45.0703", longitude: "7.6869" } },
    });
    await openPlan(page, "#/programme?lang=en");
    const shown = await page.locator("[data-entry]:not([data-kind=leg]) time").allTextContents();
    const told = event.subEvent.map((one) => `${one.startDate.slice(11, 16)}–${one.endDate.slice(11, 16)}`);
    expect([...told].sort()).toEqual([...shown].sort());
});

test("no word of a plan becomes markup, and nothing runs even where scripts may", async ({ browser, context, page }, testInfo) => {
    const wicked = '</title></script></style><script>document.title="run"</script><img src="https://example.org/x" onerror="document.title=1"> ]]> \u0001';
    const file = full();
    file.plan.meeting.title = file.plan.meeting.theme = file.plan.meeting.host = file.plan.meeting.publicity = wicked;
    for (const session of file.plan.sessions) session.title = session.notes = wicked;
    await keep(context, file);
    const { address, text } = await page_(page, testInfo);
    expect(text.match(/<(script|img|\/style|\/title)/g)).toEqual(["</title", "</style", "<script"]);
    const { context: other, page: alone, heard } = await open(browser, address, { javaScriptEnabled: true });
    await expect(alone.locator(".sheet__what").filter({ hasText: 'document.title="run"' }).first()).toBeVisible();
    expect(await alone.title()).toContain("<script>");
    expect(heard).toEqual({ requests: [address], complaints: [] });
    await other.close();
});

test("an empty plan makes a page that says so", async ({ browser, context, page }, testInfo) => {
    await keep(context, empty());
    const { address } = await page_(page, testInfo);
    const { context: other, page: alone } = await open(browser, address);
    await expect(alone.locator("article")).toContainText("Nothing is planned yet.");
    await expect(alone.getByRole("navigation")).toHaveCount(0);
    await other.close();
});

test("it says how large it is, and what would be less; 2,000 sessions are all on it", async ({ browser, context, page }, testInfo) => {
    const row = page.locator('[data-file="web-page"]');
    const download = () => handedOut(page, row.getByRole("button", { name: "Download" }));
    const weight = (file) => Buffer.byteLength(file.text);
    const file = crowded(20, 100);
    // All but three a day are for one delegation.
    const [wales, estonia] = [1, 2].map((number) => `01900000-0000-7000-8000-00000000ee0${number}`);
    file.plan.delegations = [{ id: wales, name: "Wales" }, { id: estonia, name: "Estonia" }];
    file.plan.sessions.forEach((session, index) => {
        if (index % 100 >= 3) session.audience = [wales];
    });
    await keep(context, file);
    await openPlan(page, "#/files");
    await expect(row).toContainText("There are 2000 entries and 230 kB of notes on it.");
    await expect(row).toContainText("Without notes it is smaller. For one delegation, chosen above under “For whom”, it is smaller.");
    const whole = await download();
    await expect(row).toContainText(`${Math.floor(weight(whole) / 1000)} kB: more than the 100 kB`);
    const path = testInfo.outputPath("page.html");
    writeFileSync(path, whole.text);
    const { context: other, page: alone } = await open(browser, pathToFileURL(path).href);
    const shown = await rows(alone);
    const event = JSON.parse(await alone.locator('script[type="application/ld+json"]').textContent());
    await other.close();
    expect(shown.map(([id]) => id)).toEqual(file.plan.sessions.map((session) => session.id));
    expect(event.subEvent.map((one) => one.startDate.slice(0, 16))).toEqual(file.plan.sessions.map((session) => session.slot.start));
    // A note stands in its row, and nowhere else.
    expect(whole.text.match(/What this session is about/g)).toHaveLength(2000);
    await row.getByLabel("With the notes of sessions").uncheck();
    await expect(row).toContainText("There are 2000 entries on it. For one delegation");
    expect((await download()).text).not.toContain("What this session is about");
    await page.getByLabel("For whom").selectOption("Estonia");
    await expect(row).toContainText(/\d\d kB; mail and sites take up to 100 kB well\./);
    const small = await download();
    expect(weight(small)).toBeLessThan(100_000);
    await expect(row).toContainText(`${Math.floor(weight(small) / 1000)} kB; mail`);
});

for (const colorScheme of ["light", "dark"]) {
    for (const width of [1350, 360]) {
        test(`has no violation that axe knows: ${colorScheme}, ${width} px`, async ({ browser, page }, testInfo) => {
            const { address } = await page_(page, testInfo, { language: "Italiano" });
            // axe is a script itself.
            const options = { javaScriptEnabled: true, colorScheme, viewport: { width, height: 940 } };
            const { context, page: alone } = await open(browser, address, options);
            const overflow = await alone.evaluate(() => document.documentElement.scrollWidth - innerWidth);
            expect(overflow).toBeLessThanOrEqual(0);
            await expectAccessible(alone);
            await context.close();
        });
    }
}
