//! Sorting, small: the standard library's sort is compiled anew for every type, at 5 kB of WASM each.

/// Sorts by a key. Equal keys may change places, so a key should end in an identity.
///
/// Shell's method with Ciura's gaps: for the hundreds of records of a plan as quick as any, in a few lines.
pub fn sort_by_key<T, K: Ord>(items: &mut [T], key: impl Fn(&T) -> K) {
    for gap in [1750, 701, 301, 132, 57, 23, 10, 4, 1] {
        for start in gap..items.len() {
            let mut place = start;
            while place >= gap && key(&items[place - gap]) > key(&items[place]) {
                items.swap(place - gap, place);
                place -= gap;
            }
        }
    }
}
