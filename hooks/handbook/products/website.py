"""The website, which offers all that was made before it."""

import filecmp
from collections.abc import Callable, Iterable, Iterator
from contextlib import AbstractContextManager
from pathlib import Path

from handbook.html import Audience
from handbook.problem import Problem, Problems
from handbook.products.product import Finished, Making, NotMadeError, Product
from handbook.release.webroot import SITE
from handbook.render.downloads import FOLDER
from handbook.site import host, portable

ARCHIVE = f"dist/{portable.NAME}"
"""The product that is the site in one file, packed while it is made."""


class Website(Product):
    """Pages, search, styles and scripts, as the host and our hook build them."""

    path = "site"

    @property
    def path_in_edition(self) -> str:
        """In the language of those who open the folder."""
        return SITE

    def begun(self, run: Making) -> AbstractContextManager[Callable[[], None]]:
        """Hand the book that was read to the host, which draws the pages."""
        archive = run.folder / ARCHIVE if ARCHIVE in [item.path for item in run.products] else None
        handed = host.Handed(run.checked, run.folder, run.paper, is_edition=run.is_edition, archive=archive)
        return host.begun(run.book.root, run.folder / self.path, handed)

    def make(self, run: Making) -> Iterable[Problem]:
        """Let the host tell of what was made before."""
        run.say(run.checked.reporter.strings("laporan.bangun_situs"))
        try:
            run.finish[self.path]()
        except host.HostError as error:
            raise NotMadeError(str(error)) from error
        return ()

    def check(self, made: Finished) -> Problems:
        """Nothing hidden in any file but copies of other products, which are checked there; no dead link.

        Meanwhile the site may get its own archive, which is such a copy.
        """
        from handbook.products.inspection.site import dead_links

        folder = made.folder / self.path
        passed_over = {*_copies(made, folder / FOLDER), folder / FOLDER / portable.NAME}
        for file in sorted(file for file in folder.rglob("*") if file.is_file()):
            if file not in passed_over:
                yield from made.leaks(file, of_site=True)
        yield from dead_links(folder, made.book.store)


def _copies(made: Finished, offered: Path) -> Iterator[Path]:
    """Files that the site offers and that are, byte for byte, those of a product for participants."""
    products = (product for product in made.products if product.audience is Audience.PARTICIPANT)
    for file in (file for product in products for file in product.files(made.book)):
        copy, own = offered / file.path.removeprefix("dist/"), made.folder / file.path
        if copy.is_file() and own.is_file() and filecmp.cmp(copy, own, shallow=False):
            yield copy
