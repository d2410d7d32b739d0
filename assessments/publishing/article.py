"""The article that the public reads, rendered once from frozen content and stored."""

from __future__ import annotations

from django.template.loader import render_to_string
from django.utils import translation
from django.utils.safestring import SafeString

from assessments.phases import Extent
from assessments.screening import one_liner


def render(content: dict, *, is_preview: bool = False) -> str:
    """The HTML of the article in the content's own language; a preview has no files yet."""
    kind = content["publication"]["kind"]
    with translation.override(content["language"]):
        return render_to_string(
            f"publishing/_{kind}.html",
            {
                "c": content,
                "authored": content["authored"],
                "line": screening_line(content),
                "is_preview": is_preview,
            },
        )


def render_for_children(content: dict) -> SafeString | str:
    """The page for children in the content's own language; nothing where they are not told."""
    if not content.get("for_children"):
        return ""
    with translation.override(content["language"]):
        return render_to_string(
            "publishing/_for_children.html", {"c": content, "told": content["for_children"]}
        )


def screening_line(content: dict) -> str:
    """The one sentence that is published when no assessment is made (domain 2.3)."""
    if not content["screening"] or content["extent"]["key"] != Extent.NONE:
        return ""
    with translation.override(content["language"]):
        return str(one_liner(Extent.NONE, content["screening"]["day"]["text"]))


def card(content: dict) -> dict:
    """The few facts that lists show, without the rest of the content."""
    decision = content["decision"] or {"alternative": "", "relation": {"key": "", "label": ""}}
    return {
        "municipality": content["municipality"]["name"],
        "body": content["body"],
        "day": content["meeting_date"],
        "type": content["type"],
        "status": content["status"],
        "best": content["recommendation"]["best"],
        "decided": decision["alternative"],
        "relation": decision["relation"],
        "text_language": content["text_language"],
        "title_language": content["title_language"],
        "is_demo": content["is_demo"],
        "line": screening_line(content),
        "follow_ups": [
            {"point": point["point"], "day": point["day"], "what": point["what"]}
            for point in content["follow_up"]["points"]
        ],
        "followed": [
            {
                "point": outcome["point"],
                "day": outcome["day"],
                "what": outcome["what"],
                "realised": outcome["realised"],
            }
            for outcome in content["outcomes"]
        ],
    }
