"""New numbers, names and places for parts of a book: files, ids, every mention, old addresses.

In: a sound book and a wish. Out: the new texts of all files that change; nothing is written here. What
cannot be done is a `RefusedError` with its key in the texts under `pindah`.
"""
