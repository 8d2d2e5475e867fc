"""A module: one unit of writing, teaching, printing and revising."""

from collections.abc import Iterable
from typing import Annotated

from pydantic import Field

from handbook.content.competency import Competency
from handbook.content.stage import list_id
from handbook.html import Context, Element, Piece, e, facts, heads, joined
from handbook.source.authored import (
    Authored,
    DottedNumber,
    ForAll,
    IndicatorNumber,
    OldAddresses,
    Prose,
    Slug,
    Text,
    Title,
)

REGISTER = "kompetensi"
"""The id of the page with the register of competencies."""
IN_FACTS = ("instrumen", "bacaan", "kuis", "ulang")
"""The kinds of pages that the strip of facts names."""


class Indicator(Authored):
    """An ability that participants gain, as measured by questions."""

    number: ForAll[IndicatorNumber] = Field(alias="nomor")
    text: ForAll[Prose] = Field(alias="teks")


class Topic(Authored):
    """A topic (materi bahasan) with its aim and indicators."""

    number: ForAll[DottedNumber] = Field(alias="nomor")
    title: ForAll[Title] = Field(alias="judul")
    aim: ForAll[Prose] = Field(alias="tujuan")
    indicators: Annotated[list[Indicator], Field(min_length=1)] = Field(alias="indikator")

    @property
    def id(self) -> str:
        """`materi-2-1`."""
        return f"materi-{self.number.replace('.', '-')}"


class Module(Authored):
    """The front matter `modul:` of a module's index.md."""

    number: ForAll[int] = Field(alias="nomor", ge=1)
    title: ForAll[Title] = Field(alias="judul")
    lesson_hours: ForAll[int] = Field(alias="jp", ge=1)
    summary: ForAll[Prose] = Field(alias="ringkas")
    topics: Annotated[list[Topic], Field(min_length=1)] = Field(alias="materi")
    competencies: ForAll[list[Text]] = Field(alias="kompetensi")
    changes: ForAll[list[Prose]] = Field(alias="perubahan")
    order: ForAll[Annotated[list[Slug], Field(min_length=1)]] = Field(alias="urutan")
    aliases: OldAddresses = ()

    @property
    def id(self) -> str:
        """`modul-2`."""
        return f"modul-{self.number}"

    @property
    def indicators(self) -> list[Indicator]:
        """All indicators of all topics."""
        return [indicator for topic in self.topics for indicator in topic.indicators]


def overview(
    module: Module, stages: int, parts: dict[str, list[str]], minutes: int, context: Context
) -> Element:
    """The strip of facts: time, stages, instruments and quizzes."""
    s = context.strings
    rows: list[tuple[str, Iterable[Piece] | str]] = [
        (s("modul.waktu"), s("modul.jp", jp=module.lesson_hours, menit=minutes)),
        (s("modul.tahap"), _count(module, stages, context)),
    ]
    for name, ids in parts.items():
        links = [context.link(id_, context.name(id_)) for id_ in ids]
        rows.append((s(f"modul.{name}"), joined(links)))
    return facts(rows)


def _count(module: Module, stages: int, context: Context) -> list[Piece]:
    """The number of stages; on the site a link to their list."""
    words = context.strings("modul.jumlah_tahap", jumlah=stages)
    return [words if context.is_print else e("a", words, href=f"#{list_id(module.number)}")]


def topics(module: Module, context: Context) -> Element:
    """All topics with aims and indicators."""
    return e("div", *(_topic(topic, context) for topic in module.topics), class_="topics")


def _topic(topic: Topic, context: Context) -> Element:
    s = context.strings
    label = s("materi.label", nomor=topic.number)
    return e(
        "section",
        e("h3", label),
        e("p", topic.title, class_="topic-title"),
        e("p", e("strong", s("materi.tujuan")), " ", context.prose(topic.aim), class_="topic-aim"),
        e("p", s("materi.indikator"), class_="topic-indicators"),
        e("ol", *(_indicator(item, context) for item in topic.indicators), class_="indicators"),
        class_="topic",
        id=topic.id,
    )


def _indicator(indicator: Indicator, context: Context) -> Element:
    number = e("span", indicator.number, class_="number")
    return e("li", number, " ", context.prose(indicator.text), id=indicator_id(indicator.number))


def indicator_id(number: str) -> str:
    """`indikator-2-1-1`."""
    return f"indikator-{number.replace('.', '-')}"


def competencies(module: Module, register: dict[str, Competency], context: Context) -> Element:
    """The competencies that the module serves, by code and right name; in a book with a register by name."""
    s, known = context.strings, [register[code] for code in module.competencies if code in register]
    if context.in_book and context.href(REGISTER):
        names, there = "; ".join(item.name for item in known), context.link(REGISTER, context.name(REGISTER))
        return e("p", names, ". ", s("kompetensi.selengkapnya"), " ", there, ".", class_="competencies")
    head = heads(s(f"kompetensi.{key}") for key in ("kode", "nama", "kelompok"))
    rows = [_competency(item, context) for item in known]
    return e("table", head, e("tbody", *rows), class_="competencies")


def _competency(item: Competency, context: Context) -> Element:
    code = item.code if not item.without_code else context.strings("kompetensi.tanpa_kode")
    group = context.strings(f"kompetensi.kelompok_{item.group}")
    return e("tr", e("td", context.link(item.id, code)), e("td", item.name), e("td", group))


def changes(module: Module, context: Context) -> Element:
    """The changes expected of participants."""
    return e("ul", *(e("li", context.prose(text)) for text in module.changes), class_="changes")
