//! The study visit of the first afternoon: three companies, one coach, back well before dinner.

use super::people::{BASQUE_COUNTRY, LITHUANIA, WALES, only};
use super::{CLUSTERS, RESEARCH_TO_INDUSTRY, SMALL_FIRMS, SMART_FACTORY, TUESDAY, alike, at, november, number, places};
use crate::plan::{Allowance, Contact, Host, HostId, Stop, StopId, Text, TopicId, VenueId, Visit, VisitId, Window};
use chrono::NaiveTime;

const IRIS: HostId = HostId::from_number(number(8, 1));
const PRIMA_INDUSTRIE: HostId = HostId::from_number(number(8, 2));
const SPEA: HostId = HostId::from_number(number(8, 3));

const AFTERNOON: VisitId = VisitId::from_number(number(9, 1));

const AT_IRIS: StopId = StopId::from_number(number(10, 1));
const AT_PRIMA_INDUSTRIE: StopId = StopId::from_number(number(10, 2));
const AT_SPEA: StopId = StopId::from_number(number(10, 3));

pub(super) fn visit() -> Visit {
    Visit {
        id: AFTERNOON,
        title: Text::new("Study visit to three companies", "Visita di studio in tre aziende"),
        organiser: alike("Polo Mesap (Smart Products and Manufacturing)"),
        start_place: Some(places::FINPIEMONTE),
        gathering: 0,
        start: at(TUESDAY, 13, 10),
        return_place: Some(places::FINPIEMONTE),
        return_by: Some(at(TUESDAY, 19, 30)),
        return_boarding: 5,
        order: vec![AT_IRIS, AT_PRIMA_INDUSTRIE, AT_SPEA],
        audience: only([BASQUE_COUNTRY, WALES, LITHUANIA]),
        coach_seats: Some(30),
        rush: None,
        to_confirm: true,
    }
}

pub(super) fn hosts() -> [Host; 3] {
    [
        Host {
            about: Text::new(
                "Innovative SME: technology transfer and applications of laser and plasma technologies.",
                "PMI innovativa: trasferimento tecnologico e applicazioni delle tecnologie laser e al plasma.",
            ),
            ..host(IRIS, "IRIS", places::IRIS, 16)
        },
        Host {
            about: Text::new(
                "Laser systems for industry, sheet-metal machinery, industrial electronics and laser sources. \
                 Headquarters opened in 2016.",
                "Sistemi laser per l'industria, macchine per la lavorazione della lamiera, elettronica industriale e \
                 sorgenti laser. Sede centrale inaugurata nel 2016.",
            ),
            photos: Allowance::Forbidden,
            ..host(PRIMA_INDUSTRIE, "Prima Industrie", places::PRIMA_INDUSTRIE, 25)
        },
        Host {
            about: Text::new("Test equipment for electronics.", "Apparecchiature di collaudo per l'elettronica."),
            photos: Allowance::Forbidden,
            ..host(SPEA, "SPEA", places::SPEA, 20)
        },
    ]
}

fn host(id: HostId, name: &str, venue: VenueId, capacity: u16) -> Host {
    Host {
        id,
        name: name.into(),
        about: Text::default(),
        venue: Some(venue),
        capacity: Some(capacity),
        groups_at_once: 1,
        gap: 0,
        contact: Contact { name: "Reception".into(), ..Contact::default() },
        id_list_due: Some(november(14)),
        id_list_sent: false,
        equipment: Text::new("Closed, flat shoes.", "Scarpe chiuse e basse."),
        photos: Allowance::Unknown,
        phones: Allowance::Unknown,
        nda: false,
        to_confirm: true,
    }
}

pub(super) fn stops() -> [Stop; 3] {
    [
        Stop {
            boarding: 10,
            window: window((13, 30), (17, 30)),
            safety: 5,
            briefing: Text::new(
                "An innovative SME that lives on technology transfer: applications of laser and plasma technologies. \
                 Ask: which support came at the right moment, and which too late? What would the company have done \
                 without it, and could an evaluation have seen the difference?",
                "Una PMI innovativa che vive di trasferimento tecnologico: applicazioni delle tecnologie laser e al \
                 plasma. Da chiedere: quale sostegno è arrivato al momento giusto e quale troppo tardi? Che cosa \
                 avrebbe fatto l'azienda senza? E una valutazione avrebbe colto la differenza?",
            ),
            ..stop(AT_IRIS, IRIS, [RESEARCH_TO_INDUSTRY, SMALL_FIRMS])
        },
        Stop {
            window: window((14, 30), (17, 30)),
            briefing: Text::new(
                "Laser systems for industry, sheet-metal machinery, industrial electronics and laser sources, in the \
                 headquarters opened in 2016. Ask: how do research results reach production here? Which measures were \
                 used together, and did one make another more useful?",
                "Sistemi laser per l'industria, macchine per la lavorazione della lamiera, elettronica industriale e \
                 sorgenti laser, nella sede centrale inaugurata nel 2016. Da chiedere: come arrivano in produzione i \
                 risultati della ricerca? Quali misure sono state usate insieme, e l'una ha reso più utile l'altra?",
            ),
            ..stop(AT_PRIMA_INDUSTRIE, PRIMA_INDUSTRIE, [RESEARCH_TO_INDUSTRY, CLUSTERS, SMART_FACTORY])
        },
        Stop {
            window: window((14, 30), (18, 30)),
            briefing: Text::new(
                "Test equipment for electronics. Ask: what does a smart factory measure about itself, and could those \
                 figures serve an evaluation? What should a region ask of a company that it supports, and what not?",
                "Apparecchiature di collaudo per l'elettronica. Da chiedere: che cosa misura di sé una fabbrica \
                 intelligente, e quei dati servirebbero a una valutazione? Che cosa dovrebbe chiedere una regione \
                 all'azienda che sostiene, e che cosa no?",
            ),
            ..stop(AT_SPEA, SPEA, [SMART_FACTORY])
        },
    ]
}

fn stop<const N: usize>(id: StopId, host: HostId, topics: [TopicId; N]) -> Stop {
    Stop {
        id,
        visit: AFTERNOON,
        host,
        boarding: 5,
        window: None,
        gate: 5,
        safety: 10,
        tour: 40,
        questions: 10,
        count_back: 5,
        briefing: Text::default(),
        topics: topics.into_iter().collect(),
        to_confirm: true,
    }
}

fn window(from: (u32, u32), to: (u32, u32)) -> Option<Window> {
    let time = |(hour, minute)| NaiveTime::from_hms_opt(hour, minute, 0).unwrap_or_default();
    Window::new(time(from), time(to))
}
