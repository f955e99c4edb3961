//! Opaque identities. An id is made once, from outside (see `app::effects`), and never reused or read for meaning.

use std::{fmt, str::FromStr};
use uuid::Uuid;

macro_rules! ids {
    ($($(#[$meta:meta])* $name:ident)*) => {$(
        $(#[$meta])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(Uuid);

        impl $name {
            /// Wraps a UUID that somebody else made.
            #[must_use]
            pub const fn from_uuid(uuid: Uuid) -> Self {
                Self(uuid)
            }

            /// A fixed id, for the shipped plan and for tests.
            #[must_use]
            pub const fn from_number(number: u128) -> Self {
                Self(Uuid::from_u128(number))
            }

            /// The UUID as it stands in files.
            #[must_use]
            pub const fn uuid(self) -> Uuid {
                self.0
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
                self.0.hyphenated().fmt(formatter)
            }
        }

        impl FromStr for $name {
            type Err = uuid::Error;

            fn from_str(text: &str) -> Result<Self, Self::Err> {
                Uuid::parse_str(text).map(Self)
            }
        }
    )*};
}

ids! {
    /// Identity of a plan: two files with the same one are copies of the same meeting.
    PlanId
    /// Identity of a [`super::Topic`].
    TopicId
    /// Identity of a [`super::Document`].
    DocumentId
    /// Identity of a [`super::Venue`].
    VenueId
    /// Identity of a [`super::Room`].
    RoomId
    /// Identity of a [`super::Session`].
    SessionId
    /// Identity of a [`super::Delegation`].
    DelegationId
    /// Identity of a [`super::Delegate`].
    DelegateId
    /// Identity of a [`super::Host`].
    HostId
    /// Identity of a [`super::Visit`].
    VisitId
    /// Identity of a [`super::Stop`].
    StopId
    /// Identity of a [`super::Coach`].
    CoachId
    /// Identity of a [`super::Group`].
    GroupId
    /// Identity of a [`super::Version`].
    VersionId
}

/// Identity of a [`super::Transfer`]: the two venues, in the direction of travel.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct TransferId {
    /// Where the drive starts.
    pub from: VenueId,
    /// Where it ends.
    pub to: VenueId,
}

/// Identity of a [`super::Turn`]: a group at a stop.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct TurnId {
    /// The group.
    pub group: GroupId,
    /// The stop.
    pub stop: StopId,
}

/// Identity of an entry of the agenda, as it stands in `data-entry`.
///
/// A leg has no record of its own: it is known by the stop that it leads to, or by the visit that it ends. Where a visit
/// has groups, each group's stops and legs are entries of their own.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum EntryId {
    /// A session.
    Session(SessionId),
    /// A stop of a study visit.
    Stop(StopId, Option<GroupId>),
    /// The leg that leads to a stop.
    LegTo(StopId, Option<GroupId>),
    /// The leg that leads back from the last stop of a visit.
    LegBack(VisitId, Option<GroupId>),
}

impl EntryId {
    /// The group whose entry it is, where a visit has groups.
    #[must_use]
    pub const fn group(self) -> Option<GroupId> {
        match self {
            Self::Session(_) => None,
            Self::Stop(_, group) | Self::LegTo(_, group) | Self::LegBack(_, group) => group,
        }
    }

    /// The entry of another group for the same stop or leg; of all together for none.
    #[must_use]
    pub const fn of_group(self, group: Option<GroupId>) -> Self {
        match self {
            Self::Session(id) => Self::Session(id),
            Self::Stop(id, _) => Self::Stop(id, group),
            Self::LegTo(id, _) => Self::LegTo(id, group),
            Self::LegBack(id, _) => Self::LegBack(id, group),
        }
    }
}

impl fmt::Display for EntryId {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Session(id) => id.fmt(formatter),
            Self::Stop(id, _) => id.fmt(formatter),
            Self::LegTo(id, _) => write!(formatter, "to-{id}"),
            Self::LegBack(id, _) => write!(formatter, "back-{id}"),
        }?;
        match self.group() {
            Some(group) => write!(formatter, "_{group}"),
            None => Ok(()),
        }
    }
}
