"""Texts that readers and authors see, by language.

strings/<language>.yml holds the interface, strings/<language>.masalah.yml the
kinds of problems (under the key `masalah`), strings/<language>.kunci.yml what
each key of an author's file is for. Other parts are texts that one room alone needs.
"""

from __future__ import annotations

import copy
import functools
import operator
from collections.abc import Mapping
from pathlib import Path
from string import Formatter
from typing import Any

import yaml

HERE = Path(__file__).parent
DEFAULT_LANGUAGE = "id"
"""The language used before a book's own is known."""


class Strings:
    """The texts of one language, looked up by dotted keys such as `tahap.waktu`."""

    def __init__(self, language: str, texts: Mapping[str, Any]) -> None:
        self.language = language
        self._texts = texts

    def tree(self, key: str) -> Any:
        """The raw value at a dotted key; KeyError names the key that is missing."""
        value: Any = self._texts
        for step in key.split("."):
            if not isinstance(value, Mapping) or step not in value:
                raise KeyError(f"strings/{self.language}.yml has no text {key!r}")
            value = value[step]
        return value

    def __call__(self, key: str, /, **words: object) -> str:
        """The text at a key with its placeholders filled."""
        text = str(self.tree(key))
        return text.format_map(words) if words else text

    def number(self, number: int) -> str:
        """A small number in words: `dua`; digits where the language file has no word for it."""
        words: list[str] = self.tree("angka.kata")
        return words[number - 1] if 1 <= number <= len(words) else str(number)

    def has(self, key: str) -> bool:
        """Whether the language file holds this key."""
        try:
            self.tree(key)
        except KeyError:
            return False
        return True

    def with_own(self, own: Mapping[str, str]) -> Strings:
        """These texts with the book's own in their place, by dotted keys."""
        texts: dict[str, Any] = copy.deepcopy(dict(self._texts))
        for key, text in own.items():
            *above, last = key.split(".")
            functools.reduce(operator.getitem, above, texts)[last] = text
        return Strings(self.language, texts)


def placeholders(text: str) -> set[str]:
    """The names of the places in a text that the engine fills.

    A place that it could not fill plainly, such as `{nomor!r}`, and a lone brace count under other names.
    """
    try:
        places = [found for found in Formatter().parse(text) if found[1] is not None]
    except ValueError:
        return {text}
    return {f"{name}{rule}{way or ''}" for _, name, rule, way in places}


def languages() -> list[str]:
    """The languages that have texts."""
    return sorted(file.name.removesuffix(".masalah.yml") for file in HERE.glob("*.masalah.yml"))


@functools.cache
def load(language: str) -> Strings:
    """Read the texts of a language; FileNotFoundError when it has none."""
    texts = _read(HERE / f"{language}.yml")
    return Strings(language, {**texts, "masalah": _read(HERE / f"{language}.masalah.yml")})


@functools.cache
def part(language: str, name: str) -> Strings:
    """The texts of strings/<language>.<name>.yml, which only those who ask for them read."""
    return Strings(language, _read(HERE / f"{language}.{name}.yml"))


def descriptions(language: str) -> dict[str, dict[str, str]]:
    """The purpose of each key, by the class that declares it and the key as authors write it."""
    return _read(HERE / f"{language}.kunci.yml")


def _read(path: Path) -> dict[str, Any]:
    with path.open(encoding="utf-8") as file:
        texts: dict[str, Any] = yaml.load(file, Loader=yaml.CSafeLoader)
    return texts
