"""The whole site as a ZIP for a laptop without a connection, offered on the front page."""

import shutil
from collections.abc import Iterable
from dataclasses import replace

from handbook.problem import Problem, Problems
from handbook.products.making import printed
from handbook.products.product import Finished, Making, Product
from handbook.products.website import ARCHIVE, Website
from handbook.render.downloads import Download
from handbook.site import portable

FRONT = "index.html"


class OfflineSite(Product):
    """It is made of the finished site, so it puts its own link there."""

    path = ARCHIVE
    needs = (Website,)

    def make(self, run: Making) -> Iterable[Problem]:
        """Offer the file, which was packed with the site, where the site offers the book."""
        site, archive = run.folder / Website.path, run.folder / self.path
        told, own = printed(run.products, run.book, run.folder), Download(self.path, archive, "unduhan.situs")
        told = replace(told, downloads={**told.downloads, "": [*told.downloads.get("", ()), own]})
        shutil.copyfile(archive, site / own.uri)
        front = site / FRONT
        filled = archive.with_name(FRONT)
        filled.write_text(told.filled(front.read_text(encoding="utf-8"), FRONT), encoding="utf-8")
        filled.replace(front)  # at once, and from elsewhere: the files of the site are being checked
        return ()

    def check(self, made: Finished) -> Problems:
        """The front page, which has the link to it now; all else is checked with the site."""
        from handbook.products.inspection.site import dead_links

        site = made.folder / Website.path
        front = site / FRONT
        yield from made.leaks(front, of_site=True)
        found = dead_links(site, made.book.store, [front])
        yield from (item for item in found if str(item.words["kata"]).endswith(portable.NAME))
