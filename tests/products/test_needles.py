"""Secrets looked for all at once: found wherever they stand, as if each were looked for by itself."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from handbook.products.inspection.needles import STRIDE, WINDOW, Needles
from handbook.products.inspection.secrets import Secret

LETTERS = st.text(alphabet="abc", max_size=80)
WORDS = st.lists(st.text(alphabet="abc", min_size=1, max_size=40), max_size=12, unique=True)


def secret(needle: str) -> Secret:
    return Secret(needle, needle, "docs/modul-01/tahap-1.md", everywhere=True)


@given(WORDS, st.lists(LETTERS, max_size=3))
def test_the_same_as_one_by_one(words: list[str], texts: list[str]) -> None:
    found = Needles(map(secret, words)).found_in(texts)
    assert [item.needle for item in found] == [word for word in words if any(word in text for text in texts)]


@given(st.integers(0, 40), st.integers(1, 60), LETTERS)
def test_a_planted_secret_is_found_at_any_place(place: int, length: int, after: str) -> None:
    hidden = secret("".join(chr(97 + number % 23) for number in range(length)))
    assert Needles([hidden]).found_in(["-" * place + hidden.needle + after]) == [hidden]


def test_the_shortest_needle_that_is_looked_for_by_its_windows() -> None:
    hidden = secret("n" * (STRIDE + WINDOW - 1))
    for place in range(2 * STRIDE):
        assert Needles([hidden]).found_in(["-" * place + hidden.needle]) == [hidden]
