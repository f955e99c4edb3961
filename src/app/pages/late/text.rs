//! What a delay does, in words.

use super::{entry, title};
use crate::{
    agenda::late::{Absorbed, Absorber, Broken, SHORTEST_QUESTIONS, WayOut},
    app::{effects::intl, wording},
    i18n::Words,
    plan::{EntryId, GroupId, Key, Party, Plan, SessionId},
};

/// A length of time without its sign.
pub(super) fn length(words: Words, minutes: i32) -> String {
    entry::length(words, i64::from(minutes.unsigned_abs()))
}

/// What does not work any more.
pub(super) fn broken(words: Words, plan: &Plan, broken: &Broken) -> String {
    let time = |moment| intl::time(words.language(), moment);
    let session = |id: SessionId| wording::title(words, plan, Key::Session(id));
    let long = |minutes: i32| length(words, minutes);
    match broken {
        Broken::Missed { session: id, starts, late } => words.late_missed(&session(*id), &time(*starts), &long(*late)),
        Broken::Window { stop, group, closes, late } => {
            let host = wording::title(words, plan, Key::Stop(*stop));
            words.late_window(
                &host,
                &crate::plan::time_text(*closes),
                &whose(words, plan, *group),
                &long(i32::from(*late)),
            )
        }
        Broken::Return { group, by, late, .. } => {
            first_upper(words.late_return(&whose(words, plan, *group), &long(i32::from(*late)), &time(*by)))
        }
        Broken::Hosts { host, group, other, at } => {
            let (one, two) = (whose(words, plan, Some(*group)), whose(words, plan, Some(*other)));
            words.late_hosts(&wording::title(words, plan, Key::Host(*host)), &one, &two, &time(*at))
        }
        Broken::Departure { delegate, at, entry } => {
            let name = wording::title(words, plan, Key::Delegate(*delegate));
            words.late_departure(&name, &time(*at), &title(words, plan, *entry))
        }
        Broken::Room { room, next, at, .. } => {
            words.late_room(&wording::title(words, plan, Key::Room(*room)), &time(*at), &session(*next))
        }
        Broken::Person { party: who, next, .. } => words.late_person(&party(words, plan, who), &session(*next)),
    }
}

/// What takes up minutes.
pub(super) fn absorbed(words: Words, plan: &Plan, one: &Absorbed) -> String {
    let (name, long) = (title(words, plan, one.entry), length(words, one.minutes));
    match (one.by, one.minutes < 0) {
        (Absorber::Slack, _) => words.late_by_slack(&long, &name),
        (Absorber::Break, false) => words.late_by_break(&name, &long),
        (Absorber::Break, true) => words.late_by_break_back(&name, &long),
        (Absorber::Dropped, _) => words.late_by_dropped(&name, &long),
        (Absorber::Wait | Absorber::Hold, false) => words.late_by_wait(&long, &name),
        (Absorber::Wait | Absorber::Hold, true) => words.late_by_wait_more(&long, &name),
        (Absorber::Questions, _) => words.late_by_questions(&name, &long),
        (Absorber::Drive, false) => words.late_by_drive(&name, &long),
        (Absorber::Drive, true) => words.late_by_drive_longer(&name, &long),
        (Absorber::Order, false) => words.late_by_order(&long),
        (Absorber::Order, true) => words.late_by_order_more(&long),
    }
}

/// What can be done.
pub(super) fn way_out(words: Words, plan: &Plan, way_out: WayOut) -> String {
    let group = |id: GroupId| whose(words, plan, Some(id));
    match way_out {
        WayOut::ShortenQuestions => words.late_shorten(&length(words, i32::from(SHORTEST_QUESTIONS))),
        WayOut::DropBreak(id) => words.late_drop(&wording::title(words, plan, Key::Session(id))),
        WayOut::Reorder((_, None)) => words.late_reorder().to_string(),
        WayOut::Reorder((_, Some(id))) => words.late_reorder_of(&group(id)),
        WayOut::LeaveOut((_, None), stop) => words.late_leave_out(&wording::title(words, plan, Key::Stop(stop))),
        WayOut::LeaveOut((_, Some(id)), stop) => {
            words.late_leave_out_of(&wording::title(words, plan, Key::Stop(stop)), &group(id))
        }
        WayOut::GoOn((_, id)) => first_upper(words.late_go_on(&whose(words, plan, id))),
    }
}

/// "Group A"; everybody where all go together.
pub(super) fn whose(words: Words, plan: &Plan, group: Option<GroupId>) -> String {
    let group = group.and_then(|id| plan.groups.get(id));
    group.map_or_else(|| words.late_everybody().to_string(), |group| wording::group(words, group))
}

/// Somebody with a role.
pub(super) fn party(words: Words, plan: &Plan, party: &Party) -> String {
    match party {
        Party::Named(name) => name.clone(),
        Party::Delegate(id) => wording::title(words, plan, Key::Delegate(*id)),
        Party::Delegation(id) => wording::title(words, plan, Key::Delegation(*id)),
    }
}

/// An entry, and whose it is where its visit has groups.
pub(super) fn named(words: Words, plan: &Plan, id: EntryId) -> String {
    let name = title(words, plan, id);
    match id.group() {
        Some(group) => name + entry::DOT + &whose(words, plan, Some(group)),
        None => name,
    }
}

fn first_upper(text: String) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}
