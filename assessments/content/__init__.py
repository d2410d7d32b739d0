"""What a report and a public page say about one assessment, frozen as plain JSON in one language.

Everything that is read outside the officials' own pages is made from this and from nothing else:
the PDF, the preview, the published page. Texts are lists of paragraphs, days are pairs of the
machine's and the reader's writing, and counts of children below five are masked before they leave.
"""

from assessments.content.follow_up import follow_up_indicators
from assessments.content.freezing import FORMAT, KINDS, content_hash, freeze, freeze_in
from assessments.content.text import PARAGRAPH_LENGTH, day, line, paragraphs

__all__ = [
    "FORMAT",
    "KINDS",
    "PARAGRAPH_LENGTH",
    "content_hash",
    "day",
    "follow_up_indicators",
    "freeze",
    "freeze_in",
    "line",
    "paragraphs",
]
