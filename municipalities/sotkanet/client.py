"""The only module that speaks to the service (docs: THL, Sotkanet REST API 1.1).

One call after the other with a pause between, an honest name, bounded waiting, bounded size, and a
bounded number of tries for what may pass: no connection, a time-out, a broken answer, 429 and 5xx.
"""

from __future__ import annotations

import time
from collections.abc import Iterable
from dataclasses import dataclass, field
from importlib.metadata import PackageNotFoundError, version

import requests
from requests import exceptions
from urllib3.exceptions import HTTPError, ReadTimeoutError

from municipalities.sotkanet.problems import NotServed, Problem, SotkanetError

# Seconds for a connection, and for each further piece of an answer.
TIMEOUT = (5, 30)
# Seconds for one whole answer, however steadily it drips.
ANSWER = 60
# Seconds for all calls of one import; below the time limit of its job.
IMPORT = 600
# The largest answer that is known is 2.5 million bytes.
LARGEST = 20_000_000
# Seconds before the second and the third try.
PAUSES = (2, 10)
BETWEEN = 0.2
PIECE = 65_536


def _agent() -> str:
    try:
        return f"Digi-LAVA/{version('digi-lava')}"
    except PackageNotFoundError:
        return "Digi-LAVA"


@dataclass
class Client:
    """Asks one service. Use as a context manager: it keeps a connection open between calls."""

    base: str
    timeout: tuple[float, float] = TIMEOUT
    answer: float = ANSWER
    pauses: tuple[float, ...] = PAUSES
    between: float = BETWEEN
    ends: float = field(default_factory=lambda: time.monotonic() + IMPORT)
    session: requests.Session = field(default_factory=requests.Session)

    def __post_init__(self) -> None:
        self.base = self.base.rstrip("/")
        self.session.headers.update({"User-Agent": _agent(), "Accept": "application/json"})

    def __enter__(self) -> Client:
        return self

    def __exit__(self, *_error: object) -> None:
        self.session.close()

    def ask(self, path: str, parameters: Iterable[tuple[str, object]] = ()) -> str:
        """The text of one answer. Raises ``SotkanetError`` after the last try."""
        for pause in (*self.pauses, None):
            try:
                text = self._ask_once(path, list(parameters))
            except _MayPass as error:
                if pause is None or time.monotonic() + pause > self.ends:
                    raise error.problem from error.__cause__
                time.sleep(pause)
            else:
                time.sleep(self.between)
                return text
        raise AssertionError("the last try returns or raises")

    def _ask_once(self, path: str, parameters: list) -> str:
        url = f"{self.base}/{path}"
        if time.monotonic() > self.ends:
            raise SotkanetError(Problem.SLOW, f"{url}: the time for the whole import is over")
        try:
            # A redirection leads to a page about maintenance or to another service.
            with self.session.get(
                url, params=parameters, timeout=self.timeout, stream=True, allow_redirects=False
            ) as response:
                _check_status(url, response)
                _check_kind(url, response)
                return self._read(url, response)
        except exceptions.Timeout as error:
            raise _MayPass(Problem.SLOW, f"{url}: {error}") from error
        except exceptions.ConnectionError as error:
            raise _MayPass(Problem.AWAY, f"{url}: {error}") from error
        except HTTPError as error:
            # While the answer is being read.
            slow = isinstance(error, ReadTimeoutError)
            problem = Problem.SLOW if slow else Problem.PARTIAL
            raise _MayPass(problem, f"{url}: {error}") from error
        except exceptions.RequestException as error:
            raise SotkanetError(Problem.AWAY, f"{url}: {error}") from error

    def _read(self, url: str, response: requests.Response) -> str:
        pieces, size = [], 0
        ends = min(time.monotonic() + self.answer, self.ends)
        # What has come, however little: a piece that is waited for could drip for ever.
        while piece := response.raw.read1(PIECE, decode_content=True):
            size += len(piece)
            if size > LARGEST:
                raise SotkanetError(Problem.CHANGED, f"{url}: more than {LARGEST} bytes")
            if time.monotonic() > ends:
                raise _MayPass(Problem.SLOW, f"{url}: not whole in {self.answer:.0f} seconds")
            pieces.append(piece)
        try:
            return b"".join(pieces).decode("utf-8-sig")
        except UnicodeDecodeError as error:
            raise SotkanetError(Problem.NOT_DATA, f"{url}: {error}") from error


class _MayPass(Exception):
    """Another try may succeed; ``problem`` is what is said when it does not."""

    def __init__(self, problem: Problem, detail: str) -> None:
        super().__init__(detail)
        self.problem = SotkanetError(problem, detail)


def _check_status(url: str, response: requests.Response) -> None:
    code = response.status_code
    if code == 200:
        return
    detail = f"{url}: {code} {response.reason}"
    if code in (404, 410):
        raise NotServed(detail)
    if code == 429:
        raise _MayPass(Problem.REFUSED, detail)
    if code >= 500:
        raise _MayPass(Problem.BROKEN, detail)
    if 300 <= code < 400:
        raise SotkanetError(Problem.NOT_DATA, f"{detail} to {response.headers.get('Location')}")
    raise SotkanetError(Problem.REFUSED, detail)


def _check_kind(url: str, response: requests.Response) -> None:
    kind = response.headers.get("Content-Type", "").partition(";")[0].strip().lower()
    if "html" in kind:
        raise SotkanetError(Problem.NOT_DATA, f"{url}: {kind}")
