"""Moved, renamed and deleted parts: every mention follows, old addresses answer, undoing is exact."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from handbook.authoring import scaffold
from handbook.authoring.moving.change import change, left_behind
from handbook.authoring.moving.removal import uses_of, without
from handbook.authoring.moving.wish import place_of, renaming_of, series, target_of
from handbook.html import Audience, Medium
from handbook.problem import RefusedError
from handbook.render.blocks import blank_forms
from handbook.render.renderer import Renderer
from handbook.site.navigation import script_data
from handbook.site.redirects import redirects
from tests.authoring.moving import READING, STAGE, move, publish, put, state, text, three
from tests.conftest import lines_of, render, whole

__all__ = ["three"]


def test_every_spelling_of_a_mention_follows(three: Path) -> None:
    move(three, "ik-2-1", "ik-2-3")
    said = text(three, READING).rpartition("{#ejaan}\n\n")[2]
    assert said == (
        "IK 2.3, 2.1, dan *IK 2.2*; Instrumen Kerja (IK) 2.3; IK&nbsp;2.1; "
        "ik-2-1 dan `IK 2.1` bukan sebutan.\nRentang IK 2.1\nsampai IK 2.3 dan IK 2.1–2.3. "
        "Baris I pada IK 2.3, lalu [lembar][ik-2-3] dan\n"
        "[lembar lain](ik-2-1.md#ik-2-1-petunjuk).\n\n> Kutipan yang terpotong di antara IK\n"
        "> 2.2 dan angkanya."
        "\n\n[berkas]: ik-2-2.md\n"
    )
    assert text(three, "docs/modul-02/ik-2-3.yml").startswith("nomor: 2.3\njudul: Lembar Amatan Kebun\n")
    assert "Isi baris I pada IK 2.3," in text(three, STAGE)
    assert "/// instrumen | ik-2-3\n" in text(three, STAGE)
    assert "mengenal IK 2.3." in text(three, "docs/modul-02/index.md")
    assert "hasil IK 2.3." in text(three, "docs/modul-02/kuis-2.yml")


def test_a_stage_goes_behind_another(three: Path) -> None:
    move(three, "tahap-2-1", "tahap-2-2", after=True)
    assert "judul: Menyemai\n" in text(three, "docs/modul-02/tahap-1.md")
    assert "melanjutkan Tahap 2." in text(three, "docs/modul-02/tahap-1.md")
    assert "tahap: [1B]\n" in text(three, "docs/modul-02/ik-2-1.yml")
    assert "bagian: tahap-2-1a\n" in text(three, "docs/modul-02/kuis-2.yml")
    assert "tampak pada Tahap 1A." in text(three, READING)
    assert "Tahap 1 Modul 2" in text(three, "docs/modul-03/tahap-1.md")


def test_a_module_takes_all_with_it(three: Path) -> None:
    before = state(three)
    book = move(three, "modul-3", "modul-02")
    assert "Tahap 2 Modul 3." in text(three, "docs/modul-02/tahap-1.md")
    assert "mengukur: 3.1.2\n    bagian: gambar-3-1\n" in text(three, "docs/modul-03/kuis-3.yml")
    assert "Modul 1 dan\nModul 2." in text(three, "docs/modul-03/bacaan-3-1.md")
    assert [plan.title for plan in book.settings.modules][1:] == ["Memanen Bersama", "Menanam Sayur"]
    move(three, "modul-02", "modul-3")
    assert state(three) == before


def test_an_address_that_no_page_has_any_more_leads_on(three: Path) -> None:
    before = state(three)
    book = move(three, "modul-2", "modul-7")
    assert redirects(book)["modul-02/"] == "modul-07/"
    assert redirects(book)["modul-02/ik-2-3/"] == "modul-07/ik-7-3/"
    assert redirects(book)["modul-02/kuis-2/"] == "modul-07/kuis-7/"
    assert script_data(book)["aliases"]["ik-2-1"] == "ik-7-1"
    assert script_data(book)["aliases"]["kuis-2"] == "kuis-7"
    move(three, "modul-7", "modul-2")
    assert state(three) == before


def test_an_alias_stays_when_its_address_was_published(three: Path) -> None:
    before = state(three)
    move(three, "modul-3", "modul-7")
    publish(three, "2026.0")
    move(three, "modul-7", "modul-3")
    after = {path: content for path, content in state(three).items() if content != before[path]}
    assert {*state(three)} == {*before}
    lost = {path: {*content.splitlines()} - {*before[path].splitlines()} for path, content in after.items()}
    assert lost == {
        "docs/modul-03/index.md": {b"  alias: [modul-07]"},
        "docs/modul-03/tahap-1.md": {b"  alias: [modul-07/tahap-1]"},
        "docs/modul-03/ik-3-1.yml": {b"alias: [ik-7-1]"},
    }


def test_published_forms_that_change_numbers_keep_their_answers_and_their_sheets_apart(three: Path) -> None:
    publish(three, "2026.0")
    before = state(three)
    book = move(three, "ik-2-1", "ik-2-2")
    first, second = (book.pages[f"modul-02/ik-2-{number}.md"] for number in (1, 2))
    assert (first.title, first.address) == ("Lembar Amatan Kebun", "modul-02/ik-2-1/")
    assert (first.id, first.number) == ("ik-2-1", "2.2")
    assert (second.title, second.id, second.number) == ("Lembar Kedua", "ik-2-2", "2.1")
    assert "urutan: [tahap-1, tahap-2, ik-2-1, ik-2-3," in text(three, "docs/modul-02/index.md")
    assert "Isi baris I pada IK 2.2," in text(three, STAGE)
    renderer = Renderer(book, Audience.PARTICIPANT, Medium.SITE)
    assert re.search(r'href="ik-2-1\.md[^>]*>[^<]*IK 2\.2<', render(renderer, "modul-02/tahap-2.md"))
    kept = blank_forms(renderer)["ik-2-1"]
    assert 'data-instrument="ik-2-1"' in kept
    assert "IK 2.2 Lembar Amatan Kebun" in kept
    assert 'name="ik-2-1.kisi.keadaan.tanah"' in kept
    move(three, "ik-2-2", "ik-2-1")
    assert state(three) == before


def test_a_published_quiz_keeps_its_number_from_others(three: Path) -> None:
    scaffold.quiz(whole(three), 3, "Kuis Panen")
    publish(three, "2026.0")
    with pytest.raises(RefusedError) as refused:
        renaming_of(whole(three), "modul-2", "modul-3")
    assert refused.value.key == "terpakai"
    assert refused.value.words["edisi"] == "2026.0"


@pytest.mark.parametrize(
    ("what", "to", "key"),
    [
        ("ik-2-9", "ik-2-1", "tak_ada"),
        ("ik-2-1", "ik-2-9", "di_luar_deret"),
        ("ik-2-1", "ik-3-1", "di_luar_deret"),
        ("ik-2-1", "ik-2-1", "sama"),
        ("kuis-2", "kuis-3", "tak_bernomor"),
        ("tahap-2-2a", "tahap-2-2b", "tak_bernomor"),
        ("lampiran/istilah", "istilah", "nama_berkas"),
        ("lampiran/istilah", "lampiran/peraturan", "ada"),
    ],
)
def test_what_cannot_be_is_refused(three: Path, what: str, to: str, key: str) -> None:
    with pytest.raises(RefusedError) as refused:
        renaming_of(whole(three), what, to)
    assert refused.value.key == key


def test_a_range_is_not_torn_apart(three: Path) -> None:
    (three / READING).write_text(text(three, READING) + "\nLihat IK 2.1 sampai IK 2.2.\n")
    book = whole(three)
    with pytest.raises(RefusedError) as refused:
        change(book, renaming_of(book, "ik-2-1", "ik-2-3"))
    assert refused.value.key == "rentang"
    assert str(refused.value.words["tempat"]).startswith(f"{READING}:")


def test_a_page_outside_the_modules_gets_another_name(three: Path) -> None:
    before = state(three)
    book = move(three, "lampiran/peraturan", "lampiran/hukum")
    assert redirects(book)["lampiran/peraturan/"] == "lampiran/hukum/"
    move(three, "lampiran/hukum", "lampiran/peraturan")
    assert state(three) == before


def test_line_ends_of_windows_stay(three: Path) -> None:
    file = three / STAGE
    file.write_bytes(b"\xef\xbb\xbf" + file.read_bytes().replace(b"\n", b"\r\n"))
    before = state(three)
    move(three, "ik-2-1", "ik-2-3")
    assert file.read_bytes().startswith(b"\xef\xbb\xbf---\r\n")
    assert file.read_bytes().count(b"\n") == file.read_bytes().count(b"\r\n")
    move(three, "ik-2-3", "ik-2-1")
    assert state(three) == before


def test_what_is_deleted_is_named_first(three: Path) -> None:
    book = whole(three)
    found = [(str(place), words, how) for place, words, how in uses_of(book, target_of(book, "IK 2.3"))]
    line = text(three, STAGE)[: text(three, STAGE).index("| ik-2-3")].count("\n") + 1
    assert (f"{STAGE}:{line}:17", "ik-2-3", "blok") in found
    assert {how for *_, how in found} == {"sebutan", "tautan", "blok"}


def test_what_nothing_names_is_deleted_and_the_others_move_up(three: Path) -> None:
    (three / READING).write_text(text(three, READING).partition("\n## Semua ejaan")[0])
    stage = text(three, STAGE).replace("\n/// instrumen | ik-2-2\n///\n", "").replace("IK 2.2, ", "")
    (three / STAGE).write_text(stage)
    book = whole(three)
    target = target_of(book, "ik-2-2")
    assert [*uses_of(book, target)] == []
    made, _ = without(book, target)
    put(three, made)
    assert lines_of(three) == []
    after = whole(three)
    assert left_behind(made, after) == []
    assert after.pages["modul-02/ik-2-2.md"].title == "Lembar Ketiga"
    assert not (three / "docs/modul-02/ik-2-3.yml").exists()


def test_places_are_numbers(three: Path) -> None:
    assert [place_of(item) for item in series(whole(three), "instrumen", 2)] == [1, 2, 3]
