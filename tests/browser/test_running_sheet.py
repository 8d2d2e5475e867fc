"""The run-sheet that lives, opened from a disk: a module with two delays, reloaded on the way, its record."""

from __future__ import annotations

import csv
import datetime
import re
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from handbook.book.book import Book
from handbook.classroom.runsheet import write
from handbook.packs.clock import Break, minutes_of, shown
from handbook.packs.options import parse_options
from handbook.packs.running import of_session
from handbook.packs.session import Session
from handbook.packs.timetable import TeachingUnit, slots
from tests.browser.conftest import PHONE

pytestmark = [
    pytest.mark.browser,
    pytest.mark.own_browser,
    pytest.mark.browser_context_args(timezone_id="Asia/Jakarta"),
]
DAY = datetime.date(2026, 12, 7)
ZONE = datetime.timezone(datetime.timedelta(hours=7))
Times = list[tuple[str, str]]
"""Id and clock times of each row."""


@pytest.fixture(scope="module")
def session(project_book: Book) -> Session:
    """Modul 2 as the settings of the book want it."""
    return Session(project_book, 2, parse_options({"module": "2"}, project_book.settings))


@pytest.fixture(scope="module")
def folder(session: Session, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Its run-sheet, in a folder with a blank in its name."""
    made = tmp_path_factory.mktemp("alur") / "di sini"
    write(session.book, [of_session(session)], made)
    return made


@pytest.fixture
def sheet(page: Page, folder: Path) -> Page:
    """The page at two minutes to eight; nothing is missing or refused."""
    complaints: list[str] = []
    page.on("console", lambda message: complaints.append(message.text))
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.clock.install(time=at("07.58"))
    page.goto((folder / "modul-02.html").as_uri())
    assert complaints == []
    return page


def at(time: str) -> datetime.datetime:
    minutes = minutes_of(time)
    clock = datetime.time(minutes // 60, minutes % 60)
    return datetime.datetime.combine(DAY, clock, ZONE)


def go_to(page: Page, time: str) -> None:
    """Let the clock of the page run until a time of its day."""
    page.clock.pause_at(at(time) + datetime.timedelta(seconds=1))


def rows(page: Page) -> Times:
    """All rows of the page, from above."""
    found = page.locator(".rows > li").evaluate_all(
        "rows => rows.map(row => [row.dataset.id, row.querySelector('.row-clock').textContent])"
    )
    return [(id_, time) for id_, time in found]


def planned(session: Session, units: list[TeachingUnit], start: str, pauses: list[Break]) -> Times:
    """The rows that the arithmetic of the printed run-sheet gives from a time on."""
    number = len(session.options.breaks) - len(pauses)
    found: Times = []
    for slot in slots(units, minutes_of(start), pauses, pauses):
        number += slot.unit is None
        id_ = slot.unit.id if slot.unit else f"jeda-{number}"
        found.append((id_, f"{shown(slot.start)}–{shown(slot.end)}"))
    return found


def test_a_module_with_two_delays_has_the_times_of_its_plan(sheet: Page, session: Session) -> None:
    """It begins twelve minutes late, and its second stage takes seven minutes more."""
    units, pauses = session.units, list(session.options.breaks)
    assert rows(sheet) == planned(session, units, "08.00", pauses)
    expect(sheet.locator(".board-late")).to_have_text("Tepat waktu, selesai 11.15")

    go_to(sheet, "08.12")
    assert rows(sheet) == planned(session, units, "08.12", pauses)
    expect(sheet.locator(".board-late")).to_have_text("Terlambat 12 menit, selesai 11.27")
    sheet.get_by_role("button", name="Mulai", exact=True).click()
    expect(sheet.locator(".board-name")).to_have_text(re.compile("^Tahap 1: "))
    expect(sheet.locator(".board-left")).to_have_text("09.59")

    go_to(sheet, "08.22")
    next_ = sheet.get_by_role("button", name="Berikutnya")
    next_.click()
    sheet.reload()
    expect(sheet.locator(".board-until")).to_have_text("sampai 08.37")
    sheet.get_by_label("Tambah keterlambatan").fill("7")
    sheet.get_by_role("button", name="Hitung ulang").click()
    longer = units[1]._replace(minutes=units[1].minutes + 7)
    after = planned(session, [longer, *units[2:]], "08.22", pauses)
    assert rows(sheet) == [("tahap-2-1", "08.12–08.22"), *after]

    shorter = units[3]._replace(minutes=units[3].minutes - 5)
    sheet.locator(f"#pintas-{units[3].id}").check()
    after = planned(session, [longer, units[2], shorter, *units[4:]], "08.22", pauses)
    assert rows(sheet)[1:] == after

    go_to(sheet, "08.44")
    assert rows(sheet)[1:] == after
    for _, time in after[1:]:
        go_to(sheet, time.partition("–")[0])
        next_.click()
    assert rows(sheet)[1:] == after
    go_to(sheet, after[-1][1].partition("–")[2])
    next_.click()
    expect(sheet.locator(".board-name")).to_have_text("Selesai")
    with sheet.expect_download() as found:
        sheet.get_by_role("button", name="Unduh catatan waktu").click()
    assert found.value.suggested_filename == "modul-02-2026-12-07.csv"
    lines = [*csv.reader(Path(found.value.path()).read_text("utf-8-sig").splitlines(), delimiter=";")]
    assert [f"{line[4]}–{line[5]}" for line in lines[1:]] == ["08.12–08.22", *(time for _, time in after)]
    plan = [time for _, time in planned(session, units, "08.00", pauses)]
    assert [f"{line[2]}–{line[3]}" for line in lines[1:]] == plan
    assert {line[0] for line in lines[1:]} == {"2026-12-07"}


def test_what_was_done_can_be_undone_and_another_day_begins_anew(sheet: Page, folder: Path) -> None:
    before = rows(sheet)
    go_to(sheet, "08.00")
    sheet.get_by_role("button", name="Mulai", exact=True).click()
    sheet.get_by_role("button", name="Hitung ulang").click()
    sheet.get_by_role("button", name="Usulkan jalan pintas").click()
    assert sheet.locator(".shortcut input:checked").count() > 0
    for _ in range(3):
        sheet.get_by_role("button", name="Urungkan").click()
    assert rows(sheet) == before
    expect(sheet.get_by_role("button", name="Urungkan")).to_be_disabled()
    sheet.get_by_role("button", name="Mulai", exact=True).click()
    sheet.clock.set_fixed_time(at("09.00") + datetime.timedelta(days=1))
    sheet.goto((folder / "modul-02.html").as_uri())
    expect(sheet.locator(".board-late")).to_have_text(re.compile("^Catatan tanggal 2026-12-07"))
    expect(sheet.get_by_role("button", name="Berikutnya")).to_be_disabled()
    sheet.on("dialog", lambda dialog: dialog.accept())
    sheet.get_by_role("button", name="Mulai dari awal").click()
    expect(sheet.get_by_role("button", name="Mulai", exact=True)).to_be_enabled()


def test_it_keeps_nothing_where_pages_for_participants_look(sheet: Page, session: Session) -> None:
    sheet.get_by_role("button", name="Mulai", exact=True).click()
    keys = sheet.evaluate("Object.keys(localStorage)")
    assert len(keys) == 1
    assert keys[0].startswith("alur-sesi/")
    assert not keys[0].startswith(f"{session.book.settings.book.id}/")


@pytest.mark.parametrize("is_phone", [True, False], ids=["phone", "desk"])
def test_it_can_be_used_by_everybody(sheet: Page, *, is_phone: bool) -> None:
    """No violation found by axe; nothing wider than the screen; on the wall no word for facilitators."""
    if is_phone:
        sheet.set_viewport_size(PHONE)
    go_to(sheet, "08.00")
    sheet.get_by_role("button", name="Mulai", exact=True).click()
    sheet.get_by_role("button", name="Hitung ulang").click()
    sheet.clock.resume()  # axe waits for timers
    found = Axe().run(sheet).response["violations"]
    assert [(item["id"], [node["target"] for node in item["nodes"]]) for item in found] == []
    assert sheet.evaluate("document.documentElement.scrollWidth <= innerWidth")
    sheet.get_by_role("button", name="Tampilan layar").click()
    assert "Siapkan" not in sheet.inner_text("body")
    assert "Bila terlambat" not in sheet.inner_text("body")
    assert sheet.evaluate("document.documentElement.scrollHeight <= innerHeight")


@pytest.mark.browser_context_args(java_script_enabled=False)
def test_without_scripts_it_is_a_run_sheet_to_read(page: Page, folder: Path, session: Session) -> None:
    page.goto((folder / "modul-02.html").as_uri())
    assert page.locator(".rows > li").count() == len(session.slots)
    text = page.inner_text("body")
    assert f"{shown(session.slots[0].start)}–{shown(session.slots[0].end)}" in text
    assert "memerlukan JavaScript" in text
