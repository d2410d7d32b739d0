"""How easy a text is for a child: counted, told in words, never a hindrance."""

import pytest
from django.utils import translation

from assessments.questions import question
from assessments.readability import LIMITS, measure, remarks


def test_sentences_end_at_stops_and_lines_but_not_inside_days():
    found = measure(["Kokous on 15.3. klo 17. Tule mukaan!\nSinua kuullaan"])
    assert found.sentences == 3
    assert found.words == 7


def test_a_hyphen_parts_a_long_word():
    assert measure(["kouluverkko-selvitys"]).longest == "kouluverkko"
    assert measure(["kouluverkkoselvitys"]).long_words == 1


@pytest.mark.parametrize("text", ["", "  \n ", "123 !"])
def test_nothing_is_said_of_no_words(text):
    assert remarks([text], "9-12") == []


def test_the_same_text_is_judged_by_the_chosen_age():
    text = ["Koulu on kauempana kuin nyt ja matka sinne on aika pitkä."]
    assert [each.is_easy for each in remarks(text, "5-8")] == [False, True, True]
    assert [each.is_easy for each in remarks(text, "13-17")] == [True, True, True]


def test_what_is_hard_is_told_in_words():
    with translation.override("en"):
        told = [each.text for each in remarks(["Lakkautetaan kouluverkkosuunnitelmassa."], "9-12")]
    assert told == [
        "Ages 9–12: the sentences are short enough, 2.0 words on average.",
        "The longest word is “kouluverkkosuunnitelmassa”, 25 letters. Try another word or a hyphen:"
        " at most 18.",
        "Many words are long: 100 per cent have at least 12 letters. Try at most 10 per cent.",
    ]


def test_every_age_has_its_limits():
    assert set(LIMITS) == {each.value for each in question("cfs.level").options}
