//! The rush hour: known drives, and that nobody overtakes.

use itinera::circuit::rush::{Rush, drive};
use proptest::prelude::*;

const EVENING: Rush = Rush { from: 1000, to: 1060, percent: 50 };

#[test]
fn a_drive_is_longer_by_the_part_of_it_inside() {
    let cases = [
        ("long before", 900, 30),
        ("arrives as it starts", 970, 30),
        ("ten minutes inside", 980, 35),
        ("half a minute is rounded up", 971, 31),
        ("all inside", 1005, 45),
        ("the last minute inside", 1015, 45),
        ("the last half outside", 1045, 35),
        ("leaves as it ends", 1060, 30),
        ("long after", 1200, 30),
    ];
    for (name, departs, takes) in cases {
        assert_eq!(drive(30, departs, Some(EVENING)), takes, "{name}");
    }
    assert_eq!(drive(30, 1010, None), 30, "no rush hour");
    assert_eq!(drive(200, 990, Some(EVENING)), 220, "right through it: an hour makes 40 minutes of the way");
    assert_eq!(drive(30, 1010, Some(Rush { from: 1060, to: 1000, ..EVENING })), 30, "one that ends before it starts");
}

proptest! {
    #[test]
    fn first_in_is_first_out(minutes in 0_u16..300, departs in 0_u16..1500, from in 0_u16..1440, long in 0_u16..400, percent in 0_u16..400) {
        let rush = Some(Rush { from, to: from + long, percent });
        let arrives = |departs: u16| departs + drive(minutes, departs, rush);
        prop_assert!(arrives(departs) <= arrives(departs + 1), "leaving later arrives earlier");
    }

    #[test]
    fn it_is_the_way_made_minute_by_minute(minutes in 0_u16..300, departs in 0_u16..1500, from in 0_u16..1440, long in 0_u16..400, percent in 0_u16..400) {
        let (mut now, mut way) = (departs, i64::from(minutes) * i64::from(100 + percent));
        while way > 0 {
            way -= if (from..from + long).contains(&now) { 100 } else { i64::from(100 + percent) };
            now += 1;
        }
        let rush = Some(Rush { from, to: from + long, percent });
        prop_assert_eq!(drive(minutes, departs, rush), now - departs);
    }
}
