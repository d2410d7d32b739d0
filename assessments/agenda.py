"""The text for the agenda item, from frozen content (domain 2.18 and 2.3): short paragraphs and
lists under headings, as they are pasted into the agenda system.

A sentence whose facts are missing is left out or says plainly what is missing, so that nothing has
to be mended before the text is pasted. What is missing is told beside it, as gaps.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from string import Formatter

from django.utils import translation
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext, pgettext, pgettext_lazy

from assessments.phases import DECISION_STATUSES, FINISHED_STATUSES, Extent
from assessments.screening import one_liner

MOST_EFFECTS = 3
"""Effects of one direction that are named, with the number of the others; a flagged harm is always
named besides."""
MOST_THEMES = 8
"""Themes of the hearings that are named, those of most children first."""

DASH = "\N{EN DASH}"
# Words in lists begin with a small letter, except names.
NAMES = ("Sámi",)


@dataclass(frozen=True)
class Run:
    """A piece of text; ``language`` where it is another than the text's own."""

    text: str
    language: str = ""


@dataclass(frozen=True)
class Sentence:
    """One sentence of the text, by the fact that it tells."""

    key: str
    runs: tuple[Run, ...]

    def __str__(self) -> str:
        return "".join(run.text for run in self.runs)


@dataclass(frozen=True)
class Paragraph:
    """Sentences, and the list that they introduce."""

    sentences: tuple[Sentence, ...]
    items: tuple[Sentence, ...] = ()

    def __str__(self) -> str:
        whole = " ".join(str(sentence) for sentence in self.sentences)
        lines = [whole] * bool(whole) + [f"{DASH} {item}" for item in self.items]
        return "\n".join(lines)


@dataclass(frozen=True)
class Block:
    """Paragraphs under one heading; the line of a matter without effects has none."""

    heading: str
    paragraphs: tuple[Paragraph, ...]

    def __str__(self) -> str:
        return "\n".join([self.heading] * bool(self.heading) + [str(p) for p in self.paragraphs])


@dataclass(frozen=True)
class AgendaText:
    """What is pasted into the agenda system, and what it lacks (keys of ``GAPS``)."""

    language: str
    line: Sentence | None
    blocks: tuple[Block, ...]
    gaps: tuple[str, ...]

    def __str__(self) -> str:
        return "\n\n".join(str(block) for block in self.blocks)


@dataclass(frozen=True)
class Gap:
    """One missing fact: in words, and the part and the field where it is written."""

    part: str
    anchor: str
    text: str


GAPS: dict[str, Gap] = {
    "extent": Gap("scr", "extent", gettext_lazy("The extent has not been confirmed.")),
    "approved": Gap("review", "", gettext_lazy("The assessment has not been approved.")),
    "alternatives": Gap(
        "alt", "", gettext_lazy("There is no alternative beside the present state.")
    ),
    "count": Gap(
        "scr", "id_scr.count", gettext_lazy("The number of children has not been estimated.")
    ),
    "groups": Gap("grp", "id_grp.age", gettext_lazy("The groups of children are missing.")),
    "heard": Gap("hre", "", gettext_lazy("No hearing, and no reason why there was none.")),
    "effects": Gap("imp", "", gettext_lazy("No impacts have been recorded.")),
    "best": Gap("rec", "id_rec.best", gettext_lazy("The recommendation is missing.")),
    "proposed": Gap(
        "dec",
        "id_dec.proposal_alt",
        gettext_lazy("The alternative that the presenting official proposes is missing."),
    ),
    "reason": Gap(
        "dec",
        "id_dec.reason",
        gettext_lazy("The reason for departing from the recommendation is missing."),
    ),
    "measures": Gap("mit", "", gettext_lazy("There is a harm without a measure.")),
    "owner": Gap("fup", "id_fup.owner", gettext_lazy("Nobody is responsible for the follow-up.")),
    "point": Gap("fup", "", gettext_lazy("There is no dated follow-up point.")),
    "line": Gap(
        "rec",
        "id_rec.best",
        gettext_lazy(
            "There is no one-line text: no alternative has been proposed or recommended, or no"
            " effects of it have been found."
        ),
    ),
    "in_fi": Gap(
        "",
        "",
        gettext_lazy(
            "Names and texts that people wrote are in Finnish: translate them in the text in the"
            " other language before you paste it."
        ),
    ),
    "in_sv": Gap(
        "",
        "",
        gettext_lazy(
            "Names and texts that people wrote are in Swedish: translate them in the text in the"
            " other language before you paste it."
        ),
    ),
    "address": Gap(
        "publication",
        "",
        gettext_lazy("The assessment has not been published: the text has no address."),
    ),
}

COUNTS = {
    "<10": pgettext_lazy("number of children", "fewer than 10"),
    "10-49": pgettext_lazy("number of children", "10–49"),
    "50-249": pgettext_lazy("number of children", "50–249"),
    "250+": pgettext_lazy("number of children", "at least 250"),
}
"""The answers of ``scr.count`` inside a sentence."""


def compose(content: dict, *, address: str = "", annex: str = "") -> AgendaText:
    """The text in the content's language. ``address``: where the public reads the assessment."""
    with translation.override(content["language"]):
        return _Composing(content, address, annex).text()


def inline(label: str) -> str:
    """A label of the method inside a sentence: a small letter, and no explanation in brackets or
    after a colon that could stand within another."""
    label = re.sub(r"\s*\([^)]*\)|:.*", "", label)
    if label.startswith(NAMES) or label[1:2].isupper():
        return label
    return label[:1].lower() + label[1:]


class _Composing:
    """One text being put together. Runs with the content's language active."""

    def __init__(self, content: dict, address: str, annex: str):
        self.content = content
        self.address = address
        self.annex = annex
        self.gaps: list[str] = []
        self.names = {each["code"]: each for each in content["alternatives"]}

    def text(self) -> AgendaText:
        extent = self.content["extent"]["key"]
        line = self.line(extent)
        blocks = []
        if extent in (Extent.LIGHT, Extent.FULL):
            blocks = [Block(str(heading), tuple(told(self))) for heading, told in BLOCKS]
            blocks = [each for each in blocks if each.paragraphs]
        elif not extent:
            self.gaps.append("extent")
        elif line:
            blocks = [Block("", (Paragraph((line,)),))]
        language = self.content["language"]
        return AgendaText(language, line, tuple(blocks), tuple(dict.fromkeys(self.gaps)))

    # --- Pieces --------------------------------------------------------------------------------

    def say(self, key: str, message: str, **values: str | tuple[Run, ...]) -> Sentence:
        """``message`` with its places filled; the values are never read as messages themselves."""
        runs: list[Run] = []
        for literal, field, _spec, _conversion in Formatter().parse(str(message)):
            if literal:
                runs.append(Run(literal))
            if field:
                value = values[field]
                runs.extend((Run(value),) if isinstance(value, str) else value)
        return Sentence(key, tuple(runs))

    def missing(self, *gaps: str) -> None:
        self.gaps.extend(gaps)

    def items(self, key: str, rows: Iterable[tuple[Run, ...]]) -> tuple[Sentence, ...]:
        return tuple(Sentence(key, runs) for runs in rows)

    def own(self, text: str | list[str]) -> tuple[Run, ...]:
        """What people wrote, on one line and without the full stop that the sentence brings."""
        whole = " ".join(text) if isinstance(text, list) else text
        whole = " ".join(whole.split()).removesuffix(".")
        return (self.written(whole),)

    def named(self, code: str) -> tuple[Run, ...]:
        """``VE1 Three evenings``: the code in the text's language, the name in its author's."""
        name = self.names[code]["name"]
        return (Run(f"{code} "), self.written(name)) if name else (Run(code),)

    def written(self, text: str) -> Run:
        """What people wrote, in their language; in another text it waits for a translation."""
        authored = self.content["authored"]
        if authored and text:
            self.missing(f"in_{authored}")
        return Run(text, authored)

    def is_finished(self) -> bool:
        return self.content["status"]["key"] in FINISHED_STATUSES

    # --- The assessment --------------------------------------------------------------------------

    def assessment(self) -> Iterator[Paragraph]:
        yield Paragraph((self.made(), *self.children()))
        if len(self.names) < 2:
            self.missing("alternatives")
            return
        yield Paragraph(
            (self.say("alternatives", _("The assessment compared these alternatives:")),),
            self.items("alternative", (self.named(code) for code in self.names)),
        )

    def made(self) -> Sentence:
        is_full = self.content["extent"]["key"] == Extent.FULL
        finished = self.content["made"]["finished"]
        if self.is_finished() and finished:
            message = (
                _("A full child impact assessment was made on {date}.")
                if is_full
                else _("A light child impact assessment was made on {date}.")
            )
            return self.say("made", message, date=finished["text"])
        if self.is_finished():
            message = (
                _("A full child impact assessment has been made.")
                if is_full
                else _("A light child impact assessment has been made.")
            )
            return self.say("made", message)
        self.missing("approved")
        message = (
            _("The full child impact assessment has not been approved yet.")
            if is_full
            else _("The light child impact assessment has not been approved yet.")
        )
        return self.say("made", message)

    def children(self) -> Iterator[Sentence]:
        groups = self.content["groups"]
        count = groups.get("all") or COUNTS.get(groups["count"])
        labels = ", ".join(inline(each) for each in (*groups["ages"], *groups["vulnerable"]))
        self.missing(*(["count"] * (not count)), *(["groups"] * (not labels)))
        if count and labels:
            message = _("The decision concerns about {count} children, especially {groups}.")
        elif count:
            message = _("The decision concerns about {count} children.")
        elif labels:
            message = _(
                "The decision concerns especially {groups}. The number of children has not been"
                " estimated."
            )
        else:
            return
        yield self.say("children", message, count=str(count or ""), groups=labels)

    # --- What the children said ------------------------------------------------------------------

    def views(self) -> Iterator[Paragraph]:
        """What children said goes to the agenda too (domain 2.14), in words and by themes."""
        yield Paragraph((self.heard(),))
        said = self.content["recommendation"]["children_said"]
        if said:
            yield Paragraph((self.say("said", "{said}.", said=self.own(said)),))
        themes = self.themes()
        if themes:
            message = _("Themes that came up most in the hearings:")
            yield Paragraph((self.say("themes", message),), self.items("theme", themes))

    def heard(self) -> Sentence:
        content = self.content
        if not content["hearings"]:
            if content["not_heard"]:
                message = _("Children were not heard in this assessment: {reason}.")
                return self.say("heard", message, reason=self.own(content["not_heard"]))
            self.missing("heard")
            return self.say("heard", _("No hearing of children has been recorded."))
        methods = dict.fromkeys(inline(row["method"]) for row in content["hearings"])
        methods = ", ".join(each for each in methods if each)
        number = content["heard"]["number"]
        kind = "none" if not number else "exact"
        if number.startswith("<"):
            kind = "fewer"
        elif content["heard"]["is_more"]:
            kind = "more"
        message = _HEARD[kind, bool(methods)]
        return self.say("heard", message, number=number.removeprefix("<"), methods=methods)

    def themes(self) -> list[tuple[Run, ...]]:
        """The themes of all hearings, with as many children as readers may know of.

        A theme of several hearings has a number only where every one of its numbers is shown.
        """
        found: dict[str, dict] = {}
        for hearing in self.content["hearings"]:
            for row in hearing.get("themes", ()):
                name = row["theme"].removesuffix(".") or " ".join(row["summary"]).removesuffix(".")
                theme = found.setdefault(name.casefold(), {"name": name, "counts": []})
                theme["counts"].append((row["count"], _number(hearing["number"])))
        told = [(self.how_many(each["counts"]), each["name"]) for each in found.values()]
        told.sort(key=lambda each: -each[0][0])
        return [
            (self.written(name), *([Run(f": {words}")] if words else []))
            for (_rank, words), name in told[:MOST_THEMES]
        ]

    def how_many(self, counts: list[tuple[str, int]]) -> tuple[int, str]:
        """Where a theme stands in the list, and its number in words."""
        numbers = [_number(count) if count[:1].isdigit() else None for count, _whole in counts]
        if None not in numbers:
            return sum(numbers), _("{number} children").format(number=sum(numbers))
        rank = sum(
            whole if number is None and count[:1] not in ("", "<") else number or 0
            for number, (count, whole) in zip(numbers, counts, strict=True)
        )
        if len(counts) > 1 or not counts[0][0]:
            return rank, ""
        count = counts[0][0]
        if not count.startswith("<"):
            return rank, count
        return rank, _("fewer than {number} children").format(number=count.removeprefix("<"))

    # --- Effects ---------------------------------------------------------------------------------

    def effects(self) -> Iterator[Paragraph]:
        """A line for each alternative: what it does to children, the largest effects first."""
        if not any(cell["direction"] for row in self.content["matrix"] for cell in row["cells"]):
            self.missing("effects")
            return
        lines = []
        for code in self.names:
            told = [
                self.say(way, f" {message}", effects=effects)
                for way, message in _EFFECTS.items()
                if (effects := self.named_effects(way, code))
            ]
            harms = self.flagged(code)
            if harms:
                message = _("Notable harm: {harms}.")
                told.append(self.say("flagged", f" {message}", harms=harms))
            runs = [run for sentence in told for run in sentence.runs]
            if not runs:
                runs = [Run(" "), Run(_("No effects on children were found."))]
            lines.append((Run(f"{code}."), *runs))
        yield Paragraph((), self.items("effects", lines))

    def named_effects(self, direction: str, code: str) -> str:
        """The dimensions in which an alternative has such an effect on all children concerned."""
        rows = [
            (_size(cell), row["label"])
            for row in self.content["matrix"]
            for cell in row["cells"]
            if cell["alternative"] == code and cell["direction"] == direction
        ]
        rows.sort(key=lambda each: -each[0])
        named = "; ".join(inline(label) for _size, label in rows[:MOST_EFFECTS])
        others = len(rows) - MOST_EFFECTS
        if others < 1:
            return named
        message = ngettext("{effects} and {number} other", "{effects} and {number} others", others)
        return message.format(effects=named, number=others)

    def flagged(self, code: str) -> str:
        """Every harm that no sum may hide, by dimension, with the groups that it touches."""
        found: dict[str, list[str]] = {}
        for row in (*self.content["matrix"], *self.content["group_impacts"]):
            for cell in row["cells"]:
                if cell["alternative"] == code and cell["flagged"]:
                    group = inline(row.get("group", "")) or _("all children concerned")
                    found.setdefault(inline(row["label"]), []).append(group)
        return "; ".join(", ".join((label, *groups)) for label, groups in found.items())

    # --- Recommendation and proposal -------------------------------------------------------------

    def recommendation(self) -> Iterator[Paragraph]:
        yield Paragraph((self.best(),))
        proposed = tuple(self.proposed())
        if proposed:
            yield Paragraph(proposed)

    def best(self) -> Sentence:
        best = next((each["code"] for each in self.content["alternatives"] if each["is_best"]), "")
        key = self.content["recommendation"]["best_key"]
        if best:
            message = _("Best for children according to the assessment: {alternative}.")
            return self.say("best", message, alternative=self.named(best))
        if key == "equal":
            return self.say(
                "best",
                _("According to the assessment the alternatives are equally good for children."),
            )
        if key == "depends":
            conditions = self.content["recommendation"]["conditions"]
            message = (
                _("What is best for children depends on the conditions: {conditions}.")
                if conditions
                else _("What is best for children depends on the conditions.")
            )
            return self.say("best", message, conditions=self.own(conditions))
        self.missing("best")
        return self.say("best", _("The assessment has no recommendation yet."))

    def relation(self) -> str:
        """How the proposal relates to the recommendation; empty where nobody has told it."""
        decision = self.content["decision"]
        told = decision["relation"]["key"] if decision else ""
        proposed = self.content["proposed"]["key"]
        best = self.content["recommendation"]["best_key"]
        if not proposed or not any(each["is_best"] for each in self.content["alternatives"]):
            return told
        if proposed == best:
            return "follows"
        return "partly" if told == "partly" else "departs"

    def proposed(self) -> Iterator[Sentence]:
        relation = self.relation()
        if relation in _RELATIONS:
            yield self.say("proposed", _RELATIONS[relation])
        elif self.content["status"]["key"] in DECISION_STATUSES and not relation:
            self.missing("proposed")
        if relation in ("departs", "partly"):
            reason = self.content["proposed"]["reason"]
            if reason:
                yield self.say("reason", _("Reasons: {reason}."), reason=self.own(reason))
            else:
                self.missing("reason")

    # --- Measures --------------------------------------------------------------------------------

    def measures(self) -> Iterator[Paragraph]:
        """What the decision names (domain 2.16), then what else was proposed: of the proposed
        alternative, or of all where none has been proposed."""
        proposed = self.content["proposed"]["key"]
        wanted = [
            each["code"]
            for each in self.content["alternatives"]
            if not proposed or str(each["number"]) == proposed
        ]
        decided = [self.own(each) for each in (self.content["decision"] or {}).get("measures", ())]
        measures: dict[tuple[Run, ...], list[str]] = {}
        without = {}
        for harm in self.content["harms"]:
            if harm["alternative"] not in wanted:
                continue
            for row in harm["measures"]:
                measures.setdefault(self.own(row["measure"]), []).append(harm["alternative"])
            if not harm["measures"]:
                group = f", {inline(harm['group'])}" if harm["group"] else ""
                label = f"{harm['alternative']}: {inline(harm['dimension'])}{group}"
                without[label] = bool(harm["no_reason"])
        if not all(without.values()):
            self.missing("measures")
        others = [
            measure
            if len(wanted) == 1
            else (*measure, Run(f" ({', '.join(dict.fromkeys(codes))})"))
            for measure, codes in measures.items()
            if measure not in decided
        ]
        intro = (
            _("Other proposed measures that reduce harm:")
            if decided
            else _("Harm is reduced in this way:")
        )
        yield from self.list("decided", _("Measures written into the decision:"), decided)
        yield from self.list("measures", intro, others)
        message = _("Harm for which no measure was proposed:")
        yield from self.list("unmitigated", message, [(Run(each),) for each in without])

    def list(self, key: str, message: str, rows: list[tuple[Run, ...]]) -> Iterator[Paragraph]:
        if rows:
            yield Paragraph((self.say(key, message),), self.items(key, rows))

    # --- Follow-up and report --------------------------------------------------------------------

    def follow_up(self) -> Iterator[Paragraph]:
        follow_up = self.content["follow_up"]
        owner = self.own(follow_up["owner"])
        days = sorted(
            (row["day"] for row in follow_up["points"]),
            key=lambda day: (not day["iso"], day["iso"]),
        )
        first = days[0]["text"] if days else ""
        told = []
        if follow_up["owner"]:
            message = _("Responsible for the follow-up: {owner}.")
            told.append(self.say("owner", message, owner=owner))
        else:
            self.missing("owner")
        if first:
            told.append(self.say("point", _("First follow-up report {date}."), date=first))
        else:
            self.missing("point")
        if not told:
            told.append(self.say("follow_up", _("The follow-up has not been agreed on yet.")))
        yield Paragraph((*told, self.report()))

    def report(self) -> Sentence:
        if not self.address and self.is_finished():
            self.missing("address")
        if self.annex and self.address:
            message = _("Report: annex {annex}, {address}.")
        elif self.annex:
            message = _("Report: annex {annex}.")
        elif self.address:
            message = _("Report: annex, {address}.")
        else:
            message = _("The report is attached.")
        return self.say("report", message, annex=self.annex, address=self.address)

    # --- One line ------------------------------------------------------------------------------

    def line(self, extent: str) -> Sentence | None:
        """The line of domain 2.3: nothing found, or the tone of the effects of one alternative, the
        proposed one or else the recommended one."""
        screening = self.content["screening"]
        if extent == Extent.NONE:
            if not screening or not screening["day"]:
                return None
            return Sentence("line", (Run(str(one_liner(extent, screening["day"]["text"]))),))
        if not extent:
            return None
        proposed = self.content["proposed"]["key"]
        subject = (
            pgettext("agenda", "proposal {code}")
            if proposed
            else pgettext("agenda", "recommended {code}")
        )
        key = proposed or self.content["recommendation"]["best_key"]
        codes = (each["code"] for each in self.names.values() if str(each["number"]) == key)
        code = next(codes, "")
        tone = self.tone(code)
        if not tone:
            self.missing("line")
            return None
        line = one_liner(extent, "", tone, subject.format(code=code))
        return Sentence("line", (Run(str(line)),))

    def tone(self, code: str) -> str:
        """What one alternative does to children.

        Empty where nothing has been told or every effect was found to be none: the line has no
        word for that.
        """
        found = {
            cell["direction"]
            for row in (*self.content["matrix"], *self.content["group_impacts"])
            for cell in row["cells"]
            if cell["alternative"] == code
        } - {"", "none"}
        if not found:
            return ""
        if "mixed" in found or {"pos", "neg"} <= found:
            return "both"
        if "pos" in found:
            return "positive"
        return "negative" if "neg" in found else "unknown"


BLOCKS = (
    (gettext_lazy("Child impact assessment"), _Composing.assessment),
    (gettext_lazy("What the children said"), _Composing.views),
    (pgettext_lazy("agenda", "Main effects on children"), _Composing.effects),
    (pgettext_lazy("agenda", "Recommendation and proposal"), _Composing.recommendation),
    (pgettext_lazy("agenda", "Measures that reduce harm"), _Composing.measures),
    (pgettext_lazy("agenda", "Follow-up and report"), _Composing.follow_up),
)
"""The text in its order: headings, and what stands below them."""

_RELATIONS = {
    "follows": gettext_lazy("The proposal follows the recommendation."),
    "departs": pgettext_lazy("agenda", "The proposal departs from the recommendation."),
    "partly": pgettext_lazy("agenda", "The proposal follows the recommendation in part."),
}
_EFFECTS = {
    "pos": pgettext_lazy("agenda", "Positive: {effects}."),
    "neg": pgettext_lazy("agenda", "Negative: {effects}."),
    "mixed": pgettext_lazy("agenda", "Both positive and negative: {effects}."),
    "unknown": pgettext_lazy("agenda", "Not known: {effects}."),
}
# Whether a number may be told, and whether the methods are known.
_HEARD = {
    ("none", True): gettext_lazy("Children were heard ({methods})."),
    ("none", False): gettext_lazy("Children were heard."),
    ("fewer", True): gettext_lazy("Fewer than {number} children were heard ({methods})."),
    ("fewer", False): gettext_lazy("Fewer than {number} children were heard."),
    ("more", True): gettext_lazy("More than {number} children were heard ({methods})."),
    ("more", False): gettext_lazy("More than {number} children were heard."),
    ("exact", True): gettext_lazy("{number} children were heard ({methods})."),
    ("exact", False): gettext_lazy("{number} children were heard."),
}


def _number(text: str) -> int:
    """A number as it was written for reading, with its thousands apart; 0 where it is masked."""
    digits = "".join(each for each in text if each.isdigit())
    return int(digits) if digits and text[0].isdigit() else 0


def _size(cell: dict) -> int:
    digits = [each for each in cell["number"] if each.isdigit()]
    return int(digits[0]) if digits else 0
