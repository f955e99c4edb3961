//! Texts beside places and lines, where they touch nothing.

use super::{Frame, Journey, Label, Mark, Point, RADIUS, Rect, Spot, Way, way};

/// How high a line of text is.
const HEIGHT: i32 = 15;

/// A longer name is cut.
const LONGEST: usize = 22;

/// The room between a text and a line.
const MARGIN: i32 = 3;

/// The marks with their names; long ones, which are hard to place, choose first.
pub(super) fn names(spots: &[Spot], points: &[Point], ways: &[Option<Way>], frame: Frame) -> Vec<Mark> {
    let mut marks: Vec<Mark> = points.iter().map(|at| Mark { at: *at, label: None }).collect();
    let mut texts: Vec<(usize, String)> = spots.iter().map(|spot| short(spot.name.trim())).enumerate().collect();
    texts.retain(|(_, text)| !text.is_empty());
    texts.sort_by_key(|(_, text)| std::cmp::Reverse(width(text)));
    for (index, text) in texts {
        let room = around(points[index], width(&text), frame).find(|room| is_free(*room, &marks, ways, frame));
        if let Some(room) = room {
            marks[index].label = Some(Label { text, room });
        }
    }
    marks
}

/// Rooms for a name around its mark, the best to read first: on the right, on the left, below, above, askew.
fn around(at: Point, width: i32, frame: Frame) -> impl Iterator<Item = Rect> {
    let away = RADIUS + 4;
    let (aside, above) = (away + width / 2, away + HEIGHT / 2);
    let beside = [(aside, 0), (-aside, 0)];
    let askew = [above - 6, 6 - above].into_iter().flat_map(move |y| [(aside - 4, y), (4 - aside, y)]);
    // Above and below a name may be anywhere as long as it touches the mark, and the frame pushes it in.
    let over = [above, -above].into_iter().flat_map(move |y| {
        [0, 1, -1, 2, -2].into_iter().map(move |part| {
            let (least, most) = (width / 2 - at.x, frame.width - width / 2 - at.x);
            ((part * width / 5).clamp(least.min(most), most), y)
        })
    });
    let all = beside.into_iter().chain(over).chain(askew);
    all.map(move |(x, y)| Rect::around(Point { x: at.x + x, y: at.y + y }, width, HEIGHT))
}

/// Writes beside each line what is to be written there.
pub(super) fn notes(journeys: &[Journey], marks: &[Mark], ways: &mut [Option<Way>], frame: Frame) {
    for (index, journey) in journeys.iter().enumerate() {
        let Some(way) = ways.get(index).and_then(Option::as_ref) else { continue };
        if journey.note.is_empty() {
            continue;
        }
        let width = width(&journey.note);
        let room = beside(way, width).find(|room| is_free(*room, marks, ways, frame));
        if let (Some(room), Some(way)) = (room, ways[index].as_mut()) {
            way.note = Some(Label { text: journey.note.clone(), room });
        }
    }
}

/// Rooms beside a line, the nearest to its middle first, outside of its bend before inside.
fn beside(way: &Way, width: i32) -> impl Iterator<Item = Rect> {
    let (x, y) = (way.to.x - way.from.x, way.to.y - way.from.y);
    let length = way::distance(way.from, way.to).max(1);
    // A flat line keeps its text half a line away, a steep one half the text's width.
    let away = (x.abs() * HEIGHT + y.abs() * width) / (2 * length) + MARGIN + 3;
    [0, 4, 8, 14, 20].into_iter().flat_map(move |more| {
        [10, 8, 12, 6, 14, 4, 16].into_iter().flat_map(move |part| {
            let at = way.at(part, 20);
            [away + more, -away - more].into_iter().map(move |aside| {
                let middle = Point { x: at.x - y * aside / length, y: at.y + x * aside / length };
                Rect::around(middle, width, HEIGHT)
            })
        })
    })
}

/// Whether a text may stand here: in the frame, and away from marks, other texts and lines.
fn is_free(room: Rect, marks: &[Mark], ways: &[Option<Way>], frame: Frame) -> bool {
    let lines = || ways.iter().flatten();
    let mut texts = marks.iter().filter_map(|mark| mark.label.as_ref());
    let mut notes = lines().filter_map(|way| way.note.as_ref());
    room.is_in(frame)
        && !way::covers(marks, room)
        && !texts.any(|label| label.room.overlaps(room))
        && !notes.any(|label| label.room.overlaps(room))
        && !lines().any(|way| way::touches(way, room, MARGIN))
}

/// How wide a text is at most, in the bold letters of a usual sans-serif of 12 units.
pub(in crate::circuit) fn width(text: &str) -> i32 {
    let letter = |letter: char| match letter {
        'M' | 'W' | 'm' | 'w' | '@' | '\u{2026}' => 13,
        'i' | 'j' | 'l' | 'I' | ' ' | '.' | ',' | '\'' => 5,
        letter if letter.is_ascii_lowercase() || letter.is_ascii_digit() => 8,
        letter if letter.is_ascii() => 10,
        // Any other script may be as wide as it is high.
        letter if letter.is_lowercase() => 9,
        _ => 13,
    };
    text.chars().map(letter).sum::<i32>() + 4
}

/// The name, or its beginning where it is long.
pub(in crate::circuit) fn short(name: &str) -> String {
    if name.chars().count() <= LONGEST {
        return name.to_string();
    }
    let start: String = name.chars().take(LONGEST - 1).collect();
    format!("{}\u{2026}", start.trim_end())
}
