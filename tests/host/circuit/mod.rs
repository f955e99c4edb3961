//! Tests of the circuit: the clock of a study visit, door to door.

mod arrange;
mod clock;
mod graph;
mod groups;
mod itinerary;
mod limits;
mod reception;
mod rush;
mod schematic;
mod search;
mod split;
mod travel;
