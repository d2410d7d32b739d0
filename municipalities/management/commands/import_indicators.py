"""``manage.py import_indicators``: bring the figures of Sotkanet's indicators up to date."""

from __future__ import annotations

from pathlib import Path

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser

from municipalities.models import Municipality
from municipalities.sotkanet import importing
from municipalities.sotkanet.client import Client
from municipalities.sotkanet.problems import SotkanetError


class Command(BaseCommand):
    help = (
        "Fetch the latest figures of the shipped indicators from Sotkanet (SOTKANET_URL), or read"
        " recorded answers from files. All or nothing: a fault leaves every figure as it was."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument(
            "--municipality",
            action="append",
            default=[],
            metavar="CODE",
            help="only this municipality, its region and the country; can be repeated",
        )
        parser.add_argument(
            "--from-file",
            action="append",
            default=[],
            type=Path,
            metavar="FILE",
            help="a recorded answer (.json or .csv) with regions.json beside it; can be repeated",
        )

    def handle(self, *, municipality: list[str], from_file: list[Path], **options) -> None:
        places = self.places(municipality)
        source = ", ".join(each.name for each in from_file) or settings.SOTKANET_URL
        if not source:
            raise CommandError(
                "SOTKANET_URL is not set, so there is nobody to ask. Set it, for example to"
                " https://sotkanet.fi/rest/1.1, or give --from-file."
            )
        try:
            batch = self.read(from_file, places)
            counts = importing.store(batch)
        except SotkanetError as error:
            importing.remember(source, problem=error.problem, error=error.detail[:2000])
            raise CommandError(f"Nothing was loaded. {error}") from error
        importing.remember(**importing.outcome(batch, counts))
        self.stdout.write(
            f"Figures of {counts['indicators']} indicator(s): {counts['created']} created,"
            f" {counts['changed']} changed, {counts['unchanged']} unchanged,"
            f" {counts['removed']} removed. {batch.note}".rstrip()
        )

    def places(self, codes: list[str]) -> list[Municipality]:
        found = list(Municipality.objects.current().filter(code__in=codes).select_related("region"))
        unknown = set(codes) - {each.code for each in found}
        if unknown:
            raise CommandError(
                f"No municipality of today has the code {', '.join(sorted(unknown))}."
            )
        return found

    @staticmethod
    def read(files: list[Path], places: list[Municipality]) -> importing.Batch:
        if files:
            return importing.from_files(files, places)
        with Client(settings.SOTKANET_URL) as client:
            return importing.from_service(client, places)
