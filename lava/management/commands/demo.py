"""``manage.py demo``: invented people and matters, so that a newcomer can walk the whole way."""

from __future__ import annotations

from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils import translation

from assessments.models import Proposal
from lava.demo import figures, story
from lava.demo.people import ACCOUNTS, PARTICIPANTS, PASSWORD
from municipalities.models import Municipality, User


class Command(BaseCommand):
    help = "Load the demonstration: an invented municipality, people in every role, two programmes."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument(
            "--accounts", action="store_true", help="only print the accounts of the demonstration"
        )
        parser.add_argument(
            "--force", action="store_true", help="load it beside the real matters of a database"
        )

    def handle(self, *, accounts: bool, force: bool, **options) -> None:
        if not accounts and not story.is_told():
            self.load(force)
        self.print_accounts()

    def load(self, force: bool) -> None:
        real = Proposal.objects.filter(is_demo=False, municipality__is_demo=False).count()
        if real and not force:
            raise CommandError(
                f"This database holds {real} real proposal(s), so nothing was loaded. The password"
                " of the demonstration is public: use a database of its own, or --force."
            )
        if Municipality.objects.filter(code__in=PARTICIPANTS).count() < len(PARTICIPANTS):
            call_command("load_register", stdout=self.stdout)
        story.tell()
        figures.load()
        self.stdout.write(f"Loaded the demonstration: {_count()}.")

    def print_accounts(self) -> None:
        """The accounts, one a line; none where the demonstration has not been loaded."""
        known = set(User.objects.filter(is_demo=True).values_list("email", flat=True))
        shown = [each for each in ACCOUNTS if each.email in known]
        if not shown:
            self.stdout.write("The demonstration has not been loaded: there are no accounts.")
            return
        self.stdout.write(f"\nAccounts of the demonstration, password {PASSWORD}\n")
        with translation.override("en"):
            for each in shown:
                role = each.role.label if each.role else "Main user"
                self.stdout.write(f"  {each.email:<28} {role:<27} {each.name} ({each.language})")


def _count() -> str:
    places = Municipality.objects.filter(is_demo=True).count()
    people = User.objects.filter(is_demo=True).count()
    matters = Proposal.objects.filter(is_demo=True).count()
    return f"{places} invented municipality, {people} people, {matters} matters"
