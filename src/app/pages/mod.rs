//! The screens, one file or folder each. A page knows what its pieces mean; how they look is `style/pages`.

mod agenda;
mod checks;
mod entry;
pub mod finding;
mod late;
mod meetings;
mod notices;
mod parts;
mod people;
mod programme;
mod shell;
mod today;
mod visits;

pub use parts::fetch;
pub use shell::Shell;
