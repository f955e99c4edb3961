//! One entry on the board.

use super::{Desk, drag};
use crate::app::dom::{View, view};
use crate::app::signal::Memo;
use crate::{
    agenda::{Entry, Event, Placed, visit_of},
    app::{
        Store,
        effects::intl,
        pages::late::was,
        ui::{Badge, badge::hue_class, icon},
        wording,
    },
    checks::Severity,
    circuit::Source,
    i18n::Words,
    plan::{Attendance, EntryId, Place, Plan},
};
use leptos::prelude::*;

/// How high a card has to be for a second line, and for a third, in minutes.
const TWO_LINES: u16 = 30;

#[component(transparent)]
pub fn Card(
    /// The entry.
    id: EntryId,
    /// The first minute of the board.
    from: Memo<u16>,
) -> View {
    let desk = Desk::here();
    let words = desk.store.words();
    let placed = Memo::new(move |_| desk.board.with(|board| board.get(id).cloned()));
    let findings = Memo::new(move |_| {
        desk.store.findings.with(|findings| {
            let mine = findings.iter().filter(|finding| finding.severity != Severity::Note && finding.is_on(id));
            mine.fold((0, false), |(count, grave), finding| (count + 1, grave || finding.severity == Severity::Blocker))
        })
    });
    let visit = desk.store.plan.with_untracked(|plan| visit_of(plan, id));
    let shift = move || desk.drag.with(|drag| drag.as_ref().and_then(|drag| drag.on(id, visit)).unwrap_or_default());
    let top = move || {
        let start = placed.with(|placed| placed.as_ref().map_or(0, |placed| i64::from(placed.from)));
        (start + shift().start - i64::from(from.get())).to_string()
    };
    let length = move || {
        let length = placed.with(|placed| placed.as_ref().map_or(0, |placed| i64::from(placed.entry.slot.minutes())));
        (length + shift().longer).to_string()
    };
    let lane = move || placed.with(|placed| placed.as_ref().map_or(0, |placed| placed.lane.index)).to_string();
    let lanes = move || placed.with(|placed| placed.as_ref().map_or(1, |placed| placed.lane.of)).to_string();
    let look = Memo::new(move |_| placed.with(|placed| placed.as_ref().map(|placed| class(desk.store, &placed.entry))));
    let kind = placed.with_untracked(|placed| placed.as_ref().map(|placed| placed.entry.kind().name()));
    let selected = Memo::new(move |_| desk.selected.get() == Some(id));
    let reachable = Memo::new(move |_| desk.entrance.get() == Some(id));
    let time = Memo::new(move |_| {
        let slot = placed.with(|placed| placed.as_ref().map(|placed| placed.entry.slot))?;
        let shift = shift();
        let (start, end) = (slot.moved(shift.start).start(), slot.moved(shift.start + shift.longer).end());
        let language = words.language();
        Some(if shift.dragging { intl::span(language, start, end) } else { intl::time(language, start) })
    });
    let was = move || {
        let placed = placed.get()?;
        Some(desk.store.plan.with(|plan| was(words, plan, &placed.entry)))
    };
    let text = move || {
        let placed = placed.get();
        placed.map(|placed| desk.store.plan.with_untracked(|plan| text(words, plan, &placed, findings.get())))
    };
    view! {
        <li
            class=move || format!("entry {}", look.get().unwrap_or_default())
            class:entry--selected=selected
            class:entry--dragged=move || shift().dragging
            data-entry=id.to_string()
            data-kind=kind
            style=("--from", top)
            style=("--length", length)
            style=("--lane", lane)
            style=("--lanes", lanes)
            style=("--shift", move || format!("{}px", shift().aside))
        >
            <button
                type="button"
                class="entry__button"
                tabindex=move || if reachable.get() { "0" } else { "-1" }
                aria-current=move || selected.get().then_some("true")
                on:pointerdown=drag::start(desk, id, drag::Grip::Whole)
                on:click=drag::click(desk, id)
            >
                <span class="entry__text">
                    <span class="entry__time">{move || time.get()} {was}</span>
                    " "
                    {text}
                </span>
            </button>
            {edges(desk, id)}
        </li>
    }
}

/// The edges that stretch an entry, for the pointer; keys have their own way.
fn edges(desk: Desk, id: EntryId) -> Option<View> {
    let bottom = view! { <span class="entry__edge entry__edge--end" aria-hidden="true" on:pointerdown=drag::start(desk, id, drag::Grip::End)></span> };
    match id {
        EntryId::Session(_) => Some(view! {
            <span class="entry__edge entry__edge--start" aria-hidden="true" on:pointerdown=drag::start(desk, id, drag::Grip::Start)></span>
            {bottom}
        }),
        EntryId::Stop(..) => Some(bottom),
        EntryId::LegTo(..) | EntryId::LegBack(..) => None,
    }
}

/// How an entry looks: what it is, what is to confirm, and whose it is when it is for one group or delegation only.
fn class(store: Store, entry: &Entry) -> String {
    let mut class = match &entry.event {
        Event::Session(session) if session.kind.is_work() => "entry--work".to_string(),
        Event::Session(_) => "entry--break".to_string(),
        Event::Stop { .. } => "entry--stop".to_string(),
        Event::Leg { .. } => "entry--leg".to_string(),
    };
    if entry.to_confirm() {
        class.push_str(" entry--open");
    }
    if entry.slot.minutes() < TWO_LINES {
        class.push_str(" entry--low");
    }
    if let Some(group) = entry.group() {
        class.push(' ');
        class.push_str(hue_class(group.hue));
    } else if let Attendance::Only(delegations) = entry.attendance()
        && let (Some(only), 1) = (delegations.first(), delegations.len())
        && let Some(delegation) = store.plan.with_untracked(|plan| plan.delegations.get(*only).cloned())
    {
        class.push(' ');
        class.push_str(hue_class(delegation.hue));
    }
    class
}

/// What a card says beside the time.
fn text(words: Words, plan: &Plan, placed: &Placed, (problems, grave): (usize, bool)) -> View {
    let language = words.language();
    let entry = &placed.entry;
    let title = entry.title();
    let title = match title.in_language(language) {
        "" => words.untitled().to_string(),
        title => title.to_string(),
    };
    let (title, about) = match &entry.event {
        Event::Session(session) => (title, place(words, plan, session.place)),
        Event::Stop { venue, .. } => {
            let town = venue.as_ref().map(|venue| venue.address.clone()).unwrap_or_default();
            (title, join(&town, &words.heads(entry.heads(plan))))
        }
        Event::Leg { leg, .. } => {
            let drive = match leg.drive.source {
                Source::Unknown => words.leg_unknown().to_string(),
                Source::Estimate => words.leg_estimate(&leg.drive.minutes.to_string()),
                Source::Own | Source::Same => words.leg_drive(&leg.drive.minutes.to_string()),
            };
            (words.leg_to(&title), join(&drive, &words.leg_board(&leg.boarding().to_string())))
        }
    };
    let whose = match (entry.group(), entry.attendance()) {
        (Some(group), _) => {
            let name = wording::group(words, group);
            vec![view! { <Badge letter=group.letter.clone() hue=group.hue name=name square=true /> }]
        }
        (None, Attendance::Everyone) => Vec::new(),
        (None, Attendance::Only(meant)) => {
            let meant = meant.iter().filter_map(|id| plan.delegations.get(*id));
            let badge = |one: &std::sync::Arc<crate::plan::Delegation>| {
                let name = one.name.in_language(language).to_string();
                view! { <Badge letter=one.letter.clone() hue=one.hue name=name /> }
            };
            meant.map(badge).collect()
        }
    };
    // Of a way in a narrow lane it has to be seen whose it is, whatever else is cut.
    let (first, whose) = if entry.visit().is_some() { (whose, Vec::new()) } else { (Vec::new(), whose) };
    let fixed = matches!(&entry.event, Event::Session(session) if session.fixed);
    let mark = if grave { "entry__mark entry__mark--blocker" } else { "entry__mark" };
    view! {
        <span class="entry__whose entry__whose--first">{first}</span>
        " "
        <span class="entry__title">{title}</span>
        {fixed.then(|| view! { <span class="entry__fixed" title=words.fixed()><icon::Fixed /><span class="visually-hidden">{words.fixed()}</span></span> })}
        <span class="entry__whose">{whose}</span>
        {(problems > 0).then(|| view! { <span class=mark>{problems} " " {words.findings_count(problems)}</span> })}
        " "
        <span class="entry__about">{about}</span>
        {entry.to_confirm().then(|| view! { <span class="visually-hidden">" " {words.to_confirm()}</span> })}
    }
}

/// What a place is called.
pub fn place(words: Words, plan: &Plan, place: Place) -> String {
    let language = words.language();
    match place {
        Place::Open => String::new(),
        Place::Venue(id) => {
            plan.venues.get(id).map(|venue| venue.name.in_language(language).to_string()).unwrap_or_default()
        }
        Place::Room(id) => {
            plan.rooms.get(id).map(|room| room.name.in_language(language).to_string()).unwrap_or_default()
        }
    }
}

fn join(one: &str, other: &str) -> String {
    if one.is_empty() { other.to_string() } else { format!("{one} \u{b7} {other}") }
}
