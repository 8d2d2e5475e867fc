"""What belongs to the book as a whole: labels, bookmarks, destinations, metadata."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime

from pikepdf import Array, Dictionary, Name, Object, Pdf, String
from pikepdf.models.metadata import encode_pdf_date

from .values import Anchor, Bookmark, Label, Metadata

PRODUCER = "WeasyPrint, pikepdf"


def write_labels(book: Pdf, parts: Sequence[tuple[int, Label]]) -> None:
    """Let viewers show the numbers that are printed."""
    numbers: list[int | Object] = []
    for first, label in parts:
        entry = Dictionary(Type=Name.PageLabel, P=String(label.prefix))
        if label.style:
            entry.S = Name("/" + label.style)
            entry.St = label.start
        numbers += [first, entry]
    book.Root.PageLabels = Dictionary(Nums=Array(numbers))


def write_destinations(book: Pdf, anchors: Mapping[str, Anchor], firsts: Mapping[str, int]) -> None:
    """Give every target its named destination."""
    pages = [page.obj for page in book.pages]
    flat: list[Object] = []
    for key in sorted(anchors, key=lambda name: bytes(String(name))):
        anchor = anchors[key]
        flat += [String(key), _place(pages[firsts[anchor.part] + anchor.page], anchor.x, anchor.y)]
    if flat:
        book.Root.Names = Dictionary(Dests=book.make_indirect(Dictionary(Names=Array(flat))))


def _place(page: Object, x: float, y: float) -> Object:
    """A point of a page, at the reader's own zoom."""
    return Array([page, Name.XYZ, round(x, 2), round(y, 2), 0])


def write_bookmarks(book: Pdf, parts: Sequence[tuple[int, str, list[Bookmark]]]) -> None:
    """A bookmark for each part, with the part's headings below it."""
    tree = [_bookmark(first, title, headings) for first, title, headings in parts]
    outlines = book.make_indirect(Dictionary(Type=Name.Outlines))
    pages = [page.obj for page in book.pages]
    outlines.Count = _hang(book, outlines, tree, pages)
    book.Root.Outlines = outlines
    book.Root.PageMode = Name.UseOutlines


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


def _hang(book: Pdf, parent: Object, tree: list[Bookmark], pages: Sequence[Object]) -> int:
    """Chain bookmarks below a parent; return how many are to be seen when it is open."""
    items = [book.make_indirect(Dictionary(Title=String(entry[0]), Parent=parent)) for entry in tree]
    count = len(items)
    for index, (item, (_, page, x, y, children, opened)) in enumerate(zip(items, tree, strict=True)):
        item.Dest = _place(pages[page], x, y)
        if index:
            item.Prev, items[index - 1].Next = items[index - 1], item
        if children:
            below = _hang(book, item, children, pages)
            item.Count = below if opened else -below
            count += below if opened else 0
    if items:
        parent.First, parent.Last = items[0], items[-1]
    return count


def write_metadata(book: Pdf, metadata: Metadata) -> None:
    """Title, language and the claim of PDF/UA-1, in the old dictionary and in XMP."""
    created = metadata.dated().created
    assert created is not None
    book.Root.Lang = String(metadata.language)
    book.Root.MarkInfo = Dictionary(Marked=True)
    book.Root.ViewerPreferences = Dictionary(DisplayDocTitle=True)
    info = {
        "/Title": metadata.title,
        "/Author": metadata.author,
        "/Subject": metadata.subject,
        "/Keywords": ", ".join(metadata.keywords),
        "/Edition": metadata.edition,
        "/Producer": PRODUCER,
        "/CreationDate": encode_pdf_date(created),
        "/ModDate": encode_pdf_date(created),
    }
    for key, words in info.items():
        if words:
            book.docinfo[key] = words
    _write_xmp(book, metadata, created)


def _write_xmp(book: Pdf, metadata: Metadata, created: datetime) -> None:
    """The same in XMP."""
    facts: dict[str, object] = {
        "pdfuaid:part": "1",
        "dc:title": metadata.title,
        "dc:language": {metadata.language},
        "dc:creator": [metadata.author] if metadata.author else None,
        "dc:description": metadata.subject,
        "dc:subject": set(metadata.keywords),
        "pdf:Keywords": ", ".join(metadata.keywords),
        "pdf:Producer": PRODUCER,
        "xmp:CreateDate": created.isoformat(),
        "xmp:ModifyDate": created.isoformat(),
        "xmp:MetadataDate": created.isoformat(),
    }
    with book.open_metadata(set_pikepdf_as_editor=False, update_docinfo=False) as xmp:
        for key, value in facts.items():
            if value:
                xmp[key] = value
