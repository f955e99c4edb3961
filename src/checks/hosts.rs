//! What hosts ask of a study visit: their window, the list of identity documents, that guests know what is asked of
//! them; and when the visit is back.

use super::finding::{About, Detail, Finding, Rule, Severity, Unprepared};
use super::scene::{Outing, Scene};
use crate::circuit::{Phase, Stay};
use crate::plan::{Allowance, EntryId, Host, Key, SessionId};
use chrono::{NaiveDate, NaiveDateTime};

/// A wait of so many minutes for a host to open is not worth a word.
const SHORT_WAIT: u16 = 15;

/// So many days before it is due, what a host waits for becomes urgent.
pub(super) const URGENT_DAYS: i64 = 7;

pub(super) fn find(scene: &Scene, findings: &mut Vec<Finding>) {
    for outing in &scene.outings {
        for stay in &outing.itinerary.stays {
            window(scene, outing, stay, findings);
        }
        back_late(scene, outing, findings);
    }
    id_lists(scene, findings);
    unprepared(scene, findings);
}

fn window(scene: &Scene, outing: &Outing, stay: &Stay, findings: &mut Vec<Finding>) {
    let Some(window) = scene.plan.stops.get(stay.stop).and_then(|stop| stop.window) else { return };
    let group = outing.itinerary.group;
    let about = vec![About::Entry(EntryId::Stop(stay.stop, group))];
    let at = Some(stay.arrives);
    if stay.late > 0 {
        let (stop, ends, closes, late) = (stay.stop, stay.leaves, window.to(), stay.late);
        let detail = Detail::OutsideWindow { stop, group, ends, closes, late };
        let (rule, severity) = (Rule::OutsideWindow, Severity::Blocker);
        findings.push(Finding { rule, severity, at, about: about.clone(), detail, fix: None });
    }
    // What was agreed to be received later than the host opens is no surprise.
    let opens = outing.visit.start.date().and_time(window.from());
    let wait = stay.phases.iter().find(|phase| phase.phase == Phase::Wait).map_or(0, |phase| phase.minutes);
    if wait > SHORT_WAIT && stay.received <= opens {
        let (stop, arrives, opens) = (stay.stop, stay.arrives, window.from());
        let detail = Detail::LongWait { stop, group, arrives, opens, minutes: wait };
        findings.push(Finding { rule: Rule::LongWait, severity: Severity::Note, at, about, detail, fix: None });
    }
}

fn back_late(scene: &Scene, outing: &Outing, findings: &mut Vec<Finding>) {
    let (visit, itinerary) = (outing.visit, &outing.itinerary);
    let late = itinerary.back_late(visit.return_by);
    let Some(by) = visit.return_by.filter(|_| late > 0 && !itinerary.legs.is_empty()) else { return };
    let next = missed(scene, outing, by);
    let group = itinerary.group;
    let about =
        [EntryId::LegBack(visit.id, group)].into_iter().chain(next.map(|(session, _)| EntryId::Session(session)));
    findings.push(Finding {
        rule: Rule::BackLate,
        severity: if next.is_some() { Severity::Blocker } else { Severity::Warning },
        at: Some(itinerary.back),
        about: about.map(About::Entry).collect(),
        detail: Detail::BackLate { visit: visit.id, group, back: itinerary.back, late, by, next },
        fix: None,
    });
}

/// The first session after the time of return that starts for people of the visit before they are back.
fn missed(scene: &Scene, outing: &Outing, by: NaiveDateTime) -> Option<(SessionId, NaiveDateTime)> {
    let outing = scene.happening(outing.item())?;
    let mut sessions = scene.happenings.iter().filter(|next| {
        next.slot.start() >= by
            && next.slot.overlaps(outing.slot)
            && next.expects_presence()
            && !scene.shared(outing, next).is_empty()
    });
    sessions.find_map(|happening| happening.session.map(|session| (session.id, session.slot.start())))
}

/// Lists that hosts of a visit wait for, until the last visit to them is over.
fn id_lists(scene: &Scene, findings: &mut Vec<Finding>) {
    let plan = scene.plan;
    for host in plan.hosts.iter().filter(|host| !host.id_list_sent) {
        let Some(due) = host.id_list_due else { continue };
        let visits = plan.stops.iter().filter(|stop| stop.host == host.id);
        let visits = visits.filter_map(|stop| plan.visits.get(stop.visit));
        let Some(last) = visits.map(|visit| visit.start.date()).max() else { continue };
        if scene.today.is_some_and(|today| today > last) {
            continue;
        }
        let days = scene.today.map(|today| (due - today).num_days());
        let (rule, severity) = match days {
            Some(..0) => (Rule::IdListLate, Severity::Blocker),
            Some(0..=URGENT_DAYS) => (Rule::IdListDue, Severity::Warning),
            _ => (Rule::IdListDue, Severity::Note),
        };
        findings.push(Finding {
            rule,
            severity,
            at: Some(due.and_time(chrono::NaiveTime::MIN)),
            about: vec![About::Record(Key::Host(host.id))],
            detail: Detail::IdList { host: host.id, due, days },
            fix: None,
        });
    }
}

/// What is to be done before the next visit to a host; on the day itself it is too late, and guests read it on their
/// telephones.
fn unprepared(scene: &Scene, findings: &mut Vec<Finding>) {
    for host in scene.plan.hosts.iter() {
        let Some(date) = next_visit(scene, host) else { continue };
        let forbids = [host.photos, host.phones].contains(&Allowance::Forbidden);
        let lacks = [
            ((forbids || !host.equipment.is_empty()) && !host.announced, Rule::NotAnnounced, Unprepared::Announcement),
            (host.nda && !host.nda_returned, Rule::NdaNotReturned, Unprepared::Agreements),
            (host.contact.phone.is_empty() && host.contact.email.is_empty(), Rule::NoContact, Unprepared::Contact),
        ];
        let days = scene.today.map(|today| (date - today).num_days());
        let severity = if days.is_some_and(|days| days <= URGENT_DAYS) { Severity::Warning } else { Severity::Note };
        for (_, rule, what) in lacks.into_iter().filter(|(lacks, ..)| *lacks) {
            findings.push(Finding {
                rule,
                severity,
                at: Some(date.and_time(chrono::NaiveTime::MIN)),
                about: vec![About::Record(Key::Host(host.id))],
                detail: Detail::Unprepared { host: host.id, what, date },
                fix: None,
            });
        }
    }
}

/// The day of the first visit to a host that is not over.
fn next_visit(scene: &Scene, host: &Host) -> Option<NaiveDate> {
    let stops = scene.plan.stops.iter().filter(|stop| stop.host == host.id);
    let dates = stops.filter_map(|stop| scene.plan.visits.get(stop.visit)).map(|visit| visit.start.date());
    dates.filter(|date| scene.today.is_none_or(|today| *date >= today)).min()
}
