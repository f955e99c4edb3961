//! Identities as they stand in files and on the page.

use crate::plan::build;
use itinera::plan::{EntryId, Key, SessionId, StopId, VisitId};

#[test]
fn an_identity_reads_back_as_it_was_written() {
    for number in [0, 1, 0x015f_dbdf_d400_7007_8000_0000_0000_0003, u128::MAX] {
        let id = SessionId::from_number(number);
        assert_eq!(id.to_string().parse(), Ok(id));
        assert_eq!(SessionId::from_uuid(id.uuid()), id);
    }
    assert_eq!(SessionId::from_number(0xab).to_string(), "00000000-0000-0000-0000-0000000000ab");
    for wrong in ["", "lunch", "00000000-0000-0000-0000-0000000000a", "00000000-0000-0000-0000-0000000000ag"] {
        assert!(wrong.parse::<SessionId>().is_err(), "{wrong}");
    }
}

#[test]
fn identities_sort_by_their_number() {
    assert!(SessionId::from_number(1) < SessionId::from_number(2));
    assert!(SessionId::from_number(0xff) < SessionId::from_number(0x100));
}

#[test]
fn an_entry_of_the_agenda_says_whether_it_is_a_leg() {
    let one = "00000000-0000-0000-0000-000000000001";
    let cases = [
        (EntryId::Session(SessionId::from_number(1)), one.to_string()),
        (EntryId::Stop(StopId::from_number(1), None), one.to_string()),
        (EntryId::LegTo(StopId::from_number(1), None), format!("to-{one}")),
        (EntryId::LegBack(VisitId::from_number(1), None), format!("back-{one}")),
    ];
    for (entry, written) in cases {
        assert_eq!(entry.to_string(), written);
    }
}

#[test]
fn a_key_finds_its_record_and_the_record_its_key() {
    let plan = itinera::example::manumix();
    for record in plan.records() {
        assert_eq!(plan.record(record.key()), Some(record));
    }
    assert_eq!(build::empty().record(Key::Meeting(build::meeting(9).id)), None);
}
