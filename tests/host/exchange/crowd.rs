//! 2,000 sessions through what leaves as a table or a page; schedules and calendars have tests of their own.

use super::schedule::{crowded, rome};
use itinera::{
    agenda::{Audience, Entry, EntryKind, entries},
    exchange::{
        clipboard,
        csv::{self, Delimiter},
        formula::guarded,
        linked,
        tables::{Subject, Table, table},
        webpage::{Page, Weight, weight, without_notes, write},
    },
    i18n::{Language, Words},
    plan::{Plan, Session, Text},
};
use roxmltree::Document;
use serde_json::Value;

fn agenda(plan: &Plan) -> Table {
    table(plan, &[], Subject::agenda(Audience::Everyone), Words::new(Language::English))
}

/// All cells as they stand in a file.
fn marked(table: &Table) -> Vec<Vec<String>> {
    let rows = std::iter::once(&table.headers).chain(&table.rows);
    rows.map(|row| row.iter().map(|cell| guarded(cell).to_string()).collect()).collect()
}

/// The cells of a text, as the `csv` crate reads them.
fn others(text: &str, delimiter: Delimiter) -> Vec<Vec<String>> {
    let mut builder = ::csv::ReaderBuilder::new();
    let mut reader = builder.has_headers(false).delimiter(delimiter.letter() as u8).from_reader(text.as_bytes());
    reader.records().map(|record| record.unwrap().iter().map(str::to_string).collect()).collect()
}

/// The parts of the agenda that are events, and those that a table has.
fn counted(plan: &Plan) -> (Vec<Entry>, usize) {
    let all = entries(plan, Audience::Everyone);
    let count = all.len();
    (all.into_iter().filter(|entry| entry.kind() != EntryKind::Leg).collect(), count)
}

#[test]
fn the_agenda_as_csv_is_read_back_row_by_row() {
    let plan = crowded();
    let table = agenda(&plan);
    assert_eq!(table.rows.len(), counted(&plan).1);
    for delimiter in Delimiter::ALL {
        let text = csv::write(&table, delimiter, false);
        let read = others(&text, delimiter);
        assert!(read == marked(&table), "{delimiter:?}");
        for (row, entry) in read[1..].iter().zip(entries(&plan, Audience::Everyone)) {
            let moment = |moment: chrono::NaiveDateTime| moment.format("%Y-%m-%d %H:%M").to_string();
            assert_eq!(format!("{} {}", row[0], row[1]), moment(entry.slot.start()));
            assert_eq!(row[2], entry.slot.end().format("%H:%M").to_string());
        }
    }
}

#[test]
fn the_agenda_on_the_clipboard_has_every_row_in_both_forms() {
    let table = agenda(&crowded());
    assert!(others(&clipboard::text(&table), Delimiter::Tab) == marked(&table));
    let html = clipboard::html(&table).replace("<br>", "<br/>");
    let document = Document::parse(&html).unwrap();
    let rows = document.descendants().filter(|node| node.has_tag_name("tr"));
    let cells = |row: roxmltree::Node<'_, '_>| {
        row.children()
            .map(|cell| {
                // What stands between the breaks.
                cell.children().map(|part| part.text().unwrap_or("\n")).collect::<String>()
            })
            .collect::<Vec<_>>()
    };
    let plain = |cell: &String| {
        let lines = guarded(cell).lines().map(itinera::exchange::markup::clean).collect::<Vec<_>>();
        lines.join("\n")
    };
    let rows: Vec<_> = rows.map(cells).collect();
    assert_eq!(rows.len(), table.rows.len() + 1);
    for (read, row) in rows.iter().zip(std::iter::once(&table.headers).chain(&table.rows)) {
        assert_eq!(*read, row.iter().map(plain).collect::<Vec<_>>());
    }
}

#[test]
fn every_session_is_an_event_of_the_linked_data_of_a_page() {
    let plan = crowded();
    let (events, _) = counted(&plan);
    assert_eq!(events.len(), 2002);
    let linked = linked::event(&plan, Audience::Everyone, Language::English, &rome);
    let html = write(&Page {
        language: Language::English,
        title: "T",
        heading: "H",
        about: "",
        days_label: "Days",
        days: &[],
        sheets: &"<article></article>".repeat(2000),
        styles: &[],
        paper: &[],
        linked: &linked,
    });
    assert_eq!((html.matches("<article>").count(), html.matches("<script").count()), (2000, 1));
    let data = html.split_once("<script type=\"application/ld+json\">").unwrap().1.split_once("</script>").unwrap().0;
    let read: Value = serde_json::from_str(data).unwrap();
    let told = read["subEvent"].as_array().unwrap();
    assert_eq!(told.len(), events.len());
    for (event, entry) in told.iter().zip(events) {
        assert_eq!(event["name"].as_str().unwrap(), entry.title().english.trim());
        let start = entry.slot.start();
        let hours = rome(start - chrono::TimeDelta::hours(1)) / 60;
        assert_eq!(event["startDate"], format!("{}+{hours:02}:00", start.format("%Y-%m-%dT%H:%M:%S")));
        // Notes stand in the rows already.
        assert_eq!(event.get("description"), None);
    }
}

#[test]
fn what_makes_a_page_large_is_known_and_can_be_left_out() {
    let mut plan = crowded();
    let all = weight(&plan, Audience::Everyone, Language::Italian);
    assert_eq!(all, Weight { entries: counted(&plan).1, notes: 2000 * "one\ntwo\nthree".len() });
    let bare = without_notes(&plan);
    assert_eq!(weight(&bare, Audience::Everyone, Language::Italian), Weight { notes: 0, ..all });
    assert!(
        bare.sessions
            .iter()
            .zip(&plan.sessions)
            .all(|(bare, whole)| { **bare == Session { notes: Text::default(), ..(**whole).clone() } })
    );
    // For one delegation there is less of both.
    let only = plan.delegations.iter().next().unwrap().id;
    let first = plan.sessions.iter().next().unwrap().id;
    plan.sessions.change(first, |session| {
        session.audience = itinera::plan::Attendance::Only([itinera::plan::DelegationId::from_number(2)].into());
    });
    let less = weight(&plan, Audience::Delegation(only), Language::Italian);
    assert!(less.entries < all.entries && less.notes < all.notes);
}
