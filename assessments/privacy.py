"""Looks for personal data that slipped into free text, before it is saved and before it is shown.

Identity numbers are told by their check character and refused; everything else only warns, because
a person decides. No list of names is used: a name is told by the shape of a surname or by what
stands around it (a class, an age, the word for a pupil), so that a school named after somebody, a
place or a sentence beginning is left alone. The rules miss some names: readers look as well.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from assessments.questions.letters import LETTER_KEY

IDENTITY, EMAIL, PHONE, NAME = "identity", "email", "phone", "name"
KINDS = {
    IDENTITY: gettext_lazy("a personal identity number"),
    PHONE: gettext_lazy("a telephone number"),
    EMAIL: gettext_lazy("an e-mail address"),
    NAME: gettext_lazy("a person's name"),
}
AROUND = 24
"""Characters shown on each side of a marked place."""


@dataclass(frozen=True, slots=True)
class Finding:
    """One place that looks like personal data."""

    kind: str
    text: str
    start: int
    # Some words on each side, for a reader to find the place.
    before: str = ""
    after: str = ""

    @property
    def words(self) -> str:
        """What it looks like, for the line above the place."""
        return _("Looks like %(kind)s:") % {"kind": KINDS[self.kind]}

    @property
    def place(self) -> str:
        """The place with the words around it."""
        return f"{self.before}{self.text}{self.after}"

    def as_json(self) -> dict[str, str]:
        """For the script of a page, which marks the place in the same words."""
        return {
            "words": self.words,
            "before": self.before,
            "text": self.text,
            "after": self.after,
        }


def scan(text: str, kinds: frozenset[str] = frozenset(KINDS)) -> list[Finding]:
    """Everything in ``text`` that looks like personal data of these ``kinds``, in their order.

    A place counts once: the end of an identity number is not also a telephone number.
    """
    found: list[tuple[str, int, int]] = []
    for kind, find in _FINDERS.items():
        for start, end in find(text) if kind in kinds else ():
            if all(end <= first or start >= last for _kind, first, last in found):
                found.append((kind, start, end))
    return [_finding(kind, text, start, end) for kind, start, end in found]


def refuse(text: str) -> None:
    """Raise ``ValidationError`` with the marked place when the text has an identity number."""
    for found in scan(text, frozenset({IDENTITY})):
        raise ValidationError(
            _("A personal identity number is never written here. Remove it: “%(place)s”")
            % {"place": found.place},
            code="identity",
        )


def _finding(kind: str, text: str, start: int, end: int) -> Finding:
    before = " ".join(text[max(0, start - AROUND) : start].split("\n")[-1:])
    after = text[end : end + AROUND].split("\n")[0]
    return Finding(
        kind,
        text[start:end],
        start,
        ("…" if start > AROUND else "") + before.lstrip(),
        after.rstrip() + ("…" if len(text) > end + AROUND else ""),
    )


# --- Identity numbers ---------------------------------------------------------------------------

# Decree 128/2010 as amended by 690/2022: day, month, year, century sign, individual number, check
# character. A hyphen may have been made a longer dash by the program it was copied from.
_IDENTITY = re.compile(
    r"(?<!\w)(\d{2})(\d{2})(\d{2})([-–−+ABCDEFUVWXY])(\d{3})([0-9A-FHJ-NPR-Y])(?!\w)",
    re.IGNORECASE,
)
_CHECK = "0123456789ABCDEFHJKLMNPRSTUVWXY"
_CENTURY = {"+": 1800} | dict.fromkeys("-–−UVWXY", 1900) | dict.fromkeys("ABCDEF", 2000)


def _identities(text: str) -> Iterator[tuple[int, int]]:
    for match in _IDENTITY.finditer(text):
        day, month, year, sign, number, check = match.groups()
        rest = int(day + month + year + number) % 31
        if _CHECK[rest] != check.upper():
            continue
        try:
            date(_CENTURY[sign.upper()] + int(year), int(month), int(day))
        except ValueError:
            continue
        yield match.span()


# --- Addresses and telephone numbers ------------------------------------------------------------

_EMAIL = re.compile(r"(?<![\w.+-])[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
# +358 or a leading zero, then six to eleven digits in groups; years, amounts and § are shorter.
_PHONE = re.compile(r"(?<![\w.,/-])(?<!\d )(?:\+\d{2,3}|\(?0\d{1,3}\)?)(?:[ -]?\d){5,11}(?![\w/])")


def _emails(text: str) -> Iterator[tuple[int, int]]:
    for match in _EMAIL.finditer(text) if "@" in text else ():
        yield match.span()


def _phones(text: str) -> Iterator[tuple[int, int]]:
    for match in _PHONE.finditer(text):
        if sum(each.isdigit() for each in match[0]) >= 7:
            yield match.start(), match.start() + len(match[0].rstrip())


# --- Names --------------------------------------------------------------------------------------

_UPPER = "A-ZÅÄÖÉÜŠŽ"
_LOWER = "a-zåäöéèüáàíóøæšžß"
_WORD = rf"[{_UPPER}][{_LOWER}]+(?:-[{_UPPER}][{_LOWER}]+)?"
# How surnames end: Finnish ones in the nominative and the cases that a text uses most, which are
# also names of places, and Swedish ones with or without the genitive.
_FINNISH = re.compile(
    r"(?:nen|sen|selle|sella|selta|sesta|sessa|seen|[aeiouyäö]l[aä]"
    r"|(?:m[äa]ki|niemi|lahti|koski|järvi|saari|vaara|ranta|kangas|korpi|salmi|harju|virta|nurmi|aho"
    r"|salo|laine|lehto|aalto|rinne|kallio|laakso|viita|luoto|halme|isto|istö|aro)n?)$",
    re.IGNORECASE,
)
_SWEDISH = re.compile(
    r"(?:son|str[öo]m|berg|lund|[qk]vist|blom|holm|gren|dahl|b[äa]ck|fors|lind|roos|strand|stedt"
    r"|nius|sj[öo]|man|lin|falk|ell|én|feldt?)s?$"
)
# Adjectives and other words that are written large and end like a surname.
_NOT_SURNAME = re.compile(
    r"(?:llinen|punainen|sininen|pohjoinen|eteläinen|itäinen|läntinen|ruotsalainen|suomalainen"
    r"|kansainvälinen|keskinen|yhteinen|person|säsong|skola|ledamot|talman|rådman|tjänsteman)$",
    re.IGNORECASE,
)
# Sentence beginnings, directions and kinds of places: no given names.
_NOT_GIVEN = frozenset(
    """
    ja jos kun koska kuin että myös mutta vain nyt siksi sitten lisäksi vaikka missä mitä miksi
    miten tämä se ne nämä kaikki moni monet osa yksi kaksi kolme uusi vanha iso pieni pikku suur
    etelä pohjois pohjoinen itä länsi keski ala ylä kunta kaupunki koulu päiväkoti lukio seurakunta
    kylä vaihtoehto liite luokka ryhmä kohta tila rakennus talo yhtiö oy
    och om när eftersom men också då nu norra södra östra västra stora lilla gamla nya sankt skola
    skolan kommun kommunen staden byn alternativ bilaga klass grupp gruppen punkt hus vid från till
    hos för i på kvarter
    the and if when because but also option annex group class new old north south east west school
    municipality alternative room grade
    """.split()  # noqa: SIM905
)
# A Finnish genitive ("Suomen", "Helsingin") stands before a noun; these given names end like one.
_GENITIVE = re.compile(r"(?<!ia)(?<!bi)(?<!vi)(?<![jJ]a)(?<!oha)(?<!efa)(?<!ari)(?<!ali)n$")
# A school, street or foundation named after somebody.
_PLACE_AFTER = re.compile(
    r"[ -](?:koulu|päiväko|esikoulu|lukio|yläkoulu|alakoulu|opisto|instituut|katu|kadu|tie\b|tien\b"
    r"|puisto|talo|säätiö|seura|kirjasto|museo|aukio|tori|halli|raha|skola|gymnas|daghem|gata|väg"
    r"|park|stiftelse|bibliotek|institut|hus|school|street|road|foundation|library)",
    re.IGNORECASE,
)
_NAME = re.compile(rf"(?<![\w.@-]){_WORD}(?![\w@])")
_SECOND = re.compile(rf" ({_WORD})(?![\w@])")
# "Emma K. sanoi": a given name and the initial of a surname.
_INITIAL = re.compile(rf" [{_UPPER}]\.(?=\s+[{_LOWER}]|\s*$)")

_AGE = r"\d{1,2} ?(?:v\b\.?(?! sitten)|-?vuotia|år\b(?! sedan)|-?årig|years? old|-year-old)"
_CLASS = (
    r"[1-9] ?[A-Fa-f]\b(?!\.)|[1-9]\. ?(?:lk\b|luok)"
    r"|(?:åk|årskurs|klass|luokalta|luokka|class|grade) ?[1-9][A-Fa-f]?\b"
)
# "Emma, 9 v" and "Emma (3B)" anywhere; "Emma 9-vuotias" not where a sentence begins.
_AFTER = re.compile(rf"(?:, | ?\()(?:{_AGE}|{_CLASS})")
_RIGHT_AFTER = re.compile(rf" (?:{_AGE}|[1-9] ?[A-F]\b(?!\.))")
_INSIDE = re.compile(rf"[{_LOWER}0-9,;:] $")
# "3B:n Emma", "4b-luokan Elias"; "oppilas Matti", "flickan Anna", "nimeltä Emma".
_BEFORE = re.compile(
    r"(?<!\w)(?:[1-9] ?[A-Fa-f](?::n|:s|-luokan|-luokkalainen|s)?"
    r"|oppila(?:s|an|alle|alta|alla)|nimeltä(?:än)?|nimi on|tyttö|tytön|tytölle|poika|pojan|pojalle"
    r"|pikkuveli|pikkusisko|isoveli|isosisko|elev(?:en)?|flickan?|pojken?|vid namn|heter"
    r"|lillebror|lillasyster|named|pupil) $"
)
BEFORE = 24
# Where somebody is or comes from ("poika Raahesta"), or what belongs to a place ("Hakalahden").
_NOT_CHILD = re.compile(
    r"(?<=\w{4})(?:st[aä]|ss[aä]|ll[aä]|lt[aä]|lle|een|iin|den|gen|skolan?|koulun?)$"
)


def _names(text: str) -> Iterator[tuple[int, int]]:
    ended = 0
    for word in _NAME.finditer(text):
        if word.start() < ended:
            continue
        end = _full_name(text, word) or _child(text, word)
        if end:
            ended = end
            yield word.start(), end


def _full_name(text: str, word: re.Match) -> int:
    """Where a given name with a surname or its initial ends; nought when it is none."""
    if (second := _SECOND.match(text, word.end())) and _is_full_name(word[0], second[1]):
        return 0 if _PLACE_AFTER.match(text, second.end()) else second.end()
    if (initial := _INITIAL.match(text, word.end())) and _is_given(word[0]):
        return initial.end()
    return 0


def _child(text: str, word: re.Match) -> int:
    """Where the name of a child ends, told by the class, the age or the pupil beside it."""
    before = text[max(0, word.start() - BEFORE) : word.start()]
    told = (
        _BEFORE.search(before)
        or _AFTER.match(text, word.end())
        or (_RIGHT_AFTER.match(text, word.end()) and _INSIDE.search(before))
    )
    if (
        not told
        or not _is_given(word[0])
        or _NOT_CHILD.search(word[0])
        or _PLACE_AFTER.match(text, word.end())
    ):
        return 0
    return word.end()


def _is_given(word: str) -> bool:
    return word.casefold() not in _NOT_GIVEN


def _is_full_name(given: str, surname: str) -> bool:
    if len(surname) < 3 or not _is_given(given) or _NOT_SURNAME.search(surname):
        return False
    if len(surname) > 3 and _SWEDISH.search(surname):
        return True
    return bool(_FINNISH.search(surname)) and not _GENITIVE.search(given)


_FINDERS = {IDENTITY: _identities, EMAIL: _emails, PHONE: _phones, NAME: _names}


# --- Which fields are looked at -----------------------------------------------------------------

# Meant to be an address that people write or call to.
CONTACTS = frozenset({"pub.contact", "pub.notice", "cfs.ask", "notice.text"})
# Officials who answer for something, authors and bodies: names that belong there.
OFFICIALS = frozenset(
    {
        "correctiveaction.owner",
        "dat.research",
        "evidence.finding",
        "evidence.title",
        "followupindicator.source",
        "followuppoint.who",
        "fup.owner",
        "groupsize.source",
        "mitigation.owner",
        "statement.name",
        "teammember.name",
        "teammember.role",
        "teammember.task",
        "worktask.who",
    }
)


def field_of(slot: str) -> str:
    """``hearing.said`` of ``hearing:12:said``, ``rec.summary`` of ``answer:rec.summary``."""
    kind, _colon, rest = slot.partition(":")
    return rest if kind == "answer" else f"{kind}.{rest.rpartition(':')[2]}"


def looked_for(slot: str) -> frozenset[str]:
    """What a field must not hold without a person having looked at it."""
    name = field_of(slot)
    if name in CONTACTS or name.endswith(".url") or LETTER_KEY.fullmatch(name):
        return frozenset({IDENTITY})
    if name in OFFICIALS:
        return frozenset({IDENTITY, EMAIL, PHONE})
    return frozenset(KINDS)


def warnings(slot: str, value: object) -> list[Finding]:
    """The marked places of a value that may be saved, but must be looked at."""
    if not isinstance(value, str) or not value:
        return []
    return scan(value, looked_for(slot) - {IDENTITY})
