"""A letter that the shipped fonts lack is reported, not drawn with whatever the machine has."""

from __future__ import annotations

import pytest

from handbook.checks.letters import ODD
from handbook.render.glyphs import lacking, missing


@pytest.mark.parametrize(
    ("text", "odd"),
    [
        ("Musyawarah desa – “ya”, §4 · 5 × 5 m² …", ""),
        ("ketik &nbsp;dan&shy;&#8203; spasi\n\ttab", ""),
        ("sudah ✓ belum ✗ ✓", "✓✗"),
        ("<b title='✓'>Σ</b>", "Σ"),
    ],
)
def test_letters(text: str, odd: str) -> None:
    assert missing(f"<html><head><title>Judul</title></head><body><p>{text}</p></body></html>") == odd


def test_the_letters_taken_for_granted_are_in_all_fonts() -> None:
    usual = "".join(chr(code) for code in range(0x20, 0x2300) if not ODD.match(chr(code)))
    assert lacking(usual) == ""
