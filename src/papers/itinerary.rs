//! Itineraries: what concerns a delegation or a delegate, and nothing else.

use super::people::{Duty, Reached, coaches_for, day_title, duties, on_the_coach, push_new};
use crate::{
    agenda::{Audience, Bring, Entry, Event, Spot, Step, asked, bring, entries, spot, spot_after, steps},
    order::sort_by_key,
    plan::{Coach, Delegate, Delegation, Group, Host, Plan, Text, Venue, Visit, fold},
};
use chrono::NaiveDate;
use std::sync::Arc;

/// A paper for a delegation or a delegate.
#[derive(Debug, Clone, PartialEq)]
pub struct ItinerarySheet {
    /// Whose it is.
    pub audience: Audience,
    /// The delegation, or the delegate's.
    pub delegation: Option<Arc<Delegation>>,
    /// The delegate, where it is one's own.
    pub delegate: Option<Arc<Delegate>>,
    /// How many heads it is for.
    pub heads: usize,
    /// The groups in which they go on study visits.
    pub outings: Vec<Outing>,
    /// What concerns them, by day; days of the meeting on which nothing does are left out.
    pub days: Vec<ItineraryDay>,
    /// The places, with addresses, in the order in which they come there.
    pub venues: Vec<Arc<Venue>>,
    /// What hosts ask of them, in the order of the visits.
    pub asked: Vec<Asked>,
    /// Whom to call: guides, drivers and hosts.
    pub contacts: Vec<Reached>,
    /// Those of whom arrival or departure is known, by name.
    pub travellers: Vec<Arc<Delegate>>,
}

/// A study visit on which they go.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Outing {
    /// The visit.
    pub visit: Arc<Visit>,
    /// The group; none where all go together.
    pub group: Option<Arc<Group>>,
    /// What carries them, as far as that is known.
    pub coaches: Vec<Arc<Coach>>,
}

/// What concerns them on a day.
#[derive(Debug, Clone, PartialEq)]
pub struct ItineraryDay {
    /// The day.
    pub date: NaiveDate,
    /// What it is about; may be empty.
    pub title: Text,
    /// The entries, by start.
    pub lines: Vec<Line>,
}

/// An entry that concerns them.
#[derive(Debug, Clone, PartialEq)]
pub struct Line {
    /// The entry.
    pub entry: Entry,
    /// Where they have to be; for a leg where they board.
    pub spot: Spot,
    /// Where it leaves them.
    pub after: Spot,
    /// What happens inside: gathering, boarding, leaving, arriving; the phases of a stay.
    pub steps: Vec<Step>,
    /// What it asks of them.
    pub bring: Vec<Bring>,
    /// The roles that they have in it.
    pub duties: Vec<Duty>,
}

/// What a host asks of them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Asked {
    /// The host.
    pub host: Arc<Host>,
    /// What to bring, wear and leave alone.
    pub things: Vec<Bring>,
}

impl ItinerarySheet {
    /// The itinerary of a delegation or a delegate; none for everybody, or for whom the plan does not know.
    #[must_use]
    pub fn of(plan: &Plan, audience: Audience) -> Option<Self> {
        let (delegation, delegate) = match audience {
            Audience::Everyone => return None,
            Audience::Delegation(id) => (Some(plan.delegations.get(id)?.clone()), None),
            Audience::Delegate(id) => {
                let delegate = plan.delegates.get(id)?.clone();
                (plan.delegations.get(delegate.delegation).cloned(), Some(delegate))
            }
        };
        let people = match (&delegation, &delegate) {
            (_, Some(delegate)) => vec![delegate.clone()],
            (Some(delegation), None) => plan.delegates_of(delegation.id).cloned().collect(),
            (None, None) => Vec::new(),
        };
        let heads = match (&delegation, &delegate) {
            (Some(delegation), None) => plan.heads_of(delegation.id),
            _ => people.len(),
        };
        let mut sheet = Self {
            audience,
            delegation,
            delegate,
            heads,
            outings: Vec::new(),
            days: Vec::new(),
            venues: Vec::new(),
            asked: Vec::new(),
            contacts: Vec::new(),
            travellers: travellers(people),
        };
        for entry in entries(plan, audience) {
            sheet.add(plan, entry);
        }
        // Whoever goes along is called before those who are visited.
        let (hosts, mut along): (Vec<_>, Vec<_>) =
            sheet.contacts.into_iter().partition(|reached| matches!(reached, Reached::Host(_)));
        along.extend(hosts);
        sheet.contacts = along;
        Some(sheet)
    }

    fn add(&mut self, plan: &Plan, entry: Entry) {
        if let Some(visit) = entry.visit() {
            let group = entry.group();
            let coaches = coaches_for(plan, visit, group.map(|group| &**group));
            push_new(&mut self.outings, [Outing { visit: visit.clone(), group: group.cloned(), coaches }]);
            push_new(&mut self.contacts, on_the_coach(plan, visit, group));
        }
        if let Event::Stop { host: Some(host), .. } = &entry.event {
            push_new(&mut self.contacts, [Reached::Host(host.clone())]);
            let things = bring(host);
            if !things.is_empty() {
                push_new(&mut self.asked, [Asked { host: host.clone(), things }]);
            }
        }
        let line = Line {
            spot: spot(plan, &entry),
            after: spot_after(plan, &entry),
            steps: steps(&entry),
            bring: asked(plan, &entry),
            duties: match &entry.event {
                Event::Session(session) => duties(plan, session, self.audience),
                _ => Vec::new(),
            },
            entry,
        };
        push_new(&mut self.venues, line.spot.venue.clone());
        push_new(&mut self.venues, line.after.venue.clone());
        let date = line.entry.slot.date();
        match self.days.last_mut() {
            Some(day) if day.date == date => day.lines.push(line),
            _ => {
                let title = day_title(plan, date);
                self.days.push(ItineraryDay { date, title, lines: vec![line] });
            }
        }
    }
}

fn travellers(mut people: Vec<Arc<Delegate>>) -> Vec<Arc<Delegate>> {
    people.retain(|delegate| delegate.arrival.is_some() || delegate.departure.is_some());
    sort_by_key(&mut people, |delegate| (fold(&delegate.name), delegate.id));
    people
}
