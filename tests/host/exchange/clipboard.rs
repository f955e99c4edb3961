//! Tables for the clipboard.

use itinera::exchange::{
    clipboard::{html, text},
    paste::understand,
    tables::Table,
};

fn table(rows: &[&[&str]]) -> Table {
    let cells = |row: &&[&str]| row.iter().map(|cell| (*cell).to_string()).collect();
    Table { headers: cells(&rows[0]), rows: rows[1..].iter().map(cells).collect() }
}

#[test]
fn html_has_the_columns_and_nothing_of_a_cell_is_markup() {
    let table =
        table(&[&["Name", "Note"], &["<b>Ada</b> & \"Co\"", "one\r\ntwo"], &["=1+1", "+39 011"], &["", "عربى 🚌"]]);
    let expected = "<table><thead><tr><th>Name</th><th>Note</th></tr></thead><tbody>\
        <tr><td>&lt;b&gt;Ada&lt;/b&gt; &amp; &quot;Co&quot;</td><td>one<br>two</td></tr>\
        <tr><td>&#39;=1+1</td><td>&#39;+39 011</td></tr>\
        <tr><td></td><td>عربى 🚌</td></tr></tbody></table>";
    assert_eq!(html(&table), expected);
}

#[test]
fn text_has_tabs_between_cells() {
    let table = table(&[&["Name", "Note"], &["Uno, Ada", "one\ntwo"], &["=1+1", "\"x\""], &["a\tb", ""]]);
    assert_eq!(text(&table), "Name\tNote\nUno, Ada\t\"one\ntwo\"\n'=1+1\t\"\"\"x\"\"\"\n\"a\tb\"\t\n");
}

#[test]
fn what_is_copied_can_be_pasted_here_again() {
    let copied = text(&table(&[&["Name", "Telephone", "Diet"], &["Ada Uno", "+39 011 000", "-\n=vegan"]]));
    let understood = understand(&super::paste::plan(), &copied);
    let delegate = &understood.rows[0].delegate;
    assert_eq!((&*delegate.name, &*delegate.phone, &*delegate.diet), ("Ada Uno", "+39 011 000", "-\n=vegan"));
}
