//! Contact cards (vCard 3.0, RFC 2426, and 4.0, RFC 6350): whom one may have to call on the days of the meeting.

use super::content_line::Lines;
use crate::{
    agenda::wording,
    i18n::Words,
    plan::{Contact, Delegate, Plan, Stamp, Venue, fold},
};
use std::sync::Arc;
use uuid::Uuid;

/// Somebody to call.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Card {
    /// The identity of the record in which they stand.
    pub uuid: Uuid,
    /// What they are in the meeting.
    pub role: Role,
    /// What the card is called: the person, or what they are where there is no name.
    pub name: String,
    /// Their organisation; may be empty.
    pub organisation: String,
    /// What they are, in words, such as "Driver of Coach 1".
    pub title: String,
    /// Telephone number, as it was typed but on one line; may be empty.
    pub phone: String,
    /// E-mail address, as it was typed; may be empty.
    pub email: String,
    /// Where they are found, if it is a place that does not move.
    pub venue: Option<Arc<Venue>>,
}

/// What somebody is in the meeting.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[allow(missing_docs, reason = "the field's own terms")]
pub enum Role {
    HeadOfDelegation,
    Host,
    Driver,
    Guide,
}

impl Role {
    /// Every role, in the order of the cards.
    pub const ALL: [Self; 4] = [Self::HeadOfDelegation, Self::Host, Self::Driver, Self::Guide];

    /// What it is called.
    #[must_use]
    pub fn words(self, words: Words) -> &'static str {
        match self {
            Self::HeadOfDelegation => words.vcard_head(),
            Self::Host => words.vcard_host(),
            Self::Driver => words.vcard_driver(),
            Self::Guide => words.vcard_guide(),
        }
    }
}

/// Which version of the format; telephones read the older one, newer address books both.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
#[allow(missing_docs, reason = "the names say it")]
pub enum Format {
    #[default]
    V3,
    V4,
}

/// Whom to call: heads of delegation, those who receive at hosts, drivers, guides; as far as there is a name, a number or
/// an address.
#[must_use]
pub fn cards(plan: &Plan, words: Words) -> Vec<Card> {
    let mut cards = Vec::new();
    for delegate in plan.delegates.iter().filter(|delegate| is_head(delegate)) {
        let delegation = wording::delegation(words, plan, delegate.delegation);
        let Delegate { name, phone, email, .. } = Delegate::clone(delegate);
        let title = words.vcard_head_of(&delegation);
        let card = card(delegate.id.uuid(), Role::HeadOfDelegation, &Contact { name, phone, email }, title);
        cards.extend(card.map(|card| Card { organisation: delegate.organisation.trim().to_string(), ..card }));
    }
    for host in &plan.hosts {
        let card = card(host.id.uuid(), Role::Host, &host.contact, words.vcard_host_of(host.name.trim()));
        let venue = host.venue.and_then(|venue| plan.venues.get(venue)).cloned();
        cards.extend(card.map(|card| Card { organisation: host.name.trim().to_string(), venue, ..card }));
    }
    for coach in &plan.coaches {
        let title = match coach.name.trim() {
            "" => words.vcard_driver().to_string(),
            name => words.vcard_driver_of(name),
        };
        cards.extend(card(coach.id.uuid(), Role::Driver, &coach.driver, title));
    }
    for group in &plan.groups {
        let title = words.vcard_guide_of(&wording::group_name(words, group));
        cards.extend(card(group.id.uuid(), Role::Guide, &group.guide, title));
    }
    cards
}

/// How many there are of each role, in the order of [`Role::ALL`].
#[must_use]
pub fn counts(plan: &Plan) -> [(Role, usize); 4] {
    let cards = cards(plan, Words::default());
    Role::ALL.map(|role| (role, cards.iter().filter(|card| card.role == role).count()))
}

/// Whether a delegate leads the delegation, by what the organiser wrote.
#[must_use]
pub fn is_head(delegate: &Delegate) -> bool {
    let role = fold(&delegate.role);
    let mut words = role.split(' ');
    let of_delegation = words.clone().any(|word| matches!(word, "delegation" | "delegazione"));
    let leads = words.any(|word| matches!(word, "head" | "lead" | "leader" | "capo" | "responsabile"));
    (of_delegation && leads) || role.contains("capodelegazione")
}

fn card(uuid: Uuid, role: Role, contact: &Contact, title: String) -> Option<Card> {
    let [name, email] = [&contact.name, &contact.email].map(|text| text.trim().to_string());
    // Readers of version 3.0 know no escape for the end of a line in a number.
    let phone = contact.phone.split_whitespace().collect::<Vec<_>>().join(" ");
    if name.is_empty() && phone.is_empty() && email.is_empty() {
        return None;
    }
    let name = if name.is_empty() { title.clone() } else { name };
    Some(Card { uuid, role, name, organisation: String::new(), title, phone, email, venue: None })
}

/// The cards as one file. The same cards and stamp give the same bytes; `stamp` says when the plan was last changed.
#[must_use]
pub fn write(cards: &[Card], format: Format, words: Words, stamp: Stamp) -> String {
    let mut lines = Lines::default();
    let (email, say): (_, fn(&mut Lines, &str, &str)) = match format {
        Format::V3 => ("EMAIL;TYPE=internet", Lines::words),
        Format::V4 => ("EMAIL;TYPE=work", Lines::loose_words),
    };
    for card in cards {
        lines.plain("BEGIN", "VCARD");
        // Which version it is stands first of all (RFC 6350 6.7.9).
        lines.plain("VERSION", if format == Format::V3 { "3.0" } else { "4.0" });
        lines.plain("PRODID", "-//Itinera//Itinera//EN");
        lines.plain("UID", &format!("urn:uuid:{}", card.uuid));
        say(&mut lines, "FN", &card.name);
        // The parts of a name are not known, and must not be guessed: a family name may come first, or last, or twice.
        lines.list("N", &[&card.name, "", "", "", ""], ";");
        lines.list("ORG", &[&card.organisation], ";");
        say(&mut lines, "TITLE", &card.title);
        say(&mut lines, "TEL;TYPE=work,voice", &card.phone);
        say(&mut lines, email, &card.email);
        if let Some(venue) = &card.venue {
            lines.list("ADR;TYPE=work", &["", "", &venue.address, "", "", "", ""], ";");
            if let Some((latitude, longitude)) = venue.position.map(|position| position.degrees()) {
                match format {
                    Format::V3 => lines.plain("GEO", &format!("{latitude};{longitude}")),
                    Format::V4 => lines.plain("GEO", &format!("geo:{latitude},{longitude}")),
                }
            }
        }
        lines.words("CATEGORIES", card.role.words(words));
        let stamp = stamp.to_string();
        match format {
            Format::V3 => lines.plain("REV", &stamp),
            Format::V4 => lines.plain("REV", &stamp.replace(['-', ':'], "")),
        }
        lines.plain("END", "VCARD");
    }
    lines.end()
}
