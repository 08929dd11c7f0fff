"""GraphQL of tourism: types by thing, and the fields that this app adds to the root."""

from tourism.schema.query import TourismQuery

__all__ = ["TourismQuery"]
