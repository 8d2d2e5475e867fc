"""The marks and statistics of random classes, computed once more with numpy from the rules of the key."""

from __future__ import annotations

import random
from collections import Counter
from typing import Any

import numpy as np
import pytest
from playwright.sync_api import Page

from tests.browser.marks.typing import Column

pytestmark = pytest.mark.browser

CODE = """classes => classes.map(c => ({
  a: Handbook.marks.statistics.test(c.bank.forms.A, c.A),
  b: Handbook.marks.statistics.test(c.bank.forms.B, c.B),
  gain: Handbook.marks.statistics.gain(c.bank, c.A, c.B),
  passed: c.totals.map(points => Handbook.marks.statistics.passes(c.bank, points)),
  rated: Handbook.marks.statistics.rated(c.scale, c.sheets) }))"""
KINDS = ("one", "several", "match", "order", "right", "points")
INDICATORS = ("1.1.1", "1.1.2", "1.2.1")
CLOSE = 1e-9

Row = dict[str, Any]


@pytest.mark.parametrize("count", [50, pytest.param(1000, marks=pytest.mark.slow)])
def test_random_classes_are_counted_as_numpy_counts_them(marks_page: Page, count: int) -> None:
    chance = random.Random(count)
    classes = [a_class(chance) for _ in range(count)]
    for found, given in zip(marks_page.evaluate(CODE, classes), classes, strict=True):
        forms = given["bank"]["forms"]
        check_test(found["a"], forms["A"], given["A"])
        check_test(found["b"], forms["B"], given["B"])
        check_gain(found["gain"], forms, given)
        assert found["passed"] == [points >= given["bank"]["passing"]["least"] for points in given["totals"]]
        check_rated(found["rated"], given)


def a_class(chance: random.Random) -> Row:
    forms = {form: [column(chance, n) for n in range(chance.randint(1, 20))] for form in "ABK"}
    people = [f"p{n}" for n in range(chance.choice((0, 1, 2, 12, 30)))]
    scale = [{"id": str(n), "letters": "1234"} for n in range(7)]
    rows = {form: [row(chance, person, forms[form]) for person in people] for form in "AB"}
    sheets = [{"id": n, "answers": {c["id"]: chance.choice("1234-") for c in scale}} for n in people]
    indicators = [{"number": number, "text": ""} for number in INDICATORS]
    bank = {"forms": forms, "indicators": indicators, "passing": {"least": chance.randint(1, 20)}}
    totals = [chance.randint(0, 40) / 2 for _ in range(5)]
    return {"bank": bank, **rows, "scale": scale, "sheets": sheets, "totals": totals}


def column(chance: random.Random, number: int) -> Column:
    kind = chance.choice(KINDS)
    letters = "ABCDEF"[: chance.randint(3, 6)]
    right = {
        "one": chance.choice(letters),
        "several": "".join(sorted(chance.sample(letters, 2))),
        "match": "".join(chance.choices(letters, k=3)),
        "order": "".join(chance.sample(letters, len(letters))),
        "right": "B",
        "points": "",
    }[kind]
    keys = {"right": "BS", "points": "0123456789"}.get(kind, letters)
    own = {"kind": kind, "letters": keys, "right": right, "slots": len(right) or 1}
    return {"id": f"q{number}", "worth": chance.randint(1, 5), "measures": chance.choice(INDICATORS), **own}


def row(chance: random.Random, person: str, columns: list[Column]) -> Row:
    is_there = chance.random() < 0.8
    return {"id": person, "answers": {c["id"]: answer(chance, c) if is_there else "" for c in columns}}


def answer(chance: random.Random, column: Column) -> str:
    """A right answer, one with a slip, a wild one, or none."""
    fate, right, letters = chance.random(), column["right"], column["letters"]
    if fate < 0.1:
        return chance.choice(("", "-", "*"))
    if column["kind"] == "points":
        return str(chance.randint(0, column["worth"]))
    if fate < 0.5:
        return str(right)
    if column["kind"] in ("several", "order"):
        mixed = list(right)
        if column["kind"] == "several":
            mixed = chance.sample(letters, chance.randint(1, 2))
            return "".join(sorted(mixed))
        place = chance.randrange(len(mixed) - 1)
        other = chance.choice((place + 1, chance.randrange(len(mixed))))
        mixed[place], mixed[other] = mixed[other], mixed[place]
        return "".join(mixed)
    if fate < 0.8:
        place = chance.randrange(len(right))
        return str(right[:place] + chance.choice(letters) + right[place + 1 :])
    return "".join(chance.choice(letters) for _ in right)


def points(column: Column, given: str) -> float:
    """The rules as the key words them (`kuis.separuh` in strings/id.yml)."""
    right, worth = str(column["right"]), float(column["worth"])
    if given in ("", "-", "*"):
        return 0
    if column["kind"] == "points":
        return float(given)
    if column["kind"] == "several":
        strange = set(given) - set(right)
        return {0: worth, 1: worth / 2}.get(len(strange), 0) if len(given) == len(right) else 0
    if column["kind"] == "match":
        return {0: worth, 1: worth / 2}.get(int(np.sum(np.array([*given]) != np.array([*right]))), 0)
    if column["kind"] == "order" and given != right:
        swaps = [right[:n] + right[n + 1] + right[n] + right[n + 2 :] for n in range(len(right) - 1)]
        return worth / 2 if given in swaps else 0
    return worth if given == right else 0


def matrix(columns: list[Column], rows: list[Row]) -> tuple[list[str], np.ndarray]:
    """Those who took a test, and their points, a row for each of them."""
    came = [one for one in rows if any(one["answers"].values())]
    table = [[points(c, one["answers"][c["id"]]) for c in columns] for one in came]
    return [one["id"] for one in came], np.array(table, dtype=float).reshape(len(came), len(columns))


def check_test(found: Row, columns: list[Column], rows: list[Row]) -> None:
    ids, table = matrix(columns, rows)
    worth = np.array([c["worth"] for c in columns], dtype=float)
    assert [one["id"] for one in found["takers"]] == ids
    assert np.allclose([one["points"] for one in found["takers"]] or table, table, atol=CLOSE)
    marks = table.sum(axis=1) / worth.sum() * 100
    assert np.allclose([one["mark"] for one in found["takers"]], marks, atol=CLOSE)
    for key, value in (("mean", np.mean), ("lowest", np.min), ("highest", np.max)):
        assert found[key] == (pytest.approx(value(marks), abs=CLOSE) if ids else None)
    for index, item in enumerate(found["items"]):
        check_item(item, table, index, columns[index], [one for one in rows if one["id"] in ids])


def check_item(item: Row, table: np.ndarray, index: int, column: Column, rows: list[Row]) -> None:
    own, rest = table[:, index], np.delete(table, index, axis=1).sum(axis=1)
    varies = len(table) > 0 and np.ptp(own) > 0 and np.ptp(rest) > 0
    expected = float(np.corrcoef(own, rest)[0, 1]) if varies else None
    assert item["discrimination"] == (None if expected is None else pytest.approx(expected, abs=CLOSE))
    easy = float(own.mean()) / column["worth"] if len(table) else None
    assert item["difficulty"] == (None if easy is None else pytest.approx(easy, abs=CLOSE))
    given = [one["answers"][column["id"]] for one in rows]
    pressed = Counter(letter for text in given for letter in set(text))
    assert item["counts"] == {letter: pressed[letter] for letter in column["letters"]}
    assert item["blank"] == sum(text in ("", "-") for text in given)
    chosen = column["kind"] in ("one", "several", "match") and bool(rows)
    wrong = [letter for letter in column["letters"] if letter not in column["right"]]
    assert item["unused"] == ([letter for letter in wrong if not pressed[letter]] if chosen else [])


def check_gain(found: Row, forms: dict[str, list[Column]], given: Row) -> None:
    before, first = matrix(forms["A"], given["A"])
    after, last = matrix(forms["B"], given["B"])
    both = [person for person in before if person in after]
    one, two = first[[before.index(p) for p in both]], last[[after.index(p) for p in both]]
    worth = {form: np.array([c["worth"] for c in forms[form]], dtype=float) for form in "AB"}
    marks = [table.sum(axis=1) / worth[form].sum() * 100 for table, form in ((one, "A"), (two, "B"))]
    assert [item["id"] for item in found["both"]] == both
    assert np.allclose([item["gain"] for item in found["both"]], marks[1] - marks[0], atol=CLOSE)
    assert found["mean"] == (pytest.approx(np.mean(marks[1] - marks[0]), abs=CLOSE) if both else None)
    for item in found["indicators"]:
        for key, table, form in (("before", one, "A"), ("after", two, "B")):
            own = np.array([c["measures"] == item["number"] for c in forms[form]])
            share = table[:, own].sum(axis=1).mean() / worth[form][own].sum() if both and own.any() else None
            assert item[key] == (None if share is None else pytest.approx(share * 100, abs=CLOSE))


def check_rated(found: list[Row], given: Row) -> None:
    for index, item in enumerate(found):
        figures = [int(s["answers"][str(index)]) for s in given["sheets"] if s["answers"][str(index)] != "-"]
        assert item["counts"] == [figures.count(n) for n in range(1, 5)]
        assert item["mean"] == (pytest.approx(np.mean(figures)) if figures else None)
