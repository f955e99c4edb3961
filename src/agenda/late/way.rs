//! The way of a group after a delay: what takes longer on it, what makes up for that, and what of it moves.

use super::day::minutes;
use super::{Absorbed, Absorber, Moved, SHORTEST_QUESTIONS, WayOut};
use crate::circuit::{
    Itinerary, Leg, Stay, deviating,
    reception::{Guest, is_one_party},
};
use crate::plan::{
    CoachId, Deviation, EntryId, Group, GroupId, Phase, Plan, Slot, StopId, TurnId, Visit, VisitId, WayId,
};
use chrono::NaiveDateTime;

/// Orders of more stops to come than this are not tried.
const TRIED: usize = 5;

/// The way of a group; of all together where the visit has no groups.
pub(super) struct Way<'plan> {
    pub visit: &'plan Visit,
    pub group: Option<&'plan Group>,
    /// The times as the plan stands.
    pub before: Itinerary,
    /// The times as they will be.
    pub after: Itinerary,
    /// How the way differs from its plan.
    pub deviation: Deviation,
    /// What on it ended late or early, and by how many minutes.
    cause: Option<(EntryId, i32)>,
    /// How many of its stops are made, or on the way to: their order is as it is.
    done: usize,
    /// From which stop on a hold can be given up.
    holds: usize,
    /// From which stop on questions can be shortened.
    asks: usize,
}

/// What carries people on a drive.
#[derive(PartialEq)]
enum Carriage {
    Coach(CoachId),
    /// Whatever carries a group, or all of a visit together.
    Party(VisitId, Option<GroupId>),
}

impl<'plan> Way<'plan> {
    pub fn new(visit: &'plan Visit, group: Option<&'plan Group>, before: Itinerary) -> Self {
        let deviation = group.map_or(&visit.deviation, |group| &group.deviation).clone();
        Self { visit, group, after: before.clone(), before, deviation, cause: None, done: 0, holds: 0, asks: 0 }
    }

    pub fn id(&self) -> WayId {
        (self.visit.id, self.before.group)
    }

    /// Whether an entry is on it.
    pub fn has(&self, entry: EntryId) -> bool {
        let group = self.before.group;
        let stop = |stay: &Stay| EntryId::Stop(stay.stop, group) == entry;
        self.before.legs.iter().any(|leg| leg.id == entry) || self.before.stays.iter().any(stop)
    }

    /// The stops that it has made, or is on the way to, when it is late.
    pub fn made(&self) -> impl Iterator<Item = StopId> {
        self.before.stays.iter().take(self.done).map(|stay| stay.stop)
    }

    /// Its first and its last entry on the agenda.
    pub fn ends(&self) -> (EntryId, EntryId) {
        let back = EntryId::LegBack(self.visit.id, self.before.group);
        (self.before.legs.first().map_or(back, |leg| leg.id), back)
    }

    /// From when to when it will be.
    pub fn after_ends(&self) -> (NaiveDateTime, NaiveDateTime) {
        (self.after.gathers, self.after.back)
    }

    /// Whether its times will be others, or its stops.
    pub fn is_changed(&self) -> bool {
        self.after != self.before
    }

    /// Whether it differs from its plan as it did.
    pub fn is_as_it_was(&self) -> bool {
        self.deviation == *self.group.map_or(&self.visit.deviation, |group| &group.deviation)
    }

    /// The stops that it makes at the same times as another, from the first until one of them does something else.
    pub fn shared_with(&self, other: &Self) -> Vec<StopId> {
        let legs = self.after.legs.iter().zip(&other.after.legs);
        let stays = self.after.stays.iter().zip(&other.after.stays);
        let at_host = |stay: &Stay| (stay.stop, stay.received, stay.leaves);
        let same = legs
            .zip(stays)
            .take_while(|((leg, other), (stay, theirs))| leg.is_same_ride(other) && at_host(stay) == at_host(theirs));
        same.map(|(_, (stay, _))| stay.stop).collect()
    }

    /// Makes an entry end so many minutes later, or earlier; says by how many it really does.
    pub fn delay(&mut self, plan: &Plan, entry: EntryId, wanted: i32) -> i32 {
        let (stop, phases): (_, &[Phase]) = match entry {
            EntryId::Stop(stop, _) => {
                const SHORTENED: &[Phase] =
                    &[Phase::Tour, Phase::Questions, Phase::Safety, Phase::Gate, Phase::CountBack, Phase::Hold];
                (Some(stop), SHORTENED)
            }
            EntryId::LegTo(stop, _) => (Some(stop), &[Phase::Drive, Phase::Board]),
            _ => (None, &[Phase::Drive, Phase::Board]),
        };
        let place = self.before.stays.iter().position(|stay| Some(stay.stop) == stop);
        self.holds = place.unwrap_or(self.before.stays.len());
        self.done = place.map_or(self.before.stays.len(), |place| place + 1);
        // At a stop that ends late the questions are over.
        self.asks = if matches!(entry, EntryId::Stop(..)) { self.done } else { self.holds };
        let mut left = wanted;
        if wanted > 0 {
            self.deviation.lengthen(stop, phases[0], wanted);
            left = 0;
        }
        for phase in phases {
            let cut = (-left).min(self.length(entry, *phase)).max(0);
            if cut > 0 {
                self.deviation.lengthen(stop, *phase, -cut);
                left += cut;
            }
        }
        let by = wanted - left;
        self.cause = Some((entry, by));
        self.count(plan);
        by
    }

    /// How long a phase is as the plan stands.
    fn length(&self, entry: EntryId, phase: Phase) -> i32 {
        let stay = self.before.stays.iter().find(|stay| EntryId::Stop(stay.stop, self.before.group) == entry);
        if let Some(stay) = stay {
            return length(stay, phase);
        }
        let leg = self.before.legs.iter().find(|leg| leg.id == entry);
        leg.map_or(0, |leg| i32::from(if phase == Phase::Board { leg.boarding() } else { leg.drive.minutes }))
    }

    /// Makes the whole of it start later.
    pub fn start_later(&mut self, by: i32) {
        self.deviation.starts = self.deviation.starts.saturating_add(by);
    }

    fn count(&mut self, plan: &Plan) {
        self.after = deviating(plan, self.visit, self.group, &self.deviation);
    }

    /// Takes the ways out, gives up holds, and says what absorbed how much.
    pub fn settle(&mut self, plan: &Plan, ways_out: &[WayOut], absorbed: &mut Vec<Absorbed>) {
        for way_out in ways_out {
            if let WayOut::LeaveOut(way, stop) = way_out
                && *way == self.id()
                && self.before.stays.iter().skip(self.done).any(|stay| stay.stop == *stop)
            {
                self.deviation.skips.insert(*stop);
            }
        }
        self.count(plan);
        if ways_out.contains(&WayOut::Reorder(self.id())) {
            self.reorder(plan);
        }
        let shorten = ways_out.contains(&WayOut::ShortenQuestions);
        for place in self.holds..self.after.stays.len() {
            self.make_up(plan, place, shorten && place >= self.asks);
        }
        self.account(absorbed);
    }

    /// Gives up the hold at a stop, and some of the questions, as far as the group is late there.
    fn make_up(&mut self, plan: &Plan, place: usize, shorten: bool) {
        let Some(stay) = self.after.stays.get(place) else { return };
        let stop = stay.stop;
        // In another order there is no time to compare with: whoever is late anywhere makes up for what can be.
        let known = self.before.stays.get(place).filter(|_| self.is_same_until(place));
        let mut late = known.map_or(i32::from(Slot::LONGEST), |known| minutes(known.ends, stay.ends));
        let held = length(stay, Phase::Hold);
        let asked = length(stay, Phase::Questions) - i32::from(SHORTEST_QUESTIONS);
        let given_up = -self.deviation.by(Some(stop), Phase::Hold);
        let mut hold = if late > 0 { late.min(held) } else { late.max(-given_up.max(0)) };
        late -= hold;
        let questions = if shorten { late.min(asked).max(0) } else { 0 };
        // What it was held for is not where it goes now.
        if self.before.legs.get(place + 1).map(|leg| leg.id) != self.after.legs.get(place + 1).map(|leg| leg.id) {
            hold = held;
        }
        if hold != 0 || questions != 0 {
            self.deviation.lengthen(Some(stop), Phase::Hold, -hold);
            self.deviation.lengthen(Some(stop), Phase::Questions, -questions);
            self.count(plan);
        }
    }

    /// The best order of the stops to come: the fewest windows missed and late returns, then the earliest back. The
    /// present one stays unless another is better.
    fn reorder(&mut self, plan: &Plan) {
        let stops: Vec<StopId> = self.after.stays.iter().map(|stay| stay.stop).collect();
        let coming = stops.len().saturating_sub(self.done);
        if !(2..=TRIED).contains(&coming) {
            return;
        }
        let mut best = (self.cost(&self.after), self.deviation.clone());
        let mut order = stops.clone();
        self.permute(plan, &stops, &mut order, self.done, &mut best);
        self.deviation = best.1;
        self.count(plan);
    }

    fn permute(
        &self,
        plan: &Plan,
        now: &[StopId],
        order: &mut Vec<StopId>,
        from: usize,
        best: &mut ((usize, NaiveDateTime), Deviation),
    ) {
        if from == order.len() {
            let pinned = |stop: StopId| {
                let turn = self.before.group.and_then(|group| plan.turns.get(TurnId { group, stop }));
                turn.is_some_and(|turn| turn.pinned)
            };
            if now.iter().zip(order.iter()).any(|(one, other)| one != other && (pinned(*one) || pinned(*other))) {
                return;
            }
            let deviation = Deviation { order: order.clone(), ..self.deviation.clone() };
            let cost = self.cost(&deviating(plan, self.visit, self.group, &deviation));
            if cost < best.0 {
                *best = (cost, deviation);
            }
            return;
        }
        for other in from..order.len() {
            order.swap(from, other);
            self.permute(plan, now, order, from + 1, best);
            order.swap(from, other);
        }
    }

    fn cost(&self, itinerary: &Itinerary) -> (usize, NaiveDateTime) {
        let missed = itinerary.stays.iter().filter(|stay| stay.late > 0).count();
        (missed + usize::from(itinerary.back_late(self.visit.return_by) > 0), itinerary.back)
    }

    /// Whether there are questions to come.
    pub fn has_questions(&self) -> bool {
        self.before.stays.iter().skip(self.asks).any(|stay| length(stay, Phase::Questions) > 0)
    }

    /// The stops to come that could be left out, or made in another order.
    pub fn coming(&self) -> Vec<StopId> {
        self.after.stays.iter().skip(self.done).map(|stay| stay.stop).collect()
    }

    /// Whether it makes the same stops in the same order, up to the one of this number.
    fn is_same_until(&self, place: usize) -> bool {
        let stops =
            |itinerary: &Itinerary| itinerary.stays.iter().take(place + 1).map(|stay| stay.stop).collect::<Vec<_>>();
        stops(&self.before) == stops(&self.after)
    }

    fn same_order(&self) -> bool {
        self.before.legs.iter().map(|leg| leg.id).eq(self.after.legs.iter().map(|leg| leg.id))
    }

    /// Says what absorbed how much.
    fn account(&self, absorbed: &mut Vec<Absorbed>) {
        let mut push = |entry, by, minutes| {
            if minutes != 0 {
                absorbed.push(Absorbed { entry, by, minutes });
            }
        };
        if !self.same_order() {
            let passed_on = self.cause.map_or(minutes(self.before.gathers, self.after.gathers), |(_, by)| by);
            push(self.ends().1, Absorber::Order, passed_on - minutes(self.before.back, self.after.back));
            return;
        }
        for (old, new) in self.before.legs.iter().zip(&self.after.legs) {
            let own = self.cause.filter(|(entry, _)| *entry == old.id).map_or(0, |(_, by)| by);
            push(old.id, Absorber::Drive, leg_minutes(old) - leg_minutes(new) + own);
        }
        for (old, new) in self.before.stays.iter().zip(&self.after.stays) {
            let entry = EntryId::Stop(old.stop, self.before.group);
            let shorter = |phase| length(old, phase) - length(new, phase);
            if let Some((_, own)) = self.cause.filter(|(cause, _)| *cause == entry) {
                push(entry, Absorber::Hold, stay_minutes(old) - stay_minutes(new) + own);
                continue;
            }
            push(entry, Absorber::Wait, shorter(Phase::Wait));
            push(entry, Absorber::Questions, shorter(Phase::Questions));
            push(entry, Absorber::Hold, shorter(Phase::Hold));
        }
    }

    /// What of it moves; `after` is what all of it waits for.
    pub fn moved(&self, after: Option<EntryId>, moved: &mut Vec<Moved>) {
        let group = self.after.group;
        let mut waits_for = after;
        for (place, leg) in self.after.legs.iter().enumerate() {
            if let Some(old) = self.before.legs.iter().find(|old| old.id == leg.id) {
                let (starts, ends) = (minutes(old.gathers, leg.gathers), minutes(old.arrives, leg.arrives));
                self.push(leg.id, (old.slot(), leg.slot()), (starts, ends), waits_for, moved);
            }
            waits_for = Some(leg.id);
            let Some(stay) = self.after.stays.get(place) else { continue };
            let entry = EntryId::Stop(stay.stop, group);
            if let Some(old) = self.before.stays.iter().find(|old| old.stop == stay.stop) {
                let (starts, ends) = (minutes(old.arrives, stay.arrives), minutes(old.ends, stay.ends));
                self.push(entry, (old.slot(), stay.slot()), (starts, ends), waits_for, moved);
            }
            waits_for = Some(entry);
        }
    }

    fn push(
        &self,
        entry: EntryId,
        (was, now): (Slot, Slot),
        (starts, ends): (i32, i32),
        after: Option<EntryId>,
        moved: &mut Vec<Moved>,
    ) {
        if (starts, ends) != (0, 0) {
            let after = after.filter(|_| self.cause.is_none_or(|(cause, _)| cause != entry));
            moved.push(Moved { entry, was, now, starts, ends, after });
        }
    }

    /// Its stops that are left out though they were to come.
    pub fn left_out(&self, left_out: &mut Vec<EntryId>) {
        for stay in &self.before.stays {
            if self.after.stays.iter().all(|made| made.stop != stay.stop) {
                left_out.push(EntryId::Stop(stay.stop, self.before.group));
            }
        }
    }

    /// Whether another group is with it at one of its entries: in the same coach then or right after, or as one party at
    /// a host.
    pub fn has_with_it(&self, plan: &Plan, other: &Self, entry: EntryId) -> bool {
        let place = match entry {
            EntryId::Stop(stop, _) => {
                let here =
                    |way: &Self| way.before.stays.iter().find(|stay| stay.stop == stop).map(|at| way.guest(plan, at));
                if here(self).zip(here(other)).is_some_and(|(one, two)| is_one_party(&one, &two)) {
                    return true;
                }
                self.before.stays.iter().position(|stay| stay.stop == stop).map(|place| place + 1)
            }
            entry => self.before.legs.iter().position(|leg| leg.id == entry),
        };
        let Some(leg) = place.and_then(|place| self.before.legs.get(place)) else { return false };
        let ours = self.carriage(plan, leg);
        let boards = |theirs: &&Leg| (theirs.from, theirs.to, theirs.departs) == (leg.from, leg.to, leg.departs);
        let theirs = other.before.legs.iter().find(boards).and_then(|theirs| other.carriage(plan, theirs));
        ours.is_some() && ours == theirs
    }

    fn carriage(&self, plan: &Plan, leg: &Leg) -> Option<Carriage> {
        let group = self.before.group?;
        let party = || Carriage::Party(self.visit.id, plan.party_to(group, leg.stop()));
        Some(plan.coach_to(group, leg.stop()).map_or_else(party, Carriage::Coach))
    }

    /// What a host sees of a stay.
    pub fn guest(&self, plan: &Plan, stay: &Stay) -> Guest {
        let group = self.before.group;
        let minute = |moment: NaiveDateTime| moment.and_utc().timestamp() / 60;
        let (received, leaves) = (minute(stay.received), minute(stay.leaves));
        let heads = self.group.map_or_else(|| plan.heads(&self.visit.audience), |group| plan.heads_in(group));
        Guest { group, party: group.map(|group| plan.party_of(group)), received, leaves, heads }
    }
}

fn length(stay: &Stay, phase: Phase) -> i32 {
    stay.phases.iter().filter(|part| part.phase == phase).map(|part| i32::from(part.minutes)).sum()
}

fn leg_minutes(leg: &Leg) -> i32 {
    minutes(leg.gathers, leg.arrives)
}

fn stay_minutes(stay: &Stay) -> i32 {
    minutes(stay.arrives, stay.ends)
}
