//! What the reader looks at: at which moment, as whom, on which day. Redrawn only as far as it changed.

use super::{State, entry};
use crate::app::signal::{Memo, RwSignal};
use crate::{
    agenda::{Audience, Entry, Moment, dates, day_at, entries, moment},
    app::{
        Store,
        effects::{page, settings},
    },
    i18n::Words,
    plan::{EntryId, Plan},
    workspace::Route,
};
use chrono::{NaiveDate, NaiveDateTime};
use leptos::prelude::*;

/// What the reader looks at. Copies are handles to the same thing.
#[derive(Clone, Copy)]
pub struct Look {
    /// The moment shown, in the meeting's time zone: the present one, or a rehearsed one.
    pub at: Memo<NaiveDateTime>,
    /// Whether the moment is a rehearsed one.
    pub rehearsal: Memo<bool>,
    /// Whom the reader is with.
    pub audience: Memo<Audience>,
    /// What concerns the audience, by start.
    pub entries: Memo<Vec<Entry>>,
    /// The days there are.
    pub dates: Memo<Vec<NaiveDate>>,
    /// The day chosen by its tab, until another moment is looked at.
    pub tab: RwSignal<Option<NaiveDate>>,
    /// The day shown.
    pub day: Memo<Option<NaiveDate>>,
    /// Whether it is the day on which the moment is, which shows what is now and next.
    pub live: Memo<bool>,
    /// What is now and next.
    pub moment: Memo<Moment>,
    /// What is late, while somebody says so.
    pub late: RwSignal<Option<EntryId>>,
    store: Store,
    chosen: RwSignal<Option<Audience>>,
}

impl Look {
    /// Looks at the present, or at what the address asks for.
    pub fn new(store: Store) -> Self {
        let id = Memo::new(move |_| store.plan.with(|plan| plan.id()));
        let chosen = RwSignal::new(None);
        Effect::new_isomorphic(move || chosen.set(settings::with(id.get())));
        let rehearsed = Memo::new(move |_| store.route.with(|route| route.at));
        let at = Memo::new(move |_| rehearsed.get().unwrap_or_else(|| store.clock.get()));
        let rehearsal = Memo::new(move |_| rehearsed.get().is_some());
        let audience = Memo::new(move |_| {
            let wanted = store.route.with(|route| route.audience).or(chosen.get()).unwrap_or_default();
            store.plan.with(|plan| wanted.known_to(plan))
        });
        let entries = Memo::new(move |_| store.plan.with(|plan| entries(plan, audience.get())));
        let dates = Memo::new(move |_| store.plan.with(|plan| dates(plan)));
        let tab = RwSignal::new(None);
        let present = Memo::new(move |_| dates.with(|dates| day_at(dates, at.get())));
        let day = Memo::new(move |_| tab.get().filter(|tab| dates.with(|dates| dates.contains(tab))).or(present.get()));
        let live = Memo::new(move |_| day.get() == present.get());
        let moment = Memo::new(move |_| entries.with(|entries| moment(entries, at.get())));
        Self {
            at,
            rehearsal,
            audience,
            entries,
            dates,
            tab,
            day,
            live,
            moment,
            late: RwSignal::new(None),
            store,
            chosen,
        }
    }

    /// Somebody said whom the reader is with: remembered for this plan on this device.
    pub fn choose(self, audience: Audience) {
        let kept = (audience != Audience::Everyone).then_some(audience);
        settings::remember_with(self.store.plan.with_untracked(|plan| plan.id()), kept);
        self.chosen.set(kept);
        // An address that says for whom it is would win over the choice.
        let route = self.store.route.get_untracked();
        if route.audience.is_some() {
            page::go(&Route { audience: kept, ..route });
        }
    }

    /// For whom an entry is, for a reader who sees those of everyone; whoever reads, which group's it is.
    pub fn only_for(self, words: Words, plan: &Plan, entry: &Entry) -> Option<String> {
        let everyone = self.audience.get_untracked() == Audience::Everyone;
        match entry.group() {
            Some(group) => Some(entry::group(words, plan, group, everyone)),
            None if everyone => entry::only_for(words, plan, &entry.attendance()),
            None => None,
        }
    }

    /// Why nothing is on, where nothing is.
    pub fn state(self) -> Option<State> {
        if self.entries.with(Vec::is_empty) {
            return Some(State::Empty);
        }
        let at = self.at.get();
        self.moment.with(|moment| {
            if moment.before {
                Some(State::Before)
            } else if moment.after {
                Some(State::After)
            } else if moment.now.is_empty() {
                let next = moment.next.first().map(|entry| entry.slot.start())?;
                let tonight = next.date() == at.date();
                Some(if tonight { State::Between(next) } else { State::Over(at.date()) })
            } else {
                None
            }
        })
    }
}
