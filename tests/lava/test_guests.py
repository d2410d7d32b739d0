"""The access table for those who hold a right in one assessment only: whatever is not written
down here is refused to them. ``con`` is a member of the working group who writes the impacts of
the matter ``preparing``, and reads of it what its preparer does; ``pee`` is a peer reviewer of the
matter ``in_review``, as a guest."""

from __future__ import annotations

import logging

import pytest
from django.test import Client

from tests.factories import teams
from tests.factories.world import WALKERS, world
from tests.lava.table import ROWS
from tests.lava.test_access import ask

pytestmark = pytest.mark.django_db

REFUSED = {403, 404, 405}
PREPARER = WALKERS.index("preparer")
PUBLIC = {"200", "410", "503"}
PERSONAL = """
work                         -                            GET  200 200
proposal-list                -                            GET  200 200
assessment-review            in_review                    GET  404 200
assessment-part              preparing/imp                POST 302 404
assessment-part              in_review/qa                 GET  404 200
assessment-part              in_review/qa                 POST 404 302
impact-update                preparing                    POST 302 404
review-queue                 -                            GET  403 200
presence                     preparing/imp                POST 200 404
comment-part                 preparing/imp                POST 302 404
comment-settle               preparing                    POST 302 404
report-create                preparing                    POST 302 404
report-retry                 failed                       POST 302 404
reminder-list                -                            GET  200 200
programme-list               -                            GET  200 200
user-update                  -                            GET  200 200
user-update                  -                            POST 302 302
user-language                -                            POST 302 302
"""


def opened() -> dict[tuple[str, str, str], tuple[str, str]]:
    """The answers that are written down, by address, matter and method."""
    found = {}
    for line in PERSONAL.strip().splitlines():
        name, what, method, con, pee = line.split()
        found[name, what, method] = (con, pee)
    return found


@pytest.fixture(autouse=True)
def _quiet(caplog):
    caplog.set_level(logging.CRITICAL, "django.request")


def test_a_team_and_a_review_open_one_assessment_and_nothing_else():
    made = world()
    people = (teams.member(made.matters["preparing"], "imp"), made.peer.user)
    clients = []
    for person in people:
        clients.append(Client(raise_request_exception=False))
        clients[-1].force_login(person)
    known, wrong = opened(), []
    for row in ROWS:
        if row.prefix in ("", "account_") or row.expected[0] in PUBLIC:
            continue
        codes = [ask(client, row, made) for client in clients]
        key = (row.name.rpartition(":")[2], row.what, row.method)
        expected = known.pop(key, None)
        if row.method == "GET" and row.what.partition("/")[0] == "preparing":
            codes[0] = 404 if str(codes[0]) == row.expected[PREPARER] else codes[0]
        if expected is None and not set(codes) <= REFUSED:
            wrong.append(f"{key[0]:28} {row.what:28} {row.method:4} {codes[0]} {codes[1]}")
        elif expected is not None and tuple(map(str, codes)) != expected:
            wrong.append(f"{key}: {codes}, not {expected}")
    assert wrong == [], "\n" + "\n".join(wrong)
    assert known == {}
