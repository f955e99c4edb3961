//! What surrounds every screen: the meeting's name, undo and redo, the way around, notices, and the live region.

use crate::app::dom::{Child, View, component, view};
use crate::app::signal::{Effect, Memo, RwSignal};
use crate::{
    app::{
        Store,
        effects::{self, intl, page, settings},
        parts::{self, Draw, Missing},
        wording,
    },
    i18n::{Language, Words},
    plan::{Label, Plan},
    workspace::{Msg, Route, Saving, Screen},
};
use leptos::prelude::*;
use std::cell::Cell;

/// The page, with the screen that the address asks for, or nothing where that did not arrive.
#[component(transparent)]
pub fn Shell(first: Option<Draw>) -> impl Child {
    let store = Store::here();
    let shown = RwSignal::new(first.map_or(Shown::Missing, Shown::Here));
    let screen = Memo::new(move |_| store.route.with(|route| route.screen));
    let last = Cell::new(screen.get_untracked());
    Effect::new(move || {
        let screen = screen.get();
        if last.replace(screen) != screen {
            fetch(store, shown);
        }
    });
    Effect::new(move || {
        let language = store.language.get();
        let title = store.plan.with(|plan| plan.meeting.title.in_language(language).to_string());
        page::describe(language.tag(), &format!("{title} \u{2013} Itinera"));
    });
    // The language is chosen once: everything is drawn anew then, and nothing has to follow it.
    move || {
        store.language.track();
        view! { <Frame shown=shown /> }
    }
}

/// What is in the place of the screen that the address asks for.
#[derive(Clone, Copy)]
enum Shown {
    /// It is on its way.
    Coming,
    Here(Draw),
    Missing,
}

/// Puts the screen that the address asks for on the page as soon as it is there.
fn fetch(store: Store, shown: RwSignal<Shown>) {
    let screen = store.route.get_untracked().screen;
    // What one leaves is gone at once: it must not be used on while the other is on its way.
    shown.set(Shown::Coming);
    wasm_bindgen_futures::spawn_local(async move {
        let draw = parts::fetch(screen).await;
        if store.route.get_untracked().screen == screen {
            effects::check(store);
            shown.set(draw.map_or(Shown::Missing, Shown::Here));
        }
    });
}

#[component(transparent)]
fn Frame(shown: RwSignal<Shown>) -> View {
    let store = Store::here();
    let words = store.words();
    let screen = Memo::new(move |_| store.route.with(|route| route.screen));
    view! {
        <a class="skip" href="#content" on:click=skip>{words.skip_to_content()}</a>
        <Header />
        <Navigation screen=screen />
        <KeepingNotice />
        <NoticeList />
        <main id="content" class="content" tabindex="-1">
            {move || match shown.get() {
                Shown::Here(draw) => component(draw),
                Shown::Coming => view! { <p class="coming">{words.part_coming()}</p> },
                Shown::Missing => view! { <Missing again=move || fetch(store, shown) /> },
            }}
        </main>
        <p class="visually-hidden" role="status" aria-live="polite">{store.said}</p>
    }
}

/// A standing notice while the plan is not kept, with the way to keep it elsewhere.
#[component(transparent)]
fn KeepingNotice() -> impl Child {
    let store = Store::here();
    let words = store.words();
    move || {
        let text = match store.saving.get() {
            Saving::Full => words.notice_full(),
            Saving::Refused => words.notice_refused(),
            Saving::Saved | Saving::Pending => return None,
        };
        Some(view! {
            <div class="notice notice--warning" role="alert">
                <p class="notice__text">{text}</p>
                <div class="notice__actions">
                    <button type="button" class="button" on:click=move |_| store.send(Msg::Export(store.plan.with_untracked(|plan| plan.id())))>
                        {words.download_plan()}
                    </button>
                </div>
            </div>
        })
    }
}

/// The notices, once there are any.
#[component(transparent)]
fn NoticeList() -> impl Child {
    let store = Store::here();
    let any = Memo::new(move |_| {
        store.notices.with(|notices| !notices.is_empty()) || store.clashes.with(|clashes| !clashes.is_empty())
    });
    move || any.get().then(|| parts::once_here(parts::fetch_notices, component))
}

/// The address belongs to the screens, so the way past the navigation moves the keyboard only.
fn skip(event: leptos::ev::MouseEvent) {
    event.prevent_default();
    page::focus_soon("#content".to_string());
}

#[component(transparent)]
fn Header() -> View {
    let store = Store::here();
    let words = store.words();
    let language = words.language();
    let title = move || {
        let title = store.plan.with(|plan| plan.meeting.title.in_language(language).to_string());
        if title.is_empty() { words.untitled().to_string() } else { title }
    };
    let about = move || store.plan.with(|plan| about(words, plan));
    view! {
        <header class="header" class:header--reading=move || store.route.get().screen.is_read()>
            <div class="header__meeting">
                <p class="header__title" title=title>{title}</p>
                <p class="header__about">{about}</p>
            </div>
            <div class="header__actions">
                <SavingState />
                <StepButton label=words.undo() step=store.to_undo msg=Msg::Undo keys="Control+Z" />
                <StepButton label=words.redo() step=store.to_redo msg=Msg::Redo keys="Control+Shift+Z" />
                <Languages />
            </div>
        </header>
    }
}

/// Where and when the meeting is, and whose time its times are.
fn about(words: Words, plan: &Plan) -> String {
    let language = words.language();
    let host = plan.meeting.host.in_language(language).to_string();
    let mut days = plan.days.iter().map(|day| day.id);
    let dates = match (days.next(), days.next_back()) {
        (Some(first), Some(last)) => intl::date_range(language, first, last),
        (Some(only), None) => intl::date(language, only, intl::DateStyle::Date),
        _ => String::new(),
    };
    let town = plan.meeting.zone.rsplit('/').next().unwrap_or_default().replace('_', " ");
    let zone = if intl::own_zone() == plan.meeting.zone { String::new() } else { words.times_in(&town) };
    let parts: Vec<_> = [host, dates, zone].into_iter().filter(|part| !part.is_empty()).collect();
    parts.join(" \u{b7} ")
}

/// Whether the last changes are kept. Trouble is said in a notice; here it is only marked.
#[component(transparent)]
fn SavingState() -> View {
    let store = Store::here();
    let words = store.words();
    let text = move || match store.saving.get() {
        Saving::Saved => words.saving_saved(),
        Saving::Pending => words.saving_pending(),
        Saving::Full => words.saving_full(),
        Saving::Refused => words.saving_refused(),
    };
    let bad = move || matches!(store.saving.get(), Saving::Full | Saving::Refused);
    view! { <span class="header__state" class:header__state--bad=bad data-saving=move || saving_name(store.saving.get())>{text}</span> }
}

const fn saving_name(saving: Saving) -> &'static str {
    match saving {
        Saving::Saved => "saved",
        Saving::Pending => "saving",
        Saving::Full => "full",
        Saving::Refused => "refused",
    }
}

/// Undo or redo, with what it would do. Its name for readers' aids is the plain word; what it would do is hidden from the
/// name, and describes it.
#[component(transparent)]
fn StepButton(label: &'static str, step: RwSignal<Option<Label>>, msg: Msg, keys: &'static str) -> View {
    let store = Store::here();
    let words = store.words();
    let what = Memo::new(move |_| step.with(|step| step.as_ref().map(|step| wording::label(words, step))));
    let id = crate::app::ui::unique("step");
    view! {
        <button
            type="button"
            class="button header__step"
            aria-describedby=id.clone()
            aria-keyshortcuts=keys
            title=move || what.get()
            disabled=move || what.with(Option::is_none)
            on:click=move |_| store.send(msg.clone())
        >
            {label}
            <span id=id.clone() class="header__what" aria-hidden="true">{move || what.get()}</span>
        </button>
    }
}

#[component(transparent)]
fn Languages() -> View {
    let store = Store::here();
    let words = store.words();
    let choose = move |language: Language| {
        settings::remember_language(language);
        store.language.set(language);
    };
    let choices = Language::ALL.map(|language| {
        view! {
            <button
                type="button"
                class="header__language"
                lang=language.tag()
                aria-label=format!("{}, {}", language.tag().to_ascii_uppercase(), language.name())
                aria-pressed=if language == words.language() { "true" } else { "false" }
                on:click=move |_| choose(language)
            >
                {language.tag().to_ascii_uppercase()}
            </button>
        }
    });
    view! { <div class="header__languages" role="group" aria-label=words.language_choice()>{choices.into_iter().collect::<Vec<_>>()}</div> }
}

#[component(transparent)]
fn Navigation(screen: Memo<Screen>) -> View {
    let store = Store::here();
    let words = store.words();
    // On a phone the row is wider than the screen: the screen that is open stays in sight.
    Effect::new(move || {
        screen.track();
        page::reveal_soon(".navigation__link[aria-current]");
    });
    let link = move |target: Screen| {
        let name = match target {
            Screen::Agenda => words.screen_agenda(),
            Screen::People => words.screen_people(),
            Screen::Visits => words.screen_visits(),
            Screen::Checks => words.screen_checks(),
            Screen::Today => words.screen_today(),
            Screen::Programme => words.screen_programme(),
            Screen::Papers => words.screen_papers(),
            Screen::Files => words.screen_files(),
            Screen::Meetings => words.screen_meetings(),
        };
        let count = (target == Screen::Checks).then(|| view! { <FindingCount /> });
        view! {
            <li class="navigation__item">
                <a
                    class="navigation__link"
                    href=Route::to(target).href()
                    aria-current=move || (screen.get() == target).then_some("page")
                >
                    {name}
                    " "
                    {count}
                </a>
            </li>
        }
    };
    view! {
        <nav class="navigation" aria-label=words.screens()>
            <ul class="navigation__list">{Screen::ALL.map(link).into_iter().collect::<Vec<_>>()}</ul>
        </nav>
    }
}

/// How many blockers and warnings there are; notes do not shout.
#[component(transparent)]
fn FindingCount() -> impl Child {
    use crate::checks::Severity;
    let store = Store::here();
    let words = store.words();
    let counts = Memo::new(move |_| {
        store.findings.with(|findings| {
            let count = |severity| findings.iter().filter(|finding| finding.severity == severity).count();
            (count(Severity::Blocker), count(Severity::Warning))
        })
    });
    move || {
        let (blockers, warnings) = counts.get();
        let class = if blockers > 0 { "count count--blocker" } else { "count count--warning" };
        (blockers + warnings > 0).then(|| {
            view! {
                <span class=class>
                    {blockers + warnings}
                    <span class="visually-hidden">" " {words.findings_count(blockers + warnings)}</span>
                </span>
            }
        })
    }
}
