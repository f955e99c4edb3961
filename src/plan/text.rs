//! A plan's own words, in one or both of the interface's languages.

use crate::i18n::Language;

/// A text of the plan in English, Italian, or both; a missing one is shown in the other.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Text {
    /// The English words; empty when there are none.
    pub english: String,
    /// The Italian words; empty when there are none.
    pub italian: String,
}

impl Text {
    /// A text in both languages.
    #[must_use]
    pub fn new(english: impl Into<String>, italian: impl Into<String>) -> Self {
        Self { english: english.into(), italian: italian.into() }
    }

    /// A text that is the same in every language, such as a company's name.
    #[must_use]
    pub fn same(text: impl Into<String>) -> Self {
        Self { english: text.into(), italian: String::new() }
    }

    /// The words in `language`, or in the other where these are missing.
    #[must_use]
    pub fn in_language(&self, language: Language) -> &str {
        let (wanted, other) = match language {
            Language::English => (&self.english, &self.italian),
            Language::Italian => (&self.italian, &self.english),
        };
        if wanted.is_empty() { other } else { wanted }
    }

    /// The words given in exactly `language`; empty when there are none.
    #[must_use]
    pub fn exactly(&self, language: Language) -> &str {
        match language {
            Language::English => &self.english,
            Language::Italian => &self.italian,
        }
    }

    /// The same text with its words in `language` replaced.
    #[must_use]
    pub fn with(mut self, language: Language, words: impl Into<String>) -> Self {
        match language {
            Language::English => self.english = words.into(),
            Language::Italian => self.italian = words.into(),
        }
        self
    }

    /// The text with other words in the place of those shown in `language`. A text that reads the same in both languages
    /// keeps doing so.
    #[must_use]
    pub fn called(self, language: Language, words: &str) -> Self {
        if self.english.is_empty() || self.italian.is_empty() {
            return if self.english.is_empty() && !self.italian.is_empty() {
                Self::new("", words)
            } else {
                Self::same(words)
            };
        }
        if self.english == self.italian { Self::new(words, words) } else { self.with(language, words) }
    }

    /// Whether there are no words in any language.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.english.trim().is_empty() && self.italian.trim().is_empty()
    }
}

impl From<&str> for Text {
    fn from(text: &str) -> Self {
        Self::same(text)
    }
}
