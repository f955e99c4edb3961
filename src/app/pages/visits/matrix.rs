//! The driving times between all places of a visit, each way by itself: a small spreadsheet. An empty cell is an
//! estimate.

use super::{Page, length, matrix_paste::PasteDrives, titled};
use crate::app::dom::{Child, View, view};
use crate::app::signal::{Effect, Memo, RwSignal};
use crate::{
    app::{
        effects::{intl, page as document},
        pages::copy_table::{Copied, CopyTable},
    },
    circuit::{Drive, Source, drive, own_drive, rush},
    exchange::drives::{LONGEST, minutes, places},
    plan::{Edit, Plan, Rush, TransferId, VenueId, VisitId, minute_of_day},
};
use leptos::{html, prelude::*};
use web_sys::{ClipboardEvent, HtmlInputElement, KeyboardEvent};

/// What is being pasted, and at which cell.
pub(super) type Pasted = Option<(String, (usize, usize))>;

/// The table, folded until it is wanted.
#[component(transparent)]
pub(super) fn Matrix(page: Page, visit: VisitId) -> impl Child {
    let store = page.store;
    let words = store.words();
    let all = Memo::new(move |_| store.plan.with(|plan| places(plan, visit)));
    let several = Memo::new(move |_| all.with(|all| all.len() > 1));
    let pasted: RwSignal<Pasted> = RwSignal::new(None);
    let paste = move |_| pasted.set(Some((String::new(), (0, 0))));
    let rush = Memo::new(move |_| store.plan.with(|plan| plan.visits.get(visit).and_then(|visit| visit.rush)));
    let hours = move || {
        let Rush { window, percent } = rush.get()?;
        let on = |time| chrono::NaiveDate::default().and_time(time);
        let span = intl::span(words.language(), on(window.from()), on(window.to()));
        Some(view! { <p class="drives__about">{words.drives_rush(&span, &percent.to_string())}</p> })
    };
    let table = move || {
        let places = all.get();
        view! { <Sheet page=page places=places rush=rush pasted=pasted /> }
    };
    move || {
        several.get().then(|| {
            view! {
                <section class="drives" aria-labelledby="drives-title">
                    <h2 class="visits__heading" id="drives-title" tabindex="-1">{words.drives_title()}</h2>
                    <p class="drives__about" id="drives-how">{words.drives_how()}</p>
                    {hours}
                    {table}
                    {move || {
                        let open = pasted.with(Option::is_some);
                        if open {
                            view! { <PasteDrives page=page visit=visit pasted=pasted /> }
                        } else {
                            view! {
                                <button type="button" class="button" id="drives-paste" on:click=paste>{words.drives_paste()}</button>
                                <CopyTable source=|| Copied::OnPage(".drives__table") about=words.drives_title().to_string() />
                            }
                        }
                    }}
                </section>
            }
        })
    }
}

/// The name of a place.
pub(super) fn place_name(page: Page, plan: &Plan, place: VenueId) -> String {
    let name = plan.venues.get(place).map(|venue| venue.name.clone()).unwrap_or_default();
    titled(page.store.words(), &name)
}

#[component(transparent)]
fn Sheet(page: Page, places: Vec<VenueId>, rush: Memo<Option<Rush>>, pasted: RwSignal<Pasted>) -> View {
    let store = page.store;
    let words = store.words();
    let name = move |place: VenueId| move || store.plan.with(|plan| place_name(page, plan, place));
    let heads: Vec<_> =
        places.iter().map(|place| view! { <th scope="col" class="drives__to">{name(*place)}</th> }).collect();
    let rows = places.iter().enumerate().map(|(row, from)| {
        let cells = places.iter().enumerate().map(|(column, to)| {
            if from == to {
                return view! { <td class="drives__cell drives__cell--same"><span aria-hidden="true">"\u{2013}"</span></td> };
            }
            let transfer = TransferId { from: *from, to: *to };
            view! { <td class="drives__cell"><Figure page=page transfer=transfer at=(row, column) rush=rush pasted=pasted /></td> }
        });
        let cells: Vec<_> = cells.collect();
        view! { <tr><th scope="row" class="drives__from">{name(*from)}</th>{cells}</tr> }
    });
    let rows: Vec<_> = rows.collect();
    view! {
        <div class="table-frame" role="group" tabindex="0" aria-labelledby="drives-title">
            <table class="table drives__table">
                <thead>
                    <tr><th scope="col" class="drives__corner">{words.drives_from_to()}</th>{heads}</tr>
                </thead>
                <tbody>{rows}</tbody>
            </table>
        </div>
    }
}

fn cell_id((row, column): (usize, usize)) -> String {
    ["drives-", &row.to_string(), "-", &column.to_string()].concat()
}

/// The figure of one way.
#[component(transparent)]
fn Figure(
    page: Page,
    transfer: TransferId,
    at: (usize, usize),
    rush: Memo<Option<Rush>>,
    pasted: RwSignal<Pasted>,
) -> View {
    let store = page.store;
    let words = store.words();
    let own = Memo::new(move |_| {
        store.plan.with(|plan| plan.transfers.get(transfer).map(|transfer| transfer.minutes.to_string()))
    });
    let to_confirm = Memo::new(move |_| {
        let own = |plan: &Plan| own_drive(plan, transfer.from, transfer.to).is_some_and(|drive| drive.to_confirm);
        store.plan.with(|plan| own(plan))
    });
    let known = Memo::new(move |_| store.plan.with(|plan| drive(plan, Some(transfer.from), Some(transfer.to))));
    let field = NodeRef::<html::Input>::new();
    let wrong = RwSignal::new(false);
    // The field follows the plan, but never what somebody is typing.
    Effect::new(move || {
        let text = own.get().unwrap_or_default();
        field.track();
        if let Some(field) = field.get_untracked().filter(|field| !field.has_attribute("data-dirty")) {
            field.set_value(&text);
        }
    });
    let take = move || {
        let Some(field) = field.get_untracked() else { return };
        if !field.has_attribute("data-dirty") {
            return;
        }
        match minutes(&field.value()) {
            Ok(minutes) => {
                let _ = field.remove_attribute("data-dirty");
                wrong.set(false);
                let before = own.get_untracked();
                if before != minutes.map(|minutes| minutes.to_string()) {
                    store.edit(Edit::SetDrive { transfer, minutes });
                }
                field.set_value(&own.get_untracked().unwrap_or_default());
            }
            Err(_) => {
                wrong.set(true);
                let (from, to) = store.plan.with_untracked(|plan| {
                    (place_name(page, plan, transfer.from), place_name(page, plan, transfer.to))
                });
                store.say(words.drives_wrong(&from, &to, &LONGEST.to_string()));
            }
        }
    };
    let typed = move |_| {
        if let Some(field) = field.get_untracked() {
            let _ = field.set_attribute("data-dirty", "");
        }
    };
    let give_up = move || {
        if let Some(field) = field.get_untracked() {
            let _ = field.remove_attribute("data-dirty");
            field.set_value(&own.get_untracked().unwrap_or_default());
            field.select();
            wrong.set(false);
        }
    };
    let key = move |event: KeyboardEvent| {
        let Some(field) = field.get_untracked() else { return };
        let Some((down, right)) = step(&event, &field) else {
            if event.key() == "Escape" {
                give_up();
            }
            return;
        };
        event.prevent_default();
        take();
        go(at, down, right);
    };
    let paste = move |event: ClipboardEvent| {
        let text = event.clipboard_data().and_then(|data| data.get_data("text/plain").ok()).unwrap_or_default();
        // One figure is the field's own business.
        if text.trim_end_matches(['\r', '\n']).contains(['\t', '\n', '\r']) {
            event.prevent_default();
            pasted.set(Some((text, at)));
        }
    };
    let label = move || {
        let (from, to) =
            store.plan.with(|plan| (place_name(page, plan, transfer.from), place_name(page, plan, transfer.to)));
        words.drives_cell(&from, &to)
    };
    let note = move || {
        let (drive, is_own) = (known.get(), own.with(Option::is_some));
        let mut note = match drive.source {
            _ if is_own => String::new(),
            Source::Own => words.drives_opposite().to_string(),
            Source::Estimate => words.drives_estimate().to_string(),
            Source::Same => String::new(),
            Source::Unknown => words.drives_unknown().to_string(),
        };
        let mut add = |part: &str| {
            if !note.is_empty() {
                note.push_str(" \u{b7} ");
            }
            note.push_str(part);
        };
        if to_confirm.get() {
            add(words.to_confirm());
        }
        if let Some(longest) =
            rush.get().map(|rush| in_rush(drive.minutes, rush)).filter(|longest| *longest > drive.minutes)
        {
            add(&words.drives_in_rush(&length(words, u32::from(longest))));
        }
        note
    };
    let shown = move || match known.get() {
        Drive { source: Source::Unknown, .. } => "?".to_string(),
        drive => drive.minutes.to_string(),
    };
    let note_id = [&cell_id(at), "-note"].concat();
    view! {
        <input
            node_ref=field
            id=cell_id(at)
            class="drives__field"
            inputmode="numeric"
            autocomplete="off"
            placeholder=shown
            aria-label=label
            aria-describedby=[&note_id, " drives-how"].concat()
            aria-invalid=move || wrong.get().then_some("true")
            on:input=typed
            on:change=move |_| take()
            on:blur=move |_| take()
            on:focus=move |_| if let Some(field) = field.get_untracked() { field.select() }
            on:keydown=key
            on:paste=paste
        />
        <span class="drives__note" id=note_id>{note}</span>
    }
}

/// The longest that a drive takes when it starts in the rush hour.
fn in_rush(minutes: u16, hours: Rush) -> u16 {
    let from = minute_of_day(hours.window.from());
    let hours = rush::Rush { from, to: minute_of_day(hours.window.to()), percent: hours.percent };
    rush::drive(minutes, from, Some(hours))
}

/// Where a key leads from a cell: rows down and columns to the right. Left and right first go through the figure.
fn step(event: &KeyboardEvent, field: &HtmlInputElement) -> Option<(isize, isize)> {
    if event.alt_key() || event.ctrl_key() || event.meta_key() {
        return None;
    }
    let length = u32::try_from(field.value().encode_utf16().count()).unwrap_or(u32::MAX);
    let ends = (field.selection_start().ok().flatten()?, field.selection_end().ok().flatten()?);
    let all = ends == (0, length);
    match (event.key().as_str(), event.shift_key()) {
        ("ArrowUp", false) | ("Enter", true) => Some((-1, 0)),
        ("ArrowDown" | "Enter", false) => Some((1, 0)),
        ("ArrowLeft", false) if all || ends == (0, 0) => Some((0, -1)),
        ("ArrowRight", false) if all || ends == (length, length) => Some((0, 1)),
        _ => None,
    }
}

/// Moves the keyboard; over the diagonal, where nobody drives.
fn go(at: (usize, usize), down: isize, right: isize) {
    let next = at.0.checked_add_signed(down).zip(at.1.checked_add_signed(right));
    let Some(mut next) = next else { return };
    if next.0 == next.1 {
        let over = next.0.checked_add_signed(down).zip(next.1.checked_add_signed(right));
        let Some(over) = over else { return };
        next = over;
    }
    document::focus_soon(["#", &cell_id(next)].concat());
}
