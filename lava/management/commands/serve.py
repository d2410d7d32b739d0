"""Runs the whole product on one machine: the web server, and the worker with its clock."""

import ctypes
import os
import signal
import socket
import subprocess
import sys
import threading
from argparse import ArgumentTypeError
from collections.abc import Callable
from contextlib import suppress
from http import HTTPStatus
from http.client import HTTPConnection, HTTPException

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError, CommandParser

HOST = "127.0.0.1"
STOP_SIGNALS = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)
SECONDS_TO_ANSWER = 90
SECONDS_TO_STOP = 10
WORKER_RESTARTS = 5
PR_SET_PDEATHSIG = 1


def commands(port: int) -> dict[str, list[str]]:
    """What runs under which name; the worker carries the clock, so one child does all the jobs."""
    return {
        "web server": [
            *(sys.executable, "-m", "gunicorn", "lava.wsgi", "--bind", f"{HOST}:{port}"),
            *("--worker-class", "gthread", "--workers", "1", "--threads", "8"),
            *("--log-level", "warning", "--no-control-socket"),
        ],
        "worker": [
            # An empty container or a fresh machine is root; on one's own machine that is no news.
            *(sys.executable, "-W", "ignore:You're running the worker with superuser"),
            *("-m", "celery", "--quiet", "--app", "lava", "worker"),
            *("--beat", "--pool", "solo", "--loglevel", "warning"),
            *("--without-gossip", "--without-mingle", "--without-heartbeat"),
        ],
    }


def port_number(text: str) -> int:
    if not text.isdecimal() or not 0 < int(text) < 65536:
        raise ArgumentTypeError(f"{text!r} is not a port number (1 to 65535)")
    return int(text)


def end_with_parent() -> Callable[[], None] | None:
    """What a child does first, so that even a killed supervisor leaves none behind (Linux)."""
    prctl = getattr(ctypes.CDLL(None), "prctl", None)
    return prctl and (lambda: prctl(PR_SET_PDEATHSIG, signal.SIGTERM))


class Command(BaseCommand):
    help = "Serves the product on this machine until Ctrl-C: web server, worker and clock."
    requires_system_checks = []

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--port", type=port_number, default=8000)
        parser.add_argument(
            "--accounts", action="store_true", help="name the demonstration accounts at the start"
        )

    def handle(self, *, port: int, accounts: bool, **options) -> None:
        self.refuse_taken_port(port)
        self.stopping = threading.Event()
        self.restarts_left = WORKER_RESTARTS
        for number in STOP_SIGNALS:
            if signal.getsignal(number) is not signal.SIG_IGN:  # nohup keeps its meaning
                signal.signal(number, self.stop)
        children = {}
        try:
            for name, command in commands(port).items():
                children[name] = self.start(command, port)
            if self.wait_for_answer(children, port):
                self.announce(port, accounts)
                while not self.stopping.wait(0.5):
                    self.mend(children, port)
        finally:
            self.end(children)

    def refuse_taken_port(self, port: int) -> None:
        with socket.socket() as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            try:
                probe.bind((HOST, port))
            except OSError as error:
                raise CommandError(
                    f"Port {port} cannot be used ({error.strerror}): "
                    f"choose another one, for example make run PORT={port % 65535 + 1}"
                ) from error

    def start(self, command: list[str], port: int) -> subprocess.Popen:
        """A group of its own per child: Ctrl-C reaches this process alone, and it ends them."""
        return subprocess.Popen(
            command,
            cwd=settings.BASE_DIR,
            env={"SITE_URL": f"http://{HOST}:{port}", **os.environ},
            stdin=subprocess.DEVNULL,
            process_group=0,
            preexec_fn=end_with_parent(),
        )

    def stop(self, number: int, frame: object) -> None:
        self.stopping.set()

    def check(self, children: dict[str, subprocess.Popen]) -> None:
        for name, child in children.items():
            if child.poll() is not None:
                raise CommandError(f"The {name} ended by itself (status {child.returncode}).")

    def mend(self, children: dict[str, subprocess.Popen], port: int) -> None:
        """Starts a worker that has ended anew; what it had in hand is owed as rows."""
        worker = children["worker"]
        if worker.poll() is not None and self.restarts_left:
            self.restarts_left -= 1
            self.stderr.write(f"The worker ended (status {worker.returncode}) and is started anew.")
            children["worker"] = self.start(commands(port)["worker"], port)
        self.check(children)

    def wait_for_answer(self, children: dict[str, subprocess.Popen], port: int) -> bool:
        """Whether the web server answers; not, when it was told to stop first."""
        for _attempt in range(SECONDS_TO_ANSWER * 2):
            if self.stopping.wait(0.5):
                return False
            self.check(children)
            if self.is_well(port):
                return True
        raise CommandError(f"The web server did not answer within {SECONDS_TO_ANSWER} seconds.")

    def is_well(self, port: int) -> bool:
        connection = HTTPConnection(HOST, port, timeout=5)
        try:
            connection.request("GET", "/health/")
            return connection.getresponse().status == HTTPStatus.OK
        except (OSError, HTTPException):
            return False
        finally:
            connection.close()

    def announce(self, port: int, accounts: bool) -> None:
        self.stdout.write(f"\nDigi-LAVA is running at http://{HOST}:{port}/\n")
        if accounts:
            call_command("demo", accounts=True, stdout=self.stdout)
        self.stdout.write("Ctrl-C stops it.")
        self.stdout.flush()

    def end(self, children: dict[str, subprocess.Popen]) -> None:
        """Asks every child to end, then kills what is left of its group."""
        for child in children.values():
            if child.poll() is None:
                child.terminate()
        for child in children.values():
            with suppress(subprocess.TimeoutExpired):
                child.wait(SECONDS_TO_STOP)
            with suppress(ProcessLookupError):
                os.killpg(child.pid, signal.SIGKILL)
            child.wait()
