"""Writes what the fuzz targets begin with to a folder, a folder for each target: the files that the tests have, cut and unpacked so that a change of a
byte is a change of what is read. seeds.py FOLDER"""

import hashlib
import pathlib
import re
import sys
import zipfile
import zlib

TESTS = pathlib.Path(__file__).parent.parent / "tests"
# Longer ones are cut: what breaks the core breaks it in a few paragraphs.
TEXT = 3000
# Of a package these parts have to do with its text.
PARTS = re.compile(r"(document|styles|numbering|header\d|content|OFD|Document|Content|PublicRes|comments)\.xml$|document\.xml\.rels$|Content_Types")


def put(folder, content):
    folder.mkdir(parents=True, exist_ok=True)
    (folder / hashlib.sha1(content).hexdigest()[:16]).write_bytes(content)


def pieces(text):
    """The text, line by line, in pieces of some paragraphs."""
    piece = ""
    for line in text.splitlines(keepends=True):
        if piece and len((piece + line).encode()) > TEXT:
            yield piece.encode()
            piece = ""
        piece += line
    yield piece.encode()


def texts(folder):
    reports = sorted((TESTS / "samples").glob("*/*.txt"))
    cases = sorted((TESTS / "rules").glob("*.md"))
    for path in reports + cases:
        text = path.read_text().translate({ord("⟦"): None, ord("⟧"): None})
        for piece in pieces(text):
            for target in ["core", "fixes", "exports"]:
                put(folder / target, piece)
            # The same with a word less is the text after an edit, or that of another year.
            lines = piece.decode().splitlines(keepends=True)
            changed = "".join(line.replace("，", "", 1) for line in lines[1:])
            for target in ["edits", "compare"]:
                put(folder / target, piece + b"\0" + changed.encode())


def package(path):
    with zipfile.ZipFile(path) as archive:
        names = [name for name in archive.namelist() if PARTS.search(name)]
        return b"\0".join(piece for name in names for piece in (name.encode(), archive.read(name)))


def unpacked(pdf):
    """A PDF with its streams as they are when unpacked; readers find their way by the objects' own names."""

    def stream(found):
        try:
            return b"stream\n" + zlib.decompress(found[1]) + b"\nendstream"
        except zlib.error:
            return found[0]

    pdf = re.sub(rb"stream\r?\n(.*?)\r?\nendstream", stream, pdf, flags=re.S)
    return re.sub(rb"/Filter\s*\[?\s*/FlateDecode\s*\]?", b"", pdf)


def files(folder):
    for path in sorted([*(TESTS / "fixtures").iterdir(), *(TESTS / "pdf").iterdir()]):
        put(folder / "readers", path.read_bytes())
        if path.suffix in (".docx", ".odt", ".ofd") and zipfile.is_zipfile(path):
            put(folder / "packages", package(path))
        if path.suffix == ".pdf":
            put(folder / "readers", unpacked(path.read_bytes()))


folder = pathlib.Path(sys.argv[1])
texts(folder)
files(folder)
