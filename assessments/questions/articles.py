"""Articles of the Convention on the Rights of the Child that municipal decisions touch (domain 6).

The short titles are our own wording, not the text of the convention.
"""

from dataclasses import dataclass
from enum import StrEnum

from django.utils.translation import pgettext_lazy


class Relevance(StrEnum):
    """How often an article matters in a municipal decision."""

    HIGH = "H"
    MEDIUM = "M"
    LOW = "L"


@dataclass(frozen=True, slots=True)
class Article:
    """One article. `bilingual_relevance` holds in bilingual municipalities where it differs."""

    number: int
    title: str
    relevance: Relevance
    dimensions: tuple[str, ...] = ()
    general_principle: bool = False
    bilingual_relevance: Relevance | None = None


_ARTICLES = (
    Article(1, pgettext_lazy("article", "A child is anyone under 18"), Relevance.HIGH),
    Article(
        2,
        pgettext_lazy("article", "Non-discrimination"),
        Relevance.HIGH,
        ("equality",),
        general_principle=True,
    ),
    Article(
        3,
        pgettext_lazy("article", "Best interests; 3(3) quality and safety of services"),
        Relevance.HIGH,
        ("safety", "everyday", "services"),
        general_principle=True,
    ),
    Article(
        4,
        pgettext_lazy("article", "Implementation with maximum available resources"),
        Relevance.HIGH,
        ("services",),
    ),
    Article(5, pgettext_lazy("article", "Parental guidance"), Relevance.LOW, ("relationships",)),
    Article(
        6,
        pgettext_lazy("article", "Life, survival, development"),
        Relevance.HIGH,
        ("health", "safety"),
        general_principle=True,
    ),
    Article(
        7, pgettext_lazy("article", "Name, nationality, parents"), Relevance.LOW, ("relationships",)
    ),
    Article(
        8,
        pgettext_lazy("article", "Identity and family ties"),
        Relevance.MEDIUM,
        ("relationships", "identity"),
    ),
    Article(
        9, pgettext_lazy("article", "Contact with both parents"), Relevance.LOW, ("relationships",)
    ),
    Article(
        12,
        pgettext_lazy("article", "Right to be heard"),
        Relevance.HIGH,
        ("participation",),
        general_principle=True,
    ),
    Article(
        13,
        pgettext_lazy("article", "Expression and information"),
        Relevance.MEDIUM,
        ("participation",),
    ),
    Article(
        14, pgettext_lazy("article", "Thought, conscience, religion"), Relevance.LOW, ("identity",)
    ),
    Article(
        15,
        pgettext_lazy("article", "Association and assembly"),
        Relevance.MEDIUM,
        ("leisure", "participation"),
    ),
    Article(16, pgettext_lazy("article", "Privacy"), Relevance.MEDIUM),
    Article(
        17,
        pgettext_lazy("article", "Access to suitable information"),
        Relevance.MEDIUM,
        ("participation",),
    ),
    Article(
        18,
        pgettext_lazy("article", "Parents' responsibility and support"),
        Relevance.HIGH,
        ("relationships", "everyday", "family_finance", "services"),
    ),
    Article(
        19,
        pgettext_lazy("article", "Protection from violence and neglect"),
        Relevance.HIGH,
        ("safety",),
    ),
    Article(
        20,
        pgettext_lazy("article", "Children without family care"),
        Relevance.MEDIUM,
        ("relationships",),
    ),
    Article(22, pgettext_lazy("article", "Refugee children"), Relevance.MEDIUM, ("equality",)),
    Article(
        23,
        pgettext_lazy("article", "Children with disabilities"),
        Relevance.HIGH,
        ("learning", "equality", "services"),
    ),
    Article(
        24,
        pgettext_lazy("article", "Health, health services, clean environment"),
        Relevance.HIGH,
        ("health", "services", "environment"),
    ),
    Article(25, pgettext_lazy("article", "Review of placement"), Relevance.LOW),
    Article(
        26,
        pgettext_lazy("article", "Social security"),
        Relevance.MEDIUM,
        ("family_finance", "services"),
    ),
    Article(
        27,
        pgettext_lazy("article", "Adequate standard of living"),
        Relevance.HIGH,
        ("health", "everyday", "family_finance", "environment"),
    ),
    Article(28, pgettext_lazy("article", "Education"), Relevance.HIGH, ("learning",)),
    Article(
        29,
        pgettext_lazy("article", "Aims of education"),
        Relevance.HIGH,
        ("learning", "environment", "identity"),
    ),
    Article(
        30,
        pgettext_lazy("article", "Minority language and culture"),
        Relevance.MEDIUM,
        ("equality", "identity"),
        bilingual_relevance=Relevance.HIGH,
    ),
    Article(
        31,
        pgettext_lazy("article", "Rest, play, leisure, culture"),
        Relevance.HIGH,
        ("leisure", "health", "everyday", "environment"),
    ),
    Article(33, pgettext_lazy("article", "Protection from drugs"), Relevance.MEDIUM, ("health",)),
    Article(
        34, pgettext_lazy("article", "Protection from sexual abuse"), Relevance.LOW, ("safety",)
    ),
    Article(
        36,
        pgettext_lazy("article", "Protection from other exploitation"),
        Relevance.LOW,
        ("safety",),
    ),
    Article(37, pgettext_lazy("article", "Liberty and dignity"), Relevance.LOW),
    Article(
        39,
        pgettext_lazy("article", "Recovery and rehabilitation"),
        Relevance.MEDIUM,
        ("health", "services"),
    ),
    Article(40, pgettext_lazy("article", "Children in justice"), Relevance.LOW),
    Article(42, pgettext_lazy("article", "Making rights known"), Relevance.MEDIUM),
)
ARTICLES = {article.number: article for article in _ARTICLES}
GENERAL_PRINCIPLES = tuple(a.number for a in _ARTICLES if a.general_principle)


def preselected(dimension: str, *, bilingual: bool = False) -> tuple[int, ...]:
    """Articles ticked in advance when a dimension is chosen: those that matter always or often."""
    return tuple(
        article.number
        for article in _ARTICLES
        if dimension in article.dimensions
        and ((bilingual and article.bilingual_relevance) or article.relevance) != Relevance.LOW
    )
