"""The host works beside the build: it waits for the print, tells why it failed, and ends with the build."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import TextIO

import pytest

from handbook.book import Checked
from handbook.site import host

Act = Callable[[Path, Path, host.Handed, TextIO], None]


@pytest.fixture
def acts(monkeypatch: pytest.MonkeyPatch) -> Callable[[Act], None]:
    """Lets the process of the host do something else."""
    return lambda act: monkeypatch.setattr(host, "_be_host", act)


def handed(root: Path) -> host.Handed:
    return host.Handed(Checked(None, []), root)


def test_it_goes_on_while_the_book_is_printed_and_waits_for_the_print(
    tmp_path: Path, acts: Callable[[Act], None]
) -> None:
    def act(_: Path, out: Path, what: host.Handed, _said: TextIO) -> None:
        (out / "drawn").touch()
        what.is_printed.wait()
        (out / "filled").write_text(str((out / "printed").exists()))

    acts(act)
    with host.begun(tmp_path, tmp_path, handed(tmp_path)) as finish:
        while not (tmp_path / "drawn").exists():
            time.sleep(0.01)
        assert not (tmp_path / "filled").exists()
        (tmp_path / "printed").touch()
        finish()
    assert (tmp_path / "filled").read_text() == "True"


def test_its_words_are_told_when_it_fails(tmp_path: Path, acts: Callable[[Act], None]) -> None:
    def act(_: Path, _out: Path, _what: host.Handed, said: TextIO) -> None:
        said.write("Berkas hilang")
        said.flush()
        sys.exit(1)

    acts(act)
    with pytest.raises(host.HostError, match="Berkas hilang"):
        host.build(tmp_path, tmp_path, handed(tmp_path))


def test_it_ends_when_the_build_breaks(tmp_path: Path, acts: Callable[[Act], None]) -> None:
    def act(_: Path, out: Path, what: host.Handed, _said: TextIO) -> None:
        (out / "nomor").write_text(str(os.getpid()))
        what.is_printed.wait()

    acts(act)
    with pytest.raises(ZeroDivisionError):
        _break_off(tmp_path)
    assert not Path(f"/proc/{(tmp_path / 'nomor').read_text()}").exists()


def _break_off(folder: Path) -> None:
    number = folder / "nomor"
    with host.begun(folder, folder, handed(folder)):
        while not number.exists() or not number.read_text():
            time.sleep(0.01)
        raise ZeroDivisionError
