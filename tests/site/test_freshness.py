"""A page that would come out the same is not drawn again; whatever may change it draws it anew."""

from __future__ import annotations

import logging
from pathlib import Path

from handbook import checks
from handbook.render.stamps import Stamps
from handbook.site.freshness import Complaints
from tests.conftest import CopyOf, Edit

READING, STAGE = "modul-02/bacaan-2-1.md", "modul-02/tahap-2.md"
LISTS = {"index.md", "modul-02/index.md"}
"""Pages with something of the whole book."""
DISCARDED = "Benih yang mengambang dibuang."
MENTIONS = {"modul-03/index.md", "lampiran/istilah.md", "lampiran/kompetensi.md", "lampiran/peraturan.md"}
"""Other pages with blocks that may show what pages mention."""


def stamped(root: Path) -> dict[str, str]:
    book, _ = checks.run(root)
    assert book is not None
    stamps = Stamps(book)
    return {uri: stamps.of(page) for uri, page in book.pages.items()}


def changed(copy_of: CopyOf, file: str, old: str, new: str) -> set[str]:
    """The pages that are drawn again after an edit."""
    edit: Edit = {"berkas": f"docs/{file}", "ganti": old, "dengan": new}
    before, after = stamped(copy_of(name="lama")), stamped(copy_of(edit, name="baru"))
    assert before.keys() == after.keys()
    return {uri for uri in before if before[uri] != after[uri]}


def test_a_sentence_changes_its_own_page(copy_of: CopyOf) -> None:
    assert changed(copy_of, STAGE, DISCARDED, "Benih yang mengambang ditanam.") == {STAGE}


def test_another_mention_shows_in_what_shows_the_whole_book(copy_of: CopyOf) -> None:
    found = changed(copy_of, STAGE, DISCARDED, "Benih yang mengambang dibuang, lihat Kuis 2.")
    assert found == {STAGE, *LISTS, *MENTIONS}


def test_another_title_shows_wherever_it_may_be_named(copy_of: CopyOf) -> None:
    found = changed(copy_of, "modul-02/ik-2-1.yml", "judul: Lembar Amatan Kebun", "judul: Amatan")
    assert {READING, STAGE, *LISTS} <= found


def test_the_host_is_heard_when_it_complains_but_not_our_own_words() -> None:
    heard = Complaints()
    heard.handle(logging.LogRecord("mkdocs.hooks.handbook", logging.WARNING, "", 1, "ours", (), None))
    assert not heard.any
    heard.handle(logging.LogRecord("mkdocs.structure.pages", logging.WARNING, "", 1, "theirs", (), None))
    assert heard.any
