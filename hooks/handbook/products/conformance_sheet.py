"""The conformance of an edition with standards and laws, clause by clause, offered on its front page."""

from collections.abc import Iterable

from handbook.problem import Problem
from handbook.products.product import Making, Product


class ConformanceSheet(Product):
    """A table for each standard: the clauses, whether they are proven, by which tests, how many passed."""

    path = "dist/kesesuaian.pdf"
    is_offered = True
    offer = "unduhan.kesesuaian"
    only_in_editions = True

    def make(self, run: Making) -> Iterable[Problem]:
        """Print what the tests of this edition have proven."""
        from handbook.release.conformance import print_conformance, tally  # the press costs a moment

        known = tally(run.book.root, run.book.settings.book.edition)
        print_conformance(run.book, known, run.folder / self.path)
        return ()
