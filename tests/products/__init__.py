"""The real book as readers get it: the website and the PDF, built once for all these tests."""
