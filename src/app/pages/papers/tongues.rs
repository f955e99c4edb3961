//! The languages of a paper: one, or two side by side, by the same means on every paper.

use crate::app::dom::{View, view};
use crate::{
    i18n::{Language, Words},
    plan::Text,
};

/// One language, or two.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Tongues {
    /// The words of the first.
    pub first: Words,
    /// Those of the second.
    pub beside: Option<Words>,
}

/// What is said, in every language of the paper.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Said {
    /// In the first.
    pub first: String,
    /// In the second, where that differs.
    pub beside: Option<(Language, String)>,
}

impl Tongues {
    /// Says something in every language; what is the same in both is said once.
    pub fn say(self, say: impl Fn(Words) -> String) -> Said {
        let first = say(self.first);
        let beside = self.beside.map(|words| (words.language(), say(words))).filter(|(_, said)| *said != first);
        Said { first, beside }
    }

    /// Says words of the interface.
    pub fn word(self, word: fn(Words) -> &'static str) -> Said {
        self.say(|words| word(words).to_string())
    }

    /// Says a text of the plan.
    pub fn text(self, text: &Text) -> Said {
        self.say(|words| text.in_language(words.language()).trim().to_string())
    }

    /// Draws the same for each language, in columns beside each other.
    pub fn columns(self, draw: impl Fn(Words) -> View) -> View {
        let Some(beside) = self.beside else { return draw(self.first) };
        view! {
            <div class="paper__columns">
                <div>{draw(self.first)}</div>
                <div lang=beside.language().tag()>{draw(beside)}</div>
            </div>
        }
    }
}

impl Said {
    /// What is the same in every language, such as a name.
    pub fn same(text: impl Into<String>) -> Self {
        Self { first: text.into(), beside: None }
    }

    /// In the second language, or the same.
    pub fn second(&self) -> &str {
        self.beside.as_ref().map_or(&self.first, |(_, said)| said)
    }

    /// Whether nothing is said.
    pub fn is_empty(&self) -> bool {
        self.first.is_empty() && self.beside.is_none()
    }

    /// As a text, for names that are only heard.
    pub fn text(&self) -> String {
        match &self.beside {
            Some((_, beside)) => [&self.first, " / ", beside].concat(),
            None => self.first.clone(),
        }
    }

    /// On one line.
    pub fn inline(&self) -> View {
        let beside = self.beside.as_ref().map(|(language, said)| {
            view! { <span class="paper__beside">" / " <span lang=language.tag()>{said.clone()}</span></span> }
        });
        view! { {self.first.clone()} {beside} }
    }

    /// One below the other.
    pub fn stacked(&self) -> View {
        let beside = self.beside.as_ref().map(|(language, said)| {
            view! { <span class="paper__beside paper__beside--below" lang=language.tag()>{said.clone()}</span> }
        });
        view! { {self.first.clone()} {beside} }
    }
}
