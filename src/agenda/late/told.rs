//! Whom to tell, how to reach them, and what changes for them.

use super::Moved;
use super::day::{Day, Strand};
use crate::agenda::places::percent_encoded;
use crate::plan::{CoachId, Contact, Delegate, DelegationId, EntryId, GroupId, HostId, Party, Session, Slot};

/// Somebody who has to know.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Told {
    /// Who.
    pub who: Who,
    /// How to reach them, as far as that is known.
    pub reach: Vec<Reach>,
    /// What changes for them: when it was, and when it will be; nothing for what is left out.
    pub changes: Vec<(EntryId, Slot, Option<Slot>)>,
}

/// Who has to know.
#[derive(Debug, Clone, PartialEq, Eq)]
#[allow(missing_docs, reason = "the names say it")]
pub enum Who {
    Driver(CoachId),
    Host(HostId),
    Guide(GroupId),
    Delegation(DelegationId),
    /// Somebody with a role in a session.
    Role(Party),
}

/// A way to reach somebody; what is not known is empty.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reach {
    /// The person or the desk.
    pub name: String,
    /// The telephone number, as it was typed.
    pub phone: String,
    /// The e-mail address, as it was typed.
    pub email: String,
}

type Changes = Vec<(EntryId, Slot, Option<Slot>)>;

impl Day<'_> {
    /// Whom to tell, those who wait first.
    pub fn told(&self, moved: &[Moved], left_out: &[EntryId]) -> Vec<Told> {
        let plan = self.plan;
        let mut changes: Changes = moved.iter().map(|one| (one.entry, one.was, Some(one.now))).collect();
        changes.extend(left_out.iter().filter_map(|entry| Some((*entry, self.was(*entry)?, None))));
        let of = |wanted: &dyn Fn(EntryId) -> bool| -> Changes {
            changes.iter().filter(|(entry, ..)| wanted(*entry)).copied().collect()
        };
        let mut told = Vec::new();
        let mut tell = |who, reach: Vec<Reach>, changes: Changes| {
            if !changes.is_empty() {
                told.push(Told { who, reach, changes });
            }
        };
        for coach in &plan.coaches {
            let carried = |entry: EntryId| {
                let group = entry.group().and_then(|id| plan.groups.get(id));
                group.is_some_and(|group| group.coach == Some(coach.id)) && is_leg(entry)
            };
            tell(Who::Driver(coach.id), reach(&coach.driver), of(&carried));
        }
        for host in &plan.hosts {
            let at = |entry: EntryId| match entry {
                EntryId::Stop(stop, _) => plan.stops.get(stop).is_some_and(|stop| stop.host == host.id),
                _ => false,
            };
            tell(Who::Host(host.id), reach(&host.contact), of(&at));
        }
        for group in &plan.groups {
            let known = reach(&group.guide);
            if !known.is_empty() {
                tell(Who::Guide(group.id), known, of(&|entry| entry.group() == Some(group.id)));
            }
        }
        for delegation in &plan.delegations {
            let theirs = |entry| self.strand(entry).is_some_and(|strand| strand.needs(plan, delegation.id));
            let people = plan.delegates_of(delegation.id).filter_map(|delegate| of_delegate(delegate));
            tell(Who::Delegation(delegation.id), people.collect(), of(&theirs));
        }
        for party in self.parties(moved, left_out) {
            let role = |entry| self.session(entry).is_some_and(|session| roles(session).any(|other| *other == party));
            let person = match &party {
                Party::Delegate(id) => plan.delegates.get(*id).and_then(|delegate| of_delegate(delegate)),
                _ => None,
            };
            tell(Who::Role(party.clone()), person.into_iter().collect(), of(&role));
        }
        told
    }

    /// Who has a role in a session that moves or is left out; delegations are told anyway.
    fn parties(&self, moved: &[Moved], left_out: &[EntryId]) -> Vec<Party> {
        let entries = moved.iter().map(|moved| moved.entry).chain(left_out.iter().copied());
        let mut parties: Vec<Party> = Vec::new();
        for party in entries.filter_map(|entry| self.session(entry)).flat_map(roles) {
            if !matches!(party, Party::Delegation(_)) && !parties.contains(party) {
                parties.push(party.clone());
            }
        }
        parties
    }

    fn strand(&self, entry: EntryId) -> Option<&Strand<'_>> {
        self.strands.iter().find(|strand| match strand.way() {
            Some(way) => way.has(entry),
            None => strand.ends().0 == entry,
        })
    }

    fn session(&self, entry: EntryId) -> Option<&Session> {
        self.strand(entry).and_then(Strand::session)
    }

    /// When an entry is, as the plan stands.
    fn was(&self, entry: EntryId) -> Option<Slot> {
        let strand = self.strand(entry)?;
        let Some(way) = strand.way() else { return strand.session().map(|session| session.slot) };
        let stop = way.before.stays.iter().find(|stay| EntryId::Stop(stay.stop, way.before.group) == entry);
        let leg = || way.before.legs.iter().find(|leg| leg.id == entry).map(crate::circuit::Leg::slot);
        stop.map(crate::circuit::Stay::slot).or_else(leg)
    }
}

const fn is_leg(entry: EntryId) -> bool {
    matches!(entry, EntryId::LegTo(..) | EntryId::LegBack(..))
}

fn roles(session: &Session) -> impl Iterator<Item = &Party> {
    session.chair.iter().chain(&session.speakers).chain(&session.rapporteur)
}

fn reach(contact: &Contact) -> Vec<Reach> {
    let Contact { name, phone, email } = contact.clone();
    let known = [&name, &phone, &email].into_iter().any(|text| !text.trim().is_empty());
    if known { vec![Reach { name, phone, email }] } else { Vec::new() }
}

fn of_delegate(delegate: &Delegate) -> Option<Reach> {
    let reachable = !(delegate.phone.trim().is_empty() && delegate.email.trim().is_empty());
    let Delegate { name, phone, email, .. } = delegate.clone();
    reachable.then_some(Reach { name, phone, email })
}

/// The address that opens a message to several mail boxes (`mailto:`, RFC 6068); none where no address is one.
#[must_use]
pub fn mail_link(addresses: &[&str], subject: &str, body: &str) -> Option<String> {
    let mut boxes = Vec::new();
    for address in addresses.iter().map(|address| address.trim()) {
        let (name, domain) = address.split_once('@').unwrap_or_default();
        let plain = |letter: char| letter.is_ascii_alphanumeric() || "._-+'".contains(letter);
        if !name.is_empty() && domain.contains('.') && name.chars().chain(domain.chars()).all(plain) {
            boxes.push(percent_encoded(name) + "@" + &percent_encoded(domain));
        }
    }
    if boxes.is_empty() {
        return None;
    }
    // A line ends with CR and LF there (RFC 6068 5).
    let body = percent_encoded(&body.replace('\n', "\r\n"));
    Some(["mailto:", &boxes.join(","), "?subject=", &percent_encoded(subject), "&body=", &body].concat())
}
