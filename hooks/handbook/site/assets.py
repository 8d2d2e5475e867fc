"""Joins the site's small style and script files, without comments and blanks.

Scripts become classic scripts: module scripts do not run from file://.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from rcssmin import cssmin
from rjsmin import jsmin

_NAME = re.compile(r'"(\w+)"')
_FUNCTION = "(function () {{\n'use strict';\n{code}\n}})();\n"


def join_styles(folder: Path, names: list[str]) -> str:
    """The style files in the order listed."""
    return str(cssmin("\n".join((folder / "css" / name).read_text(encoding="utf-8") for name in names)))


def forms_script(forms: Mapping[str, str]) -> str:
    """All blank forms as markup by id, for a page that prints many of them."""
    return f"window.HandbookForms = {json.dumps(forms, ensure_ascii=False, sort_keys=True)};\n"


def join_scripts(folder: Path, names: list[str]) -> str:
    """The script files in the order listed, each in a function of its own."""
    codes = [(folder / "js" / name).read_text(encoding="utf-8") for name in names]
    return str(jsmin("".join(_FUNCTION.format(code=code) for code in codes)))


def known_to_scripts(data: Mapping[str, object]) -> str:
    """What the scripts of the pages know of the book."""
    return f"window.HandbookData = {_json(data)};\n"


def more_words(words: Mapping[str, str]) -> str:
    """Words that only one joined script needs, before it."""
    return f"Object.assign(window.HandbookData.words, {_json(words)});\n" if words else ""


def words_of(code: str, words: Mapping[str, str]) -> dict[str, str]:
    """The words that a script names: by a whole key, or by its beginning or end with `_` beside it."""
    named = set(_NAME.findall(code))
    return {key: text for key, text in words.items() if key in named or not named.isdisjoint(_halves(key))}


def _halves(key: str) -> Iterator[str]:
    """`keep_full` → `keep_`, `_full`."""
    for place in (match.start() for match in re.finditer("_", key)):
        yield key[: place + 1]
        yield key[place:]


def _json(data: Mapping[str, object]) -> str:
    return json.dumps(data, ensure_ascii=False, sort_keys=True)


def fingerprint(texts: Iterable[str]) -> str:
    """Changes when one of the files does: behind their addresses it keeps old and new apart."""
    return hashlib.sha256("\0".join(texts).encode()).hexdigest()[:8]
