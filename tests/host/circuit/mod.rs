//! Tests of the circuit.
