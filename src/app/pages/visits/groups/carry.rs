//! Putting somebody into another group: by pointer, by keys, or from the list beside the name.

use super::super::Page;
use crate::app::signal::{Memo, RwSignal};
use crate::{
    app::{effects::page as document, wording},
    plan::{Edit, Group, GroupId, Member, Plan, VisitId},
};
use std::sync::Arc;
use web_sys::{KeyboardEvent, PointerEvent};

/// What marks a column of the board for the pointer; its value is the group, empty for those who are in none.
pub(super) const COLUMN: &str = "data-column";

/// Somebody in the hand. Copies are handles to the same.
#[derive(Clone, Copy)]
pub(super) struct Carry {
    pub(super) page: Page,
    pub(super) visit: VisitId,
    /// The columns from left to right; none is for those without a group.
    pub(super) columns: Memo<Vec<Option<GroupId>>>,
    held: RwSignal<Option<Held>>,
}

#[derive(Clone, Copy, PartialEq)]
struct Held {
    member: Member,
    /// Where on the page the pointer was pressed.
    start: (i32, i32),
    /// How far it went since.
    by: (i32, i32),
    /// The column under it.
    over: Option<Option<GroupId>>,
}

/// The handle of somebody.
pub(super) fn handle_id(member: Member) -> String {
    let id = match member {
        Member::Delegation(id) => id.to_string(),
        Member::Delegate(id) => id.to_string(),
    };
    ["groups-member-", &id].concat()
}

/// The group that somebody is in by name.
pub(super) fn group_of(plan: &Plan, visit: VisitId, member: Member) -> Option<&Arc<Group>> {
    match member {
        Member::Delegation(id) => plan.group_with(visit, id),
        Member::Delegate(id) => plan.delegates.get(id).and_then(|delegate| plan.group_of(visit, delegate)),
    }
}

impl Carry {
    pub(super) fn new(page: Page, visit: VisitId, columns: Memo<Vec<Option<GroupId>>>) -> Self {
        Self { page, visit, columns, held: RwSignal::new(None) }
    }

    /// Whether somebody is in the hand.
    pub(super) fn is_on(self) -> bool {
        self.held.get().is_some()
    }

    /// How far somebody is away from where they were taken; none where they are not in the hand.
    pub(super) fn distance(self, member: Member) -> Option<(i32, i32)> {
        self.held.get().filter(|held| held.member == member).map(|held| held.by)
    }

    /// Whether whoever is in the hand would come into this column.
    pub(super) fn is_over(self, column: Option<GroupId>) -> bool {
        self.held.get().is_some_and(|held| held.over == Some(column))
    }

    pub(super) fn take(self, event: &PointerEvent, member: Member) {
        if event.button() != 0 {
            return;
        }
        // Otherwise the text of the page would be selected on the way.
        event.prevent_default();
        document::capture_pointer(event);
        document::focus_soon(["#", &handle_id(member)].concat());
        let start = (event.client_x(), event.client_y() + document::scrolled());
        self.held.set(Some(Held { member, start, by: (0, 0), over: None }));
    }

    pub(super) fn follow(self, event: &PointerEvent) {
        let Some(held) = self.held.get_untracked() else { return };
        let (x, y) = (event.client_x(), event.client_y());
        document::scroll_at_edge(y);
        let column = document::attribute_at(x, y, COLUMN);
        let over = column.map(|group| group.parse::<GroupId>().ok());
        let by = (x - held.start.0, y + document::scrolled() - held.start.1);
        self.held.set(Some(Held { by, over, ..held }));
    }

    pub(super) fn drop(self) {
        let Some(held) = self.held.get_untracked() else { return };
        self.held.set(None);
        if let Some(column) = held.over {
            self.put(held.member, column);
        }
    }

    pub(super) fn let_go(self) {
        self.held.set(None);
    }

    /// Alt+Left and Alt+Right, and the number of a group; nought for none. Escape lets go.
    pub(super) fn key(self, event: &KeyboardEvent, member: Member) {
        let key = event.key();
        if key == "Escape" {
            self.held.set(None);
            return;
        }
        let columns = self.columns.get_untracked();
        let now = self.page.store.plan.with_untracked(|plan| group_of(plan, self.visit, member).map(|group| group.id));
        let place = columns.iter().position(|column| *column == now).unwrap_or(0);
        let to = match (key.as_str(), event.alt_key()) {
            ("ArrowLeft", true) => place.checked_sub(1),
            ("ArrowRight", true) => Some(place + 1),
            ("0", false) => columns.iter().position(Option::is_none),
            (digit, false) if !event.ctrl_key() && !event.meta_key() => {
                digit.parse::<usize>().ok().filter(|digit| *digit < 10).and_then(|digit| digit.checked_sub(1))
            }
            _ => return,
        };
        if event.alt_key() || to.is_some() {
            event.prevent_default();
        }
        if let Some(column) = to.and_then(|to| columns.get(to)) {
            self.put(member, *column);
        }
    }

    /// Puts somebody into a group, or into none, says so, and keeps the keyboard on them.
    pub(super) fn put(self, member: Member, group: Option<GroupId>) {
        let store = self.page.store;
        let words = store.words();
        let now = store.plan.with_untracked(|plan| group_of(plan, self.visit, member).map(|group| group.id));
        if now != group {
            store.edit(Edit::Assign { visit: self.visit, member, group });
            let said = store.plan.with_untracked(|plan| {
                let name = plan.record(member.key()).map(|record| record.title()).unwrap_or_default();
                let name = name.in_language(words.language()).to_string();
                match group_of(plan, self.visit, member) {
                    Some(group) => words.groups_said_in(plan.heads_in(group), &name, &wording::group(words, group)),
                    None => words.groups_said_out(&name),
                }
            });
            store.say(said);
        }
        document::focus_soon(["#", &handle_id(member)].concat());
    }
}
