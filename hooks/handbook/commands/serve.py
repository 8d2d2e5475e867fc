"""`./scripts/serve`: a live preview that shows problems on their pages and goes on."""

import os
import sys

from handbook.commands.terminal import Parser
from handbook.site.host import settings


def main(arguments: list[str]) -> None:
    """Hand over to the site generator's own server; other arguments go to it."""
    parser = Parser("serve", arguments)
    parser.root()
    options, others = parser.parse_known_args(arguments)
    config, told = settings(options.root.resolve())
    os.environ.update(told)
    os.execv(sys.executable, [sys.executable, "-m", "mkdocs", "serve", "--dirty", "-f", str(config), *others])
