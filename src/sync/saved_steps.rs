//! The steps of undo as they survive a reload: JSON, each change as the records before and after.

use super::{Change, Delta, History, Step};
use crate::{
    plan::{AnyRecord, Label, Text, Verb},
    wire,
};
use serde_json::{Map, Value};

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
    let steps = |steps: &[Step]| Value::Array(steps.iter().map(save).collect());
    wire::json::print(&fields([("done", steps(done)), ("undone", steps(undone))]))
}

/// The steps from text. A step that cannot be read ends the history there: older ones may not fit without it.
#[must_use]
pub fn decode(text: &str) -> History {
    let Ok(mut saved) = wire::json::parse(text) else { return History::default() };
    let mut newest = |name: &str| {
        let steps = saved.get_mut(name).and_then(Value::as_array_mut).map(std::mem::take).unwrap_or_default();
        let mut read: Vec<_> = steps.into_iter().rev().map_while(restore).collect();
        read.reverse();
        read
    };
    let done = newest("done");
    History::from_steps(done, newest("undone"))
}

fn fields<const N: usize>(fields: [(&str, Value); N]) -> Value {
    let mut map = Map::new();
    for (name, value) in fields {
        map.insert(name.to_string(), value);
    }
    Value::Object(map)
}

fn save(step: &Step) -> Value {
    let record = |record: &Option<AnyRecord>| record.as_ref().map_or(Value::Null, wire::encode_record);
    let changes = step.delta.0.iter().map(|change| Value::Array(vec![record(&change.before), record(&change.after)]));
    let Text { english, italian } = step.label.subject.clone();
    fields([
        ("verb", VERBS.iter().position(|verb| *verb == step.label.verb).unwrap_or(1).into()),
        ("english", english.into()),
        ("italian", italian.into()),
        ("changes", Value::Array(changes.collect())),
    ])
}

fn restore(mut step: Value) -> Option<Step> {
    let mut changes = Vec::new();
    for change in step.get_mut("changes")?.as_array_mut()? {
        let [before, after] = change.as_array_mut()?.as_mut_slice() else { return None };
        let (before, after) = (record(before.take())?, record(after.take())?);
        let key = before.as_ref().or(after.as_ref())?.key();
        changes.push(Change { key, before, after });
    }
    let verb = *VERBS.get(usize::try_from(step.get("verb")?.as_u64()?).ok()?)?;
    let subject = Text::new(step.get("english")?.as_str()?, step.get("italian")?.as_str()?);
    Some(Step { label: Label::new(verb, subject), delta: Delta(changes) })
}

/// A record, or that there is none; nothing when it cannot be read.
fn record(value: Value) -> Option<Option<AnyRecord>> {
    if value.is_null() { Some(None) } else { wire::decode_record(value).ok().map(Some) }
}
