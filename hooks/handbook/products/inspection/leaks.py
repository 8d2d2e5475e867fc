"""Hidden sentences in any finished file."""

import hashlib
from functools import partial
from pathlib import Path

from handbook.memory.keys import fingerprint
from handbook.memory.store import Store
from handbook.problem import Kind, Place, Problems, problem
from handbook.products.inspection import pdf
from handbook.products.inspection.kept import pieces_of
from handbook.products.inspection.needles import Needles
from handbook.products.inspection.secrets import squeezed
from handbook.products.inspection.texts import readings, texts


def leaks(
    file: Path, name: str, hidden: Needles, store: Store, *, of_site: bool = False, has_answers: bool = False
) -> Problems:
    """Leaks in a PDF, in a text, or in the texts of a ZIP, such as an EPUB or a form for Word.

    Keys of self-checks may stand on pages `of_site`, but not in the index of its search, and in files that
    `has_answers`. What stands in the texts of a ZIP is kept in the store.
    """
    if file.suffix == ".pdf":
        yield from pdf.leaks(file, name, hidden, store, has_answers=has_answers)
        return
    with pieces_of(store, "secrets", name) as pieces:
        for inside, content in texts(file, name):
            has_keys = has_answers or (of_site and "search" not in inside.split("/"))
            piece = fingerprint(hidden.digest, inside, hashlib.sha256(content).hexdigest())
            needles = pieces.value(piece, partial(_needles, hidden, inside, content))
            for secret in hidden.secrets(needles):
                if secret.everywhere or not has_keys:
                    yield problem(Place(inside), Kind.OUTPUT_LEAK, kata=secret.words, sumber=secret.path)


def _needles(hidden: Needles, name: str, content: bytes) -> list[str]:
    return sorted(hidden.needles_in(map(squeezed, readings(name, content))))
