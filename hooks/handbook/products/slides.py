"""The slides of all modules: part of an edition for facilitators, never of the site."""

from collections.abc import Iterable

from handbook.html import Audience
from handbook.problem import Problem
from handbook.products.product import Making, Product


class Slides(Product):
    """A deck for each module, for a browser and for a presenter's program."""

    path = "dist/tayangan"
    audience = Audience.FACILITATOR
    only_in_editions = True

    def make(self, run: Making) -> Iterable[Problem]:
        """Draw and write them."""
        from handbook.classroom.slides import make  # python-pptx costs a moment
        from handbook.packs import PRINTED

        numbers = make.wanted(run.book, make.ALL)
        decks = make.drawn(run.book, numbers, run.folder / PRINTED)
        template = make.template(run.book, None)
        make.write(run.book, decks, run.folder / self.path, template=template, say=run.say)
        return ()
