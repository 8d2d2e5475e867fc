"""Warnings to a facilitator before printing, a sentence each."""

from collections.abc import Iterator, Sequence

from handbook.packs.clock import shown
from handbook.packs.order import Sheet, sizes
from handbook.packs.session import Session
from handbook.packs.timetable import pauses

LEAST_GROUP, MOST_GROUP = 3, 9
"""Smaller and larger groups are worth a word, the larger ones unless the book itself plans them."""


def found(session: Session, left_out: Sequence[Sheet]) -> list[str]:
    """All warnings on the options and the book; `left_out` are sheets that nobody receives."""
    people = (session.s(f"paket.awas.{key}", **words) for key, words in session.options.people.warnings)
    return [*people, *_groups(session), *_nobody(session, left_out), *_breaks(session), *_tests(session)]


def _groups(session: Session) -> Iterator[str]:
    usual = session.book.settings.session.participants
    for unit in session.units:
        if unit.grouping != "kelompok":
            continue
        groups = session.groups(unit)
        here = sizes(session.options.participants, groups)
        words = {"tahap": unit.number, "kelompok": groups}
        if min(here) < LEAST_GROUP:
            yield session.s("paket.awas.kelompok_kecil", orang=min(here), **words)
        if max(here) > max(MOST_GROUP, *sizes(usual, groups)):
            yield session.s("paket.awas.kelompok_besar", orang=max(here), **words)


def _nobody(session: Session, left_out: Sequence[Sheet]) -> Iterator[str]:
    for sheet in left_out:
        yield session.s("paket.awas.tanpa_penerima", lembar=sheet.title, siapa=sheet.receiver)


def _breaks(session: Session) -> Iterator[str]:
    options, came = session.options, {slot.start for slot in pauses(session.slots)}
    for pause in options.breaks:
        if pause.start <= options.start < pause.end:
            times = {"mulai": shown(options.start), "jam": shown(pause.start), "sampai": shown(pause.end)}
            yield session.s("paket.awas.mulai_istirahat", **times)
        elif options.own_breaks and pause.start not in came:
            yield session.s("paket.awas.istirahat", jam=shown(pause.start))


def _tests(session: Session) -> Iterator[str]:
    if not session.banks:
        yield session.s("paket.awas.tanpa_tes")
    if any(not any(item.form for item in quiz.questions) for _, quiz in session.banks):
        yield session.s("paket.awas.satu_bentuk")
