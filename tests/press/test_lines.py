"""Labels put into laid-out lines: the one place that leans on WeasyPrint's boxes.

When these fail after an update of WeasyPrint, read hooks/handbook/press/layout/lines.py first.
"""

from __future__ import annotations

import re
from itertools import pairwise
from pathlib import Path
from typing import Literal

import pytest

from handbook.press import Label, NoteKind, Part, PrintJob, Report, press
from handbook.press.layout import lines
from handbook.press.layout.stylesheets import Stylesheets
from handbook.press.layout.typesetting import Typesetter
from handbook.press.values import Anchor, ReferenceWords
from handbook.print.printing import LIBRARY, STYLES
from tests.press.sample import METADATA, ONE, WORDS, make, page, ref, text_of

pytestmark = pytest.mark.pdf

FILLER = "kata demi kata mengisi baris supaya rata kanan dan kiri, "
LABELS = re.compile(r"\(hlm\. ([^)]*)\)")


RIGHT = (120 - 15) * 72 / 25.4 - 6  # the edge of the text: the page's margin, then that of <body>


def _parts(pages: int, style: Literal["D", "r"] = "D") -> tuple[Part, ...]:
    """A part full of references to the last page of another."""
    body = f"<p>{(FILLER + ref('akhir', 'akhir') + ', ') * 12}</p>"
    other = "<h2>Halaman</h2>" * (pages - 1) + '<h2 id="akhir">Akhir</h2>'
    return (
        Part("satu", "Satu", page(f"<h1>Satu</h1>{body}"), Label("D", "1-")),
        Part("dua", "Dua", page(f"<h1>Dua</h1>{other}"), Label(style, "2-")),
    )


def _references(out: Path, report: Report) -> list[str]:
    """The labels that the first part shows."""
    text = text_of(out, "-l", str(report.pages["satu"]))
    return LABELS.findall(" ".join(text.split()))


@pytest.mark.parametrize(("pages", "label"), [(8, "2-9"), (11, "2-12")])
def test_labels_are_painted_in_one_pass(tmp_path: Path, pages: int, label: str) -> None:
    out, report = make(tmp_path, _parts(pages))
    assert report.passes == 1, "lines.py no longer fits this WeasyPrint"
    assert report.warnings == ()
    assert _references(out, report) == [label] * 12


@pytest.mark.parametrize("family", ["Source Sans 3", "Source Serif 4"])
@pytest.mark.parametrize("style", ["", "font-weight: 600", "font-style: italic"])
def test_labels_of_as_many_figures_take_the_same_room(tmp_path: Path, family: str, style: str) -> None:
    """Figures are put into painted pages; in the shipped fonts they must be of one width."""
    labels = [str(number) for number in range(10, 100)]
    names = "".join(f"<p>{ref('t' + label, 'ke', 'page-number')}</p>" for label in labels)
    css = (
        f"* {{ font-family: '{family}'; {style} }} .page-number {{ float: left }} h2 {{ break-before: page }}"
    )
    targets = "".join(f'<h2 id="t{label}">Ke</h2>' for label in labels)
    parts = (
        Part("satu", "Satu", page(f"<style>{css}</style>{names}")),
        Part("dua", "Dua", page(f"<style>{css}</style>{targets}"), Label(start=10)),
    )
    styles, out = [STYLES / "fonts.css"], tmp_path / "buku.pdf"
    report = press(
        PrintJob(parts, out, METADATA, base=tmp_path, stylesheets=styles, library=LIBRARY, workers=1)
    )
    words = text_of(out, "-bbox", "-l", str(report.pages["satu"]))
    found = re.findall(r'xMin="(.*?)".*xMax="(.*?)".*>(\d\d)<', words)
    assert [label for _, _, label in found] == labels
    rooms = [float(right) - float(left) for left, right, _ in found]
    assert max(rooms) - min(rooms) < 0.02


def test_a_text_that_fits_but_for_its_last_space_is_no_reason_to_break_it_early(tmp_path: Path) -> None:
    """In some of these widths the words before what stays whole have room, and the space after them not."""
    words = 'Di papan tempat modul ini dimulai <b style="white-space: nowrap">Tahap 2 pada Modul 5</b>'
    rows = "".join(f'<p style="width: {width}px; text-align: left">{words}</p>' for width in range(140, 300))
    out, _ = make(tmp_path, (Part("satu", "Satu", page(rows)),))
    printed = [line.strip() for line in text_of(out, "-layout").splitlines()]
    assert len([line for line in printed if line.startswith("Di papan")]) == 160
    assert "Di" not in printed


def test_lines_stay_justified_and_words_apart(tmp_path: Path) -> None:
    out, _ = make(tmp_path, _parts(8))
    words = re.findall(r'<word xMin="(.*?)" yMin="(.*?)" xMax="(.*?)"', text_of(out, "-bbox", "-l", "1"))
    rows: dict[float, list[tuple[float, float]]] = {}
    for left, top, right in words:
        rows.setdefault(round(float(top), 1), []).append((float(left), float(right)))
    full = [sorted(row) for row in rows.values()][1:-1]
    assert len(full) > 8
    for row in full[:-1]:
        assert row[-1][1] == pytest.approx(RIGHT, abs=0.6)
        assert all(after[0] > before[1] for before, after in pairwise(row))


def test_labels_that_do_not_fit_are_laid_out_again(tmp_path: Path) -> None:
    out, report = make(tmp_path, _parts(87, "r"))
    assert report.passes == 2
    assert report.warnings == ()
    assert _references(out, report) == ["2-lxxxviii"] * 12


def test_a_part_that_is_painted_again_comes_out_as_if_painted_once(tmp_path: Path) -> None:
    """Labels of another width may arrive when the part has been painted already."""
    part = Part("modul-01", "Modul satu", ONE, Label("D", "1-"))
    job = PrintJob([part], tmp_path / "modul-01.pdf", METADATA, base=tmp_path, strings=WORDS)
    painted = []
    for before in (["0-0", "0-0"], ["0-0"], []):
        setter = Typesetter(job, {"ik-2-1": "0-0", "akhir": "0-0", "awal": "0-0"}, Stylesheets())
        own = setter.lay_out({}).anchors
        for label in (*before, "0-00"):
            answer = setter.paint(own | {"ik-2-1": Anchor("modul-02", 9, 0, 0, label)})
        assert answer is not None
        painted.append((job.out.read_bytes(), answer.dead, answer.notes))
    assert painted[0] == painted[1] == painted[2]


def test_an_unknown_weasyprint_is_laid_out_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object) -> None:
        raise AttributeError("no such box")

    monkeypatch.setattr(lines, "_set_text", broken)
    out, report = make(tmp_path, _parts(8))
    assert _references(out, report) == ["2-9"] * 12
    assert report.passes == 2
    assert {note.kind for note in report.warnings} == {NoteKind.LINES_UNKNOWN}


def test_a_leader_keeps_its_label_at_the_right_edge(tmp_path: Path) -> None:
    contents = page(f'<ul class="toc"><li>{ref("akhir", "Akhir", "page-number")}</li></ul>')
    out, report = make(tmp_path, (Part("isi", "Isi", contents), _parts(4)[1]))
    assert report.passes == 1
    last = re.findall(r'xMax="(.*?)".*>2-5<', text_of(out, "-bbox", "-l", "1"))
    assert [float(right) for right in last] == [pytest.approx(RIGHT, abs=0.6)]


def test_a_reference_to_its_own_page_leaves_no_space_behind(tmp_path: Path) -> None:
    text = f'<p id="sini">Lihat {ref("sini", "kotak")}, lalu {ref("akhir", "bab")}, dan selesai.</p>'
    parts = (
        Part("satu", "Satu", page(f"<h1>Satu</h1>{text}"), Label("D", "1-")),
        Part("dua", "Dua", page('<h1 id="akhir">Dua</h1>'), Label("D", "2-")),
    )
    out, strings = tmp_path / "buku.pdf", ReferenceWords(" (hlm. {label})")
    press(PrintJob(parts, out, METADATA, base=tmp_path, strings=strings, workers=1))
    words = " ".join(text_of(out, "-l", "1").split())
    assert "Lihat kotak, lalu bab (hlm. 2-1), dan selesai." in words
