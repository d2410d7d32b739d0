"""D9: screened out, published as one line."""

from lava.demo.shape import NO, Day, Matter, Step

FURNITURE = Matter(
    title="Toimistokalusteiden hankinta (esimerkki)",
    title_alt="Anskaffning av kontorsmöbler (exempel)",
    type="procurement",
    sector="central",
    description="Kunnantalon toimistoihin hankitaan 24 sähköpöytää ja työtuolia puitesopimuksella.",
    area="Kunnantalo",
    diary_number="RSDno-{this}-204",
    body="Kunnanhallitus",
    deadline=Day(6),
    meeting=Day(12),
    screening=NO | {"scr.affects": "no", "scr.count": "<10", "scr.type_trigger": "no"},
    extent="none",
    reason=(
        "Hankinta koskee vain kunnantalon työntekijöiden kalusteita. Lapset eivät käytä tiloja,"
        " eikä"
        " hankinta muuta lasten palveluja tai niihin varattua rahaa."
    ),
    preparer="beredare",
    course=(
        Step(Day(-10), "10.20", "open"),
        Step(Day(-10), "10.25", "screen"),
        Step(Day(-10), "10.35", "choose"),
        Step(Day(-9), "10.50", "publish", who="kirjaamo"),
    ),
)
