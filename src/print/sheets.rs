//! Which piece of a paper goes onto which sheet, by their heights alone.
//!
//! Rows are never torn, the head of a table comes again on every sheet that it goes on to, and what heads something is
//! never the last thing on a sheet. Heights are in any unit, the same for all.

use std::ops::Range;

/// A piece of a paper, in the order in which it is read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Piece {
    /// What stands by itself and is not torn: a heading, a paragraph, a card, a box to sign in.
    Whole {
        /// Its height, with the space around it.
        height: u32,
        /// Whether what follows must begin on the same sheet.
        keep: bool,
    },
    /// White before what follows, which is not there where that is the first thing on a sheet.
    Gap(u32),
    /// A table.
    Table {
        /// The height of its head.
        head: u32,
        /// Its rows.
        rows: Vec<Row>,
    },
}

/// A row of a table.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Row {
    /// Its height.
    pub height: u32,
    /// Whether the next row, or what follows the table, must be on the same sheet.
    pub keep: bool,
    /// The row before it that is a heading for it, and comes again where it is the first on a sheet.
    pub under: Option<usize>,
}

/// How much room there is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Room {
    /// On the first sheet.
    pub first: u32,
    /// On every other.
    pub other: u32,
}

/// What is on a sheet.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Sheet {
    /// The parts, from top to bottom.
    pub parts: Vec<Part>,
}

/// A piece, or some rows of one, on a sheet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Part {
    /// Which piece.
    pub piece: usize,
    /// Which rows, where it is a table.
    pub rows: Range<usize>,
    /// Whether the head of the table stands above them.
    pub head: bool,
    /// The row that comes again as a heading above them.
    pub again: Option<usize>,
    /// How much room there is for it, where it is higher than a sheet and has to be drawn smaller.
    pub squeezed: Option<u32>,
}

/// Puts pieces onto as few sheets as their order allows. A paper has at least one sheet.
#[must_use]
pub fn sheets(pieces: &[Piece], room: Room) -> Vec<Sheet> {
    let atoms = atoms(pieces);
    let mut filling = Filling { pieces, room, sheets: vec![Sheet::default()], used: 0 };
    let mut rest = &atoms[..];
    while !rest.is_empty() {
        let chain = rest.iter().take_while(|atom| atom.keep).count() + 1;
        let (together, after) = rest.split_at(chain.min(rest.len()));
        filling.add(together);
        rest = after;
    }
    filling.sheets
}

/// What cannot be torn: a whole piece, or a row.
#[derive(Debug, Clone, Copy)]
struct Atom {
    piece: usize,
    row: Option<Row>,
    place: usize,
    height: u32,
    keep: bool,
    /// The gap before it, and how high that is.
    gap: Option<(usize, u32)>,
}

fn atoms(pieces: &[Piece]) -> Vec<Atom> {
    let mut atoms = Vec::new();
    let mut gap = None;
    for (piece, what) in pieces.iter().enumerate() {
        match what {
            Piece::Gap(height) => gap = Some((piece, *height)),
            Piece::Whole { height, keep } => {
                atoms.push(Atom { piece, row: None, place: 0, height: *height, keep: *keep, gap: gap.take() });
            }
            Piece::Table { rows, .. } => atoms.extend(rows.iter().enumerate().map(|(place, row)| Atom {
                piece,
                row: Some(*row),
                place,
                height: row.height,
                keep: row.keep,
                gap: gap.take(),
            })),
        }
    }
    atoms
}

/// Where atoms would go.
#[derive(Clone, Copy, PartialEq)]
enum Onto {
    /// This sheet, after what is on it.
    This,
    /// One of their own.
    Fresh,
}

struct Filling<'paper> {
    pieces: &'paper [Piece],
    room: Room,
    sheets: Vec<Sheet>,
    used: u32,
}

impl Filling<'_> {
    /// Adds what should be on one sheet.
    fn add(&mut self, together: &[Atom]) {
        let fits = self.fits(together);
        if !fits && (self.is_blank() || self.cost(together, Onto::Fresh) > self.room.other) {
            return self.tear(together);
        }
        if !fits {
            self.turn();
        }
        for atom in together {
            self.place(*atom);
        }
    }

    /// Adds what is higher than a sheet, torn between its atoms. What heads something still has company.
    fn tear(&mut self, together: &[Atom]) {
        // Whether the atom before has to have company here, since no other sheet holds both.
        let mut headed = false;
        for (place, atom) in together.iter().enumerate() {
            let two = &together[place..(place + 2).min(together.len())];
            let inseparable = two.len() > 1 && self.cost(two, Onto::Fresh) > self.room.other;
            let begins = match (headed && self.leaves_half(&[]), inseparable) {
                (true, _) => false,
                (false, true) => !self.leaves_half(&[*atom]),
                (false, false) => !self.fits(two),
            };
            if begins {
                self.turn();
            }
            headed = inseparable || self.is_blank();
            self.place(*atom);
        }
    }

    fn fits(&self, atoms: &[Atom]) -> bool {
        self.used.saturating_add(self.cost(atoms, Onto::This)) <= self.height()
    }

    /// Whether half of the sheet is left after these.
    fn leaves_half(&self, atoms: &[Atom]) -> bool {
        self.used.saturating_add(self.cost(atoms, Onto::This)) <= self.height() / 2
    }

    /// Puts an atom onto the sheet. One that is too high for an empty sheet gets what room there is.
    fn place(&mut self, atom: Atom) {
        let open = self.open() == Some(atom.piece);
        let heads = self.heads(atom, open);
        let gap = atom.gap.filter(|_| !self.is_blank());
        let space = gap.map_or(0, |(_, height)| height);
        let left = self.height().saturating_sub(self.used).saturating_sub(space).saturating_sub(heads);
        let squeezed = (atom.height > left).then_some(left);
        self.used = self.used.saturating_add(space).saturating_add(heads).saturating_add(atom.height.min(left));
        let Some(sheet) = self.sheets.last_mut() else { return };
        if let Some((piece, _)) = gap {
            sheet.parts.push(Part { piece, rows: 0..1, head: false, again: None, squeezed: None });
        }
        match sheet.parts.last_mut() {
            Some(part) if open && squeezed.is_none() && part.squeezed.is_none() => part.rows.end = atom.place + 1,
            _ => {
                let again = atom.row.and_then(|row| row.under).filter(|_| !open);
                let head = atom.row.is_some() && !open;
                sheet.parts.push(Part { piece: atom.piece, rows: atom.place..atom.place + 1, head, again, squeezed });
            }
        }
        if squeezed.is_some() {
            self.used = self.height();
        }
    }

    /// Goes on to the next sheet, unless nothing is on this one yet.
    fn turn(&mut self) {
        if !self.is_blank() {
            self.sheets.push(Sheet::default());
            self.used = 0;
        }
    }

    fn is_blank(&self) -> bool {
        self.sheets.last().is_none_or(|sheet| sheet.parts.is_empty())
    }

    /// The room on this sheet.
    const fn height(&self) -> u32 {
        if self.sheets.len() == 1 { self.room.first } else { self.room.other }
    }

    /// The table whose rows are the last thing on this sheet.
    fn open(&self) -> Option<usize> {
        let last = self.sheets.last()?.parts.last()?;
        matches!(self.pieces.get(last.piece), Some(Piece::Table { .. })).then_some(last.piece)
    }

    /// How much room atoms take.
    fn cost(&self, atoms: &[Atom], onto: Onto) -> u32 {
        let (mut open, mut blank) = match onto {
            Onto::This => (self.open(), self.is_blank()),
            Onto::Fresh => (None, true),
        };
        let mut cost: u32 = 0;
        for atom in atoms {
            let space = atom.gap.filter(|_| !blank).map_or(0, |(_, height)| height);
            let heads = self.heads(*atom, open == Some(atom.piece));
            cost = cost.saturating_add(space).saturating_add(heads).saturating_add(atom.height);
            open = atom.row.map(|_| atom.piece);
            blank = false;
        }
        cost
    }

    /// How much room the heads above a row take.
    fn heads(&self, atom: Atom, open: bool) -> u32 {
        let (Some(row), Some(Piece::Table { head, rows })) = (atom.row, self.pieces.get(atom.piece)) else { return 0 };
        if open {
            return 0;
        }
        let again = row.under.and_then(|under| rows.get(under)).map_or(0, |row| row.height);
        head.saturating_add(again)
    }
}
