//! The one place where messages go in and state comes out as signals.

use super::{effects, wording};
use crate::app::signal::RwSignal;
use crate::{
    checks::Finding,
    i18n::{Language, Words},
    plan::{Edit, Label, Plan, Record},
    sync::Clash,
    workspace::{Kept, Msg, Notice, Route, Said, Saving, Workspace, update},
};
use chrono::NaiveDateTime;
use leptos::prelude::*;
use std::{collections::VecDeque, sync::Arc};

/// The state of the program as signals, and the way to change it. Copies are handles to the same state.
#[derive(Clone, Copy)]
pub struct Store {
    /// The plan on screen.
    pub plan: RwSignal<Arc<Plan>>,
    /// What the checks found, a moment after the plan changed.
    pub findings: RwSignal<Arc<Vec<Finding>>>,
    /// How far the plan is kept.
    pub saving: RwSignal<Saving>,
    /// What undo would undo.
    pub to_undo: RwSignal<Option<Label>>,
    /// What redo would redo.
    pub to_redo: RwSignal<Option<Label>>,
    /// Differences to choose between.
    pub clashes: RwSignal<Vec<Clash>>,
    /// What the reader should know.
    pub notices: RwSignal<Vec<Notice>>,
    /// When the plan was last changed, as an RFC 3339 stamp in UTC.
    pub changed: RwSignal<Option<String>>,
    /// The plans kept in this browser.
    pub kept: RwSignal<Vec<Kept>>,
    /// What the address asks for.
    pub route: RwSignal<Route>,
    /// The present moment in the meeting's time zone, to the minute.
    pub clock: RwSignal<NaiveDateTime>,
    /// The language of the interface.
    pub language: RwSignal<Language>,
    /// What was last said through the live region.
    pub said: RwSignal<String>,
    workspace: StoredValue<Workspace>,
    queue: StoredValue<(bool, VecDeque<Msg>)>,
    typing: StoredValue<bool>,
}

impl Store {
    /// Opens what is kept in this browser, or the example.
    #[must_use]
    pub fn open() -> Self {
        let workspace = Workspace::showing(crate::example::manumix());
        let store = Self {
            plan: RwSignal::new(workspace.plan.clone()),
            findings: RwSignal::new(Arc::default()),
            saving: RwSignal::new(workspace.saving),
            to_undo: RwSignal::new(None),
            to_redo: RwSignal::new(None),
            clashes: RwSignal::new(Vec::new()),
            notices: RwSignal::new(Vec::new()),
            changed: RwSignal::new(None),
            kept: RwSignal::new(Vec::new()),
            route: RwSignal::new(effects::page::route()),
            clock: RwSignal::new(NaiveDateTime::default()),
            language: RwSignal::new(effects::settings::language()),
            said: RwSignal::new(String::new()),
            workspace: StoredValue::new(workspace),
            queue: StoredValue::new((false, VecDeque::new())),
            typing: StoredValue::new(false),
        };
        effects::load_at_start(store);
        effects::clock::tick(store);
        effects::check(store);
        store
    }

    /// The store of this page.
    ///
    /// # Panics
    /// Outside the page's tree, where nothing of it is drawn.
    #[must_use]
    pub fn here() -> Self {
        expect_context::<Self>()
    }

    /// Takes a message. Messages are worked off one after another, so that an effect may send the next one.
    pub fn send(self, msg: Msg) {
        let busy = self.queue.try_update_value(|(busy, queue)| {
            queue.push_back(msg);
            std::mem::replace(busy, true)
        });
        if busy != Some(false) {
            return;
        }
        while let Some(msg) = self.queue.try_update_value(|(_, queue)| queue.pop_front()).flatten() {
            let asked = self.workspace.try_update_value(|workspace| update(workspace, msg)).unwrap_or_default();
            self.show();
            for effect in asked {
                effects::run(self, effect);
            }
        }
        self.queue.update_value(|(busy, _)| *busy = false);
    }

    /// Makes an edit, now.
    pub fn edit(self, edit: Edit) {
        self.send(Msg::Edit { edit, at: effects::clock::stamp(), typing: self.typing.get_value() });
    }

    /// Makes the edits of `commit` as a pause in typing: what is typed next in the same field is the same step.
    pub fn while_typing(self, commit: impl FnOnce()) {
        self.typing.set_value(true);
        commit();
        self.typing.set_value(false);
    }

    /// Changes a record as a form does: only the fields that `change` touches.
    pub fn revise<R>(self, before: &R, change: impl FnOnce(&mut R))
    where
        R: Record + Into<crate::plan::AnyRecord>,
    {
        let mut after = before.clone();
        change(&mut after);
        if after != *before {
            self.edit(Edit::revise(before.clone(), after));
        }
    }

    /// The words of the interface. Does not track the language: the shell draws everything anew when that changes.
    #[must_use]
    pub fn words(self) -> Words {
        Words::new(self.language.get_untracked())
    }

    /// Says something through the live region.
    pub fn say(self, words: String) {
        // The same words twice would not be spoken twice: a no-break space makes them differ.
        let again = self.said.with_untracked(|said| *said == words);
        self.said.set(if again { format!("{words}\u{a0}") } else { words });
    }

    /// Says what a message did.
    pub(super) fn say_what(self, said: &Said) {
        let words = Words::new(self.language.get_untracked());
        let text = self.plan.with_untracked(|plan| wording::said(words, plan, said));
        self.say(text);
    }

    /// Sets the signals that differ from the workspace.
    pub(super) fn show(self) {
        self.workspace.with_value(|workspace| {
            if self.plan.with_untracked(|plan| !Arc::ptr_eq(plan, &workspace.plan)) {
                self.plan.set(workspace.plan.clone());
                effects::check_soon(self);
            }
            let saving = match workspace.saving {
                // Kept is what outlives a kill.
                Saving::Saved if effects::journal::is_writing() => Saving::Pending,
                saving => saving,
            };
            set(self.saving, &saving);
            set(self.to_undo, &workspace.history.to_undo().map(|step| step.label.clone()));
            set(self.to_redo, &workspace.history.to_redo().map(|step| step.label.clone()));
            set(self.clashes, &workspace.clashes);
            set(self.notices, &workspace.notices);
            set(self.changed, &workspace.changed);
            set(self.kept, &workspace.kept);
        });
    }
}

/// Sets a signal where its value differs, so that nothing is redrawn for nothing.
fn set<T: Clone + PartialEq + Send + Sync + 'static>(signal: RwSignal<T>, value: &T) {
    if signal.with_untracked(|old| old != value) {
        signal.set(value.clone());
    }
}
