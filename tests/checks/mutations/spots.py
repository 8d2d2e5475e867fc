"""Finds every mention in a book's sources by patterns of its own, to make each point to nothing.

Nothing of the engine is used: what the engine does not see must be seen here.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from handbook.source.files import book_files

_GAP = r"(?:\s|&nbsp;|\*)+"
_FIRST = r"(?<![\w-])"
_LAST = r"(?![\w%])(?![.,/]\d)"
_AFTER = (
    "menit jam hari bulan tahun JP halaman lembar kali peserta orang kelompok kecamatan desa hours minutes kg"
)
_COUNTED = rf"(?!\s(?:{'|'.join(_AFTER.split())})\b)"


@dataclass(frozen=True)
class Spelling:
    """How a book writes one kind of mention: its words, its number, and a number that nothing has."""

    kind: str
    words: str
    number: str
    nothing: str


@dataclass(frozen=True)
class Language:
    """How a book writes: its spellings, and what stands between the numbers of a list."""

    spellings: tuple[Spelling, ...]
    joints: str


@dataclass(frozen=True)
class Spot:
    """The number of one mention: where it stands, and what it becomes."""

    kind: str
    path: str
    start: int
    end: int
    new: str
    words: str = field(compare=False)


_DOTTED, _WHOLE = rf"\d{{1,2}}\.\d{{1,2}}{_LAST}", rf"\d{{1,2}}{_LAST}{_COUNTED}"
_STAGE = rf"\d{{1,2}}[A-D]?{_LAST}{_COUNTED}"
_ROMAN, _COLUMN, _LETTER = rf"\(?[IVX]+\)?{_LAST}", r"\(\d+\)", rf"[A-Z]{_LAST}"
_LAWS = (
    r"(?:UU|Undang-[Uu]ndang|PP|Perpres|Perppu|Permen\w+|PMK"
    r"|Peraturan (?:Pemerintah|Presiden|Menteri [A-Z][\w ]+?))"
    r"(?: RI| PDTT| PDT)?\s(?:N(?:omor|o\.?)\s)?"
)
INDONESIAN = Language(
    (
        Spelling("modul", r"[Mm]odul", _WHOLE, "88"),
        Spelling("tahap", r"[Tt]ahap", _STAGE, "88"),
        Spelling("materi", r"[Mm]ateri(?: [Bb]ahasan)?", _DOTTED, "88.1"),
        Spelling("bacaan", r"[Bb]ahan\s[Bb]acaan", _DOTTED, "2.88"),
        Spelling("kotak", r"[Kk]otak|Box", _DOTTED, "2.88"),
        Spelling("instrumen", r"IK|[Ii]nstrumen(?: [Kk]erja)?(?: \(IK\))?", _DOTTED, "2.88"),
        Spelling("kuis", r"[Kk]uis", _WHOLE, "88"),
        Spelling("gambar", r"[Gg]ambar", _DOTTED, "2.88"),
        Spelling("tabel", r"[Tt]abel", _DOTTED, "2.88"),
        Spelling("baris", r"[Bb]aris", _ROMAN, "XXXVIII"),
        Spelling("kolom", r"[Kk]olom", _COLUMN, "(88)"),
        Spelling("aspek", r"[Aa]spek", _WHOLE, "88"),
        Spelling("pasal", r"[Pp]asal", rf"\d+[A-Z]?{_LAST}", "998"),
        Spelling("peraturan", _LAWS, r"\d{1,3}(?=(?:/|,? [Tt]ahun )\d{4})", "987"),
    ),
    r"(?:\s?,\s?(?:dan\s|atau\s|serta\s)?|\s(?:dan|atau|serta|sampai|hingga|s\.d\.)\s|\s?[–-]\s?)",
)
ENGLISH = Language(
    (
        Spelling("module", r"Modules?", _WHOLE, "88"),
        Spelling("session", r"Sessions?", _STAGE, "88"),
        Spelling("topic", r"Topic", _DOTTED, "88.1"),
        Spelling("handout", r"Handouts?", _DOTTED, "2.88"),
        Spelling("box", r"Box", _DOTTED, "2.88"),
        Spelling("figure", r"Figure", _DOTTED, "2.88"),
        Spelling("table", r"Table", _DOTTED, "2.88"),
        Spelling("form", r"Forms?", _LETTER, "Q"),
        Spelling("quiz", r"Hive Check", _WHOLE, "88"),
        Spelling("annex", r"Annex", _LETTER, "Q"),
        Spelling("row", r"[Rr]ows?", _LETTER, "Q"),
        Spelling("column", r"[Cc]olumns?", _COLUMN, "(88)"),
        Spelling("section", r"Section", rf"\d+{_LAST}", "998"),
        Spelling("law", r"Act", r"\d{1,3}(?=(?:/| of )\d{4})", "987"),
    ),
    r"(?:\s?,\s?(?:and\s|or\s)?|\s(?:and|or|to|until|through)\s|\s?[–-]\s?)",
)

_HIDDEN = (
    r"^(`{3,}|~{3,}).*?^\1",  # fenced code
    r"`[^`\n]+`",
    r"^ +# [^\n]*$",  # a comment among the data at the top; headings are never indented
    r"<!--.*?-->",
    r"<(q|cite)>.*?</\1>",
    r"\]\([^)]*\)|\]\[[^\]]*\]|\{[:#][^}\n]*\}|https?://\S+",
)
_MARKDOWN = tuple(re.compile(pattern, re.S | re.M) for pattern in _HIDDEN)
_PICTURE = (re.compile(r"<style.*?</style>|<[^>]*>", re.S),)
_DATA = (
    re.compile(r"(?:^|(?<=\s))#.*$", re.M),
    re.compile(r"<(q|cite)>.*?</\1>", re.S),
    re.compile(r"^ *(?:- )?(?:letak|tercetak|cetak): .*$", re.M),  # the print of 2018 speaks here
)


def sources(root: Path) -> dict[str, str]:
    """Every file in which an author writes, by its path."""
    files = book_files(root)
    found = [file for end in (".md", ".yml", ".svg") for file in files if file.suffix == end]
    return {file.relative_to(root).as_posix(): file.read_text(encoding="utf-8") for file in found}


def spots(path: str, text: str, language: Language) -> Iterator[Spot]:
    """The numbers of all mentions of a file; those of a list one by one."""
    hidden = {"md": _MARKDOWN, "yml": _DATA, "svg": _PICTURE}[path.rsplit(".", 1)[1]]
    for pattern in hidden:
        text = pattern.sub(lambda match: re.sub(r"[^\n]", "\0", match.group()), text)
    for item in language.spellings:
        series = (
            rf"{_FIRST}(?:{item.words})(?:{_GAP})?(?P<all>{item.number}(?:{language.joints}{item.number})*)"
        )
        for match in re.finditer(series, text):
            words = " ".join(match.group().split())
            for number in re.compile(item.number).finditer(text, match.start("all")):
                if number.start() >= match.end():
                    break
                yield Spot(item.kind, path, *number.span(), item.nothing, words)


def all_spots(root: Path, language: Language) -> list[Spot]:
    """Every mention of a book."""
    return [spot for path, text in sources(root).items() for spot in spots(path, text, language)]
