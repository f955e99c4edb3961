//! Tests of the circuit: the clock of a study visit, door to door.

mod clock;
mod graph;
mod itinerary;
mod rush;
mod schematic;
mod travel;
