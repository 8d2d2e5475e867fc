"""The book in shades of grey, as an office printer puts it on paper: every word can be read on its ground."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import pytest
from lxml import etree
from PIL import Image

from handbook.book.book import Book
from tests.products.page_kinds import BLANK, sheets
from tests.products.paper import Paper

pytestmark = pytest.mark.pdf

LEAST = 4.5  # to 1: WCAG 1.4.3
SCALE = 4
ROOM = 1.5  # points around letters
SMALL = 3.5  # points: the letters of a sheet that is shown small
OUTLINE = "ancestor-or-self::*[@stroke and @stroke != 'none']"
NEAR = 1.06  # to 1: shades that cannot be told apart on paper


@pytest.fixture(scope="module")
def pages(paper: Paper, real_book: Book) -> list[int]:
    """Of each kind the fullest page, and every page with a figure."""
    fullest: dict[str, int] = {}
    for number, sheet in enumerate(sheets(paper, real_book)):
        best = fullest.get(sheet.kind)
        if sheet.kind != BLANK and (best is None or len(paper.texts[number]) > len(paper.texts[best])):
            fullest[sheet.kind] = number
    figures = {paper.page_of(target.id) for target in real_book.targets.of_kind("gambar")}
    return sorted({0, *fullest.values(), *figures})


def test_words_are_told_from_their_ground(paper: Paper, pages: list[int]) -> None:
    assert len(pages) > 25
    faint = {paper.labels[page]: list(_faint(paper, page)) for page in pages}
    assert {label: found for label, found in faint.items() if found} == {}


def _faint(paper: Paper, page: int) -> Iterator[tuple[str, float]]:
    """The words of a page that are too near to the grey of their ground; rows of dots are none."""
    layer, height = paper.layers[page], paper.boxes[page].top
    drawn = paper.shown[page].render(scale=SCALE, grayscale=True).to_pil()
    for index in range(layer.count_rects()):
        left, bottom, right, top = layer.get_rect(index)
        words = layer.get_text_bounded(left, bottom, right, top) if top - bottom > SMALL else ""
        around = (left - ROOM, height - top - ROOM, right + ROOM, height - bottom + ROOM)
        crop = drawn.crop(tuple(round(side * SCALE) for side in around))
        if re.search(r"\w", words) and min(crop.size) > 0 and (found := _contrast(crop)) < LEAST:
            yield words, round(found, 2)


def _contrast(crop: Image.Image) -> float:
    """Between the commonest grey of a picture and the one farthest from it."""
    found = crop.histogram()
    ground = found.index(max(found))
    return max(_ratio(ground, grey) for grey, count in enumerate(found) if count)


def _ratio(one: float, other: float) -> float:
    """The contrast of two greys from 0 to 255, from 1 to 21."""
    high, low = sorted((_light(one), _light(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def _light(grey: float) -> float:
    part = grey / 255
    return part / 12.92 if part <= 0.04045 else float(((part + 0.055) / 1.055) ** 2.4)


def test_tints_of_a_figure_that_differ_in_hue_alone_have_outlines(real_book: Book) -> None:
    bare = {}
    for file in sorted(real_book.root.glob("docs/modul-*/*.svg")):
        tree: Any = etree.parse(file)
        shapes = tree.xpath("//*[starts-with(@fill, '#')]")
        greys = {shape.get("fill"): _grey(shape.get("fill")) for shape in shapes}
        alike = {
            fill
            for fill, grey in greys.items()
            for other in greys
            if fill != other and _ratio(grey, greys[other]) < NEAR
        }
        bare[f"{file.parent.name}/{file.name}"] = [
            s.get("fill") for s in shapes if s.get("fill") in alike and not s.xpath(OUTLINE)
        ]
    assert len(bare) > 10
    assert {name: fills for name, fills in bare.items() if fills} == {}


def _grey(colour: str) -> float:
    """The grey of a colour, by the weights of ITU-R BT.601 that printers use."""
    red, green, blue = (int(colour[start : start + 2], 16) for start in (1, 3, 5))
    return 0.299 * red + 0.587 * green + 0.114 * blue
