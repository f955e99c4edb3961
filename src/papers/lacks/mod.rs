//! What a paper lacks before it is printed, as data; the words are in [`words`].

mod on_the_way;
mod people;
mod words;

use super::{AttendanceSheet, BLANK_ROWS, CoachList, DoorSign, HostSheet, ItinerarySheet, Paper};
use crate::{
    agenda::{Audience, Entry, Event, entries},
    checks::About,
    circuit::Source,
    plan::{Allowance, Contact, GuestField, Host, Key, Plan, VisitId},
};

/// Something that a paper lacks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Lack {
    /// Where it is to be seen to.
    pub about: About,
    /// What it is.
    pub what: What,
}

/// What a paper lacks, of what it is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum What {
    /// Anything to put on it.
    Content,
    /// The meeting's title.
    Title,
    /// The line of publicity that the funds ask for.
    Publicity,
    /// The number of the project.
    Number,
    /// A version that was handed out.
    Version,
    /// A place for a session, a host, or the start of a visit.
    Place,
    /// A place to which a visit returns.
    Return,
    /// The address of a venue.
    Address,
    /// How long the drive of a leg is.
    Drive,
    /// A coach for a group or a visit.
    Coach,
    /// Who drives a coach.
    Driver,
    /// The telephone number of a coach's driver.
    DriverPhone,
    /// Who guides a group.
    Guide,
    /// The telephone number of a group's guide.
    GuidePhone,
    /// A telephone number in the coach of a group or a visit.
    PhoneInCoach,
    /// Whom to ask for at a host.
    Contact,
    /// The telephone number of a host's reception.
    HostPhone,
    /// Whether a host allows photographs and telephones.
    Rules,
    /// A group on this visit, for a delegation or a delegate.
    Group(VisitId),
    /// How many come of a delegation.
    Heads,
    /// The names of so many of a delegation.
    Names(usize),
    /// The organisations of so many of a delegation.
    Organisations(usize),
    /// Whether so many of a delegation may be photographed.
    Consent(usize),
    /// What so many of a delegation eat.
    Diets(usize),
    /// When so many of a delegation arrive and leave, or a delegate does.
    Travel(usize),
    /// The address at which a document is kept.
    Link,
}

/// What a paper lacks, each once; what concerns the meeting as a whole comes first.
#[must_use]
pub fn lacks(plan: &Plan, paper: Paper) -> Vec<Lack> {
    let mut found = Found { plan, lacks: Vec::new() };
    found.of_every_paper();
    let content = match paper {
        Paper::Programme(audience) => found.of_programme(audience),
        Paper::Itinerary(audience) => {
            ItinerarySheet::of(plan, audience).is_some_and(|sheet| found.of_itinerary(&sheet))
        }
        Paper::Attendance(site) => {
            found.meeting(What::Number, plan.meeting.number.trim().is_empty());
            AttendanceSheet::of(plan, site, BLANK_ROWS).is_some_and(|sheet| found.of_attendance(&sheet))
        }
        Paper::Badges => found.of_badges(),
        Paper::CoachList(carriage, to) => {
            CoachList::of(plan, carriage, to).is_some_and(|list| found.of_coach_list(&list))
        }
        Paper::HostSheet(host) => HostSheet::of(plan, host).is_some_and(|sheet| found.of_host_sheet(&sheet)),
        Paper::Catering(meal) => found.of_catering(meal),
        Paper::DoorSign(room, date) => DoorSign::of(plan, room, date).is_some_and(|sign| !sign.sessions.is_empty()),
        Paper::Evidence => found.of_evidence(),
    };
    found.meeting(What::Content, !content);
    found.lacks
}

/// What was found so far. Methods that look at a paper as a whole say whether there is anything on it.
struct Found<'plan> {
    plan: &'plan Plan,
    lacks: Vec<Lack>,
}

impl Found<'_> {
    fn add(&mut self, about: About, what: What, lacking: bool) {
        let lack = Lack { about, what };
        if lacking && !self.lacks.contains(&lack) {
            self.lacks.push(lack);
        }
    }

    fn record(&mut self, key: Key, what: What, lacking: bool) {
        self.add(About::Record(key), what, lacking);
    }

    fn meeting(&mut self, what: What, lacking: bool) {
        self.record(Key::Meeting(self.plan.meeting.id), what, lacking);
    }

    fn of_every_paper(&mut self) {
        let meeting = &self.plan.meeting;
        let (title, publicity) = (meeting.title.is_empty(), meeting.publicity.is_empty());
        self.meeting(What::Title, title);
        self.meeting(What::Publicity, publicity);
    }

    fn of_programme(&mut self, audience: Audience) -> bool {
        let entries = entries(self.plan, audience);
        entries.iter().for_each(|entry| self.of_entry(entry));
        !entries.is_empty()
    }

    /// What every entry of an agenda should have: a place, and a drive of known length.
    fn of_entry(&mut self, entry: &Entry) {
        match &entry.event {
            Event::Session(session) => self.add(About::Entry(entry.id), What::Place, session.lacks_place()),
            Event::Stop { host: Some(host), .. } => self.of_host_place(host),
            Event::Stop { .. } => {}
            Event::Leg { leg, .. } => {
                self.add(About::Entry(entry.id), What::Drive, leg.drive.source == Source::Unknown)
            }
        }
    }

    fn of_host_place(&mut self, host: &Host) {
        let known = host.venue.is_some_and(|venue| self.plan.venues.has(venue));
        self.record(Key::Host(host.id), What::Place, !known);
    }

    fn of_host_sheet(&mut self, sheet: &HostSheet) -> bool {
        let host = Key::Host(sheet.host.id);
        self.record(host, What::Contact, is_unknown(&sheet.host.contact));
        self.of_host_place(&sheet.host);
        let unsaid = [sheet.host.photos, sheet.host.phones].contains(&Allowance::Unknown);
        self.record(host, What::Rules, unsaid);
        let organisation = sheet.fields.iter().position(|field| *field == GuestField::Organisation);
        for guests in &sheet.guests {
            let organisations =
                guests.named.iter().filter(|told| organisation.is_some_and(|at| told[at].is_empty())).count();
            self.of_people(
                guests.id,
                if sheet.fields.contains(&GuestField::Name) { guests.unnamed } else { 0 },
                What::Names,
            );
            self.of_people(guests.id, organisations, What::Organisations);
        }
        for reception in &sheet.receptions {
            let way = reception.group.as_ref().map_or(Key::Visit(reception.visit.id), |group| Key::Group(group.id));
            let callable = reception.contacts.iter().any(|known| !known.contact().phone.trim().is_empty());
            self.record(way, What::PhoneInCoach, !callable);
            self.of_visit(reception.visit.id);
        }
        !sheet.receptions.is_empty()
    }

    fn of_evidence(&mut self) -> bool {
        self.meeting(What::Number, self.plan.meeting.number.trim().is_empty());
        self.meeting(What::Version, self.plan.versions.is_empty());
        for document in &self.plan.documents {
            self.record(Key::Document(document.id), What::Link, document.url.trim().is_empty());
        }
        !entries(self.plan, Audience::Everyone).is_empty()
    }
}

/// Whether nothing is known of somebody to ask for.
fn is_unknown(contact: &Contact) -> bool {
    [&contact.name, &contact.phone, &contact.email].into_iter().all(|text| text.trim().is_empty())
}
