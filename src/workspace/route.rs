//! The addresses of the screens: everything behind `#`, parsed and written in this one place.

use crate::{
    agenda::Audience,
    i18n::Language,
    plan::PlanId,
    wire::{Hash, clock},
};
use chrono::NaiveDateTime;

/// A screen.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
#[allow(missing_docs, reason = "the names say it")]
pub enum Screen {
    #[default]
    Agenda,
    People,
    Visits,
    Checks,
    Today,
    Programme,
    Papers,
    Files,
    Meetings,
}

impl Screen {
    /// Every screen, in the order of the navigation.
    pub const ALL: [Self; 9] = [
        Self::Agenda,
        Self::People,
        Self::Visits,
        Self::Checks,
        Self::Today,
        Self::Programme,
        Self::Papers,
        Self::Files,
        Self::Meetings,
    ];

    /// Whether it is one to read, and nothing is edited there.
    #[must_use]
    pub const fn is_read(self) -> bool {
        matches!(self, Self::Today | Self::Programme)
    }

    /// Its name in the address.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Agenda => "agenda",
            Self::People => "people",
            Self::Visits => "visits",
            Self::Checks => "checks",
            Self::Today => "today",
            Self::Programme => "programme",
            Self::Papers => "papers",
            Self::Files => "files",
            Self::Meetings => "meetings",
        }
    }
}

/// An address: a screen, and what of it is to be seen.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Route {
    /// The screen.
    pub screen: Screen,
    /// The identity of an entry or a record that is to be shown, as text.
    pub focus: Option<String>,
    /// The moment that is shown in the place of now, in the meeting's time zone.
    pub at: Option<NaiveDateTime>,
    /// For whom.
    pub audience: Option<Audience>,
    /// In which language, where it is not the interface's.
    pub language: Option<Language>,
    /// In which second language beside it.
    pub beside: Option<Language>,
    /// The keys of the papers that are to be seen, with commas between.
    pub paper: Option<String>,
    /// The identity of a leg whose heads are counted, as text.
    pub count: Option<String>,
    /// Of which plan it is, as [`mark_of`] names it; the one that is open for none. Codes on paper say so.
    pub plan: Option<String>,
}

/// A plan's short name in addresses: 8 hexadecimal digits of a hash of its identity. Of identities that were made in the
/// same minute the first digits are the same, and of those that were made by hand the last.
#[must_use]
pub fn mark_of(plan: PlanId) -> String {
    Hash::of(plan.uuid().as_bytes()).to_string().chars().skip(8).collect()
}

impl Route {
    /// The address of a screen as a whole.
    #[must_use]
    pub fn to(screen: Screen) -> Self {
        Self { screen, ..Self::default() }
    }

    /// The address of a place on a screen.
    #[must_use]
    pub fn at_place(screen: Screen, focus: impl ToString) -> Self {
        Self { screen, focus: Some(focus.to_string()), ..Self::default() }
    }

    /// Reads the fragment of an address, with or without `#`. What is not understood is left out, an unknown screen is
    /// the agenda.
    #[must_use]
    pub fn parse(fragment: &str) -> Self {
        let path = fragment.trim_start_matches(['#', '/']);
        let (name, query) = path.split_once('?').unwrap_or((path, ""));
        let screen = Screen::ALL.into_iter().find(|screen| screen.name() == name.trim_end_matches('/'));
        let mut route = Self::to(screen.unwrap_or_default());
        for (key, value) in query.split('&').filter_map(|pair| pair.split_once('=')) {
            let value = value.replace("%3A", ":").replace("%3a", ":").replace("%2C", ",").replace("%2c", ",");
            match key {
                "show" => route.focus = Some(value),
                "at" => route.at = parse_moment(&value),
                "for" => route.audience = Audience::parse(&value),
                "count" => route.count = Some(value),
                "plan" => route.plan = Some(value).filter(|mark| !mark.is_empty()),
                "lang" => (route.language, route.beside) = parse_languages(&value),
                "paper" => route.paper = Some(value).filter(|keys| !keys.is_empty()),
                _ => {}
            }
        }
        route
    }

    /// The fragment, with `#`.
    #[must_use]
    pub fn href(&self) -> String {
        let pairs = [
            ("show", self.focus.clone()),
            ("at", self.at.map(clock::moment_text)),
            ("for", self.audience.map(Audience::key)),
            ("paper", self.paper.clone()),
            ("lang", self.language.map(|language| languages_text(language, self.beside))),
            ("count", self.count.clone()),
            ("plan", self.plan.clone()),
        ];
        let mut href = format!("#/{}", self.screen.name());
        let mut separator = '?';
        for (key, value) in pairs {
            if let Some(value) = value {
                href.push(separator);
                href.push_str(key);
                href.push('=');
                href.push_str(&value);
                separator = '&';
            }
        }
        href
    }
}

/// `2017-11-21T14:05`, with or without seconds.
fn parse_moment(text: &str) -> Option<NaiveDateTime> {
    let minute = text.get(..16)?;
    clock::read_moment(minute)
}

/// `en`, or `en+it`; the plus as forms and mail programs write it too.
fn parse_languages(text: &str) -> (Option<Language>, Option<Language>) {
    let text = text.replace("%2B", "+").replace("%2b", "+").replace("%20", "+");
    let (first, second) = text.split_once('+').unwrap_or((&text, ""));
    let first = Language::from_tag(first);
    (first, Language::from_tag(second).filter(|second| first.is_some_and(|first| first != *second)))
}

fn languages_text(first: Language, beside: Option<Language>) -> String {
    beside.map_or_else(|| first.tag().to_string(), |second| [first.tag(), second.tag()].join("+"))
}
