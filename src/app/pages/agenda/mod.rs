//! The agenda screen: the days side by side, and a panel for what is selected.

mod card;
mod drag;
mod found;
mod grid;
mod keys;
mod meeting_panel;
mod panel;
mod parties;
mod phases;
mod places;
mod session_panel;
mod toolbar;
mod visit_panel;

use crate::app::dom::{View, view};
use crate::app::signal::{Effect, Memo, RwSignal};
use crate::{
    agenda::{Board, Filter, free_slot},
    app::{
        Store,
        effects::{ids, page},
        pages::agenda::drag::Drag,
    },
    plan::{Edit, EntryId, Plan, Session, SessionId, SessionKind, Slot, Text},
    workspace::Screen,
};
use leptos::prelude::*;
use panel::Arrival;
pub use panel::Forms;
use std::sync::Arc;

/// What the pieces of the screen share. Copies are handles to the same state.
#[derive(Clone, Copy)]
struct Desk {
    store: Store,
    /// What is shown.
    filter: RwSignal<Filter>,
    /// The entry whose panel is open.
    selected: RwSignal<Option<EntryId>>,
    /// The drag under way.
    drag: RwSignal<Option<Drag>>,
    /// What draws the inside of the panel.
    forms: RwSignal<Arrival>,
    /// The board as the plan stands.
    board: Memo<Arc<Board>>,
    /// The one entry of the board that can be reached by Tab; the others are by arrows.
    entrance: Memo<Option<EntryId>>,
}

impl Desk {
    fn here() -> Self {
        expect_context::<Self>()
    }

    /// Makes an edit, if there is one.
    fn edit(self, edit: Option<Edit>) {
        if let Some(edit) = edit {
            self.store.edit(edit);
        }
    }

    /// Selects an entry and brings the keyboard to it.
    fn go(self, id: EntryId) {
        self.selected.set(Some(id));
        page::focus_soon(format!("[data-entry=\"{id}\"] .entry__button"));
    }

    /// Takes off the filter that hides an entry.
    fn reveal(self, id: EntryId) {
        let audience = self.filter.get_untracked().audience;
        for wider in [Filter { audience, ..Filter::default() }, Filter::default()] {
            if self.board.with_untracked(|board| board.get(id).is_some()) {
                break;
            }
            self.filter.set(wider);
        }
    }

    /// Adds a session and opens its panel at the title.
    fn add(self, slot: Slot) {
        let words = self.store.words();
        let id = ids::session();
        self.store
            .edit(Edit::Add(new_session(id, Text::default().with(words.language(), words.agenda_new()), slot).into()));
        self.reveal(EntryId::Session(id));
        self.selected.set(Some(EntryId::Session(id)));
        self.focus_in_panel("input[name=title]");
    }

    /// Adds a session after the selected entry, or in the first free half hour.
    fn add_after_selected(self) {
        let after = self.selected.get_untracked();
        let today = self.store.clock.get_untracked().date();
        let slot = self.store.plan.with_untracked(|plan| free_slot(plan, after, today));
        self.add(slot);
    }

    /// Removes the selected session; a stop or a leg is removed on its own screen.
    fn remove(self, id: EntryId) {
        let words = self.store.words();
        let EntryId::Session(session) = id else {
            self.store.say(words.agenda_not_removed().to_string());
            return;
        };
        let board = self.board.get_untracked();
        let beside = [crate::agenda::Direction::Down, crate::agenda::Direction::Up];
        let next = beside.into_iter().find_map(|direction| board.neighbour(Some(id), direction));
        self.store.edit(Edit::Remove(crate::plan::Key::Session(session)));
        match next {
            Some(next) => self.go(next),
            None => self.selected.set(None),
        }
    }
}

fn new_session(id: SessionId, title: Text, slot: Slot) -> Session {
    Session {
        id,
        kind: SessionKind::default(),
        title,
        slot,
        place: crate::plan::Place::default(),
        chair: Vec::new(),
        speakers: Vec::new(),
        rapporteur: Vec::new(),
        audience: crate::plan::Attendance::default(),
        topics: std::collections::BTreeSet::new(),
        notes: Text::default(),
        links: Vec::new(),
        to_confirm: false,
        fixed: false,
        planned: None,
        dropped: false,
    }
}

/// The screen.
#[component(transparent)]
pub fn Agenda() -> View {
    let store = Store::here();
    let filter = RwSignal::new(Filter::default());
    let board = Memo::new(move |_| {
        let filter = filter.get();
        Arc::new(store.plan.with(|plan| Board::of(plan, filter)))
    });
    let selected = RwSignal::new(None);
    let desk = Desk {
        store,
        filter,
        selected,
        drag: RwSignal::new(None),
        forms: RwSignal::new(Arrival::default()),
        board,
        entrance: Memo::new(move |_| board.with(|board| board.entrance(selected.get()))),
    };
    provide_context(desk);
    // An address can name what to show: a finding links to its place like this.
    Effect::new(move || {
        let focus = store.route.with(|route| route.focus.clone().filter(|_| route.screen == Screen::Agenda));
        if let Some(focus) = focus {
            let entry = store.plan.with_untracked(|plan| plan.entry(&focus));
            if let Some(entry) = entry {
                desk.reveal(entry);
                desk.go(entry);
            } else {
                // What is no entry is part of the frame: its fields are in the panel of the meeting.
                desk.selected.set(None);
                desk.focus_in_panel(format!("[data-record=\"{focus}\"] input"));
            }
        }
    });
    // What is selected may be removed, here or in another tab.
    let gone = Memo::new(move |_| {
        let selected = desk.selected.get()?;
        store.plan.with(|plan| !exists(plan, selected)).then_some(selected)
    });
    Effect::new(move || {
        if gone.get().is_some() {
            desk.selected.set(None);
        }
    });
    let words = store.words();
    view! {
        <div class="agenda" class:agenda--open=move || desk.selected.with(Option::is_some)>
            <h1 class="visually-hidden">{words.screen_agenda()}</h1>
            <div class="agenda__main">
                <toolbar::Toolbar />
                <grid::Grid />
            </div>
            <aside class="agenda__panel panel" aria-label=words.agenda_panel() on:keydown=keys::in_panel(desk)>
                <panel::Panel />
            </aside>
        </div>
    }
}

fn exists(plan: &Plan, id: EntryId) -> bool {
    match id {
        EntryId::Session(id) => plan.sessions.has(id),
        EntryId::Stop(id, group) | EntryId::LegTo(id, group) => {
            plan.stops.has(id) && group.is_none_or(|group| plan.groups.has(group))
        }
        EntryId::LegBack(id, group) => plan.visits.has(id) && group.is_none_or(|group| plan.groups.has(group)),
    }
}
