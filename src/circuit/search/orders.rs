//! The orders that a group can have, each with bounds of its own: what it costs when no other group is in the way.
//!
//! Ten stops have some hundred thousand beginnings. So they are listed, prepared and sorted a node's worth at a time.

use super::model::{Model, NEVER};
use super::sorting::Sorting;
use super::timing::{Aim, Price};

/// So many calls can a group have.
pub const CALLS: usize = 20;

/// So many orders are looked at: all of up to 8 calls.
const ORDERS: usize = 40_320;

/// As much as a node takes: so many beginnings looked at or made longer, so many orders with bounds, so many entries moved
/// in sorting.
const WAYS: usize = 48;
const BOUNDS: usize = 16;
const MOVES: usize = 256;

/// An order, or its beginning.
type Order = [u8; CALLS];

/// The orders of a group that are possible alone and in time, cheapest first.
#[derive(Default)]
pub struct Orders {
    all: Vec<Order>,
    calls: usize,
    /// Whether there are more than are looked at.
    pub cut: bool,
    listing: Listing,
    preparing: Preparing,
    list: Vec<(Price, i32, u32)>,
    /// The earliest and latest reception of each call in any of them.
    pub ranges: Vec<(i32, i32)>,
    /// The earliest return of any.
    pub back: i32,
    received: Vec<(i32, i32)>,
}

/// Where the listing stands.
#[derive(Default)]
struct Listing {
    /// Beginnings of so many calls are all known.
    position: usize,
    /// The beginning that is made longer next.
    place: usize,
    /// Those made longer, by when their last host is left.
    longer: Vec<(i32, Order)>,
    /// There are too many of them: the quickest are picked.
    sorting: Option<Sorting<(i32, Order)>>,
}

/// Where the preparation stands.
#[derive(Default)]
struct Preparing {
    /// The order that gets its bounds next.
    place: usize,
    sorting: Option<Sorting<(Price, i32, u32)>>,
}

impl Orders {
    /// A team's orders, none of which is listed yet.
    pub fn of(model: &Model, team: usize) -> Self {
        let calls = model.group(team).calls.len();
        let cut = calls > CALLS;
        Self { calls, all: if cut { Vec::new() } else { vec![[0; CALLS]] }, cut, ..Self::default() }
    }

    /// Lists about a node's worth of those that hold the pins and can be back in time, or the quickest of too many; true
    /// when there are no more.
    pub fn list(&mut self, model: &Model, team: usize) -> bool {
        if let Some(sorting) = &mut self.listing.sorting {
            if !sorting.step(MOVES) {
                return false;
            }
            self.listing.longer = self.listing.sorting.take().map(Sorting::entries).unwrap_or_default();
            self.listing.longer.truncate(ORDERS);
            self.cut = true;
            self.all_longer();
        }
        let position = self.listing.position;
        if position >= self.calls.min(CALLS) {
            return true;
        }
        let mut ways = 0;
        while ways < WAYS {
            let Some(order) = self.all.get(self.listing.place) else {
                if self.listing.longer.len() > ORDERS {
                    self.listing.sorting = Some(Sorting::new(std::mem::take(&mut self.listing.longer)));
                } else {
                    self.all_longer();
                }
                return false;
            };
            for (call, record) in (0..).zip(&model.group(team).calls) {
                let elsewhere = record.position.is_some_and(|pin| usize::from(pin) != position);
                if elsewhere || order[..position].contains(&call) {
                    continue;
                }
                let mut next = *order;
                next[position] = call;
                ways += 1;
                if let Some(leaves) = leaves(model, team, &next[..=position]) {
                    self.listing.longer.push((leaves, next));
                }
            }
            ways += 1;
            self.listing.place += 1;
        }
        false
    }

    /// The beginnings that were made longer are those that are known.
    fn all_longer(&mut self) {
        self.all = std::mem::take(&mut self.listing.longer).into_iter().map(|(_, order)| order).collect();
        self.listing.position += 1;
        self.listing.place = 0;
    }

    /// Forgets how far it is prepared.
    pub fn begin(&mut self) {
        self.preparing = Preparing::default();
        self.list.clear();
        self.back = NEVER;
        self.ranges.clear();
        self.ranges.resize(self.calls, (NEVER, -1));
    }

    /// Keeps for now those that can be back by then, and sorts them by what they cost alone: about a node's worth of it;
    /// true when that is done.
    pub fn prepare(&mut self, model: &Model, team: usize, aim: Aim, back_by: i32) -> bool {
        if let Some(sorting) = &mut self.preparing.sorting {
            let sorted = sorting.step(MOVES);
            if sorted {
                self.list = self.preparing.sorting.take().map(Sorting::entries).unwrap_or_default();
            }
            return sorted;
        }
        for index in (self.preparing.place..self.all.len()).take(BOUNDS) {
            self.preparing.place = index + 1;
            let order = self.all[index];
            let Some((price, back)) = self.alone(model, team, &order[..self.calls], aim, back_by) else { continue };
            self.list.push((price, back, u32::try_from(index).unwrap_or(u32::MAX)));
            self.back = self.back.min(back);
            for (position, &call) in order[..self.calls].iter().enumerate() {
                let (range, received) = (&mut self.ranges[usize::from(call)], self.received[position]);
                *range = (range.0.min(received.0), range.1.max(received.1));
            }
        }
        if self.preparing.place == self.all.len() {
            self.preparing.sorting = Some(Sorting::new(std::mem::take(&mut self.list)));
        }
        false
    }

    /// How many are possible.
    pub fn len(&self) -> usize {
        self.list.len()
    }

    /// The order at this place of the list.
    pub fn order(&self, place: usize) -> &[u8] {
        &self.all[self.list[place].2 as usize][..self.calls]
    }

    /// What the order at this place of the list costs at the least.
    pub fn price(&self, place: usize) -> Price {
        self.list[place].0
    }

    /// The bounds of an order alone: its price and its return; nothing where it cannot be back in time.
    fn alone(&mut self, model: &Model, team: usize, order: &[u8], aim: Aim, back_by: i32) -> Option<(Price, i32)> {
        let group = model.group(team);
        let &(former_start, ref former, former_back) = model.former_of(team);
        let last = back_by.min(i32::from(group.back_by));
        self.received.clear();
        let earliest = i32::from(group.start);
        let back = pass(model, team, order, earliest, |received| self.received.push((received, received)))?;
        if back > last {
            return None;
        }
        // Backwards: the latest of everything, the least of each drive, and which former moments are out of reach.
        let (mut now, mut to) = (last, group.to);
        let (mut driving, mut busy) = (0, i32::from(group.boarding_back));
        let mut changes = i32::from(former_back >= 0 && (former_back < back || former_back > last));
        for (position, &index) in order.iter().enumerate().rev() {
            let call = &group.calls[usize::from(index)];
            let host = model.host(call.host).place;
            let stay = i32::from(call.stay);
            let first = self.received[position].0;
            let departs = model.latest_departure(host, to, now);
            driving += model.drive(host, to, departs).min(model.drive(host, to, first + stay + busy));
            let latest =
                model.closes(call.host, stay, (departs - busy - stay).min(call.received.map_or(NEVER, i32::from)));
            if latest < first {
                return None;
            }
            self.received[position].1 = latest;
            if former_start >= 0 {
                let former = former[usize::from(index)];
                changes += i32::from(former < first || former > latest);
            }
            (now, to, busy) = (latest, host, i32::from(call.boarding));
        }
        busy += i32::from(group.gathering);
        let departs = model.latest_departure(group.from, to, now);
        let latest = (departs - busy).min(group.start_by.map_or(NEVER, i32::from));
        if latest < earliest {
            return None;
        }
        driving += model.drive(group.from, to, departs).min(model.drive(group.from, to, earliest + busy));
        changes += i32::from(former_start >= 0 && (former_start < earliest || former_start > latest));
        let waiting = if model.simple { self.waiting(model, team, order, latest, driving) } else { 0 };
        let price = match aim {
            Aim::Driving => [driving, driving + waiting, changes],
            Aim::Waiting => [waiting, driving, changes],
            Aim::Changes => [changes, driving, driving + waiting],
        };
        Some((price, back))
    }

    /// What a group waits at the least. Where each host has one window and drives are always the same, the later the
    /// start the less is waited: so it is what the latest start leaves.
    #[allow(clippy::unused_self, reason = "belongs to the bounds of an order")]
    fn waiting(&self, model: &Model, team: usize, order: &[u8], latest: i32, driving: i32) -> i32 {
        let back = pass(model, team, order, latest, |_| ());
        back.map_or(0, |back| (back - latest - model.teams[team].busy - driving).max(0))
    }
}

/// When the last host of an order's beginning is left at the earliest, if it can be done in time.
fn leaves(model: &Model, team: usize, order: &[u8]) -> Option<i32> {
    let group = model.group(team);
    let mut leaves = 0;
    pass(model, team, order, i32::from(group.start), |received| leaves = received)?;
    let last = group.calls[usize::from(order[order.len() - 1])];
    leaves += i32::from(last.stay);
    (leaves <= i32::from(group.back_by)).then_some(leaves)
}

/// The earliest return of an order that starts at `start`; tells every reception.
fn pass(model: &Model, team: usize, order: &[u8], start: i32, mut receives: impl FnMut(i32)) -> Option<i32> {
    let group = model.group(team);
    let (mut now, mut from) = (start + i32::from(group.gathering), group.from);
    for &index in order {
        let call = &group.calls[usize::from(index)];
        let to = model.host(call.host).place;
        now += i32::from(call.boarding);
        now += model.drive(from, to, now);
        let pin = call.received.map_or(0, i32::from);
        let received = model.opens(call.host, i32::from(call.stay), now.max(pin));
        if received >= NEVER || call.received.is_some() && received > pin {
            return None;
        }
        receives(received);
        (now, from) = (received + i32::from(call.stay), to);
    }
    now += i32::from(group.boarding_back);
    Some(now + model.drive(from, group.to, now))
}
