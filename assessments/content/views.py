"""Frozen content in the order in which it is read, whatever format it was frozen in."""

from __future__ import annotations

from assessments.questions import question

SAYS_NOTHING = ("", "none")
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
    """Each dimension with the judgements that were reasoned: for all children, then for groups.

    Cells without an effect and without a reason are named together.
    """
    found: dict[str, dict] = {}
    for row in (*content["matrix"], *content["group_impacts"]):
        label, group = row["label"], row.get("group", "")
        dimension = found.setdefault(label, {"label": label, "cells": [], "without": []})
        for cell in row["cells"]:
            if cell["text"]:
                dimension["cells"].append({**cell, "group": group})
            elif cell["direction"] == "none":
                name = f"{cell['alternative']}, {group}" if group else cell["alternative"]
                dimension["without"].append(name)
    dimensions = [each for each in found.values() if each["cells"] or each["without"]]
    for dimension in dimensions:
        dimension["shared"] = _shared(dimension["cells"])
    return dimensions


def _shared(cells: list[dict]) -> dict:
    """What is judged alike in every cell of a dimension is told once, and not in each cell."""
    shared = {}
    for name in JUDGED:
        told = [cell for cell in cells if name in cell]
        # An impact without a size has no articles of its own.
        whole = name == "articles" or len(told) == len(cells)
        if len(told) >= ALIKE_FROM and whole and all(c[name] == told[0][name] for c in told):
            shared[name] = told[0][name]
            for cell in told:
                del cell[name]
    return shared


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
