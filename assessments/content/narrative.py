"""The written answers of an assessment, each with its question, in the order of the catalogue."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from django.utils import formats
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from assessments.content.text import day, line, paragraphs
from assessments.models import Alternative, Assessment, ExtraQuestion
from assessments.questions import CATALOGUE, Kind, Question
from assessments.questions.articles import ARTICLES
from assessments.questions.base import OWN
from assessments.questions.decision_types import DECISION_TYPES

SECTIONS: Mapping[str, str] = MappingProxyType(
    {
        "case": "matter",
        "sco": "scope",
        "grp": "children",
        "alt": "alternatives",
        "dat": "knowledge",
        "hpl": "hearing_plan",
        "hre": "hearing",
        "crc": "rights",
        "cmp": "comparison",
        "mit": "mitigation",
        "rec": "recommendation",
        "dec": "decision",
        "fup": "follow_up",
    }
)
"""The section of the report in which the answers to each group of questions are told."""

ELSEWHERE = frozenset(
    {
        # Told by the report in places and words of their own.
        "grp.age",
        "grp.vulnerable",
        "grp.none_reason",
        "hre.none_reason",
        "crc.short",
        "rec.best",
        "rec.reason",
        "rec.conditions",
        "rec.worst",
        "rec.children_said",
        "rec.changed",
        "rec.summary",
        "rec.summary_alt",
        "dec.proposal_alt",
        "dec.alt",
        "dec.relation",
        "dec.reason",
        "dec.alt.other",
        "dec.mitigations",
        "dec.follow_up",
        "dec.dissent",
        "dec.appeal",
        "dec.appeal.result",
        "dec.appeal.date",
        "dec.appeal.url",
        "dec.final_date",
        "fup.owner",
        "fup.start",
        "fup.report_to",
    }
)
"""Questions whose answers are not repeated among the others of their section."""


def narrative(assessment: Assessment) -> dict[str, list[dict]]:
    """The answers by section; a section without an answer is left out."""
    told: dict[str, list[dict]] = {}
    answers = assessment.suggested_answers | assessment.answer_values
    for key, asked in CATALOGUE.items():
        section = SECTIONS.get(asked.group)
        if section is None or key in ELSEWHERE or not _is_answer(answers.get(key)):
            continue
        found = told.setdefault(section, [])
        value = _value(asked, answers[key], assessment)
        main = ".".join(key.split(".")[:2])
        if main == key or not found or found[-1]["key"] != main:
            text = asked.text if main == key else CATALOGUE[main].text
            found.append({"key": main, "question": str(text), "text": [], "items": [], "facts": []})
        if main == key or value["text"]:
            found[-1]["text"] += value["text"]
            found[-1]["items"] += value["items"]
        else:
            found[-1]["facts"].append({"label": str(asked.text), "words": value["words"]})
    for asked in _own_questions(assessment):
        told.setdefault(SECTIONS[asked.page], []).append(
            {
                "key": asked.key,
                "question": asked.text,
                "text": paragraphs(answers[asked.key]),
                "items": [],
                "facts": [],
            }
        )
    return told


def _own_questions(assessment: Assessment) -> list[ExtraQuestion]:
    """The municipality's own questions that were answered, in the order they were made."""
    keys = {key for key, value in assessment.answer_values.items() if _is_own(key) and value}
    if not keys:
        return []
    asked = ExtraQuestion.objects.filter(municipality=assessment.municipality_id)
    return [each for each in asked if each.key in keys]


def _is_own(key: str) -> bool:
    return key.partition(".")[0] == OWN


def _is_answer(value: object) -> bool:
    return value not in (None, "", []) and (not isinstance(value, str) or bool(value.strip()))


def _value(asked: Question, value: object, assessment: Assessment) -> dict:
    """An answer in words: paragraphs, a list of what was chosen, or a word beside its label."""
    empty = {"text": [], "items": [], "words": ""}
    match asked.kind:
        case Kind.LONG:
            return empty | {"text": paragraphs(value)}
        case Kind.MULTI:
            values = value if isinstance(value, list) else [value]
            items = [name for each in values if (name := _chosen(asked, each, assessment))]
            return empty | {"items": items, "words": ", ".join(items)}
        case Kind.BOOL:
            words = pgettext("answer", "Yes") if value is True else pgettext("answer", "No")
        case Kind.DATE:
            words = (day(str(value)) or {"text": ""})["text"]
        case Kind.NUMBER if isinstance(value, int | float):
            words = formats.number_format(value, use_l10n=True)
        case Kind.CHOICE | Kind.SCALE:
            words = _chosen(asked, value, assessment)
        case _:
            words = line(value)
    # Beside its question a word is a paragraph; a further field stands after its own label.
    is_main = asked.key.count(".") == 1
    return empty | {"words": words, "text": [words] if is_main and words else []}


def _chosen(asked: Question, value: object, assessment: Assessment) -> str:
    """The words of one choice: an option, a law, an article or an alternative."""
    if asked.source == "articles" and str(value).isdecimal() and int(value) in ARTICLES:
        article = ARTICLES[int(value)]
        return _("Article %(number)d: %(title)s") % {
            "number": article.number,
            "title": article.title,
        }
    if asked.source == "laws":
        kind, _dash, number = str(value).rpartition("-")
        laws = DECISION_TYPES[kind].laws if kind in DECISION_TYPES else ()
        if number.isdecimal() and 0 < int(number) <= len(laws):
            return str(laws[int(number) - 1])
    if asked.source == "alternatives":
        rows: list[Alternative] = list(assessment.alternatives.all())
        for row in rows:
            if str(row.number) == str(value):
                return line(str(row))
    return str(asked.label_of(value))
