"""The scripts one by one, in the browser that runs them: what they make of given values."""

from __future__ import annotations

import io
import json
import zipfile
from typing import Any

import pytest
from playwright.sync_api import Error, Page

pytestmark = pytest.mark.browser

Record = dict[str, Any]


@pytest.fixture
def script(page: Page) -> Page:
    """A page on which the scripts are loaded."""
    page.goto("/buku-kerja/")
    for name in ("quiz", "sheet"):
        page.add_script_tag(url=f"/assets/{name}.js")
    return page


def run(page: Page, code: str, *values: object) -> Any:
    """What a function of the scripts gives for these values."""
    return page.evaluate(f"values => Handbook.{code}(...values)", list(values))


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
        ({"schema": 2, "time": 5, "fields": {"a": "b"}}, {"schema": 2, "time": 5, "fields": {"a": "b"}}),
        (
            {"schema": 1, "saved": "1970-01-01T00:00:05Z", "values": {"ik-2-1.a": "b", "lain": "c"}},
            {"schema": 2, "time": 5000, "fields": {"a": "b", "lain": "c"}},
        ),
        (
            {"schema": 2, "time": "x", "fields": {"a": 1, "b": "c"}},
            {"schema": 2, "time": 0, "fields": {"b": "c"}},
        ),
        (
            {"schema": 2, "time": 1, "rows": {"t": ["1", 2, "<b>", "12345"], "u": "x"}},
            {"schema": 2, "time": 1, "rows": {"t": ["1", "2"]}},
        ),
        ({"schema": 3}, None),
        ({}, None),
        ([], None),
        ("x", None),
        (None, None),
    ],
)
def test_shapes_that_are_read(script: Page, given: object, expected: Record | None) -> None:
    assert run(script, "schema.upgrade", given, "ik-2-1") == expected


def test_what_a_file_would_change(script: Page) -> None:
    here = {"fields": {"a": "1", "b": "2"}, "outcomes": {"x": "right"}, "done": {"t": 1}}
    there = {"fields": {"b": "3", "c": "4"}, "outcomes": {"x": "right"}, "done": {"t": 2}}
    assert run(script, "merge.compare", here, there) == {
        "added": 1,
        "same": 2,
        "replaced": [{"old": "2", "new": "3"}],
    }
    assert run(script, "merge.compare", None, there)["added"] == 4


def test_joining_loses_nothing(script: Page) -> None:
    here = {"time": 9, "fields": {"a": "1", "b": "2"}, "rows": {"t": ["1", "5"]}, "best": 7}
    there = {"time": 4, "fields": {"b": "3"}, "rows": {"t": ["1", "2"], "u": ["1"]}}
    assert run(script, "merge.join", here, there) == {
        "time": 9,
        "best": 7,
        "fields": {"a": "1", "b": "3"},
        "rows": {"t": ["1", "2", "5"], "u": ["1"]},
    }


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
    records = {"ik-2-1": {"schema": 2, "time": 1, "fields": {"a": "b"}}}
    text = run(script, "file.pack", records)
    assert run(script, "file.open", text) == records
    assert run(script, "file.open", "\ufeff" + text) == records


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
