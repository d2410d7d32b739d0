"""Reading many assessments with all their parts in three queries, however many there are."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from functools import cache, lru_cache
from operator import attrgetter

from django.db import connections, models
from django.db.models import F, Func, Value
from django.db.models.base import ModelState
from django.db.models.functions import JSONArray
from django.utils.dateparse import parse_date

from assessments.models import ROWS, Answer, Assessment
from assessments.questions.coverage import Coverage, coverage
from assessments.questions.sources import Balance, balance


def load_parts(assessments: Sequence[Assessment], kinds: Iterable[str] = tuple(ROWS)) -> None:
    """Fill in the answers and the rows of ``kinds`` as if they had been prefetched.

    Every kind of row has another table; one UNION brings them all. The rows are for reading: what
    they hold are the fields that people write and the keys that tie them together.
    """
    if not assessments:
        return
    kinds = tuple(kinds)
    by_pk = {each.pk: each for each in assessments}
    _give_answers(by_pk, assessments[0]._state.db)
    parts = [ROWS[kind] for kind in kinds]
    found: dict[tuple[int, str], list] = defaultdict(list)
    for kind, owner, values in _read(kinds, list(by_pk), assessments[0]._state.db):
        found[owner, kind].append(_row(ROWS[kind], by_pk[owner], values))
    for assessment in assessments:
        for model in parts:
            rows = found[assessment.pk, model.kind()]
            rows.sort(key=_order(model))
            _give(assessment, f"{model.kind()}s", rows)
        _tie(assessment)
    _name_team(found)


def _give_answers(assessments: dict[int, Assessment], using: str) -> None:
    """Every answer of the assessments, in one query."""
    columns = ("pk", "assessment_id", "key", "value", "version")
    found: dict[int, list] = defaultdict(list)
    rows = Answer.objects.using(using).filter(assessment__in=list(assessments)).order_by()
    for pk, owner, key, value, version in rows.values_list(*columns):
        own = {"id": pk, "key": key, "value": value, "version": version}
        found[owner].append(_made(Answer, assessments[owner], own))
    for pk, assessment in assessments.items():
        _give(assessment, "answers", found[pk])


def _read(kinds: tuple[str, ...], owners: list[int], using: str) -> Iterator[tuple]:
    """Kind, owner and values of every row, in one query."""
    if not kinds:
        return
    sql, params = _statement(kinds, len(owners), using)
    given = [owners[each] if isinstance(each, int) and each < 0 else each for each in params]
    with connections[using].cursor() as cursor:
        cursor.execute(sql, given)
        for kind, owner, values in cursor.fetchall():
            yield kind, owner, values if isinstance(values, list) else json.loads(values)


@lru_cache(maxsize=64)
def _statement(kinds: tuple[str, ...], number: int, using: str) -> tuple[str, tuple]:
    """The query for so many assessments; writing it costs a page more than the answer does.

    In the place of the owners it names their positions from the end: -1, -2 and so on.
    """
    queries = [_as_json(ROWS[kind], range(-number, 0), using) for kind in kinds]
    union = queries[0].union(*queries[1:], all=True)
    return union.query.get_compiler(using).as_sql()


def source_balance(assessment: Assessment) -> Balance:
    """From how many sides the matter is known, by its sources and hearings that say something."""
    return balance(
        [row.type for row in assessment.evidences.all() if row.finding.strip()],
        [row.method for row in assessment.hearings.all() if row.is_told],
        has_reason=bool(str(assessment.answer("hre.none_reason")).strip()),
        not_heard=hearing_coverage(assessment).missing,
    )


FEEDBACK_DAY = "hpl.feedback.date"


def feedback_day(assessment: Assessment) -> date | None:
    """The planned day on which the children hear what their views led to."""
    return parse_date(str(assessment.answer(FEEDBACK_DAY) or ""))


def concerned(assessment: Assessment) -> list[str]:
    """The groups of children whom the matter concerns: by age, then in vulnerable situations."""
    return [
        group
        for key in ("grp.age", "grp.vulnerable")
        for group in (assessment.answer(key, []) or [])
        if isinstance(group, str)
    ]


def hearing_coverage(assessment: Assessment) -> Coverage:
    """Which of the groups concerned have been heard; the sizes where they have been read too."""
    sizes = {}
    if "groupsizes" in getattr(assessment, "_prefetched_objects_cache", {}):
        known = (row for row in assessment.groupsizes.all() if row.number is not None)
        # The latest year counts.
        sizes = {row.group: row.number for row in sorted(known, key=lambda row: row.year or 0)}
    told = [row for row in assessment.hearings.all() if row.is_told]
    return coverage(concerned(assessment), told, sizes)


def _fields(model: type[models.Model]) -> list[models.Field]:
    """What people write and the keys of the row; not who owns it, nor when it was made."""
    left_out = {"assessment", "municipality", "created_at", "removed_at"}
    return [field for field in model._meta.concrete_fields if field.name not in left_out]


def _as_json(model: type[models.Model], owners: Iterable[int], using: str) -> models.QuerySet:
    values = [_column(field, using) for field in _fields(model)]
    return (
        model._default_manager.present()
        .filter(assessment__in=list(owners))
        .order_by()
        .annotate(kind_of_row=Value(model.kind()), values_of_row=JSONArray(*values))
        .values_list("kind_of_row", "assessment_id", "values_of_row")
    )


def _column(field: models.Field, using: str) -> models.Expression:
    """SQLite keeps JSON as text; inside other JSON it has to be told that it is none."""
    if isinstance(field, models.JSONField) and connections[using].vendor == "sqlite":
        return Func(F(field.attname), function="JSON")
    return F(field.attname)


# What JSON holds as it is; a date or a truth value has to be made from it.
AS_IN_JSON = (
    models.CharField,
    models.TextField,
    models.IntegerField,
    models.ForeignKey,
    models.JSONField,
)


@cache
def _readers(model: type[models.Model]) -> tuple[list[str], list[tuple[str, Callable]]]:
    """The columns that are read, and what makes the values that are not in JSON as they are."""
    made = [
        (field.attname, field.to_python)
        for field in model._meta.concrete_fields
        if not isinstance(field, AS_IN_JSON)
    ]
    return [field.attname for field in _fields(model)], made


def _row(model: type[models.Model], assessment: Assessment, values: list) -> models.Model:
    """The row as a model instance. JSON has no dates and SQLite no booleans: the fields do."""
    names, readers = _readers(model)
    own = dict(zip(names, values, strict=True))
    for name, read in readers:
        own[name] = read(own.get(name))
    return _made(model, assessment, own)


def _made(model: type[models.Model], assessment: Assessment, values: dict) -> models.Model:
    """An instance that is only read, past ``__init__``: it would be a third of a page's time."""
    state = ModelState()
    state.adding, state.db = False, assessment._state.db
    state.fields_cache = {"assessment": assessment}
    owner = {"assessment_id": assessment.pk, "municipality_id": assessment.municipality_id}
    row = model.__new__(model)
    row.__dict__.update(values, _state=state, **owner)
    return row


@cache
def _order(model: type[models.Model]) -> Callable:
    """The key by which rows are sorted as SQL does: what is empty comes last."""
    names = [name for name in model._meta.ordering if name != "pk"]
    if not names:
        return attrgetter("id")
    read = attrgetter(*names, "id")
    return lambda row: [(value is None, value) for value in read(row)]


def _give(assessment: Assessment, name: str, rows: list) -> None:
    """Hand the rows to ``assessment.<name>.all()``, the way a prefetch does."""
    known = getattr(assessment, name).all()
    known._result_cache = rows
    known._prefetch_done = True
    cache = assessment.__dict__.setdefault("_prefetched_objects_cache", {})
    cache[name] = known


def _name_team(found: dict[tuple[int, str], list]) -> None:
    """People of a team who are told by their account alone."""
    rows = [row for (_owner, kind), rows in found.items() if kind == "teammember" for row in rows]
    nameless = [row for row in rows if row.user_id and not row.name.strip()]
    models.prefetch_related_objects(nameless, "user")


def _tie(assessment: Assessment) -> None:
    """Let outcomes know their points and follow-up points their outcomes, without a query."""
    cache = assessment.__dict__.get("_prefetched_objects_cache", {})
    if "followuppoints" not in cache or "outcomes" not in cache:
        return
    points = {point.pk: point for point in assessment.followuppoints.all()}
    for outcome in assessment.outcomes.all():
        if outcome.point_id in points:
            outcome.point = points[outcome.point_id]
