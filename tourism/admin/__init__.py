"""The back office of places, trails, stories, offices and imports: what an office sees, and how it edits."""
