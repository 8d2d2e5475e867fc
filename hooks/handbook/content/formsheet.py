"""An instrument drawn: its card, its page, and the blank sheet itself."""

import re
from collections.abc import Iterator
from typing import get_args

from handbook.content import reminders
from handbook.content.forms import field
from handbook.content.forms.base import Role
from handbook.content.instrument import IdentityLine, Instrument, example_texts, has_fields
from handbook.content.miniature import miniature
from handbook.content.stage import stage_link
from handbook.html import NO_PAGE, Context, Element, Piece, e, facts, joined
from handbook.html.qrcode import code

HYPHENED = re.compile(r"(\w+(?:-\w+)+)")
WORKBOOK = "buku-kerja"
"""The id of the page that gathers what readers wrote."""


def card(instrument: Instrument, context: Context) -> Element:
    """A summary with a link, for the stage that uses the form; on paper its page, nearby, has the summary."""
    label = context.strings("instrumen.label", nomor=instrument.number)
    text = None if context.is_print else e("p", context.prose(instrument.summary), class_="card-text")
    return e(
        "aside",
        e("p", label, class_="card-kicker"),
        e("p", context.link(instrument.id, instrument.title), class_="card-title"),
        text,
        e("p", _meta(instrument, context), class_="card-meta"),
        class_="card instrument-card",
        aria_label=label,
    )


def _meta(instrument: Instrument, context: Context) -> str:
    who = context.strings(f"pengelompokan.{instrument.filled_by}")
    return context.strings("instrumen.ringkas", siapa=who, kertas=_paper(instrument, context))


def _paper(instrument: Instrument, context: Context) -> str:
    """`A4 lanskap`."""
    s = context.strings
    return s(f"instrumen.{instrument.orientation}", kertas=s(f"kertas.{context.paper}"))


def straight(instrument: Instrument, context: Context) -> list[Element]:
    """On the site, a link from the title to the first field, when the form has fields."""
    nodes = () if context.is_print else blank_sheet(instrument, context).iter()
    first = next((node.get("id", "") for node in nodes if node.tag in field.TAGS), None)
    if first is None:
        return []
    link = e("a", context.strings("instrumen.langsung"), href=f"#{first}", class_="button fill-now")
    return [e("p", link, class_="fill-now-line")]


def to_html(
    instrument: Instrument, module: int, context: Context, carried: Element | None = None
) -> list[Element]:
    """Everything below the title: purpose, facts, guide, what it takes over, the form, its worked example."""
    blank = blank_sheet(instrument, context)
    lead = e("p", context.prose(instrument.summary), class_="lead")
    about = [_overview(instrument, module, context), _guide(instrument, context)]
    example = _example(instrument, context)
    if context.is_print:
        is_small = _is_small(instrument, context)
        picture, sheet = ([miniature(blank, context)], []) if is_small else ([], [blank])
        return [*picture, lead, *about, *example, *sheet]
    taken = [carried] if carried is not None else []
    kept = [_privacy(instrument, context)] if has_fields(instrument) else []
    plan = [reminders.to_html(instrument.reminders, context)] if instrument.reminders else []
    return [lead, *about, *example, *taken, *plan, *kept, _buttons(instrument, context), blank]


def _is_small(instrument: Instrument, context: Context) -> bool:
    """Whether the book has only a small picture of the sheet."""
    return context.in_book and not context.every_sheet and instrument.copies.book == "kecil"


def _buttons(instrument: Instrument, context: Context) -> Element:
    """Buttons that the scripts fill and show. Their room is reserved, so that nothing moves meanwhile."""
    s = context.strings
    send = e("span", s("skrip.send"), class_="button") if instrument.saved else None
    menu = e("details", e("summary", s("skrip.more")), e("div", class_="more-list"), class_="more-actions")
    return e(
        "div",
        e("span", s("skrip.print_form"), class_="button"),
        *([send, menu] if has_fields(instrument) else []),
        class_="instrument-actions is-coming",
    )


def _privacy(instrument: Instrument, context: Context) -> Element:
    """A note on where answers are stored, and a warning for devices that others use too."""
    s = context.strings
    kept = "instrumen.privasi" if instrument.saved else "instrumen.tak_disimpan"
    return e(
        "div",
        e("p", e("strong", s(f"{kept}.pokok")), " ", s(f"{kept}.rinci")),
        e("p", s("instrumen.data_warga"), *(_workbook(context) if instrument.saved else [])),
        class_="privacy",
    )


def _workbook(context: Context) -> list[Piece]:
    """A link to the workbook, when the book has one."""
    if context.href(WORKBOOK) is None:
        return []
    return [
        " ",
        context.strings("instrumen.buku_kerja"),
        " ",
        context.link(WORKBOOK, context.name(WORKBOOK)),
        ".",
    ]


def _overview(instrument: Instrument, module: int, context: Context) -> Element:
    s = context.strings
    links = [stage_link(module, stage, context) for stage in instrument.stages]
    items = [e("li", context.prose(item)) for item in instrument.needed_data]
    data: list[Piece] = [e("ul", *items)] if items else []
    return facts(
        [
            (s("instrumen.diisi_oleh"), s(f"pengelompokan.{instrument.filled_by}")),
            (s("instrumen.dipakai"), joined(links)),
            (s("instrumen.kertas"), _paper(instrument, context)),
            (s("instrumen.lembar"), _where(instrument, context)),
            (s("instrumen.perlu_data"), data),
        ]
    )


def _where(instrument: Instrument, context: Context) -> list[Piece]:
    """In the book, the place of the sheet: the page, or the facilitator who hands it out."""
    if not context.in_book:
        return []
    if _is_small(instrument, context):
        return [context.strings("instrumen.dibagikan")]
    sheet, words = f"{instrument.id}-formulir", context.strings("instrumen.di_akhir_modul")
    page = e("span", class_="page-ref", data_target=sheet)
    return [e("a", words, href=f"handbook:{sheet}", class_=NO_PAGE), page]


def _guide(instrument: Instrument, context: Context) -> Element:
    items = (e("li", context.prose(text)) for text in instrument.guide)
    title = e("h2", context.strings("instrumen.petunjuk"), id=f"{instrument.id}-petunjuk")
    return e("section", title, e("ol", *items), class_="instrument-guide")


def blank_sheet(instrument: Instrument, context: Context, copy: str = "") -> Element:
    """The form alone: head, identity, parts, foot.

    A `copy` after the id keeps the fields of several copies apart and lets game sheets differ.
    """
    id_ = instrument.id + copy
    orientation = "landscape" if instrument.orientation == "lanskap" else "portrait"
    parts = (part.to_html(id_, context) for part in instrument.parts)
    return e(
        "form",
        _sheet_head(instrument, context),
        _identity(instrument, id_, context),
        *parts,
        _note(instrument.note, context),
        _sheet_foot(instrument, context),
        e("div", class_="keep-bar") if has_fields(instrument) and not context.is_print else None,
        class_=f"instrument instrument-{orientation}",
        id=f"{id_}-formulir",
        data_instrument=instrument.id,
        **({} if instrument.saved else {"data_keep": "tidak"}),
        **({"data_anonymous": ""} if instrument.anonymous else {}),
        # Only our scripts bring back what was there: boxes that a browser restores would count as ticked now.
        **({} if context.is_print else {"autocomplete": "off"}),
        aria_label=f"{instrument.label(context.strings)} {instrument.title}",
    )


def _note(text: str | None, context: Context) -> Element | None:
    return e("p", context.prose(text), class_="sheet-note") if text else None


def _sheet_head(instrument: Instrument, context: Context) -> Element:
    """Code and title; on paper also the way to the page that says whether the sheet is still current."""
    address = context.online(instrument.id)
    return e(
        "div",
        e("p", instrument.label(context.strings), class_="sheet-code"),
        e("p", *_title(instrument.title), class_="sheet-title"),
        e("p", context.book_line, class_="sheet-book"),
        code(address, context.strings) if address and context.is_print else None,
        class_="sheet-head",
    )


def _title(title: str) -> Iterator[Piece]:
    """A title whose words with a hyphen stay on one line."""
    for number, text in enumerate(HYPHENED.split(title)):
        yield e("span", text, class_="whole") if number % 2 else text


def _identity(instrument: Instrument, id_: str, context: Context) -> Element | None:
    if not instrument.identity:
        return None
    fields = (_identity_line(key, id_, context) for key in instrument.identity)
    return e("div", *fields, class_=f"identity identity-{len(instrument.identity)}")


def _identity_line(key: IdentityLine, id_: str, context: Context) -> Element:
    words = context.strings(f"instrumen.identitas.{key}")
    role = key if key in get_args(Role) else None
    return field.labelled_line(f"{id_}.{key}", words, f"line-{key}", role)


def _sheet_foot(instrument: Instrument, context: Context) -> Element:
    words = (instrument.label(context.strings), context.book_line, context.address)
    return e("p", " · ".join(filter(None, words)), class_="sheet-foot")


def _example(instrument: Instrument, context: Context) -> list[Element]:
    if not instrument.example:
        return []
    title = context.strings("instrumen.contoh")
    texts, parts = example_texts(instrument), instrument.parts
    shown = [part.example(texts, instrument.id, context) for part in parts if part.id in instrument.example]
    note = _note(instrument.example_note, context)
    if context.is_print:
        head = e("h2", title, id=f"{instrument.id}-contoh")
        return [e("section", head, note, *shown, class_="example")]
    return [e("details", e("summary", title), note, *shown, class_="example", data_search_exclude="")]
