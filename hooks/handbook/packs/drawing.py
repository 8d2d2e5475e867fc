"""The renderer of sheets that are printed alone."""

from handbook.book import Page
from handbook.html import Audience, Context, Medium
from handbook.packs.occasion import Occasion
from handbook.render.renderer import Renderer


class PackRenderer(Renderer):
    """The renderer of sheets that are printed alone: links of the book become words."""

    def is_printed(self, _: str) -> bool:
        """False: the rest of the book is not in the pack."""
        return False


def renderer_of(occasion: Occasion, audience: Audience = Audience.PARTICIPANT) -> Renderer:
    """The renderer of an occasion's sheets for an audience."""
    return PackRenderer(occasion.book, audience, Medium.PRINT, paper=occasion.options.paper, apart=True)


def context_of(occasion: Occasion, page: Page, audience: Audience = Audience.PARTICIPANT) -> Context:
    """The context in which sheets are drawn, as seen from `page`."""
    return renderer_of(occasion, audience).context(page)
