"""Other matters that touch the same children: impacts that pile up (domain 2.12)."""

from __future__ import annotations

import json
import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import timedelta

from django.db import models
from django.db.models import F, Value
from django.db.models.functions import Cast
from django.utils import timezone
from django.utils.translation import gettext as _

from assessments.models import Answer, Assessment, Impact, Proposal
from assessments.phases import FINISHED_STATUSES, OPEN_STATUSES
from assessments.questions.dimensions import DIMENSIONS, GROUP_LABELS

MONTHS = 24
DAYS = timedelta(days=MONTHS * 30.44)
READ_AT_MOST, SHOWN = 200, 12
GROUP_KEYS = ("grp.age", "grp.vulnerable")
STEM = 6
"""So many letters of a name are compared: Finnish and Swedish inflect its end."""
# Words that name a kind of place and not a place.
COMMON = frozenset(
    (
        *("alue", "alueen", "kaupunki", "kaupungin", "koko", "koulu", "koulun", "koulupiiri"),
        *("kunta", "kunnan", "kunnassa", "kylä", "kylän", "päiväkoti", "området", "område"),
        *("kommun", "kommunen", "hela", "skola", "skolan", "skoldistrikt", "daghem"),
        *("daghemmet", "area", "district", "municipality", "school", "village", "whole"),
    )
)


@dataclass(frozen=True)
class Other:
    """One matter beside this one: what they have in common, where it stands."""

    proposal: Proposal
    state: str
    in_common: list[str]


@dataclass(frozen=True)
class _Touched:
    """Whom and what a matter touches."""

    area: frozenset[str]
    title: frozenset[str]
    groups: frozenset[str]
    harmed: frozenset[str]


def others(assessment: Assessment, user) -> list[Other]:
    """Open and decided matters of the municipality with something in common, the most first.

    Two queries. Only what this reader may see at all is looked at.
    """
    found = list(_matters(assessment, user))
    if not found:
        return []
    touched = _touched([assessment, *found])
    own = touched[assessment.pk]
    ranked = []
    for each in found:
        words, weight = _in_common(own, touched[each.pk])
        if words:
            ranked.append((weight, each, words))
    ranked.sort(key=lambda entry: -entry[0])
    return [
        Other(each.proposal, str(each.get_status_display()), words)
        for _weight, each, words in ranked[:SHOWN]
    ]


def _matters(assessment: Assessment, user) -> models.QuerySet[Assessment]:
    return (
        Assessment.objects.visible_to(user)
        .filter(
            municipality=assessment.municipality_id,
            proposal__meeting_date__gte=timezone.localdate() - DAYS,
            status__in=OPEN_STATUSES | FINISHED_STATUSES,
        )
        .exclude(pk=assessment.pk)
        .select_related("proposal")
        .order_by("-proposal__meeting_date")[:READ_AT_MOST]
    )


def _touched(assessments: Iterable[Assessment]) -> dict[int, _Touched]:
    """What every matter touches: its place, its child groups and the dimensions it harms."""
    known = {each.pk: each for each in assessments}
    groups: dict[int, set[str]] = defaultdict(set)
    harmed: dict[int, set[str]] = defaultdict(set)
    for owner, key, value in _read(list(known)):
        if key == "harm":
            harmed[owner].add(value)
        else:
            chosen = json.loads(value)
            groups[owner].update(chosen if isinstance(chosen, list) else ())
    return {
        pk: _Touched(
            _names(each.proposal.area),
            _names(each.proposal.title),
            frozenset(groups[pk]) & frozenset(GROUP_LABELS),
            frozenset(harmed[pk]),
        )
        for pk, each in known.items()
    }


def _read(owners: list[int]) -> Iterable[tuple[int, str, str]]:
    """The chosen groups and the harmed dimensions of all of them, in one query."""
    answers = (
        Answer.objects.filter(assessment__in=owners, key__in=GROUP_KEYS)
        .annotate(found=Cast("value", models.TextField()))
        .values_list("assessment_id", "key", "found")
    )
    harms = (
        Impact.objects.present()
        .filter(assessment__in=owners, direction="neg", alternative__removed_at__isnull=True)
        .order_by()
        .annotate(
            key=Value("harm", models.CharField()), found=Cast(F("dimension"), models.TextField())
        )
        .values_list("assessment_id", "key", "found")
        .distinct()
    )
    return answers.union(harms, all=True)


def _names(text: str) -> frozenset[str]:
    """The beginnings of the words that can name a place."""
    words = re.findall(r"[^\W\d_]{4,}", text.casefold())
    return frozenset(word[:STEM] for word in words if word not in COMMON)


def _in_common(own: _Touched, other: _Touched) -> tuple[list[str], int]:
    """In words, and how much it weighs: the same place most, then groups, then harms."""
    words, weight = [], 0
    # The area names a place; a title does so only where the other's area says the same.
    if own.area & (other.area | other.title) or own.title & other.area:
        words.append(_("the same place"))
        weight += 100
    if shared := own.groups & other.groups:
        words += [str(GROUP_LABELS[key]) for key in GROUP_LABELS if key in shared]
        weight += 10 * len(shared)
    if harmed := own.harmed & other.harmed:
        names = ", ".join(str(DIMENSIONS[key].label) for key in DIMENSIONS if key in harmed)
        words.append(_("harm in both: %(dimensions)s") % {"dimensions": names})
        weight += len(harmed)
    return words, weight
