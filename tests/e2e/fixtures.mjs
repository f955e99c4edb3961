// What every end-to-end test uses: `import { test, expect, openPlan } from "./fixtures.mjs"`.
//
// A test fails on any console error or warning, any uncaught error, and any request to another origin, in all pages of
// its context. A test that provokes some says so: `test.use({ expected: [/quota/i] })`.
import { AxeBuilder } from "@axe-core/playwright";
import { test as base, expect } from "@playwright/test";

export { expect };

// What Chromium says of a file that was fetched ahead and not used within some seconds: that is about how fast the machine
// is, or about a browser without WebAssembly, and not about the page.
const ABOUT_SPEED = /was preloaded using link preload but not used within a few seconds/;

// Collects what the context's pages complain about, from now on. For contexts that a test opens itself.
export function listen(context, origin) {
    const complaints = [];
    context.on("console", (message) => {
        if (ABOUT_SPEED.test(message.text())) return;
        if (["error", "warning", "assert"].includes(message.type())) complaints.push(`${message.type()}: ${message.text()}`);
    });
    context.on("weberror", (error) => complaints.push(`uncaught: ${error.error()}`));
    context.on("request", (request) => {
        const url = new URL(request.url());
        if (url.protocol.startsWith("http") && url.origin !== origin) complaints.push(`request to ${url.origin}`);
    });
    return complaints;
}

export const test = base.extend({
    // Patterns of complaints that are part of the test.
    expected: [[], { option: true }],

    context: async ({ context, baseURL, expected }, use) => {
        const complaints = listen(context, new URL(baseURL).origin);
        await use(context);
        const unexpected = complaints.filter((complaint) => !expected.some((pattern) => pattern.test(complaint)));
        expect(unexpected, "console messages, uncaught errors and requests to other origins").toEqual([]);
    },
});

// Opens a screen and waits until the plan is on it. `hash` is a route such as "#/agenda".
export async function openPlan(page, hash = "") {
    await page.goto(`./${hash}`);
    await page.locator("html[data-ready]").waitFor({ state: "attached" });
}

// No violation that axe knows, on the page as it is now.
export async function expectAccessible(page) {
    const { violations } = await new AxeBuilder({ page }).analyze();
    const found = violations.flatMap(({ id, help, nodes }) => nodes.map((node) => `${id}: ${help}: ${node.html}`));
    expect(found).toEqual([]);
}
