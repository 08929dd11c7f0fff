"""The only place of the project that listens to signals."""
