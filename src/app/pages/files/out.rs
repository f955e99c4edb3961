//! The half "Out": a row a file, on shelves.

use super::{
    Here, bare, calendar, guests, make,
    outgoing::{Outgoing, Shelf},
    schedule, web_page,
};
use crate::app::dom::{View, view};
use crate::app::signal::{Memo, RwSignal, Signal};
use crate::{
    agenda::{Audience, wording},
    app::{
        Store,
        effects::page,
        ui::{CheckField, SelectField, unique},
    },
    exchange::{
        csv::Delimiter,
        tables::table,
        vcard::{Format, cards},
    },
    i18n::{Language, Words},
    plan::HostId,
};
use leptos::prelude::*;

/// What was chosen for the files. Copies are handles to the same state.
#[derive(Clone, Copy)]
pub struct Choices {
    /// For whom those are that are for somebody.
    pub audience: RwSignal<Audience>,
    /// The language of the words in them.
    pub language: RwSignal<Language>,
    /// What separates the cells of tables.
    pub delimiter: RwSignal<Delimiter>,
    /// Whether tables begin with the mark by which Excel knows the letters.
    pub marked: RwSignal<bool>,
    /// Whether the plan leaves without personal data.
    pub bare: RwSignal<bool>,
    /// Whether sessions have their notes on the web page.
    pub notes: RwSignal<bool>,
    /// Whether only what is for everyone is in the public agenda.
    pub shared: RwSignal<bool>,
    /// How many minutes before each entry the calendar reminds of it.
    pub alarm: RwSignal<Option<u16>>,
    /// Which version of the format contacts have.
    pub cards: RwSignal<Format>,
    /// The host whose guests are meant, as it was chosen.
    pub host: RwSignal<Option<HostId>>,
    /// The hosts, in the order of the plan.
    pub hosts: Memo<Vec<HostId>>,
}

impl Choices {
    fn new(here: Here) -> Self {
        let language = here.store.words().language();
        // Where decimals have a comma, spreadsheets separate by semicolons.
        let delimiter = match language {
            Language::English => Delimiter::Comma,
            Language::Italian => Delimiter::Semicolon,
        };
        Self {
            audience: RwSignal::new(Audience::Everyone),
            language: RwSignal::new(language),
            delimiter: RwSignal::new(delimiter),
            marked: RwSignal::new(true),
            bare: RwSignal::new(false),
            notes: RwSignal::new(true),
            shared: RwSignal::new(false),
            alarm: RwSignal::new(None),
            cards: RwSignal::new(Format::default()),
            // Whoever comes for the guests of a host comes with its address.
            host: RwSignal::new(here.store.route.with_untracked(|route| route.focus.as_ref()?.parse().ok())),
            hosts: Memo::new(move |_| {
                here.store.plan.with(|plan| plan.hosts.iter().map(|host| host.id).collect::<Vec<_>>())
            }),
        }
    }

    /// The host whose guests are meant: the one that was chosen, or the first.
    pub fn host(self) -> Option<HostId> {
        let hosts = self.hosts.get();
        self.host.get().filter(|host| hosts.contains(host)).or(hosts.first().copied())
    }
}

/// The half.
#[component(transparent)]
pub fn Out() -> View {
    let here = expect_context::<Here>();
    let words = here.store.words();
    let choices = Choices::new(here);
    if choices.host.with_untracked(Option::is_some) {
        page::focus_soon(format!("[data-file={}] select", Outgoing::Guests.key()));
    }
    let shelves = Shelf::ALL.map(|shelf| view! { <OneShelf choices=choices shelf=shelf /> });
    view! {
        <section class="files__half" aria-labelledby="files-out">
            <h2 class="files__title" id="files-out">{words.files_out()}</h2>
            <p class="files__lead">{words.files_out_about()}</p>
            <div class="files__choices">
                <Whom choices=choices />
                <InLanguage choices=choices />
            </div>
            {shelves.into_iter().collect::<Vec<_>>()}
        </section>
    }
}

/// For whom.
#[component(transparent)]
fn Whom(choices: Choices) -> View {
    let store = expect_context::<Here>().store;
    let words = store.words();
    let options = Memo::new(move |_| {
        let mut options = vec![(String::new(), words.agenda_everyone().to_string())];
        store.plan.with(|plan| {
            let delegations = plan.delegations.iter();
            options.extend(
                delegations.map(|one| (Audience::Delegation(one.id).key(), wording::delegation(words, plan, one.id))),
            );
            let delegates = plan.delegates.iter().filter(|one| !one.name.trim().is_empty());
            options.extend(delegates.map(|one| (Audience::Delegate(one.id).key(), one.name.clone())));
        });
        options
    });
    let value = Signal::derive(move || {
        let audience = store.plan.with(|plan| choices.audience.get().known_to(plan));
        if audience == Audience::Everyone { String::new() } else { audience.key() }
    });
    let choose = Callback::new(move |key: String| choices.audience.set(Audience::parse(&key).unwrap_or_default()));
    view! { <SelectField label=words.files_for() options=options value=value commit=choose class="files__choice" /> }
}

/// In which language.
#[component(transparent)]
fn InLanguage(choices: Choices) -> View {
    let words = expect_context::<Here>().store.words();
    let options = Language::ALL.map(|language| (language.tag().to_string(), language.name().to_string()));
    let value = Signal::derive(move || choices.language.get().tag().to_string());
    let choose = Callback::new(move |tag: String| choices.language.set(Language::from_tag(&tag).unwrap_or_default()));
    view! {
        <SelectField
            label=words.files_language()
            options=Signal::stored(options.to_vec())
            value=value
            commit=choose
            class="files__choice"
        />
    }
}

/// A shelf and what stands on it.
#[component(transparent)]
fn OneShelf(choices: Choices, shelf: Shelf) -> View {
    let words = expect_context::<Here>().store.words();
    let rows = shelf.files().iter().map(|file| view! { <Row choices=choices file=*file /> }).collect::<Vec<_>>();
    view! {
        <section class="files__shelf">
            <h3 class="files__heading">{shelf.title(words)}</h3>
            {(shelf == Shelf::Tables).then(|| view! { <HowTables choices=choices /> })}
            <ul>{rows}</ul>
        </section>
    }
}

/// How tables are written.
#[component(transparent)]
fn HowTables(choices: Choices) -> View {
    let words = expect_context::<Here>().store.words();
    let options = Delimiter::ALL.map(|delimiter| {
        let word = match delimiter {
            Delimiter::Comma => words.files_comma(),
            Delimiter::Semicolon => words.files_semicolon(),
            Delimiter::Tab => words.files_tab(),
        };
        (delimiter.letter().to_string(), word.to_string())
    });
    let value = Signal::derive(move || choices.delimiter.get().letter().to_string());
    let choose = Callback::new(move |key: String| {
        let found = Delimiter::ALL.into_iter().find(|delimiter| key.starts_with(delimiter.letter()));
        choices.delimiter.set(found.unwrap_or_default());
    });
    view! {
        <div class="files__choices">
            <SelectField
                label=words.files_delimiter()
                options=Signal::stored(options.to_vec())
                value=value
                commit=choose
                class="files__choice"
            />
            <CheckField
                label=words.files_marked()
                value=choices.marked
                commit=Callback::new(move |marked| choices.marked.set(marked))
            />
        </div>
    }
}

/// A file: what it is, what it is for, what it holds, and the button.
#[component(transparent)]
fn Row(choices: Choices, file: Outgoing) -> View {
    let store = expect_context::<Here>().store;
    let words = store.words();
    let (title, about) = (unique("file"), unique("file"));
    let hand_out = move |_| wasm_bindgen_futures::spawn_local(make::hand_out(store, file, choices));
    let extension = move || [".", file.extension(choices.delimiter.get())].concat();
    let personal = Memo::new(move |_| match file {
        Outgoing::Plan if choices.bare.get() => None,
        file => file.personal(words),
    });
    // Whose guests, where there is no host?
    let lacking = Memo::new(move |_| file == Outgoing::Guests && choices.hosts.with(Vec::is_empty));
    let more = match file {
        Outgoing::Plan => view! { <bare::Bare choices=choices /> },
        Outgoing::Calendar => view! { <calendar::Calendar choices=choices /> },
        Outgoing::Contacts => view! { <calendar::Contacts choices=choices /> },
        Outgoing::WebPage => view! { <web_page::WebPage choices=choices /> },
        Outgoing::ScheduleXml | Outgoing::ScheduleJson => view! { <schedule::Schedule choices=choices /> },
        Outgoing::Guests => view! { <guests::Guests choices=choices /> },
        _ => View::of(()),
    };
    let described = about.clone();
    view! {
        <li class="files__row" data-file=file.key() hidden=move || lacking.get()>
            <div class="files__what">
                <h4 class="files__name" id=title.clone()>
                    {file.title(words)}
                    " "
                    <span class="files__kind">{extension}</span>
                </h4>
                <p class="files__about" id=about>{file.about(words)}</p>
                <p class="files__facts">
                    {file.has_audience().then(|| view! { <span class="files__fact">{move || whom(store, choices, words)}</span> })}
                    <span class="files__fact">{move || rows(store, choices, file, words)}</span>
                    {move || personal.get().map(|personal| view! { <span class="files__fact files__fact--personal">{personal}</span> })}
                </p>
            </div>
            <button
                type="button"
                class="button"
                aria-describedby=described
                on:click=hand_out
            >
                {words.files_download()}
                <span class="visually-hidden">" " {file.title(words)} " " {extension}</span>
            </button>
            {more}
        </li>
    }
}

/// For whom a file is, in words.
fn whom(store: Store, choices: Choices, words: Words) -> String {
    store.plan.with(|plan| match choices.audience.get().known_to(plan) {
        Audience::Everyone => words.files_for_everyone().to_string(),
        Audience::Delegation(id) => words.entry_for(&wording::delegation(words, plan, id)),
        Audience::Delegate(id) => {
            let name = plan.delegates.get(id).map(|person| person.name.clone()).unwrap_or_default();
            words.entry_for(&name)
        }
    })
}

/// How many rows a table has, and contacts a file of them; empty for anything else.
fn rows(store: Store, choices: Choices, file: Outgoing, words: Words) -> String {
    if file == Outgoing::Contacts {
        return words.files_contacts_count(store.plan.with(|plan| cards(plan, words).len()));
    }
    let Some(subject) = file.subject(choices.audience.get(), choices.host()) else { return String::new() };
    let rows = store.plan.with(|plan| store.findings.with(|findings| table(plan, findings, subject, words).rows.len()));
    words.paste_count(rows)
}
