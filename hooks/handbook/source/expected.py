"""Words for authors in place of pydantic's errors: the values that would be accepted."""

from typing import Any

from handbook.problem import Phrase, phrase
from handbook.source.authored import PATTERNS, UnfitError


def expected(error: Any) -> str | Phrase:
    """The values that would be accepted: a phrase in the authors' language, or a list of keys."""
    kind, context = error["type"], error.get("ctx", {})
    if kind in ("literal_error", "enum"):
        return _either(str(context["expected"]).replace("'", ""))
    if kind == "union_tag_invalid":
        return str(context["expected_tags"]).replace("'", "")
    if kind == "value_error" and isinstance(context["error"], UnfitError):
        return context["error"].phrase
    if kind == "string_pattern_mismatch":
        return phrase(PATTERNS[str(context["pattern"])])
    if kind in _BOUNDS:
        key, bound = _BOUNDS[kind]
        return phrase(key, angka=context[bound])
    return phrase(_EXPECTED.get(kind) or _EXPECTED.get(kind.partition("_")[0], "lain"))


def _either(expected: str) -> str | Phrase:
    """pydantic's `a, b or c` as a phrase in the authors' language."""
    first, _, last = expected.rpartition(" or ")
    return phrase("salah_satu", awal=first, akhir=last) if first else last


_EXPECTED = {
    "int": "bilangan",
    "bool": "ya_tidak",
    "string_type": "satu_teks",
    "string_too_short": "tak_kosong",
    "list": "daftar",
    "tuple": "daftar",
    "model": "pasangan",
    "dict": "pasangan",
    "date": "tanggal",
}
"""Words for one kind of error, or for all kinds that begin with a type."""
_BOUNDS = {
    "greater_than_equal": ("paling_sedikit", "ge"),
    "greater_than": ("lebih_dari", "gt"),
    "less_than_equal": ("paling_banyak", "le"),
    "too_short": ("butir_paling_sedikit", "min_length"),
    "too_long": ("butir_paling_banyak", "max_length"),
}
