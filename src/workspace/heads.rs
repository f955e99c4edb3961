//! Where counted heads are kept: in this browser, apart from plans, so that no copy of a plan carries them. One text a
//! leg of a group, in lines of words; what is not understood is left out.

use super::{Trouble, keeper::Storage};
use crate::{
    agenda::{Count, Heads, Left, MOST, Missing},
    plan::{EntryId, PlanId},
    wire::clock,
};
use std::str::FromStr;

/// What names of counts start with.
pub(super) const PREFIX: &str = "itinera.heads.";

/// How many lines a text is read to: more than anybody counts.
const LONGEST: usize = 4_000;

/// The name under which the heads of a leg are kept. A rehearsal's are others than those of the day.
#[must_use]
pub fn name(plan: PlanId, leg: EntryId, rehearsal: bool) -> String {
    let mut name = names_of(plan);
    name.push_str(if rehearsal { "rehearsal." } else { "" });
    name.push_str(&leg.to_string());
    name
}

/// What the names of all counts of a plan start with.
#[must_use]
pub fn names_of(plan: PlanId) -> String {
    let mut name = String::from(PREFIX);
    name.push_str(&plan.to_string());
    name.push('.');
    name
}

/// What was counted, under a name.
#[must_use]
pub fn load(storage: &dyn Storage, name: &str) -> Heads {
    storage.get(name).map(|text| read(&text)).unwrap_or_default()
}

/// Keeps what was counted under a name.
///
/// # Errors
/// When there is no room.
pub fn keep(storage: &dyn Storage, name: &str, heads: &Heads) -> Result<(), Trouble> {
    storage.set(name, &text(heads))
}

/// Takes all counts of a plan out.
pub fn clear(storage: &dyn Storage, plan: PlanId) {
    let start = names_of(plan);
    for name in storage.names().iter().filter(|name| name.starts_with(&start)) {
        storage.remove(name);
    }
}

/// What was counted, as text.
#[must_use]
pub fn text(heads: &Heads) -> String {
    let mut text = String::new();
    let mut line = |words: &[&str]| {
        text.push_str(&words.join(" "));
        text.push('\n');
    };
    for (pass, count) in [("out", &heads.boarding), ("in", &heads.arrival)] {
        for delegate in &count.here {
            line(&[pass, "here", &delegate.to_string()]);
        }
        for (delegation, number) in &count.numbers {
            line(&[pass, "of", &delegation.to_string(), &number.to_string()]);
        }
        if let Some(number) = count.quick {
            line(&[pass, "all", &number.to_string()]);
        }
    }
    if let Some(left) = &heads.left {
        line(&["left", &clock::moment_text(left.at)]);
        for missing in &left.behind {
            match missing {
                Missing::Delegate(delegate) => line(&["behind", "one", &delegate.to_string()]),
                Missing::Others(delegation, number) => {
                    line(&["behind", "of", &delegation.to_string(), &number.to_string()]);
                }
                Missing::Some(number) => line(&["behind", "some", &number.to_string()]),
            }
        }
    }
    text
}

/// What was counted, from its text.
#[must_use]
pub fn read(text: &str) -> Heads {
    let mut heads = Heads::default();
    for line in text.lines().take(LONGEST) {
        let mut words = [""; 4];
        for (place, word) in words.iter_mut().zip(line.split_whitespace()) {
            *place = word;
        }
        match words[0] {
            "out" => read_count(&mut heads.boarding, words),
            "in" => read_count(&mut heads.arrival, words),
            "left" => {
                heads.left = clock::read_moment(words[1]).map(|at| Left { at, behind: Vec::new() });
            }
            "behind" => {
                if let Some((left, missing)) = heads.left.as_mut().zip(read_missing(words)) {
                    left.behind.push(missing);
                }
            }
            _ => {}
        }
    }
    heads
}

fn read_count(count: &mut Count, words: [&str; 4]) {
    match words {
        [_, "here", delegate, _] => {
            if let Some(delegate) = id(delegate)
                && !count.has(delegate)
            {
                count.here.push(delegate);
            }
        }
        [_, "of", delegation, number] => {
            if let Some((delegation, number)) = id(delegation).zip(read_number(number)) {
                count.set_number(delegation, number);
            }
        }
        [_, "all", number, _] => count.quick = read_number(number),
        _ => {}
    }
}

fn read_missing(words: [&str; 4]) -> Option<Missing> {
    match words {
        [_, "one", delegate, _] => id(delegate).map(Missing::Delegate),
        [_, "of", delegation, number] => {
            let (delegation, number) = id(delegation).zip(read_number(number))?;
            Some(Missing::Others(delegation, number))
        }
        [_, "some", number, _] => read_number(number).map(Missing::Some),
        _ => None,
    }
}

fn id<T: FromStr>(word: &str) -> Option<T> {
    word.parse().ok()
}

fn read_number(word: &str) -> Option<usize> {
    word.parse().ok().filter(|number| *number <= MOST)
}
