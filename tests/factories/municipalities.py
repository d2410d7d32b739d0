"""Municipalities, bodies and people for the tests."""

from datetime import timedelta

import factory
from django.utils import timezone
from factory.django import DjangoModelFactory

from municipalities.models import (
    AreaKind,
    DecisionBody,
    Invitation,
    Membership,
    Municipality,
    ObservedValue,
    Region,
    User,
    WellbeingCounty,
)
from municipalities.roles import Role


class RegionFactory(DjangoModelFactory):
    class Meta:
        model = Region
        django_get_or_create = ["code"]

    code = "07"
    name_fi = "Päijät-Häme"
    name_sv = "Päijänne-Tavastland"
    name_en = "Päijät-Häme"


class WellbeingCountyFactory(DjangoModelFactory):
    class Meta:
        model = WellbeingCounty
        django_get_or_create = ["code"]

    code = "09"
    name_fi = "Päijät-Hämeen hyvinvointialue"
    name_sv = "Päijänne-Tavastlands välfärdsområde"
    name_en = "Päijät-Häme wellbeing services county"


class MunicipalityFactory(DjangoModelFactory):
    class Meta:
        model = Municipality
        django_get_or_create = ["code"]

    # Letters first: no code of the register is met by chance.
    code = factory.Sequence(lambda n: f"{chr(65 + n // 100 % 26)}{n % 100:02}")
    name_fi = factory.Sequence(lambda n: f"Kunta {n}")
    name_sv = factory.Sequence(lambda n: f"Kommun {n}")
    region = factory.SubFactory(RegionFactory)
    wellbeing_county = factory.SubFactory(WellbeingCountyFactory)
    population = 10_000
    population_year = 2022
    children = 1_800
    children_year = 2019


class DecisionBodyFactory(DjangoModelFactory):
    class Meta:
        model = DecisionBody

    municipality = factory.SubFactory(MunicipalityFactory)
    kind = DecisionBody.Kind.COMMITTEE
    name_fi = factory.Sequence(lambda n: f"Sivistyslautakunta {n}")
    name_sv = factory.Sequence(lambda n: f"Bildningsnämnden {n}")
    position = factory.Sequence(lambda n: n)


class UserFactory(DjangoModelFactory):
    """A person whose password is ``sininen-ovi-42``."""

    class Meta:
        model = User
        skip_postgeneration_save = True

    email = factory.Sequence(lambda n: f"person{n}@example.org")
    name = factory.Sequence(lambda n: f"Person {n}")
    language = "fi"
    password = factory.django.Password("sininen-ovi-42")


class MembershipFactory(DjangoModelFactory):
    class Meta:
        model = Membership

    user = factory.SubFactory(UserFactory)
    role = Role.PREPARER
    municipality = factory.SubFactory(MunicipalityFactory)


class InvitationFactory(DjangoModelFactory):
    class Meta:
        model = Invitation

    email = factory.Sequence(lambda n: f"invited{n}@example.org")
    role = Role.PREPARER
    municipality = factory.SubFactory(MunicipalityFactory)
    language = "fi"
    invited_by = factory.SubFactory(UserFactory)
    expires_at = factory.LazyFunction(lambda: timezone.now() + timedelta(days=14))


def region(**fields) -> Region:
    return RegionFactory(**fields)


def municipality(**fields) -> Municipality:
    return MunicipalityFactory(**fields)


def body(place: Municipality | None = None, **fields) -> DecisionBody:
    return DecisionBodyFactory(municipality=place or MunicipalityFactory(), **fields)


def user(role: Role | str | None = None, place=None, **fields) -> User:
    """A person, with a role in a municipality, or in a region for a coordinator, where asked."""
    person = UserFactory(**fields)
    if role and Role(role).is_regional:
        MembershipFactory(user=person, role=role, municipality=None, region=place or region())
    elif role:
        MembershipFactory(user=person, role=role, municipality=place or municipality())
    return person


def observed(
    indicator: int, area: Municipality | Region | None, value: float, year: int = 2024
) -> ObservedValue:
    """A figure of one municipality, region or, with ``None``, the country."""
    kind = {Municipality: AreaKind.MUNICIPALITY, Region: AreaKind.REGION}
    return ObservedValue.objects.create(
        indicator=indicator,
        area=kind.get(type(area), AreaKind.COUNTRY),
        code=area.code if area else "358",
        year=year,
        value=value,
        fetched_at=timezone.now(),
        source="test",
    )
