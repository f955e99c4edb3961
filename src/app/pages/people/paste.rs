//! Pasting rows of a spreadsheet: the text, what was understood of it, and then the one step that adds it.

use super::{Chosen, Here, list::name_of, preview::Preview};
use crate::app::dom::{View, view};
use crate::app::signal::{Memo, RwSignal, Signal};
use crate::{
    app::{
        Store,
        effects::{ids, page},
        ui::{CheckField, RowsField, SelectField},
    },
    exchange::paste::{Choices, Destination, Row, Understood, enrol, understand_with},
    plan::Edit,
};
use leptos::prelude::*;
use std::sync::Arc;

/// The most groups that are shown; more mean that the wrong column was taken for the delegation.
const GROUPS: usize = 30;

/// What the parts of the panel share. Copies are handles to the same state.
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
    row.is_somebody() && row.twin.is_none() != flipped.contains(&row.number)
}

/// The panel, which takes the place of the list.
#[component(transparent)]
pub fn Paste() -> View {
    let store = Store::here();
    let words = store.words();
    let here = expect_context::<Here>();
    let choices = RwSignal::new(Choices::default());
    let flipped = RwSignal::new(Vec::new());
    let understood = Memo::new(move |_| {
        let plan = store.plan.get();
        here.pasting.with(|text| {
            let text = text.as_deref().unwrap_or_default();
            Arc::new(choices.with(|choices| understand_with(&plan, text, choices)))
        })
    });
    let pasting = Pasting { understood, choices, flipped };
    let first = here.pasting.get_untracked().unwrap_or_default();
    page::focus_soon(if first.is_empty() { "#paste-rows".to_string() } else { "#paste-title".to_string() });
    // Corrections belong to the text that they were made for.
    let typed = Callback::new(move |text| {
        choices.set(Choices::default());
        flipped.set(Vec::new());
        here.pasting.set(Some(text));
    });
    let close = move || {
        here.pasting.set(None);
        page::focus_soon("[data-action=paste]".to_string());
    };
    let nothing = Memo::new(move |_| understood.with(|understood| understood.columns.is_empty()));
    let blank = Memo::new(move |_| here.pasting.with(|text| text.as_deref().unwrap_or_default().trim().is_empty()));
    view! {
        <section class="paste" aria-labelledby="paste-title">
            <h2 class="paste__title" id="paste-title" tabindex="-1">{words.paste_title()}</h2>
            <p class="paste__about">{words.paste_about()}</p>
            <RowsField id="paste-rows" label=words.paste_rows() first=first typed=typed />
            {move || if !nothing.get() {
                view! { <Result pasting=pasting /> }
            } else {
                View::of((!blank.get()).then(|| view! { <p class="paste__nothing">{words.paste_nothing()}</p> }))
            }}
            <div class="panel__actions">
                <Add pasting=pasting />
                <button type="button" class="button" on:click=move |_| close()>{words.paste_cancel()}</button>
            </div>
        </section>
    }
}

/// The button that adds what was understood.
#[component(transparent)]
fn Add(pasting: Pasting) -> View {
    let store = Store::here();
    let words = store.words();
    let here = expect_context::<Here>();
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
        let first = delegates.first().map(|delegate| Chosen::Delegate(delegate.id).link());
        here.pasting.set(None);
        edit.into_iter().for_each(|edit| store.edit(edit));
        page::focus_soon(first.unwrap_or_default());
    };
    view! {
        <button type="button" class="button button--main" disabled=move || count.get() == 0 on:click=add>
            {move || words.paste_add(count.get())}
        </button>
    }
}

/// What was understood: in figures, delegation by delegation, and row by row.
#[component(transparent)]
fn Result(pasting: Pasting) -> View {
    let words = Store::here().words();
    let Pasting { understood, choices, .. } = pasting;
    let figures = move || {
        understood.with(|understood| {
            let count = |is: &dyn Fn(&Row) -> bool| understood.rows.iter().filter(|row| is(row)).count();
            let ready = count(&|row| pasting.takes(row) && Pasting::has_home(understood, row));
            let homeless = count(&|row| pasting.takes(row) && !Pasting::has_home(understood, row));
            let twins = count(&|row| row.is_somebody() && row.twin.is_some() && !pasting.takes(row));
            let nameless = count(&|row| !row.is_somebody());
            let cells: usize = understood.rows.iter().map(|row| row.problems.len()).sum::<usize>() - nameless;
            let mut parts = vec![words.paste_count(understood.rows.len()), words.paste_ready(ready)];
            let others = [
                (homeless, words.paste_homeless(homeless)),
                (twins, words.paste_twins(twins)),
                (nameless, words.paste_nameless(nameless)),
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
