"""Each form as a PDF of its own, offered on the page of the form."""

from handbook.book import PageKind
from handbook.products.cut_pdfs import CutPdfs
from handbook.products.product import FORMS


class FormPdfs(CutPdfs):
    """Guide, example and sheet of each form."""

    path = FORMS
    kind = PageKind.INSTRUMENT
