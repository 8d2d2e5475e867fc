"""All sheets of a pack in the order in which they are used."""

from __future__ import annotations

from collections.abc import Iterator

from handbook.packs import evaluations, forms, guide, lists, papers
from handbook.packs.order import Sheet
from handbook.packs.session import Session


def sheets(session: Session) -> list[Sheet]:
    """Everything but the cover, which needs to know their pages."""
    return [sheet for sheet in _sheets(session) if sheet.copies]


def _sheets(session: Session) -> Iterator[Sheet]:
    yield guide.run_sheet(session)
    if found := guide.notes(session):
        yield found
    yield from lists.sheets(session)
    yield from papers.sheets(session, "A")
    yield from forms.sheets(session)
    yield from papers.sheets(session, "B")
    yield from evaluations.sheets(session)
