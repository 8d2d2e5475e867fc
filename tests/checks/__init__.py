"""Tests of the checks of the sources, and of their words."""
