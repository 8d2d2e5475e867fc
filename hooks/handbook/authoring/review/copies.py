"""A copy that came back from a reviewer: its stamp, its paragraphs, its comments."""

import zipfile
import zlib
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from docx.oxml.ns import qn
from lxml import etree

from handbook.authoring.review.revisions import CopyParagraph, paragraphs_of
from handbook.authoring.review.stamp import ExportStamp, read_stamp
from handbook.problem import RefusedError

LARGEST = 60_000_000
"""Bytes of one part of a document; a module has two million."""
_BODY, _COMMENTS, _MORE = "word/document.xml", "word/comments.xml", "word/commentsExtended.xml"
_W14, _W15 = (
    "http://schemas.microsoft.com/office/word/2010/wordml",
    "http://schemas.microsoft.com/office/word/2012/wordml",
)
_UNREADABLE = (zipfile.BadZipFile, OSError, EOFError, zlib.error, RuntimeError, NotImplementedError)
"""The failures of reading an archive that is cut, damaged, encrypted or packed in another way."""
_ASIDE = ("word/header", "word/footer", "word/footnotes", "word/endnotes")


@dataclass(frozen=True)
class Comment:
    """A comment; `answers` is the id of the comment that it answers, if it does."""

    id: str
    who: str
    when: str
    text: str
    answers: str = ""
    is_done: bool = False


@dataclass(frozen=True)
class Copy:
    """A copy; `aside` are the names of its parts outside the text that changed, such as the head."""

    name: str
    stamp: ExportStamp
    paragraphs: list[CopyParagraph]
    comments: dict[str, Comment]
    aside: tuple[str, ...]


def read_copy(path: Path) -> Copy:
    """Read a file. RefusedError when it is no document, or none of those that were exported."""
    try:
        with zipfile.ZipFile(path) as archive:
            parts = {name: _part(archive, name) for name in archive.namelist() if name.endswith(".xml")}
    except _UNREADABLE as error:
        raise RefusedError("bukan_docx", berkas=path.name) from error
    stamps = (read_stamp(xml) for name, xml in parts.items() if name.startswith("customXml/"))
    stamp = next((found for found in stamps if found), None)
    if stamp is None or _BODY not in parts:
        raise RefusedError("tanpa_cap", berkas=path.name)
    body = _tree(parts[_BODY], path)
    comments = _comments(_tree(parts[_COMMENTS], path), parts.get(_MORE), path) if _COMMENTS in parts else {}
    aside = tuple(name for name, xml in parts.items() if name.startswith(_ASIDE) and _is_changed(xml))
    return Copy(path.name, stamp, paragraphs_of(body), comments, aside)


def _part(archive: zipfile.ZipFile, name: str) -> bytes:
    if archive.getinfo(name).file_size > LARGEST:
        raise zipfile.BadZipFile(name)
    return archive.read(name)


def _tree(xml: bytes, path: Path) -> Any:
    try:
        return etree.fromstring(xml, etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=True))
    except etree.XMLSyntaxError as error:
        raise RefusedError("bukan_docx", berkas=path.name) from error


def _is_changed(xml: bytes) -> bool:
    return b"<w:ins " in xml or b"<w:del " in xml


def _comments(root: Any, more: bytes | None, path: Path) -> dict[str, Comment]:
    """All comments by their ids."""
    parents, done = _threads(more, path)
    elements = root.findall(qn("w:comment"))
    ids = {para: str(item.get(qn("w:id"))) for item in elements for para in _paras(item)}
    found = {}
    for item in elements:
        id_ = str(item.get(qn("w:id")))
        lines = ["".join(text.text or "" for text in line.iter(qn("w:t"))) for line in item.iter(qn("w:p"))]
        answers = next((ids[parents[para]] for para in _paras(item) if parents.get(para) in ids), "")
        who, when = str(item.get(qn("w:author")) or ""), str(item.get(qn("w:date")) or "")
        is_done = any(para in done for para in _paras(item))
        found[id_] = Comment(id_, who, when, "\n".join(lines).strip(), answers, is_done)
    return found


def _paras(comment: Any) -> list[str]:
    return [
        str(line.get(f"{{{_W14}}}paraId"))
        for line in comment.iter(qn("w:p"))
        if line.get(f"{{{_W14}}}paraId")
    ]


def _threads(xml: bytes | None, path: Path) -> tuple[dict[str, str], set[str]]:
    """For each answer the paragraph that it answers; the paragraphs of comments that are settled."""
    if xml is None:
        return {}, set()
    rows = _tree(xml, path)
    ids = {row: str(row.get(f"{{{_W15}}}paraId")) for row in rows}
    parents = {
        ids[row]: str(row.get(f"{{{_W15}}}paraIdParent"))
        for row in rows
        if row.get(f"{{{_W15}}}paraIdParent")
    }
    return parents, {ids[row] for row in rows if row.get(f"{{{_W15}}}done") in ("1", "true")}
