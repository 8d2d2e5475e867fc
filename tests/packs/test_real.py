"""The packs of the ten modules: times, groups, sheets and their order, before anything is printed."""

from __future__ import annotations

import re
from collections.abc import Sequence

import pytest
from lxml import html as lxml_html
from lxml.html import HtmlElement

from handbook.book.book import Book
from handbook.content.summary import Summary
from handbook.packs import contents, exams, key, parse_options
from handbook.packs.clock import shown
from handbook.packs.order import Sheet
from handbook.packs.session import Session
from handbook.packs.timetable import pauses, slots
from handbook.products.inspection.secrets import squeezed

MODULES = range(1, 11)
LESSONS = {1: 3, 2: 4, 3: 4, 4: 4, 5: 4, 6: 4, 7: 4, 8: 4, 9: 3, 10: 2}
USUAL = ["10.00/15", "12.00/60", "15.15/15"]
GROUPS = {4: {"4": 5}, 5: {"4": 6, "5": 6}, 8: {"2": 2, "4": 2}, 9: {"3": 4, "5": 5}}


@pytest.fixture(scope="module")
def book(project_book: Book) -> Book:
    return project_book


def session(book: Book, module: int, **given: object) -> Session:
    return Session(book, module, parse_options({"module": module, **given}, book.settings))


def sheets(book: Book, module: int, **given: object) -> dict[str, Sheet]:
    return {sheet.id: sheet for sheet in contents.drawn(session(book, module, **given))[0]}


def tree(html: str) -> HtmlElement:
    return lxml_html.fromstring(html)


def words(html: str) -> str:
    return " ".join(tree(html).text_content().split())


@pytest.mark.parametrize("module", MODULES)
@pytest.mark.parametrize(
    ("given", "start", "breaks"),
    [
        ({"start": "08.00", "break_": USUAL}, 8 * 60, {600: 15, 720: 60, 915: 15}),
        ({"start": "10.45", "break_": USUAL}, 645, {600: 15, 720: 60, 915: 15}),
        ({"start": "9", "friday": True, "break_": USUAL}, 9 * 60, {600: 15, 690: 90, 915: 15}),
        ({"start": "13.00", "break_": ["13.20/10", "14.00/5"]}, 13 * 60, {800: 10, 840: 5}),
    ],
)
def test_a_session_ends_on_the_minute(
    book: Book, module: int, given: dict[str, object], start: int, breaks: dict[int, int]
) -> None:
    slots = session(book, module, **given).slots
    end, came = start, []
    left = LESSONS[module] * 45
    for at, minutes in sorted(breaks.items()):
        if start < at < end + left:
            came.append((at, minutes))
            left, end = left - (at - end), at + minutes
    assert slots[-1].end == end + left == start + LESSONS[module] * 45 + sum(m for _, m in came)
    assert [(slot.start, slot.minutes) for slot in pauses(slots)] == came


@pytest.mark.parametrize("friday", [False, True])
@pytest.mark.parametrize("module", MODULES)
def test_usual_breaks_leave_no_scrap_of_a_stage(book: Book, module: int, friday: bool) -> None:
    """Less than ten minutes of it; from any start. The midday of a Friday comes on the minute."""
    bound = session(book, module, friday=friday)
    breaks, firm = bound.options.breaks, bound.options.friday
    for start in range(7 * 60, 15 * 60, 5):
        found = slots(bound.units, start, breaks, [pause for pause in breaks if pause != firm])
        assert sum(slot.minutes for slot in found if slot.unit) == LESSONS[module] * 45
        for before, pause, after in zip(found, found[1:], found[2:], strict=False):
            if pause.unit is not None:
                continue
            wished = min(breaks, key=lambda own: abs(own.start - pause.start))
            assert (pause.minutes, abs(wished.start - pause.start) < 10) == (wished.minutes, True), start
            assert wished != firm or pause.start == wished.start
            if after.continued and wished != firm and before.start != start:
                assert min(before.minutes, after.minutes) >= 10, (start, pause)


def test_the_breaks_that_left_five_minutes_of_a_stage(book: Book) -> None:
    """From 08.00, with a break at 10.00: before Stage 4B of Modul 2, after Stage 5 of Modul 1."""
    for module, unit, time, minutes in ((2, "4B", "09.55", 25), (1, "5", "10.05", 25)):
        found = session(book, module, start="08.00").slots
        assert [slot.minutes for slot in found if slot.unit and slot.unit.number == unit] == [minutes]
        assert [shown(slot.start) for slot in pauses(found)] == [time]


@pytest.mark.parametrize("module", GROUPS)
@pytest.mark.parametrize("wish", [None, "7"])
def test_groups_are_the_stages_own(book: Book, module: int, wish: str | None) -> None:
    bound = session(book, module, participants="30", groups=wish)
    for stage, groups in GROUPS[module].items():
        assert bound.groups(bound.unit(stage)) == groups


def test_the_wish_fills_a_stage_that_leaves_it_open(book: Book) -> None:
    bound = session(book, 4, participants="30", groups="3")
    assert bound.groups(bound.unit("3")) == 3
    [deck] = [sheet for id_, sheet in sheets(book, 4, groups="3").items() if id_.startswith("ik-4-3-")]
    assert deck.copies == 3


def cards(sheet: Sheet) -> int:
    return len(tree(sheet.html[0]).find_class("card-cut"))


def test_the_games_have_all_their_cards(book: Book) -> None:
    found = sheets(book, 4, participants="30")
    assert [(cards(sheet), sheet.copies) for sheet in found.values() if sheet.cut] == [(10, 6), (12, 1)]
    names = sheets(book, 9, participants="30")["ik-9-2"]
    assert (names.copies, names.one_sided) == (1, True)
    text = words(names.html[0])
    assert [text.count(f"Lembar {n}:") for n in range(1, 5)] == [1] * 4
    assert len(re.findall(r"\b32\. \w+ \([LP]\)", text)) == 4


def squares(sheet: Sheet) -> list[str]:
    """The words of each game sheet without the ids of its fields."""
    return [words(html) for html in sheet.html]


def test_all_bingo_sheets_of_the_largest_class_differ(book: Book) -> None:
    first = sheets(book, 1, participants="500", seed="kelas-a")["ik-1-1"]
    again = sheets(book, 1, participants="500", seed="kelas-a")["ik-1-1"]
    other = sheets(book, 1, participants="500", seed="kelas-b")["ik-1-1"]
    assert len(set(squares(first))) == 500 + 5 + 1  # to spare, and one, for two share a page
    assert first.html == again.html
    assert not set(squares(first)) & set(squares(other))


@pytest.mark.parametrize("module", MODULES)
def test_forms_come_in_the_order_of_use(book: Book, module: int) -> None:
    found = list(sheets(book, module, participants="30").values())
    stages = [re.match(r"Tahap (\d+)([A-D]?)", sheet.when) for sheet in found]
    used = [(int(match[1]), match[2]) for match in stages if match]
    assert used
    assert used == sorted(used)
    moments = [bool(match) for match in stages]
    assert moments[:5] == [False] * 5
    assert [sheet.id for sheet in found][-1 - (module == 10) :] == [
        "evaluasi-harian",
        *["evaluasi-acara"] * (module == 10),
    ]


def hidden(book: Book, module: int) -> Sequence[str]:
    """Texts for the key only: reasons of answers, and points of the reflections."""
    bound = session(book, module)
    why = [item.explanation for _, quiz in bound.banks for item in quiz.questions]
    summaries = [page.value for page in bound.pages if isinstance(page.value, Summary)]
    points = [item.answer or "" for value in summaries for item in value.reflections]
    return [squeezed(text)[:60] for text in [*why, *points] if len(text.split()) > 5]


@pytest.mark.parametrize("module", MODULES)
def test_no_sheet_tells_an_answer(book: Book, module: int) -> None:
    secrets = hidden(book, module)
    assert len(secrets) >= 8
    text = squeezed(" ".join(words(html) for sheet in sheets(book, module).values() for html in sheet.html))
    assert [secret for secret in secrets if secret in text] == []


@pytest.mark.parametrize("module", MODULES)
def test_no_sheet_and_no_key_shows_a_mark_of_emphasis(book: Book, module: int) -> None:
    masters = [html for sheet in sheets(book, module).values() for html in sheet.html]
    text = " ".join(map(words, [*masters, key.article(session(book, module))]))
    assert re.findall(r".{20}\*(?!\)).{20}", text) == []


@pytest.mark.parametrize("module", MODULES)
def test_paper_and_answer_sheet_say_how_many_answers_count(book: Book, module: int) -> None:
    found = sheets(book, module)
    for page, quiz in session(book, module).banks:
        for form in "AB":
            several = [
                n for n, item in enumerate(exams.questions(quiz, form)) if item.kind == "pilihan-jamak"
            ]
            id_ = f"{page.id}-{form.lower()}"
            asked = drawn(found[id_], "//*[@class='question-text']")
            rooms = drawn(found[f"{id_}-jawab"], "//li[starts-with(@class, 'answer-row')]")
            for place in (asked, rooms):
                assert [
                    n for n, text in enumerate(place) if re.search(r"Pilih (dua|tiga)\.$", text)
                ] == several


def drawn(sheet: Sheet, path: str) -> list[str]:
    """The words of some elements of a sheet."""
    return [" ".join(element.text_content().split()) for element in tree(sheet.html[0]).xpath(path)]


@pytest.mark.parametrize("module", MODULES)
def test_the_key_is_well_written(book: Book, module: int) -> None:
    assert (
        re.findall(r"\S*[?!]\.|\.\.(?!\.)", words(key.article(session(book, module))).replace("…", "")) == []
    )
