"""`python -m tests.press.print_one FOLDER WORKERS [ROWS]`: prints a title and a table."""

from __future__ import annotations

import sys
from pathlib import Path

from handbook.press import Metadata, Part, PrintJob, press
from handbook.print import printing
from tests.press.sample import page


def main(folder: Path, workers: int, rows: int) -> None:
    """Print `buku.pdf` in the folder."""
    table = f"<table>{'<tr><td>a<td>b' * rows}</table>" if rows else ""
    job = PrintJob(
        [Part("satu", "Satu", page(f"<h1 style='font-family: \"Source Sans 3\"'>Judul</h1>{table}"))],
        folder / "buku.pdf",
        Metadata("M"),
        base=folder,
        stylesheets=[printing.STYLES / "fonts.css"],
        library=printing.LIBRARY,
        workers=workers,
    )
    press(job)


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3]) if len(sys.argv) > 3 else 0)
