"""`./scripts/schema`: write schema/*.schema.json of a book anew from the engine, in the book's language.

Exit 0 written, 1 the settings of the book cannot be read (nothing was written), 2 could not run.
"""

import json

from handbook.authoring.json_schemas import schemas
from handbook.book.report import Reporter
from handbook.commands.terminal import read_options, say, show
from handbook.settings import read_settings


def main(arguments: list[str]) -> int:
    """Write every schema."""
    options = read_options("schema", arguments)
    settings, _, problems = read_settings(options.root)
    if settings is None:
        return show(problems, Reporter(options.words))
    folder = options.root / "schema"
    folder.mkdir(exist_ok=True)
    for name, schema in schemas(settings.book.language).items():
        (folder / name).write_text(text(schema), encoding="utf-8")
        say(settings.strings("perubahan.ditulis", berkas=f"{folder.name}/{name}"))
    return 0


def text(schema: dict[str, object]) -> str:
    """A schema as its file has it."""
    return json.dumps(schema, ensure_ascii=False, indent=1, sort_keys=True) + "\n"
