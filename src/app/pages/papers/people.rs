//! What several papers say about people: roles, and whom to call.

use super::{
    edition::Edition,
    naming,
    table::{column, heading, table},
    tongues::Said,
};
use crate::app::dom::{View, view};
use crate::{
    app::wording,
    i18n::Words,
    papers::{Reached, Role},
    plan::{Delegation, Text},
};

/// A role in a session.
pub fn role(words: Words, role: Role) -> &'static str {
    match role {
        Role::Chair => words.field_chair(),
        Role::Speaker => words.sheet_speaker(),
        Role::Rapporteur => words.field_rapporteur(),
    }
}

/// Roles, and what somebody is besides.
pub fn roles(edition: &Edition, own: &str, roles: &[Role]) -> Said {
    edition.tongues.say(|words| {
        let own = Some(own.trim().to_string()).filter(|own| !own.is_empty());
        let roles = roles.iter().map(|known| role(words, *known).to_string());
        own.into_iter().chain(roles).collect::<Vec<_>>().join(", ")
    })
}

/// What a delegation is called; words for one that was removed.
pub fn delegation(edition: &Edition, delegation: Option<&Delegation>) -> Said {
    edition.tongues.say(|words| match delegation {
        Some(delegation) => naming::text(words, &delegation.name),
        None => words.sheet_no_delegation().to_string(),
    })
}

/// Whom to call: a table, or nothing where nobody is known.
pub fn contacts(edition: &Edition, reached: &[Reached]) -> Option<View> {
    let tongues = edition.tongues;
    let known = reached.iter().filter(|reached| {
        let contact = reached.contact();
        [&contact.name, &contact.phone, &contact.email].into_iter().any(|text| !text.trim().is_empty())
    });
    let rows: Vec<View> = known
        .map(|reached| {
            let contact = reached.contact();
            let whose = tongues.say(|words| match reached {
                Reached::Guide(group) => words.sheet_guide(&wording::group(words, group)),
                Reached::Driver(coach) => words.sheet_driver(&naming::coach(words, coach)),
                Reached::Host(host) => naming::text(words, &Text::same(&host.name)),
            });
            view! {
                <tr class="paper__row">
                    <th class="paper__whose" scope="row">{whose.stacked()}</th>
                    <td>{contact.name.trim().to_string()}</td>
                    <td class="paper__phone">{contact.phone.trim().to_string()}</td>
                    <td class="paper__mail">{contact.email.trim().to_string()}</td>
                </tr>
            }
        })
        .collect();
    if rows.is_empty() {
        return None;
    }
    let columns = vec![
        column("paper__whose", Said::default()),
        column("", tongues.word(Words::people_name)),
        column("paper__phone", tongues.word(Words::field_phone)),
        column("paper__mail", tongues.word(Words::field_email)),
    ];
    let table = table(None, columns, vec![body(rows)]);
    Some(view! { {heading(&tongues.word(Words::sheet_contacts))} {table} })
}

/// A body of rows.
pub fn body(rows: Vec<View>) -> View {
    view! { <tbody>{rows}</tbody> }
}
