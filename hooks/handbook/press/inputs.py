"""The inputs of a part, for its cache key: HTML, targets named, files read, versions of programs."""

import ctypes
import sys
from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass, replace
from functools import cache
from importlib.metadata import version
from pathlib import Path

from lxml import html as lxml_html
from pydantic import TypeAdapter

from handbook.memory.keys import content_of, fingerprint
from handbook.memory.store import Store
from handbook.press.values import SCHEME, Anchor, Part, masked

# fmt: off
PROGRAMS = (
    "brotli", "cssselect2", "fonttools", "lxml", "pikepdf", "pillow", "pydyf", "pyphen", "tinycss2",
    "tinyhtml5", "weasyprint", "zopfli",
)
# fmt: on
LIBRARIES = (
    ("libpango-1.0.so.0", "pango_version", ctypes.c_int),
    ("libfontconfig.so.1", "FcGetVersion", ctypes.c_int),
    ("libharfbuzz.so.0", "hb_version_string", ctypes.c_char_p),
)
"""Each with the function that says its version, and with what that gives."""


@dataclass(frozen=True)
class Survey:
    """The ids in a part's HTML, and the targets that it names."""

    part: str
    ids: tuple[str, ...]
    shown: frozenset[str]
    """Targets whose page label is printed."""
    linked: frozenset[str]
    """Targets of links."""

    def restricted(self, known: Mapping[str, Anchor]) -> dict[str, Anchor]:
        """The anchors that concern the part; each figure of a label is masked as 0."""
        wanted = (key for key in sorted(self.shown | self.linked) if key in known)
        return {key: replace(known[key], label=masked(known[key].label)) for key in wanted}

    def labels(self, known: Mapping[str, Anchor]) -> dict[str, str]:
        """The labels that are printed in the part."""
        return {key: known[key].label for key in sorted(self.shown) if key in known}

    def facts(self, known: Mapping[str, Anchor]) -> list[list[str | int]]:
        """The facts of these anchors that shape the part: the existence of targets, the width of labels,
        and the targets of its own on the page that names them."""
        return [self._facts(key, anchor) for key, anchor in self.restricted(known).items()]

    def _facts(self, key: str, anchor: Anchor) -> list[str | int]:
        if key not in self.shown:
            return [key]
        return [key, anchor.label, *([anchor.page] if anchor.part == self.part else [])]


SURVEY = TypeAdapter(Survey)


def kept_survey(part: Part, store: Store | None) -> Survey:
    """The survey of a part, made once for the same HTML."""
    key = fingerprint("survey", programs(), part.name, part.html)
    found = store.get(key) if store else None
    with suppress(ValueError, TypeError):  # whole, but of another shape: forged
        return SURVEY.validate_python(found and found[0])
    made = survey(part)
    if store:
        store.put(key, SURVEY.dump_python(made, mode="json"))
    return made


def survey(part: Part) -> Survey:
    """The ids and the targets named in a part's HTML."""
    elements = [element for element in lxml_html.document_fromstring(part.html).iter() if element.attrib]
    linked = (element.get("href") for element in elements)
    shown = (element.get("data-target") for element in elements)
    return Survey(
        part=part.name,
        ids=tuple(key for element in elements if (key := element.get("id")) is not None),
        shown=frozenset(key for key in shown if key),
        linked=frozenset(key.removeprefix(SCHEME).removeprefix("#") for key in linked if key),
    )


@cache
def programs() -> str:
    """A hash of the press's own code and of the versions of all libraries that it prints with."""
    own = sorted(Path(__file__).parent.rglob("*.py"))
    versions = [*map(_version, PROGRAMS), *(_library(*library) for library in LIBRARIES)]
    return fingerprint(sys.version, versions, [content_of(path) for path in own])


def _version(name: str) -> str:
    try:
        return version(name)
    except ImportError:
        return ""


def _library(name: str, function: str, gives: type) -> object:
    """The version of a library that breaks lines or chooses fonts, where it is known."""
    try:
        say = getattr(ctypes.CDLL(name), function)
    except (OSError, AttributeError):
        return sys.platform
    say.restype = gives
    return say()


class Files:
    """The contents of files as hashes, each file read once in a run; a missing one has none."""

    def __init__(self, base: Path) -> None:
        self._base = base.resolve()
        self._known: dict[str, str] = {}

    def digests(self, names: Iterable[str]) -> dict[str, str]:
        """The hash of each file's content."""
        return {name: self._digest(name) for name in names}

    def _digest(self, name: str) -> str:
        if name not in self._known:
            self._known[name] = content_of(self._base / name)
        return self._known[name]
