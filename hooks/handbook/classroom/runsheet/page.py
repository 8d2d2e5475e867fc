"""The page of a run-sheet: readable as it is; the script fills the clock and draws the list anew."""

import json
from collections.abc import Iterator

from handbook.book import Book
from handbook.classroom.framed import framed
from handbook.html import Element, Piece, e
from handbook.memory.keys import fingerprint
from handbook.packs.clock import shown
from handbook.packs.running import RunItem, RunningSheet, RunPiece
from handbook.strings import Strings

FREE = "luang"
"""The key of the title of free time among the kinds of events."""


def page(sheet: RunningSheet, book: Book) -> str:
    """The page as HTML, with its policy."""
    s = book.settings.strings
    top = e(
        "header",
        e("p", s("alur_hidup.sebaris", waktu=sheet.times), class_="sheet-line"),
        e("h1", sheet.title),
        class_="sheet-top",
    )
    parts = [top, _board(), _tools(s), *_list(sheet, s)]
    main = e("main", *parts, class_=f"sheet accent-{sheet.module}", **_data(sheet))
    own = book.settings.book
    return framed(main, f"{sheet.title} · {own.short_title}", own.language, "runsheet.css", "runsheet.js")


def _data(sheet: RunningSheet) -> dict[str, str]:
    """The values for the script; the key changes with all that it reckons with."""
    facts = [item.facts() for item in sheet.items]
    names = {item.id: item.name for item in sheet.items}
    shortcuts = {item.id: item.shortcut for item in sheet.items if item.shortcut}
    values = {"items": facts, "names": names, "shortcuts": shortcuts}
    data = {f"data_{name}": json.dumps(value, ensure_ascii=False) for name, value in values.items()}
    key = f"{sheet.name}/{fingerprint(facts, sheet.start)[:8]}"
    return {**data, "data_file": sheet.name, "data_start": str(sheet.start), "data_key": key}


def _board() -> Element:
    """The room of the clock, which the script fills."""
    return e(
        "section",
        e("p", class_="board-time"),
        e("p", class_="board-name"),
        e("p", class_="board-left", role="timer"),
        e("p", class_="board-until"),
        e("p", class_="board-next"),
        e("p", class_="board-late", role="status"),
        class_="board",
        hidden="",
    )


def _tools(s: Strings) -> Element:
    """Buttons, the field for a delay, the short cuts, what is noted."""
    main = [_button("next", "", "button-main"), _button("undo", s("alur_hidup.urungkan"))]
    more = [_button(name, s(f"alur_hidup.{key}")) for name, key in _MORE.items()]
    unkept = e("p", s("alur_hidup.tak_disimpan"), class_="unkept", role="alert", hidden="")
    parts = [
        e("div", *main, _button("wall", s("alur_hidup.layar")), class_="bar"),
        unkept,
        _delay(s),
        _shortcuts(s),
        e("div", *more, class_="bar"),
    ]
    return e("section", *parts, class_="tools", aria_label=s("alur_hidup.alat"), hidden="")


_MORE = {"save": "unduh", "clear": "ulang"}


def _delay(s: Strings) -> Element:
    """The field for minutes by which the session is late, before they have passed."""
    number = {"type": "number", "id": "terlambat", "min": "-240", "max": "240", "value": "12"}
    return e(
        "div",
        e("label", s("alur_hidup.terlambat"), for_="terlambat"),
        e("input", **number),
        e("span", s("alur_hidup.menit")),
        _button("delay", s("alur_hidup.hitung")),
        class_="bar",
    )


def _shortcuts(s: Strings) -> Element:
    """The room of the short cuts, which the script fills."""
    return e(
        "details",
        e("summary", s("alur_hidup.pintas")),
        e("p", s("alur_hidup.pintas_cara")),
        e("p", _button("propose", s("alur_hidup.usulkan"))),
        e("ul", class_="shortcuts"),
    )


def _button(act: str, words: str, css: str = "") -> Element:
    return e("button", words, type="button", class_=f"button {css}".strip(), data_act=act)


def _list(sheet: RunningSheet, s: Strings) -> Iterator[Piece]:
    """All stretches as they were planned."""
    items = {item.id: item for item in sheet.items}
    yield e("noscript", e("p", s("alur_hidup.tanpa_skrip"), class_="unkept"))
    yield e("h2", s("alur_hidup.alur"), class_="rows-title")
    yield e("ol", *(_row(piece, items.get(piece.item), s) for piece in sheet.pieces), class_="rows")


def _row(piece: RunPiece, item: RunItem | None, s: Strings) -> Element:
    minutes = s("alur_hidup.skrip.minutes").format(minutes=piece.end - piece.start)
    time = e(
        "p",
        e("span", f"{shown(piece.start)}–{shown(piece.end)}", class_="row-clock"),
        " ",
        e("span", minutes, class_="row-minutes"),
        class_="row-time",
    )
    is_pause = item is not None and item.kind == "pause"
    body = e("div", *_body(piece, item, s), class_="row-body")
    return e("li", time, body, class_="row is-pause" if is_pause else "row", data_id=piece.item)


def _body(piece: RunPiece, item: RunItem | None, s: Strings) -> Iterator[Piece]:
    if item is None:
        yield e("p", s(f"pelatihan.acara.{FREE}"), class_="run-title")
    elif piece.continued:
        words = s("alur_hidup.skrip.continued").format(what=item.name)
        yield e("p", words, class_="run-title")
    else:
        yield from item.body
