"""Entries of the PDF's catalog for the whole book: labels, bookmarks, destinations, metadata."""

from collections.abc import Mapping, Sequence
from datetime import datetime

import pikepdf
from pikepdf import Name, String
from pikepdf.models.metadata import encode_pdf_date

from handbook.press.assembly.pdffile import ObjectBlock, Ref, Value
from handbook.press.values import Anchor, Bookmark, Label, Metadata

PRODUCER = "WeasyPrint, pikepdf"
TOGETHER = 64  # keys in one node of a tree of names


def labels_of(parts: Sequence[tuple[int, Label]]) -> Value:
    """Page labels for the catalog, so that viewers show the printed numbers."""
    numbers: list[Value] = []
    for first, label in parts:
        entry: dict[str, Value] = {"/Type": b"/PageLabel", "/P": String(label.prefix)}
        if label.style:
            entry |= {"/S": Name("/" + label.style), "/St": label.start}
        numbers += [first, entry]
    return {"/Nums": numbers}


def write_destinations(
    block: ObjectBlock, anchors: Mapping[str, Anchor], firsts: Mapping[str, int], pages: Sequence[Ref]
) -> dict[str, Value]:
    """Write the named destination of every target; gives the catalog's entries for them."""
    names = sorted((bytes(String(key)), key) for key in anchors)
    nodes: list[Value] = []
    for start in range(0, len(names), TOGETHER):
        keys = [key for _, key in names[start : start + TOGETHER]]
        flat: list[Value] = []
        for key in keys:
            anchor = anchors[key]
            flat += [String(key), _place(pages[firsts[anchor.part] + anchor.page], anchor.x, anchor.y)]
        nodes.append(block.add({"/Limits": [String(keys[0]), String(keys[-1])], "/Names": flat}))
    return {"/Names": {"/Dests": block.add({"/Kids": nodes})}} if nodes else {}


def _place(page: Ref, x: float, y: float) -> Value:
    """A point of a page, at the reader's own zoom."""
    return [page, b"/XYZ", round(x, 2), round(y, 2), 0]


def write_bookmarks(
    block: ObjectBlock, parts: Sequence[tuple[int, str, list[Bookmark]]], pages: Sequence[Ref]
) -> dict[str, Value]:
    """Write a bookmark for each part, with those of its headings below; gives the catalog's entries."""
    tree = [_bookmark(first, title, headings) for first, title, headings in parts]
    outlines = block.reserve()
    chain, count = _chain(block, outlines, tree, pages)
    block.write(outlines, {"/Type": b"/Outlines", **chain, "/Count": count})
    return {"/Outlines": outlines, "/PageMode": b"/UseOutlines"}


def _bookmark(first: int, title: str, headings: list[Bookmark]) -> Bookmark:
    """The bookmark of a part; a heading that repeats its title is not shown twice."""
    moved = [_moved(heading, first) for heading in headings]
    if moved and moved[0][0] == title:
        _, page, x, y, children, _ = moved[0]
        return title, page, x, y, [*children, *moved[1:]], False
    page, x, y = moved[0][1:4] if moved and moved[0][1] == first else (first, 0.0, 10_000.0)
    return title, page, x, y, moved, False


def _moved(bookmark: Bookmark, first: int) -> Bookmark:
    """A bookmark with its page counted in the book."""
    title, page, x, y, children, opened = bookmark
    return title, page + first, x, y, [_moved(child, first) for child in children], opened


def _chain(
    block: ObjectBlock, parent: Ref, tree: list[Bookmark], pages: Sequence[Ref]
) -> tuple[dict[str, Value], int]:
    """Chain bookmarks below a parent; gives the first, the last and how many are visible when it is open."""
    items = [block.reserve() for _ in tree]
    count = len(items)
    for index, (item, (title, page, x, y, children, opened)) in enumerate(zip(items, tree, strict=True)):
        entries: dict[str, Value] = {
            "/Title": String(title),
            "/Parent": parent,
            "/Dest": _place(pages[page], x, y),
        }
        entries |= {"/Prev": items[index - 1]} if index else {}
        entries |= {"/Next": items[index + 1]} if index + 1 < len(items) else {}
        if children:
            chain, below = _chain(block, item, children, pages)
            entries |= {**chain, "/Count": below if opened else -below}
            count += below if opened else 0
        block.write(item, entries)
    return ({"/First": items[0], "/Last": items[-1]} if items else {}), count


def write_metadata(block: ObjectBlock, metadata: Metadata) -> tuple[dict[str, Value], Ref]:
    """Title, language and the claim of PDF/UA-1: the catalog's entries and the document information."""
    created = metadata.dated().created
    assert created is not None
    info = {
        "/Title": metadata.title,
        "/Subject": metadata.subject,
        "/Edition": metadata.edition,
        "/Producer": PRODUCER,
        "/CreationDate": encode_pdf_date(created),
        "/ModDate": encode_pdf_date(created),
    }
    entries: dict[str, Value] = {
        "/Lang": String(metadata.language),
        "/MarkInfo": {"/Marked": True},
        "/ViewerPreferences": {"/DisplayDocTitle": True},
        "/Metadata": (xmp := block.reserve()),
    }
    block.stream(xmp, b"/Type /Metadata /Subtype /XML", _xmp(metadata, created))
    return entries, block.add({key: String(words) for key, words in info.items() if words})


def _xmp(metadata: Metadata, created: datetime) -> bytes:
    """The same in XMP, as pikepdf words it."""
    facts: dict[str, object] = {
        "pdfuaid:part": "1",
        "dc:title": metadata.title,
        "dc:language": {metadata.language},
        "dc:description": metadata.subject,
        "pdf:Producer": PRODUCER,
        "xmp:CreateDate": created.isoformat(),
        "xmp:ModifyDate": created.isoformat(),
        "xmp:MetadataDate": created.isoformat(),
    }
    with pikepdf.new() as sheet:
        with sheet.open_metadata(set_pikepdf_as_editor=False, update_docinfo=False) as xmp:
            for key, value in facts.items():
                if value:
                    xmp[key] = value
        return sheet.Root.Metadata.read_bytes()
