"""The book as it was printed in 2018, cut into chapters that the checks can read."""
