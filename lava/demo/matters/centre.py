"""D2: returned once in the review, now on the agenda of the council."""

from lava.demo.shape import NO, READY, USUAL, Cell, Day, Matter, Step

LASTING = {"likelihood": "3", "duration": "long"}
POSSIBLE = {"likelihood": "2", "duration": "long"}

CENTRE = Matter(
    title="Monitoimikeskus vai peruskorjaus (esimerkki)",
    title_alt="Allaktivitetscentrum eller renovering (exempel)",
    type="build",
    sector="technical",
    description=(
        "Pohjoisen alueen kaksi koulua ja kaksi päiväkotia ovat huonossa kunnossa. Ne voidaan"
        " korjata tai niiden tilalle voidaan rakentaa monitoimikeskus. Kalleimman vaihtoehdon hinta"
        " on 24,2 miljoonaa euroa. Kyselyyn vastasi 1 930 asukasta."
    ),
    area="Pohjoinen alue",
    diary_number="RSDno-{this}-176",
    body="Valtuusto",
    deadline=Day(2),
    meeting=Day(16),
    screening=NO
    | {
        "scr.affects": "direct",
        "scr.count": "250+",
        "scr.type_trigger": "yes",
        "scr.share": "yes",
        "scr.network": "yes",
        "scr.journey": "partly",
        "scr.environment": "yes",
        "scr.money": "partly",
        "scr.permanent": "yes",
    },
    extent="full",
    reason=(
        "Rakennus on kymmenien vuosien ratkaisu. Se koskee 540 lasta kahdessa koulussa ja kahdessa"
        " päiväkodissa."
    ),
    path=(
        {"body": "Sivistyslautakunta", "role": "statement", "date": Day(-13)},
        {"body": "Kunnanhallitus", "role": "prepares", "date": Day(2)},
        {"body": "Valtuusto", "role": "decides", "date": Day(16)},
    ),
    team=(
        {
            "user": "valmistelija",
            "role": "Suunnittelija",
            "sector": "education",
            "task": "Kokoaa arvioinnin",
        },
        {
            "name": "Rakennuttajapäällikkö",
            "role": "Tilat",
            "sector": "technical",
            "task": "Vaihtoehdot ja kustannukset",
        },
        {
            "name": "Päiväkodin johtaja",
            "role": "Varhaiskasvatus",
            "sector": "ecec",
            "task": "Pienten lasten kuuleminen",
        },
    ),
    scope_questions=(
        {"text": "Mitä lapsille tapahtuu rakentamisen aikana?"},
        {"text": "Kummalla tontilla piha ja matka ovat turvallisemmat?"},
        {"text": "Mitä yhteinen talo antaa pienille ja isoille?"},
    ),
    group_sizes=(
        {
            "group": "all",
            "number": 540,
            "year": 2025,
            "source": "Oppilas- ja hoitoluettelot",
            "note": "Koulut 392, päiväkodit 148",
        },
        {"group": "a3_5", "number": 148, "year": 2025, "source": "Hoitoluettelo"},
        {"group": "disability", "number": 11, "year": 2025, "source": "Sivistystoimi"},
    ),
    alternatives=(
        {
            "name": "Mitään ei tehdä",
            "child_sentence": "Mitään ei muuteta.",
            "child_sentence_alt": "Ingenting ändras.",
            "description": (
                "Rakennuksia paikataan. Kaksi luokkaa on jo pois käytöstä, ja käyttökiellon riski"
                " kasvaa."
            ),
            "day": "Liikuntatunti pidetään käytävällä, koska salin katto vuotaa.",
            "weaknesses": "Ei ole neutraali: tilat huononevat joka vuosi.",
        },
        {
            "name": "Peruskorjaus",
            "child_sentence": "Vanhat koulut ja päiväkodit korjataan yksi kerrallaan.",
            "child_sentence_alt": "De gamla skolorna och daghemmen repareras ett i taget.",
            "description": (
                "Koulut ja päiväkodit korjataan yksi kerrallaan. Lapset ovat väistötiloissa neljä"
                " vuotta. Hinta on 19,6 miljoonaa euroa."
            ),
            "day": (
                "Ekaluokkalainen käy ensimmäiset vuotensa väistötilassa ja palaa omaan kouluunsa"
                " nelosella."
            ),
            "origin": "councillors",
            "feasible": "yes",
            "start": Day(430),
            "cost_year": 260000,
            "cost_once": 19600000,
        },
        {
            "name": "Monitoimikeskus koulun tontille",
            "child_sentence": "Tehdään yksi uusi talo koulun viereen.",
            "child_sentence_alt": "Man bygger ett nytt hus bredvid skolan.",
            "description": (
                "Koulut ja päiväkodit tulevat saman katon alle nykyisen koulun viereen. Urheilusali"
                " on osa koulua. Hinta on 24,2 miljoonaa euroa."
            ),
            "day": (
                "Päiväkotilainen ja isosisko kävelevät samaan pihaan. Salissa on vapaata vuoroa"
                " iltapäivällä."
            ),
            "origin": "preparer",
            "feasible": "yes",
            "start": Day(430),
            "cost_year": 40000,
            "cost_once": 24200000,
            "strengths": "Yksi muutto, sali ja metsä vieressä.",
            "weaknesses": "Seurojen vuorot salissa vähenevät.",
        },
        {
            "name": "Monitoimikeskus kentän tontille",
            "child_sentence": "Tehdään yksi uusi talo kentän viereen.",
            "child_sentence_alt": "Man bygger ett nytt hus bredvid planen.",
            "description": (
                "Keskus rakennetaan urheilukentän viereen kaupan taakse. Hinta on 23,1 miljoonaa"
                " euroa."
            ),
            "day": "Lapsi ylittää vilkkaan tien kahdesti päivässä, mutta kenttä on vieressä.",
            "origin": "consultant",
            "feasible": "partly",
            "feasible_text": "Kaavaa on muutettava.",
            "start": Day(600),
            "cost_year": 30000,
            "cost_once": 23100000,
        },
    ),
    rejected=(
        {
            "name": "Kaksi erillistä uutta koulua",
            "reason": "Hinta nousisi yli 30 miljoonan, eikä lapsia riitä kahteen.",
        },
    ),
    evidence=(
        {
            "type": "stats",
            "title": "Lapset ja ennuste",
            "finding": "540 lasta nyt, 470 kymmenen vuoden päästä.",
            "reliability": "fair",
        },
        {
            "type": "env",
            "title": "Kuntotutkimus ja liikennelaskenta",
            "finding": (
                "Neljä taloa viidestä on huonossa kunnossa. Kentän tien ylittää 6 200 autoa"
                " päivässä."
            ),
            "reliability": "good",
        },
        {
            "type": "guardians",
            "title": "Asukaskysely, kahdeksan osiota",
            "finding": "1 930 vastausta. Koulun tonttia kannatti 58 prosenttia.",
            "reliability": "fair",
        },
        {
            "type": "staff",
            "title": "Työpajat henkilöstölle",
            "finding": "Yhteinen talo helpottaa siirtymää päiväkodista kouluun.",
            "reliability": "fair",
        },
        {
            "type": "peer",
            "title": "Vierailu toiseen monitoimikeskukseen",
            "finding": "Pienten oma sisäänkäynti vähensi melua.",
            "reliability": "fair",
        },
    ),
    gaps=(
        {
            "gap": "Kuinka kauan väistötiloissa oltaisiin, jos korjaus laajenee.",
            "importance": "3",
            "action": "Kuntotutkimusta täydennetään.",
        },
    ),
    hearings=(
        {
            "date": Day(-128),
            "group": "Päiväkotien lapset",
            "method": "draw",
            "groups": ("a3_5",),
            "invited": 90,
            "number": 74,
            "facilitator": "Varhaiskasvatuksen opettajat",
            "questions": "Piirrä paikka, jossa on hyvä leikkiä.",
            "said": "Piha, jossa on metsää. Iso talo on jännittävä, jos äiti ei löydä ovea.",
            "hopes": "Mäki, jossa voi kieriä.",
            "worries": "Isot juoksevat päälle.",
            "proposals": "Oma portti pienille.",
            "differences": "Viisivuotiaat odottivat koulua, kolmevuotiaat eivät.",
            "limits": "Aikuiset kirjasivat kuvien tarinat.",
            "effect": "Pienille piirrettiin oma portti ja piha.",
        },
        {
            "date": Day(-121),
            "group": "Koulujen luokat 2-6",
            "method": "workshop",
            "groups": ("a7_9", "a10_12", "disability"),
            "invited": 140,
            "number": 118,
            "facilitator": "Nuorisotyöntekijä",
            "questions": "Kummalla tontilla olisi hyvä koulu? Mikä pelottaa muutossa?",
            "said": (
                "Kaverit ovat tärkein asia. Tien yli on pelottavaa kulkea. Salissa pitää olla"
                " kerhoja."
            ),
            "hopes": "Metsä ja sali.",
            "worries": "Ylitys ja melu.",
            "proposals": "Alikulku tai suojatie valoilla.",
            "differences": "Pyörätuolia käyttävät näkivät eniten esteitä kentän tontilla.",
            "limits": "Yksi koulu oli retkellä.",
            "effect": "Liikenne mitattiin uudelleen, ja esteettömyys kirjattiin ehdoksi.",
        },
    ),
    irrelevant={
        "family_finance": "Maksut eivät muutu missään vaihtoehdossa.",
        "participation": "Lapset ovat mukana suunnittelussa kaikissa vaihtoehdoissa.",
        "services": "Palvelut pysyvät samoina, vain talo muuttuu.",
        "identity": "Kielet ja ryhmät jatkavat kaikissa vaihtoehdoissa.",
        "equality": "Esteettömyys on arvioitu omana ryhmänä turvallisuuden kohdalla.",
        "relationships": "Ryhmät pysyvät yhdessä kaikissa vaihtoehdoissa.",
    },
    impacts={
        (0, "health", "all"): Cell(
            "neg",
            3,
            "Sisäilma huononee ja käyttökielto on mahdollinen.",
            evidence="e2",
            count=540,
            **LASTING,
        ),
        (0, "safety", "all"): Cell(
            "neg",
            2,
            "Rakenteiden kunto ei ole kaikilta osin turvallinen.",
            evidence="e2",
            **LASTING,
        ),
        (0, "learning", "all"): Cell(
            "neg", 1, "Kaksi luokkaa on pois käytöstä.", evidence="e4", **LASTING
        ),
        (0, "leisure", "all"): Cell(
            "neg", 1, "Salia ei voi käyttää talvella.", evidence="h2", **LASTING
        ),
        (0, "everyday", "all"): Cell("none", None, "Matkat pysyvät samoina."),
        (0, "environment", "all"): Cell(
            "neg", 1, "Pihan leikit on poistettu vaarallisina.", evidence="h1", **LASTING
        ),
        (1, "health", "all"): Cell(
            "pos",
            2,
            "Tilat paranevat, mutta väistötiloissa ollaan neljä vuotta.",
            evidence="e2",
            **LASTING,
        ),
        (1, "safety", "all"): Cell(
            "pos", 1, "Talot korjataan turvallisiksi.", evidence="e2", **LASTING
        ),
        (1, "learning", "all"): Cell(
            "neg", 1, "Neljä vuotta väistötiloissa hajottaa ryhmiä.", evidence="e4", **POSSIBLE
        ),
        (1, "leisure", "all"): Cell(
            "neg", 1, "Piha on työmaana vuosia.", evidence="h1", **POSSIBLE
        ),
        (1, "everyday", "all"): Cell(
            "neg",
            2,
            "Väistötilaan on neljä kilometriä neljän vuoden ajan.",
            evidence="e2",
            **LASTING,
        ),
        (1, "environment", "all"): Cell(
            "pos", 1, "Tutut pihat säilyvät.", evidence="h1", **LASTING
        ),
        (2, "health", "all"): Cell(
            "pos",
            3,
            "540 lasta saa terveet tilat yhdellä muutolla.",
            evidence="e2 h2",
            count=540,
            **LASTING,
        ),
        (2, "safety", "all"): Cell(
            "pos",
            2,
            "Oma portti pienille, eikä vilkasta tietä ylitetä.",
            evidence="e2 h1",
            **LASTING,
        ),
        (2, "learning", "all"): Cell(
            "pos", 2, "Siirtymä päiväkodista kouluun pehmenee.", evidence="e4", **LASTING
        ),
        (2, "leisure", "all"): Cell(
            "mixed", 1, "Kerhot saavat salin, seurat menettävät vuoroja.", evidence="h2", **LASTING
        ),
        (2, "everyday", "all"): Cell(
            "pos", 1, "Sisarukset kulkevat samaan pihaan.", evidence="h2", **LASTING
        ),
        (2, "environment", "all"): Cell(
            "pos", 1, "Metsä ja mäki säilyvät pihan vieressä.", evidence="h1", **LASTING
        ),
        (3, "health", "all"): Cell(
            "pos", 2, "Terveet tilat, tien melu kuuluu pihalle.", evidence="e2", **LASTING
        ),
        (3, "safety", "all"): Cell(
            "neg", 2, "6 200 auton tien ylitys kahdesti päivässä.", evidence="e2 h2", **LASTING
        ),
        (3, "learning", "all"): Cell(
            "pos", 2, "Samat tilat kuin vaihtoehdossa 2.", evidence="e4", **LASTING
        ),
        (3, "leisure", "all"): Cell("pos", 2, "Kenttä on vieressä.", evidence="h2", **LASTING),
        (3, "everyday", "all"): Cell(
            "neg", 1, "Matka pitenee keskimäärin puoli kilometriä.", evidence="e2", **LASTING
        ),
        (3, "environment", "all"): Cell(
            "neg", 2, "Metsä jää pois pihasta.", evidence="h1", **LASTING
        ),
        (3, "safety", "disability"): Cell(
            "neg",
            2,
            "Ylitys ja mäki ovat raskaita pyörätuolilla.",
            evidence="h2",
            count=11,
            **LASTING,
        ),
    },
    mitigations={
        (0, "health", "all"): (
            {
                "measure": "Ilmanpuhdistimet ja luokkien kierto.",
                "owner": "Kiinteistöpäällikkö",
                "due": Day(60),
                "type": "reduce",
                "cost": 40000,
            },
        ),
        (0, "safety", "all"): (
            {
                "measure": "Vaaralliset osat suljetaan lapsilta.",
                "owner": "Kiinteistöpäällikkö",
                "due": Day(30),
                "type": "avoid",
            },
        ),
        (1, "everyday", "all"): (
            {
                "measure": "Bussi väistötilaan aamulla ja iltapäivällä.",
                "owner": "Kuljetusten suunnittelija",
                "due": Day(430),
                "type": "compensate",
                "cost": 88000,
            },
        ),
        (2, "leisure", "all"): (
            {
                "measure": "Seuroille vuoroja naapurikoulun salista.",
                "owner": "Liikuntatoimi",
                "due": Day(500),
                "type": "compensate",
            },
        ),
        (3, "safety", "all"): (
            {
                "measure": "Liikennevalot ja alikulku ennen avaamista.",
                "owner": "Tekninen johtaja",
                "due": Day(590),
                "type": "avoid",
                "cost": 640000,
            },
        ),
        (3, "safety", "disability"): (
            {
                "measure": "Esteetön reitti ja loiva ramppi.",
                "owner": "Tekninen johtaja",
                "due": Day(590),
                "type": "reduce",
            },
        ),
    },
    unmitigated={(3, "environment", "all"): "Metsää ei voi siirtää tontille."},
    interests=(
        {
            "interest": "Kunnan talous",
            "strength": "3",
            "relation": "VE2 on kallein rakentaa mutta halpa ylläpitää.",
        },
        {
            "interest": "Seurat ja muut käyttäjät",
            "strength": "2",
            "relation": "Sali on jaettava lasten ja seurojen kesken.",
        },
    ),
    notices=(
        {
            "text": (
                "Pohjoisen alueen koulujen ja päiväkotien tiloista tehdään päätös. Vaihtoehtoja on"
                " neljä. Jokainen voi kertoa mielipiteensä kirjaamoon tai asukasillassa, myös"
                " lapset."
            ),
            "channels": ("web", "paper", "event"),
            "published": Day(-150),
            "until": Day(-122),
            "summary": (
                "64 mielipidettä. Moni epäili tien ylitystä, ja liikenne mitattiin uudelleen."
            ),
        },
    ),
    statements=(
        {
            "sender": "youth_council",
            "name": "Nuorisovaltuusto",
            "date": Day(-102),
            "text": "Koulun tontti on paras. Sali on pidettävä lasten käytössä iltapäivisin.",
            "answer": "Iltapäivävuorot kirjattiin ehtoihin.",
            "statementview": ({"alternative": 2, "stand": "for", "why": "Ei tietä ylitettävänä."},),
        },
    ),
    points=(
        {"due": Day(560), "what": "Ensimmäinen syksy uudessa talossa", "who": "Sivistysjohtaja"},
        {"due": Day(830), "what": "Vuosi avaamisesta", "who": "Sivistysjohtaja"},
    ),
    indicators=(
        {
            "impact": (2, "health", "all"),
            "indicator": "Sisäilmaoireista kertovat lapset",
            "unit": "% lapsista",
            "baseline": 31.0,
            "target": 8.0,
            "source": "Kouluterveyskysely",
            "interval": "vuosittain",
        },
    ),
    answers=USUAL
    | {
        "cfs.title": "Korjataanko koulut vai tehdäänkö uusi talo?",
        "cfs.title_alt": "Repareras skolorna eller byggs ett nytt hus?",
        "cfs.why": (
            "Kaksi koulua ja kaksi päiväkotia ovat huonossa kunnossa. Katto vuotaa, ja kaksi"
            " luokkaa on kiinni."
        ),
        "cfs.why_alt": (
            "Två skolor och två daghem är i dåligt skick. Taket läcker, och två klassrum är"
            " stängda."
        ),
        "cfs.you_said": (
            "- Kaverit ovat tärkein asia.\n- Tien yli on pelottavaa kulkea.\n- Pihalle halutaan"
            " metsää ja mäki, jossa voi kieriä."
        ),
        "cfs.you_said_alt": (
            "- Kompisarna är viktigast.\n- Det känns läskigt att gå över vägen.\n- På gården"
            " vill ni ha skog och en backe att rulla i."
        ),
        "cfs.changed": (
            "Pienet saavat suunnitelmassa oman portin ja oman pihan. Mittasimme autot"
            " uudelleen, koska kerroitte tiestä. Talossa pääsee liikkumaan myös pyörätuolilla."
        ),
        "cfs.changed_alt": (
            "I planen får de minsta en egen grind och en egen gård. Vi räknade bilarna på nytt,"
            " eftersom ni berättade om vägen. I huset kan man röra sig också med rullstol."
        ),
        "cfs.next": (
            "Valtuusto päättää asiasta pian. Sitten kerromme teille, mitä päätettiin ja miksi."
        ),
        "cfs.next_alt": (
            "Fullmäktige beslutar snart. Sedan berättar vi för er vad som beslutades och varför."
        ),
        "cfs.ask": "Kysy omalta opettajalta tai päiväkodin aikuiselta.",
        "cfs.ask_alt": "Fråga din lärare eller en vuxen på daghemmet.",
        "cfs.level": "9-12",
        "cfs.format": ["web", "visit"],
        "case.objective": (
            "Terveet tilat 540 lapselle. Samalla ylläpidon kustannuksia halutaan alas."
        ),
        "case.background": "Kuntotutkimus valmistui keväällä.",
        "sco.limits": (
            "Talouden ja tukipalvelujen vertailu on rakennushankkeen liitteessä, tässä arvioidaan"
            " vain lapset."
        ),
        "sco.laws": ["build-1", "build-2"],
        "sco.stakeholders": ["children", "guardians", "staff", "sports_clubs"],
        "sco.hours": 150,
        "sco.impartial": "Laskelmat teki toinen toimiala kuin arvioinnin.",
        "grp.age": ["a3_5", "a6", "a7_9", "a10_12"],
        "grp.vulnerable": ["disability"],
        "grp.who_wins": "Lapset, jotka nyt oirehtivat, ja pienet, jotka siirtyvät kouluun.",
        "grp.who_loses": "Kentän tontilla pyörätuolia käyttävät 11 lasta.",
        "dat.forecast": "540 lasta nyt, 470 kymmenen vuoden päästä.",
        "dat.research": "Muualla pienten oma ovi ja piha ovat vähentäneet melua.",
        "hpl.aim": "Haluamme tietää, millainen piha ja talo on hyvä. Tonttia ei ole päätetty.",
        "hpl.who": ["a3_5", "a7_9", "a10_12", "disability"],
        "hpl.missed": "Puhumattomat lapset: kuvat.",
        "hpl.method": ["draw", "workshop"],
        "hpl.guardians": "Kysely ja kaksi iltaa.",
        "hpl.staff": "Työpajat.",
        "hpl.youth_council": "yes",
        "hpl.youth_council.date": Day(-120),
        "hpl.feedback": "Luokkiin ja ryhmiin viedään kuva päätöksestä.",
        "crc.art2": "Esteettömyys on ehto kaikissa vaihtoehdoissa.",
        "crc.art3": "Terveys ja turvallinen matka painoivat eniten.",
        "crc.art6": "Terveet tilat tukevat koko lapsuutta.",
        "crc.art12": "Oma portti ja toinen liikennelaskenta tulivat lapsilta.",
        "cmp.conflict_children": (
            "Pienet tarvitsevat rauhaa, isot tilaa. Omat pihat sovittavat nämä."
        ),
        "cmp.cumulative": "Kirkonkylän uusi koulu rakennetaan samoina vuosina.",
        "cmp.uncertainty": "Korjauksen laajuus.",
        "rec.best": "2",
        "rec.reason": (
            "Koulun tontilla terveys, turvallinen matka ja metsä toteutuvat yhdellä muutolla."
        ),
        "rec.conditions": "Oma portti pienille, esteetön piha ja iltapäivävuorot lapsille.",
        "rec.worst": "VE0. Se ei ole neutraali, vaan tilat huononevat joka vuosi.",
        "rec.children_said": (
            "192 lasta kertoi: piha, jossa on metsää. Kaverit ovat tärkeimpiä. Tien yli on"
            " pelottavaa kulkea."
        ),
        "rec.changed": "Liikenne laskettiin uudelleen ja pienille piirrettiin oma portti.",
        "rec.standpoint": (
            "Kirjoittajat vastaavat rakennuksista. Seurojen näkökulma on kysytty, ei eletty."
        ),
        "rec.summary": (
            "Valtuusto päättää, korjataanko neljä taloa vai rakennetaanko monitoimikeskus. Päätös"
            " koskee 540 lasta. Lapsille paras on keskus koulun tontille (VE2): terveet tilat"
            " yhdellä muutolla, eikä vilkasta tietä ylitetä. Hinta on 24,2 miljoonaa euroa."
        ),
        "rec.summary_alt": (
            "Fullmäktige beslutar om fyra hus ska renoveras eller om ett allaktivitetscentrum ska"
            " byggas. Beslutet gäller 540 barn. Bäst för barnen är centrumet på skolans tomt"
            " (ALT2): friska lokaler med en flytt, och ingen livlig väg att korsa. Priset är 24,2"
            " miljoner euro. 192 barn hördes. Man vet inte säkert hur omfattande renoveringen"
            " skulle bli."
        ),
        "fup.owner": "Sivistysjohtaja",
        "fup.start": Day(430),
        "fup.children": "Lapset kuvaavat pihaa uudelleen.",
        "fup.report_to": ["council", "youth_council", "public_page"],
        "ntc.needed": "yes",
    },
    revised={
        "rec.summary": (
            "Valtuusto päättää, korjataanko neljä taloa vai rakennetaanko monitoimikeskus. Päätös"
            " koskee 540 lasta.\n\nLapsille paras on keskus koulun tontille (VE2): terveet tilat"
            " yhdellä muutolla, eikä vilkasta tietä ylitetä. Hinta on 24,2 miljoonaa euroa. Kentän"
            " tontilla (VE3) kulku on raskas 11 lapselle, jotka käyttävät pyörätuolia. Jos mitään"
            " ei tehdä (VE0), tilat huononevat.\n\n192 lasta kuultiin. Kyselyyn vastasi 1 930"
            " asukasta. Varmasti ei tiedetä, kuinka laaja korjaus olisi."
        )
    },
    review=READY | {"qa.clear.comment": "Tiivistelmä kertoo nyt myös sen, mitä ei tiedetä."},
    questions=(
        (
            "Miksi kallein vaihtoehto on lapsille paras?",
            (
                "Hinta on rakentamisen hinta. Lapsille ratkaisevat terveet tilat, yksi muutto ja"
                " turvallinen matka. Ylläpito maksaa 220 000 euroa vähemmän vuodessa kuin"
                " korjatuissa taloissa."
            ),
        ),
    ),
    course=(
        Step(Day(-180), "9.00", "open"),
        Step(Day(-180), "9.20", "screen"),
        Step(Day(-180), "9.30", "choose"),
        Step(Day(-170), "10.00", "write", "case team sco grp alt hpl"),
        Step(Day(-150), "9.00", "write", "dat ntc"),
        Step(Day(-118), "13.00", "write", "hre"),
        Step(Day(-100), "13.00", "write", "imp mit stm"),
        Step(Day(-70), "14.00", "write", "crc cmp rec fup"),
        Step(Day(-50), "9.40", "take", "submit_for_review"),
        Step(
            Day(-44),
            "10.00",
            "take",
            "return_for_changes",
            "yhdyshenkilo",
            (
                "Tiivistelmästä puuttuu, mitä vaihtoehto 3 merkitsee lapselle, joka käyttää"
                " pyörätuolia, ja mitä ei tiedetä."
            ),
        ),
        Step(Day(-39), "10.00", "rewrite"),
        Step(Day(-38), "9.40", "take", "submit_for_review"),
        Step(Day(-32), "10.00", "review", who="yhdyshenkilo"),
        Step(Day(-32), "10.30", "take", "approve", "yhdyshenkilo"),
        Step(Day(-7), "13.00", "write", "proc"),
        Step(Day(-6), "13.30", "write", "cfs"),
        Step(Day(-6), "14.00", "publish", who="kirjaamo"),
        Step(Day(-5), "15.00", "take", "put_on_agenda", "esittelija"),
        Step(Day(-3), "19.00", "ask", who="valtuutettu"),
        Step(Day(-1), "9.00", "reply"),
    ),
)
