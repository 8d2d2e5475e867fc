"""Compares what the inventory names with what a page of the book shows a participant."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import yaml
from lxml import etree
from lxml.html import HtmlElement

from handbook.render.renderer import Renderer
from tests.conftest import article

HERE = Path(__file__).parent
LABELS = "th|label|legend|caption|h1|h2|h3|h4|figcaption|dt|strong|li|p|td"
STEM = 5


@dataclass(frozen=True)
class Item:
    """Something that the print has: where it should stand in this book, and its words there."""

    target: str
    words: str


def facts(number: int) -> dict[str, Any]:
    """The distilled inventory of a module."""
    found: dict[str, Any] = yaml.safe_load((HERE / f"modul-{number:02}.yml").read_text(encoding="utf-8"))
    return found


@cache
def successors() -> dict[str, Any]:
    """Items elsewhere or otherwise in this book, each with its reason."""
    found: dict[str, Any] = yaml.safe_load((HERE / "successors.yml").read_text(encoding="utf-8"))
    return found


def plain(text: str) -> str:
    """Words only: no capitals, numbers, punctuation or leading letter of a list."""
    text = text.casefold()
    for printed, ours in successors()["ejaan"].items():
        text = re.sub(rf"\b{printed}\b", ours, text)
    words = re.findall(r"[^\W\d_]+", text)
    return " ".join(words[1:] if len(words) > 1 and re.fullmatch(r"[a-z]|[ivx]+", words[0]) else words)


def stems(text: str) -> set[str]:
    """The beginnings of a text's longer words."""
    return {word[:STEM] for word in plain(text).split() if len(word) >= STEM}


def shown(renderer: Renderer, target: str) -> list[str]:
    """The plain words of each label, heading and paragraph on a target's page; of a form, on its sheet."""
    memo: dict[str, list[str]] = renderer.book.memo.setdefault("shown", {})
    found = renderer.book.targets.get(target)
    if found and target not in memo:
        root = article(renderer, found.page)
        sheets = root.xpath("//form") if target.startswith("ik-") else []
        memo[target] = [text for part in sheets or [root] for text in _texts(part)]
    return memo.get(target, [])


def _texts(root: HtmlElement) -> Iterator[str]:
    for kicker in root.xpath("//span[@class='kicker']"):
        kicker.text, kicker[:] = "", []
    for element in root.iter(etree.Element):
        if re.fullmatch(LABELS, str(element.tag)):
            yield plain("".join(str(text) for text in element.itertext()))


def stands(words: str, texts: list[str]) -> bool:
    """Whether a label heads one of the texts; those of several words may also stand within."""
    label = plain(words)
    if any(f"{text} ".startswith(f"{label} ") for text in texts):
        return True
    return " " in label and any(f" {label} " in f" {text} " for text in texts)
