//! The order of Chinese words, as the browser knows it.

use js_sys::{Array, Function, Intl, Object, Reflect};
use wasm_bindgen::JsValue;

/// Words in the order of the Chinese alphabet.
pub fn alphabet(list: Vec<&str>) -> Vec<String> {
    let array: Array = list.into_iter().map(JsValue::from_str).collect();
    let collator = Intl::Collator::new(&Array::of1(&"zh-CN".into()), &Object::new());
    // The browser's own sort calls the browser's own comparison, without a detour through here.
    if let Ok(sort) = Reflect::get(&array, &"sort".into()) {
        let _ = Function::from(sort).call1(&array, &collator.compare());
    }
    array.iter().filter_map(|words| words.as_string()).collect()
}
