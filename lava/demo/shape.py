"""How a matter of the demonstration is written down: its texts, its rows and what happened when.

Keys and values are those of the questions and the tables (``assessments.questions``,
``assessments.models``). Four things stand for rows that do not exist before the story is told:
a ``Day`` for a date, the number of an alternative, a cell ``(alternative, dimension, group)`` for
an impact, and ``e1`` or ``h2`` for the first source or the second hearing.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date

CellKey = tuple[int, str, str]
Row = dict[str, object]


@dataclass(frozen=True)
class Day:
    """So many days from today, moved back to a working day unless it is ``exact``."""

    days: int
    exact: bool = False


@dataclass(frozen=True)
class Step:
    """One thing that a person did: ``act`` is a method of ``lava.demo.telling.Telling``."""

    day: Day | date
    clock: str
    act: str
    # What the act is about: parts to write, the name of a step, the number of a point.
    what: str = ""
    # Empty: the preparer.
    who: str = ""
    note: str = ""


@dataclass(frozen=True)
class Cell:
    """One cell of the matrix. From ``likelihood`` on it belongs to the full assessment."""

    direction: str
    magnitude: int | None
    text: str
    likelihood: str = ""
    duration: str = ""
    # Sources and hearings that it rests on: "e1 h2".
    evidence: str = ""
    certainty: str = ""
    reversible: str = ""
    kinds: tuple[str, ...] = ()
    count: int | None = None
    articles: tuple[int, ...] = ()


@dataclass(frozen=True)
class Matter:
    """What people wrote about one matter, and its ``course``: what they did, in order."""

    title: str
    title_alt: str
    type: str
    sector: str
    description: str
    area: str
    diary_number: str
    body: str
    deadline: Day | date
    meeting: Day | date
    screening: dict[str, str]
    extent: str
    reason: str
    course: tuple[Step, ...]
    preparer: str = "valmistelija"
    # Of every part: ``rec.best``, ``dec.alt``. A part is written when the course comes to it.
    answers: dict[str, object] = field(default_factory=dict)
    # The bodies on the way to the decision.
    path: tuple[Row, ...] = ()
    team: tuple[Row, ...] = ()
    scope_questions: tuple[Row, ...] = ()
    # Task of the template: who does it.
    responsible: dict[str, str] = field(default_factory=dict)
    group_sizes: tuple[Row, ...] = ()
    # In the order of their numbers; the first is the present state.
    alternatives: tuple[Row, ...] = ()
    rejected: tuple[Row, ...] = ()
    evidence: tuple[Row, ...] = ()
    gaps: tuple[Row, ...] = ()
    key_figures: tuple[Row, ...] = ()
    planned: tuple[Row, ...] = ()
    # ``plan`` is the number of the planned hearing that it was.
    hearings: tuple[Row, ...] = ()
    # Why a dimension does not matter; a dimension that is named nowhere stays as suggested.
    irrelevant: dict[str, str] = field(default_factory=dict)
    impacts: dict[CellKey, Cell] = field(default_factory=dict)
    mitigations: dict[CellKey, tuple[Row, ...]] = field(default_factory=dict)
    # Why nothing is done about a harm.
    unmitigated: dict[CellKey, str] = field(default_factory=dict)
    rights: tuple[Row, ...] = ()
    interests: tuple[Row, ...] = ()
    points: tuple[Row, ...] = ()
    indicators: tuple[Row, ...] = ()
    notices: tuple[Row, ...] = ()
    statements: tuple[Row, ...] = ()
    # What the reviewer answered: key, or key and comment.
    review: dict[str, str] = field(default_factory=dict)
    # Answers that were written anew after a return.
    revised: dict[str, object] = field(default_factory=dict)
    # A thread on a cell: who says what.
    talk: dict[CellKey, tuple[tuple[str, str], ...]] = field(default_factory=dict)
    # A council member's question and the preparer's answer.
    questions: tuple[tuple[str, str], ...] = ()
    handlings: tuple[Row, ...] = ()
    # What was found at the points, in their order.
    outcomes: tuple[Row, ...] = ()

    def dated(self, year: int) -> Matter:
        """The same matter with the years that its names and sources leave open."""
        years = {"this": year, "next": year + 1}
        return replace(
            self,
            title=self.title.format(**years),
            title_alt=self.title_alt.format(**years),
            diary_number=self.diary_number.format(**years),
            evidence=tuple({"year": year - 1, **each} for each in self.evidence),
        )


NO = dict.fromkeys(
    (
        "scr.individual",
        "scr.share",
        "scr.network",
        "scr.access",
        "scr.journey",
        "scr.environment",
        "scr.money",
        "scr.vulnerable",
        "scr.unequal",
        "scr.permanent",
        "scr.contested",
        "scr.strategic",
        "scr.previous",
    ),
    "no",
)


def screening_for(extent: str) -> dict[str, str]:
    """Answers that lead to a light or a full assessment, for the matters that only have a title."""
    answers = {"scr.affects": "direct", "scr.count": "10-49", "scr.type_trigger": "no"}
    if extent == "full":
        answers |= {"scr.count": "250+", "scr.strategic": "partly"}
    return NO | answers


READY = dict.fromkeys(
    (
        "qa.early",
        "qa.alternatives",
        "qa.children",
        "qa.triangulation",
        "qa.negative",
        "qa.time",
        "qa.rights",
        "qa.evidence",
        "qa.gaps",
        "qa.mitigation",
        "qa.clear",
        "qa.privacy",
        "qa.followup",
    ),
    "yes",
) | {"qa.verdict": "ready"}
"""What a reviewer answers who has nothing to remark."""

USUAL = {
    "sco.horizon": ["short", "medium", "long"],
    "hpl.pilot": False,
    "hpl.consent": "inform",
    "hpl.language": ["fi", "plain"],
    "hpl.info": ["letter", "talk"],
    "hpl.privacy": "Nimiä ei kysytä. Vastaukset kootaan teemoiksi, ja pienet ryhmät yhdistetään.",
    "proc.material": True,
    "proc.jav": True,
    "proc.body_ok": True,
}
"""What this municipality answers in the same way in every matter."""
