"""The facts for libraries, programs and people who cannot see; the words of the menus."""

import uuid

from handbook.book import Book
from handbook.formats.epub.package import LibraryCard, MenuWords
from handbook.html import Paper

FEATURES = (
    *("structuralNavigation", "tableOfContents", "readingOrder", "alternativeText"),
    *("displayTransformability", "pageNavigation", "pageBreakMarkers"),
)
"""Terms of schema.org for what helps readers who cannot see, or not well."""


def identity(book: Book, name: str, title: str, paper: Paper) -> LibraryCard:
    """An e-book of an edition: the whole book without a `name`. The printed pages are those on a paper."""
    own = book.settings.book
    id_ = uuid.uuid5(uuid.NAMESPACE_URL, f"{own.id} {own.edition} {name}".strip())
    publisher = own.publisher.name if own.publisher else ""
    modified = f"{own.date}T00:00:00Z"
    return LibraryCard(f"urn:uuid:{id_}", title, own.language, modified, publisher, _facts(book, paper))


def _facts(book: Book, paper: Paper) -> list[tuple[str, str]]:
    s, line = book.settings.strings, book.settings.book_line
    return [
        ("schema:accessMode", "textual"),
        ("schema:accessMode", "visual"),
        ("schema:accessModeSufficient", "textual"),
        *(("schema:accessibilityFeature", feature) for feature in FEATURES),
        ("schema:accessibilityHazard", "none"),
        ("schema:accessibilitySummary", s("buku_elektronik.akses")),
        ("pageBreakSource", s("buku_elektronik.sumber", buku=line, kertas=s(f"kertas.{paper}"))),
    ]


def words(book: Book) -> MenuWords:
    """The words of the menus."""
    tree = book.settings.strings.tree("buku_elektronik")
    return MenuWords(tree["daftar_isi"], tree["daftar_halaman"], tree["tujuan"], tree["mulai"])
