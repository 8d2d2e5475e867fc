"""How well mentions are found in sentences that were labelled by hand before the scanner was tuned."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from handbook.mentions.scanner import Scanner, TextOrigin
from handbook.settings import read_settings
from handbook.source.mdpatterns import spoken_and_prose, visible_of
from tests.conftest import PROJECT

PRECISION, RECALL = 1, 0.99
SECOND = 254
"""How many sentences there were before the rule of context; the others were written just before it."""


def _sentences() -> list[dict[str, Any]]:
    rows: list[dict[str, Any]] = yaml.safe_load(Path(__file__).with_name("sentences.yml").read_text())[
        "kalimat"
    ]
    return rows


ROWS = _sentences()


def _found(scanner: Scanner, row: dict[str, Any]) -> list[tuple[str, str]]:
    """The mentions that become links, and with an empty id those that are reported as open."""
    where = TextOrigin(row.get("modul"), row.get("instrumen"), row.get("hukum"))
    spoken, prose = spoken_and_prose(visible_of(row["teks"]))
    mentions = (m for m in scanner.scan(spoken, where) if prose[m.start : m.end] == m.words)
    return [(" ".join(mention.words.split()), mention.id) for mention in mentions]


def _wanted(row: dict[str, Any]) -> list[tuple[str, str]]:
    linked = [(item["kata"], item["id"]) for item in row["sebutan"]]
    return linked + [(words, "") for words in row.get("tanpa_induk", ())]


@pytest.mark.parametrize("rows", [ROWS[:SECOND], ROWS[SECOND:]], ids=["old", "new"])
def test_precision_and_recall(rows: list[dict[str, Any]]) -> None:
    settings, _, _ = read_settings(PROJECT)
    assert settings
    scanner = Scanner(settings)
    right = wrong = missed = 0
    for row in rows:
        found, wanted = _found(scanner, row), _wanted(row)
        hits = sum(min(found.count(item), wanted.count(item)) for item in set(found))
        right, wrong, missed = right + hits, wrong + len(found) - hits, missed + len(wanted) - hits
    precision, recall = right / (right + wrong), right / (right + missed)
    print(f"\n{right} right, {wrong} wrong, {missed} missed: precision {precision:.3f}, recall {recall:.3f}")  # noqa: T201
    assert precision == PRECISION
    assert recall >= RECALL


def test_there_are_enough_sentences_of_both_sorts() -> None:
    assert len(ROWS) >= 330
    assert sum(not row["sebutan"] for row in ROWS) >= 120
