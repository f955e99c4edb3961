//! Who cannot be there is counted nowhere: one rule for everything that counts heads at a place.

use super::{change, plan};
use crate::plan::build::at;
use itinera::{
    agenda::{Audience, Crew, Entry, crews, entries},
    exchange::{
        guests,
        tables::{Subject, table},
    },
    i18n::{Language, Words},
    papers::{AttendanceSheet, Carriage, CateringSheet, CoachList, HostSheet, Site},
    plan::{EntryId, GroupId, GuestField, HostId, Plan, SessionId, StopId, Travel},
};

const WALES: GroupId = GroupId::from_number(1);
const FIRST: StopId = StopId::from_number(1);
const HOST: HostId = HostId::from_number(1);

/// The heads at the first stop of the outing, or on the way there, by everything that counts them: the whole outing, and the
/// group of Wales alone.
fn heads(plan: &Plan) -> Vec<(&'static str, usize)> {
    let all = entries(plan, Audience::Everyone);
    let entry = |id| -> &Entry { all.iter().find(|entry| entry.id == id).unwrap() };
    let sum = |crews: &[Crew]| crews.iter().map(Crew::heads).sum::<usize>();
    let host = HostSheet::of(plan, HOST).unwrap();
    let of_wales =
        host.receptions.iter().find(|one| one.group.as_ref().is_some_and(|group| group.id == WALES)).unwrap();
    let listed =
        |guests: &[itinera::papers::Guests]| guests.iter().map(|one| one.named.len() + one.unnamed).sum::<usize>();
    let stop =
        |group| AttendanceSheet::of(plan, Site::Stop(FIRST, Some(GroupId::from_number(group))), 0).unwrap().heads();
    let leg = EntryId::LegTo(FIRST, Some(WALES));
    let coach = CoachList::of(plan, Carriage::of(plan, entry(leg)).unwrap(), Some(FIRST)).unwrap();
    let aboard = coach.aboard.iter().find(|aboard| aboard.entry.id == leg).unwrap();
    vec![
        ("attendance sheets", stop(1) + stop(2)),
        ("attendance sheet of Wales", stop(1)),
        ("host sheet", host.heads),
        ("its guests", listed(&host.guests)),
        ("host sheet, Wales", of_wales.heads),
        ("its guests, Wales", listed(&of_wales.guests)),
        ("list for the host", sum(&guests(plan, HOST))),
        ("coach list", coach.heads()),
        ("coach list, Wales", aboard.crew.iter().map(itinera::papers::Contingent::heads).sum()),
        ("roll-call", sum(&crews(plan, entry(leg)))),
    ]
}

/// The rows of the table of attendance that name somebody, as date and site.
fn in_table(plan: &Plan, name: &str) -> Vec<String> {
    let table = table(plan, &[], Subject::Attendance, Words::new(Language::English));
    let rows = table.rows.iter().filter(|row| row[3] == name);
    rows.map(|row| format!("{} {}", row[0], row[1])).collect()
}

#[test]
fn who_arrives_a_day_later_is_on_no_paper_of_the_day_before() {
    let mut plan = plan();
    plan.hosts.change(HOST, |host| host.guest_fields = Some([GuestField::Name].into()));
    let before = heads(&plan);
    let lunch = |plan: &Plan| CateringSheet::of(plan, SessionId::from_number(3)).unwrap().heads;
    let name = "Zoe Ace";
    assert_eq!((lunch(&plan), in_table(&plan, name).len()), (6, 5));
    let next_day = Travel { at: at(8, 0) + chrono::Days::new(1), place: String::new() };
    change(&mut plan, 11, |delegate| delegate.arrival = Some(next_day));
    for ((what, before), (_, now)) in before.into_iter().zip(heads(&plan)) {
        let whole = if what.contains("Wales") || what == "roll-call" { 4 } else { 6 };
        assert_eq!((before, now), (whole, whole - 1), "{what}");
    }
    assert_eq!((lunch(&plan), in_table(&plan, name)), (5, vec!["2017-11-22 Venue 0".to_string()]));
    // Nobody is left over as somebody unnamed, and whoever left before the outing is not on it either.
    let gone = Travel { at: at(12, 30), place: String::new() };
    change(&mut plan, 11, |delegate| (delegate.arrival, delegate.departure) = (None, Some(gone)));
    assert!(heads(&plan).into_iter().all(|(_, heads)| heads == 3 || heads == 5));
    assert_eq!(
        (lunch(&plan), in_table(&plan, name)),
        (6, vec!["2017-11-21 Venue 0".into(), "2017-11-21 Venue 9".into()])
    );
}
