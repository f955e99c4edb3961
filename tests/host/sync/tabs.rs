//! Two tabs that edit, undo, save and hear of each other in any order come to the same plan, and nothing is lost.

use crate::workspace::world::{Browser, edit, small};
use itinera::{
    plan::{Edit, Key, Plan, Session, SessionId, Slot},
    workspace::{Msg, Workspace, update},
};
use proptest::prelude::*;

/// What happens in a tab.
#[derive(Debug, Clone)]
enum Happening {
    Title(u128, u8),
    Notes(u128, u8),
    Move(u128, u8),
    Add,
    Remove(u128),
    Undo,
    Redo,
    Save,
    Hear,
}

fn happenings() -> impl Strategy<Value = Vec<(usize, Happening)>> {
    let happening = prop_oneof![
        3 => (0u128..3, any::<u8>()).prop_map(|(session, value)| Happening::Title(session, value)),
        2 => (0u128..3, any::<u8>()).prop_map(|(session, value)| Happening::Notes(session, value)),
        2 => (0u128..3, 0u8..100).prop_map(|(session, value)| Happening::Move(session, value)),
        1 => Just(Happening::Add),
        1 => (0u128..3).prop_map(Happening::Remove),
        3 => Just(Happening::Undo),
        1 => Just(Happening::Redo),
        4 => Just(Happening::Save),
        4 => Just(Happening::Hear),
    ];
    proptest::collection::vec((0usize..2, happening), 0..40)
}

/// The sessions that a tab edits: each its own, so that nothing clashes.
fn own(tab: usize, session: u128) -> SessionId {
    SessionId::from_number(10 * (tab as u128 + 1) + session)
}

fn start() -> Plan {
    let mut plan = small(7, "Small");
    for tab in 0..2 {
        for session in 0..3 {
            plan.sessions.put(Session { id: own(tab, session), ..crate::plan::build::session(1) });
        }
    }
    plan
}

fn revised(plan: &Plan, id: SessionId, change: impl FnOnce(&mut Session)) -> Option<Msg> {
    let before = Session::clone(plan.sessions.get(id)?);
    let mut after = before.clone();
    change(&mut after);
    Some(edit(Edit::revise(before, after)))
}

/// The message of an edit, said of the plan as the tab shows it; none for one that cannot be made.
fn msg(plan: &Plan, tab: usize, happening: &Happening, turn: usize) -> Option<Msg> {
    match *happening {
        Happening::Title(session, value) => {
            revised(plan, own(tab, session), |session| session.title = value.to_string().as_str().into())
        }
        Happening::Notes(session, value) => {
            revised(plan, own(tab, session), |session| session.notes = value.to_string().as_str().into())
        }
        Happening::Move(session, value) => {
            let session = plan.sessions.get(own(tab, session))?;
            let slot = Slot::lasting(crate::plan::build::at(9, 0), u16::from(value) + 1);
            Some(edit(Edit::Reschedule { session: session.id, slot }))
        }
        Happening::Add => {
            let id = SessionId::from_number(1_000 * (tab as u128 + 1) + turn as u128);
            Some(edit(Edit::Add(Session { id, ..crate::plan::build::session(1) }.into())))
        }
        Happening::Remove(session) => {
            let key = Key::Session(own(tab, session));
            plan.record(key).map(|_| edit(Edit::Remove(key)))
        }
        Happening::Undo => Some(Msg::Undo),
        Happening::Redo => Some(Msg::Redo),
        Happening::Save | Happening::Hear => None,
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn two_tabs_come_to_the_same_plan_and_nothing_is_lost(happenings in happenings(), processes in any::<bool>()) {
        let mut browser = if processes { Browser::with_processes() } else { Browser::new() };
        browser.send(Msg::Start(Box::new(start())));
        browser.open_tab();
        // What each would have alone.
        let mut alone = [0, 1].map(|_| Workspace::showing(start()));
        for (turn, (tab, happening)) in happenings.iter().enumerate() {
            match happening {
                Happening::Save => browser.save(*tab),
                Happening::Hear => browser.hear(*tab),
                happening => {
                    let here = msg(&browser.tabs[*tab].workspace.plan, *tab, happening, turn);
                    let there = msg(&alone[*tab].plan, *tab, happening, turn);
                    prop_assert_eq!(here.is_some(), there.is_some());
                    if let (Some(here), Some(there)) = (here, there) {
                        browser.send_to(*tab, here);
                        update(&mut alone[*tab], there);
                    }
                }
            }
        }
        browser.settle();
        let both = alone.iter().fold(start(), |mut plan, alone| {
            for key in start().differing(&alone.plan) {
                match alone.plan.record(key) {
                    Some(record) => plan.put(record),
                    None => plan.remove(key),
                }
            }
            plan
        });
        for tab in &browser.tabs {
            prop_assert_eq!(&tab.workspace.clashes, &vec![]);
            prop_assert_eq!(&tab.workspace.notices, &vec![]);
            prop_assert_eq!(&*tab.workspace.plan, &both);
        }
        prop_assert_eq!(browser.kept(start().id()).plan, both.clone());
        // Whoever comes later sees the same.
        browser.kill_and_reopen();
        prop_assert_eq!(browser.plan(), &both);
    }
}
