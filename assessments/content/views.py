"""Frozen content in the order in which it is read, whatever format it was frozen in."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from assessments.questions import question

SAYS_NOTHING = ("", "none")
SIZED = ("pos", "neg", "mixed")
JUDGED = ("likelihood", "duration", "reversible", "certainty", "kinds", "articles")
CHILDREN_SIGNS = {
    "why": "light-bulb",
    "options": "map",
    "you_said": "chat-bubble-left-right",
    "decided": "check-badge",
    "changed": "sparkles",
    "next": "calendar-days",
    "ask": "question-mark-circle",
}
"""The questions of the page for children in their order, and the heroicon beside each."""
ALIKE_FROM = 3
"""From so many judgements on what they have in common is told once."""
HEARING_TEXTS = {
    "hopes": _("Wishes"),
    "worries": _("Worries"),
    "proposals": _("What the children proposed"),
    "differences": _("Differences between groups"),
    "limits": _("Limits of reliability"),
    "questions": _("What was asked"),
}


def group_matrices(content: dict) -> list[dict]:
    """One small matrix for each group; dimensions without any effect on it are only named."""
    found: dict[str, dict] = {}
    for row in content["group_impacts"]:
        matrix = found.setdefault(row["group"], {"group": row["group"], "rows": [], "without": []})
        if all(cell["direction"] in SAYS_NOTHING for cell in row["cells"]):
            matrix["without"].append(row["label"])
        else:
            matrix["rows"].append(row)
    return list(found.values())


def reasons(content: dict) -> list[dict]:
    """Each dimension with what was judged: for all children, then for groups.

    Judgements on the same children with the same reason are one row. What has no effect and no
    reason is named together.
    """
    found: dict[str, dict] = {}
    for row in (*content["matrix"], *content["group_impacts"]):
        label, group = row["label"], row.get("group", "")
        dimension = found.setdefault(label, {"label": label, "cells": [], "without": []})
        for cell in row["cells"]:
            if cell["text"] or cell["direction"] not in SAYS_NOTHING:
                dimension["cells"].append({**cell, "group": group})
            elif cell["direction"] == "none":
                name = f"{cell['alternative']}, {group}" if group else cell["alternative"]
                dimension["without"].append(name)
    return [
        {
            "label": each["label"],
            "common": _common(each["cells"]),
            "rows": (rows := _rows(each["cells"])),
            "has_reasons": any(row["text"] for row in rows),
            "shares_reasons": any(len(row["cells"]) >= ALIKE_FROM for row in rows),
            "without": each["without"],
        }
        for each in found.values()
        if each["cells"] or each["without"]
    ]


def _common(cells: list[dict]) -> dict:
    """What holds for most judgements of a dimension is told once, and not in each of them."""
    common = {}
    for name in JUDGED:
        told = [cell for cell in cells if name in cell]
        values = [cell[name] for cell in told]
        usual = max(values, key=values.count, default=None)
        # Where a sized impact does not tell it, nothing may be told for all.
        whole = all(name in cell for cell in cells if cell["direction"] in SIZED)
        if whole and values.count(usual) >= max(ALIKE_FROM, len(values) / 2):
            common[name] = usual
            for cell in told:
                if cell[name] == usual:
                    del cell[name]
    return common


def _rows(cells: list[dict]) -> list[dict]:
    rows: list[dict] = []
    for cell in cells:
        judged = {name: cell[name] for name in (*JUDGED, "children_said") if name in cell}
        told = {"group": cell["group"], "text": cell["text"], "judged": judged}
        if not rows or any(rows[-1][key] != value for key, value in told.items()):
            rows.append({**told, "cells": [], "flagged": False})
        rows[-1]["cells"].append(cell)
        rows[-1]["flagged"] |= cell["flagged"]
    return rows


def harms_by_alternative(content: dict) -> list[dict]:
    """The harms of each alternative; those with the same measures are one row."""
    names = {each["code"]: f"{each['code']} {each['name']}" for each in content["alternatives"]}
    found: dict[str, dict] = {}
    for harm in content["harms"]:
        code = harm["alternative"]
        alternative = found.setdefault(code, {"name": names.get(code, code), "rows": []})
        answer = {"measures": harm["measures"], "no_reason": harm["no_reason"]}
        same = (
            row
            for row in alternative["rows"]
            if all(row[key] == value for key, value in answer.items())
        )
        row = next(same, None)
        if row is None:
            row = {**answer, "harms": []}
            alternative["rows"].append(row)
        row["harms"].append(harm)
    return list(found.values())


def hearing_texts(hearing: dict) -> list[dict]:
    """What was told of one hearing beside its themes and views, each text with its label."""
    return [
        {"label": label, "text": hearing[key]}
        for key, label in HEARING_TEXTS.items()
        if hearing.get(key)
    ]


def parts_told(content: dict) -> dict[str, bool]:
    """Which sections of the report have something to tell; the light assessment has not all."""
    answers = content.get("answers", {})
    has_strengths = any(
        row.get("strengths") or row.get("weaknesses") for row in content["alternatives"]
    )
    return {
        "strengths": has_strengths,
        "rights": bool(content["rights"] or answers.get("rights") or content.get("other_articles")),
        "comparison": bool(
            has_strengths or answers.get("comparison") or content.get("other_interests")
        ),
        "statements": bool(content.get("notices") or content.get("statements")),
    }


def children_sections(content: dict) -> list[dict]:
    """The page for children: each question with its sign, and the answer as it was frozen."""
    told = content["for_children"]
    rows = [
        {
            "key": key,
            "icon": icon,
            "heading": str(question(f"cfs.{key}").text),
            "text": told[key] if key not in ("options", "you_said") else [],
            "options": told["options"] if key == "options" else [],
            "points": told["you_said"] if key == "you_said" else [],
        }
        for key, icon in CHILDREN_SIGNS.items()
    ]
    return [each for each in rows if each["text"] or each["options"] or each["points"]]
