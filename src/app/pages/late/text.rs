//! What a delay does, in words.

use super::{entry, find, title};
use crate::{
    agenda::late::{Absorbed, Absorber, Broken, Choices, Parting, SHORTEST_QUESTIONS, WayOut},
    app::{effects::intl, wording},
    i18n::Words,
    plan::{EntryId, GroupId, Key, Member, Party, Plan, SessionId, StopId},
};
use chrono::NaiveDateTime;

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
        Broken::Heads { host, group, heads, takes, at } => {
            let (host, group) = (wording::title(words, plan, Key::Host(*host)), whose(words, plan, Some(*group)));
            words.late_heads(*heads, &host, &takes.to_string(), &group, &time(*at))
        }
        Broken::Gap { host, group, other, needs, has } => {
            let (one, two) = (whose(words, plan, Some(*group)), whose(words, plan, Some(*other)));
            let (host, needs) = (wording::title(words, plan, Key::Host(*host)), long(i32::from(*needs)));
            words.late_gap(&host, &needs, &two, &one, &long(i32::from(*has)))
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

/// What can be done; the choices are those of a split.
pub(super) fn way_out(words: Words, plan: &Plan, way_out: &WayOut, choices: &Choices) -> String {
    let group = |id: GroupId| whose(words, plan, Some(id));
    match *way_out {
        WayOut::ShortenQuestions => words.late_shorten(&length(words, i32::from(SHORTEST_QUESTIONS))),
        WayOut::DropBreak(id) => words.late_drop(&wording::title(words, plan, Key::Session(id))),
        WayOut::Reorder((_, None)) => words.late_reorder().to_string(),
        WayOut::Reorder((_, Some(id))) => words.late_reorder_of(&group(id)),
        WayOut::LeaveOut((_, None), stop) => words.late_leave_out(&wording::title(words, plan, Key::Stop(stop))),
        WayOut::LeaveOut((_, Some(id)), stop) => {
            words.late_leave_out_of(&wording::title(words, plan, Key::Stop(stop)), &group(id))
        }
        WayOut::GoOn((_, id)) => first_upper(words.late_go_on(&whose(words, plan, id))),
        WayOut::Split(_) => split(words, plan, choices),
    }
}

/// "Split: let Wales skip SPEA and go on to Prima Industrie."
fn split(words: Words, plan: &Plan, choices: &Choices) -> String {
    let coming = &choices.stops;
    let go = choices.members.iter().filter(|(_, _, goes)| *goes);
    let members: Vec<String> = go.map(|(one, ..)| member(words, plan, *one)).collect();
    let who = if members.is_empty() { words.late_split_some().to_string() } else { members.join(", ") };
    let name = |stop: StopId| wording::title(words, plan, Key::Stop(stop));
    let skips = coming.iter().filter(|(_, out)| *out).map(|(stop, _)| name(*stop)).collect::<Vec<_>>().join(", ");
    // Until the first stop that they skip they are with the others.
    match coming.iter().skip_while(|(_, out)| !out).find(|(_, out)| !out) {
        Some((next, _)) => words.late_split_on(&who, &skips, &name(*next)),
        None => words.late_split_back(&who, &skips),
    }
}

/// Somebody who could go another way.
pub(super) fn member(words: Words, plan: &Plan, member: Member) -> String {
    wording::title(words, plan, member.key())
}

/// So many people; those meant where nobody knows how many.
pub(super) fn people(words: Words, heads: usize) -> String {
    if heads == 0 { words.late_them().to_string() } else { words.late_people(heads) }
}

/// Who goes where groups split up, and what carries them.
pub(super) fn parting(words: Words, plan: &Plan, parting: &Parting) -> String {
    let who = people(words, parting.heads);
    let Some((leg, boards)) = parting.ride else { return words.late_split_stay(&who) };
    let from = departure(words, plan, parting, boards);
    let to = find(plan, leg).map(|leg| leg.title().in_language(words.language()).to_string()).unwrap_or_default();
    let way = if to.is_empty() { from } else { from + " \u{2192} " + &to };
    match parting.coach {
        Some(coach) => words.late_split_carried(&wording::title(words, plan, Key::Coach(coach)), &who, &way),
        None => words.late_split_needs(&who, &way),
    }
}

/// What those who go have to know about it.
pub(super) fn ride(words: Words, plan: &Plan, parting: &Parting) -> Option<String> {
    let from = departure(words, plan, parting, parting.ride?.1);
    Some(match parting.coach {
        Some(coach) => words.late_line_ride(&wording::title(words, plan, Key::Coach(coach)), &from),
        None => words.late_line_ride_other(&from),
    })
}

/// Where and when they get in: "IRIS, 15:15".
fn departure(words: Words, plan: &Plan, parting: &Parting, boards: NaiveDateTime) -> String {
    let place = match parting.after {
        Some(stop) => wording::title(words, plan, Key::Stop(stop)),
        None => {
            let visit = plan.groups.get(parting.group).and_then(|group| plan.visits.get(group.visit));
            let start = visit.and_then(|visit| visit.start_place);
            start.map(|venue| wording::title(words, plan, Key::Venue(venue))).unwrap_or_default()
        }
    };
    let time = intl::time(words.language(), boards);
    if place.is_empty() { time } else { place + ", " + &time }
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

/// A sentence that may begin with a word of ours; a name is written as it is.
fn first_upper(text: String) -> String {
    let mut letters = text.chars();
    letters
        .next()
        .map_or_else(String::new, |first| std::iter::once(first.to_ascii_uppercase()).chain(letters).collect())
}
