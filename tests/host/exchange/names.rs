//! Names of files.

use crate::plan::build;
use itinera::{
    exchange::names::{name, stem},
    plan::{Meeting, Plan, Text},
};

fn plan(title: &str) -> Plan {
    Plan::empty(Meeting { title: Text::same(title), ..build::meeting(1) })
}

#[test]
fn a_name_says_of_which_plan_what_and_of_whom() {
    let mut plan = plan("A Meeting: in Turin!");
    assert_eq!(stem(&plan), "a-meeting-in-turin");
    plan.days.put(build::day(0));
    assert_eq!(stem(&plan), "a-meeting-in-turin-2017-11-21");
    assert_eq!(name(&plan, "agenda", "", "csv"), "a-meeting-in-turin-2017-11-21-agenda.csv");
    assert_eq!(
        name(&plan, "guests", "Società Uno & Co.", "csv"),
        "a-meeting-in-turin-2017-11-21-guests-societa-uno-co.csv"
    );
}

#[test]
fn every_system_takes_it() {
    for title in ["", "  ", "../../etc/passwd", "שלום", "a\nb\0c", "CON", &"long ".repeat(100)] {
        let name = name(&plan(title), "agenda", title, "csv");
        assert!(
            name.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || b"-.".contains(&byte)),
            "{name}"
        );
        assert!(name.len() < 160 && !name.contains("..") && !name.starts_with(['-', '.']), "{name}");
    }
}
