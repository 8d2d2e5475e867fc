"""A static training-handbook engine: Markdown and YAML in, a checked book out.

The engine never imports a site generator. Doors stand outside it: the MkDocs
hook, the Markdown extension (`handbook.markdown.extension`) and the commands.
"""
