//! A delay is one edit, which keeps the planned times and can be taken back.

use super::{A, at_stop, day, late, on_session};
use itinera::agenda::late::{Ripple, back_to_plan, planned_slot};
use itinera::agenda::{Audience, entries};
use itinera::plan::{Edit, EditError, EntryId, Plan, Session, SessionId, Verb, apply};
use itinera::sync::merge;

pub fn after(plan: &Plan, ripple: &Ripple) -> Plan {
    apply(plan, &ripple.edit).expect("the edit of a ripple")
}

/// When an entry is, and when it was planned.
fn times(plan: &Plan, id: EntryId) -> (String, Option<String>) {
    let entries = entries(plan, Audience::Everyone);
    let entry = entries.iter().find(|entry| entry.id == id).expect("an entry");
    let clock = |slot: itinera::plan::Slot| slot.start().format("%H:%M").to_string();
    (clock(entry.slot), planned_slot(plan, entry).map(clock))
}

#[test]
fn the_planned_time_stays_beside_the_new_one_also_after_a_second_delay() {
    let plan = day();
    let once = after(&plan, &late(&plan, on_session(1), 30, &[]));
    assert_eq!(times(&once, on_session(3)), ("11:10".into(), Some("10:50".into())));
    let twice = after(&once, &late(&once, on_session(2), 10, &[]));
    assert_eq!(times(&twice, on_session(3)), ("11:20".into(), Some("10:50".into())));
    let once = after(&plan, &late(&plan, at_stop(1, A), 20, &[]));
    let twice = after(&once, &late(&once, at_stop(2, A), 5, &[]));
    let back = EntryId::LegBack(itinera::plan::VisitId::from_number(1), A);
    assert_eq!(times(&twice, back), ("16:55".into(), Some("16:30".into())));
    assert_eq!(times(&plan, back), ("16:30".into(), None));
}

#[test]
fn the_day_goes_back_to_its_plan() {
    let plan = day();
    assert_eq!(back_to_plan(&plan, plan.sessions.iter().next().unwrap().slot.date()), None);
    let delayed = after(&plan, &late(&plan, on_session(3), 60, &[]));
    let delayed = after(&delayed, &late(&delayed, at_stop(1, A), 20, &[]));
    let date = crate::plan::build::date();
    let back = back_to_plan(&delayed, date).unwrap();
    assert_eq!(back.label(&delayed).verb, Verb::BackToPlan);
    assert_eq!(apply(&delayed, &back).unwrap(), plan);
    assert_eq!(back_to_plan(&delayed, date.succ_opt().unwrap()), None);
}

#[test]
fn its_label_says_how_late_from_where_in_both_languages() {
    let plan = day();
    for (entry, minutes, english, italian) in [
        (on_session(1), 20, "20 minutes late from Session 1", "20 minuti di ritardo da Session 1"),
        (at_stop(1, A), 1, "1 minute late from Host 1", "1 minuto di ritardo da Host 1"),
        (on_session(1), -5, "Session 1 over 5 minutes early", "Session 1 finito 5 minuti prima"),
    ] {
        let label = late(&plan, entry, minutes, &[]).edit.label(&plan);
        assert_eq!((label.verb, label.subject.english.as_str()), (Verb::Deviate, english));
        assert_eq!(label.subject.italian, italian);
    }
}

#[test]
fn a_fixed_session_refuses_to_be_moved_by_a_stale_edit() {
    let plan = day();
    let edit = late(&plan, on_session(1), 30, &[]).edit;
    let id = SessionId::from_number(3);
    let mut fixed = plan.clone();
    fixed.sessions.change(id, |session| session.fixed = true);
    assert_eq!(apply(&fixed, &edit), Err(EditError::Fixed(id)));
    let mut gone = plan.clone();
    gone.sessions.remove(id);
    assert!(matches!(apply(&gone, &edit), Err(EditError::Gone(_))));
    // It may run late itself, though.
    assert!(apply(&fixed, &late(&fixed, EntryId::Session(id), 10, &[]).edit).is_ok());
}

#[test]
fn what_somebody_else_wrote_meanwhile_merges_with_it() {
    let plan = day();
    let ours = after(&plan, &late(&plan, on_session(1), 30, &[]));
    let id = SessionId::from_number(3);
    let before = Session::clone(plan.sessions.get(id).unwrap());
    let notes = itinera::plan::Text::same("Bring the figures");
    let theirs = apply(&plan, &Edit::revise(before.clone(), Session { notes: notes.clone(), ..before })).unwrap();
    let (merged, clashes) = merge(Some(&plan), &ours, &theirs);
    assert_eq!(clashes.len(), 0);
    let merged = merged.sessions.get(id).unwrap();
    assert_eq!((&merged.notes, merged.slot), (&notes, ours.sessions.get(id).unwrap().slot));
    assert!(merged.planned.is_some());
}
