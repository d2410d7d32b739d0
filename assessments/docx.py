"""The agenda text with summary, matrix and hearing as a Word file, for the agenda system.

This is the only module that imports python-docx. The file is made in memory from frozen content:
real styles and headings, tables with header rows that repeat, the language of every text. Nothing
is fetched, and the file names neither the machine nor the program's template.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterable
from datetime import date, datetime, time

from django.utils import timezone, translation
from django.utils.translation import gettext as _
from docx import Document
from docx.enum.section import WD_ORIENT, WD_SECTION
from docx.enum.text import WD_TAB_ALIGNMENT
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor

from assessments.agenda import AgendaText, Run, Sentence
from assessments.content import line
from assessments.letters import Letter

CONTENT_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
LOCALES = {"fi": "fi-FI", "sv": "sv-FI", "en": "en-GB"}
_BLANK_LINE = re.compile(r"\n\s*\n")
FONT = "Arial"
INK, ACCENT, SOFT, WARNING = (
    RGBColor.from_string(each) for each in ("16252A", "0B5563", "47595F", "7B4A00")
)
HEADER_FILL = "E6EEF0"
WIDE_FROM = 5
"""From this many alternatives on the matrix gets a landscape page, as in the PDF."""

# Style: size in points, colour, bold, space before and after in points.
STYLES = {
    "Normal": (10.5, INK, False, 0, 6),
    "List Bullet": (10.5, INK, False, 0, 3),
    "Title": (20, INK, True, 0, 6),
    "Subtitle": (11, SOFT, False, 0, 12),
    "Heading 1": (15, ACCENT, True, 18, 6),
    "Heading 2": (12, INK, True, 12, 4),
    "Heading 3": (10.5, INK, True, 8, 2),
    "Caption": (10, INK, True, 8, 4),
    "Quote": (11, INK, False, 4, 8),
    "Header": (8.5, SOFT, False, 0, 0),
    "Footer": (8.5, SOFT, False, 0, 0),
}
# What python-docx's template brings along: its thumbnail, its program and a bibliography.
LEFT_OUT = (
    "http://schemas.openxmlformats.org/package/2006/relationships/metadata/thumbnail",
    RELATIONSHIP_TYPE.EXTENDED_PROPERTIES,
    RELATIONSHIP_TYPE.CUSTOM_XML,
)


def render(content: dict, text: AgendaText) -> bytes:
    """The Word file of one frozen assessment and its agenda text, in the content's language."""
    with translation.override(content["language"]):
        return _Writing(content, text).file()


def render_letter(letter: Letter, text: str, sender: str) -> bytes:
    """A letter as a Word file with the text as the official left it; ``sender`` is the body."""
    content = {
        "language": letter.language,
        "authored": "",
        "title": letter.title,
        "title_language": letter.language,
        "municipality": {"name": sender},
        "diary_number": "",
        "is_demo": False,
        "made": {"as_of": {"iso": timezone.localdate().isoformat(), "text": ""}},
    }
    with translation.override(letter.language):
        writing = _Writing(content, None)
        writing.prepare()
        writing.paragraph(letter.title, style="Title")
        writing.paragraphs(_BLANK_LINE.split(text.strip()), "")
        made = io.BytesIO()
        writing.document.save(made)
    return made.getvalue()


class _Writing:
    """One file being written. Runs with the content's language active."""

    def __init__(self, content: dict, text: AgendaText | None):
        self.content = content
        self.text = text
        self.authored = content["authored"]
        self.document = Document()

    def file(self) -> bytes:
        self.prepare()
        self.head()
        self.agenda()
        if self.text.blocks and self.content["extent"]["key"] != "none":
            self.summary()
            self.impacts()
            self.hearing()
            self.procedure()
        else:
            self.screening()
        made = io.BytesIO()
        self.document.save(made)
        return made.getvalue()

    # --- The file ------------------------------------------------------------------------------

    def prepare(self) -> None:
        for name, (size, colour, is_bold, before, after) in STYLES.items():
            self.style(name, size, colour, is_bold, before, after)
        self.languages()
        self.properties()
        for part in (self.document.part.package, self.document.part):
            for key in [key for key, rel in part.rels.items() if rel.reltype in LEFT_OUT]:
                del part.rels[key]
        self.page(self.document.sections[0])
        self.running()

    def style(self, name, size, colour, is_bold, before, after) -> None:
        style = self.document.styles[name]
        fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
        fonts.attrib.clear()
        for script in ("ascii", "hAnsi", "cs", "eastAsia"):
            fonts.set(qn(f"w:{script}"), FONT)
        style.font.size = Pt(size)
        style.font.color.rgb = colour
        style.font.bold = is_bold
        style.paragraph_format.space_before = Pt(before)
        style.paragraph_format.space_after = Pt(after)
        for border in style.element.iter(qn("w:pBdr")):
            border.getparent().remove(border)
            break

    def languages(self) -> None:
        locale = LOCALES[self.content["language"]]
        for language in self.document.styles.element.iter(qn("w:lang")):
            language.set(qn("w:val"), locale)
        settings = self.document.settings.element
        for language in settings.iter(qn("w:themeFontLang")):
            language.set(qn("w:val"), locale)
        for identifiers in list(settings.iter(qn("w:rsids"))):
            settings.remove(identifiers)

    def properties(self) -> None:
        content, told = self.content, self.document.core_properties
        as_of = content["made"]["as_of"]["iso"]
        moment = datetime.combine(date.fromisoformat(as_of), time(12))
        told.title = line(f"{_('Child impact assessment')}: {content['title']}")[:255]
        told.author = told.last_modified_by = line(content["municipality"]["name"])
        told.subject = line(content["diary_number"])[:255]
        told.language = LOCALES[content["language"]]
        told.category = told.comments = told.keywords = told.version = ""
        told.revision = 1
        told.created = told.modified = moment

    def page(self, section, *, is_wide: bool = False) -> None:
        width, height = (Mm(297), Mm(210)) if is_wide else (Mm(210), Mm(297))
        section.orientation = WD_ORIENT.LANDSCAPE if is_wide else WD_ORIENT.PORTRAIT
        section.page_width, section.page_height = width, height
        section.left_margin = section.right_margin = Mm(20 if is_wide else 24)
        section.top_margin = section.bottom_margin = Mm(22)

    def running(self) -> None:
        content, section = self.content, self.document.sections[0]
        title = content["title"]
        title = f"{title[:60].rstrip()}…" if len(title) > 61 else title
        above = section.header.paragraphs[0]
        self.run(above, content["municipality"]["name"] + " · ")
        self.run(above, title, self.other(content["title_language"]))
        if content["is_demo"]:
            mark = section.header.add_paragraph(style="Header")
            self.run(mark, _("Demonstration: invented data"), colour=WARNING, is_bold=True)
        below = section.footer.paragraphs[0]
        below.paragraph_format.tab_stops.clear_all()
        below.paragraph_format.tab_stops.add_tab_stop(Mm(162), WD_TAB_ALIGNMENT.RIGHT)
        facts = (
            _("Child impact assessment"),
            content["diary_number"],
            content["made"]["as_of"]["text"],
        )
        self.run(below, " · ".join(each for each in facts if each))
        below.add_run("\t")
        number = OxmlElement("w:fldSimple")
        number.set(qn("w:instr"), "PAGE")
        shown = OxmlElement("w:r")
        digit = OxmlElement("w:t")
        digit.text = "1"
        shown.append(digit)
        number.append(shown)
        below._p.append(number)

    # --- Pieces --------------------------------------------------------------------------------

    def other(self, language: str) -> str:
        return "" if language == self.content["language"] else language

    def run(self, paragraph, text: str, language: str = "", *, colour=None, is_bold=None):
        """Text with its language; whatever XML or a printer cannot bear has been taken out."""
        made = paragraph.add_run("\n".join(line(each) for each in _lines(text)))
        if language:
            mark = OxmlElement("w:lang")
            mark.set(qn("w:val"), LOCALES[language])
            made._r.get_or_add_rPr().append(mark)
        if is_bold is not None:
            made.font.bold = is_bold
        if colour is not None:
            made.font.color.rgb = colour
        return made

    def paragraph(self, text: str, language: str = "", style: str = "Normal", **look):
        made = self.document.add_paragraph(style=style)
        self.run(made, text, language, **look)
        return made

    def paragraphs(self, texts: Iterable[str], language: str, style: str = "Normal") -> None:
        for text in texts:
            self.paragraph(text, language, style)

    def heading(self, text: str, level: int, language: str = "") -> None:
        self.paragraph(text, language, f"Heading {level}")

    def sentences(self, sentences: Iterable[Sentence], style: str = "Normal"):
        made = self.document.add_paragraph(style=style)
        for place, sentence in enumerate(sentences):
            for run in ((Run(" "),) if place else ()) + sentence.runs:
                # The spaces between the pieces of a sentence belong to it.
                self.run_as_is(made, run)
        return made

    def run_as_is(self, paragraph, run: Run) -> None:
        before = " " if run.text[:1].isspace() else ""
        after = " " if run.text[1:] and run.text[-1:].isspace() else ""
        made = self.run(paragraph, "", run.language)
        made.text = f"{before}{line(run.text)}{after}"

    # --- Parts ---------------------------------------------------------------------------------

    def head(self) -> None:
        content = self.content
        self.paragraph(content["title"], self.other(content["title_language"]), "Title")
        facts = [
            content["municipality"]["name"],
            content["body"],
            content["meeting_date"]["text"],
            content["diary_number"],
            content["status"]["label"],
        ]
        self.paragraph(" · ".join(each for each in facts if each), style="Subtitle")
        if content["is_demo"]:
            self.paragraph(
                _("Demonstration data. The people, the matters and the decisions are invented."),
                colour=WARNING,
                is_bold=True,
            )
        if self.authored:
            notes = {
                "fi": _(
                    "The assessment was written in Finnish. Parts that have not been translated"
                    " are in that language."
                ),
                "sv": _(
                    "The assessment was written in Swedish. Parts that have not been translated"
                    " are in that language."
                ),
            }
            self.paragraph(notes[content["text_language"]], colour=SOFT)

    def agenda(self) -> None:
        self.heading(_("Text for the agenda item"), 1)
        for block in self.text.blocks:
            if block.heading:
                self.heading(block.heading, 2)
            for paragraph in block.paragraphs:
                if paragraph.sentences:
                    intro = self.sentences(paragraph.sentences)
                    intro.paragraph_format.keep_with_next = bool(paragraph.items)
                for item in paragraph.items:
                    self.sentences([item], "List Bullet")
        if not self.text.blocks:
            self.paragraph(_("There is no text yet: the extent has not been confirmed."))

    def screening(self) -> None:
        screening = self.content["screening"]
        if not screening:
            return
        self.heading(_("The extent and its reasons"), 1)
        self.paragraph(screening["chosen"], is_bold=True)
        self.paragraphs(screening["reason"], self.authored)

    def summary(self) -> None:
        recommendation = self.content["recommendation"]
        self.heading(_("Summary"), 1)
        if recommendation["best"]:
            best = self.document.add_paragraph()
            self.run(best, _("Best for children:"), is_bold=True)
            best.add_run(" ")
            self.run(best, recommendation["best"], self.authored)
        if recommendation["summary"]:
            language = self.other(recommendation["summary_language"])
            self.paragraphs(recommendation["summary"], language)
        else:
            self.paragraph(_("The summary has not been written yet."))

    def impacts(self) -> None:
        content = self.content
        is_wide = len(content["alternatives"]) >= WIDE_FROM
        if is_wide:
            self.page(self.document.add_section(WD_SECTION.NEW_PAGE), is_wide=True)
        self.heading(_("Impacts on children"), 1)
        if content["matrix"]:
            self.matrix(
                _("Impacts on all children concerned, by dimension and alternative"),
                _("Dimension"),
                [(row["label"], row["cells"]) for row in content["matrix"]],
                has_totals=True,
            )
            legend = _(
                "Symbols: + positive, − negative, ± mixed, 0 no effect, ? unknown. A doubled sign"
                " is a large impact; the number is from −3 to +3. “Notable harm” marks a large"
                " harm, or a moderate harm to a group in a vulnerable situation."
            )
            self.paragraph(legend, colour=SOFT).paragraph_format.space_before = Pt(4)
        else:
            self.paragraph(_("No impacts have been recorded yet."))
        if content["group_impacts"]:
            self.matrix(
                _("Impacts on groups that differ from the others"),
                _("Group and dimension"),
                [
                    (f"{row['group']}: {row['label']}", row["cells"])
                    for row in content["group_impacts"]
                ],
            )
        if is_wide:
            self.page(self.document.add_section(WD_SECTION.NEW_PAGE))

    def matrix(self, caption: str, corner: str, rows: list, *, has_totals: bool = False) -> None:
        """A table whose first row repeats on every page and whose first column heads the rows."""
        alternatives = self.content["alternatives"]
        above = self.paragraph(caption, style="Caption")
        above.paragraph_format.keep_with_next = True
        number = 1 + len(rows) + has_totals
        table = self.document.add_table(number, 1 + len(alternatives), style="Table Grid")
        told = OxmlElement("w:tblCaption")
        told.set(qn("w:val"), line(caption))
        table._tbl.tblPr.append(told)
        head, *body = table.rows
        _mark(head, "w:tblHeader")
        cells = head.cells
        self.cell(cells[0], corner, is_head=True)
        for cell, each in zip(cells[1:], alternatives, strict=True):
            self.cell(cell, each["code"], is_head=True)
            cell.paragraphs[0].add_run(" ")
            self.run(cell.paragraphs[0], each["name"], self.authored, is_bold=True)
        for row, (label, judged) in zip(body, rows, strict=False):
            first, *others = row.cells
            self.cell(first, label, is_head=True)
            for cell, each in zip(others, judged, strict=True):
                self.judged(cell, each)
        if has_totals:
            first, *others = body[-1].cells
            self.cell(first, _("In all"), is_head=True)
            for cell, each in zip(others, alternatives, strict=True):
                self.totals(cell, each)
        for row in table.rows:
            _mark(row, "w:cantSplit")

    def cell(self, cell, text: str, *, is_head: bool = False) -> None:
        paragraph = cell.paragraphs[0]
        paragraph.paragraph_format.space_after = Pt(2)
        self.run(paragraph, text, is_bold=is_head or None)
        if is_head:
            fill = OxmlElement("w:shd")
            for name, value in (("val", "clear"), ("color", "auto"), ("fill", HEADER_FILL)):
                fill.set(qn(f"w:{name}"), value)
            cell._tc.get_or_add_tcPr().append(fill)

    def judged(self, cell, judged: dict) -> None:
        words = f"{judged['symbol']} {judged['word']}"
        if judged["number"]:
            words += f" ({judged['number']})"
        self.cell(cell, words)
        self.harm(cell, judged["flagged"])

    def totals(self, cell, alternative: dict) -> None:
        words = _("positive %(positive)s, negative %(negative)s, unknown %(unknown)s")
        self.cell(
            cell, words % {key: alternative[key] for key in ("positive", "negative", "unknown")}
        )
        self.harm(cell, alternative["flagged"])

    def harm(self, cell, is_flagged: bool) -> None:
        if is_flagged:
            self.run(cell.add_paragraph(), _("Notable harm"), is_bold=True)

    def hearing(self) -> None:
        content = self.content
        self.heading(_("What the children said"), 1)
        self.paragraphs(content["recommendation"]["children_said"], self.authored, "Quote")
        if not content["hearings"]:
            self.paragraph(_("No hearing was held in this assessment."))
            self.paragraphs(content["not_heard"], self.authored)
        for hearing in content["hearings"]:
            group = hearing["group"]
            self.heading(group or _("Hearing"), 2, self.authored if group else "")
            facts = [hearing["day"]["text"] if hearing["day"] else "", hearing["method"]]
            if hearing["number"]:
                facts.append(_("%(number)s children took part") % {"number": hearing["number"]})
            if any(facts):
                self.paragraph(" · ".join(each for each in facts if each), colour=SOFT)
            self.paragraphs(hearing["said"], self.authored)
            for title, key in (
                (_("Wishes"), "hopes"),
                (_("Worries"), "worries"),
                (_("Proposals"), "proposals"),
                (_("What it changed"), "effect"),
            ):
                if hearing[key]:
                    self.heading(title, 3)
                    self.paragraphs(hearing[key], self.authored)

    def procedure(self) -> None:
        """The notice and the statements, each with how it mattered."""
        content = self.content
        if not (content["notices"] or content["statements"]):
            return
        self.heading(_("Notice and statements"), 1)
        for notice in content["notices"]:
            days = {key: (notice[key] or {}).get("text", "") for key in ("day", "until")}
            message = (
                _(
                    "Notice that the matter is pending was given on %(day)s."
                    " Views could be stated until %(until)s."
                )
                if days["until"]
                else _("Notice that the matter is pending was given on %(day)s.")
            )
            self.paragraph(message % days)
            self.paragraphs(notice["summary"], self.authored)
        for statement in content["statements"]:
            name = statement["name"]
            self.heading(name or statement["sender"], 2, self.authored if name else "")
            self.paragraphs(statement["text"], self.authored)
            for stand in statement["stands"]:
                self.paragraph(f"{stand['code']} {stand['name']}: {stand['stand']}")
            if statement["answer"]:
                self.heading(_("How it mattered"), 3)
                self.paragraphs(statement["answer"], self.authored)


def _lines(text: str) -> list[str]:
    return str(text).replace("\r\n", "\n").replace("\r", "\n").split("\n")


def _mark(row, name: str) -> None:
    row._tr.get_or_add_trPr().append(OxmlElement(name))
