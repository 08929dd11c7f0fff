"""Addresses of pages that several others link to."""

from urllib.parse import urlencode

from django.urls import reverse

from tourism.models import ImportRun, SourceRecord


def run_url(run: ImportRun) -> str:
    """The page of a run."""
    return reverse(ImportRun.snippet_viewset.get_url_name("inspect"), args=[run.pk])


def withdrawals_url(run: ImportRun) -> str:
    """Where somebody says yes or no to the withdrawals that a run withheld."""
    return reverse(ImportRun.snippet_viewset.get_url_name("withdrawals"), args=[run.pk])


def record_url(pk: int) -> str:
    """The page of a source's record."""
    return reverse(SourceRecord.snippet_viewset.get_url_name("inspect"), args=[pk])


def page_query(**values: str) -> str:
    """The part of a query string that the links to other pages keep, "&" included; '' when nothing is asked."""
    asked = urlencode({name: value for name, value in values.items() if value})
    return f"{asked}&" if asked else ""
