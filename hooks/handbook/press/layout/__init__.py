"""One part at the typesetter's: from HTML to a painted PDF of its own. Knows WeasyPrint."""
