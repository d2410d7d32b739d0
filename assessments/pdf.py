"""The report as PDF/UA-1: semantic HTML, made in a child process that cannot outlive its limits.

This is the only module that imports WeasyPrint, and only inside the child: the import costs seconds
and the work costs memory, so the worker keeps a warm server process that forks a child for each
report. Nothing is fetched while rendering: packaged assets and ``data:`` are served, the rest is
refused.
"""

from __future__ import annotations

import atexit
import ctypes
import importlib
import json
import os
import re
import resource
import select
import shutil
import signal
import subprocess
import sys
import tempfile
from dataclasses import asdict, dataclass
from pathlib import Path

from django.conf import settings
from django.template.loader import render_to_string
from django.utils import translation
from django.utils.translation import gettext_lazy as _

ASSETS = "asset:/"
WIDE_FROM = 5
"""From this many alternatives on the matrix gets a landscape page."""

PR_SET_PDEATHSIG = 1

REASONS = {
    "wall": _("Making the report took longer than %(seconds)d seconds and was stopped."),
    "stopped": _("Making the report was stopped: it needed too much time."),
    "memory": _("Making the report was stopped: it needed too much memory."),
    "error": _("The report could not be made: %(error)s"),
}


@dataclass(frozen=True)
class Limits:
    """What one rendering may cost; the job's lease must be longer than ``wall_seconds``."""

    wall_seconds: float = 60
    cpu_seconds: int = 50
    memory_bytes: int = 1_500_000_000
    file_bytes: int = 100_000_000


class RenderFailed(Exception):
    """The file could not be made; the text is the reason, for the person who asked for it."""


class Made:
    """A finished file in a temporary place, gone when the ``with`` block ends."""

    def __init__(self, path: Path, pages: int):
        self.path = path
        self.pages = pages

    def __enter__(self) -> Made:
        self.file = self.path.open("rb")
        return self

    def __exit__(self, *exc) -> None:
        self.file.close()
        self.path.unlink(missing_ok=True)


def document(content: dict) -> str:
    """The printable HTML of frozen content, in the content's own language."""
    with translation.override(content["language"]):
        return render_to_string(
            "assessments/report.html",
            {
                "c": content,
                "is_wide": len(content["alternatives"]) >= WIDE_FROM,
                "assets": ASSETS,
                "authored": content["authored"],
            },
        )


def render(html: str, limits: Limits | None = None) -> Made:
    """The PDF of ``html``, made in a child process under hard limits of time and memory."""
    limits = limits or Limits()
    with tempfile.TemporaryDirectory() as folder:
        source, target = Path(folder) / "report.html", Path(folder) / "report.pdf"
        source.write_text(html, encoding="utf-8")
        order = {
            "source": str(source),
            "target": str(target),
            "assets": str(_assets()),
            "limits": asdict(limits),
        }
        kind, value = _ask(order, limits.wall_seconds)
        if kind == "done":
            handle, kept = tempfile.mkstemp(suffix=".pdf")
            os.close(handle)
            return Made(Path(shutil.move(target, kept)), value)
    raise RenderFailed(str(REASONS[kind]) % {"seconds": limits.wall_seconds, "error": value})


# The warm process of this process; a forked worker starts its own.
_warm: dict[int, subprocess.Popen] = {}


def _ask(order: dict, seconds: float) -> tuple[str, object]:
    """Hand one order to the warm process; when it takes too long, that process is ended."""
    server = _warm.get(os.getpid())
    if server is None or server.poll() is not None:
        server = _warm[os.getpid()] = subprocess.Popen(
            [sys.executable, "-m", __name__],
            cwd=settings.BASE_DIR,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            start_new_session=True,
        )
        atexit.register(_end, server)
    try:
        server.stdin.write(json.dumps(order).encode() + b"\n")
        server.stdin.flush()
        if select.select([server.stdout], [], [], seconds)[0]:
            return tuple(json.loads(server.stdout.readline() or b'["stopped", ""]'))
    except OSError as error:
        _end(server)
        return "error", str(error)
    _end(server)
    return "wall", ""


def _end(server: subprocess.Popen) -> None:
    """Ends the warm process and whatever it has forked."""
    if server.poll() is None:
        os.killpg(server.pid, signal.SIGKILL)
        server.wait()
    server.stdin.close()
    server.stdout.close()


def _assets() -> Path:
    return Path(settings.BASE_DIR) / "static"


# --- In the warm process and its children ------------------------------------------------------


def serve() -> None:
    """Loads the renderer once, then forks a child for each order read from the standard input."""
    _die_with_parent()
    for name in ("weasyprint", "pikepdf"):
        importlib.import_module(name)
    for line in sys.stdin:
        read, write = os.pipe()
        child = os.fork()
        if child == 0:
            os.close(read)
            _obey(json.loads(line), write)
            os._exit(0)
        os.close(write)
        with os.fdopen(read, "rb") as answers:
            answer = answers.read()
        os.waitpid(child, 0)
        # No answer: the kernel ended the child at one of its limits.
        sys.stdout.write((answer.decode() or '["stopped", ""]') + "\n")
        sys.stdout.flush()


def _obey(order: dict, write: int) -> None:
    _limit(Limits(**order["limits"]))
    try:
        html = Path(order["source"]).read_text(encoding="utf-8")
        answer = ("done", make(html, order["target"], Path(order["assets"])))
    except MemoryError:
        answer = ("memory", "")
    except Exception as error:  # Whatever it is, the person who waits gets a reason.
        answer = ("error", f"{type(error).__name__}: {error}"[:500])
    os.write(write, json.dumps(answer).encode())


def _die_with_parent() -> None:
    prctl = getattr(ctypes.CDLL(None), "prctl", None)
    if prctl:
        prctl(PR_SET_PDEATHSIG, signal.SIGKILL)


def _limit(limits: Limits) -> None:
    """The kernel keeps the promises: even a loop inside a library ends."""
    _die_with_parent()
    resource.setrlimit(resource.RLIMIT_CPU, (limits.cpu_seconds, limits.cpu_seconds + 1))
    resource.setrlimit(resource.RLIMIT_AS, (limits.memory_bytes, limits.memory_bytes))
    resource.setrlimit(resource.RLIMIT_FSIZE, (limits.file_bytes, limits.file_bytes))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def fetcher(assets: Path):
    """Serves packaged assets and ``data:``; every other address is refused unopened."""
    from weasyprint.urls import URLFetcher, URLFetcherResponse

    root = assets.resolve()

    class PackagedOnly(URLFetcher):
        def fetch(self, url, headers=None):
            if url.startswith("data:"):
                return super().fetch(url, headers)
            if not url.startswith(ASSETS):
                raise ValueError(f"Not fetched while rendering: {url[:100]}")
            path = (root / url.removeprefix(ASSETS)).resolve()
            if not path.is_relative_to(root) or not path.is_file():
                raise ValueError(f"Not a packaged asset: {url[:100]}")
            kind = "text/css" if path.suffix == ".css" else "application/octet-stream"
            return URLFetcherResponse(url, path.read_bytes(), {"Content-Type": kind})

    return PackagedOnly(allowed_protocols=["data"], allow_redirects=False)


def make(html: str, target: str, assets: Path) -> int:
    """Renders ``html`` into the file ``target`` and returns the number of pages."""
    from weasyprint import HTML

    with _tagging():
        HTML(string=html, base_url=ASSETS, url_fetcher=fetcher(assets)).write_pdf(
            target, pdf_variant="pdf/ua-1"
        )
    return _mend(target)


class _tagging:
    """While it lasts, the structure tree also tells languages of parts, scopes of headers and what
    drawings show.

    WeasyPrint 70 leaves them out of the PDF although the HTML says them.
    """

    def __enter__(self) -> None:
        import pydyf
        from weasyprint.pdf import tags

        self.module, self.original = tags, tags._build_box_tree
        scopes = {"row": "/Row", "rowgroup": "/Row", "col": "/Column"}

        def build(box, *args):
            for element in self.original(box, *args):
                node = getattr(box, "element", None)
                if node is not None and element.get("Pg") is not None:
                    if element["S"] == "/TH":
                        element["A"]["Scope"] = scopes[node.attrib.get("scope", "col")]
                    if element["S"] == "/Figure" and (told := _described(node)):
                        element["Alt"] = pydyf.String(told)
                    if language := node.attrib.get("lang"):
                        element["Lang"] = pydyf.String(language)
                yield element

        tags._build_box_tree = build

    def __exit__(self, *exc) -> None:
        self.module._build_box_tree = self.original


SVG = "{http://www.w3.org/2000/svg}"


def _described(node) -> str:
    """What a drawing shows, told to those who do not see it: its title and its description."""
    if node.tag != f"{SVG}svg":
        return ""
    parts = (node.find(f"{SVG}title"), node.find(f"{SVG}desc"))
    return ". ".join(part.text for part in parts if part is not None and part.text)


_MARKED = re.compile(rb"/\w+\s*<<\s*/MCID\s+(\d+)\s*>>\s*BDC")


def _mend(path: str) -> int:
    """What PDF/UA asks and the renderer leaves open: printing links, headers that are artifacts."""
    import pikepdf

    with pikepdf.open(path, allow_overwriting_input=True) as pdf:
        root = pdf.Root.StructTreeRoot
        told = _told(root)
        numbers = root.ParentTree.Nums
        parents = {int(numbers[i]): numbers[i + 1] for i in range(0, len(numbers), 2)}
        for page in pdf.pages:
            for annotation in page.get("/Annots", []):
                annotation.F = int(annotation.get("/F", 0)) | 4
            known = told.get(page.objgen, set())
            index = page.obj.get("/StructParents")
            parent = parents.get(int(index)) if index is not None else None

            def artifact(match, known=known, parent=parent):
                number = int(match[1])
                if number in known:
                    return match[0]
                if parent is not None and number < len(parent):
                    parent[number] = None
                return b"/Artifact BMC"

            page.contents_coalesce()
            stream = page.obj.Contents
            stream.write(_MARKED.sub(artifact, stream.read_bytes()))
        pages = len(pdf.pages)
        pdf.save(path, linearize=False, compress_streams=True)
    return pages


def _told(root) -> dict[tuple, set[int]]:
    """The marked contents of each page that the structure tree reaches."""
    import pikepdf

    found: dict[tuple, set[int]] = {}
    waiting = [(root.K, None)]
    while waiting:
        node, page = waiting.pop()
        if isinstance(node, int):
            found.setdefault(page, set()).add(int(node))
        elif isinstance(node, pikepdf.Array):
            waiting.extend((each, page) for each in node)
        elif isinstance(node, pikepdf.Dictionary):
            page = node.Pg.objgen if "/Pg" in node else page
            if "/K" in node:
                waiting.append((node.K, page))
            elif node.get("/Type") == "/MCR":
                found.setdefault(page, set()).add(int(node.MCID))
    return found


if __name__ == "__main__":
    serve()
