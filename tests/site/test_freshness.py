"""The preview draws again what an edit may have changed, and leaves the rest."""

from __future__ import annotations

from pathlib import Path
from types import SimpleNamespace

from handbook import checks
from handbook.site.freshness import PreviewState, stamps
from tests.conftest import CopyOf, Edit

READING, STAGE = "modul-02/bacaan-2-1.md", "modul-02/tahap-2.md"


def stamped(root: Path) -> dict[str, str]:
    book, problems = checks.run(root)
    assert book is not None
    return stamps(book, problems, "")


def changed(copy_of: CopyOf, file: str, old: str, new: str) -> set[str]:
    """The pages that may stay as they are, but for those that this edit changes."""
    edit: Edit = {"berkas": f"docs/{file}", "ganti": old, "dengan": new}
    before, after = stamped(copy_of(name="lama")), stamped(copy_of(edit, name="baru"))
    assert READING in before
    return {uri for uri in before if before[uri] != after.get(uri)}


def test_a_sentence_changes_its_own_page(copy_of: CopyOf) -> None:
    old = "Benih yang mengambang dibuang."
    assert changed(copy_of, STAGE, old, "Benih yang mengambang ditanam.") == {STAGE}


def test_a_problem_shows_on_the_page_that_has_it(copy_of: CopyOf) -> None:
    assert STAGE in changed(
        copy_of, STAGE, "Tahap ini melanjutkan Tahap 1.", "Tahap ini melanjutkan Tahap 9."
    )


def test_another_title_shows_wherever_it_may_be_named(copy_of: CopyOf) -> None:
    found = changed(copy_of, "modul-02/ik-2-1.yml", "judul: Lembar Amatan Kebun", "judul: Amatan")
    assert {READING, STAGE} <= found


def test_forms_and_lists_are_always_drawn_again(copy_of: CopyOf) -> None:
    assert set(stamped(copy_of())) & {"index.md", "modul-02/ik-2-1.md", "modul-02/index.md"} == set()


def test_the_host_makes_only_what_is_not_the_same(tmp_path: Path) -> None:
    (tmp_path / "a").touch()
    (tmp_path / "b").touch()
    files = [SimpleNamespace(src_uri=f"{n}.md", abs_dest_path=str(tmp_path / n)) for n in ("a", "b", "c")]
    kept = PreviewState()
    kept.mark(files, {"a.md": "1", "b.md": "1", "c.md": "1"})
    assert [file.is_modified() for file in files] == [True, True, True]
    kept.mark(files, {"a.md": "1", "b.md": "2", "c.md": "1"})
    assert [file.is_modified() for file in files] == [False, True, True]  # c was never written
