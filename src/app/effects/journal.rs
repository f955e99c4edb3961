//! The journal of what is kept, in IndexedDB; what it is for says `crate::workspace::journal`. Where the browser has
//! none, there is only the storage.

use crate::workspace::{
    journal::{Entry, Noting, mend},
    keeper::Storage,
};
use js_sys::{Array, Date, Function, Object, Promise, Reflect};
use std::cell::{Cell, RefCell};
use wasm_bindgen::{JsCast, JsValue, closure::Closure};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Event, IdbDatabase, IdbObjectStore, IdbOpenDbRequest, IdbRequest, IdbTransaction};

const DATABASE: &str = "itinera";
const TEXTS: &str = "texts";

/// How long the program waits for the journal before it starts without, in milliseconds. Some browsers never answer.
const PATIENCE: i32 = 5_000;

/// Told whether everything is on the disk.
type Listener = Box<dyn Fn(bool)>;

thread_local! {
    static OPENED: RefCell<Option<IdbDatabase>> = const { RefCell::new(None) };
    /// How many writings are not on the disk yet.
    static UNDER_WAY: Cell<u32> = const { Cell::new(0) };
    /// Names under which a writing failed: the next one brings what stands there by then.
    static MISSED: RefCell<Vec<String>> = const { RefCell::new(Vec::new()) };
    static WHEN_ENDED: RefCell<Option<Listener>> = const { RefCell::new(None) };
}

/// Opens the journal and mends the storage from it.
pub async fn open(storage: &web_sys::Storage) {
    let Some(database) = opened().await else { return };
    let Some(journal) = read(&database).await else { return };
    OPENED.set(Some(database));
    if let Some(entries) = mend(storage, &journal) {
        write(storage, entries);
    }
}

/// Does something with a storage, and notes in the journal what that wrote.
pub fn noting<T>(storage: &web_sys::Storage, act: impl FnOnce(&Noting) -> T) -> T {
    let noting = Noting::new(storage);
    let done = act(&noting);
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "whole milliseconds since 1970")]
    write(storage, noting.finish(Date::now() as u64));
    done
}

/// Whether something is not on the disk yet.
#[must_use]
pub fn is_writing() -> bool {
    UNDER_WAY.get() > 0
}

/// Calls `then` whenever everything is on the disk, and with `false` when something did not get there.
pub fn when_ended(then: impl Fn(bool) + 'static) {
    if MISSED.with_borrow(|missed| !missed.is_empty()) {
        then(false);
    }
    WHEN_ENDED.set(Some(Box::new(then)));
}

fn ended(all_written: bool) {
    if !all_written || !is_writing() {
        WHEN_ENDED.with_borrow(|then| then.iter().for_each(|then| then(all_written)));
    }
}

/// Writes entries and what an earlier writing missed, all of them or none.
fn write(storage: &web_sys::Storage, mut entries: Vec<Entry>) {
    let Some(database) = OPENED.with_borrow(Clone::clone).filter(|_| !entries.is_empty()) else { return };
    for name in MISSED.take() {
        if entries.iter().all(|(other, _)| *other != name) {
            let text = Storage::get(storage, &name).unwrap_or_default();
            entries.push((name, text));
        }
    }
    let names: Vec<_> = entries.iter().map(|(name, _)| name.clone()).collect();
    let missed = move || {
        MISSED.with_borrow_mut(|missed| missed.extend(names));
        ended(false);
    };
    let Some((transaction, texts)) = durable(&database) else { return missed() };
    let when_ended = Closure::once_into_js(move |event: Event| {
        UNDER_WAY.set(UNDER_WAY.get().saturating_sub(1));
        if event.type_() == "abort" { missed() } else { ended(true) }
    });
    UNDER_WAY.set(UNDER_WAY.get() + 1);
    transaction.set_oncomplete(when_ended.dyn_ref());
    transaction.set_onabort(when_ended.dyn_ref());
    for (name, text) in &entries {
        let _ = texts.put_with_key(&text.into(), &name.into());
    }
    // Without waiting for the answers, which a page that closes would not hear.
    #[allow(deprecated, reason = "by web-sys, not by the standard")]
    let _ = transaction.commit();
}

/// A transaction that is complete when what it wrote is on the disk.
fn durable(database: &IdbDatabase) -> Option<(IdbTransaction, IdbObjectStore)> {
    // web-sys counts the options as unstable.
    let method: Function = Reflect::get(database, &"transaction".into()).ok()?.dyn_into().ok()?;
    let options = Object::new();
    Reflect::set(&options, &"durability".into(), &"strict".into()).ok()?;
    let transaction = method.call3(database, &TEXTS.into(), &"readwrite".into(), &options).ok()?;
    let transaction: IdbTransaction = transaction.dyn_into().ok()?;
    let texts = transaction.object_store(TEXTS).ok()?;
    Some((transaction, texts))
}

async fn read(database: &IdbDatabase) -> Option<Vec<Entry>> {
    let texts = database.transaction_with_str(TEXTS).ok()?.object_store(TEXTS).ok()?;
    let (names, texts) = (texts.get_all_keys().ok()?, texts.get_all().ok()?);
    let (names, texts): (Array, Array) = (answer(&names).await?.into(), answer(&texts).await?.into());
    let text = |value: JsValue| value.as_string().unwrap_or_default();
    Some(names.iter().map(text).zip(texts.iter().map(text)).collect())
}

async fn opened() -> Option<IdbDatabase> {
    let window = web_sys::window()?;
    let request = window.indexed_db().ok()??.open_with_u32(DATABASE, 1).ok()?;
    request.set_onupgradeneeded(Some(upgrading(&request).unchecked_ref()));
    let patience = Promise::new(&mut |_, reject| {
        let _ = window.set_timeout_with_callback_and_timeout_and_arguments_0(&reject, PATIENCE);
    });
    JsFuture::from(Promise::race(&Array::of2(&answered(&request), &patience))).await.ok()?;
    request.result().ok()?.dyn_into().ok()
}

/// What a new journal is made of.
fn upgrading(request: &IdbOpenDbRequest) -> JsValue {
    let request = request.clone();
    Closure::once_into_js(move || {
        let database = request.result().ok().and_then(|database| database.dyn_into::<IdbDatabase>().ok());
        let _ = database.map(|database| database.create_object_store(TEXTS));
    })
}

async fn answer(request: &IdbRequest) -> Option<JsValue> {
    JsFuture::from(answered(request)).await.ok()?;
    request.result().ok()
}

fn answered(request: &IdbRequest) -> Promise {
    Promise::new(&mut |resolve, reject| {
        request.set_onsuccess(Some(&resolve));
        request.set_onerror(Some(&reject));
    })
}
