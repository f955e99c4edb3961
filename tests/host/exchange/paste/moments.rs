//! Dates and times as people write them.

use super::read;
use itinera::exchange::paste::Fault;

/// What is understood of an arrival, as `2017-11-21 08:30 place`.
fn arrival(cell: &str) -> Result<String, Option<Fault>> {
    let understood = read(&format!("Name\tArrival\nAda Uno\t{cell}"));
    let row = &understood.rows[0];
    match &row.delegate.arrival {
        Some(travel) => Ok(format!("{} {}", travel.at.format("%Y-%m-%d %H:%M"), travel.place).trim_end().to_string()),
        None => Err(row.problems.first().map(|problem| problem.fault)),
    }
}

#[test]
fn dates_and_times_are_read_as_people_write_them() {
    for (cell, expected) in [
        ("2017-11-21 08:30", "2017-11-21 08:30"),
        ("2017-11-21T08:30", "2017-11-21 08:30"),
        ("2017-11-21T08:30:59", "2017-11-21 08:30"),
        ("21/11/2017 8:30", "2017-11-21 08:30"),
        ("21.11.2017 8.30", "2017-11-21 08:30"),
        ("21-11-17 08:30:00", "2017-11-21 08:30"),
        ("11/21/2017 8:30 AM", "2017-11-21 08:30"),
        ("21/11 8.30", "2017-11-21 08:30"),
        ("21.11. 20:15", "2017-11-21 20:15"),
        ("8.30 21.11", "2017-11-21 08:30"),
        ("21 November 2017, 8:30pm", "2017-11-21 20:30"),
        ("Tue 21 Nov 8:30 pm", "2017-11-21 20:30"),
        ("November 21st, 2017 at 12:05 am", "2017-11-21 00:05"),
        ("martedì 21 novembre 2017 ore 9.15", "2017-11-21 09:15"),
        ("21 nov alle 9h30", "2017-11-21 09:30"),
        ("1° dicembre 18h", "2017-12-01 18:00"),
        ("3 gennaio 9:00", "2018-01-03 09:00"),
        ("20 nov, 18:45, Torino Porta Susa", "2017-11-20 18:45 Torino Porta Susa"),
        ("LH 1234 Caselle 20/11/2017 18:45", "2017-11-20 18:45 LH 1234 Caselle"),
        ("Caselle 20/11 18.45 flight AZ1 of the morning", "2017-11-20 18:45 Caselle flight AZ1 of the morning"),
        ("20/11\u{a0}18:45 – Porta Nuova", "2017-11-20 18:45 Porta Nuova"),
        ("29/02/2016 10:00", "2016-02-29 10:00"),
    ] {
        assert_eq!(arrival(cell).as_deref(), Ok(expected), "{cell:?}");
    }
}

#[test]
fn what_is_no_moment_is_a_problem() {
    for (cell, expected) in [
        ("", None),
        ("next week", Some(Fault::NoDate)),
        ("08:30", Some(Fault::NoDate)),
        ("21/11/2017", Some(Fault::NoTime)),
        ("31/02/2017 08:30", Some(Fault::NoDate)),
        ("32/13/2017 08:30", Some(Fault::NoDate)),
        ("21/11/2017 25:00", Some(Fault::NoTime)),
        ("21/11/2017 13:00 pm", Some(Fault::NoTime)),
        ("21/11/17/3 08:30", Some(Fault::NoDate)),
        ("21/11/17 8:3", Some(Fault::NoTime)),
        ("99999999999/1/2 8:30", Some(Fault::NoDate)),
        ("Marina 8:30", Some(Fault::NoDate)),
    ] {
        assert_eq!(arrival(cell), Err(expected), "{cell:?}");
    }
}

#[test]
fn date_time_and_place_may_have_columns_of_their_own() {
    let understood = read(
        "Name\tArrival date\tArrival time\tArrival place\tData partenza\tOra partenza\n\
         Ada Uno\t20/11/2017\t18.45\tPorta Susa\t22/11/2017\t\n\
         Bea Due\t\t\tPorta Susa\t\t17:00",
    );
    let [one, two] = &understood.rows[..] else { panic!("two rows") };
    let arrival = one.delegate.arrival.as_ref().unwrap();
    assert_eq!((arrival.at.to_string(), &*arrival.place), ("2017-11-20 18:45:00".to_string(), "Porta Susa"));
    let problems = |row: &itinera::exchange::paste::Row| -> Vec<_> {
        row.problems.iter().map(|problem| (problem.column, problem.fault)).collect()
    };
    assert_eq!(problems(one), [(4, Fault::NoTime)]);
    assert_eq!(problems(two), [(3, Fault::NoDate), (5, Fault::NoDate)]);
}
