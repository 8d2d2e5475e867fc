"""A review as lines with path, line and column, as JSON, as annotations of GitHub, as a minute to print."""

from collections.abc import Iterator
from typing import NamedTuple

from handbook.authoring.review.changes import Deed
from handbook.authoring.review.placing import PassageState
from handbook.authoring.review.proposals import Feedback, ProposedChange, Remark, Stray, Verdict
from handbook.authoring.review.wording import word_by_word
from handbook.problem import Place
from handbook.strings import Strings

OPEN = (Verdict.OPEN, Verdict.CONFLICT, Verdict.CHANGED, Verdict.UNWRITTEN)


class ListedRow(NamedTuple):
    """One line: its place, its kind, who said it in which copy, what it says, what became of it."""

    place: Place
    kind: str
    who: str
    when: str
    copy: str
    message: str
    outcome: str
    number: int = 0
    """The number by which a proposal is named."""


def rows(review: Feedback, s: Strings) -> list[ListedRow]:
    """Everything in a review by its place."""
    found = [_remark(remark, s) for remark in review.remarks]
    found += [_proposal(number, item, s) for number, item in enumerate(review.proposals, 1)]
    found += [_stray(stray, s) for stray in review.strays]
    return sorted(found, key=lambda row: row.place)


def _who(who: str, s: Strings) -> str:
    return who or s("telaah.tanpa_nama")


def _remark(remark: Remark, s: Strings) -> ListedRow:
    words = s("telaah.tentang", teks=remark.text, kata=remark.words) if remark.words else remark.text
    marks = [s("telaah.jawaban")] if remark.is_answer else []
    marks += [s("telaah.selesai")] if remark.is_done else []
    marks += [s(f"telaah.nasib.{remark.fate}")] if remark.fate is not PassageState.SAME else []
    outcome = ", ".join(marks)
    return ListedRow(
        remark.place,
        "komentar",
        _who(remark.who, s),
        remark.when,
        remark.copy,
        words.replace("\n", " / "),
        outcome,
    )


def _proposal(number: int, item: ProposedChange, s: Strings) -> ListedRow:
    change, names = item.change, ", ".join(item.change.who)
    old, new = item.source if any(item.source) else (item.old, item.new)
    words = word_by_word(old, new) if change.deed is Deed.CHANGE else _short(item.old)
    message = s(f"telaah.usulan.{change.deed}", kata=words)
    message += "" if change.is_tracked else " " + s("telaah.tanpa_jejak")
    reasons = [s(f"telaah.putusan.{item.verdict}")]
    reasons += [s(f"telaah.sebab.{item.reason}")] if item.reason else []
    reasons += [s("telaah.lawan", nama="; ".join(item.rivals))] if item.rivals else []
    return ListedRow(
        item.place,
        str(item.verdict),
        _who(names, s),
        change.when,
        ", ".join(item.copies),
        message,
        ": ".join(reasons),
        number,
    )


def _stray(stray: Stray, s: Strings) -> ListedRow:
    message = s("telaah.tentang", teks=s(f"telaah.lepas.{stray.reason}"), kata=_short(stray.words))
    return ListedRow(
        stray.place, "lepas", _who(stray.who, s), stray.when, stray.copy, message, s("telaah.putusan.lepas")
    )


def _short(words: str, most: int = 160) -> str:
    flat = " ".join(words.split())
    return flat if len(flat) <= most else f"{flat[: most - 1]}…"


def text(review: Feedback, s: Strings) -> str:
    """A line for each, then the sums."""
    lines = [_line(row) for row in rows(review, s)]
    counts = counted(review)
    return "\n".join([*lines, "", s("telaah.jumlah", **counts)]) + "\n"


def _line(row: ListedRow) -> str:
    mark = f"{row.kind} {row.number}" if row.number else row.kind
    outcome = f" ({row.outcome})" if row.outcome else ""
    return f"{row.place}: {row.who}: {row.message}{outcome} [{mark}]"


def counted(review: Feedback) -> dict[str, int]:
    """The sums by kind."""
    verdicts = [proposal.verdict for proposal in review.proposals]
    return {
        "komentar": len(review.remarks),
        "usul": len(verdicts),
        "diambil": verdicts.count(Verdict.TAKEN),
        "terbuka": sum(verdict in OPEN for verdict in verdicts),
        "lepas": len(review.strays),
    }


def as_json(review: Feedback, s: Strings) -> list[dict[str, object]]:
    """Records in the shape of problems, `{path, line, column, kind, severity, message, mend, cause}`."""
    return [
        {
            "path": row.place.path,
            "line": row.place.line,
            "column": row.place.column,
            "kind": row.kind,
            "severity": "catatan",
            "message": f"{row.who}: {row.message}",
            "mend": row.outcome,
            "cause": None,
            "copy": row.copy,
            "when": row.when,
        }
        for row in rows(review, s)
    ]


def github(review: Feedback, s: Strings) -> str:
    """Notices at their lines, for the page of a workflow's run."""
    return "".join(_notices(review, s))


def _notices(review: Feedback, s: Strings) -> Iterator[str]:
    for row in rows(review, s):
        place = row.place
        path = _escaped(place.path).replace(",", "%2C").replace(":", "%3A")
        where = f"file={path},line={place.line},col={place.column},title={row.kind}"
        outcome = f" ({row.outcome})" if row.outcome else ""
        yield f"::notice {where}::{_escaped(f'{row.who}: {row.message}{outcome}')}\n"


def _escaped(words: str) -> str:
    """Text escaped for GitHub's workflow commands."""
    return words.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")
