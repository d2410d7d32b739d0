"""The measuring command: its baselines answer, its lines speak, its data is of full size."""

import pytest
from django.test import override_settings

from assessments.models import Answer, Impact
from lava.benchmarks import data, reports
from lava.management.commands.bench import Line
from tests import factories


def test_a_line_says_whether_its_budget_is_kept():
    assert Line("Edit page", 12, 12, "queries").is_kept
    assert not Line("Edit page", 4.1, 4.0, "x minimal").is_kept
    assert Line("Public summary", 0.3, 0.3, "of bare", at_least=True).is_kept
    assert "OVER" in str(Line("Public summary", 0.29, 0.3, "of bare", at_least=True))


@override_settings(ROOT_URLCONF="lava.bench_urls")
@pytest.mark.django_db
def test_the_baselines_answer(client, django_assert_max_num_queries):
    assert client.get("/bench/bare/").content == b"bare"
    client.force_login(factories.user("preparer"))
    client.get("/bench/minimal/")
    # Session and person, then the three of the page.
    with django_assert_max_num_queries(5):
        assert client.get("/bench/minimal/").status_code == 200


@pytest.mark.django_db
def test_the_assessment_of_full_size_is_of_full_size():
    place = factories.municipality(is_demo=True)
    factories.body(place)
    made = data.full_size(factories.user("preparer", place))
    assert Answer.objects.filter(assessment=made).count() == 100
    assert Impact.objects.filter(assessment=made).count() == 60
    assert reports.html_of(made).count("<table") >= 1
