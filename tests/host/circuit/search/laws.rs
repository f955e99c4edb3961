//! Whatever the search proposes, whenever it is stopped, keeps every demand.

use super::instances;
use itinera::circuit::search::{Kind, Problem, Proposal, Search};

/// Walks through the proposal minute by minute and fails where it breaks a demand.
pub fn holds(problem: &Problem, proposal: &Proposal, about: &str) {
    let mut there = vec![vec![(0_u16, 0_u16); 3000]; problem.hosts.len()];
    let (mut back, mut driving, mut waiting) = (0, 0, 0);
    for (group, route) in problem.groups.iter().zip(&proposal.routes) {
        assert_eq!(route.stops.len(), group.calls.len(), "{about}: every stop, once");
        if group.calls.is_empty() {
            continue;
        }
        assert!(group.seats.is_none_or(|seats| group.heads <= seats), "{about}: seats");
        assert!(route.start >= group.start && route.start <= group.start_by.unwrap_or(u16::MAX), "{about}: start");
        let (mut ready, mut place) = (route.start + group.gathering, group.from);
        for (position, stop) in route.stops.iter().enumerate() {
            let call = group.calls.iter().find(|call| call.host == stop.host).unwrap();
            let host = &problem.hosts[stop.host];
            assert!(call.position.is_none_or(|pin| usize::from(pin) == position), "{about}: position");
            assert!(call.received.is_none_or(|pin| pin == stop.received), "{about}: moment");
            assert!(stop.departs >= ready + call.boarding, "{about}: boarding");
            let drive = problem.drive(place, host.place, stop.departs);
            assert_eq!(stop.arrives, stop.departs + drive, "{about}: the drive");
            assert!(stop.received >= stop.arrives, "{about}: received before they are there");
            assert_eq!(stop.leaves, stop.received + call.stay, "{about}: the stay");
            let open =
                |window: &itinera::circuit::search::Window| window.from <= stop.received && stop.leaves <= window.to;
            assert!(host.windows.is_empty() || host.windows.iter().any(open), "{about}: window");
            for minute in stop.received..stop.leaves + host.gap {
                let now = &mut there[stop.host][usize::from(minute)];
                *now = (now.0 + 1, now.1 + group.heads);
                assert!(now.0 <= host.at_once, "{about}: groups at once");
                assert!(host.capacity.is_none_or(|most| now.1 <= most), "{about}: heads at once");
            }
            driving += u32::from(drive);
            waiting += u32::from(stop.departs - ready - call.boarding + stop.received - stop.arrives);
            (ready, place) = (stop.leaves, host.place);
        }
        let drive = problem.drive(place, group.to, route.departs_back);
        assert!(route.departs_back >= ready + group.boarding_back, "{about}: boarding back");
        assert_eq!(route.back, route.departs_back + drive, "{about}: the drive back");
        assert!(route.back <= group.back_by, "{about}: return");
        driving += u32::from(drive);
        waiting += u32::from(route.departs_back - ready - group.boarding_back);
        back = back.max(route.back);
    }
    let cost = proposal.cost;
    assert_eq!((cost.back, cost.driving, cost.waiting), (back, driving, waiting), "{about}: cost");
}

#[test]
fn every_proposal_keeps_every_demand() {
    for seed in 0..300 {
        let problem = instances::small(seed);
        let proposals = super::exact::whole(&problem).proposals;
        assert!(proposals.len() <= 3, "up to three side by side");
        for proposal in &proposals {
            let about = format!("small {seed} {:?}", proposal.kind);
            holds(&problem, proposal, &about);
            let (cost, first) = (proposal.cost, proposals[0].cost);
            match proposal.kind {
                Kind::Return => assert_eq!(cost, first, "{about}"),
                Kind::Driving => assert!(cost.driving < first.driving, "{about}"),
                Kind::Waiting => assert!(cost.waiting < first.waiting, "{about}"),
                Kind::Changes => assert!(cost.changes < first.changes, "{about}"),
            }
        }
    }
}

#[test]
fn a_search_that_is_stopped_has_something_that_holds() {
    let sizes = [(4, 4, 12), (5, 4, 6), (5, 5, 4), (8, 6, 1)];
    for (hosts, groups, count) in sizes {
        for seed in 0..count {
            let about = format!("{hosts} x {groups}, {seed}");
            let problem = instances::large(seed, hosts, groups);
            let mut search = Search::new(&problem);
            let (mut bound, mut back) = (0, u16::MAX);
            for _ in 0..8 {
                let progress = search.step(if hosts > 6 { 15_000 } else { 500 });
                assert!(progress.lower_bound >= bound, "{about}: what is proved stays proved");
                bound = progress.lower_bound;
                let Some(best) = progress.proposals.first() else { continue };
                assert!(best.cost.back >= bound && best.cost.back <= back, "{about}: it only gets better");
                back = best.cost.back;
                for proposal in &progress.proposals {
                    holds(&problem, proposal, &about);
                }
                if progress.done {
                    break;
                }
            }
            assert!(back < u16::MAX, "{about}: nothing found");
        }
    }
}

#[test]
fn what_is_pinned_and_just_fits_is_kept() {
    for (hosts, groups, count) in [(4, 4, 8), (5, 4, 6), (5, 5, 3), (8, 3, 2)] {
        for seed in 0..count {
            let about = format!("{hosts} x {groups}, {seed}, tight");
            let free = instances::large(seed, hosts, groups);
            let mut search = Search::new(&free);
            let routes = loop {
                let progress = search.step(2000);
                if let Some(first) = progress.proposals.first() {
                    break first.routes.clone();
                }
                assert!(!progress.done, "{about}: nothing found");
            };
            let tight = instances::tight(&free, &routes, seed);
            let asks =
                |of: fn(&itinera::circuit::search::Call) -> bool| tight.groups.iter().flat_map(|it| &it.calls).any(of);
            assert!(asks(|call| call.position.is_some()) && asks(|call| call.received.is_some()), "{about}: no pins");
            let mut search = Search::new(&tight);
            for _ in 0..20 {
                let progress = search.step(2000);
                for proposal in &progress.proposals {
                    holds(&tight, proposal, &about);
                }
                assert!(!progress.impossible, "{about}: there is a way to keep it all");
                if progress.done {
                    break;
                }
            }
            assert!(!search.progress().proposals.is_empty(), "{about}: nothing found");
        }
    }
}
