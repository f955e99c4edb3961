//! The modules in layers: nothing uses a module above it, and nothing uses the face.

use super::files;

/// What each module of the core may use, beside itself and the standard library. `order` is a tool, not a layer.
const MAY_USE: &[(&str, &[&str])] = &[
    ("order", &[]),
    ("print", &[]),
    ("i18n", &[]),
    ("plan", &["i18n", "order"]),
    ("circuit", &["plan", "order"]),
    ("agenda", &["circuit", "i18n", "plan", "wire", "order"]),
    ("checks", &["circuit", "i18n", "plan", "order"]),
    ("wire", &["i18n", "plan", "order"]),
    ("exchange", &["agenda", "checks", "circuit", "i18n", "plan", "wire", "order"]),
    ("papers", &["agenda", "checks", "circuit", "exchange", "i18n", "plan", "wire", "order"]),
    ("example", &["plan", "wire"]),
    ("sync", &["plan", "wire", "order"]),
    (
        "workspace",
        &["agenda", "checks", "circuit", "example", "exchange", "i18n", "papers", "plan", "sync", "wire", "order"],
    ),
];

#[test]
fn every_module_uses_only_those_below_it() {
    for (path, text) in files("src", ".rs") {
        let parts: Vec<_> = path.iter().map(|part| part.to_string_lossy().into_owned()).collect();
        let module = parts[1].trim_end_matches(".rs");
        if matches!(module, "lib" | "main" | "app") {
            continue;
        }
        let (_, allowed) = MAY_USE.iter().find(|(name, _)| *name == module).unwrap_or_else(|| {
            panic!("src/{module} is not in the list of layers: say in tests/host/house/layers.rs what it may use")
        });
        for used in used_modules(&text) {
            let fine = used == module || allowed.contains(&used.as_str());
            assert!(fine, "{} uses crate::{used}: the arrow runs back", path.display());
        }
    }
}

/// The modules of this crate that a file names, as `crate::plan` or as `crate::{plan::..., wire}`.
fn used_modules(text: &str) -> Vec<String> {
    let code: String = text.lines().filter(|line| !line.trim_start().starts_with("//")).collect::<Vec<_>>().join("\n");
    let mut modules = Vec::new();
    for (at, _) in code.match_indices("crate::") {
        if code[..at].ends_with("pub(in ") {
            continue;
        }
        let rest = &code[at + "crate::".len()..];
        match rest.strip_prefix('{') {
            None => modules.push(name(rest)),
            Some(group) => {
                let (mut depth, mut start) = (0, 0);
                for (index, letter) in group.char_indices() {
                    match letter {
                        '{' => depth += 1,
                        '}' if depth == 0 => {
                            modules.push(name(group[start..index].trim()));
                            break;
                        }
                        '}' => depth -= 1,
                        ',' if depth == 0 => {
                            modules.push(name(group[start..index].trim()));
                            start = index + 1;
                        }
                        _ => {}
                    }
                }
            }
        }
    }
    modules.retain(|module| !module.is_empty());
    modules
}

fn name(text: &str) -> String {
    text.chars().take_while(|letter| letter.is_alphanumeric() || *letter == '_').collect()
}

#[test]
fn the_reader_of_use_lines_sees_nested_ones() {
    let text = "use crate::{\n    agenda::{Audience, Board},\n    plan::Plan,\n};\nlet x = crate::wire::seal;\n// crate::app\n";
    assert_eq!(used_modules(text), ["agenda", "plan", "wire"]);
}
