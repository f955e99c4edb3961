// The page arrives: from a sub-path, under its policy, with something to see before and without the program.
import { expect, expectAccessible, openPlan, test } from "./fixtures.mjs";

test("the page itself holds the skeleton and a strict policy", async ({ request }) => {
    const page = await (await request.get("./")).text();
    const policy = page.match(/http-equiv="Content-Security-Policy" content="([^"]*)"/)?.[1] ?? "";
    expect(policy).toContain("default-src 'self'");
    expect(policy).toContain("script-src 'self' 'wasm-unsafe-eval';");
    expect(policy).not.toContain("unsafe-inline");
    expect(policy).not.toContain("'unsafe-eval'");
    for (const words of ["Itinera", "Agenda", "Programme", "21 November 2017", "22 November 2017", "Opening the plan"]) {
        expect(page).toContain(words);
    }
    // Relative addresses only, and nothing inline that the policy would refuse.
    expect(page).not.toMatch(/(?:src|href)=["']?(?:\/|https?:)/);
    expect(page).not.toMatch(/<script(?![^>]*\bsrc=)|<style|\sstyle=|\son\w+=/);
});

test("every file the page names is there, as what it is", async ({ request }) => {
    const page = await (await request.get("./")).text();
    const types = {
        css: "text/css",
        js: "text/javascript",
        png: "image/png",
        svg: "image/svg+xml",
        wasm: "application/wasm",
        webmanifest: "application/manifest+json",
    };
    const files = [...page.matchAll(/(?:src|href)=["']?([^"'\s>]+)/g)].map(([, file]) => file);
    const manifest = await (await request.get("./manifest.webmanifest")).json();
    files.push(...manifest.icons.map((icon) => icon.src));
    // One style sheet: every further one would be a request before the first paint.
    expect(files.filter((file) => file.endsWith(".css"))).toHaveLength(1);
    for (const file of files) {
        const response = await request.get(file);
        expect(response.status(), file).toBe(200);
        expect(response.headers()["content-type"], file).toContain(types[file.split(".").pop()]);
    }
});

test("the program takes the skeleton's place without a word on the console", async ({ page }) => {
    const messages = [];
    page.on("console", (message) => messages.push(message.text()));
    await openPlan(page);
    expect(new URL(page.url()).pathname).toBe("/some/sub/path/");
    await expect(page.locator("#skeleton")).toHaveCount(0);
    await expect(page.locator("main")).toHaveCount(1);
    // Chromium complains about a preload that nothing used only after a while of idling; ask it whether any was.
    const fetched = await page.evaluate(() =>
        performance.getEntriesByType("resource").map(({ name }) => name),
    );
    expect(fetched.filter((name) => name.endsWith(".wasm"))).not.toHaveLength(0);
    expect(fetched).toEqual([...new Set(fetched)]);
    expect(messages).toEqual([]);
});

for (const colorScheme of ["light", "dark"]) {
    for (const width of [1350, 360]) {
        test(`the skeleton is there before the program: ${colorScheme}, ${width} px`, async ({ page }) => {
            await page.emulateMedia({ colorScheme });
            await page.setViewportSize({ width, height: 740 });
            let arrive;
            const arrived = new Promise((resolve) => (arrive = resolve));
            await page.route("**/*.wasm", async (route) => {
                await arrived;
                await route.continue();
            });
            // The load event waits for the preload of the WASM.
            await page.goto("./", { waitUntil: "domcontentloaded" });
            await expect(page.getByRole("status")).toHaveText("Opening the plan…");
            await expect(page.getByRole("heading", { name: "21 November" })).toBeVisible();
            await expectAccessible(page);
            const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
            expect(overflow).toBeLessThanOrEqual(0);
            arrive();
            await expect(page.locator("#skeleton")).toHaveCount(0);
        });
    }
}

test.describe("without JavaScript", () => {
    // Nobody starts the program, and Chromium notices.
    test.use({ javaScriptEnabled: false, expected: [/was preloaded using link preload but not used/] });

    test("the page says what it needs, and does not claim to be opening", async ({ page }) => {
        await page.goto("./");
        // By its element: Playwright takes the text of a noscript for invisible.
        const notice = page.locator("noscript > div");
        await expect(notice).toBeVisible();
        await expect(notice).toContainText("Itinera needs JavaScript and WebAssembly.");
        await expect(notice).toContainText("Itinera richiede JavaScript e WebAssembly.");
        await expect(page.getByText("Opening the plan…")).toBeHidden();
    });
});

test("without WebAssembly the page says so", async ({ page }) => {
    await page.addInitScript(() => delete window.WebAssembly);
    await page.goto("./");
    await expect(page.getByRole("alert")).toContainText("Itinera needs WebAssembly.");
    await expect(page.getByText("Opening the plan…")).toHaveCount(0);
    await expectAccessible(page);
});

test.describe("when the program fails while it starts", () => {
    test.use({ expected: [/no text today/] });

    test("the page says so", async ({ page }) => {
        await page.addInitScript(() => {
            document.createTextNode = () => {
                throw new Error("no text today");
            };
        });
        await page.goto("./");
        await expect(page.getByRole("alert")).toContainText("Itinera could not start.");
        await expect(page.getByRole("alert")).toContainText("no text today");
    });
});

test.describe("when the program does not arrive", () => {
    // Chromium reports the failed request itself; and then nobody uses the preload.
    test.use({ expected: [/Failed to load resource|net::ERR_FAILED/] });

    for (const file of ["*.wasm", "itinera-*.js"]) {
        test(`the page says so: ${file}`, async ({ page }) => {
            await page.route(`**/${file}`, (route) => route.abort());
            await page.goto("./");
            await expect(page.getByRole("alert")).toContainText("Itinera could not start.");
            await expect(page.getByRole("alert")).toContainText("load the page again");
        });
    }

    test.describe("in Italian", () => {
        test.use({ locale: "it-IT" });

        test("the page says so in Italian", async ({ page }) => {
            await page.route("**/*.wasm", (route) => route.abort());
            await page.goto("./");
            await expect(page.getByRole("alert")).toContainText("Itinera non è riuscita ad avviarsi.");
        });
    });
});
