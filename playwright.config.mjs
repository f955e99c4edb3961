// The end-to-end tests: real journeys in Chromium against the release in dist/.
import { defineConfig } from "@playwright/test";
import { execSync } from "node:child_process";

// cargo xtask test serves the release itself and says where. Alone, `npx playwright test` serves what is in dist/.
const port = 4173;
const under = "/some/sub/path/";
const address = process.env.ITINERA_URL ?? `http://127.0.0.1:${port}${under}`;

const chromium = () => {
    try {
        const names = ["chromium", "chromium-browser", "google-chrome"];
        return execSync(names.map((name) => `command -v ${name}`).join(" || "), { encoding: "utf8" }).trim();
    } catch {
        throw new Error("No Chromium on PATH: cargo xtask test --e2e installs it where it may, or says how to");
    }
};

export default defineConfig({
    testDir: "tests/e2e",
    outputDir: "test-results",
    fullyParallel: true,
    workers: 2,
    // What passes at the second attempt only is named in the report, to be looked into.
    retries: 1,
    // Ends a test that hangs, and nothing else: no test measures time.
    timeout: 180_000,
    expect: { timeout: 30_000 },
    reporter: [["list"], ["./tests/e2e/count.mjs"]],
    use: {
        baseURL: address,
        locale: "en-GB",
        timezoneId: "Europe/Rome",
        viewport: { width: 1350, height: 940 },
        screenshot: "only-on-failure",
        launchOptions: {
            executablePath: chromium(),
            // Quiet and alone: what Chromium asks of the network by itself is not the page's doing.
            args: [
                "--no-sandbox",
                "--disable-gpu",
                "--disable-quic",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
            ],
        },
    },
    webServer: process.env.ITINERA_URL
        ? undefined
        : {
              command: `cargo xtask serve --no-build --port ${port} --under ${under}`,
              url: address,
          },
});
