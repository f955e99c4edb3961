//! Lanes: entries that overlap in time stand side by side.

use super::Entry;

/// Where an entry stands across its day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Lane {
    /// Which lane, counted from nought.
    pub index: usize,
    /// How many lanes the overlapping entries share.
    pub of: usize,
}

/// The lane of each entry, in the order given, which has to be by start.
///
/// Entries that overlap, directly or through others, share the width of the day; each takes the first lane that is
/// free at its start.
#[must_use]
pub fn lanes(entries: &[Entry]) -> Vec<Lane> {
    let mut placed: Vec<Lane> = Vec::with_capacity(entries.len());
    let mut ends = Vec::new();
    let mut cluster = 0;
    for (index, entry) in entries.iter().enumerate() {
        let slot = entry.slot;
        if ends.iter().all(|end| *end <= slot.start()) {
            close(&mut placed[cluster..], ends.len());
            (cluster, ends) = (index, Vec::new());
        }
        let free = ends.iter().position(|end| *end <= slot.start());
        let lane = free.unwrap_or(ends.len());
        match ends.get_mut(lane) {
            Some(end) => *end = slot.end(),
            None => ends.push(slot.end()),
        }
        placed.push(Lane { index: lane, of: 1 });
    }
    close(&mut placed[cluster..], ends.len());
    placed
}

fn close(cluster: &mut [Lane], lanes: usize) {
    for lane in cluster {
        lane.of = lanes;
    }
}
