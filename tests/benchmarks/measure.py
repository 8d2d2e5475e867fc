"""Time and memory of a call, measured in a process of its own, and rows that show them."""

from __future__ import annotations

import os
import resource
import sys
import time
import traceback
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pikepdf


@dataclass
class Cost:
    """Resources used: seconds of the clock, seconds of the processors, MB of the biggest process."""

    wall: float = 0.0
    cpu: float = 0.0
    megabytes: float = 0.0


@contextmanager
def measured() -> Iterator[Cost]:
    """Measure this process and the ones that end inside."""
    cost, started, before = Cost(), time.perf_counter(), _cpu()
    yield cost
    cost.wall, cost.cpu = time.perf_counter() - started, _cpu() - before
    peaks = (resource.getrusage(who).ru_maxrss for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    cost.megabytes = max(peaks) / 1024


def _cpu() -> float:
    usages = (resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return sum(usage.ru_utime + usage.ru_stime for usage in usages)


def apart(action: Callable[[], object]) -> Cost:
    """Measure an action in a process of its own, so that nothing is warm but what is meant to be."""
    read, write = os.pipe()
    child = os.fork()
    if not child:
        try:
            with measured() as cost:
                action()
            os.write(write, f"{cost.wall} {cost.cpu} {cost.megabytes}".encode())
        except Exception:
            traceback.print_exc()  # what comes after fork() ends here
        finally:
            os._exit(0)
    os.waitpid(child, 0)
    os.close(write)
    found = os.read(read, 200).decode().split()
    os.close(read)
    if not found:
        raise SystemExit("the measured process failed")
    return Cost(*map(float, found))


def report(name: str, cost: Cost) -> None:
    """Resources used by a call."""
    say(f"{name:44} {cost.wall:8.2f} {cost.cpu:8.2f} {cost.megabytes:8.0f}")


def judge(name: str, value: float, goal: float) -> None:
    """One row of the table of goals."""
    say(f"  {name:42} {value:8.3f}  goal {goal:g}: {'yes' if value <= goal else 'NO'}")


def say(line: str) -> None:
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


def facts(path: Path) -> str:
    """Features of a PDF that a printer and a reader of the book need."""
    with pikepdf.open(path) as pdf:
        root = pdf.Root
        fields = sum(
            a.get("/Subtype") == "/Widget" for page in pdf.pages for a in page.obj.get("/Annots", [])
        )
        with pdf.open_metadata(set_pikepdf_as_editor=False) as xmp:
            ua = "PDF/UA" if xmp.get("pdfuaid:part") else "no PDF/UA"
        tags = "tags" if "/StructTreeRoot" in root else "no tags"
        labels = "page labels" if "/PageLabels" in root else "no page labels"
        marks = "bookmarks" if "/Outlines" in root else "no bookmarks"
        size = path.stat().st_size / 1e6
        return f"{len(pdf.pages)} pages, {size:.1f} MB, {tags}, {ua}, {labels}, {marks}, {fields} fields"
