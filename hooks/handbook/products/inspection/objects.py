"""The strings of all objects in a PDF."""

import re
from collections.abc import Iterable, Iterator

import pikepdf

from handbook.products.inspection.secrets import squeezed

STRING = rb"\((?:[^\\()]|\\.)*\)|<[0-9a-f]*>"
"""A string as QPDF writes it."""
_APART = re.compile(rb"(%b)" % STRING, re.DOTALL)
_LAST = re.compile(rb"startxref\s+(\d+)")
_HEAD = re.compile(rb"(\d+) \d+ obj\b")
PLAIN, PACKED = 1, 2
"""Kinds of rows in a table of objects: in the file itself, in a stream of objects (ISO 32000-2, 7.5.8)."""


def words_of_strings(pdf: pikepdf.Pdf, content: bytes) -> str:
    """The squeezed words of every string: names of fields, alternative texts, bookmarks.

    Most objects lie in streams of objects, whose texts are searched as they are: QPDF needs six times as long
    to read each object. It does where a text is not in its own form.
    """
    rest, strings = _apart(_packed(pdf, content))
    if any(sign in rest for sign in (b"(", b")", b"<", b"%")):
        _, strings = _apart(_each(pdf))
    words = {string: squeezed(str(pikepdf.Object.parse(string))) for string in set(strings)}
    return "".join(words[string] for string in strings)


def _apart(texts: Iterable[bytes]) -> tuple[bytes, list[bytes]]:
    """The text between the strings, but for the signs of dictionaries, and the strings."""
    pieces = _APART.split(b"\n".join(texts))
    return b"".join(pieces[::2]).replace(b"<<", b""), pieces[1::2]


def written(item: object) -> bytes:
    """An object as QPDF writes it; of a stream the dictionary."""
    if isinstance(item, pikepdf.Stream):
        return item.stream_dict.unparse()
    return item.unparse(resolved=True) if isinstance(item, pikepdf.Object) else repr(item).encode()


def _each(pdf: pikepdf.Pdf) -> Iterator[bytes]:
    """All objects, one by one."""
    yield pdf.trailer.unparse()
    yield from map(written, pdf.objects)


def _packed(pdf: pikepdf.Pdf, content: bytes) -> Iterator[bytes]:
    """The texts of all streams of objects, and of what lies in none; of each object without a table."""
    table = _table(pdf, content)
    if table is None:
        yield from _each(pdf)
        return
    rows, streams = table.read_bytes(), set()
    width, last = sum(map(int, table.W)), 1 + int(table.W[1])
    for number, place in zip(_numbers(table), range(0, len(rows), width), strict=True):
        if rows[place] == PLAIN:
            yield written(pdf.get_object(number, int.from_bytes(rows[place + last : place + width])))
        elif rows[place] == PACKED:
            streams.add(rows[place + 1 : place + last])
    for stream in sorted(streams):
        yield pdf.get_object(int.from_bytes(stream), 0).read_bytes()


def _table(pdf: pikepdf.Pdf, content: bytes) -> pikepdf.Stream | None:
    """The table of all objects; None for tables of an older kind, for several, and in a damaged file."""
    if pdf.get_warnings() or pdf.trailer.get("/Type") != "/XRef" or "/Prev" in pdf.trailer:
        return None
    found = _LAST.search(content, content.rfind(b"startxref"))
    start = _HEAD.match(content, int(found[1])) if found else None
    table: object = pdf.get_object(int(start[1]), 0) if start else None
    if not isinstance(table, pikepdf.Stream) or table.stream_dict.unparse() != pdf.trailer.unparse():
        return None
    return table if table.W[0] == 1 else None


def _numbers(table: pikepdf.Stream) -> Iterator[int]:
    """The numbers of the objects in a table."""
    index = [int(number) for number in table.get("/Index", (0, table.Size))]
    for first, count in zip(index[::2], index[1::2], strict=True):
        yield from range(first, first + count)
