//! What hosts cannot do with the groups of a day: too many at once, too many heads, one too soon after another.

use super::{Broken, day::Day, way::Way};
use crate::circuit::{
    Itinerary, Stay,
    reception::{Conflict, Guest, conflicts, is_one_party, together},
};
use crate::order::sort_by_key;
use crate::plan::{GroupId, Host, StopId};

/// What a host cannot do, as the checks find it.
pub(super) struct Clash {
    conflict: Conflict,
    /// The groups that meet, or that follow each other, each at its stop, by when they come.
    those: Vec<(GroupId, StopId)>,
    broken: Broken,
}

impl Clash {
    /// Whether a group meets another in it at a stop.
    pub fn has(&self, group: Option<GroupId>, stop: StopId) -> bool {
        self.those.iter().any(|(known, at)| Some(*known) == group && *at == stop)
    }

    /// What is said of it.
    pub fn broken(self) -> Broken {
        self.broken
    }

    /// Whether the host could not do the same before, nor more.
    fn is_new(&self, before: &[Self]) -> bool {
        let within = |old: &Self| self.those.iter().all(|one| old.those.contains(one));
        !before.iter().any(|old| match (&self.conflict, &old.conflict) {
            (Conflict::Gap(_, has), Conflict::Gap(_, had)) => old.those == self.those && has >= had,
            (Conflict::Crowd, Conflict::Crowd) | (Conflict::Heads(_), Conflict::Heads(_)) => within(old),
            _ => false,
        })
    }
}

/// A group at a host.
struct Visitor<'day> {
    group: GroupId,
    stay: &'day Stay,
    guest: Guest,
}

impl Day<'_> {
    /// What the hosts of the day cannot do any more.
    pub fn clashes(&self) -> Vec<Clash> {
        let mut clashes = Vec::new();
        for host in &self.plan.hosts {
            let before = self.at_host(host, |way| &way.before);
            let after = self.at_host(host, |way| &way.after).into_iter();
            clashes.extend(after.filter(|clash| clash.is_new(&before)));
        }
        clashes
    }

    fn at_host(&self, host: &Host, times: impl for<'way> Fn(&'way Way) -> &'way Itinerary) -> Vec<Clash> {
        let is_here = |stay: &&Stay| self.plan.stops.get(stay.stop).is_some_and(|stop| stop.host == host.id);
        let mut visitors = Vec::new();
        for (way, group) in self.ways().filter_map(|way| Some((way, way.before.group?))) {
            let stays = times(way).stays.iter().filter(is_here);
            visitors.extend(stays.map(|stay| Visitor { group, stay, guest: way.guest(self.plan, stay) }));
        }
        sort_by_key(&mut visitors, |one| (one.stay.received, one.stay.leaves, one.group, one.stay.stop));
        let guests: Vec<Guest> = visitors.iter().map(|visitor| visitor.guest).collect();
        let mut clashes = Vec::new();
        for place in 0..visitors.len() {
            // Of those who come as one party, the last stands for all.
            if guests[place + 1..].iter().any(|other| is_one_party(&guests[place], other)) {
                continue;
            }
            for conflict in conflicts(host, &guests, place) {
                clashes.extend(clash(host, &visitors, place, conflict));
            }
        }
        clashes
    }
}

/// What is said of a conflict of the visitor of a number; nothing where one group by itself is too many.
fn clash(host: &Host, visitors: &[Visitor], place: usize, conflict: Conflict) -> Option<Clash> {
    let Visitor { group, stay, guest } = &visitors[place];
    let guests: Vec<Guest> = visitors.iter().map(|visitor| visitor.guest).collect();
    let (id, group, at) = (host.id, *group, stay.received);
    let mut there = together(&guests, place);
    let broken = match conflict {
        Conflict::Crowd => {
            let other = there.iter().find(|other| !is_one_party(&guests[**other], guest))?;
            Broken::Hosts { host: id, group, other: visitors[*other].group, at }
        }
        Conflict::Heads(_) if there.len() < 2 => return None,
        Conflict::Heads(heads) => Broken::Heads { host: id, group, heads, takes: host.capacity?, at },
        Conflict::Gap(before, has) => {
            there = vec![before, place];
            Broken::Gap { host: id, group, other: visitors[before].group, needs: host.gap, has }
        }
    };
    let those = there.into_iter().map(|other| (visitors[other].group, visitors[other].stay.stop)).collect();
    Some(Clash { conflict, those, broken })
}
