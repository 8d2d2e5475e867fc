"""The written list of the kinds of questions, and the type that is any of them."""

from typing import Annotated

from pydantic import Field

from handbook.content.questions.choice import Choice
from handbook.content.questions.match import Match
from handbook.content.questions.order import Order
from handbook.content.questions.reflection import Reflect
from handbook.content.questions.short import Short
from handbook.content.questions.truth import Truth

AnyQuestion = Annotated[
    Choice | Truth | Match | Order | Short | Reflect,
    Field(discriminator="kind"),
]
