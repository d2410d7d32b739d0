"""Every written answer of a full assessment reaches the report, with its question, where it was
given."""

import pytest

from assessments.content import freeze
from assessments.content.narrative import ELSEWHERE, SECTIONS
from assessments.models import ExtraQuestion
from assessments.phases import Extent, Status
from assessments.questions import CATALOGUE, FULL_PAGES, one_value_questions
from tests import factories

pytestmark = pytest.mark.django_db


def answers(assessment, language="en"):
    return freeze(assessment, language)["answers"]


def test_every_question_of_the_full_pages_is_told_in_one_place():
    asked = {each.key for page in FULL_PAGES for each in one_value_questions(page, Extent.FULL)}
    assert {CATALOGUE[key].group for key in asked} <= set(SECTIONS)
    assert set(CATALOGUE) >= ELSEWHERE


def test_answers_stand_under_their_questions_in_the_order_of_the_catalogue():
    made = factories.full_assessment()
    factories.set_answers(made, sco__limits="Upper secondary.", cmp__cumulative="The library bus.")
    told = answers(made)
    questions = [row["key"] for row in told["scope"]]
    order = list(CATALOGUE)
    assert questions == sorted(questions, key=order.index)
    (limits,) = [row for row in told["scope"] if row["key"] == "sco.limits"]
    assert limits["question"] == "What is left out of the assessment and why?"
    assert limits["text"] == ["Upper secondary."]
    assert any(row["text"] == ["The library bus."] for row in told["comparison"])


def test_what_was_not_answered_is_not_asked_in_the_report():
    assert answers(factories.assessment()) == {}


def test_choices_days_and_further_fields_are_told_in_words():
    made = factories.full_assessment()
    factories.set_answers(
        made,
        hpl__youth_council="yes",
        hpl__pilot=False,
        sco__horizon=["short", "long"],
        **{"hpl__youth_council.date": "2026-09-01", "sco__laws.articles": [2, 12]},
    )
    told = {row["key"]: row for rows in answers(made).values() for row in rows}
    assert told["hpl.youth_council"]["text"] == ["Yes"]
    assert told["hpl.youth_council"]["facts"][0]["words"]
    assert told["hpl.pilot"]["text"] == ["No"]
    assert len(told["sco.horizon"]["items"]) == 2
    assert "Article 12" in told["sco.laws"]["facts"][0]["words"]


def test_the_municipalitys_own_questions_are_told_with_the_others():
    made = factories.full_assessment()
    asked = ExtraQuestion.objects.create(
        municipality=made.municipality, page="dat", text_fi="Mitä kylä sanoo?", text_sv="Vad?"
    )
    factories.set_answers(made, **{asked.key: "Kyläyhdistys vastustaa."})
    (row,) = [row for row in answers(made, "fi")["knowledge"] if row["key"] == asked.key]
    assert (row["question"], row["text"]) == ("Mitä kylä sanoo?", ["Kyläyhdistys vastustaa."])


def test_a_light_report_has_nothing_more_than_was_asked():
    content = freeze(factories.full_light_assessment(Status.FINAL), "fi")
    assert content["answers"] == {}
    assert not any(
        content[name] for name in ("costs", "rejected", "other_articles", "planned_hearings")
    )
