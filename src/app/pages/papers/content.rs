//! What is on each paper.

use super::{
    attendance, badges, catering, coach, door, edition::Edition, evidence, host, itinerary, programme, sheet::Content,
};
use crate::papers::Paper;

/// What is on a paper; nothing for one that the plan does not have.
pub fn content(edition: &Edition, paper: Paper) -> Option<Content> {
    match paper {
        Paper::Programme(audience) => {
            let known = audience.known_to(&edition.plan) == audience;
            known.then(|| programme::content(edition, audience))
        }
        Paper::Itinerary(audience) => itinerary::content(edition, audience),
        Paper::Attendance(site) => attendance::content(edition, site),
        Paper::Badges => Some(badges::content(edition)),
        Paper::CoachList(carriage, to) => coach::content(edition, carriage, to),
        Paper::HostSheet(host) => host::content(edition, host),
        Paper::Catering(session) => catering::content(edition, session),
        Paper::DoorSign(room, date) => door::content(edition, room, date),
        Paper::Evidence => Some(evidence::content(edition)),
    }
}
