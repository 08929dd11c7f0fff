"""The door of GraphQL: documents, limits, answers. What is asked for lives in the apps' `schema`."""
