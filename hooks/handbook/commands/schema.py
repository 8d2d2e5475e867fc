"""`./scripts/schema`: write schema/*.schema.json anew from the engine. For maintainers."""

from __future__ import annotations

import json
from pathlib import Path

from handbook.authoring.json_schemas import schemas
from handbook.commands import door

FOLDER = Path(__file__).parents[3] / "schema"


def main() -> None:
    """Write every schema."""
    for name, schema in schemas().items():
        (FOLDER / name).write_text(text(schema), encoding="utf-8")


def text(schema: dict[str, object]) -> str:
    """A schema as its file has it."""
    return json.dumps(schema, ensure_ascii=False, indent=1, sort_keys=True) + "\n"


if __name__ == "__main__":
    door.enter(main)
