//! Lanes: entries that overlap in time stand side by side.

use super::Entry;
use crate::plan::GroupId;
use chrono::NaiveDateTime;

/// Where an entry stands across its day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Lane {
    /// Which lane, counted from nought.
    pub index: usize,
    /// How many lanes the overlapping entries share.
    pub of: usize,
}

/// A lane that is being filled.
struct Column {
    /// When the last entry in it ends.
    end: NaiveDateTime,
    /// The group of a study visit that has the lane for itself, and until when.
    group: Option<(GroupId, NaiveDateTime)>,
}

impl Column {
    fn is_free(&self, at: NaiveDateTime, group: Option<GroupId>) -> bool {
        let taken = self.group.is_some_and(|(owner, until)| Some(owner) != group && until > at);
        self.end <= at && !taken
    }
}

/// The lane of each entry, in the order given, which has to be by start.
///
/// Entries that overlap, directly or through others, share the width of the day; each takes the first lane that is
/// free at its start. A group of a study visit keeps its lane from gathering to the return.
#[must_use]
pub fn lanes(entries: &[Entry]) -> Vec<Lane> {
    let mut placed: Vec<Lane> = Vec::with_capacity(entries.len());
    let mut columns = Vec::<Column>::new();
    let mut cluster = 0;
    for (index, entry) in entries.iter().enumerate() {
        let (start, end) = (entry.slot.start(), entry.slot.end());
        let group = entry.id.group();
        let over = |column: &Column| column.end <= start && column.group.is_none_or(|(_, until)| until <= start);
        if columns.iter().all(over) {
            close(&mut placed[cluster..], columns.len());
            (cluster, columns) = (index, Vec::new());
        }
        let own = columns.iter().position(|column| {
            group.is_some() && column.group.map(|(owner, _)| owner) == group && column.is_free(start, group)
        });
        let free = || columns.iter().position(|column| column.is_free(start, group));
        let lane = own.or_else(free).unwrap_or(columns.len());
        let owned = group.map(|group| (group, until(&entries[index..], group)));
        let column = Column { end, group: owned };
        match columns.get_mut(lane) {
            Some(known) => *known = column,
            None => columns.push(column),
        }
        placed.push(Lane { index: lane, of: 1 });
    }
    close(&mut placed[cluster..], columns.len());
    placed
}

/// When the last of a group's entries ends.
fn until(entries: &[Entry], group: GroupId) -> NaiveDateTime {
    let ends = entries.iter().filter(|entry| entry.id.group() == Some(group)).map(|entry| entry.slot.end());
    ends.max().unwrap_or(NaiveDateTime::MIN)
}

fn close(cluster: &mut [Lane], lanes: usize) {
    for lane in cluster {
        lane.of = lanes;
    }
}
