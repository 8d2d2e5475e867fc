"""Texts cut for the screen: few words in each piece, none lost, cut where one pauses."""

from __future__ import annotations

import random

import pytest

from handbook.source.screen import ELLIPSIS, count, pieces

WORDS = (
    "air",
    "benih",
    "(kecil)",
    "“hak”",
    "dan",
    "tanah,",
    "subur;",
    "3.2",
    "–",
    "warga.",
    "siapa?",
    "ya!",
    "a/b",
)


@pytest.mark.parametrize(
    ("text", "most", "expected"),
    [
        ("Satu dua. Tiga empat. Lima.", 4, ["Satu dua. Tiga empat.", "Lima."]),
        ("Satu dua tiga, empat lima; enam tujuh.", 5, ["Satu dua tiga, empat lima; …", "… enam tujuh."]),
        ("satu dua tiga empat lima", 2, ["satu dua …", "… tiga empat …", "… lima"]),
        ("Ia bertanya, “Siapa?” Lalu diam.", 3, ["Ia bertanya, “Siapa?”", "Lalu diam."]),
        ("Pasal 3.2 berlaku.", 9, ["Pasal 3.2 berlaku."]),
        ("", 5, []),
    ],
)
def test_a_text_is_cut_where_one_pauses(text: str, most: int, expected: list[str]) -> None:
    assert pieces(text, most) == expected


def test_no_word_is_lost_and_no_piece_is_too_long() -> None:
    chance = random.Random(22)
    for _ in range(1000):
        text = " ".join(chance.choices(WORDS, k=chance.randint(1, 90)))
        most = chance.randint(1, 40)
        found = pieces(text, most)
        assert " ".join(" ".join(found).replace(ELLIPSIS, " ").split()) == text
        assert max(map(count, found)) <= most
