"""The summary for children as it is frozen (domain 2.17), in the language in which it was told."""

from __future__ import annotations

import re

from assessments.content.text import line, paragraphs
from assessments.models import Assessment
from assessments.questions import question
from assessments.questions.cfs import TEXTS

_BULLET = re.compile(r"^[-–—•*]\s*")


def for_children(assessment: Assessment, language: str) -> dict | None:
    """What children read in ``language``; in the assessment's own where it has not been told in
    that one. Nothing where nothing has been written for them."""
    proposal = assessment.proposal
    ending = "_alt" if language == proposal.other_language and _is_told(assessment, "_alt") else ""
    if not ending and not _is_told(assessment, ""):
        return None
    level = str(assessment.answer("cfs.level"))
    texts = {name: paragraphs(assessment.answer(f"cfs.{name}{ending}")) for name in TEXTS}
    return texts | {
        "language": proposal.other_language if ending else proposal.language,
        "title": line(" ".join(texts["title"])),
        "level": str(question("cfs.level").label_of(level)) if level else "",
        "you_said": points(str(assessment.answer(f"cfs.you_said{ending}"))),
        "options": [
            {
                "code": row.code,
                # A name has been given in the assessment's own language only.
                "name": "" if ending else line(row.name),
                "sentence": line(getattr(row, f"child_sentence{ending}")),
            }
            for row in assessment.alternatives.all()
            if getattr(row, f"child_sentence{ending}").strip()
        ],
    }


def _is_told(assessment: Assessment, ending: str) -> bool:
    return any(str(assessment.answer(f"cfs.{name}{ending}")).strip() for name in TEXTS)


def points(text: str) -> list[str]:
    """A list as people write it: a point a line, with or without a dash before it."""
    lines = (line(_BULLET.sub("", each.strip())) for each in text.splitlines())
    return [each for each in lines if each]
