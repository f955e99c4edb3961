//! The project's commands: `cargo xtask serve`, `build`, `test`, `bench` and `schema`. This file reads the arguments; what a
//! command does is in the file of its name.

mod build;
mod html;
mod parts;
mod process;
mod serve;
mod test;
mod tools;

use std::{env, path::Path, process::ExitCode};

/// What went wrong, in words for the person who typed the command: what, where, and what to do.
pub type Result<T> = std::result::Result<T, String>;

const HELP: &str = "\
cargo xtask <command>

  serve [--port N] [--open]   build the release and serve it on 127.0.0.1 (port 8080 unless told)
        --dev                 instead: an unoptimised build that is rebuilt and reloaded on every change
        --no-build            instead: serve dist/ as it is
        --under /a/path/      serve below this path, as a static host might
  build                       build the release into dist/
  test                        everything that has to hold before a change goes in
       --host                 only formatting, clippy and tests that need no browser: seconds
       --browser              only the tests of the face, in headless Chromium
       --e2e [-- ARGS]        only the size gate and the end-to-end tests; ARGS go to Playwright
       --no-build             test dist/ as it is
  bench [3x3 6x4 ...]         how long the rotation search takes to prove its answer, in minutes altogether
  schema                      write public/plan.schema.json anew from the saved form's types";

fn main() -> ExitCode {
    match run() {
        Ok(code) => code,
        Err(message) => {
            eprintln!("xtask: {message}");
            ExitCode::FAILURE
        }
    }
}

fn run() -> Result<ExitCode> {
    // Every path in xtask is relative to the repository, wherever the command was typed.
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    env::set_current_dir(&root).map_err(|error| format!("cannot enter {}: {error}", root.display()))?;

    let mut arguments = env::args().skip(1);
    let command = arguments.next().unwrap_or_default();
    let mut rest: Vec<String> = arguments.collect();
    let done = |()| ExitCode::SUCCESS;
    match command.as_str() {
        "serve" => {
            let port = match value(&mut rest, "--port")? {
                Some(text) => text.parse().map_err(|_| format!("--port {text}: not a port number (1 to 65535)"))?,
                None => 8080,
            };
            let options = serve::Options {
                port,
                under: value(&mut rest, "--under")?.unwrap_or_else(|| "/".to_string()),
                open: flag(&mut rest, "--open"),
                dev: flag(&mut rest, "--dev"),
                build: !flag(&mut rest, "--no-build"),
            };
            nothing_left(&rest)?;
            serve::serve(&options).map(done)
        }
        "build" => {
            nothing_left(&rest)?;
            build::release().map(done)
        }
        "test" => {
            let to_playwright = match rest.iter().position(|argument| argument == "--") {
                Some(at) => rest.split_off(at).into_iter().skip(1).collect(),
                None => Vec::new(),
            };
            let mut options = test::Options {
                host: flag(&mut rest, "--host"),
                browser: flag(&mut rest, "--browser"),
                end_to_end: flag(&mut rest, "--e2e"),
                build: !flag(&mut rest, "--no-build"),
                to_playwright,
            };
            nothing_left(&rest)?;
            if !(options.host || options.browser || options.end_to_end) {
                options = test::Options { host: true, browser: true, end_to_end: true, ..options };
            }
            Ok(test::test(&options))
        }
        "bench" => {
            let mut command = std::process::Command::new("cargo");
            command.args(["run", "--quiet", "--release", "--package", "bench", "--"]).args(&rest);
            process::run(&mut command).map(done)
        }
        "schema" => {
            nothing_left(&rest)?;
            test::update_schema().map(done)
        }
        "" | "help" | "--help" | "-h" => {
            println!("{HELP}");
            Ok(ExitCode::SUCCESS)
        }
        other => Err(format!("no command \"{other}\"\n\n{HELP}")),
    }
}

/// Takes the flag out of the arguments; false when it is not there.
fn flag(arguments: &mut Vec<String>, name: &str) -> bool {
    let before = arguments.len();
    arguments.retain(|argument| argument != name);
    arguments.len() < before
}

/// Takes the option and its value out of the arguments.
fn value(arguments: &mut Vec<String>, name: &str) -> Result<Option<String>> {
    let Some(at) = arguments.iter().position(|argument| argument == name) else { return Ok(None) };
    arguments.remove(at);
    if at == arguments.len() {
        return Err(format!("{name} needs a value"));
    }
    Ok(Some(arguments.remove(at)))
}

fn nothing_left(arguments: &[String]) -> Result<()> {
    match arguments.first() {
        Some(argument) => Err(format!("do not know what to do with \"{argument}\"\n\n{HELP}")),
        None => Ok(()),
    }
}
