"""Join the parts' PDFs into the book."""

from __future__ import annotations

import hashlib
import warnings
from collections.abc import Mapping, Sequence
from pathlib import Path

import pikepdf
from pikepdf import Dictionary, Name, Object, Pdf

from .catalog import write_bookmarks, write_destinations, write_labels, write_metadata
from .fields import write_fields
from .labels import fill
from .tree import Trees
from .values import Anchor, Metadata, Note, PartFile


def merge(
    parts: Sequence[PartFile],
    out: Path,
    metadata: Metadata,
    anchors: Mapping[str, Anchor],
    labels: Mapping[str, str],
    recto: bool = False,
) -> list[Note]:
    """Write the book; the notes are about fields that two parts have.

    `labels` are the page labels of all targets that the pages name. With `recto` each part begins
    on a right-hand page, after an empty one where it has to.
    """
    with pikepdf.new() as book:
        firsts, fonts = _join(book, parts, labels, recto)
        joined = [(first, part, tree) for first, (part, _, tree) in zip(firsts, parts, strict=True)]
        write_labels(book, [(first, part.label) for first, part, _ in joined])
        write_bookmarks(book, [(first, part.title, tree) for first, part, tree in joined])
        write_destinations(book, anchors, {part.name: first for first, part, _ in joined})
        notes = write_fields(book, fonts, [(part.name, first) for first, part, _ in joined])
        write_metadata(book, metadata)
        _share(book)
        modes = pikepdf.ObjectStreamMode
        book.save(out, deterministic_id=True, min_version="1.7", object_stream_mode=modes.generate)
    return notes


def _join(
    book: Pdf, parts: Sequence[PartFile], labels: Mapping[str, str], recto: bool
) -> tuple[list[int], dict[str, Object]]:
    """Append pages and structure; return each part's first page and the fonts of the fields."""
    trees = Trees(book)
    firsts: list[int] = []
    fonts: dict[str, Object] = {}
    for part, path, _ in parts:
        with pikepdf.open(path) as pdf:
            if recto and len(book.pages) % 2:
                book.add_blank_page(page_size=_size(book.pages[firsts[-1]]))
            firsts.append(len(book.pages))
            with warnings.catch_warnings():  # form and destinations are made anew for the whole book
                warnings.simplefilter("ignore", pikepdf.PageCopyWarning)
                book.pages.extend(pdf.pages)
            for page in book.pages[firsts[-1] :]:
                fill(book, page, labels)
            trees.add(pdf, book.pages[firsts[-1] :], part.title)
            for name, font in pdf.Root.AcroForm.DR.Font.items() if Name.AcroForm in pdf.Root else ():
                fonts.setdefault(name, book.copy_foreign(font))
    trees.finish()
    return firsts, fonts


def _size(page: pikepdf.Page) -> tuple[float, float]:
    left, bottom, right, top = map(float, page.mediabox)
    return right - left, top - bottom


def _share(book: Pdf) -> None:
    """Let equal font files and images of different parts be one object."""
    seen: dict[bytes, Object] = {}
    for item in book.objects:
        if isinstance(item, Dictionary) and item.get(Name.Type) == Name.FontDescriptor:
            _share_values(item, ("/FontFile2", "/FontFile3"), seen)
        elif isinstance(item, Dictionary) and Name.XObject in item:
            _share_values(item.XObject, tuple(item.XObject.keys()), seen)
        elif isinstance(item, Dictionary) and Name.ToUnicode in item:
            _share_values(item, ("/ToUnicode",), seen)


def _share_values(holder: Object, keys: Sequence[str], seen: dict[bytes, Object]) -> None:
    """Replace streams that have been seen by the first of their kind."""
    for key in keys:
        stream = holder.get(key)
        if isinstance(stream, pikepdf.Stream) and Name.Resources not in stream:
            facts = repr(sorted((name, repr(value)) for name, value in stream.stream_dict.items())).encode()
            digest = hashlib.sha256(facts + stream.read_raw_bytes()).digest()
            holder[key] = seen.setdefault(digest, stream)
