//! Damaged and hostile files: thousands of seeded mutations of every fixture end with a text or with a reason, and never with a panic, nor with more
//! text than there can be.

mod random;

use std::fs;
use std::io::{Cursor, Read, Write};
use std::path::PathBuf;
use std::thread;

use fazhi_check::input;
use random::Random;
use zip::write::SimpleFileOptions;
use zip::{ZipArchive, ZipWriter};

/// All mutations, of all fixtures together.
const MUTATIONS: usize = 10_000;
/// Larger fixtures are of no use here: what breaks a reader breaks it in the small ones.
const LARGEST: u64 = 60_000;
/// Text of so many bytes for each byte of a file, and a little more, is too much: a deflated file of spaces has a thousand.
const MOST: usize = 1100;

struct Fixture {
    name: String,
    bytes: Vec<u8>,
    /// What is in it, where it is a package.
    parts: Vec<(String, Vec<u8>)>,
}

fn fixtures() -> Vec<Fixture> {
    let folders = ["tests/fixtures", "tests/pdf"];
    let files = folders.map(|folder| fs::read_dir(folder).unwrap());
    let files = files.into_iter().flatten();
    let mut paths: Vec<PathBuf> = files
        .map(|entry| entry.unwrap())
        .filter(|entry| entry.metadata().unwrap().len() <= LARGEST)
        .map(|entry| entry.path())
        .collect();
    paths.sort();
    paths
        .iter()
        .map(|path| {
            let bytes = fs::read(path).unwrap();
            Fixture {
                name: path.display().to_string(),
                parts: parts(&bytes),
                bytes,
            }
        })
        .collect()
}

fn parts(bytes: &[u8]) -> Vec<(String, Vec<u8>)> {
    let Ok(mut package) = ZipArchive::new(Cursor::new(bytes)) else {
        return Vec::new();
    };
    let mut parts = Vec::new();
    for n in 0..package.len() {
        let Ok(mut part) = package.by_index(n) else {
            continue;
        };
        let mut content = Vec::new();
        part.read_to_end(&mut content).unwrap();
        parts.push((part.name().unwrap().into_owned(), content));
    }
    parts
}

fn pack(parts: &[(String, Vec<u8>)]) -> Vec<u8> {
    let mut package = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, content) in parts {
        let started = package.start_file(name.as_str(), SimpleFileOptions::default());
        started.unwrap();
        package.write_all(content).unwrap();
    }
    package.finish().unwrap().into_inner()
}

fn mutated(fixture: &Fixture, random: &mut Random) -> Vec<u8> {
    if fixture.parts.is_empty() || random.below(3) == 0 {
        return damaged(&fixture.bytes, random);
    }
    let mut parts = fixture.parts.clone();
    let n = random.below(parts.len());
    parts[n].1 = damaged(&parts[n].1, random);
    pack(&parts)
}

/// One to four kinds of damage, one after the other.
fn damaged(bytes: &[u8], random: &mut Random) -> Vec<u8> {
    let mut out = bytes.to_vec();
    for _ in 0..=random.below(4) {
        if out.is_empty() {
            break;
        }
        let at = random.below(out.len());
        let length = 1 + random.below(out.len().min(400));
        let end = (at + length).min(out.len());
        match random.below(8) {
            0 => out[at] ^= 1 << random.below(8),
            1 => out[at..end]
                .iter_mut()
                .for_each(|byte| *byte = random.next() as u8),
            2 => out.truncate(at),
            3 => {
                let doubled = out[at..end].to_vec();
                out.splice(at..at, doubled);
            }
            4 => {
                let from = random.below(out.len());
                let piece = out[from..(from + length).min(out.len())].to_vec();
                out.splice(at..end, piece);
            }
            5 => {
                out.drain(at..end);
            }
            // A number that is too large, or that says nothing, where headers have sizes and places.
            6 => {
                let at = random.below(out.len().min(1024));
                let number = [0, 1, 0x7fff_ffff, u32::MAX, 0x4000_0000][random.below(5)];
                let number: [u8; 4] = u32::to_le_bytes(number);
                out.iter_mut()
                    .skip(at)
                    .zip(number)
                    .for_each(|(byte, new)| *byte = new);
            }
            _ => {
                let digits = out.iter().enumerate().skip(at);
                if let Some((digit, _)) = digits.clone().find(|(_, byte)| byte.is_ascii_digit()) {
                    out.splice(digit..=digit, *b"999999999");
                }
            }
        }
    }
    out
}

fn survives(fixture: &Fixture, mutation: &[u8], seed: u64) {
    let told = |what| format!("{what}: {} with seed {seed}", fixture.name);
    let read = || match input::read(mutation) {
        Ok(text) => text.len(),
        Err(_) => input::unpack(mutation).map_or(0, |members| {
            let texts = members.iter().map(|it| input::read(&it.bytes));
            texts.map(|text| text.map_or(0, |text| text.len())).sum()
        }),
    };
    let length = std::panic::catch_unwind(read).unwrap_or_else(|_| panic!("{}", told("panic")));
    let most = MOST * mutation.len() + 1_000_000;
    assert!(length <= most, "{}", told("too much text"));
}

#[test]
fn no_mutation_of_a_file_harms() {
    let fixtures = fixtures();
    assert!(fixtures.len() >= 40, "only {} fixtures", fixtures.len());
    let threads = thread::available_parallelism().map_or(2, usize::from);
    thread::scope(|scope| {
        for first in 0..threads {
            let fixtures = &fixtures;
            scope.spawn(move || {
                for n in (first..MUTATIONS).step_by(threads) {
                    let fixture = &fixtures[n % fixtures.len()];
                    let seed = n as u64;
                    survives(fixture, &mutated(fixture, &mut Random(seed)), seed);
                }
            });
        }
    });
}
