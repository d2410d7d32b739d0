"""A service of our own on this machine, which answers as the real one was recorded to."""

from __future__ import annotations

import json
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from urllib.parse import parse_qs, urlsplit

import pytest

from municipalities import indicators
from municipalities.indicators import SHIPPED
from municipalities.models import Municipality
from municipalities.sotkanet import importing
from municipalities.sotkanet.client import Client
from tests.factories.municipalities import MunicipalityFactory, RegionFactory

RECORDED = Path(__file__).resolve().parent.parent / "samples"
POPULATION = 127


@dataclass
class Answer:
    """One answer of the service, and how badly it is given."""

    body: str | bytes = ""
    status: int = 200
    kind: str = "application/json;charset=UTF-8"
    headers: dict[str, str] = field(default_factory=dict)
    # Seconds before it begins, and between its bytes.
    delay: float = 0
    drip: float = 0
    # Ends the connection after so many bytes of what was promised.
    cut: int | None = None


@dataclass
class Service:
    """What is answered at each path; a list is used up answer by answer, its last one stays."""

    url: str = ""
    answers: dict[str, list[Answer]] = field(default_factory=dict)
    asked: list[tuple[str, dict]] = field(default_factory=list)

    def set(self, path: str, *answers: Answer) -> None:
        self.answers[path] = list(answers)

    def set_json(self, path: str, data: object) -> None:
        self.set(path, Answer(json.dumps(data)))

    def take(self, path: str) -> Answer:
        waiting = self.answers.get(path) or [Answer("Not Found", 404, "text/plain")]
        return waiting.pop(0) if len(waiting) > 1 else waiting[0]


class Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    service: Service

    def do_GET(self) -> None:
        place = urlsplit(self.path)
        self.service.asked.append((place.path, parse_qs(place.query)))
        answer = self.service.take(place.path.removeprefix("/rest/1.1/"))
        body = answer.body.encode() if isinstance(answer.body, str) else answer.body
        time.sleep(answer.delay)
        try:
            self.send_response(answer.status)
            self.send_header("Content-Type", answer.kind)
            self.send_header("Content-Length", str(len(body)))
            for name, value in answer.headers.items():
                self.send_header(name, value)
            self.end_headers()
            self.give(body, answer)
        except (BrokenPipeError, ConnectionResetError):
            self.close_connection = True

    def give(self, body: bytes, answer: Answer) -> None:
        if answer.cut is not None:
            self.wfile.write(body[: answer.cut])
            self.close_connection = True
        elif answer.drip:
            for place in range(len(body)):
                self.wfile.write(body[place : place + 1])
                self.wfile.flush()
                time.sleep(answer.drip)
        else:
            self.wfile.write(body)

    def log_message(self, *_arguments: object) -> None:
        pass


class Server(ThreadingHTTPServer):
    # A client that has given up must not be waited for.
    daemon_threads = True
    block_on_close = False

    def handle_error(self, *_arguments: object) -> None:
        """A client that hangs up is what some tests are about."""


@pytest.fixture
def service() -> Iterator[Service]:
    """The recorded service: its areas, the population of 2009 and nothing else."""
    made = Service()
    server = Server(("127.0.0.1", 0), type("Bound", (Handler,), {"service": made}))
    thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    thread.start()
    made.url = f"http://127.0.0.1:{server.server_port}/rest/1.1"
    made.set("regions", Answer((SHIPPED / "regions.json").read_text(encoding="utf-8")))
    made.set_json(f"indicators/{POPULATION}", metadata(POPULATION, 2009, 2009))
    made.set("json", Answer((RECORDED / "data_127_2009.json").read_text(encoding="utf-8")))
    yield made
    server.shutdown()
    server.server_close()
    thread.join()


@pytest.fixture(autouse=True)
def only_population(monkeypatch):
    """The list of one indicator, so that every test tells what the service answers about it."""
    whole = indicators.indicators()
    monkeypatch.setattr(importing, "indicators", lambda: {POPULATION: whole[POPULATION]})


@pytest.fixture
def client(service: Service) -> Iterator[Client]:
    """A client that does not pause between its tries."""
    with Client(service.url, pauses=(0, 0), between=0) as made:
        yield made


@pytest.fixture
def hasty(service: Service) -> Iterator[Client]:
    """A client that does not wait long for an answer either."""
    with Client(service.url, timeout=(30, 0.5), answer=1, pauses=(0, 0), between=0) as made:
        yield made


@pytest.fixture
def places() -> dict[str, Municipality]:
    """The municipalities of the recorded areas."""
    home = RegionFactory(code="07", name_fi="Päijät-Häme")
    capital = RegionFactory(code="01", name_fi="Uusimaa")
    return {
        "398": MunicipalityFactory(code="398", name_fi="Lahti", region=home),
        "111": MunicipalityFactory(code="111", name_fi="Heinola", region=home),
        "098": MunicipalityFactory(code="098", name_fi="Hollola", region=home),
        "091": MunicipalityFactory(code="091", name_fi="Helsinki", region=capital),
    }


def metadata(number: int, first: int, last: int, genders=("male", "female", "total")) -> dict:
    """Metadata in the recorded form, about another indicator and other years."""
    recorded = json.loads((RECORDED / "indicator_186_metadata.json").read_text(encoding="utf-8"))
    recorded["classifications"]["sex"]["values"] = list(genders)
    return recorded | {"id": number, "range": {"start": first, "end": last}}
