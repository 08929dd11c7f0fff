"""Keeps the engines in step with the public objects: reads them, makes documents, writes these to every engine."""

from search.index.backlog import call_catch_up, catch_up, remember_objects
from search.index.changes import index_objects, rebuild_index
from search.index.reading import documents_of

__all__ = ["call_catch_up", "catch_up", "documents_of", "index_objects", "rebuild_index", "remember_objects"]
