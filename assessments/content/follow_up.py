"""The follow-up as it is frozen: plan, forecast against reality, and what was found (domain 2.19).

Reads an assessment whose rows have been loaded; the active language is that of the content.
"""

from __future__ import annotations

from django.utils.translation import pgettext

from assessments.content.text import day, line, paragraphs
from assessments.counts import SMALLEST_COUNT
from assessments.following import (
    VERDICTS,
    counts_children,
    followed_measures,
    impact_words,
    in_unit,
    values_by_day,
    verdict,
)
from assessments.models import Assessment, FollowUpIndicator, Outcome

KINDS = (
    "followuppoint",
    "followupindicator",
    "outcome",
    "indicatorvalue",
    "realisedimpact",
    "correctiveaction",
)


def follow_up_indicators(assessment: Assessment) -> dict:
    """``days`` of the recorded points and ``indicators`` with one value, or none, for each day."""
    values = values_by_day(assessment)
    days = sorted({row.date for row in assessment.outcomes.all() if row.is_recorded})
    codes = _codes(assessment)
    impacts = {row.pk: row for row in assessment.impacts.all() if row.alternative_id in codes}
    told = []
    for row in assessment.followupindicators.all():
        if not row.indicator.strip():
            continue
        measured = dict(values.get(row.pk, ()))
        impact = impacts.get(row.impact_id)
        told.append(
            {
                "indicator": line(row.indicator),
                "unit": line(row.unit),
                "impact": impact_words(impact, codes) if impact else "",
                "source": line(row.source),
                "interval": line(row.interval),
                "baseline": _number(row.baseline, row.unit),
                "target": _number(row.target, row.unit),
                "values": [_value(measured.get(when), row) for when in days],
            }
        )
    return {"days": [day(each) for each in days], "indicators": told}


def _number(value: float | None, unit: str) -> dict | None:
    """A number for the chart and the same for reading; few children are no number at all."""
    if value is None:
        return None
    if 0 < value < SMALLEST_COUNT and counts_children(unit):
        return {"number": None, "text": f"<{SMALLEST_COUNT} {line(unit)}"}
    return {"number": value, "text": in_unit(value, line(unit))}


def _value(row, indicator: FollowUpIndicator) -> dict | None:
    if row is None:
        return None
    key = verdict(row.value, indicator.baseline, indicator.target)
    return {
        **_number(row.value, indicator.unit),
        "verdict": key,
        "word": str(VERDICTS[key]) if key else "",
        "comment": line(row.comment),
    }


def outcome(row: Outcome, assessment: Assessment) -> dict:
    """What was found at one point."""
    codes = _codes(assessment)
    impacts = {each.pk: each for each in assessment.impacts.all() if each.alternative_id in codes}
    return {
        "point": row.point_id,
        "day": day(row.date),
        "what": line(row.point.what),
        "realised": str(row.get_realised_display()),
        "text": paragraphs(row.text),
        "impacts": [
            {
                "impact": impact_words(impacts[each.impact_id], codes),
                "realised": str(each.get_realised_display()) if each.realised else "",
                "text": paragraphs(each.text),
            }
            for each in assessment.realisedimpacts.all()
            if each.outcome_id == row.pk
            and each.impact_id in impacts
            and (each.realised or each.text.strip())
        ],
        "unforeseen": paragraphs(row.unforeseen),
        "children": paragraphs(row.children),
        "actions": [
            {
                "action": paragraphs(each.action),
                "owner": line(each.owner),
                "due": day(each.due),
                "status": str(each.get_status_display()) if each.status else "",
            }
            for each in assessment.correctiveactions.all()
            if each.outcome_id == row.pk and each.action.strip()
        ],
        "lesson": paragraphs(row.lesson),
    }


def measures(assessment: Assessment) -> list[dict]:
    """What became of the measures that were promised, once anything of it is told."""
    rows = followed_measures(assessment)
    if not any(row.status or row.status_note.strip() for row in rows):
        return []
    return [
        {
            "measure": paragraphs(row.measure),
            "owner": line(row.owner),
            "due": day(row.due),
            "status": str(row.get_status_display())
            if row.status
            else pgettext("measure", "Not told"),
            "note": line(row.status_note),
        }
        for row in rows
    ]


def closing(assessment: Assessment) -> list[str]:
    """Why the follow-up ended, where that was told."""
    ended = assessment.answer("out.close") is True
    return paragraphs(assessment.answer("out.close.reason")) if ended else []


def _codes(assessment: Assessment) -> dict[int, str]:
    return {row.pk: row.code for row in assessment.alternatives.all()}
