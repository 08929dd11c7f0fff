"""What the commands of the search say when its engine cannot be reached."""

import pytest
from django.core.management import CommandError, call_command

from search.engines.contract import EngineUnavailableError


@pytest.mark.parametrize(("command", "work"), [("rebuild_search", "rebuild_index"), ("catch_up_search", "catch_up")])
def test_engine_that_is_down_is_said_in_french_with_what_is_safe(monkeypatch, command, work):
    def down(**options: object) -> None:
        raise EngineUnavailableError("nobody listens")

    monkeypatch.setattr(f"search.management.commands.{command}.{work}", down)
    sentence = "L’index de recherche n’a pas pu être écrit ; celui de la base de données est à jour. nobody listens"
    with pytest.raises(CommandError, match=sentence):
        call_command(command)
