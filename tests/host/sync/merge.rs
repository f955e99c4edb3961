//! The laws of the three-way merge.

use crate::support::arbitrary::{branches, plans};
use itinera::{
    plan::{AnyRecord, Key, Plan},
    sync::{Clash, Delta, Side, merge, saved_clashes},
};
use proptest::prelude::*;
use std::collections::BTreeSet;

fn keys(plans: &[&Plan]) -> BTreeSet<Key> {
    plans.iter().flat_map(|plan| plan.records().map(|record| record.key())).collect()
}

/// The fields of a record that a side changed; none for a record that is not in both.
fn changed(before: Option<&AnyRecord>, after: Option<&AnyRecord>) -> Vec<&'static str> {
    before.zip(after).map(|(before, after)| before.changed(after)).unwrap_or_default()
}

fn clashing(clashes: &[Clash]) -> BTreeSet<(Key, Option<&'static str>)> {
    clashes.iter().map(|clash| (clash.key, clash.field)).collect()
}

proptest! {
    #[test]
    fn who_changed_nothing_takes_what_the_other_did((base, changed, _) in branches()) {
        prop_assert_eq!(merge(Some(&base), &base, &changed), (changed.clone(), vec![]));
        prop_assert_eq!(merge(Some(&base), &changed, &base), (changed, vec![]));
    }

    #[test]
    fn who_did_the_same_agrees((base, both, _) in branches()) {
        prop_assert_eq!(merge(Some(&base), &both, &both), (both.clone(), vec![]));
        prop_assert_eq!(merge(None, &both, &both), (both, vec![]));
    }

    #[test]
    fn differences_are_read_as_they_were_kept((base, ours, theirs) in branches()) {
        for base in [Some(&base), None] {
            let (_, clashes) = merge(base, &ours, &theirs);
            let text = saved_clashes::encode(&clashes);
                prop_assert!(!text.contains('\n'), "it is a line of what is kept");
            prop_assert_eq!(saved_clashes::decode(&text), clashes);
        }
    }

    #[test]
    fn it_does_not_matter_who_merges((base, ours, theirs) in branches()) {
        let (here, clashes) = merge(Some(&base), &ours, &theirs);
        let (there, others) = merge(Some(&base), &theirs, &ours);
        prop_assert_eq!(clashing(&clashes), clashing(&others));
        if clashes.is_empty() {
            prop_assert_eq!(here, there);
        }
    }

    #[test]
    fn to_merge_again_changes_nothing((base, ours, theirs) in branches()) {
        let (merged, clashes) = merge(Some(&base), &ours, &theirs);
        let (again, _) = merge(Some(&base), &merged, &theirs);
        prop_assert_eq!(&again, &merged);
        if clashes.is_empty() {
            prop_assert_eq!(merge(Some(&base), &merged, &ours), (merged.clone(), vec![]));
            prop_assert_eq!(merge(Some(&ours), &merged, &ours), (merged, vec![]));
        }
    }

    #[test]
    fn no_edit_is_lost((base, ours, theirs) in branches()) {
        let (merged, clashes) = merge(Some(&base), &ours, &theirs);
        let clashing = clashing(&clashes);
        for key in keys(&[&base, &ours, &theirs]) {
            let [before, here, there, now] = [&base, &ours, &theirs, &merged].map(|plan| plan.record(key));
            match (&before, &here, &there) {
                // Added or kept on a side, and the other knows nothing of it.
                (None, Some(only), None) | (None, None, Some(only)) => prop_assert_eq!(now.as_ref(), Some(only)),
                (Some(before), Some(here), Some(there)) => {
                    let now = now.expect("both sides have it");
                    for field in before.changed(here).into_iter().chain(before.changed(there)) {
                        let asked = clashing.contains(&(key, Some(field)));
                        let ours_changed = before.changed(here).contains(&field);
                        let kept = if ours_changed { here } else { there };
                        prop_assert!(!now.changed(kept).contains(&field), "{:?} {}", key, field);
                        // Both changed it to different values exactly where somebody is asked.
                        let both = ours_changed && before.changed(there).contains(&field);
                        prop_assert_eq!(asked, both && here.changed(there).contains(&field));
                    }
                }
                // Removed on a side: gone where the other left it alone, else kept, and somebody is asked.
                (Some(before), Some(left), None) | (Some(before), None, Some(left)) => {
                    let touched = before != left;
                    prop_assert_eq!(now, touched.then(|| left.clone()));
                    prop_assert_eq!(clashing.contains(&(key, None)), touched);
                }
                (None, Some(here), Some(_)) => prop_assert_eq!(now.as_ref(), Some(here)),
                (_, None, None) => prop_assert_eq!(now, None),
            }
        }
    }

    #[test]
    fn without_a_base_nothing_is_taken_to_be_deleted(ours in plans(), theirs in plans()) {
        let (merged, clashes) = merge(None, &ours, &theirs);
        let clashing = clashing(&clashes);
        for key in keys(&[&ours, &theirs]) {
            let (here, there) = (ours.record(key), theirs.record(key));
            prop_assert_eq!(merged.record(key), here.clone().or_else(|| there.clone()));
            let differing: BTreeSet<_> = changed(here.as_ref(), there.as_ref()).into_iter().collect();
            let asked: BTreeSet<_> = clashing.iter().filter(|(of, _)| *of == key).filter_map(|(_, field)| *field).collect();
            prop_assert_eq!(asked, differing);
        }
    }

    #[test]
    fn either_side_of_a_clash_can_be_chosen((base, ours, theirs) in branches()) {
        let (merged, clashes) = merge(Some(&base), &ours, &theirs);
        for clash in &clashes {
            prop_assert!(clash.is_open(&merged));
            for (side, wanted) in [(Side::Ours, &clash.ours), (Side::Theirs, &clash.theirs)] {
                // An edit can be refused for what the merge left dangling; what it would do is looked at here.
                let chosen = match clash.choose(side, &merged) {
                    Some(itinera::plan::Edit::Revise { after, .. } | itinera::plan::Edit::Add(after)) => Some(after),
                    Some(itinera::plan::Edit::Remove(_)) => None,
                    _ => merged.record(clash.key),
                };
                match (clash.field, wanted) {
                    (Some(field), Some(wanted)) => {
                        prop_assert!(!chosen.expect("a field of a record").changed(wanted).contains(&field));
                    }
                    (_, wanted) => prop_assert_eq!(chosen.is_some(), wanted.is_some()),
                }
            }
        }
    }

    #[test]
    fn a_delta_leads_from_one_plan_to_the_other_and_back((one, other, _) in branches()) {
        let delta = Delta::between(&one, &other);
        prop_assert_eq!(itinera::sync::replay(&one, &delta), (other.clone(), vec![]));
        prop_assert_eq!(itinera::sync::replay(&other, &delta.inverse()), (one.clone(), vec![]));
        prop_assert_eq!(delta.is_empty(), one == other);
    }
}
