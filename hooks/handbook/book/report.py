"""Problems as authors read them: text, JSON and GitHub annotations."""

import json
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping

from handbook.problem import NEW_KINDS, Kind, Phrase, Place, Problem, Severity
from handbook.strings import Strings


def causes_first(problems: Iterable[Problem]) -> list[Problem]:
    """Problems that follow from no other, by place; those that cause others come first."""
    items = list(problems)
    causes = {item.cause for item in items if item.cause is not None}
    return sorted((i for i in items if i.cause is None), key=lambda i: (i.place not in causes, i.place))


class Reporter:
    """Puts problems into words of one language.

    `severities` maps kinds to a severity that differs from the usual one, as set in
    handbook.yml.
    """

    def __init__(self, strings: Strings, severities: Mapping[Kind, Severity] | None = None) -> None:
        self.strings = strings
        self.severities = severities or {}

    def severity(self, item: Problem) -> Severity:
        """The severity of a problem in this book."""
        usual = Severity.WARNING if item.kind in NEW_KINDS else Severity.ERROR
        return self.severities.get(item.kind, usual)

    def errors(self, problems: Iterable[Problem]) -> list[Problem]:
        """Those that stop a build."""
        return [item for item in problems if self.severity(item) is Severity.ERROR]

    def message(self, item: Problem) -> str:
        """The text of a problem, with the author's own words."""
        return self.strings(f"masalah.{item.kind}.pesan", **self._words(item))

    def mend(self, item: Problem) -> str:
        """The remedy of a problem; names the nearest right answers where there are any."""
        key = f"masalah.{item.kind}.perbaiki"
        if item.hints and self.strings.has(f"{key}_calon"):
            return self.strings(f"{key}_calon", calon=self._either(item.hints), **self._words(item))
        return self.strings(key, **self._words(item))

    def _words(self, item: Problem) -> dict[str, str]:
        """The values of the placeholders in a problem's texts, phrases in this language."""
        return {
            name: self.strings(f"harap.{word.key}", **dict(word.words)) if isinstance(word, Phrase) else word
            for name, word in item.words.items()
        }

    def line(self, item: Problem) -> str:
        """One line for one place: `path:line:column: message mend [kind]`."""
        mark = f", {Severity.WARNING}" if self.severity(item) is Severity.WARNING else ""
        return f"{item.place}: {self.message(item)} {self.mend(item)} [{item.kind}{mark}]"

    def text(self, problems: Iterable[Problem], *, whole: bool = False) -> str:
        """Causes first, a line each; then each kind explained once, then what to do first.

        What follows from a cause is counted under it, or stands there too when it is told to be `whole`.
        """
        items = list(problems)
        if not items:
            return self.strings("laporan.bersih") + "\n"
        followers = _followers(items)
        counts = Counter(item.kind for item in items if whole or item.cause is None)
        kinds = [kind for kind in Kind if counts[kind]]
        lines = [line for item in causes_first(items) for line in self._folded(item, followers, whole)]
        lines += ["", *(f"[{kind}] {self.strings(f'masalah.{kind}.mengapa')}" for kind in kinds)]
        first = ", ".join(f"{kind} ({counts[kind]})" for kind in kinds)
        lines += ["", self.strings("laporan.jumlah", jumlah=counts.total(), jenis=len(kinds), urutan=first)]
        return "\n".join(lines) + "\n"

    def _folded(self, item: Problem, followers: dict[Place, list[Problem]], whole: bool) -> Iterator[str]:
        """A problem and what follows from it."""
        yield self.line(item)
        below = followers.pop(item.place, [])  # only once, when two problems share a place
        if below:
            yield "    " + self.strings("laporan.karena_ini", jumlah=len(below))
        yield from (f"    {self.line(other)}" for other in below if whole)

    def json(self, problems: Iterable[Problem]) -> str:
        """A list of `{path, line, column, kind, severity, message, mend, cause}`."""
        return json.dumps([self._record(item) for item in problems], ensure_ascii=False, indent=2) + "\n"

    def github(self, problems: Iterable[Problem]) -> str:
        """Workflow commands that GitHub shows at the line of a pull request; causes only."""
        items = list(problems)
        followers = _followers(items)
        return "".join(self._annotation(item, followers) for item in causes_first(items))

    def _record(self, item: Problem) -> dict[str, object]:
        place = item.place
        return {
            "path": place.path,
            "line": place.line,
            "column": place.column,
            "kind": str(item.kind),
            "severity": str(self.severity(item)),
            "message": self.message(item),
            "mend": self.mend(item),
            "cause": str(item.cause) if item.cause else None,
        }

    def _annotation(self, item: Problem, followers: Mapping[Place, list[Problem]]) -> str:
        level = "warning" if self.severity(item) is Severity.WARNING else "error"
        place = item.place
        path = _escape(place.path).replace(",", "%2C").replace(":", "%3A")
        where = f"file={path},line={place.line},col={place.column},title={item.kind}"
        below = followers.get(item.place)
        more = " " + self.strings("laporan.karena_ini", jumlah=len(below)) if below else ""
        return f"::{level} {where}::{_escape(f'{self.message(item)} {self.mend(item)}{more}')}\n"

    def _either(self, hints: tuple[str, ...]) -> str:
        *first, last = hints
        return f" {self.strings('laporan.atau')} ".join([", ".join(first), last]) if first else last


def _followers(items: Iterable[Problem]) -> dict[Place, list[Problem]]:
    """The problems that follow from each cause, by the cause's place."""
    found: dict[Place, list[Problem]] = {}
    for item in items:
        if item.cause is not None:
            found.setdefault(item.cause, []).append(item)
    return found


def _escape(text: str) -> str:
    """Text escaped for GitHub's workflow commands (rules of actions/toolkit, command.ts)."""
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")
