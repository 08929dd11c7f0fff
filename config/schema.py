"""The GraphQL API: the sum of what each app offers."""

import graphene

from agenda.schema import AgendaQuery, AnnouncementsQuery, DatesQuery
from cms.schema import CmsQuery
from search.schema import SearchQuery
from tourism.schema import TourismQuery


class Query(AgendaQuery, AnnouncementsQuery, DatesQuery, TourismQuery, CmsQuery, SearchQuery, graphene.ObjectType):
    """Everything that may be read."""


schema = graphene.Schema(query=Query)
