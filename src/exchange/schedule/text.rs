//! Texts of schedules: tidied, told apart from HTML, made into names and addresses.

use crate::{exchange::markup::clean, plan::fold, wire::LONGEST_TEXT};

/// A text on one line, without blanks around it.
pub(super) fn one_line(text: &str) -> String {
    clean(text).split_whitespace().collect::<Vec<_>>().join(" ")
}

/// A text of several lines, without blanks around it.
pub(super) fn block(text: &str) -> String {
    clean(text).trim().to_string()
}

/// A text that a plan can hold: what is beyond [`LONGEST_TEXT`] is cut off, and a mark says so.
pub(super) fn fitting(text: String) -> String {
    match text.char_indices().nth(LONGEST_TEXT) {
        None => text,
        Some(_) => text.chars().take(LONGEST_TEXT - 1).chain(['…']).collect(),
    }
}

/// The beginning of a stranger's text, fit to be repeated in a sentence.
pub(super) fn excerpt(text: &str) -> String {
    const LONGEST: usize = 60;
    let text = one_line(text);
    if text.chars().count() <= LONGEST { text } else { text.chars().take(LONGEST).chain(['…']).collect() }
}

/// The letters of Latin Extended-A without their accents.
const EXTENDED: &[u8; 128] = b"aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiiiiijjkkkllllllllllnnnnnnnnnoooo\
    oooorrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs";

/// A name for addresses: small ASCII letters and figures, with `between` where something else stood.
pub(super) fn slug(text: &str, between: char, longest: usize) -> String {
    let mut slug = String::new();
    for letter in fold(text).chars() {
        let letter = match letter {
            '\u{100}'..='\u{17f}' => char::from(EXTENDED[letter as usize & 127]),
            letter => letter,
        };
        if letter.is_ascii_alphanumeric() {
            slug.push(letter.to_ascii_lowercase());
        } else if !slug.is_empty() && !slug.ends_with(between) {
            slug.push(between);
        }
        if slug.len() == longest {
            break;
        }
    }
    slug.trim_end_matches(between).to_string()
}

/// An address of the web in the characters of RFC 3986: everything else is encoded. Nothing where it is none.
pub(super) fn web_address(text: &str) -> Option<String> {
    let text = one_line(text);
    let start = ["https://", "http://"]
        .iter()
        .find_map(|scheme| text.get(..scheme.len()).filter(|start| start.eq_ignore_ascii_case(scheme)))?;
    let rest = &text[start.len()..];
    if rest.is_empty() || rest.starts_with(['/', '?', '#', ':']) {
        return None;
    }
    let mut address = start.to_ascii_lowercase();
    let bytes = rest.as_bytes();
    for (place, byte) in bytes.iter().enumerate() {
        let escape = || bytes.get(place + 1..place + 3).is_some_and(|two| two.iter().all(u8::is_ascii_hexdigit));
        let plain = byte.is_ascii_alphanumeric() || b"-._~:/?@!$&'()*+,;=".contains(byte);
        if plain || (*byte == b'%' && escape()) || (*byte == b'#' && !address.contains('#')) {
            address.push(char::from(*byte));
        } else {
            let digit = |half: u8| char::from(b"0123456789ABCDEF"[usize::from(half & 15)]);
            address.extend(['%', digit(byte >> 4), digit(*byte)]);
        }
    }
    Some(address)
}

/// An address as people write it in schedules: of the web, or one whose `https://` they left out.
pub(super) fn written_address(text: &str) -> Option<String> {
    web_address(text).or_else(|| {
        let text = text.trim();
        let host = text.split(['/', '?', '#']).next().unwrap_or_default();
        let named = host.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"-.".contains(&byte));
        let parts: Vec<&str> = host.split('.').collect();
        let host = named && parts.len() > 1 && parts.iter().all(|part| !part.is_empty());
        if host { web_address(&["https://", text].concat()) } else { None }
    })
}

/// Tags of the HTML that other programs write into texts: those in a line, those around lines of their own, and those that
/// begin a line.
const IN_LINE: &str = " a abbr b big cite code del em font i ins kbd mark q s small span strike strong sub sup tt u ";
const PARAGRAPHS: &str = " p br div ul ol dl h1 h2 h3 h4 h5 h6 hr pre blockquote table tbody thead ";
const ITEMS: &str = " li dt dd tr td th ";

/// The words of a text that may be HTML. One without any known tag stays as it is.
pub(super) fn words_of(text: &str) -> String {
    let mut words = String::with_capacity(text.len());
    let (mut rest, mut html) = (text, false);
    while let Some((before, after)) = rest.split_once('<') {
        words.push_str(before);
        match tag(after) {
            Some((name, beyond)) => {
                html = true;
                let ends = after.starts_with('/');
                if PARAGRAPHS.contains(&name) || (ITEMS.contains(&name) && !ends) {
                    words.push('\n');
                }
                if name == " li " && !ends {
                    words.push_str("- ");
                }
                rest = beyond;
            }
            None => {
                words.push('<');
                rest = after;
            }
        }
    }
    words.push_str(rest);
    if html { tidy(&characters(&words)) } else { words }
}

/// The name of a known tag, between blanks, and what follows it; `text` begins behind its first bracket.
fn tag(text: &str) -> Option<(String, &str)> {
    let (inside, beyond) = text.split_once('>')?;
    let name = inside.strip_prefix('/').unwrap_or(inside);
    let end = name.find(|letter: char| !letter.is_ascii_alphanumeric()).unwrap_or(name.len());
    let (name, more) = name.split_at_checked(end)?;
    let name = [" ", &name.to_ascii_lowercase(), " "].concat();
    let known = name.len() > 2 && [IN_LINE, PARAGRAPHS, ITEMS].iter().any(|names| names.contains(&name));
    let whole = !inside.contains('<') && (more.is_empty() || more.starts_with([' ', '/', '\n', '\t']));
    (known && whole).then_some((name, beyond))
}

/// The characters that HTML writes by name or number.
fn characters(text: &str) -> String {
    let mut words = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('&') {
        words.push_str(before);
        let named = after.split_once(';').and_then(|(name, beyond)| Some((character(name)?, beyond)));
        match named {
            Some((letter, beyond)) => {
                words.push(letter);
                rest = beyond;
            }
            None => {
                words.push('&');
                rest = after;
            }
        }
    }
    words.push_str(rest);
    words
}

/// The character of a reference, without its `&` and `;`.
fn character(name: &str) -> Option<char> {
    if let Some(number) = name.strip_prefix('#') {
        let hexadecimal = number.strip_prefix(['x', 'X']);
        let number = match hexadecimal {
            Some(digits) => u32::from_str_radix(digits, 16),
            None => number.parse(),
        };
        return number.ok().and_then(char::from_u32);
    }
    let known = match name {
        "amp" => '&',
        "lt" => '<',
        "gt" => '>',
        "quot" => '"',
        "apos" => '\'',
        "nbsp" => ' ',
        "ndash" => '–',
        "mdash" => '—',
        "hellip" => '…',
        "rsquo" => '’',
        "ldquo" => '“',
        "rdquo" => '”',
        _ => return None,
    };
    Some(known)
}

/// Without blanks at the end of lines, and with one empty line at most between two others.
fn tidy(text: &str) -> String {
    let mut tidy: Vec<&str> = Vec::new();
    for line in text.lines().map(str::trim_end) {
        if !(line.is_empty() && tidy.last().is_none_or(|last| last.is_empty())) {
            tidy.push(line);
        }
    }
    tidy.join("\n").trim_end().to_string()
}
