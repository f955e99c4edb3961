//! Texts as people compare them.

use itinera::plan::fold;

#[test]
fn texts_lose_case_accents_and_punctuation() {
    for (text, expected) in [
        ("", ""),
        (" \u{a0}\u{2009}\t", ""),
        ("Basque Country", "basque country"),
        ("  E-mail:  address ", "e mail address"),
        ("Sì, Società Ünïon Île Ñandú Ça", "si societa union ile nandu ca"),
        ("ŠARŪNAS Žukauskas ČĘĖĮŲ", "šarūnas žukauskas čęėįų"),
        ("Łódź ŹŻŇ", "łodź źżň"),
        ("日本 — 🚌", "日本 🚌"),
        ("x\u{200b}y\u{feff}z", "x y z"),
    ] {
        assert_eq!(fold(text), expected, "{text:?}");
    }
}
