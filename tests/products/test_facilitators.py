"""The facilitators' folders: notes in one, tests and keys in the other; participants have nothing of both."""

from __future__ import annotations

import re
import subprocess
import zipfile
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import pytest
from lxml import html

from handbook.classroom import landing
from handbook.commands import build, facilitators, release
from handbook.commands.facilitators import CLOSED, SITE
from handbook.memory.store import Store
from handbook.products.inspection.site import dead_links
from tests.conftest import PROJECT, apply, whole
from tests.course.sample import PLAN
from tests.packs.sample import EDITS
from tests.release.publishing import commit, finished

pytestmark = pytest.mark.pdf

NOTES = ("Rahasia catatan", "Rahasia jawaban", "Lewati benih rekaan yang kedua", "Tirai rekaan di jendela")
"""Notes, a model answer, a short cut, something to prepare."""
TESTS = (
    "Tanah mana yang dipilih pada pagi rekaan",
    "Rahasia bentuk A tentang tanah gembur rekaan",
    "Rahasia bentuk B tentang tanah kapur rekaan",
    "Perlindungan kebun rekaan yang lupa dikerjakan",
)
"""A question, keys of both forms, the key of a case that is read out."""
OPEN = {SITE, f"{SITE}.zip"}


def squeezed(text: str) -> str:
    return re.sub(r"[\W_]+", "", text.casefold())


def readings(name: str, content: bytes) -> Iterator[str]:
    """Everything that can be read in a file, by programs that are not ours."""
    if name.endswith(".pdf"):
        command = ["pdftotext", "-", "-"]
        yield subprocess.run(command, input=content, capture_output=True, check=True).stdout.decode()
    elif name.endswith((".zip", ".xlsx")):
        with zipfile.ZipFile(BytesIO(content)) as packed:
            for inside in packed.namelist():
                yield from readings(inside, packed.read(inside))
    elif not name.endswith((".woff2", ".png")):
        text = content.decode("utf-8", "replace")
        yield text
        if name.endswith(".html"):
            yield "".join(map(str, html.document_fromstring(text).itertext()))


def place(path: str) -> str:
    """The product to which a file belongs."""
    return "/".join(path.split("/")[:2]) if path.startswith("dist/") else "site"


def holding(root: Path, wanted: tuple[str, ...]) -> dict[str, set[str]]:
    """The products in which each of some sentences can be read."""
    needles = {words: squeezed(words) for words in wanted}
    found: dict[str, set[str]] = {words: set() for words in wanted}
    for file in (file for name in ("site", "dist") for file in (root / name).rglob("*") if file.is_file()):
        path = file.relative_to(root).as_posix()
        text = "\0".join(map(squeezed, readings(path, file.read_bytes())))
        for words, needle in needles.items():
            if needle in text:
                found[words].add(place(path))
    return found


def made(folder: Path, *, with_course: bool) -> Path:
    """The small book with notes, tests and a game, built for participants and for facilitators."""
    root = finished(folder)
    for edit in EDITS:
        apply(root, edit)
    if with_course:
        (root / "pelatihan").mkdir()
        (root / "pelatihan/contoh.yml").write_text(PLAN, encoding="utf-8")
    assert build.main(["--root", str(root)]) == 0
    assert facilitators.main(["--root", str(root)]) == 0
    return root


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("HANDBOOK_HOOK", str(PROJECT / "hooks" / "mkdocs_hooks.py"))
        patch.setenv("HANDBOOK_OVERRIDES", str(PROJECT / "overrides"))
        patch.setenv("PYTHONPATH", str(PROJECT / "hooks"))
        yield made(tmp_path_factory.mktemp("fasilitator"), with_course=False)


def test_notes_and_tests_stand_where_they_belong_and_nowhere_else(root: Path) -> None:
    found = holding(root, (*NOTES, *TESTS))
    assert [found[words] - {CLOSED} for words in NOTES] == [OPEN] * len(NOTES)
    assert [found[words] for words in TESTS] == [{CLOSED}] * len(TESTS)


@pytest.mark.slow
@pytest.mark.usefixtures("host_environment")
def test_the_same_with_a_course(tmp_path: Path) -> None:
    root = made(tmp_path, with_course=True)
    found = holding(root, (*NOTES, *TESTS))
    assert [found[words] - {CLOSED} for words in NOTES] == [OPEN] * len(NOTES)
    assert [found[words] for words in TESTS] == [{CLOSED}] * len(TESTS)
    assert {file.name for file in (root / CLOSED / "pelatihan-contoh").iterdir()} == {"kunci.pdf", "tes.pdf"}
    assert (root / SITE / "alur/contoh-hari-1.html").is_file()


def test_a_test_that_slips_into_the_open_folder_is_refused(root: Path, tmp_path: Path) -> None:
    """Planted in a page, a script and a spreadsheet."""
    book, there = whole(root), tmp_path / SITE
    there.mkdir(parents=True)
    for name in ("a.html", "b.js"):
        (there / name).write_text(f"<p>{TESTS[1]}.</p>", encoding="utf-8")
    with zipfile.ZipFile(there / "c.xlsx", "w") as packed:
        packed.writestr("xl/sharedStrings.xml", f"<t>{TESTS[1]}.</t>")
    (there / "d.html").write_text(f"<p>{NOTES[0]} {NOTES[2]}.</p>", encoding="utf-8")
    found = {problem.place.path for problem in facilitators.leaks(book, tmp_path)}
    assert {path.removeprefix(f"{SITE}/").split("/")[0] for path in found} == {"a.html", "b.js", "c.xlsx"}


def test_its_pages_open_from_a_disk_and_are_not_to_be_found_by_search_engines(root: Path) -> None:
    site = root / SITE
    assert [*dead_links(site, Store(root / ".cache/uji"))] == []
    pages = {file: file.read_text(encoding="utf-8") for file in site.rglob("*.html")}
    leading = [text for text in pages.values() if 'http-equiv="refresh"' in text]
    shown = [text for text in pages.values() if text not in leading]
    assert len(shown) > 8
    assert [text[:200] for text in shown if '<meta name="robots" content="noindex">' not in text] == []
    links = {link for text in pages.values() for link in re.findall(r'href="([^"#?]*/)["#?]', text)}
    assert {link for link in links if "://" not in link} == set()


def test_the_participants_site_has_nothing_of_it(root: Path) -> None:
    names = {file.name for file in (root / "site").rglob("*")}
    assert not {"alur", "runsheet.js", "runsheet.css"} & names
    text = (root / "site/index.html").read_text(encoding="utf-8")
    assert "noindex" not in text
    assert "fasilitator" not in re.sub(r"<script.*?</script>", "", text, flags=re.S).casefold()


def test_what_readers_type_is_kept_under_other_keys(root: Path) -> None:
    named = re.compile(r'"book": "([\w-]+)"')
    found = [
        named.findall((root / name / "assets/handbook.js").read_text(encoding="utf-8"))
        for name in ("site", f"{SITE}/buku")
    ]
    assert found == [["buku-kebun"], ["buku-kebun-fasilitator"]]


def links(folder: Path) -> list[str]:
    found: list[str] = html.parse(str(folder / "index.html")).xpath("//ul/li/a/@href")
    return found


def test_the_first_pages_offer_what_is_there(root: Path) -> None:
    sheets = [f"alur/modul-{number}.html" for number in ("02", "03")]
    packs = [f"paket-sesi/modul-{number}.pdf" for number in ("02", "03")]
    decks = [f"tayangan/modul-{number}.{kind}" for kind in ("html", "pptx") for number in ("02", "03")]
    assert links(root / SITE) == ["buku/index.html", *sheets, *decks, *packs, "moodle/kuis-2.xml"]
    marks = [file.relative_to(root / CLOSED).as_posix() for file in (root / CLOSED / "nilai").glob("*.html")]
    assert len(marks) == 1
    tests = ["paket-sesi/modul-02-kunci.pdf", "paket-sesi/modul-02.pdf", "moodle/tes-2.xml"]
    assert links(root / CLOSED) == [*marks, *tests]


def test_there_are_words_for_all_that_may_be_there(root: Path, tmp_path: Path) -> None:
    """Slides, which another command makes, are offered by the titles of their pages."""
    book = whole(root)
    for key, offers in landing.OFFERS.items():
        for offer in offers:
            assert set(book.settings.strings.tree(f"{key}.isi.{offer.key}")) == {"judul", "untuk"}
    (tmp_path / "tayangan").mkdir()
    (tmp_path / "tayangan/modul-02.html").write_text("<title>A &amp; B · Buku</title>", encoding="utf-8")
    landing.write(tmp_path, book, "situs_fasilitator")
    assert links(tmp_path) == ["tayangan/modul-02.html"]
    assert ">A &amp; B<" in (tmp_path / "index.html").read_text(encoding="utf-8")


@pytest.mark.slow
@pytest.mark.usefixtures("host_environment")
def test_an_edition_has_both_when_it_is_asked_for_and_the_web_has_neither(tmp_path: Path) -> None:
    root = finished(tmp_path)
    for edit in EDITS:
        apply(root, edit)
    commit(root)
    assert release.main(["2026.1", "--root", str(root), "--facilitators"]) == 0
    edition = root / "dist/edisi/2026.1"
    assert (edition / "situs-fasilitator.zip").is_file()
    assert (edition / "soal-dan-kunci/paket-sesi/modul-02-kunci.pdf").is_file()
    with zipfile.ZipFile(edition / "situs-fasilitator.zip") as archive:
        decks = {name.rpartition("/")[2] for name in archive.namelist() if "/tayangan/" in name}
    assert decks == {f"modul-0{number}.{kind}" for number in (2, 3) for kind in ("html", "pptx")}
    sums = (edition / "SHA256SUMS").read_text(encoding="utf-8")
    assert "  situs-fasilitator.zip\n" in sums
    text = "\0".join(
        squeezed(reading)
        for file in (root / "dist/web").rglob("*")
        if file.is_file()
        for reading in readings(file.name, file.read_bytes())
    )
    assert [words for words in (*NOTES, *TESTS) if squeezed(words) in text] == []
