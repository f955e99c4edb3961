//! The program taken apart, so that a first visit fetches what surrounds the screens and the one screen it shows.
//!
//! The linker leaves its relocations in the WASM, wasm_split cuts it at the functions that `src/app/parts.rs`
//! marks, wasm-bindgen writes the glue of the main part, and wasm-opt shrinks every part. What several screens use is in
//! parts of its own, one for each set of screens.

use crate::{
    Result,
    build::{read, write_hashed},
    process::quietly,
    tools,
};
use std::{
    fs,
    path::{Path, PathBuf},
    process::Command,
};

/// Where the compiler leaves the whole program.
const WHOLE: &str = "target/wasm32-unknown-unknown/release/itinera.wasm";

/// Where the parts are made.
const WORKSHOP: &str = "target/parts";

/// What the screens that people come to first are made of, as `src/app/parts.rs` calls it.
const FIRST: [&str; 3] = ["agenda", "finder", "read"];

/// Bytes below which a part that screens share is put into the main one, where one of [`FIRST`] needs it: a request
/// costs more than that.
const WORTH_A_REQUEST: u64 = 10_000;

/// The same for what only other screens need.
const NEVER_WORTH_A_REQUEST: u64 = 2_000;

/// What the parts use of WebAssembly; the main part names it itself.
const FEATURES: [&str; 5] = [
    "--enable-bulk-memory",
    "--enable-nontrapping-float-to-int",
    "--enable-sign-ext",
    "--enable-mutable-globals",
    "--enable-reference-types",
];

/// The names of the files that start the program; they know the others.
pub struct Program {
    /// The JavaScript module that loads the WASM.
    pub module: String,
    /// The main part.
    pub wasm: String,
}

/// Makes the parts of the program that was built last and puts them into `dist`, named by their bytes.
pub fn take_apart(dist: &Path) -> Result<Program> {
    println!("Taking the program apart, and each part through wasm-opt (usually half a minute)");
    let workshop = Path::new(WORKSHOP);
    let _ = fs::remove_dir_all(workshop);
    let whole = fs::read(WHOLE).map_err(|error| format!("{WHOLE}: {error}"))?;
    let main = workshop.join("main.wasm");
    let mut options = wasm_split_cli_support::Options::new(&whole);
    (options.output_dir, options.main_out_path, options.main_module) = (workshop, &main, "./itinera.js");
    let parts = wasm_split_cli_support::transform(options).map_err(|error| format!("{WHOLE}: {error:?}"))?;

    quietly(
        tools::wasm_bindgen_command()?
            .args(["--target", "web", "--no-typescript", "--keep-lld-exports", "--out-name", "itinera", "--out-dir"])
            .args([workshop, &main]),
    )?;
    let mut links = read(&workshop.join("__wasm_split.js"))?;
    let main = workshop.join("itinera_bg.wasm");
    let mut apart = parts.split_modules;
    let first: Vec<String> = FIRST.iter().filter_map(|part| parts.prefetch_map.get(*part)).flatten().cloned().collect();
    match tools::wasm_merge() {
        Ok(command) => {
            let small = take_small(&mut apart, &first)?;
            links = without(&links, &small)?;
            merge(command, &main, &small)?;
        }
        Err(reason) => println!("Without wasm-merge, so the page comes in more files: {reason}"),
    }
    for part in &apart {
        let old = file_name(part);
        links = links.replace(&format!("\"./{old}\""), &format!("\"./{}\"", optimise(part, dist)?));
    }
    let wasm = optimise(&main, dist)?;
    fs::write(workshop.join("__wasm_split.js"), links).map_err(|error| format!("{WORKSHOP}: {error}"))?;
    Ok(Program { module: module(workshop, dist)?, wasm })
}

/// Takes out of the parts those that are too small to be worth a request. Only what several screens share can be: a
/// screen's own part is what one asks for.
fn take_small(parts: &mut Vec<PathBuf>, first: &[String]) -> Result<Vec<PathBuf>> {
    let mut small = Vec::new();
    for part in std::mem::take(parts) {
        let size = fs::metadata(&part).map_err(|error| format!("{}: {error}", part.display()))?.len();
        let name = file_name(&part);
        let needed_first = first.iter().any(|needed| name.trim_end_matches(".wasm") == needed);
        let worth = if needed_first { WORTH_A_REQUEST } else { NEVER_WORTH_A_REQUEST };
        let is_small = size < worth && name.starts_with("chunk_");
        if is_small { small.push(part) } else { parts.push(part) }
    }
    Ok(small)
}

/// The links between the parts, for which some have arrived already.
fn without(links: &str, arrived: &[PathBuf]) -> Result<String> {
    let mut links = links.to_string();
    for part in arrived {
        let name = file_name(part);
        let load = format!("const __{} = makeLoad(", name.trim_end_matches(".wasm"));
        let start = links.find(&load).ok_or_else(|| format!("__wasm_split.js loads no {name}"))?;
        let end = links[start..].find(", []);").ok_or_else(|| format!("__wasm_split.js: {name} waits for others"))?;
        let arrived = format!("{}async () => {{}};", load.trim_end_matches("makeLoad("));
        links.replace_range(start..start + end + ", []);".len(), &arrived);
    }
    Ok(links)
}

/// Puts parts into the main one.
fn merge(mut wasm_merge: Command, main: &Path, parts: &[PathBuf]) -> Result<()> {
    // What the parts import from the others, the main part exports.
    wasm_merge.arg(main).arg("__wasm_split");
    for part in parts {
        wasm_merge.arg(part).arg(file_name(part));
    }
    quietly(wasm_merge.args(FEATURES).arg("-o").arg(main)).map(|_| ())
}

fn file_name(part: &Path) -> String {
    part.file_name().unwrap_or_default().to_string_lossy().into_owned()
}

/// Writes a part, shrunk where wasm-opt is at hand; its name.
fn optimise(part: &Path, dist: &Path) -> Result<String> {
    match tools::wasm_opt() {
        Ok(mut command) => {
            // Twice, and the first time through a flat form, in which it finds more.
            quietly(command.arg(part).args(["--flatten", "--rereloop", "-Oz", "-Oz", "-o"]).arg(part))?;
        }
        Err(reason) => println!("Without wasm-opt, so the page is somewhat larger: {reason}"),
    }
    let bytes = fs::read(part).map_err(|error| format!("{}: {error}", part.display()))?;
    write_hashed(dist, "wasm", &bytes)
}

/// Writes the glue and the links between the parts, in one small file where esbuild is at hand; the name.
fn module(workshop: &Path, dist: &Path) -> Result<String> {
    let glue = workshop.join("itinera.js");
    match tools::esbuild() {
        Ok(mut command) => {
            // Not its warning that wasm-bindgen names the links anew for each function it takes from them.
            command.arg(&glue).args(["--bundle", "--minify", "--format=esm", "--log-level=error"]);
            write_hashed(dist, "js", quietly(&mut command)?.as_bytes())
        }
        Err(reason) => {
            println!("Without esbuild, so the page is somewhat larger: {reason}");
            for name in ["itinera.js", "__wasm_split.js"] {
                fs::copy(workshop.join(name), dist.join(name)).map_err(|error| format!("{name}: {error}"))?;
            }
            Ok("itinera.js".to_string())
        }
    }
}
