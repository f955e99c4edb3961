//! The files themselves: name and content, as they were chosen.

use super::{calendar, out::Choices, outgoing::Outgoing};
use crate::{
    app::{
        Store,
        effects::{self, files, intl},
        pages::webpage,
    },
    exchange::{
        csv,
        impersonal::impersonal,
        names::{name, stem},
        schedule::{Edition, to_json, to_xml},
        tables::{Subject, table},
    },
    i18n::Words,
    plan::Plan,
    wire::{PlanFile, encode_pretty},
    workspace::Msg,
};

/// Hands a file to the reader, and says so.
pub async fn hand_out(store: Store, file: Outgoing, choices: Choices) {
    let words = store.words();
    // What was found has to have been looked for.
    if file == Outgoing::Findings && !effects::checked(store).await {
        return store.say(words.part_missing().to_string());
    }
    // As it stands under "Meetings", with what a merge needs of its past.
    if file == Outgoing::Plan && !choices.bare.get_untracked() {
        store.send(Msg::Export(store.plan.with_untracked(|plan| plan.id())));
        return store.say(words.files_handed_out(file.title(words)));
    }
    if let Some((name, text)) = made(store, file, choices) {
        files::download(&name, &text);
        store.say(words.files_handed_out(&name));
    }
}

/// Name and content of a file.
fn made(store: Store, file: Outgoing, choices: Choices) -> Option<(String, String)> {
    let plan = store.plan.get_untracked();
    let (language, audience) = (choices.language.get_untracked(), choices.audience.get_untracked().known_to(&plan));
    let words = Words::new(language);
    let of = whose(&plan, audience, words);
    let delimiter = choices.delimiter.get_untracked();
    let extension = file.extension(delimiter);
    Some(match file {
        Outgoing::Plan => {
            let bare = impersonal(&plan).plan;
            let text = encode_pretty(&PlanFile { plan: bare, saved: None, lineage: Vec::new() });
            (stem(&plan) + "-without-personal-data.itinera.json", text)
        }
        Outgoing::Calendar => (name(&plan, file.key(), &of, extension), calendar::calendar(store, choices, words)),
        Outgoing::Contacts => (name(&plan, file.key(), "", extension), calendar::contacts(store, choices, words)),
        Outgoing::WebPage => {
            let text = webpage(store, audience, language, choices.notes.get_untracked());
            (name(&plan, "programme", &of, extension), text)
        }
        Outgoing::ScheduleXml | Outgoing::ScheduleJson => {
            let ahead = intl::clocks(&plan.meeting.zone);
            let version = store.changed.get_untracked().unwrap_or_default();
            let today = store.clock.get_untracked().date();
            let shared = choices.shared.get_untracked();
            let edition = Edition { language, version: &version, today, shared, ahead: &ahead };
            let text = if file == Outgoing::ScheduleXml { to_xml(&plan, &edition) } else { to_json(&plan, &edition) };
            (name(&plan, "schedule", "", extension), text)
        }
        _ => {
            let subject = file.subject(audience, choices.host())?;
            let findings = store.findings.get_untracked();
            let table = table(&plan, &findings, subject, words);
            let of = match subject {
                Subject::Guests(host) => plan.hosts.get(host)?.name.clone(),
                Subject::Agenda(..) => of,
                _ => String::new(),
            };
            let text = csv::write(&table, delimiter, choices.marked.get_untracked());
            (name(&plan, file.key(), &of, extension), text)
        }
    })
}

/// Whose file it is; empty where it is everyone's.
fn whose(plan: &Plan, audience: crate::agenda::Audience, words: Words) -> String {
    use crate::agenda::{Audience, wording};
    match audience {
        Audience::Everyone => String::new(),
        Audience::Delegation(id) => wording::delegation(words, plan, id),
        Audience::Delegate(id) => plan.delegates.get(id).map(|person| person.name.clone()).unwrap_or_default(),
    }
}
