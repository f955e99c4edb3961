//! Turns `locales/<language>/*.json` into the methods of `i18n::Words`, one a key, and fails the build when a language
//! lacks a key, has one too many, or uses other placeholders than English. A file is about one screen; a key is
//! unique in its language.
//!
//! A value is a text, or an object of CLDR plural categories (`one`, `many`, `other`) for a key that counts.
//! `{name}` is a placeholder and becomes a `&str` parameter, in the order of the English text; a counting key
//! takes `count` first.
//!
//! It also makes the shipped plan smaller, by what only makes it easy to read.

use serde_json::{Map, Value};
use std::{collections::BTreeSet, env, fmt::Write as _, fs, path::Path, process::exit};

const LANGUAGES: [(&str, &str); 2] = [("English", "en"), ("Italian", "it")];

fn main() {
    println!("cargo:rerun-if-changed=locales");
    println!("cargo:rerun-if-changed=build.rs");
    println!("cargo:rerun-if-changed={EXAMPLE}");
    write("words.rs", generate());
    write("example.json", example());
}

/// The shipped plan, as people edit it.
const EXAMPLE: &str = "src/example/manumix.itinera.json";

/// The shipped plan without what makes it easy to read.
fn example() -> Result<String, String> {
    let text = fs::read_to_string(EXAMPLE).map_err(|error| format!("{EXAMPLE}: {error}"))?;
    let value: Value = serde_json::from_str(&text).map_err(|error| format!("{EXAMPLE}: {error}"))?;
    Ok(value.to_string())
}

fn write(name: &str, content: Result<String, String>) {
    let out = env::var("OUT_DIR").unwrap_or_default();
    let written = content.and_then(|content| {
        fs::write(Path::new(&out).join(name), content).map_err(|error| format!("cannot write {name}: {error}"))
    });
    if let Err(error) = written {
        fail(&error);
    }
}

fn fail(message: &str) -> ! {
    println!("cargo:warning={message}");
    eprintln!("{message}");
    exit(1)
}

fn generate() -> Result<String, String> {
    let catalogues = LANGUAGES.map(|(variant, code)| read(code).map(|map| (variant, code, map)));
    let mut read = Vec::new();
    for catalogue in catalogues {
        read.push(catalogue?);
    }
    let Some(((_, _, english), others)) = read.split_first() else {
        return Err("no languages".into());
    };
    for (_, code, other) in others {
        if let Some(key) = english.keys().find(|key| !other.contains_key(*key)) {
            return Err(format!("locales/{code} lacks \"{key}\""));
        }
        if let Some(key) = other.keys().find(|key| !english.contains_key(*key)) {
            return Err(format!("locales/{code} has \"{key}\", which locales/en has not"));
        }
    }
    let mut code = String::from("impl Words {\n");
    for (key, value) in english {
        let names = placeholders(value);
        for (_, language, other) in others {
            let theirs: BTreeSet<_> = placeholders(&other[key]).into_iter().collect();
            if theirs != names.iter().cloned().collect() {
                return Err(format!("locales/{language} \"{key}\": other placeholders than in English"));
            }
            if other[key].is_object() != value.is_object() {
                return Err(format!("locales/{language} \"{key}\": a text in one language, plurals in the other"));
            }
        }
        let _ = writeln!(code, "    /// {}", summary(value));
        method(&mut code, key, value, &names, &read)?;
    }
    code.push_str("}\n");
    Ok(code)
}

fn read(code: &str) -> Result<Map<String, Value>, String> {
    let folder = format!("locales/{code}");
    let entries = fs::read_dir(&folder).map_err(|error| format!("{folder}: {error}"))?;
    let mut paths: Vec<_> = entries.filter_map(|entry| entry.ok().map(|entry| entry.path())).collect();
    paths.retain(|path| path.extension().is_some_and(|extension| extension == "json"));
    paths.sort();
    let mut all = Map::new();
    for path in paths {
        let name = path.display();
        let text = fs::read_to_string(&path).map_err(|error| format!("{name}: {error}"))?;
        let map: Map<String, Value> = serde_json::from_str(&text).map_err(|error| format!("{name}: {error}"))?;
        for (key, value) in map {
            if all.insert(key.clone(), value).is_some() {
                return Err(format!("{name}: \"{key}\" stands in another file of the language too"));
            }
        }
    }
    Ok(all)
}

fn method(
    code: &mut String,
    key: &str,
    value: &Value,
    names: &[String],
    read: &[(&str, &str, Map<String, Value>)],
) -> Result<(), String> {
    let counts = value.is_object();
    let parameters: String =
        names.iter().filter(|name| *name != "count").map(|name| format!(", {name}: &str")).collect();
    let pairs: String =
        names
            .iter()
            .map(|name| {
                if name == "count" { "(\"count\", &counted), ".to_string() } else { format!("(\"{name}\", {name}), ") }
            })
            .collect();
    let mut arms = String::new();
    for (variant, language, map) in read {
        match &map[key] {
            Value::String(text) => {
                let _ = writeln!(arms, "            Language::{variant} => {text:?},");
            }
            Value::Object(forms) => {
                let Some(Value::String(other)) = forms.get("other") else {
                    return Err(format!("locales/{language} \"{key}\": no \"other\" form"));
                };
                for (category, pattern) in [("one", "Plural::One"), ("many", "Plural::Many")] {
                    if let Some(Value::String(text)) = forms.get(category) {
                        let _ = writeln!(arms, "            Language::{variant} if plural == {pattern} => {text:?},");
                    }
                }
                let _ = writeln!(arms, "            Language::{variant} => {other:?},");
            }
            _ => return Err(format!("locales/{language} \"{key}\": neither a text nor plurals")),
        }
    }
    let says = names.iter().any(|name| name == "count");
    let counted = if says { "        let counted = count.to_string();\n" } else { "" };
    let _ = match (counts, names.is_empty()) {
        (true, _) => writeln!(
            code,
            "    #[must_use]\n    pub fn {key}(self, count: usize{parameters}) -> String {{\n        let plural = self.language().plural(count);\n{counted}        fill(match self.language() {{\n{arms}        }}, &[{pairs}])\n    }}"
        ),
        (false, true) => writeln!(
            code,
            "    #[must_use]\n    pub fn {key}(self) -> &'static str {{\n        match self.language() {{\n{arms}        }}\n    }}"
        ),
        (false, false) => writeln!(
            code,
            "    #[must_use]\n    pub fn {key}(self{parameters}) -> String {{\n        fill(match self.language() {{\n{arms}        }}, &[{pairs}])\n    }}"
        ),
    };
    Ok(())
}

fn summary(value: &Value) -> String {
    let text = match value {
        Value::String(text) => text.clone(),
        other => other["other"].as_str().unwrap_or_default().to_string(),
    };
    format!("\"{}\"", text.replace('\n', " "))
}

fn placeholders(value: &Value) -> Vec<String> {
    let texts: Vec<&str> = match value {
        Value::String(text) => vec![text],
        Value::Object(forms) => forms.values().filter_map(Value::as_str).collect(),
        _ => Vec::new(),
    };
    let mut names = Vec::new();
    for text in texts {
        for part in text.split('{').skip(1) {
            if let Some((name, _)) = part.split_once('}')
                && !names.iter().any(|known| known == name)
            {
                names.push(name.to_string());
            }
        }
    }
    names
}
