//! The programs the build and the tests need, each at one version, and where they come from when they are missing.
//!
//! Pinned tools live in `target/tools/<name>-<version>`, so that another version on PATH never wins.

use crate::{
    Result,
    process::{find, quietly, run},
};
use std::{
    env,
    ffi::OsString,
    fs,
    path::{Path, PathBuf},
    process::Command,
};

const TRUNK: &str = "0.22.1";
const WASM_TARGET: &str = "wasm32-unknown-unknown";
/// node_modules holds what this copy of package-lock.json asks for.
const NPM_STAMP: &str = "node_modules/.installed-package-lock.json";

/// Makes sure that the compiler can build for the browser.
pub fn wasm_target() -> Result<()> {
    // Asked of the compiler and not of rustup: a compiler that came another way has no rustup.
    let sysroot = quietly(Command::new("rustc").args(["--print", "sysroot"]))?;
    if Path::new(sysroot.trim()).join("lib/rustlib").join(WASM_TARGET).is_dir() {
        return Ok(());
    }
    println!("Adding the {WASM_TARGET} target to the compiler (usually seconds)");
    run(Command::new("rustup").args(["target", "add", WASM_TARGET])).map_err(|error| {
        format!(
            "{error}\nThe Rust compiler has no {WASM_TARGET} target: add it with rustup, or by the way your Rust came"
        )
    })
}

/// A PATH on which Trunk and wasm-bindgen are found first, at the right versions; installs what is missing.
pub fn trunk_path() -> Result<OsString> {
    wasm_target()?;
    let trunk = pinned(
        "trunk",
        &["trunk"],
        TRUNK,
        "about 12 minutes of processor time",
        &[
            // 0.22.1 declares a newer compiler than it needs. Its default features would bring OpenSSL.
            "--locked",
            "--ignore-rust-version",
            "--no-default-features",
            "--features",
            "rustls",
        ],
    )?;
    let folders = [trunk, wasm_bindgen()?];
    let path = env::var_os("PATH").unwrap_or_default();
    env::join_paths(folders.into_iter().chain(env::split_paths(&path)))
        .map_err(|error| format!("cannot put the tools on PATH: {error}"))
}

/// The program that runs browser tests under `cargo test`.
pub fn browser_test_runner() -> Result<PathBuf> {
    Ok(wasm_bindgen()?.join("wasm-bindgen-test-runner"))
}

/// wasm-bindgen as a command to add arguments to.
pub fn wasm_bindgen_command() -> Result<Command> {
    Ok(Command::new(wasm_bindgen()?.join("wasm-bindgen")))
}

/// The folder of wasm-bindgen's programs, at exactly the version of Cargo.lock: any other refuses to work.
fn wasm_bindgen() -> Result<PathBuf> {
    let lock = fs::read_to_string("Cargo.lock").map_err(|error| format!("Cargo.lock: {error}"))?;
    let version = locked_version(&lock, "wasm-bindgen").ok_or("Cargo.lock: no package named wasm-bindgen")?;
    // Without --locked: its own lock file does not resolve for every version.
    pinned("wasm-bindgen-cli", &["wasm-bindgen", "wasm-bindgen-test-runner"], &version, "about 3 minutes", &[])
}

/// The version a Cargo.lock holds of a package.
fn locked_version(lock: &str, package: &str) -> Option<String> {
    let wanted = format!("name = \"{package}\"");
    let mut lines = lock.lines().skip_while(|line| *line != wanted);
    lines.nth(1)?.strip_prefix("version = \"")?.strip_suffix('"').map(str::to_string)
}

/// The folder that holds these programs of a crate at this version, absolute; installs the crate where they are missing.
fn pinned(package: &str, programs: &[&str], version: &str, duration: &str, options: &[&str]) -> Result<PathBuf> {
    let here = env::current_dir().map_err(|error| format!("cannot tell the current folder: {error}"))?;
    let root = Path::new("target/tools").join(format!("{}-{version}", programs[0]));
    let folder = here.join(&root).join("bin");
    let holds = |folder: &Path| {
        programs.iter().all(|program| folder.join(format!("{program}{}", env::consts::EXE_SUFFIX)).is_file())
    };
    if holds(&folder) {
        return Ok(folder);
    }
    // The one that PATH finds will do, but only at this very version.
    if let Some(found) = find(programs)
        && quietly(Command::new(&found).arg("--version"))
            .is_ok_and(|text| text.split_whitespace().nth(1) == Some(version))
        && let Some(folder) = found.parent().filter(|folder| holds(folder))
    {
        return Ok(folder.to_path_buf());
    }
    println!("Installing {package} {version} into {} ({duration}, once)", root.display());
    run(Command::new("cargo")
        .args(["install", package, "--version", version, "--root"])
        .arg(&root)
        .args(options)
        .env("CARGO_TARGET_DIR", "target/tools/build"))
    .map_err(|error| {
        format!("{error}\nCould not install {package} {version}: see above; cargo needs to reach its registry")
    })?;
    if holds(&folder) {
        Ok(folder)
    } else {
        Err(format!("{} lacks {programs:?} after installing {package}", root.display()))
    }
}

/// Makes sure that node_modules is what package-lock.json says.
pub fn npm_packages() -> Result<()> {
    if find(&["node"]).is_none() {
        return Err(
            "Node.js (20 or newer) is not installed: get it with its npm, for example apt-get install nodejs npm"
                .into(),
        );
    }
    let lock = fs::read_to_string("package-lock.json").map_err(|error| format!("package-lock.json: {error}"))?;
    if fs::read_to_string(NPM_STAMP).is_ok_and(|installed| installed == lock) {
        return Ok(());
    }
    println!("Installing the npm packages of package-lock.json (usually half a minute)");
    let npm = if cfg!(windows) { "npm.cmd" } else { "npm" };
    quietly(Command::new(npm).args(["ci", "--ignore-scripts", "--no-audit", "--no-fund"]))?;
    fs::write(NPM_STAMP, lock).map_err(|error| format!("{NPM_STAMP}: {error}"))
}

/// wasm-opt as a command to add arguments to; the reason when there is none.
pub fn wasm_opt() -> Result<Command> {
    npm_program("node_modules/binaryen/bin/wasm-opt")
}

/// wasm-merge as a command to add arguments to; the reason when there is none.
pub fn wasm_merge() -> Result<Command> {
    npm_program("node_modules/binaryen/bin/wasm-merge")
}

/// esbuild as a command to add arguments to; the reason when there is none.
pub fn esbuild() -> Result<Command> {
    npm_program("node_modules/esbuild/bin/esbuild")
}

fn npm_program(file: &str) -> Result<Command> {
    npm_packages()?;
    let mut command = Command::new("node");
    command.arg(file);
    Ok(command)
}

/// The programs of the tests that Debian packages: one of the names, and the package that has it.
const SYSTEM: [(&[&str], &str); 4] = [
    (&["chromium", "chromium-browser", "google-chrome"], "chromium"),
    (&["chromedriver"], "chromium-driver"),
    (&["pdftotext"], "poppler-utils"),
    (&["xmllint"], "libxml2-utils"),
];

/// Makes sure that Chromium, ChromeDriver and the tools that read a printed page and an XML file are there.
pub fn browser_packages() -> Result<()> {
    let missing = || -> Vec<&str> {
        SYSTEM.iter().filter(|(programs, _)| find(programs).is_none()).map(|(_, package)| *package).collect()
    };
    let packages = missing();
    if packages.is_empty() {
        return Ok(());
    }
    let apt = format!("apt-get update && apt-get install -y --no-install-recommends {}", packages.join(" "));
    let by_hand = format!("the tests need {}: install them with\n  sudo sh -c '{apt}'", packages.join(", "));
    let may = |command: &mut Command| quietly(command).is_ok();
    let root = may(Command::new("sh").args(["-c", "test \"$(id -u)\" = 0"]));
    if find(&["apt-get"]).is_none() || !(root || may(Command::new("sudo").args(["-n", "true"]))) {
        return Err(by_hand);
    }
    println!("Installing {} (usually a minute)", packages.join(", "));
    let mut command = if root { Command::new("sh") } else { Command::new("sudo") };
    if !root {
        command.args(["-n", "sh"]);
    }
    quietly(command.args(["-c", &apt]).env("DEBIAN_FRONTEND", "noninteractive"))
        .map_err(|error| format!("{error}\n{by_hand}"))?;
    if missing().is_empty() { Ok(()) } else { Err(by_hand) }
}

#[cfg(test)]
mod tests {
    use super::locked_version;

    #[test]
    fn the_lock_file_names_the_version_of_exactly_that_package() {
        let lock = "[[package]]\nname = \"wasm-bindgen-macro\"\nversion = \"1.0.0\"\n\n\
                    [[package]]\nname = \"wasm-bindgen\"\nversion = \"0.2.130\"\n";
        assert_eq!(locked_version(lock, "wasm-bindgen").as_deref(), Some("0.2.130"));
        assert_eq!(locked_version(lock, "wasm"), None);
    }
}
