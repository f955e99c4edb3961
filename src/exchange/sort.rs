//! What sort of file somebody brought: by what is in it, and by its name where that says nothing.

/// A sort of file that can be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sort {
    /// A plan of this program.
    Plan,
    /// iCalendar.
    Calendar,
    /// A schedule of a conference, in XML or JSON.
    Schedule,
    /// A table of delegates.
    Table,
}

/// How much of a file is looked at, in bytes.
const BEGINNING: usize = 4096;

/// The sort of a file; none where neither its content nor its name is of any.
#[must_use]
pub fn sort_of(name: &str, bytes: &[u8]) -> Option<Sort> {
    let beginning = String::from_utf8_lossy(&bytes[..bytes.len().min(BEGINNING)]);
    let text = beginning.trim_start_matches('\u{feff}').trim_start();
    let ends = |ending: &str| {
        let name = name.as_bytes();
        name.len() > ending.len() && name[name.len() - ending.len()..].eq_ignore_ascii_case(ending.as_bytes())
    };
    let starts = |start: &str| text.get(..start.len()).is_some_and(|begin| begin.eq_ignore_ascii_case(start));
    if starts("BEGIN:VCALENDAR") {
        return Some(Sort::Calendar);
    }
    if text.starts_with('{') || text.starts_with('[') {
        // A plan says so in its first lines; a file that only claims to be one is for its reader to refuse.
        let is_plan =
            text.contains(crate::wire::FORMAT) || !text.contains("\"schedule\"") && !text.contains("\"events\"");
        return Some(if is_plan { Sort::Plan } else { Sort::Schedule });
    }
    if text.starts_with('<') {
        return (ends(".xml") || text.contains("<schedule")).then_some(Sort::Schedule);
    }
    let by_name = [
        (".json", Sort::Plan),
        (".ics", Sort::Calendar),
        (".ical", Sort::Calendar),
        (".xml", Sort::Schedule),
        (".csv", Sort::Table),
        (".tsv", Sort::Table),
        (".txt", Sort::Table),
        // For the sentence that says how to make a table of it.
        (".xlsx", Sort::Table),
        (".xls", Sort::Table),
        (".ods", Sort::Table),
    ];
    by_name.into_iter().find(|(ending, _)| ends(ending)).map(|(_, sort)| sort)
}
