"""The import as it is run: by command, by the clock, and what is left of it for people to read."""

from datetime import date, timedelta
from functools import partial
from io import StringIO
from unittest.mock import patch

import pytest
from django.core.management import CommandError, call_command
from django.utils import timezone, translation

from municipalities import periodic, tasks
from municipalities.indicators import SHIPPED
from municipalities.models import IndicatorImport, ObservedValue
from municipalities.sotkanet.client import Client
from tests.municipalities.sotkanet.conftest import Answer

pytestmark = pytest.mark.django_db

RECORDED = SHIPPED / "data_127_2009.csv"


@pytest.fixture
def quick(service, settings, monkeypatch):
    """An installation that has been given the service, and a client that does not wait long."""
    settings.SOTKANET_URL = service.url
    made = partial(Client, timeout=(1, 1), pauses=(0, 0), between=0)
    monkeypatch.setattr("municipalities.tasks.Client", made)
    monkeypatch.setattr("municipalities.management.commands.import_indicators.Client", made)
    return service


def run(*arguments: str) -> str:
    output = StringIO()
    call_command("import_indicators", *arguments, stdout=output)
    return output.getvalue()


def owed() -> IndicatorImport:
    return IndicatorImport.objects.create(month=date(2026, 11, 1), source="somewhere")


# --- The command --------------------------------------------------------------------------------


def test_recorded_files_are_loaded_without_network(places):
    said = run("--from-file", str(RECORDED))

    assert "6 created" in said
    assert ObservedValue.objects.get(code="398").value == 100_854
    left = IndicatorImport.objects.get()
    assert (left.state, left.source, left.created) == ("done", "data_127_2009.csv", 6)


def test_files_can_be_loaded_again_and_for_one_municipality(places):
    run("--from-file", str(RECORDED), "--municipality", "398")
    assert ObservedValue.objects.count() == 3
    assert "3 created, 0 changed, 3 unchanged" in run("--from-file", str(RECORDED))


def test_nothing_is_asked_of_the_network_unless_it_is_set():
    with pytest.raises(CommandError, match="SOTKANET_URL is not set"):
        run()
    assert not IndicatorImport.objects.exists()


def test_an_unknown_municipality_is_refused(places):
    with pytest.raises(CommandError, match="997"):
        run("--from-file", str(RECORDED), "--municipality", "997")


def test_a_missing_file_is_told(places):
    with pytest.raises(CommandError, match="Nothing was loaded"):
        run("--from-file", "/nowhere/data.json")
    assert IndicatorImport.objects.get().problem == "other"


def test_a_cut_file_is_refused_whole(places, tmp_path):
    (tmp_path / "regions.json").write_text((SHIPPED / "regions.json").read_text())
    cut = tmp_path / "data.csv"
    cut.write_text(RECORDED.read_text()[:-9])
    with pytest.raises(CommandError, match="partial"):
        run("--from-file", str(cut))
    assert not ObservedValue.objects.exists()


def test_a_fault_of_the_service_leaves_a_row_and_the_figures(quick, places):
    run()
    quick.set("json", Answer("fault", 500))

    with pytest.raises(CommandError, match="broken"):
        run()

    last = IndicatorImport.objects.first()
    assert (last.state, last.problem) == ("failed", "broken")
    assert "500" in last.error
    assert ObservedValue.objects.count() == 6


# --- The clock ----------------------------------------------------------------------------------


def test_off_by_default():
    periodic.owe_import()
    assert not IndicatorImport.objects.exists()


def test_one_fetch_a_month_however_often_the_clock_ticks(quick, places):
    with patch.object(tasks.import_indicators, "delay") as woken:
        periodic.owe_import()
        periodic.owe_import()
    fetch = IndicatorImport.objects.get()
    woken.assert_called_once_with(fetch.pk)


@pytest.mark.parametrize(("hours", "state"), [(23, "failed"), (25, "queued")])
def test_what_was_given_up_is_owed_again_the_next_day(hours, state, quick, places):
    with patch.object(tasks.import_indicators, "delay"):
        periodic.owe_import()
        IndicatorImport.objects.update(
            state="failed", attempts=5, not_before=timezone.now() - timedelta(hours=hours)
        )
        periodic.owe_import()
    assert IndicatorImport.objects.get().state == state


def test_the_worker_fetches_and_says_so(quick, places):
    row = owed()

    tasks.import_indicators(row.pk)

    row.refresh_from_db()
    assert (row.state, row.problem, row.created, row.indicators) == ("done", "", 6, 1)
    assert ObservedValue.objects.count() == 6


def test_a_second_worker_finds_nothing_to_do(quick, places):
    row = owed()
    IndicatorImport.objects.claim(row.pk)

    tasks.import_indicators(row.pk)

    assert quick.asked == []


def test_a_failed_fetch_is_owed_again_and_tells_why(quick, places):
    row = owed()
    quick.set("regions", Answer("<html>Huoltokatko</html>", kind="text/html"))

    tasks.import_indicators(row.pk)

    row.refresh_from_db()
    assert (row.state, row.problem) == ("queued", "not_data")
    with translation.override("en"):
        assert "something else than data" in str(row.get_problem_display())
    assert not ObservedValue.objects.exists()


def test_a_lost_wake_up_call_is_found_by_the_sweep(quick, places):
    row = owed()
    with patch.object(tasks.import_indicators, "delay") as woken:
        periodic.sweep()
    woken.assert_called_once_with(row.pk)


def test_a_fault_of_our_own_is_not_waited_for(quick, places, monkeypatch):
    row = owed()

    def fall(*_arguments):
        raise ZeroDivisionError("ours")

    monkeypatch.setattr("municipalities.sotkanet.importing.store", fall)
    with pytest.raises(ZeroDivisionError):
        tasks.import_indicators(row.pk)
    row.refresh_from_db()
    assert (row.state, row.problem) == ("queued", "other")
