//! The shipped plan: the MANUMIX partner meeting that Finpiemonte hosted in Turin on 21 and 22 November 2017.
//!
//! What the announcement says stands here as it says it. Everything else (clock times, rooms, head-counts, coordinates
//! and the companies' rules) is a proposal, marked *to confirm*. Nobody is named, because nobody was announced.

mod agenda;
mod outing;
mod people;
mod places;

use super::{Day, Document, DocumentId, Meeting, Plan, PlanId, Slot, Text, Topic, TopicId};
use chrono::{NaiveDate, NaiveDateTime};

/// The first day, a Tuesday.
const TUESDAY: NaiveDate = november(21);
/// The second day.
const WEDNESDAY: NaiveDate = november(22);

const RESEARCH_TO_INDUSTRY: TopicId = TopicId::from_number(number(1, 1));
const CLUSTERS: TopicId = TopicId::from_number(number(1, 2));
const ERA_NET: TopicId = TopicId::from_number(number(1, 3));
const SMART_FACTORY: TopicId = TopicId::from_number(number(1, 4));
const SMALL_FIRMS: TopicId = TopicId::from_number(number(1, 5));

/// The MANUMIX partner meeting, with the same identities at every call.
#[must_use]
pub fn manumix() -> Plan {
    Plan {
        days: days().into_iter().collect(),
        topics: topics().into_iter().collect(),
        documents: [press_release()].into_iter().collect(),
        venues: places::venues().into_iter().collect(),
        rooms: places::rooms().into_iter().collect(),
        transfers: places::transfers().into_iter().collect(),
        delegations: people::delegations().into_iter().collect(),
        sessions: agenda::sessions().collect(),
        hosts: outing::hosts().into_iter().collect(),
        visits: [outing::visit()].into_iter().collect(),
        stops: outing::stops().into_iter().collect(),
        ..Plan::empty(meeting())
    }
}

fn meeting() -> Meeting {
    Meeting {
        id: PlanId::from_number(number(0, 1)),
        title: alike("MANUMIX: Innovation policy-mix learning for advanced manufacturing in European regions"),
        programme: alike("Interreg Europe"),
        theme: Text::new(
            "Evaluation in support of decisions, and how to improve the mix of measures for advanced manufacturing",
            "La valutazione a supporto delle decisioni e come migliorare il mix di misure per la manifattura avanzata",
        ),
        host: Text::new("Finpiemonte, Turin", "Finpiemonte, Torino"),
        zone: "Europe/Rome".into(),
        publicity: Text::new(
            "Interreg Europe, co-funded by the European Regional Development Fund (ERDF)",
            "Interreg Europe, cofinanziato dal Fondo europeo di sviluppo regionale (FESR 2014-2020)",
        ),
    }
}

fn days() -> [Day; 2] {
    [
        Day {
            id: TUESDAY,
            title: Text::new("Evaluation, then the study visit", "La valutazione, poi la visita di studio"),
        },
        Day { id: WEDNESDAY, title: Text::new("Methods and next steps", "Metodi e prossimi passi") },
    ]
}

/// The measures keep their Italian names: that is how the regional programme calls them.
fn topics() -> [Topic; 5] {
    let topic = |id, name: &str, gloss: &str| Topic { id, name: Text::new(format!("{name} ({gloss})"), name) };
    [
        topic(
            RESEARCH_TO_INDUSTRY,
            "Industrializzazione dei risultati della ricerca",
            "bringing research results to industry",
        ),
        topic(CLUSTERS, "Poli d'innovazione", "innovation clusters"),
        topic(ERA_NET, "Progetti Eranet", "ERA-NET projects"),
        topic(SMART_FACTORY, "Fabbrica Intelligente", "smart factory"),
        topic(SMALL_FIRMS, "Innovazione Micro e PMI", "innovation in micro firms and SMEs"),
    ]
}

fn press_release() -> Document {
    Document {
        id: DocumentId::from_number(number(2, 1)),
        title: Text::new("Press release (Comunicato stampa)", "Comunicato stampa"),
        url: String::new(),
    }
}

/// The number of a fixed identity: the table's, then the row's, rows in the order in which they are shown.
///
/// It has the form of a UUID version 7 (RFC 9562, 5.7) made at midnight UTC before the meeting, so that whatever an
/// organiser adds later comes after it.
const fn number(table: u128, row: u128) -> u128 {
    0x015f_dbdf_d400_7000_8000_0000_0000_0000 | table << 64 | row
}

/// A text that reads the same in both languages, such as a company's name.
fn alike(text: &str) -> Text {
    Text::new(text, text)
}

const fn november(day: u32) -> NaiveDate {
    match NaiveDate::from_ymd_opt(2017, 11, day) {
        Some(date) => date,
        None => NaiveDate::MIN,
    }
}

/// A moment on the clock of Turin.
fn at(date: NaiveDate, hour: u32, minute: u32) -> NaiveDateTime {
    date.and_hms_opt(hour, minute, 0).unwrap_or_default()
}

/// From `hour`:`minute` on, for so many minutes.
fn slot(date: NaiveDate, (hour, minute): (u32, u32), minutes: u16) -> Slot {
    Slot::lasting(at(date, hour, minute), minutes)
}
