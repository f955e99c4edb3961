// A browser that can be killed: Chromium as a process of its own, on a profile that outlives it.
import { chromium } from "@playwright/test";
import { spawn } from "node:child_process";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import settings from "../../playwright.config.mjs";

// A fresh profile's folder.
export const profile = () => mkdtemp(join(tmpdir(), "itinera-profile-"));

// A folder that a killed browser's last children may still be writing in.
export const forget = (folder) => rm(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 });

// Starts Chromium on a profile. `kill` ends all its processes at once, as a crash or the system would.
export async function start(folder) {
    const { executablePath, args } = settings.use.launchOptions;
    const port = join(folder, "DevToolsActivePort");
    await rm(port, { force: true });
    // The head of a process group of its own, so that killing it reaches exactly what it started.
    const child = spawn(
        executablePath,
        ["--headless", "--remote-debugging-port=0", `--user-data-dir=${folder}`, ...args, "about:blank"],
        { detached: true, stdio: "ignore" },
    );
    const ended = new Promise((resolve) => child.once("exit", resolve));
    const kill = async () => {
        try {
            process.kill(-child.pid, "SIGKILL");
        } catch {
            // Gone already.
        }
        await ended;
    };
    try {
        const browser = await chromium.connectOverCDP(await address(port, ended));
        return { context: browser.contexts()[0], browser, kill, processId: child.pid };
    } catch (error) {
        await kill();
        throw error;
    }
}

// Where the browser listens; it writes that into its profile when it does.
async function address(file, ended) {
    let gone = false;
    ended.then(() => (gone = true));
    while (!gone) {
        const [port] = (await readFile(file, "utf8").catch(() => "")).split("\n");
        if (port) return `http://127.0.0.1:${port}`;
        await wait(20);
    }
    throw new Error("Chromium ended before it listened");
}
