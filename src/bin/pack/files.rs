//! A folder of files in memory, in the order of their names, and what is reckoned of their bytes.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use base64::prelude::{BASE64_STANDARD, Engine};
use sha2::{Digest, Sha256};

/// Files by their names; those of a folder in it have names with a slash.
#[derive(Clone, Default)]
pub struct Files(BTreeMap<String, Vec<u8>>);

impl FromIterator<(String, Vec<u8>)> for Files {
    fn from_iter<T: IntoIterator<Item = (String, Vec<u8>)>>(files: T) -> Self {
        Self(files.into_iter().collect())
    }
}

impl Files {
    /// Reads a folder, which must hold no other folder.
    pub fn read(folder: &Path) -> Result<Self, String> {
        let told = |error| format!("{}: {error}", folder.display());
        let mut files = Self::default();
        for entry in fs::read_dir(folder).map_err(told)? {
            let path = entry.map_err(told)?.path();
            let name = path.file_name().and_then(|name| name.to_str());
            let name = name.ok_or_else(|| format!("{}: no name", path.display()))?;
            let bytes = fs::read(&path).map_err(|error| format!("{}: {error}", path.display()))?;
            files.0.insert(name.to_owned(), bytes);
        }
        Ok(files)
    }

    /// Makes a folder hold these files and no other.
    pub fn write(&self, folder: &Path) -> Result<(), String> {
        if folder.exists() {
            fs::remove_dir_all(folder).map_err(|error| format!("{}: {error}", folder.display()))?;
        }
        for (name, bytes) in &self.0 {
            let path = folder.join(name);
            let parent = path.parent().unwrap_or(folder);
            fs::create_dir_all(parent)
                .and_then(|()| fs::write(&path, bytes))
                .map_err(|error| format!("{}: {error}", path.display()))?;
        }
        Ok(())
    }

    /// The names.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        self.0.keys().map(String::as_str)
    }

    /// The files.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &[u8])> {
        self.0
            .iter()
            .map(|(name, bytes)| (name.as_str(), bytes.as_slice()))
    }

    /// The bytes of a file; `./` before its name is left out of account.
    pub fn bytes(&self, name: &str) -> Result<&[u8], String> {
        let name = name.strip_prefix("./").unwrap_or(name);
        let bytes = self.0.get(name).map(Vec::as_slice);
        bytes.ok_or_else(|| format!("the built page has no file {name:?}"))
    }

    /// The text of a file.
    pub fn text(&self, name: &str) -> Result<&str, String> {
        let text = str::from_utf8(self.bytes(name)?);
        text.map_err(|_| format!("{name} is no text"))
    }

    /// Takes a file away; `./` before its name is left out of account.
    pub fn remove(&mut self, name: &str) {
        self.0.remove(name.strip_prefix("./").unwrap_or(name));
    }

    /// Adds a file, or puts it in the place of one.
    pub fn put(&mut self, name: String, bytes: Vec<u8>) {
        self.0.insert(name, bytes);
    }
}

/// The SHA-256 as policies and lists write it.
pub fn sha256(bytes: &[u8]) -> String {
    format!("sha256-{}", BASE64_STANDARD.encode(Sha256::digest(bytes)))
}

/// The SHA-256 as people compare it.
pub fn sha256_hex(bytes: &[u8]) -> String {
    let digest = Sha256::digest(bytes);
    digest.iter().map(|byte| format!("{byte:02x}")).collect()
}

/// Packed by gzip: slowly, for it is done once and sent often.
pub fn gzip(bytes: &[u8]) -> Result<Vec<u8>, String> {
    let mut out = Vec::new();
    zopfli::compress(
        zopfli::Options::default(),
        zopfli::Format::Gzip,
        bytes,
        &mut out,
    )
    .map_err(|error| format!("gzip: {error}"))?;
    Ok(out)
}

/// Packed by brotli.
pub fn brotli(bytes: &[u8]) -> Result<Vec<u8>, String> {
    let mut out = Vec::new();
    let settings = brotli::enc::BrotliEncoderParams {
        size_hint: bytes.len(),
        ..Default::default()
    };
    brotli::BrotliCompress(&mut &bytes[..], &mut out, &settings)
        .map_err(|error| format!("brotli: {error}"))?;
    Ok(out)
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::Read;

    #[test]
    fn what_is_packed_comes_out_the_same() {
        let words = "法治政府建设".repeat(1000).into_bytes();
        let mut back = Vec::new();
        let packed = gzip(&words).unwrap();
        flate2::read::GzDecoder::new(packed.as_slice())
            .read_to_end(&mut back)
            .unwrap();
        assert_eq!(back, words);
        assert_eq!(packed, gzip(&words).unwrap());
        let mut back = Vec::new();
        let packed = brotli(&words).unwrap();
        brotli::BrotliDecompress(&mut packed.as_slice(), &mut back).unwrap();
        assert_eq!(back, words);
        assert_eq!(packed, brotli(&words).unwrap());
    }

    #[test]
    fn hashes_are_the_known_ones() {
        let hex = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";
        assert_eq!(sha256_hex(b""), hex);
        assert_eq!(
            sha256(b""),
            "sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU="
        );
    }
}
