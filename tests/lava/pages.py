"""Every page of the product, taken from the access table: whoever adds an address adds a page."""

from __future__ import annotations

from dataclasses import dataclass

from django.urls import reverse
from django.utils import translation

from tests.factories.world import WALKERS
from tests.lava import access
from tests.lava.table import ROWS

# Not pages: a word for a machine, files, calendars.
FILES = (
    "health",
    "publishing:publication-report",
    "assessments:report-file",
    "assessments:agenda-document",
    "assessments:hearing-letter-file",
    "assessments:attachment-file",
    "assessments:record-export",
    "accelerator:programme-feed",
    "accelerator:programme-calendar",
    "accelerator:programme-export",
)


@dataclass(frozen=True)
class PageType:
    """One page and the first walker who may see it."""

    name: str
    what: str
    walker: str

    def __str__(self) -> str:
        return f"{self.name} {self.what} ({self.walker})"

    def address(self, made, language: str = "fi") -> str:
        with translation.override(language):
            return reverse(self.name, kwargs=access.arguments(self.name, self.what, made))


def _shown() -> list[PageType]:
    found = []
    for row in ROWS:
        walkers = [
            walker
            for walker, code in zip(WALKERS, row.expected, strict=True)
            if code in ("200", "410")
        ]
        if row.method == "GET" and walkers and row.name not in FILES:
            found.append(PageType(row.name, row.what, walkers[0]))
    return found


PAGES = _shown()
