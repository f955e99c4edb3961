//! What more there is to know about an entry: who speaks, what to bring, what it is about, and how to find the place.

use super::entry;
use crate::app::dom::{Child, View, view};
use crate::{
    agenda::{Bring, Entry, Event, Spot, Step, is_safe_link, map_links, spot, steps, tel_link},
    app::Store,
    plan::{Contact, Link, Plan, Text},
};
use leptos::prelude::*;
use std::sync::Arc;

/// The mark of what is still to confirm.
#[component(transparent)]
pub fn ToConfirm(entry: Entry) -> impl Child {
    let words = Store::here().words();
    entry.to_confirm().then(|| view! { <span class="mark">{words.to_confirm()}</span> })
}

/// What happens inside an entry and when.
#[component(transparent)]
pub fn Steps(plan: Arc<Plan>, entry: Entry) -> impl Child {
    let words = Store::here().words();
    let from = spot(&plan, &entry).venue.map(|venue| venue.name.in_language(words.language()).to_string());
    let (from, to) = (from.unwrap_or_default(), entry.title());
    let to = to.in_language(words.language());
    let step = |step: Step| {
        view! {
            <li class="today__step">
                <time>{entry::time(words, step.at)}</time>
                <span>{entry::doing(words, step.doing, &from, to)}</span>
            </li>
        }
    };
    let steps: Vec<_> = steps(&entry).into_iter().map(step).collect();
    (!steps.is_empty()).then(|| view! { <ol class="today__steps">{steps}</ol> })
}

/// What a host asks.
#[component(transparent)]
pub fn Asks(asked: Vec<Bring>) -> impl Child {
    let words = Store::here().words();
    let (sentences, brings) = entry::asks(words, &asked);
    let label = brings.then(|| view! { <strong>{words.entry_bring()}</strong> " " });
    (!sentences.is_empty()).then(|| view! { <p class="today__asks">{label}{sentences}</p> })
}

/// Who has a role in an entry, what it is about, and addresses that go with it.
#[component(transparent)]
pub fn About(plan: Arc<Plan>, entry: Entry) -> View {
    let words = Store::here().words();
    let language = words.language();
    let paragraph = |text: &str| {
        let text = text.trim().to_string();
        (!text.is_empty()).then(|| view! { <p class="today__about">{text}</p> })
    };
    let in_words = |text: &Text| paragraph(text.in_language(language));
    let topics = paragraph(&entry::topics(words, &plan, &entry));
    match &entry.event {
        Event::Session(session) => {
            let roles = paragraph(&entry::roles(words, &plan, session).join(entry::DOT));
            let links: Vec<_> = session.links.iter().filter(|link| is_safe_link(&link.url)).map(address).collect();
            view! { {in_words(&session.notes)} {roles} {topics} {links} }
        }
        Event::Stop { stop, host, .. } => {
            let about = host.as_ref().and_then(|host| in_words(&host.about));
            view! { {about} {in_words(&stop.briefing)} {topics} }
        }
        Event::Leg { leg, .. } => View::of(paragraph(&entry::drive(words, leg.drive))),
    }
}

/// [`About`], folded away until somebody wants it; nothing where there is nothing more to know.
#[component(transparent)]
pub fn Fold(plan: Arc<Plan>, entry: Entry) -> impl Child {
    let words = Store::here().words();
    let more = match &entry.event {
        Event::Session(session) => {
            let roles = [&session.chair, &session.speakers, &session.rapporteur];
            let someone = roles.iter().any(|parties| !parties.is_empty());
            someone || !session.notes.is_empty() || !session.topics.is_empty() || !session.links.is_empty()
        }
        Event::Stop { stop, host, .. } => {
            !stop.briefing.is_empty() || host.as_ref().is_some_and(|host| !host.about.is_empty())
        }
        Event::Leg { .. } => false,
    };
    more.then(|| {
        view! {
            <details class="today__fold">
                <summary>{words.today_more()}</summary>
                <About plan=plan entry=entry />
            </details>
        }
    })
}

fn address(link: &Link) -> View {
    let title = if link.title.trim().is_empty() { &link.url } else { &link.title };
    view! { <p class="today__about"><a href=link.url.clone() target="_blank" rel="noopener noreferrer">{title.clone()}</a></p> }
}

/// Ways to the place: the map of the web, the telephone's own, and the host's telephone.
#[component(transparent)]
pub fn PlaceLinks(spot: Spot, entry: Entry) -> impl Child {
    let words = Store::here().words();
    let map = spot.venue.as_ref().and_then(|venue| map_links(venue));
    let call = match &entry.event {
        Event::Stop { host: Some(host), .. } => call(&host.contact, &host.name),
        _ => None,
    };
    if map.is_none() && call.is_none() {
        return View::of(());
    }
    let map = map.map(|links| {
        view! {
            <a class="button" href=links.web target="_blank" rel="noopener noreferrer">{words.today_map()}</a>
            <a class="button today__app" href=links.app>{words.today_map_app()}</a>
        }
    });
    let call = call.map(|(href, name)| view! { <a class="button" href=href>{words.today_call(&name)}</a> });
    view! { <p class="today__links">{map}{call}</p> }
}

/// The address that calls a contact, and whom one calls.
fn call(contact: &Contact, host: &str) -> Option<(String, String)> {
    let name = if contact.name.trim().is_empty() { host } else { contact.name.trim() };
    tel_link(&contact.phone).map(|href| (href, name.to_string()))
}
