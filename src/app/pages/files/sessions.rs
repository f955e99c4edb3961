//! Sessions out of a file: a table to pick from, and the one step that adds those picked.

use super::{
    Here,
    incoming::{added, close},
};
use crate::app::dom::{View, view};
use crate::app::signal::{Memo, RwSignal, Signal};
use crate::{
    agenda::wording,
    app::{
        effects::{
            ids,
            intl::{self, DateStyle},
        },
        ui::SelectField,
    },
    exchange::{
        incoming::Incoming,
        proposals::{Becomes, Ids, NewPlaces, Proposal, Twin, add, propose},
    },
    i18n::Words,
    plan::{Place, Plan},
    workspace::{Route, Screen},
};
use leptos::prelude::*;
use std::{collections::BTreeSet, sync::Arc};

/// How many rows are shown at once, and how many more each time somebody asks.
const ROWS: usize = 300;

/// What the parts of the table share. Copies are handles to the same state.
#[derive(Clone, Copy)]
struct Table {
    here: Here,
    /// What each session would become.
    proposals: Memo<Arc<Vec<Proposal>>>,
    /// The rows that are added against the rule, or left out against it.
    flipped: RwSignal<BTreeSet<usize>>,
}

impl Table {
    /// Whether a row is to be added. Tracks what was flipped.
    fn takes(self, row: usize) -> bool {
        let usual = self.proposals.with(|proposals| proposals.get(row).is_some_and(Proposal::is_usual));
        usual != self.flipped.with(|flipped| flipped.contains(&row))
    }

    /// Picks the rows that a rule picks, and no others.
    fn pick(self, rule: impl Fn(&Proposal) -> bool) {
        let flipped = self.proposals.with_untracked(|proposals| {
            let against = proposals.iter().enumerate().filter(|(_, proposal)| rule(proposal) != proposal.is_usual());
            against.map(|(row, _)| row).collect::<BTreeSet<_>>()
        });
        self.flipped.set(flipped);
    }
}

/// The preview.
#[component(transparent)]
pub fn Sessions(sessions: Arc<Vec<Incoming>>, rooms: bool) -> View {
    let here = expect_context::<Here>();
    let store = here.store;
    let words = store.words();
    let proposals = Memo::new(move |_| Arc::new(store.plan.with(|plan| propose(plan, (*sessions).clone()))));
    let table = Table { here, proposals, flipped: RwSignal::new(BTreeSet::new()) };
    let places = RwSignal::new(usual_places(here, rooms));
    let count = Memo::new(move |_| {
        let all = proposals.with(|proposals| proposals.len());
        (0..all).filter(|row| table.takes(*row)).count()
    });
    let new_places = Memo::new(move |_| {
        proposals.with(|proposals| {
            let picked = proposals.iter().enumerate().filter(|(row, _)| table.takes(*row));
            picked.filter(|(_, proposal)| proposal.place == Becomes::New).count() > 0
        })
    });
    let figures = move || {
        proposals.with(|proposals| {
            let count = |is: &dyn Fn(&Proposal) -> bool| proposals.iter().filter(|proposal| is(proposal)).count();
            let twins = count(&|proposal| proposal.twin.is_some());
            let outside = count(&|proposal| proposal.outside);
            let mut parts = vec![words.files_sessions(proposals.len())];
            if twins > 0 {
                parts.push(words.files_twins(twins));
            }
            if outside > 0 {
                parts.push(words.files_outside_days(outside));
            }
            parts.join(wording::DOT)
        })
    };
    let accept = move |_| {
        let edit = store.plan.with_untracked(|plan| {
            let ids = Ids { session: ids::session, venue: ids::venue, room: ids::room };
            let picked = proposals.get_untracked();
            add(plan, &picked, &|row| untrack(|| table.takes(row)), places.get_untracked(), ids)
        });
        let Some(edit) = edit else { return };
        let before = store.plan.with_untracked(|plan| plan.sessions.len());
        let first = first_of(&edit);
        store.edit(edit);
        let more = store.plan.with_untracked(|plan| plan.sessions.len()) - before;
        // Refused, the workspace says why.
        if more > 0 {
            added(here, words.files_sessions_added(more), first);
        }
    };
    view! {
        <p class="files__figures" role="status">{figures}</p>
        <div class="files__picks">
            <button type="button" class="button" on:click=move |_| table.pick(Proposal::is_usual)>{words.files_pick_new()}</button>
            <button type="button" class="button" on:click=move |_| table.pick(|_| true)>{words.files_pick_all()}</button>
            <button type="button" class="button" on:click=move |_| table.pick(|_| false)>{words.files_pick_none()}</button>
            {move || new_places.get().then(|| view! { <Places here=here places=places /> })}
        </div>
        <Rows table=table places=places />
        <div class="panel__actions">
            <button type="button" class="button button--main" disabled=move || count.get() == 0 on:click=accept>
                {move || words.files_add_sessions(count.get())}
            </button>
            <button type="button" class="button" on:click=move |_| close(here)>{words.paste_cancel()}</button>
        </div>
    }
}

/// Where the first session that an edit adds is to be seen.
fn first_of(edit: &crate::plan::Edit) -> String {
    let crate::plan::Edit::AddSessions { sessions, .. } = edit else { return Route::to(Screen::Agenda).href() };
    let first = sessions.iter().min_by_key(|session| session.slot);
    first.map_or_else(|| Route::to(Screen::Agenda), |first| Route::at_place(Screen::Agenda, first.id)).href()
}

/// A conference has rooms in one house; a calendar has places anywhere.
fn usual_places(here: Here, rooms: bool) -> NewPlaces {
    let seat = here.store.plan.with_untracked(|plan| plan.seat());
    seat.filter(|_| rooms).map_or(NewPlaces::Venues, NewPlaces::Rooms)
}

/// What becomes of places that the plan does not know.
#[component(transparent)]
fn Places(here: Here, places: RwSignal<NewPlaces>) -> View {
    let store = here.store;
    let words = store.words();
    let options = Memo::new(move |_| {
        let venues = store.plan.with(|plan| {
            let of = |venue: &Arc<crate::plan::Venue>| {
                let name = venue.name.in_language(words.language()).to_string();
                (venue.id.to_string(), words.files_places_rooms(&name))
            };
            plan.venues.iter().map(of).collect::<Vec<_>>()
        });
        let mut options = vec![
            (VENUES.to_string(), words.files_places_venues().to_string()),
            (NOTES.to_string(), words.files_places_notes().to_string()),
        ];
        options.extend(venues);
        options
    });
    let value = Signal::derive(move || match places.get() {
        NewPlaces::Rooms(venue) => venue.to_string(),
        NewPlaces::Venues => VENUES.to_string(),
        NewPlaces::Notes => NOTES.to_string(),
    });
    let choose = Callback::new(move |key: String| {
        places.set(match (&*key, key.parse()) {
            (NOTES, _) => NewPlaces::Notes,
            (_, Ok(venue)) => NewPlaces::Rooms(venue),
            _ => NewPlaces::Venues,
        });
    });
    view! { <SelectField label=words.files_places() options=options value=value commit=choose class="files__places" /> }
}

/// The keys of what is no venue.
const VENUES: &str = "venues";
const NOTES: &str = "notes";

#[component(transparent)]
fn Rows(table: Table, places: RwSignal<NewPlaces>) -> View {
    let store = table.here.store;
    let words = store.words();
    let shown = RwSignal::new(ROWS);
    let rows = move || {
        let (proposals, plan) = (table.proposals.get(), store.plan.get_untracked());
        let rows = proposals.iter().enumerate().take(shown.get());
        rows.map(|(row, proposal)| one(table, places, words, &plan, row, proposal)).collect::<Vec<_>>()
    };
    let hidden = Memo::new(move |_| table.proposals.with(|proposals| proposals.len()).saturating_sub(shown.get()));
    view! {
        <div class="table-frame files__frame" role="region" tabindex="0" aria-label=words.files_table_of()>
            <table class="table files__table">
                <thead>
                    <tr>
                        <th scope="col"><span class="visually-hidden">{words.files_pick()}</span></th>
                        <th scope="col">{words.session_day()}</th>
                        <th scope="col">{words.field_time()}</th>
                        <th scope="col">{words.field_title()}</th>
                        <th scope="col">{words.field_place()}</th>
                        <th scope="col">{words.files_becomes()}</th>
                    </tr>
                </thead>
                <tbody>{rows}</tbody>
            </table>
        </div>
        {move || (hidden.get() > 0).then(|| view! {
            <p class="files__lead">
                {words.files_hidden(hidden.get())} " "
                <button type="button" class="button button--plain" on:click=move |_| shown.update(|shown| *shown += ROWS)>
                    {words.files_show_more()}
                </button>
            </p>
        })}
    }
}

fn one(table: Table, places: RwSignal<NewPlaces>, words: Words, plan: &Plan, row: usize, proposal: &Proposal) -> View {
    let language = words.language();
    let Incoming { title, slot, place, speakers, .. } = &proposal.incoming;
    let taken = Memo::new(move |_| table.takes(row));
    let flip = move |_| {
        table.flipped.update(|flipped| {
            if !flipped.remove(&row) {
                flipped.insert(row);
            }
        });
    };
    // The meeting's days are known by their weekday; another one may be of another year.
    let style = if proposal.outside { DateStyle::Date } else { DateStyle::Short };
    let day = intl::date(language, slot.date(), style);
    let full = intl::date(language, slot.date(), DateStyle::Date);
    let times = intl::span(language, slot.start(), slot.end());
    let name = if title.trim().is_empty() { words.untitled().to_string() } else { title.clone() };
    let marks = marks(words, proposal).into_iter();
    let marks: Vec<_> = marks.map(|mark| view! { <span class="files__mark">{mark}</span> }).collect();
    let (becomes, unknown) = (proposal.place, proposal.place == Becomes::New);
    let to_place = match becomes {
        Becomes::Known(Place::Room(id)) => plan.rooms.get(id).map(|room| room.name.clone()),
        Becomes::Known(Place::Venue(id)) => plan.venues.get(id).map(|venue| venue.name.clone()),
        Becomes::Known(Place::Open) | Becomes::Open | Becomes::New => None,
    };
    let to_place = to_place.map(|name| name.in_language(language).to_string());
    let to_place = move || match (unknown, places.get()) {
        (true, NewPlaces::Rooms(_)) => words.files_new_room().to_string(),
        (true, NewPlaces::Venues) => words.files_new_venue().to_string(),
        (true, NewPlaces::Notes) => words.files_place_in_notes().to_string(),
        (false, _) => to_place.clone().unwrap_or_default(),
    };
    view! {
        <tr class:files__out=move || !taken.get() data-row=row>
            <td class="files__check">
                <label class="check">
                    <input
                        type="checkbox"
                        class="check__box"
                        aria-label=words.files_pick_row(&name, &full, &times)
                        prop:checked=taken
                        on:change=flip
                    />
                </label>
            </td>
            <td class="files__day">{day}</td>
            <td class="files__time"><time>{times}</time></td>
            <td class="files__session">
                {name}
                <span class="files__speakers">{speakers.join(", ")}</span>
                {marks}
            </td>
            <td class="files__place">{place.clone()}</td>
            <td class="files__becomes">
                {wording::kind(words, proposal.kind)}
                <span class="files__to">{to_place}</span>
            </td>
        </tr>
    }
}

/// What is to be known of a session before it is added.
fn marks(words: Words, proposal: &Proposal) -> Vec<String> {
    let twin = proposal.twin.map(|twin| match twin {
        Twin::InFile => words.files_twin_in_file().to_string(),
        Twin::InPlan(_, slot) if slot == proposal.incoming.slot => words.files_twin_in_plan().to_string(),
        Twin::InPlan(_, slot) => {
            let date = intl::date(words.language(), slot.date(), DateStyle::Brief);
            words.files_twin_moved(&date, &intl::span(words.language(), slot.start(), slot.end()))
        }
    });
    let outside = proposal.outside.then(|| words.files_outside().to_string());
    twin.into_iter().chain(outside).collect()
}
