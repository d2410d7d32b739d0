"""Balance of the sources of knowledge: from how many sides a matter is known (domain 2.6)."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.translation import pgettext_lazy

CLASS_OF = {
    "children": "A",
    "guardians": "B",
    "staff": "C",
    "stats": "D",
    "research": "E",
    "peer": "E",
    "env": "F",
    "initiative": "G",
}
"""The class of each kind of source (``dat.items``, column type)."""

CLASSES = {
    "A": pgettext_lazy("source class", "Children themselves"),
    "B": pgettext_lazy("source class", "Guardians and families"),
    "C": pgettext_lazy("source class", "Professionals"),
    "D": pgettext_lazy("source class", "Statistics and registers"),
    "E": pgettext_lazy("source class", "Research and the experience of other municipalities"),
    "F": pgettext_lazy("source class", "Measurements and map data"),
    "G": pgettext_lazy("source class", "Initiatives and feedback"),
}
CHILDREN = "A"
FACTS = frozenset("DEF")
OTHERS_NEEDED = 2
REPRESENTATIVES = frozenset({"youthcouncil", "pupilboard"})
"""Hearings by these methods alone do not stand for the children concerned (domain 2.6, 2.7)."""


@dataclass(frozen=True, slots=True)
class Balance:
    """Which classes are known, and whether the rule of the full assessment holds."""

    classes: frozenset[str]
    only_representatives: bool
    has_reason: bool
    # Groups concerned whom no hearing has reached, where the hearings tell their groups.
    not_heard: tuple[str, ...] = ()

    @property
    def others(self) -> frozenset[str]:
        return self.classes - {CHILDREN}

    @property
    def lacks_children(self) -> bool:
        return CHILDREN not in self.classes

    @property
    def lacks_others(self) -> bool:
        return len(self.others) < OTHERS_NEEDED

    @property
    def lacks_facts(self) -> bool:
        return not self.others & FACTS

    @property
    def light(self) -> str:
        """Green: the rule holds. Yellow: it holds with a reservation. Red: something is missing."""
        if self.lacks_others or self.lacks_facts or (self.lacks_children and not self.has_reason):
            return "red"
        reserved = self.lacks_children or self.only_representatives or self.not_heard
        return "yellow" if reserved else "green"


def balance(
    types: Iterable[str],
    methods: Iterable[str],
    *,
    has_reason: bool,
    not_heard: Iterable[str] = (),
) -> Balance:
    """The balance of sources of these ``types`` and of hearings by these ``methods``.

    However many sources of a class there are, they are one class; so are the councils of youth and
    pupils.
    """
    types, methods = set(types), set(methods)
    classes = {CLASS_OF[each] for each in types if each in CLASS_OF}
    if methods:
        classes.add(CHILDREN)
    only = bool(methods) and methods <= REPRESENTATIVES and "children" not in types
    return Balance(frozenset(classes), only, has_reason, tuple(not_heard))
