"""Every text of the interface exists in Finnish and Swedish, whole and with its placeholders."""

from __future__ import annotations

import os
import re
import shutil
from pathlib import Path

import polib
import pytest
from django.conf import settings
from django.core.management import call_command

LANGUAGES = ("fi", "sv")
SOURCES = ("lava", "assessments", "municipalities", "templates")
NOT_SOURCES = shutil.ignore_patterns("locale", "__pycache__", "migrations", "data", "*.mo")
PLACEHOLDER = re.compile(r"%\(\w+\)[sd]|%[sd]|\{\w*\}|<[^>]+>")


@pytest.fixture(scope="module")
def source(tmp_path_factory) -> polib.POFile:
    """The texts as they stand in code and templates today, collected from a copy of them."""
    place = tmp_path_factory.mktemp("texts")
    for name in SOURCES:
        shutil.copytree(settings.BASE_DIR / name, place / name, ignore=NOT_SOURCES)
    (place / "locale").mkdir()
    here = Path.cwd()
    before = settings.LOCALE_PATHS
    os.chdir(place)
    settings.LOCALE_PATHS = [place / "locale"]
    try:
        call_command("makemessages", locale=["fi"], verbosity=0)
    finally:
        settings.LOCALE_PATHS = before
        os.chdir(here)
    return polib.pofile(str(place / "locale/fi/LC_MESSAGES/django.po"))


def catalogue(language: str) -> polib.POFile:
    path = settings.BASE_DIR / "lava" / "locale" / language / "LC_MESSAGES" / "django.po"
    assert path.exists(), f"there is no catalogue: {path}"
    return polib.pofile(str(path))


def key(entry: polib.POEntry) -> tuple:
    return entry.msgctxt, entry.msgid


def texts(entry: polib.POEntry) -> list[tuple[str, str]]:
    """Every translation beside the text that it must carry the placeholders of."""
    if not entry.msgid_plural:
        return [(entry.msgid, entry.msgstr)]
    return [(entry.msgid_plural, text) for text in entry.msgstr_plural.values()]


def test_the_texts_of_the_interface_are_found(source):
    assert len(source) > 1000
    assert any(entry.msgctxt == "role" for entry in source)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_text_is_translated(language, source):
    known = {key(entry): entry for entry in catalogue(language)}
    missing = [
        key(entry)
        for entry in source
        if key(entry) not in known or not known[key(entry)].translated()
    ]
    assert missing == [], f"{len(missing)} texts are not in {language}"


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_text_is_fuzzy_or_empty(language):
    poor = [
        key(entry)
        for entry in catalogue(language)
        if entry.fuzzy or any(not text.strip() for _source, text in texts(entry))
    ]
    assert poor == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_placeholders_and_marks_are_kept(language):
    broken = []
    for entry in catalogue(language):
        for original, text in texts(entry):
            wanted, found = (sorted(PLACEHOLDER.findall(each)) for each in (original, text))
            # One of two plural forms may say "one" in words.
            if text and found != wanted and not (entry.msgid_plural and set(found) < set(wanted)):
                broken.append((key(entry), text))
    assert broken == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_plural_forms_are_complete(language):
    catalogue_of = catalogue(language)
    number = int(re.search(r"nplurals=(\d+)", catalogue_of.metadata["Plural-Forms"]).group(1))
    incomplete = [
        key(entry)
        for entry in catalogue_of
        if entry.msgid_plural and set(entry.msgstr_plural) != set(range(number))
    ]
    assert incomplete == []
