"""How the typesetter is loaded: every process that prints waits for it."""

from __future__ import annotations

import subprocess
import sys

import pytest

pytestmark = pytest.mark.pdf

PROGRAM = """
import ctypes.util, subprocess
started, start = [], subprocess.Popen.__init__

def noted(self, command, *given, **named):
    started.append(command)
    start(self, command, *given, **named)

subprocess.Popen.__init__ = noted
import handbook.press.layout.typesetting
print(list(started), ctypes.util.find_library("c"))
"""


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere the system is asked where libraries are")
def test_no_compiler_is_asked_for_libraries() -> None:
    command = [sys.executable, "-c", PROGRAM]
    said = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    started, _, library = said.strip().rpartition(" ")
    assert started == "[]"
    assert library.startswith("libc.so")  # others find their libraries as before
