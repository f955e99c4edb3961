//! The rush hour: what a drive takes when part of it falls into the busy part of the day.

/// A part of the day in which every drive is slower.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Rush {
    /// When it starts, in minutes of the day.
    pub from: u16,
    /// When it is over, in minutes of the day. Not after `from`: there is no rush.
    pub to: u16,
    /// By how much a drive wholly inside takes longer, in per cent.
    pub percent: u16,
}

/// What a drive takes that takes `minutes` outside the rush hour and leaves at minute `departs` of the day.
///
/// A minute inside the rush hour makes 100 parts of the way, one outside 100 + [`Rush::percent`]. The result is whole
/// minutes, rounded up. Whoever leaves later never arrives earlier: on one way nobody overtakes, and rounding up the
/// moment of arrival (departures are whole minutes) keeps the order.
#[must_use]
pub fn drive(minutes: u16, departs: u16, rush: Option<Rush>) -> u16 {
    let Some(Rush { from, to, percent }) = rush else { return minutes };
    let fast = 100 + u32::from(percent);
    let (departs, from, to) = (u32::from(departs), u32::from(from), u32::from(to));
    let mut way = u32::from(minutes) * fast;
    let mut taken = from.saturating_sub(departs);
    if way <= taken * fast || departs >= to || from >= to {
        return minutes;
    }
    way -= taken * fast;
    let inside = to - from.max(departs);
    if way <= inside * 100 {
        taken += way.div_ceil(100);
    } else {
        taken += inside + (way - inside * 100).div_ceil(fast);
    }
    u16::try_from(taken).unwrap_or(u16::MAX)
}
