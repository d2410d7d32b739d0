"""The progress table as a file that opens right in a Finnish spreadsheet."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable

from django.utils import formats
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from assessments.accelerator.progress import Row

# A spreadsheet runs a cell that begins with one of these as a formula.
FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "\n", "|", "%")
BOM = "\N{ZERO WIDTH NO-BREAK SPACE}"


def safe(value: object) -> str:
    """A cell's text that no spreadsheet takes for a formula."""
    text = "" if value is None else str(value)
    return f"'{text}" if text.lstrip(" ").startswith(FORMULA_STARTS) else text


def _day(day) -> str:
    return formats.date_format(day, "SHORT_DATE_FORMAT") if day else ""


def _headings() -> list[str]:
    return [
        _("Municipality"),
        _("Code"),
        _("Group"),
        _("Contact"),
        _("E-mail"),
        _("Pilot"),
        _("Type of decision"),
        _("Status"),
        _("Planned phase"),
        _("Real phase"),
        pgettext("progress", "Pace"),
        _("Next date"),
        _("What is next"),
        _("Last movement"),
        _("Days since last movement"),
        _("Last support given"),
        _("Assessments being made"),
        _("Assessments finished"),
        _("Needs attention"),
    ]


def _cells(row: Row) -> list[object]:
    situation = row.situation
    next_day, next_kind = situation.next_date or (None, None)
    return [
        row.municipality.name,
        row.municipality.code,
        row.group.label,
        situation.contact,
        row.participation.address,
        "; ".join(each.title for each in situation.pilots),
        "; ".join(str(each.type_label) for each in situation.pilots),
        "; ".join(str(each.status.label) for each in situation.pilots),
        row.planned.label,
        row.real.label if row.real else pgettext("phase", "Not started"),
        row.pace.label,
        _day(next_day),
        next_kind.label if next_kind else "",
        _day(situation.last_moved_on),
        situation.days_still,
        _day(row.supported_on),
        row.open_count,
        row.finished_count,
        " ".join(reason.text for reason in row.reasons),
    ]


def progress_csv(rows: Iterable[Row]) -> str:
    """Semicolons and a byte order mark, as Excel expects in Finland and Sweden."""
    buffer = io.StringIO()
    writer = csv.writer(buffer, delimiter=";", lineterminator="\r\n")
    writer.writerow(_headings())
    for row in rows:
        writer.writerow([safe(cell) for cell in _cells(row)])
    return BOM + buffer.getvalue()
