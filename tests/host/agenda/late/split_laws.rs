//! The laws of splits, on any day.

use super::laws::{any_day, any_entry};
use super::split::{FRESH, after, found_at};
use crate::plan::build::{at, date, delegate};
use chrono::NaiveDateTime;
use itinera::agenda::late::{Absorber, Cause, Ripple, Split, WayOut, back_to_plan, choices, ripple, ways_out};
use itinera::agenda::{Audience, entries};
use itinera::circuit::{Stay, itinerary};
use itinera::plan::{
    Coach, CoachId, Delegate, DelegateId, Delegation, DelegationId, EntryId, GroupId, Member, Plan, Slot, StopId,
    Travel, VisitId,
};
use itinera::sync::{Delta, History, Step, merge};
use proptest::{collection::vec, option, prelude::*};

const VISIT: VisitId = VisitId::from_number(1);

/// Any day with three delegations more, people in them who may have to leave, and a coach that may be free; in two
/// groups, or all in one.
pub fn any_outing() -> impl Strategy<Value = Plan> {
    let people = vec((1u128..7, option::of(14u32..20), 0u8..3), 6);
    let expected = vec(option::of(0u16..9), 6);
    (any_day(), people, expected, option::of(0u16..20), any::<bool>()).prop_map(
        |(mut plan, people, expected, seats, grouped)| {
            for (id, expected) in (1u128..).zip(expected) {
                plan.delegations.put(Delegation { expected, ..crate::plan::build::delegation(id) });
            }
            let mut alone = Vec::new();
            for (id, (of, leaves, singled)) in (11u128..).zip(people) {
                let departure = leaves.map(|hour| Travel { at: at(hour, 20), place: "Caselle".into() });
                plan.delegates.put(Delegate { departure, ..delegate(id, of) });
                if singled == 0 {
                    alone.push(DelegateId::from_number(id));
                }
            }
            plan.visits.change(VISIT, |visit| visit.audience = super::only(&[1, 2, 4, 5, 6]));
            for (group, delegations) in [(1, vec![1, 4, 6]), (2, vec![2, 5])] {
                plan.groups.change(GroupId::from_number(group), |group| {
                    group.delegations = delegations.into_iter().map(DelegationId::from_number).collect();
                });
            }
            let inside = |id: &DelegateId| {
                let of = plan.delegates.get(*id).map(|person| person.delegation);
                plan.groups
                    .get(GroupId::from_number(2))
                    .is_none_or(|group| of.is_none_or(|of| !group.delegations.contains(&of)))
            };
            let alone = alone.into_iter().filter(inside).collect();
            plan.groups.change(GroupId::from_number(2), |group| group.delegates = alone);
            if let Some(seats) = seats {
                plan.coaches.put(Coach { seats: Some(seats), ..crate::plan::build::coach(3, 1) });
            }
            if !grouped {
                // All are held as long as the first group would be.
                for stop in [1, 2] {
                    let hold = plan.turns.get(crate::plan::build::turn(1, stop).id).map_or(0, |turn| turn.hold);
                    plan.stops.change(StopId::from_number(stop), |stop| stop.hold = hold);
                }
                for id in [1, 2] {
                    plan.groups.remove(GroupId::from_number(id));
                    for stop in [1, 2] {
                        plan.turns.remove(crate::plan::build::turn(id, stop).id);
                    }
                }
            }
            plan
        },
    )
}

/// A delay with any of the splits that are offered, of any members, and any other ways out beside them.
pub fn delay(plan: &Plan, entry: EntryId, minutes: i32, bits: u32) -> Cause {
    let entry = if plan.groups.is_empty() { entry.of_group(None) } else { entry };
    let mut cause = Cause { entry, minutes, ways_out: vec![] };
    for _ in 0..2 {
        let offers = ways_out(plan, &cause, &FRESH);
        for (place, offer) in offers.into_iter().enumerate().filter(|(_, offer)| !offer.taken) {
            match offer.way_out {
                WayOut::Split(split) => {
                    let choices = choices(plan, &cause, &split);
                    let members = choices.members.iter().enumerate();
                    let members = members.filter(|(place, _)| bits >> (place % 16) & 1 == 1);
                    let members: Vec<Member> = members.map(|(_, (member, ..))| *member).collect();
                    let stops = choices.stops.iter().enumerate();
                    let skips =
                        stops.filter(|(place, _)| bits >> (16 + place % 4) & 1 == 1).map(|(_, (stop, _))| *stop);
                    let skips: std::collections::BTreeSet<StopId> = skips.collect();
                    let skips = if skips.is_empty() { split.skips.clone() } else { skips };
                    cause.ways_out.push(WayOut::Split(Split { members, skips, ..split }));
                }
                other if bits >> (20 + place % 12) & 1 == 1 => cause.ways_out.push(other),
                _ => {}
            }
        }
    }
    cause
}

fn split_up(plan: &Plan, entry: EntryId, minutes: i32, bits: u32) -> Option<(Cause, Ripple)> {
    let cause = delay(plan, entry, minutes, bits);
    let ripple = ripple(plan, &cause)?;
    (!ripple.partings.is_empty()).then_some((cause, ripple))
}

/// What an audience does until a moment, apart from which group it is in.
fn until(plan: &Plan, audience: Audience, moment: NaiveDateTime) -> Vec<(EntryId, Slot)> {
    let entries = entries(plan, audience).into_iter().filter(|entry| entry.slot.end() <= moment);
    let mut done: Vec<_> = entries.map(|entry| (entry.id.of_group(None), entry.slot)).collect();
    done.sort_by_key(|(id, slot)| (slot.start(), *id));
    done.dedup();
    done
}

fn start_of(plan: &Plan, entry: EntryId) -> NaiveDateTime {
    let entries = entries(plan, Audience::Everyone);
    entries.iter().find(|other| other.id == entry).expect("an entry").slot.start()
}

proptest! {
    /// Every head is in exactly one group, and as many go as went before.
    #[test]
    fn everybody_is_in_one_group(plan in any_outing(), entry in any_entry(), minutes in 1i32..90, bits in any::<u32>()) {
        let Some((_, ripple)) = split_up(&plan, entry, minutes, bits) else { return Ok(()) };
        let after = after(&plan, &ripple);
        let visit = plan.visits.get(VISIT).unwrap();
        let heads = |plan: &Plan| -> usize {
            let groups = plan.groups_of(VISIT);
            if groups.is_empty() { plan.heads(&visit.audience) } else { groups.iter().map(|group| plan.heads_in(group)).sum() }
        };
        prop_assert_eq!(heads(&after), heads(&plan));
        for parting in &ripple.partings {
            let heads = |id| after.heads_in(after.groups.get(id).unwrap());
            prop_assert_eq!((heads(parting.group), heads(parting.rest)), (parting.heads, parting.stay));
        }
        for delegation in plan.delegations.iter().filter(|delegation| visit.audience.includes(delegation.id)) {
            let naming = after.groups_of(VISIT).iter().filter(|group| group.delegations.contains(&delegation.id)).count();
            prop_assert_eq!(naming, 1, "{}", delegation.id);
        }
        for person in &plan.delegates {
            let goes = plan.group_of(VISIT, person).is_some()
                || plan.groups.is_empty() && visit.audience.includes(person.delegation);
            prop_assert_eq!(after.group_of(VISIT, person).is_some(), goes);
            let groups = after.groups_of(VISIT);
            prop_assert!(groups.iter().filter(|group| group.delegates.contains(&person.id)).count() <= 1);
        }
    }

    /// What is over when it runs late was the same for everybody, and so it stays.
    #[test]
    fn the_past_is_as_it_was(plan in any_outing(), entry in any_entry(), minutes in 1i32..90, bits in any::<u32>()) {
        let Some((cause, ripple)) = split_up(&plan, entry, minutes, bits) else { return Ok(()) };
        let (after, late) = (after(&plan, &ripple), start_of(&plan, cause.entry));
        let delegations = plan.delegations.iter().map(|one| Audience::Delegation(one.id));
        let people = plan.delegates.iter().map(|one| Audience::Delegate(one.id));
        for audience in delegations.chain(people).chain([Audience::Everyone]) {
            prop_assert_eq!(until(&after, audience, late), until(&plan, audience, late), "{:?}", audience);
        }
        prop_assert_eq!(found_at(&after, late), found_at(&plan, late));
    }

    /// Until they part they do the same at the same time, in one party; then those who go leave out what they said.
    #[test]
    fn those_who_part_were_together(plan in any_outing(), entry in any_entry(), minutes in 1i32..90, bits in any::<u32>()) {
        let Some((cause, ripple)) = split_up(&plan, entry, minutes, bits) else { return Ok(()) };
        let after = after(&plan, &ripple);
        for parting in &ripple.partings {
            let of = |group: GroupId| itinerary(&after, after.visits.get(VISIT).unwrap(), after.groups.get(group).map(|group| &**group));
            let (go, stay) = (of(parting.group), of(parting.rest));
            let together = go.legs.iter().take_while(|leg| parting.ride.is_none_or(|(own, _)| leg.id != own)).count();
            for place in 0..together {
                prop_assert!(go.legs[place].is_same_ride(&stay.legs[place]));
                // Who goes is not held before boarding: that was for the next stop.
                let at_host = |stay: &Stay| (stay.stop, stay.arrives, stay.received, stay.leaves);
                prop_assert_eq!(at_host(&go.stays[place]), at_host(&stay.stays[place]));
            }
            prop_assert_eq!(go.legs.get(together).map(|leg| (leg.id, leg.start)), parting.ride);
            let split = cause.ways_out.iter().find_map(|way_out| match way_out {
                WayOut::Split(split) if split.group == parting.group => Some(split),
                _ => None,
            });
            for stop in &split.unwrap().skips {
                prop_assert!(go.stays.iter().all(|stay| stay.stop != *stop));
            }
        }
    }

    /// By how much each half is back later is the delay without what absorbed it; less is driven and waited, or a stop
    /// less is made.
    #[test]
    fn minutes_are_accounted_for(plan in any_outing(), entry in any_entry(), minutes in 1i32..90, bits in any::<u32>()) {
        let Some((_, ripple)) = split_up(&plan, entry, minutes, bits) else { return Ok(()) };
        let after = after(&plan, &ripple);
        for group in ripple.partings.iter().flat_map(|parting| [parting.group, parting.rest]) {
            let starts = |plan: &Plan| plan.groups.get(group).unwrap().deviation.starts;
            // On the way of those who are late the delay is its own; else it is that with which they start.
            let is_late = |group: GroupId| {
                let own = ripple.entry.of_group(Some(group));
                let moved = ripple.moved.iter().any(|moved| moved.entry == own && moved.after.is_none());
                moved || ripple.absorbed.iter().any(|one| one.entry == own && one.by != Absorber::Slack)
            };
            let party = after.party_of(group);
            let late = match ripple.entry.group() {
                Some(cause) if after.party_of(cause) == party => true,
                Some(_) => after.groups.iter().any(|other| after.party_of(other.id) == party && is_late(other.id)),
                None => false,
            };
            let passed = match starts(&after) - starts(&ripple.plan) {
                0 if late => ripple.minutes,
                starts => starts,
            };
            let inside = ripple.absorbed.iter().filter(|one| one.entry.group() == Some(group) && one.by != Absorber::Slack);
            let absorbed: i32 = inside.map(|one| one.minutes).sum();
            let legs = itinerary(&after, after.visits.get(VISIT).unwrap(), after.groups.get(group).map(|group| &**group)).legs;
            if legs.is_empty() {
                continue;
            }
            let back = ripple.moved.iter().find(|moved| moved.entry == EntryId::LegBack(VISIT, Some(group)));
            prop_assert_eq!(back.map_or(0, |back| back.ends), passed - absorbed, "{:?}", ripple.absorbed);
        }
    }

    /// It is one step: undo leads back to the very plan, and so does going back to the plan.
    #[test]
    fn it_is_taken_back_exactly(plan in any_outing(), entry in any_entry(), minutes in 1i32..90, bits in any::<u32>()) {
        let Some((_, ripple)) = split_up(&plan, entry, minutes, bits) else { return Ok(()) };
        let after = after(&plan, &ripple);
        let mut history = History::default();
        history.push(Step { label: ripple.edit.label(&plan), delta: Delta::between(&plan, &after) });
        let (undone, _) = history.undo(&after).unwrap();
        prop_assert_eq!(&undone, &plan);
        let (redone, _) = history.redo(&undone).unwrap();
        prop_assert_eq!(&redone, &after);
        let back = back_to_plan(&after, date()).unwrap();
        prop_assert_eq!(&itinera::plan::apply(&after, &back).unwrap(), &plan);
        let (merged, clashes) = merge(Some(&plan), &plan, &after);
        prop_assert_eq!((&merged, clashes.len()), (&after, 0));
    }

    /// A coach that is found has room for those who go, and is nowhere else while it carries them.
    #[test]
    fn a_coach_that_is_found_can_carry_them(
        plan in any_outing(), entry in any_entry(), minutes in 1i32..90, bits in any::<u32>(),
    ) {
        let Some((_, ripple)) = split_up(&plan, entry, minutes, bits) else { return Ok(()) };
        let after = after(&plan, &ripple);
        let mut carried: Vec<(NaiveDateTime, NaiveDateTime)> = Vec::new();
        for parting in &ripple.partings {
            let Some(coach) = parting.coach else { continue };
            let seats = plan.coaches.get(coach).and_then(|coach| coach.seats);
            prop_assert!(seats.is_some_and(|seats| usize::from(seats) >= parting.heads));
            prop_assert_eq!(coach, CoachId::from_number(3));
            let group = after.groups.get(parting.group).map(|group| &**group);
            let back = itinerary(&after, after.visits.get(VISIT).unwrap(), group).back;
            let (_, from) = parting.ride.expect("nobody looks for a coach for those who do not leave");
            // One coach may carry two groups, one after the other.
            prop_assert!(carried.iter().all(|(start, end)| back <= *start || *end <= from), "{from} {back} {carried:?}");
            carried.push((from, back));
        }
    }
}
