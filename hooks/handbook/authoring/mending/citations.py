"""Laws cited in full without their name: *Undang-Undang Nomor 23 Tahun 2014* is UU 23/2014."""

import re
from collections.abc import Iterator

from handbook.authoring.mending.repair import Damaged, Repair
from handbook.book import all_uses
from handbook.mentions.patterns import alternatives
from handbook.settings import FILE


def mend(damaged: Damaged) -> Iterator[Repair]:
    """The short form of the register; where the official name follows, the full form stays."""
    book = damaged.book
    shorts = {law.id: law.short for law in book.regulations}
    about = alternatives(book.settings.strings.tree("kalimat.tentang"))
    named = re.compile(rf"\s+(?:{about})\b")
    for use in all_uses(book):
        mention = use.mention
        short = shorts.get(mention.id)
        is_whole = mention.kind == "peraturan" and not mention.article and "/" not in mention.words
        if (
            short
            and is_whole
            and use.page
            and use.place.path != FILE
            and not named.match(use.text, mention.end)
        ):
            yield from damaged.words_at(use.place, mention.words, short)
