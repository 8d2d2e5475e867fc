"""The page labels of the printed book, by target: where a class with books opens them."""

from collections.abc import Mapping
from pathlib import Path

import pikepdf
from pikepdf import NameTree

PRINTED = "dist/buku-peserta.pdf"
"""The last printing of the book, below its folder."""


def page_labels(pdf: Path) -> Mapping[str, str]:
    """The label of the page on which each named place begins; none when there is no such file."""
    if not pdf.is_file():
        return {}
    with pikepdf.open(pdf) as book:
        labels = {page.obj.objgen: page.label for page in book.pages}
        places = NameTree(book.Root.Names.Dests)
        return {name: labels[place[0].objgen] for name, place in places.items() if place[0].objgen in labels}
