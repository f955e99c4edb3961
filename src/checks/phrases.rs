//! The parts of sentences: names of what a finding is about, times, dates and lists, in the reader's language.

use super::finding::Item;
use crate::i18n::Words;
use crate::plan::{
    Allowance, CoachId, DelegateId, DelegationId, GroupId, HostId, Key, Member, Party, Plan, RoomId, SessionId, StopId,
    Text, VenueId,
};
use chrono::{Datelike, NaiveDate, NaiveDateTime, NaiveTime, Timelike};

/// Says the things of one plan in one language.
#[derive(Clone, Copy)]
pub(crate) struct Speech<'plan> {
    pub plan: &'plan Plan,
    pub words: Words,
}

impl Speech<'_> {
    /// A name, as it is.
    fn name(&self, text: Option<&Text>) -> String {
        self.text(text).unwrap_or(self.words.check_unnamed()).into()
    }

    /// A title, in the language's quotation marks.
    fn title(&self, text: Option<&Text>) -> String {
        self.words.check_quoted(self.text(text).unwrap_or(self.words.check_untitled()))
    }

    fn text<'text>(&self, text: Option<&'text Text>) -> Option<&'text str> {
        let text = text.map(|text| text.in_language(self.words.language()).trim());
        text.filter(|text| !text.is_empty())
    }

    pub fn session(&self, id: SessionId) -> String {
        self.title(self.plan.sessions.get(id).map(|session| &session.title))
    }

    pub fn item(&self, item: Item) -> String {
        match item {
            Item::Session(id) => self.session(id),
            Item::Visit(id, group) => {
                let title = self.title(self.plan.visits.get(id).map(|visit| &visit.title));
                self.of_group(title, group)
            }
        }
    }

    /// Something, and the group for which it is, where a visit has groups.
    fn of_group(&self, what: String, group: Option<GroupId>) -> String {
        match group {
            Some(group) => self.words.check_of_group(&what, &self.group_briefly(group)),
            None => what,
        }
    }

    /// "Group A", without its name where the letter tells it apart.
    fn group_briefly(&self, id: GroupId) -> String {
        let letter = self.plan.groups.get(id).map(|group| group.letter.trim()).filter(|letter| !letter.is_empty());
        letter.map_or_else(|| self.group(id), |letter| self.words.check_group(letter))
    }

    /// "Group A", with its name where it has one.
    pub fn group(&self, id: GroupId) -> String {
        let group = self.plan.groups.get(id);
        let name = self.text(group.map(|group| &group.name));
        let letter = group.map(|group| group.letter.trim()).filter(|letter| !letter.is_empty());
        match (letter, name) {
            (Some(letter), Some(name)) => self.words.check_group_named(letter, name),
            (Some(one), None) | (None, Some(one)) => self.words.check_group(one),
            (None, None) => self.words.check_group(self.words.check_unnamed()),
        }
    }

    pub fn groups(&self, ids: &[GroupId]) -> String {
        self.list(ids.iter().map(|id| self.group(*id)).collect())
    }

    pub fn coach(&self, id: CoachId) -> String {
        self.name(self.plan.coaches.get(id).map(|coach| Text::same(&coach.name)).as_ref())
    }

    pub fn member(&self, member: Member) -> String {
        match member {
            Member::Delegation(id) => self.delegation(id),
            Member::Delegate(id) => self.delegate(id),
        }
    }

    pub fn room(&self, id: RoomId) -> String {
        self.name(self.plan.rooms.get(id).map(|room| &room.name))
    }

    pub fn venue(&self, id: VenueId) -> String {
        self.name(self.plan.venues.get(id).map(|venue| &venue.name))
    }

    pub fn delegation(&self, id: DelegationId) -> String {
        self.name(self.plan.delegations.get(id).map(|delegation| &delegation.name))
    }

    pub fn delegate(&self, id: DelegateId) -> String {
        self.name(self.plan.delegates.get(id).map(|delegate| Text::same(&delegate.name)).as_ref())
    }

    /// What a host asks of those who come, apart from the list and the agreement.
    pub fn asked(&self, id: HostId) -> String {
        let Some(host) = self.plan.hosts.get(id) else { return String::new() };
        let forbids = |allowance: Allowance| allowance == Allowance::Forbidden;
        let equipment = host.equipment.in_language(self.words.language()).to_string();
        let asked = [
            (!equipment.is_empty()).then_some(&*equipment),
            forbids(host.photos).then_some(self.words.check_no_photos()),
            forbids(host.phones).then_some(self.words.check_no_phones()),
        ];
        asked.into_iter().flatten().collect::<Vec<_>>().join(", ")
    }

    pub fn host(&self, id: HostId) -> String {
        self.name(self.plan.hosts.get(id).map(|host| Text::same(&host.name)).as_ref())
    }

    pub fn host_of(&self, stop: StopId) -> String {
        self.plan.stops.get(stop).map_or_else(|| self.name(None), |stop| self.host(stop.host))
    }

    /// The host of a stop, and the group that comes to it.
    pub fn host_for(&self, stop: StopId, group: Option<GroupId>) -> String {
        self.of_group(self.host_of(stop), group)
    }

    /// A record at the start of a sentence.
    pub fn subject(&self, key: Key) -> String {
        match key {
            Key::Stop(stop) => self.words.check_stop_at(&self.host_of(stop)),
            Key::Transfer(_) => self.words.check_driving_time().into(),
            Key::Group(group) => self.group(group),
            Key::Coach(coach) => self.coach(coach),
            Key::Turn(turn) => self.words.check_turn(&self.group(turn.group), &self.host_of(turn.stop)),
            Key::Delegate(delegate) => self.delegate(delegate),
            Key::Host(host) => self.host(host),
            Key::Room(room) => self.room(room),
            key => self.title(self.plan.record(key).map(|record| record.title()).as_ref()),
        }
    }

    /// Delegations, with what their number is for grammar: all of several are one, "every delegation".
    pub fn delegations(&self, ids: &[DelegationId]) -> (usize, String) {
        if ids.len() > 1 && ids.len() == self.plan.delegations.len() {
            return (1, self.words.check_every_delegation().into());
        }
        (ids.len(), self.list(ids.iter().map(|id| self.delegation(*id)).collect()))
    }

    pub fn people(&self, people: &[Party]) -> String {
        let name = |party: &Party| match party {
            Party::Delegate(id) => self.delegate(*id),
            Party::Delegation(id) => self.delegation(*id),
            Party::Named(name) => name.trim().to_string(),
        };
        self.list(people.iter().map(name).collect())
    }

    /// "One, two and three".
    fn list(&self, mut names: Vec<String>) -> String {
        match names.pop() {
            Some(last) if !names.is_empty() => self.words.check_and(&names.join(", "), &last),
            last => last.unwrap_or_default(),
        }
    }

    pub fn dates(&self, dates: &[NaiveDate]) -> String {
        self.list(dates.iter().map(|date| self.date(*date)).collect())
    }

    /// A day and its month, with the article where the language has one.
    pub fn date(&self, date: NaiveDate) -> String {
        let month = self.words.check_months().split(' ').nth(date.month0() as usize).unwrap_or_default();
        let day = date.day().to_string();
        match date.day() {
            1 => self.words.check_date_first(&day, month),
            8 | 11 => self.words.check_date_elided(&day, month),
            _ => self.words.check_date(&day, month),
        }
    }
}

/// `HH:MM`, of 24 hours.
pub(super) fn clock(time: NaiveTime) -> String {
    format!("{:02}:{:02}", time.hour(), time.minute())
}

/// The time of day of a moment.
pub(super) fn time(moment: NaiveDateTime) -> String {
    clock(moment.time())
}
