import gzip
import socket
import time

import pytest

from municipalities.sotkanet import client as module
from municipalities.sotkanet.client import Client
from municipalities.sotkanet.problems import NotServed, Problem, SotkanetError
from tests.municipalities.sotkanet.conftest import Answer

GOOD = Answer('{"good": true}')


def problem_of(client: Client) -> Problem:
    with pytest.raises(SotkanetError) as refused:
        client.ask("regions")
    return refused.value.problem


def test_says_who_asks(client, service):
    assert client.session.headers["User-Agent"].startswith("Digi-LAVA")
    service.set("regions", GOOD)
    assert client.ask("regions", [("years", 2023), ("years", 2024)]) == GOOD.body
    assert service.asked == [("/rest/1.1/regions", {"years": ["2023", "2024"]})]


def test_packed_answers_are_unpacked(client, service):
    packed = gzip.compress(b"[1]")
    service.set("regions", Answer(packed, headers={"Content-Encoding": "gzip"}))
    assert client.ask("regions") == "[1]"


@pytest.mark.parametrize("status", [429, 500, 502, 503, 504])
def test_a_passing_fault_is_tried_again(status, client, service):
    service.set("regions", Answer("busy", status), Answer("busy", status), GOOD)
    assert client.ask("regions") == GOOD.body
    assert len(service.asked) == 3


@pytest.mark.parametrize(
    ("status", "problem"),
    [(500, Problem.BROKEN), (503, Problem.BROKEN), (429, Problem.REFUSED)],
)
def test_a_lasting_fault_ends_after_three_tries(status, problem, client, service):
    service.set("regions", Answer("busy", status))
    assert problem_of(client) == problem
    assert len(service.asked) == 3


@pytest.mark.parametrize("status", [400, 401, 403])
def test_a_refusal_is_not_tried_again(status, client, service):
    service.set("regions", Answer("no", status))
    assert problem_of(client) == Problem.REFUSED
    assert len(service.asked) == 1


def test_an_unknown_address_is_told_apart(client):
    with pytest.raises(NotServed):
        client.ask("indicators/999999")


def test_a_redirection_is_not_followed(client, service):
    service.set("regions", Answer("", 302, headers={"Location": f"{service.url}/elsewhere"}))
    assert problem_of(client) == Problem.NOT_DATA
    assert len(service.asked) == 1


def test_a_page_is_no_data(client, service):
    service.set("regions", Answer("<html>Huoltokatko</html>", kind="text/html; charset=utf-8"))
    assert problem_of(client) == Problem.NOT_DATA


def test_nobody_there():
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        address = f"http://127.0.0.1:{free.getsockname()[1]}"
    with Client(address, timeout=(1, 1), pauses=(0, 0)) as client:
        assert problem_of(client) == Problem.AWAY


def test_an_answer_that_does_not_begin(hasty, service):
    service.set("regions", Answer("[]", delay=1))
    assert problem_of(hasty) == Problem.SLOW
    assert len(service.asked) == 3


def test_an_answer_that_drips(hasty, service):
    service.set("regions", Answer("x" * 400, drip=0.02))
    began = time.monotonic()
    assert problem_of(hasty) == Problem.SLOW
    # Three whole answers would take 24.
    assert time.monotonic() - began < 20


def test_an_answer_that_stops_on_the_way(hasty, service):
    service.set("regions", Answer("[1, 2, 3]", drip=0.7))
    assert problem_of(hasty) == Problem.SLOW


def test_an_answer_that_is_cut_off(client, service):
    service.set("regions", Answer("[1, 2, 3]", cut=4))
    assert problem_of(client) == Problem.PARTIAL
    assert len(service.asked) == 3


def test_an_answer_that_is_packed_badly(client, service):
    service.set("regions", Answer("not packed", headers={"Content-Encoding": "gzip"}))
    assert problem_of(client) == Problem.PARTIAL


def test_an_answer_that_is_too_large(client, service, monkeypatch):
    monkeypatch.setattr(module, "LARGEST", 1000)
    service.set("regions", Answer("x" * 1001))
    assert problem_of(client) == Problem.CHANGED


def test_the_whole_import_has_an_end(service):
    with Client(service.url, ends=time.monotonic() - 1) as client:
        assert problem_of(client) == Problem.SLOW
    assert service.asked == []


def test_an_address_that_is_none():
    with Client("sotkanet.fi", pauses=()) as client:
        assert problem_of(client) == Problem.AWAY
