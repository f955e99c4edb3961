//! The program without its face, in a browser without a browser.

mod arrive;
mod bounds;
mod handed_out;
mod heads;
mod journal;
mod keep;
mod library;
mod new_meeting;
mod place;
mod route;
mod tabs;
pub mod world;
