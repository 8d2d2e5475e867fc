"""Mentions of forms, stages, laws and the rest in running text, and the owner of each.

In: a text and the settings. Out: mentions with their ids and offsets; nothing is resolved here.
"""
