//! What the panel holds when nothing is selected: the frame of the meeting, its days, topics, places and documents.

use super::{Desk, found::Found};
use crate::app::dom::{View, view};
use crate::app::signal::{Memo, Signal};
use crate::{
    app::{
        effects::{ids, intl, page},
        form::Form,
        pages::{fields::form_of, place_form::PlaceForm},
        ui::{NumberField, TextField, TextsField, field::takes},
    },
    plan::{AnyRecord, Day, Document, Edit, Key, Meeting, Plan, Record, Room, Table, Text, Topic, Venue, VenueId},
    wire::clock::read_date,
    workspace::{Route, Screen},
};
use chrono::{NaiveDate, TimeDelta};
use leptos::prelude::*;

#[component(transparent)]
pub fn AboutMeeting() -> View {
    let desk = Desk::here();
    let words = desk.store.words();
    let meeting = Memo::new(move |_| desk.store.plan.with(|plan| plan.meeting.clone()));
    let form = Form::<Meeting>::new(meeting);
    let id = meeting.with_untracked(|meeting| meeting.id.to_string());
    let set_zone = Callback::new(move |zone: String| {
        let zone = zone.trim().to_string();
        if !intl::is_zone(&zone) {
            return Err(words.meeting_zone_error().to_string());
        }
        form.set(|meeting| meeting.zone = zone);
        Ok(())
    });
    let text = move |change: fn(&mut Meeting, Text)| {
        Callback::new(move |text: Text| form.set(|meeting| change(meeting, text)))
    };
    let number = takes(move |number| form.set(|meeting| meeting.number = number));
    view! {
        <div data-record=id on:focusin=move |_| form.open()>
            <TextsField label=words.field_title() value=form.get(|meeting| meeting.title.clone()) commit=text(|meeting, text| meeting.title = text) />
            <TextsField label=words.meeting_programme() value=form.get(|meeting| meeting.programme.clone()) commit=text(|meeting, text| meeting.programme = text) />
            <TextsField label=words.meeting_theme() value=form.get(|meeting| meeting.theme.clone()) commit=text(|meeting, text| meeting.theme = text) lines=2 />
            <TextsField label=words.meeting_host() value=form.get(|meeting| meeting.host.clone()) commit=text(|meeting, text| meeting.host = text) />
            <TextsField label=words.meeting_publicity() value=form.get(|meeting| meeting.publicity.clone()) commit=text(|meeting, text| meeting.publicity = text) lines=2 />
            <TextField label=words.meeting_number() value=form.get(|meeting| meeting.number.clone()) commit=number hint=words.meeting_number_hint() />
            <TextField label=words.meeting_zone() value=form.get(|meeting| meeting.zone.clone()) commit=set_zone hint=words.meeting_zone_hint() kind="text" whole=true />
        </div>
    }
}

/// The identities of a table's records: a list that is redrawn only when records come or go.
fn ids_of<R: Record + 'static>(desk: Desk, table: fn(&Plan) -> &Table<R>) -> Memo<Vec<R::Id>>
where
    R::Id: Send + Sync + PartialEq + 'static,
{
    Memo::new(move |_| desk.store.plan.with(|plan| table(plan).iter().map(|record| record.id()).collect()))
}

/// A button that removes a record. Undo brings it back.
fn remove(desk: Desk, key: Key, label: &'static str) -> View {
    view! { <button type="button" class="button button--remove" on:click=move |_| desk.store.edit(Edit::Remove(key))>{label}</button> }
}

/// A button that adds a record and brings the keyboard to its first field.
fn add(desk: Desk, record: impl Fn() -> AnyRecord + 'static, list: &'static str, label: &'static str) -> View {
    let add = move |_| {
        desk.store.edit(Edit::Add(record()));
        page::focus_soon(format!(".{list} > :last-child input"));
    };
    view! { <button type="button" class="button" on:click=add>{label}</button> }
}

#[component(transparent)]
pub fn Days() -> View {
    let desk = Desk::here();
    let words = desk.store.words();
    let language = words.language();
    let days = ids_of(desk, |plan| &plan.days);
    let row = move |date: NaiveDate| {
        let form = form_of(desk.store, |plan| &plan.days, date)?;
        let label = intl::date(language, date, intl::DateStyle::Full);
        let commit = Callback::new(move |text: Text| form.set(|day: &mut Day| day.title = text));
        let set_date = Callback::new(move |text: String| {
            let to = read_date(&text).ok_or_else(|| words.visits_date_error().to_string())?;
            if to != date && desk.store.plan.with_untracked(|plan| plan.days.has(to)) {
                return Err(words.day_date_taken().to_string());
            }
            desk.store.edit(Edit::MoveDay { from: date, to });
            page::focus_soon(format!("[data-record=\"{to}\"] input[type=date]"));
            Ok(())
        });
        Some(view! {
            <li class="rows__row" data-record=date.to_string() on:focusin=move |_| form.open()>
                <TextsField label=label value=form.get(|day| day.title.clone()) commit=commit />
                <TextField label=words.day_date() kind="date" value=Signal::stored(date.to_string()) commit=set_date />
                {remove(desk, Key::Day(date), words.day_remove())}
            </li>
        })
    };
    let next = move || {
        let plan = desk.store.plan.get_untracked();
        let last = plan.days.iter().next_back().map(|day| day.id);
        let today = desk.store.clock.get_untracked().date();
        let id = last.map_or(today, |last| last.checked_add_signed(TimeDelta::days(1)).unwrap_or(last));
        Day { id, title: Text::default() }.into()
    };
    view! {
        <p class="field__hint">{words.days_hint()}</p>
        <ul class="rows days-list"><For each=move || days.get() key=|date| *date children=row /></ul>
        {add(desk, next, "days-list", words.day_add())}
    }
}

#[component(transparent)]
pub fn Topics() -> View {
    let desk = Desk::here();
    let words = desk.store.words();
    let topics = ids_of(desk, |plan| &plan.topics);
    let row = move |id| {
        let form = form_of(desk.store, |plan| &plan.topics, id)?;
        let commit = Callback::new(move |text: Text| form.set(|topic: &mut Topic| topic.name = text));
        Some(view! {
            <li class="rows__row" data-record=id.to_string() on:focusin=move |_| form.open()>
                <TextsField label=words.topic() value=form.get(|topic| topic.name.clone()) commit=commit />
                <Found about=Key::Topic(id) />
                {remove(desk, Key::Topic(id), words.topic_remove())}
            </li>
        })
    };
    let new = || Topic { id: ids::topic(), name: Text::default() }.into();
    view! {
        <ul class="rows topics-list"><For each=move || topics.get() key=|id| *id children=row /></ul>
        {add(desk, new, "topics-list", words.topic_add())}
    }
}

#[component(transparent)]
pub fn Venues() -> View {
    let desk = Desk::here();
    let words = desk.store.words();
    let venues = ids_of(desk, |plan| &plan.venues);
    let new = || Venue { to_confirm: false, ..Venue::named(ids::venue(), "", "") }.into();
    view! {
        <p class="field__hint">
            {words.venues_hint()} " " <a href=Route::to(Screen::Visits).href()>{words.screen_visits()}</a>
        </p>
        <ul class="rows venues-list">
            <For each=move || venues.get() key=|id| *id let:id>
                <VenueRow id=id />
            </For>
        </ul>
        {add(desk, new, "venues-list", words.venue_add())}
    }
}

#[component(transparent)]
fn VenueRow(id: VenueId) -> View {
    let desk = Desk::here();
    let words = desk.store.words();
    let rooms = Memo::new(move |_| {
        desk.store.plan.with(|plan| {
            let rooms = plan.rooms.iter().filter(|room| room.venue == id);
            rooms.map(|room| room.id).collect::<Vec<_>>()
        })
    });
    let room = move |id| {
        let form = form_of(desk.store, |plan| &plan.rooms, id)?;
        let name = Callback::new(move |text: Text| form.set(|room: &mut Room| room.name = text));
        let capacity = Callback::new(move |heads| form.set(|room: &mut Room| room.capacity = heads));
        Some(view! {
            <li class="rows__row" data-record=id.to_string() on:focusin=move |_| form.open()>
                <TextsField label=words.room() value=form.get(|room| room.name.clone()) commit=name />
                <NumberField label=words.room_capacity() value=form.get(|room| room.capacity) commit=capacity most=9999 />
                <Found about=Key::Room(id) />
                {remove(desk, Key::Room(id), words.room_remove())}
            </li>
        })
    };
    let add_room = move |_| {
        desk.store.edit(Edit::Add(Room { id: ids::room(), venue: id, name: Text::default(), capacity: None }.into()));
        page::focus_soon(format!("#rooms-{id} > :last-child input"));
    };
    view! {
        <li class="rows__row" data-record=id.to_string()>
            <PlaceForm store=desk.store venue=id />
            <Found about=Key::Venue(id) />
            <ul class="rows rows--inner" id=format!("rooms-{id}")>
                <For each=move || rooms.get() key=|id| *id children=room />
            </ul>
            <div class="panel__actions">
                <button type="button" class="button" on:click=add_room>{words.room_add()}</button>
                {remove(desk, Key::Venue(id), words.venue_remove())}
            </div>
        </li>
    }
}

#[component(transparent)]
pub fn Documents() -> View {
    let desk = Desk::here();
    let words = desk.store.words();
    let documents = ids_of(desk, |plan| &plan.documents);
    let row = move |id| {
        let form = form_of(desk.store, |plan| &plan.documents, id)?;
        let title = Callback::new(move |text: Text| form.set(|document: &mut Document| document.title = text));
        let url = Callback::new(move |text: String| {
            let text = text.trim().to_string();
            if !(text.is_empty() || text.starts_with("https://") || text.starts_with("http://")) {
                return Err(words.link_error().to_string());
            }
            form.set(|document: &mut Document| document.url = text);
            Ok(())
        });
        Some(view! {
            <li class="rows__row" data-record=id.to_string() on:focusin=move |_| form.open()>
                <TextsField label=words.document() value=form.get(|document| document.title.clone()) commit=title />
                <TextField label=words.link_url() value=form.get(|document| document.url.clone()) commit=url kind="url" hint=words.document_hint() />
                {remove(desk, Key::Document(id), words.document_remove())}
            </li>
        })
    };
    let new = || Document { id: ids::document(), title: Text::default(), url: String::new() }.into();
    view! {
        <ul class="rows documents-list"><For each=move || documents.get() key=|id| *id children=row /></ul>
        {add(desk, new, "documents-list", words.document_add())}
    }
}
