//! The rows as a table: what each column means, where each row goes, and what was not understood.

use super::{Pasting, name_of};
use crate::app::dom::{Child, View, view};
use crate::app::signal::{Memo, Signal};
use crate::{
    app::{
        Store,
        effects::intl,
        ui::{Badge, SelectField},
    },
    exchange::paste::{Column, Destination, Fault, Row, Twin, Understood},
    i18n::Words,
    plan::{Consent, Plan, Travel},
};
use leptos::prelude::*;

/// How many rows are shown in any case; further down only those that need a look.
const ROWS: usize = 100;

/// How many rows are shown at the most.
const MOST: usize = 300;

/// The table.
#[component(transparent)]
pub fn Preview(pasting: Pasting) -> View {
    let store = Store::here();
    let words = store.words();
    let understood = pasting.understood;
    // The selects stay the same elements while their meanings change, so that the keyboard stays on them.
    let headers = Memo::new(move |_| understood.with(|understood| understood.headers.clone()));
    let heads = move || {
        let heads = headers.get().into_iter().enumerate();
        heads.map(|(index, header)| view! { <Head pasting=pasting index=index header=header /> }).collect::<Vec<_>>()
    };
    let rows = move || {
        let understood = understood.get();
        let plan = store.plan.get_untracked();
        shown(&understood).map(|row| one(pasting, words, &plan, &understood, row)).collect::<Vec<_>>()
    };
    let more = Memo::new(move |_| understood.with(|understood| understood.rows.len() - shown(understood).count()));
    view! {
        <div class="table-frame paste__frame" role="region" tabindex="0" aria-label=words.paste_understood()>
            <table class="table">
                <thead>
                    <tr>
                        <th scope="col">{words.paste_row()}</th>
                        <th scope="col">{words.paste_goes_to()}</th>
                        {heads}
                    </tr>
                </thead>
                <tbody>{rows}</tbody>
            </table>
        </div>
        {move || (more.get() > 0).then(|| view! { <p class="paste__nothing">{words.paste_more(more.get())}</p> })}
    }
}

/// The first rows, and those below them that need a look.
fn shown(understood: &Understood) -> impl Iterator<Item = &Row> {
    let rows = understood.rows.iter().enumerate();
    let worth = |(index, row): &(usize, &Row)| *index < ROWS || row.twin.is_some() || !row.problems.is_empty();
    rows.filter(worth).map(|(_, row)| row).take(MOST)
}

/// What a column means, for the organiser to correct.
#[component(transparent)]
fn Head(pasting: Pasting, index: usize, header: String) -> View {
    let words = Store::here().words();
    let label = if header.is_empty() { words.paste_column(&(index + 1).to_string()) } else { header };
    let options: Vec<_> = Column::ALL
        .iter()
        .enumerate()
        .map(|(key, column)| (key.to_string(), meaning(words, *column).to_string()))
        .collect();
    let value = Signal::derive(move || {
        let column = pasting.understood.with(|understood| understood.columns.get(index).copied());
        let key = Column::ALL.iter().position(|other| Some(*other) == column);
        key.unwrap_or(0).to_string()
    });
    let choose = Callback::new(move |key: String| {
        let Some(column) = key.parse().ok().and_then(|key: usize| Column::ALL.get(key)) else { return };
        pasting.choices.update(|choices| {
            choices.columns.retain(|(other, _)| *other != index);
            choices.columns.push((index, *column));
        });
    });
    view! {
        <th scope="col" class="paste__head">
            <SelectField label=label options=Signal::stored(options) value=value commit=choose />
        </th>
    }
}

fn one(pasting: Pasting, words: Words, plan: &Plan, understood: &Understood, row: &Row) -> View {
    let number = row.number;
    let (somebody, usual) = (row.is_somebody(), row.is_usual());
    let taken = Memo::new(move |_| somebody && usual != pasting.flipped.with(|flipped| flipped.contains(&number)));
    let flip = move |_| {
        pasting.flipped.update(|flipped| match flipped.iter().position(|other| *other == number) {
            Some(place) => {
                flipped.swap_remove(place);
            }
            None => flipped.push(number),
        });
    };
    let cells = understood.columns.iter().enumerate().map(|(index, column)| {
        let faults = row.problems.iter().filter(|problem| problem.column == index);
        let faults: Vec<_> =
            faults.map(|problem| view! { <span class="paste__fault">{fault(words, problem.fault)}</span> }).collect();
        let class = if *column == Column::Ignored { "paste__cell paste__cell--ignored" } else { "paste__cell" };
        view! { <td class=class>{content(words, *column, index, row)} {faults}</td> }
    });
    let cells: Vec<_> = cells.collect();
    let note = row.twin.map(|twin| match twin {
        Twin::InPlan => words.paste_in_plan().to_string(),
        Twin::InRows(above) => words.paste_in_rows(&above.to_string()),
        Twin::Namesake(above) => words.paste_namesake(&above.to_string()),
    });
    view! {
        <tr class:paste__row--out=move || !taken.get() data-row=number>
            <td>
                <label class="check paste__check">
                    <input
                        type="checkbox"
                        class="check__box"
                        aria-label=words.paste_add_row(&number.to_string())
                        disabled=!somebody
                        prop:checked=taken
                        on:change=flip
                    />
                    {number}
                </label>
            </td>
            <td>
                {destination(words, plan, understood, row)}
                {note.map(|note| view! { <span class="paste__fault">{note}</span> })}
            </td>
            {cells}
        </tr>
    }
}

fn destination(words: Words, plan: &Plan, understood: &Understood, row: &Row) -> impl Child {
    let group = understood.groups.get(row.group);
    match group.map(|group| group.destination) {
        Some(Destination::Delegation(id)) => View::of(plan.delegations.get(id).map(|delegation| {
            view! {
                <span class="paste__destination">
                    <Badge letter=delegation.letter.clone() hue=delegation.hue />
                    {name_of(words, delegation)}
                </span>
            }
        })),
        Some(Destination::New) => match group.map_or("", |group| &group.said) {
            "" => View::of(words.paste_new_blank()),
            said => View::of(words.paste_new(said)),
        },
        Some(Destination::Nowhere) | None => {
            view! { <span class="paste__fault">{words.paste_nowhere()}</span> }
        }
    }
}

/// A cell as it was understood, where that differs from how it is written.
fn content(words: Words, column: Column, index: usize, row: &Row) -> String {
    let moment = |travel: &Travel| {
        let language = words.language();
        let date = intl::date(language, travel.at.date(), intl::DateStyle::Date);
        [&*date, ", ", &intl::time(language, travel.at)].concat()
    };
    let understood = match column {
        Column::Arrival => row.delegate.arrival.as_ref().map(|travel| moment(travel) + " " + &travel.place),
        Column::Departure => row.delegate.departure.as_ref().map(|travel| moment(travel) + " " + &travel.place),
        Column::Email => Some(row.delegate.email.clone()),
        Column::PhotoConsent => match row.delegate.photo_consent {
            Consent::Given => Some(words.people_consent_given().to_string()),
            Consent::Refused => Some(words.people_consent_refused().to_string()),
            Consent::Unknown => None,
        },
        _ => None,
    };
    understood.unwrap_or_else(|| row.cells.get(index).cloned().unwrap_or_default())
}

fn fault(words: Words, fault: Fault) -> &'static str {
    match fault {
        Fault::NoName => words.paste_no_name(),
        Fault::Nobody => words.paste_nobody(),
        Fault::NotEmail => words.paste_not_email(),
        Fault::NotConsent => words.paste_not_consent(),
        Fault::NoDate => words.paste_no_date(),
        Fault::NoTime => words.paste_no_time(),
        Fault::TooLong => words.paste_too_long(),
        Fault::Surplus => words.paste_surplus(),
    }
}

fn meaning(words: Words, column: Column) -> &'static str {
    match column {
        Column::Ignored => words.paste_is_ignored(),
        Column::Name => words.people_name(),
        Column::GivenName => words.paste_is_given_name(),
        Column::FamilyName => words.paste_is_family_name(),
        Column::Delegation => words.people_delegation(),
        Column::Organisation => words.field_organisation(),
        Column::Role => words.people_role(),
        Column::Email => words.field_email(),
        Column::Phone => words.field_phone(),
        Column::Diet => words.people_diet(),
        Column::Needs => words.people_needs_field(),
        Column::Languages => words.people_languages(),
        Column::Arrival => words.paste_is_arrival(),
        Column::ArrivalTime => words.paste_is_arrival_time(),
        Column::ArrivalPlace => words.paste_is_arrival_place(),
        Column::Departure => words.paste_is_departure(),
        Column::DepartureTime => words.paste_is_departure_time(),
        Column::DeparturePlace => words.paste_is_departure_place(),
        Column::PhotoConsent => words.people_consent(),
        Column::Emergency => words.people_emergency(),
    }
}
