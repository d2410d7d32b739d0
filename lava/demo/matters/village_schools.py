"""D5: approved, but returned from the agenda because nobody had been told that it is pending."""

from lava.demo.shape import NO, READY, USUAL, Cell, Day, Matter, Step

LASTING = {"likelihood": "3", "duration": "long"}
POSSIBLE = {"likelihood": "2", "duration": "long"}

VILLAGE_SCHOOLS = Matter(
    title="Kyläkoulujen lakkautus osana talouden tasapainottamista (esimerkki)",
    title_alt="Indragning av byskolor som en del av balanseringen av ekonomin (exempel)",
    type="school_network",
    sector="education",
    description=(
        "Koivulan koulussa on 33 ja Lehtolan koulussa 17 lasta. Molempien lakkauttaminen säästäisi"
        " 209 000 euroa vuodessa. Uusia kuljetuksia tarvittaisiin 53 461 eurolla."
    ),
    area="Koivula ja Lehtola",
    diary_number="RSDno-{this}-233",
    body="Valtuusto",
    deadline=Day(30),
    meeting=Day(44),
    screening=NO
    | {
        "scr.affects": "direct",
        "scr.count": "50-249",
        "scr.share": "partly",
        "scr.network": "yes",
        "scr.journey": "yes",
        "scr.money": "yes",
        "scr.permanent": "yes",
        "scr.contested": "yes",
    },
    extent="full",
    reason="Kaksi koulua voi sulkeutua. Muutos koskee kaikkia kylien 50 lasta ja on pysyvä.",
    path=(
        {"body": "Sivistyslautakunta", "role": "prepares", "date": Day(31)},
        {"body": "Kunnanhallitus", "role": "prepares", "date": Day(37)},
        {"body": "Valtuusto", "role": "decides", "date": Day(44)},
    ),
    team=(
        {
            "user": "valmistelija",
            "role": "Suunnittelija",
            "sector": "education",
            "task": "Kokoaa arvioinnin",
        },
        {
            "name": "Talouspäällikkö",
            "role": "Talous",
            "sector": "finance",
            "task": "Säästöt ja kuljetukset",
        },
    ),
    scope_questions=(
        {"text": "Kuinka suuri säästöstä jää jäljelle, kun kuljetukset on maksettu?"},
        {"text": "Mitä pitkä päivä merkitsee pienelle koululaiselle?"},
        {"text": "Voiko säästää sulkematta koulua?"},
    ),
    group_sizes=(
        {
            "group": "all",
            "number": 50,
            "year": 2025,
            "source": "Oppilasluettelot",
            "note": "Koivula 33, Lehtola 17",
        },
        {"group": "rural", "number": 50, "year": 2025, "source": "Koulukuljetuksen tiedot"},
    ),
    alternatives=(
        {
            "name": "Molemmat koulut jatkavat",
            "description": "Koivula ja Lehtola jatkavat nykyisin ryhmin. Säästöä ei synny.",
            "day": "Kolmasluokkalainen kävelee tai ajaa taksilla kouluun enintään 20 minuuttia.",
        },
        {
            "name": "Molemmat suljetaan",
            "description": (
                "50 lasta siirtyy kirkonkylän kouluun. Säästö on 209 000 euroa ja uudet kuljetukset"
                " maksavat 53 461 euroa vuodessa."
            ),
            "day": "Ekaluokkalainen nousee taksiin kello 6.55 ja palaa kotiin puoli neljältä.",
            "origin": "preparer",
            "feasible": "yes",
            "start": Day(260),
            "cost_year": -155539,
        },
        {
            "name": "Lehtola suljetaan",
            "description": (
                "Lehtolan 17 lasta siirtyy Koivulaan, jonne on yhdeksän kilometriä. Nettosäästö on"
                " 71 000 euroa vuodessa."
            ),
            "day": (
                "Lehtolan lapsi on Koivulassa 15 minuutissa ja samassa luokassa tutun kaverin"
                " kanssa."
            ),
            "origin": "preparer",
            "feasible": "yes",
            "start": Day(260),
            "cost_year": -71000,
        },
        {
            "name": "Yhteinen rehtori ja vuoropäivät",
            "description": (
                "Kouluilla on yhteinen rehtori. Kahtena päivänä viikossa opetus on yhdessä"
                " Koivulassa. Nettosäästö on 48 000 euroa vuodessa."
            ),
            "day": (
                "Tiistaina ja torstaina lehtolalaiset ajavat yhdessä Koivulaan. Muina päivinä koulu"
                " on omassa kylässä."
            ),
            "origin": "residents",
            "feasible": "partly",
            "feasible_text": "Kuljetusten aikataulu on sovitettava kahden päivän mukaan.",
            "start": Day(260),
            "cost_year": -48000,
        },
    ),
    evidence=(
        {
            "type": "stats",
            "title": "Oppilasluettelot ja kuljetusten hinnat",
            "finding": "33 ja 17 lasta. Uudet kuljetukset maksaisivat 53 461 euroa vuodessa.",
            "reliability": "good",
        },
        {
            "type": "env",
            "title": "Koulumatkat kartalla",
            "finding": "Kirkonkylään olisi 50 lapsesta 21:llä yli 45 minuuttia.",
            "reliability": "good",
        },
        {
            "type": "guardians",
            "title": "Kysely kylien perheille",
            "finding": "Perheistä neljä viidestä vastusti sulkemista. Moni kannatti vuoropäiviä.",
            "reliability": "fair",
        },
        {
            "type": "peer",
            "title": "Toisen kunnan kokemus",
            "finding": (
                "Lakkautus kumottiin, kun asiasta ei ollut ilmoitettu. Kyydit oli jo kilpailutettu."
            ),
            "reliability": "fair",
        },
    ),
    gaps=(
        {
            "gap": "Moniko perhe muuttaisi kylästä pois.",
            "importance": "2",
            "action": "Asia selvitetään, jos koulu suljetaan.",
        },
    ),
    hearings=(
        {
            "date": Day(-62),
            "group": "Koivulan ja Lehtolan lapset",
            "method": "walk",
            "groups": ("a7_9", "a10_12", "rural"),
            "invited": 50,
            "number": 43,
            "facilitator": "Nuorisotyöntekijä",
            "questions": "Mikä koulussa on tärkeintä? Mitä tapahtuisi, jos koulu olisi kaukana?",
            "said": (
                "Mukava ja tuttu opettaja on tärkein. Pelottaa herätä pimeässä. Koivulaan voisi"
                " mennä välillä, siellä on enemmän kavereita."
            ),
            "hopes": "Oma piha ja puro.",
            "worries": "Pitkä odotus bussissa.",
            "proposals": "Joinain päivinä koulua yhdessä.",
            "differences": "Lehtolassa toivottiin enemmän kavereita kuin Koivulassa.",
            "limits": "Seitsemän lasta puuttui.",
            "effect": "Vuoropäivistä tehtiin vaihtoehto 3.",
        },
    ),
    irrelevant={
        "health": "Rakennukset ovat terveitä kaikissa vaihtoehdoissa.",
        "safety": "Kuljetus on kaikissa vaihtoehdoissa ovelta ovelle.",
        "leisure": "Kylissä ei ole kerhoja, eivätkä vaihtoehdot muuta sitä.",
        "family_finance": "Koulu ja kuljetus ovat maksuttomia.",
        "participation": "Lasten mahdollisuus vaikuttaa koulun arkeen ei muutu.",
        "environment": "Pihojen käyttö iltaisin säilyy.",
        "identity": "Kylien merkitys on arvioitu ihmissuhteiden kohdalla.",
    },
    impacts={
        (0, "learning", "all"): Cell(
            "mixed",
            1,
            "Pienet yhdysluokat: tuki toimii, valinnaisia ei ole.",
            evidence="e3 h1",
            **LASTING,
        ),
        (0, "everyday", "all"): Cell(
            "pos", 1, "Matka on enintään 20 minuuttia.", evidence="e2", **LASTING
        ),
        (0, "relationships", "all"): Cell(
            "mixed", 1, "Kaikki tuntevat toisensa, kavereita on vähän.", evidence="h1", **LASTING
        ),
        (0, "equality", "all"): Cell("none", None, "Mikään ei muutu."),
        (0, "services", "all"): Cell(
            "neg", 1, "Terveydenhoitaja käy harvoin.", evidence="e3", **LASTING
        ),
        (1, "learning", "all"): Cell(
            "pos", 1, "Oma opettaja joka luokalla ja valinnaisia aineita.", evidence="e4", **LASTING
        ),
        (1, "everyday", "all"): Cell(
            "neg",
            3,
            "21 lapsen matka kestää yli 45 minuuttia, ja päivä on yhdeksän tuntia pitkä.",
            evidence="e2 h1",
            count=21,
            **LASTING,
        ),
        (1, "relationships", "all"): Cell(
            "mixed",
            1,
            "Lisää kavereita, mutta tuttu opettaja ja pieni ryhmä häviävät.",
            evidence="h1",
            **LASTING,
        ),
        (1, "equality", "all"): Cell(
            "neg",
            2,
            "Säästö kerätään 50 lapselta, jotka asuvat kauimpana.",
            evidence="e2",
            **LASTING,
        ),
        (1, "services", "all"): Cell("pos", 1, "Oppilashuolto on talossa joka päivä.", **LASTING),
        (2, "learning", "all"): Cell(
            "pos", 1, "Koivulan ryhmät kasvavat sopiviksi.", evidence="h1", **LASTING
        ),
        (2, "everyday", "all"): Cell(
            "neg",
            1,
            "Lehtolan 17 lasta kulkee yhdeksän kilometriä.",
            evidence="e2",
            count=17,
            **LASTING,
        ),
        (2, "relationships", "all"): Cell(
            "pos", 1, "Samanikäisiä kavereita on enemmän.", evidence="h1", **LASTING
        ),
        (2, "equality", "all"): Cell("neg", 1, "Yksi kylä menettää koulunsa.", **LASTING),
        (2, "services", "all"): Cell("none", None, "Palvelut pysyvät kylissä samoina."),
        (3, "learning", "all"): Cell(
            "pos",
            1,
            "Taito- ja taideaineet opetetaan yhdessä kahtena päivänä.",
            evidence="h1",
            **POSSIBLE,
        ),
        (3, "everyday", "all"): Cell(
            "mixed",
            1,
            "Kahtena päivänä on matka, muina päivinä lähikoulu.",
            evidence="e2",
            **POSSIBLE,
        ),
        (3, "relationships", "all"): Cell(
            "pos", 2, "Kaverit molemmista kylistä ja tuttu opettaja.", evidence="h1", **POSSIBLE
        ),
        (3, "equality", "all"): Cell("pos", 1, "Kummallakin kylällä on koulu.", **LASTING),
        (3, "services", "all"): Cell(
            "pos", 1, "Terveydenhoitaja tavoittaa kaikki yhteisinä päivinä.", **POSSIBLE
        ),
    },
    mitigations={
        (1, "everyday", "all"): (
            {
                "measure": "Kaksi suoraa taksireittiä ja valvottu aamutila.",
                "owner": "Kuljetusten suunnittelija",
                "due": Day(255),
                "type": "reduce",
                "cost": 31000,
            },
        )
    },
    unmitigated={(1, "equality", "all"): "Etäisyyttä ei voi poistaa."},
    interests=(
        {
            "interest": "Talouden tasapaino",
            "strength": "3",
            "relation": "209 000 euron säästöstä jää kuljetusten jälkeen 155 539 euroa.",
        },
    ),
    points=(
        {"due": Day(350), "what": "Matkat, ryhmät ja lasten kokemukset", "who": "Sivistysjohtaja"},
    ),
    indicators=(
        {
            "impact": (3, "relationships", "all"),
            "indicator": "Lapsella on koulussa kaveri",
            "unit": "% lapsista",
            "baseline": 84.0,
            "target": 95.0,
            "source": "Kysely lapsille",
        },
    ),
    answers=USUAL
    | {
        "case.objective": "Säästää 209 000 euroa vuodessa osana talouden tasapainottamista.",
        "sco.limits": "Muut säästöt käsitellään talousarviossa.",
        "sco.laws": ["school_network-1", "school_network-2"],
        "sco.stakeholders": ["children", "guardians", "staff"],
        "sco.hours": 90,
        "sco.impartial": "Talousluvut tarkisti toinen toimiala.",
        "grp.age": ["a7_9", "a10_12"],
        "grp.vulnerable": ["rural"],
        "grp.who_wins": (
            "Vaihtoehdossa 3 molempien kylien lapset saavat kavereita ja pitävät koulunsa."
        ),
        "grp.who_loses": "Ne 21 lasta, joiden matka kirkonkylään kestäisi yli 45 minuuttia.",
        "dat.forecast": "Lapsia on nyt 50. Viiden vuoden päästä heitä on arviolta 41.",
        "dat.research": (
            "Muualla vuoropäivät ovat tuoneet pieniin kouluihin kavereita ja aineenopettajia."
        ),
        "hpl.aim": (
            "Haluamme kuulla, mikä lasten päivässä on tärkeää. Kaikki vaihtoehdot ovat avoinna."
        ),
        "hpl.who": ["a7_9", "a10_12", "rural"],
        "hpl.missed": "Ujot lapset: kävelyllä voi näyttää eikä tarvitse puhua.",
        "hpl.method": ["walk"],
        "hpl.guardians": "Kysely Wilmassa.",
        "hpl.staff": "Keskustelu opettajien kanssa.",
        "hpl.youth_council": "no",
        "hpl.feedback": "Kylissä käydään kertomassa päätöksen jälkeen.",
        "crc.art2": "VE1 kohtelee kaukana asuvia muita huonommin.",
        "crc.art3": (
            "Säästö ei yksin riitä perusteeksi, kun haitta on lapsille suuri ja vaihtoehto on"
            " olemassa."
        ),
        "crc.art6": "Pitkä päivä vie unta ja leikkiä.",
        "crc.art12": "Lasten ehdotuksesta tehtiin vaihtoehto 3.",
        "cmp.conflict_children": "Lehtolassa kaipaillaan kavereita, Koivulassa omaa rauhaa.",
        "cmp.cumulative": "Samat kylät menettivät kirjastoauton viime vuonna.",
        "cmp.uncertainty": "Jääkö säästöä, jos kuljetukset kallistuvat.",
        "rec.best": "3",
        "rec.reason": (
            "Vuoropäivät tuovat kavereita ja säästöä ilman, että kenenkään arki pitenee"
            " kohtuuttomasti."
        ),
        "rec.worst": "VE1. 21 lapsen matka venyy, ja säästö on pieni haittaan nähden.",
        "rec.children_said": (
            "43 lasta kertoi: mukava ja tuttu opettaja on tärkein. Pelottaa herätä pimeässä."
            " Joinain päivinä voisi olla koulua yhdessä."
        ),
        "rec.changed": "Vaihtoehto 3 lisättiin lasten ja kyläläisten ehdotuksesta.",
        "rec.standpoint": (
            "Kirjoittajat vastaavat säästötavoitteesta. Kylän arkea emme tunne sisältä."
        ),
        "rec.summary": (
            "Valtuusto päättää, suljetaanko Koivulan ja Lehtolan koulut. Niissä on 50"
            " lasta.\n\nLapsille on parasta jatkaa molemmissa kouluissa yhteisen rehtorin ja"
            " vuoropäivien avulla (VE3). Säästö on 48 000 euroa vuodessa. Molempien sulkeminen"
            " säästäisi 209 000 euroa, mutta kuljetukset maksaisivat 53 461 euroa ja 21 lapsen"
            " matka kestäisi yli 45 minuuttia.\n\nLapsia kuultiin 43. Varmasti ei tiedetä, moniko"
            " perhe muuttaisi pois."
        ),
        "rec.summary_alt": (
            "Fullmäktige beslutar om skolorna i Koivula och Lehtola ska stängas. De har 50"
            " barn.\n\nBäst för barnen är att båda skolorna fortsätter med gemensam rektor och"
            " växeldagar (ALT3). Besparingen är 48 000 euro om året. Att stänga båda skulle spara"
            " 209 000 euro, men skjutsarna skulle kosta 53 461 euro och 21 barn skulle få en resa"
            " på över 45 minuter.\n\n43 barn hördes. Man vet inte säkert hur många familjer som"
            " skulle flytta bort."
        ),
        "fup.owner": "Sivistysjohtaja",
        "fup.start": Day(260),
        "fup.children": "Samat lapset kävelyttävät meidät uudelleen vuoden päästä.",
        "fup.report_to": ["council", "public_page"],
    },
    review=READY
    | {
        "qa.early": "partly",
        "qa.early.comment": "Säästö oli päätetty tavoitteeksi jo ennen arviointia.",
    },
    course=(
        Step(Day(-90), "9.00", "open"),
        Step(Day(-90), "9.20", "screen"),
        Step(Day(-90), "9.30", "choose"),
        Step(Day(-80), "10.00", "write", "case team sco grp alt dat hpl"),
        Step(Day(-58), "13.00", "write", "hre imp mit"),
        Step(Day(-40), "14.00", "write", "crc cmp rec fup"),
        Step(Day(-32), "9.40", "take", "submit_for_review"),
        Step(Day(-27), "10.00", "review", who="yhdyshenkilo"),
        Step(Day(-26), "10.30", "take", "approve", "yhdyshenkilo"),
        Step(
            Day(-12),
            "15.00",
            "take",
            "return_to_preparation",
            "esittelija",
            (
                "Asiasta ei ole annettu hallintolain 41 §:n ilmoitusta. Listalle ei voi viedä ennen"
                " kuin ilmoitus on julkaistu ja kyläläiset ja lapset ovat voineet kertoa kantansa."
            ),
        ),
    ),
)
