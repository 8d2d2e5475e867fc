"""A course of the small book on paper: times, copies and totals are those of its plan, names stay inside."""

from __future__ import annotations

import re
import shutil
from itertools import pairwise
from pathlib import Path

import openpyxl
import pikepdf
import pytest

from handbook import checks
from handbook.commands import course as course_command
from handbook.course.sheets.occasion import NAMES_KEPT
from handbook.memory.store import CACHE
from handbook.problem import Kind
from handbook.products.making import check
from handbook.products.product import Finished
from handbook.products.website import Website
from tests.course.printed import PrintedCourse, book_with_names, made, names_somebody

pytestmark = pytest.mark.pdf
SEVEN = (
    "peserta: 12",
    "peserta: 7\nnama: peserta/rekaan.csv\nbenih: kebun\nharga: 250\ncadangan: 2\nhapus_nama: 2027-01-31",
)
KOP = ("penyelenggara: Sekolah Rekaan", "penyelenggara: Sekolah Rekaan\nkop: {baris: [KEPALA SURAT REKAAN]}")
EVALUATED = (
    "      - {jenis: penutupan, menit: 15}",
    "      - {jenis: evaluasi-hari, menit: 10}\n      - {jenis: penutupan, menit: 15}",
)


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return book_with_names(tmp_path_factory.mktemp("kursus") / "buku", "rekaan.csv")


@pytest.fixture(scope="module")
def masters(root: Path) -> PrintedCourse:
    return made(root, edits=[SEVEN, KOP, EVALUATED], name="pelatihan/induk.yml")


@pytest.fixture(scope="module")
def everything(root: Path) -> PrintedCourse:
    return made(root, "--expanded", edits=[SEVEN, KOP, EVALUATED], name="pelatihan/semua.yml")


@pytest.fixture(scope="module")
def certified(root: Path, masters: PrintedCourse) -> PrintedCourse:
    """A course whose plan knows no names: they are typed into its workbook."""
    file = root / "peserta" / "isi.xlsx"
    book = openpyxl.load_workbook(masters.folder / "pelatihan.xlsx")
    book["Peserta"]["B3"], book["Nilai"]["F3"] = "Peserta Rekaan Z", 3
    for column in "CDEF":
        book["Hadir"][f"{column}3"] = "H"
    book.save(file)
    seven = ("peserta: 12", "peserta: 7")
    return made(root, "--filled", str(file), edits=[seven, KOP, EVALUATED], name="pelatihan/lulus.yml")


def test_every_file_is_there(masters: PrintedCourse) -> None:
    assert sorted(file.name for file in masters.folder.iterdir()) == sorted([NAMES_KEPT, *FILES])


FILES = [
    "arsip.pdf",
    "daftar.pdf",
    "hari-1.pdf",
    "hari-2.pdf",
    "jadwal.ics",
    "jadwal.pdf",
    "kunci.pdf",
    "pelatihan.xlsx",
    "pesanan.pdf",
    "poster-a4.pdf",
    "poster-f4.pdf",
    "ruang.pdf",
    "sertifikat.pdf",
]


@pytest.mark.parametrize("name", ["masters", "everything"])
def test_the_totals_of_the_order_are_those_of_the_files(name: str, request: pytest.FixtureRequest) -> None:
    course: PrintedCourse = request.getfixturevalue(name)
    totals = course.totals()
    assert set(totals) == {"jadwal", "daftar", "hari-1", "hari-2", "ruang", "kunci"}
    assert {file: pages for file, (pages, _) in totals.items()} == {
        file: course.pages(file) for file in totals
    }
    parts = re.findall(r"^ *Jumlah: (\d+) halaman.* (\d+)$", course.order, re.M)
    assert {(int(pages), int(count)) for pages, count in parts} == set(totals.values())
    pages, count = (sum(found[index] for found in totals.values()) for index in range(2))
    assert re.search(
        rf"^ *Jumlah +{pages} +{count} +Rp{250 * count:,}$".replace(",", "."), course.order, re.M
    )
    if name == "everything":  # on one side, and every copy is there
        assert all(pages == count for pages, count in totals.values())


def test_rows_of_the_order_add_up(masters: PrintedCourse) -> None:
    tables = re.split(r"^ *\S+\.pdf – ", masters.order, flags=re.M)[1:]
    for table in tables:
        whole = re.search(r"Jumlah: (\d+) halaman.* (\d+)$", table, re.M)
        assert whole
        rows = re.findall(r"^ *\d+(?:\.\d+)? +\S.* (\d+)$", table[: whole.start()], re.M)
        assert sum(map(int, rows)) == int(whole[2])


def test_clock_times_follow_each_other(masters: PrintedCourse) -> None:
    for day, (start, end) in {1: ("08.00", "09.45"), 2: ("08.00", "09.10")}.items():
        times = re.findall(
            r"^ *(\d\d\.\d\d)–(\d\d\.\d\d) ", masters.text(f"hari-{day}").split("No. ")[0], re.M
        )
        assert (times[0][0], times[-1][1]) == (start, end)
        assert all(before[1] == after[0] for before, after in pairwise(times))


def test_a_day_has_what_its_events_need_in_order(masters: PrintedCourse) -> None:
    found = re.findall(r"^ *1\.\d+ +(\S.*?)  ", masters.order, re.M)
    assert [words[:20].strip() for words in found] == [
        "Alur hari dan catata",
        "Tes awal, bentuk A",
        "Lembar jawaban tes a",
        "IK 2.2 Bingo Kebun",
        "IK 2.3 Kartu benih",
        "IK 2.3 Kartu harapan",
        "IK 2.1 Lembar Amatan",
        "Tes akhir, bentuk B",
        "Lembar jawaban tes a",
    ]


def test_names_stand_in_the_folder_alone(
    root: Path, masters: PrintedCourse, everything: PrintedCourse, certified: PrintedCourse
) -> None:
    assert "Peserta Rekaan C" in masters.text("daftar")
    assert "Peserta Rekaan C" in everything.text("hari-1")
    assert "Peserta Rekaan Z" in certified.text("sertifikat")
    inside = {file for file in root.rglob("*") if file.is_file() and names_somebody(file)}
    assert {file.relative_to(root).parts[0] for file in inside} == {"dist", "peserta"}
    folders = {
        folder
        for course in (masters, everything, certified)
        for folder in (course.folder, course.folder / NAMES_KEPT)
    }
    assert {file.parent for file in inside if "dist" in file.parts} == folders


def test_names_stand_on_their_lines(everything: PrintedCourse) -> None:
    """On answer sheets, forms and halves of pages: the letters end where those of the label `Nama` do."""
    words = everything.words("hari-1")
    feet = [
        (label.foot, name.foot)
        for label, name in pairwise(word for word in words if word.text in {"Nama", "Peserta"})
        if (label.text, name.text) == ("Nama", "Peserta")
    ]
    assert len(feet) >= 4 * 7
    assert all(abs(label - name) <= 3 for label, name in feet), feet


def test_no_name_is_kept_in_the_cache(root: Path, masters: PrintedCourse, everything: PrintedCourse) -> None:
    """The cache of a copy is a link, into which no search of the copy leads; what is used is touched."""
    began, cache = (root / "handbook.yml").stat().st_ctime, (root / CACHE).resolve()
    assert masters.folder.is_dir()
    assert everything.folder.is_dir()
    kept = [file for file in cache.rglob("*") if file.is_file() and file.stat().st_mtime >= began]
    assert kept
    assert [file for file in kept if names_somebody(file)] == []


def test_the_same_plan_gives_the_same_bytes(root: Path, masters: PrintedCourse) -> None:
    before = masters.contents()
    again = made(root, edits=[SEVEN, KOP, EVALUATED], name="pelatihan/induk.yml")
    assert again.contents() == before


def test_groups_are_made_of_everybody_once(masters: PrintedCourse) -> None:
    lists = masters.text("daftar")
    boxes = lists[lists.index("Daftar kelompok") :].split("\f")[0]
    assert sorted(re.findall(r"Peserta Rekaan ([A-G])", boxes)) == list("ABCDEFG")


@pytest.mark.slow
def test_large_groups_begin_below_their_title_and_end_above_the_foot_of_the_page(root: Path) -> None:
    course = made(root, edits=[("peserta: 12", "peserta: 120")], name="pelatihan/banyak.yml")
    pages = course.text("daftar").split("\f")
    titled = [page for page in pages if "Daftar kelompok" in page.strip().split("\n")[0]]
    assert titled
    assert all(re.search(r"^ *Kelompok 1\n+ *\d+\b", page, re.M) for page in titled), titled
    feet = [word.foot for word in course.words("daftar")]
    assert max(feet) <= max(word.foot for word in course.words("daftar") if word.text == "No.") + 1


def test_the_workbook_keeps_numbers_of_staff_as_text(masters: PrintedCourse) -> None:
    book = openpyxl.load_workbook(masters.folder / "pelatihan.xlsx")
    assert book["Peserta"]["C3"].value == "19850101 201001 1 001"
    assert book["Peserta"]["C3"].number_format == "@"
    assert book["Nilai"]["C2"].value == 3
    assert str(book["Hadir"]["G3"].value).startswith("=COUNTIF(C3:F3")
    assert [cell.value for cell in book["Jadwal"][2]][:5] == [
        "Hari 1",
        "Senin, 7 Desember 2026",
        "08.00",
        "08.30",
        "Pembukaan",
    ]


def test_the_calendar_has_universal_times(masters: PrintedCourse) -> None:
    text = (masters.folder / "jadwal.ics").read_bytes().decode()
    assert text.startswith("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n")
    assert re.findall(r"DTSTART:(\S+)\r\n", text)[0] == "20261207T010000Z"
    assert len(re.findall("BEGIN:VEVENT", text)) == len(re.findall("END:VEVENT", text)) == 7
    assert all(len(line.encode()) <= 75 for line in text.split("\r\n"))


def test_posters_in_pieces_cover_the_poster(masters: PrintedCourse) -> None:
    with pikepdf.open(masters.folder / "poster-a4.pdf") as pdf:
        boxes = [[float(edge) for edge in page.MediaBox] for page in pdf.pages]
    millimetre = 72 / 25.4
    assert all(abs(box[2] - box[0] - 297 * millimetre) < 0.1 for box in boxes)
    assert min(box[0] for box in boxes) <= 0
    assert max(box[2] for box in boxes) >= 420 * millimetre
    assert len(boxes) == 4


def test_keys_stand_in_one_file(masters: PrintedCourse, everything: PrintedCourse) -> None:
    for made_course in (masters, everything):
        names = [file.stem for file in made_course.folder.glob("*.pdf")]
        assert [name for name in names if "Rahasia bentuk" in made_course.text(name)] == ["kunci"]


@pytest.mark.parametrize("name", ["kunci", "hari-1"])
def test_sheets_for_facilitators_are_found_on_the_site(
    root: Path, masters: PrintedCourse, tmp_path: Path, name: str
) -> None:
    (tmp_path / "site/unduhan").mkdir(parents=True)
    shutil.copy(masters.folder / f"{name}.pdf", tmp_path / "site/unduhan")
    book = checks.open_book(root, whole=True).sound
    assert book
    found = {(item.kind, item.place.path) for item in check(Finished(book, tmp_path, (Website(),)))}
    assert found == {(Kind.OUTPUT_LEAK, f"site/unduhan/{name}.pdf")}


def test_a_day_without_sheets_has_no_file(root: Path) -> None:
    last = "      - {jenis: penutupan, menit: 15}\n"
    day = f"{last}  - tanggal: 2026-12-09\n    acara:\n      - {{jenis: lain, menit: 30}}\n"
    nobody = ("peserta: 12", "peserta: 12\nsalinan_fasilitator: 0")
    course = made(root, edits=[nobody, (last, day)], name="pelatihan/sepi.yml")
    assert sorted(file.stem for file in course.folder.glob("hari-*.pdf")) == ["hari-1", "hari-2"]
    assert "hari-3" not in course.totals()


def test_a_plan_with_problems_prints_nothing(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    plan = root / "pelatihan" / "rusak.yml"
    plan.write_text((root / "pelatihan" / "induk.yml").read_text().replace("peserta: 7", "peserta: 0"))
    assert course_command.main(["--root", str(root), "print", str(plan)]) == 1
    assert "pelatihan/rusak.yml:" in capsys.readouterr().out
    assert not (root / "dist" / "pelatihan" / "rusak").exists()
