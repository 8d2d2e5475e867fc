"""Help for authors: new books, modules and forms from skeletons, schemas for editors of YAML.

In: what the author asks for, and the models of content. Out: new source files, JSON Schemas.
"""
