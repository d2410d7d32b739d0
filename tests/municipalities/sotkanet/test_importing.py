import json
from dataclasses import replace
from decimal import Decimal
from threading import Thread

import pytest
from django.db import connection

from municipalities import indicators
from municipalities.models import ObservedValue
from municipalities.sotkanet import importing
from municipalities.sotkanet.client import Client
from municipalities.sotkanet.problems import Problem, SotkanetError
from tests.factories.municipalities import observed
from tests.municipalities.sotkanet.conftest import POPULATION, Answer, metadata

pytestmark = pytest.mark.django_db


def load(client, *places) -> dict:
    return importing.store(importing.from_service(client, places))


def stored() -> dict:
    rows = ObservedValue.objects.filter(indicator=POPULATION)
    return {(each.area, each.code, each.year): each.value for each in rows}


LAHTI, COUNTRY = ("municipality", "398", 2009), ("country", "358", 2009)


def recorded(service) -> list[dict]:
    return json.loads(service.answers["json"][0].body)


def test_recorded_answers_become_figures_of_our_areas(client, service, places):
    counts = load(client)

    assert stored() == {
        ("municipality", "111", 2009): 20_374,
        ("municipality", "091", 2009): 583_350,
        ("municipality", "098", 2009): 21_845,
        LAHTI: 100_854,
        ("region", "07", 2009): 201_270,
        COUNTRY: 5_351_427,
    }
    assert counts["created"] == 6 and counts["indicators"] == 1
    assert service.asked[-1] == (
        "/rest/1.1/json",
        {"indicator": ["127"], "years": ["2009"], "genders": ["total"]},
    )


def test_the_same_again_changes_nothing(client, places):
    load(client)
    before = dict(ObservedValue.objects.values_list("pk", "value"))

    counts = load(client)

    assert (counts["created"], counts["changed"], counts["unchanged"]) == (0, 0, 6)
    assert dict(ObservedValue.objects.values_list("pk", "value")) == before


def test_a_corrected_figure_replaces_the_earlier_one(client, service, places):
    load(client)
    rows = recorded(service)
    rows[3] |= {"value": 100_900.5, "absValue": 100_900}
    service.set_json("json", rows)

    counts = load(client)

    assert (counts["changed"], counts["unchanged"]) == (1, 5)
    lahti = ObservedValue.objects.get(area="municipality", code="398")
    assert (lahti.value, lahti.absolute) == (Decimal("100900.5"), 100_900)


@pytest.mark.parametrize("masked", [{"value": None}, {"value": ""}])
def test_a_suppressed_figure_is_a_gap_and_no_zero(masked, client, service, places):
    rows = recorded(service)
    rows[3] |= masked
    service.set_json("json", rows)

    load(client)

    assert LAHTI not in stored()
    assert 0 not in stored().values()


def test_a_figure_that_is_suppressed_later_disappears(client, service, places):
    load(client)
    service.set_json("json", [row for row in recorded(service) if row["region"] != 177])

    counts = load(client)

    assert counts["removed"] == 1
    assert LAHTI not in stored() and COUNTRY in stored()


def test_a_true_zero_is_kept(client, service, places):
    rows = recorded(service)
    rows[3]["value"] = 0
    service.set_json("json", rows)

    load(client)

    assert stored()[LAHTI] == 0


def test_other_years_stay_when_newer_ones_come(client, service, places):
    load(client)
    service.set_json(f"indicators/{POPULATION}", metadata(POPULATION, 1990, 2024))
    service.set_json("json", [row | {"year": 2024} for row in recorded(service)])

    load(client)

    assert {year for _area, _code, year in stored()} == {2009, 2024}
    assert service.asked[-1][1]["years"] == ["2022", "2023", "2024"]


def test_only_the_asked_municipality_its_region_and_the_country(client, places):
    load(client, places["398"])

    assert set(stored()) == {LAHTI, ("region", "07", 2009), COUNTRY}


def test_a_code_that_the_register_does_not_have_is_left_out(client, service, places):
    areas = json.loads(service.answers["regions"][0].body)
    areas[3]["code"] = "997"
    service.set_json("regions", areas)

    load(client)

    assert {code for _area, code, _year in stored()} == {"111", "091", "098", "07", "358"}


def test_a_figure_of_an_area_outside_the_list_is_left_out(client, service, places):
    service.set_json("json", [*recorded(service), recorded(service)[0] | {"region": 99_999}])

    assert load(client)["created"] == 6


def test_one_figure_given_twice_is_one_figure(client, service, places):
    service.set_json("json", recorded(service) * 2)

    assert load(client)["created"] == 6


def test_an_indicator_that_has_ended_is_noted_and_its_figures_stay(
    client, service, places, monkeypatch
):
    known = indicators.indicators()
    monkeypatch.setattr(importing, "indicators", lambda: {7: known[7], 127: known[127]})
    observed(7, places["398"], 6.5)

    batch = importing.from_service(client)
    importing.store(batch)

    assert batch.note == "No figures of: 7."
    assert len(stored()) == 6
    assert ObservedValue.objects.filter(indicator=7).count() == 1


def test_a_service_that_knows_no_indicator_any_more_is_not_believed(client, service, places):
    load(client)
    service.set(f"indicators/{POPULATION}", Answer("Not Found", 404, "text/plain"))

    with pytest.raises(SotkanetError) as refused:
        load(client)

    assert refused.value.problem == Problem.PARTIAL
    assert len(stored()) == 6


def test_an_indicator_without_a_total_is_left_alone(client, service, places):
    service.set_json(
        f"indicators/{POPULATION}", metadata(POPULATION, 2009, 2009, ("male", "female"))
    )
    with pytest.raises(SotkanetError, match="no indicator"):
        load(client)
    assert [path for path, _asked in service.asked][-1].endswith("indicators/127")


def change(**values):
    def _change(row: dict) -> dict:
        return row | values

    return _change


WRONG = {
    "a figure in words": (change(value="many"), Problem.CHANGED),
    "a figure beyond reason": (change(value=10**13), Problem.CHANGED),
    "a truth for a figure": (change(value=True), Problem.CHANGED),
    "a year of the far future": (change(year=3009), Problem.CHANGED),
    "an area in words": (change(region="Lahti"), Problem.CHANGED),
    "another indicator": (change(indicator=128), Problem.CHANGED),
    "a year that was not asked": (change(year=2008), Problem.CHANGED),
    "another gender": (change(gender="all"), Problem.CHANGED),
    "other names of columns": (
        lambda row: {"val" if name == "value" else name: each for name, each in row.items()},
        Problem.CHANGED,
    ),
}


@pytest.mark.parametrize("what", list(WRONG))
def test_one_wrong_row_refuses_everything(what, client, service, places):
    load(client)
    before = stored()
    spoil, problem = WRONG[what]
    rows = [row | {"value": row["value"] + 1} for row in recorded(service)]
    service.set_json("json", [*rows[:3], spoil(rows[3]), *rows[4:]])

    with pytest.raises(SotkanetError) as refused:
        load(client)

    assert refused.value.problem == problem
    assert stored() == before


def test_two_different_figures_of_one_place_refuse_everything(client, service, places):
    rows = recorded(service)
    service.set_json("json", [*rows, rows[0] | {"value": 1}])

    with pytest.raises(SotkanetError, match="two different figures"):
        load(client)

    assert stored() == {}


@pytest.mark.parametrize(
    ("path", "answer", "problem"),
    [
        ("regions", Answer("[]"), Problem.CHANGED),
        ("regions", Answer('{"areas": []}'), Problem.CHANGED),
        ("regions", Answer('[{"id": 1, "category": "KUNTA", "code": "39"}]'), Problem.CHANGED),
        ("regions", Answer('[{"id": 1, "category": "MAA", "code": "358"}]'), Problem.PARTIAL),
        ("regions", Answer("<html>Huoltokatko</html>", kind="text/html"), Problem.NOT_DATA),
        ("regions", Answer("<html>Huoltokatko</html>"), Problem.NOT_DATA),
        ("regions", Answer(b"\xff\xfe\x00"), Problem.NOT_DATA),
        (f"indicators/{POPULATION}", Answer('{"id": 127}'), Problem.CHANGED),
        (f"indicators/{POPULATION}", Answer('{"id": 128}'), Problem.CHANGED),
        ("json", Answer('[{"indicator": 127, "region": 44,'), Problem.PARTIAL),
        ("json", Answer("[" * 200_000), Problem.CHANGED),
        ("json", Answer("[]"), Problem.PARTIAL),
        ("json", Answer("null"), Problem.CHANGED),
        ("json", Answer("[NaN]"), Problem.CHANGED),
        ("json", Answer("[1, 2]"), Problem.CHANGED),
    ],
)
def test_an_answer_in_another_form_refuses_everything(
    path, answer, problem, client, service, places
):
    load(client)
    before = stored()
    service.set(path, answer)

    with pytest.raises(SotkanetError) as refused:
        load(client)

    assert refused.value.problem == problem
    assert stored() == before


def test_an_answer_that_lacks_half_of_what_was_known_is_not_believed(client, service, places):
    load(client)
    service.set_json("json", recorded(service)[:2])

    with pytest.raises(SotkanetError) as refused:
        load(client)

    assert refused.value.problem == Problem.PARTIAL
    assert len(stored()) == 6


def test_a_fault_on_the_way_leaves_nothing_half_written(client, service, places):
    load(client)
    before = stored()
    batch = importing.from_service(client)
    batch.years[POPULATION] = {2009}
    others = [replace(each, indicator=7) for each in batch.figures]
    batch.figures = others + batch.figures[:1]

    with pytest.raises(SotkanetError):
        importing.store(batch)

    assert stored() == before
    assert not ObservedValue.objects.filter(indicator=7).exists()


@pytest.mark.django_db(transaction=True)
def test_three_imports_at_once_leave_every_figure_once(service, places):
    faults = []

    def run() -> None:
        try:
            with Client(service.url, pauses=(0, 0), between=0) as client:
                load(client)
        except Exception as error:
            faults.append(error)
        finally:
            connection.close()

    threads = [Thread(target=run) for _number in range(3)]
    for each in threads:
        each.start()
    for each in threads:
        each.join()

    assert faults == []
    assert ObservedValue.objects.count() == 6
