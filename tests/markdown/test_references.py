"""Words and numbers that stay on one line."""

from __future__ import annotations

from xml.etree.ElementTree import fromstring, tostring

import pytest

from handbook.book import Book
from handbook.render.references import keep_numbers

CASES = {
    "a mention of one number": ('<a class="mention">IK 2.1</a>', '<a class="mention">IK 2.1</a>'),
    "a row of a form": (
        '<a class="mention">baris IV pada IK 2.1</a>',
        '<a class="mention mention-long"><span class="together">baris IV</span> pada '
        '<span class="together">IK 2.1</span></a>',
    ),
    "an article in running text": (
        "Menurut Pasal 226 ayat (3), ya.",
        'Menurut <span class="together">Pasal 226</span> <span class="together">ayat (3)</span>, ya.',
    ),
    "a letter": ("pada huruf b dan", 'pada <span class="together">huruf b</span> dan'),
    "the end of a sentence": ("Lihat IK 2.1.", 'Lihat <span class="together">IK 2.1</span>.'),
    "what is counted": ("selama 60 hari", "selama 60 hari"),
    "code": ("<code>IK 2.1</code>", "<code>IK 2.1</code>"),
    "after an element": ("<b>Isi</b> IK 2.1", '<b>Isi</b> <span class="together">IK 2.1</span>'),
}


@pytest.mark.parametrize("case", CASES)
def test_a_word_keeps_its_number(case: str, book: Book) -> None:
    before, after = CASES[case]
    root = fromstring(f"<p>{before}</p>")
    keep_numbers(root, book.settings)
    assert tostring(root, encoding="unicode") == f"<p>{after}</p>"
