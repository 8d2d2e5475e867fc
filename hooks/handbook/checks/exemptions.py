"""Known problems that may stay for a while: each with a reason and a last day, and only while needed."""

from handbook.book import Book
from handbook.problem import Kind, Problem, problem
from handbook.settings import Exemption


def apply(book: Book, problems: list[Problem]) -> list[Problem]:
    """The problems that no exemption covers, and the exemptions that are over or needed no more.

    The edition's date decides what is over, so that a build does not depend on the day.
    """
    left = list(problems)
    for index, item in enumerate(book.settings.exemptions):
        place = book.settings_node.at(["pengecualian", index]).place
        words = f"{item.kind} di {item.path}"
        covered = [found for found in left if _covers(item, found)]
        if not covered:
            left.append(problem(place, Kind.EXCEPTION_UNNEEDED, kata=words))
        elif book.settings.book.date > item.until:
            left.append(problem(place, Kind.EXCEPTION_EXPIRED, kata=words, tanggal=item.until))
        else:
            left = [found for found in left if found not in covered]
    return left


def _covers(item: Exemption, found: Problem) -> bool:
    is_same = found.kind is item.kind and found.place.path == item.path
    return is_same and (item.word is None or item.word in found.words.values())
