//! QR codes (ISO/IEC 18004) as a path of SVG.

use qrcodegen::{QrCode, QrCodeEcc};
use std::fmt::Write as _;

/// The white around a code, in modules (ISO/IEC 18004, 5.3.8).
pub const QUIET: u32 = 4;

/// A code, drawn.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Qr {
    /// How long a side is in modules, with the white around.
    pub side: u32,
    /// The dark modules as a path, in a view box of `side` by `side`.
    pub path: String,
}

/// The code of a text, so that it can be read with a seventh of it damaged (level M); none for a text that is too long
/// for any.
#[must_use]
pub fn qr(text: &str) -> Option<Qr> {
    let code = QrCode::encode_text(text, QrCodeEcc::Medium).ok()?;
    let size = code.size();
    let mut path = String::new();
    for y in 0..size {
        let mut x = 0;
        while x < size {
            let start = x;
            while x < size && code.get_module(x, y) {
                x += 1;
            }
            let length = x - start;
            if length == 0 {
                x += 1;
                continue;
            }
            // A run of dark modules is one rectangle: no white seams between them. Writing to a string cannot fail.
            let _ =
                write!(path, "M{} {}h{length}v1h-{length}z", start.unsigned_abs() + QUIET, y.unsigned_abs() + QUIET);
        }
    }
    Some(Qr { side: size.unsigned_abs() + 2 * QUIET, path })
}
