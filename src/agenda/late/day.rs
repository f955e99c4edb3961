//! The day after something in it ended late or early: what each strand waits for, and when it will be.

use super::{Absorbed, Absorber, Cause, LONGEST_DELAY, Moved, SHORTEST_BREAK, SHORTEST_FREE, SHORTEST_LUNCH, WayOut};
use super::{
    Broken,
    strand::{Strand, What, strands},
    way::Way,
};
use crate::circuit::drive;
use crate::order::sort_by_key;
use crate::plan::{Deviation, EntryId, Plan, Session, SessionId, SessionKind, Slot, WayId};
use chrono::{NaiveDateTime, TimeDelta};

/// A day after something in it ended late or early.
pub(super) struct Day<'plan> {
    pub plan: &'plan Plan,
    pub minutes: i32,
    pub strands: Vec<Strand<'plan>>,
    pub absorbed: Vec<Absorbed>,
    /// What waits for nobody, and is missed.
    pub missed: Vec<Broken>,
}

impl<'plan> Day<'plan> {
    /// The day after its cause; nothing where that changes nothing.
    pub fn after(plan: &'plan Plan, cause: &Cause) -> Option<Self> {
        let wanted = cause.minutes.clamp(-LONGEST_DELAY, LONGEST_DELAY);
        let mut day = Self { plan, minutes: 0, strands: strands(plan, cause.entry)?, absorbed: vec![], missed: vec![] };
        let origin = day.strands.iter().position(|strand| match &strand.what {
            What::Session(session) => cause.entry == EntryId::Session(session.id),
            What::Way(way) => way.has(cause.entry),
        })?;
        let strand = &mut day.strands[origin];
        strand.cause = true;
        match &mut strand.what {
            What::Session(_) => {
                let shortest = 1 - minutes(strand.was.0, strand.was.1);
                let longest = i32::from(Slot::LONGEST) - minutes(strand.was.0, strand.was.1);
                day.minutes = wanted.max(shortest).min(longest);
                strand.now.1 = later(strand.was.1, day.minutes);
            }
            What::Way(way) => {
                day.minutes = way.delay(plan, cause.entry, wanted);
                way.settle(plan, &cause.ways_out, &mut day.absorbed);
                strand.now = way.after_ends();
                let by = day.minutes;
                day.delay_companions(origin, cause, by);
            }
        }
        if day.minutes == 0 {
            return None;
        }
        for place in 0..day.strands.len() {
            if !day.strands[place].cause {
                day.follow(place, &cause.ways_out);
            }
        }
        day.part_where_ways_do();
        Some(day)
    }

    /// Who parts from a group later is with it only as long as their ways are the same.
    fn part_where_ways_do(&mut self) {
        let shared = |way: &Way| {
            let origin = self.way((way.visit.id, Some(way.deviation.parted_from()?)))?;
            Some(way.shared_with(origin))
        };
        let shared: Vec<_> = self.strands.iter().map(|strand| strand.way().and_then(shared)).collect();
        for (strand, shared) in self.strands.iter_mut().zip(shared) {
            if let (What::Way(way), Some(shared)) = (&mut strand.what, shared)
                && let Some(parted) = &mut way.deviation.parted
            {
                parted.together.retain(|stop| shared.contains(stop));
            }
        }
    }

    /// Groups that are with the one that is late are late as well, and so are those who are with these.
    fn delay_companions(&mut self, origin: usize, cause: &Cause, by: i32) {
        let mut with = vec![origin];
        let mut next = 0;
        while let Some(late) = with.get(next).and_then(|place| self.strands[*place].way()) {
            let entry = cause.entry.of_group(late.before.group);
            let others = self.strands.iter().enumerate().filter(|(place, _)| !with.contains(place));
            let has_with_it = |strand: &Strand| strand.way().is_some_and(|way| late.has_with_it(self.plan, way, entry));
            let found: Vec<usize> = others.filter(|(_, one)| has_with_it(one)).map(|(place, _)| place).collect();
            with.extend(found);
            next += 1;
        }
        for (place, strand) in self.strands.iter_mut().enumerate() {
            let What::Way(way) = &mut strand.what else { continue };
            if place == origin || !with.contains(&place) {
                continue;
            }
            way.delay(self.plan, cause.entry.of_group(way.before.group), by);
            way.settle(self.plan, &cause.ways_out, &mut self.absorbed);
            strand.now = way.after_ends();
            strand.cause = true;
        }
    }

    /// Moves a strand by what it waits for.
    fn follow(&mut self, place: usize, ways_out: &[WayOut]) {
        let waits: Vec<usize> = (0..place).filter(|first| self.linked(*first, place)).collect();
        let strand = &self.strands[place];
        let (mut ready, mut behind, mut freed) = (None::<(NaiveDateTime, usize)>, None, None::<(i32, usize)>);
        for first in waits.iter().copied() {
            let (_, by) = self.strands[first].by();
            let at = self.ready(first, place);
            if behind.is_none_or(|behind| behind < at) {
                behind = Some(at);
            }
            if by > 0 && at > strand.was.0 && ready.is_none_or(|(known, _)| at > known) {
                ready = Some((at, first));
            }
            if by < 0 && freed.is_none_or(|(known, _)| by < known) {
                freed = Some((by, first));
            }
        }
        let goes_on = strand.way().is_some_and(|way| ways_out.contains(&WayOut::GoOn(way.id())));
        let moved = match (ready, freed, behind) {
            (Some((at, first)), ..) if !goes_on => {
                let by = minutes(strand.was.0, at);
                if strand.waits_for_nobody() {
                    self.miss(place, first, by);
                    return;
                }
                Some((by, first))
            }
            (None, Some((by, first)), Some(behind)) => {
                let earliest = later(strand.was.0, by).max(behind).max(self.planned_start(place));
                Some((minutes(strand.was.0, earliest).min(0), first))
            }
            _ => None,
        };
        match moved {
            Some((by, first)) if by != 0 => {
                let slack = self.strands[first].by().1 - by;
                self.absorb(self.strands[place].ends().0, Absorber::Slack, slack);
                self.shift(place, by, ways_out);
                self.strands[place].after = Some(first);
            }
            _ if !goes_on => {
                for first in waits {
                    if self.strands[first].by().1 != 0 && self.directly(first, place) {
                        self.absorb(self.strands[place].ends().0, Absorber::Slack, self.strands[first].by().1);
                    }
                }
            }
            _ => {}
        }
        let leaves_out = |way: &Way| {
            let mut ways_out = ways_out.iter();
            ways_out.any(|way_out| matches!(way_out, WayOut::LeaveOut(of, _) if *of == way.id()))
        };
        let strand = &self.strands[place];
        if strand.by() == (0, 0) && strand.way().is_some_and(leaves_out) {
            self.shift(place, 0, ways_out);
        }
    }

    fn shift(&mut self, place: usize, by: i32, ways_out: &[WayOut]) {
        let strand = &mut self.strands[place];
        match &mut strand.what {
            What::Session(session) => {
                let (dropped, taken) = shortened(session, by, ways_out);
                strand.dropped = dropped;
                strand.now = (later(strand.was.0, by), later(strand.was.1, by - taken));
                let how = if dropped { Absorber::Dropped } else { Absorber::Break };
                let id = EntryId::Session(session.id);
                self.absorb(id, how, taken);
            }
            What::Way(way) => {
                way.start_later(by);
                way.settle(self.plan, ways_out, &mut self.absorbed);
                strand.now = way.after_ends();
            }
        }
    }

    fn miss(&mut self, place: usize, first: usize, late: i32) {
        let slack = self.strands[first].by().1 - late;
        self.absorb(self.strands[place].ends().0, Absorber::Slack, slack);
        if let Some(session) = self.strands[place].session() {
            self.missed.push(Broken::Missed { session: session.id, starts: self.strands[place].was.0, late });
        }
    }

    fn absorb(&mut self, entry: EntryId, by: Absorber, minutes: i32) {
        if minutes != 0 {
            self.absorbed.push(Absorbed { entry, by, minutes });
        }
    }

    /// Whether the second comes after the first as the plan stands, and needs the same people or the same coach.
    fn linked(&self, first: usize, second: usize) -> bool {
        let (one, two) = (&self.strands[first], &self.strands[second]);
        if one.was.1 > two.was.0 {
            return false;
        }
        let coach = |strand: &Strand| strand.way().and_then(|way| way.group).and_then(|group| group.coach);
        if coach(one).is_some() && coach(one) == coach(two) {
            return true;
        }
        let shared = |id| one.needs(self.plan, id) && two.needs(self.plan, id);
        // A plan that names no delegations yet is for everyone alike.
        self.plan.delegations.is_empty() || self.plan.delegations.iter().any(|delegation| shared(delegation.id))
    }

    /// Whether nothing stands between two that are linked.
    fn directly(&self, first: usize, second: usize) -> bool {
        let between = |middle: usize| self.linked(first, middle) && self.linked(middle, second);
        !(first + 1..second).any(between)
    }

    /// When the second can start after the first: after the drive, but for what that was too short already.
    fn ready(&self, first: usize, second: usize) -> NaiveDateTime {
        let (one, two) = (&self.strands[first], &self.strands[second]);
        let (from, to) = (one.places(self.plan).1, two.places(self.plan).0);
        let between = minutes(one.was.1, two.was.0);
        later(one.now.1, i32::from(drive(self.plan, from, to).minutes).min(between))
    }

    /// Before when a strand does not start, however early people are.
    fn planned_start(&self, place: usize) -> NaiveDateTime {
        let strand = &self.strands[place];
        let late = match &strand.what {
            What::Session(session) => session.planned.map_or(0, |planned| minutes(planned.start(), strand.was.0)),
            What::Way(way) => way.deviation.starts,
        };
        later(strand.was.0, -late.max(0))
    }

    /// What moves, by its new start.
    pub fn moved(&self) -> Vec<Moved> {
        let mut moved = Vec::new();
        for strand in &self.strands {
            let after = strand.after.map(|first| self.strands[first].ends().1);
            match &strand.what {
                What::Session(_) if strand.dropped || strand.by() == (0, 0) => {}
                What::Session(session) => {
                    let (starts, ends) = strand.by();
                    let (was, now) = (session.slot, self.slot(strand));
                    moved.push(Moved { entry: EntryId::Session(session.id), was, now, starts, ends, after });
                }
                What::Way(way) => way.moved(after, &mut moved),
            }
        }
        sort_by_key(&mut moved, |moved| (moved.now.start(), moved.now.end(), moved.entry));
        moved
    }

    fn slot(&self, strand: &Strand) -> Slot {
        Slot::lasting(strand.now.0, u16::try_from(minutes(strand.now.0, strand.now.1)).unwrap_or(1))
    }

    /// What is left out though it was there.
    pub fn left_out(&self) -> Vec<EntryId> {
        let mut left_out = Vec::new();
        for strand in &self.strands {
            match &strand.what {
                What::Session(session) if strand.dropped => left_out.push(EntryId::Session(session.id)),
                What::Session(_) => {}
                What::Way(way) => way.left_out(&mut left_out),
            }
        }
        left_out
    }

    /// The new times of sessions.
    pub fn sessions_after(&self) -> Vec<(SessionId, Option<Slot>)> {
        let changed = self.strands.iter().filter(|strand| strand.by() != (0, 0) || strand.dropped);
        let after = |strand: &Strand| {
            strand.session().map(|session| (session.id, (!strand.dropped).then(|| self.slot(strand))))
        };
        changed.filter_map(after).collect()
    }

    /// The ways of groups.
    pub fn ways(&self) -> impl Iterator<Item = &Way<'plan>> {
        self.strands.iter().filter_map(Strand::way)
    }

    /// The way of a group.
    pub fn way(&self, id: WayId) -> Option<&Way<'plan>> {
        self.ways().find(|way| way.id() == id)
    }

    /// How the ways of groups differ from their plan now.
    pub fn ways_after(&self) -> Vec<(WayId, Deviation)> {
        self.ways()
            .filter(|way| way.is_changed() || !way.is_as_it_was())
            .map(|way| (way.id(), way.deviation.clone()))
            .collect()
    }
}

/// Whether a session is dropped, and how many minutes it takes up that starts so much later; those it gets back when it
/// starts earlier are negative.
fn shortened(session: &Session, by: i32, ways_out: &[WayOut]) -> (bool, i32) {
    let length = i32::from(session.slot.minutes());
    if by > 0 && ways_out.contains(&WayOut::DropBreak(session.id)) {
        return (true, by.min(length));
    }
    let shortest = match session.kind {
        SessionKind::Break => SHORTEST_BREAK,
        SessionKind::Lunch => SHORTEST_LUNCH,
        SessionKind::FreeTime => SHORTEST_FREE,
        _ => return (false, 0),
    };
    if by > 0 {
        return (false, by.min((length - i32::from(shortest)).max(0)));
    }
    let planned = session.planned.map_or(length, |planned| i32::from(planned.minutes()));
    (false, -((planned - length).clamp(0, -by)))
}

/// The moment so many minutes later.
pub(super) fn later(moment: NaiveDateTime, minutes: i32) -> NaiveDateTime {
    moment.checked_add_signed(TimeDelta::minutes(i64::from(minutes))).unwrap_or(moment)
}

/// How many minutes it is from one moment to another.
pub(super) fn minutes(from: NaiveDateTime, to: NaiveDateTime) -> i32 {
    i32::try_from((to - from).num_minutes()).unwrap_or(i32::MAX)
}
