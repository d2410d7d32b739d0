"""D8: in review with the verdict "to be completed", because only guardians were asked."""

from lava.demo.shape import NO, READY, USUAL, Cell, Day, Matter, Step

LASTING = {"likelihood": "3", "duration": "long"}

PREPRIMARY = Matter(
    title="Esiopetuksen keskittäminen (esimerkki)",
    title_alt="Koncentration av förskoleundervisningen (exempel)",
    type="ecec",
    sector="ecec",
    description=(
        "Esiopetusta on kuudessa paikassa, yhteensä 96 lapselle. Paikkoja harkitaan vähennettävän"
        " kolmeen tai kahteen. Kahden paikan vaihtoehdossa ryhmän koko olisi 24."
    ),
    area="Koko kunta",
    diary_number="RSDno-{this}-290",
    body="Sivistyslautakunta",
    deadline=Day(26),
    meeting=Day(40),
    screening=NO
    | {
        "scr.affects": "direct",
        "scr.count": "50-249",
        "scr.type_trigger": "yes",
        "scr.share": "yes",
        "scr.network": "yes",
        "scr.journey": "yes",
        "scr.contested": "partly",
    },
    extent="full",
    reason="Kolme tai neljä paikkaa siirtyy ja 96 lapsen matka voi muuttua.",
    path=(
        {"body": "Hyvinvointilautakunta", "role": "statement", "date": Day(26)},
        {"body": "Sivistyslautakunta", "role": "decides", "date": Day(40)},
    ),
    team=(
        {
            "user": "beredare",
            "role": "Suunnittelija",
            "sector": "ecec",
            "task": "Kokoaa arvioinnin",
        },
        {
            "name": "Esiopettajien edustaja",
            "role": "Asiantuntija",
            "sector": "education",
            "task": "Pedagogiikka",
        },
    ),
    scope_questions=(
        {"text": "Kuinka pitkä matka kuusivuotiaalle tulisi?"},
        {"text": "Mitä 24 lapsen ryhmä merkitsee?"},
        {"text": "Miten siirtymä kouluun sujuu?"},
    ),
    group_sizes=(
        {"group": "a6", "number": 96, "year": 2025, "source": "Ilmoittautumiset"},
        {"group": "support", "number": 9, "year": 2025, "source": "Varhaiskasvatus"},
    ),
    alternatives=(
        {
            "name": "Kuusi paikkaa",
            "description": "Esiopetus jatkuu kuudessa paikassa, 14-18 lapsen ryhmissä.",
            "day": "Lapsi kävelee esikouluun ja on kotona kahdelta.",
        },
        {
            "name": "Kolme paikkaa",
            "description": "Esiopetus on kolmen koulun yhteydessä. Ryhmän koko on 18-20.",
            "day": "Lapsi tulee taksilla ja näkee tulevan koulunsa joka päivä.",
            "origin": "preparer",
            "feasible": "yes",
            "start": Day(260),
            "cost_year": -74000,
        },
        {
            "name": "Kaksi paikkaa, ryhmäkoko 24",
            "description": "Esiopetus on kahdessa paikassa. Ryhmän koko on 24.",
            "day": "Lapsi on taksissa 35 minuuttia ja isossa ryhmässä koko aamupäivän.",
            "origin": "preparer",
            "feasible": "partly",
            "start": Day(260),
            "cost_year": -121000,
        },
    ),
    evidence=(
        {
            "type": "guardians",
            "title": "Kysely huoltajille",
            "finding": "61 vastausta. Matka ja ryhmän koko huolettivat eniten.",
            "reliability": "fair",
        },
        {
            "type": "stats",
            "title": "Ilmoittautumiset ja kuljetukset",
            "finding": (
                "96 lasta, ensi vuonna 88. Kuljetuksia olisi kolmessa paikassa 22 ja kahdessa 41."
            ),
            "reliability": "good",
        },
        {
            "type": "research",
            "title": "Katsaus ryhmän koosta",
            "finding": "Alle 20 lapsen ryhmässä leikki on pitempää ja tuki toimii paremmin.",
            "reliability": "fair",
        },
    ),
    gaps=(
        {
            "gap": "Mitä mieltä lapset itse ovat.",
            "importance": "3",
            "action": "Asia ratkaistaan tarkistuksessa.",
        },
    ),
    irrelevant={
        "health": "Tilat ovat terveitä kaikissa paikoissa.",
        "safety": "Kuljetus on saatettu kaikissa vaihtoehdoissa.",
        "leisure": "Vaikutus leikkiin on arvioitu oppimisen kohdalla.",
        "participation": "Ei eroa vaihtoehtojen välillä.",
        "equality": "Kielet ja alueet saavat saman määrän paikkoja.",
        "environment": "Pihat ovat samat.",
        "identity": "Kieliryhmät säilyvät.",
        "services": "Neuvola ja tuki pysyvät entisellään.",
    },
    impacts={
        (0, "learning", "all"): Cell(
            "pos", 1, "Pienissä ryhmissä leikki on pitkää.", evidence="e3", **LASTING
        ),
        (0, "relationships", "all"): Cell(
            "mixed", 1, "Tuttuja aikuisia, tulevia koulukavereita vähän.", evidence="e1", **LASTING
        ),
        (0, "everyday", "all"): Cell("pos", 1, "Matka on lyhyt.", evidence="e2", **LASTING),
        (0, "family_finance", "all"): Cell("none", None, "Esiopetus on maksutonta."),
        (1, "learning", "all"): Cell(
            "pos", 1, "Koulu tulee tutuksi, ryhmä pysyy alle 20:n.", evidence="e3", **LASTING
        ),
        (1, "relationships", "all"): Cell(
            "pos", 1, "Tulevat koulukaverit tulevat tutuiksi.", evidence="e1", **LASTING
        ),
        (1, "everyday", "all"): Cell(
            "neg", 1, "22 lasta kulkee taksilla.", evidence="e2", count=22, **LASTING
        ),
        (1, "family_finance", "all"): Cell("none", None, "Esiopetus on maksutonta."),
        (2, "learning", "all"): Cell(
            "neg", 2, "24 lapsen ryhmässä tuki harvenee.", evidence="e3", **LASTING
        ),
        (2, "relationships", "all"): Cell(
            "mixed", 1, "Paljon kavereita, tuttu aikuinen kauempana.", evidence="e1", **LASTING
        ),
        (2, "everyday", "all"): Cell(
            "neg",
            2,
            "41 lasta kulkee taksilla, pisin matka on 35 minuuttia.",
            evidence="e2",
            count=41,
            **LASTING,
        ),
        (2, "family_finance", "all"): Cell(
            "neg", 1, "Vanhempien työaika on sovitettava taksiin.", evidence="e1", **LASTING
        ),
    },
    mitigations={
        (2, "learning", "all"): (
            {
                "measure": "Avustaja molempiin ryhmiin.",
                "owner": "Varhaiskasvatuksen johtaja",
                "due": Day(255),
                "type": "reduce",
                "cost": 66000,
            },
        ),
        (2, "everyday", "all"): (
            {
                "measure": "Tuttu saattaja taksiin.",
                "owner": "Kuljetusten suunnittelija",
                "due": Day(255),
                "type": "reduce",
                "cost": 28000,
            },
        ),
    },
    interests=(
        {
            "interest": "Talous",
            "strength": "2",
            "relation": "VE2 säästää 121 000 euroa, josta apu ja saattaja vievät lähes kaiken.",
        },
    ),
    points=(
        {
            "due": Day(350),
            "what": "Ryhmät ja kuljetukset kolmen kuukauden jälkeen",
            "who": "Varhaiskasvatuksen johtaja",
        },
    ),
    notices=(
        {
            "text": (
                "Esiopetuksen paikkoja suunnitellaan uudelleen. Mielipiteensä voi kertoa"
                " kirjaamoon, myös lapset."
            ),
            "channels": ("web", "board"),
            "published": Day(-40),
            "until": Day(-19),
            "summary": "Mielipiteitä tuli 12.",
        },
    ),
    answers=USUAL
    | {
        "case.objective": (
            "Säästää enintään 121 000 euroa vuodessa ja tuoda esiopetus koulun lähelle."
        ),
        "sco.limits": "Päivähoidon muut tilat jätettiin pois.",
        "sco.laws": ["ecec-1"],
        "sco.stakeholders": ["guardians", "staff"],
        "sco.hours": 55,
        "sco.impartial": "Luonnos luettiin neuvolassa.",
        "grp.age": ["a6"],
        "grp.vulnerable": ["support"],
        "grp.who_wins": "Lapset, jotka tapaavat tulevat koulukaverinsa.",
        "grp.who_loses": "Lapset, joiden matka venyy 35 minuuttiin.",
        "dat.forecast": "96 lasta nyt, 88 ensi vuonna, 70 viiden vuoden päästä.",
        "dat.research": "Alle 20 lapsen ryhmä on useimmissa tutkimuksissa parempi.",
        "hpl.aim": "Lasten kuulemista suunniteltiin, mutta aikataulu loppui kesken.",
        "hpl.who": ["a6"],
        "hpl.missed": "Kaikki lapset, koska heitä ei ole kuultu.",
        "hpl.method": ["draw"],
        "hpl.guardians": "Kysely.",
        "hpl.staff": "Kokous.",
        "hpl.youth_council": "no",
        "hpl.feedback": "Päiväkodin aikuinen kertoo.",
        "hre.none_reason": (
            "Lapsia ei ehditty kuulla, koska kysely tehtiin vain huoltajille. Huoltajien mukaan"
            " lapsille on tärkeää kaveri ja tuttu aikuinen."
        ),
        "crc.art2": "Pisin matka ei saa kohdistua samaan kylään joka vuosi.",
        "crc.art3": "Ryhmän koko painoi enemmän kuin säästö.",
        "crc.art6": "Leikki ja tuttu aikuinen tukevat kuusivuotiaan kasvua.",
        "crc.art12": "Lasten näkemyksiä ei ole vielä selvitetty.",
        "cmp.conflict_children": "Lyhyt matka ja suuri kaveripiiri vetävät eri suuntiin.",
        "cmp.cumulative": "Samana vuonna muuttuvat iltapäivätoiminnan ajat.",
        "cmp.uncertainty": "Lasten oma mielipide.",
        "rec.best": "1",
        "rec.reason": "Kolme paikkaa pitää ryhmän alle 20:n ja tuo koulun tutuksi.",
        "rec.worst": "VE2, koska 24 lapsen ryhmä heikentää tukea.",
        "rec.children_said": (
            "Lapsia ei kuultu. Huoltajien mukaan kaveri ja tuttu aikuinen ovat lapsille tärkeimpiä."
        ),
        "rec.changed": "Saattaja lisättiin taksiin.",
        "rec.standpoint": "Kirjoittaja vastaa esiopetuksesta. Lasten ääni puuttuu.",
        "rec.summary": (
            "Lautakunta päättää, missä 96 lasta käy esiopetuksessa. Lapsille on parasta kolme"
            " paikkaa (VE1). Ryhmä pysyy alle 20:n, ja koulu tulee tutuksi. Kahden paikan"
            " vaihtoehdossa 41 lasta kulkisi taksilla. Lapsia ei ole kuultu, joten tieto on vajaa."
        ),
        "rec.summary_alt": (
            "Nämnden beslutar var 96 barn går i förskola. Bäst för barnen är tre platser (ALT1)."
            " Gruppen är under 20 och skolan blir bekant. Med två platser skulle 41 barn åka taxi."
            " Barnen har inte hörts, så kunskapen är bristfällig."
        ),
        "fup.owner": "Varhaiskasvatuksen johtaja",
        "fup.start": Day(260),
        "fup.children": "Lapset kertovat kuvilla syksyllä.",
        "fup.report_to": ["board", "public_page"],
    },
    preparer="beredare",
    review=READY
    | {
        "qa.early": "partly",
        "qa.children": "no",
        "qa.children.comment": (
            "Vain huoltajilta kysyttiin. Kuuntele lapset kuvilla ennen päätöstä."
        ),
        "qa.rights": "partly",
        "qa.rights.comment": "Artiklan 12 kohta jää auki, kunnes lapsia on kuultu.",
        "qa.verdict": "complete",
    },
    course=(
        Step(Day(-50), "9.00", "open"),
        Step(Day(-50), "9.20", "screen"),
        Step(Day(-50), "9.30", "choose"),
        Step(Day(-45), "10.00", "write", "case team sco grp alt"),
        Step(Day(-40), "10.00", "write", "dat hpl ntc"),
        Step(Day(-20), "13.00", "write", "hre imp mit"),
        Step(Day(-12), "14.00", "write", "crc cmp rec fup"),
        Step(Day(-5), "9.40", "take", "submit_for_review"),
        Step(Day(-3), "10.00", "review", who="yhdyshenkilo"),
    ),
)
