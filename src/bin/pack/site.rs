//! The page as it is put up: which file lies where, under what name the build goes, and what its service worker keeps.

use std::collections::BTreeMap;
use std::sync::{Mutex, MutexGuard, PoisonError};

use super::files::{Files, brotli, gzip, sha256, sha256_hex};
use super::single::{SCRIPT, single};
use super::styles::bundled;
use super::wasm::ordered;

/// The single-file edition.
pub const SINGLE: &str = "法治年报核对.html";
const PAGE: &str = "index.html";
const WORKER: &str = "sw.js";

/// What lies in the folder of the build: all that the page asks for by a name that could mean another file tomorrow.
const IN_BUILD: [&str; 3] = ["css", "js", "wasm"];
/// What no page asks for: instructions for servers.
const NOT_KEPT: [&str; 1] = ["_headers"];
/// What gets smaller when it is packed.
const PACKED: [&str; 7] = ["css", "html", "js", "json", "svg", "wasm", "webmanifest"];

/// Where the page is told of the single-file edition.
const SINGLE_HASH: &str = "{{single-hash}}";
const SINGLE_SIZE: &str = "{{single-size}}";

fn extension(name: &str) -> &str {
    name.rsplit_once('.').map_or("", |(_, extension)| extension)
}

/// The built files as they are put up.
pub fn packed(built: Files) -> Result<Files, String> {
    let (mut built, page) = bundled(&built, built.text(PAGE)?)?;
    for (name, wasm) in each(wasms(&built), ordered)? {
        built.put(name, wasm);
    }
    let wasms = each(wasms(&built), |_, bytes| gzip(bytes))?;
    let single = single(&built, &page, &wasms)?.into_bytes();
    built.remove(SCRIPT);
    let page = told(&page, &single)?;

    // The name of the build speaks for every byte of it, those of the service worker among them.
    let worker = include_str!("../../web/sw.js");
    let mut all = format!("{}{}", sha256(page.as_bytes()), sha256(worker.as_bytes()));
    for (name, bytes) in built.iter().filter(|(name, _)| *name != PAGE) {
        all += &format!("{name}{}", sha256(bytes));
    }
    let build = format!("build-{}", &sha256_hex(all.as_bytes())[..12]);

    let mut site = Files::default();
    for (name, bytes) in built.iter().filter(|(name, _)| *name != PAGE) {
        let inside = IN_BUILD.contains(&extension(name));
        let name = if inside {
            format!("{build}/{name}")
        } else {
            name.to_owned()
        };
        site.put(name, bytes.to_vec());
    }
    site.put(PAGE.to_owned(), moved(&page, &built, &build)?.into_bytes());
    site.put(
        WORKER.to_owned(),
        format!("{}{worker}", list(&site, &build)).into_bytes(),
    );
    site.put(SINGLE.to_owned(), single);
    add_packed(&mut site, &wasms)?;
    Ok(site)
}

fn wasms(files: &Files) -> Vec<(&str, &[u8])> {
    let wasms = files.iter().filter(|(name, _)| name.ends_with(".wasm"));
    wasms.collect()
}

/// What is made of each file, by its name; all cores work at it, since packing takes long.
fn each<T: Send>(
    files: Vec<(&str, &[u8])>,
    make: impl Fn(&str, &[u8]) -> Result<T, String> + Sync,
) -> Result<BTreeMap<String, T>, String> {
    let cores = std::thread::available_parallelism().map_or(1, usize::from);
    let next = Mutex::new(files.into_iter());
    let made = Mutex::new(Ok(BTreeMap::new()));
    std::thread::scope(|scope| {
        for _ in 0..cores {
            scope.spawn(|| {
                while let Some((name, bytes)) = locked(&next).next() {
                    let result = make(name, bytes);
                    let mut made = locked(&made);
                    match (result, &mut *made) {
                        (Ok(result), Ok(all)) => drop(all.insert(name.to_owned(), result)),
                        (Err(why), _) => *made = Err(why),
                        (Ok(_), Err(_)) => {}
                    }
                }
            });
        }
    });
    made.into_inner().unwrap_or_else(PoisonError::into_inner)
}

fn locked<T>(lock: &Mutex<T>) -> MutexGuard<'_, T> {
    lock.lock().unwrap_or_else(PoisonError::into_inner)
}

/// The page with the size and the hash of the single-file edition.
fn told(page: &str, single: &[u8]) -> Result<String, String> {
    for place in [SINGLE_HASH, SINGLE_SIZE] {
        if page.matches(place).count() != 1 {
            return Err(format!("index.html has no {place}, or more than one"));
        }
    }
    // In tenths of a million.
    let tenths = single.len().div_ceil(100_000);
    let size = format!("{}.{} MB", tenths / 10, tenths % 10);
    Ok(page
        .replace(SINGLE_HASH, &sha256_hex(single))
        .replace(SINGLE_SIZE, &size))
}

/// The page with the addresses of what lies in the folder of the build.
fn moved(page: &str, built: &Files, build: &str) -> Result<String, String> {
    let mut page = page.to_owned();
    let mut asked = Vec::new();
    for name in built
        .names()
        .filter(|name| IN_BUILD.contains(&extension(name)))
    {
        let address = format!("\"./{name}\"");
        if page.contains(&address) {
            asked.push(name);
            page = page.replace(&address, &format!("\"./{build}/{name}\""));
        }
    }
    for kind in ["boot.js", ".css"] {
        if !asked.iter().any(|name| name.ends_with(kind)) {
            return Err(format!(
                "index.html does not ask for ./{kind} in the way that pack knows"
            ));
        }
    }
    Ok(page)
}

/// What is written into the service worker: the build and its files with their hashes. The page goes under the address of its folder.
fn list(site: &Files, build: &str) -> String {
    let mut out = format!("const BUILD = \"{build}\";\nconst FILES = {{\n");
    for (name, bytes) in site.iter().filter(|(name, _)| !NOT_KEPT.contains(name)) {
        let address = if name == PAGE { "./" } else { name };
        out += &format!("  \"{address}\": \"{}\",\n", sha256(bytes));
    }
    out + "};\n\n"
}

/// Puts beside each file those that a server may send in its place. The wasms have been packed by gzip already.
fn add_packed(site: &mut Files, wasms: &BTreeMap<String, Vec<u8>>) -> Result<(), String> {
    let plain = site.clone();
    // The single file is packed inside.
    let gains = |name: &str| PACKED.contains(&extension(name)) && name != SINGLE;
    let files = plain.iter().filter(|(name, _)| gains(name)).collect();
    let packed = each(files, |name, bytes| {
        let known = name.rsplit('/').next().and_then(|name| wasms.get(name));
        let gzip = known.map_or_else(|| gzip(bytes), |known| Ok(known.clone()))?;
        let both = [("gz", gzip), ("br", brotli(bytes)?)];
        Ok(both.map(|(kind, packed)| (kind, Some(packed).filter(|it| it.len() < bytes.len()))))
    })?;
    for (name, both) in packed {
        for (kind, packed) in both {
            if let Some(packed) = packed {
                site.put(format!("{name}.{kind}"), packed);
            }
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    const PAGE_TEXT: &str = r#"<meta http-equiv="Content-Security-Policy" content=""><link rel="icon" href="./icon.svg">
<link rel="stylesheet" href="./a-1.css"><script type="module" src="./boot.js" data-glue="app-1.js" data-wasm="app-1_bg.wasm"></script>
<link rel="preload" href="./app-1_bg.wasm"><link rel="modulepreload" href="./app-1.js"><body><template id="offline-words">{{single-hash}} {{single-size}}</template></body>"#;

    fn built(style: &str) -> Files {
        let glue = "function a(){}export{a as default};\n";
        let files = [
            ("index.html", PAGE_TEXT),
            ("a-1.css", style),
            ("app-1.js", glue),
            ("app-1_bg.wasm", "\0asm\u{1}\0\0\0"),
            ("boot.js", "boot"),
            ("single.js", "glues.app();"),
            ("icon.svg", "<svg/>"),
            ("_headers", "/*"),
        ];
        files
            .map(|(name, text)| (name.to_owned(), text.as_bytes().to_vec()))
            .into_iter()
            .collect()
    }

    fn build(site: &Files) -> String {
        let worker = site.text(WORKER).unwrap();
        worker.split('"').nth(1).unwrap().to_owned()
    }

    #[test]
    fn code_lies_in_the_folder_of_the_build_and_is_asked_for_there() {
        let site = packed(built("a{}")).unwrap();
        let build = build(&site);
        let page = site.text(PAGE).unwrap();
        for name in ["style.css", "boot.js", "app-1.js", "app-1_bg.wasm"] {
            assert!(page.contains(&format!("\"./{build}/{name}\"")), "{name}");
            assert!(site.bytes(&format!("{build}/{name}")).is_ok(), "{name}");
        }
        assert!(page.contains("\"./icon.svg\"") && site.bytes("icon.svg").is_ok());
    }

    #[test]
    fn the_service_worker_lists_all_but_what_is_named() {
        let site = packed(built("a{}")).unwrap();
        let worker = site.text(WORKER).unwrap();
        for (name, bytes) in site.iter() {
            let address = if name == PAGE { "./" } else { name };
            let listed = worker.contains(&format!("\"{address}\": \"{}\"", sha256(bytes)));
            let not = [WORKER, SINGLE, "_headers"].contains(&name)
                || ["gz", "br"].contains(&extension(name));
            assert_eq!(listed, !not, "{name}");
        }
    }

    #[test]
    fn a_change_of_anything_is_another_build_and_no_change_is_none() {
        let [one, same, other] = ["a{}", "a{}", "b{}"].map(|style| packed(built(style)).unwrap());
        assert!(one.iter().eq(same.iter()));
        assert_ne!(build(&one), build(&other));
    }

    #[test]
    fn the_page_tells_the_hash_of_the_single_file() {
        let site = packed(built("a{}")).unwrap();
        let hash = sha256_hex(site.bytes(SINGLE).unwrap());
        assert!(site.text(PAGE).unwrap().contains(&format!("{hash} 0.1 MB")));
        assert!(!site.text(SINGLE).unwrap().contains("{{"));
    }

    #[test]
    fn a_page_of_another_form_is_refused() {
        let refused = |from: &str, to: &str| {
            let mut files = built("a{}");
            files.put(PAGE.to_owned(), PAGE_TEXT.replace(from, to).into_bytes());
            packed(files).err().unwrap()
        };
        assert!(refused(SINGLE_HASH, "").contains(SINGLE_HASH));
        assert!(refused("\"./boot.js\"", "'./boot.js'").contains("boot.js"));
    }
}
