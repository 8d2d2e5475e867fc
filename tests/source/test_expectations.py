"""For every value refused, authors are told what would fit, without patterns or a library's English."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator
from typing import Any

import pytest
from pydantic import BaseModel, ValidationError

from handbook.book.book import REGISTERS
from handbook.book.page import MODELS
from handbook.problem import Phrase
from handbook.settings import Settings
from handbook.source.expected import expected
from handbook.source.validation import models_in
from handbook.strings import languages, load

WRONG: tuple[object, ...] = (
    *(None, "", " ", "?", "^x$", -1, 10**30, 1.5, True, [], ["?", "?"], [[]], {}, {"?": "?"}, {"?": [1]}),
    *(datetime.date(2026, 11, 28), datetime.datetime(2026, 11, 28, 13, 5)),
)
"""Values as YAML gives them; for most places most of them are wrong."""
TOLD_OTHERWISE = {"missing", "extra_forbidden", "union_tag_not_found"}
"""Mistakes of keys, which have kinds of their own."""


def models(seen: set[type[BaseModel]], *found: type[BaseModel]) -> set[type[BaseModel]]:
    """Some models and all that their fields name."""
    for model in found:
        if model not in seen:
            seen.add(model)
            for info in model.model_fields.values():
                models(seen, *models_in(info.annotation))
    return seen


MODELS_OF_AUTHORS = {
    model.__name__: model for model in models(set(), Settings, *MODELS.values(), *REGISTERS.values())
}


def mistakes(model: type[BaseModel]) -> Iterator[tuple[str, Any]]:
    """For every key of a model and every wrong value what does not fit there."""
    for name, info in model.model_fields.items():
        for value in WRONG:
            key = info.alias or name
            try:
                model.model_validate({key: value})
            except ValidationError as error:
                found = (item for item in error.errors() if item["loc"][:1] == (key,))
                yield from ((key, item) for item in found if item["type"] not in TOLD_OTHERWISE)


@pytest.mark.parametrize("name", sorted(MODELS_OF_AUTHORS))
def test_what_would_fit_is_said_in_words(name: str) -> None:
    for key, mistake in mistakes(MODELS_OF_AUTHORS[name]):
        told = expected(mistake)
        assert told != Phrase("lain"), (key, mistake)
        for strings in map(load, languages()):
            words = told if isinstance(told, str) else strings(f"harap.{told.key}", **dict(told.words))
            assert not re.search(r"[\\^$]|Input should|Value error", words), (key, mistake)


def test_every_key_refuses_something() -> None:
    places = {(name, key) for name, model in MODELS_OF_AUTHORS.items() for key, _ in mistakes(model)}
    assert len(places) > 200
