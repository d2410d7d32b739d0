import pytest

from municipalities.indicators import GROUPS, PRODUCERS, UNITS, fold, found, indicators


def test_every_indicator_of_the_list_is_whole():
    assert len(indicators()) == 60
    for each in indicators().values():
        assert each.title_fi and each.title_sv and each.title_en
        assert each.dimension in GROUPS and each.unit in UNITS and each.producer in PRODUCERS


@pytest.mark.parametrize(
    ("words", "number"),
    [
        ("yksinhuoltaja", None),
        ("ahdistuneisuus", 328),
        ("ANGEST", 328),
        ("ångest", 328),
        ("anxiety", 328),
        ("vaesto 31", 127),
        ("127", 127),
        ("vakivaltaa seksuaalista", 327),
    ],
)
def test_search_takes_any_language_and_no_diacritics(words, number):
    numbers = [each.id for each in found(words)]
    assert (number in numbers) if number else numbers == []


def test_search_within_a_group_keeps_the_order_of_groups():
    assert {each.dimension for each in found("", "safety")} == {"safety"}
    order = [list(GROUPS).index(each.dimension) for each in found()]
    assert order == sorted(order)


def test_the_source_names_producer_and_licence(settings):
    known = indicators()
    assert known[1086].source_words == "Sotkanet 1086, THL, CC BY 4.0"
    assert known[127].source_words.startswith("Sotkanet 127, ")
    assert "CC BY" not in known[127].source_words


def test_folding_keeps_letters():
    assert fold("Åländsk ÖVERVIKT") == "alandsk overvikt"
