"""The participants' book as one PDF, and what the press cuts out of it for other products."""

from collections.abc import Iterable

from handbook.archive.archive import write_sheets
from handbook.problem import Problem, Problems
from handbook.products.product import FORMS, Finished, Making, Product


class BookPdf(Product):
    """The whole book, tagged and fillable; beside it the fingerprints of its sheets."""

    path = "dist/buku-peserta.pdf"
    is_offered = True
    has_answers = True

    def make(self, run: Making) -> Iterable[Problem]:
        """One run of the press prints the book and cuts out what all products want of it."""
        from handbook.print.printing import print_book  # costs half a second: only for a sound book

        run.say(run.checked.reporter.strings("laporan.bangun_pdf"))
        cuts = [cut for product in run.products for cut in product.extracts(run.book, run.folder)]
        out = run.folder / self.path
        report, found = print_book(run.book, run.parts, out, paper=run.paper, cuts=cuts, progress=run.say)
        run.reports[self.path] = report
        from handbook.release.sheets import survey  # what it loads is loaded while the press works

        write_sheets(survey(run.book, report, out, run.folder / FORMS), out.parent)
        return found

    def check(self, made: Finished) -> Problems:
        """Nothing hidden, no dead link."""
        from handbook.products.inspection import pdf

        yield from super().check(made)
        yield from pdf.dead_links(made.folder / self.path, self.path)
