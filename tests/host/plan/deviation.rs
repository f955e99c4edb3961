//! How a way differs from its plan.

use itinera::plan::{Deviation, Phase, StopId};

#[test]
fn a_length_is_planned_so_that_it_is_as_long_as_wanted_with_what_goes_otherwise() {
    let stop = Some(StopId::from_number(1));
    let mut deviation = Deviation::default();
    assert_eq!(deviation.planned(stop, Phase::Tour, 60), Some(60));
    deviation.lengthen(stop, Phase::Tour, 20);
    assert_eq!(deviation.planned(stop, Phase::Tour, 60), Some(40));
    assert_eq!(deviation.planned(stop, Phase::Tour, 20), Some(0));
    assert_eq!(deviation.planned(stop, Phase::Tour, 15), None, "the delay alone is longer");
    assert_eq!(deviation.planned(stop, Phase::Gate, 5), Some(5));
    deviation.lengthen(stop, Phase::Questions, -5);
    assert_eq!(deviation.planned(stop, Phase::Questions, 10), Some(15));
}
