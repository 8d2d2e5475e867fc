"""The press: typeset HTML in, one tagged PDF/UA-1 out.

The only room that knows WeasyPrint. It imports nothing else of the engine:
whoever prints hands it a `PrintJob` of plain values and gets a `Report` of plain values back.

    report = press(PrintJob(parts, out, metadata, base=root, stylesheets=[css], strings=strings))

**The HTML**

- Every target has an `id`, unique over the whole book.
- A link to a target is `<a href="handbook:ID">`, wherever the target stands (`#ID` means
  the same). Links to http, https, mailto and tel stay links; every other link loses its
  address, keeps its text and is reported as dead, like a link to a target that no part has.
- `<span class="page-ref" data-target="ID"></span>` becomes ` (hlm. 2-14)`, or ` (hlm. ini)`
  on the page where the target begins; `<span class="page-number" data-target="ID"></span>`
  becomes the bare label. The engine's words come in `ReferenceWords`.
- Fields (`input`, `textarea`, `select`) need a `name` and a label (`<label for>`, a label
  around them, `aria-label`, `aria-labelledby` or `title`). Radio buttons become check boxes
  named `NAME.VALUE`; buttons are taken out. The legend of a fieldset is read before the label.
- Check boxes with `data-one` whose names differ in their last step exclude each other: they become one
  field `….pilihan`, each box with that last step as its value.
- A field of text takes as many letters as its box has room for, in one size from 7 points on; a `textarea`
  says so with `ReferenceWords.more`. Of class `ruled` it is framed, since viewers set text across rules.
- `<td headers>` is honoured; without it the grid decides which headers a cell has.

**Not for stylesheets**: `opacity` on text (WeasyPrint then paints it where tags
do not reach) and `nowrap` on references (the press sets it). Labels that only name a field
are best `display: none` on paper: the field keeps the words. The size of a field's font is the largest
that its text is set in.

**How it works** (`pipeline.py`): each part is laid out by a worker, short ones by the same, which share
parsed stylesheets (`workers.py`, `layout/stylesheets.py`), with placeholders for page labels
(`layout/typesetting.py`; `constants.py` spares WeasyPrint work), and says where its targets
landed. When the map of all parts is known, each part gets the labels put into its lines
(`layout/lines.py`, which reaches into WeasyPrint's boxes for that), is painted and has its tags
repaired (`finish.py`, `tables.py`, `repair.py` there). Where a label does not fit its line, the part
is laid out again with the label as text. Late parts (contents) are laid out when the labels of the
others are known. A part is told and shows a 0 for each figure of a label; where these stand is kept
with its pages (`layout/marking.py`, `labels.py`), and the figures are written when parts are joined.

`assembly/merge.py` joins pages, structure trees (`tree.py`), fields (`fields.py`), destinations,
bookmarks, page labels and metadata (`catalog.py`). It copies one part after the other (`copying.py`)
into a file that is written as it comes (`pdffile.py`), so that a long book needs no more memory than a
short one. A part is a block of objects there, which is kept and written again as it is (`joined.py`).

With `cache=FOLDER` nothing is made twice (`cached_steps.py`, `store.py`): a part's layout is kept by
the hash of its HTML, of the files it reads, of fonts, stylesheets and programs (`inputs.py`); its
painted pages also by the room that the labels on them take. An edit prints one part again, an edit
that moves pages also the parts that name a page whose label has a figure more or less now. Cold and
warm runs give the same bytes.

`extracts` are PDFs of their own, a part or some of its pages, cut out of the painted parts with
tags, fields and links (`assembly/cut.py`, `products.py`), another part behind them if one is named.
Small jobs (a pack, a form) are simply few parts; `fillable=False` draws fields as empty
boxes. Without `whole` only the extracts are made.

Processes come from a fork server that imports WeasyPrint once. Python makes each of them
import the caller's main script again: keep that script small and guarded by
`if __name__ == "__main__"`. With `workers=1` everything happens in the calling process.
"""

from handbook.press.pipeline import press as press
from handbook.press.printjob import PrintJob as PrintJob
from handbook.press.values import Anchor as Anchor
from handbook.press.values import Dead as Dead
from handbook.press.values import Extract as Extract
from handbook.press.values import Label as Label
from handbook.press.values import Metadata as Metadata
from handbook.press.values import Note as Note
from handbook.press.values import NoteKind as NoteKind
from handbook.press.values import Part as Part
from handbook.press.values import PressError as PressError
from handbook.press.values import ReferenceWords as ReferenceWords
from handbook.press.values import Report as Report
from handbook.press.values import Step as Step
from handbook.press.workers import warm_up as warm_up
