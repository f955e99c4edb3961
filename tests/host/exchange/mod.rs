//! Tests of what comes in from other programs, and goes out to them.

mod calendar;
mod clipboard;
mod content_line;
mod crowd;
mod csv;
mod drives;
mod formula;
mod guests;
mod impersonal;
mod linked;
mod markup;
mod names;
mod offset;
mod paste;
mod proposals;
mod schedule;
mod sort;
mod tables;
mod vcard;
mod webpage;
