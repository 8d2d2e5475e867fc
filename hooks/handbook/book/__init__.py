"""The whole book in memory: pages, registers, targets, and every use of a target.

In: the folder of a book. Out: one `Book`, and the problems met while reading it.
"""

from handbook.book.book import REGISTERS, Book, kept
from handbook.book.checked import Checked
from handbook.book.page import Page, PageKind, holding
from handbook.book.targets import Target
from handbook.book.uses import Use, all_uses

__all__ = ["REGISTERS", "Book", "Checked", "Page", "PageKind", "Target", "Use", "all_uses", "holding", "kept"]
