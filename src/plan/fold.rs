//! Texts as people compare them: without case, accents and punctuation.

/// The letters of Latin-1 from U+00C0 on without their accents; a space where there is none.
const LATIN_1: &[u8; 32] = b"aaaaaaaceeeeiiiidnooooo ouuuuyty";

/// A text in small letters, Latin-1 without accents, everything that is neither letter nor figure as one space.
///
/// Enough to tell whether two names are the same; the tables of Unicode would weigh more than this module.
#[must_use]
pub fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    for letter in text.chars() {
        let letter = match letter {
            'A'..='Z' => letter.to_ascii_lowercase(),
            'a'..='z' | '0'..='9' => letter,
            '\u{c0}'..='\u{ff}' => char::from(LATIN_1[(letter as usize) & 31]),
            // Latin Extended-A: capital and small letters stand in pairs.
            '\u{100}'..='\u{137}' | '\u{14a}'..='\u{177}' => paired(letter, 1),
            '\u{139}'..='\u{148}' | '\u{179}'..='\u{17e}' => paired(letter, 0),
            '\u{2000}'..='\u{206f}' | '\u{3000}' | '\u{feff}' | '\0'..='\u{bf}' => ' ',
            _ => letter,
        };
        if letter != ' ' || !(folded.is_empty() || folded.ends_with(' ')) {
            folded.push(letter);
        }
    }
    if folded.ends_with(' ') {
        folded.pop();
    }
    folded
}

/// The small letter of a pair whose second number is the small one; `parity` is that of the small ones.
fn paired(letter: char, parity: u32) -> char {
    let number = u32::from(letter);
    if number % 2 == parity { letter } else { char::from_u32(number + 1).unwrap_or(letter) }
}
