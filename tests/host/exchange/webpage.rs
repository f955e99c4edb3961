//! The frame of the web page: what is in it stays where it belongs.

use itinera::{
    exchange::webpage::{Page, write},
    i18n::Language,
};

const WICKED: &str = "</title></style></script><script>alert(1)</script><!-- \"'&";

fn page(words: &'static str) -> String {
    write(&Page {
        language: Language::Italian,
        title: words,
        heading: words,
        about: words,
        days_label: words,
        days: &[("day-2017-11-21".into(), words.into()), (words.into(), "x".into())],
        sheets: "<article>sheet</article>",
        styles: &["/* a note */\n@layer one {\n    p { margin: 0; }\n\n}\n", "a { color: red; } /* another"],
        paper: &[("--paper-head", words)],
        linked: "{\"name\":\"</script>\"}",
    })
}

#[test]
fn a_page_is_one_whole_and_may_only_show_itself() {
    let html = page("Programma");
    assert!(html.starts_with("<!DOCTYPE html>\n<html lang=\"it\">\n<head>\n<meta charset=\"utf-8\">\n"));
    assert!(html.contains("content=\"default-src 'none'; style-src 'unsafe-inline'; img-src data:;"));
    assert!(html.contains("<title>Programma</title>") && html.contains("<h1>Programma</h1>"));
    assert!(html.contains("<li><a href=\"#day-2017-11-21\">Programma</a></li>"));
    assert!(html.contains("<main class=\"page programme\">\n<article>sheet</article>\n</main>"));
    assert!(html.contains("<style>\n@layer one {\np { margin: 0; }\n}\na { color: red; }\n:root { --paper-head: \"Programma\"; }\n</style>"), "{html}");
    assert!(html.ends_with("</html>\n"));
}

#[test]
fn no_word_gets_out_of_its_place() {
    let html = page(WICKED);
    let count = |what: &str| html.to_lowercase().matches(what).count();
    // The only script element is the data's, and everything is closed once.
    assert_eq!(
        (count("<script"), count("</script"), count("<style"), count("</style"), count("</title")),
        (1, 1, 1, 1, 1)
    );
    assert_eq!(count("<!--"), 0);
    assert!(html.contains("<script type=\"application/ld+json\">{\"name\":\"\\u003c/script>\"}</script>"));
    assert!(html.contains("--paper-head: \"\\3c /title>\\3c /style>"));
    // Inside of an attribute no quote ends it.
    assert!(html.contains("<a href=\"#&lt;/title&gt;"));
}

#[test]
fn without_days_there_is_no_way_to_them() {
    let html = write(&Page {
        language: Language::English,
        title: "T",
        heading: "H",
        about: "",
        days_label: "Days",
        days: &[],
        sheets: "",
        styles: &[],
        paper: &[],
        linked: "{}",
    });
    assert!(!html.contains("<nav") && html.contains("<html lang=\"en\">"));
}
