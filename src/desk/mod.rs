//! The list of many reports: files go through the `queue`.

mod queue;
mod text;

use web_sys::File;

/// Opens files in the list.
pub fn open(files: Vec<File>) {
    let queue = queue::Queue::new(|_| ());
    queue.add(files.into_iter().map(queue::Input::File).enumerate());
}
