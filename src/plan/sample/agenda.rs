//! The sessions of both days, in the order of the clock.

use super::people::{ADVISORY, BASQUE_COUNTRY, LITHUANIA, PIEDMONT, WALES, of, only};
use super::places::{FOYER, MAIN_ROOM, RESTAURANT, ROOM_A, ROOM_B};
use super::{CLUSTERS, ERA_NET, RESEARCH_TO_INDUSTRY, SMALL_FIRMS, SMART_FACTORY, TUESDAY, WEDNESDAY, number, slot};
use crate::plan::{Attendance, Place, Session, SessionId, SessionKind, Slot, Text};
use std::collections::BTreeSet;

pub(super) fn sessions() -> impl Iterator<Item = Session> {
    tuesday().into_iter().chain(wednesday())
}

fn tuesday() -> [Session; 8] {
    [
        Session {
            notes: Text::new(
                "Badges, papers and the attendance sheet to sign.",
                "Badge, materiali e foglio presenze da firmare.",
            ),
            ..session(
                1,
                SessionKind::Registration,
                Text::new("Registration", "Registrazione"),
                slot(TUESDAY, (8, 30), 30),
                Place::Room(FOYER),
            )
        },
        Session {
            chair: of([PIEDMONT]),
            speakers: of([PIEDMONT, BASQUE_COUNTRY]),
            notes: Text::new(
                "Finpiemonte opens as host, Innobasque as lead partner.",
                "Aprono Finpiemonte, che ospita l'incontro, e Innobasque, capofila del progetto.",
            ),
            ..session(
                2,
                SessionKind::Plenary,
                Text::new("Welcome", "Saluti di benvenuto"),
                slot(TUESDAY, (9, 0), 15),
                Place::Room(MAIN_ROOM),
            )
        },
        Session {
            chair: of([PIEDMONT]),
            speakers: of([PIEDMONT, ADVISORY]),
            rapporteur: of([WALES]),
            notes: Text::new(
                "What an evaluation has to show, and when, so that it improves the mix of measures for advanced \
                 manufacturing.",
                "Che cosa deve mostrare una valutazione, e quando, per migliorare il mix di misure per la manifattura \
                 avanzata.",
            ),
            ..session(
                3,
                SessionKind::Plenary,
                Text::new("Evaluation in support of decisions", "La valutazione a supporto delle decisioni"),
                slot(TUESDAY, (9, 15), 75),
                Place::Room(MAIN_ROOM),
            )
        },
        coffee(4, slot(TUESDAY, (10, 30), 20)),
        Session {
            chair: of([ADVISORY]),
            speakers: of([PIEDMONT]),
            rapporteur: of([LITHUANIA]),
            topics: BTreeSet::from([RESEARCH_TO_INDUSTRY, CLUSTERS, ERA_NET, SMART_FACTORY, SMALL_FIRMS]),
            notes: Text::new(
                "The measures of the ERDF regional programme (POR FESR 2014-2020), read for synergy and \
                 complementarity: a quarter of an hour each, then discussion.",
                "Le misure del POR FESR 2014-2020, lette per sinergia e complementarità: un quarto d'ora ciascuna, \
                 poi la discussione.",
            ),
            ..session(
                5,
                SessionKind::Plenary,
                Text::new("Piedmont's five measures, read together", "Le cinque misure del Piemonte, lette insieme"),
                slot(TUESDAY, (10, 50), 85),
                Place::Room(MAIN_ROOM),
            )
        },
        Session {
            notes: Text::new(
                "Guests of the study visit: the coach boards right after lunch, in front of Finpiemonte. Bring an \
                 identity document and wear closed, flat shoes.",
                "Per gli ospiti della visita di studio: il pullman parte subito dopo pranzo, davanti a Finpiemonte. \
                 Portare un documento d'identità e indossare scarpe chiuse e basse.",
            ),
            ..lunch(6, slot(TUESDAY, (12, 15), 50))
        },
        Session {
            chair: of([PIEDMONT]),
            rapporteur: of([ADVISORY]),
            audience: only([PIEDMONT, ADVISORY]),
            notes: Text::new(
                "Finpiemonte and the advisory partner agree on the questions for the two tables of Wednesday.",
                "Finpiemonte e il partner consultivo concordano le domande per i due tavoli di mercoledì.",
            ),
            ..session(
                7,
                SessionKind::Workshop,
                Text::new("Preparing the peer exchange", "Preparazione del confronto tra pari"),
                slot(TUESDAY, (14, 30), 60),
                Place::Room(ROOM_A),
            )
        },
        session(
            8,
            SessionKind::Dinner,
            Text::new("Dinner", "Cena"),
            slot(TUESDAY, (20, 0), 120),
            Place::Venue(RESTAURANT),
        ),
    ]
}

fn wednesday() -> [Session; 9] {
    [
        Session {
            notes: Text::new("The second day has a sheet of its own.", "Il secondo giorno ha un foglio a sé."),
            ..session(
                9,
                SessionKind::Registration,
                Text::new("Arrival and attendance sheet", "Arrivo e firma del foglio presenze"),
                slot(WEDNESDAY, (8, 45), 15),
                Place::Room(FOYER),
            )
        },
        Session {
            chair: of([ADVISORY]),
            speakers: of([BASQUE_COUNTRY, WALES, LITHUANIA]),
            rapporteur: of([PIEDMONT]),
            notes: Text::new(
                "Half an hour each for the Basque Country, Wales and Lithuania: the methods, the data, and one \
                 decision that an evaluation changed.",
                "Mezz'ora ciascuno per Paesi Baschi, Galles e Lituania: i metodi, i dati e una decisione che una \
                 valutazione ha cambiato.",
            ),
            ..session(
                10,
                SessionKind::Plenary,
                Text::new("Methods: how each region evaluates its mix", "Metodi: come ogni regione valuta il suo mix"),
                slot(WEDNESDAY, (9, 0), 90),
                Place::Room(MAIN_ROOM),
            )
        },
        coffee(11, slot(WEDNESDAY, (10, 30), 20)),
        Session {
            chair: of([BASQUE_COUNTRY]),
            rapporteur: of([PIEDMONT]),
            audience: only([PIEDMONT, BASQUE_COUNTRY]),
            topics: BTreeSet::from([RESEARCH_TO_INDUSTRY, CLUSTERS]),
            notes: Text::new(
                "How do we know that a cluster, or support for industrial research, made a difference?",
                "Come sappiamo se un polo, o il sostegno alla ricerca industriale, ha fatto la differenza?",
            ),
            ..session(
                12,
                SessionKind::Workshop,
                Text::new("Peer exchange 1: from research to industry", "Confronto 1: dalla ricerca all'industria"),
                slot(WEDNESDAY, (10, 50), 55),
                Place::Room(ROOM_A),
            )
        },
        Session {
            chair: of([WALES]),
            rapporteur: of([ADVISORY]),
            audience: only([WALES, LITHUANIA, ADVISORY]),
            topics: BTreeSet::from([SMART_FACTORY, SMALL_FIRMS]),
            notes: Text::new(
                "What can be measured in a firm of ten people without costing it a day's work?",
                "Che cosa si può misurare in un'impresa di dieci persone senza farle perdere una giornata?",
            ),
            ..session(
                13,
                SessionKind::Workshop,
                Text::new("Peer exchange 2: small firms, smart factories", "Confronto 2: PMI e fabbrica intelligente"),
                slot(WEDNESDAY, (10, 50), 55),
                Place::Room(ROOM_B),
            )
        },
        Session {
            chair: of([LITHUANIA]),
            speakers: of([PIEDMONT]),
            rapporteur: of([ADVISORY]),
            topics: BTreeSet::from([ERA_NET]),
            notes: Text::new(
                "The two tables report; then what the European networks and the regional measures can do together.",
                "I due tavoli riferiscono; poi che cosa possono fare insieme le reti europee e le misure regionali.",
            ),
            ..session(
                14,
                SessionKind::Plenary,
                Text::new("Synergies: MANUNET, M-ERA.NET, INCOMERA", "Sinergie: MANUNET, M-ERA.NET, INCOMERA"),
                slot(WEDNESDAY, (11, 50), 40),
                Place::Room(MAIN_ROOM),
            )
        },
        Session {
            chair: of([BASQUE_COUNTRY]),
            rapporteur: of([ADVISORY]),
            notes: Text::new(
                "What each region takes home, who does what, and by when.",
                "Che cosa porta a casa ogni regione, chi fa che cosa ed entro quando.",
            ),
            ..session(
                15,
                SessionKind::SteeringGroup,
                Text::new(
                    "Steering group: conclusions and next steps",
                    "Comitato di pilotaggio: conclusioni e prossimi passi",
                ),
                slot(WEDNESDAY, (12, 30), 45),
                Place::Room(MAIN_ROOM),
            )
        },
        lunch(16, slot(WEDNESDAY, (13, 15), 60)),
        session(
            17,
            SessionKind::Departure,
            Text::new("Departures", "Partenze"),
            slot(WEDNESDAY, (14, 15), 45),
            Place::Open,
        ),
    ]
}

fn coffee(row: u128, slot: Slot) -> Session {
    session(row, SessionKind::Break, Text::new("Coffee", "Pausa caffè"), slot, Place::Room(FOYER))
}

fn lunch(row: u128, slot: Slot) -> Session {
    session(row, SessionKind::Lunch, Text::new("Lunch", "Pranzo"), slot, Place::Room(FOYER))
}

/// A session for everyone, still to confirm.
fn session(row: u128, kind: SessionKind, title: Text, slot: Slot, place: Place) -> Session {
    Session {
        id: SessionId::from_number(number(7, row)),
        kind,
        title,
        slot,
        place,
        chair: Vec::new(),
        speakers: Vec::new(),
        rapporteur: Vec::new(),
        audience: Attendance::Everyone,
        topics: BTreeSet::new(),
        notes: Text::default(),
        links: Vec::new(),
        to_confirm: true,
        fixed: false,
    }
}
