"""A course: all modules of a book held on some days in a row, planned in one file of its own."""
