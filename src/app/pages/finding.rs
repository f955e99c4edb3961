//! A finding on screen, wherever it is shown: how bad it is, its sentence, the way to its place, and the way out.

use crate::app::dom::{View, view};
use crate::app::signal::{Memo, Signal};
use crate::{
    app::{
        Store,
        effects::{self, intl, page},
        ui::unique,
        wording,
    },
    checks::{About, Detail, Finding, Severity},
    i18n::Words,
    plan::{EntryId, Plan},
    workspace::place_of,
};
use leptos::{html, prelude::*};
use wasm_bindgen::JsCast;
use web_sys::Element;

/// What finds the findings in the page.
const FINDING: &str = "[data-finding]";

/// What marks the part of a page in which the keyboard goes from a finding that was mended to the next one. It should
/// be focusable (`tabindex="-1"`), for when none is left.
const SCOPE: &str = "[data-findings]";

/// Findings, one below the other. Each stays the same element as long as its finding stays.
#[component(transparent)]
pub fn FindingList(
    /// The findings, in their order.
    #[prop(into)]
    findings: Signal<Vec<Finding>>,
    /// Whether each is one line of a long list, with its time.
    #[prop(optional)]
    rows: bool,
) -> View {
    effects::begin_mending(Store::here());
    let card = move |first: Finding| {
        let identity = first.identity();
        // Its figures may change while it stays the same finding.
        let now = Memo::new(move |before: Option<&Finding>| {
            findings.with(|list| {
                let now = list.iter().find(|finding| finding.is(&identity));
                now.or(before).unwrap_or(&first).clone()
            })
        });
        view! { <li><FindingCard finding=now row=rows /></li> }
    };
    view! {
        <ul class="findings">
            <For each=move || findings.get() key=Finding::identity children=card />
        </ul>
    }
}

/// One finding.
#[component(transparent)]
pub fn FindingCard(
    /// The finding.
    #[prop(into)]
    finding: Signal<Finding>,
    /// Whether it is one line of a long list, with its time.
    #[prop(optional)]
    row: bool,
) -> View {
    let store = Store::here();
    let words = store.words();
    let card = NodeRef::<html::Div>::new();
    let severity = Memo::new(move |_| finding.with(|finding| finding.severity));
    let sentence = move || store.plan.with(|plan| finding.with(|finding| finding.sentence(plan, words)));
    let places = Memo::new(move |_| {
        store.plan.with(|plan| {
            finding.with(|finding| {
                let place = |about: &About| (place_of(about, plan).href(), title(words, plan, *about));
                finding.about.iter().map(place).collect::<Vec<_>>()
            })
        })
    });
    let fix = Memo::new(move |_| {
        store.plan.with(|plan| finding.with(|finding| finding.fix.as_ref().map(|fix| fix.words(plan, words))))
    });
    let mend = move |_| {
        if let Some(fix) = finding.get_untracked().fix {
            let next = card.get_untracked().map(|card| after(&card)).unwrap_or_default();
            store.edit(fix.edit);
            // Now and not in a moment, so that the next finding is known.
            effects::check(store);
            page::focus_first_left(next);
        }
    };
    let sentence_id = unique("finding");
    let described_by = sentence_id.clone();
    view! {
        <div
            node_ref=card
            class=move || class(severity.get(), row)
            data-finding=move || finding.with(|finding| finding.rule.name())
            data-severity=move || severity.get().name()
            tabindex="-1"
        >
            {row.then(|| view! { <p class="finding__when">{move || finding.with(|finding| when(words, finding))}</p> })}
            <p class="finding__text" id=sentence_id>
                <span class=move || severity_class(severity.get(), row)>{move || severity_word(words, severity.get())} " "</span>
                {sentence}
            </p>
            <div class="finding__actions">
                {move || {
                    let described_by = described_by.clone();
                    fix.get().map(|fix| view! {
                        <button type="button" class="button" aria-describedby=described_by on:click=mend>{fix}</button>
                    })
                }}
                {move || {
                    let places = places.get();
                    let brief = row && places.len() == 1;
                    let links = places.into_iter();
                    links.map(|(href, title)| view! { <PlaceLink href=href title=title brief=brief /> }).collect::<Vec<_>>()
                }}
            </div>
        </div>
    }
}

/// The way to a place. In a long list the sentence beside it names the only one, so that the eye is spared the name.
#[component(transparent)]
fn PlaceLink(href: String, title: String, brief: bool) -> View {
    let words = Store::here().words();
    let class = if brief { "visually-hidden" } else { "" };
    view! { <a class="finding__place" href=href>{words.finding_show()} <span class=class>" " {title}</span></a> }
}

const fn class(severity: Severity, row: bool) -> &'static str {
    match (severity, row) {
        (Severity::Blocker, false) => "finding finding--blocker",
        (Severity::Warning, false) => "finding finding--warning",
        (Severity::Note, false) => "finding finding--note",
        (Severity::Blocker, true) => "finding finding--blocker finding--row",
        (Severity::Warning, true) => "finding finding--warning finding--row",
        (Severity::Note, true) => "finding finding--note finding--row",
    }
}

/// In a long list of notes, the list's title says that they are.
const fn severity_class(severity: Severity, row: bool) -> &'static str {
    match (severity, row) {
        (Severity::Note, true) => "visually-hidden",
        _ => "finding__severity",
    }
}

/// The word for a severity.
#[must_use]
pub fn severity_word(words: Words, severity: Severity) -> &'static str {
    match severity {
        Severity::Blocker => words.finding_blocker(),
        Severity::Warning => words.finding_warning(),
        Severity::Note => words.finding_note(),
    }
}

/// When it bites; a day alone for what is due by a day.
fn when(words: Words, finding: &Finding) -> String {
    let Some(at) = finding.at else { return String::new() };
    let date = intl::date(words.language(), at.date(), intl::DateStyle::Brief);
    match finding.detail {
        Detail::IdList { .. } | Detail::Unprepared { .. } => date,
        _ => date + ", " + &intl::time(words.language(), at),
    }
}

/// What people call what a finding is about.
fn title(words: Words, plan: &Plan, about: About) -> String {
    match about {
        About::Entry(entry) => {
            let title = match entry {
                EntryId::LegTo(..) => words.finding_drive_to(&wording::title(words, plan, about.key())),
                EntryId::LegBack(..) => words.finding_drive_back().to_string(),
                EntryId::Session(_) | EntryId::Stop(..) => wording::title(words, plan, about.key()),
            };
            match entry.group().and_then(|group| plan.groups.get(group)) {
                Some(group) if group.letter.is_empty() => title,
                Some(group) => words.check_of_group(&title, &words.check_group(&group.letter)),
                None => title,
            }
        }
        About::Record(key) => wording::title(words, plan, key),
    }
}

/// Where the keyboard goes when a finding is mended: first of all it stays, should the finding; else to those after it,
/// then to those before it, and at last to the place where they were.
fn after(card: &web_sys::HtmlDivElement) -> Vec<Element> {
    let card: &Element = card.unchecked_ref();
    let Ok(Some(scope)) = card.closest(SCOPE) else { return vec![card.clone()] };
    let findings = page::all(&scope, FINDING);
    let place = findings.iter().position(|finding| finding == card).unwrap_or(0);
    let mut order = findings[place..].to_vec();
    order.extend(findings[..place].iter().rev().cloned());
    order.push(scope);
    order
}
