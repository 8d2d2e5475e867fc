"""One part typeset: from HTML to a painted PDF of its own. Knows WeasyPrint."""
