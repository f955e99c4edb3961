//! What hosts ask: of delegates, what to bring and leave alone; of the organiser, the list of identity documents.

use super::{Page, address, stops};
use crate::app::dom::{Child, View, view};
use crate::app::signal::Memo;
use crate::{
    agenda::{Bring, bring},
    app::{
        effects::intl,
        pages::copy_table::{Copied, CopyTable},
    },
    checks::{Detail, Finding, Severity},
    exchange::tables::{Subject, header},
    i18n::Words,
    plan::{Allowance, Host, HostId},
    workspace::{Route, Screen},
};
use leptos::prelude::*;
use std::sync::Arc;

/// The hosts of the visit, each with its rules.
#[component(transparent)]
pub(super) fn Asked(page: Page) -> impl Child {
    let store = page.store;
    let words = store.words();
    let hosts = Memo::new(move |_| {
        store.plan.with(|plan| {
            page.outing.with(|outing| {
                let stops = outing.iter().flat_map(|outing| stops(&outing.itinerary));
                let mut hosts: Vec<Arc<Host>> = Vec::new();
                for stop in stops {
                    let host = plan.stops.get(stop).and_then(|stop| plan.hosts.get(stop.host));
                    if let Some(host) = host.filter(|host| !hosts.contains(host)) {
                        hosts.push(host.clone());
                    }
                }
                hosts
            })
        })
    });
    move || {
        let hosts = hosts.get();
        (!hosts.is_empty()).then(|| {
            let rows = hosts.into_iter().map(|host| view! { <OneHost page=page host=host /> });
            view! {
                <section class="visits__bring" aria-labelledby="visits-bring">
                    <h2 class="visits__heading" id="visits-bring">{words.visits_bring()}</h2>
                    <ul class="asked">{rows.collect::<Vec<_>>()}</ul>
                </section>
            }
        })
    }
}

#[component(transparent)]
fn OneHost(page: Page, host: Arc<Host>) -> View {
    let words = page.store.words();
    let asked = bring(&host);
    let things = if asked.is_empty() {
        view! { <p class="line__quiet">{words.visits_bring_nothing()}</p> }
    } else {
        let things = asked.into_iter().map(|thing| view! { <li class="asked__thing">{thing_words(words, thing)}</li> });
        view! { <ul>{things.collect::<Vec<_>>()}</ul> }
    };
    let unknown = [(host.photos, words.visits_photos()), (host.phones, words.visits_phones())];
    let unknown: Vec<_> = unknown
        .into_iter()
        .filter(|(said, _)| *said == Allowance::Unknown)
        .map(|(_, what)| what.to_lowercase())
        .collect();
    let unknown = (!unknown.is_empty()).then(|| {
        view! { <p class="line__quiet">{words.visits_still_to_ask(&unknown.join(", "))}</p> }
    });
    let name = if host.name.is_empty() { words.untitled().to_string() } else { host.name.clone() };
    view! {
        <li class="asked__host">
            <h3><a class="asked__name" href=address(host.id)>{name}</a></h3>
            {things}
            {list(page, words, &host)}
            {unknown}
        </li>
    }
}

fn thing_words(words: Words, thing: Bring) -> String {
    match thing {
        Bring::Identity => words.visits_bring_identity().to_string(),
        Bring::Equipment(text) => text.in_language(words.language()).to_string(),
        Bring::Agreement => words.visits_bring_agreement().to_string(),
        Bring::NoPhotos => words.visits_bring_no_photos().to_string(),
        Bring::NoPhones => words.visits_bring_no_phones().to_string(),
    }
}

/// The list that the organiser owes the host.
fn list(page: Page, words: Words, host: &Host) -> Option<View> {
    let due = intl::date(words.language(), host.id_list_due?, intl::DateStyle::Brief);
    let (id, sent) = (host.id, host.id_list_sent);
    let store = page.store;
    let class = move || {
        let severity = store.findings.with(|findings| severity(findings, id));
        match severity {
            Some(Severity::Blocker) => "asked__list asked__list--blocker",
            Some(Severity::Warning) => "asked__list asked__list--warning",
            _ => "asked__list",
        }
    };
    let text = if sent { words.visits_list_was_sent(&due) } else { words.visits_list_by(&due) };
    let fields: Vec<&str> = host.columns().into_iter().map(|field| header(words, field)).collect();
    Some(view! {
        <p class=class>{text}</p>
        <p><CopyTable source=move || Copied::Of(Subject::Guests(id)) label=words.guests_copy() class="button" /></p>
        <p class="line__quiet">
            {if host.told().is_empty() { words.guests_hold_heads().to_string() } else { words.guests_hold(&fields.join(", ")) }}
            " "
            <a href=Route::at_place(Screen::Files, id).href()>{words.guests_change()}</a>
        </p>
    })
}

/// How bad it is that the list of a host is not sent.
fn severity(findings: &[Finding], id: HostId) -> Option<Severity> {
    let list = |finding: &&Finding| matches!(finding.detail, Detail::IdList { host, .. } if host == id);
    findings.iter().find(list).map(|finding| finding.severity)
}
