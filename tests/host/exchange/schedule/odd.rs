//! What conferences write beside the schema, and mean.

use super::{ROME, at, event, only, read_text};
use itinera::exchange::schedule::{MOST_SESSIONS, ScheduleError, Zone, read};

#[test]
fn lengths_are_read_in_every_way_in_which_they_are_written() {
    for (written, minutes) in [
        ("00:45", 45),
        ("0:45", 45),
        ("1:30", 90),
        ("01:30:00", 90),
        ("45", 45),
        (" 45 ", 45),
        ("00:00", 1),
        ("72:00", 1440),
    ] {
        let session = only(&event(&format!("<title>T</title><start>10:00</start><duration>{written}</duration>")));
        assert_eq!(session.slot.minutes(), minutes, "{written}");
    }
}

#[test]
fn a_session_without_a_date_is_on_its_day_and_after_midnight_where_the_day_has_not_begun() {
    let session = |start: &str| only(&event(&format!("<start>{start}</start><duration>1:00</duration>"))).slot.start();
    assert_eq!(session("09:30"), at("2017-11-21T09:30"));
    assert_eq!(session("06:00"), at("2017-11-21T06:00"));
    assert_eq!(session("00:30"), at("2017-11-22T00:30"));
    let with_date = "<date>2017-11-22</date><start>00:30</start><duration>1:00</duration>";
    assert_eq!(only(&event(with_date)).slot.start(), at("2017-11-22T00:30"));
    // Pentabarf says for all days when one begins.
    let text = "<schedule><conference><day_change>04:00:00</day_change></conference><day date='2017-11-21'>\
                <room name='R'><event id='1'><start>03:00</start><duration>00:30</duration></event></room></day></schedule>";
    assert_eq!(only(text).slot.start(), at("2017-11-22T03:00"));
}

#[test]
fn a_moment_of_another_zone_comes_to_the_plans_clock() {
    for (date, expected) in [
        ("2017-11-21T09:00:00+01:00", "2017-11-21T09:00"),
        ("2017-11-21T08:00:00Z", "2017-11-21T09:00"),
        ("2017-11-21T08:00:00+00:00", "2017-11-21T09:00"),
        ("2017-11-21T23:30:00-05:00", "2017-11-22T05:30"),
        ("2017-07-21T08:00:00.123456+0000", "2017-07-21T10:00"),
        ("2017-11-21 09:00+01", "2017-11-21T09:00"),
        ("2017-11-21T09:00", "2017-11-21T09:00"),
    ] {
        let session = only(&event(&format!("<date>{date}</date><duration>1:00</duration>")));
        assert_eq!(session.slot.start(), at(expected), "{date}");
    }
}

#[test]
fn in_the_plans_own_zone_the_clock_beside_a_moment_counts() {
    // An offset that a program computed wrongly: the file says ten o'clock in Rome, and that is what people saw.
    let text = |start: &str| {
        format!(
            "<schedule><conference><time_zone_name>Europe/Rome</time_zone_name></conference><day date='2017-07-21'><room \
             name='R'><event id='1'><date>2017-07-21T10:00:00+01:00</date><start>{start}</start>\
             <duration>00:30</duration></event></room></day></schedule>"
        )
    };
    assert_eq!(only(&text("10:00")).slot.start(), at("2017-07-21T10:00"));
    assert_eq!(only(&text("11:00")).slot.start(), at("2017-07-21T11:00"));
    let elsewhere = Zone { name: "Europe/London", ..ROME };
    assert_eq!(read(text("10:00").as_bytes(), elsewhere).unwrap()[0].slot.start(), at("2017-07-21T11:00"));
}

#[test]
fn references_sections_comments_namespaces_and_unknown_elements_are_taken_as_xml_means_them() {
    let text = "\u{feff}<?xml version='1.0' encoding='utf-8'?>\r\n<!-- made by hand -->\r\n\
        <s:schedule xmlns:s='https://example.org/s' xmlns='https://example.org/s'><s:conference/><x><y/></x>\
        <s:day date='2017-11-21'><s:room s:name='A &amp; B'><s:event id='1'><s:unknown>no</s:unknown>\
        <s:title>Caf&#233; &#x1F68C; &lt;b&gt; <![CDATA[<i>&amp;</i> ]]]]><![CDATA[>]]></s:title><s:start>09:00</s:start>\
        <s:duration>1:00</s:duration><s:abstract>one\r\ntwo<br/>three<?pi?></s:abstract>\
        <s:persons><s:person id='1'> Ada  B. </s:person><s:person/><s:person>Ada B.</s:person></s:persons></s:event>\
        </s:room></s:day></s:schedule>\n<!-- end -->";
    let session = only(text);
    assert_eq!(session.title, "Café 🚌 <b> <i>&amp;</i> ]]>");
    assert_eq!((session.place.as_str(), session.notes.as_str()), ("A & B", "one\ntwo\nthree"));
    assert_eq!(session.speakers, ["Ada B."]);
    assert_eq!(session.key, "1");
}

#[test]
fn texts_that_are_html_become_plain_and_others_stay() {
    let notes = |text: &str| {
        let text = text.replace('&', "&amp;").replace('<', "&lt;");
        only(&event(&format!("<start>09:00</start><duration>1:00</duration><abstract>{text}</abstract>"))).notes
    };
    assert_eq!(notes("<p>One &amp; two</p>\n<p>Three<br />four</p>"), "One & two\n\nThree\nfour");
    assert_eq!(
        notes("<ul><li><b>A</b></li><li>B&nbsp;&#8211; <a href=\"https://x.org\">C</a></li></ul>"),
        "- A\n- B – C"
    );
    assert_eq!(notes("a < b and c > d, 2 &lt; 3"), "a < b and c > d, 2 &lt; 3");
    assert_eq!(notes("Vec<String> and <script>alert(1)</script>"), "Vec<String> and <script>alert(1)</script>");
    assert_eq!(notes("x<p"), "x<p");
}

#[test]
fn the_first_address_of_the_web_is_the_link() {
    let link = |elements: &str| only(&event(&format!("<start>09:00</start><duration>1:00</duration>{elements}"))).link;
    assert_eq!(link("<links><link href='www.example.org/x'>x</link></links>"), "https://www.example.org/x");
    assert_eq!(link("<links><link href='javascript:alert(1)'>x</link></links>"), "");
    assert_eq!(link("<links><link href='/relative'/><link>https://b.org</link></links>"), "https://b.org");
    assert_eq!(link("<url>https://a.org/</url><links><link href='https://b.org'>x</link></links>"), "https://a.org/");
    assert_eq!(link("<url>urn:uuid:0</url>"), "");
}

#[test]
fn a_text_longer_than_a_plan_holds_is_cut() {
    let session = only(&event(&format!(
        "<title>T</title><start>09:00</start><duration>1:00</duration><description>{}</description>",
        "é".repeat(30_000)
    )));
    assert_eq!(session.notes.chars().count(), itinera::wire::LONGEST_TEXT);
    assert!(session.notes.ends_with('…'));
}

#[test]
fn the_second_form_of_json_is_read_too() {
    let text = r#"{"schedule": {"conference": {"time_zone_name": "Europe/Berlin", "days": [{"index": 1, "start": "x"}]},
        "events": [{"guid": "g", "start": "2024-12-28T00:15:00+01:00", "end": "2024-12-28T00:55:00+01:00",
        "room": {"name": "Saal", "slug": "s"}, "title": {"de": "Nur deutsch", "en": "In English"}, "subtitle": null,
        "track": {"slug": "h"}, "participants": [{"guid": "p", "name": "Ada"}, "Ben"], "logo": {"url": "x"},
        "links": [{"type": "web", "url": "https://a.org"}, "https://b.org"]}]}}"#;
    let session = only(text);
    assert_eq!((session.title.as_str(), session.place.as_str()), ("In English", "Saal"));
    assert_eq!((session.slot.start(), session.slot.minutes()), (at("2024-12-28T00:15"), 40));
    assert_eq!(session.speakers, ["Ada", "Ben"]);
    assert_eq!(session.link, "https://a.org");
}

#[test]
fn json_may_lack_what_need_not_be_there_and_have_more() {
    let text = r#"{"schedule": {"conference": {"days": [{"date": "2017-11-21", "rooms": {"A": [{"id": 12, "new": [1.5],
        "start": "9:00", "duration": 45, "persons": null, "links": null, "answers": []}], "B": null}}, {"index": 2}]}}}"#;
    let session = only(text);
    assert_eq!((session.key.as_str(), session.place.as_str(), session.title.as_str()), ("12", "A", ""));
    assert_eq!((session.slot.start(), session.slot.minutes()), (at("2017-11-21T09:00"), 45));
}

#[test]
fn a_schedule_without_sessions_is_one() {
    assert_eq!(read_text("<schedule><conference/></schedule>"), Ok(Vec::new()));
    assert_eq!(read_text(r#"{"schedule": {"conference": {"days": []}}}"#), Ok(Vec::new()));
}

#[test]
fn more_sessions_than_a_plan_takes_are_refused() {
    let events = "<event id='1'><start>09:00</start><duration>1</duration></event>".repeat(MOST_SESSIONS + 1);
    let text = format!("<schedule><day date='2017-11-21'><room name='R'>{events}</room></day></schedule>");
    assert_eq!(read_text(&text), Err(ScheduleError::TooMany { limit: MOST_SESSIONS }));
    let events = vec![r#"{"start": "09:00", "duration": 1}"#; MOST_SESSIONS + 1].join(",");
    let text = format!(
        r#"{{"schedule": {{"conference": {{"days": [{{"date": "2017-11-21", "rooms": {{"R": [{events}]}}}}]}}}}}}"#
    );
    assert_eq!(read_text(&text), Err(ScheduleError::TooMany { limit: MOST_SESSIONS }));
}
