"""Places on pages of the site for what only the print tells: files and their sizes, the fate of older sheets.

Pages are drawn while the book is still being printed. `site/filling.py` fills their places when it is there.
"""

from handbook.html import Element, e

ELEMENT = "from-print"
"""The name of their element, which has none of HTML's own names."""
FILES, OLDER, COPIES = "berkas", "lembar-lama", "salin"
"""The kinds of places: the files that print a page, sheets of earlier editions, forms to copy again."""


def place(kind: str, about: str) -> Element:
    """An empty place of a kind; `about` is the id of the page or the name of the edition that it is about."""
    return e(ELEMENT, data_of=f"{kind} {about}")
