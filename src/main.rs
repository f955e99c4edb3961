//! The page: mounts the app on the document's body.

fn main() {
    itinera::app::start();
}
