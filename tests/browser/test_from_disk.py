"""The whole site from a disk: search, forms and quizzes work where nothing may be fetched."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, Request, expect

from handbook.memory.store import Store
from handbook.products.inspection.site import dead_links
from handbook.site import portable
from tests.products.making import Products

pytestmark = [pytest.mark.browser, pytest.mark.own_browser]


@pytest.fixture(scope="module")
def folder(products: Products, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site as a reader unpacks it, in a folder with a blank in its name."""
    place = tmp_path_factory.mktemp("arsip")
    portable.write(products.site, place / portable.NAME)
    with zipfile.ZipFile(place / portable.NAME) as packed:
        packed.extractall(place / "di sini")
    return place / "di sini" / "situs-luring"


def missed(page: Page, request: Request) -> list[str]:
    """Requests that failed; those that the reader left before the answer do not count."""
    return [] if request.failure == "net::ERR_ABORTED" else [f"{page.url} {request.url} {request.failure}"]


@pytest.fixture
def disk(page: Page, folder: Path) -> Iterator[Page]:
    """The front page; at the end nothing was missing and nothing was refused."""
    complaints: list[str] = []
    page.on("console", lambda message: complaints.append(f"{page.url} {message.text}"))
    page.on("pageerror", lambda error: complaints.append(f"{page.url} {error}"))
    page.on("requestfailed", lambda request: complaints.extend(missed(page, request)))
    page.goto((folder / "index.html").as_uri())
    yield page
    assert complaints == [], "\n".join(complaints)


def test_the_same_site_gives_the_same_bytes(products: Products, tmp_path: Path) -> None:
    for name in ("a.zip", "b.zip"):
        portable.write(products.site, tmp_path / name)
    assert (tmp_path / "a.zip").read_bytes() == (tmp_path / "b.zip").read_bytes()


def test_the_front_page_offers_it_with_its_size(page: Page, products: Products, base_url: str) -> None:
    page.goto(base_url)
    link = page.get_by_role("link", name="Unduh seluruh situs")
    archive = products.root / "dist" / portable.NAME
    size = f"{archive.stat().st_size / 1e6:.1f} MB".replace(".", ",")
    expect(link).to_contain_text(f"(ZIP, {size})")
    with page.expect_download(timeout=5000) as found:
        link.click()
    assert Path(found.value.path()).read_bytes() == archive.read_bytes()


def test_the_archive_is_the_site_without_itself(products: Products, folder: Path) -> None:
    """The archive of the build equals that of the finished site; it offers no file that it lacks."""
    with zipfile.ZipFile(products.root / "dist" / portable.NAME) as packed:
        names = {name.removeprefix("situs-luring/") for name in packed.namelist()}
    assert names == {file.relative_to(folder).as_posix() for file in folder.rglob("*") if file.is_file()}
    assert portable.NAME not in (folder / "index.html").read_text(encoding="utf-8")


def test_every_link_leads_to_a_file(folder: Path, tmp_path: Path) -> None:
    assert list(dead_links(folder, Store(tmp_path))) == []
    pages = [page.read_text(encoding="utf-8") for page in folder.rglob("*.html")]
    assert not any(f'href="{address}"' in page for page in pages for address in (".", "..", "../", "./"))


def test_reading(disk: Page) -> None:
    disk.locator("article a[href='modul-02/index.html']").first.click()
    expect(disk.locator("h1")).to_contain_text("Peningkatan Kesejahteraan Berbasis Hak")
    fonts = "[...document.fonts].filter(font => font.status === 'loaded').map(font => font.family)"
    assert len(disk.evaluate(fonts)) >= 2
    disk.get_by_role("link", name="IK 2.1").first.click()
    expect(disk.locator("h1")).to_contain_text("Diagnosis Pemenuhan Hak")


def test_searching(disk: Page) -> None:
    field = disk.locator("input.md-search__input")
    field.click()
    field.press_sequentially("uu 23/2014")
    first = disk.locator(".md-search-result__list > li").first
    expect(first).to_contain_text("UU 23/2014: Pemerintahan Daerah")
    first.locator("a[href*='#uu-23-2014']").click()
    expect(disk.locator("#uu-23-2014")).to_be_in_viewport()


def test_filling_in(disk: Page, folder: Path) -> None:
    disk.goto((folder / "modul-02" / "ik-2-1" / "index.html").as_uri())
    field = disk.locator("form.instrument textarea").first
    field.fill("128 anak")
    expect(disk.locator(".keep-status")).to_contain_text("tersimpan", ignore_case=True)
    disk.reload()
    expect(field).to_have_value("128 anak")
    disk.locator(".more-actions summary").click()
    with disk.expect_download(timeout=5000) as found:
        disk.get_by_role("button", name="Excel dengan isian").click()
    assert Path(found.value.path()).read_bytes().startswith(b"PK")


def test_answering(disk: Page, folder: Path) -> None:
    disk.goto((folder / "modul-02" / "kuis-2" / "index.html").as_uri())
    question = disk.locator(".question:has(input[type=radio])").first
    question.locator("input").first.check()
    question.locator(".question-actions button").first.click()
    expect(question.locator("[aria-live]")).not_to_be_empty()
