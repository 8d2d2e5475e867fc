"""The people of a session, from the rows of a table; an error in a row is told with its number."""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from handbook.problem import RefusedError
from handbook.render.glyphs import lacking
from handbook.strings import Strings

LONGEST = {
    "nama": 90,
    "nip": 40,
    "jabatan": 120,
    "instansi": 120,
    "kabupaten": 80,
    "kelamin": 20,
    "peran": 40,
}
"""The most characters that fit the list, for each column."""
ALIKE = str.maketrans({"ʹ": "'", "ʾ": "ʼ", "ʿ": "ʻ", "՚": "'", "＇": "'", "‐": "-", "‑": "-", "\u00a0": " "})
"""Apostrophes and hyphens that the fonts have under another number."""
HIDDEN = ("Cc", "Cf", "Co", "Cs", "Cn")
"""Categories of characters that are no letters at all."""
NIP_DIGITS = 18
_FLOATED = re.compile(r"\d+(?:[.,]\d+)?E\+?\d+", re.I)
_SHOWN = 30


class Person(NamedTuple):
    """A person on the list; empty texts are left to be written by hand."""

    name: str
    nip: str = ""
    position: str = ""
    office: str = ""
    district: str = ""
    sex: str = ""
    is_facilitator: bool = False


@dataclass(frozen=True)
class People:
    """Everyone on a list, with warnings: keys below `paket.awas` with their words."""

    all: tuple[Person, ...] = ()
    warnings: tuple[tuple[str, dict[str, object]], ...] = ()

    @cached_property
    def participants(self) -> tuple[Person, ...]:
        """The participants."""
        return tuple(person for person in self.all if not person.is_facilitator)

    @cached_property
    def facilitators(self) -> tuple[Person, ...]:
        """The facilitators."""
        return tuple(person for person in self.all if person.is_facilitator)


def people_of(rows: Sequence[Sequence[str]], strings: Strings) -> People:
    """The people in rows below a head row; empty rows are passed over, a `RefusedError` names a bad one."""
    numbered = [(number, row) for number, row in enumerate(rows, 1) if any(cell.strip() for cell in row)]
    if len(numbered) < 2:
        raise RefusedError("nama_kosong")
    columns = _columns(numbered[0][1], strings)
    warnings: list[tuple[str, dict[str, object]]] = []
    _refuse_wider(numbered)
    found = [
        _person(number, _cells(number, row, columns, numbered[0][1]), warnings, strings)
        for number, row in numbered[1:]
    ]
    warnings += _repeated(found)
    return People(tuple(found), tuple(warnings))


def _columns(head: Sequence[str], strings: Strings) -> dict[str, int]:
    """The index of each known column, by the spellings of its heading; a list without names is refused."""
    known: dict[str, list[str]] = strings.tree("paket.kolom")
    words = [re.sub(r"[^a-z]+", " ", cell.lower()).strip() for cell in head]
    found = {
        name: next(index for index, word in enumerate(words) if word in spellings)
        for name, spellings in known.items()
        if not set(words).isdisjoint(spellings)
    }
    if "nama" not in found:
        raise RefusedError("nama_tanpa_kolom", kata=", ".join(cell.strip() for cell in head)[:_SHOWN] or "-")
    return found


def _refuse_wider(numbered: Sequence[tuple[int, Sequence[str]]]) -> None:
    """Refuse a row with more cells than headings: commas in titles have moved them to the right."""
    headings = len(numbered[0][1])
    for number, row in numbered[1:]:
        if any(cell.strip() for cell in row[headings:]):
            raise RefusedError("nama_kolom", baris=number, sel=len(row), judul=headings)


def _cells(number: int, row: Sequence[str], columns: dict[str, int], head: Sequence[str]) -> dict[str, str]:
    """The texts of a row that the list can show; a refusal names the column as its own heading does."""
    cells = {name: tidied(row[place]) if place < len(row) else "" for name, place in columns.items()}
    for name, text in cells.items():
        cell = {"baris": number, "kolom": head[columns[name]].strip(), "kata": text[:_SHOWN]}
        if len(text) > LONGEST[name]:
            raise RefusedError("nama_panjang", huruf=len(text), paling=LONGEST[name], **cell)
        if odd := unprintable(text):
            raise RefusedError("nama_huruf", huruf=" ".join(odd[:5]), **cell)
    return cells


def _person(
    number: int, cells: dict[str, str], warnings: list[tuple[str, dict[str, object]]], strings: Strings
) -> Person:
    if not cells["nama"]:
        raise RefusedError("nama_hilang", baris=number)
    nip, trouble = _nip(cells.get("nip", ""))
    if trouble:
        warnings.append((trouble, {"baris": number, "angka": len(re.sub(r"\D", "", nip))}))
    is_facilitator = cells.get("peran", "").lower() in strings.tree("paket.peran_fasilitator")
    return Person(
        name=cells["nama"],
        nip="" if trouble == "nip_rusak" else nip,
        position=cells.get("jabatan", ""),
        office=cells.get("instansi", ""),
        district=cells.get("kabupaten", ""),
        sex=cells.get("kelamin", ""),
        is_facilitator=is_facilitator,
    )


def _nip(text: str) -> tuple[str, str]:
    """A NIP (number of a civil servant, 18 digits) in its usual groups, and the key of a warning, or "".

    A spreadsheet keeps 15 digits of a number: the 18 of a NIP lose their last three, or become
    something like 1,98E+17.
    """
    digits = re.sub(r"\D", "", text)
    if _FLOATED.fullmatch(text.replace(" ", "")):
        return text, "nip_rusak"
    if not digits or re.search(r"[A-Za-z]", text):
        return text, ""
    if len(digits) != NIP_DIGITS:
        return text, "nip_panjang"
    if digits.endswith("000"):
        return text, "nip_rusak"
    return f"{digits[:8]} {digits[8:14]} {digits[14]} {digits[15:]}", ""


def _repeated(found: Sequence[Person]) -> Iterator[tuple[str, dict[str, object]]]:
    seen: set[tuple[str, str]] = set()
    owners: dict[str, str] = {}
    for person in found:
        key = (person.name.casefold(), person.nip)
        first = owners.setdefault(person.nip, person.name)
        if key in seen:
            yield "nama_ganda", {"kata": person.name}
        elif person.nip and first != person.name:
            yield "nip_ganda", {"nip": person.nip, "satu": first, "dua": person.name}
        seen.add(key)


def tidied(text: str) -> str:
    """A text with single spaces and composed letters."""
    return " ".join(unicodedata.normalize("NFC", text).translate(ALIKE).split())


def unprintable(text: str) -> str:
    """The characters of a text that cannot be printed, each once."""
    hidden = {letter for letter in text if unicodedata.category(letter) in HIDDEN}
    return "".join(sorted({*lacking(text), *hidden}))
