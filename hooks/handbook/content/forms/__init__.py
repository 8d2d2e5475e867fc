"""The kinds of form parts: one kind, one file, one class below `FormPart` in base.py, one line in kinds.py.

Texts of authors come in; fields, the blank part and its worked example go out.
"""

from handbook.content.forms.base import FormField, FormPart, Named, Path, Texts, TitledPart, Usual

__all__ = ["FormField", "FormPart", "Named", "Path", "Texts", "TitledPart", "Usual"]
