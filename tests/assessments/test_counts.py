"""No number of children below five can be read, nor worked out, by anybody but its writers.

The outputs are compared for each of the numbers one to four in turn: whatever a reader sees must
not depend on which of them it is. That holds for sums, differences and missing rows as well.
"""

import re

import pytest
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import translation

from assessments import agenda, counts, docx
from assessments.content import freeze
from assessments.forms.parts.table import FULL_PARTS
from assessments.models import GroupSize, Hearing, HearingFinding, HearingView, Impact
from assessments.models import PlannedHearing as Planned
from assessments.phases import Status
from assessments.publishing import article
from municipalities.roles import Role
from tests import factories
from tests.factories.teams import guest

SMALL = (1, 2, 3, 4)
MANY = 24


def test_a_number_below_five_says_only_that():
    with translation.override("en"):
        assert [counts.count(number) for number in (None, 0, 1, 4, 5, 1200)] == [
            "",
            "0",
            "<5",
            "<5",
            "5",
            "1\u202f200",
        ]


@pytest.mark.parametrize(
    ("row", "words"),
    [
        ((20, 10, 5), ""),
        ((20, 0, 0), ""),
        ((20, 2, 0), "Most were for."),
        ((2, 9, 9), "Views differed."),
        ((1, 2, 9), "Most were unsure."),
        ((3, 0, None), "Most were for."),
    ],
)
def test_votes_are_told_in_numbers_only_where_all_of_them_can_be(row, words):
    with translation.override("en"):
        shown = counts.votes(dict(zip(counts.VOTES, row, strict=True)))
    assert shown["words"] == words
    if words:
        assert {shown[key] for key in counts.VOTES} == {counts.HIDDEN}
    else:
        assert shown["in_favour"] == "20"


def test_who_stayed_away_cannot_be_counted():
    assert counts.invited(26, 24) == ""
    assert counts.invited(40, 24) == "40"
    assert counts.invited(24, 24) == "24"
    assert counts.invited(3, 3) == "<5"


def test_the_whole_is_hidden_beside_a_small_part():
    assert counts.sizes([("a7_9", 3), ("all", 60)], "all") == ["<5", counts.HIDDEN]
    assert counts.sizes([("a7_9", 30), ("all", 60)], "all") == ["30", "60"]


# --- Everything that readers see ---------------------------------------------------------------


@pytest.fixture
def assessment(db):
    made = factories.full_assessment(Status.FOLLOWING)
    owner = {"assessment": made, "municipality": made.municipality}
    factories.set_answers(made, grp__age=["a7_9", "a13_15"])
    first = made.hearings.get()
    second = Hearing.objects.create(group="Small group", method="draw", said="So.", **owner)
    for row in (first, second):
        for alternative in made.alternatives.all():
            HearingView.objects.create(hearing=row, alternative=alternative, **owner)
        for theme in ("Friends", "Way to school"):
            HearingFinding.objects.create(hearing=row, theme=theme, summary="Told.", **owner)
    for group in ("a7_9", "a13_15", "all"):
        GroupSize.objects.create(group=group, year=2026, **owner)
    Planned.objects.create(group="Small group", method="draw", **owner)
    common = made.impacts.filter(child_group="all").first()
    Impact.objects.create(
        alternative=common.alternative,
        dimension=common.dimension,
        child_group="a7_9",
        direction="neg",
        magnitude=1,
        text="Few.",
        **owner,
    )
    return made


def fill(made, number):
    """``number`` children everywhere, beside wholes from which it could be worked out."""
    first, second = made.hearings.order_by("pk")
    Hearing.objects.filter(pk=first.pk).update(
        number=MANY, invited=MANY + number, groups=["a13_15"]
    )
    Hearing.objects.filter(pk=second.pk).update(number=number, invited=number, groups=["a7_9"])
    HearingFinding.objects.filter(hearing=first, theme="Friends").update(count=number)
    HearingFinding.objects.filter(hearing=first, theme="Way to school").update(count=MANY - number)
    HearingFinding.objects.filter(hearing=second).update(count=number)
    for place, view in enumerate(HearingView.objects.filter(hearing=first).order_by("pk")):
        votes = (number, 12, MANY - 12 - number) if place else (MANY - number, number, 0)
        HearingView.objects.filter(pk=view.pk).update(**dict(zip(counts.VOTES, votes, strict=True)))
    HearingView.objects.filter(hearing=second).update(in_favour=number, against=0, unsure=0)
    sizes = {"a7_9": number, "a13_15": 50, "all": 50 + number}
    for group, size in sizes.items():
        GroupSize.objects.filter(assessment=made, group=group).update(number=size)
    few = made.impacts.get(child_group="a7_9")
    cell = made.impacts.filter(alternative=few.alternative, dimension=few.dimension)
    cell.update(count=50 + number)
    cell.filter(child_group="a7_9").update(count=number)
    Planned.objects.filter(assessment=made).update(target=number)


def page(client, made, name, *args):
    # Whole, with the pieces that a script fetches.
    answer = client.get(f"{reverse(f'assessments:{name}', args=[made.pk, *args])}?all=1")
    # Some pages are not for every reader.
    assert answer.status_code in (200, 403)
    html = answer.content.decode()
    return re.sub(r"\b(?:[A-Za-z0-9]{64}|[0-9a-f]{32})\b|name=\"owner\" value=\"\S+\"", "", html)


def frozen(made):
    return freeze(made, "fi")


def word_file(made, language):
    content = freeze(made, language)
    return docx.render(content, agenda.compose(content))


def document_text(data):
    import io
    import zipfile

    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


PAGES = (
    *(("assessment-part", part) for part in FULL_PARTS),
    ("assessment-light",),
    ("proposal-detail",),
)
WRITINGS = {
    "frozen": lambda made: [freeze(made, language) for language in ("fi", "sv", "en")],
    "agenda": lambda made: [
        str(agenda.compose(freeze(made, language))) for language in ("fi", "sv", "en")
    ],
    "word": lambda made: document_text(word_file(made, "fi")),
    "report": lambda made: render_to_string(
        "assessments/report.html", {"c": frozen(made), "authored": ""}
    ),
    "article": lambda made: article.render(
        frozen(made) | {"publication": {"kind": "summary", "version": 1}}
    ),
}


@pytest.mark.parametrize("what", WRITINGS)
def test_no_writing_depends_on_a_small_number(assessment, what):
    seen = []
    for number in SMALL:
        fill(assessment, number)
        seen.append(WRITINGS[what](assessment))
    assert all(each == seen[0] for each in seen[1:])
    fill(assessment, 12)
    assert WRITINGS[what](assessment) != seen[0], "the numbers are not read at all"


@pytest.mark.parametrize("role", [Role.COUNCILLOR, Role.COORDINATOR, Role.PEER_REVIEWER])
@pytest.mark.parametrize("address", PAGES, ids=lambda address: "-".join(address))
def test_no_page_of_a_reader_depends_on_a_small_number(client, assessment, role, address):
    client.force_login(reader(assessment, role))
    seen = []
    for number in SMALL:
        fill(assessment, number)
        seen.append(page(client, assessment, *address))
    assert all(each == seen[0] for each in seen[1:])


def reader(made, role):
    if role == Role.PEER_REVIEWER:
        made.__class__.objects.filter(pk=made.pk).update(status=Status.IN_REVIEW)
        return guest(made)
    if role == Role.COORDINATOR:
        return factories.user(role, made.municipality.region)
    return factories.user(role, made.municipality)


@pytest.mark.parametrize("group", ["all", "a7_9"])
def test_the_cell_of_an_impact_tells_readers_no_small_number(client, assessment, group):
    client.force_login(reader(assessment, Role.COUNCILLOR))
    impact = assessment.impacts.get(child_group="a7_9")
    seen = []
    for number in SMALL:
        fill(assessment, number)
        args = (impact.alternative_id, impact.dimension, group)
        seen.append(page(client, assessment, "impact-update", *args))
    assert all(each == seen[0] for each in seen[1:])


def test_the_officials_who_write_the_numbers_see_them(client, assessment):
    fill(assessment, 3)
    client.force_login(assessment.proposal.preparer)
    assert "<dd>3</dd>" in page(client, assessment, "assessment-part", "hre")
