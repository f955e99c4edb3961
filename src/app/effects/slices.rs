//! Work that takes long, in slices so short that the page never stands still.

use gloo::timers::callback::Timeout;

/// Of a slice that took less, the next one does twice as much; of one that took more, half. In milliseconds.
const SHORT: f64 = 8.0;
const LONG: f64 = 20.0;

/// The first slice: nobody knows yet how quick this machine is.
const FIRST: u64 = 20;

/// Does work slice by slice until it says that there is none left. It is given how much to do at a time, in units of its
/// own; between the slices the browser does what else there is.
pub fn in_slices(work: impl FnMut(u64) -> bool + 'static) {
    next(Box::new(work), FIRST);
}

fn next(mut work: Box<dyn FnMut(u64) -> bool>, amount: u64) {
    Timeout::new(0, move || {
        let begun = js_sys::Date::now();
        if !work(amount) {
            return;
        }
        let taken = js_sys::Date::now() - begun;
        let amount = match taken {
            short if short < SHORT => amount.saturating_mul(2),
            long if long > LONG => (amount / 2).max(1),
            _ => amount,
        };
        next(work, amount);
    })
    .forget();
}
