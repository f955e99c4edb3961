//! What a record refers to, in one place, so that no edit names what is not there.

use super::{AnyRecord, Attendance, Key, Party, Place};

impl AnyRecord {
    /// The keys of the records that this one names, in the order of its fields; one may come more than once.
    #[must_use]
    pub fn references(&self) -> Vec<Key> {
        match self {
            Self::Meeting(_)
            | Self::Day(_)
            | Self::Topic(_)
            | Self::Document(_)
            | Self::Venue(_)
            | Self::Delegation(_)
            // What was handed out may name what is gone.
            | Self::Version(_) => Vec::new(),
            Self::Room(room) => vec![Key::Venue(room.venue)],
            Self::Delegate(delegate) => vec![Key::Delegation(delegate.delegation)],
            Self::Session(session) => {
                let place = match session.place {
                    Place::Open => None,
                    Place::Venue(id) => Some(Key::Venue(id)),
                    Place::Room(id) => Some(Key::Room(id)),
                };
                let parties = session.chair.iter().chain(&session.speakers).chain(&session.rapporteur);
                let parties = parties.filter_map(|party| match party {
                    Party::Delegate(id) => Some(Key::Delegate(*id)),
                    Party::Delegation(id) => Some(Key::Delegation(*id)),
                    Party::Named(_) => None,
                });
                let topics = session.topics.iter().copied().map(Key::Topic);
                place.into_iter().chain(parties).chain(named(&session.audience)).chain(topics).collect()
            }
            Self::Host(host) => host.venue.map(Key::Venue).into_iter().collect(),
            Self::Visit(visit) => {
                let places = [visit.start_place, visit.return_place].into_iter().flatten().map(Key::Venue);
                let stops = visit.order.iter().copied().map(Key::Stop).chain(visit.deviation.references());
                places.chain(stops).chain(named(&visit.audience)).collect()
            }
            Self::Stop(stop) => {
                let topics = stop.topics.iter().copied().map(Key::Topic);
                [Key::Visit(stop.visit), Key::Host(stop.host)].into_iter().chain(topics).collect()
            }
            Self::Coach(coach) => vec![Key::Visit(coach.visit)],
            Self::Group(group) => {
                let delegations = group.delegations.iter().copied().map(Key::Delegation);
                let delegates = group.delegates.iter().copied().map(Key::Delegate);
                let stops = group.order.iter().chain(&group.skips).copied().map(Key::Stop);
                let stops = stops.chain(group.deviation.references());
                let of_all = [Some(Key::Visit(group.visit)), group.coach.map(Key::Coach)].into_iter().flatten();
                of_all.chain(delegations).chain(delegates).chain(stops).collect()
            }
            Self::Turn(turn) => vec![Key::Group(turn.id.group), Key::Stop(turn.id.stop)],
            Self::Transfer(transfer) => vec![Key::Venue(transfer.id.from), Key::Venue(transfer.id.to)],
        }
    }
}

fn named(audience: &Attendance) -> impl Iterator<Item = Key> {
    let delegations = match audience {
        Attendance::Everyone => None,
        Attendance::Only(delegations) => Some(delegations),
    };
    delegations.into_iter().flatten().copied().map(Key::Delegation)
}
