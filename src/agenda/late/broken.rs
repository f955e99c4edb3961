//! What does not work any more after a delay, and did before.

use super::{Broken, day::Day, hosts::Clash, strand::Strand, way::Way};
use crate::plan::{EntryId, Party, Place, Session};
use chrono::NaiveDateTime;

/// From when to when something is.
type Span = (NaiveDateTime, NaiveDateTime);

impl Day<'_> {
    /// What breaks, the people's next first.
    pub fn broken(&self) -> Vec<Broken> {
        let (mut broken, mut clashes) = (self.missed.clone(), self.clashes());
        for strand in self.strands.iter().filter(|strand| !strand.dropped) {
            if let Some(way) = strand.way().filter(|way| way.is_changed()) {
                self.on_way(way, &mut clashes, &mut broken);
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

    fn on_way(&self, way: &Way, clashes: &mut Vec<Clash>, broken: &mut Vec<Broken>) {
        let group = way.after.group;
        for stay in &way.after.stays {
            let known = way.before.stays.iter().find(|known| known.stop == stay.stop).map_or(0, |known| known.late);
            let window = self.plan.stops.get(stay.stop).and_then(|stop| stop.window);
            if let Some(window) = window.filter(|_| stay.late > known) {
                broken.push(Broken::Window { stop: stay.stop, group, closes: window.to(), late: stay.late });
            }
            // Each is said once, of the first of those that meet.
            broken.extend(clashes.extract_if(.., |clash| clash.has(group, stay.stop)).map(Clash::broken));
        }
        let late = way.after.back_late(way.visit.return_by);
        if let Some(by) = way.visit.return_by.filter(|by| late > way.before.back_late(Some(*by))) {
            broken.push(Broken::Return { visit: way.visit.id, group, by, late });
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

fn overlap(one: Span, two: Span) -> bool {
    one.0 < two.1 && two.0 < one.1
}

fn roles(session: &Session) -> impl Iterator<Item = &Party> {
    session.chair.iter().chain(&session.speakers).chain(&session.rapporteur)
}
