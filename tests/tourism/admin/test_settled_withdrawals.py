"""A run whose withdrawals were settled says what was decided and by whom, and asks nothing more."""

import re

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from tests.agenda.apidae_feed import import_api
from tests.tourism.admin.back_office import CHAPEL, MILL, MOUSTIERS, dataset, place
from tourism.enums import ImportStatus
from tourism.feed import settle_withdrawals
from tourism.models import ImportRun

GONE = range(7100, 7130)


@pytest.fixture
def held(feed) -> ImportRun:
    """A run that would withdraw thirty places."""
    kept = [place(CHAPEL, MOUSTIERS), place(MILL, MOUSTIERS)]
    feed.dataset = dataset(*kept, *(place(number, MOUSTIERS) for number in GONE))
    import_api(feed, confirmed=True)
    feed.dataset = dataset(*kept)
    run = import_api(feed)
    assert (run.status, run.withheld) == (ImportStatus.WAITING, 30)
    return run


def page_of(client, run, **query) -> str:
    return client.get(reverse(ImportRun.snippet_viewset.get_url_name("inspect"), args=[run.pk]), query).content.decode()


def badges(page: str) -> list[str]:
    """Badges of lines with who decided, in words."""
    heads = re.findall(r"<h3>.*?</h3>", page, re.DOTALL)
    said = [re.findall(r'<span class="tr-(?:badge|muted)[^>]*>(.*?)</span>', head) for head in heads]
    return [", ".join(parts) for parts in said]


def decision(page: str) -> str:
    found = re.search(r"<dt>Retraits retenus</dt><dd>(.*?)</dd>", page)
    return found[1] if found else ""


def test_lines_wait_until_somebody_answers(held, agency):
    page = page_of(agency, held, outcome="WITHHELD")
    assert set(badges(page)) == {"Retrait à confirmer"}
    assert decision(page) == ""


def test_yes_is_said_on_each_line_once_with_who_said_it(held, agency):
    settle_withdrawals(held, withdraw=True, by="camille")
    for query in ({}, {"outcome": "WITHHELD"}, {"outcome": "WITHDRAWN"}):
        page = page_of(agency, held, **query)
        assert badges(page) == ["Retiré, décidé par camille"] * 30, query
        assert decision(page) == "30 retirées, par camille"
        assert "à confirmer" not in page


def test_no_is_said_on_each_line_with_who_said_it(held, agency):
    settle_withdrawals(held, withdraw=False, by="camille")
    page = page_of(agency, held, outcome="WITHHELD")
    assert badges(page) == ["Gardé, décidé par camille"] * 30
    assert decision(page) == "30 gardées, par camille"
    assert "à confirmer" not in page


def test_what_came_back_before_the_yes_is_said_to_be_kept(held, feed, agency):
    feed.dataset = dataset(place(CHAPEL, MOUSTIERS), place(MILL, MOUSTIERS), place(GONE[0], MOUSTIERS))
    import_api(feed)
    held.refresh_from_db()
    ImportRun.objects.filter(pk=held.pk).update(status=ImportStatus.WAITING)
    settle_withdrawals(held, withdraw=True, by="camille")
    page = page_of(agency, held, outcome="WITHHELD")
    assert sorted(set(badges(page))) == ["Gardé, décidé par camille", "Retiré, décidé par camille"]
    assert decision(page) == "29 retirées, 1 gardée, par camille"


def test_question_that_a_newer_reading_replaced_is_said_to_be_over(held, feed, agency):
    newer = import_api(feed)
    held.refresh_from_db()
    assert (held.status, newer.status) == (ImportStatus.SUCCEEDED, ImportStatus.WAITING)
    page = page_of(agency, held, outcome="WITHHELD")
    assert set(badges(page)) == {"Sans suite, un import plus récent a remplacé la question"}
    assert decision(page) == "sans réponse : un import plus récent a remplacé la question"


def test_settled_run_costs_the_same_with_1_and_with_30_lines(held, agency):
    settle_withdrawals(held, withdraw=True, by="camille")
    page_of(agency, held)
    costs = []
    for _step in range(2):
        with CaptureQueriesContext(connection) as queries:
            page_of(agency, held)
        costs.append(len(queries))
        held.lines.exclude(external_id=str(GONE[0])).delete()
    assert costs[0] == costs[1] <= 24
