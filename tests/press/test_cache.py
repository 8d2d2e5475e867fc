"""Results kept from earlier runs have the same bytes as new ones, and are never stale."""

from __future__ import annotations

import io
import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pikepdf
import pytest

from handbook.memory.store import Store
from handbook.press import Label, Part, Report, inputs
from handbook.press import cached_steps as memory_module
from handbook.press.inputs import Survey, kept_survey
from tests.press.sample import PARTS, STYLE, make, page, text_of

pytestmark = pytest.mark.pdf

Steps = list[tuple[str, str]]
MOVED = [
    (1, "2-3", {"modul-02"}),
    (7, "2-9", {"modul-02"}),
    (8, "2-10", {"isi", "modul-01", "modul-02"}),
]


class Shop:
    """A folder in which the mini-book is printed again and again."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.cache = folder, folder / "simpanan"
        self.steps: Steps = []

    def make(self, parts: tuple[Part, ...] = PARTS, **options: Any) -> tuple[bytes, Report]:
        """Print; `steps` are then those that were really done."""
        self.steps = []
        out, report = make(
            self.folder, parts, cache=self.cache, progress=lambda *step: self.steps.append(step), **options
        )
        return out.read_bytes(), report

    def done(self, step: str) -> set[str]:
        return {part for done, part in self.steps if done == step}


@pytest.fixture
def shop(tmp_path: Path) -> Shop:
    return Shop(tmp_path)


def changed(name: str, change: Callable[[str], str]) -> tuple[Part, ...]:
    """The mini-book with the HTML of a part changed."""
    return tuple(replace(part, html=change(part.html)) if part.name == name else part for part in PARTS)


def test_a_second_run_does_nothing_and_gives_the_same(shop: Shop) -> None:
    first, report = shop.make()
    assert shop.done("lay_out") == {"sampul", "isi", "modul-01", "modul-02"}
    again, same = shop.make()
    assert shop.steps == []
    assert again == first
    assert (same.pages, same.anchors, same.dead, same.warnings) == (
        report.pages,
        report.anchors,
        report.dead,
        report.warnings,
    )


def test_an_edit_lays_out_one_part_and_gives_what_a_cold_run_gives(shop: Shop, tmp_path: Path) -> None:
    shop.make()
    edited = changed("modul-01", lambda html: html.replace("menutup buku", "menutup buku ini"))
    warm, _ = shop.make(edited)
    assert shop.done("lay_out") == {"modul-01"}
    (tmp_path / "baru").mkdir()
    cold, _ = make(tmp_path / "baru", edited)
    assert warm == cold.read_bytes()


def inserted(headings: int) -> tuple[Part, ...]:
    """The mini-book with pages more before the form of Modul 2."""
    pages = "<h2>Sisipan</h2>" * headings
    return changed("modul-02", lambda html: html.replace('<h2 id="ik-2-1">', f'{pages}<h2 id="ik-2-1">'))


@pytest.mark.parametrize(("more", "label", "painted"), MOVED)
def test_only_labels_that_need_more_room_are_painted_again(
    shop: Shop, tmp_path: Path, more: int, label: str, painted: set[str]
) -> None:
    shop.make()
    warm, report = shop.make(inserted(more))
    assert report.anchors["ik-2-1"].label == label
    assert shop.done("paint") == painted  # the cover names no page
    text = " ".join(text_of(tmp_path / "buku.pdf").split())
    assert f"IK 2.1 (hlm. {label}), lalu" in text
    assert re.search(rf"Instrumen 2\.1 [ .]+{label}", text)
    (tmp_path / "baru").mkdir()
    cold, _ = make(tmp_path / "baru", inserted(more))
    assert warm == cold.read_bytes()


def test_a_target_that_goes_away_unlinks_its_mentions(shop: Shop) -> None:
    plain = (
        Part("satu", "Satu", page('<h1>Satu</h1><p><a href="handbook:dua">Dua</a></p>'), Label("D", "1-")),
        Part("dua", "Dua", page('<h1 id="dua">Dua</h1>'), Label("D", "2-")),
    )
    _, report = shop.make(plain)
    assert report.dead == ()
    gone = (plain[0], replace(plain[1], html=page("<h1>Dua</h1>")))
    _, report = shop.make(gone)
    assert [(dead.part, dead.target) for dead in report.dead] == [("satu", "dua")]


def test_a_changed_style_prints_everything_again(shop: Shop, tmp_path: Path) -> None:
    shop.make()
    (tmp_path / "src" / "lain.css").write_text("h1 { color: #123456 }")
    styled = replace(
        PARTS[0], html=PARTS[0].html.replace("</head>", '<link rel=stylesheet href="lain.css"></head>')
    )
    shop.make((styled, *PARTS[1:]))
    assert shop.done("lay_out") == {"sampul"}
    (tmp_path / "src" / "lain.css").write_text("h1 { color: #654321 }")
    shop.make((styled, *PARTS[1:]))
    assert shop.done("lay_out") == {"sampul"}, "a file that the part's HTML names is part of its key"


def test_a_changed_stylesheet_prints_everything_again(shop: Shop, monkeypatch: pytest.MonkeyPatch) -> None:
    shop.make()
    monkeypatch.setattr("tests.press.sample.STYLE", STYLE + "h1 { font-size: 30pt }")
    shop.make()
    assert shop.done("lay_out") == {"sampul", "isi", "modul-01", "modul-02"}


def test_an_image_that_appears_is_seen(shop: Shop, tmp_path: Path) -> None:
    part = (Part("satu", "Satu", page('<h1>S</h1><p><img src="x.svg" alt="x"></p>')),)
    _, report = shop.make(part)
    assert report.warnings
    (tmp_path / "src" / "x.svg").write_text('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>')
    _, report = shop.make(part)
    assert report.warnings == ()


def test_another_press_shares_nothing(shop: Shop, monkeypatch: pytest.MonkeyPatch) -> None:
    shop.make()
    monkeypatch.setattr("handbook.press.pipeline.programs", lambda: "lain")
    shop.make()
    assert len(shop.done("lay_out")) == 4


def test_unfilled_and_filled_are_kept_apart(shop: Shop) -> None:
    filled, _ = shop.make()
    drawn, _ = shop.make(fillable=False)
    assert [_has_form(pdf) for pdf in (filled, drawn)] == [True, False]
    assert shop.make()[0] == filled


def _has_form(pdf: bytes) -> bool:
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        return "/AcroForm" in opened.Root


@pytest.mark.parametrize(
    "harm", [lambda _: b"", lambda b: b[:-9], lambda b: b.replace(b"1", b"2", 3), lambda b: b + b" "]
)
def test_torn_entries_are_made_anew(shop: Shop, harm: Callable[[bytes], bytes]) -> None:
    first, _ = shop.make()
    for entry in shop.cache.iterdir():
        entry.write_bytes(harm(entry.read_bytes()))
    again, _ = shop.make()
    assert again == first
    assert len(shop.done("lay_out")) == 4


def test_a_step_missing_in_the_middle_is_caught_up(shop: Shop, monkeypatch: pytest.MonkeyPatch) -> None:
    """Only the layouts are kept: painting has to lay out first, with the same result."""
    first, _ = shop.make()
    recall = memory_module.CachedTypesetters._recall

    def forgetful(self: Any, part: Any, step: str, name: str) -> Any:
        return recall(self, part, step, name) if step == "lay_out" else None

    monkeypatch.setattr(memory_module.CachedTypesetters, "_recall", forgetful)
    again, _ = shop.make()
    assert again == first


def test_the_store_stays_within_its_limit(tmp_path: Path) -> None:
    store = Store(tmp_path, limit=2_500)
    for number in range(5):
        store.put(f"{number}", {"n": number}, bytes(1000))
        store.get("0")
    store.prune()
    assert sum(file.stat().st_size for file in tmp_path.iterdir()) <= 2_500
    assert store.get("0") is not None, "what was used last stays"
    assert store.get("1") is None


def test_entries_are_taken_over_from_an_earlier_store(tmp_path: Path) -> None:
    earlier, folder = tmp_path / "lama", tmp_path / "baru"
    for key in "abc":
        Store(earlier).put(key, [key], b"isi")
    (earlier / "b.bagian").write_bytes(b"rusak")
    store = Store(folder, earlier=earlier)
    assert [store.get(key) for key in "abd"] == [(["a"], b"isi"), None, None]
    assert [file.name for file in folder.iterdir()] == ["a.bagian"], "what is not asked for stays behind"
    assert (folder / "a.bagian").read_bytes() == (earlier / "a.bagian").read_bytes()


def test_a_folder_that_cannot_be_written_does_no_harm(shop: Shop) -> None:
    shop.cache.write_text("bukan folder")
    _, report = shop.make()
    assert report.pages["modul-01"] == 2


def test_a_survey_is_kept_and_one_of_another_shape_is_made_anew(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    html = '<p id="a"><a href="handbook:b">b</a> <span class="page-ref" data-target="c"></span></p>'
    part, store = Part("satu", "Satu", html), Store(tmp_path)
    made = kept_survey(part, store)
    assert made == Survey("satu", ("a",), frozenset("c"), frozenset("b"))
    with monkeypatch.context() as without:
        without.setattr(inputs, "survey", pytest.fail)
        assert kept_survey(part, store) == made
    [entry] = tmp_path.iterdir()
    store.put(entry.stem, ["forged"])
    assert kept_survey(part, store) == made
    assert kept_survey(replace(part, html="<p>lain</p>"), store).ids == ()
