//! Modules of JavaScript as parts of one script, in the form that scripts/lean.mjs leaves them in: the last that stands in them is what they export.

/// The glue of a wasm as a function that makes a new one, with what it exports as its value.
pub fn glue(name: &str, code: &str) -> Result<String, String> {
    let changed = |what: &str| format!("{name}.js is not of the form that esbuild writes: {what}");
    let code = code.trim_end();
    let parts = code
        .strip_suffix("};")
        .and_then(|code| code.rsplit_once("export{"));
    let (code, exported) = parts.ok_or_else(|| changed("its last export is missing"))?;
    for other in ["export ", "export{", "import ", "import{", "import."] {
        if code.contains(other) {
            return Err(changed(other));
        }
    }
    let exported: Vec<String> = exported
        .split(',')
        .map(|names| match names.split_once(" as ") {
            Some((own, name)) => format!("{name}:{own}"),
            None => names.to_owned(),
        })
        .collect();
    Ok(format!("()=>{{{code}return{{{}}}}}", exported.join(",")))
}

/// The name of a wasm without the hash that Trunk gives to that of the page.
pub fn plain(name: &str) -> &str {
    name.split('-').next().unwrap_or(name)
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

    const GLUE: &str =
        "function a(t){}let b;async function c(){}export{a as check,b,c as default};\n";

    #[test]
    fn glue_becomes_a_function() {
        let function = glue("app-0f1e", GLUE).unwrap();
        assert_eq!(
            function,
            "()=>{function a(t){}let b;async function c(){}return{check:a,b,default:c}}"
        );
    }

    #[test]
    fn glue_of_another_form_is_refused() {
        let refused = |from, to| glue("app", &GLUE.replace(from, to)).unwrap_err();
        assert!(refused("export{", "// {").contains("last export"));
        assert!(refused("};", "}").contains("last export"));
        for other in ["export let d;", "import {e} from 'e';", "import.meta.env;"] {
            assert!(refused("let b;", other).contains(&other[..6]), "{other}");
        }
    }

    #[test]
    fn a_script_must_not_end_early() {
        assert!(in_page("a < b".to_owned()).is_ok());
        assert!(in_page("'</Script>'".to_owned()).is_err());
    }
}
