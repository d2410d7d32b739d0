"""Which part of an assessment a value belongs to, for those who write only what is assigned."""

from assessments.phases import Extent
from assessments.questions.pages import FULL_PAGES
from municipalities.roles import Permission

ASSIGNABLE: dict[Permission, frozenset[str]] = {
    Permission.CONTRIBUTE: frozenset(FULL_PAGES),
    Permission.FACILITATE: frozenset({"hpl", "hre"}),
}
"""What can be assigned at all to those whose role carries the right (domain 1.10)."""

PART_OF_ROWS: dict[str, str] = {
    "case": "matter",
    "pathstep": "matter",
    "scopequestion": "sco",
    "groupsize": "grp",
    "alternative": "alt",
    "rejectedalternative": "alt",
    "dimensionscope": "imp",
    "impact": "imp",
    "evidence": "dat",
    "knowledgegap": "dat",
    "keyfigure": "dat",
    "plannedhearing": "hpl",
    "hearing": "hre",
    "hearingfinding": "hre",
    "hearingview": "hre",
    "rightsnote": "crc",
    "otherinterest": "cmp",
    "mitigation": "mit",
    "followuppoint": "fup",
    "followupindicator": "fup",
}
"""The part in which each kind of row is written; most groups of questions are a part themselves."""

# Pages that the light assessment does not have, and no part of it shows.
FULL_ONLY = frozenset({"matter", "sco", "hpl"})

# A value that is asked for in another part than its row.
PART_OF_FIELDS = {
    "impact.no_mitigation_reason": "mit",
    "alternative.child_sentence": "publication",
    "alternative.child_sentence_alt": "publication",
}

# Questions of these groups stand on another page of the light assessment.
LIGHT_PARTS = {"crc": "rec", "cmp": "rec"}


def assigned_part(extent: Extent | str, part: str, field: str = "") -> str:
    """The part that must be assigned to somebody for this value to be written."""
    own = PART_OF_FIELDS.get(f"{part}.{field}") or PART_OF_ROWS.get(part, part)
    return own if extent == Extent.FULL else LIGHT_PARTS.get(own, own)


def assignable_parts(extent: Extent | str) -> tuple[str, ...]:
    """The parts that can be given to a person of the team, in order."""
    own = [key for key in FULL_PAGES if extent == Extent.FULL or key not in FULL_ONLY]
    return tuple(dict.fromkeys(assigned_part(extent, key) for key in own))
