//! A schematic map drawn from coordinates: north is up, distances keep their proportions, and places that are too close
//! to tell apart stand apart. Whole numbers throughout, in the units of the drawing.

mod label;
mod project;
mod way;

use crate::plan::Position;

pub(super) use label::{short, width};
pub use way::Way;

/// Half the width of a place's mark.
pub const RADIUS: i32 = 11;

/// A place to draw.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Spot {
    /// Where it is.
    pub position: Position,
    /// What it is called.
    pub name: String,
}

/// A journey to draw.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Journey {
    /// The place where it starts, by its number among the spots.
    pub from: usize,
    /// The place where it ends.
    pub to: usize,
    /// What is written beside it.
    pub note: String,
}

/// The space for the drawing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Frame {
    /// Its width.
    pub width: i32,
    /// Its height.
    pub height: i32,
}

/// A point of the drawing; `y` grows to the south.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
#[allow(missing_docs, reason = "coordinates")]
pub struct Point {
    pub x: i32,
    pub y: i32,
}

/// A rectangle of the drawing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[allow(missing_docs, reason = "coordinates")]
pub struct Rect {
    pub x: i32,
    pub y: i32,
    pub width: i32,
    pub height: i32,
}

/// A text of the drawing, and the room that it takes; it is centred in it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Label {
    /// The text, shortened where it is long.
    pub text: String,
    /// The room.
    pub room: Rect,
}

/// A place of the drawing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mark {
    /// Its middle.
    pub at: Point,
    /// Its name; none where there is no room beside it that is free.
    pub label: Option<Label>,
}

/// A length of the drawing that stands for a round distance.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ScaleBar {
    /// The distance.
    pub metres: u32,
    /// The length.
    pub length: i32,
}

/// The drawing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Schematic {
    /// The places, as given.
    pub marks: Vec<Mark>,
    /// The journeys, as given; none for one that ends where it starts.
    pub ways: Vec<Option<Way>>,
    /// The scale; none where all places are at one point.
    pub bar: Option<ScaleBar>,
    /// Whether places stand farther apart than they are.
    pub apart: bool,
}

impl Rect {
    /// The rectangle of this size around a middle.
    const fn around(middle: Point, width: i32, height: i32) -> Self {
        Self { x: middle.x - width / 2, y: middle.y - height / 2, width, height }
    }

    /// Its middle.
    #[must_use]
    pub const fn middle(self) -> Point {
        Point { x: self.x + self.width / 2, y: self.y + self.height / 2 }
    }

    /// Whether the two share any room.
    #[must_use]
    pub const fn overlaps(self, other: Self) -> bool {
        self.x < other.x + other.width
            && other.x < self.x + self.width
            && self.y < other.y + other.height
            && other.y < self.y + self.height
    }

    /// Whether a point is less than `margin` away from it, or in it.
    #[must_use]
    pub const fn is_near(self, point: Point, margin: i32) -> bool {
        point.x > self.x - margin
            && point.x < self.x + self.width + margin
            && point.y > self.y - margin
            && point.y < self.y + self.height + margin
    }

    /// Whether it is all inside the frame.
    #[must_use]
    pub const fn is_in(self, frame: Frame) -> bool {
        self.x >= 0 && self.y >= 0 && self.x + self.width <= frame.width && self.y + self.height <= frame.height
    }
}

impl Mark {
    /// The room that the mark itself takes.
    #[must_use]
    pub const fn room(&self) -> Rect {
        Rect::around(self.at, 2 * RADIUS, 2 * RADIUS)
    }
}

/// Draws places and the journeys between them into a frame.
///
/// Marks never overlap while there is room for all of them; a name or a note is drawn where it touches no mark, no
/// line and no other text, or not at all.
#[must_use]
pub fn schematic(spots: &[Spot], journeys: &[Journey], frame: Frame) -> Schematic {
    let positions: Vec<Position> = spots.iter().map(|spot| spot.position).collect();
    let (points, bar) = project::project(&positions, frame);
    let placed = project::spread(&points, frame);
    let near = |(drawn, true_place): (&Point, &Point)| {
        (drawn.x - true_place.x).abs() <= RADIUS && (drawn.y - true_place.y).abs() <= RADIUS
    };
    let apart = !placed.iter().zip(&points).all(near);
    let mut ways = way::ways(&placed, journeys);
    let marks = label::names(spots, &placed, &ways, frame);
    label::notes(journeys, &marks, &mut ways, frame);
    Schematic { marks, ways, bar, apart }
}
