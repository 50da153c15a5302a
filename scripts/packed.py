"""The fixtures that LibreOffice does not write: packed.py FIXTURES SAMPLES NAME…. A web page in one file, an archive of the named documents, an OFD."""

import pathlib
import quopri
import sys
import zipfile

PAGE = "18"
OFD = "93"
# Body type as GB/T 9704 has it, in millimetres: 28 characters a line, 22 lines a page.
SIZE, LEADING, LEFT, TOP, ACROSS, DOWN = 5.57, 10.2, 28.0, 42.0, 28, 22
HEAD = '<?xml version="1.0" encoding="UTF-8"?>'
SPACE = 'xmlns:ofd="http://www.ofdspec.org/2016"'


def mht(page):
    return f"""MIME-Version: 1.0
Content-Type: multipart/related; type="text/html"; boundary="----=_Next"

------=_Next
Content-Location: file:///C:/report.htm
Content-Transfer-Encoding: quoted-printable
Content-Type: text/html; charset="utf-8"

{quopri.encodestring(page).decode()}
------=_Next--
"""


def em(c):
    return 0.5 if ord(c) < 0x80 else 1.0


def lines(text):
    """The lines of the pages, each with how many characters it is set in by."""
    for line in filter(None, map(str.strip, text.splitlines())):
        words, inset, width = "", 2, 2.0
        for c in line:
            if width + em(c) > ACROSS:
                yield inset, words
                words, inset, width = "", 0, 0.0
            words, width = words + c, width + em(c)
        yield inset, words


def ofd(text):
    """The files in an OFD that shows the text."""
    pages = []
    for n, (inset, words) in enumerate(lines(text)):
        if n % DOWN == 0:
            pages.append("")
        steps = " ".join(f"{em(c) * SIZE:g}" for c in words[:-1])
        x, y = LEFT + inset * SIZE, TOP + n % DOWN * LEADING
        pages[-1] += (
            f'<ofd:TextObject ID="{n + 100}" Boundary="{x:g} {y:g} 160 {SIZE}" Font="1" Size="{SIZE}">'
            f'<ofd:TextCode X="0" Y="{SIZE}" DeltaX="{steps}">{words}</ofd:TextCode></ofd:TextObject>'
        )
    places = "".join(f'<ofd:Page ID="{n}" BaseLoc="Pages/Page_{n}/Content.xml"/>' for n in range(len(pages)))
    yield "OFD.xml", (
        f'{HEAD}<ofd:OFD {SPACE} Version="1.0" DocType="OFD"><ofd:DocBody><ofd:DocRoot>Doc_0/Document.xml</ofd:DocRoot></ofd:DocBody></ofd:OFD>'
    )
    yield "Doc_0/Document.xml", (
        f"{HEAD}<ofd:Document {SPACE}><ofd:CommonData><ofd:PageArea><ofd:PhysicalBox>0 0 210 297</ofd:PhysicalBox></ofd:PageArea></ofd:CommonData>"
        f"<ofd:Pages>{places}</ofd:Pages></ofd:Document>"
    )
    for n, page in enumerate(pages):
        yield f"Doc_0/Pages/Page_{n}/Content.xml", (
            f'{HEAD}<ofd:Page {SPACE}><ofd:Content><ofd:Layer ID="1" Type="Body">{page}</ofd:Layer></ofd:Content></ofd:Page>'
        )


out, samples, names = pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2]), sys.argv[3:]
(out / f"{PAGE}.mht").write_text(mht((out / f"{PAGE}.html").read_bytes()), newline="\r\n")
with zipfile.ZipFile(out / "reports.zip", "w") as archive:
    for name in names:
        archive.write(out / f"{name}.docx", f"reports/{name}.docx")
with zipfile.ZipFile(out / f"{OFD}.ofd", "w", zipfile.ZIP_DEFLATED) as package:
    for name, content in ofd((samples / f"{OFD}.txt").read_text("utf-8")):
        package.writestr(name, content)
