//! Whether there is room for something, and what is in the way.

use crate::circuit::{Frame, Point, Rect};

/// What is drawn already, so that nothing else is drawn on it.
pub(super) struct Taken {
    frame: Frame,
    rooms: Vec<Rect>,
    lines: Vec<Line>,
    /// Lines of the places: texts stay off them, marks may hide a bit of them.
    levels: Vec<Line>,
    /// Lines of the axis: better not touched, but no harm done.
    quiet: Vec<Line>,
}

/// A straight line, the room that it needs on each side, and the group whose it is.
#[derive(Clone, Copy)]
pub(super) struct Line {
    pub from: Point,
    pub to: Point,
    pub margin: i32,
    pub run: Option<usize>,
}

impl Taken {
    pub const fn new(frame: Frame) -> Self {
        Self { frame, rooms: Vec::new(), lines: Vec::new(), levels: Vec::new(), quiet: Vec::new() }
    }

    pub fn room(&mut self, room: Rect) {
        self.rooms.push(room);
    }

    pub fn line(&mut self, line: Line) {
        self.lines.push(line);
    }

    pub fn level(&mut self, from: Point, to: Point) {
        self.levels.push(Line { from, to, margin: 1, run: None });
    }

    pub fn quiet(&mut self, from: Point, to: Point) {
        self.quiet.push(Line { from, to, margin: 1, run: None });
    }

    /// The edges of a rectangle.
    pub fn edges(&mut self, rect: Rect) {
        let (right, bottom) = (rect.x + rect.width, rect.y + rect.height);
        let corners =
            [(rect.x, rect.y), (right, rect.y), (right, bottom), (rect.x, bottom)].map(|(x, y)| Point { x, y });
        for side in 0..4 {
            self.line(Line { from: corners[side], to: corners[(side + 1) % 4], margin: 1, run: None });
        }
    }

    /// Whether nothing is in a room.
    pub fn is_free(&self, room: Rect) -> bool {
        self.is_free_but(room, None) && !self.levels.iter().any(|line| crosses(room, line))
    }

    /// Whether nothing is in a room but perhaps the line of a place, and that of one group.
    pub fn is_free_but(&self, room: Rect, run: Option<usize>) -> bool {
        let own = |line: &&Line| run.is_none() || line.run != run;
        room.is_in(self.frame)
            && !self.rooms.iter().any(|other| other.overlaps(room))
            && !self.lines.iter().filter(own).any(|line| crosses(room, line))
    }

    /// Whether no line of the axis is in a room either.
    pub fn is_quiet(&self, room: Rect) -> bool {
        !self.quiet.iter().any(|line| crosses(room, line))
    }
}

/// Whether a line comes into a rectangle, or nearer to it than its margin.
fn crosses(room: Rect, line: &Line) -> bool {
    let margin = line.margin;
    let (left, right) = (room.x - margin, room.x + room.width + margin);
    let (top, bottom) = (room.y - margin, room.y + room.height + margin);
    let (from, to) = (line.from, line.to);
    if from.x.max(to.x) <= left || from.x.min(to.x) >= right || from.y.max(to.y) <= top || from.y.min(to.y) >= bottom {
        return false;
    }
    // All corners on one side: the line passes by.
    let side = |x: i32, y: i32| {
        let (along, across) = (i64::from(to.x - from.x), i64::from(to.y - from.y));
        along * i64::from(y - from.y) - across * i64::from(x - from.x)
    };
    let sides = [side(left, top), side(right, top), side(left, bottom), side(right, bottom)];
    !(sides.iter().all(|side| *side > 0) || sides.iter().all(|side| *side < 0))
}
