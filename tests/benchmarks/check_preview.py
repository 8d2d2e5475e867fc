"""How long an editor waits: from saving a change to seeing it, and for the PDF of one module.

Run by hand: `.venv/bin/python -m tests.benchmarks.check_preview [rounds]`, on a machine that does nothing
else; the load it ran under stands beside the figures. Like a browser it waits for the server's word that
there is something new, then loads the page again.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from pathlib import Path
from typing import NamedTuple

from tests.benchmarks.measure import say
from tests.sources import copy_texts

ROOT = Path(__file__).parents[2]
PORT, PATIENCE = 8765, 120
SITE = f"http://127.0.0.1:{PORT}/"
SHOWN_WITHIN, PRINTED_WITHIN = 0.7, 2.5
EPOCH = re.compile(r"livereload\((\d+), \d+\);")


class Edit(NamedTuple):
    """A usual edit: the file, the words that a change comes right behind, the page that shows it."""

    name: str
    file: str
    behind: str
    page: str


EDITS = (
    Edit("a sentence in a reading", "docs/modul-02/bacaan-2-1.md", "", "modul-02/bacaan-2-1/"),
    Edit("a sentence in a stage", "docs/modul-02/tahap-3.md", "", "modul-02/tahap-3/"),
    Edit("a reading's title", "docs/modul-02/bacaan-2-1.md", "judul: ", "modul-02/bacaan-2-1/"),
    Edit("a stage's title", "docs/modul-02/tahap-3.md", "judul: ", "modul-02/tahap-3/"),
    Edit("a form's title", "docs/modul-02/ik-2-1.yml", "judul: ", "modul-02/ik-2-1/"),
    Edit("a form, seen elsewhere", "docs/modul-02/ik-2-1.yml", "judul: ", "lampiran/instrumen/"),
    Edit("a question", "docs/modul-02/kuis-2.yml", "tanya: ", "modul-02/kuis-2/"),
    Edit("a term", "docs/lampiran/istilah.yml", "arti: ", "lampiran/istilah/"),
    Edit("a module's title", "docs/modul-02/index.md", "judul: ", "modul-02/"),
    Edit("handbook.yml", "handbook.yml", "judul_pendek: ", "modul-02/tahap-3/"),
)


def get(path: str) -> str:
    """An answer of the server, empty while there is none."""
    try:
        with urllib.request.urlopen(SITE + path, timeout=PATIENCE) as answer:
            return str(answer.read().decode())
    except (urllib.error.URLError, ConnectionError):
        return ""


class Server:
    """`./scripts/serve` for a copy of the book."""

    def __init__(self, root: Path) -> None:
        command = [sys.executable, "-m", "handbook.commands", "serve", "--root", str(root)]
        command += ["-a", f"127.0.0.1:{PORT}", "--livereload"]
        self._process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)

    def started(self) -> float:
        """Seconds until the first page came."""
        start = time.perf_counter()
        while "</html>" not in get("") and time.perf_counter() - start < PATIENCE:
            time.sleep(0.05)
        return time.perf_counter() - start

    def cpu(self) -> float:
        """Seconds that its process has used of a processor."""
        fields = Path(f"/proc/{self._process.pid}/stat").read_text().rpartition(")")[2].split()
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")

    def stop(self) -> None:
        self._process.terminate()
        self._process.wait(10)


def shown(server: Server, root: Path, edit: Edit, number: int) -> tuple[float, float]:
    """Make an edit on the page that one looks at: seconds until it is seen, and those of the processor."""
    seen = EPOCH.search(get(edit.page))
    assert seen
    words, used = f"Ubahan{number}x", server.cpu()
    file = root / edit.file
    text = file.read_text(encoding="utf-8")
    place = text.index(edit.behind) + len(edit.behind) if edit.behind else len(text)
    more = f"{words} " if edit.behind else f"\n{words} ada di sini.\n"
    start = time.perf_counter()
    file.write_text(text[:place] + more + text[place:], encoding="utf-8")
    get(f"livereload/{seen[1]}/{number}")
    page = get(edit.page)
    wall = time.perf_counter() - start
    assert words in page, edit
    return wall, server.cpu() - used


def previews(root: Path, rounds: int) -> float:
    """The table of edits; gives the longest time."""
    server = Server(root)
    try:
        say(f"start: {server.started():.1f} s")
        found: dict[str, list[tuple[float, float]]] = {}
        for number in range(rounds * len(EDITS)):
            edit = EDITS[number % len(EDITS)]
            found.setdefault(edit.name, []).append(shown(server, root, edit, number))
            time.sleep(0.3)
    finally:
        server.stop()
    for name, times in found.items():
        walls, processor = zip(*times, strict=True)
        seen, used = (" ".join(f"{time_:.2f}" for time_ in group) for group in (walls, processor))
        say(f"{name:26} seen after {seen} s, processor {used} s")
    return max(wall for times in found.values() for wall, _ in times)


def prints(root: Path) -> list[float]:
    """The PDF of Modul 2 after an edit; the first round fills the press's memory."""
    found, stage = [], root / "docs/modul-02/tahap-3.md"
    for number in range(3):
        stage.write_text(f"{stage.read_text(encoding='utf-8')}\nKalimat {number}.\n", encoding="utf-8")
        start = time.perf_counter()
        command = [sys.executable, "-m", "handbook.commands", "build", "--root", str(root), "--only", "2"]
        subprocess.run(command, check=True, capture_output=True)
        found.append(time.perf_counter() - start)
    return found[1:]


def main(rounds: int) -> int:
    """Print the figures; 1 when one is over its bound."""
    with tempfile.TemporaryDirectory() as name:
        root = copy_texts(ROOT, Path(name))
        longest = previews(root, rounds)
    with tempfile.TemporaryDirectory() as name:
        printed = prints(copy_texts(ROOT, Path(name)))
    say(f"longest: {longest:.2f} s (bound {SHOWN_WITHIN})")
    say(f"printed: {', '.join(f'{time_:.2f}' for time_ in printed)} s (bound {PRINTED_WITHIN})")
    say(f"load: {os.getloadavg()[0]:.1f}")
    return int(longest > SHOWN_WITHIN or max(printed) > PRINTED_WITHIN)


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else 3))
