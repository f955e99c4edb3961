//! What the panel holds when nothing is selected: the frame of the meeting, its days, topics, places and documents.

use super::Desk;
use crate::app::dom::{Child, View, view};
use crate::app::signal::Memo;
use crate::{
    app::{
        effects::{ids, intl, page},
        form::Form,
        ui::{NumberField, TextField, TextsField, field::takes},
    },
    plan::{AnyRecord, Day, Document, Edit, Key, Meeting, Plan, Record, Room, Table, Text, Topic, Venue, VenueId},
    workspace::{Route, Screen},
};
use chrono::{NaiveDate, TimeDelta};
use leptos::prelude::*;
use std::sync::Arc;

#[component(transparent)]
pub fn AboutMeeting() -> View {
    let desk = Desk::here();
    let words = desk.store.words();
    let meeting = Memo::new(move |_| desk.store.plan.with(|plan| plan.meeting.clone()));
    let form = Form::<Meeting>::new(meeting);
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
        <div on:focusin=move |_| form.open()>
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

/// A form for a record of a table; nothing once it is gone.
fn form_of<R>(desk: Desk, table: fn(&Plan) -> &Table<R>, id: R::Id) -> Option<Form<R>>
where
    R: Record + Into<AnyRecord> + Send + Sync + 'static,
    R::Id: Send + Sync + 'static,
{
    let first = desk.store.plan.with_untracked(|plan| table(plan).get(id).cloned())?;
    let record = Memo::new(move |last: Option<&Arc<R>>| {
        let now = desk.store.plan.with(|plan| table(plan).get(id).cloned());
        now.or_else(|| last.cloned()).unwrap_or_else(|| first.clone())
    });
    Some(Form::new(record))
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
        let form = form_of(desk, |plan| &plan.days, date)?;
        let label = intl::date(language, date, intl::DateStyle::Full);
        let commit = Callback::new(move |text: Text| form.set(|day: &mut Day| day.title = text));
        Some(view! {
            <li class="rows__row" on:focusin=move |_| form.open()>
                <TextsField label=label value=form.get(|day| day.title.clone()) commit=commit />
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
        let form = form_of(desk, |plan| &plan.topics, id)?;
        let commit = Callback::new(move |text: Text| form.set(|topic: &mut Topic| topic.name = text));
        Some(view! {
            <li class="rows__row" on:focusin=move |_| form.open()>
                <TextsField label=words.topic() value=form.get(|topic| topic.name.clone()) commit=commit />
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
    let new = || {
        let venue = Venue {
            id: ids::venue(),
            name: Text::default(),
            address: String::new(),
            position: None,
            to_confirm: false,
        };
        venue.into()
    };
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
fn VenueRow(id: VenueId) -> impl Child {
    let desk = Desk::here();
    let words = desk.store.words();
    let form = form_of(desk, |plan| &plan.venues, id)?;
    let rooms = Memo::new(move |_| {
        desk.store.plan.with(|plan| {
            let rooms = plan.rooms.iter().filter(|room| room.venue == id);
            rooms.map(|room| room.id).collect::<Vec<_>>()
        })
    });
    let room = move |id| {
        let form = form_of(desk, |plan| &plan.rooms, id)?;
        let name = Callback::new(move |text: Text| form.set(|room: &mut Room| room.name = text));
        let capacity = Callback::new(move |heads| form.set(|room: &mut Room| room.capacity = heads));
        Some(view! {
            <li class="rows__row" on:focusin=move |_| form.open()>
                <TextsField label=words.room() value=form.get(|room| room.name.clone()) commit=name />
                <NumberField label=words.room_capacity() value=form.get(|room| room.capacity) commit=capacity most=9999 />
                {remove(desk, Key::Room(id), words.room_remove())}
            </li>
        })
    };
    let name = Callback::new(move |text: Text| form.set(|venue: &mut Venue| venue.name = text));
    let address = takes(move |text| form.set(|venue: &mut Venue| venue.address = text));
    let add_room = move |_| {
        desk.store.edit(Edit::Add(Room { id: ids::room(), venue: id, name: Text::default(), capacity: None }.into()));
        page::focus_soon(format!("#rooms-{id} > :last-child input"));
    };
    Some(view! {
        <li class="rows__row">
            <div on:focusin=move |_| form.open()>
                <TextsField label=words.venue() value=form.get(|venue| venue.name.clone()) commit=name />
                <TextField label=words.venue_address() value=form.get(|venue| venue.address.clone()) commit=address />
            </div>
            <ul class="rows rows--inner" id=format!("rooms-{id}")>
                <For each=move || rooms.get() key=|id| *id children=room />
            </ul>
            <div class="panel__actions">
                <button type="button" class="button" on:click=add_room>{words.room_add()}</button>
                {remove(desk, Key::Venue(id), words.venue_remove())}
            </div>
        </li>
    })
}

#[component(transparent)]
pub fn Documents() -> View {
    let desk = Desk::here();
    let words = desk.store.words();
    let documents = ids_of(desk, |plan| &plan.documents);
    let row = move |id| {
        let form = form_of(desk, |plan| &plan.documents, id)?;
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
            <li class="rows__row" on:focusin=move |_| form.open()>
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
