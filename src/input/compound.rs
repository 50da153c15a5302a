//! Compound files ([MS-CFB]), the container of Word 97 to 2003 and of encrypted documents: the streams at the top of it, by name.
//!
//! What is damaged gives as much of a stream as there is. No sector is read twice for a stream, so that a loop ends.

use super::bytes::{part, size_at, u8_at, u16_at, u32_at, utf16};

/// What every compound file begins with.
pub(super) const MARK: &[u8] = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1";

/// No sector has this number or a higher one.
const NO_SECTOR: u32 = 0xffff_fffa;
/// No entry of the directory has this number.
const NO_ENTRY: u32 = u32::MAX;
/// Bytes of an entry of the directory, and of a small sector.
const ENTRY: usize = 128;
const SMALL: usize = 64;

pub(super) struct Compound<'a> {
    bytes: &'a [u8],
    sector: usize,
    /// For each sector the one that follows.
    next: Vec<u32>,
    directory: Vec<u8>,
    /// Streams under this size lie in small sectors.
    cutoff: usize,
    small_next: Vec<u32>,
    small: Vec<u8>,
}

impl<'a> Compound<'a> {
    /// None where it is no compound file, or nothing of its directory is left.
    pub(super) fn open(bytes: &'a [u8]) -> Option<Self> {
        let shift = u16_at(bytes, 30).filter(|shift| matches!(shift, 9 | 12))?;
        if !bytes.starts_with(MARK) {
            return None;
        }
        let mut file = Self {
            bytes,
            sector: 1 << shift,
            next: Vec::new(),
            directory: Vec::new(),
            cutoff: size_at(bytes, 56)?,
            small_next: Vec::new(),
            small: Vec::new(),
        };
        file.next = file.table();
        file.directory = file.chain(u32_at(bytes, 48)?, usize::MAX);
        file.small_next = numbers(&file.chain(u32_at(bytes, 60)?, usize::MAX));
        let (start, size) = file.place(0)?;
        file.small = file.chain(start, size);
        Some(file)
    }

    /// The numbers of the entries at the top: what the root holds, not what lies in storages below it.
    fn top(&self) -> Vec<u32> {
        let mut found = Vec::new();
        let mut seen = vec![false; self.directory.len() / ENTRY];
        let mut waiting = vec![self.number(0, 76).unwrap_or(NO_ENTRY)];
        while let Some(entry) = waiting.pop() {
            let Some(seen) = usize::try_from(entry).ok().and_then(|n| seen.get_mut(n)) else {
                continue;
            };
            if !std::mem::replace(seen, true) {
                found.push(entry);
                waiting.extend([68, 72].iter().filter_map(|&at| self.number(entry, at)));
            }
        }
        found
    }

    /// Whether there is a stream or storage of that name at the top.
    pub(super) fn has(&self, name: &str) -> bool {
        self.find(name).is_some()
    }

    /// What is in the stream of that name at the top.
    pub(super) fn stream(&self, name: &str) -> Option<Vec<u8>> {
        let (start, size) = self.place(self.find(name)?)?;
        Some(if size < self.cutoff {
            self.small_chain(start, size)
        } else {
            self.chain(start, size)
        })
    }

    fn find(&self, name: &str) -> Option<u32> {
        let wanted: Vec<u16> = name.encode_utf16().collect();
        self.top().into_iter().find(|&entry| {
            self.entry(entry).is_some_and(|entry| {
                let length = u16_at(entry, 64).map(usize::from);
                length == Some(2 * wanted.len() + 2)
                    && u8_at(entry, 66).is_some_and(|kind| matches!(kind, 1 | 2))
                    && utf16(entry, 0, wanted.len()).is_some_and(|units| units == wanted)
            })
        })
    }

    fn entry(&self, number: u32) -> Option<&[u8]> {
        let at = usize::try_from(number).ok()?.checked_mul(ENTRY)?;
        part(&self.directory, at, ENTRY)
    }

    fn number(&self, entry: u32, at: usize) -> Option<u32> {
        u32_at(self.entry(entry)?, at)
    }

    /// The first sector and the size of the stream of an entry.
    fn place(&self, entry: u32) -> Option<(u32, usize)> {
        let entry = self.entry(entry)?;
        Some((u32_at(entry, 116)?, size_at(entry, 120)?))
    }

    /// The table of sectors: its own sectors are named in the header, and where there are many in further sectors.
    fn table(&self) -> Vec<u32> {
        let mut parts: Vec<u32> = (0..109)
            .filter_map(|n| u32_at(self.bytes, 76 + 4 * n))
            .collect();
        let most = self.bytes.len() / self.sector;
        let mut more = u32_at(self.bytes, 68).unwrap_or(NO_SECTOR);
        for _ in 0..most {
            let Some(sector) = self.sector_at(more) else {
                break;
            };
            let mut listed = numbers(sector);
            more = listed.pop().unwrap_or(NO_SECTOR);
            parts.extend(listed);
        }
        parts.retain(|&part| part < NO_SECTOR);
        parts.truncate(most);
        let sectors = parts.into_iter().map_while(|part| self.sector_at(part));
        let mut table: Vec<u32> = sectors.flat_map(numbers).collect();
        table.truncate(most + 1);
        table
    }

    /// The bytes of a sector; the last of a file that was cut off is shorter.
    fn sector_at(&self, number: u32) -> Option<&'a [u8]> {
        let number = usize::try_from(number).ok()?;
        let start = number.checked_add(1)?.checked_mul(self.sector)?;
        let rest = self.bytes.get(start..).filter(|rest| !rest.is_empty())?;
        rest.get(..self.sector).or(Some(rest))
    }

    /// The sectors from one on, no more than `size` bytes.
    fn chain(&self, start: u32, size: usize) -> Vec<u8> {
        follow(start, size, &self.next, |number| self.sector_at(number))
    }

    fn small_chain(&self, start: u32, size: usize) -> Vec<u8> {
        follow(start, size, &self.small_next, |number| {
            part(
                &self.small,
                usize::try_from(number).ok()?.checked_mul(SMALL)?,
                SMALL,
            )
        })
    }
}

fn follow<'s>(
    start: u32,
    size: usize,
    next: &[u32],
    sector: impl Fn(u32) -> Option<&'s [u8]>,
) -> Vec<u8> {
    let mut out = Vec::new();
    let mut seen = vec![false; next.len()];
    let mut number = start;
    while out.len() < size
        && let Some(at) = usize::try_from(number).ok()
        && let Some(seen) = seen.get_mut(at).filter(|seen| !**seen)
        && let Some(bytes) = sector(number)
    {
        *seen = true;
        out.extend_from_slice(bytes);
        number = next.get(at).copied().unwrap_or(NO_SECTOR);
    }
    out.truncate(size);
    out
}

fn numbers(bytes: &[u8]) -> Vec<u32> {
    let words = bytes.as_chunks().0;
    words.iter().map(|&word| u32::from_le_bytes(word)).collect()
}
