//! The letters of a file: UTF-8 as a rule, and what spreadsheets write besides.

/// How the letters of a file are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Letters {
    /// UTF-8, with its mark or without.
    Utf8,
    /// UTF-16 with its mark, as Excel's "Unicode text".
    Utf16,
    /// Not Unicode: taken for Windows-1252, as Excel writes in Western Europe. Names from elsewhere may come out wrong.
    Windows1252,
}

/// What the bytes from 0x80 to 0x9f are in Windows-1252; the five that are nothing stay what they are in Latin 1.
const WINDOWS: [char; 32] = [
    '\u{20ac}', '\u{81}', '\u{201a}', '\u{192}', '\u{201e}', '\u{2026}', '\u{2020}', '\u{2021}', '\u{2c6}', '\u{2030}',
    '\u{160}', '\u{2039}', '\u{152}', '\u{8d}', '\u{17d}', '\u{8f}', '\u{90}', '\u{2018}', '\u{2019}', '\u{201c}',
    '\u{201d}', '\u{2022}', '\u{2013}', '\u{2014}', '\u{2dc}', '\u{2122}', '\u{161}', '\u{203a}', '\u{153}', '\u{9d}',
    '\u{17e}', '\u{178}',
];

/// The text of a file, without its mark; none where it is no text: a NUL is in none.
pub(super) fn decode(bytes: &[u8]) -> Option<(String, Letters)> {
    let utf16 = |rest: &[u8], unit: fn([u8; 2]) -> u16| {
        let units = rest.chunks_exact(2).map(|pair| unit([pair[0], pair[1]]));
        char::decode_utf16(units).map(|letter| letter.unwrap_or(char::REPLACEMENT_CHARACTER)).collect::<String>()
    };
    let (text, letters) = match bytes {
        [0xff, 0xfe, rest @ ..] => (utf16(rest, u16::from_le_bytes), Letters::Utf16),
        [0xfe, 0xff, rest @ ..] => (utf16(rest, u16::from_be_bytes), Letters::Utf16),
        _ => {
            let rest = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
            match std::str::from_utf8(rest) {
                Ok(text) => (text.to_string(), Letters::Utf8),
                Err(_) => (rest.iter().map(|byte| windows(*byte)).collect(), Letters::Windows1252),
            }
        }
    };
    (!text.contains('\0')).then_some((text, letters))
}

fn windows(byte: u8) -> char {
    let place = usize::from(byte).checked_sub(0x80);
    place.and_then(|place| WINDOWS.get(place)).copied().unwrap_or(char::from(byte))
}
