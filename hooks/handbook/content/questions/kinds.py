"""The written list of the kinds of questions, and the type that is any of them.

Whoever treats kinds apart (a format of another program, marking) takes them from here.
"""

from typing import Annotated

from pydantic import Field

from handbook.content.questions.choice import Choice as Choice
from handbook.content.questions.match import Match as Match
from handbook.content.questions.order import Order as Order
from handbook.content.questions.reflection import Reflect as Reflect
from handbook.content.questions.short import Short as Short
from handbook.content.questions.truth import Truth as Truth

AnyQuestion = Annotated[
    Choice | Truth | Match | Order | Short | Reflect,
    Field(discriminator="kind"),
]
