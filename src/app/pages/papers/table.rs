//! Tables on paper: a head that comes again on every sheet, and bodies of rows.

use super::tongues::Said;
use crate::app::dom::{View, view};

/// A column of a table.
pub struct Column {
    /// Its class, which says how wide it is.
    pub class: &'static str,
    /// What stands above it.
    pub label: Said,
}

/// A column.
pub const fn column(class: &'static str, label: Said) -> Column {
    Column { class, label }
}

/// A table; `heading` stands above the names of its columns, and comes again with them.
pub fn table(heading: Option<View>, columns: Vec<Column>, bodies: Vec<View>) -> View {
    let span = columns.len();
    let heading =
        heading.map(|heading| view! { <tr><th class="paper__day" colspan=span scope="colgroup">{heading}</th></tr> });
    let named = columns.iter().any(|column| !column.label.is_empty());
    let widths: Vec<&'static str> = columns.iter().map(|column| column.class).collect();
    let names = columns.into_iter().map(|column| {
        let class = ["paper__column ", column.class].concat();
        if column.label.is_empty() {
            return view! { <td class=class></td> };
        }
        view! { <th class=class scope="col">{column.label.stacked()}</th> }
    });
    let widths: Vec<View> = widths.into_iter().map(|class| view! { <col class=class /> }).collect();
    view! {
        <table class="paper__table">
            <colgroup>{widths}</colgroup>
            <thead>
                {heading}
                <tr hidden=!named>{names.collect::<Vec<_>>()}</tr>
            </thead>
            {bodies}
        </table>
    }
}

/// A row that heads those after it in its body, and comes again above them on another sheet.
pub fn heading_row(span: usize, title: Said, about: Said, again: String) -> View {
    let about = (!about.is_empty()).then(|| view! { " " <span class="paper__more">{about.inline()}</span> });
    view! {
        <tr class="paper__row paper__row--heading" data-heads>
            <th colspan=span scope="rowgroup">
                <span class="paper__again" aria-hidden="true">{again}</span>
                {title.inline()}
                {about}
            </th>
        </tr>
    }
}

/// A heading before what it heads.
pub fn heading(title: &Said) -> View {
    view! {
        {gap()}
        <h3 class="paper__heading" data-keep>{title.inline()}</h3>
    }
}

/// White before something else.
pub fn gap() -> View {
    view! { <div class="paper__gap" data-gap></div> }
}
