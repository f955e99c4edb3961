//! Tests of what comes in from other programs, and goes out to them.

mod clipboard;
mod csv;
mod drives;
mod formula;
mod guests;
mod impersonal;
mod paste;
mod proposals;
mod tables;
