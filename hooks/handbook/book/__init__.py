"""The whole book in memory: pages, registers, targets, and every use of a target.

In: the folder of a book. Out: one `Book`, and the problems met while reading it.
"""
