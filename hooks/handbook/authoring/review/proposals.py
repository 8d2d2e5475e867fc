"""The proposals of several copies, each with its place today: which can be taken, which not and why."""

import copy
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum

from handbook.authoring.review.atoms import Atom
from handbook.authoring.review.changes import Deed, TextChange
from handbook.authoring.review.copies import Copy
from handbook.authoring.review.passage import SourcePassage
from handbook.authoring.review.placing import PassageState, Today
from handbook.authoring.review.reading import FRONT, CopyContent, Loose, read
from handbook.authoring.review.wording import in_source, old_and_new
from handbook.authoring.review.writing import SourceWriter, intended
from handbook.book import Book, Page
from handbook.problem import Place, RefusedError


class Verdict(StrEnum):
    """The decision on a proposal."""

    OPEN = "usul"
    TAKEN = "diambil"
    LEFT = "dilewati"
    THERE = "sudah"
    CHANGED = "berubah"
    CONFLICT = "bentrok"
    UNWRITTEN = "tak_tertulis"


@dataclass
class Remark:
    """A comment."""

    place: Place
    copy: str
    who: str
    when: str
    text: str
    words: str
    """The words that it is about."""
    fate: PassageState = PassageState.SAME
    is_answer: bool = False
    is_done: bool = False


@dataclass
class ProposedChange:
    """A change of the book; `old` and `new` are the words around it, `source` its lines before and after."""

    place: Place
    copies: tuple[str, ...]
    change: TextChange
    passage: SourcePassage
    beside: SourcePassage | None
    verdict: Verdict
    old: str
    new: str
    reason: str = ""
    source: tuple[str, str] = ("", "")
    rivals: list[str] = field(default_factory=list)


@dataclass
class Stray:
    """Something in a copy that cannot be proposed; a person must look at it."""

    place: Place
    copy: str
    who: str
    when: str
    reason: str
    words: str


@dataclass
class Feedback:
    """Everything that copies say."""

    subjects: tuple[str, ...] = ()
    copies: tuple[str, ...] = ()
    remarks: list[Remark] = field(default_factory=list)
    proposals: list[ProposedChange] = field(default_factory=list)
    strays: list[Stray] = field(default_factory=list)


def gathered(book: Book, copies: Sequence[Copy]) -> Feedback:
    """All that copies say of a book as it is."""
    found = Feedback(
        tuple(dict.fromkeys(one.stamp.subject for one in copies)), tuple(one.name for one in copies)
    )
    for one in copies:
        today, reading = Today(book, one.stamp), read(one)
        found.remarks += _remarks(today, reading)
        found.proposals += _proposals(today, reading)
        found.strays += [_stray(today, reading, loose) for loose in reading.loose]
    found.proposals = list(_compared(found.proposals))
    writers: dict[str, SourceWriter] = {}
    for proposal in found.proposals:
        if proposal.verdict is Verdict.OPEN:
            path = proposal.passage.path
            if path not in writers:
                writers[path] = SourceWriter(_page(book, path), book.settings.strings)
            _try(copy.copy(writers[path]), proposal)
    found.remarks.sort(key=lambda remark: remark.place)
    found.proposals.sort(key=lambda proposal: (proposal.place, proposal.change.start))
    found.strays.sort(key=lambda stray: stray.place)
    return found


def _remarks(today: Today, reading: CopyContent) -> Iterator[Remark]:
    for id_, number, offset, words in reading.comments:
        said = reading.copy.comments.get(id_)
        if said is not None:
            fate, is_answer = today.find(number).fate, bool(said.answers)
            place = today.place(number, offset)
            yield Remark(
                place, reading.copy.name, said.who, said.when, said.text, words, fate, is_answer, said.is_done
            )


def _stray(today: Today, reading: CopyContent, loose: Loose) -> Stray:
    place = today.place(loose.number, loose.offset)
    return Stray(place, reading.copy.name, loose.who, loose.when, loose.reason, loose.words)


def _proposals(today: Today, reading: CopyContent) -> Iterator[ProposedChange]:
    rows: set[object] = set()
    for number, change in reading.changes:
        fate, passage = today.find(number)
        shown = today.stamp.passages[number].shown
        if change.deed is Deed.DELETE_ROW and passage.cell:
            if passage.cell[:2] in rows:
                continue
            rows.add(passage.cell[:2])
        beside = today.find(change.target).passage if change.target > FRONT else None
        verdict = {PassageState.SAME: Verdict.OPEN}.get(fate, Verdict.CHANGED)
        old, new = old_and_new(shown, change)
        if fate is PassageState.CHANGED and intended(_as(passage, shown), change) == [passage.shown]:
            verdict = Verdict.THERE
        if fate is PassageState.GONE and change.deed in (Deed.DELETE, Deed.DELETE_ROW):
            verdict = Verdict.THERE
        reason = fate if verdict is Verdict.CHANGED else ""
        place = today.place(number, change.start)
        yield ProposedChange(place, (reading.copy.name,), change, passage, beside, verdict, old, new, reason)


def _as(passage: SourcePassage, shown: str) -> SourcePassage:
    """A passage as it was shown when it was exported."""
    return replace(passage, atoms=tuple(atom for atom in _letters(shown)))


def _letters(shown: str) -> Iterable[Atom]:
    return (Atom(letter, 0, 0) for letter in shown)


def _compared(proposals: Iterable[ProposedChange]) -> Iterator[ProposedChange]:
    """The same proposal of two people once; those of two copies that cannot both be taken name each other."""
    by_passage: dict[tuple[str, int], list[ProposedChange]] = {}
    for proposal in proposals:
        here = by_passage.setdefault((proposal.passage.path, proposal.passage.start), [])
        same = next((other for other in here if _is_same(other, proposal)), None)
        if same is not None:
            who = tuple(dict.fromkeys([*same.change.who, *proposal.change.who]))
            same.copies = (*same.copies, *proposal.copies)
            same.change = replace(same.change, who=who)
            continue
        here.append(proposal)
    for here in by_passage.values():
        for at, proposal in enumerate(here):
            for other in here[:at]:
                if not set(proposal.copies) & set(other.copies) and proposal.change.meets(other.change):
                    _oppose(proposal, other)
        yield from here


def _is_same(one: ProposedChange, other: ProposedChange) -> bool:
    a, b = one.change, other.change
    is_same = (a.deed, a.start, a.end, a.text, a.target) == (b.deed, b.start, b.end, b.text, b.target)
    return is_same and not set(one.copies) & set(other.copies)


def _oppose(one: ProposedChange, other: ProposedChange) -> None:
    for proposal, rival in ((one, other), (other, one)):
        proposal.rivals.append(", ".join(rival.change.who) or ", ".join(rival.copies))
        if proposal.verdict is Verdict.OPEN:
            proposal.verdict = Verdict.CONFLICT


def _try(writer: SourceWriter, proposal: ProposedChange) -> None:
    """Write a proposal alone, to see whether it can be and what the source becomes."""
    before = writer.text
    try:
        writer.put(proposal.passage, proposal.change, proposal.beside)
    except RefusedError as refusal:
        proposal.verdict, proposal.reason = Verdict.UNWRITTEN, refusal.key
        return
    proposal.source = in_source(before, writer.text)


def _page(book: Book, path: str) -> Page:
    return next(page for page in book.all_pages if page.path == path)


def written(book: Book, proposals: Sequence[ProposedChange]) -> dict[str, str]:
    """The new texts of the files that proposals change; what cannot be written together is refused."""
    texts: dict[str, str] = {}
    for path in sorted({proposal.passage.path for proposal in proposals}):
        writer = SourceWriter(_page(book, path), book.settings.strings)
        here = [proposal for proposal in proposals if proposal.passage.path == path]
        here.sort(key=lambda item: (item.passage.start, item.change.start, item.change.end), reverse=True)
        for proposal in [*(p for p in here if not p.beside), *(p for p in here if p.beside)]:
            _put(writer, proposal)
        if writer.text != _page(book, path).text.text:
            texts[path] = writer.text
    return texts


def _put(writer: SourceWriter, proposal: ProposedChange) -> None:
    """Put a proposal in; its passage may have got other changes behind its own."""
    try:
        passage, beside = (writer.again(item) for item in (proposal.passage, proposal.beside))
        end = proposal.change.end
        if passage is None or (proposal.beside and beside is None):
            raise RefusedError("berubah")
        if passage.shown[:end] != proposal.passage.shown[:end]:
            raise RefusedError("berubah")
        writer.put(passage, proposal.change, beside)
    except RefusedError as refusal:
        proposal.verdict, proposal.reason = Verdict.UNWRITTEN, refusal.key
    else:
        proposal.verdict = Verdict.TAKEN
