//! Who comes, in figures: heads of every delegation, then diets and needs, for those who book seats and meals.

use super::Table;
use crate::{agenda::roll, exchange::saying, i18n::Words, plan::Plan};

pub(super) fn table(plan: &Plan, words: Words) -> Table {
    let roll = roll(plan);
    let mut table = Table::of([words.table_what(), words.table_count(), words.table_named()]);
    let row = |what: String, count: usize, named: String| vec![what, count.to_string(), named];
    table.rows.push(row(words.people_heads().to_string(), roll.heads, roll.named.to_string()));
    for (delegation, named, _) in &roll.delegations {
        let heads = plan.heads_of(*delegation);
        table.rows.push(row(saying::delegation(words, plan, *delegation), heads, named.to_string()));
    }
    for (what, tallies) in [(words.people_diets(), &roll.diets), (words.people_needs(), &roll.needs)] {
        for tally in tallies {
            let what = [what, ": ", &tally.words].concat();
            table.rows.push(row(what, tally.count, String::new()));
        }
    }
    table
}
