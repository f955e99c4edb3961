//! The afternoon as a graph: what it shows, what it marks as a clash, and that no text is on a line.

use crate::plan::build::{at, date, empty, group, host, stop, time, transfer, turn, venue, visit, window};
use itinera::circuit::graph::{Afternoon, BADGE, Drawing, KNOT, Space, Texts, Trouble, Where, draw};
use itinera::circuit::{Phase, Point, Rect};
use itinera::example::manumix;
use itinera::plan::{Group, GroupId, Host, Plan, Stop, StopId, Turn, VenueId, Visit, VisitId, Window};
use proptest::{collection, option, prelude::*};

const DESK: Space = Space { width: 1300, down: false };
const PHONE: Space = Space { width: 328, down: true };
const SPACES: [Space; 4] = [DESK, Space { width: 760, down: false }, PHONE, Space { width: 600, down: true }];

fn of(plan: &Plan) -> Afternoon {
    Afternoon::of(plan, plan.visits.iter().next().unwrap())
}

fn texts(plan: &Plan, afternoon: &Afternoon) -> Texts {
    let venue = |venue: Option<VenueId>| {
        let venue = venue.and_then(|venue| plan.venues.get(venue));
        venue.map_or("Not decided".into(), |venue| venue.name.in_language(itinera::i18n::Language::English).to_string())
    };
    let names = afternoon.places.iter().map(|place| match place.is {
        Where::Stop(stop) => {
            let host = plan.stops.get(stop).and_then(|stop| plan.hosts.get(stop.host));
            host.map_or("Untitled".into(), |host| host.name.clone())
        }
        Where::Start | Where::Return => venue(place.venue),
    });
    Texts { names: names.collect(), by: Some("by 19:30".into()) }
}

fn drawn(plan: &Plan, space: Space) -> (Afternoon, Drawing) {
    let afternoon = of(plan);
    let drawing = draw(&afternoon, &texts(plan, &afternoon), space);
    (afternoon, drawing)
}

fn around(at: Point, half: i32) -> Rect {
    Rect { x: at.x - half, y: at.y - half, width: 2 * half, height: 2 * half }
}

/// Points of a straight line, half a unit apart; in halves of a unit.
fn along(from: Point, to: Point) -> impl Iterator<Item = (i64, i64)> {
    let (x, y) = (i64::from(to.x - from.x), i64::from(to.y - from.y));
    let steps = (x.abs().max(y.abs()) * 2).max(1);
    (0..=steps)
        .map(move |step| (i64::from(from.x) * 2 + x * 2 * step / steps, i64::from(from.y) * 2 + y * 2 * step / steps))
}

fn is_on(room: Rect, from: Point, to: Point) -> bool {
    let (left, top) = (i64::from(room.x) * 2, i64::from(room.y) * 2);
    let (right, bottom) = (left + i64::from(room.width) * 2, top + i64::from(room.height) * 2);
    along(from, to).any(|(x, y)| left < x && x < right && top < y && y < bottom)
}

/// Every line that a text must not be on, with what it is.
fn lines(drawing: &Drawing) -> Vec<(&'static str, Point, Point)> {
    let mut lines = Vec::new();
    for trace in &drawing.traces {
        lines.extend(trace.pieces.iter().map(|piece| ("a group's line", piece.from, piece.to)));
        lines.extend(trace.badges.iter().filter_map(|badge| Some(("a lead", badge.at, badge.lead?))));
    }
    for level in &drawing.levels {
        lines.push(("a place's line", level.from, level.to));
        let Some(band) = level.band else { continue };
        let (right, bottom) = (band.x + band.width, band.y + band.height);
        let corners =
            [(band.x, band.y), (right, band.y), (right, bottom), (band.x, bottom)].map(|(x, y)| Point { x, y });
        lines.extend((0..4).map(|side| ("the edge of a band", corners[side], corners[(side + 1) % 4])));
    }
    for warning in &drawing.warnings {
        lines.extend(warning.stretch.windows(2).map(|pair| ("a stretch that does not go", pair[0], pair[1])));
    }
    lines.extend(drawing.by.iter().map(|by| ("the bar of the return", by.from, by.to)));
    lines
}

/// What holds for every drawing.
fn assert_readable(afternoon: &Afternoon, drawing: &Drawing) {
    let mut texts: Vec<_> = drawing.hours.iter().chain(drawing.levels.iter().map(|level| &level.name)).collect();
    texts.extend(drawing.traces.iter().flat_map(|trace| &trace.times));
    texts.extend(drawing.by.iter().filter_map(|by| by.label.as_ref()));
    let knots = drawing.traces.iter().flat_map(|trace| trace.knots.iter().map(|knot| around(knot.at, KNOT)));
    let badges = drawing.traces.iter().flat_map(|trace| trace.badges.iter().map(|badge| around(badge.at, BADGE)));
    let signs = drawing.warnings.iter().map(|warning| around(warning.sign, BADGE));
    let marks: Vec<Rect> = knots.chain(badges).chain(signs).collect();
    let lines = lines(drawing);
    for (index, text) in texts.iter().enumerate() {
        assert!(text.room.is_in(drawing.frame), "{text:?} leaves {:?}", drawing.frame);
        for other in &texts[..index] {
            assert!(!other.room.overlaps(text.room), "{text:?} on {other:?}");
        }
        assert!(!marks.iter().any(|mark| mark.overlaps(text.room)), "{text:?} on a mark");
        for (what, from, to) in &lines {
            assert!(!is_on(text.room, *from, *to), "{text:?} on {what} from {from:?} to {to:?}");
        }
    }
    for (number, (run, trace)) in afternoon.runs.iter().zip(&drawing.traces).enumerate() {
        assert_eq!(run.calls.is_empty(), trace.badges.is_empty(), "every line has its letter");
        let Some(first) = trace.badges.first() else { continue };
        assert!(around(first.at, BADGE).is_in(drawing.frame), "{first:?} leaves the frame");
        for (other, theirs) in drawing.traces.iter().enumerate().filter(|(other, _)| *other != number) {
            for badge in &theirs.badges {
                let apart = !around(badge.at, BADGE).overlaps(around(first.at, BADGE));
                assert!(apart, "the letters of {number} and {other} are on each other");
            }
            let on_line = |piece: &itinera::circuit::graph::Piece| is_on(around(first.at, BADGE), piece.from, piece.to);
            assert!(!theirs.pieces.iter().any(on_line), "the letter of {number} is on the line of {other}");
        }
        // Time never runs back, and each piece starts where the one before it ends.
        for pair in trace.pieces.windows(2) {
            assert_eq!(pair[0].to, pair[1].from);
        }
    }
}

/// The shipped visit with so many groups, each a stop on in the order.
fn shipped(groups: usize) -> Plan {
    let mut plan = manumix();
    let visit = plan.visits.iter().next().unwrap().clone();
    let before: Vec<GroupId> = plan.groups.iter().map(|group| group.id).collect();
    for id in before {
        plan = itinera::plan::apply(&plan, &itinera::plan::Edit::Remove(itinera::plan::Key::Group(id))).unwrap();
    }
    let mut stops: Vec<StopId> = plan.stops_of(visit.id).iter().map(|stop| stop.id).collect();
    stops.sort();
    plan.visits.change(visit.id, |visit| {
        visit.order.clone_from(&stops);
        visit.start = visit.start.date().and_time(time(13, 10));
    });
    for number in 0..groups {
        let mut order = stops.clone();
        order.rotate_left(number % stops.len());
        let id = GroupId::from_number(900 + number as u128);
        let letter = ["A", "B", "C", "D"][number].to_string();
        plan.groups.put(Group { order, letter, ..Group::empty(id, visit.id) });
    }
    plan
}

#[test]
fn no_text_of_the_shipped_visit_is_on_a_line_and_every_time_is_written() {
    for groups in 0..=4 {
        let plan = shipped(groups);
        for space in SPACES {
            let (afternoon, drawing) = drawn(&plan, space);
            assert_readable(&afternoon, &drawing);
            if groups > 2 {
                continue;
            }
            assert_eq!(drawing.frame.width.max(space.width), space.width, "no wider than the space");
            for (run, trace) in afternoon.runs.iter().zip(&drawing.traces) {
                // Gathering may be left out, where the letters stand.
                let all = run.calls.len() * 2 - 1;
                assert!(
                    trace.times.len() + 1 >= all,
                    "{groups} {space:?}: {} of {all} times {trace:#?}",
                    trace.times.len()
                );
            }
        }
    }
}

#[test]
fn the_shipped_visit_as_it_is_is_readable_too() {
    let plan = manumix();
    for space in SPACES {
        let (afternoon, drawing) = drawn(&plan, space);
        assert_readable(&afternoon, &drawing);
        assert!(drawing.by.is_some(), "{space:?} shows by when everybody must be back");
    }
}

#[test]
fn places_stand_in_the_order_of_the_first_group_and_start_and_return_are_one() {
    let plan = shipped(2);
    let (afternoon, drawing) = drawn(&plan, DESK);
    let names: Vec<_> = drawing.levels.iter().map(|level| level.name.text.as_str()).collect();
    assert_eq!(names, ["Finpiemonte", "IRIS", "Prima Industrie", "SPEA"]);
    assert_eq!(afternoon.last(), 0);
    assert_eq!(afternoon.runs[1].calls.iter().map(|call| call.place).collect::<Vec<_>>(), [0, 2, 3, 1, 0]);
    // Elsewhere at the end: one more level.
    let mut plan = plan;
    let id = plan.visits.iter().next().unwrap().id;
    plan.visits.change(id, |visit| visit.return_place = None);
    assert_eq!(of(&plan).places.len(), 5);
    assert_eq!(of(&plan).last(), 4);
}

#[test]
fn hours_are_written_and_quarters_are_ticks() {
    let (_, drawing) = drawn(&shipped(0), DESK);
    let hours: Vec<_> = drawing.hours.iter().map(|hour| hour.text.as_str()).collect();
    assert_eq!(hours, ["13:00", "14:00", "15:00", "16:00", "17:00", "18:00", "19:00"]);
    let main: Vec<_> = drawing.ticks.iter().map(|tick| tick.main).collect();
    assert_eq!(main[..5], [true, false, false, false, true]);
    // Lengths and minutes are the same thing.
    let hour = drawing.along(900) - drawing.along(840);
    assert_eq!(drawing.minutes(hour), 60);
    assert_eq!(drawing.minutes(-hour / 12), -5);
}

/// Venue 0 is the start; hosts 1 and 2 at venues 1 and 2; ten minutes everywhere; A goes 1, 2 and B 2, 1.
fn two_groups() -> Plan {
    let mut plan = empty();
    for id in 0..3 {
        plan.venues.put(venue(id, None));
    }
    for (from, to) in [(0, 1), (0, 2), (1, 2)] {
        plan.transfers.put(transfer(from, to, 10));
    }
    let home = Some(VenueId::from_number(0));
    plan.visits.put(Visit { start: at(13, 0), start_place: home, return_place: home, ..visit(1) });
    for id in 1..3 {
        plan.hosts.put(host(id, Some(id)));
        plan.stops.put(Stop { tour: 60, ..stop(id, 1, id) });
    }
    let order = |ids: [u128; 2]| ids.map(StopId::from_number).to_vec();
    plan.groups.put(Group { letter: "A".into(), order: order([1, 2]), ..group(1, 1) });
    plan.groups.put(Group { letter: "B".into(), order: order([2, 1]), ..group(2, 1) });
    plan
}

fn troubles(plan: &Plan) -> Vec<(usize, Trouble, i32, i32)> {
    of(plan).clashes.iter().map(|clash| (clash.run, clash.trouble, clash.from, clash.to)).collect()
}

#[test]
fn a_line_outside_a_band_is_a_clash() {
    let mut plan = two_groups();
    assert_eq!(troubles(&plan), []);
    plan.stops.change(StopId::from_number(1), |stop| stop.window = window((9, 0), (13, 40)));
    let clashes = troubles(&plan);
    // A is there from 13:10 to 14:10, B comes at 14:20, when it is closed already.
    assert_eq!(clashes, [(0, Trouble::Closed, 820, 850), (1, Trouble::Closed, 860, 920)]);
    let (_, drawing) = drawn(&plan, DESK);
    let [first, second] = &drawing.warnings[..] else { panic!("two signs") };
    let (from, to) = (first.stretch.first().unwrap(), first.stretch.last().unwrap());
    assert!((from.x - drawing.along(820)).abs() <= 1 && (to.x - drawing.along(850)).abs() <= 1);
    assert_eq!(from.y, to.y);
    assert_eq!(second.stretch.first().unwrap().x, drawing.along(860));
}

#[test]
fn two_groups_at_one_host_are_two_lines_and_a_clash_where_it_takes_one() {
    let mut plan = two_groups();
    plan.groups.change(GroupId::from_number(2), |group| group.order.reverse());
    assert_eq!(troubles(&plan), [(1, Trouble::Crowd, 790, 850), (1, Trouble::Crowd, 860, 920)]);
    let (afternoon, drawing) = drawn(&plan, DESK);
    let tour = |run: usize| drawing.traces[run].pieces.iter().find(|piece| piece.phase == Phase::Tour).unwrap().from;
    assert_eq!(tour(0).x, tour(1).x);
    assert!((tour(0).y - tour(1).y).abs() >= 8, "both are seen");
    assert_readable(&afternoon, &drawing);
    plan.hosts.change(itinera::plan::HostId::from_number(1), |host| host.groups_at_once = 2);
    assert_eq!(troubles(&plan), [(1, Trouble::Crowd, 860, 920)]);
}

#[test]
fn heads_and_gaps_count_too() {
    let mut plan = two_groups();
    plan.delegations.put(itinera::plan::Delegation { expected: Some(9), ..crate::plan::build::delegation(1) });
    plan.groups.change(GroupId::from_number(1), |group| {
        group.delegations.insert(itinera::plan::DelegationId::from_number(1));
    });
    plan.hosts.change(itinera::plan::HostId::from_number(1), |host| host.capacity = Some(8));
    assert_eq!(troubles(&plan), [(0, Trouble::Heads, 790, 850)]);
    plan.hosts
        .change(itinera::plan::HostId::from_number(1), |host| *host = Host { capacity: None, gap: 25, ..host.clone() });
    // A leaves at 14:10, B is received at 14:20: fifteen minutes too soon.
    assert_eq!(troubles(&plan), [(1, Trouble::Gap, 860, 875)]);
}

#[test]
fn a_return_too_late_is_a_clash_on_the_way_back() {
    let mut plan = two_groups();
    plan.visits.change(VisitId::from_number(1), |visit| visit.return_by = Some(at(15, 25)));
    assert_eq!(troubles(&plan), [(0, Trouble::Late, 925, 930), (1, Trouble::Late, 925, 930)]);
    plan.visits.change(VisitId::from_number(1), |visit| visit.return_by = Some(at(15, 0)));
    assert_eq!(troubles(&plan), [(0, Trouble::Late, 920, 930), (1, Trouble::Late, 920, 930)]);
    assert_eq!(of(&plan).runs[0].calls.last().unwrap().late, 30);
}

#[test]
fn calls_say_when_and_how_long_a_group_waits() {
    let mut plan = two_groups();
    plan.turns.put(Turn { received: Some(time(13, 30)), hold: 15, ..turn(1, 1) });
    let afternoon = of(&plan);
    let call = afternoon.runs[0].calls[1];
    assert_eq!((call.arrives, call.received, call.done, call.leaves), (790, 810, 870, Some(885)));
    assert_eq!((call.waits, call.hold, call.late), (35, 15, 0));
    assert_eq!(afternoon.runs[0].at(800).unwrap().phase, Phase::Wait);
    assert_eq!(afternoon.runs[0].at(880).unwrap().phase, Phase::Hold);
    assert_eq!(afternoon.runs[0].at(700), None);
    assert_eq!(afternoon.moment(790).date(), date());
}

#[test]
fn a_group_is_on_its_line_at_every_moment() {
    let (afternoon, drawing) = drawn(&two_groups(), DESK);
    let run = &drawing.traces[0];
    let at = |minute| drawing.place_of(&afternoon, 0, minute).unwrap();
    assert_eq!(at(0), run.knots[0].at);
    assert_eq!(at(2000), run.knots.last().unwrap().at);
    let (from, to) = (drawing.levels[0].name.room.middle(), drawing.levels[1].name.room.middle());
    assert!((at(785).y - i32::midpoint(from.y, to.y)).abs() < 10, "halfway of the drive");
}

#[test]
fn the_line_of_another_state_is_drawn_on_the_same_scale() {
    let mut plan = two_groups();
    let (before, _) = drawn(&plan, DESK);
    plan.turns.put(Turn { hold: 15, ..turn(1, 1) });
    let (after, drawing) = drawn(&plan, DESK);
    let knots: Vec<Point> = drawing.traces[0].knots.iter().map(|knot| knot.at).collect();
    let (then, now) = (drawing.way(&before, 0), drawing.way(&after, 0));
    assert!(knots.iter().all(|knot| now.contains(knot)));
    // The same until the departure that is held, earlier from then on.
    assert_eq!(then[..3], now[..3]);
    assert!(then.last().unwrap().x < now.last().unwrap().x);
    assert_eq!(drawing.way(&before, 7), []);
}

#[test]
fn a_visit_without_stops_has_no_line() {
    let mut plan = empty();
    plan.visits.put(visit(1));
    let (afternoon, drawing) = drawn(&plan, DESK);
    assert!(afternoon.is_empty());
    assert_readable(&afternoon, &drawing);
}

fn any_window() -> impl Strategy<Value = Option<Window>> {
    let minute = || (8u32..22, 0u32..60).prop_map(|(hour, minute)| time(hour, minute));
    option::of((minute(), minute()).prop_filter_map("backwards", |(from, to)| Window::new(from, to)))
}

prop_compose! {
    fn any_stop(id: u128)(
        window in any_window(), boarding in 0u16..20, gate in 0u16..15, tour in 0u16..90, questions in 0u16..20,
    ) -> Stop {
        Stop { window, boarding, gate, tour, questions, ..stop(id, 1, id) }
    }
}

prop_compose! {
    /// One to four groups, or none, over one to six stops in any order.
    fn any_plan()(
        stops in (1u128..=6).prop_flat_map(|count| (1..=count).map(any_stop).collect::<Vec<_>>()),
        groups in collection::vec((11u32..16, 0u32..60, collection::vec(1u128..=6, 0..6), collection::vec(0u16..40, 6)), 0..=4),
        drives in collection::vec(0u16..80, 28), gathering in 0u16..20, by in option::of((14u32..23, 0u32..60)),
        name in "[A-Za-zÀ-ž ]{0,30}", same in any::<bool>(), takes in 0u16..3,
    ) -> Plan {
        let mut plan = empty();
        let ids = 0..=stops.len() as u128;
        let mut drives = drives.into_iter();
        for to in ids.clone() {
            plan.venues.put(venue(to, None));
            for from in 0..to {
                plan.transfers.put(transfer(from, to, drives.next().unwrap_or(10)));
            }
        }
        let home = Some(VenueId::from_number(0));
        plan.visits.put(Visit {
            start: at(13, 0), start_place: home, return_place: if same { home } else { Some(VenueId::from_number(1)) },
            gathering, return_by: by.map(|(hour, minute)| at(hour, minute)), ..visit(1)
        });
        for (id, stop) in (1u128..).zip(stops) {
            plan.hosts.put(Host { name: name.clone(), groups_at_once: takes, ..host(id, Some(id)) });
            plan.stops.put(stop);
        }
        for (id, (hour, minute, order, holds)) in (1u128..).zip(groups) {
            let order = order.into_iter().map(StopId::from_number).collect();
            plan.groups.put(Group { start: Some(time(hour, minute)), order, letter: id.to_string(), ..group(id, 1) });
            for (stop, hold) in ids.clone().skip(1).zip(holds) {
                plan.turns.put(Turn { hold, ..turn(id, stop) });
            }
        }
        plan
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn no_text_of_any_visit_is_on_a_line(plan in any_plan()) {
        for space in SPACES {
            let (afternoon, drawing) = drawn(&plan, space);
            assert_readable(&afternoon, &drawing);
        }
    }

    /// Whatever figures an unfinished plan holds, it can be drawn.
    #[test]
    fn any_plan_at_all_can_be_drawn(plan in crate::support::arbitrary::plans()) {
        for visit in &plan.visits {
            let afternoon = Afternoon::of(&plan, visit);
            for space in SPACES {
                let drawing = draw(&afternoon, &texts(&plan, &afternoon), space);
                prop_assert_eq!(drawing.traces.len(), afternoon.runs.len());
            }
        }
    }
}
