//! How a new delegation is told apart: a colour and a letter that no other has.

use super::{Delegation, DelegationId, Hue, Plan, fold::fold};

/// A letter for a badge as somebody typed it: one or two characters; none where it is not.
#[must_use]
pub fn letter(text: &str) -> Option<String> {
    let text = text.trim();
    (1..=2).contains(&text.chars().count()).then(|| text.to_string())
}

impl Plan {
    /// The first hue that no delegation has; the one that the fewest have when all are taken.
    #[must_use]
    pub fn free_hue(&self) -> Hue {
        let users = |hue: &Hue| self.delegations.iter().filter(|delegation| delegation.hue == *hue).count();
        Hue::ALL.into_iter().min_by_key(users).unwrap_or_default()
    }

    /// The letter for a delegation of this name: the first of its initials, then of its letters, then of the alphabet
    /// that no other delegation has.
    #[must_use]
    pub fn free_letter(&self, name: &str, of: DelegationId) -> String {
        let folded = fold(name);
        let initials = folded.split(' ').filter_map(|word| word.chars().next());
        let letters = initials.chain(folded.chars()).chain('a'..='z').chain('0'..='9').filter(|letter| *letter != ' ');
        let taken = |letter: &String| {
            let mut others = self.delegations.iter().filter(|delegation| delegation.id != of);
            others.any(|delegation| delegation.letter == *letter)
        };
        let mut letters = letters.map(|letter| String::from(letter.to_ascii_uppercase()));
        letters.find(|letter| !taken(letter)).unwrap_or_else(|| String::from("?"))
    }

    /// A delegation to fill in, told apart from those that there are.
    #[must_use]
    pub fn new_delegation(&self, id: DelegationId, name: &str) -> Delegation {
        Delegation {
            id,
            name: name.into(),
            region: "".into(),
            country: String::new(),
            organisations: Vec::new(),
            hue: self.free_hue(),
            letter: self.free_letter(name, id),
            expected: None,
            to_confirm: false,
        }
    }
}
