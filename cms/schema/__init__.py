"""The CMS part of the GraphQL contract: shared types, pages."""

from cms.schema.pages import CmsQuery

__all__ = ["CmsQuery"]
