//! What does not work any more after a delay, and did before.

use super::{Broken, day::Day, strand::Strand, way::Way};
use crate::circuit::{
    Stay,
    reception::{Guest, is_one_party},
};
use crate::plan::{EntryId, GroupId, HostId, Party, Place, Session};
use chrono::NaiveDateTime;

/// From when to when something is.
type Span = (NaiveDateTime, NaiveDateTime);

impl Day<'_> {
    /// What breaks, the people's next first.
    pub fn broken(&self) -> Vec<Broken> {
        let mut broken = self.missed.clone();
        for strand in self.strands.iter().filter(|strand| !strand.dropped) {
            if let Some(way) = strand.way().filter(|way| way.is_changed()) {
                self.on_way(way, &mut broken);
            }
            if let Some(session) = strand.session().filter(|_| strand.by() != (0, 0)) {
                self.beside(strand, session, &mut broken);
            }
            if strand.by().1 > 0 {
                self.departures(strand, &mut broken);
            }
        }
        broken
    }

    fn on_way(&self, way: &Way, broken: &mut Vec<Broken>) {
        let group = way.after.group;
        for stay in &way.after.stays {
            let known = way.before.stays.iter().find(|known| known.stop == stay.stop).map_or(0, |known| known.late);
            let window = self.plan.stops.get(stay.stop).and_then(|stop| stop.window);
            if let Some(window) = window.filter(|_| stay.late > known) {
                broken.push(Broken::Window { stop: stay.stop, group, closes: window.to(), late: stay.late });
            }
            self.at_host(way, stay, broken);
        }
        let late = way.after.back_late(way.visit.return_by);
        if let Some(by) = way.visit.return_by.filter(|by| late > way.before.back_late(Some(*by))) {
            broken.push(Broken::Return { visit: way.visit.id, group, by, late });
        }
    }

    /// Another group that is at the host at the same time, and was not.
    fn at_host(&self, way: &Way, stay: &Stay, broken: &mut Vec<Broken>) {
        let host = |stay: &Stay| self.plan.stops.get(stay.stop).map(|stop| stop.host);
        let (Some(group), Some(here)) = (way.after.group, host(stay)) else { return };
        let takes = usize::from(self.plan.hosts.get(here).map_or(1, |host| host.groups_at_once.max(1)));
        // What the host sees of a group that is there during a stay of ours, unless it receives both as one.
        let meets = |ours: &Stay, other: &Way, stays: &[Stay]| {
            let there = stays.iter().find(|theirs| host(theirs) == Some(here) && overlap(at(theirs), at(ours)))?;
            let guest = other.guest(self.plan, there);
            (!is_one_party(&guest, &way.guest(self.plan, ours))).then_some((guest, there.received))
        };
        let old = way.before.stays.iter().find(|old| old.stop == stay.stop);
        let (mut before, mut now, mut newcomer) = (Parties::default(), Parties::default(), None);
        for other in self.ways().filter(|other| other.id() != way.id()) {
            let was = old.and_then(|old| meets(old, other, &other.before.stays));
            let is = meets(stay, other, &other.after.stays);
            if let (Some((guest, since)), Some(id)) = (&is, other.after.group)
                && now.add(guest)
            {
                newcomer = newcomer.or(Some((*since, id)).filter(|_| was.is_none()));
            }
            if let Some((guest, _)) = was {
                before.add(&guest);
            }
        }
        let crowd = now.0.len() >= takes && now.0.len() > before.0.len();
        let Some((since, other)) = newcomer.filter(|_| crowd) else { return };
        if !known(broken, here, group, other) {
            let (first, second) = if since > stay.received { (group, other) } else { (other, group) };
            broken.push(Broken::Hosts { host: here, group: second, other: first, at: since.max(stay.received) });
        }
    }

    /// The room, and people with a role, that another session needs by then.
    fn beside(&self, strand: &Strand, session: &Session, broken: &mut Vec<Broken>) {
        for other in self.strands.iter().filter(|other| !other.dropped) {
            let Some(next) = other.session().filter(|next| next.id != session.id) else { continue };
            if !overlap(strand.now, other.now) || overlap(strand.was, other.was) {
                continue;
            }
            if let Place::Room(room) = session.place
                && next.place == session.place
            {
                let at = strand.now.0.max(other.now.0);
                broken.push(Broken::Room { room, session: session.id, next: next.id, at });
                continue;
            }
            let has = |party: &&Party| !matches!(party, Party::Delegation(_)) && roles(next).any(|role| role == *party);
            if let Some(party) = roles(session).find(has) {
                broken.push(Broken::Person { party: party.clone(), session: session.id, next: next.id });
            }
        }
    }

    /// People whose train or flight leaves before it is over now, and left after it.
    fn departures(&self, strand: &Strand, broken: &mut Vec<Broken>) {
        let entry: EntryId = strand.ends().1;
        for delegate in &self.plan.delegates {
            let Some(leaves) = delegate.departure.as_ref().map(|travel| travel.at) else { continue };
            let there = match strand.way() {
                Some(Way { visit, group: Some(group), .. }) => {
                    self.plan.group_of(visit.id, delegate).is_some_and(|theirs| theirs.id == group.id)
                }
                _ => strand.needs(self.plan, delegate.delegation),
            };
            if there && strand.now.1 > leaves && strand.was.1 <= leaves {
                broken.push(Broken::Departure { delegate: delegate.id, at: leaves, entry });
            }
        }
    }
}

/// Guests of one host, each party once.
#[derive(Default)]
struct Parties(Vec<Guest>);

impl Parties {
    fn add(&mut self, guest: &Guest) -> bool {
        let new = !self.0.iter().any(|known| is_one_party(known, guest));
        if new {
            self.0.push(*guest);
        }
        new
    }
}

fn known(broken: &[Broken], here: HostId, one: GroupId, two: GroupId) -> bool {
    broken.iter().any(|broken| match broken {
        Broken::Hosts { host, group, other, .. } => {
            *host == here && ((*group, *other) == (one, two) || (*group, *other) == (two, one))
        }
        _ => false,
    })
}

fn at(stay: &Stay) -> Span {
    (stay.received, stay.leaves)
}

fn overlap(one: Span, two: Span) -> bool {
    one.0 < two.1 && two.0 < one.1
}

fn roles(session: &Session) -> impl Iterator<Item = &Party> {
    session.chair.iter().chain(&session.speakers).chain(&session.rapporteur)
}
