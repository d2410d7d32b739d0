"""The catalogue of questions: the method as data (architecture 5.2, domain part 2)."""

from collections.abc import Mapping
from types import MappingProxyType

from assessments.phases import Extent
from assessments.questions import (
    alt,
    case,
    cfs,
    cmp,
    crc,
    dat,
    dec,
    fup,
    grp,
    hpl,
    hre,
    imp,
    mit,
    proc,
    pub,
    qa,
    rec,
    sco,
    scr,
    stm,
)
from assessments.questions.base import (
    CATALOGUE_VERSION,
    Availability,
    Column,
    Kind,
    Option,
    Page,
    Question,
    Requirement,
    is_required,
)
from assessments.questions.pages import FULL_PAGES, LIGHT_SCREEN, PAGES

__all__ = [
    "CATALOGUE",
    "CATALOGUE_VERSION",
    "FULL_PAGES",
    "PAGES",
    "Availability",
    "Column",
    "Kind",
    "Option",
    "Page",
    "Question",
    "Requirement",
    "changes_since",
    "is_demanded",
    "is_required",
    "light_screen",
    "one_value_questions",
    "page",
    "pages_for",
    "question",
    "questions_for",
]

_MODULES = (
    case,
    scr,
    sco,
    grp,
    alt,
    dat,
    hpl,
    hre,
    imp,
    crc,
    cmp,
    mit,
    rec,
    qa,
    proc,
    stm,
    dec,
    pub,
    cfs,
    fup,
)

CATALOGUE: Mapping[str, Question] = MappingProxyType(
    {
        item.key: item
        for module in _MODULES
        for asked in module.QUESTIONS
        for item in (asked, *asked.further)
    }
)
"""Every question by key, in the order of the pages, each followed by its further fields."""


def question(key: str) -> Question:
    """The question with this key; KeyError for a key the catalogue does not know."""
    return CATALOGUE[key]


def page(key: str) -> Page:
    """The page with this key; KeyError for a page the form does not have."""
    return PAGES[key]


def pages_for(extent: Extent | str) -> tuple[Page, ...]:
    """The pages an assessment of this extent goes through, in order (domain 2.24)."""
    return tuple(item for item in PAGES.values() if item.availability(extent) != Availability.NOT)


def questions_for(page: Page | str, extent: Extent | str) -> tuple[Question, ...]:
    """The questions of one page that this extent asks; none where one generated line is enough."""
    item = PAGES[page] if isinstance(page, str) else page
    if item.availability(extent) in (Availability.NOT, Availability.ONE_LINE):
        return ()
    return tuple(
        entry
        for group in item.groups
        for entry in CATALOGUE.values()
        if entry.group == group and entry.page == item.key and entry.shown_in(extent)
    )


# Kinds of answers that are one value. Tables and files need rows of their own.
ONE_VALUE = frozenset(Kind) - {Kind.TABLE, Kind.FILE, Kind.CALC}
# Asked once for the whole matter, although their group is filled in once per row.
ONCE = frozenset(
    {"hre.none_reason", "ntc.needed", "stm.none_reason", "out.close", "out.close.reason"}
)


def one_value_questions(page: Page | str, extent: Extent | str) -> tuple[Question, ...]:
    """The questions of a page that are answered once for the matter and with one value."""
    return tuple(
        entry
        for entry in questions_for(page, extent)
        if entry.kind in ONE_VALUE and (not entry.is_record or entry.key in ONCE)
    )


DEMANDED_FOR: Mapping[str, frozenset[str]] = MappingProxyType(
    {
        "dat.forecast": frozenset({"school_network", "ecec", "build"}),
        "crc.resources": frozenset({"budget", "fees"}),
    }
)
"""Questions that a full assessment must answer in matters of these types (domain 2.6, 2.21)."""


def is_demanded(question: Question, proposal_type: str) -> bool:
    """Whether a full assessment of such a matter is incomplete without an answer."""
    return is_required(question, Extent.FULL) or proposal_type in DEMANDED_FOR.get(question.key, ())


def changes_since(version: str, extent: Extent | str) -> tuple[list[Question], list[Question]]:
    """What the newest catalogue asks more than ``version``, and what it no longer asks."""
    asked = [each for each in CATALOGUE.values() if each.shown_in(extent or Extent.LIGHT)]
    now = [each for each in asked if each.is_in(CATALOGUE_VERSION)]
    then = [each for each in asked if each.is_in(version)]
    return [each for each in now if each not in then], [each for each in then if each not in now]


def light_screen() -> tuple[Question, ...]:
    """The questions of the light assessment's single screen, in its order (domain 2.20)."""
    return tuple(CATALOGUE[key] for key in LIGHT_SCREEN)
