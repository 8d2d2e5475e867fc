"""Custom properties written out before printing: only those that nothing can change."""

from __future__ import annotations

from pathlib import Path

import pikepdf
import pytest

from handbook.press import Part
from handbook.press.layout.constants import constants, written_out
from tests.press.sample import make, page

SHEET = 'html { --satu: 1pt; --dua: "x", serif } p { margin: var(--satu); font-family: var( --dua ) }'


def known(folder: Path, sheet: str = SHEET, html: str = "<p>x</p>") -> dict[str, str]:
    """The constants of a stylesheet."""
    (folder / "gaya.css").write_text(sheet)
    return constants([folder / "gaya.css"], html)


def test_what_one_rule_for_the_root_defines_is_constant(tmp_path: Path) -> None:
    found = known(tmp_path)
    assert found == {"--satu": "1pt", "--dua": '"x", serif'}
    assert written_out(SHEET, found).endswith('p { margin: 1pt; font-family: "x", serif }')
    assert written_out("p { margin: var(--lain); }", found) == "p { margin: var(--lain); }"


def test_imported_sheets_count(tmp_path: Path) -> None:
    (tmp_path / "warna.css").write_text("html { --satu: 2pt }")
    assert known(tmp_path, '@import "warna.css"; html { --dua: 1 }') == {"--satu": "2pt", "--dua": "1"}
    assert known(tmp_path, '@import "warna.css"; p { --satu: 3pt }') == {}


@pytest.mark.parametrize(
    ("more", "left"),
    [
        (".khusus { --satu: 3pt }", {"--dua"}),
        ("html.gelap { --satu: 3pt }", {"--dua"}),
        ("@media print { p { color: red } html { --tiga: 3pt } }", set()),
    ],
)
def test_what_another_rule_may_change_is_not(tmp_path: Path, more: str, left: set[str]) -> None:
    assert known(tmp_path, f"{SHEET} {more}").keys() == left


@pytest.mark.parametrize(
    "html", ['<p style="--satu: 3pt">x</p>', "<style>p { --satu: 3pt }</style>", '<link rel="stylesheet">']
)
def test_what_the_document_may_change_is_not(tmp_path: Path, html: str) -> None:
    assert "--satu" not in known(tmp_path, html=html)


@pytest.mark.pdf
def test_print_looks_the_same_with_and_without(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    style = "html { --jauh: 31mm; --warna: #123456 } p { margin-left: var(--jauh); color: var(--warna) }"
    monkeypatch.setattr("tests.press.sample.STYLE", style)
    part = (Part("satu", "Satu", page("<h1>Satu</h1><p>Dua</p>")),)
    contents = []
    for name, values in (("a", constants), ("b", lambda *_: {})):
        monkeypatch.setattr("handbook.press.layout.stylesheets.constants", values)
        (tmp_path / name).mkdir()
        out, _ = make(tmp_path / name, part)
        with pikepdf.open(out) as pdf:
            contents.append(pdf.pages[0].Contents.read_bytes())
    assert contents[0] == contents[1]
    assert b"0.070588 0.203922 0.337255 rg" in contents[0]
