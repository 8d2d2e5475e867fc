"""The e-books of the small book: sound inside, linked, with the pages of its print."""

from __future__ import annotations

import re
import shutil
import zipfile
from itertools import pairwise
from pathlib import Path
from typing import Any

import pikepdf
import pytest

from handbook.book import Book
from handbook.content.quiz import Quiz
from handbook.formats.epub.making import Ebooks
from handbook.formats.epub.printed import PrintedBook
from handbook.html import Audience
from handbook.memory.store import Store
from handbook.press import Report
from handbook.print.documents import html_parts
from handbook.print.printing import print_book
from handbook.problem import Kind
from handbook.products.inspection.leaks import leaks
from handbook.products.inspection.needles import Needles
from handbook.products.inspection.secrets import secrets
from tests.conftest import MINIBOOK, apply, whole
from tests.formats.epub.reading import NAMES, TYPE, Opened

pytestmark = pytest.mark.pdf

FORMS = ("form", "input", "textarea", "select", "button", "label", "script")


TERM = "Kompos menyuburkan tanah."


def ebooks_of(book: Book, file: Path, report: Report) -> Ebooks:
    paper = book.settings.book.paper
    parts = html_parts(book, Audience.PARTICIPANT, paper)
    return Ebooks(book, parts, PrintedBook(book, parts, file, report), paper)


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> tuple[Book, Path, Report]:
    root = shutil.copytree(MINIBOOK, tmp_path_factory.mktemp("epub") / "buku")
    apply(root, {"berkas": "docs/modul-02/tahap-2.md", "ganti": "Tahap ini", "dengan": f"{TERM} Tahap ini"})
    book, out = whole(root), root / "dist" / "buku-peserta.pdf"
    report, _ = print_book(book, html_parts(book, Audience.PARTICIPANT), out)
    return book, out, report


@pytest.fixture(scope="module")
def ebooks(made: tuple[Book, Path, Report]) -> Ebooks:
    return ebooks_of(*made)


@pytest.fixture(scope="module")
def ebook(ebooks: Ebooks) -> Opened:
    return Opened(ebooks.whole())


def test_its_files_are_those_that_it_names(ebook: Opened) -> None:
    first = ebook.archive.infolist()[0]
    assert (first.filename, first.compress_type, ebook.archive.read(first)) == (
        "mimetype",
        0,
        b"application/epub+zip",
    )
    inside = {name.removeprefix("EPUB/") for name in ebook.archive.namelist() if name.startswith("EPUB/")}
    assert inside == {*ebook.manifest.values(), "buku.opf"}
    assert len(ebook.archive.namelist()) == len(inside) + 2


def test_every_link_leads_somewhere_and_no_id_comes_twice(ebook: Opened) -> None:
    assert ebook.dead() == []
    assert {name for name, found in ebook.anchors.items() if len(set(found)) != len(found)} == set()


def test_the_list_of_pages_is_that_of_the_print(ebook: Opened, made: tuple[Book, Path, Report]) -> None:
    with pikepdf.open(made[1]) as pdf:
        labels = [page.label for page in pdf.pages]
    listed = ebook.nav("page-list")
    assert [label for label, _ in listed] == labels
    for label, address in listed:
        file, _, id_ = address.partition("#")
        [mark] = ebook.pages[file].xpath(f"//*[@id='{id_}']")
        assert (mark.get(TYPE), mark.get("role")) == ("pagebreak", "doc-pagebreak")
        assert mark.get("aria-label") == f"Halaman {label}"
    assert ebook.meta("pageBreakSource") == [f"{made[0].settings.book_line} (PDF, A4)"]


def test_a_module_has_its_own_pages_and_its_own_answers(ebooks: Ebooks, ebook: Opened) -> None:
    names = dict(ebooks.modules())
    assert names == {"modul-02": 2, "modul-03": 3}
    module = Opened(ebooks.module("modul-02", 2))
    assert module.dead() == []
    own = [label for label, _ in module.nav("page-list") if label.startswith("2-")]
    assert own == [label for label, _ in ebook.nav("page-list") if label.startswith("2-")]
    answers = module.pages["jawaban.xhtml"].xpath("//h:h2/@id", namespaces=NAMES)
    assert answers == ["kuis-2-jawaban"]
    assert set(module.spine) - {"jawaban.xhtml", "daftar.xhtml"} < set(ebook.spine)


def test_no_heading_skips_a_level(ebook: Opened) -> None:
    for name, tree in ebook.pages.items():
        tags = (item.tag.rpartition("}")[2] for item in tree.iter("{*}*"))
        levels = [int(tag[1]) for tag in tags if re.fullmatch("h[1-6]", tag)]
        steps = [after - before for before, after in pairwise(levels)]
        assert max(steps, default=0) <= 1, name
        assert levels[0] == (2 if name == "daftar.xhtml" else 1), name


def test_it_is_read_not_filled_in(ebook: Opened) -> None:
    tags = {item.tag.rpartition("}")[2] for tree in ebook.pages.values() for item in tree.iter("{*}*")}
    assert tags & set(FORMS) == set()
    sheet = ebook.pages["ik-2-1-formulir.xhtml"]
    assert sheet.xpath("count(//h:section[contains(@class, 'instrument')])", namespaces=NAMES) == 1


def test_every_question_leads_to_its_answer_and_back(ebook: Opened, made: tuple[Book, Path, Report]) -> None:
    answers = ebook.pages["jawaban.xhtml"]
    quizzes = [(page.id, page.value) for page in made[0].pages.values() if isinstance(page.value, Quiz)]
    for id_, quiz in quizzes:
        questions = ebook.pages[f"{id_}.xhtml"].xpath("//h:div[@class='question']", namespaces=NAMES)
        assert len(questions) == len(quiz.questions)
        for number, (question, asked) in enumerate(zip(questions, quiz.questions, strict=True), 1):
            assert question.get("id") == f"{id_}-{asked.id}"
            [there] = question.xpath(".//h:p[@class='to-answer']/h:a/@href", namespaces=NAMES)
            [answer] = answers.xpath(f"//h:li[@id='{there.partition('#')[2]}']", namespaces=NAMES)
            [back] = answer.xpath(".//h:span[@class='to-question']/h:a/@href", namespaces=NAMES)
            assert back == f"{id_}.xhtml#{id_}-soal-{number}"
            assert question.xpath(".//@id")[1] == f"{id_}-soal-{number}"
            assert asked.explanation.split()[0] in "".join(answer.itertext())


def test_a_term_opens_a_note_that_stands_in_the_same_file(
    ebook: Opened, made: tuple[Book, Path, Report]
) -> None:
    meanings = {term.id: term for term in made[0].terms}
    notes = [
        (tree, link)
        for tree in ebook.pages.values()
        for link in tree.iter("{*}a")
        if link.get(TYPE) == "noteref"
    ]
    assert notes
    for tree, link in notes:
        [note] = tree.xpath(f"//h:aside[@id='{link.get('href')[1:]}']", namespaces=NAMES)
        assert (note.get(TYPE), note.get("role")) == ("footnote", "doc-footnote")
        term = meanings[link.get("href").removeprefix("#arti-")]
        assert "".join(link.itertext()).lower() == term.name.lower()


def test_what_a_reading_program_says_to_people_who_cannot_see(ebook: Opened) -> None:
    assert ebook.meta("schema:accessMode") == ["textual", "visual"]
    assert ebook.meta("schema:accessModeSufficient") == ["textual"]
    assert {"pageBreakMarkers", "pageNavigation"} < set(ebook.meta("schema:accessibilityFeature"))
    assert ebook.meta("schema:accessibilityHazard") == ["none"]
    assert len(ebook.meta("schema:accessibilitySummary")[0]) > 100
    assert ebook.meta("dcterms:conformsTo") == []  # nobody has certified it
    languages = {tree.get("{http://www.w3.org/XML/1998/namespace}lang") for tree in ebook.pages.values()}
    assert languages == {"id"}


def test_the_contents_are_by_module_and_stage(ebook: Opened) -> None:
    [toc] = [nav for nav in ebook.pages["daftar.xhtml"].iter("{*}nav") if nav.get(TYPE) == "toc"]
    files = [link.get("href") for link in toc.iter("{*}a")]
    assert [name for name in ebook.spine[:-1] if name not in files] == []
    stage = toc.xpath(".//h:li[h:a/@href='tahap-2-2.xhtml']//h:li/h:a/@href", namespaces=NAMES)
    assert stage
    assert all(name.startswith(("bacaan-2-", "ik-2-")) for name in stage)


def test_the_same_book_gives_the_same_bytes_in_any_folder(
    ebooks: Ebooks, made: tuple[Book, Path, Report], tmp_path: Path
) -> None:
    """Without what was kept, from a print that stands elsewhere."""
    root = shutil.copytree(made[0].root, tmp_path / "lain", ignore=shutil.ignore_patterns(".cache"))
    again = ebooks_of(whole(root), root / "dist" / "buku-peserta.pdf", made[2])
    assert again.whole() == ebooks.whole() == ebooks.whole()
    assert again.module("modul-02", 2) == ebooks.module("modul-02", 2)


def test_with_an_address_sheets_and_what_a_module_lacks_lead_to_the_site(
    made: tuple[Book, Path, Report], tmp_path: Path
) -> None:
    site = "https://contoh.example/kebun"
    root = shutil.copytree(MINIBOOK, tmp_path / "buku")
    apply(
        root,
        {
            "berkas": "handbook.yml",
            "ganti": "  tanggal: 2026",
            "dengan": f"  alamat: {site}\n  tanggal: 2026",
        },
    )
    module = Opened(ebooks_of(whole(root), *made[1:]).module("modul-02", 2))
    assert module.dead() == []
    sheet: Any = module.pages["ik-2-1-formulir.xhtml"]
    assert sheet.xpath("//h:p[@class='to-site']/h:a/@href", namespaces=NAMES) == [f"{site}/modul-02/ik-2-1/"]
    outside = {
        str(a) for tree in module.pages.values() for a in tree.xpath("//@href") if str(a).startswith(site)
    }
    assert f"{site}/lampiran/peraturan/" in outside or len(outside) > 1


def test_answers_of_self_checks_may_stand_in_it_and_secrets_may_not(
    ebook: Opened, made: tuple[Book, Path, Report], tmp_path: Path
) -> None:
    file, hidden, store = tmp_path / "buku.epub", Needles(secrets(made[0])), Store(tmp_path / "kept")
    file.write_bytes(ebook.content)
    assert list(leaks(file, file.name, hidden, store, has_answers=True)) == []
    assert {found.kind for found in leaks(file, file.name, hidden, store)} == {Kind.OUTPUT_LEAK}
    secret = next(secret for secret in secrets(made[0]) if secret.everywhere)
    with zipfile.ZipFile(file, "a") as archive:
        archive.writestr("EPUB/lain.xhtml", f"<p>{secret.words}</p>")
    [found] = leaks(file, file.name, hidden, store, has_answers=True)
    assert (found.place.path, found.words["kata"]) == ("buku.epub/EPUB/lain.xhtml", secret.words)
