//! The entries of the agenda: sessions as they are, stops and legs with their computed times.

use crate::{
    circuit::{Itinerary, Leg, Stay, itineraries},
    order::sort_by_key,
    plan::{
        Attendance, DelegateId, DelegationId, EntryId, Group, Host, Party, Plan, Session, Slot, Stop, Text, Venue,
        Visit, VisitId,
    },
};
use chrono::NaiveDate;
use std::sync::Arc;

/// Whom a view or a paper is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub enum Audience {
    /// Everybody: the whole plan.
    #[default]
    Everyone,
    /// A delegation.
    Delegation(DelegationId),
    /// A delegate.
    Delegate(DelegateId),
}

impl Audience {
    /// The same audience, or everybody where the plan does not know it (any more).
    #[must_use]
    pub fn known_to(self, plan: &Plan) -> Self {
        let known = match self {
            Self::Everyone => true,
            Self::Delegation(id) => plan.delegations.has(id),
            Self::Delegate(id) => plan.delegates.has(id),
        };
        if known { self } else { Self::Everyone }
    }

    /// The audience as it stands in addresses.
    #[must_use]
    pub fn key(self) -> String {
        match self {
            Self::Everyone => "everyone".to_string(),
            Self::Delegation(id) => format!("delegation:{id}"),
            Self::Delegate(id) => format!("delegate:{id}"),
        }
    }

    /// The audience that an address names.
    #[must_use]
    pub fn parse(key: &str) -> Option<Self> {
        match key.split_once(':') {
            Some(("delegation", id)) => id.parse().ok().map(Self::Delegation),
            Some(("delegate", id)) => id.parse().ok().map(Self::Delegate),
            _ => (key == "everyone").then_some(Self::Everyone),
        }
    }
}

/// An entry of the agenda.
#[derive(Debug, Clone, PartialEq)]
pub struct Entry {
    /// Its identity.
    pub id: EntryId,
    /// When it is, in the meeting's time zone.
    pub slot: Slot,
    /// What it is.
    pub event: Event,
}

/// What an entry is.
#[derive(Debug, Clone, PartialEq)]
pub enum Event {
    /// A session.
    Session(Arc<Session>),
    /// A stay at a host.
    Stop {
        /// The stop.
        stop: Arc<Stop>,
        /// The host, unless it is missing.
        host: Option<Arc<Host>>,
        /// Where it is, unless that is not known.
        venue: Option<Arc<Venue>>,
        /// Its times.
        stay: Stay,
        /// The visit that it belongs to.
        visit: Arc<Visit>,
        /// The group that makes it; none where all go together.
        group: Option<Arc<Group>>,
    },
    /// A transfer.
    Leg {
        /// Its places and times.
        leg: Leg,
        /// What the place is called where it ends: a host, or a venue.
        to: Text,
        /// The visit that it belongs to.
        visit: Arc<Visit>,
        /// The group that makes it; none where all go together.
        group: Option<Arc<Group>>,
    },
}

/// The sort of an entry, as it stands in `data-kind`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[allow(missing_docs, reason = "the field's own terms")]
pub enum EntryKind {
    Session,
    Leg,
    Stop,
}

impl EntryKind {
    /// Its name in `data-kind`.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Session => "session",
            Self::Leg => "leg",
            Self::Stop => "stop",
        }
    }
}

impl Entry {
    /// Its sort.
    #[must_use]
    pub const fn kind(&self) -> EntryKind {
        match self.event {
            Event::Session(_) => EntryKind::Session,
            Event::Stop { .. } => EntryKind::Stop,
            Event::Leg { .. } => EntryKind::Leg,
        }
    }

    /// What it is called: a session's title, a host's name, or where a leg leads.
    #[must_use]
    pub fn title(&self) -> Text {
        match &self.event {
            Event::Session(session) => session.title.clone(),
            Event::Stop { host, .. } => host.as_ref().map(|host| Text::same(&host.name)).unwrap_or_default(),
            Event::Leg { to, .. } => to.clone(),
        }
    }

    /// Which delegations it is for; of a group those that are in it, without delegates who are in it by themselves.
    #[must_use]
    pub fn attendance(&self) -> Attendance {
        match &self.event {
            Event::Session(session) => session.audience.clone(),
            Event::Stop { visit, group, .. } | Event::Leg { visit, group, .. } => match group {
                Some(group) => Attendance::Only(group.delegations.clone()),
                None => visit.audience.clone(),
            },
        }
    }

    /// How many heads to count on.
    #[must_use]
    pub fn heads(&self, plan: &Plan) -> usize {
        match self.group() {
            Some(group) => plan.heads_in(group),
            None => plan.heads(&self.attendance()),
        }
    }

    /// The visit that it belongs to, unless it is a session.
    #[must_use]
    pub const fn visit(&self) -> Option<&Arc<Visit>> {
        match &self.event {
            Event::Session(_) => None,
            Event::Stop { visit, .. } | Event::Leg { visit, .. } => Some(visit),
        }
    }

    /// The group whose it is, where its visit has groups.
    #[must_use]
    pub const fn group(&self) -> Option<&Arc<Group>> {
        match &self.event {
            Event::Session(_) => None,
            Event::Stop { group, .. } | Event::Leg { group, .. } => group.as_ref(),
        }
    }

    /// Whether it still has to be confirmed.
    #[must_use]
    pub fn to_confirm(&self) -> bool {
        match &self.event {
            Event::Session(session) => session.to_confirm,
            Event::Stop { stop, host, .. } => stop.to_confirm || host.as_ref().is_some_and(|host| host.to_confirm),
            Event::Leg { visit, .. } => visit.to_confirm,
        }
    }

    /// Whether people work in it, in a session of work or at a host; the others are drawn lighter.
    #[must_use]
    pub fn is_work(&self) -> bool {
        match &self.event {
            Event::Session(session) => session.kind.is_work(),
            Event::Stop { .. } => true,
            Event::Leg { .. } => false,
        }
    }
}

/// The entries that concern an audience, by start, then longest first; those of a visit in the order of each group, even
/// where a leg or a stop takes no time, and groups by letter.
#[must_use]
pub fn entries(plan: &Plan, audience: Audience) -> Vec<Entry> {
    let sessions = plan.sessions.iter().filter(|session| !session.dropped);
    let sessions = sessions.map(|session| ((0, 0), session_entry(session)));
    let mut entries: Vec<((usize, usize), Entry)> = sessions.collect();
    for visit in &plan.visits {
        for (number, itinerary) in itineraries(plan, visit).into_iter().enumerate() {
            visit_entries(plan, visit, number, itinerary, &mut entries);
        }
    }
    entries.retain(|(_, entry)| is_for(plan, entry, audience));
    sort_by_key(&mut entries, |(place, entry)| {
        (entry.slot.start(), *place, std::cmp::Reverse(entry.slot.minutes()), entry.id)
    });
    entries.into_iter().map(|(_, entry)| entry).collect()
}

fn session_entry(session: &Arc<Session>) -> Entry {
    Entry { id: EntryId::Session(session.id), slot: session.slot, event: Event::Session(session.clone()) }
}

/// Adds the legs and stops of one group of a visit, each with its place on its way and the group's number.
fn visit_entries(
    plan: &Plan,
    visit: &Arc<Visit>,
    number: usize,
    itinerary: Itinerary,
    entries: &mut Vec<((usize, usize), Entry)>,
) {
    let group = || itinerary.group.and_then(|id| plan.groups.get(id)).cloned();
    let venue = |id| plan.venues.get(id);
    for (index, leg) in itinerary.legs.iter().cloned().enumerate() {
        let to = match host_of(plan, leg.id) {
            Some(host) => Text::same(&host.name),
            None => leg.to.and_then(venue).map(|venue| venue.name.clone()).unwrap_or_default(),
        };
        let slot = leg.slot();
        let entry = Entry { id: leg.id, slot, event: Event::Leg { leg, to, visit: visit.clone(), group: group() } };
        entries.push(((2 * index, number), entry));
    }
    for (index, stay) in itinerary.stays.iter().cloned().enumerate() {
        let Some(stop) = plan.stops.get(stay.stop) else { continue };
        let (id, slot) = (EntryId::Stop(stop.id, itinerary.group), stay.slot());
        let event = Event::Stop {
            stop: stop.clone(),
            host: plan.hosts.get(stop.host).cloned(),
            venue: stay.venue.and_then(venue).cloned(),
            visit: visit.clone(),
            group: group(),
            stay,
        };
        entries.push(((2 * index + 1, number), Entry { id, slot, event }));
    }
}

/// The host at which a stop is made, or to which a leg leads.
pub(super) fn host_of(plan: &Plan, entry: EntryId) -> Option<&Arc<Host>> {
    match entry {
        EntryId::Stop(stop, _) | EntryId::LegTo(stop, _) => {
            plan.stops.get(stop).and_then(|stop| plan.hosts.get(stop.host))
        }
        EntryId::Session(_) | EntryId::LegBack(..) => None,
    }
}

/// Whether an entry concerns an audience: because its delegation is meant, or because the person has a role in it.
#[must_use]
pub fn is_for(plan: &Plan, entry: &Entry, audience: Audience) -> bool {
    let delegation = match audience {
        Audience::Everyone => return true,
        Audience::Delegation(delegation) => Some(delegation),
        Audience::Delegate(delegate) => plan.delegates.get(delegate).map(|delegate| delegate.delegation),
    };
    let includes = |attendance: &Attendance| delegation.is_some_and(|delegation| attendance.includes(delegation));
    match &entry.event {
        Event::Session(session) => includes(&session.audience) || has_role(plan, session, audience),
        Event::Stop { visit, group, .. } | Event::Leg { visit, group, .. } => match group {
            Some(group) => goes_with(plan, visit.id, group, audience).unwrap_or_else(|| includes(&visit.audience)),
            None => includes(&visit.audience),
        },
    }
}

/// Whether somebody goes with a group of a visit; none where no group of the visit is theirs. Whoever is not in a group
/// yet has to join one, and so sees them all.
fn goes_with(plan: &Plan, visit: VisitId, group: &Group, audience: Audience) -> Option<bool> {
    match audience {
        Audience::Everyone => Some(true),
        Audience::Delegation(delegation) => {
            let groups = plan.groups_of(visit);
            let theirs = groups.iter().any(|group| plan.is_in(group, delegation));
            theirs.then(|| plan.is_in(group, delegation))
        }
        Audience::Delegate(id) => {
            let delegate = plan.delegates.get(id)?;
            plan.group_of(visit, delegate).map(|theirs| theirs.id == group.id)
        }
    }
}

fn has_role(plan: &Plan, session: &Session, audience: Audience) -> bool {
    let parties = session.chair.iter().chain(&session.speakers).chain(&session.rapporteur);
    parties.into_iter().any(|party| is_one_of(plan, party, audience))
}

/// Whether somebody with a role is one of an audience.
#[must_use]
pub fn is_one_of(plan: &Plan, party: &Party, audience: Audience) -> bool {
    match (party, audience) {
        (_, Audience::Everyone) => true,
        (Party::Delegate(id), Audience::Delegate(delegate)) => *id == delegate,
        (Party::Delegate(id), Audience::Delegation(delegation)) => {
            plan.delegates.get(*id).is_some_and(|delegate| delegate.delegation == delegation)
        }
        (Party::Delegation(id), Audience::Delegation(delegation)) => *id == delegation,
        _ => false,
    }
}

/// The dates that the agenda shows: the meeting's days, and those on which something is planned besides.
#[must_use]
pub fn dates(plan: &Plan) -> Vec<NaiveDate> {
    let mut dates: Vec<NaiveDate> = plan.days.iter().map(|day| day.id).collect();
    dates.extend(entries(plan, Audience::Everyone).iter().map(|entry| entry.slot.date()));
    sort_by_key(&mut dates, |date| *date);
    dates.dedup();
    dates
}
