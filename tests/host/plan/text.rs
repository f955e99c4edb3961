//! A text in one or both languages.

use itinera::i18n::Language::{English, Italian};
use itinera::plan::Text;

#[test]
fn a_missing_language_is_shown_in_the_other() {
    let cases = [
        (Text::new("Lunch", "Pranzo"), ["Lunch", "Pranzo"], ["Lunch", "Pranzo"]),
        (Text::same("SPEA"), ["SPEA", "SPEA"], ["SPEA", ""]),
        (Text::new("", "Pranzo"), ["Pranzo", "Pranzo"], ["", "Pranzo"]),
        (Text::default(), ["", ""], ["", ""]),
        ("IRIS".into(), ["IRIS", "IRIS"], ["IRIS", ""]),
    ];
    for (text, shown, given) in cases {
        assert_eq!([English, Italian].map(|language| text.in_language(language)), shown);
        assert_eq!([English, Italian].map(|language| text.exactly(language)), given);
    }
}

#[test]
fn one_language_is_replaced_at_a_time() {
    let text = Text::same("Lunch").with(Italian, "Pranzo");
    assert_eq!(text, Text::new("Lunch", "Pranzo"));
    assert_eq!(text.with(English, ""), Text::new("", "Pranzo"));
}

#[test]
fn what_is_called_otherwise_is_so_wherever_the_old_words_were_shown() {
    let cases = [
        (Text::default(), Italian, Text::same("New")),
        (Text::same("Old"), English, Text::same("New")),
        (Text::same("Old"), Italian, Text::same("New")),
        (Text::new("", "Vecchio"), English, Text::new("", "New")),
        (Text::new("Old", "Old"), Italian, Text::new("New", "New")),
        (Text::new("Old", "Vecchio"), Italian, Text::new("Old", "New")),
        (Text::new("Old", "Vecchio"), English, Text::new("New", "Vecchio")),
    ];
    for (text, language, renamed) in cases {
        assert_eq!(text.called(language, "New"), renamed);
    }
}

#[test]
fn a_text_of_blanks_is_empty() {
    for (text, empty) in [
        (Text::default(), true),
        (Text::new(" ", "\n\t"), true),
        (Text::new("a", ""), false),
        (Text::new("", "a"), false),
    ] {
        assert_eq!(text.is_empty(), empty, "{text:?}");
    }
}
