"""Tests of the page of marks."""
