"""What is looked for in finished products: words that their readers must not find, links that lead nowhere.

In: a file or a folder, and the secrets of the book. Out: problems.
"""
