"""The session packs of all modules as the settings want them: part of an edition, never of the site."""

from collections.abc import Iterable

from handbook.html import Audience
from handbook.problem import Problem
from handbook.products.product import Making, NotMadeError, Product


class SessionPacks(Product):
    """The session pack of each module, with its key and its manifest."""

    path = "dist/paket-sesi"
    audience = Audience.FACILITATOR
    only_in_editions = True

    def make(self, run: Making) -> Iterable[Problem]:
        """Print them; what the press finds fault with stops the edition."""
        from handbook.packs.build import make_all  # the press costs a moment
        from handbook.packs.options import ALL, parse_options
        from handbook.print.bookpages import PRINTED

        options = parse_options({"module": ALL, "printed_book": run.folder / PRINTED}, run.book.settings)
        made = make_all(run.book, options, run.folder / self.path, run.say)
        if found := [words for pack in made for words in pack.problems]:
            raise NotMadeError("\n".join(found))
        return ()
