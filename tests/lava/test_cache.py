"""With Redis away every page still answers; personal pages are kept nowhere."""

import pytest
from django.core.cache import caches
from django.urls import reverse

from municipalities.roles import Role
from tests import factories

pytestmark = pytest.mark.django_db


@pytest.fixture
def no_redis(settings, unused_port):
    settings.CACHES = {
        "default": {
            "BACKEND": "lava.cache.ForgivingRedisCache",
            "LOCATION": f"redis://127.0.0.1:{unused_port}/0",
        }
    }
    settings.SESSION_ENGINE = "django.contrib.sessions.backends.cached_db"
    for connection in caches.all(initialized_only=True):
        connection.close()


def test_a_person_goes_on_working_while_redis_is_away(no_redis, client):
    person = factories.user(Role.PREPARER, factories.municipality())
    client.force_login(person)
    assert client.get(reverse("assessments:work")).status_code == 200
    assert client.get(reverse("account_login")).status_code in (200, 302)


def test_one_can_log_in_while_redis_is_away(no_redis, client):
    person = factories.user(Role.PREPARER, factories.municipality())
    answer = client.post(
        reverse("account_login"), {"login": person.email, "password": "sininen-ovi-42"}
    )
    assert answer.status_code == 302


def test_the_pages_of_a_person_are_not_stored(client):
    client.force_login(factories.user(Role.PREPARER, factories.municipality()))
    assert client.get(reverse("assessments:work"))["Cache-Control"] == "private, no-store"


def test_public_pages_may_be_stored_whoever_reads(client):
    client.force_login(factories.user(Role.PREPARER, factories.municipality()))
    assert "no-store" not in client.get(reverse("publishing:publication-list"))["Cache-Control"]


@pytest.mark.parametrize("address", ["/proposals/{}/", "/proposals/{}/light/", "/summaries/{}/"])
def test_a_number_that_no_row_bears_is_not_found(client, address):
    client.force_login(factories.user(Role.PREPARER, factories.municipality()))
    for digits in ("9" * 18, "9" * 25):
        assert client.get(address.format(digits)).status_code == 404
