//! The rules by name, and how bad a finding can be.

/// How bad a finding is, the worst first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// The day does not work as planned.
    Blocker,
    /// The day may go wrong.
    Warning,
    /// Something to know or still to do.
    Note,
}

impl Severity {
    /// Every severity, the worst first.
    pub const ALL: [Self; 3] = [Self::Blocker, Self::Warning, Self::Note];

    /// The name in `data-severity`.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Blocker => "blocker",
            Self::Warning => "warning",
            Self::Note => "note",
        }
    }
}

macro_rules! rules {
    ($($(#[$meta:meta])* $rule:ident = $name:literal,)*) => {
        /// A rule of the checks.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Rule {
            $($(#[$meta])* $rule,)*
        }

        impl Rule {
            /// Every rule.
            pub const ALL: &[Self] = &[$(Self::$rule,)*];

            /// The name in `data-finding`.
            #[must_use]
            pub const fn name(self) -> &'static str {
                match self {
                    $(Self::$rule => $name,)*
                }
            }
        }
    };
}

rules! {
    /// Two sessions at once in a room.
    RoomClash = "room-clash",
    /// A person with roles in two places at once.
    PersonClash = "person-clash",
    /// A delegation that is asked to be in two places at once.
    DelegationClash = "delegation-clash",
    /// Less time between two places than the drive takes.
    TransferTooShort = "transfer-too-short",
    /// A stop that ends after its host closes.
    OutsideWindow = "outside-window",
    /// A study visit that is back later than it may be.
    BackLate = "back-late",
    /// More heads than a room, a coach or a host takes.
    TooManyHeads = "too-many-heads",
    /// More groups at a host than it takes at once.
    GroupsAtHost = "groups-at-host",
    /// Less time between two groups than a host needs.
    HostGap = "host-gap",
    /// A delegation or a delegate in two groups of a visit.
    InTwoGroups = "in-two-groups",
    /// People of a visit who are in none of its groups.
    InNoGroup = "in-no-group",
    /// A group without a coach on a visit that has coaches, or one coach for groups that go separate ways.
    NoCoach = "no-coach",
    /// A coach that carries two groups to different places.
    CoachClash = "coach-clash",
    /// A session or a visit on a date that is not a day of the meeting.
    OutsideDays = "outside-days",
    /// A host that should have had the list of identity documents.
    IdListLate = "id-list-late",
    /// Guests who were not told what to bring, or what is forbidden.
    NotAnnounced = "not-announced",
    /// A host that waits for signed agreements.
    NdaNotReturned = "nda-not-returned",
    /// A host of which nobody knows whom to call.
    NoContact = "no-contact",
    /// A session without a place.
    NoPlace = "no-place",
    /// A drive whose length cannot be known.
    DriveUnknown = "drive-unknown",
    /// A record that names something that is not there.
    DanglingReference = "dangling-reference",
    /// A topic that nothing covers.
    TopicUncovered = "topic-uncovered",
    /// A delegate who arrives after something to attend has started.
    ArrivalLate = "arrival-late",
    /// A delegate who leaves before something to attend has ended.
    DepartureEarly = "departure-early",
    /// A delegation of which nobody knows how many come.
    NoHeads = "no-heads",
    /// A host that waits for the list of identity documents.
    IdListDue = "id-list-due",
    /// A long wait for a host to open.
    LongWait = "long-wait",
    /// Something still to confirm.
    ToConfirm = "to-confirm",
}
