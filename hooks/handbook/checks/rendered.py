"""Pages as Markdown makes them: nothing but allowed elements, attributes and addresses.

Turning all texts into pages costs seconds. A check of the sources therefore looks at the pages that
hold anything out of the ordinary; building, the preview and the checks of the products at all of them.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from functools import lru_cache
from html import unescape
from typing import Any
from urllib.parse import unquote

from handbook.book import Book, Page, kept
from handbook.book.attachments import is_published
from handbook.checks.links import OUTSIDE, leads_somewhere
from handbook.checks.nesting import too_deep
from handbook.memory.keys import engine, fingerprint
from handbook.problem import Kind, Place, Problems, problem
from handbook.source.allowed import SHORT, Address, Refused
from handbook.source.mdtext import MarkdownText

_PLAIN_CODE = re.compile(r"^```[\w-]*\n(?:(?!```).*\n)*```[ \t]*$|(?<![`\\])`[^`\n]+`(?!`)", re.M)
"""Code that everybody understands alike."""
_ODD = (
    re.compile(rf"<(?!/?(?:{'|'.join(SHORT)})>|br ?/>|https?://[^\s<>\"]*>|[\s\d=])"),
    re.compile(r"\{(?!#[\w-]+\})"),
    re.compile(r"\](?:\(|:)[ \t<]*(?:[/\\]{2}|(?!https?://|mailto:|tel:)[^) \n]{0,300}[:&\\%])|\]\([ \t]*\n"),
    re.compile(r"\][^\[\]\n]*\]\("),
    re.compile(r"\n[ \t>*+-]+\[[^\]\n]+\]:"),
)
"""Anything but plain text and plain links; each begins with a letter that is found fast."""
_PAIRED = re.compile(rf"<(?P<end>/?)(?P<name>{'|'.join(set(SHORT) - {'br'})})>|\n[ \t]*\n")
_TOKEN = re.compile(r"[^\s()<>\[\]\"]+")


def check(book: Book) -> Problems:
    """HTML and addresses that are refused, on pages with more than plain text and plain links."""
    return judged(book, (page for page in book.pages.values() if _is_odd(book, page)))


@kept
def _is_odd(_: Book, page: Page) -> bool:
    return is_odd(page.text.body)


def judged(book: Book, pages: Iterable[Page] | None = None) -> Problems:
    """HTML and addresses that are refused on `pages`; on all pages of the book when none are given."""
    for page in pages if pages is not None else book.pages.values():
        if not page.text.body or any(too_deep(page.text)):
            continue
        addresses, refused = _converted(book, page.text.body)
        dead = [item for item in addresses if _is_dead(book, page, item)]
        known = {link.target for link in (*page.text.links, *page.text.images)}
        yield from refusals(page.text, (item for item in refused if item.words not in known))
        yield from _dead(page.text, (item for item in dead if unquote(item.target) not in known))


def _converted(book: Book, body: str) -> tuple[list[Address], list[Refused]]:
    """The addresses in a text and what is refused of it, once it is HTML."""

    def convert() -> list[list[list[Any]]]:
        from handbook.source.dialect import author_markdown  # costs a moment that most checks need not pay

        md: Any = author_markdown()
        md.convert(body)
        return [[list(item) for item in found] for found in (md.addresses, md.refused)]

    addresses, refused = book.store.facts(fingerprint("converted", engine(), body), convert)
    return [Address(*item) for item in addresses], [Refused(*item) for item in refused]


def is_odd(body: str) -> bool:
    """Whether a text must be converted to HTML to know what it contains."""
    return not _is_plain(body) and not _is_plain(_PLAIN_CODE.sub("", body))


def _is_plain(text: str) -> bool:
    """Whether a text contains nothing that could be refused; elements are closed in their order."""
    if any(pattern.search(text) for pattern in _ODD):
        return False
    opened: list[str] = []
    for match in _PAIRED.finditer(text):
        name = match["name"]
        if name and not match["end"]:
            opened.append(name)
        elif (name or opened) and (not opened or opened.pop() != name):
            return False
    return not opened


def refusals(text: MarkdownText, refused: Iterable[Refused]) -> Problems:
    """A problem for each refused tag or address of a text, at the place where it is written."""
    seen: Counter[str] = Counter()
    found = list(refused)
    opened = [match[1] for item in found if (match := re.match(r"<([\w-]+)\s", item.words))]
    for item in found:
        if item.words.startswith("</") and item.words[2:-1] in set(opened) & set(SHORT):
            continue  # it closes what was refused
        place = _place(text, item, seen[item.words])
        seen[item.words] += 1
        shown = " ".join(item.words.split())[:60]
        if item.is_address:
            yield problem(place, Kind.ADDRESS_FORBIDDEN, kata=shown)
        else:
            yield problem(place, Kind.HTML_RAW, kata=shown, boleh=", ".join(SHORT))


def _place(text: MarkdownText, item: Refused, nth: int) -> Place:
    """The place of the words in the source, outside code if possible; else the start of the text."""
    for words in _spellings(item):
        for source in (text.without_code, text.body):
            starts = _starts(source, words)
            if starts:
                return text.place(starts[min(nth, len(starts) - 1)])
    for token in _TOKEN.finditer(text.body) if item.is_address else ():
        if _plain(item.words) == _plain(token[0]):
            return text.place(token.start())
    return Place(text.path, text.body_line)


@lru_cache(maxsize=8)
def _starts(source: str, words: str) -> list[int]:
    """All offsets of some words in a text; cached, since they are asked for repeatedly."""
    return [match.start() for match in re.finditer(re.escape(words), source)]


def _spellings(item: Refused) -> Iterator[str]:
    yield item.words
    if not item.is_address and not item.words.startswith("<"):
        name, _, value = item.words.partition("=")
        yield from (word for word in (value, *value.split()[:1], name) if word)


def _plain(address: str) -> str:
    return re.sub(r"[\x00-\x20\\]", "", unquote(unescape(address))).lower()


def _is_dead(book: Book, page: Page, address: Address) -> bool:
    """Whether an address within the book leads nowhere."""
    target = unquote(address.target)
    if OUTSIDE.match(target) or target.startswith(("data:", "#fn", "//")) or ":" in target.partition("/")[0]:
        return False
    if address.is_picture:
        return not is_published(book, page.uri_of(target))
    return not leads_somewhere(book, page, target)


def _dead(text: MarkdownText, dead: Iterable[Address]) -> Problems:
    """Links and pictures with a dead address that only the Markdown parser finds."""
    seen: Counter[str] = Counter()
    for item in dead:
        place = _place(text, Refused(item.target, is_address=True), seen[item.target])
        seen[item.target] += 1
        yield problem(place, Kind.IMAGE_MISSING if item.is_picture else Kind.LINK_DEAD, kata=item.target)
