//! The checks screen: everything that the rules found, the worst first, with the way to its place and the way out.

use super::copy_table::{Copied, CopyTable};
use super::finding::FindingList;
use crate::app::dom::{View, view};
use crate::app::signal::{Memo, Signal};
use crate::{
    app::Store,
    checks::{Finding, Rule, Severity},
    exchange::tables::Subject,
    i18n::Words,
    workspace::{Route, Screen},
};
use leptos::prelude::*;

/// The screen.
#[component(transparent)]
pub fn Checks() -> View {
    let store = Store::here();
    let words = store.words();
    let counts = Memo::new(move |_| {
        store.findings.with(|findings| {
            Severity::ALL.map(|severity| findings.iter().filter(|finding| finding.severity == severity).count())
        })
    });
    let any = Memo::new(move |_| counts.get() != [0; 3]);
    let empty = Memo::new(move |_| store.plan.with(|plan| plan.sessions.is_empty() && plan.stops.is_empty()));
    let about = move || {
        let [blockers, warnings, notes] = counts.get();
        let parts = [
            (blockers, words.checks_blockers(blockers)),
            (warnings, words.checks_warnings(warnings)),
            (notes, words.checks_notes(notes)),
        ];
        let parts: Vec<_> = parts.into_iter().filter(|(count, _)| *count > 0).map(|(_, words)| words).collect();
        parts.join(" \u{b7} ")
    };
    view! {
        <div class="page checks-page">
            <div class="page__head">
                <h1 class="page__title">{words.screen_checks()}</h1>
                <p class="page__about">{about}</p>
                {move || any.get().then(|| view! { <CopyTable source=|| Copied::Of(Subject::Findings) /> })}
            </div>
            <div class="checks-page__findings" data-findings="" tabindex="-1">
                {move || match (any.get(), empty.get()) {
                    (false, true) => view! { <Nothing text=words.checks_empty() link=words.checks_to_agenda() /> },
                    (false, false) => view! { <Nothing text=words.checks_nothing() link="" /> },
                    _ => View::of(()),
                }}
                <div hidden=move || !any.get()>
                    <Group severity=Severity::Blocker title=words.checks_blocker_group() none=words.checks_no_blockers() />
                    <Group severity=Severity::Warning title=words.checks_warning_group() none=words.checks_no_warnings() />
                    <Notes />
                </div>
            </div>
        </div>
    }
}

/// Nothing was found.
#[component(transparent)]
fn Nothing(text: &'static str, link: &'static str) -> View {
    view! {
        <p class="checks-page__nothing">{text}</p>
        {(!link.is_empty()).then(|| view! { <p><a class="button" href=Route::to(Screen::Agenda).href()>{link}</a></p> })}
    }
}

/// Those findings that a test picks.
fn picked(test: impl Fn(&Finding) -> bool + Send + Sync + 'static) -> Signal<Vec<Finding>> {
    let store = Store::here();
    Memo::new(move |_| {
        store.findings.with(|findings| findings.iter().filter(|finding| test(finding)).cloned().collect::<Vec<_>>())
    })
    .into()
}

/// What is of one severity.
#[component(transparent)]
fn Group(severity: Severity, title: &'static str, none: &'static str) -> View {
    let findings = picked(move |finding| finding.severity == severity);
    let count = Memo::new(move |_| findings.with(Vec::len));
    view! {
        <section class="checks-page__group">
            <h2 class="checks-page__title">{title} <span class="checks-page__count">{count}</span></h2>
            <p class="checks-page__none" hidden=move || count.get() != 0>{none}</p>
            <FindingList findings=findings rows=true />
        </section>
    }
}

/// The notes, by what is to be done about them, so that many of one sort do not bury one of another.
#[component(transparent)]
fn Notes() -> View {
    let words = Store::here().words();
    let all = picked(|finding| finding.severity == Severity::Note);
    let count = Memo::new(move |_| all.with(Vec::len));
    let sorts = Sort::ALL.map(|sort| {
        let findings = picked(move |finding| finding.severity == Severity::Note && Sort::of(finding.rule) == sort);
        let count = Memo::new(move |_| findings.with(Vec::len));
        view! {
            <section class="checks-page__sort" hidden=move || count.get() == 0>
                <h3 class="checks-page__subtitle">{sort.title(words)} <span class="checks-page__count">{count}</span></h3>
                <FindingList findings=findings rows=true />
            </section>
        }
    });
    view! {
        <section class="checks-page__group" hidden=move || count.get() == 0>
            <h2 class="checks-page__title">{words.checks_note_group()} <span class="checks-page__count">{count}</span></h2>
            {sorts.into_iter().collect::<Vec<_>>()}
        </section>
    }
}

/// What is to be done about a note.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Sort {
    Know,
    Send,
    Confirm,
}

impl Sort {
    const ALL: [Self; 3] = [Self::Know, Self::Send, Self::Confirm];

    const fn of(rule: Rule) -> Self {
        match rule {
            Rule::ToConfirm => Self::Confirm,
            Rule::IdListDue => Self::Send,
            _ => Self::Know,
        }
    }

    fn title(self, words: Words) -> &'static str {
        match self {
            Self::Know => words.checks_know(),
            Self::Send => words.checks_send(),
            Self::Confirm => words.checks_confirm(),
        }
    }
}
