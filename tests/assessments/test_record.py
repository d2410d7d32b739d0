"""The record of an assessment: out of one installation, into another, the same content."""

import io
import json
import uuid
import zipfile

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from jsonschema import Draft202012Validator
from PIL import Image

from assessments.actions.attachments import STORAGE, attach
from assessments.actions.records import import_record
from assessments.files.receiving import receive
from assessments.models import ROWS, Assessment, Attachment, ExtraQuestion
from assessments.record import schema, writing
from assessments.record.reading import open_record
from assessments.record.shape import hash_of, order
from municipalities.roles import Role
from tests import factories

pytestmark = pytest.mark.django_db


def photo():
    made = io.BytesIO()
    noise = Image.effect_noise((60, 40), 80).convert("RGB")
    noise.save(made, "JPEG", quality=70)
    return SimpleUploadedFile("yard.jpg", made.getvalue())


@pytest.fixture
def assessment():
    """A decided full assessment with every kind of reference between its parts."""
    made = factories.full_assessment("preparing", title="Closing of the village school")
    owner = {"assessment": made, "municipality": made.municipality}
    hearing, evidence = made.hearings.get(), made.evidences.first()
    made.impacts.update(evidence=[f"hearing:{hearing.pk}", f"evidence:{evidence.pk}"])
    removed = made.evidences.create(title="Removed", removed_at=made.created_at, **owner)
    last = made.impacts.last()
    last.evidence = [f"evidence:{removed.pk}", f"hearing:{hearing.pk}"]
    last.save()
    made.hearingfindings.create(hearing=hearing, theme="Friends", count=12, **owner)
    made.hearingviews.create(
        hearing=hearing, alternative=made.alternatives.last(), in_favour=9, **owner
    )
    asked = ExtraQuestion.objects.create(
        municipality=made.municipality, page="rec", text_fi="Miten kylä muuttuu?"
    )
    factories.set_answers(
        made,
        dec__mitigations=[str(made.mitigations.get().pk)],
        **{asked.key.replace(".", "__"): "Kylä hiljenee."},
    )
    attach(
        assessment=made,
        part="hre",
        title="Drawing of the yard",
        received=receive(photo()),
        by=made.proposal.preparer,
        row=f"hearing:{hearing.pk}",
    )
    Assessment.objects.filter(pk=made.pk).update(status="decided")
    return loaded(made)


def loaded(assessment):
    return Assessment.objects.with_matter().get(pk=assessment.pk)


@pytest.fixture
def elsewhere():
    """A person of another municipality, as of another installation."""
    place = factories.municipality()
    factories.body(place)
    return factories.user(Role.PREPARER, place)


def written(assessment):
    file = io.BytesIO()
    writing.write(assessment, file)
    file.seek(0)
    return file


def taken_over(file, person):
    (membership,) = person.active_memberships
    return import_record(opened=open_record(file), municipality=membership.municipality, by=person)


def forget(assessment):
    """As if the record were read where the assessment has never been."""
    Assessment.objects.filter(pk=assessment.pk).update(uid=uuid.uuid4())


def test_a_record_keeps_to_its_schema(assessment):
    file = written(assessment)
    with zipfile.ZipFile(file) as archive:
        names = archive.namelist()
        record = json.loads(archive.read("record.json"))
        told = json.loads(archive.read("schema.json"))
    Draft202012Validator.check_schema(told)
    assert list(Draft202012Validator(told).iter_errors(record)) == []
    assert [each["path"] for each in record["files"]] == names[2:]
    assert record["content_hash"] == hash_of(record["content"])


def test_it_names_nobody_in_its_content_and_no_number_of_this_installation(assessment):
    content = writing.record(assessment)["content"]
    text = json.dumps(content)
    assert assessment.proposal.preparer.name not in text
    assert assessment.proposal.preparer.email not in json.dumps(writing.record(assessment))
    first = content["rows"]["impact"][0]
    assert first["alternative"] == 1 and first["evidence"] == ["hearing:1", "evidence:1"]
    # What points at something removed is left out.
    assert content["rows"]["impact"][-1]["evidence"] == ["hearing:1"]


def test_the_same_content_comes_out_where_it_was_taken_in(assessment, elsewhere):
    before = writing.record(assessment)
    file = written(assessment)
    forget(assessment)
    there = loaded(taken_over(file, elsewhere))
    after = writing.record(there)
    assert after["content"] == before["content"]
    assert after["content_hash"] == before["content_hash"]
    assert there.municipality != assessment.municipality
    assert there.proposal.preparer == elsewhere
    # And once more: what was taken over can be handed on.
    file = written(there)
    forget(there)
    third = factories.user(Role.PREPARER, factories.municipality())
    assert writing.record(loaded(taken_over(file, third)))["content_hash"] == before["content_hash"]


def test_references_lead_to_the_rows_of_the_new_place(assessment, elsewhere):
    file = written(assessment)
    forget(assessment)
    there = taken_over(file, elsewhere)
    hearing = there.hearings.get()
    assert there.hearingfindings.get().hearing == hearing
    assert there.impacts.first().evidence[0] == f"hearing:{hearing.pk}"
    values = dict(there.answers.values_list("key", "value"))
    assert values["dec.mitigations"] == [str(there.mitigations.get().pk)]
    own = ExtraQuestion.objects.get(municipality=there.municipality)
    assert values[own.key] == "Kylä hiljenee." and not own.is_active
    assert there.attachments.get().row == f"hearing:{hearing.pk}"


def test_the_steps_and_who_took_them_come_along(assessment, elsewhere):
    assessment.status_changes.create(
        municipality=assessment.municipality,
        transition="approve",
        source="in_review",
        target="final",
        by=assessment.proposal.preparer,
        note="Good work",
    )
    file = written(assessment)
    forget(assessment)
    change = taken_over(file, elsewhere).status_changes.get()
    assert change.note == f"({assessment.proposal.preparer}) Good work"
    assert change.by == elsewhere


def test_a_record_is_taken_over_once(assessment, elsewhere):
    with pytest.raises(ValidationError):
        taken_over(written(assessment), elsewhere)
    assert Assessment.objects.count() == 1


def test_who_opens_no_matters_takes_none_over(assessment):
    councillor = factories.user(Role.COUNCILLOR, factories.municipality())
    with pytest.raises(PermissionDenied):
        taken_over(written(assessment), councillor)


# --- What must not come in ------------------------------------------------------------------------


def changed(file, change):
    """The same ZIP with another record, its hash made to fit."""
    out = io.BytesIO()
    with zipfile.ZipFile(file) as source, zipfile.ZipFile(out, "w") as target:
        for name in source.namelist():
            data = source.read(name)
            if name == "record.json":
                record = json.loads(data)
                change(record)
                record["content_hash"] = hash_of(record["content"])
                data = json.dumps(record).encode()
            target.writestr(name, data)
    out.seek(0)
    return out


def _forged_reference(record):
    record["content"]["rows"]["impact"][0]["alternative"] = 99


def _forged_evidence(record):
    record["content"]["rows"]["impact"][0]["evidence"] = ["hearing:7"]


def _unknown_answer(record):
    record["content"]["answers"].append({"key": "xxx.yyy", "value": "?"})


def _impossible_choice(record):
    record["content"]["answers"].append({"key": "qa.children", "value": "perhaps"})


def _unknown_column(record):
    record["content"]["rows"]["impact"][0]["assessment_id"] = 1


def _unknown_kind(record):
    record["content"]["rows"]["user"] = [{"email": "x@example.org"}]


def _bad_status(record):
    record["content"]["status"] = "approved"


def _status_without_extent(record):
    record["content"]["extent"] = ""


def _no_present_state(record):
    for row in record["content"]["rows"]["alternative"]:
        row["number"] += 1


def _too_long(record):
    record["content"]["rows"]["alternative"][0]["name"] = "x" * 61


def _script_as_link(record):
    record["content"]["rows"]["evidence"][0]["url"] = "javascript:alert(1)"


def _missing_file(record):
    record["files"] = []


def _path_outside(record):
    record["files"][0]["path"] = "../../etc/passwd"


def _other_bytes(record):
    record["files"][0]["sha256"] = "0" * 64


def test_the_way_of_the_forgeries_lets_an_honest_record_through(assessment, elsewhere):
    file = changed(written(assessment), lambda record: None)
    forget(assessment)
    assert taken_over(file, elsewhere).status == "decided"


@pytest.mark.parametrize(
    "change",
    [
        _forged_reference,
        _forged_evidence,
        _unknown_answer,
        _impossible_choice,
        _unknown_column,
        _unknown_kind,
        _bad_status,
        _status_without_extent,
        _no_present_state,
        _too_long,
        _script_as_link,
        _missing_file,
        _path_outside,
        _other_bytes,
    ],
)
def test_a_forged_record_leaves_nothing_behind(assessment, elsewhere, change):
    file = changed(written(assessment), change)
    forget(assessment)
    before = Attachment.objects.count(), sum(1 for _each in stored())
    with pytest.raises(ValidationError) as refused:
        taken_over(file, elsewhere)
    assert refused.value.messages
    assert Assessment.objects.count() == 1
    assert (Attachment.objects.count(), sum(1 for _each in stored())) == before


def stored():
    """Every file that is kept."""
    folders = ["attachments"] if STORAGE.exists("attachments") else []
    while folders:
        folder = folders.pop()
        inside, files = STORAGE.listdir(folder)
        folders += [f"{folder}/{each}" for each in inside]
        yield from files


@pytest.mark.parametrize("data", [b"", b"PK", b"no zip at all", b"%PDF-1.7"])
def test_what_is_no_record_is_refused_in_words(data):
    with pytest.raises(ValidationError) as refused:
        open_record(io.BytesIO(data))
    assert "file" in refused.value.message_dict


def test_a_bomb_is_not_read_to_its_end():
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("record.json", b" " * (21 * 1024 * 1024))
    file.seek(0)
    with pytest.raises(ValidationError):
        open_record(file)


def test_a_deeply_nested_record_is_refused():
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr("record.json", "[" * 200_000)
    file.seek(0)
    with pytest.raises(ValidationError):
        open_record(file)


def test_a_changed_word_is_noticed(assessment):
    file, out = written(assessment), io.BytesIO()
    with zipfile.ZipFile(file) as source, zipfile.ZipFile(out, "w") as target:
        for name in source.namelist():
            data = source.read(name)
            target.writestr(name, data.replace(b"Friends", b"Enemies"))
    out.seek(0)
    with pytest.raises(ValidationError):
        open_record(out)


# --- In the browser -------------------------------------------------------------------------------


def test_out_and_in_through_the_pages(assessment, elsewhere):
    client = Client()
    client.force_login(assessment.proposal.preparer)
    answer = client.get(reverse("assessments:record-export", args=[assessment.pk]))
    data = b"".join(answer.streaming_content)
    assert (
        answer["Content-Type"] == "application/zip"
        and "attachment" in answer["Content-Disposition"]
    )
    forget(assessment)
    client = Client()
    client.force_login(elsewhere)
    url = reverse("assessments:record-import")
    place = elsewhere.active_memberships[0].municipality_id
    sent = {"municipality": place, "file": SimpleUploadedFile("record.zip", data)}
    answer = client.post(url, sent)
    there = Assessment.objects.exclude(pk=assessment.pk).get()
    assert answer.status_code == 302 and answer["Location"] == there.get_absolute_url()
    sent["file"] = SimpleUploadedFile("record.zip", data)
    again = client.post(url, sent)
    assert again.status_code == 422
    assert list(again.context["form"].errors) == ["file"]


def test_every_kind_of_row_has_its_place_in_the_order():
    assert set(order()) == set(ROWS)
    assert order().index("alternative") < order().index("impact") < order().index("mitigation")
    assert set(schema.schema()["properties"]["content"]["properties"]["rows"]["properties"]) == set(
        ROWS
    )
