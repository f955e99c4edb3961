//! A choice between two values that is made in one tab is made in all of them, in whatever order the tabs save and hear
//! of each other.

use crate::workspace::world::{Browser, revise, settle, title};
use itinera::sync::Side;
use proptest::prelude::*;

/// What happens in a tab between the edits and the choice, or after it.
#[derive(Debug, Clone, Copy)]
enum Happening {
    Save(usize),
    Hear(usize),
}

fn happenings() -> impl Strategy<Value = Vec<Happening>> {
    let happening = prop_oneof![(0usize..2).prop_map(Happening::Save), (0usize..2).prop_map(Happening::Hear)];
    proptest::collection::vec(happening, 0..12)
}

fn happen(browser: &mut Browser, happenings: &[Happening]) {
    for happening in happenings {
        match *happening {
            Happening::Save(tab) => browser.save(tab),
            Happening::Hear(tab) => browser.hear(tab),
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn a_choice_made_in_one_tab_is_made_in_both(
        before in happenings(),
        after in happenings(),
        choosing in 0usize..2,
        theirs in any::<bool>(),
        processes in any::<bool>(),
    ) {
        let mut browser = if processes { Browser::with_processes() } else { Browser::new() };
        browser.open_tab();
        browser.settle();
        browser.send_to(0, revise(&browser, 0, 0, |session| session.title = "Soup".into()));
        browser.send_to(1, revise(&browser, 1, 0, |session| session.title = "Salad".into()));
        happen(&mut browser, &before);
        while browser.tabs[choosing].workspace.clashes.is_empty() {
            browser.hear(choosing);
            browser.save(1 - choosing);
            browser.save(choosing);
        }
        let side = if theirs { Side::Theirs } else { Side::Ours };
        browser.send_to(choosing, settle(side));
        let chosen = title(&browser, choosing, 0);
        happen(&mut browser, &after);
        browser.settle();
        for tab in 0..2 {
            prop_assert_eq!(&browser.tabs[tab].workspace.clashes, &vec![], "tab {} asks again", tab);
            prop_assert_eq!(title(&browser, tab, 0), chosen.clone());
        }
        browser.kill_and_reopen();
        prop_assert_eq!(&browser.tab().workspace.clashes, &vec![]);
        prop_assert_eq!(title(&browser, 0, 0), chosen);
    }
}
