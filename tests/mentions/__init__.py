"""Tests of mentions in running text."""
