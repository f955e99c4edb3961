//! The files that leave: what each is called, what it is for, and what it holds of people.

use crate::{
    agenda::Audience,
    exchange::{csv::Delimiter, tables::Subject},
    i18n::Words,
    plan::HostId,
};

/// A file that leaves.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Outgoing {
    /// The plan itself, to be opened here again.
    Plan,
    /// The agenda for calendars.
    Calendar,
    /// The programme as a page of the web.
    WebPage,
    /// Whom to call, for address books.
    Contacts,
    /// The public agenda for programs that read `schedule.xml`.
    ScheduleXml,
    /// The same for those that read `schedule.json`.
    ScheduleJson,
    /// The agenda as a table.
    Agenda,
    /// The delegates as a table.
    Delegates,
    /// Who comes, in figures.
    Totals,
    /// Who is expected where.
    Attendance,
    /// What a host is told of its guests.
    Guests,
    /// What the checks found.
    Findings,
}

/// A group of files under one heading.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shelf {
    /// The whole plan.
    Plan,
    /// Files that other programs and readers open.
    Programme,
    /// Tables for a spreadsheet.
    Tables,
}

impl Shelf {
    /// Every shelf, in the order of the screen.
    pub const ALL: [Self; 3] = [Self::Plan, Self::Programme, Self::Tables];

    /// What it is called.
    pub fn title(self, words: Words) -> &'static str {
        match self {
            Self::Plan => words.files_shelf_plan(),
            Self::Programme => words.files_shelf_programme(),
            Self::Tables => words.files_shelf_tables(),
        }
    }

    /// What stands on it.
    pub const fn files(self) -> &'static [Outgoing] {
        match self {
            Self::Plan => &[Outgoing::Plan],
            Self::Programme => &[
                Outgoing::Calendar,
                Outgoing::WebPage,
                Outgoing::Contacts,
                Outgoing::ScheduleXml,
                Outgoing::ScheduleJson,
            ],
            Self::Tables => &[
                Outgoing::Agenda,
                Outgoing::Delegates,
                Outgoing::Totals,
                Outgoing::Attendance,
                Outgoing::Guests,
                Outgoing::Findings,
            ],
        }
    }
}

impl Outgoing {
    /// Its name in `data-file`.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Plan => "plan",
            Self::Calendar => "calendar",
            Self::WebPage => "web-page",
            Self::Contacts => "contacts",
            Self::ScheduleXml => "schedule-xml",
            Self::ScheduleJson => "schedule-json",
            Self::Agenda => "agenda",
            Self::Delegates => "delegates",
            Self::Totals => "totals",
            Self::Attendance => "attendance",
            Self::Guests => "guests",
            Self::Findings => "findings",
        }
    }

    /// What it is called.
    pub fn title(self, words: Words) -> &'static str {
        match self {
            Self::Plan => words.files_plan(),
            Self::Calendar => words.files_calendar(),
            Self::WebPage => words.files_web_page(),
            Self::Contacts => words.files_contacts(),
            Self::ScheduleXml => words.files_schedule_xml(),
            Self::ScheduleJson => words.files_schedule_json(),
            Self::Agenda => words.screen_agenda(),
            Self::Delegates => words.files_delegates(),
            Self::Totals => words.people_totals(),
            Self::Attendance => words.files_attendance(),
            Self::Guests => words.files_guests(),
            Self::Findings => words.screen_checks(),
        }
    }

    /// What it is for, in a sentence.
    pub fn about(self, words: Words) -> &'static str {
        match self {
            Self::Plan => words.files_plan_about(),
            Self::Calendar => words.files_calendar_about(),
            Self::WebPage => words.files_web_page_about(),
            Self::Contacts => words.files_contacts_about(),
            Self::ScheduleXml => words.files_schedule_xml_about(),
            Self::ScheduleJson => words.files_schedule_json_about(),
            Self::Agenda => words.files_agenda_about(),
            Self::Delegates => words.files_delegates_about(),
            Self::Totals => words.files_totals_about(),
            Self::Attendance => words.files_attendance_about(),
            Self::Guests => words.files_guests_about(),
            Self::Findings => words.files_findings_about(),
        }
    }

    /// What it holds of people; none where it holds nothing but heads.
    pub fn personal(self, words: Words) -> Option<&'static str> {
        match self {
            Self::Plan => Some(words.files_personal_all()),
            Self::Delegates => Some(words.files_personal_delegates()),
            Self::Attendance => Some(words.files_personal_attendance()),
            Self::Calendar | Self::WebPage | Self::Agenda => Some(words.files_personal_speakers()),
            Self::Contacts => Some(words.files_personal_contacts()),
            // What a host asked for stands beside it.
            Self::Guests | Self::ScheduleXml | Self::ScheduleJson | Self::Totals | Self::Findings => None,
        }
    }

    /// Whether it is made for an audience.
    pub const fn has_audience(self) -> bool {
        matches!(self, Self::Calendar | Self::WebPage | Self::Agenda)
    }

    /// The table that it is; none for what is no table.
    pub const fn subject(self, audience: Audience, host: Option<HostId>) -> Option<Subject> {
        match self {
            Self::Agenda => Some(Subject::agenda(audience)),
            Self::Delegates => Some(Subject::Delegates),
            Self::Totals => Some(Subject::Totals),
            Self::Attendance => Some(Subject::Attendance),
            Self::Findings => Some(Subject::Findings),
            Self::Guests => match host {
                Some(host) => Some(Subject::Guests(host)),
                None => None,
            },
            Self::Plan | Self::Calendar | Self::WebPage | Self::Contacts | Self::ScheduleXml | Self::ScheduleJson => {
                None
            }
        }
    }

    /// How its name ends.
    pub const fn extension(self, delimiter: Delimiter) -> &'static str {
        match self {
            Self::Plan => "json",
            Self::Calendar => "ics",
            Self::WebPage => "html",
            Self::Contacts => "vcf",
            Self::ScheduleXml => "xml",
            Self::ScheduleJson => "json",
            Self::Agenda | Self::Delegates | Self::Totals | Self::Attendance | Self::Guests | Self::Findings => {
                delimiter.extension()
            }
        }
    }
}
