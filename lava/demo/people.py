"""Invented places and people of the demonstration. Nobody here exists."""

from __future__ import annotations

from dataclasses import dataclass

from municipalities.models.register import DecisionBody, LanguageStatus, MunicipalityGroup
from municipalities.roles import Role

# One password for all; it opens nothing where the demonstration has not been loaded.
PASSWORD = "rantasalmela-demo"
REGION = "07"

MUNICIPALITY = {
    "code": "999",
    "name_fi": "Rantasalmela (esimerkki)",
    "name_sv": "Strandnäs (exempel)",
    "language_status": LanguageStatus.FINNISH_SWEDISH,
    "municipality_group": MunicipalityGroup.SEMI_URBAN,
    "population": 9_400,
    "population_year": 2025,
    "children": 1_870,
    "children_year": 2025,
    "is_demo": True,
    "sort_fi": 9_000,
    "sort_sv": 9_000,
}

# The ten municipalities of Päijät-Häme, by code in the register.
PARTICIPANTS = ("016", "081", "098", "111", "142", "316", "398", "560", "576", "781")

Kind = DecisionBody.Kind

# Position by position: kind, name in Finnish, name in Swedish.
BODIES = (
    (Kind.COUNCIL, "Valtuusto", "Fullmäktige"),
    (Kind.BOARD, "Kunnanhallitus", "Kommunstyrelsen"),
    (Kind.COMMITTEE, "Sivistyslautakunta", "Bildningsnämnden"),
    (Kind.COMMITTEE, "Hyvinvointilautakunta", "Välfärdsnämnden"),
)


@dataclass(frozen=True)
class Person:
    """One invented person; ``place`` is the code of a municipality, or empty for the region."""

    email: str
    name: str
    role: Role | None
    place: str
    language: str = "fi"


# The accounts that are shown to a newcomer, in the order of the walk.
ACCOUNTS = (
    Person("valmistelija@example.org", "Veera Koivuniemi", Role.PREPARER, "999"),
    Person("yhdyshenkilo@example.org", "Helena Strandvall", Role.LAVA_CONTACT, "999"),
    Person("esittelija@example.org", "Pekka Rantakari", Role.PRESENTER, "999"),
    Person("kirjaamo@example.org", "Mikko Saarelainen", Role.REGISTRY, "999"),
    Person("valtuutettu@example.org", "Annika Lindholm", Role.COUNCILLOR, "999", "sv"),
    Person("beredare@example.org", "Fredrik Nyberg", Role.PREPARER, "999", "sv"),
    Person("tyoryhma@example.org", "Anna Lehtovaara", Role.CONTRIBUTOR, "999"),
    Person("kuulija@example.org", "Sami Vesterinen", Role.FACILITATOR, "999"),
    Person("vertaisarvioija@example.org", "Riitta Naapurila", Role.PEER_REVIEWER, "999"),
    Person("koordinaattori@example.org", "Kaisa Harjuniemi", Role.COORDINATOR, ""),
    Person("paakayttaja@example.org", "Olli Ylläpitäjä", None, ""),
)

# LAVA contact persons of the municipalities that take part; Sysmä has not named one.
CONTACTS = (
    Person("asikkala@example.org", "Tuulia Esimerkki-Vesala", Role.LAVA_CONTACT, "016"),
    Person("hartola@example.org", "Jari Esimerkki-Kangas", Role.LAVA_CONTACT, "081"),
    Person("hollola@example.org", "Sanna Esimerkki-Salpa", Role.LAVA_CONTACT, "098"),
    Person("heinola@example.org", "Timo Esimerkki-Virta", Role.LAVA_CONTACT, "111"),
    Person("iitti@example.org", "Outi Esimerkki-Kymi", Role.LAVA_CONTACT, "142"),
    Person("karkola@example.org", "Risto Esimerkki-Pelto", Role.LAVA_CONTACT, "316"),
    Person("lahti@example.org", "Minna Esimerkki-Harju", Role.LAVA_CONTACT, "398"),
    Person("orimattila@example.org", "Eero Esimerkki-Myllymäki", Role.LAVA_CONTACT, "560"),
    Person("padasjoki@example.org", "Liisa Esimerkki-Päijänne", Role.LAVA_CONTACT, "576"),
)
