//! The calendar and the contacts: what is chosen for them, and the version that a calendar hands out, so that calendars
//! that have an older one know what changed.

use super::{Here, out::Choices};
use crate::app::dom::{Child, View, view};
use crate::app::signal::{Memo, Signal};
use crate::{
    agenda::{Audience, changes, entries},
    app::{
        Store,
        effects::{
            clock, ids,
            intl::{self, DateStyle},
        },
        ui::SelectField,
    },
    exchange::{
        calendar::{Options, Zone, write, years},
        vcard::{self, Format},
    },
    i18n::{Language, Words},
    plan::{Edit, Plan, Stamp, Text, Version},
};
use leptos::prelude::*;

/// The minutes before an entry at which a calendar may remind of it.
const ALARMS: [u16; 4] = [10, 15, 30, 60];

/// When the calendar reminds, and which version it hands out.
#[component(transparent)]
pub fn Calendar(choices: Choices) -> View {
    let words = expect_context::<Here>().store.words();
    let mut options = vec![(String::new(), words.files_alarm_none().to_string())];
    options.extend(ALARMS.map(|minutes| (minutes.to_string(), words.files_alarm(usize::from(minutes)))));
    let value = Signal::derive(move || choices.alarm.get().map(|minutes| minutes.to_string()).unwrap_or_default());
    let choose = Callback::new(move |key: String| choices.alarm.set(key.parse().ok()));
    view! {
        <div class="files__more">
            <SelectField
                label=words.files_alarms()
                options=Signal::stored(options)
                value=value
                commit=choose
                class="files__choice"
            />
            <HandsOut />
        </div>
    }
}

/// That a calendar hands out a version, where it does.
#[component(transparent)]
fn HandsOut() -> impl Child {
    let store = expect_context::<Here>().store;
    let words = store.words();
    let news = Memo::new(move |_| store.plan.with(|plan| news(plan).map(|news| (news, newest(plan)))));
    move || {
        news.get().map(|(news, newest)| {
            let text = match newest {
                Some(name) => words.files_hands_out(news, name.in_language(words.language())),
                None => words.files_hands_out_first().to_string(),
            };
            view! { <p class="files__lead">{text}</p> }
        })
    }
}

/// How many entries differ from the newest version; none where nothing has to be handed out.
fn news(plan: &Plan) -> Option<usize> {
    let count = match plan.versions_by_time().last() {
        Some(version) => changes(plan, version).len(),
        None => entries(plan, Audience::Everyone).len(),
    };
    (count > 0).then_some(count)
}

fn newest(plan: &Plan) -> Option<Text> {
    plan.versions_by_time().last().map(|version| version.name.clone())
}

/// The text of the calendar. Where the agenda differs from the newest version, that is handed out first.
pub fn calendar(store: Store, choices: Choices, words: Words) -> String {
    if store.plan.with_untracked(|plan| news(plan).is_some()) {
        store.edit(Edit::HandOut(version(store)));
    }
    let plan = store.plan.get_untracked();
    let ahead = intl::all_clocks();
    let zone = Zone::of(&plan.meeting.zone, &years(&plan), &ahead);
    let options = Options {
        audience: choices.audience.get_untracked().known_to(&plan),
        words,
        zone: zone.as_ref(),
        stamp: changed(store),
        alarm: choices.alarm.get_untracked(),
    };
    write(&plan, &options).text
}

/// What is handed out now, named by its date.
fn version(store: Store) -> Version {
    let now = store.clock.get_untracked();
    let name = |language| {
        let words = Words::new(language);
        words.files_version(&intl::date(language, now.date(), DateStyle::Date), &intl::time(language, now))
    };
    let name = Text::new(name(Language::English), name(Language::Italian));
    let at = clock::stamp().parse().unwrap_or_default();
    store.plan.with_untracked(|plan| Version::of(plan, ids::version(), name, at))
}

/// When the plan was last changed; a plan that never was is as it is now.
fn changed(store: Store) -> Stamp {
    let changed = store.changed.get_untracked().and_then(|stamp| stamp.parse().ok());
    changed.or_else(|| clock::stamp().parse().ok()).unwrap_or_default()
}

/// Which version of the format the cards have.
#[component(transparent)]
pub fn Contacts(choices: Choices) -> View {
    let words = expect_context::<Here>().store.words();
    let options = vec![
        ("3".to_string(), words.files_cards_3().to_string()),
        ("4".to_string(), words.files_cards_4().to_string()),
    ];
    let value = Signal::derive(move || if choices.cards.get() == Format::V3 { "3" } else { "4" }.to_string());
    let choose = Callback::new(move |key: String| choices.cards.set(if key == "4" { Format::V4 } else { Format::V3 }));
    view! {
        <div class="files__more">
            <SelectField
                label=words.files_cards()
                options=Signal::stored(options)
                value=value
                commit=choose
                class="files__choice"
            />
        </div>
    }
}

/// The text of the cards.
pub fn contacts(store: Store, choices: Choices, words: Words) -> String {
    let cards = store.plan.with_untracked(|plan| vcard::cards(plan, words));
    vcard::write(&cards, choices.cards.get_untracked(), words, changed(store))
}
