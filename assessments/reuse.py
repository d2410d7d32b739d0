"""What one assessment can take over from another of the same type: its structure, and texts.

Only what was written about the way of working and the alternatives is offered. What children said,
what was judged and what was recommended belongs to its own matter and is never taken over.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from django.utils.text import Truncator

from assessments.models import ROWS, Assessment
from assessments.questions import question

TEXTS = (
    "grp.age",
    "grp.vulnerable",
    "sco.horizon",
    "sco.laws",
    "sco.laws.articles",
    "sco.stakeholders",
    "sco.limits",
    "sco.impartial",
    "hpl.who",
    "hpl.missed",
    "hpl.method",
    "hpl.info",
    "hpl.guardians",
    "hpl.staff",
    "hpl.privacy",
    "hpl.language",
    "dat.research",
    "fup.report_to",
)
ROW_FIELDS: dict[str, tuple[str, ...]] = {
    "alternative": ("name", "description"),
    "scopequestion": ("text",),
    "plannedhearing": ("group", "age", "method"),
    "evidence": ("type", "title", "year", "url", "finding", "reliability"),
    "rejectedalternative": ("name", "reason"),
    "followupindicator": ("indicator", "unit", "source", "interval"),
}
"""The kinds of rows that are taken over, and which of their fields."""
# A source that tells of children, staff or guardians there tells nothing of those here.
GENERAL_SOURCES = frozenset({"research", "peer", "stats"})


@dataclass(frozen=True)
class Item:
    """One thing that can be taken over: an answer, a row or the relevance of the dimensions."""

    key: str
    label: str
    text: str
    values: dict[str, object] = field(default_factory=dict)


def items(source: Assessment) -> Iterator[Item]:
    """Everything that ``source`` offers, whose parts have been read."""
    for key in TEXTS:
        value = source.answer(key)
        if value not in ("", None, []):
            asked = question(key)
            yield Item(f"answer:{key}", str(asked.text), _words(asked, value), {"value": value})
    for kind, names in ROW_FIELDS.items():
        for row in getattr(source, f"{kind}s").all():
            values = {name: getattr(row, name) for name in names}
            if _is_offered(kind, row) and any(values.values()):
                text = " – ".join(str(each) for each in _shown(row, names) if each)
                label = str(ROWS[kind]._meta.verbose_name).capitalize()
                yield Item(f"{kind}:{row.pk}", label, Truncator(text).chars(200), values)


def _is_offered(kind: str, row) -> bool:
    if kind == "alternative":
        return not row.is_zero
    return kind != "evidence" or row.type in GENERAL_SOURCES


def _shown(row, names) -> Iterator[str]:
    for name in names:
        choice = getattr(row, f"get_{name}_display", None)
        yield choice() if choice and getattr(row, name) else getattr(row, name)


def _words(asked, value) -> str:
    values = value if isinstance(value, list) else [value]
    return Truncator(", ".join(str(asked.label_of(str(each))) for each in values)).chars(200)
