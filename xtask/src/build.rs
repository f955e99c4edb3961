//! The release in `dist/`: what Trunk builds, made smaller and stricter.
//!
//! After Trunk: the program in parts (`crate::parts`), all CSS in one file, all of them named by their bytes, and the
//! Content-Security-Policy, which a development build cannot have because its reload script is inline.

use crate::{
    Result,
    html::{Tag, tags},
    parts,
    process::{quietly, run},
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
        .args(["build", "--release", "--features", "split", "--dist", DIST])
        .env("PATH", path)
        .env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS", flags()))?;
    finish(Path::new(DIST))
}

/// Compiler flags that leave in the WASM what takes it apart, and keep the folders of the machine that builds out of it:
/// panics name their source file.
fn flags() -> String {
    let home = env::var_os("CARGO_HOME").map(PathBuf::from);
    let home = home.or_else(|| Some(PathBuf::from(env::var_os("HOME")?).join(".cargo")));
    let registries = home.and_then(|home| fs::read_dir(home.join("registry/src")).ok());
    let folders = registries.into_iter().flatten().filter_map(|entry| entry.ok().map(|entry| entry.path()));
    let flag = |folder: PathBuf| format!("--remap-path-prefix={}=crates", folder.display());
    let mut flags = vec!["-Clink-args=--emit-relocs".to_string()];
    flags.extend(folders.map(flag));
    flags.join(" ")
}

/// Turns what Trunk built into what is published.
fn finish(dist: &Path) -> Result<()> {
    let index = dist.join("index.html");
    let page = read(&index)?;
    let mut finished = page.clone();
    let tags = tags(&page);
    let mut replace = |tag: &Tag<'_>, with: &str| finished = finished.replacen(tag.text, with, 1);
    let expected = |what: &str| format!("{}: no {what}: does index.html still have it?", index.display());

    // What Trunk has of the program, and its parts in its place.
    let program = parts::take_apart(dist)?;
    for (id, name) in [("app-module", &program.module), ("app-wasm", &program.wasm)] {
        let link = tags.iter().find(|tag| tag.is("id", id)).ok_or_else(|| expected(id))?;
        let address = link.get("href").unwrap_or_default();
        remove(&dist.join(address))?;
        replace(link, &link.text.replace(address, &format!("./{name}")));
    }

    // Trunk does not resolve @import, so there is a link a file: one request instead of many. The sheets of a part of the
    // program are for the program to fetch, which finds them by name (`src/app/effects/sheet.rs`).
    let sheets = tags.iter().filter(|tag| tag.name == "link" && tag.is("rel", "stylesheet"));
    let mut joined: Vec<(&str, &Tag<'_>, String)> = Vec::new();
    for sheet in sheets {
        let part = sheet.get("data-part").unwrap_or_default();
        let file = dist.join(sheet.get("href").unwrap_or_default());
        let css = read(&file)?;
        remove(&file)?;
        match joined.iter_mut().find(|(known, ..)| *known == part) {
            Some((.., together)) => {
                together.push_str(&css);
                replace(sheet, "");
            }
            None => joined.push((part, sheet, css)),
        }
    }
    for (part, first, css) in &joined {
        let name = write_hashed(dist, "css", css.as_bytes())?;
        let link = match *part {
            "" => format!("<link rel=\"stylesheet\" href=\"./{name}\">"),
            part => format!("<meta name=\"sheet-of-{part}\" content=\"./{name}\">"),
        };
        replace(first, &link);
    }

    let charset = tags.iter().find(|tag| tag.get("charset").is_some()).ok_or_else(|| expected("<meta charset>"))?;
    let policy = format!("<meta http-equiv=\"Content-Security-Policy\" content=\"{POLICY}\">");
    replace(charset, &format!("{}{policy}", charset.text));

    // Trunk's own, and none of the page's.
    let _ = fs::remove_file(dist.join(".trunk-lock"));
    fs::write(&index, &finished).map_err(|error| format!("{}: {error}", index.display()))
}

/// Writes a file named by its bytes, so that a browser may keep it for ever; the name.
pub fn write_hashed(folder: &Path, extension: &str, bytes: &[u8]) -> Result<String> {
    let name = format!("itinera-{:016x}.{extension}", fnv1a(bytes));
    fs::write(folder.join(&name), bytes).map_err(|error| format!("{}: {error}", folder.join(&name).display()))?;
    Ok(name)
}

/// FNV-1a, 64 bits: tells versions of a file apart, guards against nothing.
fn fnv1a(bytes: &[u8]) -> u64 {
    bytes.iter().fold(0xcbf2_9ce4_8422_2325, |hash, byte| (hash ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3))
}

fn remove(file: &Path) -> Result<()> {
    fs::remove_file(file).map_err(|error| format!("{}: {error}", file.display()))
}

pub fn read(file: &Path) -> Result<String> {
    fs::read_to_string(file).map_err(|error| format!("{}: {error}", file.display()))
}
