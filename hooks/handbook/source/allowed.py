"""Whitelists of elements, attributes and addresses for the HTML that Markdown made of authors' text.

The HTML is read by a grammar stricter than any browser's: whatever does not fit it is refused, so
that no two readers of it can differ. Nothing is refused because of how its source looks.
"""

import re
from collections.abc import Iterator
from html import unescape
from typing import NamedTuple

SHORT = ("q", "cite", "br", "kbd", "sub", "sup", "abbr", "s", "u")
"""Elements that authors may write as HTML, without attributes: what Markdown cannot say."""
_VOID = ("br", "hr", "img")
_CLASSES = r"[\w#.+-]+(?: [\w#.+-]+)*"
_ADDRESS = "href", "src"
# Attributes of each element, with what they may say; addresses are judged by themselves.
_ANY = {"id": r"[^\s\"&]+", "class": _CLASSES}
_PLAIN = ("p", "ul", "li", "dl", "dt", "dd", "blockquote", "pre", "code", "hr", "em", "strong", "div")
_TABLE = ("table", "thead", "tbody", "tr")
_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
_ELEMENTS: dict[str, dict[str, str]] = {
    **{name: {} for name in (*SHORT, *_HEADINGS, *_PLAIN, *_TABLE)},
    **{name: {"align": r"left|center|right"} for name in ("th", "td")},
    "ol": {"start": r"\d{1,6}"},
    "a": {"href": "", "title": r".*", "rel": r"footnote"},
    "img": {"src": "", "alt": r".*", "title": r".*"},
}
_TAG = re.compile(
    r'<(?P<end>/?)(?P<name>[a-z][a-z0-9]*)(?P<rest>(?: [A-Za-z:_-]+="[^"<>]*")*)(?P<void> ?/)?>'
)
_ATTRIBUTE = re.compile(r' (?P<name>[A-Za-z:_-]+)="(?P<value>[^"<>]*)"')
_SCHEME = re.compile(r"[a-z][a-z0-9+.-]*:")
_IGNORED = re.compile(r"[\x00-\x20\x7f]")  # browsers pass over them in an address
SCHEMES: tuple[str, ...] = ("http:", "https:", "mailto:", "tel:")


class Refused(NamedTuple):
    """Something that a page may not contain: a tag as it would be written, or an address."""

    words: str
    is_address: bool = False


class Address(NamedTuple):
    """The target of a link, or the source of a picture."""

    target: str
    is_picture: bool


def refused_in(html: str, schemes: tuple[str, ...] = SCHEMES) -> Iterator[Refused]:
    """Everything in the HTML of a page that is not on the lists, in its order."""
    opened: list[str] = []
    for match, words in _tags(html):
        if match is None:
            yield Refused(words)
        elif match["end"]:
            yield from _closed(match["name"], opened)
        else:
            if match["name"] not in _VOID:
                opened.append(match["name"])
            yield from _judged(match, schemes)
    yield from (Refused(f"<{name}>") for name in opened)


def _closed(name: str, opened: list[str]) -> Iterator[Refused]:
    """Tags that are not closed in their order; those that are closed are removed from `opened`."""
    if name not in opened:
        yield Refused(f"</{name}>")
        return
    while (last := opened.pop()) != name:
        yield Refused(f"<{last}>")


def addresses_in(html: str) -> Iterator[Address]:
    """All addresses in the HTML of a page."""
    for match, _ in _tags(html):
        for name, value in _attributes(match) if match else ():
            if name in _ADDRESS:
                yield Address(value, is_picture=name == "src")


def _tags(html: str) -> Iterator[tuple[re.Match[str] | None, str]]:
    """Every place where a tag begins, with what stands there; None where it is no tag of the grammar."""
    place = html.find("<")
    while place >= 0:
        match = _TAG.match(html, place)
        yield (
            match,
            (match[0] if match else html[place : html.find(">", place, place + 200) + 1 or place + 60]),
        )
        place = html.find("<", match.end() if match else place + 1)


def _attributes(match: re.Match[str]) -> Iterator[tuple[str, str]]:
    for attribute in _ATTRIBUTE.finditer(match["rest"]):
        yield attribute["name"], unescape(attribute["value"])


def _judged(match: re.Match[str], schemes: tuple[str, ...]) -> Iterator[Refused]:
    known = _ELEMENTS.get(match["name"])
    if known is None:
        yield Refused(match[0])
        return
    for name, value in _attributes(match):
        if name in _ADDRESS and name in known:
            if not _is_allowed(value, schemes, is_picture=name == "src"):
                yield Refused(value, is_address=True)
        elif not _fits(match["name"], name, value):
            yield Refused(f"{name}={value}")


def _fits(element: str, name: str, value: str) -> bool:
    rule = {**_ANY, **_ELEMENTS[element]}.get(name)
    return rule is not None and re.fullmatch(rule, value, re.S) is not None


def _is_allowed(address: str, schemes: tuple[str, ...], *, is_picture: bool) -> bool:
    """Whether an address is within the book or of a harmless scheme, as a browser would read it."""
    plain = _IGNORED.sub("", address).replace("\\", "/").lower()
    scheme = _SCHEME.match(plain)
    if scheme:
        return scheme[0] in schemes and not is_picture
    return not plain.startswith("//")
