// The longest slice of the rotation search: how long the page stands still while a visit is arranged. Prints it for some
// sizes: node tests/e2e/slices.mjs <address of the release>
import { chromium } from "@playwright/test";
import config from "../../playwright.config.mjs";
import { outing } from "./outing.mjs";
import { keep } from "./plans.mjs";

const SIZES = [[6, 4], [8, 2], [10, 2]];

/** Searches that are not over by then are stopped. */
const POSSIBILITIES = 300_000;

const address = process.argv[2] ?? config.use.baseURL;
const browser = await chromium.launch(config.use.launchOptions);

/** Arranges a visit on which no two groups are alike; the longest slice in milliseconds, and how many were over 50. */
async function arrange(hosts, groups) {
    const file = outing(hosts, groups, {
        visit: { start: "2017-11-21T08:00", rush: { from: "16:00", to: "18:30", percent: 40 } },
        stop: (n) => ({ tour: 10 + 5 * n, window: n % 3 ? undefined : { from: "08:30", to: "22:00" } }),
    });
    file.plan.transfers.forEach((transfer, index) => (transfer.minutes = 5 + ((index * 7) % 31)));
    file.plan.delegations.forEach((delegation, index) => (delegation.expected = 10 + index));
    const context = await browser.newContext(config.use);
    await keep(context, file);
    const page = await context.newPage();
    // A slice is what a timer without delay calls.
    await page.addInitScript(() => {
        const later = window.setTimeout;
        window.slices = [];
        window.setTimeout = (work, delay, ...rest) =>
            later(() => {
                const begun = performance.now();
                work(...rest);
                if (!delay) window.slices.push(performance.now() - begun);
            }, delay);
    });
    await page.goto(`${address}#/visits`);
    await page.locator("html[data-ready]").waitFor({ state: "attached" });
    await page.getByRole("button", { name: "Arrange the visit" }).click();
    const offers = page.locator("[data-offer]").first();
    const quiet = page.locator(".arrange__found > .arrange__quiet");
    const looked = async () => Number(((await quiet.textContent({ timeout: 500 }).catch(() => "")) ?? "").replace(/\D/g, ""));
    while (!(await offers.isVisible())) {
        if ((await looked()) > POSSIBILITIES) await page.locator("#arrange-stop").click({ timeout: 500 }).catch(() => {});
        await page.waitForTimeout(50);
    }
    const slices = await page.evaluate(() => window.slices);
    await context.close();
    return { count: slices.length, longest: Math.max(...slices), long: slices.filter((slice) => slice > 50).length };
}

console.log(`  ${"stops x groups".padEnd(16)}${["slices", "longest", "over 50 ms"].map((name) => name.padStart(12)).join("")}`);
for (const [hosts, groups] of SIZES) {
    const { count, longest, long } = await arrange(hosts, groups);
    console.log(`  ${`${hosts}x${groups}`.padEnd(16)}${[count, `${longest.toFixed(0)} ms`, long].map((figure) => String(figure).padStart(12)).join("")}`);
}
await browser.close();
