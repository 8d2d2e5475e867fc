"""The conditions for publishing an edition; each says in words what is missing."""

import json
import subprocess
from collections.abc import Iterator
from pathlib import Path

from handbook.archive import archive
from handbook.book import Book
from handbook.book.approvals import State, states
from handbook.render.lists.changes import LIST
from handbook.settings import FILE
from handbook.source.files import ASIDE
from handbook.source.mdtext import Heading

NAME_LISTS = "peserta"
"""The folder for names of participants, which no edition may hold."""
KEPT_THERE = (".gitkeep", "README.md")
TESTS = ".cache/hasil-uji.json"


def conditions(book: Book, edition: str, errors: int, tests: Path, *, draft: bool) -> dict[str, str]:
    """The words for what each condition of this edition lacks, none when it is met.

    They go by their keys in the texts under `rilis`. A draft need not be finished nor approved; what is not
    marked as one says that it is, and needs the approval of every module.
    """
    found = {
        "edisi": _edition(book, edition),
        "tanda": _tag(book.root, edition),
        "abadi": ", ".join(touched(book.root)),
        "bersih": "\n".join(changed_files(book.root)[:5]),
        "naskah": str(errors) if errors else "",
        "uji": _tested(book.root, tests),
        "catatan": _entry(book, edition),
        "nama": ", ".join(name_lists(book.root)),
    }
    unfinished = [str(plan.number) for plan in book.settings.modules if plan.status != "terbit"]
    finished = {"terbit": ", ".join(unfinished), "pengesahan": _unapproved(book)}
    approved = {"pengesahan_modul": _unapproved_modules(book)}
    if draft:
        return found if book.settings.is_draft else found | approved
    return found | finished | approved


def _unapproved(book: Book) -> str:
    """The fault of the approval: missing, or older than the text that it approves."""
    approval = book.settings.book.approval
    if approval is None:
        return f"{FILE}: buku.pengesahan"
    changed = git(book.root, "log", "-1", "--format=%cs", "--", "docs", f":(exclude){ASIDE}")
    newest = max(changed, book.settings.book.date.isoformat())
    sah = approval.date.isoformat()
    return book.settings.strings("rilis.usang", sah=sah, ubah=newest) if sah < newest else ""


def _unapproved_modules(book: Book) -> str:
    """The modules whose text of today nobody has approved, each with the approval that a change revoked."""
    return "; ".join(_fault(book, state) for state in states(book) if not state.holds)


def _fault(book: Book, state: State) -> str:
    s, name = book.settings.strings, state.plan.folder
    if state.approval is None:
        return s("pengesahan.tak_ada", modul=name)
    own = state.approval
    return s("pengesahan.gugur", modul=name, nama=own.name, jabatan=own.position, tanggal=own.date)


def _edition(book: Book, edition: str) -> str:
    """The settings name this edition, and it is newer than those that are kept."""
    if book.settings.book.edition != edition:
        return f"handbook.yml: edisi: {book.settings.book.edition}"
    newest = next(reversed(archive.stored(book.root)), None)
    is_new = newest is None or archive.order(newest) < archive.order(edition)
    return "" if is_new else f"{archive.FOLDER}/{newest}"


def _tag(root: Path, edition: str) -> str:
    """The reason why git cannot record: the tag exists already, or no author is configured."""
    try:
        git(root, "var", "GIT_COMMITTER_IDENT")
    except subprocess.CalledProcessError:
        return "git config user.name, user.email"
    return git(root, "tag", "--list", f"edisi-{edition}")


def touched(root: Path) -> list[str]:
    """Kept editions that are not as their tags have them: what is published never changes."""
    tagged = (name for name in archive.stored(root) if git(root, "tag", "--list", f"edisi-{name}"))
    places = ((name, f"{archive.FOLDER}/{name}") for name in tagged)
    return [place for name, place in places if git(root, "diff", "--name-only", f"edisi-{name}", "--", place)]


def changed_files(root: Path) -> list[str]:
    """Files that git does not know in this state."""
    return git(root, "status", "--porcelain").splitlines()


def git(root: Path, *arguments: str) -> str:
    """The output of a git command; CalledProcessError when it fails."""
    done = subprocess.run(["git", "-C", root, *arguments], check=True, capture_output=True, text=True)
    return done.stdout.strip()


def _tested(root: Path, file: Path) -> str:
    """Whether the tests of this very commit passed."""
    try:
        result = json.loads(file.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return f"{TESTS} – ./scripts/test"
    here = git(root, "rev-parse", "HEAD")
    if result.get("commit") != here or result.get("clean") is not True:
        return f"{str(result.get('commit'))[:12]} ≠ {here[:12]}"
    return "" if result.get("passed") is True else "./scripts/test"


def _entry(book: Book, edition: str) -> str:
    """The heading that the page of changes lacks for the edition."""
    title = book.settings.strings("buku.edisi", edisi=edition)
    return "" if any(heading.title == title for heading in _headings(book)) else title


def _headings(book: Book) -> Iterator[Heading]:
    for page in book.pages.values():
        if page.has_block("daftar", LIST):
            yield from page.text.headings


def name_lists(root: Path) -> list[str]:
    """Lists of names that stand in the folder for them."""
    found = (root / NAME_LISTS).glob("*")
    return sorted(f"{NAME_LISTS}/{path.name}" for path in found if path.name not in KEPT_THERE)
