"""Fingerprints of the pages that are copied together: a form, or the text of a module."""

from dataclasses import dataclass
from enum import StrEnum


class Fate(StrEnum):
    """The change of a form or a module between two editions; values are keys of texts."""

    SAME = "sama"
    WORDS = "redaksi"
    LAYOUT = "tata_letak"
    NEW = "baru"
    GONE = "hilang"


@dataclass(frozen=True)
class PrintedUnit:
    """A form, or the text of a module without its forms: what is copied as one."""

    id: str
    label: str
    title: str
    module: int
    layout: tuple[str, ...]
    words: tuple[str, ...]
    pages: tuple[str, ...]
    digest: str = ""
    """The short hash of its content that its sheets carry."""


def fate(old: PrintedUnit | None, new: PrintedUnit | None) -> Fate:
    """Whether copies of the old edition may still be used."""
    if old is None or new is None:
        return Fate.NEW if old is None else Fate.GONE
    if old.layout != new.layout:
        return Fate.LAYOUT
    return Fate.SAME if old.words == new.words else Fate.WORDS
