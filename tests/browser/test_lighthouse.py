"""Lighthouse on a simulated phone: the median of five visits to one page of each kind.

Its performance figure holds on a machine that does little else meanwhile.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path
from statistics import median
from typing import Any

import pytest

from tests.browser.conftest import FLAGS
from tests.browser.server import PackedHandler, serving
from tests.conftest import PROJECT
from tests.products.making import Products

pytestmark = [pytest.mark.browser, pytest.mark.slow]

PROGRAM = PROJECT / "tests" / "lighthouse" / "node_modules" / ".bin" / "lighthouse"
VISITS = 5
LEAST = {"performance": 0.95, "accessibility": 1, "best-practices": 1, "seo": 1}
PAGES = {
    "home": "/",
    "module": "/modul-02/",
    "stage": "/modul-02/tahap-4/",
    "instrument": "/modul-02/ik-2-1/",
    "quiz": "/modul-02/kuis-2/",
}


@pytest.fixture(scope="module")
def host(products: Products) -> Iterator[str]:
    with serving(products.site, PackedHandler) as address:
        yield address


@pytest.mark.parametrize("kind", PAGES)
def test_scores(host: str, kind: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    visits = [visit(host + PAGES[kind], tmp_path / f"{number}.json") for number in range(VISITS)]
    scores = {name: median(made["categories"][name]["score"] for made in visits) for name in LEAST}
    with capsys.disabled():
        print(f"\nLighthouse, {kind}: " + ", ".join(f"{name} {score:.2f}" for name, score in scores.items()))  # noqa: T201
    assert {name for name, least in LEAST.items() if scores[name] < least} == set(), failures(visits[0])


def visit(address: str, report: Path) -> Any:
    """One visit with an empty profile."""
    chromium = os.environ.get("HANDBOOK_CHROMIUM", "/usr/bin/chromium")
    command = [str(PROGRAM), address, "--quiet", "--output=json", f"--output-path={report}"]
    command += [f"--only-categories={','.join(LEAST)}", f"--chrome-flags={' '.join(FLAGS[:-1])}"]
    node = {"CHROME_PATH": shutil.which(chromium) or chromium}
    subprocess.run(command, env={**os.environ, **node}, check=True, capture_output=True, text=True)
    return json.loads(report.read_text(encoding="utf-8"))


def failures(made: Any) -> list[str]:
    """The audits in which a visit did not get full marks."""
    audits = made["audits"].values()
    return [f"{item['id']}: {item.get('displayValue', '')}" for item in audits if (item["score"] or 1) < 0.9]
