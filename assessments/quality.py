"""The quality meter: what a reviewer will ask (domain 2.15), seen while the text is being written.

It looks at what can be seen from outside: whether there are sources, hearings, measures. A green
line is no verdict. That is given by a person, in the review.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import timedelta

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from assessments.loading import source_balance
from assessments.models import Assessment
from assessments.phases import Extent
from assessments.progress import CHAIN
from assessments.questions import question, questions_for
from assessments.questions.sources import REPRESENTATIVES

SHORT = 80
"""Characters below which a description hardly describes anything."""
PAGE = 2500
"""Characters that fit on one page beside a heading."""
SENTENCE = 22
"""Words; a sentence that is longer on average is hard to read aloud."""


@dataclass(frozen=True)
class Sign:
    """One review question, what of it can be seen now, and where it is mended.

    ``state`` is ``good``, ``partly`` or ``missing``; ``text`` says what was found, in words.
    """

    key: str
    state: str
    text: str
    url: str

    @property
    def question(self) -> str:
        return str(question(self.key).text)

    @property
    def is_good(self) -> bool:
        return self.state == "good"


Found = tuple[str, str, str]
"""State, words and the part in which it is mended."""


def signs(assessment: Assessment) -> list[Sign]:
    """A sign for every review question that this extent asks and that can be seen from outside."""
    asked = [each.key for each in questions_for("qa", assessment.extent or Extent.LIGHT)]
    return [
        Sign(key, state, text, _url(assessment, part))
        for key, look in LOOKS.items()
        if key in asked
        for state, text, part in (look(assessment),)
    ]


def _url(assessment: Assessment, part: str) -> str:
    if part == "case":
        return reverse("assessments:proposal-update", args=[assessment.proposal_id])
    return reverse("assessments:assessment-part", args=[assessment.proposal_id, part])


def _early(assessment: Assessment) -> Found:
    """In time when the preparation began before the day of the deadline chain (domain 1.5)."""
    days = CHAIN[0].days[assessment.extent or Extent.LIGHT]
    wanted = assessment.proposal.agenda_deadline - timedelta(days=days)
    if assessment.created_at.date() <= wanted:
        return "good", _("The work began in time for the agenda."), "case"
    short = (assessment.created_at.date() - wanted).days
    text = ngettext(
        "The work began %(n)d day later than suggested.",
        "The work began %(n)d days later than suggested.",
        short,
    )
    return "partly", text % {"n": short}, "case"


def _alternatives(assessment: Assessment) -> Found:
    rows = assessment.alternatives.all()
    thin = [row.code for row in rows if len(row.description.strip()) < SHORT]
    if len(rows) < 2:
        return "missing", _("There is no alternative beside the present state."), "alt"
    if thin:
        names = ", ".join(thin)
        return "partly", _("Told in few words: %(names)s.") % {"names": names}, "alt"
    return "good", _("Every alternative is described."), "alt"


def _children(assessment: Assessment) -> Found:
    told = [row for row in assessment.hearings.all() if row.is_told]
    if not told:
        return "missing", _("No hearing tells what children said."), "hre"
    if all(row.method in REPRESENTATIVES for row in told):
        return "partly", _("The youth council alone does not stand for all children."), "hre"
    vulnerable = set(assessment.answer("grp.vulnerable", [])) - {"none"}
    if vulnerable and not assessment.answer("hpl.missed") and len(told) < 2:
        return "partly", _("It is not told how those easily missed were heard."), "hre"
    return "good", _("Children have been heard."), "hre"


def _triangulation(assessment: Assessment) -> Found:
    balance = source_balance(assessment)
    if balance.lacks_others and balance.lacks_children:
        return "missing", _("There are hardly any sources of knowledge."), "dat"
    if balance.lacks_others or balance.lacks_facts or balance.lacks_children:
        return "partly", _("One side of the matter is known badly."), "dat"
    return "good", _("Knowledge comes from several sides."), "dat"


def _negative(assessment: Assessment) -> Found:
    if not any(row.direction in ("neg", "mixed") for row in assessment.impacts.all()):
        return "missing", _("No harm has been found in any alternative. Is it so?"), "imp"
    if other := _harmless_beside_recommended(assessment):
        text = _(
            "The recommended alternative has more harms than %(other)s: say in the reasons why it"
            " is still the best."
        )
        return "partly", text % {"other": other}, "rec"
    if assessment.extent == Extent.FULL and not any(
        "unintended" in (row.kinds or ()) for row in assessment.impacts.all()
    ):
        return "partly", _("No impact is marked as unintended."), "imp"
    return "good", _("Harm is told openly."), "imp"


def _harmless_beside_recommended(assessment: Assessment) -> str:
    """An assessed alternative without any harm, where the recommended one has some."""
    relevant = {row.dimension for row in assessment.dimensionscopes.all() if row.is_relevant}
    found = {row.pk: set() for row in assessment.alternatives.all()}
    for row in assessment.impacts.all():
        if row.direction and row.dimension in relevant and row.alternative_id in found:
            found[row.alternative_id].add(row.direction)
    best = str(assessment.answer("rec.best"))
    alternatives = assessment.alternatives.all()
    if not any(str(row.number) == best and "neg" in found[row.pk] for row in alternatives):
        return ""
    harmless = (row for row in alternatives if found[row.pk] and found[row.pk] <= {"pos", "none"})
    return next((row.code for row in harmless), "")


def _time(assessment: Assessment) -> Found:
    durations = {row.duration for row in assessment.impacts.all() if row.duration}
    if not durations:
        return "missing", _("No duration is told."), "imp"
    if len(durations) == 1:
        return "partly", _("Every impact has the same duration."), "imp"
    return "good", _("Short and long term are told apart."), "imp"


def _rights(assessment: Assessment) -> Found:
    keys = ("crc.art2", "crc.art3", "crc.art6", "crc.art12")
    lengths = [len(str(assessment.answer(key)).strip()) for key in keys]
    lacking = [length for length in lengths if length < SHORT]
    if not any(lengths):
        return "missing", _("The rights of the child have not been gone through."), "crc"
    if all(lengths) and lacking:
        return "partly", _("The answers are short."), "crc"
    if lacking:
        text = _("%(n)d of the four general principles is told in few words or not at all.")
        return "partly", text % {"n": len(lacking)}, "crc"
    return "good", _("The four general principles have been gone through."), "crc"


def _evidence(assessment: Assessment) -> Found:
    sized = [row for row in assessment.impacts.all() if row.is_sized]
    if assessment.extent != Extent.FULL:
        told = [row for row in sized if len(row.text.strip()) >= SHORT // 2]
    else:
        told = [row for row in sized if row.evidence]
    if not told:
        return "missing", _("No judgement says what it rests on."), "imp"
    if len(told) * 3 < len(sized) * 2:
        numbers = {"told": len(told), "all": len(sized)}
        return "partly", _("%(told)d of %(all)d judgements say what they rest on.") % numbers, "imp"
    return "good", _("The judgements say what they rest on."), "imp"


def _gaps(assessment: Assessment) -> Found:
    if any(row.gap.strip() for row in assessment.knowledgegaps.all()):
        return "good", _("What is not known is told."), "dat"
    return "missing", _("It is not told what is not known."), "dat"


def _mitigation(assessment: Assessment) -> Found:
    measured = {row.impact_id for row in assessment.mitigations.all() if row.measure.strip()}
    harms = [row for row in assessment.impacts.all() if row.is_harm_to_mitigate]
    open_ = [row for row in harms if row.pk not in measured]
    if not harms:
        return "good", _("There is no harm that would need a measure."), "mit"
    if len(open_) == len(harms):
        return "missing", _("No harm has a measure."), "mit"
    if open_:
        return "partly", _("%(n)d harms have no measure.") % {"n": len(open_)}, "mit"
    return "good", _("Every considerable harm has a measure."), "mit"


def _clear(assessment: Assessment) -> Found:
    summary = str(assessment.answer("rec.summary")).strip()
    if not summary:
        return "missing", _("There is no summary."), "rec"
    if len(summary) > PAGE:
        return "partly", _("The summary is longer than a page."), "rec"
    if _sentence_length(summary) > SENTENCE:
        return "partly", _("The sentences of the summary are long."), "rec"
    return "good", _("The summary is short and its sentences too."), "rec"


def _sentence_length(text: str) -> float:
    sentences = [each for each in re.split(r"[.!?]+(?:\s|$)", text) if each.strip()]
    return sum(len(each.split()) for each in sentences) / max(1, len(sentences))


def _follow_up(assessment: Assessment) -> Found:
    if not any(row.due for row in assessment.followuppoints.all()):
        return "missing", _("There is no dated follow-up point."), "fup"
    if assessment.extent == Extent.FULL and not assessment.followupindicators.all():
        return "partly", _("No indicator says what is followed."), "fup"
    return "good", _("The follow-up has days and somebody who looks."), "fup"


LOOKS: dict[str, Callable[[Assessment], Found]] = {
    "qa.early": _early,
    "qa.alternatives": _alternatives,
    "qa.children": _children,
    "qa.triangulation": _triangulation,
    "qa.negative": _negative,
    "qa.time": _time,
    "qa.rights": _rights,
    "qa.evidence": _evidence,
    "qa.gaps": _gaps,
    "qa.mitigation": _mitigation,
    "qa.clear": _clear,
    "qa.followup": _follow_up,
}


def shortcomings(answers: dict[str, object]) -> Iterator[str]:
    """What a reviewer found wanting, a line each: the note that goes back to the preparer."""
    for key, value in answers.items():
        if key.startswith("qa.") and value in ("partly", "no"):
            asked = question(key)
            comment = str(answers.get(f"{key}.comment", "")).strip()
            line = f"{asked.text}: {asked.label_of(value)}"
            yield f"– {line}. {comment}".strip()
