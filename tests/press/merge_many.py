"""`python -m tests.press.merge_many FOLDER NUMBER`: joins a part so many times; says what memory it took."""

from __future__ import annotations

import resource
import sys
from pathlib import Path

from handbook.press import Part, PrintJob
from handbook.press.assembly.merge import merge
from handbook.press.layout.stylesheets import Stylesheets
from handbook.press.layout.typesetting import Typesetter
from tests.press.sample import METADATA, page

ROWS = "".join(f"<tr><th>Baris {row}</th><td>satu</td><td>dua</td><td>tiga</td></tr>" for row in range(700))


def main(folder: Path, number: int) -> None:
    """Write `buku.pdf` in the folder."""
    part = Part("satu", "Satu", page(f"<h1>Satu</h1><table>{ROWS}</table>"))
    job = PrintJob([part], folder / "satu.pdf", METADATA, base=folder)
    typesetter = Typesetter(job, {}, Stylesheets())
    typesetter.lay_out({})
    painted = typesetter.paint({})
    assert painted is not None
    merge([(part, job.out, painted.bookmarks)] * number, folder / "buku.pdf", METADATA, {}, {})
    sys.stdout.write(str(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss))


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]))
