//! Tests of the plan as somebody sees it.

mod roll;
