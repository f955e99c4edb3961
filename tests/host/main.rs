//! The host tests: the pure core, in milliseconds; folders mirror `src`.

mod plan;
