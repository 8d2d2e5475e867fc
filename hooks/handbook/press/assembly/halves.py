"""Two pages side by side on one side of a sheet of paper, which is cut between them."""

from collections.abc import Iterator, Sequence

from pikepdf import Array, Dictionary, Name, Object, Pdf

Shown = tuple[Object, float, float]
"""A form XObject, and where on a half its lower left corner comes, in points."""
LINE = "0.5 w 0.55 G [2 3] 0 d"
"""The line to cut along: half a point, grey, dashed."""


def join(pdf: Pdf, page: Object, shown: Sequence[Sequence[Shown]], *, turned: bool) -> None:
    """Put what is shown on both halves, of which the first have the same size, on a page.

    A page with contents of its own keeps them as its left half, with their structure. What is painted
    else is repeated from there: an artifact for those who listen.
    """
    _, _, width, height = map(float, shown[0][0][0].BBox)
    named = {f"/Half{side}{n}": one for side, ones in enumerate(shown) for n, one in enumerate(ones)}
    own = _contents(page)
    painted = " ".join(_painted(named, width, height, turned=turned, has_left=not own))
    page.Contents = Array([pdf.make_stream(b"q "), *own, pdf.make_stream(painted.encode())])
    resources = Dictionary(dict(page.Resources.items())) if "/Resources" in page else Dictionary()
    pictures = dict(resources.get(Name.XObject, Dictionary()).items())
    resources.XObject = Dictionary({**pictures, **{name: form for name, (form, _, _) in named.items()}})
    page.Resources = resources
    for box in ("/CropBox", "/TrimBox", "/BleedBox", "/ArtBox"):
        if box in page:
            del page[box]
    page.MediaBox = Array([0, 0, 2 * width, height])


def _contents(page: Object) -> list[Object]:
    found = page.get("/Contents")
    return list(found) if isinstance(found, Array) else [] if found is None else [found]


def _painted(
    named: dict[str, Shown], width: float, height: float, *, turned: bool, has_left: bool
) -> Iterator[str]:
    """The operators that paint both halves, or the right one beside a page's own contents."""
    yield "Q /Artifact BMC q"
    if turned:
        yield f"-1 0 0 -1 {2 * width:.3f} {height:.3f} cm"
    for name, (_, left, bottom) in named.items():
        is_right = name.startswith("/Half1")
        if is_right or has_left:
            yield f"q 1 0 0 1 {left + (width if is_right else 0):.3f} {bottom:.3f} cm {name} Do Q"
    yield f"{LINE} {width:.3f} 0 m {width:.3f} {height:.3f} l S Q EMC"
