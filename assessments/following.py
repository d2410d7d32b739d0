"""Forecast against reality (domain 1.7, 2.19): what is followed, when, and how it has gone.

Everything here reads an assessment whose rows have been loaded and writes nothing.
"""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.utils import timezone
from django.utils.formats import number_format
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from assessments.models import (
    Alternative,
    Assessment,
    FollowUpPoint,
    Impact,
    IndicatorValue,
    Mitigation,
)
from assessments.phases import Status
from assessments.questions.dimensions import ALL_CHILDREN, cell_word

FORECAST_ROWS = ("alternative", "dimensionscope", "impact")
"""The rows that tell which impacts are forecast, beside the answers."""
LARGE = 3


# --- When: the usual points -----------------------------------------------------------------------


@dataclass(frozen=True)
class UsualPoint:
    """A day on which it is usual to look, and why that day."""

    due: date
    what: str


def usual_points(start: date) -> list[UsualPoint]:
    """3 and 12 months after the change and the end of the council term (domain 1.7)."""
    points = [
        UsualPoint(months_after(start, 3), _("3 months after the change")),
        UsualPoint(months_after(start, 12), _("12 months after the change")),
        UsualPoint(end_of_council_term(months_after(start, 3)), _("End of the council term")),
    ]
    return sorted(points, key=lambda point: point.due)


def late_points(assessment: Assessment) -> list[FollowUpPoint]:
    """The points whose day has gone by without anything recorded, the earliest first."""
    if assessment.status == Status.CLOSED:
        return []
    recorded = {row.point_id for row in assessment.outcomes.all() if row.is_recorded}
    today = timezone.localdate()
    return [
        row
        for row in assessment.followuppoints.all()
        if row.due and row.due < today and row.pk not in recorded
    ]


def months_after(day: date, months: int) -> date:
    """The same day of the month so many months later, or the month's last one."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    last = calendar.monthrange(year, month + 1)[1]
    return date(year, month + 1, min(day.day, last))


def end_of_council_term(day: date) -> date:
    """The last day of the council term that ``day`` belongs to: 31 May 2025, 2029, 2033...

    Councils are elected every fourth year and begin on 1 June (Local Government Act, section 15).
    """
    year = day.year + (1 - day.year) % 4
    end = date(year, 5, 31)
    return end if day <= end else date(year + 4, 5, 31)


# --- What: the impacts that were forecast ---------------------------------------------------------


def followed_alternatives(assessment: Assessment) -> list[Alternative]:
    """Whose forecast is followed: what was decided; before that the recommended; else every one."""
    alternatives = list(assessment.alternatives.all())
    for key in ("dec.alt", "rec.best"):
        value = str(assessment.answer(key))
        if chosen := [row for row in alternatives if str(row.number) == value]:
            return chosen
    return alternatives


def forecasts(assessment: Assessment) -> list[Impact]:
    """The impacts that can come true: of the followed alternative, relevant and not nought."""
    codes = {row.pk for row in followed_alternatives(assessment)}
    relevant = {row.dimension for row in assessment.dimensionscopes.all() if row.is_relevant}
    return [
        row
        for row in assessment.impacts.all()
        if row.alternative_id in codes and row.dimension in relevant and row.is_sized
    ]


def is_big(impact: Impact) -> bool:
    """Large whichever way it goes, or a harm that no sum may hide."""
    return impact.magnitude == LARGE or impact.is_flagged


def unfollowed(assessment: Assessment) -> list[Impact]:
    """Big forecasts that no indicator follows, although each needs one (domain 2.19)."""
    followed = {
        row.impact_id for row in assessment.followupindicators.all() if row.indicator.strip()
    }
    return [row for row in forecasts(assessment) if is_big(row) and row.pk not in followed]


def impact_words(impact: Impact, codes: dict[int, str]) -> str:
    """An impact in one line: the alternative, the dimension, the group and how large."""
    where = impact.get_dimension_display()
    if impact.child_group != ALL_CHILDREN.value:
        where = f"{where}, {impact.get_child_group_display()}"
    word = cell_word(impact.direction, impact.magnitude).word if impact.direction else ""
    return f"{codes.get(impact.alternative_id, '')}: {where} ({word})".replace(" ()", "")


def followed_measures(assessment: Assessment) -> list[Mitigation]:
    """The measures that were promised: against the harms of what was decided, or by the decision
    itself (``dec.mitigations``)."""
    alternatives = {row.pk for row in followed_alternatives(assessment)}
    impacts = {row.pk for row in assessment.impacts.all() if row.alternative_id in alternatives}
    decided = {str(each) for each in assessment.answer("dec.mitigations") or ()}
    return [
        row
        for row in assessment.mitigations.all()
        if row.measure.strip() and (row.impact_id in impacts or str(row.pk) in decided)
    ]


# --- How it has gone ------------------------------------------------------------------------------

VERDICTS: dict[str, Promise] = {
    "reached": gettext_lazy("Target reached"),
    "towards": gettext_lazy("Towards the target"),
    "unchanged": gettext_lazy("No change"),
    "away": gettext_lazy("Away from the target"),
}
"""How one value stands to the baseline and the target, as readers are told."""


def verdict(value: float | None, baseline: float | None, target: float | None) -> str:
    """A key of ``VERDICTS``; nothing where there is no value or no target to compare it with.

    A target equal to the baseline means that nothing should change.
    """
    if value is None or target is None:
        return ""
    if value == target:
        return "reached"
    if baseline is None:
        return ""
    if target == baseline:
        return "away"
    wanted, done = target - baseline, value - baseline
    if wanted * done < 0:
        return "away"
    if done == 0:
        return "unchanged"
    return "reached" if abs(done) >= abs(wanted) else "towards"


def values_by_day(assessment: Assessment) -> dict[int, list[tuple[date, IndicatorValue]]]:
    """What each indicator was at the recorded points, earliest first, by the indicator's key."""
    days = {row.pk: row.date for row in assessment.outcomes.all() if row.is_recorded}
    found: dict[int, list] = {}
    for row in assessment.indicatorvalues.all():
        day = days.get(row.outcome_id)
        if row.indicator_id and row.value is not None and day:
            found.setdefault(row.indicator_id, []).append((day, row))
    for rows in found.values():
        rows.sort(key=lambda each: (each[0], each[1].pk))
    return found


def whole(value: float) -> float:
    """A number that people wrote without decimals, without them."""
    return int(value) if float(value).is_integer() else value


def in_unit(value: float | None, unit: str) -> str:
    """A number as the reader's language writes it, with its unit."""
    if value is None:
        return ""
    text = number_format(whole(value), use_l10n=True, force_grouping=True)
    return f"{text} {unit}".strip()


_CHILDREN = re.compile(
    r"laps|lasta|lasten|oppila|nuor|barn|elev|ung|child|pupil|student|youth", re.IGNORECASE
)


def counts_children(unit: str) -> bool:
    """Whether numbers in this unit are counts of children, which are masked when they are small."""
    return bool(_CHILDREN.search(unit)) and "%" not in unit


# --- The rows that wait to be filled in at a point ------------------------------------------------


def unplanned(
    assessment: Assessment, known: Iterable[tuple[str, int, int | None]]
) -> list[tuple[str, int, int]]:
    """Kind, outcome and subject of the rows that a recorded point still lacks.

    ``known`` are those that were made before, the removed ones too: what somebody has taken away
    does not come back by itself.
    """
    done = set(known)
    wanted = [
        *(("indicatorvalue", row.pk) for row in assessment.followupindicators.all()),
        *(("realisedimpact", row.pk) for row in forecasts(assessment)),
    ]
    return [
        (kind, outcome.pk, subject)
        for outcome in assessment.outcomes.all()
        for kind, subject in wanted
        if (kind, outcome.pk, subject) not in done
    ]
