//! The languages of the interface and its words: one method of [`Words`] a key of `locales/<language>/*.json`.
//!
//! The methods are written by `build.rs`, which fails the build when a language lacks a key or a placeholder, so a
//! missing translation cannot be shipped.

/// A language that the interface and a plan's own texts can be in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub enum Language {
    /// English (`en`), written as in Britain and Ireland.
    #[default]
    English,
    /// Italian (`it`).
    Italian,
}

impl Language {
    /// Every language, in the order in which they are offered.
    pub const ALL: [Self; 2] = [Self::English, Self::Italian];

    /// The BCP 47 tag, as in `<html lang>`.
    #[must_use]
    pub const fn tag(self) -> &'static str {
        match self {
            Self::English => "en",
            Self::Italian => "it",
        }
    }

    /// The language's name in itself.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::English => "English",
            Self::Italian => "Italiano",
        }
    }

    /// The first language known here that a BCP 47 tag such as `it-CH` asks for.
    #[must_use]
    pub fn from_tag(tag: &str) -> Option<Self> {
        let primary = tag.split(['-', '_']).next().unwrap_or_default();
        Self::ALL.into_iter().find(|language| language.tag().eq_ignore_ascii_case(primary))
    }

    /// The CLDR plural category of a whole number (CLDR 46, plurals.xml, cardinal; `en` and `it`).
    #[must_use]
    pub const fn plural(self, count: usize) -> Plural {
        match self {
            _ if count == 1 => Plural::One,
            Self::Italian if count != 0 && count.is_multiple_of(1_000_000) => Plural::Many,
            _ => Plural::Other,
        }
    }
}

/// A CLDR plural category that English or Italian distinguishes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Plural {
    /// Exactly one.
    One,
    /// Whole millions, in Italian.
    Many,
    /// Every other number.
    Other,
}

/// The words of the interface in one language.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Words(Language);

impl Words {
    /// The words of `language`.
    #[must_use]
    pub const fn new(language: Language) -> Self {
        Self(language)
    }

    /// The language that these words are in.
    #[must_use]
    pub const fn language(self) -> Language {
        self.0
    }
}

include!(concat!(env!("OUT_DIR"), "/words.rs"));

/// Replaces each `{name}` of a template by its value; values are taken as they are.
fn fill(template: &str, values: &[(&str, &str)]) -> String {
    let mut filled = String::with_capacity(template.len() + 24);
    let mut rest = template;
    while let Some((before, after)) = rest.split_once('{') {
        filled.push_str(before);
        let Some((name, after)) = after.split_once('}') else {
            rest = after;
            break;
        };
        if let Some((_, value)) = values.iter().find(|(known, _)| *known == name) {
            filled.push_str(value);
        }
        rest = after;
    }
    filled.push_str(rest);
    filled
}
