"""Parts kept as they stood in an earlier book: the book that they are joined into is the one joined anew."""

from __future__ import annotations

import random
from dataclasses import replace
from pathlib import Path
from typing import Any

import pikepdf
import pytest

from handbook.memory.store import Store
from handbook.press import Part
from handbook.press.assembly import joined
from handbook.press.values import PartFile
from tests.press.sample import COVER, PARTS, make, page

pytestmark = pytest.mark.pdf

FIELD = '<p><label>Nama <input type="text" name="ik-2-1.nama"/></label></p>'
PICTURE = (
    '<p><img alt="Titik" src="data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAIAAACQd1PeAAAADElEQVR4'
    'nGP4z8AAAAMBAQDJ/pLvAAAAAElFTkSuQmCC"/></p>'
)
MORE = ("<p>Satu kalimat lagi.</p>", FIELD, PICTURE, "<h2>Bagian baru</h2>", "<p>Ya.</p>" * 200)


def variant(chance: random.Random) -> tuple[Part, ...]:
    """The mini-book with something more in some of its parts, and maybe a part more before the others."""
    extra = (
        (Part("kata", "Kata pengantar", page("<h1>Kata pengantar</h1>")),) if chance.random() < 0.3 else ()
    )
    return (*extra, *(_changed(part, chance) for part in PARTS))


def _changed(part: Part, chance: random.Random) -> Part:
    if part.html == COVER or chance.random() < 0.5:
        return part
    more = chance.choice(MORE)
    more = chance.choice(MORE)
    return replace(part, html=part.html.replace("</body>", f"{more}</body>"))


def test_whatever_changes_the_book_is_the_one_joined_anew(tmp_path: Path) -> None:
    chance = random.Random(18)
    for _ in range(12):
        parts = variant(chance)
        out, report = make(tmp_path, parts, cache=tmp_path / "cache")
        kept, warnings = out.read_bytes(), report.warnings
        out, report = make(tmp_path, parts)
        assert (kept, warnings) == (out.read_bytes(), report.warnings)


def test_a_part_that_did_not_change_is_not_copied_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made: list[str] = []
    copy = joined.make

    def noted(part: PartFile, *given: Any) -> joined.JoinedPart:
        made.append(part[0].name)
        return copy(part, *given)

    monkeypatch.setattr(joined, "make", noted)
    make(tmp_path, cache=tmp_path / "cache")
    assert made == [part.name for part in PARTS]
    made.clear()
    later = replace(PARTS[2], html=PARTS[2].html.replace("25 menit", "35 menit"))
    make(tmp_path, (*PARTS[:2], later, PARTS[3]), cache=tmp_path / "cache")
    assert made == ["modul-01"]


def test_a_picture_in_two_parts_is_written_once(tmp_path: Path) -> None:
    both = tuple(replace(part, html=part.html.replace("</body>", f"{PICTURE}</body>")) for part in PARTS)
    with pikepdf.open(make(tmp_path, both)[0]) as pdf:
        pictures = [image.objgen for sheet in pdf.pages for image in sheet.get_images().values()]
    assert len(pictures) >= len(PARTS)
    assert len(set(pictures)) == 1


def test_a_forged_part_is_not_used(tmp_path: Path) -> None:
    _printed(tmp_path, PARTS, cache=tmp_path / "cache")
    store = Store(tmp_path / "cache")
    for path in (tmp_path / "cache").iterdir():
        facts, blob = store.get(path.stem) or ([], b"")
        if isinstance(facts, dict):
            store.put(path.stem, {**facts, "pages": "satu"}, blob)
    retitled = (*PARTS[:3], replace(PARTS[3], title="Modul 2: Lain"))
    assert _printed(tmp_path, retitled, cache=tmp_path / "cache") == _printed(tmp_path, retitled)


def _printed(folder: Path, parts: tuple[Part, ...], **options: Any) -> bytes:
    return make(folder, parts, **options)[0].read_bytes()
