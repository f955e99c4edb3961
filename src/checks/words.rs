//! Findings and fixes in words: one short sentence for each, in the reader's language.

use super::finding::{About, Detail, Finding, Fix, Item, Lack, Limit, Missed, Remedy, Severity, Unprepared};
use super::phrases::{Speech, clock, time};
use crate::i18n::Words;
use crate::plan::{Key, Plan, Slot};

impl Finding {
    /// What was found, in one sentence with its figures; times are in the meeting's time zone.
    #[must_use]
    pub fn sentence(&self, plan: &Plan, words: Words) -> String {
        let say = Speech { plan, words };
        match &self.detail {
            Detail::RoomClash { .. } | Detail::PersonClash { .. } | Detail::DelegationClash { .. } => self.clash(say),
            Detail::TransferTooShort { .. } => self.transfer(say),
            Detail::OutsideWindow { stop, group, ends, closes, late } => {
                let host = say.host_for(*stop, *group);
                words.check_outside_window(usize::from(*late), &host, &time(*ends), &clock(*closes))
            }
            Detail::LongWait { stop, group, arrives, opens, minutes } => {
                let host = say.host_for(*stop, *group);
                words.check_long_wait(usize::from(*minutes), &host, &time(*arrives), &clock(*opens))
            }
            Detail::BackLate { visit, group, back, late, by, next } => {
                let (visit, late, back) = (say.item(Item::Visit(*visit, *group)), usize::from(*late), time(*back));
                match next {
                    Some((next, starts)) => {
                        words.check_back_late_next(late, &visit, &back, &say.session(*next), &time(*starts))
                    }
                    None => words.check_back_late(late, &visit, &time(*by), &back),
                }
            }
            Detail::TooManyHeads { .. } => self.heads(say),
            Detail::GroupsAtHost { .. }
            | Detail::HostGap { .. }
            | Detail::InTwoGroups { .. }
            | Detail::InNoGroup { .. }
            | Detail::NoCoach { .. }
            | Detail::OneCoach { .. }
            | Detail::CoachClash { .. } => self.groups(say),
            Detail::NoHeads { delegation } => words.check_no_heads(&say.delegation(*delegation)),
            Detail::NoPlace { session } => words.check_no_place(&say.session(*session)),
            Detail::OutsideDays { item, date } => words.check_outside_days(&say.item(*item), &say.date(*date)),
            Detail::Dangling { record, field, missing } => {
                let (subject, missing) = (say.subject(*record), kind(missing.first(), words));
                match (record, *field) {
                    (Key::Room(_) | Key::Delegate(_), _) | (Key::Stop(_) | Key::Group(_) | Key::Coach(_), "visit") => {
                        words.check_orphan(&subject, missing)
                    }
                    _ => words.check_dangling(&subject, missing),
                }
            }
            Detail::TopicUncovered { topic } => words.check_topic(&say.subject(Key::Topic(*topic))),
            Detail::ArrivalLate { .. } | Detail::DepartureEarly { .. } => self.travel(say),
            Detail::Unprepared { host, what, date } => {
                let (name, day) = (say.host(*host), say.date(*date));
                match what {
                    Unprepared::Announcement => words.check_not_announced(&name, &day, &say.asked(*host)),
                    Unprepared::Agreements => words.check_nda(&name, &day),
                    Unprepared::Contact => words.check_no_contact(&name, &day),
                }
            }
            Detail::IdList { host, due, days } => {
                let (host, date) = (say.host(*host), say.date(*due));
                let count = |days: i64| usize::try_from(days.unsigned_abs()).unwrap_or(usize::MAX);
                match days {
                    Some(days @ ..0) => words.check_id_list_late(count(*days), &host, &date),
                    Some(0) => words.check_id_list_today(&host),
                    Some(days) if self.severity == Severity::Warning => {
                        words.check_id_list_in(count(*days), &host, &date)
                    }
                    _ => words.check_id_list(&host, &date),
                }
            }
            Detail::DriveUnknown { lack } => match lack {
                Lack::Start(visit) => words.check_drive_start(&say.item(Item::Visit(*visit, None))),
                Lack::Return(visit) => words.check_drive_return(&say.item(Item::Visit(*visit, None))),
                Lack::HostVenue(host) => words.check_drive_host(&say.host(*host)),
                Lack::Coordinates(venue) => words.check_drive_coordinates(&say.venue(*venue)),
            },
            Detail::ToConfirm { record } => match record {
                Key::Venue(venue) => words.check_confirm_venue(&say.venue(*venue)),
                Key::Delegation(delegation) => words.check_confirm_delegation(&say.delegation(*delegation)),
                Key::Host(host) => words.check_confirm_host(&say.host(*host)),
                Key::Coach(_) => {
                    let coach =
                        |about: &About| if let Key::Coach(id) = about.key() { say.coach(id) } else { String::new() };
                    let coaches: Vec<String> = self.about.iter().map(coach).collect();
                    words.check_confirm_coaches(coaches.len(), &coaches.join(", "))
                }
                Key::Transfer(_) => words.check_confirm_drives(self.about.len()),
                record => words.check_confirm(&say.subject(*record)),
            },
        }
    }

    fn heads(&self, say: Speech) -> String {
        let Detail::TooManyHeads { limit, groups, takes, heads } = &self.detail else { return String::new() };
        let (words, heads, takes) = (say.words, *heads, takes.to_string());
        let whose = say.groups(groups);
        match limit {
            Limit::Room(session, room) => {
                words.check_heads_room(heads, &say.session(*session), &say.room(*room), &takes)
            }
            Limit::Coach(visit) if groups.is_empty() => {
                words.check_heads_coach(heads, &say.item(Item::Visit(*visit, None)), &takes)
            }
            Limit::Coach(_) => words.check_heads_group(heads, &whose, &takes),
            Limit::GroupCoach(coach) => words.check_heads_groups_coach(heads, &say.coach(*coach), &whose, &takes),
            Limit::Host(stop) if groups.is_empty() => words.check_heads_host(heads, &say.host_of(*stop), &takes),
            Limit::Host(stop) => words.check_heads_groups_host(heads, &whose, &say.host_of(*stop), &takes),
        }
    }

    fn groups(&self, say: Speech) -> String {
        let words = say.words;
        match &self.detail {
            Detail::GroupsAtHost { stop, groups, takes, shared } => {
                let (start, end) = (time(shared.start()), time(shared.end()));
                let (groups, host) = (say.groups(groups), say.host_of(*stop));
                words.check_groups_at_host(usize::from(*takes), &groups, &host, &start, &end)
            }
            Detail::HostGap { stop, first, leaves, second, needs, has } => {
                let needs = words.check_minutes(usize::from(*needs));
                let (host, first, second) = (say.host_of(*stop), say.group(*first), say.group(*second));
                words.check_host_gap(usize::from(*has), &second, &host, &first, &time(*leaves), &needs)
            }
            Detail::InTwoGroups { visit, member, groups } => {
                let visit = say.item(Item::Visit(*visit, None));
                words.check_in_two_groups(&say.member(*member), &visit, &say.groups(groups))
            }
            Detail::InNoGroup { visit, delegation, heads } => {
                let (visit, delegation) = (say.item(Item::Visit(*visit, None)), say.delegation(*delegation));
                match heads {
                    0 => words.check_in_no_group_unknown(&delegation, &visit),
                    heads => words.check_in_no_group(*heads, &delegation, &visit),
                }
            }
            Detail::NoCoach { visit, group } => {
                words.check_no_coach(&say.group(*group), &say.item(Item::Visit(*visit, None)))
            }
            Detail::OneCoach { visit, groups, at } => {
                words.check_one_coach(&say.groups(groups), &say.item(Item::Visit(*visit, None)), &time(*at))
            }
            Detail::CoachClash { coach, first, second, at } => {
                words.check_coach_clash(&say.coach(*coach), &say.group(*first), &say.group(*second), &time(*at))
            }
            _ => String::new(),
        }
    }

    fn clash(&self, say: Speech) -> String {
        let words = say.words;
        let ends = |slot: &Slot| (time(slot.start()), time(slot.end()));
        match &self.detail {
            Detail::RoomClash { room, first, second, shared } => {
                let (start, end) = ends(shared);
                words.check_room_clash(&say.session(*first), &say.session(*second), &say.room(*room), &start, &end)
            }
            Detail::PersonClash { people, role, first, second, shared } => {
                let ((start, end), count, people) = (ends(shared), people.len(), say.people(people));
                let other = if *role == Some(*first) { second } else { first };
                let (one, two) = (say.item(role.unwrap_or(*second)), say.item(*other));
                match (role, other) {
                    (None, _) => words.check_person_clash(count, &people, &two, &one, &start, &end),
                    (_, Item::Visit(..)) => words.check_person_clash_visit(count, &people, &one, &two, &start, &end),
                    (_, Item::Session(_)) => words.check_person_clash_own(count, &people, &one, &two, &start, &end),
                }
            }
            Detail::DelegationClash { delegations, first, second, shared } => {
                let (start, end) = ends(shared);
                let (count, delegations) = say.delegations(delegations);
                let (first, second) = (say.item(*first), say.item(*second));
                if self.severity == Severity::Blocker {
                    words.check_delegation_clash(&first, &second, &start, &end, &delegations)
                } else {
                    words.check_delegation_split(count, &first, &second, &start, &end, &delegations)
                }
            }
            _ => String::new(),
        }
    }

    fn transfer(&self, say: Speech) -> String {
        let Detail::TransferTooShort { second, starts, from, to, needs, has, estimate, .. } = &self.detail else {
            return String::new();
        };
        let (from, to, second, start) = (say.venue(*from), say.venue(*to), say.item(*second), time(*starts));
        let needs = usize::from(*needs);
        let needs = if *estimate { say.words.check_minutes_about(needs) } else { say.words.check_minutes(needs) };
        match has {
            0 => say.words.check_transfer_none(&from, &to, &needs, &second, &start),
            has => say.words.check_transfer(usize::from(*has), &from, &to, &needs, &second, &start),
        }
    }

    fn travel(&self, say: Speech) -> String {
        let words = say.words;
        match &self.detail {
            Detail::ArrivalLate { delegate, arrives, missed, days } => {
                let (person, date) = (say.delegate(*delegate), say.date(arrives.date()));
                let Missed::Part { item, at } = missed else {
                    return match missed {
                        Missed::Everything => words.check_arrival_over(&person, &date),
                        _ => words.check_arrival_days(&person, &date, &say.dates(days)),
                    };
                };
                let (item, here, starts) = (say.item(*item), time(*arrives), time(*at));
                if arrives.date() != at.date() {
                    words.check_arrival_day(&person, &date, &item, &say.date(at.date()))
                } else if days.is_empty() {
                    words.check_arrival(&person, &here, &item, &starts)
                } else {
                    words.check_arrival_too(&person, &date, &here, &item, &starts, &say.dates(days))
                }
            }
            Detail::DepartureEarly { delegate, leaves, missed, days } => {
                let (person, date) = (say.delegate(*delegate), say.date(leaves.date()));
                let Missed::Part { item, at } = missed else {
                    return match missed {
                        Missed::Everything => words.check_departure_before(&person, &date),
                        _ => words.check_departure_days(&person, &date, &say.dates(days)),
                    };
                };
                let (item, off, ends) = (say.item(*item), time(*leaves), time(*at));
                if leaves.date() != at.date() {
                    words.check_departure_day(&person, &date, &item, &say.date(at.date()))
                } else if days.is_empty() {
                    words.check_departure(&person, &off, &item, &ends)
                } else {
                    words.check_departure_too(&person, &date, &off, &item, &ends, &say.dates(days))
                }
            }
            _ => String::new(),
        }
    }
}

/// What sort of thing a record names that is not there.
fn kind(key: Option<&Key>, words: Words) -> &'static str {
    match key {
        Some(Key::Room(_)) => words.check_missing_room(),
        Some(Key::Venue(_)) => words.check_missing_venue(),
        Some(Key::Topic(_)) => words.check_missing_topic(),
        Some(Key::Delegation(_)) => words.check_missing_delegation(),
        Some(Key::Delegate(_)) => words.check_missing_delegate(),
        Some(Key::Host(_)) => words.check_missing_host(),
        Some(Key::Visit(_)) => words.check_missing_visit(),
        Some(Key::Stop(_)) => words.check_missing_stop(),
        Some(Key::Group(_)) => words.check_missing_group(),
        Some(Key::Coach(_)) => words.check_missing_coach(),
        _ => words.check_missing_other(),
    }
}

impl Fix {
    /// What it does, as the words on a button; `plan` is the plan before it.
    #[must_use]
    pub fn words(&self, plan: &Plan, words: Words) -> String {
        let say = Speech { plan, words };
        match self.remedy {
            Remedy::MoveToRoom { session, room } => words.check_fix_room(&say.session(session), &say.room(room)),
            Remedy::StartAt { item, at } => words.check_fix_start(&say.item(item), &time(at)),
            Remedy::StartShorter { session, at } => words.check_fix_start_shorter(&say.session(session), &time(at)),
            Remedy::EndAt { session, at } => words.check_fix_end(&say.session(session), &time(at)),
            Remedy::MoveToDay { item, date } => words.check_fix_day(&say.item(item), &say.date(date)),
            Remedy::VisitFirst { stop } => words.check_fix_visit_first(&say.host_of(stop)),
            Remedy::VisitAfter { stop, after } => words.check_fix_visit_after(&say.host_of(stop), &say.host_of(after)),
            Remedy::ReceiveAt { group, stop, at } => {
                words.check_fix_receive(&say.group(group), &say.host_of(stop), &time(at))
            }
            Remedy::JoinGroup { group } => words.check_fix_join(&say.group(group)),
            Remedy::TakeCoach { coach } => words.check_fix_coach(&say.coach(coach)),
            Remedy::RemoveMention => words.check_fix_remove_mention().into(),
            Remedy::Remove { record: Key::Stop(_) } => words.check_fix_remove_stop().into(),
            Remedy::Remove { record } => words.check_fix_remove(&say.subject(record)),
            Remedy::MarkAnnounced => words.check_fix_announced().into(),
            Remedy::MarkNdaReturned => words.check_fix_nda_returned().into(),
            Remedy::MarkListSent => words.check_fix_list_sent().into(),
            Remedy::Confirm => words.check_fix_confirm().into(),
        }
    }
}
