//! The message to somebody who has to know, in the language of whoever reads it.

use super::{text, title};
use crate::{
    agenda::late::{Change, Parting, Ripple, Told, Who},
    app::effects::intl,
    i18n::Words,
    plan::Plan,
};

/// What it is about.
pub(super) fn subject(words: Words, plan: &Plan, minutes: i32) -> String {
    let meeting = plan.meeting.title.in_language(words.language());
    let meeting = meeting.split(':').next().unwrap_or_default().trim();
    let long = text::length(words, minutes);
    if minutes < 0 { words.late_subject_early(meeting, &long) } else { words.late_subject_late(meeting, &long) }
}

/// How late, then a line for each thing that changes for them, and how many people come where that changes.
pub(super) fn body(words: Words, ripple: &Ripple, told: &Told) -> String {
    let Ripple { plan, minutes, .. } = ripple;
    let (long, from) = (text::length(words, *minutes), title(words, plan, ripple.entry));
    let mut body =
        if *minutes < 0 { words.late_intro_early(&long, &from) } else { words.late_intro_late(&long, &from) };
    let mut add = |line: String| {
        body.push('\n');
        body.push_str(&line);
    };
    let goes = |parting: &&Parting| told.changes.iter().any(|change| change.entry.group() == Some(parting.group));
    let goes = match told.who {
        Who::Delegation(_) | Who::Role(_) => ripple.partings.iter().find(goes),
        _ => None,
    };
    for change in &told.changes {
        add(match told.who {
            Who::Host(_) => at_host(words, plan, change, told.changes.len()),
            _ => line(words, plan, change, goes.is_some()),
        });
    }
    if let Some(ride) = goes.and_then(|parting| text::ride(words, plan, parting)) {
        add(ride);
    }
    match told.heads {
        Some((0, heads)) => add(words.late_line_people(&text::people(words, heads))),
        Some((were, heads)) => add(words.late_line_fewer(&text::people(words, heads), &were.to_string())),
        None => {}
    }
    body
}

fn line(words: Words, plan: &Plan, change: &Change, goes: bool) -> String {
    let time = |moment| intl::time(words.language(), moment);
    let name = text::named(words, plan, change.entry);
    match (change.was, change.now) {
        // It takes place for those who stay.
        (Some(was), None) if goes && change.entry.group().is_some() => words.late_line_skip(&name, &time(was.start())),
        (Some(was), None) => words.late_line_out(&name, &time(was.start())),
        (Some(was), Some(now)) if now.start() == was.start() => {
            words.late_line_until(&name, &time(now.end()), &time(was.end()))
        }
        (Some(was), Some(now)) => words.late_line(&name, &time(now.start()), &time(was.start())),
        (None, Some(now)) => words.late_line_new(&name, &time(now.start()), &time(now.end())),
        (None, None) => name,
    }
}

/// What a host wants to know: who arrives when, and is there until when.
fn at_host(words: Words, plan: &Plan, change: &Change, changes: usize) -> String {
    let time = |moment| intl::time(words.language(), moment);
    // A host that expected all of a visit knows no letters, and needs none where only one of its groups comes.
    let group = change.entry.group().filter(|group| {
        let party = plan.groups.get(plan.party_of(*group));
        let of_all = party.and_then(|party| party.deviation.parted.as_ref()).is_some_and(|it| it.from.is_none());
        changes > 1 || !of_all
    });
    let group = group.map_or_else(|| words.late_we().to_string(), |id| text::whose(words, plan, Some(id)));
    match (change.was, change.now) {
        (Some(was), None) => words.late_line_host_out(&group, &time(was.start())),
        (Some(was), Some(now)) if now.start() == was.start() => {
            words.late_line_host_until(&group, &time(now.end()), &time(was.end()))
        }
        (Some(was), Some(now)) => {
            words.late_line_host(&group, &time(now.start()), &time(was.start()), &time(now.end()))
        }
        (None, _) => group,
    }
}
