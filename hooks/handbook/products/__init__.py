"""Everything that is made for readers: one file for each product, and this list.

In: a book that was read and checked. Out: files below site/ and dist/, checked; what the site offers of them.

A file of this room says where its product stands, for whom it is, what it needs, how it is made and how it
is checked (`product.py` has the shape, and what holds unless it is said). The room stands right below the
commands, since it calls the makers: print, site, packs, release. What pages offer reaches the rooms below as
plain values (`render/downloads.py`).
"""

from handbook.products.book_pdf import BookPdf
from handbook.products.comparison_sheet import ComparisonSheet
from handbook.products.conformance_sheet import ConformanceSheet
from handbook.products.ebook import BookEbook
from handbook.products.form_pdfs import FormPdfs
from handbook.products.large_pdf import LargePdf
from handbook.products.module_ebooks import ModuleEbooks
from handbook.products.module_pdfs import ModulePdfs
from handbook.products.moodle_quizzes import MoodleQuizzes
from handbook.products.moodle_tests import MoodleTests
from handbook.products.offline_site import OfflineSite
from handbook.products.product import Product
from handbook.products.registers_pdf import RegistersPdf
from handbook.products.session_packs import SessionPacks
from handbook.products.slides import Slides
from handbook.products.website import Website
from handbook.products.word_forms import WordForms

PRODUCTS: tuple[Product, ...] = (
    BookPdf(),
    ModulePdfs(),
    FormPdfs(),
    WordForms(),
    RegistersPdf(),
    BookEbook(),
    ModuleEbooks(),
    LargePdf(),
    ConformanceSheet(),
    Website(),
    OfflineSite(),
    SessionPacks(),
    MoodleQuizzes(),
    MoodleTests(),
    Slides(),
    ComparisonSheet(),
)
"""In the order of making: what pages offer stands before the website."""
