//! Words that every paper has.

use crate::plan::build::empty;
use itinera::{
    agenda::wording::funding,
    i18n::{Language, Words},
    plan::{Meeting, Text},
};

#[test]
fn who_pays_is_the_programme_and_the_line_and_nothing_twice() {
    let said = |programme: Text, publicity: Text, language| {
        let meeting = Meeting { programme, publicity, ..(*empty().meeting).clone() };
        funding(Words::new(language), &meeting)
    };
    let text = |text: &str| Text::same(text);
    let english = |programme: &str, publicity: &str| said(text(programme), text(publicity), Language::English);
    assert_eq!(english("Programme X", "Co-funded by the Union"), "Programme X \u{b7} Co-funded by the Union");
    assert_eq!(english("Programme X", " "), "Programme X");
    assert_eq!(english("", "Co-funded"), "Co-funded");
    assert_eq!(english("", ""), "");
    // However the line writes it, and not where it is only part of another word.
    assert_eq!(english("Programme X", "PROGRAMME X, co-funded"), "PROGRAMME X, co-funded");
    assert_eq!(english("Regio", "Regional funds"), "Regio \u{b7} Regional funds");
    let italian = said(
        Text::new("Programme X", "Programma X"),
        Text::new("Programme X pays", "Paga l'Unione"),
        Language::Italian,
    );
    assert_eq!(italian, "Programma X \u{b7} Paga l'Unione");
}
