"""Each form as a PDF of its own, offered on the page of the form."""

from handbook.book import PageKind
from handbook.products.cut_pdfs import CutPdfs


class FormPdfs(CutPdfs):
    """Guide, example and sheet of each form."""

    path = "dist/instrumen"
    kind = PageKind.INSTRUMENT
