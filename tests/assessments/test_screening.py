"""The screening gives the extent of the rule and says why (domain 2.3, test vectors of 2.25)."""

from datetime import date

import pytest
from django.utils.translation import override
from hypothesis import given, settings
from hypothesis import strategies as st

from assessments.forms.screening import asked_of, screening_form
from assessments.phases import Extent
from assessments.screening import (
    COUNTED_AS_UNKNOWN,
    GRADED,
    REQUIRED,
    Choice,
    Thresholds,
    one_liner,
    suggest_extent,
    unanswered,
)
from tests import factories


def answers(**named):
    return {f"scr.{name}": value for name, value in named.items()}


CHOOSE = (Choice(Extent.FULL), Choice(Extent.LIGHT, find_out=True))
VECTORS = {
    "decision on one pupil": (
        answers(individual="yes"),
        "other",
        (0, Extent.NONE, 0),
    ),
    "office furniture": (
        answers(affects="no"),
        "other",
        (0, Extent.NONE, 1),
    ),
    "closing a village school": (
        answers(
            affects="direct",
            count="10-49",
            network="yes",
            journey="yes",
            share="partly",
            permanent="yes",
            contested="yes",
        ),
        "school_network",
        (7, Extent.FULL, 2),
    ),
    "after-school fee class, cost falls": (
        answers(affects="direct", count="50-249", access="partly", money="yes", unequal="partly"),
        "fees",
        (4, Extent.LIGHT, 6),
    ),
    "youth centre 5 to 3 evenings, contested": (
        answers(
            affects="direct",
            count="50-249",
            access="yes",
            money="partly",
            unequal="partly",
            contested="yes",
        ),
        "other",
        (6, Extent.FULL, 4),
    ),
    "same, nobody protested, no area difference": (
        answers(affects="direct", count="50-249", access="yes", money="partly", contested="partly"),
        "other",
        (4, Extent.LIGHT, 6),
    ),
    "street works at a school": (
        answers(affects="direct", count="10-49", journey="yes", environment="partly"),
        "other",
        (3, Extent.LIGHT, 6),
    ),
    "centre traffic plan": (
        answers(affects="indirect", count="250+", journey="yes", environment="yes"),
        "other",
        (4, Extent.FULL, 2),
    ),
    "indirect, wide": (
        answers(
            affects="indirect",
            count="10-49",
            share="yes",
            access="yes",
            journey="yes",
            money="partly",
        ),
        "other",
        (7, Extent.FULL, 3),
    ),
    "hardly anything known": (
        answers(affects="unknown", count="unknown", share="unknown", access="unknown"),
        "other",
        (2, Extent.FULL, 5),
    ),
    "contradiction, money": (
        answers(affects="no", money="yes"),
        "other",
        (2, Extent.LIGHT, 6),
    ),
    "contradiction, strategic": (
        answers(affects="no", strategic="yes"),
        "other",
        (0, Extent.LIGHT, 6),
    ),
}


@pytest.mark.parametrize(("given_answers", "kind", "expected"), VECTORS.values(), ids=VECTORS)
def test_vectors_of_the_method(given_answers, kind, expected):
    suggestion = suggest_extent(given_answers, kind)
    assert (suggestion.score, suggestion.extent, suggestion.rule) == expected
    assert suggestion.reasons
    assert suggestion.out == (suggestion.rule == 0)
    assert suggestion.choices == (CHOOSE if suggestion.rule == 5 else ())


def test_closing_a_school_names_both_triggers_in_words():
    given_answers, kind, _expected = VECTORS["closing a village school"]
    with override("en"):
        suggestion = suggest_extent(given_answers, kind)
        words = [str(reason.text) for reason in suggestion.reasons]
    assert suggestion.triggers == ("scr.network", "case.type")
    assert words[0] == "A place used by children is closed, merged or moved"
    assert "To some extent: A large share of an age group or an area is affected" in words


def test_the_centre_traffic_plan_is_full_because_of_the_count():
    given_answers, kind, _expected = VECTORS["centre traffic plan"]
    assert suggest_extent(given_answers, kind).triggers == ("scr.count",)


def test_a_contradiction_is_told_with_the_answer_that_causes_it():
    with override("en"):
        (warning,) = suggest_extent(answers(affects="no", money="yes")).warnings
        assert str(warning.text) == (
            "You answered that children are not affected, but another answer says: "
            "The money used for children or families' costs change"
        )
    assert warning.questions == ("scr.affects", "scr.money")


def test_a_strategic_contradiction_also_says_what_indirect_would_give():
    given_answers = answers(affects="no", strategic="yes")
    codes = [warning.code for warning in suggest_extent(given_answers).warnings]
    assert codes == ["contradiction", "indirect_gives_full"]
    assert suggest_extent({**given_answers, "scr.affects": "indirect"}).extent == Extent.FULL


def test_no_contradiction_no_warning():
    assert suggest_extent(answers(affects="direct", money="yes")).warnings == ()


@pytest.mark.parametrize(
    ("trigger", "extent", "rule"),
    [("yes", Extent.FULL, 2), ("partly", Extent.FULL, 2), ("no", Extent.LIGHT, 6)],
)
def test_a_conditional_type_triggers_by_its_own_question(trigger, extent, rule):
    given_answers = answers(affects="direct", count="<10", type_trigger=trigger)
    suggestion = suggest_extent(given_answers, "fees")
    assert (suggestion.extent, suggestion.rule) == (extent, rule)


def test_a_strategy_is_taken_as_wide_until_answered():
    given_answers = answers(affects="indirect")
    assert suggest_extent(given_answers, "strategy").extent == Extent.FULL
    narrow = suggest_extent({**given_answers, "scr.type_trigger": "no"}, "strategy")
    assert narrow.extent == Extent.LIGHT


def test_the_type_question_does_not_concern_other_types():
    given_answers = answers(affects="direct", type_trigger="yes")
    assert suggest_extent(given_answers, "organisation").extent == Extent.LIGHT


SEVEN = {"share": "yes", "access": "yes", "journey": "yes", "money": "partly"}


@pytest.mark.parametrize(
    ("named", "extent", "rule"),
    [
        ({"affects": "indirect", **SEVEN, "money": "no"}, Extent.LIGHT, 6),
        ({"affects": "indirect", **SEVEN}, Extent.FULL, 3),
        ({"affects": "no", **SEVEN}, Extent.FULL, 3),
        (
            {"affects": "direct", "count": "50-249", "share": "yes", "access": "yes"},
            Extent.LIGHT,
            6,
        ),
        (
            {
                "affects": "direct",
                "count": "50-249",
                "share": "yes",
                "access": "yes",
                "money": "partly",
            },
            Extent.FULL,
            4,
        ),
        (
            {
                "affects": "indirect",
                "count": "50-249",
                "share": "yes",
                "access": "yes",
                "money": "partly",
            },
            Extent.LIGHT,
            6,
        ),
        ({"affects": "unknown", "count": "unknown", "share": "unknown"}, Extent.LIGHT, 6),
        (
            {"affects": "direct", "network": "unknown", "vulnerable": "unknown"},
            Extent.LIGHT,
            6,
        ),
        (
            {
                "affects": "direct",
                "network": "unknown",
                "vulnerable": "unknown",
                "strategic": "unknown",
                "money": "unknown",
            },
            Extent.FULL,
            5,
        ),
        ({"affects": "no", "vulnerable": "partly"}, Extent.LIGHT, 6),
        ({"affects": "indirect", "vulnerable": "yes"}, Extent.FULL, 2),
    ],
)
def test_the_borders_of_the_rule(named, extent, rule):
    suggestion = suggest_extent(answers(**named))
    assert (suggestion.extent, suggestion.rule) == (extent, rule)


def test_a_municipality_sets_its_own_thresholds():
    given_answers = answers(affects="indirect", share="yes", access="yes")
    assert suggest_extent(given_answers).extent == Extent.LIGHT
    stricter = suggest_extent(given_answers, thresholds=Thresholds(full_score=4))
    assert (stricter.extent, stricter.rule) == (Extent.FULL, 3)


def test_an_earlier_assessment_lowers_only_with_link_and_confirmation():
    wide = answers(affects="direct", network="yes", previous="yes")
    linked = {**wide, "scr.previous_link": "https://www.example.fi/lava"}
    for attempt in (
        suggest_extent(wide),
        suggest_extent(wide, previous_confirmed=True),
        suggest_extent(linked),
    ):
        assert attempt.extent == Extent.FULL
        assert [warning.code for warning in attempt.warnings] == ["previous_unconfirmed"]
    update = suggest_extent(linked, previous_confirmed=True)
    assert (update.extent, update.update) == (Extent.LIGHT, True)
    assert update.reasons[0].question == "scr.previous"
    assert update.triggers == ("scr.network",)


def test_an_earlier_assessment_does_not_touch_a_light_one():
    suggestion = suggest_extent(answers(affects="direct", previous="yes"))
    assert (suggestion.extent, suggestion.update, suggestion.warnings) == (
        Extent.LIGHT,
        False,
        (),
    )


def test_lowering_is_told_from_raising_and_from_a_choice_that_the_rule_leaves():
    light = suggest_extent(answers(affects="direct"))
    assert light.is_lowered_by("none")
    assert not light.is_lowered_by("light")
    assert not light.is_lowered_by("full")
    left_open = suggest_extent(*VECTORS["hardly anything known"][:2])
    assert not left_open.is_lowered_by("light")
    assert left_open.is_lowered_by("none")


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("scr.affects", "maybe"),
        ("scr.count", "1000"),
        ("scr.network", "YES"),
        ("scr.individual", "unknown"),
        ("scr.previous", "unknown"),
        ("scr.type_trigger", "perhaps"),
    ],
)
def test_an_unknown_answer_is_refused_by_name(key, value):
    with pytest.raises(ValueError, match=f"^{key}: {value!r} is not one of"):
        suggest_extent({key: value})


def test_an_unknown_type_is_refused():
    with pytest.raises(ValueError, match=r"case\.type"):
        suggest_extent(answers(affects="direct"), "tunnel")


def test_unanswered_lists_what_is_missing_in_order():
    assert unanswered({}) == REQUIRED
    assert unanswered({}, "fees")[3] == "scr.type_trigger"
    assert unanswered(answers(individual="yes")) == ()
    complete = dict.fromkeys(GRADED, "no") | answers(
        individual="no", affects="direct", count="<10", previous="no"
    )
    assert unanswered(complete) == ()
    assert unanswered({**complete, "scr.money": ""}) == ("scr.money",)


@pytest.mark.django_db
def test_the_type_of_the_matter_asks_its_own_condition():
    assert [item.key for item in asked_of("other")] == [*REQUIRED, "scr.previous_link"]
    assert asked_of("traffic")[3].key == "scr.type_trigger"
    with override("en"):
        own = screening_form(factories.assessment(status="draft", type="traffic"))
        assert str(own["scr.type_trigger"].label) == "Does a school route change?"


def test_the_line_for_the_agenda():
    with override("en"):
        nothing = str(one_liner(Extent.NONE, "1.3.2026"))
        light = str(one_liner("light", "", "both", "proposal A1"))
        full = str(one_liner("full", "", "negative", "recommended A0"))
    assert nothing == "No effects on children were identified. Screening made on 1.3.2026."
    assert light == (
        "Effects on children (proposal A1): both positive and negative. Light assessment attached."
    )
    assert full == "Effects on children (recommended A0): negative. Full assessment attached."


def test_the_date_of_the_line_follows_the_language_of_the_reader():
    line = one_liner(Extent.NONE, date(2026, 3, 1))
    with override("fi"):
        assert "1.3.2026" in str(line)


def test_a_line_needs_a_known_tone():
    with pytest.raises(ValueError, match="tone"):
        one_liner("light", date(2026, 3, 1), "fine")


LADDER = ("no", "partly", "yes")
KINDS = st.sampled_from(["other", "organisation", "fees", "strategy", "school_network"])
ANSWERED = st.fixed_dictionaries(
    {
        "scr.affects": st.sampled_from(["direct", "indirect", "no", "unknown"]),
        "scr.count": st.sampled_from(["<10", "10-49", "50-249", "250+", "unknown"]),
        **{key: st.sampled_from([*LADDER, "unknown"]) for key in GRADED},
    }
)


@settings(max_examples=300, deadline=None)
@given(ANSWERED, KINDS, st.sampled_from(GRADED))
def test_raising_an_answer_never_lowers_the_extent(before, kind, key):
    if before[key] not in LADDER[:2]:
        before = {**before, key: "no"}
    for higher in LADDER[LADDER.index(before[key]) + 1 :]:
        after = suggest_extent({**before, key: higher}, kind)
        assert after.extent.rank >= suggest_extent(before, kind).extent.rank


@settings(max_examples=300, deadline=None)
@given(ANSWERED, KINDS)
def test_every_suggestion_is_explained(before, kind):
    suggestion = suggest_extent(before, kind)
    assert suggestion.reasons
    assert all(str(reason.text).strip() for reason in suggestion.reasons)
    touched = any(before[key] != "no" for key in GRADED)
    if before["scr.affects"] == "no" and touched:
        assert "contradiction" in {warning.code for warning in suggestion.warnings}
    unknowns = sum(before[key] == "unknown" for key in COUNTED_AS_UNKNOWN)
    if unknowns >= 4:
        assert suggestion.extent == Extent.FULL
