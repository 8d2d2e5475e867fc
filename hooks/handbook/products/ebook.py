"""The participants' book as an e-book, with the page numbers of its PDF."""

from collections.abc import Iterable

from handbook.problem import Problem
from handbook.products.book_pdf import BookPdf
from handbook.products.product import EBOOKS, Making, Product


class BookEbook(Product):
    """The whole book; beside it each module, which is made of the same chapters."""

    path = "dist/buku-peserta.epub"
    needs = (BookPdf,)
    is_offered = True
    has_answers = True

    def make(self, run: Making) -> Iterable[Problem]:
        """Draw the chapters once for all e-books."""
        from handbook.formats.epub.making import Ebooks  # costs a moment: only for a sound book
        from handbook.formats.epub.printed import PrintedBook

        run.say(run.checked.reporter.strings("laporan.bangun_epub"))
        printed = PrintedBook(run.book, run.parts, run.folder / BookPdf.path, run.reports[BookPdf.path])
        ebooks = Ebooks(run.book, run.parts, printed, run.paper)
        (run.folder / self.path).write_bytes(ebooks.whole())
        folder = run.folder / EBOOKS
        folder.mkdir()
        for name, number in ebooks.modules():
            (folder / f"{name}.epub").write_bytes(ebooks.module(name, number))
        return ()
