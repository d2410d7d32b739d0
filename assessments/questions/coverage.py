"""Representativeness: which of the groups concerned have been heard, and by whom (domain 2.7).

A youth council or a pupil council speaks for others: a group that only such a body has spoken for
has not been heard itself.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Protocol

from django.utils.translation import pgettext_lazy

from assessments.questions.dimensions import AGE_GROUPS, ALL_CHILDREN
from assessments.questions.sources import REPRESENTATIVES

AGES = frozenset(group.value for group in AGE_GROUPS)
# Nobody can ask children who are not born yet.
UNREACHABLE = frozenset({"none", "future"})
WORDS = {
    "heard": pgettext_lazy("representativeness", "heard"),
    "represented": pgettext_lazy("representativeness", "only through a council"),
    "missing": pgettext_lazy("representativeness", "not heard"),
}


class Held(Protocol):
    """What is read of a hearing."""

    groups: list[str]
    method: str
    number: int | None


@dataclass(frozen=True, slots=True)
class Reach:
    """One group concerned and the hearings that reached it."""

    group: str
    size: int | None
    # Participants of each hearing of the group itself, and whether other groups sat with it.
    numbers: tuple[int, ...]
    is_shared: bool
    state: str

    @property
    def heard(self) -> int:
        return sum(self.numbers)

    @property
    def share(self) -> int | None:
        """Per cent of the group; told only where every hearing was of this group alone."""
        if not self.size or not self.numbers or self.is_shared:
            return None
        return min(100, round(100 * self.heard / self.size))


@dataclass(frozen=True, slots=True)
class Coverage:
    """The groups concerned in their order; ``untold`` hearings do not say whom they heard."""

    reaches: tuple[Reach, ...]
    untold: int
    is_told: bool

    @property
    def missing(self) -> list[str]:
        """Groups that have not been heard themselves; nothing is known before a hearing tells."""
        if not self.is_told:
            return []
        return [each.group for each in self.reaches if each.state != "heard"]


def coverage(
    concerned: Iterable[str], hearings: Iterable[Held], sizes: Mapping[str, int | None]
) -> Coverage:
    """Which of the groups ``concerned`` these hearings reached; sizes by group."""
    hearings = list(hearings)
    groups = [each for each in dict.fromkeys(concerned) if each not in UNREACHABLE]
    return Coverage(
        tuple(_reach(group, hearings, sizes.get(group)) for group in groups),
        untold=sum(not row.groups for row in hearings),
        is_told=any(row.groups for row in hearings),
    )


def _reach(group: str, hearings: list[Held], size: int | None) -> Reach:
    reached = [row for row in hearings if _was_there(group, row.groups)]
    direct = [row for row in reached if row.method not in REPRESENTATIVES]
    return Reach(
        group,
        size,
        tuple(row.number for row in direct if row.number),
        is_shared=any(row.groups != [group] for row in direct),
        state="heard" if direct else "represented" if reached else "missing",
    )


def _was_there(group: str, groups: list[str]) -> bool:
    """A hearing of all children reached every age, but no group in particular."""
    return group in groups or (ALL_CHILDREN.value in groups and group in AGES)
