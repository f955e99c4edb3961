//! The text that is kept of a plan: its saved form and, on a line below it, the choices that are open in it. They are one
//! sealed text, so that no tab ever sees the one without the other.

use crate::{
    sync::{Clash, saved_clashes},
    wire::{self, PlanFile, SealError},
};

/// A plan and the choices that are open in it as the text to be kept.
#[must_use]
pub fn text_of(file: &PlanFile, open: &[Clash]) -> String {
    let mut text = wire::encode(file);
    if !open.is_empty() {
        text.push('\n');
        text.push_str(&saved_clashes::encode(open));
    }
    wire::seal(&text)
}

/// The saved form of the plan, and the choices.
///
/// # Errors
/// When the text is not as it was sealed.
pub fn parts_of(stored: &str) -> Result<(&str, &str), SealError> {
    let text = wire::unseal(stored)?;
    Ok(text.split_once('\n').unwrap_or((text, "")))
}

/// The plan as another program can import it; a text that is not as it was sealed stays as it is.
#[must_use]
pub fn importable(stored: &str) -> &str {
    parts_of(stored).map_or(stored, |(plan, _)| plan)
}
