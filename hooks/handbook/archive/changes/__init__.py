"""Changes between two states of a book, found by a reading of the sources of its own.

It reads files, not values: an edition that an older engine understood can still be compared.
"""

from handbook.archive.changes.compare import Change, PageChanges, compare
from handbook.archive.changes.draw import details, sheet
from handbook.archive.changes.passages import SourcePage, read_pages
from handbook.archive.changes.words import Run, runs

__all__ = ["Change", "PageChanges", "Run", "SourcePage", "compare", "details", "read_pages", "runs", "sheet"]
