//! The size gate: what a first visit transfers, compressed as a good host compresses it.

use crate::Result;
use std::{
    fs,
    io::Cursor,
    path::{Path, PathBuf},
};

/// What a first visit should transfer at the most, in bytes. Not reached yet: see "What it weighs" in ARCHITECTURE.md.
const GOAL: usize = 250_000;

/// What it may transfer until then: what it weighs today and no more, so that it can only become less.
const LIMIT: usize = 400_000;

/// Files that a first visit does not fetch. Everything else in `dist/` counts, so a new file counts until it is
/// argued for here.
const ON_DEMAND: [&str; 1] = ["plan.schema.json"];

/// The parts, in the order of the report, and the extensions of each.
const PARTS: [(&str, &[&str]); 6] = [
    ("HTML", &["html"]),
    ("JavaScript", &["js", "mjs"]),
    ("WASM", &["wasm"]),
    ("CSS", &["css"]),
    ("icons", &["svg", "png", "ico", "webp"]),
    ("manifest", &["webmanifest"]),
];

/// A table of what a first visit transfers, and whether that is within the limit.
pub fn measure(dist: &Path) -> Result<(bool, String)> {
    let mut parts = PARTS.map(|(name, _)| (name, 0, 0)).to_vec();
    parts.push(("other", 0, 0));
    for file in files(dist)? {
        if ON_DEMAND.iter().any(|name| file == dist.join(name)) {
            continue;
        }
        let bytes = fs::read(&file).map_err(|error| format!("{}: {error}", file.display()))?;
        let extension = file.extension().and_then(|extension| extension.to_str()).unwrap_or_default();
        let part = PARTS.iter().position(|(_, extensions)| extensions.contains(&extension)).unwrap_or(PARTS.len());
        parts[part].1 += bytes.len();
        // A host sends an image as it is when compressing it would make it larger.
        parts[part].2 += brotli(&bytes)?.min(bytes.len());
    }
    let total: usize = parts.iter().map(|(_, _, transferred)| transferred).sum();
    let raw = parts.iter().map(|(_, raw, _)| raw).sum();
    parts.push(("total", raw, total));
    let row = |(name, raw, sent): &(&str, usize, usize)| {
        format!("  {name:<10} {:>10} {:>10}\n", kilobytes(*raw), kilobytes(*sent))
    };
    let mut table = format!("  {:<10} {:>10} {:>10}\n", "", "raw", "brotli");
    table.extend(parts.iter().filter(|(_, raw, _)| *raw > 0).map(row));
    for (name, bytes) in [("limit", LIMIT), ("goal", GOAL)] {
        table.push_str(&format!("  {name:<10} {:>10} {:>10}\n", "", kilobytes(bytes)));
    }
    Ok((total <= LIMIT, table))
}

/// A size as people compare them: thousands of bytes.
pub fn kilobytes(bytes: usize) -> String {
    format!("{}.{} kB", bytes / 1000, bytes % 1000 / 100)
}

fn brotli(bytes: &[u8]) -> Result<usize> {
    let parameters =
        brotli::enc::BrotliEncoderParams { quality: 11, lgwin: 22, size_hint: bytes.len(), ..Default::default() };
    let mut compressed = Vec::new();
    brotli::BrotliCompress(&mut Cursor::new(bytes), &mut compressed, &parameters)
        .map_err(|error| format!("brotli: {error}"))?;
    Ok(compressed.len())
}

/// Every file below the folder.
fn files(folder: &Path) -> Result<Vec<PathBuf>> {
    let unreadable = |error| format!("{}: {error}: build the release first (cargo xtask build)", folder.display());
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).map_err(unreadable)? {
        let path = entry.map_err(unreadable)?.path();
        if path.is_dir() { found.extend(files(&path)?) } else { found.push(path) }
    }
    Ok(found)
}
