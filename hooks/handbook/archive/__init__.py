"""Earlier editions: what was published, and what changed since.

In: a book and the files under editions/. Out: records of editions, fingerprints of sheets, lists of changes.
"""
