//! The release in `dist/`: what Trunk builds, made smaller and stricter.
//!
//! After Trunk: the WASM through wasm-opt, all CSS in one file, both named by their bytes, and the
//! Content-Security-Policy, which a development build cannot have because its reload script is inline.

use crate::{
    Result,
    html::{Tag, tags},
    process::{quietly, run},
    size::kilobytes,
    tools,
};
use std::{
    env,
    ffi::OsString,
    fs,
    path::{Path, PathBuf},
    process::Command,
};

/// Where the release is built.
pub const DIST: &str = "dist";

/// Nothing but the page's own files; the only thing beyond is compiling WASM. Previews of files and QR codes are data
/// and blob images.
const POLICY: &str = "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; \
    img-src 'self' data: blob:; connect-src 'self'; base-uri 'none'; form-action 'none'; object-src 'none'";

/// Gets what a build needs; the PATH to run Trunk with.
pub fn prepare() -> Result<OsString> {
    let path = tools::trunk_path()?;
    // Trunk works offline, so that it never looks for tools by itself, and so does the cargo that it calls.
    quietly(Command::new("cargo").args(["fetch", "--locked"]))?;
    Ok(path)
}

/// Builds the release; gets the tools it needs first.
pub fn release() -> Result<()> {
    let path = prepare()?;
    println!("Building the release (2 to 4 minutes the first time, 1 after a change)");
    run(Command::new("trunk")
        .args(["build", "--release", "--dist", DIST])
        .env("PATH", path)
        .env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS", without_paths()))?;
    finish(Path::new(DIST))
}

/// Compiler flags that keep the folders of the machine that builds out of the page: panics name their source file.
fn without_paths() -> String {
    let home = env::var_os("CARGO_HOME").map(PathBuf::from);
    let home = home.or_else(|| Some(PathBuf::from(env::var_os("HOME")?).join(".cargo")));
    let registries = home.and_then(|home| fs::read_dir(home.join("registry/src")).ok());
    let folders = registries.into_iter().flatten().filter_map(|entry| entry.ok().map(|entry| entry.path()));
    let flag = |folder: PathBuf| format!("--remap-path-prefix={}=crates", folder.display());
    folders.map(flag).collect::<Vec<_>>().join(" ")
}

/// Turns what Trunk built into what is published.
fn finish(dist: &Path) -> Result<()> {
    let index = dist.join("index.html");
    let page = read(&index)?;
    let mut finished = page.clone();
    let tags = tags(&page);
    let mut replace = |tag: &Tag<'_>, with: &str| finished = finished.replacen(tag.text, with, 1);
    let expected = |what: &str| format!("{}: no {what}: does index.html still have it?", index.display());

    let wasm =
        tags.iter().find(|tag| tag.is("rel", "preload") && tag.is("as", "fetch")).ok_or_else(|| expected("WASM"))?;
    let wasm_name = wasm.get("href").unwrap_or_default();
    replace(wasm, &wasm.text.replace(wasm_name, &format!("./{}", optimise(&dist.join(wasm_name))?)));

    // Trunk does not resolve @import, so there is a link a file: one request instead of many.
    let sheets: Vec<_> = tags.iter().filter(|tag| tag.name == "link" && tag.is("rel", "stylesheet")).collect();
    let mut css = String::new();
    for sheet in &sheets {
        let file = dist.join(sheet.get("href").unwrap_or_default());
        css.push_str(&read(&file)?);
        fs::remove_file(&file).map_err(|error| format!("{}: {error}", file.display()))?;
    }
    let (first, others) = sheets.split_first().ok_or_else(|| expected("style sheet"))?;
    replace(first, &format!("<link rel=\"stylesheet\" href=\"./{}\">", write_hashed(dist, "css", css.as_bytes())?));
    for sheet in others {
        replace(sheet, "");
    }

    let charset = tags.iter().find(|tag| tag.get("charset").is_some()).ok_or_else(|| expected("<meta charset>"))?;
    let policy = format!("<meta http-equiv=\"Content-Security-Policy\" content=\"{POLICY}\">");
    replace(charset, &format!("{}{policy}", charset.text));

    // Trunk's own, and none of the page's.
    let _ = fs::remove_file(dist.join(".trunk-lock"));
    fs::write(&index, &finished).map_err(|error| format!("{}: {error}", index.display()))
}

/// Shrinks the WASM where wasm-opt is at hand; its new name in either case.
fn optimise(file: &Path) -> Result<String> {
    match tools::wasm_opt() {
        Ok(mut command) => {
            println!("Optimising the WASM with wasm-opt (usually 10 to 30 seconds)");
            quietly(command.arg(file).args(["-Oz", "-o"]).arg(file))?;
        }
        Err(reason) => println!("Without wasm-opt, so the page is somewhat larger: {reason}"),
    }
    let bytes = fs::read(file).map_err(|error| format!("{}: {error}", file.display()))?;
    println!("The WASM is {} before compression", kilobytes(bytes.len()));
    fs::remove_file(file).map_err(|error| format!("{}: {error}", file.display()))?;
    write_hashed(file.parent().unwrap_or(Path::new(".")), "wasm", &bytes)
}

/// Writes a file named by its bytes, so that a browser may keep it for ever; the name.
fn write_hashed(folder: &Path, extension: &str, bytes: &[u8]) -> Result<String> {
    let name = format!("itinera-{:016x}.{extension}", fnv1a(bytes));
    fs::write(folder.join(&name), bytes).map_err(|error| format!("{}: {error}", folder.join(&name).display()))?;
    Ok(name)
}

/// FNV-1a, 64 bits: tells versions of a file apart, guards against nothing.
fn fnv1a(bytes: &[u8]) -> u64 {
    bytes.iter().fold(0xcbf2_9ce4_8422_2325, |hash, byte| (hash ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3))
}

fn read(file: &Path) -> Result<String> {
    fs::read_to_string(file).map_err(|error| format!("{}: {error}", file.display()))
}
