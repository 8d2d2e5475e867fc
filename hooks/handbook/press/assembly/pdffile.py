"""A PDF written as it comes, object by object: what is written needs no memory any more.

qpdf and pydyf hold a whole file in memory until it is saved, several hundred bytes for each of a
book's hundreds of thousands of objects. Here only the place of each object is kept, seven bytes.
The format is that of ISO 32000-1, 7.5.7 (object streams) and 7.5.8 (cross-reference streams).
"""

import hashlib
import zlib
from collections.abc import Mapping, Sequence
from pathlib import Path
from types import TracebackType
from typing import Self, TypeAlias

from pikepdf import Object

HEADER = b"%PDF-1.7\n%\xbf\xf7\xa2\xfe\n"
TOGETHER = 200  # objects in one object stream
ROW = 7  # bytes: kind, then offset or object stream, then index
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


class PdfFile:
    """Objects get their number first (`reserve`), so that others can refer to what comes later."""

    def __init__(self, path: Path) -> None:
        self._file = path.open("wb")
        self._digest = hashlib.md5(usedforsecurity=False)
        self._place = 0
        self._rows = bytearray(ROW)  # number 0 is never used
        self._packed: list[tuple[Ref, bytes]] = []
        self._append(HEADER)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._file.close()

    def reserve(self) -> Ref:
        """A number for an object to come."""
        self._rows += bytes(ROW)
        return Ref(len(self._rows) // ROW - 1)

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
        self._rows[number * ROW : (number + 1) * ROW] = _row(DIRECT, self._place, 0)
        self._append(b"%d 0 obj\n<< %b /Length %d >>\nstream\n" % (number, entries, len(data)))
        self._append(data)
        self._append(b"\nendstream\nendobj\n")

    def finish(self, root: Ref, info: Ref) -> None:
        """Write where everything stands, and which is the first to be read."""
        self._pack()
        table, start = self.reserve(), self._place
        self._rows[table * ROW :] = _row(DIRECT, start, 0)
        key = self._digest.hexdigest().encode()
        entries = b"/Type /XRef /Filter /FlateDecode /DecodeParms << /Columns %d /Predictor 12 >> " % ROW
        facts = (len(self._rows) // ROW, serial(root), serial(info), key, key)
        entries += b"/W [ 1 4 2 ] /Size %d /Root %b /Info %b /ID [ <%b> <%b> ]" % facts
        self.stream(table, entries, zlib.compress(_predicted(self._rows)))
        self._append(b"startxref\n%d\n%%%%EOF\n" % start)

    def _pack(self) -> None:
        """Write the objects that wait as one object stream."""
        if not self._packed:
            return
        holder, heads, bodies, place = self.reserve(), [], [], 0
        for index, (number, text) in enumerate(self._packed):
            self._rows[number * ROW : (number + 1) * ROW] = _row(PACKED, holder, index)
            heads.append(b"%d %d" % (number, place))
            bodies.append(text)
            place += len(text) + 1
        head = b" ".join(heads) + b"\n"
        entries = b"/Type /ObjStm /Filter /FlateDecode /N %d /First %d" % (len(heads), len(head))
        self._packed = []
        self.stream(holder, entries, zlib.compress(head + b"\n".join(bodies)))

    def _append(self, data: bytes) -> None:
        self._file.write(data)
        self._digest.update(data)
        self._place += len(data)


def _row(kind: int, place: int, index: int) -> bytes:
    return bytes([kind]) + place.to_bytes(4, "big") + index.to_bytes(2, "big")


def _predicted(rows: bytearray) -> bytearray:
    """Each row as the difference from the row above it, which compresses far better."""
    count = len(rows) // ROW
    found = bytearray(b"\2" * count * (ROW + 1))
    for column in range(ROW):
        here = rows[column::ROW]
        above = bytes(1) + here[:-1]
        found[column + 1 :: ROW + 1] = bytes(
            (one - other) & 255 for one, other in zip(here, above, strict=True)
        )
    return found
