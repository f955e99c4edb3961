//! The plan as the rules look at it: what happens when and for whom, in the order of time, with what overlaps.

use super::finding::{About, Item};
use crate::circuit::{Itinerary, Leg, itineraries};
use crate::order::sort_by_key;
use crate::plan::{
    Attendance, CoachId, Delegate, DelegationId, EntryId, Group, Key, Party, Plan, Session, SessionKind, Slot, StopId,
    VenueId, Visit,
};
use chrono::{NaiveDate, NaiveDateTime};
use std::borrow::Cow;

/// A plan, worked out once for all rules.
pub(super) struct Scene<'plan> {
    pub plan: &'plan Plan,
    pub today: Option<NaiveDate>,
    /// The groups of every visit with their times, also those without stops.
    pub outings: Vec<Outing<'plan>>,
    /// Sessions and groups on visits with stops, by start.
    pub happenings: Vec<Happening<'plan>>,
    /// Pairs of [`Scene::happenings`] that overlap, the one that starts first, first.
    pub overlaps: Vec<(usize, usize)>,
    /// How many heads to count on from each delegation.
    pub heads: Vec<(DelegationId, usize)>,
}

/// What a group does on a study visit, with its times; of all together where the visit has no groups.
pub(super) struct Outing<'plan> {
    pub visit: &'plan Visit,
    pub group: Option<&'plan Group>,
    pub itinerary: Itinerary,
}

/// Something that takes people's time.
pub(super) struct Happening<'plan> {
    pub item: Item,
    pub slot: Slot,
    /// When it ends.
    pub end: NaiveDateTime,
    /// The delegations that it is for.
    pub audience: Cow<'plan, Attendance>,
    /// The session, when it is one.
    pub session: Option<&'plan Session>,
    /// The group, when it is what one does on a visit.
    group: Option<&'plan Group>,
    /// Where people have to be when it starts, when that is known.
    pub from: Option<VenueId>,
    /// Where they are when it ends.
    pub to: Option<VenueId>,
    /// The entries of a visit on the agenda, by time.
    entries: Vec<(EntryId, Slot)>,
}

impl<'plan> Scene<'plan> {
    pub fn new(plan: &'plan Plan, today: Option<NaiveDate>) -> Self {
        let mut scene = Self::happenings(plan, today);
        scene.overlaps = overlaps(&scene.happenings);
        scene
    }

    /// The scene with only those overlaps in which one item takes part.
    pub fn around(plan: &'plan Plan, today: Option<NaiveDate>, item: Item) -> Self {
        let mut scene = Self::happenings(plan, today);
        let mut overlaps = Vec::new();
        for (place, happening) in scene.happenings.iter().enumerate().filter(|(_, one)| item.covers(one.item)) {
            for (other, beside) in scene.happenings.iter().enumerate() {
                let known = other == place || other < place && item.covers(beside.item);
                if !known && beside.slot.overlaps(happening.slot) {
                    overlaps.push((other.min(place), other.max(place)));
                }
            }
        }
        scene.overlaps = overlaps;
        scene
    }

    fn happenings(plan: &'plan Plan, today: Option<NaiveDate>) -> Self {
        let mut outings = Vec::new();
        for visit in &plan.visits {
            for itinerary in itineraries(plan, visit) {
                let group = itinerary.group.and_then(|id| plan.groups.get(id)).map(|group| &**group);
                outings.push(Outing { visit, group, itinerary });
            }
        }
        let known = |venue: Option<VenueId>| venue.filter(|id| plan.venues.has(*id));
        let sessions = plan.sessions.iter().filter(|session| !session.dropped);
        let mut happenings: Vec<_> = sessions.map(|session| session_happening(plan, session)).collect();
        for outing in outings.iter().filter(|outing| !outing.itinerary.stays.is_empty()) {
            let Outing { visit, group, itinerary } = outing;
            let mut entries = Vec::new();
            for (place, leg) in itinerary.legs.iter().enumerate() {
                entries.push((leg.id, leg.slot()));
                let stay = itinerary.stays.get(place);
                entries.extend(stay.map(|stay| (EntryId::Stop(stay.stop, itinerary.group), stay.slot())));
            }
            let slot = itinerary.slot();
            happenings.push(Happening {
                item: outing.item(),
                slot,
                end: slot.end(),
                audience: match group {
                    Some(group) => Cow::Owned(Attendance::Only(group.delegations.clone())),
                    None => Cow::Borrowed(&visit.audience),
                },
                session: None,
                group: *group,
                from: known(visit.start_place),
                to: known(visit.return_place),
                entries,
            });
        }
        sort_by_key(&mut happenings, |happening| (happening.slot, happening.item));
        let mut heads: Vec<_> = plan.delegations.iter().map(|delegation| (delegation.id, 0)).collect();
        for delegate in &plan.delegates {
            if let Ok(place) = heads.binary_search_by_key(&delegate.delegation, |(id, _)| *id) {
                heads[place].1 += 1;
            }
        }
        for ((_, named), delegation) in heads.iter_mut().zip(&plan.delegations) {
            *named = (*named).max(usize::from(delegation.expected.unwrap_or(0)));
        }
        Self { plan, today, outings, happenings, overlaps: Vec::new(), heads }
    }

    /// How many heads to count on from those meant.
    pub fn heads(&self, audience: &Attendance) -> usize {
        self.heads.iter().filter(|(id, _)| audience.includes(*id)).map(|(_, heads)| heads).sum()
    }

    /// The delegations that two happenings both ask for.
    pub fn shared(&self, first: &Happening, second: &Happening) -> Vec<DelegationId> {
        let meant = |id: &DelegationId| first.audience.includes(*id) && second.audience.includes(*id);
        self.heads.iter().map(|(id, _)| *id).filter(meant).collect()
    }

    /// The happening of an item, when it takes time.
    pub fn happening(&self, item: Item) -> Option<&Happening<'plan>> {
        self.happenings.iter().find(|happening| happening.item == item)
    }

    /// The entries of a stop on the agenda, by time; one that no group makes has only its own.
    pub fn entries_of(&self, stop: StopId) -> Vec<About> {
        let stays =
            self.outings.iter().flat_map(|outing| outing.itinerary.stays.iter().map(move |stay| (outing, stay)));
        let mut made: Vec<_> = stays.filter(|(_, stay)| stay.stop == stop).collect();
        sort_by_key(&mut made, |(outing, stay)| (stay.arrives, outing.itinerary.group));
        if made.is_empty() {
            return vec![About::Entry(EntryId::Stop(stop, None))];
        }
        made.into_iter().map(|(outing, _)| About::Entry(EntryId::Stop(stop, outing.itinerary.group))).collect()
    }
}

impl Happening<'_> {
    /// Whether it expects the people that it is for; free time and departures let them do something else.
    pub fn expects_presence(&self) -> bool {
        self.session.is_none_or(|session| !session.kind.needs_no_place())
    }

    /// Whether missing a part of it is worth a word: not a break, nor the registration desk.
    pub fn matters(&self) -> bool {
        let passing = |kind| matches!(kind, SessionKind::Registration | SessionKind::Break);
        self.expects_presence() && self.session.is_none_or(|session| !passing(session.kind))
    }

    /// Whether it expects a delegate: as a member of the delegation, or of the group.
    pub fn expects(&self, plan: &Plan, delegate: &Delegate) -> bool {
        match self.group {
            Some(group) => plan.group_of(group.visit, delegate).is_some_and(|theirs| theirs.id == group.id),
            None => self.audience.includes(delegate.delegation),
        }
    }

    /// Whether it can be attended by a part of a delegation.
    pub fn can_be_shared_out(&self) -> bool {
        use SessionKind::{Break, Registration, SteeringGroup, Workshop};
        self.session.is_some_and(|session| matches!(session.kind, Workshop | SteeringGroup | Registration | Break))
    }

    fn own_entry(&self) -> Option<About> {
        self.session.map(|session| About::Entry(EntryId::Session(session.id)))
    }

    /// Its first entry on the agenda.
    pub fn starts_as(&self) -> Option<About> {
        self.own_entry().or_else(|| self.entries.first().map(|(entry, _)| About::Entry(*entry)))
    }

    /// Its last entry on the agenda.
    pub fn ends_as(&self) -> Option<About> {
        self.own_entry().or_else(|| self.entries.last().map(|(entry, _)| About::Entry(*entry)))
    }

    /// Its first entry that overlaps a slot.
    pub fn entry_in(&self, slot: Slot) -> Option<About> {
        let overlapping = self.entries.iter().find(|(_, own)| own.overlaps(slot));
        overlapping.map(|(entry, _)| About::Entry(*entry)).or_else(|| self.starts_as())
    }
}

impl Outing<'_> {
    /// What takes people's time here.
    pub fn item(&self) -> Item {
        Item::Visit(self.visit.id, self.itinerary.group)
    }

    /// Where a finding about a group's whole way is: its first leg, and the group itself, or the visit.
    pub fn about(&self) -> Vec<About> {
        let record = self.itinerary.group.map_or(Key::Visit(self.visit.id), Key::Group);
        self.first_leg().into_iter().chain([About::Record(record)]).collect()
    }

    /// Its first entry on the agenda.
    pub fn first_leg(&self) -> Option<About> {
        self.itinerary.legs.first().map(|leg| About::Entry(leg.id))
    }

    /// The legs on which a coach carries it.
    pub fn legs_in(&self, plan: &Plan, coach: CoachId) -> Vec<&Leg> {
        let Some(group) = self.itinerary.group else { return Vec::new() };
        let legs = self.itinerary.legs.iter();
        legs.filter(|leg| plan.coach_to(group, leg.stop()) == Some(coach)).collect()
    }

    /// How many heads to count on.
    pub fn heads(&self, scene: &Scene) -> usize {
        match self.group {
            Some(group) => scene.plan.heads_in(group),
            None => scene.heads(&self.visit.audience),
        }
    }
}

fn session_happening<'plan>(plan: &'plan Plan, session: &'plan Session) -> Happening<'plan> {
    let venue = plan.venue_of(session.place).map(|venue| venue.id);
    Happening {
        item: Item::Session(session.id),
        slot: session.slot,
        end: session.slot.end(),
        audience: Cow::Borrowed(&session.audience),
        session: Some(session),
        group: None,
        from: venue,
        to: venue,
        entries: Vec::new(),
    }
}

/// One sweep in the order of time; only what is still going on is compared.
fn overlaps(happenings: &[Happening]) -> Vec<(usize, usize)> {
    let (mut pairs, mut open) = (Vec::new(), Vec::<usize>::new());
    for (later, happening) in happenings.iter().enumerate() {
        open.retain(|earlier| happenings[*earlier].slot.overlaps(happening.slot));
        pairs.extend(open.iter().map(|earlier| (*earlier, later)));
        open.push(later);
    }
    pairs
}

/// Those who have a role in a session.
pub(super) fn roles(session: &Session) -> impl Iterator<Item = &Party> {
    session.chair.iter().chain(&session.speakers).chain(&session.rapporteur)
}

/// The time that two overlapping slots share.
pub(super) fn shared_time(first: Slot, second: Slot) -> Slot {
    let (start, end): (NaiveDateTime, NaiveDateTime) =
        (first.start().max(second.start()), first.end().min(second.end()));
    Slot::new(start, end).unwrap_or(second)
}
