"""A part's pages and all that belongs to them, as they stand in the book's file.

It depends on the part, on the figures of the page labels in it, on the numbers that its objects get,
and on what the parts before it have already: streams, names of fields. It is kept under a hash of the first
two; while the others are the same too, it is written again as it is.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

import pikepdf
from pydantic import TypeAdapter

from handbook.memory.keys import fingerprint
from handbook.memory.store import Store
from handbook.press.assembly import fields as form
from handbook.press.assembly import tree
from handbook.press.assembly.copying import Shared, copy
from handbook.press.assembly.fields import Fields
from handbook.press.assembly.pdffile import ROW, ObjectBlock, Ref, WrittenBlock
from handbook.press.assembly.tree import Branch
from handbook.press.inputs import programs
from handbook.press.labels import fill
from handbook.press.values import PartFile

TRUNK = Ref(1)
"""The number of the root of the book's pages."""


@dataclass
class Before:
    """The state that the parts before one leave to it: next number, next key of the structure tree,
    streams in the file, first steps of the names of fields."""

    number: int
    key: int = 0
    streams: Shared = field(default_factory=dict)
    names: set[str] = field(default_factory=set)


@dataclass(frozen=True)
class JoinedPart:
    """A part in the book's file; objects are known by their numbers there."""

    block: WrittenBlock
    pages: list[int]
    size: str
    """The media box of its first page."""
    branch: int
    """The root of its pages."""
    tree: Branch
    fields: Fields
    streams: dict[str, int]

    def fits(self, before: Before) -> bool:
        """Whether it can stand behind these parts as it is."""
        own = range(self.block.first, self.block.after)
        return not before.names.intersection(self.fields.names) and all(
            before.streams.get(digest) == (None if number in own else number)
            for digest, number in self.streams.items()
        )

    def leave(self, before: Before) -> None:
        """Say what the next part has before it."""
        before.number, before.key = self.block.next, self.tree.after
        before.streams |= {digest: Ref(number) for digest, number in self.streams.items()}
        before.names |= set(self.fields.names)


JOINED = TypeAdapter(JoinedPart)


class KeptParts:
    """The joined parts of earlier runs; `states` say all that shapes each, but for what stands before it."""

    def __init__(self, states: Mapping[str, object], store: Store | None) -> None:
        self._states, self._store = states, store

    def part(self, part: PartFile, labels: Mapping[str, str], before: Before) -> JoinedPart:
        """A part as it stands in the file: the one kept, or a new one."""
        state = self._states.get(part[0].name)
        if self._store is None or state is None:
            return make(part, labels, before)
        key = fingerprint("joined part", programs(), state, before.number, before.key)
        if (kept := _recalled(self._store, key)) and kept.fits(before):
            return kept
        made = make(part, labels, before)
        if not made.fields.repeated:  # such names depend on the parts before
            _keep(self._store, key, made)
        return made


def _recalled(store: Store, key: str) -> JoinedPart | None:
    found = store.get(key)
    if found is None:
        return None
    try:
        facts, blob = found
        rows = facts["block"].pop("count") * ROW
        facts["block"] |= {"rows": blob[:rows], "data": blob[rows:]}
        return JOINED.validate_python(facts)
    except (AttributeError, KeyError, TypeError, ValueError):  # whole, but of another shape: forged
        return None


def _keep(store: Store, key: str, joined: JoinedPart) -> None:
    block = joined.block
    facts = JOINED.dump_python(joined, mode="json", exclude={"block": {"rows", "data"}})
    facts["block"]["count"] = len(block.rows) // ROW
    store.put(key, facts, block.rows + block.data)


def make(part: PartFile, labels: Mapping[str, str], before: Before) -> JoinedPart:
    """Copy a part into a block behind these parts, with the figures of its page labels."""
    own, path, _ = part
    block = ObjectBlock(before.number)
    with pikepdf.open(path) as pdf:
        pages = list(pdf.pages)
        for page in pages:
            fill(page, labels)
        branch = tree.prepare(pdf, pages, own.title, before.key)
        fields = form.prepare(pdf, pages, before.names)
        pdf.Root.Pages.Parent = pdf.Root  # which becomes the trunk
        places = {pdf.Root.objgen[0]: TRUNK, **tree.places(pdf), **form.places(pdf)}
        numbers, streams = copy(pdf, block, places, before.streams)
        return JoinedPart(
            block.end(),
            [numbers[page.obj.objgen[0]] for page in pages],
            pages[0].mediabox.unparse().decode(),
            numbers[pdf.Root.Pages.objgen[0]],
            branch.renumbered(numbers),
            fields.renumbered(numbers),
            dict(streams),
        )
