"""Facilitators' notes never reach participants, however the author indents or quotes them."""

from __future__ import annotations

import pytest

from handbook import checks
from handbook.book.book import Book
from handbook.book.uses import pages_citing
from handbook.html import Audience, Medium
from handbook.render.renderer import Renderer
from tests.conftest import CopyOf, render, whole

SECRETS = {
    "modul-02/tahap-1.md": ("Rahasia tahap", "Rahasia catatan", "Untuk fasilitator"),
    "modul-02/rangkuman.md": ("Rahasia jawaban", "Pokok jawaban"),
}
STAGE = "docs/modul-02/tahap-1.md"
NOTE = "/// fasilitator\nbocor\n///"
HIDDEN = {
    "plain": NOTE,
    "without a space": NOTE.replace("/// f", "///f"),
    "with more slashes": NOTE.replace("///", "/////"),
    "in an editor's note": f"//// catatan-penyunting | hukum\n{NOTE}\n\nSekop.\n////",
    "after a fence": f"```\n/// kotak\n```\n\n{NOTE}",
    "with a fence inside": "/// fasilitator\n```\n///\n```\nbocor\n///",
    "never closed": "/// fasilitator\nbocor",
    "in two paragraphs": "/// fasilitator\nbocor\n\nbocor lagi\n\n    bocor kode\n///",
    "after an open comment in code": f"Tulis `<!--`.\n\n{NOTE}\n\nTutup `-->`.",
    "with a capital": NOTE.replace("/// f", "/// F"),
    "in a markdown division": f"<div markdown>\n{NOTE}\n</div>",
}
ESCAPING = {
    "with two slashes": NOTE.replace("///", "//"),
    "with one slash in a list": "1. Satu\n\n    / fasilitator\n    bocor\n    /\n",
    "after a space": " /// fasilitator\nbocor\n///",
    "in a list item": "1. Satu\n\n    /// fasilitator\n    bocor\n    ///\n",
    "in a quotation": "> Kata\n>\n> /// fasilitator\n> bocor\n> ///\n",
    "in a definition": "Kata\n:   Arti\n\n    /// fasilitator\n    bocor\n    ///\n",
    "in a footnote": "Kata[^k]\n\n[^k]: Awal\n\n    /// fasilitator\n    bocor\n    ///\n",
    "between lone backticks": f"Tanda ` ini.\n\n{NOTE}\n\nTanda ` itu.",
    "after an open fence": f"```\n\n{NOTE}",
    "after an indented fence": f"  ```\n  x\n\n{NOTE}",
    "between open and closed comment": f"Tulis <!-- di sini.\n\n{NOTE}\n\nTutup -->",
    "in a long quotation": f"Kata <q>ini.\n\n{NOTE}\n\nTutup</q>",
}


@pytest.mark.parametrize("medium", Medium)
def test_participants_get_no_secret_on_any_page(medium: Medium, book: Book) -> None:
    renderer = Renderer(book, Audience.PARTICIPANT, medium)
    everything = "\n".join(render(renderer, uri) for uri in book.pages)
    for uri, words in SECRETS.items():
        assert uri in book.pages
        assert [text for text in words if text in everything] == []


@pytest.mark.parametrize("medium", Medium)
def test_facilitators_get_every_secret(medium: Medium, book: Book) -> None:
    renderer = Renderer(book, Audience.FACILITATOR, medium)
    for uri, words in SECRETS.items():
        html = render(renderer, uri)
        assert [text for text in words if text not in html] == []


def test_the_key_of_a_quiz_is_not_in_participants_print(book: Book) -> None:
    uri = "modul-02/kuis-2.md"
    key = "Akar muda memerlukan tanah gembur"
    assert key in render(Renderer(book, Audience.PARTICIPANT, Medium.SITE), uri)
    assert key not in render(Renderer(book, Audience.PARTICIPANT, Medium.PRINT), uri)
    assert key in render(Renderer(book, Audience.FACILITATOR, Medium.PRINT), uri)


@pytest.mark.parametrize("way", HIDDEN)
def test_a_note_is_hidden(way: str, copy_of: CopyOf) -> None:
    assert_hidden(HIDDEN[way], copy_of)


@pytest.mark.parametrize("way", ESCAPING)
def test_a_note_that_escapes_the_cutting_is_reported_or_dropped(way: str, copy_of: CopyOf) -> None:
    assert_hidden(ESCAPING[way], copy_of)


def assert_hidden(text: str, copy_of: CopyOf) -> None:
    """The note is cut from participants' pages, or reported so that nothing is published."""
    root = copy_of({"berkas": STAGE, "ganti": "Amati tanah", "dengan": f"{text}\n\nAmati tanah"})
    book, problems = checks.run(root)
    assert book is not None
    uri = STAGE.removeprefix("docs/")
    assert "bocor" in render(Renderer(book, Audience.FACILITATOR, Medium.SITE), uri)
    assert problems or "bocor" not in render(Renderer(book, Audience.PARTICIPANT, Medium.SITE), uri)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Sediakan tiga contoh tanah.", "Sediakan tiga contoh tanah, lalu buka IK 2.1."),
        ("  materi: [2.1]", "  materi: [2.1]\n  siapkan: [IK 2.1 untuk setiap orang]"),
    ],
    ids=["note", "what to prepare"],
)
def test_what_only_facilitators_read_is_no_use(copy_of: CopyOf, old: str, new: str) -> None:
    """Neither the list of stages nor the list of places names a form that participants do not find there."""
    book = whole(copy_of({"berkas": STAGE, "ganti": old, "dengan": new}))
    assert "modul-02/tahap-1.md" not in [page.uri for page in pages_citing(book, printed=False)["ik-2-1"]]
    drawn = render(Renderer(book, Audience.PARTICIPANT, Medium.SITE), "modul-02/index.md")
    first = drawn[drawn.index("Mengenal Tanah") : drawn.index("Menyemai")]
    assert "IK 2.1" not in first


def test_what_participants_read_is_a_use(copy_of: CopyOf) -> None:
    edit = {"berkas": STAGE, "ganti": "Remas segenggam tanah", "dengan": "Buka IK 2.1. Remas segenggam tanah"}
    book = whole(copy_of(edit))
    assert "modul-02/tahap-1.md" in [page.uri for page in pages_citing(book, printed=False)["ik-2-1"]]
