//! Makes the page that Trunk has built, and scripts/lean.mjs has made small, ready to be put up: `pack FROM TO`.
//!
//! All code goes into one folder named after the whole build, so that no address ever means two things; `sw.js` gets the list of what is kept for
//! offline use; the single-file edition is made; and beside every file that is smaller for it lie packed ones. The same files give the same bytes.

#[cfg(not(target_arch = "wasm32"))]
mod files;
#[cfg(not(target_arch = "wasm32"))]
mod html;
#[cfg(not(target_arch = "wasm32"))]
mod order;
#[cfg(not(target_arch = "wasm32"))]
mod script;
#[cfg(not(target_arch = "wasm32"))]
mod single;
#[cfg(not(target_arch = "wasm32"))]
mod site;
#[cfg(not(target_arch = "wasm32"))]
mod styles;
#[cfg(not(target_arch = "wasm32"))]
mod wasm;

#[cfg(target_arch = "wasm32")]
fn main() {}

#[cfg(not(target_arch = "wasm32"))]
fn main() -> std::process::ExitCode {
    let paths: Vec<String> = std::env::args().skip(1).collect();
    let packed = match paths.as_slice() {
        [from, to] => run(from.as_ref(), to.as_ref()),
        _ => Err("two folders are wanted: pack FROM TO".to_owned()),
    };
    if let Err(why) = packed {
        eprintln!("pack: {why}");
        return std::process::ExitCode::FAILURE;
    }
    std::process::ExitCode::SUCCESS
}

#[cfg(not(target_arch = "wasm32"))]
fn run(from: &std::path::Path, to: &std::path::Path) -> Result<(), String> {
    let site = site::packed(files::Files::read(from)?)?;
    site.write(to)?;
    let single = site.bytes(site::SINGLE)?;
    println!(
        "{}  {}/{}",
        files::sha256_hex(single),
        to.display(),
        site::SINGLE
    );
    Ok(())
}
