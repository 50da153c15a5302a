//! The single-file edition: the page with all that it needs inside, which opens from a disk without any server.

use base64::prelude::{BASE64_STANDARD, Engine};

use std::collections::BTreeMap;

use super::files::{Files, sha256};
use super::html::{Tag, end, replaced, tags};
use super::script::{glue, in_page, plain};

/// Makes it out of the files of the built page, and of its wasms as gzip has packed them.
pub fn single(
    site: &Files,
    page: &str,
    packed: &BTreeMap<String, Vec<u8>>,
) -> Result<String, String> {
    let script = script(site)?;
    let mut styles = String::new();
    let mut edits = Vec::new();

    for tag in tags(page, "link")? {
        let file = || site.text(tag.get("href").unwrap_or_default());
        let words = match tag.get("rel") {
            Some("stylesheet") => {
                styles += file()?;
                String::new()
            }
            Some("icon") => {
                let icon = BASE64_STANDARD.encode(file()?);
                format!("<link rel=\"icon\" href=\"data:image/svg+xml;base64,{icon}\">")
            }
            Some("manifest" | "modulepreload" | "preload") => String::new(),
            other => return Err(format!("the single file knows no <link rel={other:?}>")),
        };
        edits.push((tag.span, words));
    }
    let other = styles.replace("url(\"data:", "").contains("url(");
    if other || styles.contains("@import") || styles.contains("</") {
        return Err("the styles ask for other files, which the single file has not".to_owned());
    }

    let mut old = String::new();
    for tag in tags(page, "script")? {
        let words = match tag.get("src") {
            Some("./boot.js") => format!("<style>{styles}</style>"),
            Some("./old.js") => {
                let code = site.text("old.js")?;
                old = format!("'{}' ", sha256(code.as_bytes()));
                format!("<script nomodule>{code}</script>")
            }
            other => return Err(format!("the single file knows no <script src={other:?}>")),
        };
        edits.push((tag.span.start..end(page, &tag, "script")?, words));
    }
    // What is said of the network and of newer builds.
    let template = one(page, "template", |tag| {
        tag.get("id") == Some("offline-words")
    })?;
    edits.push((
        template.span.start..end(page, &template, "template")?,
        String::new(),
    ));
    let policy = one(page, "meta", |tag| {
        tag.get("http-equiv") == Some("Content-Security-Policy")
    })?;
    let rules = format!(
        "default-src 'none'; script-src {old}'{}' 'wasm-unsafe-eval'; style-src '{}'; img-src data:; connect-src 'none'; base-uri 'none'; form-action 'none'; \
         require-trusted-types-for 'script'; trusted-types fazhi-check",
        sha256(script.as_bytes()),
        sha256(styles.as_bytes())
    );
    edits.push((
        policy.span,
        format!("<meta http-equiv=\"Content-Security-Policy\" content=\"{rules}\">"),
    ));
    let close = page.rfind("</body>").ok_or("the page has no </body>")?;
    edits.push((
        close..close,
        format!(
            "{}<script type=\"module\">{script}</script>\n  ",
            data(site, packed)?
        ),
    ));

    let made = replaced(page, edits);
    match made.find("=\"./") {
        Some(at) => {
            let around: String = made[at..].chars().take(40).collect();
            Err(format!("the single file still asks for another: {around}"))
        }
        None => Ok(made),
    }
}

fn one<'a>(page: &'a str, name: &str, is: impl Fn(&Tag<'a>) -> bool) -> Result<Tag<'a>, String> {
    let found = tags(page, name)?.into_iter().find(is);
    found.ok_or_else(|| format!("the page has not the <{name}> that the single file changes"))
}

/// The names of the wasms, each with its plain one.
fn wasms(site: &Files) -> impl Iterator<Item = (&str, &str)> {
    let names = site
        .names()
        .filter_map(|name| name.strip_suffix("_bg.wasm"));
    names.map(|name| (name, plain(name)))
}

/// Its script, which is no part of the other page.
pub const SCRIPT: &str = "single.js";

fn script(site: &Files) -> Result<String, String> {
    let mut out = String::from("const glues={");
    for (name, plain) in wasms(site) {
        let code = site.text(&format!("{name}.js"))?;
        out += &format!("{plain}:{},", glue(name, code)?);
    }
    out += "};\n";
    out += site.text(SCRIPT)?;
    in_page(out)
}

/// The wasms, packed, as scripts that no browser runs.
fn data(site: &Files, packed: &BTreeMap<String, Vec<u8>>) -> Result<String, String> {
    let mut out = String::new();
    for (name, plain) in wasms(site) {
        let file = format!("{name}_bg.wasm");
        let bytes = packed
            .get(&file)
            .ok_or_else(|| format!("{file} was not packed"))?;
        let bytes = BASE64_STANDARD.encode(bytes);
        out += &format!("<script type=\"text/plain\" id=\"wasm-{plain}\">{bytes}</script>\n  ");
    }
    Ok(out)
}

#[cfg(test)]
mod tests {
    use super::*;

    const PAGE: &str = r#"<head><meta http-equiv="Content-Security-Policy" content="old">
<link rel="icon" href="./icon-1.svg"><link rel="stylesheet" href="./a-1.css"/><link rel="stylesheet" href="./b-1.css"/>
<script type="module" src="./boot.js" data-glue="app-1.js" data-wasm="app-1_bg.wasm"></script>
<link rel="modulepreload" href="./app-1.js"></head><body><template id="offline-words">new</template></body>"#;

    fn site() -> Files {
        let glue = "function a(){}export{a as default};\n";
        let files = [
            ("a-1.css", "a{}".to_owned()),
            ("b-1.css", "b{}".to_owned()),
            ("icon-1.svg", "<svg/>".to_owned()),
            ("app-1.js", glue.to_owned()),
            ("app-1_bg.wasm", "page".to_owned()),
            ("texts.js", glue.to_owned()),
            ("texts_bg.wasm", "rules".to_owned()),
            ("single.js", "glues.app();".to_owned()),
        ];
        files
            .into_iter()
            .map(|(name, text)| (name.to_owned(), text.into_bytes()))
            .collect()
    }

    fn wasms() -> BTreeMap<String, Vec<u8>> {
        ["app-1_bg.wasm", "texts_bg.wasm"]
            .map(|name| (name.to_owned(), name.as_bytes().to_vec()))
            .into()
    }

    #[test]
    fn all_is_inside_and_allowed_by_its_hash() {
        let made = single(&site(), PAGE, &wasms()).unwrap();
        assert_eq!(made, single(&site(), PAGE, &wasms()).unwrap());
        assert!(made.contains("<style>a{}b{}</style>"));
        assert!(made.contains(&sha256(b"a{}b{}")));
        let script = made.split("<script type=\"module\">").nth(1).unwrap();
        let script = script.split("</script>").next().unwrap();
        assert!(made.contains(&sha256(script.as_bytes())));
        assert!(script.contains("app:()=>{") && script.contains("texts:()=>{"));
        assert!(script.ends_with("};\nglues.app();"));
        assert!(made.contains("id=\"wasm-app\"") && made.contains("id=\"wasm-texts\""));
        for gone in ["./", "old", "new</template>", "modulepreload"] {
            assert!(!made.contains(gone), "{gone}");
        }
    }

    #[test]
    fn what_it_does_not_know_is_refused() {
        let refused = |from, to| single(&site(), &PAGE.replace(from, to), &wasms()).unwrap_err();
        assert!(refused("./b-1.css", "./c-1.css").contains("c-1.css"));
        assert!(refused("modulepreload", "canonical").contains("canonical"));
        assert!(refused("./boot.js", "./other.js").contains("other.js"));
        assert!(refused("<body>", "<body><img src=\"./a.png\">").contains("./a.png"));
        assert!(refused("template", "div").contains("template"));
    }
}
