"""The form of action plans: the first one with a table that has a column for each of what is
gathered, by the titles that the language knows."""

from collections.abc import Iterable, Iterator, Mapping
from typing import TypedDict

from handbook.book import Book
from handbook.content.forms.kinds import Table
from handbook.content.instrument import Instrument, own_lines
from handbook.strings import Strings

GATHERED = ("kegiatan", "output", "waktu")
"""The columns that are gathered, by the keys of their known titles in strings/<language>.nilai.yml."""


class ActionPlan(TypedDict):
    """The places of an action plan in a participant's file: name, district, the columns of the table."""

    form: str
    title: str
    own: dict[str, str]
    part: str
    shown: dict[str, str]


def plan(book: Book, words: Strings) -> ActionPlan | None:
    """The form of action plans of a book; None when it has none."""
    forms = (page.value for page in book.pages.values() if isinstance(page.value, Instrument))
    return next((found for form in forms if not form.anonymous for found in _plans(form, book, words)), None)


def _plans(form: Instrument, book: Book, words: Strings) -> Iterator[ActionPlan]:
    for part in form.parts:
        columns = [leaf for head in part.columns for leaf in head.leaves] if isinstance(part, Table) else []
        ids = {column.title.lower(): column.id or "" for column in columns}
        shown = {key: _first(ids, words.tree(f"kolom.{key}")) for key in GATHERED}
        if all(shown.values()):
            yield {
                "form": form.id,
                "title": f"{form.label(book.settings.strings)} {form.title}",
                "own": {role: ".".join(path) for role, path in own_lines(form)},
                "part": part.id,
                "shown": shown,
            }


def _first(ids: Mapping[str, str], titles: Iterable[str]) -> str:
    """The id of the column with the first of these titles; "" when none has one."""
    return next((ids[title] for title in titles if title in ids), "")
