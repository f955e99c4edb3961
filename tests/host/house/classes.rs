//! Classes are written whole in Rust and in CSS, and each that is written in one stands in the other.

use super::files;
use std::collections::BTreeSet;

/// The class names in the rules of the style sheets.
fn styled() -> BTreeSet<String> {
    let mut classes = BTreeSet::new();
    for (path, text) in files("style", ".css") {
        if path.ends_with("skeleton.css") {
            continue;
        }
        let text = without_comments(&text);
        for part in text.split('.').skip(1) {
            let name: String =
                part.chars().take_while(|letter| letter.is_ascii_alphanumeric() || "-_".contains(*letter)).collect();
            if name.chars().next().is_some_and(|first| first.is_ascii_lowercase()) {
                classes.insert(name);
            }
        }
    }
    classes
}

fn without_comments(css: &str) -> String {
    let mut rest = css;
    let mut text = String::new();
    while let Some((before, after)) = rest.split_once("/*") {
        text.push_str(before);
        rest = after.split_once("*/").map_or("", |(_, after)| after);
    }
    text + rest
}

/// The words in the string literals of the face.
fn written() -> BTreeSet<String> {
    let mut words = BTreeSet::new();
    for (_, text) in files("src/app", ".rs") {
        let code = text.lines().filter(|line| !line.trim_start().starts_with("//")).collect::<Vec<_>>().join("\n");
        for literal in code.split('"').skip(1).step_by(2) {
            words.extend(literal.split_whitespace().map(ToString::to_string));
        }
        for part in code.split("class:").skip(1) {
            let name: String =
                part.chars().take_while(|letter| letter.is_ascii_alphanumeric() || "-_".contains(*letter)).collect();
            words.insert(name);
        }
    }
    words
}

#[test]
fn every_class_in_the_style_is_used() {
    let written = written();
    let unused: Vec<_> = styled().into_iter().filter(|class| !written.contains(class)).collect();
    assert!(unused.is_empty(), "styled, but in no view: {unused:?}");
}

#[test]
fn every_class_in_a_view_is_styled() {
    let styled = styled();
    let missing: Vec<_> = written()
        .into_iter()
        .filter(|word| word.contains("__") || word.contains("--") && !word.starts_with("--"))
        .filter(|word| word.chars().all(|letter| letter.is_ascii_alphanumeric() || "-_".contains(letter)))
        .filter(|word| !styled.contains(word))
        .collect();
    assert!(missing.is_empty(), "in a view, but not styled: {missing:?}");
}
