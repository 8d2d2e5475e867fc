"""A PDF written as it comes, block by block: what is written needs no memory any more.

qpdf and pydyf hold a whole file in memory until it is saved, several hundred bytes for each of a
book's hundreds of thousands of objects. Here only the place of each object is kept, seven bytes. A block has
numbers of its own, so that it can be kept and written again as it is.
The format is that of ISO 32000-1, 7.5.7 (object streams) and 7.5.8 (cross-reference streams).
"""

from __future__ import annotations

import hashlib
import zlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from operator import sub
from pathlib import Path
from types import TracebackType
from typing import Self, TypeAlias

from pikepdf import Object

HEADER = b"%PDF-1.7\n%\xbf\xf7\xa2\xfe\n"
TOGETHER = 200  # objects in one object stream
ROW = 7  # bytes: kind, then offset or object stream, then index
WIDTH = 4  # bytes of an offset
DIRECT, PACKED = 1, 2


class Ref(int):
    """The number of an object, written as a reference to it."""


Value: TypeAlias = "Ref | bool | int | float | bytes | Object | Sequence[Value] | Mapping[str, Value]"


def serial(value: Value) -> bytes:
    """A value as it is written; bytes stand as they are."""
    if isinstance(value, bytes):
        return value
    if isinstance(value, Ref):
        return b"%d 0 R" % value
    if isinstance(value, Object):
        return value.unparse()
    if isinstance(value, Mapping):
        pairs = (key.encode() + b" " + serial(inner) for key, inner in value.items())
        return b"<< " + b" ".join(pairs) + b" >>"
    if isinstance(value, Sequence):
        return b"[ " + b" ".join(map(serial, value)) + b" ]"
    return str(value).lower().encode()


class ObjectBlock:
    """Objects under numbers of their own, from `first` on, as they will stand in a file one behind the other.

    They get their number first (`reserve`), so that others can refer to what comes later.
    """

    def __init__(self, first: int) -> None:
        self._first = first
        self._rows, self._data = bytearray(), bytearray()
        self._direct: list[int] = []
        self._packed: list[tuple[Ref, bytes]] = []

    def reserve(self) -> Ref:
        """A number for an object to come."""
        self._rows += bytes(ROW)
        return Ref(self._first + len(self._rows) // ROW - 1)

    def add(self, value: Value) -> Ref:
        """Write an object under the next number."""
        self.write(number := self.reserve(), value)
        return number

    def write(self, number: Ref, value: Value) -> None:
        """Write an object that is no stream."""
        self._packed.append((number, serial(value)))
        if len(self._packed) == TOGETHER:
            self._pack()

    def stream(self, number: Ref, entries: bytes, data: bytes) -> None:
        """Write a stream; `entries` are those of its dictionary but the length."""
        self._place(number, _row(DIRECT, len(self._data), 0))
        self._direct.append(number)
        self._data += _stream(number, entries, data)

    def end(self) -> WrittenBlock:
        """The finished block."""
        self._pack()
        return WrittenBlock(self._first, bytes(self._rows), self._direct, bytes(self._data))

    def _place(self, number: int, row: bytes) -> None:
        """Say where an object stands."""
        start = (number - self._first) * ROW
        self._rows[start : start + ROW] = row

    def _pack(self) -> None:
        """Write the objects that wait as one object stream."""
        if not self._packed:
            return
        holder, heads, bodies, place = self.reserve(), [], [], 0
        for index, (number, text) in enumerate(self._packed):
            self._place(number, _row(PACKED, holder, index))
            heads.append(b"%d %d" % (number, place))
            bodies.append(text)
            place += len(text) + 1
        head = b" ".join(heads) + b"\n"
        entries = b"/Type /ObjStm /Filter /FlateDecode /N %d /First %d" % (len(heads), len(head))
        self._packed = []
        self.stream(holder, entries, zlib.compress(head + b"\n".join(bodies)))


@dataclass(frozen=True)
class WrittenBlock:
    """A finished block."""

    first: int
    """The number of its first object."""
    rows: bytes
    """A row of the file's table for each number; offsets are counted from the beginning of the block."""
    direct: list[int]
    """The numbers whose rows have an offset."""
    data: bytes

    @property
    def after(self) -> int:
        """The number after its last one."""
        return self.first + len(self.rows) // ROW

    @property
    def next(self) -> int:
        """The first number of a block behind it; most edits leave it as it is, since it is round."""
        grain = 1 << max((self.after - self.first).bit_length() - 4, 0)
        return -(-self.after // grain) * grain

    def rows_at(self, place: int) -> bytes:
        """The rows when the block stands at this place of the file."""
        rows = bytearray(self.rows)
        for number in self.direct:
            start = (number - self.first) * ROW + 1
            offset = int.from_bytes(rows[start : start + WIDTH], "big") + place
            rows[start : start + WIDTH] = offset.to_bytes(WIDTH, "big")
        return bytes(rows)


class PdfFile:
    """The file that blocks are written into, in any order of their numbers."""

    def __init__(self, path: Path) -> None:
        self._file = path.open("wb")
        self._digest = hashlib.md5(usedforsecurity=False)
        self._place = 0
        self._table = {0: bytes(ROW)}  # number 0 is never used
        self._append(HEADER)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._file.close()

    def append(self, block: WrittenBlock) -> None:
        """Write a block."""
        self._table[block.first] = block.rows_at(self._place)
        self._append(block.data)

    def finish(self, table: int, root: Ref, info: Ref) -> None:
        """Write where everything stands, under the number `table`, and which is the first to be read."""
        start = self._place
        self._table[table] = _row(DIRECT, start, 0)
        sections = sorted(self._table.items())
        key = self._digest.hexdigest().encode()
        index = b" ".join(b"%d %d" % (first, len(rows) // ROW) for first, rows in sections)
        entries = b"/Type /XRef /Filter /FlateDecode /DecodeParms << /Columns %d /Predictor 12 >> " % ROW
        facts = (index, table + 1, serial(root), serial(info), key, key)
        entries += b"/W [ 1 4 2 ] /Index [ %b ] /Size %d /Root %b /Info %b /ID [ <%b> <%b> ]" % facts
        self._append(
            _stream(table, entries, zlib.compress(_predicted(b"".join(rows for _, rows in sections))))
        )
        self._append(b"startxref\n%d\n%%%%EOF\n" % start)

    def _append(self, data: bytes) -> None:
        self._file.write(data)
        self._digest.update(data)
        self._place += len(data)


def _stream(number: int, entries: bytes, data: bytes) -> bytes:
    head = b"%d 0 obj\n<< %b /Length %d >>\nstream\n" % (number, entries, len(data))
    return head + data + b"\nendstream\nendobj\n"


def _row(kind: int, place: int, index: int) -> bytes:
    return bytes([kind]) + place.to_bytes(WIDTH, "big") + index.to_bytes(2, "big")


LOWEST_BYTE = (255).__and__


def _predicted(rows: bytes) -> bytearray:
    """Each row as the difference from the row above it, which compresses far better."""
    count = len(rows) // ROW
    found = bytearray(b"\2" * count * (ROW + 1))
    for column in range(ROW):
        here = rows[column::ROW]
        above = bytes(1) + here[:-1]
        found[column + 1 :: ROW + 1] = bytes(map(LOWEST_BYTE, map(sub, here, above)))
    return found
