//! The form for a new meeting: strings in, a plan or what is wrong out.

use crate::plan::{Day, Meeting, Plan, PlanId, Text};
use chrono::NaiveDate;

/// What was filled in.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct NewMeeting {
    /// What it is called.
    pub title: String,
    /// The first day, as `2017-11-21`.
    pub first: String,
    /// How many days it takes.
    pub days: String,
    /// The IANA time zone of its place.
    pub zone: String,
}

/// A field of the form, in its order.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
#[allow(missing_docs, reason = "the names say it")]
pub enum Field {
    Title,
    First,
    Days,
    Zone,
}

impl Field {
    /// Every field, in the order of the form.
    pub const ALL: [Self; 4] = [Self::Title, Self::First, Self::Days, Self::Zone];
}

impl NewMeeting {
    /// The most days that a meeting may take.
    pub const MOST_DAYS: u8 = 31;

    /// The plan that starts the meeting: its frame and its days.
    ///
    /// # Errors
    /// The fields in which something is missing or makes no sense, in their order.
    pub fn plan(&self, id: PlanId, is_zone: impl Fn(&str) -> bool) -> Result<Plan, Vec<Field>> {
        let (title, zone) = (self.title.trim(), self.zone.trim());
        let first = self.first.trim().parse::<NaiveDate>().ok();
        let days = self.days.trim().parse::<u8>().ok().filter(|days| (1..=Self::MOST_DAYS).contains(days));
        let last = first.zip(days).and_then(|(first, days)| first.checked_add_days(chrono::Days::new(days.into())));
        let wrong = [
            (Field::Title, title.is_empty()),
            (Field::First, first.is_none() || (days.is_some() && last.is_none())),
            (Field::Days, days.is_none()),
            (Field::Zone, !is_zone(zone)),
        ];
        let wrong: Vec<_> = wrong.into_iter().filter(|(_, wrong)| *wrong).map(|(field, _)| field).collect();
        let (Some(first), Some(last), true) = (first, last, wrong.is_empty()) else { return Err(wrong) };
        let mut plan = Plan::empty(Meeting {
            id,
            title: Text::same(title),
            programme: Text::default(),
            theme: Text::default(),
            host: Text::default(),
            zone: zone.to_string(),
            publicity: Text::default(),
            number: String::new(),
        });
        for id in first.iter_days().take_while(|day| *day < last) {
            plan.days.put(Day { id, title: Text::default() });
        }
        Ok(plan)
    }
}
