import gettext
import os
import shutil

import polib
import pytest
from django.conf import settings
from django.core.management import call_command

CATALOGUES = sorted(settings.BASE_DIR.glob("locale/*/LC_MESSAGES/django.po"))


@pytest.mark.parametrize("catalogue", CATALOGUES, ids=lambda path: path.parent.parent.name)
def test_catalogue_has_no_hole(catalogue):
    po = polib.pofile(str(catalogue))
    assert [entry.msgid for entry in [*po.untranslated_entries(), *po.fuzzy_entries()]] == []


def test_compile_catalogues_makes_what_gettext_reads_and_only_once(settings, tmp_path, capsys):
    folder = tmp_path / "en" / "LC_MESSAGES"
    folder.mkdir(parents=True)
    source = folder / "django.po"
    shutil.copy(settings.BASE_DIR / "locale" / "en" / "LC_MESSAGES" / "django.po", source)
    settings.LOCALE_PATHS = [tmp_path]
    call_command("compile_catalogues")
    assert gettext.translation("django", tmp_path, ["en"]).gettext("Récits") == "Stories"
    call_command("compile_catalogues")
    assert capsys.readouterr().out == "en: django.mo\n"
    later = (folder / "django.mo").stat().st_mtime + 10
    os.utime(source, (later, later))
    call_command("compile_catalogues")
    assert capsys.readouterr().out == "en: django.mo\n"
