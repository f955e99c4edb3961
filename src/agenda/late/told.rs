//! Whom to tell, how to reach them, and what changes for them.

use super::{Moved, Parting, day::Day, strand::Strand, way::Way};
use crate::agenda::places::percent_encoded;
use crate::circuit::Leg;
use crate::plan::{
    CoachId, Contact, Delegate, DelegateId, DelegationId, EntryId, GroupId, HostId, Party, Session, Slot,
};

/// Somebody who has to know.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Told {
    /// Who.
    pub who: Who,
    /// How to reach them, as far as that is known.
    pub reach: Vec<Reach>,
    /// What changes for them.
    pub changes: Vec<Change>,
    /// For hosts and drivers of groups that split up: how many were to come, and how many will.
    pub heads: Option<(usize, usize)>,
}

/// What changes for somebody.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Change {
    /// The entry.
    pub entry: EntryId,
    /// When it was; nothing for what they did not have to do.
    pub was: Option<Slot>,
    /// When it will be; nothing for what is left out.
    pub now: Option<Slot>,
}

/// Who has to know.
#[derive(Debug, Clone, PartialEq, Eq)]
#[allow(missing_docs, reason = "the names say it")]
pub enum Who {
    Driver(CoachId),
    Host(HostId),
    Guide(GroupId),
    Delegation(DelegationId),
    /// Somebody by name: with a role in a session, or who goes another way without the delegation.
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

impl Day<'_> {
    /// Whom to tell, those who wait first.
    pub fn told(&self, moved: &[Moved], left_out: &[EntryId], partings: &[Parting]) -> Vec<Told> {
        let plan = self.plan;
        let mut changes: Vec<Change> =
            moved.iter().map(|one| Change { entry: one.entry, was: Some(one.was), now: Some(one.now) }).collect();
        changes.extend(left_out.iter().map(|entry| Change { entry: *entry, was: self.was(*entry), now: None }));
        let of = |wanted: &dyn Fn(EntryId) -> bool| -> Vec<Change> {
            changes.iter().filter(|change| wanted(change.entry)).copied().collect()
        };
        // Until they part, hosts and drivers see one group.
        let is_twin = |entry: EntryId| match entry {
            EntryId::Stop(stop, Some(group)) | EntryId::LegTo(stop, Some(group)) => {
                let parted = plan.groups.get(group).and_then(|group| group.deviation.parted.as_ref());
                parted.is_some_and(|parted| parted.from.is_some() && parted.together.contains(&stop))
            }
            _ => false,
        };
        let left = |entry: EntryId| partings.iter().find(|parting| entry.group() == Some(parting.group));
        let mut told = Vec::new();
        let mut tell = |who, reach: Vec<Reach>, changes: Vec<Change>, heads: Option<(usize, usize)>| {
            if !changes.is_empty() || heads.is_some() {
                told.push(Told { who, reach, changes, heads });
            }
        };
        for coach in &plan.coaches {
            let new = partings.iter().filter(|parting| parting.coach == Some(coach.id));
            let rides: Vec<Change> = new.clone().flat_map(|parting| self.rides(parting)).collect();
            let carried = |entry: EntryId| {
                let carries = |leg: &Leg| plan.coach_to(entry.group()?, leg.stop());
                let leg = self.leg(entry).and_then(carries) == Some(coach.id);
                leg && !is_twin(entry) && rides.iter().all(|ride| ride.entry != entry)
            };
            let fewer = partings
                .iter()
                .find(|parting| plan.groups.get(parting.rest).is_some_and(|rest| rest.coach == Some(coach.id)));
            let fewer = fewer.map(|parting| (self.before_parting(parting.rest, partings), parting.stay));
            let more: usize = new.map(|parting| parting.heads).sum();
            let heads = fewer.or(Some((0, more))).filter(|(were, are)| were != are);
            tell(Who::Driver(coach.id), reach(&coach.driver), [rides.clone(), of(&carried)].concat(), heads);
        }
        for host in &plan.hosts {
            let is_here = |stop| plan.stops.get(stop).is_some_and(|stop| stop.host == host.id);
            // That those who went off do not come is said by how many do.
            let at = |entry: EntryId| match entry {
                EntryId::Stop(stop, _) => {
                    let stays_away = left(entry).is_some() && left_out.contains(&entry);
                    is_here(stop) && !stays_away && !is_twin(entry)
                }
                _ => false,
            };
            let come = |will: bool| -> usize {
                let comes = |way: &&Way| {
                    let stays = if will { &way.after.stays } else { &way.before.stays };
                    stays.iter().any(|stay| is_here(stay.stop))
                };
                self.ways().filter(comes).filter_map(|way| way.group).map(|group| plan.heads_in(group)).sum()
            };
            let (were, are) = (come(false), come(true));
            let heads = Some((were, are)).filter(|_| !partings.is_empty() && were != are && are > 0);
            tell(Who::Host(host.id), reach(&host.contact), of(&at), heads);
        }
        for group in &plan.groups {
            let known = reach(&group.guide);
            if !known.is_empty() {
                tell(Who::Guide(group.id), known, of(&|entry| entry.group() == Some(group.id)), None);
            }
        }
        let went = |person: DelegateId| {
            partings
                .iter()
                .filter_map(|parting| plan.groups.get(parting.group))
                .any(|group| group.delegates.contains(&person))
        };
        for delegation in &plan.delegations {
            let theirs = |entry: EntryId| match left(entry).and_then(|parting| plan.groups.get(parting.group)) {
                Some(group) => group.delegations.contains(&delegation.id),
                None => self.strand(entry).is_some_and(|strand| strand.needs(plan, delegation.id)),
            };
            let people = plan.delegates_of(delegation.id).filter(|person| !went(person.id));
            let people = people.filter_map(|delegate| of_delegate(delegate));
            tell(Who::Delegation(delegation.id), people.collect(), of(&theirs), None);
        }
        for person in plan.delegates.iter().filter(|person| went(person.id)) {
            let theirs = |entry: EntryId| {
                let group = left(entry).and_then(|parting| plan.groups.get(parting.group));
                group.is_some_and(|group| group.delegates.contains(&person.id))
            };
            let who = Who::Role(Party::Delegate(person.id));
            tell(who, of_delegate(person).into_iter().collect(), of(&theirs), None);
        }
        for party in self.parties(moved, left_out) {
            let role = |entry| self.session(entry).is_some_and(|session| roles(session).any(|other| *other == party));
            let person = match &party {
                Party::Delegate(id) => plan.delegates.get(*id).and_then(|delegate| of_delegate(delegate)),
                _ => None,
            };
            tell(Who::Role(party.clone()), person.into_iter().collect(), of(&role), None);
        }
        told
    }

    /// The legs of those who go, for a driver who did not have to carry them.
    fn rides(&self, parting: &Parting) -> Vec<Change> {
        let way = self.ways().find(|way| way.after.group == Some(parting.group));
        let legs = way
            .into_iter()
            .flat_map(|way| way.after.legs.iter().skip_while(|leg| parting.ride.is_none_or(|(own, _)| leg.id != own)));
        legs.map(|leg| Change { entry: leg.id, was: None, now: Some(leg.slot()) }).collect()
    }

    /// How many a group was before others came off it.
    fn before_parting(&self, rest: GroupId, partings: &[Parting]) -> usize {
        let gone = partings.iter().filter(|parting| parting.rest == rest).map(|parting| parting.heads);
        let stay = self.plan.groups.get(rest).map_or(0, |rest| self.plan.heads_in(rest));
        stay + gone.sum::<usize>()
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

    /// A leg as it will be, or as it is where it is left out.
    fn leg(&self, entry: EntryId) -> Option<&Leg> {
        let way = self.strand(entry).and_then(Strand::way)?;
        way.after.legs.iter().chain(&way.before.legs).find(|leg| leg.id == entry)
    }

    fn session(&self, entry: EntryId) -> Option<&Session> {
        self.strand(entry).and_then(Strand::session)
    }

    /// When an entry is, as the plan stands.
    fn was(&self, entry: EntryId) -> Option<Slot> {
        let strand = self.strand(entry)?;
        let Some(way) = strand.way() else { return strand.session().map(|session| session.slot) };
        let stop = way.before.stays.iter().find(|stay| EntryId::Stop(stay.stop, way.before.group) == entry);
        let leg = || way.before.legs.iter().find(|leg| leg.id == entry).map(Leg::slot);
        stop.map(crate::circuit::Stay::slot).or_else(leg)
    }
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
