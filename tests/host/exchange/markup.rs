//! Text inside markup.

use itinera::exchange::markup::{clean, css_string, escaped};
use proptest::prelude::*;

#[test]
fn what_would_be_markup_is_not() {
    assert_eq!(
        escaped("<a href=\"x\">'&amp;' ]]></a>"),
        "&lt;a href=&quot;x&quot;&gt;&#39;&amp;amp;&#39; ]]&gt;&lt;/a&gt;"
    );
    assert_eq!(escaped("Łódź – 🚌 שלום"), "Łódź – 🚌 שלום");
}

#[test]
fn control_characters_go_and_lines_end_alike() {
    assert_eq!(clean("a\r\nb\rc\n\td\0\u{1}\u{b}\u{1f}\u{7f}\u{85}\u{fffe}\u{ffff}e"), "a\nb\nc\n\tde");
    assert_eq!(clean("\r\r\n\n"), "\n\n\n");
}

#[test]
fn a_text_in_a_style_ends_neither_its_quotes_nor_the_style() {
    assert_eq!(css_string("a \"b\" \\ </style>\n"), "\"a \\\"b\\\" \\\\ \\3c /style>\"");
}

proptest! {
    #[test]
    fn a_reader_of_xml_gets_the_text_back(text in any::<String>()) {
        let document = format!("<a b=\"{0}\">{0}</a>", escaped(&text));
        let document = roxmltree::Document::parse(&document).unwrap();
        prop_assert_eq!(document.root_element().text().unwrap_or_default(), clean(&text));
        prop_assert!(!escaped(&text).contains(['<', '>', '"', '\'']));
    }
}
