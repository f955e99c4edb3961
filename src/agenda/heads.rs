//! Heads: who should be in the coach of a leg, who is, who is missing, and whether it may leave. What is counted is no
//! part of a plan.

use super::{Audience, Entry, Event, entries};
use crate::{
    circuit::Leg,
    order::sort_by_key,
    plan::{CoachId, DelegateId, DelegationId, EntryId, Group, Plan, fold},
};
use chrono::NaiveDateTime;
use std::sync::Arc;

/// The largest number that somebody counts to.
pub const MOST: usize = 999;

/// Those of one delegation who go with a coach.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Crew {
    /// The delegation.
    pub delegation: DelegationId,
    /// Those who are named, by name.
    pub named: Vec<DelegateId>,
    /// How many are expected besides.
    pub unnamed: usize,
}

impl Crew {
    /// How many heads it is.
    #[must_use]
    pub const fn heads(&self) -> usize {
        self.named.len() + self.unnamed
    }
}

/// The leg as which the heads of a leg are counted. Groups that part later are in one coach until then, and are counted
/// as they were before anybody thought of that.
#[must_use]
pub fn counted_as(plan: &Plan, leg: EntryId) -> EntryId {
    match leg {
        EntryId::LegTo(stop, Some(group)) => EntryId::LegTo(stop, plan.party_to(group, Some(stop))),
        leg => leg,
    }
}

/// The groups whose heads are counted with those of a leg, by letter; none where its visit has no groups.
#[must_use]
pub fn counted_with(plan: &Plan, leg: &Entry) -> Vec<Arc<Group>> {
    let (Some(visit), Some(_)) = (leg.visit(), leg.group()) else { return Vec::new() };
    let groups = plan.groups_of(visit.id).into_iter();
    let counted = |group: &&Arc<Group>| counted_as(plan, leg.id.of_group(Some(group.id))) == counted_as(plan, leg.id);
    groups.filter(counted).cloned().collect()
}

/// The legs of other groups that the coach of a leg makes as the same ride and whose heads are counted apart, one for each
/// count, by letter; none where it is not known which coach that is.
#[must_use]
pub fn carried_with(plan: &Plan, leg: &Entry) -> Vec<Entry> {
    let Some((coach, ride)) = coach_of(plan, leg) else { return Vec::new() };
    let mut others: Vec<Entry> = Vec::new();
    for other in entries(plan, Audience::Everyone) {
        let with_it = coach_of(plan, &other).is_some_and(|(its, way)| its == coach && way.is_same_ride(ride));
        let counted = counted_as(plan, other.id);
        let is_known = |known: &Entry| counted_as(plan, known.id) == counted;
        if with_it && counted != counted_as(plan, leg.id) && !others.iter().any(is_known) {
            others.push(other);
        }
    }
    sort_by_key(&mut others, |other| (other.group().map(|group| group.letter.clone()), other.id));
    others
}

/// The coach of a leg, and its ride.
fn coach_of<'leg>(plan: &Plan, entry: &'leg Entry) -> Option<(CoachId, &'leg Leg)> {
    let Event::Leg { leg, group: Some(group), .. } = &entry.event else { return None };
    Some((plan.coach_to(group.id, leg.stop())?, leg))
}

/// Who should be in the coach of a leg, by delegation, as [`attending`] has it of its groups; nobody for a session. Nobody
/// is in two coaches of a visit.
#[must_use]
pub fn crews(plan: &Plan, leg: &Entry) -> Vec<Crew> {
    if leg.visit().is_some() { gather(plan, leg, &counted_with(plan, leg)) } else { Vec::new() }
}

/// Who should be at an entry, by delegation: those for whom a session is, those who go on a visit or with a group of it, but
/// nobody who arrives after it or left before. Nobody is in two groups of a visit.
#[must_use]
pub fn attending(plan: &Plan, entry: &Entry) -> Vec<Crew> {
    let groups: Vec<Arc<Group>> = entry.group().cloned().into_iter().collect();
    gather(plan, entry, &groups)
}

/// Those for whom an entry is and who can be there, of a visit in groups those of these groups: whoever counts heads at a
/// place counts the same.
fn gather(plan: &Plan, entry: &Entry, groups: &[Arc<Group>]) -> Vec<Crew> {
    let grouped = entry.visit().filter(|_| entry.group().is_some()).map(|visit| visit.id);
    let rides = |group: &Arc<Group>| groups.iter().any(|counted| counted.id == group.id);
    let meant = entry.attendance();
    // Somebody whose delegation was removed has to come along all the same.
    let mut delegations: Vec<DelegationId> = plan.delegations.iter().map(|known| known.id).collect();
    for delegate in &plan.delegates {
        if !delegations.contains(&delegate.delegation) {
            delegations.push(delegate.delegation);
        }
    }
    let crew = |delegation: DelegationId| {
        let together = match grouped {
            Some(visit) => plan.group_with(visit, delegation).is_some_and(rides),
            None => meant.includes(delegation),
        };
        let mut people: Vec<_> = plan.delegates_of(delegation).collect();
        let named = people.len();
        people.retain(|person| match grouped {
            Some(visit) => plan.group_of(visit, person).is_some_and(rides),
            None => together,
        });
        people.retain(|person| person.can_be_there(entry.slot));
        sort_by_key(&mut people, |person| (fold(&person.name), person.id));
        let unnamed = if together { plan.heads_of(delegation).saturating_sub(named) } else { 0 };
        Crew { delegation, named: people.into_iter().map(|person| person.id).collect(), unnamed }
    };
    delegations.into_iter().map(crew).filter(|crew| crew.heads() > 0).collect()
}

/// Who should be at one of these entries at least, by delegation, everybody once.
#[must_use]
pub fn attending_any(plan: &Plan, entries: &[Entry]) -> Vec<Crew> {
    let mut all: Vec<Crew> = Vec::new();
    for crew in entries.iter().flat_map(|entry| attending(plan, entry)) {
        let Some(known) = all.iter_mut().find(|known| known.delegation == crew.delegation) else {
            all.push(crew);
            continue;
        };
        for id in crew.named {
            if !known.named.contains(&id) {
                known.named.push(id);
            }
        }
        known.unnamed = known.unnamed.max(crew.unnamed);
    }
    sort_by_key(&mut all, |crew| (!plan.delegations.has(crew.delegation), crew.delegation));
    for crew in &mut all {
        sort_by_key(&mut crew.named, |id| (plan.delegates.get(*id).map(|person| fold(&person.name)), *id));
    }
    all
}

/// When heads are counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Pass {
    /// At the stop, while people board.
    Out,
    /// On arrival.
    In,
}

/// Who was counted.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Count {
    /// Those who are here, each once.
    pub here: Vec<DelegateId>,
    /// Of a delegation, how many are here whom nobody named.
    pub numbers: Vec<(DelegationId, usize)>,
    /// How many are here altogether, where somebody only counts and does not ask who.
    pub quick: Option<usize>,
}

/// Somebody who is not here.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Missing {
    /// A delegate.
    Delegate(DelegateId),
    /// So many of a delegation, whom nobody named.
    Others(DelegationId, usize),
    /// So many, and nobody knows who.
    Some(usize),
}

/// What a count comes to: `present` and those `missing` are as many as `expected`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sum {
    /// How many should be here.
    pub expected: usize,
    /// How many of these are.
    pub present: usize,
    /// How many are here besides.
    pub extra: usize,
    /// Who is not here.
    pub missing: Vec<Missing>,
}

impl Count {
    /// Everybody is here; where somebody only counts, `quick` is how many that is.
    #[must_use]
    pub fn all(crews: &[Crew], quick: Option<usize>) -> Self {
        let here = crews.iter().flat_map(|crew| crew.named.iter().copied()).collect();
        let numbers = crews.iter().filter(|crew| crew.unnamed > 0);
        Self { here, numbers: numbers.map(|crew| (crew.delegation, crew.unnamed)).collect(), quick }
    }

    /// Whether anybody was counted.
    #[must_use]
    pub fn is_begun(&self) -> bool {
        let numbers = self.numbers.iter().any(|(_, number)| *number > 0);
        self.quick.map_or(!self.here.is_empty() || numbers, |number| number > 0)
    }

    /// Whether a delegate is here.
    #[must_use]
    pub fn has(&self, delegate: DelegateId) -> bool {
        self.here.contains(&delegate)
    }

    /// A delegate is here after all, or is not.
    pub fn toggle(&mut self, delegate: DelegateId) {
        match self.here.iter().position(|known| *known == delegate) {
            Some(place) => {
                self.here.remove(place);
            }
            None => self.here.push(delegate),
        }
    }

    /// How many of a delegation are here whom nobody named.
    #[must_use]
    pub fn number(&self, delegation: DelegationId) -> usize {
        self.numbers.iter().find(|(known, _)| *known == delegation).map_or(0, |(_, number)| *number)
    }

    /// So many of a delegation are here whom nobody named.
    pub fn set_number(&mut self, delegation: DelegationId, number: usize) {
        self.numbers.retain(|(known, _)| *known != delegation);
        self.numbers.push((delegation, number.min(MOST)));
    }

    /// What it comes to for those who are expected.
    #[must_use]
    pub fn sum(&self, expected: &Expected) -> Sum {
        if let Some(number) = self.quick {
            let present = number.min(expected.heads());
            let missing = expected.heads() - present;
            let missing = if missing > 0 { vec![Missing::Some(missing)] } else { Vec::new() };
            return Sum { expected: expected.heads(), present, extra: number - present, missing };
        }
        let mut sum = Sum { expected: 0, present: 0, extra: 0, missing: Vec::new() };
        for crew in &expected.crews {
            sum.expected += crew.heads();
            let absent = crew.named.iter().filter(|delegate| !self.has(**delegate));
            sum.missing.extend(absent.map(|delegate| Missing::Delegate(*delegate)));
            sum.present += crew.named.iter().filter(|delegate| self.has(**delegate)).count();
            // One too many of one delegation does not stand for somebody of another.
            let number = self.number(crew.delegation);
            let others = number.min(crew.unnamed);
            sum.present += others;
            sum.extra += number - others;
            if others < crew.unnamed {
                sum.missing.push(Missing::Others(crew.delegation, crew.unnamed - others));
            }
        }
        sum
    }
}

impl Sum {
    /// How many are missing.
    #[must_use]
    pub const fn short(&self) -> usize {
        self.expected - self.present
    }
}

/// Who is looked for at a count.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Expected {
    /// By delegation.
    pub crews: Vec<Crew>,
    /// How many fewer it is because they stayed behind and nobody knows who; only a mere number takes them into account.
    pub fewer: usize,
}

impl Expected {
    /// How many heads a mere number should come to.
    #[must_use]
    pub fn heads(&self) -> usize {
        let heads: usize = self.crews.iter().map(Crew::heads).sum();
        heads.saturating_sub(self.fewer)
    }
}

/// That the coach left.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Left {
    /// When, in the meeting's time zone.
    pub at: NaiveDateTime,
    /// Who stayed behind.
    pub behind: Vec<Missing>,
}

/// What is not right with the heads of a group when its coach leaves.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Lack {
    /// Nobody was counted.
    Uncounted,
    /// These are missing.
    Missing(Vec<Missing>),
}

/// What was counted on one leg of one group.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Heads {
    /// While people boarded.
    pub boarding: Count,
    /// On arrival.
    pub arrival: Count,
    /// Whether the coach left, and when.
    pub left: Option<Left>,
}

impl Heads {
    /// The count of a pass.
    #[must_use]
    pub const fn count(&self, pass: Pass) -> &Count {
        match pass {
            Pass::Out => &self.boarding,
            Pass::In => &self.arrival,
        }
    }

    /// The count of a pass, to change it.
    pub const fn count_mut(&mut self, pass: Pass) -> &mut Count {
        match pass {
            Pass::Out => &mut self.boarding,
            Pass::In => &mut self.arrival,
        }
    }

    /// Who is looked for: on arrival nobody who stayed behind.
    #[must_use]
    pub fn expected(&self, pass: Pass, crews: &[Crew]) -> Expected {
        let mut expected = Expected { crews: crews.to_vec(), fewer: 0 };
        let left = self.left.as_ref().filter(|_| pass == Pass::In);
        for missing in left.iter().flat_map(|left| &left.behind) {
            match missing {
                Missing::Delegate(id) => expected.crews.iter_mut().for_each(|crew| crew.named.retain(|one| one != id)),
                Missing::Others(id, number) => {
                    for crew in expected.crews.iter_mut().filter(|crew| crew.delegation == *id) {
                        crew.unnamed = crew.unnamed.saturating_sub(*number);
                    }
                }
                Missing::Some(number) => expected.fewer += number,
            }
        }
        expected.crews.retain(|crew| crew.heads() > 0);
        expected
    }

    /// What the count of a pass comes to.
    #[must_use]
    pub fn sum(&self, pass: Pass, crews: &[Crew]) -> Sum {
        self.count(pass).sum(&self.expected(pass, crews))
    }

    /// What is not right when the coach leaves; nothing where everybody is in it, or it has left already.
    #[must_use]
    pub fn lack(&self, crews: &[Crew]) -> Option<Lack> {
        let missing = self.sum(Pass::Out, crews).missing;
        if self.left.is_some() || missing.is_empty() {
            return None;
        }
        Some(if self.boarding.is_begun() { Lack::Missing(missing) } else { Lack::Uncounted })
    }

    /// The coach has left, as somebody said who counted another group in it. Where nobody was counted nobody is known to
    /// have stayed behind, and all are looked for on arrival.
    pub fn carried_off(&mut self, at: NaiveDateTime, crews: &[Crew]) {
        if self.left.is_none() {
            let behind = if let Some(Lack::Missing(missing)) = self.lack(crews) { missing } else { Vec::new() };
            self.left = Some(Left { at, behind });
        }
    }

    /// The coach has left: noted only where everybody is here, or where those missing are the very ones whom somebody
    /// agreed to leave behind.
    pub fn leave(&mut self, at: NaiveDateTime, crews: &[Crew], agreed: &[Missing]) -> bool {
        let behind = self.sum(Pass::Out, crews).missing;
        let may = behind == agreed;
        if may {
            self.left = Some(Left { at, behind });
        }
        may
    }
}
