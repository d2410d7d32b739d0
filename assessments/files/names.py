"""The name that a file came with: shown and given back at a download, never a path of ours."""

from __future__ import annotations

import re
import unicodedata

from assessments.files.words import Refused

LONGEST = 150
# Control and format characters (among them those that turn the direction), halves of surrogate
# pairs, separators of lines.
UNSEEN = frozenset({"Cc", "Cf", "Cs", "Zl", "Zp"})
# What some file system gives a meaning to.
MEANT = re.compile(r'[<>:"|?*/\\]')


def clean_name(name: str) -> str:
    """The name as it is shown: its last part, composed, with one kind of space.

    Raises ``Refused`` for what could deceive a reader about the kind of the file.
    """
    last = re.split(r"[/\\]", name)[-1]
    composed = unicodedata.normalize("NFC", last)
    if any(unicodedata.category(each) in UNSEEN for each in composed):
        raise Refused("name_odd")
    tidy = MEANT.sub("_", " ".join(composed.split())).strip(". ")
    if not tidy:
        raise Refused("name_empty")
    if len(tidy) > LONGEST:
        raise Refused("name_long", limit=LONGEST)
    return tidy


def ending_of(name: str) -> str:
    """The ending without its dot, in small letters; nothing where there is none."""
    stem, dot, ending = name.rpartition(".")
    return ending.strip().lower() if stem and dot else ""
