"""What speaks for and against each alternative, composed from the impacts (domain 2.12)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from django.forms import BoundField
from django.utils.formats import number_format
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext, pgettext

from assessments import counts
from assessments.forms.parts.matrix import flag_html
from assessments.forms.parts.mitigating import euros
from assessments.forms.parts.weighing import worst_off
from assessments.models import Alternative, Assessment, GroupSize, Impact
from assessments.questions.dimensions import AGE_GROUPS, ALL_CHILDREN, DIMENSIONS, cell_word

SHOWN = 5
"""So many strengths and weaknesses are listed; a flagged harm always is."""
CONFLICTS_SHOWN = 12
COMPOSED_LENGTH = 2000
POINT_LENGTH = 240
FIELDS = ("strengths", "weaknesses")


def relevant_impacts(assessment: Assessment) -> dict[int, list[Impact]]:
    """The assessed impacts of each alternative, in the dimensions that matter here."""
    relevant = {row.dimension for row in assessment.dimensionscopes.all() if row.is_relevant}
    found: dict[int, list[Impact]] = {row.pk: [] for row in assessment.alternatives.all()}
    for impact in assessment.impacts.all():
        if impact.direction and impact.dimension in relevant and impact.alternative_id in found:
            found[impact.alternative_id].append(impact)
    return found


# --- Strengths and weaknesses ---------------------------------------------------------------------


@dataclass(frozen=True)
class Point:
    """One strength or weakness: where, for whom, how much and why."""

    impact: Impact

    def __str__(self) -> str:
        return f"{self.where}: {self.word}. {self.text}".strip()

    @property
    def where(self) -> str:
        """``Safety`` or ``Safety, Children with disabilities``."""
        place = self.impact.get_dimension_display()
        if self.impact.child_group == ALL_CHILDREN.value:
            return place
        return f"{place}, {self.impact.get_child_group_display()}"

    @property
    def word(self) -> str:
        return str(cell_word(self.impact.direction, self.impact.magnitude).word)

    @property
    def text(self) -> str:
        return _shortened(self.impact.text)

    @property
    def html(self) -> SafeString:
        """Written here, as the cells are: there may be a hundred of them."""
        flag = flag_html(_("Notable harm")) if self.impact.is_flagged else ""
        return format_html(
            '<li>{}<b>{}:</b> {}. <span dir="auto">{}</span></li>',
            flag,
            self.where,
            self.word,
            self.text,
        )


def _shortened(text: str) -> str:
    text = text.strip()
    return text if len(text) <= POINT_LENGTH else f"{text[:POINT_LENGTH].rstrip()}…"


def _points(impacts: list[Impact], direction: str) -> list[Point]:
    """Flagged first, then by the weighted index; what has no index comes last."""
    found = [each for each in impacts if each.direction == direction]
    found.sort(key=lambda each: (not each.is_flagged, -abs(each.weight or 0), each.pk))
    return [Point(each) for each in found]


@dataclass
class Compared:
    """One alternative in the comparison. The composed lists stand beside what people wrote."""

    alternative: Alternative
    pros: list[Point]
    cons: list[Point]
    worst: str
    # What is neither: mixed and unknown impacts, so that the lists hide nothing.
    besides: str
    fields: dict[str, BoundField] = field(default_factory=dict)

    @property
    def id(self) -> str:
        return f"compared-{self.alternative.pk}"

    @property
    def columns(self) -> list[Column]:
        titles = {"strengths": _("Strengths for children"), "weaknesses": _("Weaknesses")}
        points = {"strengths": self.pros, "weaknesses": self.cons}
        return [
            Column(
                name,
                titles[name],
                points[name],
                getattr(self.alternative, name),
                self.fields.get(name),
                f"compose-{name}-{self.alternative.pk}",
            )
            for name in FIELDS
        ]


@dataclass
class Column:
    """The strengths or the weaknesses of one alternative: composed ones and written ones."""

    name: str
    title: str
    points: list[Point]
    written: str
    field: BoundField | None
    compose: str

    @property
    def shown(self) -> list[Point]:
        flagged = sum(point.impact.is_flagged for point in self.points)
        return self.points[: max(SHOWN, flagged)]

    @property
    def hidden(self) -> str:
        number = len(self.points) - len(self.shown)
        return (
            ngettext("and %(n)d more", "and %(n)d more", number) % {"n": number} if number else ""
        )

    @property
    def can_compose(self) -> bool:
        return bool(self.points) and not self.written.strip()


def composed(points: list[Point]) -> str:
    """The points as a text for the field, a line each, as many as it can hold."""
    lines: list[str] = []
    for point in points:
        line = f"\N{EN DASH} {point}"
        if sum(len(each) + 1 for each in lines) + len(line) > COMPOSED_LENGTH:
            break
        lines.append(line)
    return "\n".join(lines)


def compared(alternative: Alternative, impacts: list[Impact]) -> Compared:
    return Compared(
        alternative,
        _points(impacts, "pos"),
        _points(impacts, "neg"),
        worst_off(impacts),
        _besides(impacts),
    )


def _besides(impacts: list[Impact]) -> str:
    counted = Counter(each.direction for each in impacts)
    words = (("mixed", _("%(n)d mixed")), ("unknown", _("%(n)d unknown")))
    return ", ".join(text % {"n": counted[key]} for key, text in words if counted[key])


# --- Conflicts between children's interests -------------------------------------------------------


@dataclass(frozen=True)
class Clash:
    """One dimension of one alternative in which some children gain what others lose."""

    alternative: Alternative
    dimension: str
    gaining: list[Impact]
    losing: list[Impact]

    @property
    def where(self) -> str:
        return f"{self.alternative.code}, {DIMENSIONS[self.dimension].label}"

    @property
    def gain(self) -> str:
        return ", ".join(each.get_child_group_display() for each in self.gaining)

    @property
    def lose(self) -> str:
        return ", ".join(each.get_child_group_display() for each in self.losing)


def clashes(alternatives: Iterable[Alternative], impacts: dict[int, list[Impact]]) -> list[Clash]:
    """Groups with opposite directions in one dimension of one alternative."""
    found = []
    for alternative in alternatives:
        sides: dict[str, dict[str, list[Impact]]] = {}
        for each in impacts[alternative.pk]:
            both = sides.setdefault(each.dimension, {"pos": [], "neg": []})
            if each.direction in both:
                both[each.direction].append(each)
        found += [
            Clash(alternative, dimension, both["pos"], both["neg"])
            for dimension, both in sides.items()
            if both["pos"] and both["neg"]
        ]
    return found


# --- What children said beside what officials judged ----------------------------------------------

TONES = {
    "pos": gettext_lazy("mostly hopeful"),
    "neg": gettext_lazy("mostly worried"),
    "": gettext_lazy("divided"),
}


@dataclass(frozen=True)
class Voice:
    """One dimension, or one alternative: the children's side, the officials' side, the mark."""

    name: str
    children: str
    themes: str
    officials: str
    # Why the two differ; nothing where they do not.
    differs: str = ""


def voices(
    assessment: Assessment, impacts: dict[int, list[Impact]], *, masks: bool
) -> tuple[list[Voice], list[Voice]]:
    """By dimension from the themes of the hearings, by alternative from the children's views."""
    return _by_dimension(assessment, impacts), _by_alternative(assessment, impacts, masks=masks)


def _by_dimension(assessment: Assessment, impacts: dict[int, list[Impact]]) -> list[Voice]:
    told: dict[str, list] = {}
    for row in assessment.hearingfindings.all():
        if row.dimension and row.tone:
            told.setdefault(row.dimension, []).append(row)
    relevant = {row.dimension for row in assessment.dimensionscopes.all() if row.is_relevant}
    judged: dict[str, list[tuple[Alternative, Impact]]] = {}
    for alternative in assessment.alternatives.all():
        for each in impacts[alternative.pk]:
            if each.child_group == ALL_CHILDREN.value:
                judged.setdefault(each.dimension, []).append((alternative, each))
    return [
        _voice(key, told[key], judged.get(key, []), key in relevant)
        for key in DIMENSIONS
        if key in told
    ]


def _voice(key: str, findings: list, judged: list, is_relevant: bool) -> Voice:
    counted = Counter(row.tone for row in findings)
    tone = ""
    if counted["pos"] != counted["neg"]:
        tone = "pos" if counted["pos"] > counted["neg"] else "neg"
    if set(counted) == {"neutral"}:
        words = pgettext("tone of what children said", "neutral")
    else:
        words = str(TONES[tone])
    themes = "; ".join(dict.fromkeys(row.theme for row in findings if row.theme))
    officials = ", ".join(
        f"{alternative.code} {cell_word(each.direction, each.magnitude).word}"
        for alternative, each in judged
    )
    return Voice(
        str(DIMENSIONS[key].label),
        words,
        _shortened(themes),
        officials,
        _difference(tone, judged, is_relevant),
    )


def _difference(tone: str, judged: list, is_relevant: bool) -> str:
    """Where the officials saw nothing of what the children spoke of.

    An alternative that changes something is looked at: the present state is what children know.
    """
    if not is_relevant:
        return _("Children spoke of this, but it has not been marked as relevant.")
    seen = {each.direction for alternative, each in judged if not alternative.is_zero}
    if not seen:
        return _("Children spoke of this, but no impact has been assessed.")
    if tone == "neg" and not seen & {"neg", "mixed"}:
        return _("Children are worried, but no harm has been assessed.")
    if tone == "pos" and not seen & {"pos", "mixed"}:
        return _("Children are hopeful, but nothing positive has been assessed.")
    return ""


def _by_alternative(
    assessment: Assessment, impacts: dict[int, list[Impact]], *, masks: bool
) -> list[Voice]:
    votes: dict[int, Counter] = {}
    for row in assessment.hearingviews.all():
        if row.alternative_id is not None:
            for key in counts.VOTES:
                votes.setdefault(row.alternative_id, Counter())[key] += getattr(row, key) or 0
    return [
        _opinion(alternative, votes[alternative.pk], impacts[alternative.pk], masks=masks)
        for alternative in assessment.alternatives.all()
        if alternative.pk in votes
    ]


def _opinion(
    alternative: Alternative, votes: Counter, impacts: list[Impact], *, masks: bool
) -> Voice:
    counted = Counter(each.direction for each in impacts)
    officials = _("%(positive)d positive, %(negative)d negative, %(unknown)d unknown") % {
        "positive": counted["pos"],
        "negative": counted["neg"],
        "unknown": counted["unknown"],
    }
    return Voice(
        str(alternative),
        _leading(votes) if masks else _numbers(votes),
        "",
        officials,
        _disagreement(votes, impacts),
    )


def _numbers(votes: Counter) -> str:
    return _("for %(for)d, against %(against)d, unsure %(unsure)d") % {
        "for": votes["in_favour"],
        "against": votes["against"],
        "unsure": votes["unsure"],
    }


def _leading(votes: Counter) -> str:
    """Which view led, without numbers: small ones could be worked out from several hearings."""
    most = max(votes.values(), default=0)
    leading = [key for key in counts.VOTES if votes[key] == most]
    return str(counts.MOST[leading[0]]) if len(leading) == 1 else _("Views differed.")


def _disagreement(votes: Counter, impacts: list[Impact]) -> str:
    index = sum(each.weight or 0 for each in impacts if each.child_group == ALL_CHILDREN.value)
    if votes["against"] > votes["in_favour"] and index > 0:
        return _("Children are against it, but its impacts have been assessed as positive.")
    if votes["in_favour"] > votes["against"] and index < 0:
        return _("Children are for it, but its impacts have been assessed as negative.")
    return ""


# --- Costs, apart from the dimensions -------------------------------------------------------------


@dataclass(frozen=True)
class Cost:
    """What one alternative costs; never mixed into the sums of the dimensions."""

    alternative: Alternative
    once: str
    yearly: str
    children: str
    per_child: str
    difference: str


@dataclass(frozen=True)
class Costs:
    rows: list[Cost]
    number: str

    def __bool__(self) -> bool:
        return any(row.once or row.yearly or row.children for row in self.rows)


def costs(assessment: Assessment, *, masks: bool = False) -> Costs:
    """One-off and yearly costs, for each child where the number of children is known."""
    alternatives = list(assessment.alternatives.all())
    number = children_concerned(assessment.groupsizes.all(), masks=masks)
    zero = next((row.cost_year for row in alternatives if row.is_zero), None)
    rows = [
        Cost(
            row,
            euros(row.cost_once),
            euros(row.cost_year),
            euros(row.child_money),
            euros(round(row.cost_year / number)) if number and row.cost_year is not None else "",
            _against(row, zero),
        )
        for row in alternatives
    ]
    return Costs(rows, number_format(number, use_l10n=True, force_grouping=True) if number else "")


def _against(row: Alternative, zero: int | None) -> str:
    if row.is_zero or zero is None or row.cost_year is None:
        return ""
    difference = row.cost_year - zero
    return f"+{euros(difference)}" if difference > 0 else euros(difference)


def children_concerned(sizes: Iterable[GroupSize], *, masks: bool = False) -> int | None:
    """How many children there are: all of them, or the age groups together, which do not overlap.

    Fewer than five are not told: their number could be worked out from the costs. Nor is the whole
    told to those who only read, where one of its groups is that small.
    """
    sizes = list(sizes)
    if masks and any(counts.is_small(row.number) for row in sizes):
        return None
    known = {row.group: row.number for row in sizes if row.number}
    ages = [known[each.value] for each in AGE_GROUPS if each.value in known]
    number = known.get(ALL_CHILDREN.value) or sum(ages)
    return number if number and not counts.is_small(number) else None


# --- The pieces of the page -----------------------------------------------------------------------

PIECES: dict[str, tuple[str, ...]] = {
    "alternatives": ("alternative", "dimensionscope", "impact"),
    "facts": (
        "alternative",
        "dimensionscope",
        "impact",
        "hearingfinding",
        "hearingview",
        "groupsize",
    ),
}
"""What the page fetches as soon as it is there, and the rows that each piece shows."""


def all_compared(assessment: Assessment) -> list[Compared]:
    impacts = relevant_impacts(assessment)
    return [compared(row, impacts[row.pk]) for row in assessment.alternatives.all()]


@dataclass
class Facts:
    """What stands beside the alternatives: conflicts, what children said, costs."""

    clashes: list[Clash]
    more_clashes: int
    by_dimension: list[Voice]
    by_alternative: list[Voice]
    costs: Costs

    @classmethod
    def of(cls, assessment: Assessment, *, masks: bool = False) -> Facts:
        impacts = relevant_impacts(assessment)
        found = clashes(assessment.alternatives.all(), impacts)
        return cls(
            found[:CONFLICTS_SHOWN],
            len(found[CONFLICTS_SHOWN:]),
            *voices(assessment, impacts, masks=masks),
            costs(assessment, masks=masks),
        )
