//! Tests of what comes in from other programs, and goes out to them.

mod calendar;
mod content_line;
mod drives;
mod guests;
mod paste;
mod vcard;
