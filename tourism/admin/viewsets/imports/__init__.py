"""Imports in the back office: runs, withdrawals to confirm, quarantine, announced exports, alerts, selections."""

from tourism.admin.viewsets.imports.alerts import FeedAlertViewSet
from tourism.admin.viewsets.imports.deliveries import ExportDeliveryViewSet
from tourism.admin.viewsets.imports.records import SourceRecordViewSet
from tourism.admin.viewsets.imports.selections import SelectionViewSet
from tourism.admin.viewsets.imports.withdrawals import ImportRunViewSet

__all__ = [
    "ExportDeliveryViewSet",
    "FeedAlertViewSet",
    "ImportRunViewSet",
    "SelectionViewSet",
    "SourceRecordViewSet",
]
