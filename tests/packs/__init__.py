"""Tests of session packs."""
