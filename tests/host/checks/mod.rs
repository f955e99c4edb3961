//! What the checks find: for every rule a case that fires, one that just does not, and its words in both languages.

mod clashes;
mod counts;
mod groups;
mod hosts;
mod laws;
mod order;
mod references;
mod roles;
mod support;
mod transfers;
mod travel;
