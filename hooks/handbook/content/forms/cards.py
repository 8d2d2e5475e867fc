"""`jenis: kartu`: cards to cut out, written or empty, 4, 6 or 8 on a sheet."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal
from xml.etree.ElementTree import Element

from pydantic import Field, field_validator, model_validator

from handbook.content.forms import field
from handbook.content.forms.renames import Named
from handbook.html import Context, e
from handbook.source.expected import UnfitError
from handbook.source.readers import ForAll
from handbook.source.validation import Prose, Text

ROOM_MM = {4: 60, 6: 40, 8: 28}
"""Room to write on an empty card, by the number of cards on a sheet."""


class Card(Named):
    """A card with its lines."""

    title: ForAll[Prose] = Field(alias="judul", description="Judul kartu")
    text: ForAll[list[Prose]] = Field(alias="isi", default=[], description="Isi kartu, satu butir satu baris")


class Cards(Named):
    """A set of cards. Colours go round: the first card has the first colour, the next the second …"""

    kind: ForAll[Literal["kartu"]] = Field(alias="jenis")
    title: ForAll[Prose | None] = Field(alias="judul", default=None, description="Judul bagian bila perlu")
    per_sheet: ForAll[int] = Field(
        alias="per_lembar", description="Banyaknya kartu pada satu lembar: 4, 6, atau 8"
    )
    cards: list[Card] = Field(alias="kartu", default=[], description="Kartu")
    colours: ForAll[list[Text]] = Field(
        alias="warna", default=[], description="Warna kertas, ditulis pada kartu"
    )
    empty: ForAll[int] = Field(alias="kosong", default=0, ge=0, le=48, description="Banyaknya kartu kosong")
    empty_title: ForAll[Prose | None] = Field(
        alias="judul_kosong", default=None, description="Judul kartu kosong"
    )

    @field_validator("per_sheet")
    @classmethod
    def _fits_a_sheet(cls, number: int) -> int:
        if number not in ROOM_MM:
            raise UnfitError("kartu_per_lembar")
        return number

    @model_validator(mode="after")
    def _has_cards(self) -> Cards:
        if not self.cards and not self.empty:
            raise UnfitError("kartu_kosong")
        if self.empty and not self.empty_title:
            raise UnfitError("kartu_judul")
        return self

    @property
    def empty_ids(self) -> list[str]:
        """The empty cards."""
        return [f"kosong-{number}" for number in range(1, self.empty + 1)]


def targets(cards: Cards, form: str) -> Iterator[tuple[str, str, str, str]]:
    """Texts do not refer to cards."""
    del cards, form
    yield from ()


def cell_paths(cards: Cards) -> set[tuple[str, ...]]:
    """Id of every empty card: the others have nothing to fill in."""
    return {(id_,) for id_ in cards.empty_ids}


def to_html(cards: Cards, form: str, context: Context) -> Element:
    """The cards, one list for each sheet of paper."""
    insides = [_written(card, context) for card in cards.cards]
    insides += [_empty(cards, number, form, context) for number in range(1, cards.empty + 1)]
    items = [
        e("li", _colour(cards, index, context), *inside, class_="card-cut")
        for index, inside in enumerate(insides)
    ]
    starts = range(0, len(items), cards.per_sheet)
    sheets = [_sheet(items[start : start + cards.per_sheet], start + 1, cards) for start in starts]
    return e("section", field.title(cards.title, context), *sheets, class_="card-sheets")


def _sheet(items: list[Element], start: int, cards: Cards) -> Element:
    return e("ol", *items, class_=f"cards cards-{cards.per_sheet}", start=str(start))


def _colour(cards: Cards, index: int, context: Context) -> Element | None:
    if not cards.colours:
        return None
    words = context.strings("formulir.kartu_warna", warna=cards.colours[index % len(cards.colours)])
    return e("p", words, class_="card-colour")


def _written(card: Card, context: Context) -> list[Element]:
    text = (e("p", context.prose(line), class_="card-line") for line in card.text)
    return [e("p", context.prose(card.title), class_="card-name"), *text]


def _empty(cards: Cards, number: int, form: str, context: Context) -> list[Element]:
    """The title names the field; its number is only read aloud."""
    name = f"{form}.{cards.id}.kosong-{number}"
    words = [*context.prose(cards.empty_title or ""), e("span", f" {number}", class_="sr-only")]
    label = e("p", field.label(name, words), class_="card-name")
    return [label, field.area(name, ROOM_MM[cards.per_sheet])]


def example(cards: Cards, filled: dict[str, str], form: str, context: Context) -> Element:
    """The filled empty cards, read only."""
    del form
    title = cards.empty_title or ""
    return field.filled_list([(title, filled[id_]) for id_ in cards.empty_ids if id_ in filled], context)
