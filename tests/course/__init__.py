"""Courses: plans read, checked, timed and proposed."""
