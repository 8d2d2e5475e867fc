"""The message with which a reader proposes a correction: book, edition and page are filled in.

A script of the page puts the paragraph in; without it the reader copies the sentence.
"""

from urllib.parse import quote

from handbook.book import Book, Page
from handbook.site.navigation import window_title

PARAGRAPH = "{alinea}"
MESSAGE = "{pesan}"


def proposal(book: Book, page: Page | None, url: str = "") -> dict[str, str]:
    """The data of a page's foot; `link` is empty while the book has no address for proposals."""
    s, own = book.settings.strings, book.settings.book
    title = window_title(page, book) if page else own.short_title
    address = own.address + url or "/"
    subject = s("usulan.perihal", judul=title)
    message = s("usulan.pesan", buku=book.settings.book_line, judul=title, alamat=address)
    plain = message.replace(PARAGRAPH, s("usulan.tanpa_alinea"))
    to = template(own.proposals, subject)
    return {
        "link": to.replace(MESSAGE, quote(plain)),
        "template": to,
        "subject": subject,
        "message": message,
        "nowhere": s("usulan.tanpa_alamat"),
    }


def template(address: str, subject: str) -> str:
    """The address with a place for the message; a mailbox becomes a mailto: link."""
    if "@" not in address or address.startswith("https://"):
        return address
    return f"mailto:{quote(address, safe='@+')}?subject={quote(subject)}&body={MESSAGE}"
