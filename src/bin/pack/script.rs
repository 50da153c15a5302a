//! Modules of JavaScript as parts of one script: what `wasm-bindgen` writes becomes a function, what stands in `src/web` plain code.
//!
//! It reads no JavaScript, it knows the form these files have, line by line; where that has changed it says so.

/// The glue of a wasm as a function that makes a new one, with what it exports as its value.
pub fn glue(name: &str, code: &str) -> Result<String, String> {
    const LAST: &str = "export { initSync, __wbg_init as default };";
    let changed = |what: &str| {
        format!("{name}.js is not of the form that wasm-bindgen 0.2.130 writes: {what}")
    };
    let mut exported = Vec::new();
    let mut out = String::from("() => {\n");
    let mut ended = false;
    for line in code.lines() {
        if line == LAST {
            ended = true;
            continue;
        }
        let line = match line.strip_prefix("export ") {
            Some(declared) => {
                exported.push(declared_name(declared).ok_or_else(|| changed(line))?);
                declared
            }
            None => line,
        };
        if line.starts_with("import ") {
            return Err(changed(line));
        }
        out += line;
        out.push('\n');
    }
    if !ended {
        return Err(changed("its last export is missing"));
    }
    // Where it would look for its wasm, if it were not given one.
    let address = format!("new URL('{}_bg.wasm', import.meta.url)", plain(name));
    if out.matches(&address).count() != 1 {
        return Err(changed("the address of the wasm is missing"));
    }
    let mut out = out.replace(&address, "undefined");
    if out.contains("import.meta") {
        return Err(changed("import.meta"));
    }
    out += "return { default: __wbg_init";
    for name in exported {
        out += ", ";
        out += name;
    }
    out += " };\n}";
    Ok(out)
}

/// The name of a wasm without the hash that Trunk gives to that of the page.
pub fn plain(name: &str) -> &str {
    name.split('-').next().unwrap_or(name)
}

fn declared_name(declared: &str) -> Option<&str> {
    let named = declared
        .strip_prefix("function ")
        .or_else(|| declared.strip_prefix("class "))?;
    named.split(['(', ' ', '{']).next()
}

/// A module of `src/web` without its imports and exports: the others it needs stand before it.
pub fn inlined(code: &str) -> String {
    let lines = code.lines().filter(|line| !line.starts_with("import {"));
    let lines = lines.map(|line| line.strip_prefix("export ").unwrap_or(line));
    lines.flat_map(|line| [line, "\n"]).collect()
}

/// A script that can stand in a page: nothing in it ends it early.
pub fn in_page(code: String) -> Result<String, String> {
    let small = code.to_ascii_lowercase();
    match ["</script", "<script", "<!--"]
        .into_iter()
        .find(|end| small.contains(end))
    {
        Some(end) => Err(format!("the script of the single file holds {end}")),
        None => Ok(code),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const GLUE: &str = "export class A {\n}\nexport function check(text) {\n}\nlet wasm;\n\
        module = new URL('app_bg.wasm', import.meta.url);\nexport { initSync, __wbg_init as default };\n";

    #[test]
    fn glue_becomes_a_function() {
        let function = glue("app-0f1e", GLUE).unwrap();
        assert_eq!(
            function,
            "() => {\nclass A {\n}\nfunction check(text) {\n}\nlet wasm;\nmodule = undefined;\n\
             return { default: __wbg_init, A, check };\n}"
        );
    }

    #[test]
    fn glue_of_another_form_is_refused() {
        let refused = |from, to| glue("app", &GLUE.replace(from, to)).unwrap_err();
        assert!(refused("__wbg_init as", "init as").contains("init as default"));
        assert!(refused("export {", "// {").contains("last export"));
        assert!(refused("app_bg", "other_bg").contains("address"));
        assert!(
            refused("let wasm", "import { a } from './snippets/a.js'; let wasm")
                .contains("import {")
        );
        assert!(refused("export class", "export const").contains("export const"));
        assert!(refused("let wasm", "import.meta.env; let wasm").contains("import.meta"));
    }

    #[test]
    fn our_own_modules_lose_their_joints() {
        let code = "// Says.\nimport { b } from \"./b.js\";\n\nexport class A {}\n";
        assert_eq!(inlined(code), "// Says.\n\nclass A {}\n");
    }

    #[test]
    fn a_script_must_not_end_early() {
        assert!(in_page("a < b".to_owned()).is_ok());
        assert!(in_page("'</Script>'".to_owned()).is_err());
    }
}
