//! Catering sheets.

use super::{change, of, plan};
use crate::plan::build::at;
use itinera::{
    papers::CateringSheet,
    plan::{Attendance, Plan, SessionId, SessionKind, Travel},
};

const LUNCH: SessionId = SessionId::from_number(3);

fn said(plan: &Plan) -> String {
    let sheet = CateringSheet::of(plan, LUNCH).unwrap();
    let list = |tallies: &[itinera::agenda::Tally]| {
        tallies.iter().map(|tally| format!("{} {}", tally.count, tally.words)).collect::<Vec<_>>().join(", ")
    };
    let (diets, needs) = (list(&sheet.diets), list(&sheet.needs));
    let CateringSheet { heads, plain, silent, unnamed, .. } = sheet;
    format!("{heads} heads: [{diets}] plain {plain}, silent {silent}, unnamed {unnamed}; needs [{needs}]")
}

#[test]
fn heads_are_counted_by_diet_without_a_name() {
    let mut plan = plan();
    assert_eq!(said(&plan), "6 heads: [] plain 0, silent 3, unnamed 3; needs []");
    change(&mut plan, 11, |delegate| delegate.diet = "Gluten-free,  vegan".into());
    change(&mut plan, 12, |delegate| delegate.diet = "none".into());
    change(&mut plan, 21, |delegate| {
        (delegate.diet, delegate.needs) = (" gluten free vegan".into(), "Step-free way".into());
    });
    let all = "6 heads: [2 Gluten-free,  vegan] plain 1, silent 0, unnamed 3; needs [1 Step-free way]";
    assert_eq!(said(&plan), all);
}

#[test]
fn only_those_for_whom_it_is_and_who_are_there_are_counted() {
    let travel = |hour, minute| Some(Travel { at: at(hour, minute), place: String::new() });
    for (arrival, departure, heads) in [
        (None, None, 6),
        (travel(12, 44), None, 6),
        (travel(12, 45), None, 5),
        (None, travel(12, 1), 6),
        (None, travel(12, 0), 5),
        (travel(8, 0), travel(18, 0), 6),
    ] {
        let mut plan = plan();
        change(&mut plan, 11, |delegate| (delegate.arrival, delegate.departure) = (arrival.clone(), departure.clone()));
        assert_eq!(CateringSheet::of(&plan, LUNCH).unwrap().heads, heads, "{arrival:?} {departure:?}");
    }
    let mut plan = plan();
    plan.sessions.change(LUNCH, |session| session.audience = Attendance::Only([of(2)].into()));
    assert_eq!(said(&plan), "2 heads: [] plain 0, silent 1, unnamed 1; needs []");
}

#[test]
fn only_meals_that_are_held_have_one() {
    for kind in SessionKind::ALL {
        let mut plan = plan();
        plan.sessions.change(LUNCH, |session| session.kind = kind);
        let is_meal = matches!(kind, SessionKind::Break | SessionKind::Lunch | SessionKind::Dinner);
        assert_eq!(CateringSheet::of(&plan, LUNCH).is_some(), is_meal, "{kind:?}");
        plan.sessions.change(LUNCH, |session| session.dropped = true);
        assert_eq!(CateringSheet::of(&plan, LUNCH), None);
    }
}
