"""Kinds of form parts, and the names that kept answers depend on."""
