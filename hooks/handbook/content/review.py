"""A review (ulang): questions of earlier self-checks, asked again after a while.

The questions stay in their quizzes; a review names them.
"""

from typing import Annotated

from pydantic import Field

from handbook.source.authored import Authored, ForAll, OldAddresses, Slug, Title


class Recall(Authored):
    """A question by the id of its quiz and its own: `{kuis: kuis-2, soal: kapabilitas}`."""

    quiz: ForAll[Slug] = Field(alias="kuis")
    question: ForAll[Slug] = Field(alias="soal")

    @property
    def id(self) -> str:
        """The id of the question in the review: `kuis-2-kapabilitas`."""
        return f"{self.quiz}-{self.question}"


class Review(Authored):
    """The front matter `ulang:` of a page that asks questions again; its id is the name of its file."""

    title: ForAll[Title] = Field(alias="judul")
    recalls: Annotated[list[Recall], Field(min_length=1)] = Field(alias="soal")
    aliases: OldAddresses = ()
