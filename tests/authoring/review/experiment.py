"""Random reviews of modules: what somebody did in a word processor against what comes back.

The places are looked for in the sources as texts; the words that must come out are those of the edited
document with the changes taken in its own XML. Neither asks the engine.
"""

from __future__ import annotations

import random
import re
import subprocess
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from handbook.authoring.review.copies import read_copy
from handbook.authoring.review.exporting import exported
from handbook.authoring.review.proposals import Feedback, Verdict, gathered, written
from handbook.book import Book
from handbook.book.read import read
from handbook.problem import Place
from tests.authoring.review.reviewer import KINDS, WORDS, Desk, accepted, random_words, style_of, text_of, w
from tests.conftest import lines_of

LONGEST = 40
"""Letters of a paragraph by which its line is found."""


MARKUP = (
    *("yaml-", "kepala-", "kunci-", "nilai-salah", "blok-", "tautan-terputus", "daftar-rusak", "pagar-"),
    *("kode-menjorok", "tanda-tak-ditutup", "judul-bergaris", "tabel-rusak", "sel-hilang", "html-mentah"),
)
"""Kinds of problems that broken Markdown or YAML has; words taken away may well break a rule of content."""


REMARKED = 4
"""Comments of each document that are on running text, of which some is gone or moved when they come back."""


@dataclass
class Deed:
    """A deed of one reviewer: kind, file, the paragraph's text and the first word concerned."""

    kind: str
    path: str
    text: str
    word: str


@dataclass
class Figures:
    """The findings of a run."""

    deeds: int = 0
    right: int = 0
    comments: int = 0
    rewritten: int = 0
    """Comments whose paragraph went or moved in the sources meanwhile."""
    exact: int = 0
    """Comments whose column stands on the very word."""
    gone: int = 0
    """Comments whose paragraph is no longer in the sources."""
    lost: list[str] = field(default_factory=list)
    wrong: list[str] = field(default_factory=list)
    taken: int = 0
    refused: list[str] = field(default_factory=list)
    broken: list[str] = field(default_factory=list)
    texts: list[tuple[str, list[str], list[str]]] = field(default_factory=list)
    """For each module the texts that must come out and those that did."""


Pass = Callable[[Path], Path]
"""The way of a file through another program."""


def office(path: Path) -> Path:
    """The file saved again by LibreOffice."""
    folder = path.parent / "disimpan"
    profile = f"-env:UserInstallation=file://{path.parent / 'profil'}"
    kind = "docx:MS Word 2007 XML"
    command = ["soffice", profile, "--headless", "--convert-to", kind, "--outdir", str(folder), str(path)]
    subprocess.run(command, check=True, capture_output=True, timeout=300)
    return folder / path.name


def run(root: Path, subjects: list[str], count: int, seed: int, through: Pass = lambda path: path) -> Figures:
    """Review some modules of a book at random and take everything that can be taken."""
    chance, found = random.Random(seed), Figures()
    for subject in subjects:
        _one(root, subject, count, chance, found, through)
    return found


def _one(root: Path, subject: str, count: int, chance: random.Random, found: Figures, through: Pass) -> None:
    folder = root.parent / "telaah"
    folder.mkdir(exist_ok=True)
    sent, back = folder / f"{subject}.docx", folder / f"{subject}-kembali.docx"
    sent.write_bytes(exported(_book(root), subject))
    desk = Desk(sent)
    deeds = dict(_review(desk, count, chance, subject))
    desk.save(back)
    gone, put = _rewrite(root, deeds, chance)
    book = _book(root)
    review = gathered(book, [read_copy(through(back))])
    found.rewritten += len(gone) + len(put)
    found.gone += len(gone)
    _count(root, review, deeds, found, gone)
    taken = _take(book, review)
    found.taken += len(taken)
    found.refused += [
        f"{p.place} {deeds[name].kind} {p.reason} {p.old[:60]}"
        for p in review.proposals
        for name in p.change.who
        if name not in taken
    ]
    found.broken += [line for line in lines_of(root) if any(f"[{kind}" in line for kind in MARKUP)]
    (folder / "sesudah.docx").write_bytes(exported(_book(root), subject))
    aside = {_flat(deeds[name].text) for name in [*gone, *put]}
    texts = (
        accepted(desk.root, taken.__contains__),
        accepted(Desk(folder / "sesudah.docx").root, lambda _: True),
    )
    want, got = ([text for text in side if text not in aside] for side in texts)
    found.texts.append((subject, want, got))


def _book(root: Path) -> Book:
    """A book as it can be read; titles changed at random may well break a rule of content."""
    book = read(root)[0]
    assert book is not None
    return book


def _take(book: Book, review: Feedback) -> set[str]:
    """Take what can be taken; the reviewers who were heard."""
    texts = written(book, [item for item in review.proposals if item.verdict is Verdict.OPEN])
    for path, text in texts.items():
        (book.root / path).write_text(text, encoding="utf-8")
    return {name for item in review.proposals if item.verdict is Verdict.TAKEN for name in item.change.who}


def _review(desk: Desk, count: int, chance: random.Random, subject: str) -> Iterator[tuple[str, Deed]]:
    """Do something to so many paragraphs, each by a reviewer of its own."""
    paths = _paths(desk)
    left = [p for p in desk.paragraphs() if "\n" not in text_of(p)]
    chance.shuffle(left)
    for number in range(count):
        who, paragraph = f"Penelaah {subject} {number}", left.pop()
        kind = chance.choice(KINDS)
        if number < REMARKED and (plain := [p for p in left if style_of(p) == "BodyText"]):
            kind, paragraph = "comment", plain[-1]
            left.remove(paragraph)
        if paragraph.getparent().tag == w("tc") and kind in ("remove", "add", "move"):
            kind = "replace"
        text = text_of(paragraph)
        start, end = random_words(chance, text)
        target = _target(paragraph, left, paths) if kind == "move" else None
        if kind == "move" and target is None:
            kind = "delete"
        path = paths[paragraph]
        _do(desk, kind, paragraph, (start, end), chance.choice(WORDS), who, target)
        yield who, Deed(kind, path, text, text[start:end].split()[0])


def _do(
    desk: Desk, kind: str, paragraph: Any, span: tuple[int, int], words: str, who: str, target: Any
) -> None:
    start, end = span
    match kind:
        case "comment":
            desk.comment(paragraph, start, end, who, f"Komentar {who}")
        case "insert":
            desk.insert(paragraph, end, f" {words}", who)
        case "delete":
            desk.delete(paragraph, start, end, who)
        case "replace":
            desk.replace(paragraph, start, end, words, who)
        case "remove":
            desk.remove(paragraph, who)
        case "add":
            desk.add(paragraph, f"Paragraf baru {words}", who)
        case "move":
            desk.move(paragraph, target, who)


def _target(paragraph: Any, left: list[Any], paths: dict[Any, str]) -> Any:
    """Another paragraph of the same look and file, taken out of those that are left."""
    for other in left:
        is_alike = style_of(other) == style_of(paragraph) and paths[other] == paths[paragraph]
        if is_alike and other.getparent().tag != w("tc"):
            left.remove(other)
            return other
    return None


def _paths(desk: Desk) -> dict[Any, str]:
    """The file that each paragraph is from, as the document says it above its first paragraph."""
    found, path = {}, ""
    for paragraph in desk.root.iter(w("p")):
        path = text_of(paragraph) if style_of(paragraph) == "TelaahBerkas" else path
        found[paragraph] = path
    return found


def _rewrite(root: Path, deeds: dict[str, Deed], chance: random.Random) -> tuple[list[str], list[str]]:
    """Change the sources meanwhile: some paragraphs with comments go, some move to the end of their page."""
    names = [name for name, deed in deeds.items() if deed.kind == "comment" and _line_alone(root, deed)]
    chance.shuffle(names)
    gone, put = names[:1], names[1:3]
    for name in [*gone, *put]:
        file = root / deeds[name].path
        text = file.read_text(encoding="utf-8")
        line = _line_alone(root, deeds[name])
        rest = text.replace(f"\n{line}\n", "\n", 1)
        file.write_text(f"{rest.rstrip()}\n\n{line}\n" if name in put else rest, encoding="utf-8")
    return gone, put


def _line_alone(root: Path, deed: Deed) -> str:
    """The line of a paragraph that stands alone between empty lines, where it is the only one like it."""
    text = (root / deed.path).read_text(encoding="utf-8")
    alone = [line for line in text.split("\n\n") if "\n" not in line and _flat(deed.text) == _flat(line)]
    is_prose = bool(alone) and re.match(r"\w|\*\*\w", alone[0]) is not None and deed.path.endswith(".md")
    return alone[0] if len(alone) == 1 and is_prose and text.count(alone[0]) == 1 else ""


def _count(root: Path, review: Feedback, deeds: dict[str, Deed], found: Figures, gone: list[str]) -> None:
    places: dict[str, list[Place]] = {}
    for remark in review.remarks:
        places.setdefault(remark.who, []).append(remark.place)
    for proposal in review.proposals:
        for name in proposal.change.who:
            places.setdefault(name, []).append(proposal.place)
    for stray in review.strays:
        places.setdefault(stray.who, []).append(stray.place)
    for name, deed in deeds.items():
        found.deeds += 1
        found.comments += deed.kind == "comment"
        if name not in places:
            found.lost.append(f"{name} {deed}")
        elif name in gone or _is_right(root, places[name][0], deed):
            found.right += 1
            found.exact += (
                deed.kind == "comment" and name not in gone and _is_exact(root, places[name][0], deed)
            )
        else:
            found.wrong.append(f"{places[name][0]} {deed}")


def _is_right(root: Path, place: Place, deed: Deed) -> bool:
    """Whether the line holds the paragraph's first words."""
    lines = (root / deed.path).read_text(encoding="utf-8").split("\n")
    wanted = _flat(deed.text)[:LONGEST]
    numbers = [number for number, line in enumerate(lines, 1) if wanted in _flat(line)]
    return place.path == deed.path and place.line in numbers


def _is_exact(root: Path, place: Place, deed: Deed) -> bool:
    line = (root / deed.path).read_text(encoding="utf-8").split("\n")[place.line - 1]
    return _flat(line[place.column - 1 :]).startswith(_flat(deed.word)[:3])


def _flat(text: str) -> str:
    """A text without markup, quotation marks and doubled spaces."""
    text = re.sub(r"\]\([^)]*\)|\]\[[^\]]*\]|</?q>|\\|[*\[“”\"]", "", text).replace("''", "'")
    return " ".join(text.split())
