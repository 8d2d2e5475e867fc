"""Measurements that are run by hand: the press, the checks, session packs and the preview."""
