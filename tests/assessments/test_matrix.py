"""The impact workbench: one child group at a time, against the present state, flags in sight."""

import re

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import translation

from assessments import gates
from assessments.models import Impact, Mitigation
from assessments.questions.dimensions import cell_word
from tests import factories
from tests.assessments.test_full import english, typed_in_cell
from tests.assessments.test_parts import part_url

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _language_of_the_tests():
    """Pages in English leave their language on; the next test starts from where this one did."""
    language = translation.get_language()
    yield
    translation.activate(language)


@pytest.fixture
def full():
    return factories.full_assessment()


@pytest.fixture
def writer(full):
    client = Client()
    client.force_login(full.proposal.preparer)
    return client


def assessed(full, group, direction="neg", magnitude=2, dimension="leisure", number=1):
    return Impact.objects.create(
        alternative=full.alternatives.get(number=number),
        dimension=dimension,
        child_group=group,
        direction=direction,
        magnitude=magnitude,
        likelihood="3",
        duration="long",
        text="Nowhere to go.",
        assessment=full,
        municipality=full.municipality,
    )


def matrix_of(writer, full, query="", key="imp"):
    return writer.get(f"{english(part_url(full, key))}{query}").context["section"].matrix


def cell_at(matrix, dimension="leisure", column=1):
    (cells,) = [cells for scope, cells in matrix.rows if scope.dimension == dimension]
    return cells[column]


def test_one_group_is_shown_at_a_time_and_the_others_are_counted(writer, full):
    assessed(full, "disability")
    assessed(full, "a13_15", direction="pos")
    common = cell_at(matrix_of(writer, full))
    assert common.word == "moderate negative"
    assert "2 groups separately, 1 harm" in common.notes
    own = cell_at(matrix_of(writer, full, "?group=a13_15"))
    assert own.word == "moderate positive"
    assert own.url.endswith("/a13_15/")
    assert not any(other.word for other in [cell_at(matrix_of(writer, full, "?group=rural"))])


def test_links_to_the_groups_tell_how_much_has_been_assessed(writer, full):
    factories.set_answers(full, grp__vulnerable=["rural"])
    assessed(full, "disability")
    links = {each.key: each for each in matrix_of(writer, full).groups}
    assert links["all"].counts == "4 / 4" and links["all"].is_current
    assert links["rural"].counts == "0 / 4"
    assert (links["disability"].counts, links["disability"].flagged) == ("1 / 4", True)
    html = writer.get(f"{english(part_url(full, 'imp'))}").content.decode()
    assert 'href="?group=disability#matrix"' in html


def test_a_flag_of_another_group_stays_in_sight_and_names_the_group(writer, full):
    assessed(full, "disability", number=0)
    assert cell_at(matrix_of(writer, full), column=0).flags == [
        "Notable harm: Children with disabilities"
    ]
    matrix = matrix_of(writer, full, "?group=rural&view=difference")
    assert cell_at(matrix, column=0).flagged
    assert matrix.columns[0].flagged


def test_moderate_harm_to_an_age_group_alone_is_no_flag(writer, full):
    """A moderate harm is flagged where the group is in a vulnerable situation (domain 2.11)."""
    assert not assessed(full, "a13_15").is_flagged
    assert assessed(full, "a10_12", magnitude=3).is_flagged
    assert assessed(full, "rural").is_flagged


def test_the_difference_to_the_present_state_is_told_in_steps(writer, full):
    matrix = matrix_of(writer, full, "?view=difference")
    worse = cell_at(matrix)
    assert (worse.word, worse.number) == ("Worse than A0", "\N{MINUS SIGN}3")
    same = cell_at(matrix, "relationships")
    assert (same.symbol, same.word) == ("=", "Same as A0")
    Impact.objects.filter(alternative__number=1, dimension="leisure").update(direction="unknown")
    unknown = cell_at(matrix_of(writer, full, "?view=difference"))
    assert unknown.word == "Cannot be compared with A0"


def test_totals_are_never_given_alone(writer, full):
    assessed(full, "disability", magnitude=3)
    Impact.objects.filter(alternative__number=1, dimension="relationships").update(
        direction="unknown", magnitude=None
    )
    column = matrix_of(writer, full).columns[1]
    assert column.counts == ["negative 1", "unknown 1"]
    assert column.worst == "Children with disabilities"
    html = writer.get(f"{english(part_url(full, 'imp'))}").content.decode()
    assert "Worst off: Children with disabilities" in html


@pytest.mark.parametrize(
    "field", ["magnitude", "likelihood", "duration", "reversible", "certainty"]
)
def test_unknown_is_an_answer_to_every_scale(writer, full, field):
    row = full.alternatives.get(number=1)
    url = reverse("assessments:impact-update", args=[full.pk, row.pk, "leisure", "all"])
    unknown = "0" if field == "magnitude" else "unknown"
    typed = typed_in_cell(writer, url, **{field: unknown})
    assert writer.post(url, typed).status_code == 302
    assert str(getattr(full.impacts.get(direction="neg"), field)) == unknown


def test_a_harm_of_unknown_size_is_counted_as_unknown_and_passes_the_gate(writer, full):
    full.impacts.filter(direction="neg").update(magnitude=0)
    assert gates.missing("preparation", full) == []
    calculation = writer.get(part_url(full, "imp")).context["section"].calculation[1]
    assert (calculation.harms, calculation.unknown) == (1, 1)
    assert cell_word("neg", 0).number is None


def test_a_saved_cell_brings_along_what_the_page_says_beside_it(writer, full):
    row = full.alternatives.get(number=1)
    url = reverse("assessments:impact-update", args=[full.pk, row.pk, "leisure", "all"])
    asked = "?cell=1&shown=matrix-groups&shown=calculation-table"
    html = writer.get(f"{english(url)}{asked}").content.decode()
    for name in (f"column-{row.pk}-counts", f"column-{row.pk}-flag", "matrix-groups"):
        assert re.search(rf'id="{name}"[^>]*hx-swap-oob', html), name
    assert 'id="calculation-table" hx-swap-oob' in html
    # What the page has no place for would be an error of the script.
    alone = writer.get(f"{english(url)}?cell=1").content.decode()
    assert "matrix-groups" not in alone and "calculation-table" not in alone
    assert "#harms" not in alone


def test_the_matrix_of_a_large_assessment_costs_the_same_queries(writer, full):
    url = part_url(full, "imp")
    writer.get(url)
    with CaptureQueriesContext(connection) as before:
        small = writer.get(url)
    for group in ("disability", "support", "rural", "poverty", "a7_9", "a13_15"):
        for dimension in ("leisure", "relationships"):
            for number in (0, 1):
                assessed(full, group, number=number, dimension=dimension)
    with CaptureQueriesContext(connection) as after:
        large = writer.get(url)
    assert len(after) <= len(before)
    # Only one group is written out.
    assert len(large.content) < len(small.content) + 8_000


# --- Harms and measures in one table ------------------------------------------------------------


def test_all_harms_and_measures_stand_in_one_table(writer, full):
    Mitigation.objects.update(cost=5000, in_decision=True)
    for group in ("disability", "rural", "support"):
        harm = assessed(full, group)
        harm.no_mitigation_reason = "It is temporary."
        harm.save()
    waiting = assessed(full, "poverty")
    page = writer.get(f"{english(part_url(full, 'mit'))}")
    section = page.context["section"]
    lines = {line.title: line for line in section.measure_lines}
    known = lines["A1: Play, leisure and hobbies"]
    assert (known.owner, known.cost, known.in_decision) == (
        "Youth services",
        "5\N{NARROW NO-BREAK SPACE}000\N{NO-BREAK SPACE}€",
        "Yes",
    )
    assert lines["A1: Play, leisure and hobbies, Children with disabilities"].what == (
        "No measure: It is temporary."
    )
    # Only what waits for something is open; every harm has a place that links lead to.
    assert [harm.impact for harm in section.harms] == [waiting]
    html = page.content.decode()
    for impact in full.impacts.filter(direction="neg"):
        assert html.count(f'id="harm-{impact.pk}"') == 1
    opened = writer.get(f"{part_url(full, 'mit')}?open=harm-{harm.pk}").context["section"]
    assert harm in [each.impact for each in opened.harms]


# --- From cell to cell ------------------------------------------------------------------------


def posted_in_cell(writer, full, url, **changes):
    """Where the browser is led after "Save and go to the next cell", without JavaScript."""
    data = typed_in_cell(writer, english(url), **changes)
    return writer.post(english(url), data | {"do": "next"}).url.removeprefix("/en")


def test_saving_goes_on_to_the_next_cell_that_nobody_has_assessed(writer, full):
    (first, second), (third, last) = cells_in_order(full)
    assert posted_in_cell(writer, full, first, text="Short.") == second
    full.impacts.filter(dimension="relationships", alternative__number=1).delete()
    assert posted_in_cell(writer, full, first, text="Shorter.") == last
    assert full.impacts.filter(text="Shorter.").exists()
    # What is left open above is not forgotten.
    full.impacts.filter(dimension="leisure", alternative__number=0).update(direction="")
    assert posted_in_cell(writer, full, last, direction="none") == first


def test_after_the_last_cell_comes_the_matrix(writer, full):
    last = cells_in_order(full)[-1][-1]
    html = writer.get(english(last)).content.decode()
    assert "Save and go to the next cell" not in html
    assert posted_in_cell(writer, full, last).startswith(part_url(full, "imp").removeprefix("/en"))
    html = writer.get(english(cells_in_order(full)[0][0])).content.decode()
    assert 'name="do" value="next"' in html


def test_the_next_cell_is_of_the_same_child_group(writer, full):
    (first, second), _rest = cells_in_order(full, "a13_15")
    assert posted_in_cell(writer, full, first, direction="neg") == second


def test_a_value_that_is_refused_keeps_the_cell_open(writer, full):
    first = cells_in_order(full)[0][0]
    data = typed_in_cell(writer, english(first), text="x" * 5000)
    answer = writer.post(english(first), data | {"do": "next"})
    assert answer.status_code == 422 and "x" * 5000 in answer.content.decode()


def cells_in_order(full, group="all"):
    scopes = full.dimensionscopes.filter(is_relevant=True)
    return [
        [
            reverse("assessments:impact-update", args=[full.pk, row.pk, scope.dimension, group])
            for row in full.alternatives.all()
        ]
        for scope in scopes
    ]
