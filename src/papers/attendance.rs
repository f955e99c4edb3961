//! Attendance sheets: who signs that they were there, at the meeting on a day or at a host.

use super::Site;
use super::people::{Duty, Role, day_title, duties, push_new};
use crate::{
    agenda::{Audience, Entry, Event, attending, entries, spot},
    order::sort_by_key,
    plan::{Delegate, Delegation, DelegationId, EntryId, Host, Party, Plan, Room, SessionKind, Text, Venue, fold},
};
use chrono::NaiveDate;
use std::sync::Arc;

/// So many blank rows for guests whom nobody announced, unless somebody asks for another number.
pub const BLANK_ROWS: usize = 5;

/// A sheet to sign.
#[derive(Debug, Clone, PartialEq)]
pub struct AttendanceSheet {
    /// Where and when.
    pub site: Site,
    /// The day.
    pub date: NaiveDate,
    /// What the day is about; may be empty.
    pub day: Text,
    /// What those who sign were at, by start.
    pub entries: Vec<Entry>,
    /// Where that is, in the order in which people come there.
    pub venues: Vec<Arc<Venue>>,
    /// The rooms, likewise.
    pub rooms: Vec<Arc<Room>>,
    /// The company whose signature is asked for; none where it is the meeting's host.
    pub host: Option<Arc<Host>>,
    /// Who is expected, by delegation.
    pub signers: Vec<Signers>,
    /// Speakers of the day who belong to no delegation.
    pub speakers: Vec<Speaker>,
    /// How many rows are blank for those whom nobody announced.
    pub blank: usize,
}

/// Those of one delegation who sign.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Signers {
    /// The identity of the delegation.
    pub id: DelegationId,
    /// The delegation, unless it was removed.
    pub delegation: Option<Arc<Delegation>>,
    /// Those who are named, by name.
    pub named: Vec<Signer>,
    /// How many rows are for people who are expected and not named.
    pub unnamed: usize,
}

/// Somebody who signs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Signer {
    /// The person.
    pub delegate: Arc<Delegate>,
    /// What the person does in the sessions of the sheet, each role once.
    pub roles: Vec<Role>,
}

/// Somebody who speaks and belongs to no delegation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Speaker {
    /// The name, as the session has it.
    pub name: String,
    /// The roles, each once.
    pub roles: Vec<Role>,
}

impl AttendanceSheet {
    /// The sheet of a site with so many blank rows; none where nobody signs there.
    #[must_use]
    pub fn of(plan: &Plan, site: Site, blank: usize) -> Option<Self> {
        let mut signed = entries(plan, Audience::Everyone);
        signed.retain(|entry| is_signed_at(entry, site));
        let date = signed.first()?.slot.date();
        let (mut venues, mut rooms) = (Vec::new(), Vec::new());
        for spot in signed.iter().map(|entry| spot(plan, entry)) {
            push_new(&mut venues, spot.venue);
            push_new(&mut rooms, spot.room);
        }
        let host = signed.iter().find_map(|entry| match &entry.event {
            Event::Stop { host, .. } => host.clone(),
            _ => None,
        });
        let day = day_title(plan, date);
        let (signers, speakers) = (signers(plan, &signed), speakers(plan, &signed));
        Some(Self { site, date, day, entries: signed, venues, rooms, host, signers, speakers, blank })
    }

    /// How many heads are expected.
    #[must_use]
    pub fn heads(&self) -> usize {
        self.signers.iter().map(|signers| signers.named.len() + signers.unnamed).sum()
    }

    /// How many rows it has.
    #[must_use]
    pub fn rows(&self) -> usize {
        self.heads() + self.speakers.len() + self.blank
    }
}

/// Whether an entry is one of those that are signed for at a site.
pub(super) fn is_signed_at(entry: &Entry, site: Site) -> bool {
    match (&entry.event, site) {
        (Event::Session(session), Site::Day(date)) => {
            let signed = session.kind.is_work() || session.kind == SessionKind::Registration;
            signed && session.slot.date() == date
        }
        (Event::Stop { .. }, Site::Stop(stop, group)) => entry.id == EntryId::Stop(stop, group),
        _ => false,
    }
}

/// Who signs: those for whom an entry is and who have a role in it, unless they travel at that time.
fn signers(plan: &Plan, signed: &[Entry]) -> Vec<Signers> {
    let mut all: Vec<Signers> = Vec::new();
    for entry in signed {
        for crew in attending(plan, entry) {
            let signers = of_delegation(plan, &mut all, crew.delegation);
            signers.unnamed = signers.unnamed.max(crew.unnamed);
            for delegate in crew.named.iter().filter_map(|id| plan.delegates.get(*id)) {
                signers.take(delegate, entry, None);
            }
        }
        for duty in duties_of(plan, entry) {
            if let Party::Delegate(id) = duty.party
                && let Some(delegate) = plan.delegates.get(id)
            {
                of_delegation(plan, &mut all, delegate.delegation).take(delegate, entry, Some(duty.role));
            }
        }
    }
    all.retain(|signers| !signers.named.is_empty() || signers.unnamed > 0);
    sort_by_key(&mut all, |signers| (signers.delegation.is_none(), signers.id));
    for signers in &mut all {
        sort_by_key(&mut signers.named, |signer| (fold(&signer.delegate.name), signer.delegate.id));
    }
    all
}

/// Those of a delegation, to add to.
fn of_delegation<'all>(plan: &Plan, all: &'all mut Vec<Signers>, id: DelegationId) -> &'all mut Signers {
    let place = all.iter().position(|signers| signers.id == id).unwrap_or(all.len());
    if place == all.len() {
        all.push(Signers { id, delegation: plan.delegations.get(id).cloned(), named: Vec::new(), unnamed: 0 });
    }
    &mut all[place]
}

impl Signers {
    /// Somebody signs for an entry, and has this role in it.
    fn take(&mut self, delegate: &Arc<Delegate>, entry: &Entry, role: Option<Role>) {
        if !delegate.can_be_there(entry.slot) {
            return;
        }
        match self.named.iter_mut().find(|signer| signer.delegate.id == delegate.id) {
            Some(known) => push_new(&mut known.roles, role),
            None => self.named.push(Signer { delegate: delegate.clone(), roles: role.into_iter().collect() }),
        }
    }
}

fn duties_of(plan: &Plan, entry: &Entry) -> Vec<Duty> {
    match &entry.event {
        Event::Session(session) => duties(plan, session, Audience::Everyone),
        _ => Vec::new(),
    }
}

fn speakers(plan: &Plan, signed: &[Entry]) -> Vec<Speaker> {
    let mut speakers: Vec<Speaker> = Vec::new();
    for duty in signed.iter().flat_map(|entry| duties_of(plan, entry)) {
        let Party::Named(name) = &duty.party else { continue };
        let name = name.trim();
        match speakers.iter_mut().find(|known| fold(&known.name) == fold(name)) {
            Some(known) => push_new(&mut known.roles, [duty.role]),
            None if name.is_empty() => {}
            None => speakers.push(Speaker { name: name.to_string(), roles: vec![duty.role] }),
        }
    }
    speakers
}
