"""The module's instruments in the order of use: forms, cards, game sheets."""

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from handbook.book import Page
from handbook.content import formsheet
from handbook.content.forms.base import CutSheet
from handbook.content.forms.kinds import AnyPart
from handbook.content.instrument import FILLED_BY, Duplication, Instrument, Receiver, own_lines
from handbook.html import Context, plain
from handbook.memory.keys import fingerprint
from handbook.packs import layout
from handbook.packs.order import Sheet, master_ids, shares, spare_of
from handbook.packs.session import Session
from handbook.packs.timetable import TeachingUnit

SEGMENT = "lembar"


@dataclass(frozen=True)
class _Form:
    """An instrument with what its sheets share."""

    value: Instrument
    page: Page
    session: Session

    @property
    def context(self) -> Context:
        return self.session.context(self.page)

    @property
    def wanted(self) -> Duplication:
        """The duplication; one for each person when names are printed, since the list has no groups."""
        own, options = self._beside_book, self.session.options
        is_personal = self._receivers == ["orang"]
        has_names = options.expanded and bool(options.people.participants)
        return own.model_copy(update={"groups": []}) if is_personal and has_names else own

    @property
    def _receivers(self) -> list[Receiver]:
        return self.value.copies.per or [FILLED_BY[self.value.filled_by]]

    @property
    def is_in_hand(self) -> bool:
        """Whether everybody has the sheet in their book: one of several copies, or that beside a group's."""
        own, several = self.value.copies, self.value.copies.count > 1 or len(self._receivers) > 1
        is_bound = self.session.options.with_book and own.book == "penuh"
        return is_bound and several and "orang" in self._receivers

    @property
    def _beside_book(self) -> Duplication:
        """The duplication without the copy that everybody has in their book."""
        own = self.value.copies
        if not self.is_in_hand:
            return own
        if own.count > 1:
            return own.model_copy(update={"count": own.count - 1})
        return own.model_copy(update={"per": [who for who in own.per if who != "orang"]})

    @property
    def shares(self) -> list[tuple[Receiver, int]]:
        groups = self.session.groups(self.session.unit(self.value.stages[0]))
        return shares(self.wanted, self.value.filled_by, self.session.options.participants, groups)

    @property
    def is_halved(self) -> bool:
        """Whether copies are set on half a sheet of paper; where only one side is used, if that is enough."""
        own, options = self.value.copies, self.session.options
        fits = options.duplex or own.sides == "satu"
        return own.size == "setengah" and self.copies > 1 and fits

    @property
    def copies(self) -> int:
        number = sum(number for _, number in self.shares)
        return number + self.spare if number else 0

    @property
    def spare(self) -> int:
        """Copies that belong to nobody yet: as many as the book says at least, else as are wished."""
        wished = self.session.options.spare
        extra = sum(spare_of(receiver, wished) for receiver in self._receivers) * self.wanted.count
        return max(self.wanted.spare, extra)

    @property
    def label(self) -> str:
        return self.session.s("instrumen.pendek", nomor=self.value.number)

    @property
    def who(self) -> str:
        spare, who = self.spare, self._who
        if self.is_in_hand:
            page = self.session.book_pages.get(self.value.id)
            key = f"{'buku' if self._is_for_people else 'buku_sendiri'}{'_halaman' if page else ''}"
            who = self.session.s(f"paket.penerima.{key}", siapa=who, halaman=page)
        return layout.with_spare(self.session, who, spare)

    @property
    def _is_for_people(self) -> bool:
        return any(receiver == "orang" for receiver, _ in self.shares)

    @property
    def _who(self) -> str:
        s = self.session.s
        receivers = [receiver for receiver, _ in self.shares]
        words = s("paket.dan").join(s(f"paket.penerima.{who}") for who in receivers)
        groups = self.wanted.groups
        if not groups:
            return words
        key = "kelompok_nomor" if receivers == ["kelompok"] else "hanya"
        return s(f"paket.penerima.{key}", siapa=words, kelompok=ranges(groups))

    @property
    def people(self) -> tuple[int | None, ...]:
        """The person of each copy; several copies for one person lie together."""
        found: list[int | None] = []
        wanted = self.wanted
        for receiver, number in self.shares:
            personal = receiver == "orang" and not wanted.groups
            found += [copy // wanted.count if personal else None for copy in range(number)]
        return tuple(found)


def ranges(numbers: Sequence[int]) -> str:
    """1–4, or 1, 3."""
    first, last = min(numbers), max(numbers)
    together = len(numbers) == last - first + 1 and len(numbers) > 2
    return f"{first}–{last}" if together else ", ".join(map(str, numbers))


def _forms(session: Session) -> list[_Form]:
    return [_Form(page.value, page, session) for page in session.pages if isinstance(page.value, Instrument)]


def in_hand(session: Session, unit: TeachingUnit) -> Iterator[tuple[str, str, str]]:
    """Id, label and title of each form that everybody first fills in at this unit in their own book."""
    for form in _forms(session):
        if form.is_in_hand and session.unit(form.value.stages[0]) == unit:
            yield form.value.id, form.label, form.value.title


def sheets(session: Session) -> Iterator[Sheet]:
    """All instruments, in the order of the module."""
    for form in _forms(session):
        parts = form.value.parts
        cut = [(part, sheet) for part in parts if (sheet := part.cut(form.copies))]
        if len(cut) == len(parts):
            yield from (_cut(form, part, sheet) for part, sheet in cut)
        elif any(part.differs for part in parts):
            yield _game(form)
        else:
            yield _form(form)


def _sheet(form: _Form, html: Sequence[str]) -> Sheet:
    """The sheet of an instrument, with one article for each of its variants."""
    value, wanted = form.value, form.value.copies
    return Sheet(
        id=value.id,
        title=f"{form.label} {value.title}",
        when=form.session.s("tahap.pendek", nomor=value.stages[0]),
        stage=value.stages[0],
        receiver=form.who,
        copies=form.copies,
        html=html,
        segment=SEGMENT,
        landscape=value.orientation == "lanskap",
        one_sided=wanted.sides != "dua",
        paper=wanted.paper or "",
    )


def _form(form: _Form) -> Sheet:
    value, wanted = form.value, form.value.copies
    return replace(
        _sheet(form, [_drawn(form, value, f"paket-{value.id}", halved=form.is_halved)]),
        one_sided=wanted.sides == "satu",
        halved=form.is_halved,
        cut=bool(wanted.cut),
        people=form.people,
        name_fields=_name_fields(value),
    )


def _name_fields(value: Instrument, copy: str = "") -> tuple[tuple[str, str], ...]:
    return tuple((role, ".".join((f"{value.id}{copy}", *path))) for role, path in own_lines(value))


def _drawn(
    form: _Form, value: Instrument, id_: str, copy: str = "", css: str = "pack-form", *, halved: bool = False
) -> str:
    blank = formsheet.blank_sheet(value, form.context, copy)
    running, is_wide = f"{form.label}: {value.title}", value.orientation == "lanskap"
    return layout.article(form.session, id_, running, blank, landscape=is_wide, halved=halved, css=css)


def _drawn_apart(form: _Form, marks: Sequence[str]) -> list[str]:
    """A sheet for each of these marks, all different."""
    ids = master_ids(form.value.id, len(marks))
    looks = ("pack-form", *["pack-form pack-again"] * (len(marks) - 1))
    drawn = zip(ids, marks, looks, strict=True)
    return [_drawn(form, form.value, id_, mark, css, halved=form.is_halved) for id_, mark, css in drawn]


def _cut(form: _Form, part: AnyPart, cut: CutSheet) -> Sheet:
    """A part that is cut up, a sheet of its own."""
    value = form.value.model_copy(update={"parts": [part]})
    s, id_ = form.session.s, f"{value.id}-{part.id}"
    sheet = _sheet(form, [_drawn(form, value, f"paket-{id_}", f"-{part.id}", css="pack-cards")])
    paper = s("paket.kertas.warna", warna=cut.colour) if cut.colour else s("paket.kertas.karton")
    return replace(
        sheet,
        id=id_,
        title=f"{form.label} {plain(cut.title or value.title)}",
        copies=cut.copies,
        paper=sheet.paper or paper,
        cut=value.copies.cut is not False,
    )


def _game(form: _Form) -> Sheet:
    """Game sheets, all different, the same for the same seed; an even number where two share a page."""
    value, count = form.value, form.copies + (form.copies % 2 if form.is_halved else 0)
    seed = hashlib.sha256(form.session.options.seed.encode()).hexdigest()[:8]
    marks = [f"-{seed}-{number}" for number in range(1, count + 1)]
    book, options = form.session.book, form.session.options
    key = fingerprint("game sheets", value.id, marks, form.is_halved, options.paper)
    if key not in book.memo:
        book.memo[key] = _drawn_apart(form, marks)
    html: list[str] = book.memo[key]
    named = tuple(field for mark in marks for field in _name_fields(value, mark))
    sheet = _sheet(form, html)
    return replace(
        sheet,
        copies=1,
        segment=value.id,
        halved=form.is_halved,
        people=form.people,
        name_fields=named,
    )
