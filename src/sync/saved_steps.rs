//! The steps of undo as they survive a reload: JSON, each change as the records before and after.

use super::{Change, Delta, History, Step};
use crate::{
    plan::{AnyRecord, Label, Text, Verb},
    wire,
};
use serde::{Deserialize, Serialize};
use serde_json::Value;

/// The verbs by the number that stands for them; only ever added to.
const VERBS: [Verb; 20] = [
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
    Verb::Assign,
    Verb::Split,
    Verb::SetTurn,
    Verb::Arrange,
    Verb::SetDrives,
    Verb::Deviate,
    Verb::BackToPlan,
    Verb::HandOut,
    Verb::AddSessions,
];

/// The steps as they are kept. Each is read by itself, so that one that cannot be read does not take the newer ones
/// along.
#[derive(Default, Serialize, Deserialize)]
#[serde(default)]
struct SavedHistory {
    done: Vec<Value>,
    undone: Vec<Value>,
}

#[derive(Serialize, Deserialize)]
struct SavedStep {
    verb: usize,
    english: String,
    italian: String,
    changes: Vec<(Option<Value>, Option<Value>)>,
}

/// The newest steps as text.
#[must_use]
pub fn encode(history: &History) -> String {
    let (done, undone) = history.to_save();
    let values = |steps: &[Step]| steps.iter().filter_map(|step| serde_json::to_value(save(step)).ok()).collect();
    let saved = SavedHistory { done: values(done), undone: values(undone) };
    serde_json::to_value(saved).map(|value| wire::json::print(&value)).unwrap_or_default()
}

/// The steps from text. A step that cannot be read ends the history there: older ones may not fit without it.
#[must_use]
pub fn decode(text: &str) -> History {
    let saved = wire::json::parse(text).ok().and_then(|value| serde_json::from_value::<SavedHistory>(value).ok());
    let newest = |steps: Vec<Value>| {
        let mut read: Vec<_> = steps.into_iter().rev().map_while(restore).collect();
        read.reverse();
        read
    };
    let SavedHistory { done, undone } = saved.unwrap_or_default();
    History::from_steps(newest(done), newest(undone))
}

fn save(step: &Step) -> SavedStep {
    let record = |record: &Option<AnyRecord>| record.as_ref().map(wire::encode_record);
    let Text { english, italian } = step.label.subject.clone();
    SavedStep {
        verb: VERBS.iter().position(|verb| *verb == step.label.verb).unwrap_or(1),
        english,
        italian,
        changes: step.delta.0.iter().map(|change| (record(&change.before), record(&change.after))).collect(),
    }
}

fn restore(step: Value) -> Option<Step> {
    let SavedStep { verb, english, italian, changes } = serde_json::from_value(step).ok()?;
    let record = |value: Option<Value>| value.map(wire::decode_record).transpose().ok();
    let mut read = Vec::with_capacity(changes.len());
    for (before, after) in changes {
        let (before, after) = (record(before)?, record(after)?);
        let key = before.as_ref().or(after.as_ref())?.key();
        read.push(Change { key, before, after });
    }
    Some(Step { label: Label::new(*VERBS.get(verb)?, Text::new(english, italian)), delta: Delta(read) })
}
