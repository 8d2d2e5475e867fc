"""The texts of any file but a PDF, and what a reader or a program sees in them."""

import json
import re
import zipfile
from collections.abc import Iterator
from html import unescape
from pathlib import Path, PurePosixPath

from lxml import html as lxml_html

_TEXTS = (
    *(".html", ".js", ".json", ".xml", ".txt", ".css", ".svg", ".webmanifest", ".map"),
    *(".xhtml", ".opf", ".ncx", ".md", ".csv", ".rels"),
)
_TAG = re.compile(r"<[^>]*>")


def texts(file: Path, name: str) -> Iterator[tuple[str, bytes]]:
    """Each text of a file with its path: one of a text, those inside a ZIP (EPUB, office), else none."""
    if zipfile.is_zipfile(file):
        with zipfile.ZipFile(file) as archive:
            for inside in archive.namelist():
                if PurePosixPath(inside).suffix in _TEXTS:
                    yield f"{name}/{inside}", archive.read(inside)
    elif file.suffix in _TEXTS:
        yield name, file.read_bytes()


def readings(name: str, content: bytes) -> Iterator[str]:
    """A text as it stands there, and as a reader sees it."""
    text, suffix = content.decode("utf-8", "replace"), PurePosixPath(name).suffix
    yield unescape(text)
    if suffix == ".html":
        yield "".join(map(str, lxml_html.document_fromstring(text).itertext()))
    elif suffix in (".xhtml", ".xml"):
        yield unescape(_TAG.sub("", text))
    elif suffix == ".json":
        plain = " ".join(_strings(json.loads(text)))
        yield "".join(map(str, lxml_html.fromstring(f"<div>{plain}</div>").itertext()))


def _strings(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for child in value.values():
            yield from _strings(child)
    elif isinstance(value, list):
        for child in value:
            yield from _strings(child)
