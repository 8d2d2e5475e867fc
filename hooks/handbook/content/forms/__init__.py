"""The kinds of parts that a form can have: one kind, one file, one shape.

Each file holds a pydantic value, `targets` (what texts may refer to), `to_html`
(the blank part with its fields) and `example` (the filled part, read only).
"""
