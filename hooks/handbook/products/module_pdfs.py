"""Each module as a PDF of its own, offered on the page of the module."""

from pathlib import PurePosixPath

from handbook.book import Page, PageKind
from handbook.products.cut_pdfs import CutPdfs


class ModulePdfs(CutPdfs):
    """A module with all that stands in it."""

    path = "dist/modul"
    kind = PageKind.MODULE

    def name(self, page: Page) -> str:
        """The name of its folder: `modul-02`."""
        return PurePosixPath(page.uri).parent.name
