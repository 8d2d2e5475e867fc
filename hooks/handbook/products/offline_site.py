"""The whole site as a ZIP for a laptop without a connection, offered on the front page."""

from collections.abc import Iterable

from handbook.problem import Problem, Problems
from handbook.products.product import Finished, Making, Product
from handbook.products.website import Website
from handbook.render.downloads import size_words
from handbook.site import portable


class OfflineSite(Product):
    """It is made of the finished site, so it puts its own link there."""

    path = f"dist/{portable.NAME}"
    needs = (Website,)

    def make(self, run: Making) -> Iterable[Problem]:
        """Pack the site, then offer the file where the site offers the book."""
        site, archive = run.folder / Website.path, run.folder / self.path
        portable.write(site, archive)
        s = run.checked.reporter.strings
        size = size_words(archive.stat().st_size, s)
        portable.offer(site, archive, s("unduhan.situs", ukuran=size))
        return ()

    def check(self, made: Finished) -> Problems:
        """The front page, which has the link to it now; all else is checked with the site."""
        from handbook.products.inspection.site import dead_links

        site = made.folder / Website.path
        front = site / "index.html"
        yield from made.leaks(front, of_site=True)
        found = dead_links(site, made.book.store, [front])
        yield from (item for item in found if str(item.words["kata"]).endswith(portable.NAME))
