"""Saves a document with a password by LibreOffice's own Python interface: locked.py FILE OUT. OUT.doc, OUT.odt and OUT.pdf are written."""

import pathlib
import subprocess
import sys
import tempfile
import time

import uno
from com.sun.star.beans import PropertyValue
from com.sun.star.connection import NoConnectException

PASSWORD = "fixture"
FILTERS = {"doc": "MS Word 97", "odt": "writer8", "pdf": "writer_pdf_Export"}


def properties(**values):
    return tuple(PropertyValue(Name=name, Value=value) for name, value in values.items())


def connect(pipe):
    context = uno.getComponentContext()
    resolver = context.ServiceManager.createInstanceWithContext("com.sun.star.bridge.UnoUrlResolver", context)
    for _ in range(60):
        try:
            return resolver.resolve(f"uno:pipe,name={pipe};urp;StarOffice.ComponentContext")
        except NoConnectException:
            time.sleep(0.5)
    sys.exit("locked: LibreOffice does not answer")


source, out = (pathlib.Path(argument).resolve() for argument in sys.argv[1:3])
with tempfile.TemporaryDirectory() as profile:
    pipe = pathlib.Path(profile).name
    office = subprocess.Popen(
        ["soffice", f"-env:UserInstallation=file://{profile}", "--headless", f"--accept=pipe,name={pipe};urp;"],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        context = connect(pipe)
        desktop = context.ServiceManager.createInstanceWithContext("com.sun.star.frame.Desktop", context)
        document = desktop.loadComponentFromURL(source.as_uri(), "_blank", 0, properties(Hidden=True))
        for ending, name in FILTERS.items():
            options = {"FilterName": name, "Password": PASSWORD}
            if ending == "pdf":
                data = properties(EncryptFile=True, DocumentOpenPassword=PASSWORD)
                options = {"FilterName": name, "FilterData": uno.Any("[]com.sun.star.beans.PropertyValue", data)}
            document.storeToURL(out.with_suffix(f".{ending}").as_uri(), properties(**options))
        document.close(True)
        desktop.terminate()
        office.wait(30)
    finally:
        office.kill()
