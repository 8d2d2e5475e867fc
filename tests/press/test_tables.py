"""Headers of cells from the grid, without a PDF."""

from __future__ import annotations

from xml.etree.ElementTree import fromstring

import pytest

from handbook.press.layout.tables import headers_of

MERGED = """<table><thead>
<tr><th rowspan="3">1</th><th colspan="6">D</th></tr>
<tr><th rowspan="2">2</th><th rowspan="2">3</th><th rowspan="2">4</th><th colspan="3">P</th></tr>
<tr><th>5</th><th>6</th><th>7</th></tr></thead>
<tbody><tr><th scope="row">I</th><td>a</td><td>b</td><td>c</td><td>d</td><td>e</td><td>f</td></tr>
<tr><th scope="row">II</th><td>g</td><td colspan="2">h</td><td>i</td><td colspan="2">j</td></tr>
</tbody></table>"""

CASES = {
    "three header rows, merged": (
        MERGED,
        "a: D 2 I; b: D 3 I; c: D 4 I; d: D P 5 I; e: D P 6 I; f: D P 7 I; "
        "g: D 2 II; h: D 3 4 II; i: D P 5 II; j: D P 6 7 II",
    ),
    "no row headers": (
        "<table><thead><tr><th>A</th><th>B</th></tr></thead><tr><td>a</td><td>b</td></tr></table>",
        "a: A; b: B",
    ),
    "row header over two rows": (
        "<table><tr><th scope='col'>A</th><th scope='col'>B</th></tr>"
        "<tbody><tr><th rowspan='2'>x</th><td>a</td></tr><tr><td>b</td></tr>"
        "<tr><th>y</th><td>c</td></tr></tbody></table>",
        "a: B x; b: B x; c: B y",
    ),
    "a title row for the rows below it": (
        "<table><tbody><tr><th colspan='2' scope='rowgroup'>G</th></tr><tr><th>x</th><td>a</td></tr>"
        "<tr><th colspan='2' scope='rowgroup'>H</th></tr><tr><th>y</th><td>b</td></tr></tbody></table>",
        "a: G x; b: H y",
    ),
    "the author's own headers": (
        "<table><tr><th id='p'>P</th><th id='q'>Q</th></tr>"
        "<tr><td headers='q p'>a</td><td headers='x'>b</td></tr></table>",
        "a: Q P; b: ",
    ),
    "a cell as high as its group": (
        "<table><thead><tr><th>A</th><th>B</th></tr></thead><tbody><tr><td rowspan='0'>a</td><td>b</td></tr>"
        "<tr><td>c</td></tr></tbody></table>",
        "a: A; b: B; c: B",
    ),
}


@pytest.mark.parametrize("case", CASES)
def test_headers(case: str) -> None:
    html, expected = CASES[case]
    found = headers_of(fromstring(html))
    said = [f"{cell.text}: {' '.join(str(head.text) for head in heads)}" for cell, heads in found.items()]
    assert "; ".join(said).strip() == expected.strip()
