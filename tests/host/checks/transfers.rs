//! Transfers that do not fit, and drives that are not known.

use super::support::*;
use itinera::plan::{Place, Position, Session, SessionKind, VenueId};

fn dinner(from: (u32, u32), to: (u32, u32)) -> Session {
    Session { kind: SessionKind::Dinner, place: in_venue(2), ..session(9, "Dinner", slot(from, to)) }
}

#[test]
fn the_next_session_is_too_far_away() {
    let talk = session(1, "Talk", slot((17, 0), (19, 0)));
    expect(
        with(base(), [talk.clone(), dinner((19, 5), (22, 0))]),
        "
        blocker transfer-too-short
        The drive from Town hall to Restaurant needs 20 minutes, and there are 5 before “Dinner” at 19:05.
        -> Start “Dinner” at 19:20
        Il tragitto da Town hall a Restaurant richiede 20 minuti, ma prima di «Dinner» delle 19:05 ne restano 5.
        -> Fai iniziare «Dinner» alle 19:20
    ",
    );
    expect(
        with(base(), [talk.clone(), dinner((19, 0), (22, 0))]),
        "
        blocker transfer-too-short
        The drive from Town hall to Restaurant needs 20 minutes, and there is no time for it before “Dinner” at 19:00.
        -> Start “Dinner” at 19:20
        Il tragitto da Town hall a Restaurant richiede 20 minuti, ma prima di «Dinner» delle 19:00 non resta tempo.
        -> Fai iniziare «Dinner» alle 19:20
    ",
    );
    expect(
        with(base(), [talk.clone(), dinner((19, 19), (22, 0))]),
        "
        blocker transfer-too-short
        The drive from Town hall to Restaurant needs 20 minutes, and there are 19 before “Dinner” at 19:19.
        -> Start “Dinner” at 19:20
        Il tragitto da Town hall a Restaurant richiede 20 minuti, ma prima di «Dinner» delle 19:19 ne restano 19.
        -> Fai iniziare «Dinner» alle 19:20
    ",
    );
    expect(with(base(), [talk, dinner((19, 20), (22, 0))]), "");
}

#[test]
fn a_fixed_dinner_makes_the_talk_shorter() {
    let talk = session(1, "Talk", slot((17, 0), (19, 0)));
    expect(
        with(base(), [talk, Session { fixed: true, ..dinner((19, 7), (22, 0)) }]),
        "
        blocker transfer-too-short
        The drive from Town hall to Restaurant needs 20 minutes, and there are 7 before “Dinner” at 19:07.
        -> End “Talk” at 18:45
        Il tragitto da Town hall a Restaurant richiede 20 minuti, ma prima di «Dinner» delle 19:07 ne restano 7.
        -> Fai finire «Talk» alle 18:45
    ",
    );
}

#[test]
fn a_later_start_that_pushes_into_the_next_session_makes_it_shorter_instead() {
    let talk = Session { fixed: true, ..session(1, "Talk", slot((11, 0), (12, 0))) };
    let lunch = Session { place: in_venue(2), ..session(2, "Lunch", slot((12, 0), (13, 30))) };
    let coffee = Session { place: in_venue(2), fixed: true, ..session(3, "Coffee", slot((13, 30), (14, 0))) };
    expect(
        with(base(), [talk, lunch, coffee]),
        "
        blocker transfer-too-short
        The drive from Town hall to Restaurant needs 20 minutes, and there is no time for it before “Lunch” at 12:00.
        -> Start “Lunch” at 12:20 and keep its end
        Il tragitto da Town hall a Restaurant richiede 20 minuti, ma prima di «Lunch» delle 12:00 non resta tempo.
        -> Fai iniziare «Lunch» alle 12:20 senza spostarne la fine
    ",
    );
}

#[test]
fn only_those_who_attend_both_have_to_travel() {
    let talk = Session { audience: only([1]), ..session(1, "Talk", slot((17, 0), (19, 0))) };
    expect(with(base(), [talk, Session { audience: only([2]), ..dinner((19, 0), (22, 0)) }]), "");
}

#[test]
fn every_parallel_session_needs_its_transfer() {
    let one = Session { kind: SessionKind::Workshop, fixed: true, ..session(1, "Methods", slot((9, 0), (10, 0))) };
    let two = Session { place: in_venue(2), audience: only([1]), id: session_id(2), ..one.clone() };
    let one = Session { audience: only([1]), ..one };
    let next = Session { fixed: true, ..session(3, "Report", slot((10, 10), (11, 0))) };
    expect(
        with(base(), [one, two, next]),
        "
        blocker transfer-too-short
        The drive from Restaurant to Town hall needs 20 minutes, and there are 10 before “Report” at 10:10.
        Il tragitto da Restaurant a Town hall richiede 20 minuti, ma prima di «Report» delle 10:10 ne restano 10.
        warning delegation-clash
        “Methods” and “Methods” overlap from 09:00 to 10:00: Wales has to split up.
        «Methods» e «Methods» si sovrappongono dalle 09:00 alle 10:00: Wales deve dividersi.
    ",
    );
}

#[test]
fn free_time_between_is_time_to_travel() {
    let talk = session(1, "Talk", slot((17, 0), (18, 0)));
    let free = Session { kind: SessionKind::FreeTime, ..session(2, "Free", slot((18, 0), (19, 0))) };
    expect(with(base(), [talk, Session { place: Place::Open, ..free }, dinner((19, 0), (22, 0))]), "");
}

#[test]
fn the_return_of_a_visit_counts() {
    expect(
        with(outing(), [dinner((16, 15), (18, 0))]),
        "
        blocker transfer-too-short
        The drive from Town hall to Restaurant needs 20 minutes, and there are 5 before “Dinner” at 16:15.
        -> Start “Dinner” at 16:30
        Il tragitto da Town hall a Restaurant richiede 20 minuti, ma prima di «Dinner» delle 16:15 ne restano 5.
        -> Fai iniziare «Dinner» alle 16:30
    ",
    );
    expect(with(outing(), [dinner((16, 30), (18, 0))]), "");
}

#[test]
fn the_start_of_a_visit_counts() {
    let lunch = Session { place: in_venue(2), ..session(1, "Lunch", slot((12, 0), (13, 50))) };
    expect(
        with(outing(), [lunch.clone()]),
        "
        blocker transfer-too-short
        The drive from Restaurant to Town hall needs 20 minutes, and there are 10 before “Companies” at 14:00.
        -> Start “Companies” at 14:10
        Il tragitto da Restaurant a Town hall richiede 20 minuti, ma prima di «Companies» delle 14:00 ne restano 10.
        -> Fai iniziare «Companies» alle 14:10
    ",
    );
    expect(with(outing(), [Session { slot: slot((12, 0), (13, 40)), ..lunch }]), "");
}

#[test]
fn an_estimate_may_be_a_little_too_long() {
    let mut plan = base();
    plan.transfers = [].into_iter().collect();
    plan.venues.change(VenueId::from_number(2), |venue| venue.position = Position::new(45_100_000, 7_680_000));
    let talk = session(1, "Talk", slot((17, 0), (19, 0)));
    expect(
        with(plan.clone(), [talk.clone(), dinner((19, 5), (22, 0))]),
        "
        warning transfer-too-short
        The drive from Town hall to Restaurant needs about 10 minutes, and there are 5 before “Dinner” at 19:05.
        -> Start “Dinner” at 19:10
        Il tragitto da Town hall a Restaurant richiede circa 10 minuti, ma prima di «Dinner» delle 19:05 ne restano 5.
        -> Fai iniziare «Dinner» alle 19:10
    ",
    );
    expect(
        with(plan.clone(), [talk.clone(), dinner((19, 4), (22, 0))]),
        "
        blocker transfer-too-short
        The drive from Town hall to Restaurant needs about 10 minutes, and there are 4 before “Dinner” at 19:04.
        -> Start “Dinner” at 19:10
        Il tragitto da Town hall a Restaurant richiede circa 10 minuti, ma prima di «Dinner» delle 19:04 ne restano 4.
        -> Fai iniziare «Dinner» alle 19:10
    ",
    );
    expect(with(plan, [talk, dinner((19, 10), (22, 0))]), "");
}

#[test]
fn a_venue_without_coordinates_is_named_once() {
    let mut plan = outing();
    plan.transfers = [].into_iter().collect();
    plan.venues.change(VenueId::from_number(3), |venue| venue.position = None);
    expect(
        plan.clone(),
        "
        warning drive-unknown
        Factory has no coordinates, so a drive to it or from it is not known.
        Factory non ha coordinate, quindi un tragitto da o verso questo luogo non è noto.
    ",
    );
    plan.transfers.put(transfer(1, 3, 30));
    expect(plan, "");
}

#[test]
fn a_visit_needs_places() {
    expect(
        with_visit(outing(), |visit| visit.start_place = None),
        "
        warning drive-unknown
        “Companies” has no place to start from, so its first drive is not known.
        «Companies» non ha un luogo di partenza, quindi il primo tragitto non è noto.
    ",
    );
    expect(
        with_visit(outing(), |visit| visit.return_place = None),
        "
        warning drive-unknown
        “Companies” has no place to return to, so its drive back is not known.
        «Companies» non ha un luogo di rientro, quindi il tragitto di ritorno non è noto.
    ",
    );
    expect(
        with_host(outing(), |host| host.venue = None),
        "
        warning drive-unknown
        Press works has no venue, so the drives to it and from it are not known.
        Press works non ha una sede, quindi i tragitti di andata e di ritorno non sono noti.
    ",
    );
}

#[test]
fn a_drive_between_sessions_matters_when_time_is_short() {
    let mut plan = base();
    plan.transfers = [].into_iter().collect();
    plan.venues.change(VenueId::from_number(2), |venue| venue.position = None);
    let talk = session(1, "Talk", slot((17, 0), (18, 0)));
    expect(
        with(plan.clone(), [talk.clone(), dinner((20, 0), (22, 0))]),
        "
        warning drive-unknown
        Restaurant has no coordinates, so a drive to it or from it is not known.
        Restaurant non ha coordinate, quindi un tragitto da o verso questo luogo non è noto.
    ",
    );
    expect(with(plan, [talk, dinner((20, 1), (22, 0))]), "");
}
