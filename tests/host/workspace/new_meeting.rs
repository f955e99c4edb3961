//! The form for a new meeting.

use itinera::{
    plan::PlanId,
    workspace::{Field, NewMeeting},
};

const ID: PlanId = PlanId::from_number(5);

fn is_zone(zone: &str) -> bool {
    zone == "Europe/Rome"
}

fn filled(title: &str, first: &str, days: &str, zone: &str) -> NewMeeting {
    NewMeeting { title: title.into(), first: first.into(), days: days.into(), zone: zone.into() }
}

#[test]
fn a_filled_form_is_a_plan_with_its_days() {
    for (first, days, dates) in [
        ("2017-11-21", "2", vec!["2017-11-21", "2017-11-22"]),
        (" 2024-02-28 ", " 3 ", vec!["2024-02-28", "2024-02-29", "2024-03-01"]),
        ("2017-12-31", "1", vec!["2017-12-31"]),
    ] {
        let plan = filled(" Kick-off ", first, days, " Europe/Rome ").plan(ID, is_zone).unwrap();
        assert_eq!(plan.id(), ID);
        assert_eq!(plan.meeting.title, "Kick-off".into());
        assert_eq!(plan.meeting.zone, "Europe/Rome");
        assert_eq!(plan.days.iter().map(|day| day.id.to_string()).collect::<Vec<_>>(), dates);
        assert_eq!(plan.records().count(), 1 + dates.len());
    }
    assert_eq!(filled("T", "2017-11-21", "31", "Europe/Rome").plan(ID, is_zone).unwrap().days.len(), 31);
}

#[test]
fn what_is_missing_or_makes_no_sense_is_named_in_the_order_of_the_form() {
    use Field::{Days, First, Title, Zone};
    let cases = [
        (filled("", "", "", ""), vec![Title, First, Days, Zone]),
        (filled(" \t", "2017-11-21", "2", "Europe/Rome"), vec![Title]),
        (filled("T", "21.11.2017", "2", "Europe/Rome"), vec![First]),
        (filled("T", "2017-02-29", "2", "Europe/Rome"), vec![First]),
        (filled("T", "+262142-12-31", "2", "Europe/Rome"), vec![First]),
        (filled("T", "2017-11-21", "0", "Europe/Rome"), vec![Days]),
        (filled("T", "2017-11-21", "32", "Europe/Rome"), vec![Days]),
        (filled("T", "2017-11-21", "-1", "Europe/Rome"), vec![Days]),
        (filled("T", "2017-11-21", "two", "Europe/Rome"), vec![Days]),
        (filled("T", "2017-11-21", "2", "Turin"), vec![Zone]),
        (filled("T", "", "2", "Turin"), vec![First, Zone]),
    ];
    for (form, wrong) in cases {
        assert_eq!(form.plan(ID, is_zone), Err(wrong), "{form:?}");
    }
}
