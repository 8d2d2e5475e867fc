"""Takes the pictures of the guides: pages of the built site on a phone and on a laptop, sheets of paper.

A copy of the book with a planted fault and another edition shows what editors see.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pypdfium2
from PIL import Image
from playwright.sync_api import Browser, Page, sync_playwright

from handbook.archive import archive
from handbook.book.read import read
from handbook.site.host import settings
from tests.browser.conftest import FLAGS
from tests.browser.server import serving
from tests.conftest import PROJECT
from tests.screenshots.tasks import tasks
from tests.sources import copy_texts

FOLDER = PROJECT / "docs/panduan/gambar"
PHONE, LAPTOP = (360, 640), (960, 600)
COLOURS = 128
FORM = "docs/modul-02/ik-2-1.yml"


def form(page: Page) -> None:
    """A form with an answer."""
    page.goto("/modul-02/ik-2-1/")
    cell = page.locator("form textarea").nth(0)
    cell.fill("120 anak belum memiliki akta; terbanyak di dua desa pesisir.")
    cell.evaluate("cell => window.scrollTo(0, cell.getBoundingClientRect().top + scrollY - 260)")


def quiz(page: Page) -> None:
    """A question that was answered."""
    page.goto("/modul-02/kuis-2/")
    question = page.locator(".question").first
    question.locator("label").nth(1).click()
    question.locator("button").first.click()
    page.evaluate("window.scrollTo(0, 0)")
    page.wait_for_timeout(300)
    question.evaluate("box => window.scrollBy(0, box.getBoundingClientRect().bottom - innerHeight + 20)")


def search(page: Page) -> None:
    """The search with a law's number."""
    page.goto("/")
    page.get_by_role("button", name="Buka pencarian").click()
    page.locator("input.md-search__input").press_sequentially("akta lahir")
    page.locator(".md-search-result__list > li").first.wait_for()


def current(page: Page) -> None:
    """Whether a sheet is still current."""
    page.goto("/modul-02/ik-2-1/")
    page.locator(".sheet-current").evaluate("box => box.scrollIntoView({block: 'center'})")


def fault(page: Page) -> None:
    """A page with its problem."""
    page.goto("/modul-02/tahap-3/")
    page.locator(".problem").first.wait_for()


def changes(page: Page) -> None:
    """The page of changes since the edition before."""
    page.goto("/perubahan/")
    page.locator(".page-changes").first.evaluate("box => box.scrollIntoView({block: 'center'})")


Shot = tuple[str, tuple[int, int], Callable[[Page], None]]
READERS: tuple[Shot, ...] = (
    ("formulir", PHONE, form),
    ("kuis", PHONE, quiz),
    ("cari", PHONE, search),
    ("lembar-berlaku", PHONE, current),
)
EDITORS: tuple[Shot, ...] = (("masalah", LAPTOP, fault), ("perubahan", LAPTOP, changes))
PAPER = {"kaki-lembar": (0.9, 1.0, 0.66), "paket-sesi": (0.0, 0.6, 1.0)}
"""Which part of a sheet is shown: top, bottom, right."""
COMMANDS = ("pengesahan", "telaah-impor", "pindah", "perbaiki", "telaah-naskah")
"""The names of the pictures of tasks.py."""
NAMES = [*(name for name, *_ in (*READERS, *EDITORS)), *PAPER, *COMMANDS]


def main() -> None:
    """Take them all into docs/panduan/gambar/."""
    built = Path(sys.argv[1]).resolve() if sys.argv[1:] else PROJECT
    FOLDER.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as name, sync_playwright() as playwright:
        path = os.environ.get("HANDBOOK_CHROMIUM", "/usr/bin/chromium")
        browser = playwright.chromium.launch(executable_path=path, args=FLAGS)
        take(browser, built / "site", READERS)
        take(browser, edited(Path(name), built / "dist"), EDITORS)
        for task, image in tasks(browser, Path(name) / "tugas").items():
            keep(image, task)
        browser.close()
    cut(built / "dist/instrumen/ik-2-1.pdf", "kaki-lembar")
    cut(built / "dist/paket-sesi/modul-03.pdf", "paket-sesi")


def take(browser: Browser, site: Path, shots: tuple[Shot, ...]) -> None:
    """Visit pages of a site and keep what the window shows."""
    with serving(site) as address:
        for name, (width, height), visit in shots:
            size = {"width": width, "height": height}
            page = browser.new_page(base_url=address, viewport=size, locale="id-ID", reduced_motion="reduce")  # type: ignore[arg-type]
            visit(page)
            page.wait_for_timeout(400)
            keep(Image.open(BytesIO(page.screenshot())), name)
            page.close()


def edited(folder: Path, dist: Path) -> Path:
    """The site of a copy in which an editor has reworded a row and mistyped a reference."""
    copy_texts(PROJECT, folder)
    book, _ = read(folder)
    assert book is not None
    own = book.settings.book.edition
    archive.store(book, archive.read_sheets(dist), folder / archive.FOLDER / own)
    replace(folder / "handbook.yml", f"edisi: {own}", f"edisi: {own}1")
    replace(folder / FORM, "perlu dilakukan", "harus dilakukan")
    stage = folder / "docs/modul-02/tahap-3.md"
    stage.write_text(stage.read_text(encoding="utf-8") + "\nBandingkan dengan IK 2.9.\n", encoding="utf-8")
    config, told = settings(folder)
    command = [sys.executable, "-m", "mkdocs", "build", "--quiet", "-f", str(config)]
    command += ["-d", str(folder / "site")]
    subprocess.run(command, env={**os.environ, **told}, cwd=folder, check=True, capture_output=True)
    return folder / "site"


def replace(path: Path, old: str, new: str) -> None:
    """New words for old ones that stand there once."""
    text = path.read_text(encoding="utf-8")
    assert text.count(old) == 1, old
    path.write_text(text.replace(old, new), encoding="utf-8")


def cut(file: Path, name: str) -> None:
    """A part of the sheet of a form, the last page but one of its file, or of the first of a pack."""
    pdf = pypdfium2.PdfDocument(file)
    page = pdf[len(pdf) - 2 if name == "kaki-lembar" else 0]
    image = page.render(scale=1.4).to_pil()
    top, bottom, right = PAPER[name]
    box = (0, top * image.height, right * image.width, bottom * image.height)
    keep(image.crop(tuple(map(int, box))), name)


def keep(image: Image.Image, name: str) -> None:
    """Write a picture with few colours, which is small."""
    image.convert("RGB").quantize(COLOURS).save(FOLDER / f"{name}.png", optimize=True)


if __name__ == "__main__":
    main()
