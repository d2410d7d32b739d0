"""The web server of production as a child process, and clients that measure it."""

from __future__ import annotations

import re
import shutil
import socket
import statistics
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.client import HTTPConnection, HTTPException

HOST = "127.0.0.1"
SECONDS_TO_START = 60
CONNECTIONS = 8


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind((HOST, 0))
        return probe.getsockname()[1]


@contextmanager
def running() -> Iterator[int]:
    """One worker process with threads, as in ``manage.py serve``; yields its port."""
    port = free_port()
    command = [
        *(sys.executable, "-m", "gunicorn", "lava.wsgi", "--bind", f"{HOST}:{port}"),
        *("--worker-class", "gthread", "--workers", "1", "--threads", "8"),
        *("--keep-alive", "30", "--log-level", "error", "--no-control-socket"),
    ]
    child = subprocess.Popen(command)
    try:
        _wait_for(port)
        yield port
    finally:
        child.terminate()
        child.wait()


def _wait_for(port: int) -> None:
    for _attempt in range(SECONDS_TO_START * 5):
        try:
            if Client(port).ask("GET", "/health/").status == 200:
                return
        except (OSError, HTTPException):
            time.sleep(0.2)
    raise RuntimeError("the web server did not start")


@dataclass
class Answer:
    status: int
    headers: dict[str, str]
    body: bytes


@dataclass
class Client:
    """One browser with one open connection."""

    port: int
    headers: dict[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.connection = HTTPConnection(HOST, self.port, timeout=60)

    def ask(self, method: str, path: str, body: str = "", **headers: str) -> Answer:
        sent = {**self.headers, **headers}
        if body:
            sent["Content-Type"] = "application/x-www-form-urlencoded"
        self.connection.request(method, path, body or None, sent)
        response = self.connection.getresponse()
        return Answer(response.status, dict(response.getheaders()), response.read())


def milliseconds(requests: dict[str, object], rounds: int) -> dict[str, float]:
    """The median time of each request; all take turns, so that a slow moment hits all alike."""
    times: dict[str, list[float]] = {name: [] for name in requests}
    for _round in range(rounds):
        for name, ask in requests.items():
            before = time.perf_counter()
            ask()
            times[name].append(time.perf_counter() - before)
    # The first rounds warm templates and caches.
    return {name: statistics.median(found[rounds // 5 :]) * 1000 for name, found in times.items()}


def per_second(port: int, paths: dict[str, tuple[str, dict[str, str]]], rounds: int) -> dict:
    """Requests per second of each path under load; the paths take turns."""
    load = _wrk if shutil.which("wrk") else _threads
    found: dict[str, list[float]] = {name: [] for name in paths}
    for _round in range(rounds):
        for name, (path, headers) in paths.items():
            found[name].append(load(port, path, headers))
    return {name: statistics.median(rates) for name, rates in found.items()}


SECONDS_OF_LOAD = 2


def _wrk(port: int, path: str, headers: dict[str, str]) -> float:
    command = ["wrk", "-t1", f"-c{CONNECTIONS}", f"-d{SECONDS_OF_LOAD}s"]
    for name, value in headers.items():
        command += ["-H", f"{name}: {value}"]
    done = subprocess.run(
        [*command, f"http://{HOST}:{port}{path}"], capture_output=True, text=True, check=True
    )
    return float(re.search(r"Requests/sec:\s+([\d.]+)", done.stdout).group(1))


def _threads(port: int, path: str, headers: dict[str, str]) -> float:
    """Where there is no wrk: threads that send the same bytes and count the answers."""
    lines = "".join(f"{name}: {value}\r\n" for name, value in headers.items())
    request = f"GET {path} HTTP/1.1\r\nHost: {HOST}:{port}\r\n{lines}\r\n".encode()
    until = time.perf_counter() + SECONDS_OF_LOAD
    counts = []

    def knock() -> None:
        counted = 0
        with (
            socket.create_connection((HOST, port)) as connection,
            connection.makefile("rb") as file,
        ):
            while time.perf_counter() < until:
                connection.sendall(request)
                _skip_answer(file)
                counted += 1
        counts.append(counted)

    threads = [threading.Thread(target=knock) for _each in range(CONNECTIONS)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return sum(counts) / SECONDS_OF_LOAD


def _skip_answer(file) -> None:
    length = 0
    while (line := file.readline()) not in (b"\r\n", b""):
        if line.lower().startswith(b"content-length:"):
            length = int(line.split(b":")[1])
    file.read(length)
