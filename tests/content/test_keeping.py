"""Data that keep readers' answers valid: permanent names, old names, the fields that are kept."""

from __future__ import annotations

from handbook.content.instrument import Instrument, renamed
from handbook.html import Audience, Medium
from handbook.render.blocks import blank_forms
from handbook.render.renderer import Renderer
from handbook.render.workbook import required
from handbook.site.navigation import script_data
from tests.conftest import CopyOf, Edit, render, whole
from tests.content.test_forms import form

FORM = "docs/modul-02/ik-2-1.yml"
OTHER = "docs/modul-03/ik-3-1.yml"


def edit(old: str, new: str, file: str = FORM) -> Edit:
    return {"berkas": file, "ganti": old, "dengan": new}


def page(copy_of: CopyOf, uri: str, *edits: Edit, medium: Medium = Medium.SITE) -> str:
    return render(Renderer(whole(copy_of(*edits)), Audience.PARTICIPANT, medium), uri)


def test_old_names_lead_to_new_ones(copy_of: CopyOf) -> None:
    book = whole(
        copy_of(
            edit("petunjuk:", "alias: [ik-2-9]\npetunjuk:"),
            edit("    id: kisi\n", "    id: kisi\n    alias: [tabel]\n"),
            edit("{id: langkah,", "{id: langkah, alias: [tindakan],"),
            edit("{id: pagi,", "{id: pagi, alias: [subuh],"),
            edit("{id: alat,", "{id: alat, alias: [perkakas],"),
        )
    )
    value = book.pages["modul-02/ik-2-1.md"].value
    assert isinstance(value, Instrument)
    expected = {
        "ik-2-9": "ik-2-1",
        "ik-2-1.tabel": "ik-2-1.kisi",
        "ik-2-1.kisi.tindakan": "ik-2-1.kisi.langkah",
        "ik-2-1.kisi.*.subuh": "ik-2-1.kisi.*.pagi",
        "ik-2-1.tambahan.perkakas": "ik-2-1.tambahan.alat",
    }
    assert renamed(value) == expected
    assert script_data(book)["aliases"] == expected


def test_a_form_says_that_it_is_kept_on_the_device_only(copy_of: CopyOf) -> None:
    text = page(copy_of, "modul-02/ik-2-1.md")
    assert "Tidak ada yang dikirim." in text
    assert "perangkat yang dipakai bersama" in text
    assert "data-keep" not in text


def test_a_form_that_is_not_kept_says_so(copy_of: CopyOf) -> None:
    root = copy_of(edit("petunjuk:", "simpan: tidak\npetunjuk:"))
    renderer = Renderer(whole(root), Audience.PARTICIPANT, Medium.SITE)
    text = render(renderer, "modul-02/ik-2-1.md")
    assert 'data-keep="tidak"' in text
    assert "Isian tidak disimpan." in text
    assert set(blank_forms(renderer)) == {"ik-3-1"}


CARRY = edit("petunjuk:", "mengambil_dari:\n  - {dari: %s, ke: %s}\npetunjuk:", OTHER)


def carry(source: str, into: str) -> Edit:
    return {**CARRY, "dengan": CARRY["dengan"] % (source, into)}


def test_a_row_is_carried_into_one_field(copy_of: CopyOf) -> None:
    text = page(copy_of, "modul-03/ik-3-1.md", carry("ik-2-1.kisi.langkah", "panen.pembagian"))
    assert 'data-from="ik-2-1"' in text
    assert 'href="../modul-02/ik-2-1.md"' in text
    assert '<li data-into="panen.pembagian" data-place="kisi.langkah.tanah">(2) Tanah</li>' in text
    assert 'data-into="panen.pembagian" data-place="kisi.langkah.sore">Cahaya: (4) Sore</li>' in text
    assert "kisi.keadaan" not in text
    assert "data-more" not in text


def test_a_column_is_carried_row_by_row(copy_of: CopyOf) -> None:
    text = page(copy_of, "modul-03/ik-3-1.md", carry("ik-2-1.kisi.*.tanah", "panen.pembagian"))
    assert 'data-into="panen.pembagian" data-more="panen.pembagian" data-place="kisi.langkah.tanah"' in text
    assert "kisi.langkah.sore" not in text


def test_a_group_is_carried_field_by_field(copy_of: CopyOf) -> None:
    more = edit(
        "{id: berat, judul: Berat bayam}", "{id: alat, judul: Alat}\n      - {id: berat, judul: B}", OTHER
    )
    text = page(copy_of, "modul-03/ik-3-1.md", more, carry("ik-2-1.tambahan", "panen"))
    assert 'data-into="panen.alat" data-place="tambahan.alat"' in text
    assert 'data-into="panen.alat" data-place="tambahan.rencana"' in text


def test_nothing_is_carried_on_paper(copy_of: CopyOf) -> None:
    edits = carry("ik-2-1.kisi.langkah", "panen.pembagian")
    assert "carry" not in page(copy_of, "modul-03/ik-3-1.md", edits, medium=Medium.PRINT)


def test_what_a_filled_form_needs() -> None:
    assert required(form("tabel")) == ["bibit", "alat"]
    assert required(form("pasangan"))[0].count(".") == 1
    assert required(form("bingo")) == ["lembar"]


def test_a_term_is_marked_once_and_not_in_headings(copy_of: CopyOf) -> None:
    reading = "docs/modul-02/bacaan-2-1.md"
    root = copy_of()
    source = root / reading
    source.write_text(source.read_text() + "\n## JP dan *JP* {#jp}\n\nSatu JP, dua JP, AJP, `JP`, JP-nya.\n")
    text = render(Renderer(whole(root), Audience.PARTICIPANT, Medium.SITE), "modul-02/bacaan-2-1.md")
    assert text.count('class="term"') == text.count("istilah.md#istilah-") >= 1
    assert text.count("#istilah-jp") == 1
    assert ">JP</a>, dua JP, AJP, <code>JP</code>, JP-nya." in text
    printed = render(Renderer(whole(root), Audience.PARTICIPANT, Medium.PRINT), "modul-02/bacaan-2-1.md")
    assert 'class="term"' not in printed
