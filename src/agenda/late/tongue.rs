//! In which language somebody is told: a guess from what the plan says, for whoever sends it to change.

use super::{Told, Who};
use crate::i18n::Language;
use crate::plan::{DelegateId, DelegationId, GroupId, Party, Plan, fold};

/// The time zone of meetings in Italy.
const ITALY: &str = "Europe/Rome";

/// The language of somebody who is told; none where the plan says nothing about it. Hosts and drivers of a meeting in
/// Italy read Italian, but for those with a telephone of another country. A guide reads the language of the group,
/// delegates what most of them speak who say so, else the language of their group, else that of their country.
#[must_use]
pub fn language_of(plan: &Plan, told: &Told) -> Option<Language> {
    let phone = || told.reach.iter().map(|reach| reach.phone.trim()).find(|phone| phone.starts_with(['+', '0']));
    let here = || match phone().and_then(|phone| phone.strip_prefix('+').or(phone.strip_prefix("00"))) {
        Some(number) => Some(italian_if(number.starts_with("39"))),
        None => Some(italian_if(plan.meeting.zone == ITALY)),
    };
    let groups = told.changes.iter().filter_map(|change| change.entry.group());
    let grouped = || groups.clone().find_map(|group| of_group(plan, group));
    match &told.who {
        Who::Driver(_) | Who::Host(_) => here(),
        Who::Guide(group) => of_group(plan, *group).or_else(here),
        Who::Delegation(id) => spoken(plan, |_, of| of == *id).or_else(grouped).or_else(|| of_country(plan, *id)),
        Who::Role(Party::Delegate(id)) => {
            let of = plan.delegates.get(*id).map(|delegate| delegate.delegation);
            spoken(plan, |person, _| person == *id).or_else(grouped).or_else(|| of_country(plan, of?))
        }
        Who::Role(Party::Delegation(id)) => spoken(plan, |_, of| of == *id).or_else(|| of_country(plan, *id)),
        Who::Role(Party::Named(_)) => None,
    }
}

const fn italian_if(italian: bool) -> Language {
    if italian { Language::Italian } else { Language::English }
}

fn of_group(plan: &Plan, group: GroupId) -> Option<Language> {
    let tag = plan.groups.get(group)?.language.trim();
    (!tag.is_empty()).then(|| italian_if(is_italian(tag)))
}

fn of_country(plan: &Plan, delegation: DelegationId) -> Option<Language> {
    let country = plan.delegations.get(delegation)?.country.trim();
    (!country.is_empty()).then(|| italian_if(country.eq_ignore_ascii_case("IT")))
}

/// What more of some people speak; none where as many speak either.
fn spoken(plan: &Plan, meant: impl Fn(DelegateId, DelegationId) -> bool) -> Option<Language> {
    let people = plan.delegates.iter().filter(|person| meant(person.id, person.delegation));
    let (mut italian, mut english) = (0, 0);
    for person in people {
        italian += usize::from(person.languages.iter().any(|name| is_italian(name)));
        english += usize::from(person.languages.iter().any(|name| is_english(name)));
    }
    (italian != english).then(|| italian_if(italian > english))
}

/// Whether a language is Italian, by its tag or by what people call it.
fn is_italian(name: &str) -> bool {
    Language::from_tag(name.trim()) == Some(Language::Italian) || fold(name).trim().starts_with("italian")
}

fn is_english(name: &str) -> bool {
    let folded = fold(name);
    let named = ["english", "ingles"].iter().any(|known| folded.trim().starts_with(known));
    Language::from_tag(name.trim()) == Some(Language::English) || named
}
