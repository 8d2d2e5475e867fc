"""What is found as a mention in running text."""
