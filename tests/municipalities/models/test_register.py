import pytest
from django.core.exceptions import ValidationError
from django.utils.translation import override

from municipalities.models import Municipality
from tests.factories.municipalities import DecisionBodyFactory, MunicipalityFactory


def test_name_follows_the_active_language():
    vaasa = Municipality(name_fi="Vaasa", name_sv="Vasa")

    with override("sv"):
        assert vaasa.name == str(vaasa) == "Vasa"
    with override("en"):
        assert vaasa.name == "Vaasa"


@pytest.mark.parametrize(
    ("status", "languages"),
    [
        ("fi", ["fi"]),
        ("sv", ["sv"]),
        ("fi-sv", ["fi", "sv"]),
        ("sv-fi", ["sv", "fi"]),
        ("fi-se", ["fi"]),
    ],
)
def test_languages_come_from_the_status_with_the_majority_first(status, languages):
    municipality = Municipality(language_status=status)

    assert municipality.languages == languages
    assert municipality.is_bilingual is (len(languages) == 2)


@pytest.mark.django_db
def test_municipalities_are_sorted_by_the_collation_of_the_language():
    MunicipalityFactory(name_fi="Äänekoski", name_sv="Äänekoski", sort_fi=308, sort_sv=308)
    MunicipalityFactory(name_fi="Inari", name_sv="Enare", sort_fi=50, sort_sv=16)
    MunicipalityFactory(name_fi="Espoo", name_sv="Esbo", sort_fi=11, sort_sv=18)

    with override("fi"):
        finnish = [each.name for each in Municipality.objects.in_order()]
    with override("sv"):
        swedish = [each.name for each in Municipality.objects.in_order()]

    assert finnish == ["Espoo", "Inari", "Äänekoski"]
    assert swedish == ["Enare", "Esbo", "Äänekoski"]


@pytest.mark.parametrize("colour", ["blue", "#12345", "#12345g", "#123456\n", "url(x)"])
@pytest.mark.django_db
def test_accent_colour_is_six_hexadecimal_digits(colour):
    municipality = MunicipalityFactory()
    municipality.accent_colour = colour

    with pytest.raises(ValidationError) as error:
        municipality.full_clean()

    assert set(error.value.message_dict) == {"accent_colour"}


@pytest.mark.django_db
def test_body_without_a_swedish_name_is_called_by_its_finnish_one():
    body = DecisionBodyFactory(name_fi="Kunnanhallitus", name_sv="")

    with override("sv"):
        assert body.name == "Kunnanhallitus"
