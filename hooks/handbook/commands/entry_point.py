"""The entry point of every command: each failure becomes a sentence and an exit code.

The traceback is kept in a file, for those who maintain the engine.
"""

import errno
import os
import signal
import subprocess
import sys
import tempfile
import traceback
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import NoReturn

from handbook.strings import DEFAULT_LANGUAGE, load

COULD_NOT_RUN = 2
INTERRUPTED = 130
"""The exit code of shells for a command ended by Ctrl+C: 128 and the number of the signal."""
_FULL = (errno.ENOSPC, errno.EDQUOT)
_FORBIDDEN = (errno.EACCES, errno.EPERM, errno.EROFS)


def enter(main: Callable[[], int | None]) -> NoReturn:
    """Run a command and end the process with its exit code, at once: freeing a book takes a moment.

    All that a command starts or opens ends with it, so that nothing waits for the end of the process.
    """
    signal.signal(signal.SIGTERM, _interrupt)
    code = guarded(lambda: _told(main()))
    with suppress(OSError):
        sys.stderr.flush()
    os._exit(code)


def guarded(main: Callable[[], int | None]) -> int:
    """The exit code of a command; 2 with a sentence when it could not run, 130 when it was interrupted."""
    try:
        return main() or 0
    except KeyboardInterrupt:
        return _end("terhenti", INTERRUPTED)
    except BrokenPipeError:  # whoever read the output has seen enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except OSError as error:
        return _system(error)
    except subprocess.CalledProcessError as error:
        words = (error.stderr or error.stdout or "").strip().splitlines()
        return _end("program_gagal", program=error.cmd[0], sebab=words[-1] if words else error.returncode)
    except MemoryError:
        return _end("memori")
    except Exception as error:
        return _end("kesalahan_mesin", sebab=f"{type(error).__name__}: {error}"[:200], berkas=_kept())


def _told(code: int | None) -> int | None:
    """The code of a command whose words are all written."""
    sys.stdout.flush()
    return code


def _interrupt(*_: object) -> NoReturn:
    """Handle SIGTERM like Ctrl+C, so that nothing half-written is left behind."""
    raise KeyboardInterrupt


def _system(error: OSError) -> int:
    """The words for an error of the operating system."""
    file = error.filename or "-"
    if error.errno in _FULL:
        return _end("penuh", berkas=file)
    if error.errno in _FORBIDDEN:
        return _end("tanpa_hak", berkas=file)
    if isinstance(error, FileNotFoundError) and "/" not in str(file):
        return _end("tanpa_program", program=file)
    return _end("berkas_gagal", berkas=file, sebab=error.strerror or error)


def _end(key: str, code: int = COULD_NOT_RUN, **words: object) -> int:
    sys.stderr.write(load(DEFAULT_LANGUAGE)(f"pintu.{key}", **words) + "\n")
    return code


def _kept() -> str:
    """The file that holds the traceback of what just failed; a dash where it cannot be written."""
    try:
        handle, name = tempfile.mkstemp(prefix="handbook-", suffix=".txt")
        os.close(handle)
        Path(name).write_text(traceback.format_exc(), encoding="utf-8")
    except OSError:
        return "-"
    return name
