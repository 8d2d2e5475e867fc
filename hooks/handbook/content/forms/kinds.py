"""The written list of the kinds of form parts, and the type that is any of them.

Whoever looks for a kind takes it from here.
"""

from typing import Annotated

from pydantic import Field

from handbook.content.forms.bingo import Bingo
from handbook.content.forms.cards import Cards
from handbook.content.forms.case import Case
from handbook.content.forms.commitment import Commitment
from handbook.content.forms.criteria import Criteria
from handbook.content.forms.grid import Grid
from handbook.content.forms.lines import Lines
from handbook.content.forms.names import Names
from handbook.content.forms.pairs import Pairs
from handbook.content.forms.table import Table as Table
from handbook.content.forms.worksheet import Worksheet

AnyPart = Annotated[
    Grid | Lines | Table | Pairs | Criteria | Case | Commitment | Worksheet | Cards | Bingo | Names,
    Field(discriminator="kind"),
]
