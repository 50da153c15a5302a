//! Files that other programs made, locked ones and damaged ones.

use super::{File, LATIN};
use crate::input::{Unreadable, pdf};

const WORDS: &str = "云溪县司法局2024年度法治政府建设情况报告\n一、主要举措和成效\n全年办理行政复议案件12件，调解结案3件，同比增长8.5%。\n二、存在的不足\n“执法力量”仍显薄弱。\n";

/// Made by reportlab, PyMuPDF and fpdf2, and the first locked by pikepdf with a password that only its owner needs.
const FIXTURES: [&[u8]; 6] = [
    include_bytes!("../../../../tests/pdf/reportlab-ucs2.pdf"),
    include_bytes!("../../../../tests/pdf/mupdf-china-s.pdf"),
    include_bytes!("../../../../tests/pdf/fpdf2.pdf"),
    include_bytes!("../../../../tests/pdf/owner-rc4.pdf"),
    include_bytes!("../../../../tests/pdf/owner-aes128.pdf"),
    include_bytes!("../../../../tests/pdf/owner-aes256.pdf"),
];
const LOCKED: &[u8] = include_bytes!("../../../../tests/pdf/user-aes256.pdf");

#[test]
fn other_programs_files_are_read_with_an_owners_password_too() {
    for (at, bytes) in FIXTURES.into_iter().enumerate() {
        assert_eq!(pdf(bytes).as_deref(), Ok(WORDS), "{at}");
    }
}

#[test]
fn a_password_to_open_it_is_said() {
    assert_eq!(pdf(LOCKED), Err(Unreadable::Encrypted));
}

fn one_page() -> Vec<u8> {
    let content = "BT /F 10 Tf 50 700 Td (one) Tj ET";
    File::default().pages(&[content], &format!("/Font<<{LATIN}>>"), "")
}

#[test]
fn a_file_without_its_table_is_read_all_the_same() {
    let bytes = one_page();
    let cut = bytes.windows(4).position(|it| it == b"xref").unwrap();
    assert_eq!(pdf(&bytes[..cut]).as_deref(), Ok("one\n"));
    let moved = [b"junk from a server\n", &bytes[..]].concat();
    assert_eq!(pdf(&moved).as_deref(), Ok("one\n"));
}

#[test]
fn what_is_no_file_is_damaged() {
    for bytes in [
        &b"%PDF-1.7"[..],
        b"",
        b"%PDF-1.4\nnothing of it",
        &one_page()[..60],
    ] {
        assert_eq!(pdf(bytes), Err(Unreadable::Damaged));
    }
}

/// No change of a few bytes makes it panic or hang.
#[test]
fn mutations_end() {
    let mut state = 20u32;
    let mut random = |below: usize| {
        state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        (state >> 8) as usize % below
    };
    const MARKS: [&[u8]; 10] = [
        b"<<",
        b">>",
        b"[",
        b"]",
        b"(",
        b" 0 R",
        b"stream",
        b"endobj",
        b"99999999999",
        b"-1",
    ];
    let made = one_page();
    let mut files: Vec<&[u8]> = FIXTURES.to_vec();
    files.extend([LOCKED, &made]);
    for round in 0..600 {
        let mut bytes = files[round % files.len()].to_vec();
        for _ in 0..=random(6) {
            let at = random(bytes.len());
            match random(4) {
                0 => bytes[at] = random(256) as u8,
                1 => bytes.truncate(at.max(1)),
                2 => {
                    let mark = MARKS[random(MARKS.len())];
                    bytes.splice(at..at, mark.iter().copied());
                }
                _ => {
                    let end = (at + random(40)).min(bytes.len());
                    bytes.drain(at..end);
                    bytes.push(b' ');
                }
            }
        }
        pdf(&bytes).unwrap_or_default();
    }
}
