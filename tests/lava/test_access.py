"""The access table: every address that the resolver knows, every method, every role."""

from __future__ import annotations

import logging
from collections.abc import Iterator

import pytest
from django.contrib import admin
from django.db import transaction
from django.test import Client
from django.urls import URLResolver, get_resolver, reverse

from tests.factories.world import WALKERS, world
from tests.lava import access
from tests.lava.table import ROWS, Row

pytestmark = pytest.mark.django_db


PREFIXES = sorted({row.prefix for row in ROWS})


def patterns(found=None, space: str = "") -> Iterator[str]:
    """The names of all addresses, with their namespaces."""
    for each in found if found is not None else get_resolver().url_patterns:
        if isinstance(each, URLResolver):
            inner = f"{space}{each.namespace}:" if each.namespace else space
            yield from patterns(each.url_patterns, inner)
        else:
            yield f"{space}{each.name}"


def test_every_address_has_its_rows():
    declared = {(row.name, row.method) for row in ROWS}
    known = {each for each in patterns() if not each.startswith("admin:")}
    missing = {(name, method) for name in known for method in ("GET", "POST")} - declared
    assert missing == set()
    assert {name for name, _method in declared} - known == set()
    assert all(len(row.expected) == len(WALKERS) for row in ROWS)


@pytest.fixture(autouse=True)
def _quiet(caplog):
    """Refusals are what these tests are about."""
    caplog.set_level(logging.CRITICAL, "django.request")


@pytest.fixture
def made():
    return world()


@pytest.fixture
def clients(made) -> dict[str, Client]:
    found = {}
    for name in WALKERS:
        found[name] = Client(raise_request_exception=False)
        if name != "anonymous":
            found[name].force_login(made.people[name])
    return found


def ask(client: Client, row: Row, made) -> int:
    """The answer's code; whatever the request changed is undone."""
    address = reverse(row.name, kwargs=access.arguments(row.name, row.what, made))
    with transaction.atomic():
        if row.method == "GET":
            response = client.get(address)
        else:
            response = client.post(address, access.values(row.name, row.what, made))
        transaction.set_rollback(True)
    if response.streaming:
        b"".join(response.streaming_content)
    return response.status_code


@pytest.mark.parametrize("prefix", PREFIXES)
def test_the_table_holds(prefix, made, clients):
    wrong = []
    for row in ROWS:
        if row.prefix != prefix:
            continue
        for walker, expected in zip(WALKERS, row.expected, strict=True):
            code = ask(clients[walker], row, made)
            if str(code) != expected:
                wrong.append(f"{row} {walker}: {code}, not {expected}")
    assert wrong == []


@pytest.mark.parametrize("walker", WALKERS)
def test_the_administration_is_for_the_superuser_alone(walker, clients):
    addresses = [reverse("admin:index")] + [
        reverse(f"admin:{model._meta.app_label}_{model._meta.model_name}_{page}")
        for model in admin.site._registry
        for page in ("changelist", "add")
    ]
    expected = {200, 403} if walker == "superuser" else {302}
    for address in addresses:
        assert clients[walker].get(address).status_code in expected, address


def test_who_has_not_logged_in_is_shown_the_way_back_to_the_page(made, clients):
    page = reverse("assessments:assessment-light", args=[made.matters["preparing"].pk])
    answer = clients["anonymous"].get(page)
    assert answer["Location"] == f"{reverse('account_login')}?next={page}"


def test_the_answer_to_a_missing_right_says_why(made, clients):
    approve = reverse("assessments:step-take", args=[made.matters["in_review"].pk, "approve"])
    page = clients["preparer"].get(f"/en{approve}")
    assert page.status_code == 403
    assert "somebody else than who prepared" in page.content.decode()
