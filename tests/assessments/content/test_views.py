"""Frozen content as it is read: groups one by one, reasons told once, formats of every age."""

import json
from pathlib import Path

import pytest

from assessments import pdf
from assessments.content import freeze
from assessments.content.views import (
    group_matrices,
    harms_by_alternative,
    parts_told,
    reasons,
)
from assessments.models import Impact
from assessments.phases import Status
from assessments.publishing import article
from tests import factories

SAMPLES = Path(__file__).parent.parent / "samples"


def cell(direction, text="", **told):
    return {
        "alternative": "A1",
        "direction": direction,
        "symbol": "",
        "word": direction,
        "number": "",
        "text": [text] if text else [],
        "flagged": False,
        **told,
    }


def content(matrix=(), groups=()):
    return {
        "matrix": [{"label": label, "cells": cells} for label, cells in matrix],
        "group_impacts": [
            {"group": group, "label": label, "cells": cells} for group, label, cells in groups
        ],
    }


def test_dimensions_without_an_effect_on_a_group_are_only_named():
    made = content(
        groups=[
            ("Rural", "Health", [cell("none"), cell("")]),
            ("Rural", "Safety", [cell("none"), cell("neg")]),
        ]
    )
    (matrix,) = group_matrices(made)
    assert [row["label"] for row in matrix["rows"]] == ["Safety"]
    assert matrix["without"] == ["Health"]


def test_reasons_are_told_by_dimension_first_for_all_children_then_for_groups():
    made = content(
        matrix=[("Safety", [cell("neg", "A road."), cell("none")])],
        groups=[("Rural", "Safety", [cell("neg", "A longer road.")])],
    )
    (dimension,) = reasons(made)
    assert [(each["group"], each["text"]) for each in dimension["rows"]] == [
        ("", ["A road."]),
        ("Rural", ["A longer road."]),
    ]
    assert dimension["without"] == ["A1"]


def test_what_most_judgements_share_is_told_once_and_the_content_stays_as_it_was():
    cells = [cell("neg", "x", likelihood="Likely", duration=each) for each in ("a", "a", "a", "b")]
    made = content(matrix=[("Safety", [*cells, cell("none", "y"), cell("pos", "z", duration="a")])])
    before = json.dumps(made)
    (dimension,) = reasons(made)
    # One sized impact does not tell how likely it is: that is not told for all.
    assert dimension["common"] == {"duration": "a"}
    assert [each["judged"] for each in dimension["rows"]] == [
        {"likelihood": "Likely"},
        {"likelihood": "Likely", "duration": "b"},
        {},
        {},
    ]
    assert json.dumps(made) == before


def test_judgements_with_the_same_reason_are_one_row_and_none_is_left_out():
    made = content(
        matrix=[("Safety", [cell("neg", "A road."), cell("pos", "A road."), cell("mixed")])],
        groups=[("Rural", "Safety", [cell("neg", "A road.", flagged=True)])],
    )
    (dimension,) = reasons(made)
    rows = [
        (row["group"], [each["direction"] for each in row["cells"]], row["flagged"])
        for row in dimension["rows"]
    ]
    assert rows == [
        ("", ["neg", "pos"], False),
        ("", ["mixed"], False),
        ("Rural", ["neg"], True),
    ]


def test_a_measure_against_several_harms_is_told_once_for_each_alternative():
    def harm(alternative, dimension, *measures, no_reason=()):
        return {
            "alternative": alternative,
            "dimension": dimension,
            "measures": [{"measure": [each]} for each in measures],
            "no_reason": list(no_reason),
        }

    made = {
        "alternatives": [{"code": "A1", "name": "One"}, {"code": "A2", "name": "Two"}],
        "harms": [
            harm("A1", "Safety", "A fence."),
            harm("A1", "Health", no_reason=["It passes."]),
            harm("A1", "Play", "A fence."),
            harm("A2", "Safety", "A fence."),
        ],
    }
    told = [
        (each["name"], [[harm["dimension"] for harm in row["harms"]] for row in each["rows"]])
        for each in harms_by_alternative(made)
    ]
    assert told == [("A1 One", [["Safety", "Play"], ["Health"]]), ("A2 Two", [["Safety"]])]


def test_content_frozen_in_the_first_format_is_still_read_as_page_and_report():
    old = json.loads((SAMPLES / "content_format_1.json").read_text(encoding="utf-8"))
    assert old["format"] == 1
    assert parts_told(old) == {
        "strengths": False,
        "rights": False,
        "comparison": False,
        "statements": False,
    }
    for html in (pdf.document(old), article.render(old)):
        assert "Fewer visitors, but less than feared." in html
        assert "Kahvila auki myös perjantaina." in html
        assert "A school café on two afternoons." in html


@pytest.mark.django_db
def test_the_report_tells_what_a_full_assessment_asks_and_the_public_page_stays_short():
    made = factories.full_assessment(Status.FINAL)
    factories.set_answers(made, sco__limits="Toinen aste jätettiin pois.")
    made.plannedhearings.create(municipality=made.municipality, group="Viidesluokkalaiset")
    made.rejectedalternatives.create(
        municipality=made.municipality, name="Etäopetus", reason="Laki ei salli."
    )
    made.otherinterests.create(municipality=made.municipality, interest="Kunnan talous")
    made.scopequestions.create(municipality=made.municipality, text="Miten matka muuttuu?")
    Impact.objects.filter(assessment=made).update(reversible="partly", articles=[31])
    frozen = freeze(made, "fi")
    report = pdf.document(frozen)
    texts = (
        "Toinen aste jätettiin pois.",
        "Viidesluokkalaiset",
        "Laki ei salli.",
        "Kunnan talous",
        "Miten matka muuttuu?",
        "\N{MINUS SIGN}40",
    )
    assert [text for text in texts if text not in report] == []
    frozen["publication"] = {"kind": "summary", "version": 1, "day": frozen["made"]["as_of"]}
    page = article.render(frozen)
    assert [text for text in texts if text in page] == []
