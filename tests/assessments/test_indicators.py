"""Choosing key figures from the shipped indicators."""

from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import connection
from django.urls import reverse
from django.utils import timezone

from assessments.actions.indicators import choose_indicator
from assessments.actions.rows import remove_row
from assessments.actions.saving import restore, save_value
from assessments.content import freeze
from assessments.models import KeyFigure, Revision
from assessments.phases import Status
from municipalities.indicators import indicators
from municipalities.models import AreaKind, IndicatorImport
from tests import factories
from tests.factories.assessments import full_assessment
from tests.factories.municipalities import observed

pytestmark = pytest.mark.django_db
POPULATION, NOTIFICATIONS = indicators()[127], indicators()[1086]


@pytest.fixture
def matter():
    place = factories.municipality(code="398", name_fi="Lahti", name_sv="Lahtis")
    return full_assessment(municipality=place)


@pytest.fixture
def address(matter) -> str:
    return reverse("assessments:indicator-choose", args=[matter.pk])


@pytest.fixture
def writer(log_in, matter):
    return log_in(matter.proposal.preparer)


@pytest.fixture
def known(matter):
    """Lahti with two years, its region with the older of them, the country with another one."""
    place = matter.municipality
    observed(127, place, 120_000, 2023)
    observed(127, place, 120_700, 2024)
    observed(127, place.region, 205_000, 2024)
    observed(127, place.region, 204_000, 2025)
    observed(127, None, 5_540_720, 2022)
    observed(127, factories.municipality(code="111"), 18_000, 2024)


def choose(matter, indicator=POPULATION, by=None):
    by = by or matter.proposal.preparer
    return choose_indicator(assessment_id=matter.pk, indicator=indicator, by=by)


# --- The picker ---------------------------------------------------------------------------------


def test_the_newest_figure_stands_beside_region_and_country(writer, address, known):
    shown = writer.get(address).content.decode()

    assert "120\u202f700" in shown and "205\u202f000" in shown
    assert "5\u202f540\u202f720" in shown and ">2022<" in shown
    for other in ("120\u202f000", "204\u202f000", "18\u202f000"):
        assert other not in shown


@pytest.mark.parametrize("words", ["vakivaltaa", "våld", "VIOLENCE", "327"])
def test_search_finds_by_any_name_without_diacritics(words, writer, address):
    shown = writer.get(address, {"q": words}).content.decode()

    assert 'id="indicator-327"' in shown
    assert 'id="indicator-127"' not in shown


def test_search_within_a_group_and_with_nothing_to_find(writer, address):
    shown = writer.get(address, {"group": "safety"}).content.decode()
    assert 'id="indicator-327"' in shown and 'id="indicator-127"' not in shown
    assert 'id="indicator-' not in writer.get(address, {"q": "purjehdus"}).content.decode()
    assert 'id="indicator-127"' in writer.get(address, {"group": "nonsense"}).content.decode()


def test_without_figures_the_page_says_so(writer, address):
    assert "No figures of Lahti are known here" in writer.get(f"/en{address}").content.decode()


def test_a_failed_fetch_is_told_in_words(writer, address, known):
    IndicatorImport.objects.create(source="x", state="queued", problem="slow")
    shown = writer.get(f"/en{address}").content.decode()
    assert "did not succeed" in shown and "The service was too slow." in shown

    IndicatorImport.objects.create(source="x", state="done")
    assert "did not succeed" not in writer.get(f"/en{address}").content.decode()


def test_an_old_figure_is_called_old(writer, address, matter):
    observed(127, matter.municipality, 100_854, timezone.localdate().year - 6)
    assert ", old" in writer.get(f"/en{address}").content.decode()


def test_the_key_figures_lead_to_the_picker(writer, matter, address):
    part = reverse("assessments:assessment-part", args=[matter.pk, "dat"])
    assert f'href="{address}"' in writer.get(part).content.decode()


def test_a_light_assessment_has_no_key_figures(log_in):
    light = factories.full_light_assessment()
    client = log_in(light.proposal.preparer)
    address = reverse("assessments:indicator-choose", args=[light.pk])
    assert client.get(address).status_code == 404
    assert client.post(address, {"indicator": "127"}).status_code == 404
    part = reverse("assessments:assessment-part", args=[light.pk, "dat"])
    assert address not in client.get(part).content.decode()


@pytest.mark.parametrize("number", ["", "0", "186", "-127", "127 ", "٣", "9" * 40])
def test_an_unknown_indicator_is_not_found(number, writer, address, matter):
    assert writer.post(address, {"indicator": number}).status_code == 404
    assert not matter.keyfigures.exists()


def test_nothing_is_chosen_after_the_preparation(log_in):
    final = full_assessment(status=Status.FINAL)
    client = log_in(final.proposal.preparer)
    address = reverse("assessments:indicator-choose", args=[final.pk])
    assert client.get(address).status_code == 403
    assert client.post(address, {"indicator": "127"}).status_code == 403


# --- Choosing -----------------------------------------------------------------------------------


def test_choosing_fills_in_the_key_figure(writer, address, matter, known):
    answer = writer.post(f"{address}?q=127", {"indicator": "127"}, follow=True)

    row = matter.keyfigures.get()
    assert (row.indicator, row.value, row.year) == ("Väestö 31.12.", "120\u202f700", 2024)
    country = AreaKind.COUNTRY.label
    assert row.comparison == f"Päijät-Häme 205\u202f000, {country} 5\u202f540\u202f720 (2022)"
    assert row.source.startswith("Sotkanet 127, ")
    assert answer.redirect_chain[-1][0].startswith(f"{address}?q=127#indicator-127")
    assert f"keyfigure-{row.pk}" in answer.content.decode()


def test_the_key_figure_is_in_the_language_of_the_assessment(known, log_in):
    place = factories.municipality(code="049", name_fi="Espoo")
    swedish = full_assessment(municipality=place, language="sv")
    observed(1086, place, 4.25)

    row, _is_new = choose(swedish, NOTIFICATIONS)

    assert row.indicator.startswith("0 - 17-åriga barn")
    assert row.value == "4,25"
    assert row.source == "Sotkanet 1086, THL, CC BY 4.0"


def test_pressing_twice_adds_one(writer, address, matter):
    for _time in range(2):
        assert writer.post(address, {"indicator": "127"}).status_code == 302
    assert matter.keyfigures.count() == 1


@pytest.mark.django_db(transaction=True)
def test_many_presses_at_once_add_one(matter):
    def press(_number) -> bool:
        try:
            return choose(matter)[1]
        finally:
            connection.close()

    with ThreadPoolExecutor(4) as hands:
        added = list(hands.map(press, range(4)))

    assert sum(added) == 1
    assert KeyFigure.objects.filter(assessment=matter).count() == 1


def test_without_a_figure_the_indicator_is_added_with_an_empty_value(writer, address, matter):
    answer = writer.post(f"/en{address}", {"indicator": "1086"}, follow=True)

    row = matter.keyfigures.get()
    assert row.indicator and not row.value and row.year is None
    assert "without a value" in answer.content.decode()


def test_what_was_removed_can_be_chosen_again(matter, known):
    row, _is_new = choose(matter)
    by = matter.proposal.preparer
    remove_row(assessment_id=matter.pk, kind="keyfigure", row_id=row.pk, by=by)

    again, is_new = choose(matter)

    assert is_new and again.pk != row.pk


def test_an_edited_value_keeps_the_chosen_one_in_its_history(matter, known):
    row, _is_new = choose(matter)
    by = matter.proposal.preparer
    save_value(
        assessment_id=matter.pk,
        slot=row.slot("value"),
        value="121 000",
        base_version=row.version,
        by=by,
    )
    first = Revision.objects.filter(slot=row.slot("value")).order_by("pk").first()

    restore(assessment_id=matter.pk, revision_id=first.pk, by=by)

    row.refresh_from_db()
    assert row.value == "120\u202f700"


def test_a_stranger_finds_nothing(log_in, address):
    stranger = log_in(factories.user("preparer", factories.municipality(code="049")))
    assert stranger.post(address, {"indicator": "127"}).status_code == 404


def test_the_report_shows_the_figure_and_its_source(matter, known):
    choose(matter)
    choose(matter, NOTIFICATIONS)

    content = freeze(matter, "fi")

    (figure,) = content["key_figures"]
    assert figure["year"] == 2024 and figure["source"].startswith("Sotkanet 127")
    assert any("Sotkanet" in each["text"] for each in content["sources"])
