//! The delegates, with everything that is known of them. Read back by `super::super::paste` it gives the same people: the
//! headers are words that it knows, in every language.

use super::{Table, moment};
use crate::{
    exchange::saying,
    i18n::Words,
    plan::{Consent, Plan, Travel},
};

pub(super) fn table(plan: &Plan, words: Words) -> Table {
    let mut table = Table::of([
        words.people_name(),
        words.people_delegation(),
        words.field_organisation(),
        words.people_role(),
        words.field_email(),
        words.field_phone(),
        words.people_diet(),
        words.people_needs_field(),
        words.people_languages(),
        words.people_arrival_date(),
        words.people_arrival_time(),
        words.table_arrival_place(),
        words.people_departure_date(),
        words.people_departure_time(),
        words.table_departure_place(),
        words.people_consent(),
        words.people_emergency(),
    ]);
    // By delegation, as on screen; those whose delegation is gone come last.
    let of_known = plan.delegations.iter().flat_map(|delegation| plan.delegates_of(delegation.id));
    let others = plan.delegates.iter().filter(|delegate| !plan.delegations.has(delegate.delegation));
    for delegate in of_known.chain(others) {
        let consent = match delegate.photo_consent {
            Consent::Unknown => "",
            Consent::Given => words.yes(),
            Consent::Refused => words.no(),
        };
        let [arrival_date, arrival_time, arrival_place] = travel(delegate.arrival.as_ref());
        let [departure_date, departure_time, departure_place] = travel(delegate.departure.as_ref());
        table.rows.push(vec![
            delegate.name.clone(),
            saying::delegation(words, plan, delegate.delegation),
            delegate.organisation.clone(),
            delegate.role.clone(),
            delegate.email.clone(),
            delegate.phone.clone(),
            delegate.diet.clone(),
            delegate.needs.clone(),
            delegate.languages.join(", "),
            arrival_date,
            arrival_time,
            arrival_place,
            departure_date,
            departure_time,
            departure_place,
            consent.to_string(),
            delegate.emergency.clone(),
        ]);
    }
    table
}

fn travel(travel: Option<&Travel>) -> [String; 3] {
    travel.map_or_else(Default::default, |travel| {
        let [date, time] = moment(travel.at);
        [date, time, travel.place.clone()]
    })
}
