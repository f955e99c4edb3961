//! A delegation's letter on its hue: told apart by letter where colours do not help.

use crate::app::dom::{View, view};
use crate::plan::Hue;
use leptos::prelude::*;

/// The class of a hue, which sets `--hue`.
#[must_use]
pub const fn hue_class(hue: Hue) -> &'static str {
    match hue {
        Hue::Teal => "hue-teal",
        Hue::Orange => "hue-orange",
        Hue::Purple => "hue-purple",
        Hue::Blue => "hue-blue",
        Hue::Grey => "hue-grey",
        Hue::Rose => "hue-rose",
        Hue::Olive => "hue-olive",
        Hue::Brown => "hue-brown",
    }
}

/// The round letter of a delegation, or the square one of a group. Its name stands beside it or in `name`.
#[component(transparent)]
pub fn Badge(
    /// One or two characters.
    #[prop(into)]
    letter: String,
    /// Its colour.
    hue: Hue,
    /// The name for readers' aids, where it does not stand beside the badge.
    #[prop(optional, into)]
    name: String,
    /// Whether it is a group's: told apart by its shape.
    #[prop(optional)]
    square: bool,
) -> View {
    let class = format!("{} {}", if square { "badge badge--square" } else { "badge" }, hue_class(hue));
    if name.is_empty() {
        view! { <span class=class aria-hidden="true">{letter}</span> }
    } else {
        let title = name.clone();
        view! { <span class=class role="img" aria-label=name title=title>{letter}</span> }
    }
}
