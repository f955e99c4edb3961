//! The problem as the search reckons with it: signed minutes, groups that travel, and which of them are alike.

use super::problem::{Cost, Group, Host, Problem, Route, Stopover};
use super::timing::{Aim, Price};
use crate::circuit::{reception::has_room, rush};

/// Later than any moment.
pub const NEVER: i32 = 40_000;

/// The problem, laid out for reckoning.
pub struct Model {
    pub problem: Problem,
    pub teams: Vec<Team>,
    /// A group is too large for its coach or for a host: nothing to search.
    pub hopeless: bool,
    /// Drives are always the same and no host has two windows.
    pub simple: bool,
    formers: Vec<Former>,
}

/// The former moments of a team: of its start, of each call, of its return; -1 where they do not count.
pub type Former = (i32, Vec<i32>, i32);

/// A group that has somebody to visit.
pub struct Team {
    /// Its number in the problem.
    pub group: usize,
    /// What gathering, boarding and the stays take, whatever the order.
    pub busy: i32,
    /// The first team that differs from it in nothing, if that is another.
    pub twin: Option<usize>,
}

impl Model {
    pub fn new(problem: &Problem) -> Self {
        let mut teams: Vec<Team> = Vec::new();
        let mut hopeless = false;
        for (index, group) in problem.groups.iter().enumerate() {
            if group.calls.is_empty() {
                continue;
            }
            hopeless |= group.seats.is_some_and(|seats| seats < group.heads);
            let mut busy = i32::from(group.gathering) + i32::from(group.boarding_back);
            for call in &group.calls {
                busy += i32::from(call.boarding) + i32::from(call.stay);
                let host = &problem.hosts[call.host];
                hopeless |= host.at_once == 0 || host.capacity.is_some_and(|capacity| capacity < group.heads);
            }
            let alike = |team: &Team| {
                problem.groups[team.group] == *group && problem.former.get(team.group) == problem.former.get(index)
            };
            let twin = (0..teams.len()).find(|&other| alike(&teams[other]));
            teams.push(Team { group: index, busy, twin });
        }
        let simple = problem.rush.is_none() && problem.hosts.iter().all(|host| host.windows.len() < 2);
        let formers = teams.iter().map(|team| former(problem, team.group)).collect();
        Self { problem: problem.clone(), teams, hopeless, simple, formers }
    }

    /// The first of the teams that are like this one.
    pub fn class(&self, team: usize) -> usize {
        self.teams[team].twin.unwrap_or(team)
    }

    pub fn group(&self, team: usize) -> &Group {
        &self.problem.groups[self.teams[team].group]
    }

    pub fn host(&self, host: usize) -> &Host {
        &self.problem.hosts[host]
    }

    /// The former moments of a team.
    pub fn former_of(&self, team: usize) -> &Former {
        &self.formers[team]
    }

    /// What the drive takes; departures after the last moment count as at it.
    pub fn drive(&self, from: usize, to: usize, departs: i32) -> i32 {
        if from == to {
            return 0;
        }
        let minutes = self.problem.drives[from * self.problem.places + to];
        match self.problem.rush {
            None => i32::from(minutes),
            rush => i32::from(rush::drive(minutes, u16::try_from(departs).unwrap_or(0), rush)),
        }
    }

    /// The latest departure that arrives by `arrives`.
    pub fn latest_departure(&self, from: usize, to: usize, arrives: i32) -> i32 {
        if from == to {
            return arrives;
        }
        let mut departs = arrives - i32::from(self.problem.drives[from * self.problem.places + to]);
        let Some(rush) = self.problem.rush else { return departs };
        // Never too far back: a minute earlier at the start is at most (100 + percent)/100 earlier at the end.
        while departs >= 0 {
            let late = departs + self.drive(from, to, departs) - arrives;
            if late <= 0 {
                break;
            }
            departs -= (late * 100 / (100 + i32::from(rush.percent)) - 1).max(1);
        }
        departs
    }

    /// The earliest moment from `moment` on at which the host can receive somebody for `stay` minutes.
    pub fn opens(&self, host: usize, stay: i32, moment: i32) -> i32 {
        let windows = &self.host(host).windows;
        let mut best = if windows.is_empty() { moment } else { NEVER };
        for window in windows {
            let first = moment.max(i32::from(window.from));
            if first + stay <= i32::from(window.to) {
                best = best.min(first);
            }
        }
        best
    }

    /// The latest moment up to `moment` at which the host can receive somebody for `stay` minutes; -1: none.
    pub fn closes(&self, host: usize, stay: i32, moment: i32) -> i32 {
        let windows = &self.host(host).windows;
        let mut best = if windows.is_empty() { moment } else { -1 };
        for window in windows {
            let last = moment.min(i32::from(window.to) - stay);
            if last >= i32::from(window.from) {
                best = best.max(last);
            }
        }
        best
    }

    /// Whether groups of so many heads may be at the host together.
    pub fn together(&self, host: usize, groups: i32, heads: i32) -> bool {
        let host = self.host(host);
        let whole = |number: i32| usize::try_from(number).unwrap_or(0);
        has_room(usize::from(host.at_once), host.capacity, whole(groups), whole(heads))
    }

    /// A moment before which the team cannot be back, whatever its order.
    pub fn back_at_least(&self, team: usize) -> i32 {
        let group = self.group(team);
        let place = |call: usize| group.calls.get(call).map_or(group.from, |call| self.host(call.host).place);
        let count = group.calls.len();
        let mut back = i32::from(group.start) + self.teams[team].busy;
        for to in 0..=count {
            // The way to each call comes from the start or another call; the way back from some call.
            let end = if to < count { place(to) } else { group.to };
            let drive = |from: usize| i32::from(self.problem.drives[place(from) * self.problem.places + end]);
            let ways = (0..=count).filter(|&from| from != to);
            back += ways.map(|from| if place(from) == end { 0 } else { drive(from) }).min().unwrap_or(0);
        }
        back
    }

    /// A cost as the price that the timing reckons with.
    pub fn price(&self, aim: Aim, cost: &Cost) -> Price {
        let whole = |amount: u32| i32::try_from(amount).unwrap_or(i32::MAX);
        let (driving, waiting) = (whole(cost.driving), whole(cost.waiting));
        let changes = if self.problem.few_changes { whole(cost.changes) } else { 0 };
        match aim {
            Aim::Driving => [driving, driving + waiting, changes],
            Aim::Waiting => [waiting, driving, changes],
            Aim::Changes => [changes, driving, driving + waiting],
        }
    }

    /// Routes for the problem's groups from those of the teams.
    pub fn routes(&self, mut of_team: impl FnMut(usize) -> Route) -> Vec<Route> {
        let rest = |group: &Group| Route {
            start: group.start,
            stops: Vec::new(),
            departs_back: group.start,
            back: group.start,
        };
        let mut routes: Vec<Route> = self.problem.groups.iter().map(rest).collect();
        for (index, team) in self.teams.iter().enumerate() {
            routes[team.group] = of_team(index);
        }
        routes
    }

    /// The route of a team that starts at `start`, is received in this order at these moments and leaves for each leg
    /// at `departs`.
    pub fn route(&self, team: usize, order: &[u8], start: i32, received: &[i32], departs: &[i32]) -> Route {
        let group = self.group(team);
        let minute = |moment: i32| u16::try_from(moment).unwrap_or(u16::MAX);
        let mut stops = Vec::new();
        let mut place = group.from;
        for (position, &call) in order.iter().enumerate() {
            let call = &group.calls[usize::from(call)];
            let next = self.host(call.host).place;
            stops.push(Stopover {
                host: call.host,
                departs: minute(departs[position]),
                arrives: minute(departs[position] + self.drive(place, next, departs[position])),
                received: minute(received[position]),
                leaves: minute(received[position] + i32::from(call.stay)),
            });
            place = next;
        }
        let departs_back = departs[order.len()];
        let back = departs_back + self.drive(place, group.to, departs_back);
        Route { start: minute(start), stops, departs_back: minute(departs_back), back: minute(back) }
    }
}

fn former(problem: &Problem, group: usize) -> Former {
    let calls = &problem.groups[group].calls;
    let route = problem.former.get(group).filter(|_| problem.few_changes);
    let Some(route) = route else { return (-1, vec![-1; calls.len()], -1) };
    let received = |host| route.received(host).map_or(-1, i32::from);
    (i32::from(route.start), calls.iter().map(|call| received(call.host)).collect(), i32::from(route.back))
}
