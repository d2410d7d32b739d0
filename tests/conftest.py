"""What every test may ask for."""

import os
import socket

import pytest
from django.core.cache import cache
from django.db import connections
from django.utils import translation

# Playwright's driver runs an event loop in the thread that also talks to the database.
os.environ.setdefault("DJANGO_ALLOW_ASYNC_UNSAFE", "true")


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup):
    """The test databases; whatever the last test kept open is closed before they are removed.

    While Playwright's event loop is there Django gives this thread a connection of its own beside
    the one that made the database, and closes only the latter; PostgreSQL then refuses to remove a
    database that is still in use.
    """
    yield
    connections.close_all()


@pytest.fixture(autouse=True)
def _clean_cache():
    cache.clear()
    yield


@pytest.fixture(autouse=True)
def _own_language(settings):
    """The test client leaves the language of its last answer behind."""
    translation.activate(settings.LANGUAGE_CODE)


@pytest.fixture(autouse=True)
def _own_media(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path / "media"


@pytest.fixture
def log_in(client):
    """``log_in(person)`` returns a client in which ``person`` is logged in."""

    def _log_in(person):
        client.force_login(person)
        return client

    return _log_in


@pytest.fixture
def unused_port():
    """A port of this machine that nothing listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]
