"""The scripts one by one, in the browser that runs them: what they make of given values."""

from __future__ import annotations

import io
import json
import zipfile
from typing import Any

import pytest
from playwright.sync_api import Error, Page

from handbook.settings import read_settings
from tests.conftest import PROJECT

pytestmark = pytest.mark.browser

Record = dict[str, Any]
SETTINGS = read_settings(PROJECT)[0]
assert SETTINGS is not None
EDITION = SETTINGS.book.edition


@pytest.fixture
def script(page: Page) -> Page:
    """A page on which the scripts are loaded."""
    page.goto("/buku-kerja/")
    for name in ("quiz", "sheet"):
        page.add_script_tag(url=f"/assets/{name}.js")
    return page


def run(page: Page, code: str, *values: object) -> Any:
    """The result of a function of the scripts for these values."""
    return page.evaluate(f"values => Handbook.{code}(...values)", list(values))


def today(time: int, **groups: Record) -> Record:
    """A record in the shape of today, all of it done at one time."""
    times = {group: dict.fromkeys(groups.get(group, {}), time) for group in GROUPS}
    return {"schema": 3, "time": time, "times": times, **groups}


GROUPS = ("fields", "outcomes", "done", "scores", "rows")
PLACES = {
    "ik-2-1.kisi.jumlah.akta": "ik-2-1.kisi.jumlah.akta",
    "ik-9-9.kisi.a.b": "ik-2-1.kisi.a.b",
    "ik-9-9": "ik-2-1",
    "ik-2-1.kisi.banyak.akta": "ik-2-1.kisi.jumlah.akta",
    "ik-2-1.kisi.banyakan.akta": "ik-2-1.kisi.banyakan.akta",
    "ik-2-1.kisi.jumlah.surat": "ik-2-1.kisi.jumlah.akta",
    "ik-9-9.kisi.banyak.surat": "ik-2-1.kisi.jumlah.akta",
    "ik-2-1.lama.x": "ik-2-1.baru.x",
}
ALIASES = {
    "ik-9-9": "ik-2-1",
    "ik-2-1.kisi.banyak": "ik-2-1.kisi.jumlah",
    "ik-2-1.kisi.*.surat": "ik-2-1.kisi.*.akta",
    "ik-2-1.lama": "ik-2-1.baru",
}


def test_places_after_renaming(script: Page) -> None:
    assert {old: run(script, "schema.place", old, ALIASES) for old in PLACES} == PLACES


def test_a_renamed_field_does_not_replace_what_is_there(script: Page) -> None:
    record = {"fields": {"kisi.banyak.akta": "lama", "kisi.jumlah.akta": "baru", "lama.x": "y"}}
    renamed = run(script, "schema.rename", record, "ik-2-1", "ik-2-1", ALIASES)
    assert renamed["fields"] == {"kisi.jumlah.akta": "baru", "baru.x": "y"}


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ({"schema": 2, "time": 5, "fields": {"a": "b"}}, today(5, fields={"a": "b"})),
        (
            {"schema": 1, "saved": "1970-01-01T00:00:05Z", "values": {"ik-2-1.a": "b", "lain": "c"}},
            today(5000, fields={"a": "b", "lain": "c"}),
        ),
        ({"schema": 2, "time": "x", "fields": {"a": 1, "b": "c"}}, today(0, fields={"b": "c"})),
        (
            {"schema": 2, "time": 1, "rows": {"t": ["1", 2, "<b>", "12345"], "u": "x"}},
            today(1, rows={"t.*": "-", "t.1": "+", "t.2": "+"}),
        ),
        ({"schema": 2, "time": 1, "best": 4}, today(1, scores={"best": 4})),
        ({"schema": 3, "time": 1, "rows": {"t.1": "+", "t.2": "x", "<": "+"}}, today(1, rows={"t.1": "+"})),
        ({"schema": 99}, None),
        ({}, None),
        ([], None),
        ("x", None),
        (None, None),
    ],
)
def test_shapes_that_are_read(script: Page, given: object, expected: Record | None) -> None:
    assert run(script, "schema.upgrade", given, "ik-2-1") == expected


def test_the_later_value_wins_at_each_place(script: Page) -> None:
    one = {"time": 9, "fields": {"a": "1", "b": "1"}, "times": {"fields": {"a": 3, "b": 9, "c": 7}}}
    other = {"time": 8, "fields": {"a": "2", "c": "2"}, "times": {"fields": {"a": 8, "b": 1, "c": 6}}}
    for first, second in ((one, other), (other, one)):
        joined = run(script, "record.join", first, second)
        assert (joined["fields"], joined["time"]) == ({"a": "2", "b": "1"}, 9)
        assert joined["times"]["fields"] == {"a": 8, "b": 9, "c": 7}


def test_nothing_older_than_a_clearing_or_than_the_removal_of_its_row_comes_back(script: Page) -> None:
    one = {"time": 4, "fields": {"a": "1", "t.2.x": "1", "t.2.y": "1", "t.3.x": "1"}}
    times = {"fields": {"a": 1, "t.2.x": 3, "t.2.y": 6, "t.3.x": 3}}
    other = {"time": 5, "cleared": 2, "rows": {"t.2": "-"}, "times": {"rows": {"t.2": 5}}}
    joined = run(script, "record.join", {**one, "times": times}, other)
    assert joined["fields"] == {"t.2.y": "1", "t.3.x": "1"}


def test_a_clock_that_is_put_back_changes_nothing(script: Page) -> None:
    ahead = script.evaluate("Date.now() + 3600e3")
    later = run(script, "record.change", {"time": ahead, "fields": {"a": "1"}}, {"fields": {"a": "2"}})
    assert (later["fields"], later["time"]) == ({"a": "2"}, ahead + 1)


def test_undoing_leaves_what_was_done_since(script: Page) -> None:
    before = {"fields": {"a": "1", "b": "1"}}
    now = {"time": 9, "fields": {"a": "2", "b": "3"}, "times": {"fields": {"a": 5, "b": 9, "c": 5}}}
    changes = {"fields": {"a": "2", "b": "2", "c": "2"}}
    # c was empty before.
    assert run(script, "record.undo", now, before, 5, changes)["fields"] == {"a": "1", "c": None}


def test_what_a_file_would_change(script: Page) -> None:
    here = {"fields": {"a": "1", "b": "2"}, "outcomes": {"x": "right"}, "done": {"t": 1}}
    there = {"fields": {"b": "3", "c": "4"}, "outcomes": {"x": "right"}, "done": {"t": 2}}
    assert run(script, "merge.compare", here, there) == {
        "added": 1,
        "same": 2,
        "replaced": [{"old": "2", "new": "3"}],
    }
    assert run(script, "merge.compare", None, there)["added"] == 4


def test_loading_a_file_makes_no_score_worse(script: Page) -> None:
    here, there = {"scores": {"best": 7}}, {"fields": {"a": "1"}, "scores": {"best": 4}}
    assert run(script, "merge.changes", here, there) == {"fields": {"a": "1"}, "scores": {"best": 7}}


def test_a_zip_is_a_zip(script: Page) -> None:
    texts = {"a.txt": "satu", "folder/é.xml": "<dua>\n" * 500, "kosong": ""}
    code = "texts => Array.from(Handbook.zip(texts))"
    with zipfile.ZipFile(io.BytesIO(bytes(script.evaluate(code, texts)))) as found:
        assert found.testzip() is None
        assert {name: found.read(name).decode() for name in found.namelist()} == texts


def test_letters_of_columns(script: Page) -> None:
    assert [run(script, "xlsx.column", number) for number in (0, 25, 26, 51, 52, 701, 702)] == [
        *("A", "Z", "AA", "AZ", "BA", "ZZ", "AAA")
    ]


def test_a_file_is_read_back(script: Page) -> None:
    records = {
        "ik-2-1": {"schema": 3, "time": 1, "fields": {"a": "b"}, "times": {"fields": {"a": 1, "c": 1}}}
    }
    text = run(script, "file.pack", records)
    expected = {"ik-2-1": {**today(1, fields={"a": "b"}), "edition": EDITION}}
    assert run(script, "file.open", text) == expected
    assert run(script, "file.open", "\ufeff" + text) == expected


@pytest.mark.parametrize("names", [["__proto__"], ["../x"], ["A b"], ["x" * 41]])
def test_odd_names_in_a_file_are_left_out(script: Page, names: list[str]) -> None:
    record = {"schema": 2, "time": 1, "fields": {}}
    file = json.loads(run(script, "file.pack", {}))
    text = json.dumps({**file, "records": dict.fromkeys(names, record)})
    with pytest.raises(Error, match="file_empty"):
        run(script, "file.open", text)


def test_the_time_of_another_day_has_its_date(script: Page) -> None:
    assert run(script, "time", 0).startswith(("1 Januari 1970", "31 Desember 1969"))
    today = script.evaluate("Handbook.time(Date.now())")
    assert len(today) == len("10.32")
