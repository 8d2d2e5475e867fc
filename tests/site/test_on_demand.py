"""A preview that draws what is asked for shows, after any edit, what a preview that begins anew shows."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterable
from pathlib import Path
from random import Random
from typing import Any

import pytest
from mkdocs.commands.build import build
from mkdocs.config import load_config

from handbook.book.read import read
from handbook.memory.store import CACHE
from handbook.site import freshness
from handbook.site.host import settings
from handbook.site.on_demand import OnDemand, PreviewState
from handbook.site.preview import SCRIPT as BANNER
from handbook.site.search.files import INDEX
from tests.conftest import ENGLISH_BOOK, PROJECT
from tests.memory.edits import OF_ENGINE, Desk
from tests.sources import copy_texts

SAVED_ONCE = ("luring/", "sw.js")
"""Files for readers who save the site: they are made once for a preview."""


class QuietPreview:
    """A preview of a book without a network; `made` counts its builds."""

    def __init__(self, root: Path, site: Path) -> None:
        self._root, self.site, self.made = root, site, 0
        self.state = PreviewState(is_live=True)
        self.doors = OnDemand(self.state, self._build, self._serve, "/")
        self._build()

    def _build(self) -> None:
        self.made += 1
        freshness.KEPT.__dict__ = self.state.__dict__  # the hook that the host loaded holds this object
        file, told = settings(self._root)
        os.environ.update(told)
        config = load_config(config_file=str(file), site_dir=str(self.site))
        build(config, serve_url="http://127.0.0.1:8000/", dirty=True)

    def _serve(self, environ: dict[str, Any], _: object) -> Iterable[bytes]:
        file = self.site / environ["PATH_INFO"].removeprefix("/")
        return [file.read_bytes()] if file.is_file() else []

    def get(self, path: str) -> bytes:
        """A file as it is answered, nothing when there is none."""
        return b"".join(self.doors.request({"PATH_INFO": f"/{path}"}, None))

    def files(self) -> set[str]:
        """All that is served, what readers save apart."""
        found = (file.relative_to(self.site).as_posix() for file in self.site.rglob("*") if file.is_file())
        return {name for name in found if not name.startswith(SAVED_ONCE)}


@pytest.fixture
def copy(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of the English book; the environment and the state of the preview come back."""
    monkeypatch.setattr(freshness.KEPT, "__dict__", freshness.KEPT.__dict__)
    for name in settings(tmp_path)[1]:
        monkeypatch.setenv(name, "")
    return copy_texts(ENGLISH_BOOK, tmp_path / "book")


def begun_anew(root: Path, folder: Path) -> QuietPreview:
    """A preview that knows nothing of earlier states."""
    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(root, folder / "book", ignore=shutil.ignore_patterns(CACHE.partition("/")[0]))
    return QuietPreview(folder / "book", folder / "site")


def differing(served: QuietPreview, anew: QuietPreview, asked: Iterable[str]) -> list[str]:
    """The files that a preview answers otherwise than one that begins anew; first the problems it tells."""
    return [name for name in (BANNER, *asked) if served.get(name) != anew.get(name)]


def compared(folder: Path, edits: int, chance: Random) -> None:
    desk = Desk(folder / "book", PROJECT, chance.randrange(1000))
    served, done = QuietPreview(desk.book, folder / "site"), []
    for number in range(edits):
        done.append(desk.edit(without=OF_ENGINE))
        served.doors.after_change()
        if read(desk.book)[1]:  # it shows the last state that could be read
            desk.undo()
            served.doors.after_change()
            continue
        anew = begun_anew(desk.book, folder / "anew")
        files = sorted(anew.files())
        asked = files if number % 4 == 1 else chance.sample(files, 4)
        assert differing(served, anew, asked) == [], done
        assert served.files() == anew.files(), done


def test_after_any_edit_what_is_asked_for_is_as_if_begun_anew(copy: Path) -> None:
    compared(copy.parent, 6, Random(18))


@pytest.mark.slow
@pytest.mark.timeout(0)
def test_after_any_edit_of_the_real_book_what_is_asked_for_is_as_if_begun_anew(copy: Path) -> None:
    shutil.rmtree(copy)
    copy_texts(PROJECT, copy)
    compared(copy.parent, 60, Random(19))


def test_a_title_is_drawn_where_one_looks_and_elsewhere_when_asked_for(copy: Path) -> None:
    served = QuietPreview(copy, copy.parent / "site")
    served.get("modul-01/tahap-1/index.html")
    form = copy / "docs/modul-01/ik-a.yml"
    form.write_text(form.read_text().replace("judul: ", "judul: Renamed ", 1))
    served.doors.after_change()
    page, made = served.site / "modul-01/tahap-2/index.html", served.made
    assert b"Renamed" in (served.site / "modul-01/ik-a/index.html").read_bytes(), "its own page"
    assert "modul-01/tahap-1/index.html" not in served.state.waiting
    assert "modul-01/tahap-2/index.html" in served.state.waiting
    before = page.read_bytes()
    assert served.get("modul-01/tahap-2/index.html") != before
    assert served.made == made + 1
    assert b"Renamed" in served.get(INDEX)
    assert not served.state.waiting
    assert served.made == made + 2
    served.get(INDEX)
    assert served.made == made + 2, "nothing is made twice"


def test_a_picture_that_is_replaced_by_an_older_file_is_copied(copy: Path) -> None:
    served = QuietPreview(copy, copy.parent / "site")
    [picture, *_] = sorted(name for name in served.files() if name.endswith(".svg") and "modul" in name)
    file = copy / "docs" / picture
    file.write_text(file.read_text().replace("</svg>", "<!-- other --></svg>"))
    os.utime(file, (0, 0))
    served.doors.after_change()
    assert b"<!-- other -->" in served.get(picture)


def test_a_page_that_is_gone_is_not_served(copy: Path) -> None:
    served = QuietPreview(copy, copy.parent / "site")
    assert served.get("modul-01/bacaan-1-1/index.html")
    index = copy / "docs/modul-01/index.md"
    index.write_text(index.read_text().replace("bacaan-1-1, ", "", 1))
    (copy / "docs/modul-01/bacaan-1-1.md").unlink()
    served.doors.after_change()
    assert not served.get("modul-01/bacaan-1-1/index.html")
