//! Addresses: written, read back, and read as people write them.

use chrono::NaiveDate;
use itinera::{
    agenda::Audience,
    i18n::Language,
    plan::{DelegateId, DelegationId, EntryId, PlanId, SessionId, VisitId},
    workspace::{Route, Screen, mark_of},
};

fn moment() -> chrono::NaiveDateTime {
    NaiveDate::from_ymd_opt(2017, 11, 21).unwrap().and_hms_opt(14, 5, 0).unwrap()
}

#[test]
fn every_address_reads_back_as_it_was_written() {
    let places = [
        None,
        Some(EntryId::Session(SessionId::from_number(7)).to_string()),
        Some(EntryId::LegBack(VisitId::from_number(7), None).to_string()),
        Some("2017-11-21".to_string()),
    ];
    let audiences = [
        None,
        Some(Audience::Everyone),
        Some(Audience::Delegation(DelegationId::from_number(3))),
        Some(Audience::Delegate(DelegateId::from_number(4))),
    ];
    for screen in Screen::ALL {
        for focus in &places {
            for at in [None, Some(moment())] {
                for audience in audiences {
                    for language in [None, Some(Language::English), Some(Language::Italian)] {
                        let count = focus.clone().filter(|_| at.is_some());
                        let beside = language.filter(|_| at.is_some()).map(|language| match language {
                            Language::English => Language::Italian,
                            Language::Italian => Language::English,
                        });
                        let paper = focus.as_ref().map(|id| format!("programme:everyone,itinerary:delegation:{id}"));
                        let plan = at.map(|_| mark_of(PlanId::from_number(7)));
                        let route =
                            Route { screen, focus: focus.clone(), at, audience, language, beside, paper, count, plan };
                        let href = route.href();
                        assert_eq!(Route::parse(&href), route, "{href}");
                        assert!(href.starts_with("#/") && href.is_ascii() && !href.contains(' '), "{href}");
                    }
                }
            }
        }
    }
}

#[test]
fn an_address_is_read_as_people_write_it() {
    let today = Route { at: Some(moment()), ..Route::to(Screen::Today) };
    let both =
        Route { language: Some(Language::English), beside: Some(Language::Italian), ..Route::to(Screen::Papers) };
    let cases = [
        ("", Route::to(Screen::Agenda)),
        ("#", Route::to(Screen::Agenda)),
        ("#/", Route::to(Screen::Agenda)),
        ("#/agenda", Route::to(Screen::Agenda)),
        ("people", Route::to(Screen::People)),
        ("#/people/", Route::to(Screen::People)),
        ("#/no-such-screen", Route::to(Screen::Agenda)),
        ("#/today?at=2017-11-21T14:05", today.clone()),
        ("#/today?at=2017-11-21T14:05:59", today.clone()),
        ("#/today?at=2017-11-21T14%3A05", today.clone()),
        ("#/today?at=2017-11-21T14%3a05&more=1&&=&x", today),
        ("#/today?at=tomorrow", Route::to(Screen::Today)),
        ("#/today?at=2017-11-21T14:0\u{e9}", Route::to(Screen::Today)),
        ("#/today?at=", Route::to(Screen::Today)),
        ("#/today?at", Route::to(Screen::Today)),
        ("#/programme?for=nobody", Route::to(Screen::Programme)),
        ("#/programme?for=delegation:x", Route::to(Screen::Programme)),
        ("#/programme?lang=de", Route::to(Screen::Programme)),
        ("#/programme?lang=it-CH", Route { language: Some(Language::Italian), ..Route::to(Screen::Programme) }),
        ("#/papers?lang=en+it", both.clone()),
        ("#/papers?lang=en%2Bit", both.clone()),
        ("#/papers?lang=en%20it", both),
        ("#/papers?lang=en+en", Route { language: Some(Language::English), ..Route::to(Screen::Papers) }),
        ("#/papers?lang=de+it", Route::to(Screen::Papers)),
        ("#/papers?paper=", Route::to(Screen::Papers)),
        ("#/papers?paper=a%3Ab%2Cc", Route { paper: Some("a:b,c".to_string()), ..Route::to(Screen::Papers) }),
        ("#/today?plan=", Route::to(Screen::Today)),
        ("#/today?plan=00c0ffee", Route { plan: Some("00c0ffee".to_string()), ..Route::to(Screen::Today) }),
        ("#/agenda?show=x", Route::at_place(Screen::Agenda, "x")),
    ];
    for (address, route) in cases {
        assert_eq!(Route::parse(address), route, "{address}");
    }
}

#[test]
fn the_mark_of_a_plan_is_short_and_tells_plans_apart() {
    let ids = (0..2_000).flat_map(|number| [number, number << 96, (number << 80) | 0x7000_8000_0000_0000_0001]);
    let marks: std::collections::BTreeSet<_> = ids.clone().map(|id| mark_of(PlanId::from_number(id))).collect();
    let ids: std::collections::BTreeSet<_> = ids.collect();
    assert_eq!(marks.len(), ids.len());
    assert!(marks.iter().all(|mark| mark.len() == 8 && mark.bytes().all(|byte| byte.is_ascii_hexdigit())));
}
