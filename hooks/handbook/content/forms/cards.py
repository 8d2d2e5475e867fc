"""`jenis: kartu`: cards to cut out, written or empty, 4, 6 or 8 on a sheet."""

from dataclasses import dataclass
from typing import Literal, Self

from pydantic import Field, field_validator, model_validator

from handbook.content.forms import FormField, Named, Path, TitledPart, field
from handbook.content.forms.base import CutSheet
from handbook.html import Context, Element, e
from handbook.source.authored import ForAll, Prose, Text, UnfitError
from handbook.strings import Strings

ROOM_MM = {4: 60, 6: 40, 8: 28}
"""Room to write on an empty card, by the number of cards on a sheet."""


class Card(Named):
    """A card with its lines."""

    title: ForAll[Prose] = Field(alias="judul")
    text: ForAll[list[Prose]] = Field(alias="isi", default=[])


@dataclass(frozen=True)
class EmptyCard(FormField):
    """A card to write on; its number is only read aloud."""

    number: int
    room_mm: int

    def words(self, strings: Strings) -> str:
        """Title and number."""
        return f"{super().words(strings)} {self.number}"

    def to_html(self, context: Context) -> Element:
        """The inside of the card."""
        words = [*context.prose(self.title), e("span", f" {self.number}", class_="sr-only")]
        name = e("p", field.label(self.name, words), class_="card-name")
        return e("div", name, field.area(self.name, self.room_mm))


class Cards(TitledPart):
    """A set of cards. Colours are used in turn: the first card has the first, the next the second …"""

    kind: ForAll[Literal["kartu"]] = Field(alias="jenis")
    per_sheet: ForAll[int] = Field(alias="per_lembar")
    cards: list[Card] = Field(alias="kartu", default=[])
    colours: ForAll[list[Text]] = Field(alias="warna", default=[])
    empty: ForAll[int] = Field(alias="kosong", default=0, ge=0, le=48)
    empty_title: ForAll[Prose | None] = Field(alias="judul_kosong", default=None)

    @field_validator("per_sheet")
    @classmethod
    def _fits_a_sheet(cls, number: int) -> int:
        if number not in ROOM_MM:
            raise UnfitError("kartu_per_lembar")
        return number

    @model_validator(mode="after")
    def _has_cards(self) -> Self:
        if not self.cards and not self.empty:
            raise UnfitError("kartu_kosong")
        if self.empty and not self.empty_title:
            raise UnfitError("kartu_judul")
        return self

    def fields(self, form: str) -> list[EmptyCard]:
        """The empty cards: the others have nothing to fill in."""
        title, room = self.empty_title or "", ROOM_MM[self.per_sheet]
        numbers = range(1, self.empty + 1)
        return [EmptyCard(self.place(form, f"kosong-{number}"), title, number, room) for number in numbers]

    @property
    def required(self) -> list[Path]:
        """One card is enough, when there are empty ones."""
        return [(self.id,)] if self.empty else []

    def cut(self, people: int, /) -> CutSheet:
        """Of empty cards everybody gets one, so a sheet serves as many as it has cards."""
        colour = self.colours[0] if len(self.colours) == 1 else None
        return CutSheet(people if self.cards else -(-people // self.empty), self.title, colour)

    def to_html(self, form: str, context: Context) -> Element:
        """The cards, one list for each sheet of paper."""
        insides = [_written(card, context) for card in self.cards]
        insides += [[*card.to_html(context)] for card in self.fields(form)]
        items = [
            e("li", self._colour(index, context), *inside, class_="card-cut")
            for index, inside in enumerate(insides)
        ]
        starts = range(0, len(items), self.per_sheet)
        css = f"cards cards-{self.per_sheet}"
        sheets = (
            e("ol", *items[start : start + self.per_sheet], class_=css, start=str(start + 1))
            for start in starts
        )
        return e("section", field.title(self.title, context), *sheets, class_="card-sheets")

    def _colour(self, index: int, context: Context) -> Element | None:
        if not self.colours:
            return None
        words = context.strings("formulir.kartu_warna", warna=self.colours[index % len(self.colours)])
        return e("p", words, class_="card-colour")


def _written(card: Card, context: Context) -> list[Element]:
    text = (e("p", context.prose(line), class_="card-line") for line in card.text)
    return [e("p", context.prose(card.title), class_="card-name"), *text]
