//! What goes onto which sheet: cases by hand, and laws for any paper.

use itinera::print::{Part, Piece, Room, Row, Sheet, sheets};
use proptest::prelude::*;

const ROOM: Room = Room { first: 80, other: 100 };

fn whole(height: u32) -> Piece {
    Piece::Whole { height, keep: false }
}

fn heading(height: u32) -> Piece {
    Piece::Whole { height, keep: true }
}

fn table(head: u32, rows: &[u32]) -> Piece {
    Piece::Table { head, rows: rows.iter().map(|height| Row { height: *height, keep: false, under: None }).collect() }
}

/// Sheets in short: `0` a piece, `1[2..5]` rows of one, `1[2..5]^0` with row 0 again above, `!90` drawn smaller.
fn short(sheets: &[Sheet], pieces: &[Piece]) -> Vec<String> {
    let part = |part: &Part| {
        let mut text = part.piece.to_string();
        if matches!(pieces[part.piece], Piece::Table { .. }) {
            text += &format!("[{}..{}]", part.rows.start, part.rows.end);
        }
        text += &part.again.map(|row| format!("^{row}")).unwrap_or_default();
        text + &part.squeezed.map(|room| format!("!{room}")).unwrap_or_default()
    };
    sheets.iter().map(|sheet| sheet.parts.iter().map(part).collect::<Vec<_>>().join(" ")).collect()
}

fn check(pieces: &[Piece], expect: &[&str]) {
    assert_eq!(short(&sheets(pieces, ROOM), pieces), expect, "{pieces:?}");
}

#[test]
fn pieces_follow_each_other_until_a_sheet_is_full() {
    check(&[], &[""]);
    check(&[whole(80)], &["0"]);
    check(&[whole(40), whole(40), whole(60), whole(40), whole(1)], &["0 1", "2 3", "4"]);
    check(&[whole(41), whole(40), whole(61), whole(40)], &["0", "1", "2", "3"]);
}

#[test]
fn a_table_goes_on_with_its_head_again() {
    check(&[table(10, &[35, 35, 45, 45, 1])], &["0[0..2]", "0[2..4]", "0[4..5]"]);
    check(&[whole(30), table(10, &[20, 20, 20])], &["0 1[0..2]", "1[2..3]"]);
    // Only the head would fit.
    check(&[whole(65), table(10, &[20, 20])], &["0", "1[0..2]"]);
}

#[test]
fn what_heads_something_is_never_the_last_on_a_sheet() {
    check(&[whole(60), heading(10), whole(20)], &["0", "1 2"]);
    check(&[whole(60), heading(10), table(5, &[10, 30])], &["0", "1 2[0..2]"]);
    check(&[whole(40), heading(10), heading(10), whole(20)], &["0 1 2 3"]);
    check(&[whole(45), heading(10), heading(10), whole(20)], &["0", "1 2 3"]);
    check(&[whole(50), heading(10)], &["0 1"]);
}

#[test]
fn a_gap_is_not_there_where_a_sheet_begins() {
    let gap = || Piece::Gap(10);
    check(&[gap(), whole(80)], &["1"]);
    check(&[whole(40), gap(), whole(30)], &["0 1 2"]);
    check(&[whole(40), gap(), whole(31)], &["0", "2"]);
    check(&[whole(80), gap(), heading(10), whole(90)], &["0", "2 3"]);
    check(&[whole(20), gap(), table(10, &[20, 20, 20]), gap(), whole(85)], &["0 1 2[0..2]", "2[2..3]", "4"]);
    check(&[whole(80), gap()], &["0"]);
}

#[test]
fn a_heading_inside_a_table_comes_again_above_rows_that_go_on() {
    let row = |height, under| Row { height, keep: false, under };
    let of = |height| Row { height, keep: true, under: None };
    let rows =
        vec![of(10), row(20, Some(0)), row(20, Some(0)), of(10), row(20, Some(3)), row(20, Some(3)), row(50, Some(3))];
    let pieces = [Piece::Table { head: 10, rows }];
    // 10 + 10 + 20 + 20, then 10 + 10 + 20 + 20, then 10 + 10 + 50.
    check(&pieces, &["0[0..3]", "0[3..6]", "0[6..7]^3"]);
}

#[test]
fn what_is_higher_than_a_sheet_is_alone_with_its_heading_and_drawn_smaller() {
    check(&[whole(10), whole(150), whole(10)], &["0", "1!100", "2"]);
    check(&[whole(150)], &["0!80"]);
    check(&[whole(60), heading(10), whole(150)], &["0", "1 2!90"]);
    check(&[heading(10), whole(75)], &["0 1!70"]);
    check(&[whole(5), table(10, &[20, 300, 20])], &["0 1[0..1]", "1[1..2]!90", "1[2..3]"]);
    // A sheet without any room still ends.
    assert_eq!(sheets(&[whole(5), table(9, &[5, 5])], Room { first: 0, other: 0 }).len(), 3);
}

#[test]
fn a_chain_that_is_higher_than_a_sheet_is_torn_where_it_must_be() {
    let rows = vec![Row { height: 30, keep: true, under: None }; 5];
    check(&[whole(20), Piece::Table { head: 0, rows }], &["0 1[0..1]", "1[1..3]", "1[3..5]"]);
}

fn piece() -> impl Strategy<Value = Piece> {
    let height = prop_oneof![8 => 1..40_u32, 1 => 80..260_u32];
    let row = (height.clone(), prop::bool::weighted(0.2), prop::option::of(0..6_usize));
    let rows = prop::collection::vec(row, 1..14).prop_map(|rows| {
        let under = |place: usize, under: Option<usize>| under.filter(|under| *under < place);
        let rows = rows.into_iter().enumerate();
        rows.map(|(place, (height, keep, head))| Row { height, keep, under: under(place, head) }).collect()
    });
    prop_oneof![
        1 => (1..20_u32).prop_map(Piece::Gap),
        4 => (height, prop::bool::weighted(0.3)).prop_map(|(height, keep)| Piece::Whole { height, keep }),
        4 => (0..15_u32, rows).prop_map(|(head, rows)| Piece::Table { head, rows }),
    ]
}

/// How high the parts of a sheet are.
fn height(pieces: &[Piece], sheet: &Sheet) -> u32 {
    let of = |part: &Part| match &pieces[part.piece] {
        Piece::Gap(height) => *height,
        Piece::Whole { height, .. } => part.squeezed.unwrap_or(*height),
        Piece::Table { head, rows } => {
            let again = part.again.map_or(0, |row| rows[row].height);
            let head = if part.head { *head } else { 0 };
            head + again + part.squeezed.unwrap_or_else(|| rows[part.rows.clone()].iter().map(|row| row.height).sum())
        }
    };
    sheet.parts.iter().map(of).sum()
}

proptest! {
    #[test]
    fn any_paper_is_whole_in_order_and_inside_its_sheets(
        pieces in prop::collection::vec(piece(), 0..12),
        first in 20..120_u32,
        other in 60..160_u32,
    ) {
        let room = Room { first: first.min(other), other };
        let sheets = sheets(&pieces, room);
        // All of it, once, in its order.
        let mut seen = Vec::new();
        let gap = |part: &&Part| matches!(pieces[part.piece], Piece::Gap(_));
        for part in sheets.iter().flat_map(|sheet| &sheet.parts).filter(|part| !gap(part)) {
            seen.extend(part.rows.clone().map(|row| (part.piece, row)));
        }
        let all: Vec<_> = pieces.iter().enumerate().flat_map(|(place, piece)| match piece {
            Piece::Gap(_) => Vec::new(),
            Piece::Whole { .. } => vec![(place, 0)],
            Piece::Table { rows, .. } => (0..rows.len()).map(|row| (place, row)).collect(),
        }).collect();
        prop_assert_eq!(seen, all);
        for (place, sheet) in sheets.iter().enumerate() {
            let room = if place == 0 { room.first } else { room.other };
            // Heads that are higher than the sheet leave nothing for what they head, and there is no better place.
            let heads_fit = sheet.parts.iter().all(|part| part.squeezed != Some(0));
            prop_assert!(height(&pieces, sheet) <= room || !heads_fit, "sheet {place} overflows: {sheet:?}");
            prop_assert!(place == 0 || !sheet.parts.is_empty(), "sheet {place} is blank");
            prop_assert!(sheet.parts.first().is_none_or(|part| !gap(&part)), "sheet {place} begins with a gap");
            prop_assert!(sheet.parts.last().is_none_or(|part| !gap(&part)), "sheet {place} ends with a gap");
            // Rows that go on have their heading again, and only those.
            for (index, part) in sheet.parts.iter().enumerate() {
                if let Piece::Table { rows, .. } = &pieces[part.piece] {
                    let goes_on = index > 0 && sheet.parts[index - 1].piece == part.piece;
                    prop_assert_eq!(part.head, !goes_on);
                    prop_assert_eq!(part.again, rows[part.rows.start].under.filter(|_| !goes_on));
                }
            }
        }
    }

    #[test]
    fn headings_have_company_and_no_sheet_is_left_early(
        pieces in prop::collection::vec((1..30_u32, prop::bool::weighted(0.3)), 1..30),
    ) {
        // At most 3 in a chain, so that each chain fits on a sheet.
        let mut chain = 0;
        let pieces: Vec<_> = pieces.into_iter().map(|(height, keep)| {
            let keep = keep && chain < 2;
            chain = if keep { chain + 1 } else { 0 };
            Piece::Whole { height: height.min(26), keep }
        }).collect();
        let sheets = sheets(&pieces, ROOM);
        for (place, sheet) in sheets.iter().enumerate().take(sheets.len() - 1) {
            let last = sheet.parts.last().map(|part| part.piece).unwrap();
            let Piece::Whole { keep, .. } = pieces[last] else { unreachable!() };
            prop_assert!(!keep, "sheet {place} ends with what heads piece {}", last + 1);
            // The next chain would not have fitted.
            let room = if place == 0 { ROOM.first } else { ROOM.other };
            let mut next = 0;
            for piece in &pieces[last + 1..] {
                let Piece::Whole { height, keep } = piece else { unreachable!() };
                next += height;
                if !keep { break; }
            }
            prop_assert!(height(&pieces, sheet) + next > room, "sheet {place} was left early");
        }
    }
}
