"""The options of a pack, parsed and bounded; every refusal has its own words."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from handbook.html import Paper
from handbook.packs.clock import Break, break_of, in_order, minutes_of
from handbook.packs.namefile import rows_of
from handbook.packs.people import People, people_of
from handbook.problem import RefusedError
from handbook.settings import Settings

MOST = 500
"""The most participants of a pack."""
MOST_SPARE = 50
"""The most people more than expected."""
ZONES = ("wib", "wita", "wit")
ALL = "all"
PackPart = Literal["all", "open", "closed"]
_SEED = re.compile(r"[\w.:-]{1,40}")


@dataclass(frozen=True)
class PackOptions:
    """All options of a pack. `groups` is None where the book or the size decides."""

    modules: tuple[int, ...]
    participants: int
    facilitators: int
    start: int
    zone: str
    paper: Paper
    breaks: tuple[Break, ...]
    friday: Break | None
    groups: int | None
    expanded: bool
    seed: str
    people: People
    duplex: bool = True
    """Whether the printer prints on both sides; without that every sheet has one."""
    own_breaks: bool = False
    """Whether the pauses were given as options: then one outside the session gets a warning."""
    spare: int = 0
    """People more than expected, for whom there are sheets too."""
    part: PackPart = "all"
    """All sheets of a pack; or all but tests and their key; or these alone."""
    with_book: bool = True
    """Whether every participant has the printed book: then what it holds to read is not printed again."""
    printed_book: Path | None = None
    """The file of the printed book, of which the run-sheet names pages."""

    @property
    def facilitator_copies(self) -> int:
        """Copies of what each facilitator needs."""
        return self.facilitators

    @property
    def for_everybody(self) -> int:
        """Copies of what each participant gets, with the spare ones."""
        return self.participants + self.spare


def parse_options(given: Mapping[str, object], settings: Settings) -> PackOptions:
    """The options of a command line; `given` has texts, flags and None for what was not given."""
    people = _people(given.get("names"), settings)
    participants = _participants(given.get("participants"), people, settings)
    own = [break_of(text) for text in _texts(given.get("break_"))]
    usual = [break_of(text) for text in settings.session.breaks]
    friday = break_of(settings.session.friday) if given.get("friday") else None
    breaks = [pause for pause in own or usual if friday is None or not pause.meets(friday)]
    return PackOptions(
        modules=_modules(str(given["module"]), settings),
        participants=participants,
        facilitators=len(people.facilitators) or settings.session.facilitators,
        start=minutes_of(str(_said(given.get("start"), settings.session.start))),
        zone=_one_of(_said(given.get("zone"), settings.session.zone), ZONES, "zona"),
        paper=_paper(_said(given.get("paper"), settings.book.paper)),
        breaks=in_order([*breaks, *([friday] if friday else [])]),
        friday=friday,
        groups=_groups(given.get("groups"), participants),
        expanded=bool(given.get("expanded")),
        seed=_seed(_said(given.get("seed"), settings.book.edition)),
        people=people,
        own_breaks=bool(own),
        spare=_spare(_said(given.get("spare"), settings.session.spare)),
        with_book=settings.session.with_book and not given.get("no_book"),
        printed_book=_printed(given.get("printed_book")),
    )


def _said(value: object, usual: object) -> object:
    """The value given, also an empty one; else the usual value."""
    return usual if value is None else value


def _texts(value: object) -> Sequence[str]:
    return [str(item) for item in value] if isinstance(value, list | tuple) else []


def _people(path: object, settings: Settings) -> People:
    return people_of(rows_of(Path(str(path))), settings.strings) if path else People()


def _participants(text: object, people: People, settings: Settings) -> int:
    """The number of participants asked for, else that of the list of names."""
    named = len(people.participants)
    if people.all and not named:
        raise RefusedError("nama_kosong")
    if text is None:
        return _number(str(named), "peserta") if named else settings.session.participants
    wanted = _number(str(text), "peserta")
    if named > wanted:
        raise RefusedError("nama_lebih", nama=named, peserta=wanted)
    return wanted


def _number(text: str, key: str) -> int:
    number = int(text) if re.fullmatch(r"\d{1,9}", text.strip()) else 0
    if not 1 <= number <= MOST:
        raise RefusedError(key, kata=text, paling=MOST)
    return number


def _spare(value: object) -> int:
    text = str(value).strip()
    if not re.fullmatch(r"\d{1,3}", text) or int(text) > MOST_SPARE:
        raise RefusedError("cadangan", kata=text, paling=MOST_SPARE)
    return int(text)


def _printed(path: object) -> Path | None:
    return Path(str(path)) if path else None


def _groups(text: object, participants: int) -> int | None:
    if text is None:
        return None
    number = _number(str(text), "kelompok")
    if number > participants:
        raise RefusedError("kelompok_lebih", kelompok=number, peserta=participants)
    return number


def _paper(value: object) -> Paper:
    try:
        return Paper(str(value))
    except ValueError:
        raise RefusedError("kertas", kata=value, boleh=", ".join(Paper)) from None


def _one_of(value: object, known: Sequence[str], key: str) -> str:
    word = str(value).strip().lower()
    if word not in known:
        raise RefusedError(key, kata=value, boleh=", ".join(known))
    return word


def _seed(value: object) -> str:
    text = str(value).strip()
    if not _SEED.fullmatch(text):
        raise RefusedError("benih", kata=text[:40])
    return text


def _modules(text: str, settings: Settings) -> tuple[int, ...]:
    """One module by its number, or all that are written."""
    written = [plan.number for plan in settings.modules if not plan.planned]
    if text.strip().lower() == ALL:
        return tuple(written)
    match = re.fullmatch(r"(?:modul-?)?0*(\d{1,3})", text.strip().lower())
    plan = settings.plan(int(match[1])) if match else None
    if plan is None:
        raise RefusedError("modul", kata=text, boleh=", ".join(map(str, written)))
    if plan.planned:
        raise RefusedError("modul_rencana", kata=plan.number, boleh=", ".join(map(str, written)))
    return (plan.number,)
