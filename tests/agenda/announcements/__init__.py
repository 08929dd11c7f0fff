"""Announcements sent without an account."""
