//! The least total time away: the moments of a net that make the sum of (return - start) least, host conflicts aside.
//!
//! With the drives at their least, this is a linear program over differences of moments, and its dual is a flow of
//! greatest length: one unit for each group from its start to its return. Successive longest paths solve it, in as many
//! rounds as there are groups; the moments are the longest distances in what remains. All of it in whole minutes.

use super::{model::Model, net::Net};

/// The edges `head >= tail + length` and the flow on them.
#[derive(Default)]
pub struct Flow {
    edges: Vec<(usize, usize, i32)>,
    units: Vec<i32>,
    distance: Vec<i32>,
    /// By which edge a node was reached, and whether backwards.
    reached: Vec<(usize, bool)>,
    /// The moments found.
    pub moments: Vec<i32>,
}

const UNREACHED: i32 = i32::MIN / 2;

impl Flow {
    /// The least sum over all chains of return less start; the moments that have it are in `moments`.
    ///
    /// The domains of the net have to be narrowed before.
    pub fn least_span(&mut self, model: &Model, net: &Net) -> i32 {
        let zero = net.earliest.len();
        self.edges.clear();
        for arc in &net.arcs {
            let least = least_drive(model, net, arc);
            self.edges.push((arc.tail, arc.head, arc.offset + least));
        }
        for &(one, other) in &net.precedences {
            let (one, other) = (net.receptions[one], net.receptions[other]);
            self.edges.push((one.moment, other.moment, one.taken));
        }
        for one in 0..net.receptions.len() {
            for other in 0..net.receptions.len() {
                let same = one != other && net.receptions[one].host == net.receptions[other].host;
                if same && net.exclusive(model, one, other) && !net.can_precede(other, one) {
                    let (one, other) = (net.receptions[one], net.receptions[other]);
                    self.edges.push((one.moment, other.moment, one.taken));
                }
            }
        }
        for variable in 0..zero {
            self.edges.push((zero, variable, net.earliest[variable]));
            self.edges.push((variable, zero, -net.latest[variable]));
        }
        self.units.clear();
        self.units.resize(self.edges.len(), 0);
        for chain in &net.chains {
            self.longest_from(chain.start, zero + 1);
            let mut node = chain.back;
            while node != chain.start {
                let (edge, backwards) = self.reached[node];
                self.units[edge] += if backwards { -1 } else { 1 };
                node = if backwards { self.edges[edge].1 } else { self.edges[edge].0 };
            }
        }
        self.longest_from(zero, zero + 1);
        self.moments.clear();
        self.moments.extend_from_slice(&self.distance[..zero]);
        net.chains.iter().map(|chain| self.moments[chain.back] - self.moments[chain.start]).sum()
    }

    /// Longest paths in what remains beside the flow; no cycle in it is longer than nought.
    fn longest_from(&mut self, source: usize, nodes: usize) {
        self.distance.clear();
        self.distance.resize(nodes, UNREACHED);
        self.reached.clear();
        self.reached.resize(nodes, (0, false));
        self.distance[source] = 0;
        let mut changed = true;
        while changed {
            changed = false;
            for (index, &(tail, head, length)) in self.edges.iter().enumerate() {
                if self.distance[tail] > UNREACHED && self.distance[tail] + length > self.distance[head] {
                    self.distance[head] = self.distance[tail] + length;
                    self.reached[head] = (index, false);
                    changed = true;
                }
                let back = self.units[index] > 0 && self.distance[head] > UNREACHED;
                if back && self.distance[head] - length > self.distance[tail] {
                    self.distance[tail] = self.distance[head] - length;
                    self.reached[tail] = (index, true);
                    changed = true;
                }
            }
        }
    }
}

/// The shortest that the drive can be within its domain: drives get longer until the rush hour starts and shorter after.
pub fn least_drive(model: &Model, net: &Net, arc: &super::net::Arc) -> i32 {
    let drive = |moment: i32| model.drive(arc.from, arc.to, moment + arc.offset);
    drive(net.earliest[arc.tail]).min(drive(net.latest[arc.tail]))
}

/// The longest that the drive can be within its domain.
pub fn longest_drive(model: &Model, net: &Net, arc: &super::net::Arc) -> i32 {
    let busiest = model.problem.rush.map_or(0, |rush| i32::from(rush.from)) - arc.offset;
    let moment = busiest.max(net.earliest[arc.tail]).min(net.latest[arc.tail]);
    model.drive(arc.from, arc.to, moment + arc.offset)
}
