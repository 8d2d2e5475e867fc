"""While serving: problems are shown at the top of every page, and no mistake stops the preview.

The banner is a script of its own that each page loads, so that pages that stay as they are show it too.
"""

import json
import logging
from collections.abc import Callable, Iterable
from html import escape
from pathlib import Path

from handbook.book.report import Reporter, causes_first
from handbook.problem import Problem, Severity

SCRIPT = "assets/pratinjau.js"
SHOWN = 5
"""Causes in the banner; the others are counted."""
_WAITING = """<!doctype html>
<html lang="{language}"><head><meta charset="utf-8"><title>{title}</title></head>
<body><h1>{title}</h1>{items}<script src="{script}"></script></body></html>
"""
log = logging.getLogger("mkdocs.hooks.handbook")


def tell(problems: Iterable[Problem], reporter: Reporter) -> None:
    """Log the problems that stop a build where the host counts them."""
    for item in problems:
        level = logging.WARNING if reporter.severity(item) is Severity.ERROR else logging.INFO
        log.log(level, reporter.line(item))


def box(item: Problem, reporter: Reporter) -> str:
    """A problem as a box above the page that has it."""
    words = escape(_words(item, reporter))
    place = escape(str(item.place))
    return f'<div class="problem" role="alert"><p class="problem-place">{place}</p><p>{words}</p></div>'


def banner(problems: Iterable[Problem], reporter: Reporter) -> dict[str, object]:
    """The data of the banner: a title, the first causes with their places, the number of further ones."""
    s, items = reporter.strings, causes_first(problems)
    rest = len(items) - SHOWN
    return {
        "title": s("pratinjau.judul", jumlah=len(items)) if items else "",
        "items": [[str(item.place), _words(item, reporter)] for item in items[:SHOWN]],
        "more": s("pratinjau.lagi", jumlah=rest) if rest > 0 else s("pratinjau.lama"),
    }


def failure(error: BaseException, reporter: Reporter) -> dict[str, object]:
    """The data of the banner when the preview could not be built."""
    words = " ".join(str(error).split()) or type(error).__name__
    return {"title": reporter.strings("pratinjau.gagal"), "items": [["", words[:300]]], "more": ""}


def write(site: Path, said: dict[str, object], script: str) -> None:
    """Write the banner's script into a site."""
    file = site / SCRIPT
    file.parent.mkdir(parents=True, exist_ok=True)
    data = json.dumps(said, ensure_ascii=False)
    file.write_text(f"window.HandbookProblems = {data};\n{script}", encoding="utf-8")


def waiting(problems: Iterable[Problem], reporter: Reporter) -> str:
    """The only page as long as no book could be read."""
    words = [f"{item.place}: {_words(item, reporter)}" for item in causes_first(problems)]
    title = escape(reporter.strings("pratinjau.menunggu"))
    items = "".join(f"<p>{escape(line)}</p>" for line in words)
    return _WAITING.format(language=reporter.strings.language, title=title, items=items, script=SCRIPT)


def never_failing(build: Callable[[], None], failed: Callable[[BaseException], None]) -> Callable[[], None]:
    """A build that never fails: after a failure the server would answer no request until the next build."""

    def built() -> None:
        try:
            build()
        except (Exception, SystemExit) as error:
            log.exception("preview")
            failed(error)

    return built


def _words(item: Problem, reporter: Reporter) -> str:
    return f"{reporter.message(item)} {reporter.mend(item)}"
