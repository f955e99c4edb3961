//! What a killed browser's storage lost comes back from the journal.

use super::world::Shelf;
use itinera::example::manumix;
use itinera::{
    plan::PlanId,
    wire,
    workspace::{
        Trouble,
        journal::{Entry, Noting, mend},
        keeper::{self, Keeper, Pile, Storage},
    },
};
use std::collections::BTreeMap;

const WRITTEN: &str = "itinera.written";
const WORKING: &str = "itinera.plan.015fdbdf-d400-7000-8000-000000000001";
const GOOD: &str = "itinera.good.015fdbdf-d400-7000-8000-000000000001";

/// A storage without any room.
struct NoRoom;

impl Storage for NoRoom {
    fn get(&self, _name: &str) -> Option<String> {
        None
    }

    fn set(&self, _name: &str, _text: &str) -> Result<(), Trouble> {
        Err(Trouble::Full)
    }

    fn remove(&self, _name: &str) {}

    fn names(&self) -> Vec<String> {
        Vec::new()
    }
}

fn shelf(entries: &[(&str, &str)]) -> Shelf {
    let shelf = Shelf::default();
    for (name, text) in entries {
        shelf.set(name, text).unwrap();
    }
    shelf
}

fn all(storage: &dyn Storage) -> BTreeMap<String, String> {
    storage.names().into_iter().map(|name| (name.clone(), storage.get(&name).unwrap())).collect()
}

fn owned(entries: &[(&str, &str)]) -> Vec<Entry> {
    entries.iter().map(|(name, text)| ((*name).to_string(), (*text).to_string())).collect()
}

/// What IndexedDB makes of some writings.
fn note(journal: &mut BTreeMap<String, String>, entries: Vec<Entry>) {
    journal.extend(entries);
}

fn entries(journal: &BTreeMap<String, String>) -> Vec<Entry> {
    journal.clone().into_iter().collect()
}

#[test]
fn what_is_written_is_noted_with_a_time_that_the_storage_has_too() {
    let shelf = shelf(&[("a", "1"), ("b", "2")]);
    let noting = Noting::new(&shelf);
    noting.set("a", "3").unwrap();
    noting.remove("b");
    assert_eq!(noting.get("a").as_deref(), Some("3"));
    assert_eq!(noting.names(), ["a"]);
    assert_eq!(noting.finish(1_000), owned(&[("a", "3"), ("b", ""), (WRITTEN, "1000")]));
    assert_eq!(shelf.get(WRITTEN).as_deref(), Some("1000"));
}

#[test]
fn reading_notes_nothing() {
    let shelf = shelf(&[("a", "1")]);
    let noting = Noting::new(&shelf);
    assert_eq!(noting.get("a").as_deref(), Some("1"));
    assert_eq!(noting.finish(1_000), []);
    assert_eq!(shelf.get(WRITTEN), None);
}

#[test]
fn what_the_storage_did_not_take_is_not_noted() {
    let noting = Noting::new(&NoRoom);
    assert_eq!(noting.set("a", "1"), Err(Trouble::Full));
    assert_eq!(noting.finish(1_000), []);
}

#[test]
fn the_time_goes_on_when_the_clock_is_set_back() {
    let shelf = shelf(&[(WRITTEN, "5000")]);
    let noting = Noting::new(&shelf);
    noting.set("a", "1").unwrap();
    assert_eq!(noting.finish(1_000).pop(), Some((WRITTEN.into(), "5001".into())));
}

/// A storage and a journal at the start of the program, the storage then, and what the journal should hold.
struct Case {
    what: &'static str,
    storage: &'static [(&'static str, &'static str)],
    journal: &'static [(&'static str, &'static str)],
    mended: &'static [(&'static str, &'static str)],
    missed: Option<&'static [(&'static str, &'static str)]>,
}

const CASES: &[Case] = &[
    Case { what: "the first visit", storage: &[], journal: &[], mended: &[], missed: None },
    Case {
        what: "the browser was closed",
        storage: &[(WORKING, "new"), (WRITTEN, "20")],
        journal: &[(WORKING, "new"), (WRITTEN, "20")],
        mended: &[(WORKING, "new"), (WRITTEN, "20")],
        missed: None,
    },
    Case {
        what: "killed: the storage is an old one",
        storage: &[(WORKING, "old"), (WRITTEN, "10")],
        journal: &[(WORKING, "new"), (GOOD, "old"), (WRITTEN, "20")],
        mended: &[(WORKING, "new"), (GOOD, "old"), (WRITTEN, "20")],
        missed: None,
    },
    Case {
        what: "killed: the storage never reached the disk",
        storage: &[("itinera.language", "it")],
        journal: &[(WORKING, "new"), (WRITTEN, "20")],
        mended: &[("itinera.language", "it"), (WORKING, "new"), (WRITTEN, "20")],
        missed: None,
    },
    Case {
        what: "killed after something was taken out",
        storage: &[(WORKING, "old"), (WRITTEN, "10")],
        journal: &[(WORKING, ""), ("itinera.bin.x", "old"), (WRITTEN, "20")],
        mended: &[("itinera.bin.x", "old"), (WRITTEN, "20")],
        missed: None,
    },
    Case {
        what: "killed: what the journal does not know stays",
        storage: &[("itinera.plan.other", "kept"), (WORKING, "old"), (WRITTEN, "10")],
        journal: &[(WORKING, "new"), (WRITTEN, "20")],
        mended: &[("itinera.plan.other", "kept"), (WORKING, "new"), (WRITTEN, "20")],
        missed: None,
    },
    Case {
        what: "another hand in the storage",
        storage: &[(WORKING, "by hand"), (WRITTEN, "20")],
        journal: &[(WORKING, "new"), (WRITTEN, "20")],
        mended: &[(WORKING, "by hand"), (WRITTEN, "20")],
        missed: None,
    },
    Case {
        what: "another hand at the time",
        storage: &[(WORKING, "by hand"), (WRITTEN, "?")],
        journal: &[(WORKING, "new"), (WRITTEN, "20")],
        mended: &[(WORKING, "by hand"), (WRITTEN, "?")],
        missed: Some(&[(WORKING, "by hand"), (WRITTEN, "?")]),
    },
    Case {
        what: "the browser refused the journal for a while",
        storage: &[("strange", "1"), (WORKING, "newer"), (WRITTEN, "30")],
        journal: &[(WORKING, "new"), (WRITTEN, "20")],
        mended: &[("strange", "1"), (WORKING, "newer"), (WRITTEN, "30")],
        missed: Some(&[(WORKING, "newer"), (WRITTEN, "30")]),
    },
    Case {
        what: "the journal was thrown away",
        storage: &[(GOOD, "old"), (WORKING, "new"), (WRITTEN, "20")],
        journal: &[],
        mended: &[(GOOD, "old"), (WORKING, "new"), (WRITTEN, "20")],
        missed: Some(&[(GOOD, "old"), (WORKING, "new"), (WRITTEN, "20")]),
    },
];

#[test]
fn the_storage_is_mended_where_the_journal_is_newer_and_only_there() {
    for Case { what, storage, journal, mended, missed } in CASES {
        let shelf = shelf(storage);
        assert_eq!(mend(&shelf, &owned(journal)), missed.map(owned), "{what}");
        assert_eq!(all(&shelf), owned(mended).into_iter().collect(), "{what}");
    }
}

#[test]
fn without_any_copy_that_can_be_read_the_journal_has_a_good_one() {
    let (sound, older) = (wire::seal("new"), wire::seal("old"));
    for (working, good, expected) in [
        ("damage", Some("damage"), &sound),
        ("damage", None, &sound),
        ("damage", Some(older.as_str()), &older),
        ("", Some(""), &sound),
    ] {
        let shelf = shelf(&[(WORKING, working), (WRITTEN, "20")]);
        if let Some(good) = good {
            shelf.set(GOOD, good).unwrap();
        }
        assert_eq!(mend(&shelf, &owned(&[(WORKING, &sound), (WRITTEN, "20")])), None);
        assert_eq!(shelf.get(GOOD).as_ref(), Some(expected), "{working} {good:?}");
        assert_eq!(shelf.get(WORKING).as_deref(), Some(working), "what is damaged is for the reader to see");
    }
    let unharmed = shelf(&[(WORKING, &sound), (WRITTEN, "20")]);
    assert_eq!(mend(&unharmed, &owned(&[(WORKING, &older), (WRITTEN, "20")])), None);
    assert_eq!(unharmed.get(GOOD), None);
}

/// However much of a day's work the storage had on the disk when the browser was killed, afterwards all of it is there.
#[test]
fn whatever_the_storage_lost_comes_back() {
    let (plan, other) = (manumix().id(), PlanId::from_number(7));
    let shelf = Shelf::default();
    let mut journal = BTreeMap::new();
    let mut keeper = Keeper::default();
    let mut on_disk = vec![all(&shelf)];
    for step in 0..12_u64 {
        let noting = Noting::new(&shelf);
        match step {
            3 => keeper::put(&noting, other, &wire::seal("a copy")).unwrap(),
            5 => keeper::discard(&noting, other),
            7 => keeper::restore(&noting, other),
            8 => keeper::remember_open(&noting, other),
            9 => keeper::discard(&noting, other),
            10 => keeper::purge(&noting, Pile::Deleted, other),
            _ => {
                let text = wire::seal(&format!("state {step}"));
                let _ = keeper.save(&noting, plan, &text, &wire::seal("steps"));
            }
        }
        note(&mut journal, noting.finish(step));
        on_disk.push(all(&shelf));
        for before in &on_disk {
            let lost = Shelf::default();
            for (name, text) in before {
                lost.set(name, text).unwrap();
            }
            assert_eq!(mend(&lost, &entries(&journal)), None);
            assert_eq!(all(&lost), all(&shelf), "after step {step}");
        }
    }
}
