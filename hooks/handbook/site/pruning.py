"""The theme's style without the rules that no page of a finished site can use.

A rule goes when it names a class that stands in no page and no script; every reader would
load it before the first line of text appears. The file gets a name of its content, so that
no old copy stands in for it.
"""

import hashlib
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import tinycss2

from handbook.memory.keys import engine, fingerprint
from handbook.memory.store import Store

_SHEETS = "assets/stylesheets"
_WORD = re.compile(r"[\w-]+")
_CLASS = re.compile(r"\.(-?[A-Za-z_][\w-]*)")
_CONDITION = re.compile(r":(?:not|is|where)\([^()]*\)")
_BETWEEN = re.compile(r",(?![^(\[]*[)\]])")


def prune(site: Path, store: Store) -> None:
    """Rewrite the theme's main style of a finished site, and its address in every page."""
    [sheet] = (site / _SHEETS).glob("main.*.min.css")
    style = sheet.read_text(encoding="utf-8")
    classes = set(_CLASS.findall(style))
    pages = {path: path.read_text(encoding="utf-8") for path in sorted(site.rglob("*.html"))}
    scripts = (path.read_text(encoding="utf-8") for path in site.rglob("*.js"))
    words = {word for text in (*pages.values(), *scripts) for word in _named(text, classes, store)}
    key = fingerprint("style", engine(), style, sorted(words))
    kept = store.facts(key, lambda: "".join(_used(tinycss2.parse_stylesheet(style), words)))
    name = f"main.{hashlib.sha256(kept.encode()).hexdigest()[:8]}.min.css"
    sheet.with_name(f"{sheet.name}.map").unlink(missing_ok=True)
    sheet.unlink()
    sheet.with_name(name).write_text(kept, encoding="utf-8")
    for path, text in pages.items():
        path.write_text(text.replace(sheet.name, name), encoding="utf-8")


def _named(text: str, classes: set[str], store: Store) -> list[str]:
    """The classes of the style that a text names."""
    key = fingerprint("classes", sorted(classes), text)
    return store.facts(key, lambda: sorted(classes.intersection(_WORD.findall(text))))


def _used(rules: list[Any], words: set[str]) -> Iterator[str]:
    """The rules that a page may use, as text; comments are dropped."""
    for rule in rules:
        if rule.type == "qualified-rule":
            selectors = [one for one in _BETWEEN.split(tinycss2.serialize(rule.prelude)) if _fits(one, words)]
            if selectors:
                yield f"{','.join(selectors)}{{{tinycss2.serialize(rule.content)}}}"
        elif rule.type == "at-rule" and rule.lower_at_keyword in ("media", "supports"):
            inner = "".join(_used(tinycss2.parse_rule_list(rule.content), words))
            if inner:
                yield f"@{rule.at_keyword}{tinycss2.serialize(rule.prelude)}{{{inner}}}"
        elif rule.type == "at-rule":
            yield rule.serialize()


def _fits(selector: str, words: set[str]) -> bool:
    """Whether every class that a selector requires is used; classes in `:not()` and `:is()` do not count."""
    return words.issuperset(_CLASS.findall(_CONDITION.sub("", selector)))
