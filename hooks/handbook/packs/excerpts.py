"""Passages of a drawn page that stand in a pack without the page around them."""

from html import escape

from lxml import html as lxml_html

HERE = "\u0001"
"""Stands in a sheet where the HTML of passages comes."""


def on_its_own(element: lxml_html.HtmlElement) -> str:
    """A passage as HTML: its footnotes below it, without ids, which only its page has."""
    _keep_footnotes(element)
    for inner in element.iter():
        inner.attrib.pop("id", None)
    element.tail = None
    return str(lxml_html.tostring(element, encoding="unicode"))


def _keep_footnotes(element: lxml_html.HtmlElement) -> None:
    """Put the footnotes of a passage below it: the page that they stood on is not in the pack."""
    for link in element.xpath(".//a[starts-with(@href, '#')]"):
        number = link.text_content()
        texts = element.getroottree().xpath("//li[@id=$id]", id=link.get("href")[1:])
        link.drop_tag()
        for item in texts:
            for back in item.xpath(".//a[starts-with(@href, '#')]"):
                back.drop_tree()
            words = " ".join(item.text_content().split())
            element.append(lxml_html.fromstring(f'<p class="note-foot">{escape(f"{number}) {words}")}</p>'))
