//! `cargo xtask test`: everything that has to hold, one step after the other, and one line that counts it.

use crate::{
    Result, build,
    process::{find, output, run},
    serve, tools,
};
use std::{process::Command, process::ExitCode, time::Instant};

/// Which of the steps to run, and how.
pub struct Options {
    pub host: bool,
    pub browser: bool,
    pub end_to_end: bool,
    /// Build the release before the steps that test it.
    pub build: bool,
    pub to_playwright: Vec<String>,
}

/// The end-to-end tests open the page below this path, because a static host may keep it anywhere.
const UNDER: &str = "/some/sub/path/";

/// Runs the steps and prints the count; the exit code says whether all passed and something ran.
pub fn test(options: &Options) -> ExitCode {
    let mut tally = Tally::default();
    if options.host {
        host(&mut tally);
    }
    if options.browser {
        browser(&mut tally);
    }
    if options.end_to_end {
        release(&mut tally, options);
    }
    println!("{} passed, {} failed", tally.passed, tally.failed);
    if tally.failed == 0 && tally.passed > 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

/// Writes `public/plan.schema.json` anew: the test that guards it does so when asked.
pub fn update_schema() -> Result<()> {
    run(Command::new("cargo").args(["test", "--quiet", "--no-default-features", "schema"]).env("ITINERA_UPDATE", "1"))
}

fn host(tally: &mut Tally) {
    tally.check("formatting", || succeeds(cargo("fmt --all -- --check")));
    tally.check("clippy, core and xtask", || {
        succeeds(cargo("clippy --quiet --workspace --no-default-features --all-targets -- -D warnings"))
    });
    tally.suite("host tests", || Ok(cargo("test --quiet --workspace --no-default-features")));
}

fn browser(tally: &mut Tally) {
    tally.check("clippy, face (a minute the first time)", || {
        tools::wasm_target()?;
        // Not --tests: the host tests use crates that exist on the host only.
        succeeds(cargo("clippy --quiet --target wasm32-unknown-unknown --lib --bins --test browser -- -D warnings"))
    });
    tally.suite("browser tests (a minute the first time)", || {
        tools::wasm_target()?;
        let runner = tools::browser_test_runner()?;
        tools::browser_packages()?;
        let driver = find(&["chromedriver"]).ok_or("no chromedriver on PATH")?;
        let mut command = cargo("test --target wasm32-unknown-unknown --test browser");
        command.env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUNNER", runner).env("CHROMEDRIVER", driver);
        command.env("WASM_BINDGEN_TEST_WEBDRIVER_JSON", "tests/browser/webdriver.json");
        // In seconds. The defaults of 20 and 5 are too short for a busy machine; these only end a run that hangs.
        command.env("WASM_BINDGEN_TEST_TIMEOUT", "600").env("WASM_BINDGEN_TEST_DRIVER_TIMEOUT", "60");
        Ok(command)
    });
}

fn release(tally: &mut Tally, options: &Options) {
    if options.build {
        println!("Building the release to test it");
        if let Err(error) = build::release() {
            // The size gate and the end-to-end tests have nothing to test: this counts for both.
            tally.report("release build", false, &error, Instant::now());
            return;
        }
    }
    tally.check_showing("size of a first visit", || {
        tools::browser_packages()?;
        tools::npm_packages()?;
        output(Command::new("node").args(["tests/e2e/size.mjs", &serve::in_background(UNDER)?]))
    });
    tally.suite("end-to-end tests (minutes)", || {
        tools::browser_packages()?;
        tools::npm_packages()?;
        let mut command = Command::new("node");
        command.args(["node_modules/@playwright/test/cli.js", "test"]).args(&options.to_playwright);
        command.env("ITINERA_URL", serve::in_background(UNDER)?);
        Ok(command)
    });
}

/// A cargo command from its words.
fn cargo(words: &str) -> Command {
    let mut command = Command::new("cargo");
    command.args(words.split(' ')).env("CARGO_TERM_COLOR", "never");
    command
}

fn succeeds(mut command: Command) -> Result<(bool, String)> {
    output(&mut command)
}

/// What passed and what failed so far.
#[derive(Default)]
struct Tally {
    passed: usize,
    failed: usize,
}

impl Tally {
    /// A step that counts as one; its output is shown when it fails.
    fn check(&mut self, name: &str, step: impl FnOnce() -> Result<(bool, String)>) {
        let start = Instant::now();
        let (passed, text) = step().unwrap_or_else(|error| (false, error));
        self.report(name, passed, &text, start);
    }

    /// The same, with its output shown in any case.
    fn check_showing(&mut self, name: &str, step: impl FnOnce() -> Result<(bool, String)>) {
        self.check(name, || {
            let (passed, text) = step()?;
            if passed {
                print!("{text}");
            }
            Ok((passed, text))
        });
    }

    /// A step that counts its own tests.
    fn suite(&mut self, name: &str, command: impl FnOnce() -> Result<Command>) {
        let start = Instant::now();
        match command().and_then(|mut command| output(&mut command)) {
            Ok((succeeded, text)) => {
                let (passed, failed) = counts(&text);
                self.passed += passed;
                // A suite that fails without a failed test did not get as far as to run it.
                let failed = if !succeeded && failed == 0 { 1 } else { failed };
                self.failed += failed;
                show(&format!("{name}: {passed} passed, {failed} failed"), failed == 0, &text, start);
            }
            Err(error) => self.report(name, false, &error, start),
        }
    }

    fn report(&mut self, name: &str, passed: bool, text: &str, start: Instant) {
        if passed {
            self.passed += 1
        } else {
            self.failed += 1
        }
        show(name, passed, text, start);
    }
}

fn show(name: &str, passed: bool, text: &str, start: Instant) {
    if !passed {
        println!("{}", text.trim_end());
    }
    println!("[{}] {name} ({} s)", if passed { " ok " } else { "FAIL" }, start.elapsed().as_secs());
}

/// The tests that passed and failed, summed over the summaries in the text. Cargo writes such a line for every test
/// binary, wasm-bindgen's runner and our Playwright reporter write the same.
fn counts(text: &str) -> (usize, usize) {
    let mut sum = (0, 0);
    for summary in text.lines().filter_map(|line| line.trim().strip_prefix("test result: ")) {
        for part in summary.split(['.', ';']) {
            match part.trim().split_once(' ') {
                Some((number, "passed")) => sum.0 += number.parse().unwrap_or(0),
                Some((number, "failed")) => sum.1 += number.parse().unwrap_or(0),
                _ => {}
            }
        }
    }
    sum
}

#[cfg(test)]
mod tests {
    use super::counts;

    #[test]
    fn sums_every_summary() {
        let text = "running 3 tests\ntest result: ok. 3 passed; 0 failed; 1 ignored; 0 measured; finished in 0.01s\n\
                    test result: FAILED. 2 passed; 4 failed; 0 ignored\n17 passed and a diary\n";
        assert_eq!(counts(text), (5, 4));
        assert_eq!(counts("error: could not compile"), (0, 0));
    }
}
