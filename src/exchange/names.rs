//! Names of files that every system takes.

use crate::{
    i18n::Language,
    plan::{Plan, fold},
};

/// What the names of a plan's files begin with: the title's letters and figures, and the first day.
#[must_use]
pub fn stem(plan: &Plan) -> String {
    let title = plain(plan.meeting.title.in_language(Language::English));
    let title = if title.is_empty() { "plan" } else { &title };
    match plan.days.iter().next() {
        Some(day) => format!("{title}-{}", day.id),
        None => title.to_string(),
    }
}

/// The name of a file of a plan: what it is, perhaps of whom, and how it ends, without a stop.
#[must_use]
pub fn name(plan: &Plan, what: &str, of: &str, extension: &str) -> String {
    let (stem, of) = (stem(plan), plain(&fold(of)));
    let parts = [&*stem, what, &of].into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>();
    format!("{}.{extension}", parts.join("-"))
}

/// The small letters and figures of ASCII in a text, with a hyphen in the place of what is between them.
fn plain(text: &str) -> String {
    let mut plain = String::new();
    for letter in text.chars().take(60) {
        if letter.is_ascii_alphanumeric() {
            plain.push(letter.to_ascii_lowercase());
        } else if !plain.is_empty() && !plain.ends_with('-') {
            plain.push('-');
        }
    }
    plain.trim_end_matches('-').to_string()
}
