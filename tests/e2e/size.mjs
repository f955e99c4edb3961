// What a first visit transfers, as the browser asks for it and a good host sends it (brotli). Prints the parts, and
// fails above the limit: node tests/e2e/size.mjs <address of the release>
import { brotliCompressSync } from "node:zlib";
import { chromium } from "@playwright/test";
import config from "../../playwright.config.mjs";

/** In bytes, for the screens that people come to first. */
const LIMIT = 270_000;
const FIRST = ["agenda", "today", "programme"];

const PARTS = { HTML: /\/$|\.html$/, JavaScript: /\.js$/, WASM: /\.wasm$/, CSS: /\.css$/, "icons, manifest": /\.(svg|png|webmanifest)$/ };
const SCREENS = ["agenda", "people", "visits", "checks", "today", "programme", "papers", "files", "meetings"];

const address = process.argv[2] ?? config.use.baseURL;
const browser = await chromium.launch(config.use.launchOptions);

/** The bytes of every file that the first visit to a screen needs, by their address. */
async function visit(screen) {
    const context = await browser.newContext(config.use);
    const page = await context.newPage();
    const files = new Map();
    const arriving = [];
    page.on("response", (response) => arriving.push(response.body().then((body) => files.set(response.url(), body))));
    await page.goto(`${address}#/${screen}`);
    await page.locator("html[data-ready]").waitFor();
    await page.waitForLoadState("networkidle");
    // A browser with a window asks for these too.
    for (const link of await page.locator('link[rel~="icon"], link[rel="manifest"]').all()) {
        const url = await link.evaluate((link) => link.href);
        files.set(url, await (await page.request.get(url)).body());
    }
    await Promise.all(arriving);
    await context.close();
    return files;
}

const sizes = new Map();
function transferred(url, body) {
    // A host sends an image as it is when compressing it would make it larger.
    if (!sizes.has(url)) sizes.set(url, Math.min(brotliCompressSync(body).length, body.length));
    return sizes.get(url);
}

const kilobytes = (bytes) => `${(bytes / 1000).toFixed(1)} kB`.padStart(10);
let most = 0;
console.log(`  ${"first visit to".padEnd(16)}${[...Object.keys(PARTS), "total"].map((name) => name.padStart(16)).join("")}`);
for (const screen of SCREENS) {
    const parts = Object.fromEntries(Object.keys(PARTS).map((name) => [name, 0]));
    for (const [url, body] of await visit(screen)) {
        const path = new URL(url).pathname;
        const part = Object.keys(PARTS).find((name) => PARTS[name].test(path));
        if (!part) throw new Error(`${path}: which part of the page is this?`);
        parts[part] += transferred(url, body);
    }
    const total = Object.values(parts).reduce((sum, size) => sum + size, 0);
    if (FIRST.includes(screen)) most = Math.max(most, total);
    console.log(`  ${screen.padEnd(16)}${[...Object.values(parts), total].map((size) => kilobytes(size).padStart(16)).join("")}`);
}
await browser.close();
console.log(`  at most ${kilobytes(LIMIT).trim()} where people come first: ${FIRST.join(", ")}`);
process.exit(most <= LIMIT ? 0 : 1);
