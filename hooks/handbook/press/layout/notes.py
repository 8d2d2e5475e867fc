"""Warnings of WeasyPrint and its libraries, collected from the log as notes of the part."""

import logging
from collections.abc import Iterator
from contextlib import contextmanager

from handbook.press.values import Note, NoteKind

LOGGERS = ("weasyprint", "fontTools")


class _Collector(logging.Handler):
    """Turns each log record into a note."""

    def __init__(self, part: str, notes: list[Note]) -> None:
        super().__init__(logging.WARNING)
        self._part, self._notes = part, notes

    def emit(self, record: logging.LogRecord) -> None:
        """Keep the message as WeasyPrint worded it."""
        self._notes.append(Note(self._part, NoteKind.WEASYPRINT, record.getMessage()))


@contextmanager
def collected(part: str, notes: list[Note]) -> Iterator[None]:
    """Collect the log records of the libraries while the context is open."""
    collector = _Collector(part, notes)
    loggers = [logging.getLogger(name) for name in LOGGERS]
    before = [(logger.propagate, logger.level) for logger in loggers]
    for logger in loggers:
        logger.addHandler(collector)
        logger.propagate = False
        logger.setLevel(logging.WARNING)
    try:
        yield
    finally:
        for logger, (propagate, level) in zip(loggers, before, strict=True):
            logger.removeHandler(collector)
            logger.propagate = propagate
            logger.setLevel(level)
