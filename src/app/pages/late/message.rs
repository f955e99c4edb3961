//! The message to somebody who has to know, in the reader's language.

use super::{text, title};
use crate::{
    agenda::late::{Told, Who},
    app::effects::intl,
    i18n::Words,
    plan::{EntryId, Plan, Slot},
};

/// What it is about.
pub(super) fn subject(words: Words, plan: &Plan, minutes: i32) -> String {
    let meeting = plan.meeting.title.in_language(words.language());
    let meeting = meeting.split(':').next().unwrap_or_default().trim();
    let long = text::length(words, minutes);
    if minutes < 0 { words.late_subject_early(meeting, &long) } else { words.late_subject_late(meeting, &long) }
}

/// How late, then a line for each thing that changes for them.
pub(super) fn body(words: Words, plan: &Plan, told: &Told, entry: EntryId, minutes: i32) -> String {
    let (long, from) = (text::length(words, minutes), title(words, plan, entry));
    let mut body = if minutes < 0 { words.late_intro_early(&long, &from) } else { words.late_intro_late(&long, &from) };
    for change in &told.changes {
        body.push('\n');
        body.push_str(&match told.who {
            Who::Host(_) => at_host(words, plan, change),
            _ => line(words, plan, change),
        });
    }
    body
}

type Change = (EntryId, Slot, Option<Slot>);

fn line(words: Words, plan: &Plan, (entry, was, now): &Change) -> String {
    let time = |moment| intl::time(words.language(), moment);
    let name = text::named(words, plan, *entry);
    match now {
        None => words.late_line_out(&name, &time(was.start())),
        Some(now) if now.start() == was.start() => words.late_line_until(&name, &time(now.end()), &time(was.end())),
        Some(now) => words.late_line(&name, &time(now.start()), &time(was.start())),
    }
}

/// What a host wants to know: who arrives when, and is there until when.
fn at_host(words: Words, plan: &Plan, (entry, was, now): &Change) -> String {
    let time = |moment| intl::time(words.language(), moment);
    let group = entry.group().map_or_else(|| words.late_we().to_string(), |id| text::whose(words, plan, Some(id)));
    match now {
        None => words.late_line_host_out(&group, &time(was.start())),
        Some(now) if now.start() == was.start() => {
            words.late_line_host_until(&group, &time(now.end()), &time(was.end()))
        }
        Some(now) => words.late_line_host(&group, &time(now.start()), &time(was.start()), &time(now.end())),
    }
}
