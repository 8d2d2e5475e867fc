"""Pages as elements, for the site and for print: the renderer, blocks, lists, the workbook.

In: a book, an audience and a medium. Out: HTML elements; Markdown is not touched here.
"""
