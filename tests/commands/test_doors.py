"""The doors: MkDocs, ProperDocs and plain Python-Markdown give the same pages and the same problems."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
from pathlib import Path

import pytest
from lxml import html as lxml_html
from markdown import Markdown

from tests.conftest import PROJECT, CopyOf, lines_of

HOSTS = ("mkdocs", "properdocs")
HOOKS = PROJECT / "hooks"
BROKEN = {"berkas": "docs/modul-02/tahap-2.md", "ganti": "Tahap ini", "dengan": "Lihat IK 2.9. Tahap ini"}
EMPTY = {"berkas": "docs/modul-03/ik-3-1.yml", "isi": ""}
SETTINGS = {"berkas": "handbook.yml", "ganti": "keparahan: {}"}
SOFT = {**SETTINGS, "dengan": "keparahan: {rujukan-hilang: peringatan}"}

CHECK = "from handbook.commands import check; check.main(['--root', sys.argv[1]])"

pytestmark = pytest.mark.usefixtures("host_environment")


def build(host: str, root: Path, *options: str) -> tuple[int, Path, str]:
    """Build the site of a book: exit code, folder, what was said."""
    site = root.parent / f"{root.name}-{host}"
    command = [sys.executable, "-m", host, "build", "--strict", "--config-file", "mkdocs.yml"]
    run = subprocess.run(
        [*command, "--site-dir", str(site), *options], cwd=root, capture_output=True, text=True, check=False
    )
    return run.returncode, site, run.stderr


def articles(site: Path) -> dict[str, str]:
    """The article of every page, as it stands in the file."""
    found = {}
    for file in sorted(site.rglob("*.html")):
        [article] = lxml_html.parse(str(file)).getroot().xpath("//article") or [None]
        if article is not None:
            text = lxml_html.tostring(article, encoding="unicode")
            found[file.relative_to(site).as_posix()] = text
    return found


def warnings(said: str) -> set[str]:
    """The problems among what a host says."""
    return set(re.findall(r"\S+:\d+:\d+: .* \[[a-z0-9-]+\]$", said, re.M))


def test_both_hosts_write_the_same_pages(copy_of: CopyOf) -> None:
    root = copy_of()
    pages = []
    for host in HOSTS:
        code, site, said = build(host, root)
        assert (code, warnings(said)) == (0, set())
        pages.append(articles(site))
    assert pages[0] == pages[1]
    assert {"index.html", "modul-02/ik-2-1/index.html", "modul-02/kuis-2/index.html"} < set(pages[0])


def test_both_hosts_tell_the_problems_of_the_check(copy_of: CopyOf) -> None:
    root = copy_of(BROKEN, EMPTY)
    expected = set(lines_of(root))
    assert len(expected) > 1
    for host in HOSTS:
        code, _, said = build(host, root)
        assert code != 0
        assert warnings(said) >= expected


def test_a_softened_problem_does_not_stop_a_strict_build(copy_of: CopyOf) -> None:
    code, _, said = build("mkdocs", copy_of(BROKEN, SOFT))
    assert "[rujukan-hilang" in said
    assert code == 0


def test_the_extension_alone_reads_the_book_at_its_root(copy_of: CopyOf) -> None:
    root = copy_of()
    name = "handbook.markdown.extension"
    md = Markdown(extensions=[name], extension_configs={name: {"root": str(root)}})
    assert md.convert("Lihat IK 2.1.") == "<p>Lihat IK 2.1.</p>"
    md.reset()
    md.handbook_uri = "modul-02/tahap-1.md"  # type: ignore[attr-defined]
    html = md.convert("Lihat IK 2.1.\n\n/// fasilitator\nRahasia\n///")
    assert '<h1 id="tahap-2-1">' in html
    assert '<p>Lihat <a class="mention" href="ik-2-1.md">IK 2.1</a>.</p>' in html
    assert "Rahasia" not in html


def test_the_extension_without_a_book_makes_no_page_that_lacks_its_links() -> None:
    with pytest.raises(ValueError, match=r"handbook\.yml"):
        Markdown(extensions=["handbook.markdown.extension"]).convert("Lihat IK 2.1.")


def test_the_engine_imports_no_host() -> None:
    for file in HOOKS.rglob("*.py"):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            names = [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
            if isinstance(node, ast.ImportFrom) and not node.level:
                names = [str(node.module)]
            assert not {name.split(".")[0] for name in names} & {*HOSTS, "material", "zensical"}, file


@pytest.mark.parametrize("code", [CHECK, "import mkdocs_hooks"])
def test_neither_checks_nor_pages_ask_for_the_press(code: str, copy_of: CopyOf) -> None:
    """Importing WeasyPrint costs half a second."""
    code = f"import sys; {code}; sys.exit(bool({{'weasyprint', 'pikepdf', 'mkdocs'}} & set(sys.modules)))"
    run = subprocess.run([sys.executable, "-c", code, str(copy_of())], cwd=HOOKS, check=False)
    assert run.returncode == 0
