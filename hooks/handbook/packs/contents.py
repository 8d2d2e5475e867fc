"""All sheets of a pack in the order in which they are used."""

from collections.abc import Iterator

from handbook.packs import evaluations, forms, guide, handouts, lists, papers, readings
from handbook.packs.order import Sheet, as_masters
from handbook.packs.session import Session


def drawn(session: Session) -> tuple[list[Sheet], list[Sheet]]:
    """All sheets but the cover, which needs to know their pages; and those left out: nobody receives them."""
    every = list(_sheets(session))
    found = [sheet for sheet in every if sheet.copies]
    left_out = [sheet for sheet in every if not sheet.copies]
    return (found if session.options.expanded else [as_masters(sheet) for sheet in found]), left_out


def _sheets(session: Session) -> Iterator[Sheet]:
    if session.options.part == "closed":
        yield from _tests(session, "A", "B")
        return
    for_class = list(_for_class(session))
    yield guide.run_sheet(session, for_class)
    if found := guide.notes(session):
        yield found
    yield from for_class


def _for_class(session: Session) -> Iterator[Sheet]:
    yield from lists.sheets(session)
    is_open = session.options.part == "open"
    yield from _tests(session, *([] if is_open else ["A"]))
    handed = [*readings.sheets(session), *handouts.sheets(session)]
    yield from _in_order(session, [*handed, *forms.sheets(session)])
    yield from _tests(session, *([] if is_open else ["B"]))
    yield evaluations.of_day(session)
    if session.number == max(plan.number for plan in session.book.settings.modules):
        yield evaluations.of_event(session)


def _tests(session: Session, *forms: str) -> Iterator[Sheet]:
    for form in forms:
        yield from papers.sheets(session, session.exam(form))


def _in_order(session: Session, found: list[Sheet]) -> list[Sheet]:
    """The sheets of the stages in the order of their first use."""
    units = session.units

    def turn(sheet: Sheet) -> int:
        unit = session.unit(sheet.stage)
        return units.index(unit) if unit else len(units)

    return sorted(found, key=turn)
