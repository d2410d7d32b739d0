"""The frozen content: whole, plain JSON, in its language, with nothing that must not leave."""

import json

import pytest
from django.utils import translation

from assessments.content import (
    PARAGRAPH_LENGTH,
    content_hash,
    day,
    freeze,
    line,
    paragraphs,
)
from assessments.counts import count
from assessments.models import Impact
from assessments.phases import Status
from tests import factories

pytestmark = pytest.mark.django_db


@pytest.fixture
def assessment():
    return factories.full_light_assessment(Status.CLOSED)


def test_the_content_is_json_and_its_hash_does_not_depend_on_the_order_of_keys(assessment):
    content = freeze(assessment, "fi")
    again = json.loads(json.dumps(content))
    assert again == content
    assert content_hash(dict(reversed(again.items()))) == content_hash(content)
    assert content_hash(freeze(assessment, "fi")) == content_hash(content)
    again["title"] += "."
    assert content_hash(again) != content_hash(content)


def test_the_words_are_in_the_language_of_the_content_whatever_the_reader_speaks(assessment):
    with translation.override("en"):
        swedish = freeze(assessment, "sv")
    with translation.override("fi"):
        assert freeze(assessment, "sv") == swedish
    assert swedish["municipality"]["name"] == assessment.municipality.name_sv
    assert swedish["body"] == assessment.proposal.body.name_sv


def test_every_part_is_there(assessment):
    content = freeze(assessment, "en")
    assert [row["key"] for row in content["matrix"]] == ["leisure", "relationships"]
    cell = content["matrix"][0]["cells"][1]
    assert (cell["symbol"], cell["word"], cell["number"]) == (
        "−",
        "moderate negative",
        "\N{MINUS SIGN}2",
    )
    assert content["harms"][0]["measures"][0]["measure"] == ["A school café on two afternoons."]
    assert len(content["irrelevant"]) == 10
    assert content["hearings"][0]["number"] == "24"
    assert content["recommendation"]["best"] == "A0 Present state continues"
    assert content["decision"]["relation"] == {
        "key": "follows",
        "label": "Follows the recommendation",
    }
    assert content["decision"]["handlings"][0]["section"] == "42"
    assert content["outcomes"][0]["text"] == ["Fewer visitors, but less than feared."]
    assert content["alternatives"][1]["negative"] == 1


def test_harm_to_a_vulnerable_group_is_flagged_whatever_the_sums_say(assessment):
    alternative = assessment.alternatives.get(number=0)
    Impact.objects.create(
        assessment=assessment,
        municipality=assessment.municipality,
        alternative=alternative,
        dimension="leisure",
        child_group="disability",
        direction="neg",
        magnitude=2,
        text="The entrance has steps.",
    )
    content = freeze(assessment, "en")
    assert content["alternatives"][0]["flagged"]
    assert content["group_impacts"][0]["cells"][0]["flagged"]
    assert any(harm["flagged"] and harm["group"] for harm in content["harms"])


def test_no_person_is_named(assessment):
    names = {assessment.proposal.preparer.name, assessment.proposal.preparer.email}
    text = json.dumps(freeze(assessment, "fi"))
    assert not any(name in text for name in names)


def test_a_summary_that_is_not_translated_tells_its_own_language(assessment):
    content = freeze(assessment, "sv")
    assert content["recommendation"]["summary_language"] == "fi"
    factories.set_answers(assessment, rec__summary_alt="På svenska.")
    content = freeze(assessment, "sv")
    assert content["recommendation"]["summary_language"] == "sv"
    assert content["recommendation"]["summary"] == ["På svenska."]


def test_removed_rows_are_left_out(assessment):
    assessment.hearings.update(removed_at="2026-01-01T00:00Z")
    assert freeze(assessment, "fi")["hearings"] == []


def test_a_bare_draft_can_be_frozen():
    content = freeze(factories.assessment(Status.DRAFT), "sv")
    assert content["recommendation"]["best"] == ""
    assert content["decision"] is None


def test_freezing_costs_the_same_however_many_rows(assessment, django_assert_max_num_queries):
    with django_assert_max_num_queries(20):
        freeze(assessment, "fi")
    alternative = assessment.alternatives.get(number=1)
    for dimension in ("health", "safety", "learning"):
        Impact.objects.create(
            assessment=assessment,
            municipality=assessment.municipality,
            alternative=alternative,
            dimension=dimension,
            direction="pos",
            magnitude=1,
        )
    with django_assert_max_num_queries(20):
        freeze(assessment, "fi")


@pytest.mark.parametrize(
    ("number", "shown"), [(None, ""), (0, "0"), (1, "<5"), (4, "<5"), (5, "5"), (24, "24")]
)
def test_few_children_are_masked(number, shown):
    assert count(number) == shown


def test_texts_lose_control_characters_and_keep_everything_else():
    assert line("a\x00b\n c\t\x1b😀\u202e") == "a b c 😀\u202e"
    assert paragraphs("one\r\n\r\ntwo\nlines\n\n\n three ") == ["one", "two\nlines", "three"]
    assert paragraphs(None) == []


@pytest.mark.parametrize("text", ["x" * 1_000_000, "Sana. " * 200_000, "sana sana " * 100_000])
def test_a_long_text_is_cut_into_paragraphs_without_losing_a_letter(text):
    cut = paragraphs(text)
    assert max(map(len, cut)) <= PARAGRAPH_LENGTH
    assert "".join("".join(cut).split()) == "".join(text.split())


def test_days_are_written_for_machines_and_readers():
    with translation.override("fi"):
        assert day("2018-03-13") == {"iso": "2018-03-13", "text": "13.3.2018"}
        assert day("spring") == {"iso": "", "text": "spring"}
        assert day("") is None
