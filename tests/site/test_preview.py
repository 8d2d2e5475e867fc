"""The real preview: whatever breaks is named on every page, the last good pages stay, nothing hangs."""

from __future__ import annotations

import json
import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from handbook.site.preview import never_failing
from tests.conftest import ENGLISH_BOOK, PROJECT

PATIENCE = 60
STAGE, READING = "modul-01/tahap-1/", "modul-01/bacaan-1-1/"
BREAKS: dict[str, tuple[str, Callable[[bytes], bytes], str, str]] = {
    # file, what is done to it, an address, words that stay there
    "tab": (
        "docs/modul-01/tahap-1.md",
        lambda raw: raw.replace(b"  judul:", b"\tjudul:", 1),
        STAGE,
        "Sit beside",
    ),
    "no end": (
        "docs/modul-01/tahap-1.md",
        lambda raw: b"---\n" + raw[4:].replace(b"---\n", b"", 1),
        STAGE,
        "Sit beside",
    ),
    "bytes": ("docs/modul-01/bacaan-1-1.md", lambda raw: raw + b"\xff\xfe", READING, "carry pollen"),
    "form": ("docs/modul-01/ik-a.yml", lambda raw: raw + b"  - [\n", "modul-01/ik-a/", "What I saw"),
    "module": ("docs/modul-01/index.md", lambda raw: b"x" + raw, "modul-01/", "patient visitor"),
    "test": ("docs/modul-02/tes-2.yml", lambda raw: raw + b"soal: {\n", STAGE, "Sit beside"),
    "register": (
        "docs/lampiran/peraturan.yml",
        lambda raw: raw + b"}\n",
        "lampiran/peraturan/",
        "Keeping of Bees",
    ),
    "settings": ("handbook.yml", lambda raw: raw + b"{\n", STAGE, "Sit beside"),
}


class Preview:
    """`./scripts/serve` for a copy of the English book."""

    def __init__(self, root: Path) -> None:
        self.root = root
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.address = f"http://127.0.0.1:{free.getsockname()[1]}/"
        hooks = str(PROJECT / "hooks")
        command = [sys.executable, "-X", "utf8", "-m", "handbook.commands", "serve", "--root", str(root)]
        command += ["-a", self.address.removeprefix("http://").rstrip("/"), "--livereload"]
        environment = {**os.environ, "PYTHONPATH": hooks}
        self._process = subprocess.Popen(
            command, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        )

    def get(self, path: str) -> str:
        """The page as served now; a request without an answer is an error."""
        try:
            with urllib.request.urlopen(self.address + path, timeout=PATIENCE) as answer:
                return str(answer.read().decode())
        except (urllib.error.HTTPError, ConnectionError):
            return ""
        except urllib.error.URLError as error:
            if isinstance(error.reason, TimeoutError):
                raise
            return ""

    def said(self) -> list[str]:
        """The places in the banner that every page loads."""
        script = self.get("assets/pratinjau.js")
        if not script:
            return ["?"]
        said = json.JSONDecoder().raw_decode(script.partition("= ")[2])[0]
        return [place for place, _ in said["items"]]

    def wait(self, wanted: Callable[[list[str]], bool]) -> list[str]:
        """Wait until the banner is as wanted."""
        end = time.monotonic() + PATIENCE
        while not wanted(said := self.said()):
            assert time.monotonic() < end, said
            time.sleep(0.1)
        return said

    def stop(self) -> None:
        self._process.terminate()
        self._process.wait(10)


@pytest.fixture(scope="module")
def preview(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Preview]:
    root = shutil.copytree(ENGLISH_BOOK, tmp_path_factory.mktemp("serve") / "book")
    found = Preview(root)
    found.wait(lambda said: said == [])
    yield found
    found.stop()


@pytest.mark.parametrize("name", BREAKS)
def test_what_breaks_is_named_and_the_last_good_page_stays(preview: Preview, name: str) -> None:
    path, change, address, words = BREAKS[name]
    file = preview.root / path
    good = file.read_bytes()
    assert words in preview.get(address)
    file.write_bytes(change(good))
    said = preview.wait(lambda said: said != [])
    assert said[0].startswith(f"{path}:"), "the cause comes first"
    page = preview.get(address)
    assert words in page
    assert "assets/pratinjau.js" in page
    assert "assets/pratinjau.js" in preview.get("")
    if path.endswith(".md") or name == "form":
        assert 'class="problem"' in page
    file.write_bytes(good)
    preview.wait(lambda said: said == [])
    assert 'class="problem"' not in preview.get(address)
    assert words in preview.get(address)


def test_a_book_that_cannot_be_read_waits_for_its_settings(tmp_path: Path) -> None:
    root = shutil.copytree(ENGLISH_BOOK, tmp_path / "book")
    good = (root / "handbook.yml").read_bytes()
    (root / "handbook.yml").write_bytes(good + b"{\n")
    found = Preview(root)
    try:
        assert found.wait(lambda said: said != ["?"])[0].startswith("handbook.yml:")
        assert "handbook.yml:" in found.get("")
        (root / "handbook.yml").write_bytes(good)
        found.wait(lambda said: said == [])
        assert "Sit beside" in found.get(STAGE)
    finally:
        found.stop()


@pytest.mark.parametrize("error", [ValueError("kertas habis"), SystemExit("Aborted")])
def test_a_build_that_fails_is_told_and_ends(error: BaseException) -> None:
    told: list[BaseException] = []

    def failing() -> None:
        raise error

    never_failing(failing, told.append)()
    assert told == [error]
