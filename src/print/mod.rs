//! What a sheet of paper needs beside its words: which piece goes onto which sheet, the emblem of the European Union, and
//! the code that a telephone reads. Geometry only: nothing here knows a plan.

pub mod emblem;
mod qr;
mod sheets;

pub use qr::{QUIET, Qr, qr};
pub use sheets::{Part, Piece, Room, Row, Sheet, sheets};
