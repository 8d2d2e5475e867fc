"""A course as a page of the site shows it: its days in clock times, and what each participant brings.

The values come from above, where plans are read; here they are only drawn.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from handbook.html import Context, Element, Piece, e, facts


@dataclass(frozen=True)
class ShownEvent:
    """A stretch of a day: `08.00–08.30`, its words, the module that is taught, the stages of it."""

    clock: str
    words: str
    module: int | None
    stages: str
    is_pause: bool


@dataclass(frozen=True)
class ShownDay:
    """A day with its number from 1, its name and date, its events, what participants bring as prose."""

    number: int
    label: str
    date: str
    events: tuple[ShownEvent, ...]
    brought: tuple[str, ...]


@dataclass(frozen=True)
class ShownCourse:
    """A course with its days; `about` are labels with values, such as time and place."""

    title: str
    about: tuple[tuple[str, str], ...]
    days: tuple[ShownDay, ...]


def to_html(course: ShownCourse, context: Context) -> Element:
    """Title and facts, then a section for each day."""
    title = e("p", course.title, class_="course-title")
    return e(
        "div", title, facts(course.about), *(_day(day, context) for day in course.days), class_="course-days"
    )


def _day(day: ShownDay, context: Context) -> Element:
    head = e("h2", f"{day.label}, {day.date}", id=f"hari-{day.number}")
    rows = (_event(event, context) for event in day.events)
    table = e("table", e("tbody", *rows), class_="day-table", aria_labelledby=f"hari-{day.number}")
    return e("section", head, table, *_brought(day, context), class_="course-day")


def _event(event: ShownEvent, context: Context) -> Element:
    words: list[Piece] = [event.words]
    if event.module is not None:
        words = [
            context.bare_link(f"modul-{event.module}", event.words),
            " ",
            e("span", event.stages, class_="day-stages"),
        ]
    css = "day-pause" if event.is_pause else "day-event"
    return e("tr", e("th", event.clock, scope="row"), e("td", *words), class_=css)


def _brought(day: ShownDay, context: Context) -> Iterator[Element]:
    if not day.brought:
        return
    items = (
        e("li", e("span", class_="tick-box", aria_hidden="true"), context.prose(words))
        for words in day.brought
    )
    yield e("h3", context.strings("bawaan.hari"), id=f"bawaan-hari-{day.number}")
    yield e("ul", *items, class_="bring-items")
