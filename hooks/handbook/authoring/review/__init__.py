"""Review in a word processor: a module as .docx, and what reviewers did back at its place in the sources.

In: a book, and the copies that came back. Out: a document whose every paragraph is bound to its source, then
comments and proposed changes with path, line and column, and the texts of files with the accepted ones.

`passages.py` cuts files into passages whose every character knows its place in the source (`atoms.py`,
`inline.py`, `blocks.py`, `scalars.py`). `document.py` draws them, `stamp.py` keeps what was exported.
`copies.py` and `revisions.py` read a copy; `placing.py` finds its passages in the book of today,
`proposals.py` makes proposals and conflicts, `writing.py` puts accepted ones into the sources, proved.
"""
