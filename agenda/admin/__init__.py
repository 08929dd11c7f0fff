"""The back office of events."""
