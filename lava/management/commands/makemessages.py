"""Collects the texts of the interface; a changed text is untranslated, never guessed."""

from django.core.management.base import CommandParser
from django.core.management.commands import makemessages


class Command(makemessages.Command):
    msgmerge_options = [*makemessages.Command.msgmerge_options, "--no-fuzzy-matching"]

    def add_arguments(self, parser: CommandParser) -> None:
        super().add_arguments(parser)
        parser.set_defaults(
            ignore_patterns=["var", "tests", "docs"],
            no_obsolete=True,
            no_wrap=True,
            add_location="file",
        )
