"""`python -m tests.press_one FOLDER WORKERS`: prints one page with the shipped fonts."""

from __future__ import annotations

import sys
from pathlib import Path

from handbook import printshop
from handbook.press import Metadata, Part, press
from tests.test_press_minibook import page


def main(folder: Path, workers: int) -> None:
    """Print `buku.pdf` in the folder."""
    press(
        [Part("satu", "Satu", page("<h1 style='font-family: \"Source Sans 3\"'>Judul</h1>"))],
        folder / "buku.pdf",
        metadata=Metadata("M"),
        base=folder,
        stylesheets=[printshop.STYLES / "fonts.css"],
        library=printshop.LIBRARY,
        workers=workers,
    )


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]))
