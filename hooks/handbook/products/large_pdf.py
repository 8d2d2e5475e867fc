"""The participants' book in large print, offered on the front page of an edition."""

from collections.abc import Iterable

from handbook.problem import Problem, Problems
from handbook.products.product import Finished, Making, Product


class LargePdf(Product):
    """The whole book with text of 18 pt, each form as sheets in it: made for an edition, or on demand."""

    path = "dist/buku-peserta-besar.pdf"
    is_offered = True
    offer = "unduhan.besar"
    has_answers = True
    only_in_editions = True

    def make(self, run: Making) -> Iterable[Problem]:
        """A run of the press of its own: nothing of it is laid out as in the book."""
        from handbook.print.printing import print_large  # costs half a second: only for a sound book

        run.say(run.checked.reporter.strings("laporan.bangun_besar"))
        return print_large(run.book, self.audience, run.folder / self.path, run.say)

    def check(self, made: Finished) -> Problems:
        """Nothing hidden, no dead link."""
        from handbook.products.inspection import pdf

        yield from super().check(made)
        yield from pdf.dead_links(made.folder / self.path, self.path)
