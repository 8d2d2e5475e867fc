"""Checks of the sources: one file per check, a written list, `check(book)` yields problems."""

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TypeAlias

from handbook.book import Book, Checked
from handbook.book.book import ReadCache
from handbook.book.read import read
from handbook.checks import (
    addresses,
    approvals,
    attachments,
    blocks,
    carries,
    causes,
    competencies,
    counts,
    dead_markup,
    errata,
    examples,
    exemptions,
    fields,
    file_names,
    files,
    handing_out,
    headings,
    images,
    laws,
    letters,
    links,
    mentions,
    minutes,
    misspelt_mentions,
    namelines,
    nesting,
    notes,
    numbers,
    parts,
    provenance,
    questions,
    recalls,
    references,
    reminders,
    rendered,
    scalars,
    series,
    sizes,
    skeletons,
    slides,
    succession,
    synonyms,
    tables,
    teaching,
    testforms,
    testwise,
    usage,
    words,
)
from handbook.problem import Problem, Problems

Check: TypeAlias = Callable[[Book], Problems]
ALL: tuple[Check, ...] = (
    mentions.check,
    misspelt_mentions.check,
    references.check,
    laws.check,
    succession.check,
    provenance.check,
    links.check,
    images.check,
    attachments.check,
    blocks.check,
    slides.check,
    notes.check,
    headings.check,
    nesting.check,
    rendered.check,
    dead_markup.check,
    tables.check,
    letters.check,
    scalars.check,
    skeletons.check,
    sizes.check,
    numbers.check,
    series.check,
    parts.check,
    minutes.check,
    teaching.check,
    usage.check,
    handing_out.check,
    carries.check,
    reminders.check,
    competencies.check,
    errata.check,
    words.check,
    synonyms.check,
    approvals.check,
    questions.check,
    recalls.check,
    testforms.check,
    *testwise.ALL,
    counts.check,
    examples.check,
    fields.check,
    namelines.check,
    files.check,
    file_names.check,
    addresses.check,
)


def open_book(
    root: Path, *, whole: bool = False, before: Book | None = None, known: ReadCache | None = None
) -> Checked:
    """Read a book and check it: the way in for commands and for the hook. `run` tells the options."""
    return Checked(*run(root, whole=whole, before=before, known=known))


def run(
    root: Path,
    *,
    whole: bool = False,
    before: Book | None = None,
    known: ReadCache | None = None,
    chosen: Iterable[Check] = ALL,
) -> tuple[Book | None, list[Problem]]:
    """Read a book and check it; problems are in order of place, each once.

    What cannot be read is taken from the book `before`, if there is one.
    With `whole`, all pages are judged as Markdown makes them, as must be before anything is published.
    `known` is what an earlier reading left; `chosen` are the checks to make, all of them unless told.
    """
    book, problems = read(root, before, known)
    if book is None:
        return None, _in_order(problems)
    return book, judged(book, problems, whole=whole, chosen=chosen)


def judged(
    book: Book, problems: list[Problem], *, whole: bool = False, chosen: Iterable[Check] = ALL
) -> list[Problem]:
    """The problems with which a book was read and those that the checks find in it, as `run` gives them."""
    found = [*problems, *(item for check in chosen for item in check(book))]
    book.ledger.save()
    found += rendered.judged(book) if whole else ()
    return _in_order(causes.fold(book, exemptions.apply(book, found)))


def _in_order(problems: Iterable[Problem]) -> list[Problem]:
    """Problems in order of place, each once."""
    return sorted({(item.place, item.kind, tuple(item.words.items())): item for item in problems}.values())
