"""Joins the site's small style and script files, without comments and blanks.

Scripts become classic scripts: module scripts do not run from file://.
"""

import hashlib
import json
import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

import yaml
from rcssmin import cssmin
from rjsmin import jsmin

ORDER = "order.yml"
"""Beside the files: each of them, in order, with the names of the joined files that have it."""
TOKENS = ("tokens.css", "accents.css")
"""The files in which colours are written, and nowhere else."""
ELSEWHERE = {"worker", "preview", "search", "slides", "marks", "runsheet"}
"""Joined styles and scripts that no page of the site has: each is written to a place of its own."""
_NAME = re.compile(r'"(\w+)"')
_FUNCTION = "(function () {{\n'use strict';\n{code}\n}})();\n"


def styles(theme: Path) -> dict[str, str]:
    """The joined style sheets by their names."""
    return {name: str(cssmin("\n".join(files))) for name, files in _joined(theme / "css").items()}


def scripts(theme: Path) -> dict[str, str]:
    """The joined scripts by their names; each file is a function of its own."""
    return {
        name: str(jsmin("".join(_FUNCTION.format(code=code) for code in files)))
        for name, files in _joined(theme / "js").items()
    }


def _joined(folder: Path) -> dict[str, list[str]]:
    """The texts of each joined file, in the order that is written beside them."""
    order: dict[str, str] = yaml.load((folder / ORDER).read_bytes(), Loader=yaml.CSafeLoader)
    joined: dict[str, list[str]] = {}
    for file, names in order.items():
        for name in names.split():
            joined.setdefault(name, []).append((folder / file).read_text(encoding="utf-8"))
    return joined


def colours(theme: Path, token: str) -> list[str]:
    """A colour of the style sheets for what they do not reach: by day first, then by night."""
    texts = ((theme / "css" / name).read_text(encoding="utf-8") for name in TOKENS)
    return [str(colour).lower() for text in texts for colour in re.findall(rf"--{token}: (#\w+)", text)]


def forms_script(forms: Mapping[str, str]) -> str:
    """All blank forms as markup by id, for a page that prints many of them."""
    return f"window.HandbookForms = {json.dumps(forms, ensure_ascii=False, sort_keys=True)};\n"


def known_to_scripts(data: Mapping[str, object]) -> str:
    """The data of the book for the scripts of the pages."""
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
    """A short hash of the files, put behind their addresses so that caches do not mix old and new."""
    return hashlib.sha256("\0".join(texts).encode()).hexdigest()[:8]
