//! What a calendar says of an entry beside its time: its name, its place, and all that delegates should know.

use crate::{
    agenda::{Audience, Entry, Event, Spot, asked, is_safe_link, spot, spot_after, steps, wording},
    i18n::Words,
    plan::{EntryId, Plan, Text, time_text},
};

/// What an entry is called. Whoever sees several groups is told which of them it is.
pub(super) fn summary(words: Words, plan: &Plan, entry: EntryId, name: &Text, audience: Audience) -> String {
    let mut summary = wording::titled(words, entry, name);
    let one_group = matches!(audience, Audience::Delegate(_));
    if !one_group && let Some(group) = entry.group().and_then(|group| plan.groups.get(group)) {
        summary.push_str(wording::DOT);
        summary.push_str(&wording::group_name(words, group));
    }
    summary
}

/// Room, venue and address, as far as they are known: enough to find it.
pub(super) fn location(words: Words, spot: &Spot) -> String {
    let address = spot.venue.as_ref().map_or("", |venue| &venue.address);
    let mut parts: Vec<&str> = Vec::new();
    for part in spot.names().map(|name| name.in_language(words.language())).chain([address]) {
        let part = part.trim();
        if !part.is_empty() && !parts.contains(&part) {
            parts.push(part);
        }
    }
    parts.join(", ")
}

/// All that delegates should know of an entry, a line each.
pub(super) fn description(words: Words, plan: &Plan, entry: &Entry, audience: Audience) -> String {
    let in_words = |text: &Text| text.in_language(words.language()).trim().to_string();
    let mut lines = Vec::new();
    if entry.to_confirm() {
        lines.push(words.to_confirm().to_string());
    }
    match &entry.event {
        Event::Session(session) => {
            if audience == Audience::Everyone {
                lines.extend(wording::only_for(words, plan, &session.audience));
            }
            lines.push(in_words(&session.notes));
            lines.extend(wording::roles(words, plan, session));
            lines.push(wording::topics(words, plan, entry));
            let links = session.links.iter().filter(|link| is_safe_link(&link.url));
            lines.extend(links.map(|link| match link.title.trim() {
                "" => link.url.trim().to_string(),
                title => format!("{title}: {}", link.url.trim()),
            }));
        }
        Event::Stop { stop, host, .. } => {
            lines.push(together(words, plan, entry));
            lines.extend(host.as_ref().map(|host| in_words(&host.about)));
            lines.push(in_words(&stop.briefing));
            lines.push(asks(words, plan, entry));
            lines.extend(times(words, plan, entry));
            lines.push(wording::topics(words, plan, entry));
        }
        Event::Leg { leg, .. } => {
            lines.push(together(words, plan, entry));
            lines.extend(times(words, plan, entry));
            lines.push(wording::drive(words, leg.drive));
            lines.push(coach(plan, entry));
            lines.push(asks(words, plan, entry));
        }
    }
    lines.retain(|line| !line.trim().is_empty());
    lines.join("\n")
}

/// The group whose an entry is, with those in it.
fn together(words: Words, plan: &Plan, entry: &Entry) -> String {
    entry.group().map(|group| wording::group(words, plan, group, true)).unwrap_or_default()
}

/// What to bring, and what the host does not allow.
fn asks(words: Words, plan: &Plan, entry: &Entry) -> String {
    let (asks, brings) = wording::asks(words, &asked(plan, entry));
    if brings { words.programme_bring(&asks) } else { asks }
}

/// What happens when: gathering, boarding and the drive of a leg, the phases of a stay.
fn times(words: Words, plan: &Plan, entry: &Entry) -> Vec<String> {
    let name = |spot: Spot| spot.venue.map(|venue| venue.name.in_language(words.language()).to_string());
    let from = name(spot(plan, entry)).unwrap_or_default();
    let to = match &entry.event {
        Event::Leg { .. } => name(spot_after(plan, entry)).unwrap_or_default(),
        _ => String::new(),
    };
    let steps = steps(entry).into_iter();
    steps
        .map(|step| format!("{} {}", time_text(step.at.time()), wording::doing(words, step.doing, &from, &to)))
        .collect()
}

/// The coach of the group and what its plate says, to be found in a car park.
fn coach(plan: &Plan, entry: &Entry) -> String {
    let coach = entry.group().and_then(|group| group.coach).and_then(|coach| plan.coaches.get(coach));
    let parts = coach.map(|coach| [coach.name.trim(), coach.plate.trim()]).unwrap_or_default();
    parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(wording::DOT)
}
