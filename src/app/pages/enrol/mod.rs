//! Delegates out of rows, pasted or from a file: what was understood, what of it is to be corrected, and then the one step
//! that adds it.

mod preview;

use super::people::name_of;
use crate::app::dom::{View, view};
use crate::app::signal::{Memo, RwSignal, Signal};
use crate::{
    app::{
        Store,
        effects::ids,
        ui::{CheckField, SelectField},
    },
    exchange::paste::{Choices, Destination, Fault, Row, Twin, Understood, enrol, understand_rows, understand_with},
    plan::{DelegateId, Edit},
};
use leptos::prelude::*;
use preview::Preview;
use std::sync::Arc;

/// The most groups that are shown; more mean that the wrong column was taken for the delegation.
const GROUPS: usize = 30;

/// Where the rows come from.
#[derive(Debug, Clone)]
pub enum Rows {
    /// A text, as spreadsheets put it on the clipboard.
    Pasted(String),
    /// The rows of a file, with their numbers.
    Read(Arc<Vec<(usize, Vec<String>)>>),
}

/// What is understood of rows, and how it was corrected. Copies are handles to the same state.
#[derive(Clone, Copy)]
pub struct Pasting {
    /// What was understood.
    pub understood: Memo<Arc<Understood>>,
    /// What the organiser corrected.
    pub choices: RwSignal<Choices>,
    /// The numbers of the rows that are to be added against the rule, or left out against it.
    pub flipped: RwSignal<Vec<usize>>,
}

impl Pasting {
    /// What is understood of some rows, as long as nobody corrects it.
    pub fn of(rows: impl Fn() -> Rows + Send + Sync + 'static) -> Self {
        let store = Store::here();
        let choices = RwSignal::new(Choices::default());
        let understood = Memo::new(move |_| {
            let plan = store.plan.get();
            let rows = rows();
            choices.with(|choices| {
                Arc::new(match &rows {
                    Rows::Pasted(text) => understand_with(&plan, text, choices),
                    Rows::Read(rows) => understand_rows(&plan, rows, choices),
                })
            })
        });
        Self { understood, choices, flipped: RwSignal::new(Vec::new()) }
    }

    /// Forgets the corrections: they belong to the rows that they were made for.
    pub fn forget(self) {
        self.choices.set(Choices::default());
        self.flipped.set(Vec::new());
    }

    /// Whether there are no rows at all.
    pub fn is_empty(self) -> bool {
        self.understood.with(|understood| understood.columns.is_empty())
    }

    /// Whether a row is to be added. Tracks what the organiser flipped.
    fn takes(self, row: &Row) -> bool {
        self.flipped.with(|flipped| takes(row, flipped))
    }

    /// Whether a row's delegation is known.
    fn has_home(understood: &Understood, row: &Row) -> bool {
        understood.groups.get(row.group).is_some_and(|group| group.destination != Destination::Nowhere)
    }
}

/// Whether a row is to be added: somebody, who is not in the list already, unless the organiser flipped that.
fn takes(row: &Row, flipped: &[usize]) -> bool {
    row.is_somebody() && row.is_usual() != flipped.contains(&row.number)
}

/// The button that adds what was understood.
#[component(transparent)]
pub fn Add(
    /// What was understood.
    pasting: Pasting,
    /// Told the first who was added, and how many were.
    added: Callback<(DelegateId, usize)>,
) -> View {
    let store = Store::here();
    let words = store.words();
    let count = Memo::new(move |_| {
        pasting.understood.with(|understood| {
            let rows = understood.rows.iter();
            rows.filter(|row| pasting.takes(row) && Pasting::has_home(understood, row)).count()
        })
    });
    let add = move |_| {
        let edit = store.plan.with_untracked(|plan| {
            let (understood, flipped) = (pasting.understood.get_untracked(), pasting.flipped.get_untracked());
            enrol(plan, &understood, &|row| takes(row, &flipped), ids::delegation, ids::delegate)
        });
        let Some(Edit::Enrol { delegates, .. }) = &edit else { return };
        let Some(first) = delegates.first().map(|delegate| delegate.id) else { return };
        let count = move || store.plan.with_untracked(|plan| plan.delegates.len());
        let before = count();
        edit.into_iter().for_each(|edit| store.edit(edit));
        // Where it was refused, the workspace says why.
        if count() > before {
            added.run((first, count() - before));
        }
    };
    view! {
        <button type="button" class="button button--main" disabled=move || count.get() == 0 on:click=add>
            {move || words.paste_add(count.get())}
        </button>
    }
}

/// What was understood: in figures, delegation by delegation, and row by row.
#[component(transparent)]
pub fn Outcome(pasting: Pasting) -> View {
    let words = Store::here().words();
    let Pasting { understood, choices, .. } = pasting;
    let figures = move || {
        understood.with(|understood| {
            let count = |is: &dyn Fn(&Row) -> bool| understood.rows.iter().filter(|row| is(row)).count();
            let ready = count(&|row| pasting.takes(row) && Pasting::has_home(understood, row));
            let homeless = count(&|row| pasting.takes(row) && !Pasting::has_home(understood, row));
            let twins = count(&|row| row.is_somebody() && row.twin.is_some() && !pasting.takes(row));
            let nobody = count(&|row| !row.is_somebody());
            let nameless = count(&|row| pasting.takes(row) && row.delegate.name.is_empty());
            let namesakes = count(&|row| pasting.takes(row) && matches!(row.twin, Some(Twin::Namesake(_))));
            let problems = understood.rows.iter().flat_map(|row| &row.problems);
            let cells = problems.filter(|problem| !matches!(problem.fault, Fault::NoName | Fault::Nobody)).count();
            let mut parts = vec![words.paste_count(understood.rows.len()), words.paste_ready(ready)];
            let others = [
                (homeless, words.paste_homeless(homeless)),
                (twins, words.paste_twins(twins)),
                (namesakes, words.paste_namesakes(namesakes)),
                (nameless, words.paste_unnamed(nameless)),
                (nobody, words.paste_nameless(nobody)),
                (cells, words.paste_problems(cells)),
            ];
            parts.extend(others.into_iter().filter(|(count, _)| *count > 0).map(|(_, text)| text));
            parts.join(" \u{b7} ")
        })
    };
    let has_header = Memo::new(move |_| understood.with(|understood| understood.has_header));
    let header = Callback::new(move |header: bool| {
        choices.update(|choices| *choices = Choices { header: Some(header), ..Choices::default() });
    });
    let groups = Memo::new(move |_| {
        understood.with(|understood| {
            let groups = understood.groups.iter().take(GROUPS);
            groups.map(|group| (group.said.clone(), group.rows)).collect::<Vec<_>>()
        })
    });
    let hidden = Memo::new(move |_| understood.with(|understood| understood.groups.len().saturating_sub(GROUPS)));
    view! {
        <h3 class="paste__heading">{words.paste_understood()}</h3>
        <p class="paste__figures" role="status">{figures}</p>
        <div class="paste__groups" role="group" aria-label=words.paste_groups()>
            {move || {
                let groups = groups.get();
                let only = groups.len() == 1;
                let each = groups.into_iter().map(|(said, rows)| view! { <OneGroup pasting=pasting said=said rows=rows only=only /> });
                each.collect::<Vec<_>>()
            }}
        </div>
        {move || (hidden.get() > 0).then(|| view! { <p class="paste__nothing">{words.paste_more_groups(hidden.get())}</p> })}
        <CheckField label=words.paste_has_header() value=has_header commit=header />
        <Preview pasting=pasting />
    }
}

/// Rows that say the same about their delegation, and where they go.
#[component(transparent)]
fn OneGroup(pasting: Pasting, said: String, rows: usize, only: bool) -> View {
    let store = Store::here();
    let words = store.words();
    let label = match (&*said, only) {
        ("", true) => words.paste_group_all(rows),
        ("", false) => words.paste_group_blank(rows),
        (said, _) => words.paste_group(rows, said),
    };
    let new = if said.is_empty() { words.paste_new_blank().to_string() } else { words.paste_new(&said) };
    let options = Memo::new(move |_| {
        let mut options = vec![(String::new(), words.paste_choose().to_string())];
        store.plan.with(|plan| {
            let known = plan.delegations.iter();
            options.extend(known.map(|delegation| (delegation.id.to_string(), name_of(words, delegation))));
        });
        options.push((NEW.to_string(), new.clone()));
        options
    });
    let value = {
        let said = said.clone();
        Signal::derive(move || {
            pasting.understood.with(|understood| {
                let group = understood.groups.iter().find(|group| group.said == said);
                match group.map(|group| group.destination) {
                    Some(Destination::Delegation(id)) => id.to_string(),
                    Some(Destination::New) => NEW.to_string(),
                    Some(Destination::Nowhere) | None => String::new(),
                }
            })
        })
    };
    let choose = Callback::new(move |key: String| {
        let destination = match &*key {
            NEW => Destination::New,
            key => key.parse().map(Destination::Delegation).unwrap_or_default(),
        };
        pasting.choices.update(|choices| {
            choices.destinations.retain(|(other, _)| *other != said);
            choices.destinations.push((said.clone(), destination));
        });
    });
    view! { <SelectField label=label options=options value=value commit=choose /> }
}

/// The key of a new delegation, among the identities of those that there are.
const NEW: &str = "new";
