"""A whole pack of a small book: what is on its pages, how often, and what its cover says of that."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from collections.abc import Sequence
from pathlib import Path

import pikepdf
import pytest

from handbook.commands import pack as pack_command
from handbook.problem import Kind
from tests.conftest import MINIBOOK, apply, keeping_together, whole
from tests.packs.sample import EDITS, Pack, made
from tests.products.making import Products

pytestmark = pytest.mark.pdf
PEOPLE = 7
SECRET = "Perlindungan kebun rekaan yang lupa dikerjakan semua orang"
"""The key of a case that is read aloud."""
NAMES = "Nama;NIP;Jabatan;Instansi\n" + "\n".join(
    [
        "Drs. Ma'ruf Rekaan, M.Si.;198501012010011001;Camat;Kali Rekaan",
        "Siti Rekaan;1,98E+17;Camat;Batu Rekaan",
        f"{'Nama Panjang Sekali Rekaan ' * 3}Akhir;;Sekretaris;Rawa Rekaan",
    ]
)


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = keeping_together(shutil.copytree(MINIBOOK, tmp_path_factory.mktemp("paket") / "buku"))
    for edit in EDITS:
        apply(root, edit)
    (root / "nama.csv").write_text(NAMES, encoding="utf-8")
    return root


def moved(pack: Pack, there: Path) -> Pack:
    """The pack in a folder of its own, so that the next one does not replace it."""
    (pack.root / "dist").rename(there / "dist")
    return Pack(there)


@pytest.fixture(scope="module")
def masters(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Pack:
    options = ["--participants", str(PEOPLE), "--start", "9", "--break", "09.20/10", "--break", "15.00/10"]
    return moved(made(root, [*options, "--groups", "3"]), tmp_path_factory.mktemp("induk"))


@pytest.fixture(scope="module")
def everything(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Pack:
    options = ["--participants", str(PEOPLE), "--expanded", "--names", str(root / "nama.csv")]
    return moved(made(root, [*options, "--paper", "f4"]), tmp_path_factory.mktemp("semua"))


def words(text: str) -> str:
    return " ".join(text.split())


def halves_of(copies: int) -> int:
    """Sheets of paper for copies of half a sheet each."""
    return -(-copies // 2)


def halves(pack: Pack, id_: str) -> list[list[str]]:
    """The words on the left and on the right half of each page of a sheet, without the line between them."""
    first, last = pack.sheets[id_]["halaman"]
    wide, high = 421, 596 if pack.manifest["ukuran"] == "a4" else 610
    wide = wide if pack.manifest["ukuran"] == "a4" else 468
    found = []
    for page in range(first, last + 1):
        where = ["-f", str(page), "-l", str(page), "-y", "0", "-W", str(wide), "-H", str(high)]
        found.append([words(pack.text(".pdf", *where, "-x", str(left))) for left in (0, wide)])
    return found


def test_the_sheets_come_in_the_order_of_use(masters: Pack) -> None:
    assert list(masters.sheets) == [
        "sampul",
        "alur",
        "catatan",
        "hadir-peserta",
        "hadir-fasilitator",
        "tes-2-a",
        "tes-2-a-jawab",
        "ik-2-2",
        "ik-2-3-benih",
        "ik-2-3-harapan",
        "ik-2-1",
        "tes-2-b",
        "tes-2-b-jawab",
        "evaluasi-harian",
    ]


def test_copies_and_paper(masters: Pack) -> None:
    found = {
        id_: (item["berbeda"], item["salinan"], item["satu_sisi"], item["kertas"], item["lembar_kertas"])
        for id_, item in masters.sheets.items()
    }
    assert found["ik-2-2"] == (PEOPLE, 1, True, None, PEOPLE)
    assert found["ik-2-3-benih"] == (1, PEOPLE, True, "karton", 2 * PEOPLE)
    assert found["ik-2-3-harapan"] == (1, 2, True, "hijau", 2)
    assert found["ik-2-1"] == (1, PEOPLE, False, None, PEOPLE)
    for id_ in ("tes-2-a", "tes-2-a-jawab", "tes-2-b", "tes-2-b-jawab", "evaluasi-harian"):
        assert found[id_] == (1, PEOPLE, False, None, halves_of(PEOPLE)), id_
    assert found["hadir-peserta"][1] == 1


@pytest.mark.parametrize("name", ["masters", "everything"])
def test_the_cover_counts_what_is_in_the_file(name: str, request: pytest.FixtureRequest) -> None:
    pack: Pack = request.getfixturevalue(name)
    rows = list(pack.sheets.values())
    assert pack.count == pack.manifest["halaman"]
    assert rows[0]["halaman"][0] == 1
    assert [a["halaman"][1] + 1 for a in rows[:-1]] == [b["halaman"][0] for b in rows[1:]]
    assert rows[-1]["halaman"][1] == pack.count
    printed = re.findall(
        r"^ *\d+ +\S.* (\d+)$", pack.text(".pdf", "-f", "1", "-l", str(rows[0]["halaman"][1])), re.M
    )
    assert list(map(int, printed)) == [row["lembar_kertas"] for row in rows]
    total = sum(row["lembar_kertas"] for row in rows)
    assert re.search(rf"Jumlah: {pack.count} halaman.* {total}$", pack.text(), re.M)
    kinds = {row["kertas"] or "biasa" for row in rows}
    for kind in kinds:
        own = sum(row["lembar_kertas"] for row in rows if (row["kertas"] or "biasa") == kind)
        assert re.search(rf"^ *Kertas {kind} +{own}$", pack.text(), re.M)
    assert pack.manifest["lembar_kertas"] == total


def test_every_copy_starts_on_a_new_sheet_of_paper(everything: Pack, masters: Pack) -> None:
    assert everything.count == 2 * everything.manifest["lembar_kertas"]
    for id_, item in everything.sheets.items():
        first, last = item["halaman"]
        assert first % 2 == 1
        assert last - first + 1 == 2 * item["lembar_kertas"]
        shown = [bool(page.strip()) for page in everything.pages_of(id_)]
        prints = halves_of(item["salinan"]) if item["setengah_halaman"] else item["salinan"]
        each = len(shown) // (prints * item["berbeda"])
        copies = [shown[start : start + each] for start in range(0, len(shown), each)]
        assert all(copy == copies[0] and copy[0] for copy in copies)
        if item["satu_sisi"]:
            assert not any(shown[1::2])
    assert sum(bool(p.strip()) for p in everything.pages_of("ik-2-1")) == PEOPLE
    assert set(everything.sheets) == set(masters.sheets)


def test_every_page_says_its_number_in_the_order(masters: Pack) -> None:
    for number, (id_, item) in enumerate(masters.sheets.items(), 1):
        first, *later = masters.pages_of(id_)
        part = f" (1/{PEOPLE})" if item["berbeda"] > 1 else ""
        assert first.rstrip().endswith(f"No. {number}{part}"), id_
        if item["berbeda"] == 1:
            assert all(page.rstrip().endswith(f"No. {number}, lanjutan") for page in later)
    assert masters.pages_of("ik-2-2")[PEOPLE - 1].rstrip().endswith(f"({PEOPLE}/{PEOPLE})")
    assert len(masters.pages_of("ik-2-3-benih")) == 2


def test_true_or_false_looks_alike_on_paper_and_answer_sheet(masters: Pack) -> None:
    """Both words in rings, without letters that the answer sheet does not have."""
    for id_ in ("tes-2-b", "tes-2-b-jawab"):
        [page] = masters.pages_of(id_)
        assert re.findall(r"^.*\bBenar +Salah *$", page, re.M), page
        assert not re.search(r"[AB]\. +(Benar|Salah)", page)


def test_both_halves_of_a_sheet_are_copies_of_one(masters: Pack) -> None:
    for id_ in ("tes-2-a", "tes-2-b-jawab", "evaluasi-harian"):
        for left, right in halves(masters, id_):
            assert left == right != "", id_
    with pikepdf.open(masters.pdf) as pdf:
        page = pdf.pages[masters.sheets["tes-2-a"]["halaman"][0] - 1]
        assert [round(float(n)) for n in page.mediabox] == [0, 0, 842, 595]


def test_halves_bear_two_names_and_their_backs_stand_on_their_heads(everything: Pack) -> None:
    """Turned over at the long edge of the paper, the back of a half is upright again."""
    sheets = halves(everything, "tes-2-a-jawab")[::2]
    own = [re.search(r"(Ma.ruf|Siti|Panjang)", half) for pair in sheets for half in pair]
    assert [match[1].replace("’", "'") if match else "" for match in own][:4] == [
        "Ma'ruf",
        "Siti",
        "Panjang",
        "",
    ]
    first, _ = everything.sheets["evaluasi-harian"]["halaman"]
    with pikepdf.open(everything.pdf) as pdf:
        painted = [b"-1 0 0 -1" in whole_contents(pdf.pages[first - 1 + n]) for n in (0, 1)]
    assert painted == [False, True]


def whole_contents(page: pikepdf.Page) -> bytes:
    page.contents_coalesce()
    return page.Contents.read_bytes()


def test_what_is_needed_once_is_not_copied(masters: Pack) -> None:
    """The master itself is used, and masters are printed on one side."""
    once = [item for item in masters.sheets.values() if item["salinan"] * item["berbeda"] == 1]
    assert {"sampul", "hadir-peserta", "hadir-fasilitator"} == {item["id"] for item in once}
    for item in once:
        first, last = item["halaman"]
        assert item["lembar_kertas"] == last - first + 1


def test_the_times_are_exact(masters: Pack) -> None:
    text = words(masters.text())
    assert "09.00–09.55 WIB" in text
    slots = [(slot["mulai"], slot["selesai"], slot["tahap"]) for slot in masters.manifest["alur"]]
    assert slots == [
        ("09.00", "09.15", "1"),
        ("09.15", "09.20", "2A"),
        ("09.20", "09.30", None),
        ("09.30", "09.35", "2A"),
        ("09.35", "09.55", "2B"),
    ]
    assert re.search(r"3 kelompok, 2–3\b", text)
    assert masters.manifest["peringatan"] == [
        "Tahap 2A: 3 kelompok berarti ada kelompok beranggota 2 orang. Gabungkan kelompok bila perlu.",
        "Istirahat 15.00 jatuh di luar sesi dan dilewati.",
    ]


def test_the_run_sheet_and_the_notes(masters: Pack) -> None:
    run_sheet, notes = words("".join(masters.pages_of("alur"))), words("".join(masters.pages_of("catatan")))
    for expected in (
        "Tirai rekaan di jendela",
        "Bila terlambat: Lewati benih rekaan yang kedua.",
        "Sebelum pukul 09.00: Daftar hadir peserta; Daftar hadir fasilitator; Tes awal, bentuk A;",
        "Sesudahnya, di luar waktu sesi: Tes akhir, bentuk B;",
        "Selesai pukul 09.55.",
    ):
        assert expected in run_sheet
    assert "Tahap 1: Mengenal Tanah" in notes
    assert "Rahasia tahap: tanah liat selalu kalah." in notes


def test_both_forms_of_the_test(masters: Pack) -> None:
    first, second = (words("".join(masters.pages_of(f"tes-2-{form}"))) for form in "ab")
    assert "Tanah gembur rekaan." in first
    assert "Tanah kapur rekaan dipilih" in second
    assert "Tanah kapur rekaan dipilih" not in first
    assert "Nama" in masters.pages_of("tes-2-a-jawab")[0]
    assert "Nama" not in masters.pages_of("tes-2-a")[0]


def test_the_key_is_a_file_of_its_own(masters: Pack) -> None:
    pack, key = words(masters.text()), words(masters.text("-kunci.pdf"))
    hidden = [
        "Rahasia bentuk A tentang tanah gembur rekaan.",
        "Rahasia bentuk B tentang tanah kapur rekaan.",
        "Ayam rekaan masuk lewat pagar",
        "Perlindungan kebun rekaan yang lupa dikerjakan",
        "Rahasia jawaban",
    ]
    for secret in hidden:
        assert secret in key
        assert secret not in pack
    with pikepdf.open(masters.file("-kunci.pdf")) as pdf:
        count = len(pdf.pages)
    assert key.count("Khusus fasilitator") >= count


def test_the_key_names_the_printed_letters(masters: Pack) -> None:
    key, paper = words(masters.text("-kunci.pdf")), words("".join(masters.pages_of("tes-2-a")))
    steps = re.findall(r"([ABC])\. (Gali|Tanam|Siram) rekaan", paper)
    right = ", ".join({name: letter for letter, name in steps}[step] for step in ("Gali", "Tanam", "Siram"))
    assert len(steps) == 6  # a booklet has a copy on each half
    assert right in key
    assert re.search(r"\bB Tanah mana yang dipilih", key)


def game_sheets(pack: Pack) -> list[tuple[str, ...]]:
    pages = [page for page in pack.pages_of("ik-2-2") if page.strip()]
    return [tuple(re.findall(r"\w+(?: belas)? kol", words(page))) for page in pages]


def test_game_sheets_differ(masters: Pack, everything: Pack) -> None:
    sheets = game_sheets(masters)
    assert len(set(sheets)) == len(sheets) == PEOPLE
    assert all(len(squares) == 9 for squares in sheets)
    assert sheets == game_sheets(everything)


def test_the_same_seed_gives_the_same_bytes(root: Path) -> None:
    def bytes_of(*options: str) -> list[bytes]:
        pack = made(root, ["--participants", "3", *options])
        return [pack.file(end).read_bytes() for end in (".pdf", "-kunci.pdf", ".json")]

    first = bytes_of("--seed", "kebun")
    assert bytes_of("--seed", "kebun") == first
    assert bytes_of("--seed", "sawah")[0] != first[0]


def test_copies_are_references(root: Path) -> None:
    """Modul 3 has no game: all its sheets but the list of attendance are the same for everybody."""

    def size(people: int) -> tuple[int, int]:
        options = ["--participants", str(people), "--expanded", "--root", str(root)]
        assert pack_command.main(["3", *options]) == 0
        file = root / "dist" / "paket-sesi" / "modul-03.pdf"
        with pikepdf.open(file) as pdf:
            return file.stat().st_size, len(pdf.pages)

    (few, pages), (many, more) = size(10), size(110)
    assert more - pages >= 200
    assert (many - few) / (more - pages) < 1000


def test_a_row_of_a_list_to_sign_is_at_least_8_millimetres_high(masters: Pack) -> None:
    first, _ = masters.sheets["hadir-peserta"]["halaman"]
    page = masters.text(".pdf", "-bbox", "-f", str(first), "-l", str(first))
    words = re.findall(r'xMin="([0-9.]+)" yMin="([0-9.]+)"[^>]*>(\d+)</word>', page)
    tops = {int(number): float(top) for left, top, number in words if float(left) < 70}
    heights = [(tops[row + 1] - tops[row]) / 72 * 25.4 for row in range(1, PEOPLE)]
    assert min(heights) > 7.95


def test_names_stand_on_lists_and_sheets(everything: Pack) -> None:
    listed = words("".join(everything.pages_of("hadir-peserta")))
    assert "Drs. Ma'ruf Rekaan, M.Si." in listed.replace("’", "'")
    assert "19850101 201001 1 001" in listed
    assert "1,98E+17" not in listed
    pages = [words(page) for page in everything.pages_of("ik-2-1")[::2]]
    found = [re.search(r"(Ma.ruf|Siti|Panjang)", page) for page in pages]
    assert [match[1].replace("’", "'") if match else "" for match in found] == [
        "Ma'ruf",
        "Siti",
        "Panjang",
    ] + [""] * 4
    assert "Kali Rekaan" in pages[0]
    own = {id_ for id_, item in everything.sheets.items() if item["perorangan"]}
    assert own == {"tes-2-a-jawab", "tes-2-b-jawab", "ik-2-1", "ik-2-2"}
    assert "nama" not in json.dumps(everything.manifest).lower().replace('"nama"', "")
    assert "Siti" not in json.dumps(everything.manifest)


@pytest.mark.parametrize("name", ["masters", "everything"])
def test_the_files_are_sound_and_for_paper(name: str, request: pytest.FixtureRequest) -> None:
    pack: Pack = request.getfixturevalue(name)
    for end in (".pdf", "-kunci.pdf"):
        check(pack.file(end))
        with pikepdf.open(pack.file(end)) as pdf:
            assert "/AcroForm" not in pdf.Root
            assert bool(pdf.Root.MarkInfo.Marked)
            assert str(pdf.Root.Lang) == "id"


@pytest.mark.parametrize("end", [".pdf", "-kunci.pdf"])
def test_a_pack_in_a_participants_product_is_found(
    masters: Pack, root: Path, tmp_path: Path, end: str
) -> None:
    (tmp_path / "site" / "unduhan").mkdir(parents=True)
    shutil.copy(masters.file(end), tmp_path / "site" / "unduhan" / "bahan.pdf")
    (tmp_path / "dist").mkdir()
    shutil.copy(masters.file(end), tmp_path / "dist" / "buku-peserta.pdf")
    (tmp_path / "site" / "index.html").write_text(f"<p>{SECRET}</p>", encoding="utf-8")
    found = Products(tmp_path).problems(whole(root))
    places = {item.place.path for item in found if item.kind is Kind.OUTPUT_LEAK}
    assert places == {"site/unduhan/bahan.pdf", "dist/buku-peserta.pdf", "site/index.html"}
    assert any(item.words["sumber"] == "docs/modul-02/cepat-tepat-2.yml" for item in found)


def check(file: Path) -> None:
    command: Sequence[str] = ["qpdf", "--check", str(file)]
    done = subprocess.run(command, capture_output=True, check=False, text=True)
    assert done.returncode == 0, done.stdout + done.stderr


def test_the_paper_is_the_one_asked_for(masters: Pack, everything: Pack) -> None:
    for pack, long in ((masters, 842), (everything, 935)):
        with pikepdf.open(pack.pdf) as pdf:
            sizes = {max(round(float(n)) for n in page.mediabox) for page in pdf.pages}
        assert sizes == {long}
