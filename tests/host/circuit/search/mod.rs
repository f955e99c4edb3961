//! Tests of the rotation search: against a brute force that is written differently, and by its laws on large visits.

mod brute;
mod exact;
mod instances;
mod laws;
mod proofs;
mod slices;
mod why;
