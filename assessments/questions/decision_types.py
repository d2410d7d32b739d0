"""Decision types: what the type of a matter sets in advance (domain 2.2)."""

from dataclasses import dataclass
from enum import StrEnum

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from assessments.questions.base import Option
from assessments.questions.dimensions import DIMENSIONS


class HardTrigger(StrEnum):
    """Whether the type alone calls for a full assessment of a matter that affects children."""

    ALWAYS = "always"
    CONDITIONAL = "conditional"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class DecisionType:
    """One type of matter; `trigger_default` is the answer assumed until one is given."""

    key: str
    label: str
    trigger: HardTrigger
    trigger_question: str = ""
    trigger_default: str = "no"
    dimensions: tuple[str, ...] = ()
    laws: tuple[str, ...] = ()


_DECISION_TYPES = (
    DecisionType(
        "school_network",
        pgettext_lazy("decision type", "School network, closing or merging a school"),
        HardTrigger.ALWAYS,
        dimensions=(
            "learning",
            "everyday",
            "relationships",
            "safety",
            "health",
            "leisure",
            "participation",
            "equality",
            "services",
            "family_finance",
        ),
        laws=(
            _("Basic Education Act: best interests of the pupil, nearest school, school transport"),
            _("Administrative Procedure Act, section 41: chance to influence"),
        ),
    ),
    DecisionType(
        "ecec",
        pgettext_lazy("decision type", "Early childhood education: network or activities"),
        HardTrigger.CONDITIONAL,
        trigger_question=_("Is a unit closed or moved?"),
        dimensions=(
            "learning",
            "relationships",
            "everyday",
            "family_finance",
            "services",
            "health",
        ),
        laws=(
            _(
                "Act on Early Childhood Education and Care, sections 4 and 20: best "
                "interests and views of the child"
            ),
        ),
    ),
    DecisionType(
        "build",
        pgettext_lazy("decision type", "Building project or premises"),
        HardTrigger.CONDITIONAL,
        trigger_question=_(
            "Are the premises for children's use, or does the investment exceed the "
            "limit set by the municipality?"
        ),
        dimensions=("health", "safety", "environment", "learning", "leisure", "participation"),
        laws=(
            _("Building and land-use legislation"),
            _("Rules on indoor air"),
        ),
    ),
    DecisionType(
        "budget",
        pgettext_lazy("decision type", "Budget or savings programme"),
        HardTrigger.CONDITIONAL,
        trigger_question=_("Is any service used by children cut by more than 5 per cent?"),
        dimensions=("services", "family_finance", "equality", "leisure", "learning"),
        laws=(
            _("Local Government Act, section 110: budget and financial plan"),
            _("Convention on the Rights of the Child, article 4: available resources"),
        ),
    ),
    DecisionType(
        "fees",
        pgettext_lazy("decision type", "Fees and grants"),
        HardTrigger.CONDITIONAL,
        trigger_question=_("Do families' costs rise or the criteria tighten?"),
        dimensions=("family_finance", "equality", "services", "leisure"),
        laws=(
            _("Act on Early Childhood Education and Care Fees"),
            _("Basic Education Act, chapter 8 a: before- and after-school activities"),
        ),
    ),
    DecisionType(
        "strategy",
        pgettext_lazy("decision type", "Strategy, programme or plan"),
        HardTrigger.CONDITIONAL,
        trigger_question=_(
            "Does it concern the whole municipality or run for more than four years?"
        ),
        trigger_default="yes",
        dimensions=tuple(DIMENSIONS),
        laws=(
            _("Local Government Act, section 37: municipal strategy"),
            _("Act 612/2021, section 6: promotion of wellbeing and health"),
        ),
    ),
    DecisionType(
        "landuse",
        pgettext_lazy("decision type", "Land-use plan or land use"),
        HardTrigger.CONDITIONAL,
        trigger_question=_("Does a playground, a school route or a green area change?"),
        dimensions=("safety", "environment", "everyday", "leisure", "participation"),
        laws=(_("Land-use act, sections 9, 62 and 63: effects and participation"),),
    ),
    DecisionType(
        "traffic",
        pgettext_lazy("decision type", "Traffic, school transport or routes"),
        HardTrigger.CONDITIONAL,
        trigger_question=_("Does a school route change?"),
        dimensions=("safety", "everyday", "health", "environment"),
    ),
    DecisionType(
        "leisure",
        pgettext_lazy("decision type", "Youth, sports, culture or library services"),
        HardTrigger.CONDITIONAL,
        trigger_question=_("Do the opening hours, price or place of a service change?"),
        dimensions=("leisure", "relationships", "participation", "equality", "health"),
        laws=(_("Youth Act, section 24: participation of young people"),),
    ),
    DecisionType(
        "support",
        pgettext_lazy("decision type", "Learning support, student welfare, family services"),
        HardTrigger.ALWAYS,
        dimensions=("learning", "health", "services", "equality", "relationships"),
    ),
    DecisionType(
        "organisation",
        pgettext_lazy("decision type", "Organisation, management and staff"),
        HardTrigger.NONE,
        dimensions=("services", "participation"),
    ),
    DecisionType(
        "procurement",
        pgettext_lazy("decision type", "Procurement or outsourcing"),
        HardTrigger.CONDITIONAL,
        trigger_question=_("Is the service meant for children?"),
        dimensions=("services", "health", "safety"),
    ),
    DecisionType(
        "other",
        pgettext_lazy("decision type", "Other"),
        HardTrigger.NONE,
        dimensions=(),
    ),
)
DECISION_TYPES = {kind.key: kind for kind in _DECISION_TYPES}
DECISION_TYPE_OPTIONS = tuple(Option(kind.key, kind.label) for kind in _DECISION_TYPES)


def decision_type(key: str) -> DecisionType:
    """The decision type with this key; ValueError for a key the library does not know."""
    if key not in DECISION_TYPES:
        raise ValueError(f"case.type: {key!r} is not a decision type")
    return DECISION_TYPES[key]


def laws_for(key: str) -> list[str]:
    """The laws that the type suggests, as ``sco.laws`` keeps them."""
    return [f"{key}-{number}" for number, _law in enumerate(decision_type(key).laws, 1)]


def dimensions_for(key: str) -> tuple[str, ...]:
    """Dimensions switched on in advance for the type, in the order of the catalogue."""
    return tuple(name for name in DIMENSIONS if name in decision_type(key).dimensions)
