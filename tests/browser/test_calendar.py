"""The calendar file of a plan, read by another program: activities on their days, reminders from day 1."""

from __future__ import annotations

import random
from datetime import UTC, date, datetime, timedelta
from typing import Any

import icalendar
import pytest
from playwright.sync_api import Page, expect

from tests.browser.forms_on_screen import BOOK, download, open_form, place

pytestmark = pytest.mark.browser

PLAN, NAME = "ik-10-1", "Buat berkas kalender"
FIRST = date(2026, 12, 7)
SIGNS = ["a", "é", "–", "“", "😀", ",", ";", "\\", "\n", ":", '"', " ", "日", "\\n", "BEGIN:VEVENT", "\t"]


def fill(page: Page, **texts: str) -> None:
    form = open_form(page, PLAN)
    page.locator(".reminders summary").click()
    for path, words in texts.items():
        place(form, path.replace("__", ".").replace("_", "-")).fill(words)


def made(page: Page) -> dict[str, Any]:
    """The events of the file that the button makes, by what their ids begin with."""
    name, path = download(page, page.get_by_role("button", name=NAME).click)
    assert name.startswith(f"{PLAN}-{BOOK}-")
    assert name.endswith(".ics")
    return events(path.read_bytes())


def events(content: bytes) -> dict[str, Any]:
    """Every event; each line is short enough and none is cut within a letter."""
    lines = content.split(b"\r\n")
    assert lines[-1] == b""
    assert all(len(line) <= 75 and line.decode() for line in lines[:-1])
    found = icalendar.Calendar.from_ical(content)
    assert not found.errors
    there = list(found.walk("VEVENT"))
    assert [event.errors for event in there] == [[] for _ in there]
    return {str(event["UID"]).removeprefix(f"{PLAN}.").partition(".")[0]: event for event in there}


def test_a_plan_with_dates(page: Page) -> None:
    fill(
        page,
        mulai__tanggal="7 Desember 2026",
        rencana__1__kegiatan="Membuka akta keliling; dua desa, satu dermaga",
        rencana__1__waktu="Senin, 4 Januari 2027",
        rencana__1__penanggung_jawab="Kepala seksi pelayanan",
        rencana__2__kegiatan="Menyepakati pendingin",
        rencana__2__waktu="Bulan ke-1 sampai ke-3",
        ukuran__1__target_30="20 anak",
        ukuran__2__target_90="40 dari 90 orang",
    )
    before = datetime.now(UTC) - timedelta(seconds=2)
    found = made(page)
    days = {name: event.decoded("DTSTART") for name, event in found.items()}
    reminded = {f"hari-{day}": FIRST + timedelta(days=day - 1) for day in (7, 30, 60, 90)}
    assert days == {**reminded, "kegiatan-1": date(2027, 1, 4)}
    assert {name: event.decoded("DTEND") for name, event in found.items()} == {
        name: day + timedelta(days=1) for name, day in days.items()
    }
    assert str(found["kegiatan-1"]["SUMMARY"]) == "Membuka akta keliling; dua desa, satu dermaga"
    assert "Penanggung jawab: Kepala seksi pelayanan" in str(found["kegiatan-1"]["DESCRIPTION"])
    month, quarter = (str(found[f"hari-{day}"]["DESCRIPTION"]) for day in (30, 90))
    assert month.splitlines()[:3] == [
        "1. Membuka akta keliling; dua desa, satu dermaga (Senin, 4 Januari 2027)",
        "Target: 20 anak",
        "2. Menyepakati pendingin (Bulan ke-1 sampai ke-3)",
    ]
    assert "Target: 40 dari 90 orang" in quarter
    assert "20 anak" not in quarter
    for form in ("ik-10-3", "ik-10-4", "ik-10-5"):
        assert f"/modul-10/{form}/" in quarter
    assert "/modul-10/ik-10-2/" in month
    for event in found.values():
        assert before <= event.decoded("DTSTAMP") <= datetime.now(UTC)
        assert [alarm.decoded("TRIGGER") for alarm in event.walk("VALARM")] == [
            timedelta(hours=8),
            timedelta(hours=-16),
        ]
    expect(page.locator(".reminders [role=status]")).to_contain_text("4 pengingat dan 1 kegiatan bertanggal")
    expect(page.locator(".reminders [role=status]")).to_contain_text(
        "1 kegiatan yang waktunya bukan satu tanggal"
    )


def test_made_again_the_events_are_the_same(page: Page) -> None:
    first = {
        "mulai__tanggal": "2026-12-07",
        "rencana__1__kegiatan": "Satu",
        "rencana__1__waktu": "10/12/2026",
    }
    fill(page, kepala__nama="Sri", **first)
    one = made(page)
    fill(page, mulai__tanggal="8 Des 2026", rencana__1__kegiatan="Dua")
    two = made(page)
    assert {str(event["UID"]) for event in one.values()} == {str(event["UID"]) for event in two.values()}
    assert one["kegiatan-1"].decoded("DTSTART") == date(2026, 12, 10)
    assert two["hari-30"].decoded("DTSTART") - one["hari-30"].decoded("DTSTART") == timedelta(days=1)
    assert all(two[name]["SEQUENCE"] >= one[name]["SEQUENCE"] for name in one)
    fill(page, kepala__nama="Bima")
    other = made(page)
    assert not {str(event["UID"]) for event in one.values()} & {str(event["UID"]) for event in other.values()}


def test_without_the_first_day_it_is_asked_for(page: Page) -> None:
    fill(page, mulai__tanggal="Senin depan", rencana__1__kegiatan="Satu")
    page.get_by_role("button", name=NAME).click()
    expect(page.locator(".reminders [role=status]")).to_contain_text("Tulis dahulu “Hari ke-1")
    expect(place(page.locator("form.instrument"), "mulai.tanggal")).to_be_focused()


def test_days_as_people_write_them(page: Page) -> None:
    open_form(page, PLAN)
    page.add_script_tag(url="/assets/calendar.js")
    day = int(datetime(2026, 12, 7, tzinfo=UTC).timestamp() * 1000)
    known = [
        *("7 Desember 2026", "Senin, 7 Desember 2026", "senin 7 des 2026", " 07/12/2026 ", "7-12-2026"),
        *("7.12.2026", "2026-12-07", "7 Des. 2026", "7 DESEMBER 2026", "Desember 7, 2026"),
    ]
    unknown = ["", "besok", "30 Februari 2026", "2026-13-01", "7 De 2026", "7 Desember", "Bulan ke-1"]
    assert page.evaluate("words => words.map(Handbook.day)", known) == [day] * len(known)
    assert page.evaluate("words => words.map(Handbook.day)", unknown) == [None] * len(unknown)
    old = page.evaluate("words => words.map(Handbook.day)", ["3 Nopember 2026", "3 Pebruari 2027"])
    assert [datetime.fromtimestamp(moment / 1000, UTC).month for moment in old] == [11, 2]


def test_any_words_come_through(page: Page) -> None:
    """Two hundred random titles and notes are read back as they were written."""
    open_form(page, PLAN)
    page.add_script_tag(url="/assets/calendar.js")
    source = random.Random(23)
    texts = ["".join(source.choices(SIGNS, k=source.randint(1, 90))) for _ in range(400)]
    given = [
        {"id": f"{PLAN}.{number}.x", "day": number * 86_400_000, "title": title, "notes": notes}
        for number, (title, notes) in enumerate(zip(texts[::2], texts[1::2], strict=True))
    ]
    text = page.evaluate("events => Handbook.calendar(events, new Date(0))", given)
    found = events(text.encode())
    assert len(found) == len(given)
    for one in given:
        event = found[str(one["id"]).split(".")[1]]
        assert (str(event["SUMMARY"]), str(event["DESCRIPTION"])) == (one["title"], one["notes"])
        assert event.decoded("DTSTAMP") == datetime(1970, 1, 1, tzinfo=UTC)
