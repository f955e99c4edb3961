//! A web page that needs nothing but itself: the programme, to be sent by mail or put on any site.
//!
//! The sheets come as markup, because they are the very nodes of `#/programme`, which the face draws and the browser
//! serialises: so no time, title or place can differ from the screen, and nothing is written twice. What is around them
//! is written here. The page's own policy forbids it everything but its style: no script, no request, no form.

use super::markup::{css_string, escaped};
use crate::{
    agenda::{Audience, Event, entries},
    i18n::Language,
    plan::{Plan, Text},
};
use std::fmt::Write as _;

/// From how many bytes on a page is too large for a mail or a site.
pub const MOST: usize = 100_000;

/// What a page is made of. Everything but `sheets`, `styles` and `linked` is plain text.
#[derive(Debug, Clone, Copy)]
pub struct Page<'a> {
    /// The language that it is in.
    pub language: Language,
    /// What its tab is called.
    pub title: &'a str,
    /// Whose programme it is: the heading.
    pub heading: &'a str,
    /// What it is about.
    pub about: &'a str,
    /// What the way to the days is called.
    pub days_label: &'a str,
    /// The days: the identity of each one's sheet, and the date in words.
    pub days: &'a [(String, String)],
    /// Markup of the sheets.
    pub sheets: &'a str,
    /// Style sheets, in the order of the cascade.
    pub styles: &'a [&'a str],
    /// The words on printed pages: properties of the style, and texts.
    pub paper: &'a [(&'a str, &'a str)],
    /// Linked data, as `super::linked` writes it.
    pub linked: &'a str,
}

/// What the page may do: show itself. Data in `script` elements is not run, and needs no leave.
const POLICY: &str =
    "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'";

/// What makes a page large.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Weight {
    /// How many entries of the agenda are on it.
    pub entries: usize,
    /// The bytes of the notes of sessions.
    pub notes: usize,
}

/// What makes the page for an audience large.
#[must_use]
pub fn weight(plan: &Plan, audience: Audience, language: Language) -> Weight {
    let entries = entries(plan, audience);
    let notes = entries.iter().map(|entry| match &entry.event {
        Event::Session(session) => escaped(session.notes.in_language(language).trim()).len(),
        Event::Stop { .. } | Event::Leg { .. } => 0,
    });
    Weight { notes: notes.sum(), entries: entries.len() }
}

/// The plan of a page on which sessions have no notes.
#[must_use]
pub fn without_notes(plan: &Plan) -> Plan {
    let mut plan = plan.clone();
    plan.sessions.change_where(|session| !session.notes.is_empty(), |session| session.notes = Text::default());
    plan
}

/// Writes a page.
#[must_use]
pub fn write(page: &Page<'_>) -> String {
    let mut html = String::with_capacity(page.sheets.len() + 24_000);
    let [title, heading, about, label] = [page.title, page.heading, page.about, page.days_label].map(escaped);
    let head = [
        "<!DOCTYPE html>\n<html lang=\"",
        page.language.tag(),
        "\">\n<head>\n<meta charset=\"utf-8\">\n<meta http-equiv=\"Content-Security-Policy\" content=\"",
        POLICY,
        "\">\n<title>",
        &title,
        "</title>\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<meta name=\"description\" \
         content=\"",
        &about,
        "\">\n<meta name=\"generator\" content=\"Itinera\">\n<link rel=\"icon\" href=\"data:,\">\n<style>\n",
        &style(page),
        "</style>\n<script type=\"application/ld+json\">",
        &page.linked.replace('<', "\\u003c"),
        "</script>\n</head>\n<body>\n<header>\n<h1>",
        &heading,
        "</h1>\n",
    ];
    html.extend(head);
    if !page.days.is_empty() {
        html.extend(["<nav aria-label=\"", &label, "\">\n<ul>\n"]);
        for (id, words) in page.days {
            html.extend(["<li><a href=\"#", &escaped(id), "\">", &escaped(words), "</a></li>\n"]);
        }
        html.push_str("</ul>\n</nav>\n");
    }
    html.extend(["</header>\n<main class=\"page programme\">\n", page.sheets, "\n</main>\n</body>\n</html>\n"]);
    html
}

/// The style of a page, without the notes that its makers wrote into it.
fn style(page: &Page<'_>) -> String {
    let mut style: String = page.styles.iter().map(|sheet| bare(sheet)).collect();
    style.push_str(":root {");
    for (name, words) in page.paper {
        // Writing to a string cannot fail.
        let _ = write!(style, " {name}: {};", css_string(words));
    }
    style.push_str(" }\n");
    // No style sheet of ours has this; it would end the element.
    style.replace("</", "<\\/")
}

/// A style sheet without comments, empty lines and indentation.
fn bare(sheet: &str) -> String {
    let mut rest = sheet;
    let mut code = String::with_capacity(sheet.len());
    while let Some((before, after)) = rest.split_once("/*") {
        code.push_str(before);
        rest = after.split_once("*/").map_or("", |(_, after)| after);
    }
    code.push_str(rest);
    code.lines().map(str::trim).filter(|line| !line.is_empty()).flat_map(|line| [line, "\n"]).collect()
}
