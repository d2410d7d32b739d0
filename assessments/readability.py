"""How easy a text is to read for a child, counted from its words: an aid, never a hindrance.

The limits are ours. They follow the advice of plain language (short sentences, no long compound
words), loosened by age; no standard sets such numbers.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.formats import number_format
from django.utils.translation import gettext as _

from assessments.questions import question

LONG_FROM = 12
"""So many letters make a long word. A hyphen parts a compound for the eye, and so here."""
LONGEST_TEXT = 5000

# The stop of a day or a number ("15.3. klo") ends a sentence only before a capital; lines end one.
_SENTENCE_END = re.compile(r"(?<!\d)[.!?…]+(?=\s|$)|(?<=\d)\.(?=\s+[A-ZÅÄÖ])|\n")
_WORD = re.compile(r"[^\W\d_]+")


@dataclass(frozen=True, slots=True)
class Limits:
    """What is easy at one age: words in a sentence on average, letters of the longest word, and
    the share of long words in per cent."""

    words: int
    letters: int
    share: int


LIMITS = {"5-8": Limits(8, 14, 5), "9-12": Limits(10, 18, 10), "13-17": Limits(13, 22, 20)}
USUAL = "9-12"


@dataclass(frozen=True, slots=True)
class Measured:
    """What was counted in a text."""

    sentences: int
    words: int
    longest: str
    long_words: int

    @property
    def average(self) -> float:
        """Words in a sentence."""
        return self.words / self.sentences

    @property
    def share(self) -> float:
        """Long words in per cent of all."""
        return 100 * self.long_words / self.words


@dataclass(frozen=True, slots=True)
class Remark:
    """One thing that was counted, in words, and whether it is easy at the chosen age."""

    text: str
    is_easy: bool


def measure(texts: Iterable[str]) -> Measured | None:
    """Nothing where there is no word to count."""
    sentences, words = 0, []
    for text in texts:
        for sentence in _SENTENCE_END.split(text[:LONGEST_TEXT]):
            found = _WORD.findall(sentence)
            sentences += bool(found)
            words += found
    if not words:
        return None
    longest = max(words, key=len)
    return Measured(sentences, len(words), longest, sum(len(word) >= LONG_FROM for word in words))


def remarks(texts: Iterable[str], level: str) -> list[Remark]:
    """The readability of texts for children of ``level``, an option of ``cfs.level``."""
    measured = measure(texts)
    if measured is None:
        return []
    level = level if level in LIMITS else USUAL
    limits, ages = LIMITS[level], {"ages": question("cfs.level").label_of(level)}
    return [
        _average(measured, limits, ages),
        _longest(measured, limits, ages),
        _share(measured, limits, ages),
    ]


def _average(measured: Measured, limits: Limits, ages: dict) -> Remark:
    told = {"number": number_format(measured.average, 1, use_l10n=True), "most": limits.words}
    if measured.average <= limits.words:
        text = _("%(ages)s: the sentences are short enough, %(number)s words on average.")
        return Remark(text % (told | ages), True)
    text = _("%(ages)s: the sentences are long, %(number)s words on average. Try at most %(most)d.")
    return Remark(text % (told | ages), False)


def _longest(measured: Measured, limits: Limits, ages: dict) -> Remark:
    told = {"word": measured.longest, "number": len(measured.longest), "most": limits.letters}
    if len(measured.longest) <= limits.letters:
        text = _("The longest word is “%(word)s”, %(number)d letters.")
        return Remark(text % (told | ages), True)
    text = _(
        "The longest word is “%(word)s”, %(number)d letters. Try another word or a hyphen:"
        " at most %(most)d."
    )
    return Remark(text % (told | ages), False)


def _share(measured: Measured, limits: Limits, ages: dict) -> Remark:
    told = {"number": round(measured.share), "most": limits.share, "letters": LONG_FROM}
    if measured.share <= limits.share:
        text = _("Few words are long: %(number)d per cent have at least %(letters)d letters.")
        return Remark(text % (told | ages), True)
    text = _(
        "Many words are long: %(number)d per cent have at least %(letters)d letters. Try at most"
        " %(most)d per cent."
    )
    return Remark(text % (told | ages), False)
