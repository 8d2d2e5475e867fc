"""The banks of tests for Moodle, for facilitators alone."""

from collections.abc import Iterable

from handbook.html import Audience
from handbook.problem import Problem
from handbook.products.product import Making, Product


class MoodleTests(Product):
    """A file for each bank; part of an edition like the session packs, never of the site."""

    path = "dist/moodle/tes"
    audience = Audience.FACILITATOR
    only_in_editions = True

    def make(self, run: Making) -> Iterable[Problem]:
        """Write them."""
        from handbook.formats.moodle import files

        files.write(run.book, files.test_banks(run.book, None), run.folder / self.path, run.say)
        return ()
