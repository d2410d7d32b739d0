"""The text for the agenda item, sentence by sentence, from frozen content (domain 2.18 and 2.3).

A sentence whose facts are missing is left out or says plainly what is missing, so that nothing has
to be mended before the text is pasted. What is missing is told beside it, as gaps.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from string import Formatter

from django.utils import translation
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy

from assessments.phases import DECISION_STATUSES, FINISHED_STATUSES, Extent
from assessments.screening import one_liner

MOST_EFFECTS = 3
"""Effects of one direction that are named; a flagged harm is always named besides."""

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
class AgendaText:
    """What is pasted into the agenda system, and what it lacks (keys of ``GAPS``)."""

    language: str
    line: Sentence | None
    sentences: tuple[Sentence, ...]
    gaps: tuple[str, ...]

    def __str__(self) -> str:
        return " ".join(str(sentence) for sentence in self.sentences)


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
    """A label of the method inside a sentence: it begins with a small letter."""
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
        if extent in (Extent.LIGHT, Extent.FULL):
            sentences = [each for part in self.parts() for each in part]
        else:
            sentences = [] if extent else list(self.missing("extent"))
        line = self.line(extent)
        if extent == Extent.NONE and line:
            sentences = [line]
        return AgendaText(
            self.content["language"], line, tuple(sentences), tuple(dict.fromkeys(self.gaps))
        )

    def parts(self) -> Iterator[Iterable[Sentence]]:
        yield self.made()
        yield self.alternatives()
        yield self.children()
        yield self.heard()
        yield self.said()
        yield self.effects()
        yield self.best()
        yield self.proposed()
        yield self.measures()
        yield self.decided_measures()
        yield self.follow_up()
        yield self.report()

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

    def missing(self, *gaps: str) -> Iterator[Sentence]:
        self.gaps.extend(gaps)
        yield from ()

    def own(self, text: str | list[str]) -> tuple[Run, ...]:
        """What people wrote, on one line and without the full stop that the sentence brings."""
        whole = " ".join(text) if isinstance(text, list) else text
        whole = " ".join(whole.split()).removesuffix(".")
        return (Run(whole, self.content["authored"]),)

    def listed(self, items: Iterable[Iterable[Run]], by: str = ", ") -> tuple[Run, ...]:
        runs: list[Run] = []
        for item in items:
            runs += [Run(by), *item] if runs else item
        return tuple(runs)

    def named(self, code: str) -> tuple[Run, ...]:
        """``VE1 Three evenings``: the code in the text's language, the name in its author's."""
        name = self.names[code]["name"]
        return (Run(f"{code} "), Run(name, self.content["authored"])) if name else (Run(code),)

    def is_finished(self) -> bool:
        return self.content["status"]["key"] in FINISHED_STATUSES

    # --- Sentences -----------------------------------------------------------------------------

    def made(self) -> Iterator[Sentence]:
        is_full = self.content["extent"]["key"] == Extent.FULL
        finished = self.content["made"]["finished"]
        if self.is_finished() and finished:
            message = (
                _("A full child impact assessment was made on {date}.")
                if is_full
                else _("A light child impact assessment was made on {date}.")
            )
            yield self.say("made", message, date=finished["text"])
            return
        if self.is_finished():
            message = (
                _("A full child impact assessment has been made.")
                if is_full
                else _("A light child impact assessment has been made.")
            )
            yield self.say("made", message)
            return
        yield from self.missing("approved")
        yield self.say(
            "made",
            _("The full child impact assessment has not been approved yet.")
            if is_full
            else _("The light child impact assessment has not been approved yet."),
        )

    def alternatives(self) -> Iterator[Sentence]:
        if len(self.names) < 2:
            yield from self.missing("alternatives")
            return
        yield self.say(
            "alternatives",
            _("It compared {alternatives}."),
            alternatives=self.listed(self.named(code) for code in self.names),
        )

    def children(self) -> Iterator[Sentence]:
        groups = self.content["groups"]
        count = groups.get("all") or COUNTS.get(groups["count"])
        labels = ", ".join(inline(each) for each in (*groups["ages"], *groups["vulnerable"]))
        yield from self.missing(*(["count"] * (not count)), *(["groups"] * (not labels)))
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

    def heard(self) -> Iterator[Sentence]:
        content = self.content
        if not content["hearings"]:
            if content["not_heard"]:
                message = _("Children were not heard in this assessment: {reason}.")
                yield self.say("heard", message, reason=self.own(content["not_heard"]))
            else:
                yield from self.missing("heard")
                yield self.say("heard", _("No hearing of children has been recorded."))
            return
        methods = dict.fromkeys(inline(row["method"]) for row in content["hearings"])
        methods = ", ".join(each for each in methods if each)
        number = content["heard"]["number"]
        if not number:
            message = (
                _("Children were heard ({methods}).") if methods else _("Children were heard.")
            )
        elif number.startswith("<"):
            number = number.removeprefix("<")
            message = (
                _("Fewer than {number} children were heard ({methods}).")
                if methods
                else _("Fewer than {number} children were heard.")
            )
        elif content["heard"]["is_more"]:
            message = (
                _("More than {number} children were heard ({methods}).")
                if methods
                else _("More than {number} children were heard.")
            )
        else:
            message = (
                _("{number} children were heard ({methods}).")
                if methods
                else _("{number} children were heard.")
            )
        yield self.say("heard", message, number=number, methods=methods)

    def said(self) -> Iterator[Sentence]:
        """Children's own words in short go to the agenda too (domain 2.14)."""
        said = self.content["recommendation"]["children_said"]
        if said:
            yield self.say(
                "said", _("What the children said in short: {said}."), said=self.own(said)
            )

    def effects(self) -> Iterator[Sentence]:
        found = {way: self.named_effects(way) for way in ("pos", "neg", "mixed", "unknown")}
        if not any(cell["direction"] for row in self.content["matrix"] for cell in row["cells"]):
            yield from self.missing("effects")
            return
        positive, negative = found["pos"], found["neg"]
        if positive and negative:
            message = _("Main positive effects on children: {positive}; negative: {negative}.")
        elif positive:
            message = _(
                "Main positive effects on children: {positive}. No negative effects were found."
            )
        elif negative:
            message = _(
                "Main negative effects on children: {negative}. No positive effects were found."
            )
        else:
            message = _("No purely positive or negative effects on children were found.")
        yield self.say("effects", message, positive=positive, negative=negative)
        if found["mixed"]:
            message = _("Effects that are both positive and negative: {effects}.")
            yield self.say("mixed", message, effects=found["mixed"])
        if found["unknown"]:
            yield self.say(
                "unknown", _("Effects that are not known: {effects}."), effects=found["unknown"]
            )

    def named_effects(self, direction: str) -> str:
        """Dimensions with the alternatives that have the effect, the largest effects first."""
        rows = []
        for row in self.content["matrix"]:
            cells = [cell for cell in row["cells"] if cell["direction"] == direction]
            if cells:
                rows.append((max(map(_size, cells)), row["label"], "", cells))
        rows.sort(key=lambda each: -each[0])
        shown = [
            each
            for place, each in enumerate(rows)
            if place < MOST_EFFECTS or any(cell["flagged"] for cell in each[3])
        ]
        if direction == "neg":
            for row in self.content["group_impacts"]:
                cells = [cell for cell in row["cells"] if cell["flagged"]]
                if cells:
                    shown.append((0, row["label"], row["group"], cells))
        items = []
        for _rank, label, group, cells in shown:
            beside = [inline(group)] if group else []
            beside += [cell["alternative"] for cell in cells]
            items.append(f"{inline(label)} ({', '.join(beside)})")
        return "; ".join(items)

    def best(self) -> Iterator[Sentence]:
        best = next((each["code"] for each in self.content["alternatives"] if each["is_best"]), "")
        key = self.content["recommendation"]["best_key"]
        if best:
            message = _("Best for children according to the assessment: {alternative}.")
            yield self.say("best", message, alternative=self.named(best))
        elif key == "equal":
            yield self.say(
                "best",
                _("According to the assessment the alternatives are equally good for children."),
            )
        elif key == "depends":
            conditions = self.content["recommendation"]["conditions"]
            message = (
                _("What is best for children depends on the conditions: {conditions}.")
                if conditions
                else _("What is best for children depends on the conditions.")
            )
            yield self.say("best", message, conditions=self.own(conditions))
        else:
            yield from self.missing("best")
            yield self.say("best", _("The assessment has no recommendation yet."))

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
        if relation == "follows":
            yield self.say("proposed", _("The proposal follows the recommendation."))
        elif relation in ("departs", "partly"):
            reason = self.content["proposed"]["reason"]
            if not reason:
                yield from self.missing("reason")
            yield self.say("proposed", _DEPARTS[relation, bool(reason)], reason=self.own(reason))
        elif self.content["status"]["key"] in DECISION_STATUSES and not relation:
            yield from self.missing("proposed")

    def measures(self) -> Iterator[Sentence]:
        """The measures of the proposed alternative, or of all where none has been proposed."""
        proposed = self.content["proposed"]["key"]
        wanted = [
            each["code"]
            for each in self.content["alternatives"]
            if not proposed or str(each["number"]) == proposed
        ]
        harms = [harm for harm in self.content["harms"] if harm["alternative"] in wanted]
        measures, without = {}, {}
        for harm in harms:
            for row in harm["measures"]:
                measures.setdefault(self.own(row["measure"]), []).append(harm["alternative"])
            if not harm["measures"]:
                group = f", {inline(harm['group'])}" if harm["group"] else ""
                label = f"{inline(harm['dimension'])} ({harm['alternative']}{group})"
                without[label] = bool(harm["no_reason"])
        if measures:
            items = [
                (*measure, Run(f" ({', '.join(dict.fromkeys(codes))})"))
                for measure, codes in measures.items()
            ]
            yield self.say(
                "measures",
                _("Harm is reduced in this way: {measures}."),
                measures=self.listed(items, "; "),
            )
        if without:
            if not all(without.values()):
                yield from self.missing("measures")
            yield self.say(
                "unmitigated",
                _("Harm for which no measure was proposed: {harms}."),
                harms="; ".join(without),
            )

    def decided_measures(self) -> Iterator[Sentence]:
        """Once the body has chosen them: which measures the decision names (domain 2.16)."""
        measures = (self.content["decision"] or {}).get("measures")
        if measures:
            yield self.say(
                "decided",
                _("Measures written into the decision: {measures}."),
                measures=self.listed((self.own(each) for each in measures), "; "),
            )

    def follow_up(self) -> Iterator[Sentence]:
        follow_up = self.content["follow_up"]
        owner = self.own(follow_up["owner"])
        days = sorted(
            (row["day"] for row in follow_up["points"]),
            key=lambda day: (not day["iso"], day["iso"]),
        )
        first = days[0]["text"] if days else ""
        has_owner = bool(follow_up["owner"])
        yield from self.missing(*(["owner"] * (not has_owner)), *(["point"] * (not first)))
        if has_owner and first:
            message = _("Follow-up: {owner}, first report {date}.")
        elif has_owner:
            message = _("Follow-up: {owner}.")
        elif first:
            message = _("First follow-up report {date}.")
        else:
            message = _("The follow-up has not been agreed on yet.")
        yield self.say("follow_up", message, owner=owner, date=first)

    def report(self) -> Iterator[Sentence]:
        if not self.address and self.is_finished():
            yield from self.missing("address")
        if self.annex and self.address:
            message = _("Report: annex {annex}, {address}.")
        elif self.annex:
            message = _("Report: annex {annex}.")
        elif self.address:
            message = _("Report: annex, {address}.")
        else:
            message = _("The report is attached.")
        yield self.say("report", message, annex=self.annex, address=self.address)

    # --- One line ------------------------------------------------------------------------------

    def line(self, extent: str) -> Sentence | None:
        """The line of domain 2.3: nothing found, or the tone of the effects."""
        screening = self.content["screening"]
        if extent == Extent.NONE:
            if not screening or not screening["day"]:
                return None
            return Sentence("line", (Run(str(one_liner(extent, screening["day"]["text"]))),))
        tone = self.tone()
        if not extent or not tone:
            return None
        return Sentence("line", (Run(str(one_liner(extent, "", tone))),))

    def tone(self) -> str:
        """What the proposed alternative does, or else all but the present state.

        Empty where every effect was found to be none: the line has no word for that.
        """
        proposed = self.content["proposed"]["key"]
        wanted = [
            each["code"]
            for each in self.content["alternatives"]
            if (str(each["number"]) == proposed if proposed else each["number"])
        ]
        found = {
            cell["direction"]
            for row in (*self.content["matrix"], *self.content["group_impacts"])
            for cell in row["cells"]
            if cell["alternative"] in wanted
        } - {""}
        if found == {"none"}:
            return ""
        if "mixed" in found or {"pos", "neg"} <= found:
            return "both"
        if "pos" in found:
            return "positive"
        return "negative" if "neg" in found else "unknown"


_DEPARTS = {
    ("departs", True): pgettext_lazy(
        "agenda", "The proposal departs from the recommendation because {reason}."
    ),
    ("departs", False): pgettext_lazy("agenda", "The proposal departs from the recommendation."),
    ("partly", True): pgettext_lazy(
        "agenda", "The proposal follows the recommendation in part because {reason}."
    ),
    ("partly", False): pgettext_lazy("agenda", "The proposal follows the recommendation in part."),
}


def _size(cell: dict) -> int:
    digits = [each for each in cell["number"] if each.isdigit()]
    return int(digits[0]) if digits else 0
