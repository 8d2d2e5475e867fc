"""E-books: what is inside, whether every link leads somewhere, where the printed pages begin."""
