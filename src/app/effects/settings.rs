//! What this reader chose on this device: the language, and with whom the reader travels. Not part of any plan.

use super::storage::local;
use crate::{
    agenda::Audience,
    i18n::Language,
    plan::PlanId,
    workspace::{Route, Screen},
};

const LANGUAGE: &str = "itinera.language";
const WITH: &str = "itinera.with.";

/// The language chosen here, else the first one that the browser asks for and that there is.
#[must_use]
pub fn language() -> Language {
    let chosen = local().and_then(|storage| storage.get_item(LANGUAGE).ok().flatten());
    let asked = || {
        let languages = web_sys::window()?.navigator().languages();
        languages.iter().find_map(|tag| Language::from_tag(&tag.as_string()?))
    };
    chosen.and_then(|tag| Language::from_tag(&tag)).or_else(asked).unwrap_or_default()
}

/// Remembers the language.
pub fn remember_language(language: Language) {
    if let Some(storage) = local() {
        let _ = storage.set_item(LANGUAGE, language.tag());
    }
}

/// With whom the reader of a plan travels, as chosen here.
#[must_use]
pub fn with(plan: PlanId) -> Option<Audience> {
    let text = local()?.get_item(&format!("{WITH}{plan}")).ok().flatten()?;
    // Kept in the form that addresses have, so that there is one form.
    Route::parse(&text).audience
}

/// Remembers with whom the reader of a plan travels.
pub fn remember_with(plan: PlanId, audience: Option<Audience>) {
    if let Some(storage) = local() {
        let name = format!("{WITH}{plan}");
        let _ = match audience {
            Some(_) => storage.set_item(&name, &Route { audience, ..Route::to(Screen::Today) }.href()),
            None => storage.remove_item(&name),
        };
    }
}
