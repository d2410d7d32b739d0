"""The agenda text: every sentence true, none with a hole, in the language of the content."""

import pytest

from assessments.agenda import GAPS, compose
from assessments.content import freeze, freeze_in
from assessments.counts import heard
from assessments.models import Assessment, Hearing, Proposal
from assessments.phases import Status
from tests import factories

pytestmark = pytest.mark.django_db


def runs_of(made):
    paragraphs = [each for block in made.blocks for each in block.paragraphs]
    return [
        run for each in paragraphs for one in (*each.sentences, *each.items) for run in one.runs
    ]


@pytest.fixture
def assessment():
    made = factories.full_light_assessment(Status.FINAL)
    factories.set_answers(made, scr__count="50-249")
    return made


def text(assessment, language="en", **more):
    return compose(freeze(assessment, language), **more)


def test_the_text_tells_every_fact(assessment):
    factories.set_answers(assessment, dec__proposal_alt="0")
    made = str(text(assessment, address="https://lava.example.org/summaries/1/", annex="3"))
    for sentence in (
        "A light child impact assessment has been made.",
        "– A0 Present state continues\n– A1 Three evenings\n",
        "The decision concerns about 50–249 children, especially ages 13–15.",
        "24 children were heard (group discussion).",
        "\nFriends are the most important thing.\n",
        "\n– A1. ",
        " Negative: play, leisure and hobbies.",
        "Best for children according to the assessment: A0 Present state continues.",
        "The proposal follows the recommendation.",
        "Responsible for the follow-up: Head of youth services. First follow-up report ",
        "Report: annex 3, https://lava.example.org/summaries/1/.",
    ):
        assert sentence in made, sentence
    assert not {"{", "}"} & set(made)
    assert ".." not in made


def test_a_proposal_that_departs_gives_its_reason_or_lacks_it(assessment):
    factories.set_answers(assessment, dec__proposal_alt="1")
    lacking = text(assessment)
    assert "The proposal departs from the recommendation." in str(lacking)
    assert "reason" in lacking.gaps
    factories.set_answers(assessment, dec__reason="the budget allows no more.")
    told = text(assessment)
    assert "departs from the recommendation. Reasons: the budget allows no more." in str(told)
    assert "reason" not in told.gaps
    assert "Harm is reduced in this way:\n– A school café on two afternoons\n" in str(told)


@pytest.mark.parametrize("status", list(Status))
def test_a_bare_assessment_has_a_text_without_holes(status):
    made = compose(freeze(factories.assessment(status), "en"))
    assert not {"{", "}"} & set(str(made))
    assert "None" not in str(made)
    assert set(made.gaps) <= set(GAPS)


def test_what_is_missing_is_said(assessment):
    bare = text(factories.assessment(Status.PREPARING))
    assert "has not been approved yet." in str(bare)
    assert "The assessment has no recommendation yet." in str(bare)
    assert {"approved", "best", "heard", "effects", "owner", "point"} <= set(bare.gaps)


def test_screened_out_is_one_line():
    made = text(factories.assessment(Status.SCREENED_OUT))
    assert str(made).startswith("No effects on children were identified. Screening made on ")
    assert str(made) == str(made.line)


LINES = {
    "recommended": ({"rec__best": "0"}, "(recommended A0): positive."),
    "another recommended": ({"rec__best": "1"}, "(recommended A1): both positive and negative."),
    "proposed, not the recommended": (
        {"rec__best": "0", "dec__proposal_alt": "1"},
        "(proposal A1): both positive and negative.",
    ),
    "none better than the others": ({"rec__best": "equal"}, ""),
    "none recommended": ({"rec__best": ""}, ""),
}


@pytest.mark.parametrize("name", LINES)
def test_the_line_is_about_the_proposed_or_the_recommended_alternative(assessment, name):
    answers, expected = LINES[name]
    factories.set_answers(assessment, **answers)
    made = text(assessment)
    line = f"Effects on children {expected} Light assessment attached." if expected else ""
    assert str(made.line or "") == line
    assert ("line" in made.gaps) == (not line)


def test_without_effects_of_its_alternative_there_is_no_line(assessment):
    assessment.impacts.filter(alternative__number=0).update(direction="none")
    made = text(assessment)
    assert made.line is None and "line" in made.gaps


def test_what_waits_for_a_translation_is_missing_from_the_text_in_the_other_language(assessment):
    finnish, swedish = (text(assessment, code) for code in ("fi", "sv"))
    assert "in_fi" in swedish.gaps
    assert not {"in_fi", "in_sv"} & set(finnish.gaps)
    Proposal.objects.update(language="sv")
    assert "in_sv" in text(Assessment.objects.get(), "fi").gaps


@pytest.mark.parametrize(
    ("number", "ending"), [(3, "."), (4, " and 1 other."), (8, " and 5 others.")]
)
def test_effects_that_are_not_named_are_counted(assessment, number, ending):
    content = freeze(assessment, "en")
    cell = {"alternative": "A1", "direction": "neg", "number": "-2", "flagged": False}
    content["matrix"] = [
        {"label": f"Dimension {place}", "cells": [cell]} for place in range(number)
    ]
    named = "dimension 0; dimension 1; dimension 2"
    assert f"– A1. Negative: {named}{ending}" in str(compose(content))


def test_braces_and_markup_of_people_are_plain_text(assessment):
    assessment.alternatives.filter(number=1).update(name="{date} <b>😀</b> %(x)s {0}")
    assert "A1 {date} <b>😀</b> %(x)s {0}\n" in str(text(assessment))


def test_what_people_wrote_keeps_its_language(assessment):
    runs = runs_of(text(assessment, "sv"))
    assert {run.language for run in runs if "Three evenings" in run.text} == {"fi"}
    runs = runs_of(text(assessment, "fi"))
    assert {run.language for run in runs} == {""}


def test_finnish_and_swedish_use_the_words_of_the_method(assessment):
    finnish, swedish = (str(text(assessment, code)) for code in ("fi", "sv"))
    assert "Arvioinnissa verrattiin näitä vaihtoehtoja:\n– VE0 " in finnish
    assert "Arvioinnin mukaan lasten kannalta paras on VE0 " in finnish
    assert "I analysen jämfördes dessa alternativ:\n– ALT0 " in swedish
    assert "Enligt analysen är ALT0 " in swedish


def test_masked_numbers_cannot_be_worked_out(assessment):
    assert heard([24, 3]) == {"number": "24", "is_more": True}
    assert heard([3]) == {"number": "<5", "is_more": False}
    assert heard([3, 2]) == {"number": "", "is_more": False}
    assert heard([None, 0]) == {"number": "", "is_more": False}
    assert heard([20, 30])["number"] == "50"
    Hearing.objects.create(
        assessment=assessment, municipality=assessment.municipality, number=3, said="x"
    )
    assert "More than 24 children were heard" in str(text(assessment))


def test_two_languages_are_read_once(assessment, django_assert_max_num_queries):
    with django_assert_max_num_queries(8):
        both = freeze_in(["fi", "sv"], assessment)
    assert both["sv"] == freeze(assessment, "sv")


def finding(assessment, theme, count, number=24):
    hearing = Hearing.objects.create(
        assessment=assessment, municipality=assessment.municipality, number=number, said="x"
    )
    hearing.findings.create(
        assessment=assessment, municipality=assessment.municipality, theme=theme, count=count
    )


def test_the_themes_of_the_children_are_told_with_masked_numbers(assessment):
    finding(assessment, "Friends", 12)
    finding(assessment, "friends", 8)
    finding(assessment, "Long wait for the bus.", 3)
    finding(assessment, "A yard with trees", 23)
    finding(assessment, "Own language", None)
    made = str(text(assessment))
    themes = made.partition("hearings:\n")[2].partition("\n\n")[0]
    assert themes.splitlines() == [
        "– A yard with trees: nearly all",
        "– Friends: 20 children",
        "– Long wait for the bus: fewer than 5 children",
        "– Own language",
    ]


def test_no_bracket_stands_within_another_in_any_language():
    made = factories.full_assessment(Status.FINAL)
    factories.set_answers(made, grp__age=["a7_9", "a13_15"], grp__vulnerable=["rural"])
    made.hearings.update(method="class")
    for language in ("fi", "sv", "en"):
        depth = 0
        for sign in str(text(made, language)):
            depth += (sign == "(") - (sign == ")")
            assert depth in (0, 1), language


def test_what_is_written_into_the_decision_is_not_told_twice(assessment):
    measure = assessment.mitigations.get()
    factories.set_answers(assessment, dec__mitigations=[str(measure.pk)], dec__relation="follows")
    made = str(text(assessment))
    assert "Measures written into the decision:" in made
    assert made.count("A school café on two afternoons") == 1
