//! The clock: stamps in UTC, and the present moment in the meeting's time zone.

use super::{super::Store, intl};
use crate::app::signal::{Effect, Memo};
use gloo::timers::callback::Interval;

/// How often the clock on screen is looked at, in milliseconds.
const TICK: u32 = 5_000;

/// The present moment as an RFC 3339 stamp in UTC, to the second.
#[must_use]
pub fn stamp() -> String {
    let iso: String = js_sys::Date::new_0().to_iso_string().into();
    match iso.split_once('.') {
        Some((seconds, _)) => format!("{seconds}Z"),
        None => iso,
    }
}

/// Sets the store's clock, when the minute is another.
pub fn tick(store: Store) {
    let zone = store.plan.with_untracked(|plan| plan.meeting.zone.clone());
    if let Some(now) = intl::now_in(&zone)
        && store.clock.with_untracked(|clock| *clock != now)
    {
        store.clock.set(now);
    }
}

/// Keeps the store's clock right until the tab closes, also when the plan's time zone changes.
pub fn listen(store: Store) {
    Interval::new(TICK, move || tick(store)).forget();
    let zone = Memo::new(move |_| store.plan.with(|plan| plan.meeting.zone.clone()));
    Effect::new(move || {
        zone.track();
        tick(store);
    });
}
