//! Sorting some ten thousand entries a little at a time: a slice of the search must not wait for all of them.

/// A merge sort that goes on step by step. Entries have an order that leaves nothing open, so there is one result.
#[derive(Default)]
pub struct Sorting<T> {
    /// Runs of `width` entries, each sorted.
    runs: Vec<T>,
    /// What is merged of them: runs twice as wide.
    merged: Vec<T>,
    width: usize,
    /// The next entry of each of the two runs being merged.
    left: usize,
    right: usize,
}

impl<T: Copy + Ord> Sorting<T> {
    /// Entries to be sorted.
    pub fn new(entries: Vec<T>) -> Self {
        Self { merged: Vec::with_capacity(entries.len()), runs: entries, width: 1, left: 0, right: 0 }
    }

    /// Moves so many entries; true when all are sorted.
    pub fn step(&mut self, entries: usize) -> bool {
        let count = self.runs.len();
        for _ in 0..entries {
            if self.width >= count {
                break;
            }
            let start = self.merged.len() / (2 * self.width) * (2 * self.width);
            let middle = (start + self.width).min(count);
            let end = (middle + self.width).min(count);
            if self.merged.len() == start {
                (self.left, self.right) = (start, middle);
            }
            let from_left = self.left < middle && (self.right == end || self.runs[self.left] <= self.runs[self.right]);
            let next = if from_left { &mut self.left } else { &mut self.right };
            self.merged.push(self.runs[*next]);
            *next += 1;
            if self.merged.len() == count {
                std::mem::swap(&mut self.runs, &mut self.merged);
                self.merged.clear();
                self.width *= 2;
            }
        }
        self.width >= count
    }

    /// The entries, sorted once [`Self::step`] has said so.
    pub fn entries(self) -> Vec<T> {
        self.runs
    }
}
