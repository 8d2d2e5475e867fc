"""Files of authors, parsed with positions: YAML, Markdown, pictures, the dialect of blocks.

In: the bytes of one file. Out: plain values that know line and column, and problems at them.
"""
