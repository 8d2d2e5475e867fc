"""What would fit where an author's value does not: pydantic's error in words for authors."""

from __future__ import annotations

from typing import Any

from handbook.problem import Phrase, phrase


class UnfitError(ValueError):
    """A value that breaks a rule of its own; the key is one under `harap` and says what would fit."""

    def __init__(self, key: str, **words: object) -> None:
        super().__init__(key)
        self.phrase = phrase(key, **words)


def expected(error: Any) -> str | Phrase:
    """What would fit; falls back on the rule's own words."""
    kind, context = error["type"], error.get("ctx", {})
    if kind in ("literal_error", "enum"):
        return _either(str(context["expected"]).replace("'", ""))
    if kind == "union_tag_invalid":
        return str(context["expected_tags"]).replace("'", "")
    if kind == "value_error":
        return context["error"].phrase if isinstance(context["error"], UnfitError) else str(context["error"])
    if kind == "string_pattern_mismatch":
        pattern = str(context["pattern"])
        return phrase(_PATTERNS[pattern]) if pattern in _PATTERNS else pattern
    if kind in _BOUNDS:
        key, bound = _BOUNDS[kind]
        return phrase(key, angka=context[bound])
    return phrase(_EXPECTED[kind]) if kind in _EXPECTED else str(error["msg"])


def _either(expected: str) -> str | Phrase:
    """pydantic's `a, b or c`, to be said in the authors' language."""
    first, _, last = expected.rpartition(" or ")
    return phrase("salah_satu", awal=first, akhir=last) if first else last


_PATTERNS = {
    r"^\d{1,2}\.\d{1,2}$": "nomor",
    r"^\d{1,2}\.\d{1,2}\.\d{1,2}$": "nomor_indikator",
    r"^(\d{1,2}\.\d{1,2}|[A-Z])$": "nomor_formulir",
    r"^[0-9A-Za-z.]{1,8}$": "nomor_baris",
    r"^[a-z0-9]+(-[a-z0-9]+)*$": "id",
    r"^[a-z0-9-]+(/[a-z0-9-]+)*$": "alamat",
    r"^\d{1,2}mm$": "tinggi",
    r"^\d{1,2}[.:]\d{2}/\d{1,3}$": "istirahat",
    r"^\d{1,2}[.:]\d{2}$": "jam",
    r"^([^@\s/]+@[^@\s/]+|https://\S*\{pesan\}\S*)?$": "usulan",
    r"^\d{4}\.\d+$": "edisi",
    r"^(?:[a-z0-9-]|\{\w+\})+$": "pola_id",
    r"^(ik-[\da-z]+(-\d+)?\.)?[a-z0-9-]+(\.[a-z0-9-]+){0,2}$": "tempat",
}
_EXPECTED = {
    "int_parsing": "bilangan",
    "int_from_float": "bilangan",
    "bool_parsing": "ya_tidak",
    "bool_type": "ya_tidak",
    "string_type": "satu_teks",
    "string_too_short": "tak_kosong",
    "list_type": "daftar",
    "tuple_type": "daftar",
    "model_type": "pasangan",
    "dict_type": "pasangan",
    "date_from_datetime_parsing": "tanggal",
    "date_parsing": "tanggal",
}
_BOUNDS = {
    "greater_than_equal": ("paling_sedikit", "ge"),
    "greater_than": ("lebih_dari", "gt"),
    "less_than_equal": ("paling_banyak", "le"),
    "too_short": ("butir_paling_sedikit", "min_length"),
    "too_long": ("butir_paling_banyak", "max_length"),
}
