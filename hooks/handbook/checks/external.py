"""Asks the addresses outside the book, on demand: in parallel, politely, and each once a week."""

import json
import re
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from handbook.book import Book
from handbook.problem import Kind, Place, Problems, problem

_ADDRESS = re.compile(r"https?://[^\s<>()\[\]\"'`]+[^\s<>()\[\]\"'`.,;:!?]")
_WEEK = 7 * 24 * 3600
_AGENT = "handbook-link-check/1 (polite; one request per address)"
CACHE = ".cache/alamat.json"


def dead_addresses(book: Book, seconds: float = 10) -> Problems:
    """Addresses that do not answer; good answers are remembered for a week in .cache/."""
    places = dict(_addresses(book))
    remembered = _remembered(book.root / CACHE)
    waiting = [address for address in places if address not in remembered]
    with ThreadPoolExecutor(max_workers=4) as pool:
        answers = dict(zip(waiting, pool.map(lambda address: _ask(address, seconds), waiting), strict=True))
    good = {address: time.time() for address, cause in answers.items() if not cause}
    _remember(book.root / CACHE, {**remembered, **good})
    for address, cause in answers.items():
        if cause:
            yield problem(places[address], Kind.LINK_OUTSIDE_DEAD, kata=address, sebab=cause)


def _addresses(book: Book) -> Iterator[tuple[str, Place]]:
    for page in book.pages.values():
        for match in _ADDRESS.finditer(page.text.visible):
            yield match.group(), page.text.place(match.start())


def _ask(address: str, seconds: float) -> str:
    """The reason that an address does not answer; empty when it does."""
    request = urllib.request.Request(address, headers={"User-Agent": _AGENT}, method="HEAD")
    try:
        with urllib.request.urlopen(request, timeout=seconds):
            return ""
    except urllib.error.HTTPError as error:
        return "" if error.code in (403, 405, 429) else str(error.code)
    except (OSError, ValueError) as error:
        return str(getattr(error, "reason", error))


def _remembered(file: Path) -> dict[str, float]:
    try:
        known: dict[str, float] = json.loads(file.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return {address: asked for address, asked in known.items() if time.time() - asked < _WEEK}


def _remember(file: Path, known: dict[str, float]) -> None:
    file.parent.mkdir(exist_ok=True)
    file.write_text(json.dumps(known, indent=1, sort_keys=True), encoding="utf-8")
