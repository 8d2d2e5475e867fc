"""A law is cited by its right number, year and name; a revoked one only beside a note on the law."""

import datetime
import re

from handbook.book import Book, Use, all_uses
from handbook.book.uses import in_legal_notes
from handbook.content.regulation import Regulation
from handbook.mentions.patterns import alternatives
from handbook.problem import Kind, Problems, problem
from handbook.strings import Strings

_GONE = ("dicabut", "diganti")


def _before_name(strings: Strings) -> re.Pattern[str]:
    """The name of a law after what the book's language puts before it."""
    about = alternatives(strings.tree("kalimat.tentang"))
    return re.compile(rf"\s+(?:{about})\s+(?P<name>(?:[^.;:()\[\]\n|\0]|\n(?!\s*\n))+)")


def check(book: Book) -> Problems:
    """Unknown laws, wrong names and articles, revoked laws without a note, stale checks."""
    known = {item.id: item for item in book.regulations}
    if not known:
        return
    names = _before_name(book.settings.strings)
    for use in all_uses(book):
        law = known.get(use.mention.id)
        if use.mention.kind == "peraturan" and law:
            yield from _citation(use, law, names)
            yield from _revoked(book, use, law)
    yield from _stale(book)


def _citation(use: Use, law: Regulation, names: re.Pattern[str]) -> Problems:
    words, article = use.mention.plain, use.mention.article
    if article and article not in law.articles:
        known = ", ".join(law.articles) or "-"
        yield problem(use.place, Kind.REGULATION_ARTICLE, kata=words, pasal=known, peraturan=law.short)
    name = names.match(use.text, use.mention.end)
    if name and not _is_name(name["name"], law.subject):
        given = " ".join(name["name"].split())[:80]
        place = use.locate(name.start("name"))
        yield problem(place, Kind.REGULATION_NAME, kata=given, peraturan=law.short, harap=law.subject)


def _is_name(words: str, subject: str) -> bool:
    """The official name, or a first part of it; capitals, dashes and what follows do not matter."""
    given, official = _plain(words), _plain(subject)
    return given.startswith(official) or (len(given) >= 12 and official.startswith(given))


def _plain(words: str) -> str:
    return " ".join(re.sub(r"[^\w\s]|_", " ", words.casefold()).split())


def _revoked(book: Book, use: Use, law: Regulation) -> Problems:
    if law.status not in _GONE or use.page is None or use.page.has_block("daftar") or use.unprinted:
        return
    accepted = {law.id, *(item.id for item in book.regulations if item.short in law.replaced_by)}
    if not accepted & in_legal_notes(book, use.page):
        words = use.mention.plain
        hints = tuple(law.replaced_by)
        yield problem(use.place, Kind.REGULATION_REVOKED, hints, kata=words, status=law.status)


def _stale(book: Book) -> Problems:
    """Entries whose last check is older than handbook.yml allows, counted to the edition's date."""
    limit = datetime.timedelta(days=book.settings.checked_within_days)
    for index, item in enumerate(book.regulations):
        if item.checked and book.settings.book.date - item.checked > limit:
            place = book.place_in("peraturan", "peraturan", index, "diperiksa")
            yield problem(place, Kind.REGULATION_STALE, kata=item.short, tanggal=item.checked)
