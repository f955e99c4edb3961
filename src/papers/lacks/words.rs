//! What papers lack, in words: one short sentence for each, in the reader's language.

use super::{Lack, What};
use crate::{
    checks::{About, Item, Speech},
    i18n::Words,
    plan::{EntryId, Key, Plan},
};

impl Lack {
    /// What is missing, in one sentence.
    #[must_use]
    pub fn sentence(&self, plan: &Plan, words: Words) -> String {
        let say = Speech { plan, words };
        let what = || self.subject(say);
        match self.what {
            What::Content => words.lack_content().into(),
            What::Title => words.lack_title().into(),
            What::Publicity => words.lack_publicity().into(),
            What::Number => words.lack_number().into(),
            What::Version => words.lack_version().into(),
            What::Place => match self.about.key() {
                Key::Host(_) => words.lack_host_place(&what()),
                Key::Visit(_) => words.lack_visit_start(&what()),
                _ => words.check_no_place(&what()),
            },
            What::Return => words.lack_visit_return(&what()),
            What::Address => words.lack_address(&what()),
            What::Drive => match self.about {
                About::Entry(EntryId::LegBack(..)) => words.lack_drive_back(&what()),
                _ => words.lack_drive(&what()),
            },
            What::Coach => words.lack_coach(&what()),
            What::Driver => words.lack_driver(&what()),
            What::DriverPhone => words.lack_driver_phone(&what()),
            What::Guide => words.lack_guide(&what()),
            What::GuidePhone => words.lack_guide_phone(&what()),
            What::PhoneInCoach => words.lack_phone_in_coach(&what()),
            What::Contact => words.lack_contact(&what()),
            What::HostPhone => words.lack_host_phone(&what()),
            What::Rules => words.lack_rules(&what()),
            What::Group(visit) => words.check_in_no_group_unknown(&what(), &say.item(Item::Visit(visit, None))),
            What::Heads => words.lack_heads(&what()),
            What::Names(count) => words.lack_names(count, &what()),
            What::Organisations(count) => words.lack_organisations(count, &what()),
            What::Consent(count) => words.lack_consent(count, &what()),
            What::Diets(count) => words.lack_diets(count, &what()),
            What::Travel(count) => match self.about.key() {
                Key::Delegate(_) => words.lack_travel_own(&what()),
                _ => words.lack_travel(count, &what()),
            },
            What::Link => words.lack_link(&what()),
        }
    }

    /// What it is about.
    fn subject(&self, say: Speech) -> String {
        match self.about {
            About::Entry(EntryId::Session(session)) => say.session(session),
            About::Entry(EntryId::Stop(stop, group) | EntryId::LegTo(stop, group)) => say.host_for(stop, group),
            About::Entry(EntryId::LegBack(visit, group)) => say.item(Item::Visit(visit, group)),
            About::Record(Key::Delegation(id)) => say.delegation(id),
            About::Record(Key::Venue(id)) => say.venue(id),
            About::Record(key) => say.subject(key),
        }
    }
}
