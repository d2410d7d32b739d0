"""Counts of children as readers may see them: below five is never shown, nor to be worked out.

The officials who write the numbers see them; everybody else reads what these functions give. Where
a hidden number could be told from its neighbours (a total, the others of the same vote), those
neighbours are hidden too. Source: domain 2.5 and 2.8.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from django.utils import formats
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

SMALLEST_COUNT = 5
"""Fewer children than this are never shown as a number (domain 2.5)."""
HIDDEN = "–"
"""In the place of a number from which another could be worked out."""
VOTES = ("in_favour", "against", "unsure")
MOST = {
    "in_favour": gettext_lazy("Most were for."),
    "against": gettext_lazy("Most were against."),
    "unsure": gettext_lazy("Most were unsure."),
}


def is_small(value: int | None) -> bool:
    return value is not None and 0 < value < SMALLEST_COUNT


def count(value: int | None) -> str:
    """A number of children; below five it says only that."""
    if value is None:
        return ""
    if is_small(value):
        return f"<{SMALLEST_COUNT}"
    return formats.number_format(value, use_l10n=True, force_grouping=True)


def heard(numbers: Iterable[int | None]) -> dict:
    """How many children were heard in all hearings, so that no masked number can be worked out."""
    known = [number for number in numbers if number]
    shown = [number for number in known if number >= SMALLEST_COUNT]
    if len(known) == 1 or len(shown) == len(known):
        return {"number": count(sum(known)) if known else "", "is_more": False}
    return {"number": count(sum(shown)) if shown else "", "is_more": bool(shown)}


def invited(number: int | None, took_part: int | None) -> str:
    """How many were invited, unless it would tell that a few of them stayed away."""
    if number is None or took_part is None or is_small(number):
        return count(number)
    return "" if is_small(abs(number - took_part)) else count(number)


def part(number: int | None, whole: int | None) -> str:
    """How many of those who took part said something; not that a few of them did not."""
    if number is not None and whole is not None and is_small(whole - number):
        return count(number) if is_small(number) else _("nearly all")
    return count(number)


def votes(row: Mapping[str, int | None]) -> dict[str, str]:
    """For, against and unsure: all three numbers, or only what most of the children thought.

    One hidden number of three could be told from the two others and the number of participants.
    """
    known = {key: row[key] or 0 for key in VOTES}
    if not any(is_small(number) for number in known.values()):
        return {key: count(row[key]) for key in VOTES} | {"words": ""}
    most = max(known.values())
    leading = [key for key, number in known.items() if number == most]
    words = MOST[leading[0]] if len(leading) == 1 else _("Views differed.")
    return dict.fromkeys(VOTES, HIDDEN) | {"words": str(words)}


def sizes(rows: Iterable[tuple[str, int | None]], whole: str) -> list[str]:
    """The sizes of groups in their order; the whole is hidden where one of its parts is small."""
    rows = list(rows)
    has_small = any(is_small(number) for group, number in rows if group != whole)
    return [
        HIDDEN if group == whole and has_small and number is not None else count(number)
        for group, number in rows
    ]
