//! The demands that a visit makes, by name, and the ways to ask for less.

use super::problem::{Problem, Window};

/// Something that is asked for, and that may be what makes a visit impossible.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[allow(missing_docs, reason = "the numbers are those of the group and the host")]
pub enum Demand {
    /// Minutes between two groups at a host.
    Gap { host: usize },
    /// A group starts not before a moment.
    Start { group: usize },
    /// A group starts not after a moment.
    StartBy { group: usize },
    /// A group has no more heads than its coach has seats.
    Seats { group: usize },
    /// A stop is pinned to a position in the order.
    Position { group: usize, host: usize },
    /// A stop is pinned to a moment.
    Received { group: usize, host: usize },
    /// A group is back by a moment.
    ReturnBy { group: usize },
    /// A host takes no more heads at once.
    Capacity { host: usize },
    /// A host takes no more groups at once.
    AtOnce { host: usize },
    /// A host receives in its windows only.
    Windows { host: usize },
}

/// A way to ask for less. Minutes are the least that help.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[allow(missing_docs, reason = "the numbers are those of the group and the host")]
pub enum Relaxation {
    /// Every group may be back later.
    ReturnLater { minutes: u16 },
    /// Every stay at the host is shorter.
    ShorterStay { host: usize, minutes: u16 },
    /// The host's first window opens earlier.
    OpenEarlier { host: usize, minutes: u16 },
    /// The host's last window closes later.
    OpenLater { host: usize, minutes: u16 },
    /// The group has a coach with so many seats.
    BiggerCoach { group: usize, seats: u16 },
    /// The group is divided into so many, as even as can be, each with such a coach of its own.
    FurtherGroups { group: usize, parts: u16 },
    /// The group does not visit the host.
    LeaveOut { group: usize, host: usize },
}

/// When a group may be back that has no return to keep: a week later.
const WHENEVER: u16 = 7 * 24 * 60;

/// All demands of a problem, those that matter least to a reader first.
#[must_use]
pub fn demands(problem: &Problem) -> Vec<Demand> {
    let mut demands = Vec::new();
    let visited = |host: usize| problem.groups.iter().any(|group| group.calls.iter().any(|call| call.host == host));
    let hosts: Vec<usize> = (0..problem.hosts.len()).filter(|&host| visited(host)).collect();
    demands.extend(hosts.iter().filter(|&&host| problem.hosts[host].gap > 0).map(|&host| Demand::Gap { host }));
    for (group, record) in problem.groups.iter().enumerate().filter(|(_, record)| !record.calls.is_empty()) {
        if record.start > 0 {
            demands.push(Demand::Start { group });
        }
        if record.start_by.is_some() {
            demands.push(Demand::StartBy { group });
        }
        if record.seats.is_some() {
            demands.push(Demand::Seats { group });
        }
        for call in &record.calls {
            if call.position.is_some() {
                demands.push(Demand::Position { group, host: call.host });
            }
            if call.received.is_some() {
                demands.push(Demand::Received { group, host: call.host });
            }
        }
        demands.push(Demand::ReturnBy { group });
    }
    for host in hosts {
        if problem.hosts[host].capacity.is_some() {
            demands.push(Demand::Capacity { host });
        }
        demands.push(Demand::AtOnce { host });
        if !problem.hosts[host].windows.is_empty() {
            demands.push(Demand::Windows { host });
        }
    }
    demands
}

/// Takes a demand back.
pub fn drop_demand(problem: &mut Problem, demand: Demand) {
    match demand {
        Demand::Gap { host } => problem.hosts[host].gap = 0,
        Demand::Start { group } => problem.groups[group].start = 0,
        Demand::StartBy { group } => problem.groups[group].start_by = None,
        Demand::Seats { group } => problem.groups[group].seats = None,
        Demand::ReturnBy { group } => problem.groups[group].back_by = WHENEVER,
        Demand::Capacity { host } => problem.hosts[host].capacity = None,
        Demand::AtOnce { host } => problem.hosts[host].at_once = u16::MAX,
        Demand::Windows { host } => problem.hosts[host].windows.clear(),
        Demand::Position { group, host } | Demand::Received { group, host } => {
            for call in problem.groups[group].calls.iter_mut().filter(|call| call.host == host) {
                if matches!(demand, Demand::Received { .. }) {
                    call.received = None;
                } else {
                    call.position = None;
                }
            }
        }
    }
}

/// Asks for less.
pub fn relax(problem: &mut Problem, relaxation: Relaxation) {
    match relaxation {
        Relaxation::ReturnLater { minutes } => {
            for group in &mut problem.groups {
                group.back_by = group.back_by.saturating_add(minutes);
            }
        }
        Relaxation::ShorterStay { host, minutes } => {
            for group in &mut problem.groups {
                for call in group.calls.iter_mut().filter(|call| call.host == host) {
                    call.stay = call.stay.saturating_sub(minutes).max(1);
                }
            }
        }
        Relaxation::OpenEarlier { host, minutes } => {
            let windows = &mut problem.hosts[host].windows;
            if let Some(first) = windows.iter_mut().min_by_key(|window: &&mut Window| window.from) {
                first.from = first.from.saturating_sub(minutes);
            }
        }
        Relaxation::OpenLater { host, minutes } => {
            let windows = &mut problem.hosts[host].windows;
            if let Some(last) = windows.iter_mut().max_by_key(|window: &&mut Window| window.to) {
                last.to = last.to.saturating_add(minutes);
            }
        }
        Relaxation::BiggerCoach { group, seats } => problem.groups[group].seats = Some(seats),
        Relaxation::FurtherGroups { group, parts } => {
            // The larger ones first, the group itself among them; the others come last.
            let whole = problem.groups[group].heads;
            for part in (0..parts.max(1)).rev() {
                let heads = whole / parts.max(1) + u16::from(part < whole % parts.max(1));
                problem.groups[group].heads = heads;
                if part > 0 {
                    problem.groups.push(problem.groups[group].clone());
                    if let Some(former) = problem.former.get(group).cloned() {
                        problem.former.push(former);
                    }
                }
            }
        }
        Relaxation::LeaveOut { group, host } => {
            problem.groups[group].calls.retain(|call| call.host != host);
        }
    }
}

impl Relaxation {
    /// The same, by another number of minutes.
    pub(super) fn by(self, minutes: u16) -> Self {
        match self {
            Self::ReturnLater { .. } => Self::ReturnLater { minutes },
            Self::ShorterStay { host, .. } => Self::ShorterStay { host, minutes },
            Self::OpenEarlier { host, .. } => Self::OpenEarlier { host, minutes },
            Self::OpenLater { host, .. } => Self::OpenLater { host, minutes },
            other => other,
        }
    }

    /// By how many minutes, where it is a question of minutes.
    #[must_use]
    pub fn minutes(self) -> Option<u16> {
        match self {
            Self::ReturnLater { minutes }
            | Self::ShorterStay { minutes, .. }
            | Self::OpenEarlier { minutes, .. }
            | Self::OpenLater { minutes, .. } => Some(minutes),
            _ => None,
        }
    }
}
