"""The CMS part of the GraphQL contract."""
