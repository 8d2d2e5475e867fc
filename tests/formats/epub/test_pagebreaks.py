"""The beginnings of printed pages in the text, found from what stands on them."""

from __future__ import annotations

import random
from xml.etree.ElementTree import Element, fromstring, tostring

import pytest

from handbook.formats.epub.chapters import Chapter
from handbook.formats.epub.pagebreaks import PrintedPage, Text, letters, mark, starts
from handbook.strings import load


def chapter(html: str) -> Chapter:
    return Chapter("bab", "Bab", "page", fromstring(f"<section>{html}</section>"))


def page(label: str, *lines: str, names: tuple[str, ...] = ()) -> PrintedPage:
    return PrintedPage(label, lines, names)


def marked(html: str, *pages: PrintedPage) -> str:
    """The chapter with a bar and the label at each mark."""
    made = chapter(html)
    mark(Text([made]), pages, load("id"))
    for element in made.body.iter("span"):
        if element.get("role") == "doc-pagebreak":
            label = element.get("aria-label", "").removeprefix("Halaman ")
            tail = element.tail
            element.clear()
            element.tag, element.tail = f"hal-{label}", tail
    inside = tostring(made.body, encoding="unicode").removeprefix("<section>").removesuffix("</section>")
    return inside.replace("<hal-", "|").replace(" />", "|")


CASES = {
    "between blocks": (
        "<p>Tanah yang hidup menahan air.</p><p>Akar pohon menahan tanah itu.</p>",
        [page("1", "Tanah yang hidup menahan air."), page("2", "Akar pohon menahan tanah itu.")],
        "|1|<p>Tanah yang hidup menahan air.</p>|2|<p>Akar pohon menahan tanah itu.</p>",
    ),
    "within a paragraph and a word in slanted letters": (
        "<p>Tanah yang hidup <em>menahan air lama</em> sekali.</p>",
        [page("1", "Tanah yang hidup me-"), page("2", "nahan air lama sekali.")],
        "|1|<p>Tanah yang hidup <em>me|2|nahan air lama</em> sekali.</p>",
    ),
    "a short last line of the page before": (
        "<p>Akar pohon menahan tanah itu.</p><p>Air mengalir pelan di bawahnya.</p>",
        [page("1", "Akar pohon menahan tanah", "itu."), page("2", "Air mengalir pelan di", "bawahnya.")],
        "|1|<p>Akar pohon menahan tanah itu.</p>|2|<p>Air mengalir pelan di bawahnya.</p>",
    ),
    "a short first line": (
        "<p>Akar pohon menahan tanah itu.</p><h2>Air</h2><p>Air mengalir pelan di bawahnya.</p>",
        [page("1", "Akar pohon menahan tanah itu."), page("2", "Air", "Air mengalir pelan di bawahnya.")],
        "|1|<p>Akar pohon menahan tanah itu.</p>|2|<h2>Air</h2><p>Air mengalir pelan di bawahnya.</p>",
    ),
    "the head of a table stands again on the next page": (
        "<table><thead><tr><th>Nama tanaman sayur</th></tr></thead>"
        "<tbody><tr><td>Kangkung berdaun lebar</td></tr>"
        "<tr><td>Bayam merah berdaun kecil</td></tr></tbody></table>",
        [
            page("1", "Nama tanaman sayur", "Kangkung berdaun lebar"),
            page("2", "Nama tanaman sayur", "Bayam merah berdaun kecil"),
        ],
        "|1|<table><thead><tr><th>Nama tanaman sayur</th></tr></thead>"
        "<tbody><tr><td>Kangkung berdaun lebar</td></tr>"
        "<tr><td>|2|Bayam merah berdaun kecil</td></tr></tbody></table>",
    ),
    "an empty page, and a last one without words": (
        "<p>Tanah yang hidup menahan air.</p><p>Akar pohon menahan tanah itu.</p>",
        [
            page("1", "Tanah yang hidup menahan air."),
            page("2"),
            page("3", "Akar pohon menahan tanah itu."),
            page("4"),
        ],
        "|1|<p>Tanah yang hidup menahan air.</p>|2||3|<p>Akar pohon menahan tanah itu.|4|</p>",
    ),
    "marks of items and numbers of pages that the text does not have": (
        "<ol><li>Tanah yang hidup dan sehat</li><li>Akar pohon menahan tanah</li></ol>",
        [page("1", "1. Tanah yang hidup dan sehat 2-14"), page("2", "2. Akar pohon menahan tanah")],
        "|1|<ol><li>Tanah yang hidup dan sehat</li><li>|2|Akar pohon menahan tanah</li></ol>",
    ),
    "what is drawn later on a page is not what begins it": (
        "<h1>Menanam sayur</h1><p>Tanah yang hidup menahan air.</p>"
        "<h2>Akar pohon besar</h2><p>Ia menahan tanah.</p>",
        [
            page("1", "Tanah yang hidup menahan air.", "Menanam sayur"),
            page("2", "Ia menahan tanah.", "Akar pohon besar", "Menanam sayur"),
        ],
        "|1|<h1>Menanam sayur</h1><p>Tanah yang hidup menahan air.</p>"
        "|2|<h2>Akar pohon besar</h2><p>Ia menahan tanah.</p>",
    ),
    "the same words on a later page that has a name": (
        '<p>Lihat bahan bacaan.</p><h1 id="b">Bahan bacaan satu</h1><p>Isi bacaan yang panjang.</p>',
        [page("1", "Lihat bahan bacaan.", "Bahan bacaan satu"), page("2", "Bahan bacaan satu", names=("b",))],
        '|1|<p>Lihat bahan bacaan.</p>|2|<h1 id="b">Bahan bacaan satu</h1><p>Isi bacaan yang panjang.</p>',
    ),
}


@pytest.mark.parametrize("name", CASES)
def test_a_page_begins_at_its_first_element_or_letter(name: str) -> None:
    html, pages, expected = CASES[name]
    assert marked(html, *pages) == expected


def test_marks_of_a_chapter_stand_in_its_list_in_their_order() -> None:
    made = chapter("<p>Tanah yang hidup menahan air.</p><p>Akar pohon menahan tanah itu.</p>")
    pages = [
        page("1", "Tanah yang hidup menahan air."),
        page("2"),
        page("3", "Akar pohon menahan tanah itu."),
    ]
    mark(Text([made]), pages, load("id"))
    assert made.breaks == [("1", "hal-1"), ("2", "hal-2"), ("3", "hal-3")]
    marks: list[Element] = [item for item in made.body.iter("span") if item.get("role")]
    assert [item.get("id") for item in marks] == ["hal-1", "hal-2", "hal-3"]


@pytest.mark.parametrize("seed", range(40))
def test_any_text_cut_into_pages_is_cut_at_the_same_letters(seed: int) -> None:
    """Words that never come twice, in random elements; pages of random length, their lines in any order."""
    dice = random.Random(seed)
    words = [f"{dice.choice('bcdfghjklm')}a{number}{dice.choice('nprstvwz')}i" for number in range(400)]
    texts, done = [], 0
    while done < len(words):
        size = dice.randint(3, 30)
        texts.append(" ".join(words[done : done + size]))
        done += size
    tag = dice.choice(["p", "li", "dd"])
    text = Text([chapter("".join(f"<{tag}>{item}</{tag}>" for item in texts))])
    pages: list[PrintedPage] = []
    expected, done = [], 0
    while done < len(words):
        size = dice.randint(8, 60)
        on_page = words[done : done + size]
        lines = [" ".join(on_page[n : n + 4]) for n in range(0, len(on_page), 4)]
        dice.shuffle(lines)
        expected.append(len(letters("".join(words[:done]))))
        pages.append(page(str(len(pages)), *lines))
        done += size
    assert starts(text, pages) == expected
