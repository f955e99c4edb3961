//! The picture: bands, places, lines with their letters, signs and times.

use super::{Rider, Show};
use crate::app::dom::{View, view};
use crate::circuit::graph::{BADGE, Drawing, KNOT, Knot, Level, Piece, Tick, Trace, Warning};
use crate::circuit::{Label, Phase, Point};

/// The whole drawing, as one picture for readers' aids: the table below says the same.
pub(super) fn graph(show: Show, drawing: &Drawing) -> View {
    let words = show.page.store.words();
    let (width, height) = (drawing.frame.width, drawing.frame.height);
    let bands: Vec<_> = drawing.levels.iter().filter_map(band).collect();
    let ticks: Vec<_> = drawing.ticks.iter().map(|tick| self::tick(drawing, tick)).collect();
    let hours: Vec<_> = drawing.hours.iter().map(|hour| text("graph__hour", hour, true)).collect();
    let levels: Vec<_> = drawing.levels.iter().map(|level| self::level(drawing.down, level)).collect();
    let stretches: Vec<_> = drawing.warnings.iter().map(stretch).collect();
    let signs: Vec<_> = drawing.warnings.iter().map(|warning| sign(warning.sign)).collect();
    let by = drawing.by.as_ref().map(|by| {
        let label = by.label.as_ref().map(|label| text("graph__by-text", label, true));
        view! { <path class="graph__by" d=path(&[by.from, by.to]) /> {label} }
    });
    let traces = show.riders.with(|riders| {
        let traces = drawing.traces.iter().zip(riders).enumerate();
        traces.map(|(number, (trace, rider))| self::trace(number, trace, rider)).collect::<Vec<_>>()
    });
    let view_box = ["0 0 ", &width.to_string(), " ", &height.to_string()].concat();
    view! {
        <svg class="graph__svg" viewBox=view_box width=width.to_string() height=height.to_string() role="img" aria-label=words.graph_label()>
            {bands}
            {ticks}
            {hours}
            {levels}
            {by}
            {before(show, drawing)}
            {stretches}
            {traces}
            {signs}
        </svg>
    }
}

/// While a departure is in the hand, where the lines were.
fn before(show: Show, drawing: &Drawing) -> Option<Vec<View>> {
    show.held.get()?;
    show.planned.with(|planned| {
        let planned = planned.as_ref()?;
        let way = |run| view! { <path class="graph__before" d=path(&drawing.way(planned, run)) /> };
        Some((0..planned.runs.len()).map(way).collect())
    })
}

fn band(level: &Level) -> Option<View> {
    let band = level.band?;
    let (x, y) = (band.x.to_string(), band.y.to_string());
    let (width, height) = (band.width.to_string(), band.height.to_string());
    Some(view! { <rect class="graph__band" x=x y=y width=width height=height /> })
}

/// A line across the graph at a full hour, a short one on the axis at a quarter.
fn tick(drawing: &Drawing, tick: &Tick) -> View {
    let (near, far) = drawing.across();
    let spot = |aside: i32| {
        if drawing.down { Point { x: aside, y: tick.along } } else { Point { x: tick.along, y: aside } }
    };
    let (near, far) = if tick.main { (near - 6, far) } else { (near - 6, near - 2) };
    let class = if tick.main { "graph__tick graph__tick--main" } else { "graph__tick" };
    view! { <path class=class d=path(&[spot(near), spot(far)]) /> }
}

fn level(down: bool, level: &Level) -> View {
    view! {
        <path class="graph__level" d=path(&[level.from, level.to]) />
        {text("graph__place", &level.name, down)}
    }
}

fn trace(number: usize, trace: &Trace, rider: &Rider) -> View {
    let pieces: Vec<_> = trace.pieces.iter().map(piece).collect();
    let knots: Vec<_> = trace.knots.iter().map(|one| knot(number, one)).collect();
    let badges = trace.badges.iter().filter(|_| !rider.letter.is_empty()).map(|badge| {
        let lead = badge.lead.map(|to| view! { <path class="graph__lead" d=path(&[badge.at, to]) /> });
        let (x, y) = ((badge.at.x - BADGE).to_string(), (badge.at.y - BADGE).to_string());
        let side = (2 * BADGE).to_string();
        let (middle, base) = (badge.at.x.to_string(), (badge.at.y + 4).to_string());
        view! {
            {lead}
            <rect class="graph__badge" x=x y=y width=side.clone() height=side rx="4" />
            <text class="graph__letter" x=middle y=base text-anchor="middle">{rider.letter.clone()}</text>
        }
    });
    let times: Vec<_> = trace.times.iter().map(|time| text("graph__time", time, true)).collect();
    let class = ["graph__trace ", rider.hue_class()].concat();
    view! { <g class=class>{pieces} {knots} {badges.collect::<Vec<_>>()} {times}</g> }
}

fn piece(piece: &Piece) -> View {
    let class = match piece.phase {
        Phase::Drive => "graph__line graph__line--drive",
        Phase::Gather | Phase::Board => "graph__line graph__line--board",
        Phase::Wait | Phase::Hold => "graph__line graph__line--wait",
        Phase::Tour => "graph__line graph__line--tour",
        Phase::Gate | Phase::Safety | Phase::Questions | Phase::CountBack => "graph__line",
    };
    view! { <path class=class d=path(&[piece.from, piece.to]) /> }
}

/// A point in the shape of its group: told apart without colours.
fn knot(number: usize, knot: &Knot) -> View {
    let Point { x, y } = knot.at;
    let at = |points: &[(i32, i32)]| {
        let points: Vec<Point> = points.iter().map(|(right, down)| Point { x: x + right, y: y + down }).collect();
        path(&points) + "Z"
    };
    const HALF: i32 = KNOT - 1;
    let shape = match number % 4 {
        0 => return view! { <circle class="graph__knot" cx=x.to_string() cy=y.to_string() r=HALF.to_string() /> },
        1 => at(&[(-HALF, -HALF), (HALF, -HALF), (HALF, HALF), (-HALF, HALF)]),
        2 => at(&[(0, -KNOT), (KNOT, 0), (0, KNOT), (-KNOT, 0)]),
        _ => at(&[(0, -KNOT), (KNOT, HALF), (-KNOT, HALF)]),
    };
    view! { <path class="graph__knot" d=shape /> }
}

fn stretch(warning: &Warning) -> View {
    view! { <path class="graph__stretch" d=path(&warning.stretch) /> }
}

/// A triangle with an exclamation mark.
pub(super) fn sign(at: Point) -> View {
    let Point { x, y } = at;
    let triangle = path(&[Point { x, y: y - 8 }, Point { x: x + 9, y: y + 7 }, Point { x: x - 9, y: y + 7 }]) + "Z";
    let bar = path(&[Point { x, y: y - 3 }, Point { x, y: y + 2 }]);
    let dot = path(&[Point { x, y: y + 4 }, Point { x, y: y + 5 }]);
    view! { <path class="graph__sign" d=triangle /> <path class="graph__sign-bar" d=bar /> <path class="graph__sign-bar" d=dot /> }
}

/// A text in its room, in the middle of it or at its start.
fn text(class: &'static str, label: &Label, centred: bool) -> View {
    let room = label.room;
    // The baseline is a third of a letter below the middle.
    let y = (room.middle().y + 4).to_string();
    let (x, anchor) = if centred { (room.middle().x, "middle") } else { (room.x, "start") };
    view! { <text class=class x=x.to_string() y=y text-anchor=anchor>{label.text.clone()}</text> }
}

/// A line through points.
pub(super) fn path(points: &[Point]) -> String {
    points
        .iter()
        .enumerate()
        .fold(String::new(), |path, (number, point)| to(path, if number == 0 { 'M' } else { 'L' }, *point))
}

/// A path with one more command.
pub(super) fn to(mut path: String, command: char, point: Point) -> String {
    path.push(command);
    path.push_str(&point.x.to_string());
    path.push(' ');
    path.push_str(&point.y.to_string());
    path
}
