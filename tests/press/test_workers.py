"""The processes that typeset start quickly: the fork server imports WeasyPrint before them."""

from __future__ import annotations

from importlib.util import find_spec

from handbook.press import workers


def test_the_fork_server_preloads_a_module_that_exists() -> None:
    """Python passes over a preloaded module that is missing: each process would import WeasyPrint itself."""
    assert find_spec(workers.LAYOUT) is not None
