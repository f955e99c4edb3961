//! Files that are no plan: what is said of each, to the word.

use super::full::full;
use itinera::i18n::{Language, Words};
use itinera::wire::{DecodeError, decode, encode};

const ENGLISH: Words = Words::new(Language::English);
const ITALIAN: Words = Words::new(Language::Italian);

fn check(bytes: &[u8], english: &str, italian: &str) {
    let error = decode(bytes).unwrap_err();
    assert_eq!(error.words(ENGLISH), english);
    assert_eq!(error.words(ITALIAN), italian);
}

#[test]
fn an_empty_file() {
    for bytes in [&b""[..], b" \n\t\r\n", b"\xef\xbb\xbf"] {
        check(
            bytes,
            "The file is empty. Choose a plan that was exported from Itinera.",
            "Il file è vuoto. Scegliere un piano esportato da Itinera.",
        );
    }
}

#[test]
fn a_file_of_50_megabytes() {
    check(
        &vec![b'{'; 50 * 1024 * 1024],
        "The file is too large for a plan: 50 MB, where 8 MB is the most. Choose a plan that was exported from Itinera.",
        "Il file è troppo grande per un piano: 50 MB, mentre il massimo è 8 MB. Scegliere un piano esportato da Itinera.",
    );
    let bytes = 8 * 1024 * 1024;
    assert_eq!(decode(&vec![b' '; bytes]), Err(DecodeError::Empty));
    assert_eq!(decode(&vec![b' '; bytes + 1]), Err(DecodeError::TooLarge { bytes: bytes + 1, limit: bytes }));
}

#[test]
fn a_file_in_utf_16() {
    let text = encode(&full());
    let little: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
    let big: Vec<u8> = text.encode_utf16().flat_map(u16::to_be_bytes).collect();
    for bytes in [[b"\xff\xfe", &little[..]].concat(), [b"\xfe\xff", &big[..]].concat(), little, big] {
        check(
            &bytes,
            "The file is text in UTF-16, and a plan is text in UTF-8. Save it again as UTF-8.",
            "Il file è un testo in UTF-16, mentre un piano è un testo in UTF-8. Salvarlo di nuovo in UTF-8.",
        );
    }
}

#[test]
fn a_binary_file() {
    for bytes in [&b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR"[..], b"{\"title\": \"caf\xe9\"}", b"\x1f\x8b\x08\0"] {
        check(
            bytes,
            "The file is not text, so it is not a plan. Choose a plan that was exported from Itinera; its name ends in .json.",
            "Il file non è un testo, quindi non è un piano. Scegliere un piano esportato da Itinera; il suo nome finisce in .json.",
        );
    }
}

#[test]
fn text_that_is_not_json() {
    let twice = encode(&full()).repeat(2);
    let end = (twice.len() / 2 + 1).to_string();
    for (text, line, column) in [
        ("BEGIN:VCALENDAR\r\nEND:VCALENDAR", "1", "1"),
        ("{\n  \"format\": 'itinera-plan'\n}", "2", "13"),
        ("{\"plan\": NaN}", "1", "10"),
        ("{\"a\": 1,}", "1", "9"),
        ("{\"a\": \"\\ud800\"}", "1", "14"),
        (&twice, "1", &end),
    ] {
        check(
            text.as_bytes(),
            &format!(
                "The file cannot be read as a plan: from line {line}, character {column} on it makes no sense. Ask for a new copy, or choose another file."
            ),
            &format!(
                "Il file non si può leggere come piano: dalla riga {line}, carattere {column}, non ha senso. Chiedere una nuova copia o scegliere un altro file."
            ),
        );
    }
}

#[test]
fn json_nested_100000_deep() {
    for open in ["[", "{\"a\":"] {
        let error = decode(open.repeat(100_000).as_bytes()).unwrap_err();
        let DecodeError::TooDeep { line: 1, column } = error else { panic!("{error}") };
        check(
            open.repeat(100_000).as_bytes(),
            &format!(
                "The file is not a plan: its lists are nested too deeply, at line 1, character {column}. Choose a plan that was exported from Itinera."
            ),
            &format!(
                "Il file non è un piano: i suoi elenchi sono annidati troppo in profondità, alla riga 1, carattere {column}. Scegliere un piano esportato da Itinera."
            ),
        );
    }
}

#[test]
fn json_that_is_not_a_plan() {
    for text in ["{}", "[]", "null", "12", "\"itinera-plan\"", "{\"format\": \"geojson\"}", "{\"format\": 1}"] {
        check(
            text.as_bytes(),
            "The file can be read, but it is not an Itinera plan. Choose a plan that was exported from Itinera.",
            "Il file si può leggere, ma non è un piano di Itinera. Scegliere un piano esportato da Itinera.",
        );
    }
}

#[test]
fn a_plan_of_a_newer_version() {
    check(
        br#"{"format": "itinera-plan", "version": 3, "planets": [1.5]}"#,
        "The plan was saved by a newer Itinera (form 3; this one knows form 1). Reload this page to get the newest, then open the plan again.",
        "Il piano è stato salvato da una versione più recente di Itinera (forma 3; questa conosce la forma 1). Ricaricare questa pagina per avere la più recente, poi riaprire il piano.",
    );
}

#[test]
fn a_field_given_twice() {
    for (text, line, column) in [
        ("{\"format\": \"itinera-plan\",\n \"version\": 1, \"version\": 1}", "2", "24"),
        ("{\"plan\": {\"topics\": [], \"topics\": []}}", "1", "32"),
    ] {
        check(
            text.as_bytes(),
            &format!(
                "The file gives the same thing twice, the second time at line {line}, character {column}. Remove one of the two from the file, or ask for a new copy."
            ),
            &format!(
                "Il file dice due volte la stessa cosa, la seconda alla riga {line}, carattere {column}. Togliere una delle due dal file o chiedere una nuova copia."
            ),
        );
    }
}
