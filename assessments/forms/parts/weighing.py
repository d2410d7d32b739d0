"""What a full assessment shows beside its fields: the balance of sources and the calculation."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.formats import number_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy

from assessments.loading import source_balance
from assessments.models import Alternative, Assessment, Impact
from assessments.questions.dimensions import (
    ALL_CHILDREN,
    DURATIONS,
    GROUP_LABELS,
    LIKELIHOODS,
)
from assessments.questions.sources import CLASSES

LIGHTS = {
    "green": (
        "good",
        "check-circle",
        pgettext_lazy("balance of sources", "Green: known from enough sides"),
    ),
    "yellow": (
        "warn",
        "exclamation-triangle",
        pgettext_lazy("balance of sources", "Yellow: enough, with a reservation"),
    ),
    "red": (
        "bad",
        "x-circle",
        pgettext_lazy("balance of sources", "Red: something is still missing"),
    ),
}


@dataclass(frozen=True)
class SourcesLight:
    """The traffic light of sources, in a word, a symbol and reasons (``dat.triangulation``)."""

    word: str
    kind: str
    icon: str
    classes: list[tuple[str, str, bool]]
    reasons: list[str]

    @classmethod
    def of(cls, assessment: Assessment) -> SourcesLight:
        found = source_balance(assessment)
        kind, icon, word = LIGHTS[found.light]
        reasons = [text for holds, text in _reasons(found) if holds]
        classes = [(key, str(label), key in found.classes) for key, label in CLASSES.items()]
        return cls(str(word), kind, icon, classes, reasons)


def _reasons(found) -> list[tuple[bool, str]]:
    return [
        (
            found.lacks_children and not found.has_reason,
            _("Knowledge from children themselves is missing, and so is the reason for it."),
        ),
        (
            found.lacks_children and found.has_reason,
            _("Children themselves have not been heard; the reason is shown in the report."),
        ),
        (
            found.only_representatives,
            _(
                "Only a council of youth or pupils has been heard. It is one class and does not"
                " stand for the children concerned."
            ),
        ),
        (
            bool(found.not_heard),
            _("Of the groups concerned these have not been heard: %(groups)s.")
            % {"groups": ", ".join(str(GROUP_LABELS[each]) for each in found.not_heard)},
        ),
        (
            found.lacks_others,
            _("Knowledge from at least two other classes is needed."),
        ),
        (
            found.lacks_facts,
            _("One of the classes must be statistics, research or measurements (D, E or F)."),
        ),
    ]


@dataclass(frozen=True)
class Calculation:
    """The weighted index of one alternative, never without what no sum can hide (rule 4)."""

    alternative: Alternative
    index: str
    harms: int
    unknown: int
    worst: str


def signed(index: float) -> str:
    """A number with its sign and the decimals of the reader's language."""
    sign = "+" if index > 0 else "\N{MINUS SIGN}" if index < 0 else ""
    return f"{sign}{number_format(abs(index), 2)}"


def calculations(
    alternatives: Iterable[Alternative], relevant: set[str], impacts: Iterable[Impact]
) -> list[Calculation]:
    """The index of each alternative over all children, with its harms, unknowns and worst-off."""
    rows: dict[int, list[Impact]] = {}
    for impact in impacts:
        if impact.direction and impact.dimension in relevant:
            rows.setdefault(impact.alternative_id, []).append(impact)
    return [_calculation(each, rows.get(each.pk, [])) for each in alternatives]


def _calculation(alternative: Alternative, impacts: list[Impact]) -> Calculation:
    common = [each for each in impacts if each.child_group == ALL_CHILDREN.value]
    known = [each.weight for each in common if each.weight is not None]
    return Calculation(
        alternative,
        signed(sum(known)),
        sum(each.direction == "neg" for each in impacts),
        sum(each.weight is None for each in impacts),
        worst_off(impacts),
    )


def worst_off(impacts: Iterable[Impact]) -> str:
    """The group that is harmed most in one dimension, by the weighted index.

    Nothing where no group is harmed more than all children together.
    """
    harmed = [(each.weight, each.pk, each) for each in impacts if (each.weight or 0) < 0]
    worst = min(harmed)[2] if harmed else None
    if worst is None or worst.child_group == ALL_CHILDREN.value:
        return ""
    return str(worst.get_child_group_display())


UNTOLD = gettext_lazy("not told")


def steps_of(impact: Impact) -> list[tuple[str, str]]:
    """How the index of one impact comes about, factor by factor."""
    likelihood = {each.value: each.label for each in LIKELIHOODS}.get(impact.likelihood, UNTOLD)
    duration = {each.value: each.label for each in DURATIONS}.get(impact.duration, UNTOLD)
    return [
        (_("Direction"), str(impact.get_direction_display())),
        (_("Size"), str(impact.magnitude or UNTOLD)),
        (_("Likelihood"), str(likelihood)),
        (_("Duration"), str(duration)),
        (_("Weighted index"), _("not counted") if impact.weight is None else signed(impact.weight)),
    ]
