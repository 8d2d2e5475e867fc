"""The self-checks for Moodle: for trainers, with their keys; nothing of a test."""

from collections.abc import Iterable

from handbook.html import Audience
from handbook.problem import Problem, Problems
from handbook.products.product import Finished, Making, Product


class MoodleQuizzes(Product):
    """A file for each self-check; part of an edition, never of the site."""

    path = "dist/moodle/kuis"
    audience = Audience.FACILITATOR
    has_answers = True
    only_in_editions = True

    def make(self, run: Making) -> Iterable[Problem]:
        """Write them."""
        from handbook.formats.moodle import files

        files.write(run.book, files.self_checks(run.book, None), run.folder / self.path, run.say)
        return ()

    def check(self, made: Finished) -> Problems:
        """Trainers may hand these files on: what participants may never have stands in none of them."""
        for file in sorted((made.folder / self.path).iterdir()):
            yield from made.leaks(file, has_answers=True)
