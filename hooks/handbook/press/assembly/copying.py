"""The objects of one PDF written into another, under new numbers; equal streams are written once."""

import hashlib
import re
import zlib
from collections.abc import Iterator, Mapping, Sequence

from pikepdf import Name, Pdf, Stream

from handbook.press.assembly.pdffile import ObjectBlock, Ref

REFERENCE = re.compile(rb"\((?:[^\\()]|\\.)*\)|\b(\d+) 0 R\b", re.DOTALL)  # strings are passed over
LENGTH = re.compile(rb"/Length \d+ ?")

Shared = dict[str, Ref]
"""Streams that refer to nothing, by the hash of all that they are."""


def copy(
    pdf: Pdf, block: ObjectBlock, places: Mapping[int, Ref], known: Mapping[str, Ref]
) -> tuple[dict[int, Ref], Shared]:
    """Write all objects of a PDF but those in `places`; gives the new numbers by the old.

    What refers to an object in `places` will refer to the number given there. Streams that are `known`
    stand in the file; those that were met are given back.
    """
    numbers = dict(places)
    items = [item for item in pdf.objects if item.objgen[0] not in places]
    streams = [item for item in items if isinstance(item, Stream)]
    plain = [item for item in items if not isinstance(item, Stream)]
    numbers.update((item.objgen[0], block.reserve()) for item in plain)
    met: Shared = {}
    resting = list(_write_free(streams, block, numbers, _Streams(block, known, met)))

    def new(match: re.Match[bytes]) -> bytes:
        return b"%d 0 R" % numbers[int(match[1])] if match[1] else match[0]

    for stream in resting:
        block.stream(numbers[stream.objgen[0]], REFERENCE.sub(new, _entries(stream)), _data(stream))
    lines = b"\n".join(item.unparse(resolved=True) for item in plain)  # qpdf writes each in one line
    for item, line in zip(plain, REFERENCE.sub(new, lines).split(b"\n"), strict=True):
        block.write(numbers[item.objgen[0]], line)
    return numbers, met


class _Streams:
    """Streams that refer to nothing: one that stands in the file is not written again."""

    def __init__(self, block: ObjectBlock, known: Mapping[str, Ref], met: Shared) -> None:
        self._block, self._known, self._met = block, known, met

    def number(self, entries: bytes, data: bytes) -> Ref:
        """The number of a stream, which is written unless an equal one has been."""
        digest = hashlib.sha256(entries + b"\n" + data).hexdigest()
        if digest not in self._met:
            self._met[digest] = self._known.get(digest) or self._written(entries, data)
        return self._met[digest]

    def _written(self, entries: bytes, data: bytes) -> Ref:
        self._block.stream(number := self._block.reserve(), entries, data)
        return number


def _write_free(
    streams: Sequence[Stream], block: ObjectBlock, numbers: dict[int, Ref], free: _Streams
) -> Iterator[Stream]:
    """Write the streams that refer to nothing; gives the others, with their reserved numbers."""
    for stream in streams:
        entries, old = _entries(stream), stream.objgen[0]
        if stream.get(Name.Type) in (Name.ObjStm, Name.XRef):
            continue
        if any(match[1] for match in REFERENCE.finditer(entries)):
            numbers[old] = block.reserve()
            yield stream
        else:
            numbers[old] = free.number(entries, _data(stream))


def _entries(stream: Stream) -> bytes:
    """The entries of a stream's dictionary without its length, as bytes."""
    entries = (
        LENGTH.sub(b"", stream.stream_dict.unparse(resolved=True)).removeprefix(b"<< ").removesuffix(b">>")
    )
    return entries if Name.Filter in stream else entries + b"/Filter /FlateDecode "


def _data(stream: Stream) -> bytes:
    """A stream's bytes, compressed."""
    return stream.read_raw_bytes() if Name.Filter in stream else zlib.compress(stream.read_raw_bytes())
