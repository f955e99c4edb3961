//! Ways out of a finding. Those that change times, places or order are proposals: `super::check` tries them.

use super::finding::{Detail, Finding, Fix, Item, Limit, Remedy, Unprepared};
use super::retime::{nearest_day, retime, start_visit};
use super::scene::Scene;
use super::{groups, references};
use crate::circuit::{Itinerary, itinerary};
use crate::order::sort_by_key;
use crate::plan::{Edit, EntryId, GroupId, Host, Key, Place, Plan, RoomId, Session, SessionId, StopId, VisitId, apply};

/// A visit of more stops is not searched for a better order.
const SEARCHED: usize = 6;

/// A visit is not proposed to start more minutes earlier or later than this.
const FARTHEST: u16 = 120;

/// The fix of a finding that needs no trial: it touches one record and nothing that another rule looks at.
pub(super) fn certain(scene: &Scene, finding: &Finding) -> Option<Fix> {
    match finding.detail {
        // Several are confirmed one by one, where they are.
        Detail::ToConfirm { record: Key::Coach(_) | Key::Transfer(_) } if finding.about.len() > 1 => None,
        Detail::ToConfirm { record } => Some(Fix { edit: Edit::Confirm(record), remedy: Remedy::Confirm }),
        Detail::IdList { host, .. } => {
            let before = Host::clone(scene.plan.hosts.get(host)?);
            let after = Host { id_list_sent: true, ..before.clone() };
            Some(Fix { edit: Edit::revise(before, after), remedy: Remedy::MarkListSent })
        }
        Detail::Unprepared { host, what, .. } => {
            let before = Host::clone(scene.plan.hosts.get(host)?);
            let (after, remedy) = match what {
                Unprepared::Announcement => (Host { announced: true, ..before.clone() }, Remedy::MarkAnnounced),
                Unprepared::Agreements => (Host { nda_returned: true, ..before.clone() }, Remedy::MarkNdaReturned),
                Unprepared::Contact => return None,
            };
            Some(Fix { edit: Edit::revise(before, after), remedy })
        }
        _ => None,
    }
}

impl Fix {
    /// The item that alone gets another time or place, when it is only one.
    pub(super) fn touches(&self, plan: &Plan) -> Option<Item> {
        match self.remedy {
            Remedy::MoveToRoom { session, .. }
            | Remedy::StartShorter { session, .. }
            | Remedy::EndAt { session, .. } => Some(Item::Session(session)),
            Remedy::StartAt { item, .. } | Remedy::MoveToDay { item, .. } => Some(item),
            Remedy::VisitFirst { stop } | Remedy::VisitAfter { stop, .. } => {
                plan.stops.get(stop).map(|stop| Item::Visit(stop.visit, None))
            }
            Remedy::ReceiveAt { group, .. } => {
                plan.groups.get(group).map(|known| Item::Visit(known.visit, Some(group)))
            }
            Remedy::JoinGroup { .. } | Remedy::TakeCoach { .. } => None,
            Remedy::RemoveMention | Remedy::Remove { .. } | Remedy::MarkListSent => None,
            Remedy::MarkAnnounced | Remedy::MarkNdaReturned | Remedy::Confirm => None,
        }
    }
}

/// What may help, the gentlest first.
pub(super) fn proposals(scene: &Scene, finding: &Finding) -> Vec<Fix> {
    match &finding.detail {
        Detail::RoomClash { first, second, .. } => {
            let rooms = [second, first].into_iter().flat_map(|session| other_rooms(scene, *session));
            rooms.chain(retime(scene, Item::Session(*first), Item::Session(*second))).collect()
        }
        Detail::PersonClash { first, second, .. }
        | Detail::DelegationClash { first, second, .. }
        | Detail::TransferTooShort { first, second, .. } => retime(scene, *first, *second),
        Detail::TooManyHeads { limit: Limit::Room(session, _), .. } => other_rooms(scene, *session),
        Detail::OutsideWindow { stop, group, late, .. } => {
            let Some(visit) = scene.plan.stops.get(*stop).map(|stop| stop.visit) else { return Vec::new() };
            let in_time =
                |itinerary: &Itinerary| itinerary.stays.iter().all(|stay| stay.stop != *stop || stay.late == 0);
            let reordered = orders(scene, visit, *group, Some(*stop), in_time);
            earlier(scene, visit, *group, *late).into_iter().chain(reordered).collect()
        }
        Detail::BackLate { visit, group, late, by, .. } => {
            let reordered = orders(scene, *visit, *group, None, |itinerary| itinerary.back <= *by);
            earlier(scene, *visit, *group, *late).into_iter().chain(reordered).collect()
        }
        Detail::LongWait { stop, group, minutes, .. } => {
            let visit = scene.plan.stops.get(*stop).map(|stop| stop.visit).filter(|_| *minutes <= FARTHEST);
            let later = i64::from(minutes - minutes % 5);
            visit.and_then(|visit| start_visit(scene.plan, visit, *group, later)).into_iter().collect()
        }
        Detail::GroupsAtHost { .. }
        | Detail::HostGap { .. }
        | Detail::InTwoGroups { .. }
        | Detail::InNoGroup { .. }
        | Detail::NoCoach { .. } => groups::ways_out(scene, finding),
        Detail::OutsideDays { item, .. } => nearest_day(scene, *item).into_iter().collect(),
        Detail::Dangling { record, field, .. } => references::mend(scene.plan, *record, field).into_iter().collect(),
        _ => Vec::new(),
    }
}

/// Rooms of the same venue that are free and large enough, the tightest first; not for a session that is fixed.
fn other_rooms(scene: &Scene, session: SessionId) -> Vec<Fix> {
    let plan = scene.plan;
    let Some(session) = plan.sessions.get(session).filter(|session| !session.fixed) else { return Vec::new() };
    let Place::Room(now) = session.place else { return Vec::new() };
    let Some(venue) = plan.rooms.get(now).map(|room| room.venue) else { return Vec::new() };
    let heads = scene.heads(&session.audience);
    let taken = |room: RoomId| {
        let mut others = plan.sessions.iter().filter(|other| other.place == Place::Room(room));
        others.any(|other| other.slot.overlaps(session.slot))
    };
    let mut rooms: Vec<_> = plan.rooms.iter().filter(|room| room.venue == venue && room.id != now).collect();
    rooms.retain(|room| room.capacity.is_none_or(|takes| usize::from(takes) >= heads) && !taken(room.id));
    sort_by_key(&mut rooms, |room| (room.capacity.unwrap_or(u16::MAX), room.id));
    let fixes = rooms.into_iter().take(2).map(|room| {
        let before = Session::clone(session);
        let after = Session { place: Place::Room(room.id), ..before.clone() };
        let remedy = Remedy::MoveToRoom { session: session.id, room: room.id };
        Fix { edit: Edit::revise(before, after), remedy }
    });
    fixes.collect()
}

/// The visit, or one group of it, starting so many minutes earlier, rounded up to 5.
fn earlier(scene: &Scene, visit: VisitId, group: Option<GroupId>, minutes: u16) -> Option<Fix> {
    if minutes > FARTHEST {
        return None;
    }
    start_visit(scene.plan, visit, group, -i64::from(minutes.next_multiple_of(5)))
}

/// Single moves of a stop after which a visit is as wanted: the least driving first, then the earliest return, then
/// those that move the stop in question.
fn orders(
    scene: &Scene,
    visit: VisitId,
    group: Option<GroupId>,
    about: Option<StopId>,
    wanted: impl Fn(&Itinerary) -> bool,
) -> Vec<Fix> {
    let way = |plan: &Plan| {
        let group = group.and_then(|group| plan.groups.get(group)).map(|group| &**group);
        plan.visits.get(visit).map(|visit| itinerary(plan, visit, group))
    };
    let Some(now) = way(scene.plan) else { return Vec::new() };
    let order: Vec<StopId> = now.stays.iter().map(|stay| stay.stop).collect();
    if order.len() > SEARCHED {
        return Vec::new();
    }
    let mut found = Vec::new();
    for (from, stop) in order.iter().enumerate() {
        for to in (0..order.len()).filter(|to| *to != from) {
            let edit = Edit::MoveStop { stop: *stop, group, to };
            let Ok(moved) = apply(scene.plan, &edit) else { continue };
            let Some(itinerary) = way(&moved) else { continue };
            if wanted(&itinerary) {
                let before = itinerary.legs.get(to.wrapping_sub(1)).map(|leg| leg.id);
                let remedy = match before {
                    Some(EntryId::LegTo(after, _)) => Remedy::VisitAfter { stop: *stop, after },
                    _ => Remedy::VisitFirst { stop: *stop },
                };
                let rank = (itinerary.driving(), itinerary.back, about != Some(*stop), (from, to));
                found.push((rank, Fix { edit, remedy }));
            }
        }
    }
    sort_by_key(&mut found, |(rank, _)| *rank);
    found.into_iter().take(3).map(|(_, fix)| fix).collect()
}
