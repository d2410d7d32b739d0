"""The one command that runs the product: it answers, says where, and leaves nothing behind."""

import os
import pty
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent.parent
# A machine that does much else takes five times as long as an idle one.
SECONDS = 120


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def wait_until(condition, what: str) -> None:
    for _attempt in range(SECONDS * 10):
        if condition():
            return
        time.sleep(0.1)
    pytest.fail(f"not within {SECONDS} seconds: {what}")


class Serving:
    """A running ``manage.py serve`` with a terminal and a var folder of its own."""

    def __init__(self, var: Path, port: int) -> None:
        self.var, self.port = var, port
        self.log = var / "serve.log"
        environment = {
            name: value
            for name, value in os.environ.items()
            if name not in ("DATABASE_URL", "REDIS_URL", "EMAIL_URL")
        }
        environment |= {"VAR_DIR": str(var), "DJANGO_SETTINGS_MODULE": "lava.settings.local"}
        self.terminal, terminal_of_child = pty.openpty()
        with self.log.open("wb") as log:
            self.process = subprocess.Popen(
                # script's job: the new session takes the given terminal as its own.
                [
                    *(sys.executable, "-c", TAKE_TERMINAL),
                    *(sys.executable, "manage.py", "serve", "--port", str(port)),
                ],
                cwd=ROOT,
                env=environment,
                stdin=terminal_of_child,
                stdout=log,
                stderr=log,
                start_new_session=True,
            )
        os.close(terminal_of_child)

    def says(self, text: str) -> bool:
        return text in self.log.read_text()

    def processes(self) -> dict[int, str]:
        """Everything alive that was started with this var folder: number and command line."""
        marker = f"VAR_DIR={self.var}\0".encode()
        found = {}
        for folder in Path("/proc").glob("[0-9]*"):
            try:
                if marker in (folder / "environ").read_bytes():
                    found[int(folder.name)] = (folder / "cmdline").read_text().replace("\0", " ")
            except OSError:
                continue
        return found

    def number_of(self, word: str) -> int:
        return min(number for number, line in self.processes().items() if word in line)

    def hang_up(self) -> None:
        os.close(self.terminal)
        self.terminal = None


# Whoever runs the tests may ignore signals (nohup, a background job); a person's terminal does not.
TAKE_TERMINAL = (
    "import fcntl, os, signal, sys, termios; fcntl.ioctl(0, termios.TIOCSCTTY, 0);"
    "signal.signal(signal.SIGHUP, signal.SIG_DFL); signal.signal(signal.SIGINT, signal.SIG_DFL);"
    "os.execv(sys.argv[1], sys.argv[1:])"
)


@contextmanager
def serving(var: Path) -> Iterator[Serving]:
    served = Serving(var, free_port())
    try:
        wait_until(
            lambda: served.says("Ctrl-C stops it.") or served.process.poll() is not None,
            "the product answers",
        )
        assert served.process.poll() is None, served.log.read_text()
        yield served
    finally:
        for number in served.processes():
            os.kill(number, signal.SIGKILL)
        served.process.wait()
        if served.terminal is not None:
            os.close(served.terminal)


def press_ctrl_c(served: Serving) -> None:
    os.write(served.terminal, b"\x03")


def terminate(served: Serving) -> None:
    served.process.terminate()


@pytest.mark.parametrize("end", [press_ctrl_c, terminate, Serving.hang_up])
def test_everything_it_started_ends_with_it(end, tmp_path):
    with serving(tmp_path) as served:
        address = f"http://127.0.0.1:{served.port}/"
        assert served.says(f"running at {address}")
        with urllib.request.urlopen(f"{address}health/") as answer:
            assert answer.status == 200
        commands = " ".join(served.processes().values())
        assert "gunicorn" in commands and "celery" in commands

        end(served)

        assert served.process.wait(SECONDS) == 0, served.log.read_text()
        assert served.processes() == {}


def test_a_worker_that_ends_by_itself_is_started_anew(tmp_path):
    with serving(tmp_path) as served:
        first = served.number_of("celery")
        os.kill(first, signal.SIGKILL)

        wait_until(lambda: served.says("is started anew"), "the worker's end is told")
        wait_until(
            lambda: (
                any("celery" in line for line in served.processes().values())
                and served.number_of("celery") != first
            ),
            "another worker runs",
        )
        assert served.process.poll() is None


def test_a_web_server_that_ends_by_itself_ends_the_rest_and_is_named(tmp_path):
    with serving(tmp_path) as served:
        os.kill(served.number_of("gunicorn"), signal.SIGKILL)

        assert served.process.wait(SECONDS) == 1
        assert served.says("The web server ended by itself")
        assert served.processes() == {}


def test_not_even_a_killed_supervisor_leaves_anything_behind(tmp_path):
    with serving(tmp_path) as served:
        served.process.kill()

        wait_until(lambda: served.processes() == {}, "every process has ended")


@pytest.mark.parametrize(
    ("port", "reason"), [(None, "PORT="), ("0", "not a port number"), ("http", "not a port number")]
)
def test_a_port_that_cannot_be_used_is_said_before_anything_starts(port, reason, tmp_path):
    with socket.create_server(("127.0.0.1", 0)) as other_program:
        taken = str(other_program.getsockname()[1])
        refused = subprocess.run(
            [sys.executable, "manage.py", "serve", "--port", port or taken],
            cwd=ROOT,
            env={**os.environ, "VAR_DIR": str(tmp_path)},
            capture_output=True,
            text=True,
            check=False,
        )
    assert refused.returncode != 0
    assert reason in refused.stderr and (port or taken) in refused.stderr
    assert "Traceback" not in refused.stderr
