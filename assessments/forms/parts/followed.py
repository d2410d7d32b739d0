"""The plan and the record of a follow-up made ready for a page (domain 2.19)."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from assessments.content import follow_up_indicators
from assessments.following import impact_words, in_unit, unfollowed
from assessments.models import Assessment, Mitigation

NAMED_AT_MOST = 5


def unfollowed_hints(assessment: Assessment) -> list[str]:
    """A warning where a big impact has no indicator; it hinders nothing."""
    impacts = unfollowed(assessment)
    if not impacts:
        return []
    codes = _codes(assessment)
    names = [impact_words(impact, codes) for impact in impacts[:NAMED_AT_MOST]]
    rest = len(impacts) - len(names)
    text = _("A large impact has no indicator: %(impacts)s.") % {"impacts": "; ".join(names)}
    if rest:
        more = ngettext("And %(rest)d other.", "And %(rest)d others.", rest) % {"rest": rest}
        text = f"{text} {more}"
    return [text]


def _codes(assessment: Assessment) -> dict[int, str]:
    return {row.pk: row.code for row in assessment.alternatives.all()}


def subjects_of(assessment: Assessment, kind: str) -> dict[int, tuple[str, str]]:
    """What the lines of one kind are about, by key: its name and what was forecast of it."""
    if kind == "indicatorvalue":
        return {
            row.pk: (row.indicator or _("An indicator without a name"), _forecast(row))
            for row in assessment.followupindicators.all()
        }
    codes = _codes(assessment)
    return {
        row.pk: (impact_words(row, codes), row.text)
        for row in assessment.impacts.all()
        if row.alternative_id in codes
    }


def _forecast(row) -> str:
    parts = []
    if row.baseline is not None:
        parts.append(_("Baseline: %(value)s.") % {"value": in_unit(row.baseline, row.unit)})
    if row.target is not None:
        parts.append(_("Target: %(value)s.") % {"value": in_unit(row.target, row.unit)})
    return " ".join(parts)


def measure_note(row: Mitigation, subjects: dict[int, tuple[str, str]]) -> str:
    """Which harm the measure lessens, who does it and by when."""
    parts = [f"{subjects[row.impact_id][0]}."] if row.impact_id in subjects else []
    if row.owner:
        parts.append(_("Responsible: %(owner)s.") % {"owner": row.owner})
    if row.due:
        parts.append(_("By %(day)s.") % {"day": date_format(row.due)})
    return " ".join(parts)


@dataclass
class Reality:
    """Forecast against reality so far, as the public will read it."""

    days: list[dict]
    indicators: list[dict]

    @classmethod
    def of(cls, assessment: Assessment) -> Reality | None:
        """Nothing before there is an indicator."""
        told = follow_up_indicators(assessment)
        return cls(told["days"], told["indicators"]) if told["indicators"] else None
