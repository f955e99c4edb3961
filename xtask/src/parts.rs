//! The program taken apart, so that a first visit fetches what surrounds the screens and the one screen it shows.
//!
//! The linker leaves its relocations in the WASM, wasm_split cuts it at the functions that `src/app/pages/parts.rs`
//! marks, wasm-bindgen writes the glue of the main part, and wasm-opt shrinks every part. What several screens use is in
//! parts of its own, one for each set of screens.

use crate::{
    Result,
    build::{read, write_hashed},
    process::quietly,
    tools,
};
use std::{fs, path::Path};

/// Where the compiler leaves the whole program.
const WHOLE: &str = "target/wasm32-unknown-unknown/release/itinera.wasm";

/// Where the parts are made.
const WORKSHOP: &str = "target/parts";

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
    for part in &parts.split_modules {
        let old = part.file_name().unwrap_or_default().to_string_lossy();
        links = links.replace(&format!("\"./{old}\""), &format!("\"./{}\"", optimise(part, dist)?));
    }
    let wasm = optimise(&workshop.join("itinera_bg.wasm"), dist)?;
    fs::write(workshop.join("__wasm_split.js"), links).map_err(|error| format!("{WORKSHOP}: {error}"))?;
    Ok(Program { module: module(workshop, dist)?, wasm })
}

/// Writes a part, shrunk where wasm-opt is at hand; its name.
fn optimise(part: &Path, dist: &Path) -> Result<String> {
    match tools::wasm_opt() {
        Ok(mut command) => {
            quietly(command.arg(part).args(["-Oz", "-o"]).arg(part))?;
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
