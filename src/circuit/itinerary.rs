//! The times of one group on a study visit, every minute from gathering to the arrival back accounted for. Where a visit
//! has no groups, all go together.

use super::{Drive, drive, rush};
use crate::order::sort_by_key;
pub use crate::plan::Phase;
use crate::plan::{
    Deviation, EntryId, Group, GroupId, Plan, Slot, Stop, StopId, TurnId, VenueId, Visit, VisitId, minute_of_day,
};
use chrono::{NaiveDate, NaiveDateTime, NaiveTime, TimeDelta};

/// When everything happens for a group on a visit, in the meeting's time zone.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Itinerary {
    /// The visit.
    pub visit: VisitId,
    /// The group; none where all go together.
    pub group: Option<GroupId>,
    /// The transfers: one to each stop, then the one back.
    pub legs: Vec<Leg>,
    /// The stays, in order.
    pub stays: Vec<Stay>,
    /// When gathering starts.
    pub gathers: NaiveDateTime,
    /// When boarding starts.
    pub start: NaiveDateTime,
    /// When everybody is at the place of return.
    pub back: NaiveDateTime,
}

/// A transfer between two places.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Leg {
    /// Its identity on the agenda.
    pub id: EntryId,
    /// Where it starts, when known.
    pub from: Option<VenueId>,
    /// Where it ends, when known.
    pub to: Option<VenueId>,
    /// When gathering starts, before the first leg; for the others when boarding does.
    pub gathers: NaiveDateTime,
    /// When boarding starts.
    pub start: NaiveDateTime,
    /// When the coach leaves.
    pub departs: NaiveDateTime,
    /// When it arrives.
    pub arrives: NaiveDateTime,
    /// The drive with the delay of the rush hour, and how its length is known.
    pub drive: Drive,
    /// How many minutes of the drive are the delay of the rush hour.
    pub rush: u16,
}

/// A stay at a host.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stay {
    /// The stop.
    pub stop: StopId,
    /// Where it is, when known.
    pub venue: Option<VenueId>,
    /// When the coach arrives.
    pub arrives: NaiveDateTime,
    /// What happens when; without phases of no length. Waiting at the gate comes first: for the host's window to open, or
    /// for the time at which the group is received.
    pub phases: Vec<PhaseTime>,
    /// When the host receives: the group is at the host from then until [`Stay::leaves`].
    pub received: NaiveDateTime,
    /// When heads are counted and the host is done.
    pub leaves: NaiveDateTime,
    /// When boarding starts: after the count-back and what the group is held.
    pub ends: NaiveDateTime,
    /// By how many minutes the host is done after its window closes.
    pub late: u16,
}

/// A stretch of a group's time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PhaseTime {
    /// Which one.
    pub phase: Phase,
    /// When it starts.
    pub start: NaiveDateTime,
    /// How long it is, in minutes.
    pub minutes: u16,
}

impl Itinerary {
    /// From gathering until everybody is back.
    #[must_use]
    pub fn slot(&self) -> Slot {
        let minutes = (self.back - self.gathers).num_minutes();
        Slot::lasting(self.gathers, u16::try_from(minutes).unwrap_or(Slot::LONGEST))
    }

    /// Everything from gathering to the return in one strip, without phases of no length: each starts when the one
    /// before it ends.
    #[must_use]
    pub fn strip(&self) -> Vec<PhaseTime> {
        let mut strip = Vec::new();
        for (place, leg) in self.legs.iter().enumerate() {
            strip.extend(leg.phases());
            strip.extend(self.stays.get(place).into_iter().flat_map(|stay| stay.phases.iter().copied()));
        }
        strip
    }

    /// Minutes of waiting altogether: at gates, and held before boarding.
    #[must_use]
    pub fn waiting(&self) -> u32 {
        let phases = self.stays.iter().flat_map(|stay| &stay.phases);
        let waits = phases.filter(|part| matches!(part.phase, Phase::Wait | Phase::Hold));
        waits.map(|part| u32::from(part.minutes)).sum()
    }

    /// Minutes of driving altogether.
    #[must_use]
    pub fn driving(&self) -> u32 {
        self.legs.iter().map(|leg| u32::from(leg.drive.minutes)).sum()
    }

    /// By how many minutes the arrival back is later than it may be.
    #[must_use]
    pub fn back_late(&self, by: Option<NaiveDateTime>) -> u16 {
        by.map_or(0, |by| minutes_after(self.back, by))
    }
}

impl Leg {
    /// From gathering or boarding to arrival, drawn at least a minute and at most a day long.
    #[must_use]
    pub fn slot(&self) -> Slot {
        slot(self.gathers, self.arrives)
    }

    /// Minutes of gathering, before the first leg.
    #[must_use]
    pub fn gathering(&self) -> u16 {
        minutes_after(self.start, self.gathers)
    }

    /// What happens when; without phases of no length.
    #[must_use]
    pub fn phases(&self) -> Vec<PhaseTime> {
        let parts = [
            PhaseTime { phase: Phase::Gather, start: self.gathers, minutes: self.gathering() },
            PhaseTime { phase: Phase::Board, start: self.start, minutes: self.boarding() },
            PhaseTime { phase: Phase::Drive, start: self.departs, minutes: self.drive.minutes },
        ];
        parts.into_iter().filter(|part| part.minutes > 0).collect()
    }

    /// The stop to which it leads; none for the leg back.
    #[must_use]
    pub const fn stop(&self) -> Option<StopId> {
        if let EntryId::LegTo(stop, _) = self.id { Some(stop) } else { None }
    }

    /// Whether who makes the one and who makes the other can sit in one coach.
    #[must_use]
    pub fn is_same_ride(&self, other: &Self) -> bool {
        (self.from, self.to, self.departs, self.arrives) == (other.from, other.to, other.departs, other.arrives)
    }

    /// Minutes of boarding.
    #[must_use]
    pub fn boarding(&self) -> u16 {
        minutes_after(self.departs, self.start)
    }
}

impl Stay {
    /// From arrival to the start of boarding, drawn at least a minute and at most a day long.
    #[must_use]
    pub fn slot(&self) -> Slot {
        slot(self.arrives, self.ends)
    }
}

fn slot(start: NaiveDateTime, end: NaiveDateTime) -> Slot {
    Slot::lasting(start, minutes_after(end, start))
}

/// The times of every group of a visit by letter, as the plan stands; of all together where it has no groups.
#[must_use]
pub fn itineraries(plan: &Plan, visit: &Visit) -> Vec<Itinerary> {
    let groups = plan.groups_of(visit.id);
    if groups.is_empty() {
        return vec![itinerary(plan, visit, None)];
    }
    groups.into_iter().map(|group| itinerary(plan, visit, Some(group))).collect()
}

/// The times of one group of a visit as the plan stands, with what goes otherwise than planned; without a group, of all
/// together.
#[must_use]
pub fn itinerary(plan: &Plan, visit: &Visit, group: Option<&Group>) -> Itinerary {
    deviating(plan, visit, group, group.map_or(&visit.deviation, |group| &group.deviation))
}

/// The times of one group of a visit if its way differed so from its plan; as planned where it does not.
#[must_use]
pub fn deviating(plan: &Plan, visit: &Visit, group: Option<&Group>, deviation: &Deviation) -> Itinerary {
    let id = group.map(|group| group.id);
    let day = visit.start.date();
    let start = group.and_then(|group| group.start).map_or(visit.start, |time| day.and_time(time));
    // A file may say anything; what is a day off is another plan.
    let longest = i64::from(Slot::LONGEST);
    let starts = i64::from(deviation.starts).clamp(-longest, longest);
    let start = start.checked_add_signed(TimeDelta::minutes(starts)).unwrap_or(start);
    let way = Way { plan, visit, deviation };
    let (mut legs, mut stays) = (Vec::new(), Vec::new());
    let (mut now, mut place, mut gathering) = (start, visit.start_place, visit.gathering);
    for stop in stops(plan, visit, group, deviation) {
        let venue = plan.venue_of_stop(stop);
        let mut leg = way.leg(EntryId::LegTo(stop.id, id), place, venue, now, stop.boarding);
        leg.gathers = before(leg.start, std::mem::take(&mut gathering));
        let turn = id.and_then(|group| plan.turns.get(TurnId { group, stop: stop.id }));
        let hold = if id.is_some() { turn.map_or(0, |turn| turn.hold) } else { stop.hold };
        let stay = stay(stop, (turn.and_then(|turn| turn.received), hold), venue, day, leg.arrives, deviation);
        (now, place) = (stay.ends, venue);
        legs.push(leg);
        stays.push(stay);
    }
    let gathers = legs.first().map_or(start, |leg| leg.gathers);
    if !stays.is_empty() {
        let leg = way.leg(EntryId::LegBack(visit.id, id), place, visit.return_place, now, visit.return_boarding);
        now = leg.arrives;
        legs.push(leg);
    }
    Itinerary { visit: visit.id, group: id, legs, stays, gathers, start, back: now }
}

/// The stops that are made, in the order in which they are.
fn stops<'plan>(
    plan: &'plan Plan,
    visit: &Visit,
    group: Option<&Group>,
    deviation: &Deviation,
) -> Vec<&'plan std::sync::Arc<Stop>> {
    let mut stops = plan.stops_for(visit.id, group);
    stops.retain(|stop| !deviation.skips.contains(&stop.id));
    let place = |id: StopId| deviation.order.iter().position(|known| *known == id).unwrap_or(usize::MAX);
    let mut ranked: Vec<_> = stops.into_iter().enumerate().collect();
    sort_by_key(&mut ranked, |(rank, stop)| (place(stop.id), *rank));
    ranked.into_iter().map(|(_, stop)| stop).collect()
}

/// What the legs of a visit have in common.
struct Way<'plan> {
    plan: &'plan Plan,
    visit: &'plan Visit,
    deviation: &'plan Deviation,
}

impl Way<'_> {
    fn leg(&self, id: EntryId, from: Option<VenueId>, to: Option<VenueId>, start: NaiveDateTime, boarding: u16) -> Leg {
        let stop = if let EntryId::LegTo(stop, _) = id { Some(stop) } else { None };
        let departs = after(start, longer(boarding, self.deviation.by(stop, Phase::Board)));
        let plain = drive(self.plan, from, to);
        let hours = self.visit.rush.map(|hours| rush::Rush {
            from: minute_of_day(hours.window.from()),
            to: minute_of_day(hours.window.to()),
            percent: hours.percent,
        });
        let usual = rush::drive(plain.minutes, minute_of_day(departs.time()), hours);
        let minutes = longer(usual, self.deviation.by(stop, Phase::Drive));
        let drive = Drive { minutes, ..plain };
        let arrives = after(departs, minutes);
        Leg { id, from, to, gathers: start, start, departs, arrives, drive, rush: usual - plain.minutes }
    }
}

/// A stay that begins at `arrives`, with the time that is agreed with the host and how long people are held; the host's
/// window is one of `day`, even where the visit runs past midnight.
fn stay(
    stop: &Stop,
    (received, hold): (Option<NaiveTime>, u16),
    venue: Option<VenueId>,
    day: NaiveDate,
    arrives: NaiveDateTime,
    deviation: &Deviation,
) -> Stay {
    let opens = [stop.window.map(|window| window.from()), received];
    let opens = opens.into_iter().flatten().max().map(|time| day.and_time(time));
    let wait = opens.map_or(0, |opens| minutes_after(opens, arrives));
    let lengths = [
        (Phase::Wait, wait),
        (Phase::Gate, stop.gate),
        (Phase::Safety, stop.safety),
        (Phase::Tour, stop.tour),
        (Phase::Questions, stop.questions),
        (Phase::CountBack, stop.count_back),
        (Phase::Hold, hold),
    ];
    let (mut now, mut leaves) = (arrives, arrives);
    let mut phases = Vec::new();
    for (phase, planned) in lengths {
        let minutes = longer(planned, deviation.by(Some(stop.id), phase));
        if minutes > 0 {
            phases.push(PhaseTime { phase, start: now, minutes });
            now = after(now, minutes);
        }
        if phase == Phase::CountBack {
            leaves = now;
        }
    }
    let closes = stop.window.map(|window| day.and_time(window.to()));
    let late = closes.map_or(0, |closes| minutes_after(leaves, closes));
    Stay { stop: stop.id, venue, arrives, phases, received: after(arrives, wait), leaves, ends: now, late }
}

/// A length that is so many minutes longer than planned; nought to a day.
fn longer(planned: u16, by: i32) -> u16 {
    if by == 0 {
        return planned;
    }
    let minutes = i32::from(planned).saturating_add(by).clamp(0, i32::from(Slot::LONGEST).max(i32::from(planned)));
    u16::try_from(minutes).unwrap_or(planned)
}

/// The moment `minutes` later.
fn after(moment: NaiveDateTime, minutes: u16) -> NaiveDateTime {
    moment.checked_add_signed(TimeDelta::minutes(i64::from(minutes))).unwrap_or(moment)
}

/// The moment `minutes` earlier.
fn before(moment: NaiveDateTime, minutes: u16) -> NaiveDateTime {
    moment.checked_sub_signed(TimeDelta::minutes(i64::from(minutes))).unwrap_or(moment)
}

/// How many minutes `moment` is after `other`; nought when it is not.
fn minutes_after(moment: NaiveDateTime, other: NaiveDateTime) -> u16 {
    u16::try_from((moment - other).num_minutes().max(0)).unwrap_or(u16::MAX)
}
