//! The steps of undo as they survive a reload: JSON, each change as the records before and after.

use super::{Change, Delta, History, Step};
use crate::{
    plan::{AnyRecord, Label, Text, Verb},
    wire,
};
use serde::{Deserialize, Serialize};
use serde_json::Value;

#[derive(Serialize, Deserialize)]
struct SavedHistory {
    done: Vec<SavedStep>,
    undone: Vec<SavedStep>,
}

#[derive(Serialize, Deserialize)]
struct SavedStep {
    verb: u8,
    english: String,
    italian: String,
    changes: Vec<(Option<Value>, Option<Value>)>,
}

/// The verbs by the number that stands for them; only ever added to.
const VERBS: [Verb; 11] = [
    Verb::Add,
    Verb::Change,
    Verb::Remove,
    Verb::Move,
    Verb::Resize,
    Verb::Enrol,
    Verb::Reorder,
    Verb::SetDrive,
    Verb::Confirm,
    Verb::Merge,
    Verb::Settle,
];

/// The newest steps as text.
#[must_use]
pub fn encode(history: &History) -> String {
    let (done, undone) = history.to_save();
    let saved = SavedHistory { done: done.iter().map(save).collect(), undone: undone.iter().map(save).collect() };
    serde_json::to_string(&saved).unwrap_or_default()
}

/// The steps from text. A step that cannot be read ends the history there: older ones may not fit without it.
#[must_use]
pub fn decode(text: &str) -> History {
    let Ok(saved) = serde_json::from_str::<SavedHistory>(text) else { return History::default() };
    let newest = |steps: Vec<SavedStep>| {
        let mut read: Vec<_> = steps.into_iter().rev().map_while(restore).collect();
        read.reverse();
        read
    };
    History::from_steps(newest(saved.done), newest(saved.undone))
}

fn save(step: &Step) -> SavedStep {
    let record = |record: &Option<AnyRecord>| record.as_ref().map(wire::encode_record);
    let verb = VERBS.iter().position(|verb| *verb == step.label.verb).unwrap_or(1);
    SavedStep {
        verb: u8::try_from(verb).unwrap_or(1),
        english: step.label.subject.english.clone(),
        italian: step.label.subject.italian.clone(),
        changes: step.delta.0.iter().map(|change| (record(&change.before), record(&change.after))).collect(),
    }
}

fn restore(step: SavedStep) -> Option<Step> {
    let record = |value: Option<Value>| value.map(wire::decode_record).transpose().ok();
    let mut changes = Vec::with_capacity(step.changes.len());
    for (before, after) in step.changes {
        let (before, after) = (record(before)?, record(after)?);
        let key = before.as_ref().or(after.as_ref())?.key();
        changes.push(Change { key, before, after });
    }
    let verb = *VERBS.get(usize::from(step.verb))?;
    Some(Step { label: Label::new(verb, Text::new(step.english, step.italian)), delta: Delta(changes) })
}
