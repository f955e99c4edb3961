//! The screens, one file or folder each. A page knows what its pieces mean; how they look is `style/pages`.

mod agenda;
mod checks;
mod copy_table;
mod enrol;
mod entry;
mod fields;
mod files;
pub mod finding;
mod late;
mod meetings;
mod notices;
mod papers;
mod people;
mod place_form;
mod programme;
mod shell;
mod today;
mod visits;

pub use agenda::{Agenda, Forms};
pub use checks::Checks;
pub use copy_table::{CopyNow, copy};
pub use files::Files;
pub use late::{Draw as DrawLate, draw as draw_late};
pub use meetings::Meetings;
pub use notices::Notices;
pub use papers::Papers;
pub use people::People;
pub use programme::{Programme, webpage};
pub use shell::Shell;
pub use today::{DrawRollCall, Today, draw_roll_call};
pub use visits::{Visits, arranger};
