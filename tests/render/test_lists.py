"""The lists that a book makes of itself: what to bring, forms, codes against modules, laws, abbreviations.

What must stand there is read from the YAML files themselves, not through the engine.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from lxml.html import HtmlElement

from handbook.book.book import Book
from handbook.html import Audience, Medium
from handbook.render.renderer import Renderer
from tests.conftest import PROJECT, CopyOf, article, whole

FACTS = Path(__file__).with_name("facts")
FIRM = ("tidak-pasti", "diketahui", "sumber-sekunder", "teks-dibaca", "terverifikasi")
READ = ("-", "judul", "sekunder", "pasal", "naskah")
both = pytest.mark.parametrize("medium", list(Medium))


def loaded(path: Path) -> Any:
    return yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)


def forms(root: Path) -> dict[str, dict[str, Any]]:
    """Every form of the written modules by id."""
    return {file.stem: loaded(file) for file in sorted((root / "docs").glob("modul-*/ik-*.yml"))}


@functools.cache
def read(root: Path) -> Book:
    return whole(root)


def page(root: Path, uri: str, medium: Medium = Medium.SITE) -> HtmlElement:
    return article(Renderer(read(root), Audience.PARTICIPANT, medium), uri)


def words(element: HtmlElement) -> str:
    return " ".join(element.text_content().split())


def plain(text: str) -> str:
    """An author's string as it is shown."""
    return re.sub(r'"([^"\n]+)"', r"“\1”", re.sub(r"\*([^*\n]+)\*", r"\1", " ".join(text.split())))


def listing(root: Path, name: str) -> Path:
    """The minibook with one list on its page of competencies."""
    page = root / "docs" / "lampiran" / "kompetensi.md"
    head = "---\nhalaman:\n  judul: Daftar\n  ringkas: Daftar.\n---\n"
    page.write_text(f"{head}## Daftar\n\n/// daftar | {name}\n///\n", encoding="utf-8")
    return root


def with_needs(root: Path, needs: list[str]) -> Path:
    """The minibook whose second form asks for something too."""
    file = root / "docs" / "modul-03" / "ik-3-1.yml"
    text = file.read_text(encoding="utf-8")
    file.write_text(text + "perlu_data:\n" + "".join(f"  - {item}\n" for item in needs), encoding="utf-8")
    return root


@both
def test_everything_that_a_form_needs_stands_on_the_check_list(medium: Medium) -> None:
    listed = page(PROJECT, "sebelum-berangkat.md", medium).find_class("bring-list")[0]
    items = {words(item) for item in listed.find_class("bring-words")}
    needed = {plain(text) for form in forms(PROJECT).values() for text in form.get("perlu_data", [])}
    alike = {item.casefold() for item in items}
    assert {text for text in needed if text.rstrip(".").casefold() not in alike} == set()
    assert len(items) >= 50


def test_the_check_list_names_every_form_that_asks() -> None:
    asking = {f"IK {form['nomor']}" for form in forms(PROJECT).values() if form.get("perlu_data")}
    listed = page(PROJECT, "sebelum-berangkat.md").find_class("bring-list")[0]
    assert {words(link) for link in listed.iter("a") if words(link).startswith("IK")} == asking


def test_a_need_that_is_added_to_a_form_comes_to_the_list(copy_of: CopyOf) -> None:
    root = with_needs(listing(copy_of(), "perlu-data"), ["Berat panen tahun lalu", "Luas halaman sekolah."])
    listed = page(root, "lampiran/kompetensi.md").find_class("bring-list")[0]
    assert [words(item) for item in listed.iter("li")] == [
        "Luas halaman sekolah Juga untuk IK 3.1",
        "Berat panen tahun lalu",
    ]
    assert words(listed.find_class("bring-earlier")[0]).endswith("IK 2.1.")


def test_modules_without_needs_are_named_together(copy_of: CopyOf) -> None:
    listed = page(listing(copy_of(), "perlu-data"), "lampiran/kompetensi.md").find_class("bring-list")[0]
    assert words(listed.find_class("bring-none")[0]) == "Tidak ada data yang perlu dibawa untuk Modul 3."
    assert [words(head) for head in listed.iter("h3")] == ["Modul 2: Menanam Sayur"]


@both
def test_every_form_stands_in_the_list_of_forms(medium: Medium) -> None:
    table = page(PROJECT, "lampiran/instrumen.md", medium).find_class("form-list")[0]
    rows = {cells[0]: cells for cells in rows_of(table)}
    expected = {f"IK {form['nomor']} {form['judul']}" for form in forms(PROJECT).values()}
    assert set(rows) == expected
    for form in forms(PROJECT).values():
        own = rows[f"IK {form['nomor']} {form['judul']}"]
        assert own[2] == ", ".join(f"Tahap {stage}" for stage in form["tahap"])


def test_what_one_form_takes_another_gives() -> None:
    rows = {cells[0].split()[1]: cells for cells in rows_of(page(PROJECT, "lampiran/instrumen.md"))}
    found = forms(PROJECT)
    taken = {(id_, source) for id_, form in found.items() for source in sources(form) if source != id_}
    names = {id_: form["nomor"] for id_, form in found.items()}
    assert {(names[id_], number) for id_ in names for number in numbers(rows[names[id_]][3])} == {
        (names[id_], names[source]) for id_, source in taken
    }
    assert {(number, names[id_]) for id_ in names for number in numbers(rows[names[id_]][4])} == {
        (names[id_], names[source]) for id_, source in taken
    }
    assert taken


def sources(form: dict[str, Any]) -> set[str]:
    return {carry["dari"].split(".")[0] for carry in form.get("mengambil_dari", [])}


def numbers(cell: str) -> list[str]:
    return re.findall(r"IK ([\d.]+\d)", cell)


def rows_of(root: HtmlElement) -> Iterator[list[str]]:
    """The cells of each row that is neither a head nor the title of a group."""
    for row in root.iter("tr"):
        if row.getparent().tag == "tbody" and "group" not in row.classes:
            yield [words(cell) for cell in row]


def test_print_gives_each_form_its_page() -> None:
    table = page(PROJECT, "lampiran/instrumen.md", Medium.PRINT).find_class("form-list")[0]
    assert [span.get("data-target") for span in table.find_class("page-number")] == [
        f"ik-{cells[0].split()[1].replace('.', '-')}" for cells in rows_of(table)
    ]
    assert table.find_class("page-ref") == []


def test_the_matrix_says_which_module_cites_which_code() -> None:
    table = page(PROJECT, "lampiran/kompetensi.md").find_class("competency-matrix")[0]
    cited = {
        (row.get("id"), cell.get("data-head"))
        for row in table.iter("tr")
        for cell in row.find_class("covers-yes")
    }
    expected = {
        (f"kompetensi-{code.lower().replace('.', '-')}", str(int(file.parent.name[-2:])))
        for file in (PROJECT / "docs").glob("modul-*/index.md")
        for code in yaml.load(file.read_text(encoding="utf-8").split("---\n")[1], yaml.BaseLoader)["modul"][
            "kompetensi"
        ]
    }
    assert cited == expected
    assert {words(cell) for cell in table.find_class("covers-yes")} == {"ya"}


def test_every_row_of_the_matrix_has_all_modules() -> None:
    table = page(PROJECT, "lampiran/kompetensi.md").find_class("competency-matrix")[0]
    assert {len(cells) for cells in rows_of(table)} == {2 + 10}
    assert [words(head) for head in table.findall("thead/tr")[1]] == [
        f"Modul {number}" for number in range(1, 11)
    ]


def test_what_was_announced_and_never_taught_is_said() -> None:
    whole_page = page(PROJECT, "lampiran/kompetensi.md")
    assert "Inovasi tidak pernah muncul sebagai kompetensi modul mana pun" in words(whole_page)
    assert "Inovasi" not in words(whole_page.find_class("competency-matrix")[0])


def spelled(text: str) -> str:
    return " ".join(re.sub(r"\(.*?\)|[^\w ]", " ", text.casefold()).split())


@pytest.mark.parametrize("fact", loaded(FACTS / "abbreviations.yml"), ids=lambda fact: fact["singkatan"])
def test_an_abbreviation_of_the_print_is_explained(fact: dict[str, str]) -> None:
    entries = loaded(PROJECT / "docs" / "lampiran" / "istilah.yml")["istilah"]
    named = {
        name.casefold(): e for e in entries for name in (e["istilah"], *re.split(r"[\s/,]+", e["istilah"]))
    }
    entry = named[fact["singkatan"].casefold()]
    assert entry["arti"]
    if "kepanjangan" in fact:
        assert spelled(entry["kepanjangan"]) == spelled(fact["kepanjangan"])


@pytest.mark.parametrize("fact", loaded(FACTS / "laws.yml"), ids=lambda fact: fact["id"])
def test_a_law_is_registered_and_not_surer_than_it_is(fact: dict[str, str]) -> None:
    laws = {law["id"]: law for law in loaded(PROJECT / "docs" / "lampiran" / "peraturan.yml")["peraturan"]}
    law = laws[fact["id"]]
    assert law["tahun"] == fact["tahun"]
    assert FIRM.index(law["keyakinan"]) <= FIRM.index(fact["keyakinan"])
    assert READ.index(law.get("dibaca", "-")) <= READ.index(fact["dibaca"])
    assert (law["status"] == "dicabut") == (fact["dicabut"] == "ya")


def test_what_is_unconfirmed_is_shown_so() -> None:
    sections = page(PROJECT, "lampiran/peraturan.md").find_class("regulation")
    laws = {law["id"]: law for law in loaded(PROJECT / "docs" / "lampiran" / "peraturan.yml")["peraturan"]}
    for section in sections:
        is_sure = laws[section.get("id")]["keyakinan"] == "terverifikasi"
        assert ("periksa di JDIH" in words(section.find_class("facts")[0])) != is_sure, section.get("id")
    assert len(sections) == len(laws) >= 82


def test_laws_stand_by_form_then_year() -> None:
    laws = {law["id"]: law for law in loaded(PROJECT / "docs" / "lampiran" / "peraturan.yml")["peraturan"]}
    order = [
        laws[section.get("id")] for section in page(PROJECT, "lampiran/peraturan.md").find_class("regulation")
    ]
    kinds = [law["jenis"] for law in order]
    assert list(dict.fromkeys(kinds))[:5] == ["UUD", "UU", "Perppu", "PP", "Perpres"]
    assert len(dict.fromkeys(kinds)) == sum(a != b for a, b in zip(kinds, [None, *kinds], strict=False))
    for kind in set(kinds):
        years = [int(law["tahun"]) for law in order if law["jenis"] == kind]
        assert years == sorted(years), kind


def test_terms_in_italics_stand_in_their_place() -> None:
    names = [words(term) for term in page(PROJECT, "lampiran/istilah.md").iter("dt")]
    assert names == sorted(names, key=str.casefold)
    assert "appreciative inquiry" in names
