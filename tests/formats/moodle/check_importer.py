"""Moodle's own importer reads every file: `.venv/bin/python -m tests.formats.moodle.check_importer MOODLE`.

MOODLE is a folder with the code of Moodle, of which three files are asked for and the kind `ordering`; php
must be there (Debian: php-cli, php-xml, php-mbstring). All texts, right answers, points, feedback and tags
must come out as the book has them. The code of Moodle is no package, so no test can rely on it.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from collections import Counter
from pathlib import Path

from handbook.formats.moodle import files
from tests.conftest import PROJECT, whole
from tests.formats.moodle.reading import by_book, by_moodle

HARNESS = Path(__file__).with_name("importer.php")


def main(moodle: str) -> None:
    """Compare what the importer understood with the book; say how many questions of each kind."""
    book = whole(PROJECT)
    quizzes = [*files.self_checks(book, None), *files.test_banks(book, None)]
    with tempfile.TemporaryDirectory() as folder:
        files.write(book, quizzes, Path(folder), lambda _: None)
        made = [str(Path(folder) / f"{page.id}.xml") for page, _ in quizzes]
        done = subprocess.run(["php", HARNESS, moodle, *made], capture_output=True, text=True, check=True)
    understood, kinds = json.loads(done.stdout), Counter[str]()
    for (page, quiz), file in zip(quizzes, made, strict=True):
        found = by_moodle(understood[file])
        assert found == [by_book(item, page.id, book.settings.strings) for item in quiz.questions], page.id
        kinds.update(said["kind"] for said in found)
    sys.stdout.write(f"{len(quizzes)} files, {kinds.total()} questions: {dict(kinds)}\n")


if __name__ == "__main__":
    main(sys.argv[1])
