"""A key that does not say who may read it is never published: a type of questions is added to an engine."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from tests.conftest import MINIBOOK, PROJECT, keeping_together
from tests.products.words import letters
from tests.release.publishing import CHANGES

QUIZ = "docs/modul-02/kuis-2.yml"
SECRET = "Gajah ungu rekaan menyimpan semua benih di loteng pasar."
"""A text for facilitators only."""
HINT = "Penyu bandara rekaan membawa tujuh layang-layang basah pulang."
"""A text in the key of the self-check."""
PUBLIC = "Siapa penjaga benih rekaan?"
"""A text beside it, for all readers."""
QUESTION = f"""
  - id: penjaga
    jenis: teka-teki
    mengukur: 2.1.1
    bagian: bacaan-2-1#memilih-tanah
    tanya: {PUBLIC}
    jawaban: [gajah]
    sandi: {SECRET}
    petunjuk: {HINT}
    pembahasan: Namanya rekaan.
"""
KIND = '''"""`teka-teki`: a question with a key of its own."""

from __future__ import annotations

from typing import Literal
from xml.etree.ElementTree import Element

from pydantic import Field

from handbook.content.questions.short import Short
from handbook.html import Context, e
from handbook.source.authored import ForAll, ForFacilitators, InKey, Prose


class Riddle(Short):
    kind: ForAll[Literal["teka-teki"]] = Field(alias="jenis")
    secret: {type} = Field(alias="sandi")
    hint: InKey[Prose] = Field(alias="petunjuk")

    def controls(self, name: str, context: Context, /) -> Element:
        return e("div", super().controls(name, context), {drawn})
'''


def engine(root: Path, type_: str, drawn: str = "None") -> Path:
    """A copy of the engine with a type of questions more, whose key has a type and may be drawn."""
    shutil.copytree(PROJECT / "overrides", root / "overrides")
    hooks = shutil.copytree(PROJECT / "hooks", root / "hooks", ignore=shutil.ignore_patterns("__pycache__"))
    kinds = hooks / "handbook" / "content" / "questions" / "kinds.py"
    words = KIND.replace("{type}", type_).replace("{drawn}", drawn)
    (kinds.parent / "riddle.py").write_text(words, encoding="utf-8")
    listed = "from handbook.content.questions.riddle import Riddle\n"
    edit(kinds, "from handbook.content.questions.short", f"{listed}from handbook.content.questions.short")
    edit(kinds, "| Short", "| Riddle | Short")
    return hooks


def edit(file: Path, old: str, new: str) -> None:
    text = file.read_text(encoding="utf-8")
    assert text.count(old) == 1, f"{file.name}: {old}"
    file.write_text(text.replace(old, new), encoding="utf-8")


def book(root: Path) -> Path:
    """The minibook with such a question, and a page of changes since an edition that had none."""
    made = keeping_together(shutil.copytree(MINIBOOK, root / "buku"))
    kept = made / "editions" / "2025.1"
    shutil.copytree(made / "docs", kept / "docs")
    shutil.copy(made / "handbook.yml", kept)
    (kept / "fingerprints.json").write_text(json.dumps({"addresses": [], "units": []}))
    (made / "docs" / "perubahan.md").write_text(CHANGES, encoding="utf-8")
    edit(made / "handbook.yml", "depan: [index.md]", "depan: [index.md, perubahan.md]")
    with (made / QUIZ).open("a", encoding="utf-8") as file:
        file.write(QUESTION)
    settings = (PROJECT / "mkdocs.yml").read_text(encoding="utf-8")
    settings = settings.replace("custom_dir: overrides", "custom_dir: !ENV HANDBOOK_OVERRIDES")
    settings = settings.replace("hooks: [hooks/mkdocs_hooks.py]", "hooks: [!ENV HANDBOOK_HOOK]")
    (made / "mkdocs.yml").write_text(settings, encoding="utf-8")
    return made


def run(hooks: Path, command: str, *arguments: str, root: Path) -> subprocess.CompletedProcess[str]:
    """A command of that engine on that book."""
    call = [sys.executable, "-m", "handbook.commands", command, *arguments, "--root", str(root)]
    own = {
        "PYTHONPATH": str(hooks),
        "HANDBOOK_HOOK": str(hooks / "mkdocs_hooks.py"),
        "HANDBOOK_OVERRIDES": str(hooks.parent / "overrides"),
        "NO_MKDOCS_2_WARNING": "1",
    }
    return subprocess.run(call, env={**os.environ, **own}, capture_output=True, text=True, check=False)


def words_of(file: Path) -> str:
    """All that can be read in a product."""
    if file.suffix == ".pdf":
        return subprocess.run(["pdftotext", file, "-"], check=True, capture_output=True, text=True).stdout
    if file.suffix == ".zip":
        with zipfile.ZipFile(file) as packed:
            return " ".join(packed.read(name).decode("utf-8", "replace") for name in packed.namelist())
    return file.read_text(encoding="utf-8", errors="replace")


def files(root: Path) -> list[Path]:
    """All that was made for participants: site, PDF files, ZIP, and the sheets of a session."""
    made = [*(root / "site").rglob("*"), *(root / "dist").rglob("*")]
    return [path for path in made if path.is_file() and not path.stem.endswith("-kunci")]


def test_it_is_refused_when_the_engine_is_loaded(tmp_path: Path) -> None:
    root = book(tmp_path)
    done = run(engine(tmp_path, "Prose"), "build", root=root)
    assert done.returncode == 1
    assert "content.questions.riddle.Riddle.secret" in done.stderr.splitlines()[-1]
    assert not (root / "site").exists()
    assert not (root / "dist").exists()


@pytest.mark.pdf
def test_declared_as_hidden_it_is_in_no_product_for_participants(tmp_path: Path) -> None:
    root, hooks = book(tmp_path), engine(tmp_path, "ForFacilitators[Prose]")
    for done in (run(hooks, "build", root=root), run(hooks, "pack", "2", root=root)):
        assert done.returncode == 0, done.stdout + done.stderr
    made = {path.relative_to(root).as_posix(): letters(words_of(path)) for path in files(root)}
    for words in (SECRET, HINT):
        assert [name for name, text in made.items() if letters(words) in text] == []
    shown = {name for name, text in made.items() if letters(PUBLIC) in text}
    assert {
        *("site/modul-02/kuis-2/index.html", "site/perubahan/index.html"),
        *("dist/buku-peserta.pdf", "dist/situs-luring.zip"),
    } <= shown
    assert {"site/search/index.js", "dist/paket-sesi/modul-02.pdf"} <= made.keys()


@pytest.mark.slow
@pytest.mark.pdf
def test_drawn_by_mistake_it_stops_the_build(tmp_path: Path) -> None:
    root = book(tmp_path)
    drawn = 'e("p", self.secret), e("p", self.hint)'
    done = run(engine(tmp_path, "ForFacilitators[Prose]", drawn), "build", root=root)
    assert done.returncode == 1
    leaks = [line for line in done.stdout.splitlines() if "[keluaran-bocor]" in line]
    where = {
        words: {line.split(":")[0] for line in leaks if words.rstrip(".") in line} for words in (SECRET, HINT)
    }
    assert "site/modul-02/kuis-2/index.html" in where[SECRET] - where[HINT], done.stdout
    assert "dist/buku-peserta.pdf" in where[SECRET] & where[HINT], done.stdout
    assert not (root / "site").exists()
