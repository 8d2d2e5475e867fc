"""Everything of the website beyond its pages: files, menu, redirects, offline use, policy, search.

In: a book and the pages that MkDocs built. Out: files under site/.
"""
