"""Orders to the press for sheets; what names stand on is kept by nobody."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from handbook import press
from handbook.memory.store import CACHE
from handbook.packs.occasion import Occasion
from handbook.print.printing import STYLES, order


@dataclass(frozen=True)
class Presswork:
    """Runs of the press for an occasion, in a temporary folder of its own."""

    occasion: Occasion
    folder: Path
    has_names: bool
    """Whether names of people stand on the sheets: these are kept in the temporary folder alone."""
    styles: tuple[str, ...] = ("pack.css",)

    def sheets(
        self, parts: Sequence[press.Part], out: Path, title: str, extracts: Sequence[press.Extract] = ()
    ) -> press.Report:
        """Print the parts, and cut the extracts out of them."""
        book = self.occasion.book
        job = order(book, parts, out, title, self.occasion.options.paper)
        sheets = [*job.stylesheets, *(STYLES / name for name in self.styles)]
        cache = (self.folder if self.has_names else book.root) / CACHE
        return press.press(replace(job, stylesheets=sheets, extracts=extracts, fillable=False, cache=cache))

    def stamps(self, pages: Mapping[str, str]) -> Path:
        """Names to be put on copies; they are not kept in the cache."""
        parts = [press.Part(name, name, html) for name, html in pages.items()]
        job = order(self.occasion.book, parts, self.folder / "cap.pdf", self.occasion.title)
        sheets = [STYLES / "fonts.css", STYLES / "stamp.css"]
        return press.press(replace(job, stylesheets=sheets, fillable=False)).out
