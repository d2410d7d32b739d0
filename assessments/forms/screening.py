"""The screening's questions as a form of slots (domain 2.3)."""

from __future__ import annotations

from django import forms
from django.core.exceptions import ValidationError
from django.http import QueryDict
from django.utils.translation import gettext as _

from assessments.forms.parts.fields import Offered, clean_one
from assessments.forms.parts.section import SlotForm
from assessments.models import Assessment
from assessments.phases import Extent
from assessments.questions import CATALOGUE, Kind, Question
from assessments.questions.decision_types import HardTrigger, decision_type

# The choice of the extent stands in a part of its own, below the suggestion.
CHOICE = ("scr.level_final", "scr.reason")
ASKED = tuple(
    question
    for key, question in CATALOGUE.items()
    if question.group == "scr" and key not in CHOICE and question.kind in (Kind.CHOICE, Kind.URL)
)


def asked_of(proposal_type: str) -> list[Question]:
    """The questions for this type of decision, in the catalogue's order."""
    conditional = decision_type(proposal_type).trigger == HardTrigger.CONDITIONAL
    return [each for each in ASKED if conditional or each.key != "scr.type_trigger"]


def screening_form(assessment: Assessment) -> SlotForm:
    """The questions and, below them, the choice of the extent with its reason.

    No answer is required to save: what is still open is said by the suggestion and by the gate.
    """
    form = SlotForm(Offered(assessment))
    stored = {answer.key: answer for answer in assessment.answers.all()}
    kind = assessment.proposal.type
    for key in (*(question.key for question in asked_of(kind)), *CHOICE):
        answer = stored.get(key)
        form.add(f"answer:{key}", answer.value if answer else "", answer.version if answer else 0)
    if "scr.type_trigger" in form.fields:
        form["scr.type_trigger"].label = decision_type(kind).trigger_question
    form["scr.level_final"].label = _("Extent of the assessment")
    extent = form.fields["scr.level_final"]
    answer = stored.get("scr.individual")
    if answer is not None and answer.value == "yes":
        extent.choices = [(Extent.NONE.value, Extent.NONE.label)]
    return form


def questions_in(form: SlotForm) -> list[forms.BoundField]:
    """The controls of the questions, without those of the choice."""
    return [form[name] for name in form.fields if name not in CHOICE]


def answers_in(form: SlotForm, data: QueryDict) -> dict[str, object]:
    """The answers as they were sent; one that is not valid counts as not given."""
    answers = {}
    for name, field in form.fields.items():
        try:
            answers[name] = clean_one(field, data.getlist(name))
        except ValidationError:
            continue
    return answers
