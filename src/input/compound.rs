//! Compound files ([MS-CFB]), the container of Word 97 to 2003 and of encrypted documents: the streams at the top of it, by name.
//!
//! What is damaged gives as much of a stream as there is. No sector is read twice for a stream, so that a loop ends.

use super::bytes::{part, size_at, u8_at, u16_at, u32_at};

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
        };
        file.next = file.table();
        file.directory = file.chain(u32_at(bytes, 48)?, usize::MAX);
        (!file.directory.is_empty()).then_some(file)
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

    /// What is in the stream of that name at the top.
    pub(super) fn stream(&self, name: &str) -> Option<Vec<u8>> {
        let (start, size) = self.place(self.find(name)?)?;
        if size < self.cutoff {
            self.small_chain(start, size)
        } else {
            Some(self.chain(start, size))
        }
    }

    fn find(&self, name: &str) -> Option<u32> {
        let named = |&entry: &u32| self.entry(entry).is_some_and(|it| is_named(it, name));
        self.top().into_iter().find(named)
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

    /// The small sectors from one on; they lie in the stream of the root.
    fn small_chain(&self, start: u32, size: usize) -> Option<Vec<u8>> {
        let next = numbers(&self.chain(u32_at(self.bytes, 60)?, usize::MAX));
        let (all_start, all_size) = self.place(0)?;
        let all = self.chain(all_start, all_size);
        Some(follow(start, size, &next, |number| {
            part(
                &all,
                usize::try_from(number).ok()?.checked_mul(SMALL)?,
                SMALL,
            )
        }))
    }
}

/// Whether there is a stream or storage of that name anywhere in the file, which is quicker to tell than where it is.
pub(super) fn holds(bytes: &[u8], name: &str) -> bool {
    bytes.chunks(ENTRY).any(|entry| is_named(entry, name))
}

/// Whether an entry of the directory is a stream or storage of that name, which is in ASCII.
fn is_named(entry: &[u8], name: &str) -> bool {
    let same = |(unit, byte): (&[u8; 2], u8)| *unit == [byte, 0];
    u16_at(entry, 64).map(usize::from) == Some(2 * name.len() + 2)
        && matches!(u8_at(entry, 66), Some(1 | 2))
        && entry.as_chunks().0.iter().zip(name.bytes()).all(same)
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

#[cfg(test)]
pub(super) mod tests {
    use super::*;

    /// A compound file with these streams at its top, each in sectors of its own.
    pub(in crate::input) fn compound(streams: &[(&str, &[u8])]) -> Vec<u8> {
        const SECTOR: usize = 512;
        let sectors = |bytes: &[u8]| bytes.len().div_ceil(SECTOR).max(1);
        let directory_sectors = (streams.len() + 1).div_ceil(SECTOR / ENTRY);
        // The table, the directory, the streams.
        let mut table = vec![0xffff_fffd];
        let chain = |table: &mut Vec<u32>, length: usize| {
            let first = u32::try_from(table.len()).unwrap();
            table.extend((1..length).map(|n| first + u32::try_from(n).unwrap()));
            table.push(0xffff_fffe);
            first
        };
        let directory_at = chain(&mut table, directory_sectors);
        let mut directory = entry("Root Entry", 5, 1, (0xffff_fffe, 0));
        let mut content = Vec::new();
        for (n, (name, bytes)) in streams.iter().enumerate() {
            let start = chain(&mut table, sectors(bytes));
            let mut entry = entry(name, 2, u32::MAX, (start, bytes.len()));
            if n + 1 < streams.len() {
                entry[72..76].copy_from_slice(&u32::try_from(n + 2).unwrap().to_le_bytes());
            }
            directory.extend(entry);
            content.extend_from_slice(bytes);
            content.resize(
                content
                    .len()
                    .next_multiple_of(SECTOR)
                    .max(SECTOR * (table.len() - 1 - directory_sectors)),
                0,
            );
        }
        directory.resize(directory_sectors * SECTOR, 0);
        assert!(table.len() <= SECTOR / 4, "one sector holds the table");
        table.resize(SECTOR / 4, u32::MAX);
        let mut header = [0xff; SECTOR];
        header[..30].fill(0);
        header[..MARK.len()].copy_from_slice(MARK);
        header[30..34].copy_from_slice(&[9, 0, 6, 0]);
        header[48..52].copy_from_slice(&directory_at.to_le_bytes());
        // No stream is small.
        header[56..60].fill(0);
        header[76..80].fill(0);
        let table = table.into_iter().flat_map(u32::to_le_bytes);
        header
            .into_iter()
            .chain(table)
            .chain(directory)
            .chain(content)
            .collect()
    }

    fn entry(name: &str, kind: u8, child: u32, (start, size): (u32, usize)) -> Vec<u8> {
        let mut entry: Vec<u8> = name.encode_utf16().flat_map(u16::to_le_bytes).collect();
        let length = u16::try_from(entry.len() + 2).unwrap();
        entry.resize(64, 0);
        entry.extend(length.to_le_bytes());
        entry.extend([kind, 1]);
        for sibling in [u32::MAX, u32::MAX, child] {
            entry.extend(sibling.to_le_bytes());
        }
        entry.resize(116, 0);
        entry.extend(start.to_le_bytes());
        entry.extend(u64::try_from(size).unwrap().to_le_bytes());
        entry
    }

    #[test]
    fn streams_are_found_by_name() {
        let long: Vec<u8> = (0..5000u32).map(|n| n.to_le_bytes()[0]).collect();
        let file = compound(&[("WordDocument", &long), ("1Table", b"words")]);
        assert!(holds(&file, "1Table") && !holds(&file, "Table"));
        let file = Compound::open(&file).unwrap();
        assert_eq!(file.stream("WordDocument"), Some(long));
        assert_eq!(file.stream("1Table").as_deref(), Some(&b"words"[..]));
        assert_eq!(file.stream("0Table"), None);
    }

    #[test]
    fn what_is_left_of_a_damaged_file_is_read() {
        let whole = compound(&[("WordDocument", &[b'a'; 2000])]);
        let cut = &whole[..whole.len() - 1000];
        let left = Compound::open(cut).unwrap().stream("WordDocument").unwrap();
        assert_eq!(left, vec![b'a'; 1048]);
        assert!(Compound::open(&whole[..40]).is_none());
    }

    #[test]
    fn loops_end() {
        let mut file = compound(&[("WordDocument", &[b'a'; 2000])]);
        // The stream's third sector leads to its first; a name is its own neighbour.
        file[512 + 4 * 4..][..4].copy_from_slice(&2u32.to_le_bytes());
        file[1024 + 128 + 68..][..4].copy_from_slice(&1u32.to_le_bytes());
        let file = Compound::open(&file).unwrap();
        assert_eq!(file.stream("WordDocument").map(|it| it.len()), Some(1536));
    }
}
