"""The models of a book's content: modules, stages, readings, forms, quizzes, registers of the annex.

In: values read from YAML. Out: validated models, and the HTML elements of each.
"""
