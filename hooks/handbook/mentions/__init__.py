"""Mentions of forms, stages, laws and the rest in running text, and to whom each of them belongs.

In: a text and the settings. Out: mentions with their ids and offsets; nothing is resolved here.
"""
