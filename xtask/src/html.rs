//! Reads the tags of a page that Trunk has written: just enough HTML to find a link and replace it.

/// One opening tag, as it stands in the page.
#[derive(Debug)]
pub struct Tag<'page> {
    /// The whole tag, from `<` to `>`.
    pub text: &'page str,
    /// Its name in lower case, such as `link`.
    pub name: String,
    attributes: Vec<(String, &'page str)>,
}

impl Tag<'_> {
    /// The attribute's value; empty when it has none, `None` when the tag has no such attribute.
    pub fn get(&self, attribute: &str) -> Option<&str> {
        self.attributes.iter().find(|(name, _)| name == attribute).map(|(_, value)| *value)
    }

    /// Whether the tag has the attribute with this very value.
    pub fn is(&self, attribute: &str, value: &str) -> bool {
        self.get(attribute) == Some(value)
    }
}

/// Every opening tag of the page, in order. Attribute values may be unquoted: the minifier drops quotes.
pub fn tags(page: &str) -> Vec<Tag<'_>> {
    let mut tags = Vec::new();
    let mut rest = page;
    while let Some(at) = rest.find('<') {
        rest = &rest[at..];
        if let Some(comment) = rest.strip_prefix("<!--") {
            rest = comment.split_once("-->").map_or("", |(_, after)| after);
        } else if rest[1..].starts_with(|first: char| first.is_ascii_alphabetic()) {
            let (tag, after) = tag(rest);
            tags.push(tag);
            rest = after;
        } else {
            rest = &rest[1..];
        }
    }
    tags
}

/// The tag at the start of the text, and what follows it.
fn tag(text: &str) -> (Tag<'_>, &str) {
    let ends_name = |letter: char| letter.is_whitespace() || letter == '>' || letter == '/';
    let split = |text: &'_ str, at: Option<usize>| at.unwrap_or(text.len());
    let end = split(text, text.find(ends_name));
    let name = text[1..end].to_ascii_lowercase();
    let mut rest = &text[end..];
    let mut attributes = Vec::new();
    loop {
        rest = rest.trim_start_matches(|letter: char| letter.is_whitespace() || letter == '/');
        if rest.is_empty() || rest.starts_with('>') {
            break;
        }
        let end = split(rest, rest.find(|letter: char| ends_name(letter) || letter == '='));
        let attribute = rest[..end].to_ascii_lowercase();
        rest = &rest[end..];
        let mut value = "";
        if let Some(after) = rest.trim_start().strip_prefix('=') {
            let after = after.trim_start();
            let quote = after.chars().next().filter(|first| matches!(first, '"' | '\''));
            (value, rest) = match quote {
                Some(quote) => after[1..].split_once(quote).unwrap_or((&after[1..], "")),
                None => {
                    after.split_at(split(after, after.find(|letter: char| letter.is_whitespace() || letter == '>')))
                }
            };
        } else if end == 0 {
            break;
        }
        attributes.push((attribute, value));
    }
    let after = rest.strip_prefix('>').unwrap_or(rest);
    (Tag { text: &text[..text.len() - after.len()], name, attributes }, after)
}

#[cfg(test)]
mod tests {
    use super::tags;

    #[test]
    fn finds_tags_however_they_are_quoted() {
        let page = r#"<!doctype html><meta charset=utf-8><!-- <link> --><link rel="stylesheet" href='./a b.css'/><link
            href=./c-1.wasm crossorigin rel=preload></link>1 < 2<P>"#;
        let tags = tags(page);
        let names: Vec<_> = tags.iter().map(|tag| tag.name.as_str()).collect();
        assert_eq!(names, ["meta", "link", "link", "p"]);
        assert_eq!(tags[0].text, "<meta charset=utf-8>");
        assert_eq!(tags[1].get("href"), Some("./a b.css"));
        assert_eq!(tags[2].get("href"), Some("./c-1.wasm"));
        assert_eq!(tags[2].get("crossorigin"), Some(""));
        assert!(tags[2].is("rel", "preload") && tags[3].get("rel").is_none());
    }

    #[test]
    fn ends_on_a_page_cut_short() {
        for page in ["<", "<a", "<a href", "<a href=", "<a href=\"x", "<!--", "<a =x>", "<a ==>"] {
            assert!(tags(page).len() <= 1, "{page}");
        }
    }
}
