//! Lengths that are changed where they stand: a figure that becomes a field when it is pressed.

use super::{Page, stop::phase_name};
use crate::app::dom::{View, view};
use crate::app::signal::Memo;
use crate::{
    app::effects::{intl, page as document},
    circuit::{Phase, PhaseTime, drive},
    plan::{Edit, EntryId, Plan, Stop, StopId, TransferId, Turn, TurnId, VenueId},
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
    const fn is_set(self) -> bool {
        !matches!(self.phase, Phase::Wait)
    }

    /// The stop by which it is known what goes otherwise than planned.
    const fn stop(self) -> Option<StopId> {
        match self.entry {
            EntryId::Stop(stop, _) | EntryId::LegTo(stop, _) => Some(stop),
            EntryId::LegBack(..) | EntryId::Session(_) => None,
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
            Phase::Hold => Some(|stop| &mut stop.hold),
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

impl Page {
    /// The places between which a drive is.
    fn ends_of(self, leg: EntryId) -> Option<(VenueId, VenueId)> {
        let mut legs = self.outing_of(leg.group())?.itinerary.legs.into_iter();
        legs.find(|known| known.id == leg).and_then(|leg| leg.from.zip(leg.to))
    }

    /// The figure in the field: the one that is shown. A drive's is the organiser's own, without what the rush hour or a
    /// delay adds, and none where it is estimated; the other one is the estimate, or that figure.
    fn figures(self, length: Length, shown: u16) -> (Option<u16>, u16) {
        let ends = self.ends_of(length.entry).filter(|_| length.phase == Phase::Drive);
        let Some((from, to)) = ends else { return (Some(shown), shown) };
        self.store.plan.with_untracked(|plan| {
            let own = plan.transfers.get(TransferId { from, to }).map(|transfer| transfer.minutes);
            (own, drive(plan, Some(from), Some(to)).minutes)
        })
    }

    /// Makes a length so long as things go; none goes back to the estimate of a drive. Where a delay alone is longer, that
    /// is made shorter.
    fn set_length(self, length: Length, shown: u16, minutes: Option<u16>) {
        let store = self.store;
        let ends = self.ends_of(length.entry);
        let source = store.plan.with_untracked(|plan| length.source(plan, ends));
        if let Some(Source::Drive(transfer, before)) = source {
            if before != minutes {
                store.edit(Edit::SetDrive { transfer, minutes });
            }
            return;
        }
        let wanted = minutes.unwrap_or(0);
        if wanted == shown {
            return;
        }
        let (group, visit) = store.plan.with_untracked(|plan| {
            let group = length.entry.group().and_then(|id| plan.groups.get(id));
            (group.cloned(), self.visit.get_untracked().and_then(|id| plan.visits.get(id)).cloned())
        });
        let Some(visit) = visit else { return };
        let deviation = group.as_ref().map_or(&visit.deviation, |group| &group.deviation);
        let Some(whole) = deviation.planned(length.stop(), length.phase, wanted) else {
            let less = i32::from(wanted) - i32::from(shown);
            match group {
                Some(group) => {
                    store.revise(&*group, |group| group.deviation.lengthen(length.stop(), length.phase, less));
                }
                None => store.revise(&*visit, |visit| visit.deviation.lengthen(length.stop(), length.phase, less)),
            }
            return;
        };
        match source {
            Some(Source::Stop(part, stop)) => store.revise(&stop, |stop| *part(stop) = whole),
            Some(Source::Gathering(visit)) => store.revise(&visit, |visit| visit.gathering = whole),
            Some(Source::BackBoarding(visit)) => store.revise(&visit, |visit| visit.return_boarding = whole),
            Some(Source::Hold(turn)) => store.edit(Edit::SetTurn(Turn { hold: whole, ..turn })),
            Some(Source::Drive(..)) | None => {}
        }
    }
}

fn input(event: &web_sys::Event) -> Option<HtmlInputElement> {
    event.current_target().and_then(|target| target.dyn_into().ok())
}

/// The phases of an open leg or stay that have no length yet, each to be given one: "+ gate".
pub(super) fn missing(page: Page, entry: EntryId, phases: &[Phase], there: &[PhaseTime]) -> View {
    let start = there.first().map(|part| part.start).unwrap_or_default();
    let absent = |phase: &&Phase| there.iter().all(|part| part.phase != **phase);
    let parts = phases.iter().filter(absent).map(|phase| PhaseTime { phase: *phase, start, minutes: 0 });
    let items = parts.filter(|part| Length { entry, phase: part.phase, in_strip: false }.is_set());
    let items = items.map(|part| view! { <li class="phase">{phase_length(page, entry, part, false)}</li> });
    let items: Vec<View> = items.collect();
    if items.is_empty() {
        return View::of(());
    }
    view! { <ul class="phases phases--missing" aria-label=page.store.words().visits_more_phases()>{items}</ul> }
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
        if part.minutes == 0 {
            return view! { "+ " {name} };
        }
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
                page.set_length(length, part.minutes, minutes);
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
        let (value, plain) = page.figures(length, part.minutes);
        let name = if plain == part.minutes { name } else { words.visits_drive_plain() };
        view! {
            <label class="phase__field">
                <span>{name}</span>
                <input
                    id=length.id()
                    class="phase__input"
                    inputmode="numeric"
                    autocomplete="off"
                    placeholder=plain.to_string()
                    prop:value=value.map(|minutes| minutes.to_string())
                    on:focus=move |event: web_sys::FocusEvent| if let Some(field) = input(&event) { field.select() }
                    on:keydown=key
                    on:blur=left
                />
            </label>
        }
    })
}
