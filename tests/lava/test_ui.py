"""Dates, numbers, marks and links as every page writes them."""

from datetime import UTC, datetime

import pytest
from django.contrib.auth import get_user_model
from django.test import RequestFactory
from django.utils import formats, translation

from lava.templatetags import ui

THIN = "\N{NARROW NO-BREAK SPACE}"
MINUS = "\N{MINUS SIGN}"


@pytest.mark.parametrize(
    ("language", "written"),
    [
        ("fi", "13.3.2018 klo 15.00"),
        ("sv", "13.3.2018 kl. 15.00"),
        ("en", "13 March 2018 at 15:00"),
    ],
)
def test_a_moment_is_written_in_local_time_and_local_habit(language, written):
    with translation.override(language):
        assert ui.moment(datetime(2018, 3, 13, 13, 0, tzinfo=UTC)) == written


@pytest.mark.parametrize(
    ("language", "written"),
    [
        ("fi", f"1{THIN}234{THIN}567,5"),
        ("sv", f"1{THIN}234{THIN}567,5"),
        ("en", f"1{THIN}234{THIN}567.5"),
    ],
)
def test_a_number_has_thin_spaces(language, written):
    with translation.override(language):
        assert ui.number(1234567.5) == written


@pytest.mark.parametrize("language", ["fi", "sv", "en"])
def test_the_week_begins_on_monday(language):
    with translation.override(language):
        assert formats.get_format("FIRST_DAY_OF_WEEK") == 1


@pytest.mark.parametrize(
    ("direction", "magnitude", "symbol", "number"),
    [
        ("pos", 3, "+ +", "+3"),
        ("pos", 1, "+", "+1"),
        ("neg", 2, MINUS, f"{MINUS}2"),
        ("neg", 3, f"{MINUS} {MINUS}", f"{MINUS}3"),
        ("mixed", 3, "\N{PLUS-MINUS SIGN}", ""),
        ("none", None, "0", ""),
        ("unknown", None, "?", ""),
        ("", None, "", ""),
    ],
)
def test_an_impact_is_marked_by_symbol_and_signed_step(direction, magnitude, symbol, number):
    mark = ui.impact_mark(direction, magnitude)
    assert (mark["symbol"], mark["number"]) == (symbol, number)


def test_the_language_switch_keeps_the_page_and_its_filters():
    request = RequestFactory().get("/sv/proposals/?phase=decision")
    with translation.override("sv"):
        links = ui.language_links({"request": request})
    assert [link["url"] for link in links] == [
        "/proposals/?phase=decision",
        "/sv/proposals/?phase=decision",
        "/en/proposals/?phase=decision",
    ]
    assert [link["current"] for link in links] == [False, True, False]


def test_the_language_switch_of_an_unknown_page_leads_to_the_front_page():
    request = RequestFactory().get("/en/no-such-page/")
    with translation.override("en"):
        links = ui.language_links({"request": request})
    assert [link["url"] for link in links] == ["/", "/sv/", "/en/no-such-page/"]


def test_only_a_coordinator_sees_the_programmes(rf):
    person = get_user_model()(email="a@example.org", name="A")
    for is_coordinator, shown in ((False, False), (True, True)):
        person.active_memberships = [Region()] if is_coordinator else []
        items = ui.navigation({"request": rf.get("/"), "user": person})
        assert any("programme" in item["url"] for item in items) is shown


class Region:
    """A regional membership, as far as the navigation asks."""

    region_id = 1

    def grants(self, *permissions):
        return True
