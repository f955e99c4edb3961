//! A browser without a browser: one storage and some tabs, which do what the workspace asks for as the page does. After
//! every message the invariants are swept.

use itinera::example::manumix;
use itinera::{
    plan::{Edit, Plan, PlanId, Session, SessionId, Text},
    sync::Side,
    wire::{self, PlanFile},
    workspace::{
        Effect, Msg, Notice, Said, Saving, Stored, Trouble, Workspace,
        keeper::{self, Keeper, Storage},
        mark_of, update, working,
    },
};
use std::{
    cell::{Cell, RefCell},
    collections::{BTreeMap, VecDeque},
    rc::Rc,
};

/// The storage of an origin: texts under names, with so much room, or refused altogether.
#[derive(Debug, Default)]
pub struct Shelf {
    texts: RefCell<BTreeMap<String, String>>,
    room: Cell<Option<usize>>,
    written: RefCell<Vec<(String, String)>>,
}

impl Shelf {
    /// Has a text under a name, or nothing where it is empty, without having written it.
    fn hold(&self, name: &str, text: &str) {
        let mut texts = self.texts.borrow_mut();
        if text.is_empty() {
            texts.remove(name);
        } else {
            texts.insert(name.to_string(), text.to_string());
        }
    }
}

impl Storage for Shelf {
    fn get(&self, name: &str) -> Option<String> {
        self.texts.borrow().get(name).cloned()
    }

    fn set(&self, name: &str, text: &str) -> Result<(), Trouble> {
        let mut texts = self.texts.borrow_mut();
        let others: usize = texts.iter().filter(|(other, _)| *other != name).map(|(_, text)| text.len()).sum();
        if self.room.get().is_some_and(|room| others + text.len() > room) {
            return Err(Trouble::Full);
        }
        if texts.insert(name.to_string(), text.to_string()).as_deref() != Some(text) {
            self.written.borrow_mut().push((name.to_string(), text.to_string()));
        }
        Ok(())
    }

    fn remove(&self, name: &str) {
        if self.texts.borrow_mut().remove(name).is_some() {
            self.written.borrow_mut().push((name.to_string(), String::new()));
        }
    }

    fn names(&self) -> Vec<String> {
        self.texts.borrow().keys().cloned().collect()
    }
}

/// A tab.
pub struct Tab {
    pub workspace: Workspace,
    pub downloads: Vec<(String, String)>,
    pub said: Vec<Said>,
    /// How often the agenda was shown.
    pub agenda: usize,
    keeper: Keeper,
    save_due: bool,
    heard: VecDeque<Written>,
    /// The storage as a process of its own sees it; none for a tab that shares its process with the others.
    view: Option<Rc<Shelf>>,
    /// The turn of the last writing under each name.
    wrote: BTreeMap<String, u64>,
}

/// What a tab wrote, on its way to the others.
#[derive(Clone)]
struct Written {
    name: String,
    text: String,
    turn: u64,
}

/// The tabs of one browser.
pub struct Browser {
    pub tabs: Vec<Tab>,
    pub shelf: Rc<Shelf>,
    refused: bool,
    apart: bool,
    turn: u64,
    numbers: u128,
}

impl Browser {
    /// A browser that nobody used, with one tab.
    pub fn new() -> Self {
        let mut browser = Self::closed();
        browser.open_tab();
        browser
    }

    /// A browser without a tab.
    pub fn closed() -> Self {
        Self { tabs: Vec::new(), shelf: Rc::default(), refused: false, apart: false, turn: 0, numbers: 1_000 }
    }

    /// A browser that keeps nothing, with one tab.
    pub fn refusing() -> Self {
        let mut browser = Self { refused: true, ..Self::closed() };
        browser.open_tab();
        browser
    }

    /// A browser that gives every tab a process of its own: what one tab wrote is not in the storage of another before
    /// that one hears of it, so that both may write at once.
    pub fn with_processes() -> Self {
        let mut browser = Self { apart: true, ..Self::closed() };
        browser.open_tab();
        browser
    }

    /// The only tab.
    pub fn tab(&self) -> &Tab {
        &self.tabs[0]
    }

    /// The plan on screen in the only tab.
    pub fn plan(&self) -> &Plan {
        &self.tab().workspace.plan
    }

    /// The notices in the only tab.
    pub fn notices(&self) -> &[Notice] {
        &self.tab().workspace.notices
    }

    /// A new identity.
    pub fn fresh(&mut self) -> PlanId {
        self.numbers += 1;
        PlanId::from_number(self.numbers)
    }

    /// Opens another tab, as a click on a bookmark does.
    pub fn open_tab(&mut self) -> usize {
        self.tabs.push(Tab {
            workspace: Workspace::showing(manumix()),
            downloads: Vec::new(),
            said: Vec::new(),
            agenda: 0,
            keeper: Keeper::default(),
            save_due: false,
            heard: VecDeque::new(),
            view: self.apart.then(|| Rc::new(Shelf { texts: self.shelf.texts.clone(), ..Shelf::default() })),
            wrote: BTreeMap::new(),
        });
        let tab = self.tabs.len() - 1;
        let last = if self.refused { None } else { keeper::last_open(&*self.shelf) };
        let plan = last.unwrap_or_else(|| manumix().id());
        let msg = self.loaded(tab, plan);
        self.send_to(tab, msg);
        tab
    }

    /// Kills all tabs at once, without a word, and opens one.
    pub fn kill_and_reopen(&mut self) {
        self.tabs.clear();
        self.open_tab();
    }

    /// The storage as a tab sees it.
    fn shelf_of(&self, tab: usize) -> Rc<Shelf> {
        self.tabs[tab].view.as_ref().unwrap_or(&self.shelf).clone()
    }

    fn loaded(&mut self, tab: usize, plan: PlanId) -> Msg {
        let shelf = self.shelf_of(tab);
        let stored = if self.refused {
            Stored { refused: true, ..Stored::default() }
        } else {
            self.tabs[tab].keeper.load(&*shelf, plan)
        };
        Msg::Loaded { plan, stored, fresh: self.fresh() }
    }

    /// Sends a message to the only tab.
    pub fn send(&mut self, msg: Msg) {
        self.send_to(0, msg);
    }

    /// Somebody comes to the only tab by an address of a plan.
    pub fn follow(&mut self, plan: PlanId) {
        let mark = mark_of(plan);
        let kept = if self.refused { None } else { keeper::find(&*self.shelf, &mark) };
        self.send(Msg::Meant { mark, kept });
    }

    /// Sends a message to a tab and works off what follows from it, as the page's store does.
    pub fn send_to(&mut self, tab: usize, msg: Msg) {
        let mut queue = VecDeque::from([msg]);
        let mut turns = 0;
        while let Some(msg) = queue.pop_front() {
            turns += 1;
            assert!(turns < 50, "the messages never end: {msg:?}");
            let effects = update(&mut self.tabs[tab].workspace, msg);
            self.sweep(tab);
            for effect in effects {
                queue.extend(self.run(tab, effect));
            }
        }
        self.tell_others(tab);
    }

    fn run(&mut self, tab: usize, effect: Effect) -> Option<Msg> {
        let refused = self.refused;
        let shelf = self.shelf_of(tab);
        let here = &mut self.tabs[tab];
        match effect {
            Effect::SaveSoon => here.save_due = true,
            Effect::Save { plan, text, undo } => {
                return Some(if refused {
                    Msg::NotSaved(Trouble::Refused)
                } else {
                    here.keeper.save(&*shelf, plan, &text, &undo)
                });
            }
            Effect::Load(plan) => return Some(self.loaded(tab, plan)),
            Effect::Put { plan, text } => {
                let put = if refused { Err(Trouble::Refused) } else { keeper::put(&*shelf, plan, &text) };
                return put.err().map(|_| Msg::NotPut);
            }
            Effect::Fetch(plan, purpose) => {
                let text = if refused { None } else { keeper::fetch(&*shelf, plan) };
                return Some(Msg::Fetched { plan, purpose, text });
            }
            Effect::List => {
                return Some(Msg::Listed(if refused { Vec::new() } else { keeper::list(&*shelf) }));
            }
            Effect::Download { name, text } => here.downloads.push((name, text)),
            Effect::ShowAgenda => here.agenda += 1,
            Effect::Say(said) => here.said.push(said),
            _ if refused => {}
            Effect::KeepDamaged { plan, text } => here.keeper.keep_damaged(&*shelf, plan, &text),
            Effect::Discard(plan) => keeper::discard(&*shelf, plan),
            Effect::Restore(plan) => keeper::restore(&*shelf, plan),
            Effect::Purge(pile, plan) => keeper::purge(&*shelf, pile, plan),
            Effect::RememberOpen(plan) => keeper::remember_open(&*shelf, plan),
        }
        None
    }

    /// The other tabs will hear of what this one wrote, some time.
    fn tell_others(&mut self, from: usize) {
        for (name, text) in self.shelf_of(from).written.take() {
            self.turn += 1;
            self.shelf.hold(&name, &text);
            self.tabs[from].wrote.insert(name.clone(), self.turn);
            let written = Written { name, text, turn: self.turn };
            for (tab, other) in self.tabs.iter_mut().enumerate() {
                if tab != from {
                    other.heard.push_back(written.clone());
                }
            }
        }
    }

    /// A tab hears of the oldest thing that another one wrote.
    pub fn hear(&mut self, tab: usize) {
        let here = &mut self.tabs[tab];
        let Some(Written { name, text, turn }) = here.heard.pop_front() else { return };
        // What the tab wrote after that itself is what stands there.
        if let Some(view) = here.view.as_ref().filter(|_| here.wrote.get(&name).is_none_or(|own| *own < turn)) {
            view.hold(&name, &text);
        }
        // A page does not look at what was taken out.
        if text.is_empty() {
            return;
        }
        if let Some(msg) = self.tabs[tab].keeper.heard(&name, text) {
            self.send_to(tab, msg);
        }
    }

    /// The time to save comes in a tab.
    pub fn save(&mut self, tab: usize) {
        if std::mem::take(&mut self.tabs[tab].save_due) {
            self.send_to(tab, Msg::SaveDue);
        }
    }

    /// Time passes until nothing happens any more.
    pub fn settle(&mut self) {
        for _ in 0..200 {
            for tab in 0..self.tabs.len() {
                // Words between tabs are quick, and the wait before a save is long.
                while !self.tabs[tab].heard.is_empty() {
                    self.hear(tab);
                }
                self.save(tab);
            }
            if self.tabs.iter().all(|tab| tab.heard.is_empty() && !tab.save_due) {
                for tab in &self.tabs {
                    self.must_be_kept(tab);
                }
                return;
            }
        }
        panic!("the tabs never come to rest");
    }

    /// What is shown as saved is saved, and decodes.
    fn must_be_kept(&self, tab: &Tab) {
        let workspace = &tab.workspace;
        if workspace.saving == Saving::Saved && !self.refused && self.stored("plan", workspace.id()).is_some() {
            assert_eq!(self.kept(workspace.id()).plan, *workspace.plan);
        }
    }

    fn sweep(&self, tab: usize) {
        let workspace = &self.tabs[tab].workspace;
        for clash in &workspace.clashes {
            assert!(clash.is_open(&workspace.plan), "a clash that is decided: {clash:?}");
        }
        let file = workspace.file();
        assert_eq!(wire::decode(wire::encode(&file).as_bytes()).as_ref(), Ok(&file), "what is on screen can be kept");
        // Undo and redo lead back to where they began.
        let mut other = workspace.clone();
        if other.history.to_undo().is_some() {
            update(&mut other, Msg::Undo);
            update(&mut other, Msg::Redo);
            assert_eq!(other.plan, workspace.plan, "undo, redo");
        }
    }

    /// The text under a name of a plan.
    pub fn stored(&self, pile: &str, plan: PlanId) -> Option<String> {
        self.shelf.get(&format!("itinera.{pile}.{plan}"))
    }

    /// Writes a text by hand, as nobody should.
    pub fn tamper(&self, pile: &str, plan: PlanId, text: &str) {
        self.write(&format!("itinera.{pile}.{plan}"), text);
    }

    /// Writes a text under any name.
    pub fn write(&self, name: &str, text: &str) {
        self.shelf.texts.borrow_mut().insert(name.to_string(), text.to_string());
    }

    /// How much room there is from now on, in bytes beyond what is kept.
    pub fn leave_room(&self, bytes: Option<usize>) {
        let kept: usize = self.shelf.texts.borrow().values().map(String::len).sum();
        self.shelf.room.set(bytes.map(|bytes| kept + bytes));
    }

    /// The plan as it is kept.
    pub fn kept(&self, plan: PlanId) -> PlanFile {
        decoded(&self.stored("plan", plan).unwrap_or_else(|| panic!("{plan} is not kept")))
    }

    /// Everything that is kept, by name.
    pub fn everything(&self) -> BTreeMap<String, String> {
        self.shelf.texts.borrow().clone()
    }
}

/// A stored text as a plan's file.
pub fn decoded(text: &str) -> PlanFile {
    wire::decode_text(working::parts_of(text).unwrap().0).unwrap()
}

/// The message that gives the meeting another title.
pub fn retitle(browser: &Browser, tab: usize, title: &str) -> Msg {
    let before = (*browser.tabs[tab].workspace.plan.meeting).clone();
    let after = itinera::plan::Meeting { title: Text::same(title), ..before.clone() };
    edit(Edit::revise(before, after))
}

/// The message that changes a session by its number in the plan.
pub fn revise(browser: &Browser, tab: usize, number: usize, change: impl FnOnce(&mut Session)) -> Msg {
    let plan = &browser.tabs[tab].workspace.plan;
    let before = Session::clone(plan.sessions.iter().nth(number).unwrap());
    let mut after = before.clone();
    change(&mut after);
    edit(Edit::revise(before, after))
}

/// The title of a session by its number in the plan.
pub fn title(browser: &Browser, tab: usize, number: usize) -> String {
    let plan = &browser.tabs[tab].workspace.plan;
    plan.sessions.iter().nth(number).unwrap().title.english.clone()
}

pub fn edit(edit: Edit) -> Msg {
    Msg::Edit { edit, at: "2017-11-20T08:15:00Z".into(), typing: false }
}

/// The message that chooses a side of the only difference in a tab, later than any edit.
pub fn settle(side: Side) -> Msg {
    Msg::Settle { clash: 0, side, at: "2017-11-20T08:16:00Z".into() }
}

/// A small plan of its own.
pub fn small(id: u128, title: &str) -> Plan {
    let mut plan = Plan::empty(crate::plan::build::meeting(id));
    plan.meeting = itinera::plan::Meeting { title: Text::same(title), ..(*plan.meeting).clone() }.into();
    for number in 1..4 {
        plan.sessions.put(Session { id: SessionId::from_number(number), ..crate::plan::build::session(number) });
    }
    plan.days.put(crate::plan::build::day(0));
    plan
}

/// A plan as the bytes of a file.
pub fn file(plan: &Plan) -> Vec<u8> {
    let file = PlanFile { plan: plan.clone(), saved: None, lineage: Vec::new() };
    wire::encode_pretty(&file).into_bytes()
}
