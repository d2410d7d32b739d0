"""The catalogue of questions is whole, consistent and keeps the method's keys (domain part 2)."""

import pytest
from django.utils.translation import override

from assessments.phases import Extent
from assessments.questions import (
    CATALOGUE,
    CATALOGUE_VERSION,
    PAGES,
    Availability,
    Kind,
    Requirement,
    is_required,
    light_screen,
    page,
    pages_for,
    question,
    questions_for,
)
from assessments.questions.articles import ARTICLES, GENERAL_PRINCIPLES, preselected
from assessments.questions.base import VERSIONS
from assessments.questions.cfs import ALTERNATE
from assessments.questions.decision_types import (
    DECISION_TYPES,
    HardTrigger,
    decision_type,
    dimensions_for,
)
from assessments.questions.dimensions import (
    AGE_GROUPS,
    CHILD_GROUPS,
    DIMENSIONS,
    VULNERABLE_GROUPS,
    VULNERABLE_KEYS,
    cell_word,
)

SPECIFICATION = {
    "case": (
        "title title_alt type sector programme_group description objective background "
        "area diary_no body path meeting_date agenda_deadline preparer presenter team "
        "links language"
    ),
    "scr": (
        "individual affects count share network access journey environment money "
        "vulnerable unequal permanent contested strategic previous level_auto level_final "
        "reason decided_by decided_at"
    ),
    "sco": "questions horizon limits laws stakeholders hours tasks impartial",
    "grp": "age vulnerable table who_wins who_loses others",
    "dat": "items indicators forecast research gaps triangulation",
    "hpl": (
        "aim who missed events method pilot info guardians staff youth_council privacy "
        "consent language feedback"
    ),
    "hre": (
        "date group method invited number facilitator questions themes hopes worries "
        "proposals by_alt differences limits effect feedback_given file"
    ),
    "alt": (
        "code name description day origin cost_once cost_year child_money start feasible rejected"
    ),
    "imp": (
        "relevant direction magnitude likelihood duration reversible kind count text "
        "evidence certainty articles"
    ),
    "cmp": "matrix pros cons conflict_children conflict_other cumulative uncertainty",
    "mit": "impact measure type owner due cost in_decision none_reason",
    "rec": "best reason conditions worst children_said changed summary summary_alt",
    "qa": (
        "early alternatives children triangulation negative time rights evidence gaps "
        "mitigation clear privacy followup verdict"
    ),
    "dec": (
        "handlings proposal_alt alt relation reason mitigations follow_up dissent appeal "
        "final_date budget_link"
    ),
    "pub": "notice what date langs secret contact feedback_until",
    "cfs": "title why options you_said decided changed next ask format level",
    "fup": "owner start indicators points children report_to",
    "out": "date values realised unforeseen mitigations children action lesson close",
    "crc": "art2 art3 art6 art12 others resources",
    "ntc": "needed text channels published until summary",
    "proc": "material statements jav body_ok",
    "stm": "from view text answer",
    "fbk": "role text useful",
    "qst": "text answer",
}
ADDED = {
    "scr.type_trigger",
    "scr.previous_link",
    "grp.none_reason",
    "hre.none_reason",
    "stm.none_reason",
    "crc.short",
    "rec.standpoint",
    *ALTERNATE,
}
PAGE_KEYS = [
    "case",
    "scr",
    "matter",
    "sco",
    "grp",
    "alt",
    "dat",
    "hpl",
    "hre",
    "imp",
    "crc",
    "cmp",
    "mit",
    "rec",
    "qa",
    "statements",
    "agenda",
    "decision",
    "publication",
    "fup",
    "out",
]


def test_every_key_of_the_method_is_in_the_catalogue_and_no_other():
    wanted = {f"{group}.{name}" for group, names in SPECIFICATION.items() for name in names.split()}
    further = {item.key for asked in CATALOGUE.values() for item in asked.further}
    assert set(CATALOGUE) == wanted | ADDED | further
    assert "hpl.info.text" in further and "dec.alt.other" in further


def test_the_catalogue_has_a_version():
    assert CATALOGUE_VERSION == VERSIONS[-1] == "2026.2"


@pytest.mark.parametrize("item", CATALOGUE.values(), ids=CATALOGUE)
def test_a_question_can_be_asked(item):
    assert str(item.text).strip()
    assert item.page in PAGES
    assert item.group in PAGES[item.page].groups
    if item.kind in (Kind.CHOICE, Kind.MULTI, Kind.SCALE):
        assert item.options or item.source
    if item.kind in (Kind.TEXT, Kind.LONG):
        assert 0 < item.max_length <= 5000
    if item.kind == Kind.TABLE:
        assert item.columns
    for column in item.columns:
        if column.kind in (Kind.CHOICE, Kind.MULTI):
            assert column.options or column.source
    for options in (item.options, *(column.options for column in item.columns)):
        values = [option.value for option in options]
        assert len(values) == len(set(values))
        assert all(str(option.label).strip() for option in options)


def test_lengths_that_the_method_sets():
    lengths = {
        "rec.children_said": 600,
        "rec.summary": 3500,
        "alt.name": 60,
        "cfs.title": 60,
        "cfs.why": 200,
    }
    assert {key: question(key).max_length for key in lengths} == lengths


def test_every_page_of_the_method_exists_in_order():
    assert list(PAGES) == PAGE_KEYS
    assert [item.key for item in pages_for(Extent.FULL)] == PAGE_KEYS


def test_a_matter_without_assessment_has_its_basic_data_screening_and_one_line():
    assert [item.key for item in pages_for("none")] == ["case", "scr", "agenda", "publication"]
    assert questions_for("publication", "none") == ()
    assert questions_for("alt", "none") == ()
    assert question("case.title") in questions_for("case", "none")


def test_pages_of_the_light_assessment_are_shorter():
    assert page("sco").availability("light") == Availability.PART
    light = {item.key for item in questions_for("sco", "light")}
    full = {item.key for item in questions_for("sco", "full")}
    assert light == {"sco.horizon", "sco.laws", "sco.laws.articles", "sco.tasks"}
    assert light < full


def test_the_light_rights_check_is_one_combined_field():
    assert [item.key for item in questions_for("crc", "light")] == ["crc.short"]
    assert "crc.short" not in {item.key for item in questions_for("crc", "full")}


def test_every_question_is_asked_in_the_full_assessment_or_stands_in_for_others():
    asked = {item.key for name in PAGES for item in questions_for(name, "full")}
    assert set(CATALOGUE) - asked == {"crc.short"}


def test_requirement_grows_with_the_extent():
    assert is_required(question("case.title"), "none")
    assert not is_required(question("rec.summary"), "none")
    assert is_required(question("rec.summary"), "light")
    assert not is_required(question("sco.impartial"), "light")
    assert is_required(question("sco.impartial"), "full")
    assert not is_required(question("mit.none_reason"), "full")


def test_the_light_screen_follows_the_method():
    keys = [item.key for item in light_screen()]
    assert keys[:6] == [
        "case.title",
        "case.type",
        "case.sector",
        "case.description",
        "case.body",
        "case.meeting_date",
    ]
    assert keys[-2:] == ["fup.owner", "fup.points"]
    assert set(keys) == {item.key for item in CATALOGUE.values() if item.core}
    assert all(item.required != Requirement.FULL for item in light_screen())


def test_an_option_no_longer_offered_shows_its_stored_value():
    with override("en"):
        assert question("scr.affects").label_of("direct") == "Directly"
    assert question("scr.affects").label_of("gone") == "gone"


@pytest.mark.parametrize("dimension", DIMENSIONS.values(), ids=DIMENSIONS)
def test_a_dimension_guides_and_names_its_articles(dimension):
    assert 2 <= len(dimension.guiding) <= 4
    assert dimension.articles
    assert set(dimension.articles) <= set(ARTICLES)


def test_there_are_twelve_dimensions():
    assert len(DIMENSIONS) == 12


def test_child_groups_hold_everyone_ages_and_situations():
    keys = [group.value for group in CHILD_GROUPS]
    assert keys[0] == "all"
    assert len(keys) == len(set(keys)) == 1 + len(AGE_GROUPS) + len(VULNERABLE_GROUPS) - 1
    assert "none" not in keys
    assert "poverty" in VULNERABLE_KEYS


@pytest.mark.parametrize(
    ("direction", "magnitude", "symbol", "word", "number"),
    [
        ("pos", 3, "+ +", "large positive", 3),
        ("pos", "1", "+", "small positive", 1),
        ("neg", 2, "−", "moderate negative", -2),
        ("neg", 3, "− −", "large negative", -3),
        ("neg", None, "−", "Negative", None),
        ("mixed", 3, "±", "Mixed", 0),
        ("none", None, "0", "No effect", 0),
        ("unknown", 2, "?", "Unknown", None),
    ],
)
def test_a_cell_has_symbol_word_and_number(direction, magnitude, symbol, word, number):
    with override("en"):
        cell = cell_word(direction, magnitude)
        assert (cell.symbol, str(cell.word), cell.number) == (symbol, word, number)


@pytest.mark.parametrize(("direction", "magnitude"), [("up", 1), ("pos", 4), ("pos", "large")])
def test_a_step_off_the_scale_is_refused(direction, magnitude):
    with pytest.raises(ValueError, match="scale|invalid literal"):
        cell_word(direction, magnitude)


def test_articles_point_to_known_dimensions_and_four_are_principles():
    assert GENERAL_PRINCIPLES == (2, 3, 6, 12)
    for article in ARTICLES.values():
        assert set(article.dimensions) <= set(DIMENSIONS)


@pytest.mark.parametrize("kind", DECISION_TYPES.values(), ids=DECISION_TYPES)
def test_a_decision_type_is_complete(kind):
    assert set(kind.dimensions) <= set(DIMENSIONS)
    assert bool(kind.trigger_question) == (kind.trigger == HardTrigger.CONDITIONAL)
    assert kind.key in {option.value for option in question("case.type").options}


def test_a_strategy_concerns_every_dimension_in_their_order():
    assert dimensions_for("strategy") == tuple(DIMENSIONS)
    assert dimensions_for("organisation") == ("participation", "services")


def test_an_unknown_decision_type_is_refused():
    with pytest.raises(ValueError, match="'tunnel' is not a decision type"):
        decision_type("tunnel")


def test_records_are_told_from_single_answers():
    assert question("alt.name").is_record
    assert not question("rec.summary").is_record


def test_articles_are_ticked_in_advance_when_they_matter_often():
    assert preselected("relationships") == (8, 18, 20)
    assert 30 in preselected("identity", bilingual=True)
