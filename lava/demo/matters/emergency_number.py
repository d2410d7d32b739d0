"""D6: a good example, decided, followed at two points and measured."""

from lava.demo.shape import NO, READY, USUAL, Cell, Day, Matter, Step

LASTING = {"likelihood": "3", "duration": "long"}
SHORT = {"likelihood": "2", "duration": "medium"}

EMERGENCY_NUMBER = Matter(
    title="Lasten päivystysnumero (esimerkki)",
    title_alt="Eget journummer för barn (exempel)",
    type="support",
    sector="wellbeing",
    description=(
        "Sairaan tai hätääntyneen lapsen asiassa soitetaan nyt samaan numeroon kuin aikuisten. Jono"
        " on pitkä. Harkitaan lasten omaa numeroa ja aamupäivän vastaanottoa, jotka järjestetään"
        " yhdessä hyvinvointialueen kanssa."
    ),
    area="Koko kunta",
    diary_number="RSDno-{this}-061",
    body="Hyvinvointilautakunta",
    deadline=Day(-565),
    meeting=Day(-550),
    screening=NO
    | {
        "scr.affects": "direct",
        "scr.count": "250+",
        "scr.access": "yes",
        "scr.money": "partly",
        "scr.share": "yes",
    },
    extent="full",
    reason="Palvelu koskee kaikkia kunnan 1 870 lasta ja heidän perheitään.",
    path=(
        {"body": "Sivistyslautakunta", "role": "statement", "date": Day(-564)},
        {"body": "Hyvinvointilautakunta", "role": "decides", "date": Day(-550)},
    ),
    team=(
        {
            "user": "valmistelija",
            "role": "Suunnittelija",
            "sector": "wellbeing",
            "task": "Kokoaa arvioinnin",
        },
        {
            "name": "Neuvolan osastonhoitaja",
            "role": "Asiantuntija",
            "sector": "education",
            "task": "Puhelut ja käynnit",
        },
    ),
    scope_questions=(
        {"text": "Saako lapsi apua nopeammin?"},
        {"text": "Vähenevätkö turhat käynnit aikuisten päivystyksessä?"},
        {"text": "Tavoittaako numero myös nuoren, joka soittaa itse?"},
    ),
    group_sizes=(
        {"group": "all", "number": 1870, "year": 2024, "source": "Väestötiedot"},
        {"group": "mental", "number": 140, "year": 2024, "source": "Koulukuraattorien tilasto"},
    ),
    alternatives=(
        {
            "name": "Yhteinen numero jatkuu",
            "child_sentence": "Mitään ei muuteta.",
            "child_sentence_alt": "Ingenting ändras.",
            "description": (
                "Lapsen asiassa soitetaan aikuisten päivystykseen. Jonotus on keskimäärin 28"
                " minuuttia."
            ),
            "day": "Kuumeinen lapsi odottaa sylissä, kun vanhempi jonottaa puhelimessa.",
        },
        {
            "name": "Lasten oma numero ja vastaanotto",
            "child_sentence": "Lapsille tulee oma numero ja oma hoitaja.",
            "child_sentence_alt": "Barn får ett eget nummer och en egen vårdare.",
            "description": (
                "Lasten numeroon vastaa hoitaja kello 7-20. Aamulla on vastaanotto ilman"
                " ajanvarausta."
            ),
            "day": "Vanhempi soittaa seitsemältä ja pääsee lapsen kanssa hoitajalle kymmeneksi.",
            "origin": "preparer",
            "feasible": "yes",
            "start": Day(-480),
            "cost_year": 96000,
        },
        {
            "name": "Yhteispäivystys naapurin kanssa",
            "child_sentence": "Apua saa naapurin kunnasta.",
            "child_sentence_alt": "Hjälpen finns i grannkommunen.",
            "description": "Numero ja vastaanotto ovat naapurikunnassa, 38 kilometrin päässä.",
            "day": "Vastaus tulee nopeasti, mutta matka sairaan lapsen kanssa on pitkä.",
            "origin": "consultant",
            "feasible": "partly",
            "start": Day(-480),
            "cost_year": 124000,
        },
    ),
    evidence=(
        {
            "type": "stats",
            "title": "Puhelut ja käynnit",
            "finding": "410 puhelua ja 620 käyntiä puolessa vuodessa.",
            "reliability": "good",
        },
        {
            "type": "guardians",
            "title": "Kysely neuvolassa",
            "finding": "Joka kolmas oli luovuttanut jonossa.",
            "reliability": "fair",
        },
        {
            "type": "staff",
            "title": "Hoitajien haastattelu",
            "finding": "Lapset hyötyvät, kun vastaaja tuntee lapset.",
            "reliability": "fair",
        },
        {
            "type": "peer",
            "title": "Toisen alueen kokemus",
            "finding": "Puhelut kolminkertaistuivat ja osastopäivät vähenivät.",
            "reliability": "fair",
        },
    ),
    gaps=(
        {
            "gap": "Soittavatko nuoret itse.",
            "importance": "2",
            "action": "Soittajan ikäryhmä kirjataan.",
        },
    ),
    hearings=(
        {
            "date": Day(-605),
            "group": "Yläkoulun nuoria ja alakoulun pieniä",
            "method": "group",
            "groups": ("a10_12", "a13_15", "mental"),
            "invited": 60,
            "number": 47,
            "facilitator": "Koulupsykologi",
            "questions": "Kenelle soitat, kun on paha olo? Mikä olisi hyvä numero?",
            "said": (
                "Soittaminen pelottaa, jos vastaa vieras. Joku, joka kuuntelee eikä kiirehdi."
                " Viesti olisi helpompi kuin puhelu."
            ),
            "hopes": "Voisi laittaa viestin.",
            "worries": "Että vanhemmille kerrotaan heti.",
            "proposals": "Viesti ja soittopyyntö.",
            "differences": "Pienet puhuivat kuumeesta, isot pahasta olosta.",
            "limits": "Yhden koulun lapsia.",
            "effect": "Numeroon lisättiin viesti ja soittopyyntö.",
        },
    ),
    irrelevant={
        "safety": "Turvallisuus sisältyy terveyteen.",
        "learning": "Palvelu ei koske koulua.",
        "leisure": "Palvelu ei vaikuta harrastuksiin.",
        "relationships": "Vaikutus on pieni ja sama kaikissa.",
        "participation": "Lasten palaute kerätään joka tapauksessa.",
        "environment": "Palvelu ei koske ympäristöä.",
        "identity": "Palvelua saa molemmilla kielillä kaikissa vaihtoehdoissa.",
    },
    impacts={
        (0, "health", "all"): Cell(
            "neg",
            2,
            "Apu viipyy: joka kolmas vanhempi on luovuttanut jonossa.",
            evidence="e1 e2",
            **LASTING,
        ),
        (0, "services", "all"): Cell(
            "neg", 1, "Vastaaja ei tunne lasten asioita.", evidence="e3", **LASTING
        ),
        (0, "everyday", "all"): Cell("neg", 1, "Jonotus vie aamun.", evidence="e2", **LASTING),
        (0, "family_finance", "all"): Cell("none", None, "Kustannukset eivät muutu."),
        (0, "equality", "all"): Cell(
            "neg", 1, "Jaksaa jonottaa se, jolla on aikaa.", evidence="e2", **LASTING
        ),
        (1, "health", "all"): Cell(
            "pos",
            3,
            "Apu tulee samana päivänä ja oikealta ihmiseltä.",
            evidence="e3 e4 h1",
            count=1870,
            **LASTING,
        ),
        (1, "services", "all"): Cell(
            "pos", 2, "Vastaanotto on lähellä ja tuttu.", evidence="e3", **LASTING
        ),
        (1, "everyday", "all"): Cell(
            "pos", 1, "Aamu selkiytyy, ja työpäiviä jää pois vähemmän.", evidence="e2", **LASTING
        ),
        (1, "family_finance", "all"): Cell(
            "pos", 1, "Vähemmän pitkiä matkoja ja poissaoloja.", evidence="e2", **SHORT
        ),
        (1, "equality", "all"): Cell(
            "pos",
            1,
            "Viestin voi lähettää myös nuori, joka ei uskalla soittaa.",
            evidence="h1",
            **SHORT,
        ),
        (1, "health", "mental"): Cell(
            "pos", 2, "Nuori saa yhteyden, kun viesti riittää.", evidence="h1", count=140, **SHORT
        ),
        (2, "health", "all"): Cell("pos", 1, "Vastaus on nopea.", evidence="e4", **LASTING),
        (2, "services", "all"): Cell("mixed", 1, "Vastaanotto on naapurissa.", **LASTING),
        (2, "everyday", "all"): Cell(
            "neg", 2, "38 kilometrin matka sairaan lapsen kanssa.", **LASTING
        ),
        (2, "family_finance", "all"): Cell("neg", 1, "Matkat maksavat.", **LASTING),
        (2, "equality", "all"): Cell("neg", 2, "Perhe, jolla ei ole autoa, jää ilman.", **LASTING),
    },
    mitigations={
        (0, "health", "all"): (
            {
                "measure": "Jonon pituus kerrotaan ja soitetaan takaisin.",
                "owner": "Osastonhoitaja",
                "due": Day(-500),
                "type": "reduce",
            },
        ),
        (2, "everyday", "all"): (
            {
                "measure": "Taksi niille, joilla ei ole autoa.",
                "owner": "Osastonhoitaja",
                "due": Day(-480),
                "type": "reduce",
                "cost": 9000,
            },
        ),
    },
    unmitigated={(2, "equality", "all"): "Etäisyys jää, vaikka taksi korvataan."},
    statements=(
        {
            "sender": "youth_council",
            "name": "Nuorisovaltuusto",
            "date": Day(-590),
            "text": "Viestillä pitää saada yhteys, eikä vanhemmille kerrota kysymättä.",
            "answer": "Viesti on mukana. Kertomisesta on sovittu nuoren kanssa.",
            "statementview": (
                {"alternative": 1, "stand": "for", "why": "Oma numero on helpompi."},
            ),
        },
    ),
    points=(
        {
            "due": Day(-390),
            "what": "Puhelut ja käynnit kolmen kuukauden jälkeen",
            "who": "Osastonhoitaja",
        },
        {
            "due": Day(-115),
            "what": "Puhelut, käynnit ja osastopäivät vuoden jälkeen",
            "who": "Osastonhoitaja",
        },
        {"due": Day(250), "what": "Valtuustokauden loppu", "who": "Hyvinvointijohtaja"},
    ),
    indicators=(
        {
            "impact": (1, "health", "all"),
            "indicator": "Puhelut lasten numeroon",
            "unit": "puhelua puolessa vuodessa",
            "baseline": 410.0,
            "target": 1000.0,
            "source": "Puhelinjärjestelmä",
            "interval": "puolivuosittain",
        },
        {
            "impact": (1, "services", "all"),
            "indicator": "Käynnit lasten vastaanotolla",
            "unit": "käyntiä puolessa vuodessa",
            "baseline": 620.0,
            "target": 1000.0,
            "source": "Käyntitilasto",
            "interval": "puolivuosittain",
        },
        {
            "impact": (1, "everyday", "all"),
            "indicator": "Jonotus puhelimessa",
            "unit": "min",
            "baseline": 28.0,
            "target": 6.0,
            "source": "Puhelinjärjestelmä",
        },
    ),
    answers=USUAL
    | {
        "cfs.title": "Lapsille oma numero, kun tarvitaan apua",
        "cfs.title_alt": "Ett eget nummer för barn som behöver hjälp",
        "cfs.why": "Kun lapsi on sairas tai on paha olo, apua pitää odottaa kauan.",
        "cfs.why_alt": "När ett barn är sjukt eller mår dåligt får man vänta länge på hjälp.",
        "cfs.you_said": (
            "- Soittaminen pelottaa, jos vastaa vieras.\n- Haluan, että joku kuuntelee eikä"
            " kiirehdi.\n- Viesti olisi helpompi kuin puhelu."
        ),
        "cfs.you_said_alt": (
            "- Det är läskigt att ringa om någon främmande svarar.\n- Jag vill att någon"
            " lyssnar utan brådska.\n- Det är lättare att skriva än att ringa."
        ),
        "cfs.decided": (
            "Lautakunta päätti, että lapset saavat oman numeron. Siihen vastaa hoitaja, joka"
            " tuntee lapset. Näin apua saa nopeammin."
        ),
        "cfs.decided_alt": (
            "Nämnden beslöt att barn får ett eget nummer. Där svarar en vårdare som känner"
            " barn. Så får man hjälp snabbare."
        ),
        "cfs.changed": (
            "Numeroon voi nyt lähettää myös viestin. Voit pyytää, että sinulle soitetaan."
            " Kaikkea ei saatu: yöllä numero on kiinni."
        ),
        "cfs.changed_alt": (
            "Nu kan man också skicka ett meddelande. Du kan be att någon ringer dig. Allt blev"
            " inte av: på natten är numret stängt."
        ),
        "cfs.next": "Katsomme joka vuosi, saako apua nopeasti. Kysymme sitä myös teiltä.",
        "cfs.next_alt": "Varje år ser vi om man får hjälp snabbt. Vi frågar er också.",
        "cfs.ask": "Kysy kuraattorilta tai omalta opettajalta.",
        "cfs.ask_alt": "Fråga kuratorn eller din lärare.",
        "cfs.level": "9-12",
        "cfs.format": ["web", "visit"],
        "case.objective": "Lapsi saa apua samana päivänä ihmiseltä, joka tuntee lapset.",
        "sco.laws": ["ecec-1"],
        "sco.limits": "Erikoissairaanhoito jätettiin pois.",
        "sco.stakeholders": ["children", "guardians", "staff", "wellbeing_county"],
        "sco.hours": 70,
        "sco.impartial": "Hyvinvointialue tarkisti luvut.",
        "grp.age": ["a0_2", "a3_5", "a6", "a7_9", "a10_12", "a13_15", "a16_17"],
        "grp.vulnerable": ["mental"],
        "grp.who_wins": "Pikkulasten perheet ja nuoret, jotka eivät uskalla soittaa.",
        "grp.who_loses": "Vaihtoehdossa 2 perheet, joilla ei ole autoa.",
        "dat.research": "Toisella alueella puhelut kolminkertaistuivat ja osastopäivät vähenivät.",
        "hpl.aim": "Haluamme tietää, kenelle lapsi ja nuori soittaa.",
        "hpl.who": ["a10_12", "a13_15", "mental"],
        "hpl.missed": "Ne, jotka eivät puhu: kirjallinen vastaus.",
        "hpl.method": ["group"],
        "hpl.guardians": "Kysely neuvolassa.",
        "hpl.staff": "Haastattelu.",
        "hpl.youth_council": "yes",
        "hpl.youth_council.date": Day(-598),
        "hpl.feedback": "Psykologi käy kertomassa.",
        "crc.art2": "Viesti tavoittaa myös ujon nuoren.",
        "crc.art3": "Lapsen nopea apu painaa enemmän kuin kustannus.",
        "crc.art6": "Oikea apu ajoissa tukee kasvua.",
        "crc.art12": "Viesti ja soittopyyntö lisättiin nuorten ehdotuksesta.",
        "cmp.conflict_children": "Ei ristiriitaa: pienet ja nuoret käyttävät numeroa eri aikaan.",
        "cmp.cumulative": "Neuvolan ajanvaraus uudistui samaan aikaan.",
        "cmp.uncertainty": "Jaksavatko hoitajat, jos puheluita on kaksi kertaa enemmän.",
        "rec.best": "1",
        "rec.reason": "Oma numero tuo avun lähelle ja samana päivänä.",
        "rec.worst": "VE0, koska apu viipyy.",
        "rec.children_said": (
            "47 lasta ja nuorta kertoi: soittaminen pelottaa, jos vastaa vieras. Viesti olisi"
            " helpompi."
        ),
        "rec.changed": "Numeroon lisättiin viesti.",
        "rec.standpoint": "Kirjoittajat vastaavat palvelusta itse.",
        "rec.summary": (
            "Lautakunta päättää lasten omasta numerosta ja vastaanotosta. Lapsille paras on oma"
            " numero (VE1): apu tulee samana päivänä. Kunnassa on 1 870 lasta, ja nuori voi"
            " lähettää viestin. Varmasti ei tiedetä, soittavatko nuoret itse."
        ),
        "rec.summary_alt": (
            "Nämnden beslutar om ett eget nummer och en mottagning för barn. Bäst för barnen är ett"
            " eget nummer (ALT1): hjälpen kommer samma dag. I kommunen finns 1 870 barn, och en ung"
            " kan skicka meddelande. Man vet inte säkert om unga ringer själva."
        ),
        "fup.owner": "Hyvinvointijohtaja",
        "fup.start": Day(-480),
        "fup.children": "Nuorilta kysytään viestillä.",
        "fup.report_to": ["board", "welfare_report", "public_page"],
        "ntc.needed": "no",
        "dec.proposal_alt": "1",
        "dec.alt": "1",
        "dec.relation": "follows",
        "dec.follow_up": True,
    },
    review=READY,
    handlings=(
        {
            "body": "Hyvinvointilautakunta",
            "date": Day(-550),
            "section": "22",
            "result": "approved",
            "votes_for": 11,
        },
    ),
    outcomes=(
        {
            "date": Day(-388),
            "realised": "partly",
            "text": "Puheluja tuli 940 ja käyntejä 930. Jono lyheni kymmeneen minuuttiin.",
            "unforeseen": "Maanantaiaamut ruuhkautuivat.",
            "children": "Nuoret pitävät viestiä helppona.",
            "lesson": "Lähtötaso kannattaa mitata ennen aloitusta.",
            "values": (940.0, 930.0, 10.0),
            "actions": (
                {
                    "action": "Maanantaiaamulle toinen hoitaja.",
                    "owner": "Osastonhoitaja",
                    "due": Day(-360),
                    "status": "done",
                },
            ),
        },
        {
            "date": Day(-112),
            "realised": "yes",
            "text": (
                "Puheluja oli 1 240 eli kolme kertaa lähtötaso ja käyntejä 1 250 eli kaksi kertaa"
                " lähtötaso. Jono on neljä minuuttia. Osastopäiviä on viidennes vähemmän."
            ),
            "unforeseen": "Joka viides yhteys on nuoren oma viesti.",
            "children": "Tuttu hoitaja vastaa, eikä tarvitse pelätä.",
            "lesson": "Nuorten ehdotus viestistä oli palvelun paras osa.",
            "values": (1240.0, 1250.0, 4.0),
        },
    ),
    course=(
        Step(Day(-640), "9.00", "open"),
        Step(Day(-640), "9.20", "screen"),
        Step(Day(-640), "9.30", "choose"),
        Step(Day(-636), "10.00", "write", "case team sco grp alt dat hpl"),
        Step(Day(-600), "13.00", "write", "hre imp mit"),
        Step(Day(-588), "11.00", "write", "crc cmp rec fup stm ntc"),
        Step(Day(-585), "9.00", "take", "submit_for_review"),
        Step(Day(-580), "10.00", "review", who="yhdyshenkilo"),
        Step(Day(-579), "10.20", "take", "approve", "yhdyshenkilo"),
        Step(Day(-564), "10.00", "write", "proc"),
        Step(Day(-563), "14.00", "take", "put_on_agenda", "esittelija"),
        Step(Day(-549), "9.00", "write", "dec"),
        Step(Day(-549), "9.20", "take", "record_decision"),
        Step(Day(-545), "11.00", "write", "cfs"),
        Step(Day(-545), "12.00", "publish", who="kirjaamo"),
        Step(Day(-540), "12.00", "tell_children", note="Koulupsykologi kertoi luokissa"),
        Step(Day(-480), "9.00", "take", "start_following"),
        Step(Day(-388), "13.00", "record", "0"),
        Step(Day(-112), "13.00", "record", "1"),
        Step(Day(-110), "12.00", "publish", who="kirjaamo", note="Seurannan tulokset lisätty."),
    ),
)
