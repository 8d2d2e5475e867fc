"""Comments and changes of reviewers come back at their places, and nothing else is changed by them."""

from __future__ import annotations

import io
import json
import random
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from handbook.authoring.review.exporting import exported
from handbook.commands import review
from tests.authoring.review.reviewer import Desk, text_of, w
from tests.conftest import CopyOf, whole

READING, QUIZ = "docs/modul-02/bacaan-2-1.md", "docs/modul-02/kuis-2.yml"
Edit = Callable[[Desk], None]


@pytest.fixture
def root(copy_of: CopyOf) -> Path:
    return copy_of()


def send(root: Path, *edits: Edit, name: str = "a.docx") -> str:
    """The module's document with edits, as a file."""
    path = root.parent / name
    path.write_bytes(exported(whole(root), "modul-02"))
    desk = Desk(path)
    for edit in edits:
        edit(desk)
    desk.save(path)
    return str(path)


def find(desk: Desk, words: str) -> tuple[Any, int]:
    """The first paragraph with some words, and where they stand."""
    found = next(item for item in desk.paragraphs() if words in text_of(item))
    return found, text_of(found).index(words)


def changed(old: str, new: str, who: str = "Ani") -> Edit:
    def edit(desk: Desk) -> None:
        paragraph, at = find(desk, old)
        if new:
            desk.replace(paragraph, at, at + len(old), new, who)
        else:
            desk.delete(paragraph, at, at + len(old), who)

    return edit


def added(behind: str, words: str, who: str = "Ani") -> Edit:
    def edit(desk: Desk) -> None:
        paragraph, at = find(desk, behind)
        desk.insert(paragraph, at + len(behind), words, who)

    return edit


def commented(on: str, words: str, who: str = "Ani") -> Edit:
    def edit(desk: Desk) -> None:
        paragraph, at = find(desk, on)
        desk.comment(paragraph, at, at + len(on), who, words)

    return edit


def come_back(
    root: Path, capsys: pytest.CaptureFixture[str], *arguments: str, code: int = 0
) -> list[dict[str, Any]]:
    capsys.readouterr()
    assert review.main(["--root", str(root), "import", *arguments, "--format", "json"]) == code
    records: list[dict[str, Any]] = json.loads(capsys.readouterr().out)
    return records


def sources(root: Path) -> dict[str, str]:
    files = (file for file in (root / "docs").rglob("*") if file.suffix in (".md", ".yml"))
    return {str(file.relative_to(root)): file.read_text(encoding="utf-8") for file in sorted(files)}


WRITTEN = [
    (changed("gembur dan gelap", "*gembur*"), "Tanah yang baik \\*gembur\\*."),
    (added("lengket", " | basah"), "| Liat | lengket \\| basah |"),
    (added("dan sisa dapur", " <daun & abu>"), "sisa dapur &lt;daun & abu>,"),
    (added("pupuk dari sisa", " abu"), "tanya: Apa nama pupuk dari *sisa abu dapur*?"),
    (changed("Akar sulit", "Akar, juga {kecil}, sulit"), '"Akar, juga {kecil}, sulit menembusnya."'),
    (changed("Baris I: tulis", 'Baris "I": tulis'), '- "Baris \\"I\\": tulis keadaan'),
    (changed("Setiap alat", "Catatan: setiap alat"), 'pembahasan: "Catatan: setiap alat mempunyai'),
    (changed("benih bayam", "benih: bayam"), 'bahan: ["benih: bayam"]'),
    (
        changed("cara memilih tanah", "cara mengenali tanah"),
        "[cara mengenali tanah][bacaan-2-1#memilih-tanah]",
    ),
    (changed("Ada cacing.", ""), "- Berbau segar; ini tampak"),
    (changed("cetok", "sekop kecil"), "menyebut *sekop kecil*."),
]


@pytest.mark.parametrize(("edit", "line"), WRITTEN, ids=lambda value: str(value)[:30])
def test_what_is_typed_is_what_readers_see(
    root: Path, capsys: pytest.CaptureFixture[str], edit: Edit, line: str
) -> None:
    before = sources(root)
    [record] = come_back(root, capsys, send(root, edit), "--accept")
    assert record["kind"] == "diambil", record
    assert line in "\n".join(sources(root).values())
    changed_files = [path for path, text in sources(root).items() if text != before[path]]
    assert changed_files == [record["path"]]


def test_a_comment_comes_back_at_its_word(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    copy = send(root, commented("dan gelap", "Selalu?"), commented("Akar sulit", "Mengapa?", "Budi"))
    first, second = come_back(root, capsys, copy)
    assert [first["path"], first["line"], first["column"]] == [READING, 8, 24]
    assert first["message"] == "Ani: Selalu? (pada: dan gelap)"
    assert [second["path"], second["line"], second["column"]] == [QUIZ, 12, 42]
    assert review.main(["--root", str(root), "import", copy, "--format", "github"]) == 0
    notice = capsys.readouterr().out.splitlines()[0]
    assert notice == f"::notice file={READING},line=8,col=24,title=komentar::{first['message']}"


def test_two_reviewers_who_disagree_are_both_listed(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    first = send(root, changed("Gembur", "Remah"), changed("utuh", "bulat"), name="a.docx")
    second = send(root, changed("Gembur", "Lunak", "Budi"), changed("utuh", "bulat", "Budi"), name="b.docx")
    records = come_back(root, capsys, first, second, "--accept")
    assert [(record["kind"], record["message"].partition(":")[0]) for record in records] == [
        ("bentrok", "Ani"),
        ("bentrok", "Budi"),
        ("diambil", "Ani, Budi"),
    ]
    assert "Budi" in records[0]["mend"]
    assert "| Gembur |" in sources(root)[READING]


def test_what_changed_in_the_sources_is_not_overwritten(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    copy = send(
        root, changed("gembur dan gelap", "hitam"), changed("utuh", "bulat"), commented("Campur", "?")
    )
    for path, old, new in (
        (READING, "Tanah yang baik gembur", "Tanah yang subur gembur"),
        ("docs/modul-02/tahap-2.md", "Pilih benih yang utuh.", "Pilih benih yang bulat."),
        (READING, "Campur daun", "Kini campurlah daun"),
    ):
        file = root / path
        file.write_text(file.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")
    before = sources(root)
    stale, remark, there = come_back(root, capsys, copy, "--accept")
    assert (stale["kind"], stale["line"]) == ("berubah", 8)
    assert (remark["kind"], remark["line"]) == ("komentar", 23)
    assert there["kind"] == "sudah"
    assert sources(root) == before


def test_untracked_changes_are_noticed(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    def type_over(desk: Desk) -> None:
        for run in find(desk, "mudah diremas")[0].iter(w("t")):
            run.text = run.text.replace("mudah", "gampang")

    def tear_out(desk: Desk) -> None:
        paragraph = find(desk, "Tahap ini melanjutkan")[0]
        paragraph.getparent().remove(paragraph)

    records = come_back(root, capsys, send(root, type_over, tear_out))
    said = [(record["path"], record["line"], record["kind"]) for record in records]
    assert said == [(READING, 13, "usul"), ("docs/modul-02/tahap-2.md", 19, "lepas")]
    assert "tanpa jejak" in records[0]["message"]
    assert "Hilang tanpa jejak" in records[1]["message"]


def test_what_cannot_be_proposed_is_listed(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    def rename_label(desk: Desk) -> None:
        label = next(item for item in desk.root.iter(w("p")) if text_of(item) == "docs/modul-02/tahap-2.md")
        desk.replace(label, 0, 4, "buku", "Ani")

    def join(desk: Desk) -> None:
        desk.mark(find(desk, "Campur daun")[0], "del", "Ani")

    records = come_back(root, capsys, send(root, rename_label, join), "--accept")
    assert [record["kind"] for record in records] == ["lepas", "lepas"]
    assert "baris susunan mesin" in records[1]["message"]
    assert "digabung" in records[0]["message"]


def test_nothing_is_written_when_the_book_would_not_pass(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = sources(root)
    copy = send(root, changed("IK 2.1", "IK 2.9"), changed("utuh", "bulat"))
    records = come_back(root, capsys, copy, "--accept", code=1)
    assert [record["kind"] for record in records] == ["tak_tertulis", "tak_tertulis", "rujukan-hilang"]
    assert sources(root) == before


def test_taking_twice_changes_nothing_more(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    copy = send(root, changed("utuh", "bulat"), changed("Ada cacing.", "Ada banyak cacing."))
    come_back(root, capsys, copy, "--accept")
    before = sources(root)
    assert {record["kind"] for record in come_back(root, capsys, copy, "--accept")} == {"sudah"}
    assert sources(root) == before


@pytest.mark.parametrize("data", [b"", b"PK\x03\x04", b"<w:document/>"])
def test_other_files_are_refused(root: Path, capsys: pytest.CaptureFixture[str], data: bytes) -> None:
    path = root.parent / "lain.docx"
    path.write_bytes(data)
    assert review.main(["--root", str(root), "import", str(path)]) == 1
    assert capsys.readouterr().err == "lain.docx bukan dokumen .docx yang dapat dibaca.\n"


def test_one_by_one(root: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    copy = send(root, changed("gembur dan gelap", "hitam"), changed("utuh", "bulat"))
    monkeypatch.setattr("sys.stdin", io.StringIO("t\ny\n"))
    left, taken = come_back(root, capsys, copy, "--ask")
    assert (left["kind"], taken["kind"]) == ("dilewati", "diambil")
    assert "Pilih benih yang bulat." in sources(root)["docs/modul-02/tahap-2.md"]


def test_a_row_of_a_table_goes_as_a_whole(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    def take_row(desk: Desk) -> None:
        row = next(find(desk, "Liat")[0].iterancestors(w("tr")))
        for paragraph in row.iter(w("p")):
            desk.delete(paragraph, 0, len(text_of(paragraph)), "Ani")
        row.find(w("trPr")).append(desk.change("del", "Ani"))

    [record] = come_back(root, capsys, send(root, take_row), "--accept")
    assert (record["kind"], record["line"]) == ("diambil", 14)
    assert "UU 7/2098 |\n\n/// kotak" in sources(root)[READING]


def test_a_move_as_word_tracks_it(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    def move(desk: Desk) -> None:
        first, second = (find(desk, words)[0] for words in ("Ada cacing.", "Berbau segar;"))
        desk.move(first, second, "Ani")
        for old, new in (("del", "moveFrom"), ("ins", "moveTo")):
            for change in list(desk.root.iter(w(old))):
                change.tag = w(new)
        for text in desk.root.iter(w("delText")):
            text.tag = w("t")

    [record] = come_back(root, capsys, send(root, move), "--accept")
    assert (record["kind"], record["message"]) == ("diambil", "Ani: pindahkan: Ada cacing.")
    assert "- Berbau segar; ini tampak pada Tahap 2A.\n- Ada cacing.\n///" in sources(root)[READING]


def test_paragraphs_and_items_are_split_and_added(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    def write(desk: Desk) -> None:
        desk.add(find(desk, "Ada cacing.")[0], "Ada *jamur*.", "Ani")
        desk.add(find(desk, "Pilih benih")[0], "1. Rendam semalam.", "Ani")
        desk.add(find(desk, "Bagian B")[0], "Kerjakan sendiri.", "Ani")

    records = come_back(root, capsys, send(root, write), "--accept")
    assert [record["kind"] for record in records] == ["diambil"] * 3
    assert "- Ada cacing.\n- Ada \\*jamur\\*.\n- Berbau" in sources(root)[READING]
    stage = sources(root)["docs/modul-02/tahap-2.md"]
    assert "dibuang.\n\n1\\. Rendam semalam.\n\n## Bagian B\n\nKerjakan sendiri.\n\nIsi baris I" in stage


def test_what_one_adds_and_another_deletes_is_told(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    def quarrel(desk: Desk) -> None:
        paragraph, at = find(desk, "utuh")
        desk.insert(paragraph, at, "sangat ", "Ani")
        added_ = paragraph.find(w("ins"))
        taken = desk.change("del", "Budi")
        taken.append(added_[0])
        added_.append(taken)
        for text in taken.iter(w("t")):
            text.tag = w("delText")

    [record] = come_back(root, capsys, send(root, quarrel))
    assert (record["kind"], record["message"].partition(" (")[0]) == (
        "lepas",
        "Budi: Ditambahkan seseorang lalu dihapus orang lain",
    )


def test_a_copy_for_others_has_no_secrets_and_comes_back_too(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = root.parent / "terbuka.docx"
    assert review.main(["--root", str(root), "export", "modul-02", "--without-keys", "--out", str(path)]) == 0
    desk = Desk(path)
    assert not [part for part in desk.parts.values() if b"Rahasia" in part]
    commented("utuh", "Maksudnya?")(desk)
    desk.save(path)
    [record] = come_back(root, capsys, str(path))
    assert (record["path"], record["line"]) == ("docs/modul-02/tahap-2.md", 23)


def test_damaged_copies_are_refused_or_read_and_never_break(root: Path) -> None:
    whole_copy = Path(send(root, commented("utuh", "?"))).read_bytes()
    chance, path, codes = random.Random(3), root.parent / "rusak.docx", set()
    for _ in range(12):
        damaged = bytearray(whole_copy)
        for _ in range(8):
            damaged[chance.randrange(len(damaged))] = chance.randrange(256)
        path.write_bytes(bytes(damaged[: chance.choice((len(damaged), len(damaged) // 2))]))
        codes.add(review.main(["--root", str(root), "import", str(path)]))
    assert codes <= {0, 1}
    assert 1 in codes


@pytest.mark.parametrize("part", ["word/document.xml", "word/comments.xml", "customXml/item2.xml"])
def test_parts_that_are_no_xml_are_refused(root: Path, part: str) -> None:
    copy = Path(send(root, commented("utuh", "?")))
    desk = Desk(copy)
    with zipfile.ZipFile(copy, "w") as archive:
        for name, data in desk.parts.items():
            archive.writestr(name, data[:-40] if name == part else data)
    assert review.main(["--root", str(root), "import", str(copy)]) == 1
