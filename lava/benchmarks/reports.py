"""The PDF of a full-size assessment against WeasyPrint's own time for the same HTML."""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from django.conf import settings

from assessments import agenda, docx, pdf
from assessments.content import freeze
from assessments.models import Assessment

MEGABYTE = 1024 * 1024
# WeasyPrint alone, loaded once and forked for each measurement as the product does it.
ALONE = """
import os, sys, time
from pathlib import Path
import weasyprint
from assessments.pdf import ASSETS, fetcher

for line in sys.stdin:
    html = Path(line.strip()).read_text(encoding="utf-8")
    if os.fork() == 0:
        before = time.perf_counter()
        assets = fetcher(Path(sys.argv[1]))
        document = weasyprint.HTML(string=html, base_url=ASSETS, url_fetcher=assets)
        document.write_pdf(os.devnull, pdf_variant="pdf/ua-1")
        print(time.perf_counter() - before, flush=True)
        os._exit(0)
    os.wait()
"""


def html_of(assessment: Assessment) -> str:
    return pdf.document(freeze(assessment, "fi"))


@contextmanager
def _alone(html: str) -> Iterator:
    with tempfile.NamedTemporaryFile("w", suffix=".html", encoding="utf-8") as file:
        file.write(html)
        file.flush()
        child = subprocess.Popen(
            [sys.executable, "-c", ALONE, str(settings.BASE_DIR / "static")],
            cwd=settings.BASE_DIR,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )

        def measure() -> float:
            child.stdin.write(file.name + "\n")
            child.stdin.flush()
            return float(child.stdout.readline())

        try:
            yield measure
        finally:
            child.stdin.close()
            child.wait()
            child.stdout.close()


def _seconds(html: str) -> float:
    before = time.perf_counter()
    with pdf.render(html):
        return time.perf_counter() - before


def seconds(html: str, rounds: int = 5) -> tuple[float, float]:
    """The least seconds of the product and of WeasyPrint alone, taking turns: noise only adds."""
    ours, own = [], []
    with _alone(html) as alone:
        _seconds("<!doctype html><title>Warm</title><p>Warm")
        for _round in range(rounds):
            own.append(alone())
            ours.append(_seconds(html))
    return min(ours), min(own)


def word_seconds(assessment: Assessment) -> float:
    """Median seconds of the Word file of the same content."""
    content = freeze(assessment, "fi")
    times = []
    for _round in range(3):
        before = time.perf_counter()
        docx.render(content, agenda.compose(content))
        times.append(time.perf_counter() - before)
    return statistics.median(times)


def peak_megabytes(html: str) -> float:
    """The most memory that any process below this one has used while the report was made."""
    peak, over = 0.0, threading.Event()

    def watch() -> None:
        nonlocal peak
        while not over.wait(0.02):
            peak = max([peak, *(_high_water(pid) for pid in _below(os.getpid()))])

    watching = threading.Thread(target=watch)
    watching.start()
    try:
        _seconds(html)
    finally:
        over.set()
        watching.join()
    return peak


def _below(pid: int) -> set[int]:
    """Children of a process, and theirs."""
    parents = {}
    for each in Path("/proc").iterdir():
        if each.name.isdecimal():
            try:
                parents[int(each.name)] = int(
                    (each / "stat").read_text().rpartition(")")[2].split()[1]
                )
            except (OSError, IndexError):
                continue
    found, new = set(), {pid}
    while new:
        new = {child for child, parent in parents.items() if parent in new}
        found |= new
    return found


def _high_water(pid: int) -> float:
    try:
        status = Path(f"/proc/{pid}/status").read_text()
    except OSError:
        return 0.0
    for line in status.splitlines():
        if line.startswith("VmHWM:"):
            return int(line.split()[1]) / 1024
    return 0.0


def huge_paragraph(html: str) -> tuple[float, str]:
    """Seconds until a report with one paragraph of a megabyte is made or refused, and which."""
    # No page would accept it: an answer has a length limit, and long texts are cut.
    paragraph = f"<p>{'lapsi ' * (MEGABYTE // 6)}</p>"
    before = time.perf_counter()
    try:
        with pdf.render(html.replace("</body>", f"{paragraph}</body>")):
            outcome = "made"
    except pdf.RenderFailed:
        outcome = "refused"
    return time.perf_counter() - before, outcome
