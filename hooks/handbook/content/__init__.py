"""What a book is made of: modules, stages, readings, forms, quizzes, and the registers of the annex.

In: values read from YAML. Out: checked models, and the elements that each of them looks like.
"""
