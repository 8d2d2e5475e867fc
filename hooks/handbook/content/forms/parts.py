"""The written list of the kinds of form parts, and the type that is any of them."""

from __future__ import annotations

from types import ModuleType
from typing import Annotated

from pydantic import Field

from handbook.content.forms import (
    bingo,
    cards,
    case,
    commitment,
    criteria,
    grid,
    lines,
    names,
    pairs,
    table,
    worksheet,
)

PART_KINDS: dict[str, ModuleType] = {
    "kisi": grid,
    "isian": lines,
    "tabel": table,
    "pasangan": pairs,
    "kriteria": criteria,
    "kasus": case,
    "komitmen": commitment,
    "lembar-kelompok": worksheet,
    "kartu": cards,
    "bingo": bingo,
    "daftar-nama": names,
}
FormPart = Annotated[
    grid.Grid
    | lines.Lines
    | table.Table
    | pairs.Pairs
    | criteria.Criteria
    | case.Case
    | commitment.Commitment
    | worksheet.Worksheet
    | cards.Cards
    | bingo.Bingo
    | names.Names,
    Field(discriminator="kind"),
]
