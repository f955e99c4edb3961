//! Removal: a record goes together with what cannot be without it and with every mention of it.

use super::{Attendance, DelegationId, Key, Party, Place, Plan, TurnId, VenueId};

/// Removes a record, what cannot be without it, and every mention of it, so that no edit leaves a dangling reference.
pub(super) fn remove(plan: &mut Plan, key: Key) {
    match key {
        Key::Topic(id) => {
            plan.sessions.change_where(
                |session| session.topics.contains(&id),
                |session| {
                    session.topics.remove(&id);
                },
            );
            plan.stops.change_where(
                |stop| stop.topics.contains(&id),
                |stop| {
                    stop.topics.remove(&id);
                },
            );
        }
        Key::Venue(id) => remove_venue(plan, id),
        Key::Room(id) => vacate(plan, Place::Room(id)),
        Key::Delegation(id) => {
            let delegates: Vec<_> = plan.delegates_of(id).map(|delegate| delegate.id).collect();
            for delegate in delegates {
                remove(plan, Key::Delegate(delegate));
            }
            dismiss(plan, &Party::Delegation(id));
            plan.sessions
                .change_where(|session| names(&session.audience, id), |session| drop_from(&mut session.audience, id));
            plan.visits.change_where(|visit| names(&visit.audience, id), |visit| drop_from(&mut visit.audience, id));
            plan.groups.change_where(
                |group| group.delegations.contains(&id),
                |group| {
                    group.delegations.remove(&id);
                },
            );
        }
        Key::Delegate(id) => {
            dismiss(plan, &Party::Delegate(id));
            plan.groups.change_where(
                |group| group.delegates.contains(&id),
                |group| {
                    group.delegates.remove(&id);
                },
            );
        }
        Key::Host(id) => {
            let stops: Vec<_> = plan.stops.iter().filter(|stop| stop.host == id).map(|stop| stop.id).collect();
            for stop in stops {
                remove(plan, Key::Stop(stop));
            }
        }
        Key::Visit(id) => {
            let stops: Vec<_> = plan.stops.iter().filter(|stop| stop.visit == id).map(|stop| stop.id).collect();
            for stop in stops {
                remove(plan, Key::Stop(stop));
            }
            let groups = plan.groups.iter().filter(|group| group.visit == id).map(|group| Key::Group(group.id));
            let coaches = plan.coaches.iter().filter(|coach| coach.visit == id).map(|coach| Key::Coach(coach.id));
            let riders: Vec<_> = groups.chain(coaches).collect();
            for key in riders {
                remove(plan, key);
            }
        }
        Key::Stop(id) => {
            plan.visits.change_where(
                |visit| visit.order.contains(&id) || visit.deviation.mentions(id),
                |visit| {
                    visit.order.retain(|stop| *stop != id);
                    visit.deviation.forget(id);
                },
            );
            plan.groups.change_where(
                |group| group.order.contains(&id) || group.skips.contains(&id) || group.deviation.mentions(id),
                |group| {
                    group.order.retain(|stop| *stop != id);
                    group.skips.remove(&id);
                    group.deviation.forget(id);
                },
            );
            remove_turns(plan, |turn| turn.stop == id);
        }
        Key::Coach(id) => plan.groups.change_where(|group| group.coach == Some(id), |group| group.coach = None),
        Key::Group(id) => {
            remove_turns(plan, |turn| turn.group == id);
            plan.groups
                .change_where(|group| group.deviation.parted_from() == Some(id), |group| group.deviation.parted = None);
        }
        Key::Meeting(_)
        | Key::Day(_)
        | Key::Document(_)
        | Key::Session(_)
        | Key::Transfer(_)
        | Key::Turn(_)
        | Key::Version(_) => {}
    }
    plan.remove(key);
}

fn remove_venue(plan: &mut Plan, id: VenueId) {
    let rooms: Vec<_> = plan.rooms.iter().filter(|room| room.venue == id).map(|room| room.id).collect();
    for room in rooms {
        remove(plan, Key::Room(room));
    }
    vacate(plan, Place::Venue(id));
    plan.hosts.change_where(|host| host.venue == Some(id), |host| host.venue = None);
    plan.visits.change_where(|visit| visit.start_place == Some(id), |visit| visit.start_place = None);
    plan.visits.change_where(|visit| visit.return_place == Some(id), |visit| visit.return_place = None);
    let drives: Vec<_> = plan.transfers.iter().map(|transfer| transfer.id).collect();
    for drive in drives.into_iter().filter(|drive| drive.from == id || drive.to == id) {
        plan.transfers.remove(drive);
    }
}

fn remove_turns(plan: &mut Plan, concerns: impl Fn(TurnId) -> bool) {
    let turns: Vec<_> = plan.turns.iter().map(|turn| turn.id).filter(|id| concerns(*id)).collect();
    for turn in turns {
        plan.turns.remove(turn);
    }
}

fn vacate(plan: &mut Plan, place: Place) {
    plan.sessions.change_where(|session| session.place == place, |session| session.place = Place::Open);
}

fn dismiss(plan: &mut Plan, party: &Party) {
    let has = |parties: &[Party]| parties.contains(party);
    plan.sessions.change_where(
        |session| has(&session.chair) || has(&session.speakers) || has(&session.rapporteur),
        |session| {
            for parties in [&mut session.chair, &mut session.speakers, &mut session.rapporteur] {
                parties.retain(|other| other != party);
            }
        },
    );
}

fn names(attendance: &Attendance, id: DelegationId) -> bool {
    matches!(attendance, Attendance::Only(delegations) if delegations.contains(&id))
}

/// An audience that loses its last delegation is for everyone again: nobody can be nobody's guest.
fn drop_from(attendance: &mut Attendance, id: DelegationId) {
    if let Attendance::Only(delegations) = attendance {
        delegations.remove(&id);
        if delegations.is_empty() {
            *attendance = Attendance::Everyone;
        }
    }
}
