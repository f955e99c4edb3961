//! The programme as a web page of its own.
//!
//! Its sheets are those of the screen, drawn and then serialised by the browser, with the style that they have on the
//! screen and on paper. The other way, words and tables of the programme in the core, would have meant two renderers of
//! one paper, or a core that formats dates: `Intl` can only be asked here.

use super::{
    entry,
    sheet::{self, Sheets},
};
use crate::{
    agenda::{Audience, entries},
    app::{
        Store,
        dom::{View, view},
        effects::{
            intl::{self, DateStyle},
            page::PAPER_WORDS,
        },
    },
    exchange::{
        linked,
        webpage::{Page, without_notes, write},
    },
    i18n::{Language, Words},
};
use leptos::prelude::*;
use std::sync::Arc;

/// The style of the sheets on screens and on paper, in the order of the cascade.
const STYLES: [&str; 6] = [
    include_str!("../../../../style/layers.css"),
    include_str!("../../../../style/tokens.css"),
    include_str!("../../../../style/base.css"),
    include_str!("../../../../style/pages/programme.css"),
    include_str!("../../../../style/print.css"),
    include_str!("../../../../style/webpage.css"),
];

/// The programme of an audience in one language, as a file that needs nothing else; with the notes of sessions or without.
#[must_use]
pub fn webpage(store: Store, audience: Audience, language: Language, notes: bool) -> String {
    let (plan, words) = (store.plan.get_untracked(), Words::new(language));
    let plan = if notes { plan } else { Arc::new(without_notes(&plan)) };
    let audience = audience.known_to(&plan);
    let (whose, version) = (super::whose(words, &plan, audience), untrack(|| super::version(store, words)));
    let mut days: Vec<_> = entries(&plan, audience).iter().map(|entry| entry.slot.date()).collect();
    days.dedup();
    let days: Vec<_> =
        days.into_iter().map(|day| (sheet::day_id(day), intl::date(language, day, DateStyle::Long))).collect();
    let head = sheet::running_head(words, &plan);
    let foot = [whose.as_str(), &version].join(entry::DOT);
    let paper = [&head, &foot, words.programme_page(), words.programme_page_of()];
    let paper: Vec<_> = PAPER_WORDS.into_iter().zip(paper).collect();
    let ahead = intl::clocks(&plan.meeting.zone);
    let linked = linked::event(&plan, audience, language, &ahead);
    let title = plan.meeting.title.in_language(language).trim();
    let title = if title.is_empty() { words.screen_programme() } else { title };
    // What is drawn goes again with its owner.
    let owner = Owner::new();
    let sheets = owner.with(|| {
        let (plan, whose) = (plan.clone(), whose.clone());
        View::of(view! { <Sheets plan=plan audience=audience words=words whose=whose version=version /> }).markup()
    });
    write(&Page {
        language,
        title: &[title, &whose].join(entry::DOT),
        heading: &whose,
        about: plan.meeting.theme.in_language(language).trim(),
        days_label: words.webpage_days(),
        days: &days,
        sheets: &sheets,
        styles: &STYLES,
        paper: &paper,
        linked: &linked,
    })
}
