//! Every word of the catalogues is said somewhere; that none is missing is the build's business.

use super::files;

#[test]
fn every_key_is_used() {
    let code: String = files("src", ".rs").into_iter().map(|(_, text)| text).collect();
    let mut unused = Vec::new();
    for (path, text) in files("locales/en", ".json") {
        let map: serde_json::Map<String, serde_json::Value> = serde_json::from_str(&text).unwrap();
        for key in map.keys() {
            let called = code.contains(&format!(".{key}(")) || code.contains(&format!("Words::{key}"));
            if !called {
                unused.push(format!("{}: {key}", path.display()));
            }
        }
    }
    assert!(unused.is_empty(), "never said: {unused:#?}");
}
