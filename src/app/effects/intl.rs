//! Dates, times and time zones, through the browser's `Intl`.

use crate::{i18n::Language, plan::to_the_minute, wire::clock};
use chrono::{Datelike, NaiveDate, NaiveDateTime, NaiveTime};
use js_sys::{Array, Date, Function, Intl, Object, Reflect};
use std::{cell::RefCell, collections::BTreeMap};
use wasm_bindgen::{JsCast, JsValue};

/// How a date is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum DateStyle {
    /// Tuesday 21 November 2017
    Full,
    /// Tuesday 21 November
    Long,
    /// Tue 21
    Short,
    /// 21 November 2017
    Date,
    /// 21 Nov
    Brief,
}

thread_local! {
    /// Formatters are slow to make: one is kept for each language and style.
    static FORMATS: RefCell<BTreeMap<(Language, Option<DateStyle>), Function>> = const { RefCell::new(BTreeMap::new()) };
}

/// A date in words.
#[must_use]
pub fn date(language: Language, date: NaiveDate, style: DateStyle) -> String {
    format(language, Some(style), date.and_time(NaiveTime::MIN))
}

/// From which date to which, as `21–22 November 2017`.
#[must_use]
pub fn date_range(language: Language, first: NaiveDate, last: NaiveDate) -> String {
    if (first.year(), first.month()) == (last.year(), last.month()) {
        return format!("{}\u{2013}{}", first.day(), date(language, last, DateStyle::Date));
    }
    format!("{} \u{2013} {}", date(language, first, DateStyle::Date), date(language, last, DateStyle::Date))
}

/// A time of day, as `09:05`.
#[must_use]
pub fn time(language: Language, moment: NaiveDateTime) -> String {
    format(language, None, moment)
}

/// From when to when, as `09:00–09:20`, in the language's way.
#[must_use]
pub fn span(language: Language, start: NaiveDateTime, end: NaiveDateTime) -> String {
    format!("{}\u{2013}{}", time(language, start), time(language, end))
}

/// The present moment on the clocks of an IANA time zone, to the minute; none for a zone that the browser does not
/// know.
#[must_use]
pub fn now_in(zone: &str) -> Option<NaiveDateTime> {
    moment_in(zone, &Date::new_0())
}

/// A UTC stamp (RFC 3339) on the clocks of a time zone.
#[must_use]
pub fn stamp_in(zone: &str, stamp: &str) -> Option<NaiveDateTime> {
    moment_in(zone, &Date::new(&JsValue::from_str(stamp)))
}

/// Whether the browser knows an IANA time zone.
#[must_use]
pub fn is_zone(zone: &str) -> bool {
    !zone.is_empty() && now_in(zone).is_some()
}

/// The reader's own time zone.
#[must_use]
pub fn own_zone() -> String {
    let options = Intl::DateTimeFormat::new(&Array::new(), &Object::new()).resolved_options();
    Reflect::get(&options, &"timeZone".into()).ok().and_then(|zone| zone.as_string()).unwrap_or_default()
}

/// The time zones that the browser offers.
#[must_use]
pub fn zones() -> Vec<String> {
    let Ok(intl) = Reflect::get(&js_sys::global(), &"Intl".into()) else { return Vec::new() };
    let list =
        Reflect::get(&intl, &"supportedValuesOf".into()).ok().and_then(|value| value.dyn_into::<Function>().ok());
    let list = list.and_then(|list| list.call1(&intl, &"timeZone".into()).ok());
    let list = list.and_then(|list| list.dyn_into::<Array>().ok()).unwrap_or_default();
    list.iter().filter_map(|zone| zone.as_string()).collect()
}

/// By how many minutes the clocks of a time zone are ahead of UTC, at any moment of UTC; a zone that the browser does not
/// know is UTC.
pub fn clocks(zone: &str) -> impl Fn(NaiveDateTime) -> i32 + use<> {
    let format = clock_in(zone);
    move |utc| {
        let there = format.as_ref().and_then(|format| shown(format, &date_of(utc)));
        let ahead = there.map_or(0, |there| (there - to_the_minute(utc)).num_minutes());
        i32::try_from(ahead).unwrap_or(0)
    }
}

/// By how many minutes the clocks of any time zone are ahead of UTC at a moment of UTC; none for a zone that the browser
/// does not know.
pub fn all_clocks() -> impl Fn(&str, NaiveDateTime) -> Option<i32> {
    // What tells the time of a zone is slow to make.
    let known = RefCell::new(BTreeMap::<String, Option<Box<dyn Fn(NaiveDateTime) -> i32>>>::new());
    move |zone, utc| {
        let mut known = known.borrow_mut();
        let make = || is_zone(zone).then(|| Box::new(clocks(zone)) as Box<dyn Fn(NaiveDateTime) -> i32>);
        let clocks = known.entry(zone.to_string()).or_insert_with(make);
        clocks.as_ref().map(|clocks| clocks(utc))
    }
}

fn moment_in(zone: &str, date: &Date) -> Option<NaiveDateTime> {
    shown(&clock_in(zone)?, date)
}

/// What writes moments as the clocks of a time zone show them.
fn clock_in(zone: &str) -> Option<Function> {
    // Swedish writes dates as ISO 8601 does: 2017-11-21 14:05.
    formatter("sv-SE", &options(&[("dateStyle", "short"), ("timeStyle", "short"), ("timeZone", zone)]))
}

fn shown(clock: &Function, date: &Date) -> Option<NaiveDateTime> {
    if date.get_time().is_nan() {
        return None;
    }
    let text = clock.call1(&JsValue::UNDEFINED, date).ok()?.as_string()?;
    clock::read_moment(&text.replace(' ', "T"))
}

/// A moment of UTC as the browser has it.
fn date_of(utc: NaiveDateTime) -> Date {
    #[allow(clippy::cast_precision_loss, reason = "milliseconds of any year fit a double exactly")]
    Date::new(&JsValue::from_f64(utc.and_utc().timestamp_millis() as f64))
}

fn format(language: Language, style: Option<DateStyle>, moment: NaiveDateTime) -> String {
    // Plans hold the clock on the wall; read as UTC and written as UTC it comes out as it went in.
    let date = date_of(moment);
    FORMATS
        .with_borrow_mut(|formats| {
            let known = formats.get(&(language, style)).cloned();
            let format = known.or_else(|| make(language, style))?;
            formats.insert((language, style), format.clone());
            format.call1(&JsValue::UNDEFINED, &date).ok()?.as_string()
        })
        .unwrap_or_default()
}

fn make(language: Language, style: Option<DateStyle>) -> Option<Function> {
    let parts: &[(&str, &str)] = match style {
        None => &[("hour", "2-digit"), ("minute", "2-digit"), ("hourCycle", "h23")],
        Some(DateStyle::Full) => &[("weekday", "long"), ("day", "numeric"), ("month", "long"), ("year", "numeric")],
        Some(DateStyle::Long) => &[("weekday", "long"), ("day", "numeric"), ("month", "long")],
        Some(DateStyle::Short) => &[("weekday", "short"), ("day", "numeric")],
        Some(DateStyle::Date) => &[("day", "numeric"), ("month", "long"), ("year", "numeric")],
        Some(DateStyle::Brief) => &[("day", "numeric"), ("month", "short")],
    };
    let mut parts = parts.to_vec();
    parts.push(("timeZone", "UTC"));
    let tag = match language {
        Language::English => "en-GB",
        Language::Italian => "it-IT",
    };
    formatter(tag, &options(&parts))
}

fn options(parts: &[(&str, &str)]) -> Object {
    let options = Object::new();
    for (key, value) in parts {
        // Setting a property of a plain object cannot fail.
        let _ = Reflect::set(&options, &(*key).into(), &(*value).into());
    }
    options
}

/// The `format` function of a new `Intl.DateTimeFormat`; none where the options are refused, as for an unknown zone.
fn formatter(tag: &str, options: &Object) -> Option<Function> {
    let intl = Reflect::get(&js_sys::global(), &"Intl".into()).ok()?;
    let class: Function = Reflect::get(&intl, &"DateTimeFormat".into()).ok()?.dyn_into().ok()?;
    let format = Reflect::construct(&class, &Array::of2(&tag.into(), options)).ok()?;
    Reflect::get(&format, &"format".into()).ok()?.dyn_into().ok()
}
