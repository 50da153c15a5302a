//! Numbers in binary files, low byte first; none where the file ends before them.

pub(super) fn u8_at(bytes: &[u8], at: usize) -> Option<u8> {
    bytes.get(at).copied()
}

pub(super) fn u16_at(bytes: &[u8], at: usize) -> Option<u16> {
    Some(u16::from_le_bytes(array(bytes, at)?))
}

pub(super) fn u32_at(bytes: &[u8], at: usize) -> Option<u32> {
    Some(u32::from_le_bytes(array(bytes, at)?))
}

/// A number that says a place or a length in the file.
pub(super) fn size_at(bytes: &[u8], at: usize) -> Option<usize> {
    u32_at(bytes, at).and_then(|n| usize::try_from(n).ok())
}

/// As many bytes as are said from a place on.
pub(super) fn part(bytes: &[u8], at: usize, length: usize) -> Option<&[u8]> {
    bytes.get(at..at.checked_add(length)?)
}

/// As many units of UTF-16 as are said from a place on.
pub(super) fn utf16(bytes: &[u8], at: usize, units: usize) -> Option<Vec<u16>> {
    let pairs = part(bytes, at, units.checked_mul(2)?)?.as_chunks().0;
    Some(pairs.iter().map(|&pair| u16::from_le_bytes(pair)).collect())
}

fn array<const N: usize>(bytes: &[u8], at: usize) -> Option<[u8; N]> {
    part(bytes, at, N)?.try_into().ok()
}
