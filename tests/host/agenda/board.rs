//! The board: days, hours, lanes, and which entry is next to which.

use chrono::NaiveDate;
use itinera::example::manumix;
use itinera::{
    agenda::{Audience, Board, Direction, Filter, Sort},
    plan::{EntryId, Plan, SessionKind},
};

fn board(plan: &Plan) -> Board {
    Board::of(plan, Filter::default())
}

fn named(board: &Board, title: &str) -> EntryId {
    let found = board.placed.iter().find(|placed| placed.entry.title().english.starts_with(title));
    found.unwrap_or_else(|| panic!("no entry {title}")).entry.id
}

fn title(board: &Board, id: Option<EntryId>) -> String {
    id.and_then(|id| board.get(id)).map(|placed| placed.entry.title().english).unwrap_or_default()
}

#[test]
fn it_shows_the_meetings_days_from_full_hour_to_full_hour() {
    let board = board(&manumix());
    let day = |day| NaiveDate::from_ymd_opt(2017, 11, day).unwrap();
    assert_eq!(board.dates, [day(21), day(22)]);
    assert_eq!((board.from, board.to), (8 * 60, 22 * 60));
    assert_eq!(board.placed[0].from, 8 * 60 + 30);
}

#[test]
fn an_empty_plan_has_a_day_at_work() {
    let plan = Plan::empty((*manumix().meeting).clone());
    let board = board(&plan);
    assert!(board.dates.is_empty() && board.placed.is_empty());
    assert_eq!((board.from, board.to), (9 * 60, 18 * 60));
    assert_eq!(board.neighbour(None, Direction::Down), None);
}

#[test]
fn arrows_go_through_the_day_and_across() {
    let board = board(&manumix());
    let go = |from: &str, direction| title(&board, board.neighbour(Some(named(&board, from)), direction));
    for (from, direction, expect) in [
        ("Welcome", Direction::Up, "Registration"),
        ("Welcome", Direction::Down, "Evaluation in support of decisions"),
        ("Registration", Direction::Up, ""),
        ("Registration", Direction::Left, ""),
        ("Registration", Direction::Right, "Arrival and attendance sheet"),
        ("Peer exchange 1", Direction::Right, "Peer exchange 2"),
        ("Peer exchange 2", Direction::Left, "Peer exchange 1"),
        ("Peer exchange 1", Direction::Left, "Piedmont"),
        ("Departures", Direction::Down, ""),
        ("Departures", Direction::Right, ""),
    ] {
        let reached = go(from, direction);
        assert!(
            if expect.is_empty() { reached.is_empty() } else { reached.starts_with(expect) },
            "{from} {direction:?}: {reached}"
        );
    }
    assert_eq!(title(&board, board.neighbour(None, Direction::Down)), "Registration");
}

#[test]
fn filters_leave_the_hours_as_they_are() {
    let plan = manumix();
    let all = board(&plan);
    let wales = plan.delegations.iter().find(|one| one.name.english == "Wales").unwrap().id;
    let piedmont = plan.delegations.iter().find(|one| one.name.english == "Piedmont").unwrap().id;
    let of = |audience, sort| Board::of(&plan, Filter { audience, sort });
    assert_eq!(of(Audience::Everyone, Sort::Kind(SessionKind::Lunch)).placed.len(), 2);
    assert_eq!((all.from, all.to), {
        let lunch = of(Audience::Everyone, Sort::Kind(SessionKind::Lunch));
        (lunch.from, lunch.to)
    });
    assert_eq!(of(Audience::Everyone, Sort::Visits).placed.len(), 14);
    assert_eq!(of(Audience::Delegation(wales), Sort::Visits).placed.len(), 7);
    assert_eq!(of(Audience::Delegation(piedmont), Sort::Visits).placed.len(), 0);
}

#[test]
fn tab_leads_to_what_is_selected_where_it_is_shown_and_to_the_first_otherwise() {
    let plan = manumix();
    let all = board(&plan);
    let lunches = Board::of(&plan, Filter { sort: Sort::Kind(SessionKind::Lunch), ..Filter::default() });
    let (first, welcome) = (all.placed[0].entry.id, named(&all, "Welcome"));
    assert_eq!(all.entrance(None), Some(first));
    assert_eq!(all.entrance(Some(welcome)), Some(welcome));
    assert_eq!(lunches.entrance(Some(welcome)), Some(lunches.placed[0].entry.id));
    assert_eq!(Board::default().entrance(Some(welcome)), None);
}
