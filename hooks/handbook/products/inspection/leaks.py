"""Hidden sentences in any finished file."""

from pathlib import Path

from handbook.problem import Kind, Place, Problems, problem
from handbook.products.inspection import pdf
from handbook.products.inspection.needles import Needles
from handbook.products.inspection.secrets import squeezed
from handbook.products.inspection.texts import texts


def leaks(
    file: Path, name: str, hidden: Needles, *, of_site: bool = False, has_answers: bool = False
) -> Problems:
    """Leaks in a PDF, in a text, or in the texts of a ZIP, such as an EPUB or a form for Word.

    Keys of self-checks may stand on pages `of_site`, but not in the index of its search, and in files that
    `has_answers`.
    """
    if file.suffix == ".pdf":
        yield from pdf.leaks(file, name, hidden, has_answers=has_answers)
        return
    for inside, readings in texts(file, name):
        has_keys = has_answers or (of_site and "search" not in inside.split("/"))
        for secret in hidden.found_in(map(squeezed, readings)):
            if secret.everywhere or not has_keys:
                yield problem(Place(inside), Kind.OUTPUT_LEAK, kata=secret.words, sumber=secret.path)
