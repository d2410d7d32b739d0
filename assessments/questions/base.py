"""What a question of the method is: the words in which the catalogue is written (domain part 2)."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from assessments.phases import Extent

VERSIONS = ("2026.1", "2026.2")
"""Every version of the catalogue, the oldest first."""
CATALOGUE_VERSION = VERSIONS[-1]
"""An assessment keeps the version of the catalogue it began with (architecture 5.2)."""

OWN = "own"
"""The group of a municipality's own questions: ``own.12``."""
LINE_LENGTH = 200
LONG_LENGTH = 5000

RECORD_GROUPS = frozenset({"hre", "alt", "imp", "mit", "ntc", "out", "stm", "fbk", "qst"})
"""Groups that are filled in once per hearing, alternative, impact, notice and so on."""


FURTHER_ONCE = frozenset({"out.close"})
"""Asked once for the matter although their group is filled in once per row."""


class Kind(StrEnum):
    """What sort of answer a question takes."""

    TEXT = "text"
    LONG = "long"
    CHOICE = "choice"
    MULTI = "multi"
    SCALE = "scale"
    NUMBER = "number"
    DATE = "date"
    TABLE = "table"
    BOOL = "bool"
    FILE = "file"
    USER = "user"
    CALC = "calc"
    URL = "url"


class Requirement(StrEnum):
    """From which extent on an answer is demanded (the column "req" of domain part 2)."""

    ALWAYS = "A"
    LIGHT = "L"
    FULL = "F"
    OPTIONAL = "-"
    CONDITIONAL = "C"


class Availability(StrEnum):
    """How much of a page an extent needs (domain 2.24)."""

    NOT = "-"
    ONE_LINE = "one line"
    AS_NEEDED = "as needed"
    PART = "part"
    WHOLE = "whole"


@dataclass(frozen=True, slots=True)
class Option:
    """One possible answer: the stored value and the words shown for it."""

    value: str
    label: str


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table question, or a further field beside the main one."""

    key: str
    label: str
    kind: Kind = Kind.TEXT
    options: tuple[Option, ...] = ()
    source: str = ""

    @property
    def max_length(self) -> int | None:
        """Characters the field takes; nothing for kinds that are not text."""
        return text_limit(self.kind)


@dataclass(frozen=True, slots=True)
class Question:
    """One question of the catalogue.

    `core` marks the questions of the light assessment's single screen (domain 2.20). `columns`
    are the columns of a table, or the further fields of a question that takes, say, a date
    beside its text. `light_only` marks a short question that stands in for several longer ones
    of the full assessment; `full_only` keeps an optional question out of the light one. `source`
    names the rows of the assessment that are offered as choices beside the fixed options.
    `since` and `until` are the first and the last version of the catalogue that ask it.
    """

    key: str
    text: str
    kind: Kind
    required: Requirement
    help: str = ""
    why: str = ""
    options: tuple[Option, ...] = ()
    columns: tuple[Column, ...] = ()
    source: str = ""
    max_length: int | None = None
    page: str = ""
    core: bool = False
    light_only: bool = False
    full_only: bool = False
    since: str = VERSIONS[0]
    until: str = ""

    def __post_init__(self) -> None:
        if self.max_length is None:
            object.__setattr__(self, "max_length", text_limit(self.kind))

    def is_in(self, version: str) -> bool:
        """Whether this version of the catalogue asks it; an unknown one asks like the newest."""
        if version not in VERSIONS:
            return not self.until
        place = VERSIONS.index(version)
        last = VERSIONS.index(self.until) if self.until else len(VERSIONS)
        return VERSIONS.index(self.since) <= place <= last

    @property
    def group(self) -> str:
        """The group before the dot: `rec` of `rec.summary`."""
        return self.key.partition(".")[0]

    @property
    def field(self) -> str:
        """The name after the dot: `summary` of `rec.summary`."""
        return self.key.partition(".")[2]

    @property
    def further(self) -> tuple[Question, ...]:
        """The fields beside the main one, each a question of its own: ``hpl.info.text``.

        A table's columns are fields of its rows, and so are those of a question that is asked once
        per row.
        """
        if self.kind == Kind.TABLE or (self.is_record and self.key not in FURTHER_ONCE):
            return ()
        return tuple(
            Question(
                f"{self.key}.{column.key}",
                column.label,
                column.kind,
                Requirement.CONDITIONAL,
                options=column.options,
                source=column.source,
                page=self.page,
                light_only=self.light_only,
                full_only=self.full_only or not self.shown_in(Extent.LIGHT),
            )
            for column in self.columns
            if column.kind != Kind.FILE
        )

    @property
    def is_record(self) -> bool:
        """Whether it is asked once per hearing, alternative, impact or other row."""
        return self.group in RECORD_GROUPS

    def label_of(self, value: str) -> str:
        """The words for a stored option value; the value itself if it is no longer offered."""
        return next((option.label for option in self.options if option.value == value), value)

    def shown_in(self, extent: Extent | str) -> bool:
        """Whether an assessment of this extent asks the question at all."""
        if extent == Extent.FULL:
            return not self.light_only
        if self.full_only or self.required == Requirement.FULL:
            return False
        return extent == Extent.LIGHT or self.required != Requirement.LIGHT


@dataclass(frozen=True, slots=True)
class Page:
    """One page of the form and how much of it each extent needs (domain 2.24)."""

    key: str
    phase: str
    title: str
    groups: tuple[str, ...]
    none: Availability
    light: Availability
    full: Availability

    def availability(self, extent: Extent | str) -> Availability:
        """How much of the page this extent needs."""
        return {Extent.NONE: self.none, Extent.LIGHT: self.light, Extent.FULL: self.full}[
            Extent(extent)
        ]


def text_limit(kind: Kind) -> int | None:
    """The usual number of characters a kind of answer takes."""
    return {Kind.TEXT: LINE_LENGTH, Kind.LONG: LONG_LENGTH, Kind.URL: 500}.get(kind)


def is_required(question: Question, extent: Extent | str) -> bool:
    """Whether an assessment of this extent is incomplete without an answer.

    Conditional questions are never required here: their condition lies in other answers and is
    judged by the gates.
    """
    if not question.shown_in(extent):
        return False
    return (
        question.required
        in {
            Extent.NONE: {Requirement.ALWAYS},
            Extent.LIGHT: {Requirement.ALWAYS, Requirement.LIGHT},
            Extent.FULL: {Requirement.ALWAYS, Requirement.LIGHT, Requirement.FULL},
        }[Extent(extent)]
    )
