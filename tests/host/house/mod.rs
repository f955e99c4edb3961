//! Rules of the house that the compiler does not know: which layer may use which, and that every class and every word
//! that is written down is used.

mod classes;
mod layers;
mod words;

use std::{
    fs,
    path::{Path, PathBuf},
};

/// The repository.
fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// All files below a folder that end in `ending`, by path.
fn files(folder: &str, ending: &str) -> Vec<(PathBuf, String)> {
    let mut found = Vec::new();
    let mut folders = vec![root().join(folder)];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(&folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else if path.to_string_lossy().ends_with(ending) {
                let text = fs::read_to_string(&path).unwrap();
                found.push((path.strip_prefix(root()).unwrap().to_path_buf(), text));
            }
        }
    }
    found.sort();
    found
}

#[test]
fn every_file_says_what_it_owns() {
    let silent: Vec<_> = files("src", ".rs").into_iter().filter(|(_, text)| !text.starts_with("//!")).collect();
    assert!(
        silent.is_empty(),
        "without a first line //!: {:?}",
        silent.iter().map(|(path, _)| path).collect::<Vec<_>>()
    );
}

#[test]
fn no_file_is_too_long_to_hold_in_the_head() {
    for (path, text) in files("src", ".rs") {
        let lines = text.lines().count();
        assert!(lines <= 400, "{} has {lines} lines: would two rooms be better?", path.display());
    }
}

#[test]
fn time_and_chance_come_from_outside() {
    let reaching = ["Utc::now", "Local::now", "new_v4", "now_v7", "web_sys::window", "Date::new_0", "SystemTime"];
    for (path, text) in files("src", ".rs") {
        if path.starts_with("src/app/effects") {
            continue;
        }
        for word in reaching {
            assert!(!text.contains(word), "{} reaches outside: {word} belongs in src/app/effects", path.display());
        }
    }
}
