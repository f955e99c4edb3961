//! The panel of a session: everything about it, changed in place.

use super::{Desk, parties::Parties, places::PlaceField, toolbar::kind_key};
use crate::app::dom::{Child, View, view};
use crate::app::signal::{Memo, RwSignal, Signal};
use crate::{
    app::{
        effects::intl::{self, DateStyle},
        form::Form,
        pages::{agenda::found::Found, late::LateHere},
        ui::{CheckField, ChecksField, SelectField, TextField, TextsField, field::takes, unique},
        wording,
    },
    plan::{
        Attendance, Edit, EditError, EntryId, Key, Link, Party, Place, Session, SessionId, SessionKind, Slot, Text,
        parse_time,
    },
};
use chrono::{NaiveDate, NaiveTime, TimeDelta};
use leptos::prelude::*;
use std::{collections::BTreeSet, sync::Arc};

#[component(transparent)]
pub fn SessionPanel(id: SessionId) -> impl Child {
    let desk = Desk::here();
    let words = desk.store.words();
    let language = words.language();
    let found = Memo::new(move |_| desk.store.plan.with(|plan| plan.sessions.get(id).cloned()));
    // While the session is being removed its panel still stands for a moment: it keeps what it showed last.
    let first = found.get_untracked()?;
    let record = Memo::new(move |last: Option<&Arc<Session>>| {
        found.get().or_else(|| last.cloned()).unwrap_or_else(|| first.clone())
    });
    let form = Form::<Session>::new(record);
    let title = form.get(move |session| session.title.in_language(language).to_string());
    let kinds = SessionKind::ALL.map(|kind| (kind_key(kind).to_string(), wording::kind(words, kind).to_string()));
    let choose_kind = Callback::new(move |key: String| {
        if let Some(kind) = SessionKind::ALL.into_iter().find(|kind| kind_key(*kind) == key) {
            form.set(|session| session.kind = kind);
        }
    });
    let delegations = Memo::new(move |_| {
        let name =
            |one: &Arc<crate::plan::Delegation>| (one.id.to_string(), one.name.in_language(language).to_string());
        desk.store.plan.with(|plan| plan.delegations.iter().map(name).collect::<Vec<_>>())
    });
    let audience = form.get(|session| match &session.audience {
        Attendance::Everyone => BTreeSet::new(),
        Attendance::Only(meant) => meant.iter().map(ToString::to_string).collect(),
    });
    let choose_audience = Callback::new(move |keys: BTreeSet<String>| {
        let meant: BTreeSet<_> = keys.iter().filter_map(|key| key.parse().ok()).collect();
        let audience = if meant.is_empty() { Attendance::Everyone } else { Attendance::Only(meant) };
        form.set(|session| session.audience = audience);
    });
    let topics = Memo::new(move |_| {
        let name = |one: &Arc<crate::plan::Topic>| (one.id.to_string(), one.name.in_language(language).to_string());
        desk.store.plan.with(|plan| plan.topics.iter().map(name).collect::<Vec<_>>())
    });
    let covered = form.get(|session| session.topics.iter().map(ToString::to_string).collect::<BTreeSet<_>>());
    let choose_topics = Callback::new(move |keys: BTreeSet<String>| {
        form.set(|session| session.topics = keys.iter().filter_map(|key| key.parse().ok()).collect());
    });
    let set_title = Callback::new(move |text: Text| form.set(|session| session.title = text));
    let set_notes = Callback::new(move |text: Text| form.set(|session| session.notes = text));
    let set_place = Callback::new(move |place: Place| form.set(|session| session.place = place));
    let set_confirm = Callback::new(move |on: bool| form.set(|session| session.to_confirm = on));
    let set_fixed = Callback::new(move |on: bool| form.set(|session| session.fixed = on));
    let chair = Callback::new(move |parties: Vec<Party>| form.set(|session| session.chair = parties));
    let speakers = Callback::new(move |parties: Vec<Party>| form.set(|session| session.speakers = parties));
    let rapporteur = Callback::new(move |parties: Vec<Party>| form.set(|session| session.rapporteur = parties));
    Some(view! {
        <div on:focusin=move |_| form.open()>
            <h2 class="panel__title">{title}</h2>
            <Found about=Key::Session(id) entry=EntryId::Session(id) />
            <TextsField label=words.field_title() value=form.get(|session| session.title.clone()) commit=set_title name="title" />
            <Times id=id form=form />
            <LateHere entry=EntryId::Session(id) title=title.get_untracked() />
            <div class="fields">
                <SelectField
                    label=words.field_kind()
                    options=Signal::stored(kinds.to_vec())
                    value=form.get(|session| kind_key(session.kind).to_string())
                    commit=choose_kind
                />
                <PlaceField value=form.get(|session| session.place) commit=set_place />
            </div>
            <div class="fields">
                <CheckField label=words.to_confirm() value=form.get(|session| session.to_confirm) commit=set_confirm />
                <CheckField label=words.fixed() value=form.get(|session| session.fixed) commit=set_fixed />
            </div>
            <details class="panel__section" open=true>
                <summary>{words.field_audience()}</summary>
                <ChecksField label=words.session_audience_hint() options=delegations value=audience commit=choose_audience />
            </details>
            <details class="panel__section">
                <summary>{words.session_roles()}</summary>
                <Parties label=words.field_chair() value=form.get(|session| session.chair.clone()) commit=chair />
                <Parties label=words.field_speakers() value=form.get(|session| session.speakers.clone()) commit=speakers />
                <Parties label=words.field_rapporteur() value=form.get(|session| session.rapporteur.clone()) commit=rapporteur />
            </details>
            <details class="panel__section">
                <summary>{words.field_topics()}</summary>
                <ChecksField label=words.session_topics_hint() options=topics value=covered commit=choose_topics />
            </details>
            <details class="panel__section">
                <summary>{words.session_notes_links()}</summary>
                <TextsField label=words.field_notes() value=form.get(|session| session.notes.clone()) commit=set_notes lines=3 />
                <Links form=form />
            </details>
            <div class="panel__actions">
                <button type="button" class="button button--remove" on:click=move |_| desk.remove(EntryId::Session(id))>
                    {words.session_remove()}
                </button>
                <button type="button" class="button" on:click=move |_| desk.go(EntryId::Session(id))>{words.panel_back()}</button>
            </div>
        </div>
    })
}

/// Day, start and end. They make one time, so a wrong one is said where it was typed and nothing moves.
#[component(transparent)]
fn Times(id: SessionId, form: Form<Session>) -> View {
    let desk = Desk::here();
    let words = desk.store.words();
    let language = words.language();
    let slot = form.get(|session| session.slot);
    let reschedule = move |slot: Slot| {
        let fixed = form.record.with_untracked(|session| session.fixed);
        if fixed {
            let error = EditError::Fixed(id).into();
            return Err(desk.store.plan.with_untracked(|plan| wording::refused(words, plan, &error)));
        }
        desk.store.edit(Edit::Reschedule { session: id, slot });
        Ok(())
    };
    let time = move |text: &str| parse_time(text.trim()).ok_or_else(|| words.time_error().to_string());
    let set_start = Callback::new(move |text: String| {
        let old = slot.get_untracked();
        // The length stays: who moves the start moves the session.
        reschedule(Slot::lasting(old.date().and_time(time(&text)?), old.minutes()))
    });
    let set_end = Callback::new(move |text: String| {
        let old = slot.get_untracked();
        let new = until(old, time(&text)?).ok_or_else(|| words.session_end_error().to_string())?;
        reschedule(new)
    });
    let days = Memo::new(move |_| {
        let mut dates = desk.board.with(|board| board.dates.clone());
        if !dates.contains(&slot.get().date()) {
            dates.push(slot.get().date());
        }
        let day = |date: NaiveDate| (date.to_string(), intl::date(language, date, DateStyle::Long));
        dates.into_iter().map(day).collect::<Vec<_>>()
    });
    let refused = RwSignal::new(None::<String>);
    let set_day = Callback::new(move |key: String| {
        let old = slot.get_untracked();
        let date = desk.board.with_untracked(|board| board.dates.iter().copied().find(|date| date.to_string() == key));
        if let Some(date) = date {
            refused.set(reschedule(Slot::lasting(date.and_time(old.start().time()), old.minutes())).err());
        }
    });
    let clock = move |pick: fn(Slot) -> chrono::NaiveDateTime| {
        Signal::derive(move || crate::plan::time_text(pick(slot.get()).time()))
    };
    view! {
        <SelectField label=words.session_day() options=days value=Signal::derive(move || slot.get().date().to_string()) commit=set_day />
        <p class="field__error" hidden=move || refused.with(Option::is_none)>{refused}</p>
        <div class="fields">
            <TextField label=words.session_start() value=clock(Slot::start) commit=set_start keyboard="numeric" whole=true />
            <TextField label=words.session_end() value=clock(Slot::end) commit=set_end keyboard="numeric" whole=true />
            <p class="session__length">{move || words.minutes(usize::from(slot.get().minutes()))}</p>
        </div>
    }
}

/// The slot with another end; one in the small hours is the next day's.
fn until(slot: Slot, end: NaiveTime) -> Option<Slot> {
    let small_hours = NaiveTime::from_hms_opt(5, 0, 0)?;
    let day = slot.date();
    let day = if end <= slot.start().time() && end < small_hours { day + TimeDelta::days(1) } else { day };
    Slot::new(slot.start(), day.and_time(end)).ok()
}

/// Addresses of the web that go with the session.
#[component(transparent)]
fn Links(form: Form<Session>) -> View {
    let desk = Desk::here();
    let words = desk.store.words();
    let links = form.get(|session| session.links.clone());
    let count = Memo::new(move |_| links.with(Vec::len));
    let change = move |index: usize, change: &dyn Fn(&mut Link)| {
        form.set(|session| {
            if let Some(link) = session.links.get_mut(index) {
                change(link);
            }
        });
    };
    let row = move |index: usize| {
        let title = Signal::derive(move || {
            links.with(|links| links.get(index).map(|link| link.title.clone())).unwrap_or_default()
        });
        let url = Signal::derive(move || {
            links.with(|links| links.get(index).map(|link| link.url.clone())).unwrap_or_default()
        });
        let set_url = Callback::new(move |text: String| {
            let text = text.trim().to_string();
            if !(text.is_empty() || text.starts_with("https://") || text.starts_with("http://")) {
                return Err(words.link_error().to_string());
            }
            change(index, &|link| link.url.clone_from(&text));
            Ok(())
        });
        let remove = move |_| {
            form.set(|session| {
                if index < session.links.len() {
                    session.links.remove(index);
                }
            });
        };
        view! {
            <div class="link-row">
                <TextField label=words.link_title() value=title commit=takes(move |text| change(index, &|link| link.title.clone_from(&text))) />
                <TextField label=words.link_url() value=url commit=set_url kind="url" />
                <button type="button" class="button" on:click=remove>{words.link_remove()}</button>
            </div>
        }
    };
    let add = move |_| form.set(|session| session.links.push(Link { title: String::new(), url: String::new() }));
    view! {
        <fieldset id=unique("links")>
            <legend class="field__label">{words.links()}</legend>
            {move || (0..count.get()).map(row).collect::<Vec<_>>()}
            <button type="button" class="button" on:click=add>{words.link_add()}</button>
        </fieldset>
    }
}
