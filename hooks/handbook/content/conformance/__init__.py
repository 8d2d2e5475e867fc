"""Standards, clause by clause, with the tests that prove each: of the engine, the same for every book."""

from functools import cache
from pathlib import Path
from typing import Literal

import yaml
from pydantic import Field

from handbook.source.authored import Authored, ForAll, Text

FILE = Path(__file__).with_name("clauses.yml")


class Clause(Authored):
    """A clause, and the tests that prove it; without one it is not proven."""

    number: ForAll[Text] = Field(alias="nomor")
    words: ForAll[Text] = Field(alias="isi")
    evidence: ForAll[tuple[Text, ...]] = Field(alias="bukti", default=())
    extent: ForAll[Literal["penuh", "sebagian"]] = Field(alias="cakup", default="penuh")


class Standard(Authored):
    """A standard or a law, with a note on how far its clauses are judged here."""

    id: ForAll[Text]
    title: ForAll[Text] = Field(alias="judul")
    note: ForAll[Text] = Field(alias="catatan")
    clauses: ForAll[tuple[Clause, ...]] = Field(alias="butir")


@cache
def standards() -> tuple[Standard, ...]:
    """All of them in the order of the file."""
    rows = yaml.load(FILE.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)
    return tuple(Standard.model_validate(row) for row in rows)
