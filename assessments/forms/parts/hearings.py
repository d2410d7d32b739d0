"""What the hearing register adds to its fields: remarks beside them, acts, and whom it reached."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from assessments import counts
from assessments.forms.parts.fields import name_of
from assessments.loading import concerned, hearing_coverage
from assessments.models import Assessment, HearingView, PlannedHearing, VersionedRow
from assessments.questions.answers import METHOD_AGES, METHODS
from assessments.questions.coverage import WORDS
from assessments.questions.dimensions import AGE_GROUPS, ALL_CHILDREN, GROUP_LABELS

METHOD_LABELS = {method.value: method.label for method in METHODS}
OLDEST = 17
# From and to which age each of the age groups is.
AGE_SPANS = {
    "a0_2": (0, 2),
    "a3_5": (3, 5),
    "a6": (6, 6),
    "a7_9": (7, 9),
    "a10_12": (10, 12),
    "a13_15": (13, 15),
    "a16_17": (16, 17),
}


# --- Remarks beside fields ----------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Remark:
    """A friendly word beside a field; it looks like the marked place of a text."""

    words: str
    before: str = ""
    text: str = ""
    after: str = ""

    def as_json(self) -> dict[str, str]:
        return {"words": self.words, "before": "", "text": "", "after": ""}


def _method_fit(row: PlannedHearing) -> str:
    """Says so when the method does not suit all of the age group. A guide, not a rule."""
    if row.method not in METHOD_AGES or row.age not in AGE_SPANS:
        return ""
    first, last = METHOD_AGES[row.method]
    youngest, oldest = AGE_SPANS[row.age]
    if first <= youngest and min(oldest, OLDEST) <= last:
        return ""
    return _(
        "“%(method)s” suits ages %(first)d to %(last)d best. Think whether everybody in the group"
        " can take part: %(age)s."
    ) % {
        "method": METHOD_LABELS[row.method],
        "first": first,
        "last": last,
        "age": GROUP_LABELS[row.age],
    }


def too_many(row: HearingView) -> bool:
    """Whether more views are told of an alternative than children took part."""
    told = sum(getattr(row, key) or 0 for key in counts.VOTES)
    return row.hearing.number is not None and told > row.hearing.number


def _votes_fit(row: HearingView) -> str:
    if not too_many(row):
        return ""
    return _(
        "For, against and unsure are %(told)d together, but %(number)d children took part."
    ) % {
        "told": sum(getattr(row, key) or 0 for key in counts.VOTES),
        "number": row.hearing.number,
    }


@dataclass(frozen=True)
class Check:
    """Fields that are looked at together, and the one beside which the remark stands."""

    fields: frozenset[str]
    beside: str
    words: Callable[[VersionedRow], str]


CHECKS: dict[str, Check] = {
    "plannedhearing": Check(frozenset({"age", "method"}), "method", _method_fit),
    "hearingview": Check(frozenset(counts.VOTES), "in_favour", _votes_fit),
}


def remark(row: VersionedRow, field: str) -> list[Remark]:
    """What stands beside this field of a row."""
    check = CHECKS.get(row.kind())
    words = check.words(row) if check and check.beside == field else ""
    return [Remark(words)] if words else []


def saved_remark(kind: str, field: str, pk: int | None) -> tuple[str, list[Remark]] | None:
    """After one value of a row was saved: the field to speak beside, and what to say there."""
    check = CHECKS.get(kind)
    if check is None or field not in check.fields:
        return None
    model = {"plannedhearing": PlannedHearing, "hearingview": HearingView}[kind]
    related = ("hearing",) if model is HearingView else ()
    row = model.objects.select_related(*related).get(pk=pk)
    return name_of(row.slot(check.beside)), remark(row, check.beside)


# --- The guide of methods -----------------------------------------------------------------------


def method_guide() -> list[tuple[str, str]]:
    """Every method and the ages that it suits."""
    return [
        (str(METHOD_LABELS[key]), pgettext("ages", "%(first)d–%(last)d") % {"first": a, "last": b})
        for key, (a, b) in METHOD_AGES.items()
    ]


# --- Acts on a row ------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Act:
    """A link, or a button of the part's form (``value`` of its name ``do``)."""

    label: str
    url: str = ""
    value: str = ""


def acts_of(row: VersionedRow, may_write: bool) -> list[Act]:
    """What can be done with a planned hearing, or with what children proposed in a hearing."""
    pk = row.assessment_id
    if row.kind() == "plannedhearing":
        letter = Act(_("Letters"), reverse("assessments:hearing-letter", args=[pk, row.pk]))
        if row.held_as_id:
            part = reverse("assessments:assessment-part", args=[pk, "hre"])
            held = f"{part}?open=hearing-{row.held_as_id}#hearing-{row.held_as_id}"
            return [letter, Act(_("Recorded as held"), held)] if may_write else []
        hold = Act(_("Record as held"), value=f"hold-plannedhearing-{row.pk}")
        return [letter, hold] if may_write else []
    if row.kind() == "hearing" and may_write and row.proposals.strip():
        url = reverse("assessments:proposal-use", args=[pk, row.pk])
        return [Act(_("Make a proposal into an alternative or a measure"), url)]
    return []


# --- Whom the hearings reached ------------------------------------------------------------------

KINDS = {"heard": ("good", "check-circle"), "represented": ("warn", "exclamation-triangle")}
MISSING = ("bad", "x-circle")


@dataclass(frozen=True, slots=True)
class Reached:
    """One row of the table: a group concerned, its size and how many of it were heard."""

    label: str
    word: str
    kind: str
    icon: str
    size: str
    heard: str


@dataclass(frozen=True)
class CoverageTable:
    """Which of the groups concerned have been heard, in words and as a table."""

    rows: list[Reached]
    missing: str
    untold: int
    is_told: bool

    @classmethod
    def of(cls, assessment: Assessment, *, masks: bool) -> CoverageTable:
        found = hearing_coverage(assessment)
        missing = ", ".join(str(GROUP_LABELS.get(each, each)) for each in found.missing)
        rows = [_reached(each, masks) for each in found.reaches if each.group in GROUP_LABELS]
        return cls(rows if found.is_told else [], missing, found.untold, found.is_told)


def _reached(reach, masks: bool) -> Reached:
    kind, icon = KINDS.get(reach.state, MISSING)
    return Reached(
        str(GROUP_LABELS[reach.group]),
        str(WORDS[reach.state]),
        kind,
        icon,
        _size(reach.size, masks),
        _heard(reach, masks),
    )


def _size(size: int | None, masks: bool) -> str:
    if size is None:
        return ""
    return counts.count(size) if masks else str(size)


def _heard(reach, masks: bool) -> str:
    if not reach.numbers:
        return ""
    if not masks:
        number = str(reach.heard)
    else:
        shown = counts.heard(reach.numbers)
        number = shown["number"] or counts.count(1)
        if shown["is_more"]:
            number = _("more than %(number)s") % {"number": number}
    if reach.is_shared:
        return _("%(number)s, together with other groups") % {"number": number}
    return number if masks or reach.share is None else f"{number} ({reach.share} %)"


def group_choices(assessment: Assessment, chosen: list[str]) -> list[tuple[str, str]]:
    """The groups that a hearing can be of: those concerned, all children, and those ticked."""
    keys = [ALL_CHILDREN.value, *concerned(assessment)]
    if len(keys) == 1:
        keys += [group.value for group in AGE_GROUPS]
    return [
        (key, GROUP_LABELS[key]) for key in dict.fromkeys([*keys, *chosen]) if key in GROUP_LABELS
    ]
