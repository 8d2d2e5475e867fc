"""The data of the site's search: sections of the pages, names of targets, rules of the language.

The engine that searches is JavaScript (overrides/js/search); here is only its data.
"""

from handbook.site.search.index import Index as Index
