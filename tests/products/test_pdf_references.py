"""References in the PDF: links land where their words say, and the printed page is the page they land on."""

from __future__ import annotations

import re
from collections import Counter

import pytest

from tests.products.paper import Link, Paper

pytestmark = pytest.mark.pdf

PRINTED = re.compile(r"\(hlm\.\s+([^)\s]+)\)")


@pytest.fixture(scope="module")
def links(paper: Paper) -> list[Link]:
    """All links inside the book."""
    return list(paper.links())


def printed_after(link: Link) -> str | None:
    """The page that is printed right after a link's words, which may be broken over lines."""
    words = r"\W*".join(re.findall(r"\w", link.words))
    found = re.match(rf"\W*{words}\W*\(hlm\.\s+(?P<label>[^)\s]+)\)", link.following)
    return found["label"] if found else None


def test_every_printed_page_is_where_its_link_lands(paper: Paper, links: list[Link]) -> None:
    pairs = [(link, label) for link in links if (label := printed_after(link))]
    assert len(pairs) > 200
    wrong = [
        (paper.labels[link.page], link.words, label, paper.labels[link.target])
        for link, label in pairs
        if label != ("ini" if link.target == link.page else paper.labels[link.target])
    ]
    assert wrong == []


def test_every_printed_page_belongs_to_a_link(paper: Paper, links: list[Link]) -> None:
    """None stands alone, none is printed twice after its link."""
    surplus = {}
    for page, text in enumerate(paper.texts):
        own = Counter(printed_after(link) for link in links if link.page == page)
        surplus[paper.labels[page]] = Counter(PRINTED.findall(text)) - own - carried_over(paper, links, page)
    assert {label: dict(extra) for label, extra in surplus.items() if extra} == {}


def carried_over(paper: Paper, links: list[Link], page: int) -> Counter[str | None]:
    """The page printed at the very top, when a link that the page before it ends with leads there."""
    first = PRINTED.match(paper.texts[page])
    open_ends = [link for link in links if link.page == page - 1 and printed_after(link) is None]
    targets = {paper.labels[link.target] for link in open_ends}
    return Counter([first[1]] if first and first[1] in targets else [])


def test_stage_3_leads_to_the_form(paper: Paper, links: list[Link]) -> None:
    start, end = paper.page_of("tahap-2-3"), paper.page_of("bacaan-2-1")
    found = [link for link in links if start <= link.page < end and link.words == "IK 2.1"]
    assert found
    for link in found:
        assert re.search(r"IK 2\.1\s+Diagnosis Pemenuhan Hak di Kecamatan", paper.texts[link.target])
    said = [label for link in found if (label := printed_after(link))]  # once in each passage
    assert said
    assert set(said) == {paper.labels[found[0].target]}


def test_row_and_column_lead_to_the_sheet_itself(paper: Paper, links: list[Link]) -> None:
    sheet = paper.page_of("ik-2-1-formulir")
    found = {link.target for link in links if link.words == "baris IV" and link.page != sheet}
    assert found == {sheet}


def test_no_page_of_the_contents_stands_on_a_line_alone(paper: Paper) -> None:
    pages = range(paper.page_of("daftar-isi"), paper.page_of("prakata"))
    lines = [line for page in pages for line in paper.texts[page].splitlines()]
    assert len([line for line in lines if re.search(r"\S \w+-\d+$", line)]) > 200
    assert [line for line in lines if re.fullmatch(r"\W*\w+-\d+", line)] == []


def test_contents_lead_to_the_pages_they_print(paper: Paper, links: list[Link]) -> None:
    page = paper.page_of("daftar-isi")
    landings = dict.fromkeys((link.words, link.target) for link in links if link.page == page)
    labels = re.findall(r"(?:\. |\s)((?:P|L|J|\d+)-\d+)(?=\s*(?:\r?\n|$))", paper.texts[page])
    assert len(labels) > 15
    assert labels == [paper.labels[target] for _, target in landings]
