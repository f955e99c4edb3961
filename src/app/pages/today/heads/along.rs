//! The other groups in the coach, each with a count of its own: whose heads are not right yet, and the way there.

use super::{
    Call, leg,
    missing::{names, sentence},
};
use crate::app::dom::{Child, View, view};
use crate::{
    agenda::{Crew, Heads, Lack, Missing, Pass, carried_with, counted_as, counted_with, crews},
    app::{effects::heads as kept, wording},
    i18n::Words,
    plan::{EntryId, Plan},
    workspace::{Route, heads::name},
};
use chrono::NaiveDateTime;
use leptos::prelude::*;

/// Another count of people in the same coach.
#[derive(Clone, PartialEq)]
pub struct Other {
    leg: EntryId,
    /// Whose: "Group B".
    groups: String,
    /// The name under which it is kept.
    name: String,
    crews: Vec<Crew>,
    heads: Heads,
}

impl Other {
    /// Whether everybody is here, or the coach has left with them.
    pub fn is_whole(&self) -> bool {
        self.lack().is_none()
    }

    /// Those missing, where somebody was counted.
    pub fn missing(&self) -> Vec<Missing> {
        if let Some(Lack::Missing(missing)) = self.lack() { missing } else { Vec::new() }
    }

    fn lack(&self) -> Option<Lack> {
        self.heads.lack(&self.crews)
    }

    /// "2 of Wales (Group B)", where somebody of it is missing.
    pub fn names(&self, words: Words, plan: &Plan) -> Option<String> {
        let missing = self.missing();
        (!missing.is_empty()).then(|| words.heads_of_group(&names(words, plan, &missing), &self.groups))
    }

    /// "Group B is not counted.", where that is so.
    pub fn uncounted(&self, words: Words) -> Option<String> {
        (self.lack() == Some(Lack::Uncounted)).then(|| words.heads_uncounted(&self.groups))
    }

    /// The coach has left with them in it, or has not after all.
    pub fn set_left(mut self, at: NaiveDateTime, gone: bool) {
        if gone {
            self.heads.carried_off(at, &self.crews);
        } else if self.heads.left.as_ref().is_some_and(|left| left.at == at) {
            self.heads.left = None;
        }
        kept::keep(&self.name, &self.heads);
    }
}

/// The other counts in the coach of a leg, as they are now.
pub fn others(plan: &Plan, words: Words, leg_id: EntryId, rehearsal: bool) -> Vec<Other> {
    let legs = leg(plan, leg_id).map(|leg| carried_with(plan, &leg)).unwrap_or_default();
    let other = |leg: crate::agenda::Entry| {
        let groups = counted_with(plan, &leg).into_iter().map(|group| wording::group(words, &group));
        let name = name(plan.id(), counted_as(plan, leg.id), rehearsal);
        let (heads, _) = kept::load(&name);
        Other { leg: leg.id, groups: groups.collect::<Vec<_>>().join(", "), name, crews: crews(plan, &leg), heads }
    };
    legs.into_iter().map(other).collect()
}

/// Who else is in the coach, and what was counted of them.
#[component(transparent)]
pub fn Along(call: Call) -> impl Child {
    let words = call.store.words();
    let row = move |other: Other| {
        let state = match &other.heads.left {
            Some(left) => words.heads_left(&super::entry::time(words, left.at)),
            None => match other.uncounted(words) {
                Some(_) => words.heads_not_counted().to_string(),
                None => sentence(words, &other.heads.sum(Pass::Out, &other.crews)),
            },
        };
        let count = Some(other.leg.to_string());
        let href = call.store.route.with_untracked(|route| Route { count, ..route.clone() }.href());
        view! { <li><a class="heads__other" href=href>{other.groups}</a> <span>{state}</span></li> }
    };
    move || {
        let others = call.others.get();
        if others.is_empty() {
            return View::of(());
        }
        view! {
            <div class="heads__along">
                <h3>{words.heads_along()}</h3>
                <ul>{others.into_iter().map(row).collect::<Vec<_>>()}</ul>
            </div>
        }
    }
}
