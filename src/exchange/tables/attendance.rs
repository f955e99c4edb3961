//! Who is expected where on which day: a row a person, and one for those of a delegation whom nobody named yet.

use super::Table;
use crate::{
    agenda::{Audience, Crew, Entry, Event, attending_any, entries, spot},
    exchange::saying,
    i18n::Words,
    plan::{HostId, Plan, VenueId},
};
use chrono::NaiveDate;

/// Where people sign: at a host, or at a venue of the meeting; none where a session has no place yet.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Site {
    Host(HostId),
    Venue(VenueId),
    Open,
}

pub(super) fn table(plan: &Plan, words: Words) -> Table {
    let mut table = Table::of([
        words.table_date(),
        words.table_site(),
        words.people_delegation(),
        words.people_name(),
        words.field_organisation(),
        words.people_role(),
        words.people_heads(),
    ]);
    for ((date, site), crews) in expected(plan) {
        let (date, site) = (date.to_string(), title(plan, words, site));
        for crew in crews {
            let delegation = saying::delegation(words, plan, crew.delegation);
            let mut push = |name: String, organisation: String, role: String, heads: usize| {
                let (date, site, delegation) = (date.clone(), site.clone(), delegation.clone());
                table.rows.push(vec![date, site, delegation, name, organisation, role, heads.to_string()]);
            };
            for delegate in crew.named.iter().filter_map(|id| plan.delegates.get(*id)) {
                push(delegate.name.clone(), delegate.organisation.clone(), delegate.role.clone(), 1);
            }
            if crew.unnamed > 0 {
                push(words.guests_unnamed(crew.unnamed), String::new(), String::new(), crew.unnamed);
            }
        }
    }
    table
}

/// Who is expected, by day and site in the order in which the day comes to it; each person once a site.
fn expected(plan: &Plan) -> Vec<((NaiveDate, Site), Vec<Crew>)> {
    let mut sites: Vec<((NaiveDate, Site), Vec<Entry>)> = Vec::new();
    for entry in entries(plan, Audience::Everyone) {
        let Some(site) = site(plan, &entry) else { continue };
        let key = (entry.slot.date(), site);
        match sites.iter_mut().find(|(known, _)| *known == key) {
            Some((_, entries)) => entries.push(entry),
            None => sites.push((key, vec![entry])),
        }
    }
    sites.into_iter().map(|(key, entries)| (key, attending_any(plan, &entries))).collect()
}

/// Nobody signs on a coach, nor in their free time.
fn site(plan: &Plan, entry: &Entry) -> Option<Site> {
    match &entry.event {
        Event::Session(session) if session.kind.needs_no_place() => None,
        Event::Session(_) => Some(spot(plan, entry).venue.map_or(Site::Open, |venue| Site::Venue(venue.id))),
        Event::Stop { stop, .. } => Some(Site::Host(stop.host)),
        Event::Leg { .. } => None,
    }
}

fn title(plan: &Plan, words: Words, site: Site) -> String {
    match site {
        Site::Host(id) => plan.hosts.get(id).map(|host| host.name.clone()).unwrap_or_default(),
        Site::Venue(id) => {
            plan.venues.get(id).map(|venue| saying::said(words, &venue.name).to_string()).unwrap_or_default()
        }
        Site::Open => words.entry_place_open().to_string(),
    }
}
