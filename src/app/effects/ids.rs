//! New identities: version 7 UUIDs (RFC 9562), which sort by the time of their making.

use crate::plan::{
    CoachId, DelegateId, DelegationId, DocumentId, GroupId, HostId, PlanId, RoomId, SessionId, StopId, TopicId,
    VenueId, VersionId, VisitId,
};
use uuid::Uuid;

macro_rules! fresh {
    ($($name:ident: $id:ty),*) => {$(
        #[doc = concat!("A new `", stringify!($id), "`.")]
        #[must_use]
        #[allow(dead_code, reason = "one for every kind of record")]
        pub fn $name() -> $id {
            <$id>::from_uuid(Uuid::now_v7())
        }
    )*};
}

fresh!(
    plan: PlanId,
    topic: TopicId,
    document: DocumentId,
    venue: VenueId,
    room: RoomId,
    session: SessionId,
    delegation: DelegationId,
    delegate: DelegateId,
    host: HostId,
    visit: VisitId,
    stop: StopId,
    coach: CoachId,
    group: GroupId,
    version: VersionId
);
