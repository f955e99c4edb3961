//! Lengths that are changed where they stand: a figure that becomes a field when it is pressed.

use super::{Page, stop::phase_name};
use crate::app::dom::{View, view};
use crate::app::signal::Memo;
use crate::{
    app::effects::{intl, page as document},
    circuit::{Phase, PhaseTime},
    plan::{Edit, EntryId, Plan, Stop, TransferId, Turn, TurnId, VenueId},
};
use wasm_bindgen::JsCast;
use web_sys::{HtmlInputElement, KeyboardEvent};

/// The longest phase that is taken, in minutes.
const LONGEST: u16 = 999;

/// A length on the page.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) struct Length {
    /// The leg or the stay that it is part of.
    pub(super) entry: EntryId,
    /// Which part.
    pub(super) phase: Phase,
    /// Whether it stands in the strip of a whole way, and not in the line.
    pub(super) in_strip: bool,
}

/// What a length is in the plan.
enum Source {
    Stop(fn(&mut Stop) -> &mut u16, Stop),
    Gathering(crate::plan::Visit),
    BackBoarding(crate::plan::Visit),
    Drive(TransferId, Option<u16>),
    Hold(Turn),
}

impl Length {
    /// The element that it is, by which the keyboard finds back.
    fn id(self) -> String {
        let place = if self.in_strip { "visits-strip-" } else { "visits-phase-" };
        [place, &self.entry.to_string(), "-", &(self.phase as u8).to_string()].concat()
    }

    /// Whether somebody decides it; waiting at a gate follows from everything before.
    fn is_set(self) -> bool {
        match self.phase {
            Phase::Wait => false,
            Phase::Hold => self.entry.group().is_some(),
            _ => true,
        }
    }

    /// Where it is kept, and between which places where it is a drive.
    fn source(self, plan: &Plan, way: Option<(VenueId, VenueId)>) -> Option<Source> {
        let stop = |id| plan.stops.get(id).map(|stop| Stop::clone(stop));
        let at_host: Option<fn(&mut Stop) -> &mut u16> = match self.phase {
            Phase::Gate => Some(|stop| &mut stop.gate),
            Phase::Safety => Some(|stop| &mut stop.safety),
            Phase::Tour => Some(|stop| &mut stop.tour),
            Phase::Questions => Some(|stop| &mut stop.questions),
            Phase::CountBack => Some(|stop| &mut stop.count_back),
            _ => None,
        };
        match (self.phase, self.entry) {
            (Phase::Gather, EntryId::LegTo(id, _)) => {
                let visit = plan.visits.get(stop(id)?.visit)?;
                Some(Source::Gathering((**visit).clone()))
            }
            (Phase::Board, EntryId::LegTo(id, _)) => Some(Source::Stop(|stop| &mut stop.boarding, stop(id)?)),
            (Phase::Board, EntryId::LegBack(id, _)) => Some(Source::BackBoarding((**plan.visits.get(id)?).clone())),
            (Phase::Drive, _) => {
                let (from, to) = way?;
                let id = TransferId { from, to };
                Some(Source::Drive(id, plan.transfers.get(id).map(|transfer| transfer.minutes)))
            }
            (Phase::Hold, EntryId::Stop(stop, Some(group))) => {
                let id = TurnId { group, stop };
                Some(Source::Hold(plan.turns.get(id).map_or_else(|| Turn::free(id), |turn| Turn::clone(turn))))
            }
            (_, EntryId::Stop(id, _)) => Some(Source::Stop(at_host?, stop(id)?)),
            _ => None,
        }
    }
}

impl Source {
    fn minutes(&mut self) -> Option<u16> {
        match self {
            Self::Stop(part, stop) => Some(*part(stop)),
            Self::Gathering(visit) => Some(visit.gathering),
            Self::BackBoarding(visit) => Some(visit.return_boarding),
            Self::Drive(_, minutes) => *minutes,
            Self::Hold(turn) => Some(turn.hold),
        }
    }
}

impl Page {
    fn source(self, length: Length) -> Option<Source> {
        let leg = self.outing_of(length.entry.group()).and_then(|outing| {
            let mut legs = outing.itinerary.legs.into_iter();
            legs.find(|leg| leg.id == length.entry).and_then(|leg| leg.from.zip(leg.to))
        });
        self.store.plan.with_untracked(|plan| length.source(plan, leg))
    }

    /// Gives a length another figure; none goes back to the estimate of a drive.
    fn set_length(self, length: Length, minutes: Option<u16>) {
        let store = self.store;
        let whole = minutes.unwrap_or(0);
        match self.source(length) {
            Some(Source::Stop(part, stop)) => store.revise(&stop, |stop| *part(stop) = whole),
            Some(Source::Gathering(visit)) => store.revise(&visit, |visit| visit.gathering = whole),
            Some(Source::BackBoarding(visit)) => store.revise(&visit, |visit| visit.return_boarding = whole),
            Some(Source::Drive(transfer, before)) if before != minutes => {
                store.edit(Edit::SetDrive { transfer, minutes });
            }
            Some(Source::Hold(turn)) if turn.hold != whole => store.edit(Edit::SetTurn(Turn { hold: whole, ..turn })),
            _ => {}
        }
    }
}

fn input(event: &web_sys::Event) -> Option<HtmlInputElement> {
    event.current_target().and_then(|target| target.dyn_into().ok())
}

/// "13:40 gate 5": a button that becomes a field for the minutes. Enter and leaving it take them, Escape does not.
pub(super) fn phase_length(page: Page, entry: EntryId, part: PhaseTime, in_strip: bool) -> View {
    let words = page.store.words();
    let length = Length { entry, phase: part.phase, in_strip };
    let time = intl::time(words.language(), part.start);
    let name = phase_name(words, part.phase);
    let minutes = part.minutes.to_string();
    let text = move || {
        let (time, minutes) = (time.clone(), minutes.clone());
        view! { <time>{time}</time> " " {name} " " <b>{minutes}</b> }
    };
    if !length.is_set() {
        return text();
    }
    let open = Memo::new(move |_| page.editing.get() == Some(length));
    let back = move || document::focus_soon(["#", &length.id()].concat());
    let start = move |_| {
        page.editing.set(Some(length));
        back();
    };
    let take = move |field: &HtmlInputElement| {
        let text = field.value();
        let minutes = match text.trim() {
            "" => Ok(None),
            text => text.parse().map(Some).map_err(|_| ()),
        };
        match minutes {
            Ok(minutes) if minutes.is_none_or(|minutes| minutes <= LONGEST) => {
                page.editing.set(None);
                page.set_length(length, minutes);
                true
            }
            _ => {
                let _ = field.set_attribute("aria-invalid", "true");
                page.store.say(words.field_number_error(&LONGEST.to_string()));
                false
            }
        }
    };
    let key = move |event: KeyboardEvent| {
        let Some(field) = input(&event) else { return };
        match event.key().as_str() {
            "Enter" => {
                event.prevent_default();
                if take(&field) {
                    back();
                }
            }
            "Escape" => {
                event.stop_propagation();
                page.editing.set(None);
                back();
            }
            key @ ("ArrowUp" | "ArrowDown") => {
                event.prevent_default();
                let now: u16 = field.value().trim().parse().unwrap_or(0);
                let next = if key == "ArrowUp" { now.saturating_add(5).min(LONGEST) } else { now.saturating_sub(5) };
                field.set_value(&next.to_string());
            }
            _ => {}
        }
    };
    let left = move |event: web_sys::FocusEvent| {
        let open = page.editing.get_untracked() == Some(length);
        if let Some(field) = input(&event).filter(|_| open)
            && !take(&field)
        {
            page.editing.set(None);
        }
    };
    View::of(move || {
        if !open.get() {
            return view! {
                <button type="button" class="phase__button" id=length.id() title=words.groups_change_length() on:click=start>
                    {text()}
                </button>
            };
        }
        let value = page.source(length).and_then(|mut source| source.minutes());
        view! {
            <label class="phase__field">
                <span>{name}</span>
                <input
                    id=length.id()
                    class="phase__input"
                    inputmode="numeric"
                    autocomplete="off"
                    placeholder=part.minutes.to_string()
                    prop:value=value.map(|minutes| minutes.to_string())
                    on:focus=move |event: web_sys::FocusEvent| if let Some(field) = input(&event) { field.select() }
                    on:keydown=key
                    on:blur=left
                />
            </label>
        }
    })
}
