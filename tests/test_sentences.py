"""How well mentions are found in sentences that were labelled by hand before the scanner was tuned."""

from pathlib import Path
from typing import Any

import yaml

from handbook.mdpatterns import prose_of
from handbook.references import Scanner, Where
from handbook.settings import read_settings

HERE = Path(__file__).parent
GOAL = 0.99


def _sentences() -> list[dict[str, Any]]:
    rows: list[dict[str, Any]] = yaml.safe_load((HERE / "kalimat/kalimat.yml").read_text())["kalimat"]
    return rows


def _found(scanner: Scanner, row: dict[str, Any]) -> list[tuple[str, str]]:
    where = Where(row.get("modul"), row.get("instrumen"))
    mentions = scanner.scan(prose_of(row["teks"]), where)
    return [(" ".join(mention.words.split()), mention.id) for mention in mentions]


def test_precision_and_recall() -> None:
    settings, _, _ = read_settings(HERE.parent)
    assert settings
    scanner = Scanner(settings)
    right = wrong = missed = 0
    for row in _sentences():
        found, wanted = _found(scanner, row), [(item["kata"], item["id"]) for item in row["sebutan"]]
        hits = sum(min(found.count(item), wanted.count(item)) for item in set(found))
        right, wrong, missed = right + hits, wrong + len(found) - hits, missed + len(wanted) - hits
    precision, recall = right / (right + wrong), right / (right + missed)
    print(f"\n{right} right, {wrong} wrong, {missed} missed: precision {precision:.3f}, recall {recall:.3f}")  # noqa: T201
    assert precision >= GOAL
    assert recall >= GOAL


def test_there_are_enough_sentences_of_both_sorts() -> None:
    rows = _sentences()
    assert len(rows) >= 200
    assert sum(not row["sebutan"] for row in rows) >= 60
