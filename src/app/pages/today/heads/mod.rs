//! The roll-call of a leg: who is in the coach, who is missing, and whether it may leave. For somebody in a car park
//! with one hand free.

mod along;
mod button;
mod crews;
mod leave;
mod missing;

pub use button::CountHeads;

use super::{entry, look::Look};
use crate::app::dom::{Child, View, view};
use crate::app::signal::{Effect, Memo, RwSignal};
use crate::{
    agenda::{
        Audience, Count, Crew, Entry, Expected, Heads, Left, Pass, Sum, counted_as, counted_with, crews, entries,
    },
    app::{
        Store,
        effects::{heads as kept, page},
    },
    plan::{EntryId, Plan, PlanId},
    workspace::{Route, heads::name},
};
use along::{Along, Other, others};
use chrono::NaiveDateTime;
use crews::Crews;
use leave::Leave;
use leptos::prelude::*;
use missing::{AllMissing, sentence};

/// Draws the roll-call of a leg, once the part of the program that holds it is here.
pub type Draw = fn(Look, EntryId) -> View;

/// What draws a roll-call. Only the part of the program that holds it may call this.
pub fn draw() -> Draw {
    |look, leg| view! { <RollCall look=look leg=leg /> }
}

/// The leg whose heads the address wants counted, if there is one, and whether that is a rehearsal, whose counts are
/// others.
pub fn counted(store: Store) -> Memo<Option<(EntryId, bool)>> {
    Memo::new(move |_| {
        let wanted = store.route.with(|route| route.count.clone())?;
        let known = store.plan.with(|plan| leg(plan, plan.entry(&wanted)?).map(|leg| leg.id));
        let leg = known.filter(|id| matches!(id, EntryId::LegTo(..) | EntryId::LegBack(..)))?;
        Some((leg, store.route.with(|route| route.at.is_some())))
    })
}

fn leg(plan: &Plan, id: EntryId) -> Option<Entry> {
    entries(plan, Audience::Everyone).into_iter().find(|entry| entry.id == id)
}

/// A roll-call. Copies are handles to the same one.
#[derive(Clone, Copy)]
struct Call {
    store: Store,
    plan: PlanId,
    leg: EntryId,
    /// The leg as which its heads are counted.
    counted: EntryId,
    rehearsal: bool,
    /// Everybody who goes with the coach.
    crews: Memo<Vec<Crew>>,
    heads: RwSignal<Heads>,
    /// Whether the browser keeps what is counted.
    kept: RwSignal<bool>,
    pass: RwSignal<Pass>,
    /// Who is looked for.
    expected: Memo<Expected>,
    sum: Memo<Sum>,
    /// Whether somebody only counts and does not ask who.
    quick: Memo<bool>,
    /// That the coach left.
    left: Memo<Option<Left>>,
    /// The other counts in the same coach, as they were when somebody looked last.
    others: RwSignal<Vec<Other>>,
    /// Whether somebody asked to leave while heads are missing, and is asked back.
    asked: RwSignal<bool>,
}

impl Call {
    fn new(look: Look, store: Store, leg_id: EntryId) -> Self {
        let (plan, counted) = store.plan.with_untracked(|plan| (plan.id(), counted_as(plan, leg_id)));
        let rehearsal = look.rehearsal.get_untracked();
        let (heads, is_kept) = kept::load(&name(plan, counted, rehearsal));
        let pass = RwSignal::new(if heads.left.is_some() { Pass::In } else { Pass::Out });
        let (heads, kept) = (RwSignal::new(heads), RwSignal::new(is_kept));
        let crews = Memo::new(move |_| {
            let mut crews = store.plan.with(|plan| leg(plan, leg_id).map(|leg| crews(plan, &leg)).unwrap_or_default());
            // One's own people come first.
            if let Audience::Delegation(own) = look.audience.get()
                && let Some(place) = crews.iter().position(|crew| crew.delegation == own)
            {
                crews[..=place].rotate_right(1);
            }
            crews
        });
        let expected = Memo::new(move |_| heads.with(|heads| crews.with(|crews| heads.expected(pass.get(), crews))));
        let sum = Memo::new(move |_| heads.with(|heads| crews.with(|crews| heads.sum(pass.get(), crews))));
        // Rows that are tapped stay as they are: what else is drawn anew follows these and not the heads.
        let quick = Memo::new(move |_| heads.with(|heads| heads.count(pass.get()).quick.is_some()));
        let left = Memo::new(move |_| heads.with(|heads| heads.left.clone()));
        let asked = RwSignal::new(false);
        let others = RwSignal::new(store.plan.with_untracked(|plan| others(plan, store.words(), leg_id, rehearsal)));
        let leg = leg_id;
        Self {
            store,
            plan,
            leg,
            counted,
            rehearsal,
            crews,
            heads,
            kept,
            pass,
            expected,
            sum,
            quick,
            left,
            others,
            asked,
        }
    }

    /// Looks what was counted of the others in the coach.
    fn look_around(self) {
        let words = self.store.words();
        self.others.set(self.store.plan.with_untracked(|plan| others(plan, words, self.leg, self.rehearsal)));
    }

    /// The coach has left with the others in it, or has not after all.
    fn tell_others(self, at: NaiveDateTime, gone: bool) {
        self.look_around();
        for other in self.others.get_untracked() {
            other.set_left(at, gone);
        }
        self.look_around();
    }

    /// Changes what was counted, keeps it, and says what it comes to.
    fn change(self, change: impl FnOnce(&mut Heads)) {
        self.asked.set(false);
        self.heads.update(change);
        let name = name(self.plan, self.counted, self.rehearsal);
        self.kept.set(self.heads.with_untracked(|heads| kept::keep(&name, heads)));
        self.store.say(self.sum_words());
    }

    /// What the count comes to, in a sentence.
    fn sum_words(self) -> String {
        let sum = self.sum.get_untracked();
        sentence(self.store.words(), &sum)
    }
}

/// The screen of a roll-call.
#[component(transparent)]
fn RollCall(look: Look, leg: EntryId) -> View {
    let store = Store::here();
    let words = store.words();
    let call = Call::new(look, store, leg);
    let about = Memo::new(move |_| {
        store.plan.with(|plan| {
            let entry = self::leg(plan, leg)?;
            let groups = counted_with(plan, &entry).into_iter().map(|group| entry::group(words, plan, &group, false));
            let group = groups.collect::<Vec<_>>().join(", ");
            let times = entry::span(words, &entry);
            Some((entry::title(words, &entry), if group.is_empty() { times } else { group + entry::DOT + &times }))
        })
    });
    let title = move || about.get().unwrap_or_default().0;
    let group = move || about.get().unwrap_or_default().1;
    let back = move || store.route.with(|route| Route { count: None, ..route.clone() }.href());
    Effect::new(move || page::focus_soon(".heads__title".to_string()));
    let unkept =
        move || (!call.kept.get()).then(|| view! { <p class="heads__unkept" role="alert">{words.heads_unkept()}</p> });
    // The count of boarding is closed once the coach has left.
    let closed = Memo::new(move |_| call.pass.get() == Pass::Out && call.left.with(Option::is_some));
    let open = move || {
        if closed.get() {
            view! { <Leave call=call look=look /> }
        } else {
            view! {
                <Ways call=call />
                <Crews call=call />
                <AllMissing call=call />
                <Along call=call />
                <Leave call=call look=look />
                <Foot call=call />
            }
        }
    };
    view! {
        <section class="heads" aria-labelledby="heads-title">
            <a class="heads__back" href=back><span aria-hidden="true">"\u{2039} "</span>{words.screen_today()}</a>
            <h2 class="heads__title" id="heads-title" tabindex="-1">{title}</h2>
            <p class="heads__about">{group}</p>
            {unkept}
            <Passes call=call />
            {open}
            <Away call=call />
        </section>
    }
}

/// Whether people are counted while they board, or on arrival.
#[component(transparent)]
fn Passes(call: Call) -> View {
    let words = call.store.words();
    let choice = move |pass: Pass, label: &'static str| {
        view! {
            <button
                type="button"
                class="heads__choice"
                aria-pressed=move || if call.pass.get() == pass { "true" } else { "false" }
                on:click=move |_| {
                    call.asked.set(false);
                    call.pass.set(pass);
                    call.store.say(call.sum_words());
                }
            >
                {label}
            </button>
        }
    };
    view! {
        <div class="heads__choices" role="group" aria-label=words.heads_when()>
            {choice(Pass::Out, words.heads_out())}
            {choice(Pass::In, words.heads_in())}
        </div>
    }
}

/// How heads are counted, and everybody at once.
#[component(transparent)]
fn Ways(call: Call) -> View {
    let words = call.store.words();
    let all = move |_| {
        let expected = call.expected.get_untracked();
        let pass = call.pass.get_untracked();
        call.change(|heads| {
            let count = heads.count_mut(pass);
            let quick = count.quick.map(|_| expected.heads());
            *count = Count::all(&expected.crews, quick);
        });
    };
    let way = move |quick: bool, label: &'static str| {
        let choose = move |_| {
            let present = call.sum.with_untracked(|sum| sum.present + sum.extra);
            let pass = call.pass.get_untracked();
            call.change(|heads| {
                let count = heads.count_mut(pass);
                count.quick = quick.then(|| count.quick.unwrap_or(present));
            });
        };
        view! {
            <button
                type="button"
                class="heads__way"
                aria-pressed=move || if call.quick.get() == quick { "true" } else { "false" }
                on:click=choose
            >
                {label}
            </button>
        }
    };
    let named = call.crews.with_untracked(|crews| crews.iter().any(|crew| !crew.named.is_empty()));
    let by = if named { words.heads_by_name() } else { words.heads_by_delegation() };
    view! {
        <div class="heads__ways" role="group" aria-label=words.heads_how()>
            {way(false, by)}
            {way(true, words.heads_quick())}
        </div>
        <p class="heads__all"><button type="button" class="button" on:click=all>{words.heads_everybody()}</button></p>
    }
}

/// What the count comes to, always in sight above the thumb.
#[component(transparent)]
fn Foot(call: Call) -> View {
    let words = call.store.words();
    let figure =
        move || call.sum.with(|sum| words.heads_of(&(sum.present + sum.extra).to_string(), &sum.expected.to_string()));
    let state = move || {
        let plan = call.store.plan.get();
        call.sum.with(|sum| {
            missing::short(words, &plan, sum, call.heads.with(|heads| heads.count(call.pass.get()).is_begun()))
        })
    };
    let whole = move || call.sum.with(|sum| sum.short() == 0 && sum.extra == 0);
    let short = move || {
        call.sum.with(|sum| sum.short() > 0) && call.heads.with(|heads| heads.count(call.pass.get()).is_begun())
    };
    view! {
        <p class="heads__foot" class:heads__foot--whole=whole class:heads__foot--short=short>
            <strong class="heads__figure">{figure}</strong>
            <span>{state}</span>
        </p>
    }
}

/// Where the counts are, and the way to be rid of them.
#[component(transparent)]
fn Away(call: Call) -> impl Child {
    let words = call.store.words();
    let sure = RwSignal::new(false);
    let clear = move |_| {
        kept::clear(call.plan);
        sure.set(false);
        call.pass.set(Pass::Out);
        call.asked.set(false);
        call.heads.set(Heads::default());
        call.store.say(words.heads_cleared().to_string());
        page::focus_soon(".heads__title".to_string());
    };
    let ask = move |asks: bool| {
        sure.set(asks);
        page::focus_soon(".heads__away button".to_string());
    };
    let buttons = move || {
        if sure.get() {
            view! {
                <button type="button" class="button" on:click=move |_| ask(false)>{words.heads_keep()}</button>
                <button type="button" class="button button--remove" on:click=clear>{words.heads_clear_all()}</button>
            }
        } else {
            view! {
                <button type="button" class="button button--plain" on:click=move |_| ask(true)>{words.heads_clear()}</button>
            }
        }
    };
    view! {
        <p class="heads__private">{words.heads_private()}</p>
        <p class="heads__away">{buttons}</p>
    }
}
