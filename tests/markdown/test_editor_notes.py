"""Editors' notes: on the law they stand open everywhere, on the edition they are folded and not printed."""

from __future__ import annotations

import pytest
from lxml import html

from handbook.book.uses import pages_citing
from handbook.html import Audience, Medium
from handbook.render.renderer import Renderer
from handbook.site.search.sections import Cutter
from tests.conftest import CopyOf, article, whole

URI = "modul-03/tahap-1.md"
NOTES = """//// catatan-penyunting | hukum: Kebun sekolah
Cangkul diatur IK 2.1.
////

/// catatan-penyunting | edisi: Alat lama
Garpu disebut Kotak 2.1.
///

Petik sayur"""


def renderer(copy_of: CopyOf, audience: Audience, medium: Medium) -> Renderer:
    root = copy_of({"berkas": f"docs/{URI}", "ganti": "Petik sayur", "dengan": NOTES})
    return Renderer(whole(root), audience, medium)


@pytest.mark.parametrize("audience", Audience)
@pytest.mark.parametrize("medium", Medium)
def test_a_note_on_the_law_stands_open(audience: Audience, medium: Medium, copy_of: CopyOf) -> None:
    page = article(renderer(copy_of, audience, medium), URI)
    note = page.find_class("editor-note")[0]
    assert note.tag == "aside"
    assert [item.text_content().strip() for item in note] == [
        "Catatan hukum: Kebun sekolah",
        "Cangkul diatur IK 2.1.",
    ]


@pytest.mark.parametrize("audience", Audience)
def test_a_note_on_the_edition_is_folded_on_the_site(audience: Audience, copy_of: CopyOf) -> None:
    note = article(renderer(copy_of, audience, Medium.SITE), URI).find_class("editor-note")[1]
    assert (note.tag, note.get("open")) == ("details", None)
    assert note[0].tag == "summary"
    assert note[0].text_content() == "Catatan edisi: Alat lama"
    assert "Garpu" in note[1].text_content()


@pytest.mark.parametrize("audience", Audience)
def test_a_note_on_the_edition_is_not_printed(audience: Audience, copy_of: CopyOf) -> None:
    page = article(renderer(copy_of, audience, Medium.PRINT), URI)
    assert len(page.find_class("editor-note")) == 1
    assert "Garpu" not in page.text_content()
    assert "Petik sayur" in page.text_content()


def test_the_search_reads_what_is_folded(copy_of: CopyOf) -> None:
    shown = renderer(copy_of, Audience.PARTICIPANT, Medium.SITE)
    page = article(shown, URI)
    sections = Cutter({}).cut(html.tostring(page, encoding="unicode"))
    assert any("Garpu" in section.text for section in sections)


def test_print_counts_no_use_that_it_does_not_show(copy_of: CopyOf) -> None:
    book = renderer(copy_of, Audience.PARTICIPANT, Medium.PRINT).book
    read = {printed: pages_citing(book, printed=printed) for printed in (True, False)}
    assert URI in [page.uri for page in read[True]["ik-2-1"]]
    assert URI in [page.uri for page in read[False]["box-2-1"]]
    assert URI not in [page.uri for page in read[True]["box-2-1"]]
