//! What a file holds that waits to be looked at, and the preview of it.

use super::{Brought, FILE, Here, people, plan, sessions};
use crate::app::dom::{View, view};
use crate::{
    app::{
        Store,
        effects::{intl, page},
    },
    exchange::{
        calendar,
        csv::{self, Sheet},
        incoming,
        schedule::{self, Zone},
        sort::Sort,
    },
    plan::Plan,
    wire,
};
use leptos::prelude::*;
use std::sync::Arc;

/// A file that was read.
#[derive(Clone)]
pub struct Incoming {
    /// Its name.
    pub name: String,
    /// What is in it.
    pub content: Content,
}

/// What is in a file.
#[derive(Clone)]
pub enum Content {
    /// Rows that may be delegates.
    People(Arc<Sheet>),
    /// A plan, and the bytes that it was read from.
    Plan(Arc<Plan>, Arc<Vec<u8>>),
    /// Sessions.
    Sessions {
        /// The sessions, in the order of the file.
        sessions: Arc<Vec<incoming::Incoming>>,
        /// Whether its places are rooms of one house, as in a conference, and not anywhere.
        rooms: bool,
        /// What was not taken over as it stands there, in words, and how much there is of that besides.
        problems: (Arc<Vec<String>>, usize),
    },
}

/// Reads a file of a sort; why not and what to do, where it cannot be.
pub fn read(store: Store, sort: Sort, bytes: &[u8]) -> Result<Content, String> {
    let words = store.words();
    match sort {
        Sort::Table => match csv::read(bytes) {
            Ok(sheet) => Ok(Content::People(Arc::new(sheet))),
            Err(why) => Err(people::why(words, &why)),
        },
        Sort::Schedule => {
            let name = store.plan.with_untracked(|plan| plan.meeting.zone.clone());
            let ahead = intl::clocks(&name);
            let read = schedule::read(bytes, Zone { name: &name, ahead: &ahead });
            let sessions = read.map_err(|why| why.words(words))?;
            Ok(Content::Sessions { sessions: Arc::new(sessions), rooms: true, problems: (Arc::default(), 0) })
        }
        Sort::Calendar => {
            let zone = store.plan.with_untracked(|plan| plan.meeting.zone.clone());
            let read = calendar::read(bytes, &zone, &intl::all_clocks()).map_err(|why| why.words(words))?;
            let problems = read.problems.iter().map(|problem| problem.words(words)).collect();
            Ok(Content::Sessions {
                sessions: Arc::new(read.sessions),
                rooms: false,
                problems: (Arc::new(problems), read.unlisted),
            })
        }
        Sort::Plan => {
            let file = wire::decode(bytes).map_err(|why| why.words(words))?;
            Ok(Content::Plan(Arc::new(file.plan), Arc::new(bytes.to_vec())))
        }
    }
}

/// What was read, to be looked at. Nothing is added before somebody says so.
#[component(transparent)]
pub fn Preview() -> View {
    let here = expect_context::<Here>();
    let words = here.store.words();
    let Brought::Waiting(Incoming { name, content }) = here.brought.get_untracked() else { return View::of(()) };
    let about = match &content {
        Content::People(sheet) => people::about(words, sheet),
        Content::Plan(..) | Content::Sessions { .. } => String::new(),
    };
    let called = name.clone();
    view! {
        <section class="files__preview" aria-labelledby="files-preview">
            <h2 class="files__title" id="files-preview" tabindex="-1">{called}</h2>
            <p class="files__lead">{about} " " {words.files_nothing_yet()}</p>
            {match content {
                Content::People(sheet) => view! { <people::People sheet=sheet /> },
                Content::Plan(plan, bytes) => view! { <plan::OnePlan plan=plan name=name bytes=bytes /> },
                Content::Sessions { sessions, rooms, problems } => view! {
                    <Problems problems=problems />
                    <sessions::Sessions sessions=sessions rooms=rooms />
                },
            }}
        </section>
    }
}

/// What was not taken over as it stands in the file, each with its line; folded where there is much of it.
#[component(transparent)]
fn Problems(problems: (Arc<Vec<String>>, usize)) -> View {
    let words = expect_context::<Here>().store.words();
    let (problems, unlisted) = problems;
    let all = problems.len() + unlisted;
    if all == 0 {
        return View::of(());
    }
    let few = all <= FEW;
    let each = problems.iter().map(|problem| view! { <li>{problem.clone()}</li> }).collect::<Vec<_>>();
    view! {
        <details class="files__problems" open=few>
            <summary class="files__warning">{words.files_problems(all)}</summary>
            <ul class="files__problem-list">
                {each}
                {(unlisted > 0).then(|| view! { <li>{words.files_problems_more(unlisted)}</li> })}
            </ul>
        </details>
    }
}

/// How many problems are shown at once.
const FEW: usize = 6;

/// Puts the file aside.
pub fn close(here: Here) {
    here.brought.set(Brought::Nothing);
    page::focus_soon(FILE.to_string());
}

/// Says what was added, and where it is.
pub fn added(here: Here, what: String, href: String) {
    here.brought.set(Brought::Added { what, href });
    page::focus_soon("#files-added".to_string());
}
