"""`./scripts/serve`: a live preview that shows problems on their pages and goes on."""

from __future__ import annotations

import os
import sys


def main() -> None:
    """Hand over to the site generator's own server; all arguments go to it."""
    os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")
    os.execv(sys.executable, [sys.executable, "-m", "mkdocs", "serve", *sys.argv[1:]])


if __name__ == "__main__":
    main()
