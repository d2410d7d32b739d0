"""Personal data in free text is found; numbers, places and sentences of the same shape are not."""

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse
from django.utils import translation

from assessments import privacy
from assessments.privacy import looked_for, scan, warnings
from tests import factories


def kinds(text):
    return [found.kind for found in scan(text)]


@pytest.mark.parametrize(
    "text",
    [
        "Oppilas 131052-308T tuli",  # the official example number
        "010594y9021.",
        "010594-9021, vastasi",
        "(010516B903X)",
        "131052–308T",
        "131052+308T",
    ],
)
def test_identity_numbers_are_found_by_their_check_character(text):
    assert kinds(text) == ["identity"]


@pytest.mark.parametrize(
    "text",
    [
        "131052-308U",
        "320152-308T",
        "Diary 131052-3080",
        "§ 42, 12 000 euroa vuonna 2027, 13.3.2018",
        "Vuosina 2027-2035 oppilaita on 212, joista 61 siirtyy.",
        "Säästö on 210 000-249 000 euroa vuodessa.",
        "0,5 prosenttia ja 00 123",
        "TUUDno-2020-1780, KNGDno-2019-741 ja HEL 2021-007787",
        "070/10.03.03/2022, 988/02.02.00/2022, 14105-2019",
        "05820 Hyvinkää, 00100 Helsinki ja 68600 Jakobstad",
        "klo 08.30-15.45, 4.5.2026",
        "",
    ],
)
def test_other_numbers_are_left_alone(text):
    assert scan(text) == []


@pytest.mark.parametrize(
    "text", ["040 123 4567", "+358 40 1234567", "03-7834567", "(03) 783 4567", "0401234567"]
)
def test_telephone_numbers_are_found(text):
    found = scan(f"Soita {text}, kiitos")
    assert [(each.kind, each.text) for each in found] == [("phone", text)]


def test_addresses_are_found():
    assert [each.text for each in scan("Kirjoita maija.m@kunta.example ja heti")] == [
        "maija.m@kunta.example"
    ]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Emma Korhonen toivoi lyhyempää matkaa.", "Emma Korhonen"),
        ("Matkaa pelkäsi Elias Mäkelä.", "Elias Mäkelä"),
        ("Kertoi, että Aino Nieminen jää pois.", "Aino Nieminen"),
        ("Puhuttiin Emma Korhosen matkasta.", "Emma Korhosen"),
        ("Anna-Maija Salo kysyi siitä.", "Anna-Maija Salo"),
        ("Sen sanoi Kristian Nyberg.", "Kristian Nyberg"),
        ("Det sade Elin Lindström i klassen.", "Elin Lindström"),
        ("Oscar Johanssons mamma skjutsar.", "Oscar Johanssons"),
        ("Emma K. sanoi, että matka pelottaa.", "Emma K."),
        ("3B:n Elias ehdotti bussia.", "Elias"),
        ("4b-luokan Emma ehdotti bussia.", "Emma"),
        ("Emma, 9 v, ehdotti bussia.", "Emma"),
        ("Emma (3B) ehdotti bussia.", "Emma"),
        ("Kuultiin, että Emma 9-vuotias pelkää.", "Emma"),
        ("Linnea, 9 år, vill inte flytta.", "Linnea"),
        ("Den oro som eleven Linnea har.", "Linnea"),
        ("Kuten oppilas Väinö sanoi.", "Väinö"),
        ("Poika nimeltä Väinö sanoi niin.", "Väinö"),
        ("A pupil named Ella said so.", "Ella"),
    ],
)
def test_names_are_told_by_the_surname_or_by_what_stands_around_them(text, name):
    assert [(each.kind, each.text) for each in scan(text)] == [("name", name)]


@pytest.mark.parametrize(
    "text",
    [
        "Anna Tapion koulu ja Minna Canthin koulu ovat esimerkkejä.",
        "Sylvi Kekkosen koulu, Elsa Beskow-skolan, Johan Ludvig Runebergs väg",
        "Zachris Topeliusskolan och Ida Aalbergin tie",
        "Mannerheimin Lastensuojeluliitto ja Suomen Punainen Risti",
        "Suomen Kuntaliitto, Helsingin Sanomat ja Itä-Suomen Yliopisto",
        "Norra Österbotten, Svenska Folkpartiet, Karleby Stad och Pedersöre Kommun",
        "Keski-Pohjanmaan ammattiopisto ja Etelä-Savon hyvinvointialue",
        "Vanha Kokkola ja Uusi Raahela. Kun Kokkola päättää, odotamme.",
        "Vaihtoehto B. ja Liite A. ovat mukana.",
        "Koulussa on 3 A ja 3 B. Luokan 5B oppilaat vastasivat.",
        "Raahessa 9-vuotias poika kulkee bussilla. Marjalassa 7 vuotta sitten.",
        "Mukana oli poika Raahesta ja oppilas Hakalahden koulusta.",
        "YK:n Lapsen oikeuksien sopimus, Move! ja MLL",
        "Lapset toivoivat. Moni pelkäsi. Osa ei tiennyt. Eleverna tyckte om det.",
        "Elev i klass 3B, flickor och pojkar",
        "Youth Centre, 9 years. Grade 5 pupils. A pupil said so.",
    ],
)
def test_schools_places_and_sentences_are_no_names(text):
    assert scan(text) == []


def test_most_common_full_names_are_found():
    """The rules use no list of names; these are drawn from the commonest of both languages."""
    faker = pytest.importorskip("faker").Faker
    for locale, least in (("fi_FI", 0.88), ("sv_SE", 0.8)):
        made = faker(locale)
        made.seed_instance(1)
        names = [f"{made.first_name()} {made.last_name()}" for _ in range(500)]
        found = sum(bool(scan(f"Sitten {name} kertoi matkasta.")) for name in names)
        assert found / len(names) >= least, locale


def test_the_place_is_shown_with_the_words_around_it():
    text = "Koulukuljetuksesta voi kysyä numerosta 040 123 4567 koulupäivän aikana ja illalla"
    [found] = scan(text)
    assert found.start == text.index("040")
    assert found.before.startswith("…") and found.before.endswith("voi kysyä numerosta ")
    assert found.after.startswith(" koulupäivän aikana") and found.after.endswith("…")


@pytest.mark.parametrize(
    ("slot", "found"),
    [
        ("hearing:1:said", {"identity", "phone", "email", "name"}),
        ("answer:rec.children_said", {"identity", "phone", "email", "name"}),
        ("mitigation:1:owner", {"identity", "phone", "email"}),
        ("answer:pub.contact", {"identity"}),
        ("evidence:4:url", {"identity"}),
    ],
)
def test_contacts_and_officials_may_be_named_where_they_belong(slot, found):
    assert looked_for(slot) == found


def test_only_text_is_looked_at():
    assert warnings("answer:scr.direct", ["040 123 4567"]) == []
    assert warnings("hearing:1:number", 5) == []


def test_an_identity_number_is_refused_with_its_place():
    with translation.override("en"), pytest.raises(ValidationError, match="131052-308T tuli"):
        privacy.refuse("Oppilas 131052-308T tuli")


# --- Saving -----------------------------------------------------------------------------------


@pytest.fixture
def assessment(db):
    return factories.full_light_assessment()


@pytest.fixture
def writer(client, assessment):
    client.force_login(assessment.proposal.preparer)
    return client


@pytest.fixture
def hearing(assessment):
    return assessment.hearings.get()


def autosave(client, assessment, slot, value, base):
    url = reverse("assessments:value-save", args=[assessment.pk])
    return client.post(url, {"slot": slot, "value": value, "base": base, "key": "a"})


def test_a_name_is_saved_and_marked(writer, assessment, hearing):
    answer = autosave(
        writer, assessment, hearing.slot("said"), "Emma Korhonen pelkää.", hearing.version
    )
    assert answer.status_code == 200
    [marked] = answer.json()["marked"]
    assert (marked["text"], marked["after"]) == ("Emma Korhonen", " pelkää.")
    hearing.refresh_from_db()
    assert hearing.said == "Emma Korhonen pelkää."


def test_an_identity_number_is_not_saved(writer, assessment, hearing):
    answer = autosave(writer, assessment, hearing.slot("said"), "131052-308T", hearing.version)
    assert answer.status_code == 422
    assert "131052-308T" in answer.json()["errors"][0]
    assert "131052-308T" not in assessment.hearings.get().said
    assert not assessment.revisions.exists()


def test_without_a_script_the_text_stays_in_its_field_and_the_rest_is_saved(
    writer, assessment, hearing
):
    url = reverse("assessments:assessment-part", args=[assessment.pk, "hre"])
    form = {
        "versions": f'{{"{hearing.slot("said")}": 1, "{hearing.slot("hopes")}": 1}}',
        f"hearing-{hearing.pk}-said": "Kuultiin 131052-308T.",
        f"hearing-{hearing.pk}-hopes": "Emma Korhonen toivoo bussia.",
    }
    page = writer.post(url, form)
    assert page.status_code == 422
    html = page.content.decode()
    assert "Kuultiin 131052-308T.</textarea>" in html
    assert "<mark>Emma Korhonen</mark> toivoo bussia." in html
    hearing.refresh_from_db()
    assert (hearing.hopes, hearing.said) == (
        "Emma Korhonen toivoo bussia.",
        "Friends are the most important thing.",
    )


def test_the_note_of_a_step_and_a_statement_hold_no_identity_number(writer, assessment):
    url = reverse("assessments:step-take", args=[assessment.pk, "withdraw"])
    page = writer.post(url, {"note": "131052-308T"})
    assert page.status_code == 422
    assert "131052-308T" in page.content.decode()
    statement = assessment.statements.create(municipality=assessment.municipality)
    answer = autosave(writer, assessment, statement.slot("text"), "010594y9021", 1)
    assert answer.status_code == 422
