"""The sheet that says what an edition changes: which copies to make anew, and every new wording."""

from collections.abc import Iterable, Iterator

from handbook.archive import archive
from handbook.book import Book
from handbook.problem import Problem
from handbook.products.book_pdf import BookPdf
from handbook.products.product import File, Making, Product


class ComparisonSheet(Product):
    """Against the edition before; the first edition has none."""

    path = "dist/perubahan"
    needs = (BookPdf,)
    only_in_editions = True

    @property
    def path_in_edition(self) -> str:
        """Among the other files of the edition."""
        return ""

    def files(self, book: Book) -> Iterator[File]:
        """`2026.1-2026.2.pdf`."""
        edition = book.settings.book.edition
        if before := archive.before(book.root, edition):
            yield File(f"{self.path}/{before}-{edition}.pdf")

    def make(self, run: Making) -> Iterable[Problem]:
        """Compare the texts and the sheets just printed with those that are kept."""
        from handbook.release.revision import print_sheet, since

        edition = run.book.settings.book.edition
        for file in self.files(run.book):
            before = archive.before(run.book.root, edition)
            found = since(run.book, str(before), archive.read_sheets(run.folder / "dist"))
            print_sheet(found, run.book, run.folder / file.path)
        return ()
