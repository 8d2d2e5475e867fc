"""One part typeset: from HTML to a painted PDF of its own. Knows WeasyPrint, and loads it first."""

import ctypes.util
import sys
from importlib import import_module


def _load_weasyprint() -> None:
    """Load WeasyPrint without asking a compiler for libraries.

    It tries names of other systems before those of Linux, and for each of them `find_library` starts a
    compiler, where there is one: a third of the time that loading takes, in every process.
    """
    search = ctypes.util.find_library
    if sys.platform == "linux":
        ctypes.util.find_library = lambda _: None  # type: ignore[assignment]
    try:
        import_module("weasyprint")
    finally:
        ctypes.util.find_library = search


_load_weasyprint()
