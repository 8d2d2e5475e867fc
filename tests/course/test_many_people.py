"""A course for many people: what stands on every copy is laid out once."""

from __future__ import annotations

from handbook.packs.name_overlays import every
from handbook.packs.people import Person


def test_names_are_laid_out_once_for_each_person() -> None:
    people = [Person(f"Rekaan {number}", office=f"Kali {number}") for number in range(200)]
    assert len(every(people)) == 400
