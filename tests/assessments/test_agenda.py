"""The agenda text: every sentence true, none with a hole, in the language of the content."""

import pytest

from assessments.agenda import GAPS, compose
from assessments.content import freeze, freeze_in
from assessments.counts import heard
from assessments.models import Hearing
from assessments.phases import Status
from tests import factories

pytestmark = pytest.mark.django_db


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
        "It compared A0 Present state continues, A1 Three evenings.",
        "The decision concerns about 50–249 children, especially ages 13–15 (lower secondary",
        "24 children were heard (group discussion).",
        "What the children said in short: Friends are the most important thing.",
        "negative: play, leisure and hobbies (A1).",
        "Best for children according to the assessment: A0 Present state continues.",
        "The proposal follows the recommendation.",
        "Follow-up: Head of youth services, first report ",
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
    assert "departs from the recommendation because the budget allows no more." in str(told)
    assert "reason" not in told.gaps
    assert "Harm is reduced in this way: A school café on two afternoons (A1)." in str(told)


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
    assert made.line == made.sentences[0]


def test_the_light_line_has_the_tone_of_what_changes(assessment):
    assert "both positive and negative. Light" in str(text(assessment).line)
    factories.set_answers(assessment, dec__proposal_alt="0")
    assert str(text(assessment).line).startswith("Effects on children: positive.")


def test_braces_and_markup_of_people_are_plain_text(assessment):
    assessment.alternatives.filter(number=1).update(name="{date} <b>😀</b> %(x)s {0}")
    assert "A1 {date} <b>😀</b> %(x)s {0}." in str(text(assessment))


def test_what_people_wrote_keeps_its_language(assessment):
    runs = [run for each in text(assessment, "sv").sentences for run in each.runs]
    assert {run.language for run in runs if "Three evenings" in run.text} == {"fi"}
    runs = [run for each in text(assessment, "fi").sentences for run in each.runs]
    assert {run.language for run in runs} == {""}


def test_finnish_and_swedish_use_the_words_of_the_method(assessment):
    finnish, swedish = (str(text(assessment, code)) for code in ("fi", "sv"))
    assert "Arvioinnissa verrattiin vaihtoehtoja VE0 " in finnish
    assert "Arvioinnin mukaan lasten kannalta paras on VE0 " in finnish
    assert "I analysen jämfördes alternativen ALT0 " in swedish
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
