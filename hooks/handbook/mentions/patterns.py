"""The regular expressions of mentions, made from a book's settings and a language's words."""

import itertools
import re
from collections.abc import Callable, Iterable, Mapping
from typing import TypeAlias

from handbook.settings import MentionKind
from handbook.strings import Strings

GAP = r"(?:[ \t\u00a0]|&nbsp;|&#160;|\n(?!\s*\n)(?:[ \t]*>)*)"
NUMBERS = {
    "bulat": r"\d{1,2}(?![\d]|[.,/]\d)",
    "bulat-huruf": r"\d{1,2}(?![\d]|[.,/]\d)(?:[A-Z](?![A-Za-z0-9])| [A-D](?![A-Za-z0-9]))?",
    "bertitik": r"\d{1,2}\.\d{1,2}(?![\d]|[.,/]\d)",
    "romawi": r"(?:[IVX]+|\([IVX]+\))(?![A-Za-z0-9])",
    "kurung": r"\(\d{1,2}\)",
    "aksara": r"[A-Z](?![A-Za-z0-9])",
}
_ARTICLE = r"\d{1,3}[A-Z]?(?![\w]|[.,/]\d)"
_UNSURE = ("bulat", "bulat-huruf")
_START = r"(?<![A-Za-z0-9-])"
_MARKS = r"[*_]{0,3}"


Words: TypeAlias = Mapping[str, str]
"""Patterns for the function words of a language around mentions, by their keys below `kalimat`."""


def words_of(strings: Strings) -> Words:
    """A pattern for each list of words below the key `kalimat` in strings/<language>.yml."""
    lists = strings.tree("kalimat").items()
    return {name: alternatives(texts) for name, texts in lists if isinstance(texts, list)}


def alternatives(texts: Iterable[str]) -> str:
    """A pattern for any of some texts, the longest first; nothing at all for none."""
    ordered = sorted(texts, key=len, reverse=True)
    groups = itertools.groupby(ordered, key=lambda text: any(map(str.isupper, text.split())))
    return "|".join(_spellings(group, has_capitals) for has_capitals, group in groups) or r"(?!)"


def _spellings(texts: Iterable[str], has_capitals: bool) -> str:
    """Abbreviations as written, other words in any case; gaps may be line breaks."""
    if not has_capitals:
        return f"(?i:{'|'.join(_spelling(text.split(), re.escape) for text in texts)})"
    return "|".join(_spelling(text.split(), _capitals_as_written) for text in texts)


def _spelling(words: list[str], written: Callable[[str], str]) -> str:
    return rf"{GAP}+".join(written(word) for word in words)


def _capitals_as_written(word: str) -> str:
    return re.escape(word) if word.isupper() else f"(?i:{re.escape(word)})"


def series(kind: MentionKind, words: Words) -> str:
    """A spelling followed by one number, or by a list or range of numbers.

    A bare number may count something else: *kuis 15 menit*, *Modul 2 dan 3 peserta*.
    """
    number = NUMBERS[kind.number]
    dot = r"\.?" if kind.number == "bertitik" else ""
    not_unit, not_counted = not_measured(words)
    joint = joint_of(words)
    if kind.number in _UNSURE:
        numbers = rf"{number}{not_unit}(?:{joint}{number}{not_unit}{not_counted})*"
    elif kind.number == "bertitik":
        # A number that lost its module (IK 1) is a mention too: one that points to nothing.
        numbers = rf"{number}(?:{joint}{number})*|{NUMBERS['bulat']}{not_unit}{not_counted}"
    else:
        numbers = rf"{number}(?:{joint}{number})*"
    return rf"{_START}(?:{alternatives(kind.spellings)}){dot}{GAP}*(?P<numbers>{numbers})"


def not_measured(words: Words) -> tuple[str, str]:
    """Lookaheads after a bare number that exclude a unit of measure and, second, something counted."""
    spelled_out = rf"{GAP}+\([a-z ]+\){GAP}+(?:{words['satuan']}|{words['hitungan']})\b"
    range_ = rf"(?:(?:{GAP}*[–—-]{GAP}*|{GAP}+(?:{words['rentang']}){GAP}+)\d{{1,3}})?"
    not_unit = rf"(?!{range_}{GAP}*-?{GAP}*(?:%|(?:{words['satuan']})\b))(?!{spelled_out})"
    return not_unit, rf"(?!{GAP}+(?:{words['hitungan']})\b)"


def joint_of(words: Words) -> str:
    """Between the numbers of a list or a range: a comma, *dan*, *sampai*, a dash."""
    joining = rf"(?:{words['sambung']})"
    return rf"(?:{GAP}*\.?[,;]{GAP}*(?:{joining}{GAP}+)?|{GAP}+{joining}{GAP}+|{GAP}*[–—-]{GAP}*)"


def range_between(words: Words) -> str:
    """The pattern between the ends of a range: a dash, or *sampai*."""
    return rf"{GAP}*[–—-]{GAP}*|{GAP}+(?:{words['rentang']}){GAP}+"


def inside(words: Words) -> str:
    """Between a row and its form: *pada* or nothing, with marks of emphasis."""
    return rf"{_MARKS}{GAP}+(?:(?:{words['dalam']}){GAP}+)?{_MARKS}"


BEHIND = rf"{_MARKS}(?:{GAP}+|{GAP}*\()"
"""Between a form and its row that comes right after: *IK 2.1 baris I*, *UU 23/2014 (Pasal 225)*."""


def of_others(words: Words, own: Iterable[str]) -> dict[str, str]:
    """Patterns right after rows or articles that place them outside this book: *Pasal 33 UUD*."""
    named = others(words, own) | {"peraturan": rf"(?:{words['hukum_bernama']}|{words['hukum_lain']})\b"}
    return {kind: rf"(?:{inside(words)})(?:{name})" for kind, name in named.items()}


def of_other_work(words: Words) -> str:
    """The pattern after a mention that makes it part of another work: *Modul 2 buku saku kader*."""
    origin = rf"{GAP}+(?:(?:{words['asal']}){GAP}+)?[*_]*"
    return rf"{origin}(?:{words['karya_lain']})\b(?!{GAP}+(?:{words['ini']})\b)"


def others(words: Words, own: Iterable[str]) -> dict[str, str]:
    """Forms and laws outside this book, by name, or by a number of their own: *Formulir C1*."""
    number = rf"{GAP}+(?!(?:{alternatives(own)}))[A-Z][\w.-]*\d[\w.-]*"
    sheets = rf"\b(?:(?:{words['lembar_lain']})\b|(?:{words['lembar_bernomor']}){number})"
    law = rf"(?:{words['hukum_lain']})(?:{GAP}+[A-Z][a-z]+)*{GAP}+(?:(?:{words['nomor']}){GAP}*)?\d"
    return {"instrumen": sheets, "peraturan": rf"\b(?:(?:{words['hukum_bernama']})\b|{law})"}


def of_module(words: Words, spellings: Iterable[str]) -> str:
    """After a stage, the module it belongs to: *Tahap 3 pada Modul 2*."""
    number = rf"(?P<module>{NUMBERS['bulat']})"
    return rf"(?:{GAP}+(?:(?:{words['dalam']}){GAP}+)?(?:{alternatives(spellings)}){GAP}+{number})?"


def article(words: Words) -> str:
    """The number of an article, perhaps with its paragraph, letter and item."""
    paragraph, letter = rf"(?:{words['ayat']}){GAP}+\(\d+[a-z]?\)", rf"(?:{words['huruf']}){GAP}+[a-z]\b"
    return rf"{_ARTICLE}(?:{GAP}+(?:{paragraph}|{letter}|(?:{words['angka']}){GAP}+\d+))*"


def articles(words: Words) -> str:
    """One or more articles of a law."""
    not_unit, not_counted = not_measured(words)
    one, counted = article(words), rf"(?=\d+[A-Z]?{not_unit}{not_counted})"
    more = rf"(?:{joint_of(words)}{counted}{one})*"
    return rf"{_START}(?:{words['pasal']}){GAP}+(?P<numbers>{one}{more})"


def of_law(words: Words) -> str:
    """Between an article and its law."""
    return rf"{_MARKS}{GAP}+(?:(?:{words['milik']}|{words['dalam']}){GAP}+)?{_MARKS}"


def law(spellings: dict[str, list[str]], words: Words) -> str:
    """A citation: the form (perhaps with its abbreviation), the number, the year."""
    forms = alternatives(name for group in spellings.values() for name in group)
    year = rf"(?:{GAP}*/{GAP}*|,?{GAP}+(?:{words['tahun']}){GAP}+)(?P<year>\d{{4}})(?!\d)"
    number = rf"(?:(?:{words['nomor']}){GAP}*)?(?P<number>\d{{1,3}}){year}"
    form = rf"(?P<form>{forms})\.?(?:{GAP}+\([A-Za-z]+\))?"
    return rf"{_START}{form}{GAP}+{number}"


def quick(words: Iterable[str], not_before: str) -> str:
    """A pattern for any of some words in any case, the longest first, not right behind some letters.

    It begins with the set of their first letters, which `re` looks for eight times faster than
    for a pattern that begins with a look behind.
    """
    rests: dict[str, list[str]] = {}
    for word in sorted(words, key=len, reverse=True):
        first = "".join(re.escape(letter) for letter in sorted({word[0].lower(), word[0].upper()}))
        rests.setdefault(first, []).append(re.escape(word[1:]))
    found = "|".join(rf"(?<=[{first}])(?i:{'|'.join(rest)})" for first, rest in rests.items())
    return rf"[{''.join(rests)}](?<!{not_before}.)(?:{found})" if rests else r"(?!)"
