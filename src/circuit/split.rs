//! "Split into N groups": who goes with whom.
//!
//! Every way of sharing whole delegations out is looked at as long as that is quick, the largest delegations first; the
//! best has the fewest heads above what companies and coaches take, then even groups, then a language in common. Only
//! where whole delegations do not fit, delegates who are named go with another group.

use crate::order::sort_by_key;
use crate::plan::{CoachId, DelegateId, DelegationId, Group, GroupId, HostId, Plan, Visit, fold};
use std::collections::BTreeSet;

/// So many partial assignments are looked at. Three groups of nine delegations are fewer, so all of them are.
const BUDGET: u32 = 30_000;

/// Who goes with whom, and what could not be kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Split {
    /// The groups. The first are those that the visit has already, by letter.
    pub groups: Vec<Members>,
    /// What could not be kept, and why.
    pub unkept: Vec<Unkept>,
}

/// The members of a group.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Members {
    /// Its delegations.
    pub delegations: BTreeSet<DelegationId>,
    /// Delegates whose delegation goes with another group.
    pub delegates: BTreeSet<DelegateId>,
    /// How many heads that is.
    pub heads: usize,
    /// The language that most of them share, as their delegates write it; empty where none is known.
    pub language: String,
    /// The coach that has room for them, where the visit has coaches.
    pub coach: Option<CoachId>,
}

/// Something that a split could not keep. Groups are counted from nought.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Unkept {
    /// A delegation does not go whole.
    Whole {
        /// The delegation.
        delegation: DelegationId,
        /// The group with which most of it goes.
        group: usize,
        /// What was too small for all of it.
        why: Bound,
    },
    /// More heads than something takes: nobody else is named who could go with another group, or none has room.
    Limit {
        /// The group.
        group: usize,
        /// What is too small.
        why: Bound,
        /// How many it takes.
        takes: u16,
        /// How many are in the group.
        heads: usize,
    },
    /// Nobody is left for a group.
    Empty {
        /// The group.
        group: usize,
    },
    /// The visit has coaches, and none is left for a group.
    Coach {
        /// The group.
        group: usize,
    },
    /// Not all of a group share its language.
    Language {
        /// The group.
        group: usize,
        /// How many do not speak it.
        heads: usize,
    },
}

/// What limits the heads of a group.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Bound {
    /// The company that takes the fewest.
    Host(HostId),
    /// The group's coach.
    Coach(CoachId),
    /// The coach of the visit.
    Seats,
}

/// A group to be filled.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Place {
    coach: Option<CoachId>,
    /// How many it takes, and why not more.
    limit: Option<(u16, Bound)>,
}

impl Place {
    fn above(self, heads: usize) -> usize {
        self.limit.map_or(0, |(takes, _)| heads.saturating_sub(usize::from(takes)))
    }

    fn room(self, heads: usize) -> usize {
        self.limit.map_or(usize::MAX, |(takes, _)| usize::from(takes).saturating_sub(heads))
    }
}

/// A delegation to be placed.
struct Unit {
    id: DelegationId,
    heads: usize,
    /// The delegates of whom it is known who they are.
    named: Vec<DelegateId>,
    /// The languages that at least half of those speak who say what they speak, a bit each; none where none does.
    languages: u64,
}

/// How bad an assignment is; the least is the best.
type Cost = (usize, usize, usize, usize, usize, usize);

struct Search<'a> {
    units: &'a [Unit],
    places: &'a [Place],
    /// The groups may differ by so many heads for the sake of a language.
    tolerance: usize,
    left: u32,
    at: Vec<usize>,
    heads: Vec<usize>,
    best: Option<(Cost, Vec<usize>)>,
}

/// Shares the delegations of a visit out to a number of groups; to one at least.
#[must_use]
pub fn split(plan: &Plan, visit: &Visit, count: usize) -> Split {
    let places = places(plan, visit, count.max(1));
    let (units, languages) = units(plan, visit);
    let total: usize = units.iter().map(|unit| unit.heads).sum();
    let mut search = Search {
        units: &units,
        places: &places,
        tolerance: (total / (4 * places.len())).max(2),
        left: BUDGET,
        at: Vec::new(),
        heads: vec![0; places.len()],
        best: None,
    };
    search.go_on();
    let at = search.best.map(|(_, at)| at).unwrap_or_default();
    let mut groups: Vec<Members> =
        places.iter().map(|place| Members { coach: place.coach, ..Members::default() }).collect();
    for (unit, place) in units.iter().zip(&at) {
        groups[*place].delegations.insert(unit.id);
        groups[*place].heads += unit.heads;
    }
    let mut unkept = divide(&units, &places, &mut groups);
    for (number, (group, place)) in groups.iter_mut().zip(&places).enumerate() {
        if let Some((takes, why)) = place.limit.filter(|(takes, _)| group.heads > usize::from(*takes)) {
            unkept.push(Unkept::Limit { group: number, why, takes, heads: group.heads });
        }
        if group.delegations.is_empty() && group.delegates.is_empty() {
            unkept.push(Unkept::Empty { group: number });
        }
        if place.coach.is_none() && plan.coaches_of(visit.id).next().is_some() {
            unkept.push(Unkept::Coach { group: number });
        }
        let members = units.iter().filter(|unit| group.delegations.contains(&unit.id));
        if let Some((language, strangers)) = shared(members) {
            group.language.clone_from(&languages[language]);
            if strangers > 0 {
                unkept.push(Unkept::Language { group: number, heads: strangers });
            }
        }
    }
    Split { groups, unkept }
}

impl Split {
    /// The groups for [`crate::plan::Edit::Split`]: those of the visit with their new members, then new ones with these
    /// identities, as far as they last.
    #[must_use]
    pub fn groups(&self, plan: &Plan, visit: &Visit, fresh: &[GroupId]) -> Vec<Group> {
        let mut draft = plan.clone();
        let present: Vec<GroupId> = plan.groups_of(visit.id).iter().map(|group| group.id).collect();
        let ids = present.into_iter().chain(fresh.iter().copied());
        let mut groups = Vec::new();
        for (id, members) in ids.zip(&self.groups) {
            let now = plan.groups.get(id).map(|group| Group::clone(group));
            let mut group = now.unwrap_or_else(|| draft.new_group(id, visit.id));
            group.delegations.clone_from(&members.delegations);
            group.delegates.clone_from(&members.delegates);
            group.coach = members.coach;
            // Words such as "English" are no tag.
            let is_tag = (2..=3).contains(&members.language.len()) && members.language.is_ascii();
            if is_tag && group.language.is_empty() {
                group.language = members.language.to_ascii_lowercase();
            }
            draft.groups.put(group.clone());
            groups.push(group);
        }
        groups
    }
}

/// The groups to be filled, each with its coach and what it takes.
fn places(plan: &Plan, visit: &Visit, count: usize) -> Vec<Place> {
    let groups = plan.groups_of(visit.id);
    let stops = plan.stops_of(visit.id);
    let known = |group: &Group| group.coach.filter(|coach| plan.coaches.has(*coach));
    let taken: Vec<_> = groups.iter().take(count).filter_map(|group| known(group)).collect();
    let mut free: Vec<_> = plan.coaches_of(visit.id).filter(|coach| !taken.contains(&coach.id)).collect();
    sort_by_key(&mut free, |coach| (coach.seats.unwrap_or(u16::MAX), std::cmp::Reverse(coach.id)));
    let mut places = Vec::with_capacity(count);
    for number in 0..count {
        let group = groups.get(number);
        let coach = group.and_then(|group| known(group)).or_else(|| free.pop().map(|coach| coach.id));
        let seats = match coach.and_then(|coach| plan.coaches.get(coach)) {
            Some(coach) => coach.seats.map(|seats| (seats, Bound::Coach(coach.id))),
            None => visit.coach_seats.map(|seats| (seats, Bound::Seats)),
        };
        let made = stops.iter().filter(|stop| group.is_none_or(|group| group.makes(stop)));
        let hosts = made.filter_map(|stop| plan.hosts.get(stop.host));
        let takes = hosts.filter_map(|host| host.capacity.map(|takes| (takes, Bound::Host(host.id)))).min();
        places.push(Place { coach, limit: takes.into_iter().chain(seats).min() });
    }
    places
}

/// The delegations of a visit, the largest first, and the languages by the number of their bit.
fn units(plan: &Plan, visit: &Visit) -> (Vec<Unit>, Vec<String>) {
    let (mut units, mut folded, mut languages) = (Vec::new(), Vec::<String>::new(), Vec::<String>::new());
    for delegation in plan.delegations.iter().filter(|delegation| visit.audience.includes(delegation.id)) {
        let delegates: Vec<_> = plan.delegates_of(delegation.id).collect();
        let mut speakers = [0_usize; 64];
        for delegate in &delegates {
            for language in &delegate.languages {
                let words = fold(language);
                let number = folded.iter().position(|known| *known == words).unwrap_or(folded.len());
                if number == folded.len() && number < speakers.len() && !words.is_empty() {
                    folded.push(words);
                    languages.push(language.trim().to_string());
                }
                if number < folded.len() {
                    speakers[number] += 1;
                }
            }
        }
        let asked = delegates.iter().filter(|delegate| !delegate.languages.is_empty()).count();
        let common = speakers.iter().enumerate().filter(|(_, count)| **count > 0 && **count * 2 >= asked);
        units.push(Unit {
            id: delegation.id,
            heads: plan.heads_of(delegation.id),
            languages: common.fold(0, |bits, (number, _)| bits | 1 << number),
            named: delegates.into_iter().map(|delegate| delegate.id).collect(),
        });
    }
    sort_by_key(&mut units, |unit| (std::cmp::Reverse(unit.heads), unit.id));
    (units, languages)
}

/// The language that most heads share, and how many do not; nothing where no language is known.
fn shared<'a>(units: impl Iterator<Item = &'a Unit> + Clone) -> Option<(usize, usize)> {
    let known = units.filter(|unit| unit.languages != 0);
    let all = known.clone().fold(0, |all, unit| all | unit.languages);
    let numbers = (0..64).filter(|number| all >> number & 1 == 1);
    let strangers = |number: usize| -> usize {
        known.clone().filter(|unit| unit.languages >> number & 1 == 0).map(|unit| unit.heads).sum()
    };
    numbers.map(|number| (strangers(number), number)).min().map(|(strangers, number)| (number, strangers))
}

impl Search<'_> {
    fn go_on(&mut self) {
        let above: usize = self.places.iter().zip(&self.heads).map(|(place, heads)| place.above(*heads)).sum();
        // Heads only ever grow, so what is above the limits does not get less.
        let worse = self.best.as_ref().is_some_and(|(best, _)| above > best.0);
        if worse || self.left == 0 && self.best.is_some() {
            return;
        }
        self.left = self.left.saturating_sub(1);
        let Some(unit) = self.units.get(self.at.len()) else {
            let cost = self.cost(above);
            if self.best.as_ref().is_none_or(|(best, _)| cost < *best) {
                self.best = Some((cost, self.at.clone()));
            }
            return;
        };
        let mut order: Vec<usize> = (0..self.places.len()).collect();
        sort_by_key(&mut order, |place| {
            (self.places[*place].above(self.heads[*place] + unit.heads), self.heads[*place], *place)
        });
        for place in order {
            // Of groups that are alike and empty, the first is as good as any.
            let twin = |other: usize| !self.at.contains(&other) && self.places[other].limit == self.places[place].limit;
            if !self.at.contains(&place) && (0..place).any(twin) {
                continue;
            }
            self.at.push(place);
            self.heads[place] += unit.heads;
            self.go_on();
            self.heads[place] -= unit.heads;
            self.at.pop();
        }
    }

    /// What is above the limits and of that what cannot go elsewhere, groups without members, heads by which groups
    /// differ too much, heads without the language of their group, heads by which groups differ at all.
    fn cost(&self, above: usize) -> Cost {
        let (mut stuck, mut strangers) = (0, 0);
        for (number, place) in self.places.iter().enumerate() {
            let here = self.units.iter().zip(&self.at).filter(|(_, at)| **at == number).map(|(unit, _)| unit);
            let named: usize = here.clone().map(|unit| unit.named.len()).sum();
            stuck += place.above(self.heads[number]).saturating_sub(named);
            strangers += shared(here).map_or(0, |(_, strangers)| strangers);
        }
        let empty = (0..self.places.len()).filter(|number| !self.at.contains(number)).count();
        let most = self.heads.iter().max().copied().unwrap_or(0);
        let apart = most - self.heads.iter().min().copied().unwrap_or(0);
        (above, stuck, empty, apart.saturating_sub(self.tolerance), strangers, apart)
    }
}

/// Lets delegates who are named go with another group where theirs is too large, from as few delegations as may be.
fn divide(units: &[Unit], places: &[Place], groups: &mut [Members]) -> Vec<Unkept> {
    let mut unkept = Vec::new();
    for number in 0..groups.len() {
        let Some((_, why)) = places[number].limit else { continue };
        let mut theirs: Vec<&Unit> =
            units.iter().filter(|unit| groups[number].delegations.contains(&unit.id)).collect();
        // One that can give all that is too many goes first, the smallest of these; else the one that can give most.
        let above = places[number].above(groups[number].heads);
        sort_by_key(&mut theirs, |unit| {
            let named = unit.named.len();
            (named < above, if named < above { usize::MAX - named } else { named }, unit.id)
        });
        for unit in theirs {
            let mut moved = false;
            for delegate in unit.named.iter().rev() {
                let rooms = (0..groups.len()).filter(|other| *other != number);
                let rooms = rooms.map(|other| (places[other].room(groups[other].heads), other));
                let roomy = rooms.filter(|(room, _)| *room > 0);
                let to = roomy.map(|(_, other)| (groups[other].heads, other)).min().map(|(_, other)| other);
                let (Some(to), true) = (to, places[number].above(groups[number].heads) > 0) else { break };
                groups[to].delegates.insert(*delegate);
                groups[to].heads += 1;
                groups[number].heads -= 1;
                moved = true;
            }
            if moved {
                unkept.push(Unkept::Whole { delegation: unit.id, group: number, why });
            }
        }
    }
    unkept
}
