//! Leptos's signals, memos and effects with their values' types forgotten inside, so that their machinery is compiled
//! once and not anew for every type and closure: 150 memos of 60 types weighed 120 kB of brotli.
//!
//! The names and methods are Leptos's, so code reads as it would without this file; what tells them apart is the import.

use leptos::prelude::{self as full, Get as _, GetUntracked as _, IsDisposed as _, Notify as _, Set as _, Track as _};
use std::{any::Any, marker::PhantomData, sync::Arc};

type Value = Arc<dyn Any + Send + Sync>;

/// A value whose type only its signal knows.
#[derive(Clone)]
struct Held {
    value: Value,
    same: fn(&Value, &Value) -> bool,
}

impl PartialEq for Held {
    fn eq(&self, other: &Self) -> bool {
        (self.same)(&self.value, &other.value)
    }
}

fn hold<T: Send + Sync + 'static>(value: T) -> Held {
    Held { value: Arc::new(value), same: |_, _| false }
}

fn hold_to_compare<T: PartialEq + Send + Sync + 'static>(value: T) -> Held {
    Held { value: Arc::new(value), same: |one, other| one.downcast_ref::<T>() == other.downcast_ref::<T>() }
}

fn see<T: 'static, U>(held: &Held, look: impl FnOnce(&T) -> U) -> U {
    match held.value.downcast_ref() {
        Some(value) => look(value),
        None => unreachable!("a signal of T holds a T"),
    }
}

/// What can be read and followed.
macro_rules! readable {
    ($name:ident, $tracked:ident, $untracked:ident) => {
        impl<T> Clone for $name<T> {
            fn clone(&self) -> Self {
                *self
            }
        }

        impl<T> Copy for $name<T> {}

        #[inline(never)]
        fn $tracked(signal: full::$name<Held>) -> Held {
            signal.get()
        }

        #[inline(never)]
        fn $untracked(signal: full::$name<Held>) -> Held {
            signal.get_untracked()
        }

        #[allow(dead_code, reason = "one set of methods for all")]
        impl<T: Send + Sync + 'static> $name<T> {
            /// Looks at the value, and follows it.
            pub fn with<U>(&self, look: impl FnOnce(&T) -> U) -> U {
                see(&$tracked(self.0), look)
            }

            /// Looks at the value once.
            pub fn with_untracked<U>(&self, look: impl FnOnce(&T) -> U) -> U {
                see(&$untracked(self.0), look)
            }

            /// The value; it is followed.
            pub fn get(&self) -> T
            where
                T: Clone,
            {
                self.with(T::clone)
            }

            /// The value, once.
            pub fn get_untracked(&self) -> T
            where
                T: Clone,
            {
                self.with_untracked(T::clone)
            }

            /// Follows the value without looking.
            pub fn track(&self) {
                self.0.track();
            }
        }
    };
}

/// A value that can be set.
pub struct RwSignal<T>(full::RwSignal<Held>, PhantomData<fn() -> T>);

/// A value that follows from others, and is another only when it differs.
pub struct Memo<T>(full::Memo<Held>, PhantomData<fn() -> T>);

/// Either of them, or a value that stays.
pub struct Signal<T>(full::Signal<Held>, PhantomData<fn() -> T>);

readable!(RwSignal, read_signal, read_signal_once);
readable!(Memo, read_memo, read_memo_once);
readable!(Signal, read_any, read_any_once);

#[inline(never)]
fn new_signal(held: Held) -> full::RwSignal<Held> {
    full::RwSignal::new(held)
}

#[inline(never)]
fn set_signal(signal: full::RwSignal<Held>, held: Held) {
    signal.set(held);
}

/// What a memo does; it is given its value before.
type Compute = Box<dyn Fn(Option<&Held>) -> Held + Send + Sync>;

#[inline(never)]
fn new_memo(compute: Compute) -> full::Memo<Held> {
    full::Memo::new(move |before: Option<&Held>| compute(before))
}

#[inline(never)]
fn new_derived(compute: Box<dyn Fn() -> Held + Send + Sync>) -> full::Signal<Held> {
    full::Signal::derive(compute)
}

impl<T: Send + Sync + 'static> RwSignal<T> {
    /// A signal with its first value.
    pub fn new(value: T) -> Self {
        Self(new_signal(hold(value)), PhantomData)
    }

    /// Sets the value. Those who follow it are told, also when it is the same.
    pub fn set(&self, value: T) {
        set_signal(self.0, hold(value));
    }

    /// Changes the value.
    pub fn update(&self, change: impl FnOnce(&mut T))
    where
        T: Clone,
    {
        let mut value = self.get_untracked();
        change(&mut value);
        self.set(value);
    }

    /// Whether what it belonged to has left the page.
    pub fn is_gone(&self) -> bool {
        self.0.is_disposed()
    }

    /// Tells those who follow it, without another value.
    pub fn notify(&self) {
        self.0.notify();
    }
}

impl<T: PartialEq + Send + Sync + 'static> Memo<T> {
    /// A memo; `compute` is given the value before.
    pub fn new(compute: impl Fn(Option<&T>) -> T + Send + Sync + 'static) -> Self {
        let compute =
            move |before: Option<&Held>| hold_to_compare(compute(before.and_then(|held| held.value.downcast_ref())));
        Self(new_memo(Box::new(compute)), PhantomData)
    }
}

impl<T: Send + Sync + 'static> Signal<T> {
    /// A signal that is computed each time.
    pub fn derive(compute: impl Fn() -> T + Send + Sync + 'static) -> Self {
        Self(new_derived(Box::new(move || hold(compute()))), PhantomData)
    }

    /// A value that stays.
    pub fn stored(value: T) -> Self {
        Self(full::Signal::stored(hold(value)), PhantomData)
    }
}

impl From<String> for Signal<String> {
    fn from(text: String) -> Self {
        Self::stored(text)
    }
}

impl<T> From<Memo<T>> for Signal<T> {
    fn from(memo: Memo<T>) -> Self {
        Self(memo.0.into(), PhantomData)
    }
}

impl<T> From<RwSignal<T>> for Signal<T> {
    fn from(signal: RwSignal<T>) -> Self {
        Self(signal.0.into(), PhantomData)
    }
}

/// Something that is done now-ish, and again whenever what it read changes.
pub struct Effect;

impl Effect {
    /// Starts the effect; it ends with the view around it.
    #[allow(clippy::new_ret_no_self, reason = "as Leptos has it")]
    pub fn new(effect: impl Fn() + 'static) {
        start_effect(Box::new(effect));
    }
}

#[inline(never)]
fn start_effect(effect: Box<dyn Fn()>) {
    full::Effect::new(effect);
}
