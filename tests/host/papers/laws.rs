//! What holds for the papers of every plan.

use super::{of, person};
use crate::plan::build::{date, delegation, empty};
use crate::support::arbitrary::plans;
use itinera::{
    agenda::{Audience, Entry, EntryKind, entries, is_for},
    example::manumix,
    i18n::{Language, Words},
    papers::{
        AttendanceSheet, Carriage, CateringSheet, CoachList, DoorSign, EvidencePack, HostSheet, ItinerarySheet, Paper,
        Site, What, badges, lacks, papers,
    },
    plan::{
        Delegate, DelegateId, DelegationId, EntryId, GroupId, Party, Plan, Session, SessionKind, Slot, StopId, VisitId,
    },
};
use proptest::prelude::*;
use std::{collections::BTreeSet, sync::Arc};

/// How many times each delegate is on the coach lists of a visit's leg, and how many unnamed heads there are.
fn carried(plan: &Plan, visit: VisitId, to: Option<StopId>) -> (Vec<DelegateId>, usize) {
    let (mut named, mut unnamed) = (Vec::new(), 0);
    for paper in papers(plan) {
        let Paper::CoachList(carriage, leads) = paper else { continue };
        let list = CoachList::of(plan, carriage, leads).unwrap();
        if list.visit.id != visit || leads != to {
            continue;
        }
        for crew in list.aboard.iter().flat_map(|aboard| &aboard.crew) {
            named.extend(crew.named.iter().map(|delegate| delegate.id));
            unnamed += crew.unnamed;
        }
    }
    named.sort_unstable();
    (named, unnamed)
}

/// Whether a delegate is known to go with an entry of a visit, and not only invited to join some group or on the way there.
fn goes(plan: &Plan, entry: &Entry, delegate: &Delegate) -> bool {
    let placed = entry.group().is_none() || plan.group_of(entry.visit().unwrap().id, delegate).is_some();
    placed && is_for(plan, entry, Audience::Delegate(delegate.id)) && is_there(delegate, entry.slot)
}

fn every_head_is_on_one_coach_list(plan: &Plan) {
    let legs: Vec<_> =
        entries(plan, Audience::Everyone).into_iter().filter(|one| one.kind() == EntryKind::Leg).collect();
    let targets: BTreeSet<(VisitId, Option<StopId>)> =
        legs.iter().map(|leg| (leg.visit().unwrap().id, target(leg))).collect();
    for (visit, to) in targets {
        let of_leg = || legs.iter().filter(|leg| leg.visit().unwrap().id == visit && target(leg) == to);
        let riders = plan.delegates.iter().filter(|delegate| of_leg().any(|leg| goes(plan, leg, delegate)));
        let expected: Vec<_> = riders.map(|delegate| delegate.id).collect();
        let (named, unnamed) = carried(plan, visit, to);
        assert_eq!(named, expected);
        let unnamed_of =
            |delegation: &DelegationId| plan.heads_of(*delegation) - plan.delegates_of(*delegation).count();
        let meant = plan.delegations.iter().map(|delegation| delegation.id).filter(|id| {
            of_leg().any(|leg| match leg.group() {
                Some(group) => plan.group_with(visit, *id).is_some_and(|theirs| theirs.id == group.id),
                None => leg.visit().unwrap().audience.includes(*id),
            })
        });
        assert_eq!(unnamed, meant.map(|id| unnamed_of(&id)).sum::<usize>());
    }
}

fn target(leg: &Entry) -> Option<StopId> {
    match leg.id {
        EntryId::LegTo(stop, _) => Some(stop),
        _ => None,
    }
}

/// Whether somebody has arrived before the slot ends, and leaves after it starts.
fn is_there(delegate: &Delegate, slot: Slot) -> bool {
    let late = delegate.arrival.as_ref().is_some_and(|travel| travel.at >= slot.end());
    let gone = delegate.departure.as_ref().is_some_and(|travel| travel.at <= slot.start());
    !late && !gone
}

fn rows_are_heads(plan: &Plan) {
    for paper in papers(plan) {
        let (sessions, unnamed_rows, mut listed): (Vec<&Session>, usize, Vec<DelegateId>) = match paper {
            Paper::Attendance(Site::Day(date)) => {
                let sheet = AttendanceSheet::of(plan, Site::Day(date), 3).unwrap();
                assert_eq!(sheet.rows(), sheet.heads() + sheet.speakers.len() + 3);
                let of_day = plan.sessions.iter().filter(|session| {
                    let signed = session.kind.is_work() || session.kind == SessionKind::Registration;
                    signed && !session.dropped && session.slot.date() == date
                });
                let listed = sheet.signers.iter().flat_map(|signers| &signers.named).map(|one| one.delegate.id);
                let unnamed = sheet.signers.iter().map(|signers| signers.unnamed).sum();
                (of_day.map(|session| &**session).collect(), unnamed, listed.collect())
            }
            Paper::Catering(id) => {
                let sheet = CateringSheet::of(plan, id).unwrap();
                let with_diet: usize = sheet.diets.iter().map(|tally| tally.count).sum();
                assert_eq!(sheet.heads, with_diet + sheet.plain + sheet.silent + sheet.unnamed);
                let eaters = plan.delegates.iter().filter(|delegate| {
                    sheet.session.audience.includes(delegate.delegation) && is_there(delegate, sheet.session.slot)
                });
                assert_eq!(sheet.heads - sheet.unnamed, eaters.count());
                (vec![plan.sessions.get(id).unwrap()], sheet.unnamed, Vec::new())
            }
            _ => continue,
        };
        let meant = plan
            .delegations
            .iter()
            .filter(|delegation| sessions.iter().any(|session| session.audience.includes(delegation.id)));
        let unnamed = meant.map(|delegation| plan.heads_of(delegation.id) - plan.delegates_of(delegation.id).count());
        assert_eq!(unnamed_rows, unnamed.sum::<usize>(), "{}", paper.key());
        if matches!(paper, Paper::Attendance(_)) {
            listed.sort_unstable();
            let signs = |delegate: &&Arc<Delegate>| {
                sessions.iter().any(|session| {
                    let roles = session.chair.iter().chain(&session.speakers).chain(&session.rapporteur);
                    let mut own = roles.filter(|party| **party == Party::Delegate(delegate.id));
                    (session.audience.includes(delegate.delegation) || own.next().is_some())
                        && is_there(delegate, session.slot)
                })
            };
            let expected: Vec<_> = plan.delegates.iter().filter(signs).map(|delegate| delegate.id).collect();
            assert_eq!(listed, expected, "{}", paper.key());
        }
    }
}

fn itineraries_are_for_their_readers(plan: &Plan) {
    for paper in papers(plan) {
        let Paper::Itinerary(audience) = paper else { continue };
        let sheet = ItinerarySheet::of(plan, audience).unwrap();
        let lines: Vec<_> = sheet.days.iter().flat_map(|day| &day.lines).map(|line| line.entry.id).collect();
        let all = entries(plan, Audience::Everyone);
        let theirs: Vec<_> = all.iter().filter(|entry| is_for(plan, entry, audience)).map(|entry| entry.id).collect();
        assert_eq!(lines, theirs);
    }
}

/// Every paper of the list has a name of its own that reads back, can be made, and has something on it.
fn every_paper_can_be_made(plan: &Plan) {
    let all = papers(plan);
    let keys: BTreeSet<_> = all.iter().map(|paper| paper.key()).collect();
    assert_eq!(keys.len(), all.len());
    for paper in all {
        assert_eq!(Paper::parse(&paper.key()), Some(paper));
        let found = lacks(plan, paper);
        // A plan always has a programme, itineraries and a pack, be they empty.
        let always = matches!(paper, Paper::Programme(_) | Paper::Itinerary(_) | Paper::Evidence);
        assert!(always || found.iter().all(|lack| lack.what != What::Content), "{}", paper.key());
        can_be_made(plan, paper);
        for lack in &found {
            assert_eq!(found.iter().filter(|other| *other == lack).count(), 1, "{lack:?}");
            for words in Language::ALL.map(Words::new) {
                assert!(!lack.sentence(plan, words).is_empty());
            }
        }
    }
}

fn can_be_made(plan: &Plan, paper: Paper) {
    match paper {
        Paper::Programme(_) | Paper::Badges | Paper::Evidence => {}
        Paper::Itinerary(audience) => assert!(ItinerarySheet::of(plan, audience).is_some()),
        Paper::Attendance(site) => assert!(AttendanceSheet::of(plan, site, 0).is_some()),
        Paper::CoachList(carriage, to) => {
            let list = CoachList::of(plan, carriage, to).unwrap();
            assert!(list.routes.iter().all(|route| route.from + 1 < route.points.len()));
        }
        Paper::HostSheet(host) => {
            let sheet = HostSheet::of(plan, host).unwrap();
            let (heads, named) = sheet
                .guests
                .iter()
                .fold((0, 0), |(heads, named), guests| (heads + guests.heads, named + guests.named.len()));
            assert_eq!(sheet.heads, heads);
            assert!(!sheet.fields.is_empty() || named == 0);
        }
        Paper::Catering(meal) => assert!(CateringSheet::of(plan, meal).is_some()),
        Paper::DoorSign(room, date) => assert!(!DoorSign::of(plan, room, date).unwrap().sessions.is_empty()),
    }
}

fn all_laws(plan: &Plan) {
    every_paper_can_be_made(plan);
    every_head_is_on_one_coach_list(plan);
    rows_are_heads(plan);
    itineraries_are_for_their_readers(plan);
    badges_are_heads(plan);
    nothing_held_is_lost(plan);
}

fn badges_are_heads(plan: &Plan) {
    let known: usize = plan.delegations.iter().map(|delegation| plan.heads_of(delegation.id)).sum();
    let lost = plan.delegates.iter().filter(|delegate| !plan.delegations.has(delegate.delegation)).count();
    let all = badges(plan, true);
    assert_eq!(all.len(), known + lost);
    let named: BTreeSet<_> = all.iter().filter_map(|badge| badge.delegate.as_ref()).map(|one| one.id).collect();
    assert_eq!((named.len(), badges(plan, false).len()), (plan.delegates.len(), plan.delegates.len()));
}

fn nothing_held_is_lost(plan: &Plan) {
    let pack = EvidencePack::of(plan);
    let lines = || pack.days.iter().flat_map(|day| &day.lines);
    let mut held: Vec<_> = lines().filter(|line| !line.left_out).map(|line| line.entry.id).collect();
    let mut expected: Vec<_> = entries(plan, Audience::Everyone).iter().map(|entry| entry.id).collect();
    held.sort_unstable();
    expected.sort_unstable();
    assert_eq!(held, expected);
    for session in plan.sessions.iter().filter(|session| session.dropped) {
        assert!(lines().any(|line| line.left_out && line.entry.id == EntryId::Session(session.id)));
    }
    let dates: Vec<_> = pack.days.iter().map(|day| day.date).collect();
    assert!(dates.is_sorted_by(|one, two| one < two));
}

proptest! {
    #[test]
    fn papers_of_any_plan_keep_the_laws(plan in plans()) {
        all_laws(&plan);
    }
}

#[test]
fn papers_of_the_shipped_plan_keep_the_laws() {
    all_laws(&manumix());
    let coach = entries(&manumix(), Audience::Everyone).iter().find_map(|entry| Carriage::of(&manumix(), entry));
    let list = CoachList::of(&manumix(), coach.unwrap(), None).unwrap();
    assert_eq!((list.heads(), badges(&manumix(), true).len()), (9, 24));
}

#[test]
fn an_empty_plan_keeps_the_laws() {
    all_laws(&empty());
    assert_eq!(lacks(&empty(), Paper::Programme(Audience::Everyone)).last().unwrap().what, What::Content);
}

#[test]
fn three_hundred_people_keep_the_laws() {
    let mut plan = super::plan();
    for number in 1..=10 {
        let mut delegation = delegation(number);
        delegation.expected = Some(32);
        plan.delegations.put(delegation);
        for one in 0..30 {
            plan.delegates.put(person(1000 * number + one, number, &format!("Person {one}")));
        }
    }
    let group = GroupId::from_number(1);
    plan.groups.change(group, |group| group.delegations = (1..6).map(of).collect());
    plan.groups.change(GroupId::from_number(2), |group| group.delegations = (6..11).map(of).collect());
    all_laws(&plan);
    assert_eq!(AttendanceSheet::of(&plan, Site::Day(date()), 5).unwrap().heads(), 320);
}
