"""Publishing an edition: its conditions, its sheets, its comparison page, where it is served.

In: a checked book and finished products. Out: a folder that can be published, and a record of it.
"""
