//! What single cells say: addresses, languages, consent, and which delegation is meant.

use crate::plan::{Consent, DelegationId, Plan, Text, fold};

/// An address as it is, or the one inside `Name <address>`.
pub(super) fn email(cell: &str) -> String {
    let inside = cell.split_once('<').and_then(|(_, after)| after.strip_suffix('>'));
    let address = inside.unwrap_or(cell).trim();
    address.strip_prefix("mailto:").unwrap_or(address).to_string()
}

/// Whether a text has the form of an address.
pub(super) fn is_email(text: &str) -> bool {
    let parts = text.split_once('@');
    parts.is_some_and(|(name, host)| !name.is_empty() && host.contains('.') && !host.contains('@'))
        && !text.contains(' ')
}

/// The most languages that somebody is taken to speak.
const LANGUAGES: usize = 100;

/// The languages of a list.
pub(super) fn languages(cell: &str) -> Vec<String> {
    let parts = cell.split([',', ';', '/', '\n']);
    parts.map(str::trim).filter(|part| !part.is_empty()).map(String::from).take(LANGUAGES).collect()
}

/// A yes or a no; none where it is neither.
pub(super) fn consent(cell: &str) -> Option<Consent> {
    match &*fold(cell) {
        "" | "na" | "n a" | "unknown" => Some(Consent::Unknown),
        "yes" | "y" | "si" | "s" | "true" | "vero" | "x" | "1" | "ok" | "\u{2713}" | "\u{2714}" | "given"
        | "granted" => Some(Consent::Given),
        "no" | "n" | "false" | "falso" | "0" | "refused" | "denied" | "negato" => Some(Consent::Refused),
        _ => None,
    }
}

/// The delegation that a text names: by its very name in any language, by its name without the words around it, its
/// region, or its country's code where no other has it.
pub(super) fn delegation(plan: &Plan, cell: &str) -> Option<DelegationId> {
    let cell = cell.trim();
    let exact = plan.delegations.iter().find(|delegation| {
        let Text { english, italian } = &delegation.name;
        !cell.is_empty() && (english.trim() == cell || italian.trim() == cell)
    });
    if let Some(exact) = exact {
        return Some(exact.id);
    }
    let wanted = bare(cell);
    if wanted.is_empty() {
        return None;
    }
    let names = |text: &Text| bare(&text.english) == wanted || bare(&text.italian) == wanted;
    let all = || plan.delegations.iter();
    let mut same_country = all().filter(|delegation| fold(&delegation.country) == wanted);
    let by_country = match (same_country.next(), same_country.next()) {
        (Some(only), None) => Some(only),
        _ => None,
    };
    let found = all().find(|delegation| names(&delegation.name)).or_else(|| all().find(|other| names(&other.region)));
    found.or(by_country).map(|delegation| delegation.id)
}

/// The delegation of an organisation.
pub(super) fn delegation_of(plan: &Plan, organisation: &str) -> Option<DelegationId> {
    let wanted = fold(organisation);
    let has = |names: &[String]| !wanted.is_empty() && names.iter().any(|name| fold(name) == wanted);
    plan.delegations.iter().find(|delegation| has(&delegation.organisations)).map(|delegation| delegation.id)
}

/// A name without the words that people put around it, such as in "Regione Piemonte" or "the Welsh delegation".
fn bare(name: &str) -> String {
    let folded = fold(name);
    let around = "the of del della di region regione delegation delegazione country";
    let words = folded.split(' ').filter(|word| !around.split(' ').any(|other| other == *word));
    let bare = words.collect::<Vec<_>>().join(" ");
    if bare.is_empty() { folded } else { bare }
}
