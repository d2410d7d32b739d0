"""Dimensions, child groups and scales of an impact (domain 2.5, 2.10 and 2.11)."""

from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from assessments.questions.base import Option


@dataclass(frozen=True, slots=True)
class Dimension:
    """One of the twelve aspects of a child's life that an assessment looks at (domain 2.10)."""

    key: str
    label: str
    guiding: tuple[str, ...]
    articles: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Scale:
    """A step of a scale: stored value, words, symbol and a sentence that says what it means."""

    value: str
    label: str
    symbol: str = ""
    meaning: str = ""


@dataclass(frozen=True, slots=True)
class Cell:
    """What a cell of the matrix shows: symbol, word and number, never colour alone."""

    symbol: str
    word: str
    number: int | None


_DIMENSIONS = (
    Dimension(
        "health",
        pgettext_lazy("dimension", "Health and wellbeing"),
        guiding=(
            _("How are energy, sleep, movement and mood affected?"),
            _("Do indoor air, noise or food get better or worse?"),
            _("Is one group of children strained more than others?"),
        ),
        articles=(6, 24, 27, 31, 33, 39),
    ),
    Dimension(
        "safety",
        pgettext_lazy("dimension", "Safety"),
        guiding=(
            _("Are the route, the yard and the space safe?"),
            _("Does the risk of bullying or of being left alone grow or shrink?"),
            _("Is a familiar adult near?"),
        ),
        articles=(3, 6, 19, 34, 36),
    ),
    Dimension(
        "learning",
        pgettext_lazy("dimension", "Learning, school and early childhood education"),
        guiding=(
            _("What happens to group sizes, teachers and the choice of teaching?"),
            _("Are learning support and continuity kept?"),
            _("Does the learning environment change?"),
        ),
        articles=(28, 29, 23),
    ),
    Dimension(
        "leisure",
        pgettext_lazy("dimension", "Play, leisure and hobbies"),
        guiding=(
            _("Is there time and place for play and hobbies?"),
            _("Do clubs and afternoon activities work?"),
            _("What do hobbies cost?"),
        ),
        articles=(31, 15),
    ),
    Dimension(
        "relationships",
        pgettext_lazy("dimension", "Relationships: family, friends, adults"),
        guiding=(
            _("Are friends and familiar adults kept?"),
            _("How are siblings and the family's time together affected?"),
            _("Do new communities form?"),
        ),
        articles=(5, 7, 8, 9, 18, 20),
    ),
    Dimension(
        "everyday",
        pgettext_lazy("dimension", "Everyday life and mobility"),
        guiding=(
            _("How long is the journey in minutes and kilometres?"),
            _("Can the child move about independently?"),
            _("How do mornings, waiting and afternoons work?"),
        ),
        articles=(3, 18, 27, 31),
    ),
    Dimension(
        "family_finance",
        pgettext_lazy("dimension", "Family economy and parents' daily life"),
        guiding=(
            _("Do fees, travel costs or parents' working hours change?"),
            _("Which families cannot afford it?"),
        ),
        articles=(18, 26, 27),
    ),
    Dimension(
        "participation",
        pgettext_lazy("dimension", "Participation and influence"),
        guiding=(
            _("Have children been able to influence the matter?"),
            _("Can they influence more or less in the future?"),
            _("Do they get information they can understand?"),
        ),
        articles=(12, 13, 15, 17),
    ),
    Dimension(
        "equality",
        pgettext_lazy("dimension", "Equality and non-discrimination"),
        guiding=(
            _("Who falls behind the others?"),
            _("Are areas and language groups treated alike?"),
            _("Is the solution accessible?"),
        ),
        articles=(2, 22, 23, 30),
    ),
    Dimension(
        "services",
        pgettext_lazy("dimension", "Services and support"),
        guiding=(
            _("Does the child get help as near and as quickly as before?"),
            _("Do quality or staff change?"),
            _("Does the load shift to another service?"),
        ),
        articles=(3, 4, 18, 23, 24, 26, 39),
    ),
    Dimension(
        "environment",
        pgettext_lazy("dimension", "Housing, surroundings and nature"),
        guiding=(
            _("Are nature, a yard and places to spend time near?"),
            _("Do traffic, air or scenery change?"),
            _("Is the solution sustainable for the climate?"),
        ),
        articles=(24, 27, 29, 31),
    ),
    Dimension(
        "identity",
        pgettext_lazy("dimension", "Language, culture and identity"),
        guiding=(
            _("Does the child get the service in their own language?"),
            _("Is the meaning of the village or community kept for the child?"),
            _("Are different backgrounds respected?"),
        ),
        articles=(8, 14, 29, 30),
    ),
)
DIMENSIONS = {dimension.key: dimension for dimension in _DIMENSIONS}

AGE_GROUPS = (
    Option("a0_2", pgettext_lazy("child group", "Ages 0–2")),
    Option("a3_5", pgettext_lazy("child group", "Ages 3–5 (early childhood education)")),
    Option("a6", pgettext_lazy("child group", "Pre-primary pupils (6)")),
    Option("a7_9", pgettext_lazy("child group", "Ages 7–9 (grades 1–3)")),
    Option("a10_12", pgettext_lazy("child group", "Ages 10–12 (primary school)")),
    Option("a13_15", pgettext_lazy("child group", "Ages 13–15 (lower secondary school)")),
    Option("a16_17", pgettext_lazy("child group", "Ages 16–17 (upper secondary level)")),
    Option("a18p", pgettext_lazy("child group", "Students over 18")),
    Option("future", pgettext_lazy("child group", "Future children")),
)
VULNERABLE_GROUPS = (
    Option("disability", pgettext_lazy("child group", "Children with disabilities")),
    Option("support", pgettext_lazy("child group", "Children needing learning support")),
    Option("illness", pgettext_lazy("child group", "Children with long-term illness")),
    Option("mental", pgettext_lazy("child group", "Children needing mental health support")),
    Option("poverty", pgettext_lazy("child group", "Children in low-income families")),
    Option("single", pgettext_lazy("child group", "Children with one parent or two homes")),
    Option(
        "care",
        pgettext_lazy("child group", "Children in child protection or placed outside the home"),
    ),
    Option(
        "migrant",
        pgettext_lazy(
            "child group", "Children with a migrant background or another first language"
        ),
    ),
    Option(
        "undocumented", pgettext_lazy("child group", "Asylum-seeking and undocumented children")
    ),
    Option(
        "language_min",
        pgettext_lazy("child group", "Language minority (Swedish or Finnish speakers)"),
    ),
    Option("sami_roma", pgettext_lazy("child group", "Sámi and Roma children")),
    Option("rural", pgettext_lazy("child group", "Children with long distances")),
    Option("lonely", pgettext_lazy("child group", "Lonely or bullied children")),
    Option("lgbtq", pgettext_lazy("child group", "LGBTQ youth")),
    Option(
        "violence",
        pgettext_lazy("child group", "Children experiencing violence or substance abuse at home"),
    ),
    Option("carer", pgettext_lazy("child group", "Young carers")),
    Option("absent", pgettext_lazy("child group", "Pupils with long absence from school")),
    Option("none", pgettext_lazy("child group", "None identified")),
)
ALL_CHILDREN = Option("all", pgettext_lazy("child group", "All children concerned"))
CHILD_GROUPS = (
    ALL_CHILDREN,
    *AGE_GROUPS,
    *(group for group in VULNERABLE_GROUPS if group.value != "none"),
)
GROUP_LABELS = {group.value: group.label for group in CHILD_GROUPS}
VULNERABLE_KEYS = frozenset(group.value for group in VULNERABLE_GROUPS) - {"none"}

DIRECTIONS = (
    Scale("pos", pgettext_lazy("direction", "Positive"), "+"),
    Scale("neg", pgettext_lazy("direction", "Negative"), "−"),
    Scale("mixed", pgettext_lazy("direction", "Mixed"), "±"),
    Scale("none", pgettext_lazy("direction", "No effect"), "0"),
    Scale("unknown", pgettext_lazy("direction", "Unknown"), "?"),
)
MAGNITUDES = (
    Scale(
        "1", pgettext_lazy("magnitude", "Small"), "1", _("Noticeable, but no need to change habits")
    ),
    Scale("2", pgettext_lazy("magnitude", "Moderate"), "2", _("Changes daily life")),
    Scale(
        "3",
        pgettext_lazy("magnitude", "Large"),
        "3",
        _("Changes the course of life, puts a right at risk or concerns very many children"),
    ),
    Scale(
        "0",
        pgettext_lazy("magnitude", "Unknown"),
        "?",
        _("The direction can be told, the size cannot yet"),
    ),
)
LIKELIHOODS = (
    Scale("1", pgettext_lazy("likelihood", "Unlikely"), "1"),
    Scale("2", pgettext_lazy("likelihood", "Possible"), "2"),
    Scale("3", pgettext_lazy("likelihood", "Likely"), "3"),
    Scale("unknown", pgettext_lazy("likelihood", "Unknown"), "?"),
)
DURATIONS = (
    Scale("short", pgettext_lazy("duration", "Temporary, under a year")),
    Scale("medium", pgettext_lazy("duration", "1–4 years")),
    Scale("long", pgettext_lazy("duration", "Over 4 years or permanent")),
    Scale("unknown", pgettext_lazy("duration", "Unknown"), "?"),
)

_STEPS = {
    ("pos", 0): pgettext_lazy("impact step", "positive, size unknown"),
    ("neg", 0): pgettext_lazy("impact step", "negative, size unknown"),
    ("pos", 1): pgettext_lazy("impact step", "small positive"),
    ("pos", 2): pgettext_lazy("impact step", "moderate positive"),
    ("pos", 3): pgettext_lazy("impact step", "large positive"),
    ("neg", 1): pgettext_lazy("impact step", "small negative"),
    ("neg", 2): pgettext_lazy("impact step", "moderate negative"),
    ("neg", 3): pgettext_lazy("impact step", "large negative"),
}


def cell_word(direction: str, magnitude: int | str | None = None) -> Cell:
    """The matrix cell of an impact: symbol, words and a step from -3 to +3 (domain 2.11, rule 1).

    The symbol is doubled for a large effect. Mixed and missing effects count as nought; an
    unknown one has no number and is never shown as neutral.
    """
    scale = next((step for step in DIRECTIONS if step.value == direction), None)
    if scale is None:
        raise ValueError(f"direction: {direction!r} is not a step of the scale")
    if direction == "unknown":
        return Cell(scale.symbol, scale.label, None)
    if direction not in ("pos", "neg") or magnitude in (None, ""):
        return Cell(scale.symbol, scale.label, None if direction in ("pos", "neg") else 0)
    size = int(magnitude)
    if size not in (0, 1, 2, 3):
        raise ValueError(f"magnitude: {magnitude!r} is not a step of the scale")
    if not size:
        return Cell(scale.symbol, _STEPS[direction, 0], None)
    sign = 1 if direction == "pos" else -1
    symbol = f"{scale.symbol} {scale.symbol}" if size == 3 else scale.symbol
    return Cell(symbol, _STEPS[direction, size], sign * size)


_SIGNS = {"pos": 1, "neg": -1, "mixed": 0, "none": 0}
_LIKELIHOOD_WEIGHTS = {"1": 0.5, "2": 0.75, "3": 1.0}
_DURATION_WEIGHTS = {"short": 0.75, "medium": 1.0, "long": 1.25}


def weighted_index(
    direction: str, magnitude: int | None, likelihood: str, duration: str
) -> float | None:
    """Sign x size x likelihood x duration (domain 2.11, display rule 2).

    An unknown impact, or one whose size is not known, has no index and is counted apart. A
    likelihood that is not known weighs 0.75, a duration that is not known or told weighs 1.
    """
    sign = _SIGNS.get(direction)
    if sign is None or (sign and not magnitude):
        return None
    weight = _LIKELIHOOD_WEIGHTS.get(likelihood, 0.75) * _DURATION_WEIGHTS.get(duration, 1.0)
    return sign * (magnitude or 0) * weight
