//! What cannot be asked, what cannot be, and what would help, in words.

use crate::{
    app::{effects::intl, pages::visits::length, wording::title},
    circuit::{
        arrange::{Asked, Spot, Unasked, WayOut},
        search::{Demand, Reason, Relaxation, Turns},
    },
    i18n::Words,
    plan::{GroupId, Key, Plan, StopId},
};

/// Names one after the other, as in "A, B and C".
fn all(words: Words, names: &[String]) -> String {
    match names {
        [] => String::new(),
        [one] => one.clone(),
        [most @ .., last] => words.check_and(&most.join(", "), last),
    }
}

/// Some groups; everybody where there are none.
pub(super) fn groups(words: Words, plan: &Plan, groups: &[GroupId]) -> String {
    if groups.is_empty() {
        return words.arrange_everybody().to_string();
    }
    let names: Vec<String> = groups.iter().map(|group| title(words, plan, Key::Group(*group))).collect();
    all(words, &names)
}

/// Why the search cannot be asked.
pub(super) fn unasked(words: Words, plan: &Plan, why: &Unasked) -> String {
    match why {
        Unasked::OffPlan { groups: who } => words.arrange_off_plan(&groups(words, plan, who)),
        Unasked::NoStops => words.arrange_no_stops().to_string(),
        Unasked::NoDrives { spots } => {
            let name = |spot: &Spot| match spot {
                Spot::Start => words.arrange_spot_start().to_string(),
                Spot::Return => words.arrange_spot_return().to_string(),
                Spot::Stop(stop) => title(words, plan, Key::Stop(*stop)),
            };
            let names: Vec<String> = spots.iter().map(name).collect();
            words.arrange_no_drives(&all(words, &names))
        }
        Unasked::Twice { host } => words.arrange_twice(&title(words, plan, Key::Host(*host))),
        Unasked::Apart { groups: who } => words.arrange_apart(&groups(words, plan, who)),
        Unasked::TooMany { groups: who, stop } => {
            words.arrange_too_many(&groups(words, plan, who), &title(words, plan, Key::Stop(*stop)))
        }
    }
}

/// What helps groups that share a coach.
pub(super) fn way_out(words: Words, plan: &Plan, way: &WayOut) -> String {
    match way {
        WayOut::OtherCoach { groups: who } => words.arrange_way_coach(&groups(words, plan, who)),
        WayOut::MoreAtOnce { stops, groups } => {
            let names: Vec<String> = stops.iter().map(|stop| title(words, plan, Key::Stop(*stop))).collect();
            words.arrange_way_at_once(usize::from(*groups), &all(words, &names))
        }
    }
}

/// A problem's numbers by their names.
pub(super) struct Names<'a> {
    pub words: Words,
    pub plan: &'a Plan,
    pub asked: &'a Asked,
}

impl Names<'_> {
    fn host(&self, host: usize) -> String {
        self.asked
            .stops
            .get(host)
            .map(|stop: &StopId| title(self.words, self.plan, Key::Stop(*stop)))
            .unwrap_or_default()
    }

    fn group(&self, unit: usize) -> String {
        self.asked.units.get(unit).map(|unit| groups(self.words, self.plan, unit)).unwrap_or_default()
    }

    /// The same inside a sentence.
    fn within(&self, unit: usize) -> String {
        let all = self.asked.units.get(unit).is_some_and(Vec::is_empty);
        if all { self.words.arrange_all().to_string() } else { self.group(unit) }
    }

    fn time(&self, minute: u16) -> String {
        intl::time(self.words.language(), self.asked.moment(minute))
    }

    fn length(&self, minutes: u16) -> String {
        length(self.words, u32::from(minutes))
    }

    /// What cannot hold together, a sentence each, without saying the same of every group.
    pub fn demands(&self, reason: &Reason) -> Vec<String> {
        let mut sentences: Vec<String> = Vec::new();
        let mut push = |sentence: String| {
            if !sentences.contains(&sentence) {
                sentences.push(sentence);
            }
        };
        for demand in &reason.demands {
            push(self.demand(*demand, reason));
        }
        for turns in &reason.turns {
            let home = reason.demands.iter().any(|demand| matches!(demand, Demand::ReturnBy { .. }));
            // Turns explain something where there are several and time is short.
            if turns.turns > 1 && (home || turns.closes.is_some_and(|closes| turns.ends > closes)) {
                push(self.turns(turns));
            }
        }
        sentences
    }

    /// Whether all groups together are asked this.
    fn is_of_all(&self, reason: &Reason, same: impl Fn(&Demand) -> bool) -> bool {
        reason.demands.iter().filter(|demand| same(demand)).count() == self.asked.units.len()
    }

    /// The group, or everybody where the same is asked of all.
    fn who(&self, group: usize, all: bool) -> String {
        if all { self.words.arrange_everybody().to_string() } else { self.group(group) }
    }

    fn demand(&self, demand: Demand, reason: &Reason) -> String {
        let words = self.words;
        let problem = &self.asked.problem;
        match demand {
            Demand::Gap { host } => words.arrange_demand_gap(&self.host(host), &self.length(problem.hosts[host].gap)),
            Demand::Start { group } => {
                let all = self.is_of_all(reason, |demand| matches!(demand, Demand::Start { .. }));
                words.arrange_demand_start(&self.who(group, all), &self.time(problem.groups[group].start))
            }
            Demand::StartBy { group } => {
                let by = problem.groups[group].start_by.unwrap_or_default();
                words.arrange_demand_start_by(&self.group(group), &self.time(by))
            }
            Demand::Seats { group } => {
                let group_record = &problem.groups[group];
                let seats = group_record.seats.unwrap_or_default().to_string();
                words.arrange_demand_seats(usize::from(group_record.heads), &self.group(group), &seats)
            }
            Demand::Position { group, host } => {
                let call = problem.groups[group].calls.iter().find(|call| call.host == host);
                let place = call.and_then(|call| call.position).map_or(0, |place| u16::from(place) + 1);
                words.arrange_demand_position(&self.host(host), &place.to_string(), &self.group(group))
            }
            Demand::Received { group, host } => {
                let call = problem.groups[group].calls.iter().find(|call| call.host == host);
                let received = call.and_then(|call| call.received).unwrap_or_default();
                words.arrange_demand_received(&self.host(host), &self.group(group), &self.time(received))
            }
            Demand::ReturnBy { group } => {
                let all = self.is_of_all(reason, |demand| matches!(demand, Demand::ReturnBy { .. }));
                words.arrange_demand_return(&self.who(group, all), &self.time(problem.groups[group].back_by))
            }
            Demand::Capacity { host } => {
                let takes = problem.hosts[host].capacity.unwrap_or_default();
                let largest = reason.turns.iter().find(|turns| turns.host == host).map_or(0, |turns| turns.largest);
                if largest > takes {
                    words.arrange_demand_capacity_group(usize::from(takes), &self.host(host), &largest.to_string())
                } else {
                    words.arrange_demand_capacity(usize::from(takes), &self.host(host))
                }
            }
            Demand::AtOnce { host } => {
                words.arrange_demand_at_once(usize::from(problem.hosts[host].at_once), &self.host(host))
            }
            Demand::Windows { host } => {
                let windows = &problem.hosts[host].windows;
                let from = windows.iter().map(|window| window.from).min().unwrap_or_default();
                let to = windows.iter().map(|window| window.to).max().unwrap_or_default();
                words.arrange_demand_windows(&self.host(host), &self.time(from), &self.time(to))
            }
        }
    }

    fn turns(&self, turns: &Turns) -> String {
        let (stay, first, ends) = (self.length(turns.stay), self.time(turns.first), self.time(turns.ends));
        let heads = turns.heads.to_string();
        self.words.arrange_turns(usize::from(turns.turns), &heads, &stay, &self.host(turns.host), &first, &ends)
    }

    /// A way to ask for less.
    pub fn relaxation(&self, relaxation: Relaxation) -> String {
        let words = self.words;
        let problem = &self.asked.problem;
        match relaxation {
            Relaxation::ReturnLater { minutes } => {
                let by = problem.groups.iter().map(|group| group.back_by).max().unwrap_or_default();
                words.arrange_relax_return(&self.time(by.saturating_add(minutes)), &self.length(minutes))
            }
            Relaxation::ShorterStay { host, minutes } => {
                words.arrange_relax_stay(&self.host(host), &self.length(minutes))
            }
            Relaxation::OpenEarlier { host, minutes } => {
                let from = problem.hosts[host].windows.iter().map(|window| window.from).min().unwrap_or_default();
                let from = self.time(from.saturating_sub(minutes));
                words.arrange_relax_earlier(&self.host(host), &from, &self.length(minutes))
            }
            Relaxation::OpenLater { host, minutes } => {
                let to = problem.hosts[host].windows.iter().map(|window| window.to).max().unwrap_or_default();
                let to = self.time(to.saturating_add(minutes));
                words.arrange_relax_later(&self.host(host), &to, &self.length(minutes))
            }
            Relaxation::BiggerCoach { group, seats } => {
                words.arrange_relax_coach(usize::from(seats), &self.within(group))
            }
            Relaxation::FurtherGroups { group, parts } => {
                words.arrange_relax_groups(usize::from(parts), &self.within(group))
            }
            Relaxation::LeaveOut { group, host } => words.arrange_relax_out(&self.group(group), &self.host(host)),
        }
    }
}
