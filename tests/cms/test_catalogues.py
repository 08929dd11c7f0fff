import ast
import gettext
import os
import re
import shutil
from pathlib import Path

import polib
import pytest
from django.conf import settings
from django.core.management import call_command
from django.utils.translation.template import templatize

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


# What gettext functions are called in code, and in what Django makes of a template.
GETTEXT = ("_", "gettext", "gettext_lazy", "gettext_noop", "ngettext", "ngettext_lazy")
CALL = re.compile(r"\b(?:_|gettext|ngettext)\(u?(?P<text>'(?:[^'\\]|\\.)*'|\"(?:[^\"\\]|\\.)*\")")


def sentences_of_code(source: str) -> set[str]:
    """First arguments of the calls of gettext."""
    return {
        node.args[0].value
        for node in ast.walk(ast.parse(source))
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Name)
        and node.func.id in GETTEXT
        and node.args
        and isinstance(node.args[0], ast.Constant)
        and isinstance(node.args[0].value, str)
    }


def sentences_of_template(source: str) -> set[str]:
    """What `trans`, `blocktrans` and `_("…")` of a template say."""
    return {ast.literal_eval(call["text"]) for call in CALL.finditer(templatize(source))}


def test_sentences_are_found_in_code_and_in_templates():
    code = "a = _('Un')\nb = ngettext('%d lieu', '%d lieux', n) % n\nc = f('Deux')\nd = gettext_lazy('Tr' 'ois')"
    assert sentences_of_code(code) == {"Un", "%d lieu", "Trois"}
    template = (
        "{% load i18n %}{% trans 'Un' %}"
        "{% blocktrans trimmed count n=many with day=now %}\n {{ n }} lieu le {{ day }}"
        '\n{% plural %}{{ n }} lieux{% endblocktrans %}{{ name|default:_("Sans nom") }}'
        '<p title="{% trans "L’agenda" %}">'
    )
    assert sentences_of_template(template) == {"Un", "%(n)s lieu le %(day)s", "Sans nom", "L’agenda"}


@pytest.mark.parametrize("catalogue", CATALOGUES, ids=lambda path: path.parent.parent.name)
@pytest.mark.parametrize("app", ["cms", "tourism", "agenda", "search", "config"])
def test_every_sentence_of_an_app_is_in_the_catalogue(catalogue, app):
    known = {entry.msgid for entry in polib.pofile(str(catalogue))}
    said: set[str] = set()
    for folder, names, files in os.walk(settings.BASE_DIR / app):
        names[:] = [name for name in names if name not in ("node_modules", "migrations")]
        for file in files:
            path = Path(folder, file)
            if path.suffix == ".py":
                said |= sentences_of_code(path.read_text())
            elif path.suffix in (".html", ".txt") and "templates" in path.parts:
                said |= sentences_of_template(path.read_text())
    assert said - known == set()
