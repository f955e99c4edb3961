//! The hosts' windows and lists, and when a visit is back.

use super::support::*;
use itinera::plan::{Allowance, Contact, Host, HostId, Session, SessionKind, StopId, Text};

#[test]
fn a_stop_ends_after_the_host_closes() {
    expect(
        with_stop(outing(), 1, |stop| stop.window = window((14, 0), (15, 30))),
        "
        blocker outside-window
        The stop at Press works ends at 15:35, 5 minutes after the host closes at 15:30.
        -> Start “Companies” at 13:55
        La tappa presso Press works finisce alle 15:35, 5 minuti dopo la chiusura delle 15:30.
        -> Fai iniziare «Companies» alle 13:55
    ",
    );
    expect(with_stop(outing(), 1, |stop| stop.window = window((14, 0), (15, 35))), "");
}

#[test]
fn lunch_stands_in_the_way_of_an_earlier_start() {
    let plan = with_stop(outing(), 1, |stop| stop.window = window((14, 0), (15, 30)));
    let lunch = Session { kind: SessionKind::Lunch, ..session(1, "Lunch", slot((13, 0), (14, 0))) };
    expect(
        with(plan, [lunch]),
        "
        blocker outside-window
        The stop at Press works ends at 15:35, 5 minutes after the host closes at 15:30.
        La tappa presso Press works finisce alle 15:35, 5 minuti dopo la chiusura delle 15:30.
    ",
    );
}

#[test]
fn another_order_keeps_the_window() {
    let plan = with_stop(long_outing(), 2, |stop| stop.window = window((14, 0), (15, 40)));
    let lunch = Session { kind: SessionKind::Lunch, ..session(1, "Lunch", slot((13, 0), (14, 0))) };
    expect(
        with(plan, [lunch.clone()]),
        "
        blocker outside-window
        The stop at Laser lab ends at 16:50, 70 minutes after the host closes at 15:40.
        -> Visit Laser lab first
        La tappa presso Laser lab finisce alle 16:50, 70 minuti dopo la chiusura delle 15:40.
        -> Visita Laser lab come prima tappa
    ",
    );
    let order = with_visit(long_outing(), |visit| visit.order = [2, 1].map(StopId::from_number).to_vec());
    let plan = with_stop(order, 2, |stop| stop.window = window((15, 50), (17, 30)));
    expect(
        with(plan, [lunch]),
        "
        note long-wait
        The coach reaches Laser lab at 14:35, 75 minutes before the host opens at 15:50.
        -> Start “Companies” at 15:15
        Il pullman arriva presso Laser lab alle 14:35, 75 minuti prima dell’apertura delle 15:50.
        -> Fai iniziare «Companies» alle 15:15
    ",
    );
}

#[test]
fn the_coach_waits_for_a_host_to_open() {
    expect(
        with_stop(outing(), 1, |stop| stop.window = window((14, 51), (18, 0))),
        "
        note long-wait
        The coach reaches Press works at 14:35, 16 minutes before the host opens at 14:51.
        -> Start “Companies” at 14:15
        Il pullman arriva presso Press works alle 14:35, 16 minuti prima dell’apertura delle 14:51.
        -> Fai iniziare «Companies» alle 14:15
    ",
    );
    expect(with_stop(outing(), 1, |stop| stop.window = window((14, 50), (18, 0))), "");
}

#[test]
fn a_visit_is_back_late() {
    expect(
        with_visit(outing(), |visit| visit.return_by = Some(at(16, 0))),
        "
        warning back-late
        “Companies” is due back by 16:00 but arrives at 16:10, 10 minutes late.
        -> Start “Companies” at 13:50
        Il rientro di «Companies» è previsto entro le 16:00, ma avviene alle 16:10, con 10 minuti di ritardo.
        -> Fai iniziare «Companies» alle 13:50
    ",
    );
    expect(with_visit(outing(), |visit| visit.return_by = Some(at(16, 10))), "");
}

#[test]
fn a_visit_is_back_after_the_next_session_started() {
    let plan = with_visit(outing(), |visit| visit.return_by = Some(at(16, 0)));
    let talk = Session { fixed: true, ..session(1, "Talk", slot((16, 5), (17, 0))) };
    expect(
        with(plan.clone(), [talk.clone()]),
        "
        blocker back-late
        “Companies” arrives back at 16:10, 10 minutes late, and “Talk” starts at 16:05.
        -> Start “Companies” at 13:50
        Il rientro di «Companies» avviene alle 16:10, con 10 minuti di ritardo, e «Talk» inizia alle 16:05.
        -> Fai iniziare «Companies» alle 13:50
    ",
    );
    let plan = with_visit(plan, |visit| visit.audience = only([1]));
    expect(
        with(plan, [Session { audience: only([2]), ..talk }]),
        "
        warning back-late
        “Companies” is due back by 16:00 but arrives at 16:10, 10 minutes late.
        -> Start “Companies” at 13:50
        Il rientro di «Companies» è previsto entro le 16:00, ma avviene alle 16:10, con 10 minuti di ritardo.
        -> Fai iniziare «Companies» alle 13:50
    ",
    );
}

#[test]
fn a_list_of_documents_falls_due() {
    let plan = with_host(outing(), |host| host.id_list_due = chrono::NaiveDate::from_ymd_opt(2017, 11, 14));
    expect_on(
        plan.clone(),
        None,
        "
        note id-list-due
        Press works wants the list of identity documents by 14 November.
        -> Mark the list as sent
        Press works attende l’elenco dei documenti d’identità entro il 14 novembre.
        -> Segna l’elenco come inviato
    ",
    );
    expect_on(
        plan.clone(),
        Some(6),
        "
        note id-list-due
        Press works wants the list of identity documents by 14 November.
        -> Mark the list as sent
        Press works attende l’elenco dei documenti d’identità entro il 14 novembre.
        -> Segna l’elenco come inviato
    ",
    );
    expect_on(
        plan.clone(),
        Some(7),
        "
        warning id-list-due
        Press works wants the list of identity documents by 14 November, in 7 days.
        -> Mark the list as sent
        Press works attende l’elenco dei documenti d’identità entro il 14 novembre, tra 7 giorni.
        -> Segna l’elenco come inviato
    ",
    );
    expect_on(
        plan.clone(),
        Some(13),
        "
        warning id-list-due
        Press works wants the list of identity documents by 14 November, in 1 day.
        -> Mark the list as sent
        Press works attende l’elenco dei documenti d’identità entro il 14 novembre, tra 1 giorno.
        -> Segna l’elenco come inviato
    ",
    );
    expect_on(
        plan.clone(),
        Some(14),
        "
        warning id-list-due
        Press works wants the list of identity documents today.
        -> Mark the list as sent
        Press works attende l’elenco dei documenti d’identità entro oggi.
        -> Segna l’elenco come inviato
    ",
    );
    expect_on(
        plan.clone(),
        Some(15),
        "
        blocker id-list-late
        Press works wanted the list of identity documents by 14 November, 1 day ago.
        -> Mark the list as sent
        Press works attendeva l’elenco dei documenti d’identità entro il 14 novembre, 1 giorno fa.
        -> Segna l’elenco come inviato
    ",
    );
    expect_on(
        plan.clone(),
        Some(21),
        "
        blocker id-list-late
        Press works wanted the list of identity documents by 14 November, 7 days ago.
        -> Mark the list as sent
        Press works attendeva l’elenco dei documenti d’identità entro il 14 novembre, 7 giorni fa.
        -> Segna l’elenco come inviato
    ",
    );
    expect_on(plan.clone(), Some(22), "");
    expect_on(with_host(plan, |host| host.id_list_sent = true), Some(15), "");
}

#[test]
fn a_host_that_nobody_visits_waits_for_no_list() {
    let mut plan = with_host(outing(), |host| host.id_list_due = chrono::NaiveDate::from_ymd_opt(2017, 11, 14));
    plan.hosts.put(host(2, "Laser lab", Some(3)));
    plan.stops.change(StopId::from_number(1), |stop| stop.host = HostId::from_number(2));
    expect_on(plan, Some(15), "");
}

#[test]
fn what_a_host_asks_is_prepared_before_the_day() {
    let plan = with_host(outing(), |host| {
        host.equipment = Text::new("Safety shoes", "Scarpe antinfortunistiche");
        host.photos = Allowance::Forbidden;
        host.nda = true;
        host.contact = Contact::default();
    });
    let all = "
        SEVERITY not-announced
        Press works (21 November): the guests still have to be told: Safety shoes, no photographs.
        -> Mark as told
        Press works (il 21 novembre): agli ospiti va ancora comunicato: Scarpe antinfortunistiche, niente fotografie.
        -> Segna come comunicato
        SEVERITY nda-not-returned
        Press works (21 November): the signed non-disclosure agreements are not back.
        -> Mark the agreements as returned
        Press works (il 21 novembre): gli accordi di riservatezza firmati non sono ancora tornati.
        -> Segna gli accordi come restituiti
        SEVERITY no-contact
        Press works (21 November): no telephone number and no e-mail address to reach it on the day.
        Press works (il 21 novembre): manca un numero di telefono o un’e-mail per il giorno della visita.
    ";
    for (today, severity) in [(Some(13), "note"), (Some(14), "warning"), (Some(21), "warning"), (None, "note")] {
        expect_on(plan.clone(), today, &all.replace("SEVERITY", severity));
    }
    // Over is over.
    expect_on(plan.clone(), Some(22), "");
    let done = with_host(plan, |host| {
        (host.announced, host.nda_returned) = (true, true);
        host.contact.email = "desk@example.org".into();
    });
    expect_on(done, Some(20), "");
}

#[test]
fn nothing_is_prepared_for_a_host_that_asks_nothing_or_that_nobody_visits() {
    expect_on(with_host(outing(), |host| host.photos = Allowance::Allowed), Some(20), "");
    let mut plan = outing();
    plan.hosts.put(Host { nda: true, contact: Contact::default(), ..host(2, "Laser lab", Some(3)) });
    expect_on(plan, Some(20), "");
}
