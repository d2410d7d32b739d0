"""Owed work: one worker at a time, nothing tried for ever."""

from datetime import timedelta

import pytest
from django.utils import timezone

from assessments.models import Digest
from municipalities.models.owed import MAX_ATTEMPTS
from tests import factories

pytestmark = pytest.mark.django_db


@pytest.fixture
def owed():
    return Digest.objects.create(recipient=factories.user(), day=timezone.localdate())


def lapse(owed):
    Digest.objects.filter(pk=owed.pk).update(lease_until=timezone.now() - timedelta(seconds=1))


def test_a_claimed_row_is_not_claimed_again_before_its_lease_ends(owed):
    assert Digest.objects.claim(owed.pk)
    assert Digest.objects.claim(owed.pk) is None
    lapse(owed)
    assert Digest.objects.claim(owed.pk).attempts == 2


def test_a_late_worker_cannot_finish_what_another_has_claimed(owed):
    late = Digest.objects.claim(owed.pk)
    lapse(owed)
    assert Digest.objects.claim(owed.pk)
    assert not late.finish()
    assert Digest.objects.get(pk=owed.pk).state == Digest.State.CLAIMED


def test_work_on_which_every_worker_dies_is_given_up(owed):
    for _attempt in range(MAX_ATTEMPTS):
        assert Digest.objects.claim(owed.pk)
        lapse(owed)
    assert Digest.objects.claim(owed.pk) is None
    given_up = Digest.objects.get(pk=owed.pk)
    assert given_up.state == Digest.State.FAILED
    assert given_up.error
    assert not Digest.objects.claimable().exists()


def test_a_person_may_have_failed_work_done_again(owed):
    Digest.objects.filter(pk=owed.pk).update(state=Digest.State.FAILED, attempts=MAX_ATTEMPTS)
    owed.owe_again()
    assert Digest.objects.claim(owed.pk).attempts == 1
