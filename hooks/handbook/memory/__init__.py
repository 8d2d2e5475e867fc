"""Things that were made before and would come out the same: kept under a hash of everything that shaped them.

In: keys (`keys.py` makes them of values, files, the engine's own code). Out: what was kept (`store.py`).
It knows nothing of books: whoever makes something says what shapes it.
"""
