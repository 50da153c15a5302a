//! The settings that another program gives, read with words for what is wrong in them.

use serde::Serialize;
use wasm_bindgen::prelude::{JsCast, JsError, JsValue};

use super::to_js;
use crate::report::{BodyKind, Purpose, Settings};

/// Settings out of a plain object, each by itself, so that a message can say which one is wrong.
pub fn read(object: &JsValue) -> Result<Settings, JsError> {
    let mut settings = Settings::default();
    if open(object) {
        return Ok(settings);
    }
    if !object.is_object() {
        return Err(wrong("设置", object, "对象"));
    }
    for entry in js_sys::Object::entries(object.unchecked_ref()) {
        let [name, value] = [0, 1].map(|at| js_sys::Array::from(&entry).get(at));
        let name = name.as_string().unwrap_or_default();
        match name.as_str() {
            "body_kind" => settings.body_kind = named(&BodyKind::ALL, &name, &value)?,
            "report_year" => {
                let year = serde_wasm_bindgen::from_value(value.clone()).ok();
                let said = year.map(|report_year| Settings {
                    report_year,
                    ..settings
                });
                let said = said.filter(|said| said.sane() == *said);
                settings = said.ok_or_else(|| wrong(&name, &value, "1990 至 2099 之间的整数"))?;
            }
            "purpose" => {
                let purpose = named(&[Purpose::Public, Purpose::Submission], &name, &value)?;
                settings.purpose = purpose.unwrap_or_default();
            }
            _ => {
                return Err(wrong(
                    "设置的名称",
                    &name.into(),
                    "body_kind、report_year、purpose 之一",
                ));
            }
        }
    }
    Ok(settings)
}

/// Whether a setting is left open.
fn open(value: &JsValue) -> bool {
    value.is_undefined() || value.is_null()
}

/// The one of all that goes by the name given; none where the setting is left open.
fn named<T: Copy + Serialize>(
    all: &[T],
    name: &str,
    value: &JsValue,
) -> Result<Option<T>, JsError> {
    let found = one_of(all, value);
    if found.is_some() || open(value) {
        return Ok(found);
    }
    let names = all.iter().map(to_js).collect::<Result<Vec<_>, _>>()?;
    let names = names.iter().map(told).collect::<Vec<_>>();
    Err(wrong(name, value, &format!("{} 之一", names.join("、"))))
}

/// The one of all that is written so.
pub fn one_of<T: Copy + Serialize>(all: &[T], written: &JsValue) -> Option<T> {
    let same = |one: &&T| to_js(*one).is_ok_and(|one| one == *written);
    all.iter().find(same).copied()
}

/// What is wrong, what it is, and what it may be.
pub fn wrong(name: &str, value: &JsValue, allowed: &str) -> JsError {
    JsError::new(&format!("{name}有误：得到 {}，应为 {allowed}", told(value)))
}

/// A value as one would write it.
fn told(value: &JsValue) -> String {
    let told = format!("{value:?}");
    let inner = told
        .strip_prefix("JsValue(")
        .and_then(|told| told.strip_suffix(')'));
    inner.unwrap_or(&told).to_owned()
}
