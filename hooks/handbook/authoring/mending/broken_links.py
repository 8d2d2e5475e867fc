"""Links with a space between words and address, and addresses that lack a sign: *https:/contoh.go.id*."""

import re
from collections.abc import Iterator

from handbook.authoring.mending.repair import Damaged, Repair
from handbook.problem import Kind

_GAP = re.compile(r"\[[^\[\]\n]+\](?P<gap>[ \t]+)[(\[]")
_ADDRESS = re.compile(r"https?(?P<joint>:/|//)(?=[^/\s)>\]])")


def mend(damaged: Damaged) -> Iterator[Repair]:
    """Without the space; with `://`."""
    for item, text in damaged.of_kind(Kind.LINK_BROKEN):
        if gap := _GAP.match(text):
            yield damaged.instead(item.place, len(gap["gap"]), "", gap.start("gap"))
        elif address := _ADDRESS.match(text):
            yield damaged.instead(item.place, len(address["joint"]), "://", address.start("joint"))
