"""From what a browser sent to what may be kept."""

from __future__ import annotations

import hashlib
import json
import os
import subprocess
import sys
import tempfile
import threading
from dataclasses import dataclass
from pathlib import Path

from django.conf import settings
from django.core.files.uploadedfile import UploadedFile

from assessments.files.kinds import ALLOWED, ENDINGS, KINDS, Kind
from assessments.files.names import clean_name, ending_of
from assessments.files.words import Refused, largest, megabytes

CHILD = "assessments.files.child"
WALL_SECONDS = 60
HEAVY = {"refused": "heavy", "params": {}}
# Each may need the memory of a large image twice.
_places = threading.BoundedSemaphore(2)


@dataclass(frozen=True)
class Received:
    """A file that has been looked at: its kind by content, and the bytes that may be kept."""

    name: str
    kind: Kind
    content: bytes

    @property
    def size(self) -> int:
        return len(self.content)

    @property
    def sha256(self) -> str:
        return hashlib.sha256(self.content).hexdigest()


def receive(upload: UploadedFile) -> Received:
    """Look at an uploaded file. Raises ``Refused`` with the reason in words."""
    name = clean_name(upload.name)
    if not upload.size:
        raise Refused("empty")
    if upload.size > largest():
        raise Refused("large", limit=megabytes(largest()))
    with tempfile.TemporaryDirectory() as folder:
        source, target = Path(folder) / "source", Path(folder) / "target"
        with source.open("wb") as file:
            for chunk in upload.chunks():
                file.write(chunk)
        key = _kind_key(_ask(source, target))
        return Received(name, _agreed(name, key), target.read_bytes())


def _agreed(name: str, key: str) -> Kind:
    """The kind that name and content tell alike; tables and texts are told apart by the name."""
    told = ENDINGS.get(ending_of(name))
    if told and told.key == "csv" and key == "txt":
        return told
    if told is None or told.key != key:
        ending = ending_of(name)
        raise Refused("ending", ending=f".{ending}" if ending else "–", kind=KINDS[key].label)
    return told


def _kind_key(answer: dict) -> str:
    if code := answer.get("refused"):
        named = {"allowed": ", ".join(ALLOWED)} if code == "kind" else answer["params"]
        raise Refused(code, **named)
    return answer["kind"]


def _ask(source: Path, target: Path) -> dict:
    """The answer of the child; none at all means that the kernel ended it at one of its limits."""
    with _places:
        try:
            done = subprocess.run(
                [sys.executable, "-m", CHILD, str(source), str(target)],
                cwd=settings.BASE_DIR,
                env=_surroundings(),
                stdin=subprocess.DEVNULL,
                capture_output=True,
                timeout=WALL_SECONDS,
                check=False,
            )
        except subprocess.TimeoutExpired:
            return HEAVY
    return json.loads(done.stdout) if done.stdout else HEAVY


def _surroundings() -> dict[str, str]:
    """What the child may know of this process: no passwords of databases and mail servers."""
    known = ("PATH", "LANG", "TMPDIR", "COVERAGE", "COV_", "VIRTUAL_ENV")
    return {name: value for name, value in os.environ.items() if name.startswith(known)}
