//! What the checks found: how bad it is, when it bites, and the sentence.

use super::{Table, moment};
use crate::{
    checks::{Detail, Finding, Severity},
    i18n::Words,
    plan::Plan,
};

pub(super) fn table(plan: &Plan, findings: &[Finding], words: Words) -> Table {
    let mut table = Table::of([
        words.table_severity(),
        words.table_date(),
        words.field_time(),
        words.table_finding(),
        words.table_way_out(),
    ]);
    table.rows = findings.iter().map(|finding| row(plan, finding, words)).collect();
    table
}

fn row(plan: &Plan, finding: &Finding, words: Words) -> Vec<String> {
    let severity = match finding.severity {
        Severity::Blocker => words.finding_blocker(),
        Severity::Warning => words.finding_warning(),
        Severity::Note => words.finding_note(),
    };
    let [date, time] = finding.at.map(moment).unwrap_or_default();
    // What is due by a day has no time of day.
    let by_day = matches!(finding.detail, Detail::IdList { .. } | Detail::Unprepared { .. });
    vec![
        severity.to_string(),
        date,
        if by_day { String::new() } else { time },
        finding.sentence(plan, words),
        finding.fix.as_ref().map(|fix| fix.words(plan, words)).unwrap_or_default(),
    ]
}
