//! Text inside XML, HTML and CSS, so that no reader takes a part of it for markup.

/// A text without what XML 1.0 has no way to write (2.2: control characters, U+FFFE and U+FFFF), with line feeds at the
/// end of lines.
#[must_use]
pub fn clean(text: &str) -> String {
    let mut clean = String::with_capacity(text.len());
    let mut letters = text.chars().peekable();
    while let Some(letter) = letters.next() {
        match letter {
            '\r' if letters.peek() == Some(&'\n') => {}
            '\r' => clean.push('\n'),
            '\n' | '\t' => clean.push(letter),
            '\u{fffe}' | '\u{ffff}' => {}
            letter if letter.is_control() => {}
            letter => clean.push(letter),
        }
    }
    clean
}

/// A text to stand between tags or in a quoted attribute, of XML or of HTML alike.
#[must_use]
pub fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len() + text.len() / 8);
    for letter in clean(text).chars() {
        match letter {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            '\'' => escaped.push_str("&#39;"),
            letter => escaped.push(letter),
        }
    }
    escaped
}

/// A text as CSS writes it in quotes (CSS Syntax 4.3.7). It cannot end the element that the style is in.
#[must_use]
pub fn css_string(text: &str) -> String {
    let mut quoted = String::with_capacity(text.len() + 2);
    quoted.push('"');
    for letter in text.chars().filter(|letter| !letter.is_control()) {
        match letter {
            '"' | '\\' => quoted.extend(['\\', letter]),
            '<' => quoted.push_str("\\3c "),
            letter => quoted.push(letter),
        }
    }
    quoted.push('"');
    quoted
}
