"""The engine's extension of Python-Markdown: blocks, links, figures, and what print needs.

In: the Markdown of a page and a renderer. Out: the HTML of the page.
"""
