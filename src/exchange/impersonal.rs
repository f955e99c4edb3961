//! The plan without personal data: what others may have who need the days and the heads, and not the people.

use crate::{
    plan::{Contact, Delegate, Key, Link, Meeting, Party, Plan, PlanId, fold},
    wire::encode_record,
};
use serde_json::Value;
use std::sync::Arc;
use uuid::Uuid;

/// A plan without personal data, and what that took.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Impersonal {
    /// The plan. It has an identity of its own, so that nobody's data is ever merged away by it.
    pub plan: Plan,
    /// The records that lost something.
    pub emptied: Vec<Key>,
    /// The records whose own words still name somebody who was removed, or hold an address of e-mail: nobody but their
    /// author can mend them.
    pub mentions: Vec<Key>,
}

/// What makes the identity of the copy out of that of the plan, and always the same.
const MARK: u128 = 0x0000_0000_0000_0000_0000_7065_7273_6f6e;

/// The shortest name, in letters, that is looked for in other texts: a shorter one may be any word.
const SHORTEST: usize = 5;

/// Removes names, contacts, diets, needs, languages, travel, consents and emergency contacts of delegates, everybody who is
/// named in a session, how to reach hosts, drivers and guides, and the plates of coaches. Delegates stay as heads of their delegations, without
/// a name, so every count stays what it is.
#[must_use]
pub fn impersonal(plan: &Plan) -> Impersonal {
    let mut bare = plan.clone();
    bare.delegates.change_where(|one| *one != nobody(one), |one| *one = nobody(one));
    bare.sessions.change_where(
        |session| {
            let parties = session.chair.iter().chain(&session.speakers).chain(&session.rapporteur);
            parties.into_iter().any(is_named) || session.links.iter().any(is_mail)
        },
        |session| {
            for parties in [&mut session.chair, &mut session.speakers, &mut session.rapporteur] {
                parties.retain(|party| !is_named(party));
            }
            session.links.retain(|link| !is_mail(link));
        },
    );
    let known = |contact: &Contact| *contact != Contact::default();
    bare.hosts.change_where(|host| known(&host.contact), |host| host.contact = Contact::default());
    bare.coaches.change_where(
        |coach| known(&coach.driver) || !coach.plate.is_empty(),
        |coach| (coach.driver, coach.plate) = (Contact::default(), String::new()),
    );
    bare.groups.change_where(|group| known(&group.guide), |group| group.guide = Contact::default());
    let emptied = plan.differing(&bare);
    // A hash of what was removed could be guessed at.
    bare.versions.change_where(|version| version.state.is_some(), |version| version.state = None);
    let mentions = mentions(plan, &bare);
    let id = PlanId::from_uuid(Uuid::from_u128(plan.id().uuid().as_u128() ^ MARK));
    bare.meeting = Arc::new(Meeting { id, ..(*plan.meeting).clone() });
    Impersonal { plan: bare, emptied, mentions }
}

fn nobody(delegate: &Delegate) -> Delegate {
    Delegate::unknown(delegate.id, delegate.delegation)
}

const fn is_named(party: &Party) -> bool {
    matches!(party, Party::Named(_))
}

fn is_mail(link: &Link) -> bool {
    link.url.contains('@')
}

/// The records of the bare plan whose words name somebody of the whole one. Whatever the saved form has as a text counts, so
/// that no field is forgotten.
fn mentions(plan: &Plan, bare: &Plan) -> Vec<Key> {
    let names = names(plan);
    let mentioned = |text: &str| {
        let folded = [" ", &fold(text), " "].concat();
        has_address(text) || names.iter().any(|name| folded.contains(name))
    };
    let records = bare.records().filter(|record| has_text(&encode_record(record), &mentioned));
    records.map(|record| record.key()).collect()
}

/// The names of everybody who was removed, each between blanks, as they are looked for.
fn names(plan: &Plan) -> Vec<String> {
    let mut names: Vec<String> = plan.delegates.iter().map(|delegate| fold(&delegate.name)).collect();
    for session in &plan.sessions {
        let parties = session.chair.iter().chain(&session.speakers).chain(&session.rapporteur);
        names.extend(parties.filter_map(|party| match party {
            Party::Named(name) => Some(fold(name)),
            Party::Delegate(_) | Party::Delegation(_) => None,
        }));
    }
    let contacts = plan.hosts.iter().map(|host| &host.contact);
    let contacts = contacts.chain(plan.coaches.iter().map(|coach| &coach.driver));
    let contacts = contacts.chain(plan.groups.iter().map(|group| &group.guide));
    names.extend(contacts.map(|contact| fold(&contact.name)));
    names.retain(|name| name.chars().count() >= SHORTEST);
    names.into_iter().map(|name| [" ", &name, " "].concat()).collect()
}

/// Whether there is such a text anywhere in a value.
fn has_text(value: &Value, is: &impl Fn(&str) -> bool) -> bool {
    match value {
        Value::String(text) => is(text),
        Value::Array(values) => values.iter().any(|value| has_text(value, is)),
        Value::Object(fields) => fields.values().any(|value| has_text(value, is)),
        Value::Null | Value::Bool(_) | Value::Number(_) => false,
    }
}

fn has_address(words: &str) -> bool {
    words.split_whitespace().any(|word| {
        let parts = word.split_once('@');
        parts.is_some_and(|(name, host)| !name.is_empty() && host.contains('.'))
    })
}
