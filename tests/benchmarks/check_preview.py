"""How long an editor waits: from saving a sentence to seeing it, and for the PDF of one module.

Run by hand: `.venv/bin/python -m tests.benchmarks.check_preview`, on a machine that does nothing else; the
load it ran under stands beside the figures.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from pathlib import Path

ROOT = Path(__file__).parents[2]
PORT, ROUNDS, PATIENCE = 8765, 5, 120
PAGE = f"http://127.0.0.1:{PORT}/modul-02/tahap-3/"
SHOWN_WITHIN, PRINTED_WITHIN = 0.7, 2.5


def page() -> str:
    """The page as it is served now; empty while there is none."""
    try:
        with urllib.request.urlopen(PAGE, timeout=PATIENCE) as answer:
            return str(answer.read().decode())
    except (urllib.error.URLError, ConnectionError):
        return ""


def seconds_until(words: str) -> float:
    """How long until the page shows some words."""
    start = time.perf_counter()
    while words not in page():
        if time.perf_counter() - start > PATIENCE:
            raise TimeoutError(words)
        time.sleep(0.05)
    return time.perf_counter() - start


def previews(root: Path, stage: Path) -> list[float]:
    """Save a sentence with a broken reference, several times."""
    serve = [sys.executable, "-m", "handbook.commands", "serve", "--root", str(root)]
    command = [*serve, "-a", f"127.0.0.1:{PORT}", "--livereload"]
    server = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        say(f"start: {seconds_until('</html>'):.1f} s")
        return [saved(stage, number) for number in range(ROUNDS)]
    finally:
        server.terminate()


def saved(stage: Path, number: int) -> float:
    words = f"Kalimat uji ke-{number}, lihat IK 2.9."
    stage.write_text(f"{stage.read_text(encoding='utf-8')}\n{words}\n", encoding="utf-8")
    found = seconds_until('class="problem"' if not number else f"ke-{number}")
    time.sleep(1)
    return found


def prints(root: Path, stage: Path) -> list[float]:
    """The PDF of Modul 2 after an edit; the first round fills the press's memory."""
    found = []
    for number in range(3):
        stage.write_text(f"{stage.read_text(encoding='utf-8')}\nKalimat {number}.\n", encoding="utf-8")
        start = time.perf_counter()
        command = [sys.executable, "-m", "handbook.commands", "build", "--root", str(root), "--only", "2"]
        subprocess.run(command, check=True, capture_output=True)
        found.append(time.perf_counter() - start)
    return found[1:]


def say(words: str) -> None:
    sys.stdout.write(words + "\n")
    sys.stdout.flush()


def main() -> int:
    """Print the figures; 1 when one is over its bound."""
    with tempfile.TemporaryDirectory() as name:
        root, stage = Path(name), Path(name) / "docs/modul-02/tahap-3.md"
        shutil.copytree(ROOT / "docs", root / "docs")
        shutil.copy(ROOT / "handbook.yml", root)
        printed = prints(root, stage)
        shown = previews(root, stage)
    say(f"shown: {', '.join(f'{time_:.2f}' for time_ in shown)} s (bound {SHOWN_WITHIN})")
    say(f"printed: {', '.join(f'{time_:.2f}' for time_ in printed)} s (bound {PRINTED_WITHIN})")
    say(f"load: {os.getloadavg()[0]:.1f}")
    return int(max(shown) > SHOWN_WITHIN or max(printed) > PRINTED_WITHIN)


if __name__ == "__main__":
    sys.exit(main())
