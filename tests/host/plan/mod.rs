//! Tests of the domain.

mod sample;
