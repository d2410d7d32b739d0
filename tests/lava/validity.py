"""Whether a page is valid HTML, as far as a parser and the rules that people feel can tell."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

import html5lib

HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
LABELLED = ("input", "select", "textarea")
# Controls that nobody sees or that carry their own name.
UNLABELLED_TYPES = ("hidden", "submit", "button", "reset", "image")
REFERENCES = ("for", "aria-describedby", "aria-labelledby", "aria-controls", "form", "list")
HANDLERS = ("onclick", "onchange", "onsubmit", "oninput", "onload", "style")


def complaints(html: str, language: str) -> list[str]:
    """Everything that is wrong with a page; an empty list is what a test wants."""
    parser = html5lib.HTMLParser(namespaceHTMLElements=False)
    tree = parser.parse(html)
    wrong = [f"line {place[0]}: {code} {values}" for place, code, values in parser.errors]
    found = list(tree.iter())
    for check in (_language, _ids, _labels, _headings, _tables, _policy, _names):
        wrong += check(tree, found, language)
    return wrong


def _language(tree, _found, language) -> Iterator[str]:
    if tree.get("lang") != language:
        yield f"lang is {tree.get('lang')}, not {language}"
    if not (tree.findtext("head/title") or "").strip():
        yield "no title"


def _ids(_tree, found, _language) -> Iterator[str]:
    ids = Counter(each.get("id") for each in found if each.get("id"))
    for name, number in ids.items():
        if number > 1:
            yield f"id {name} stands {number} times"
        if " " in name:
            yield f"id {name!r} has a space"
    for each in found:
        for attribute in REFERENCES:
            for name in (each.get(attribute) or "").split():
                if name not in ids:
                    yield f"{each.tag}[{attribute}] points to {name}, which is not there"


def _labels(_tree, found, _language) -> Iterator[str]:
    labelled = {each.get("for") for each in found if each.tag == "label"}
    inside = {control for each in found if each.tag == "label" for control in each.iter()}
    for each in found:
        if each.tag not in LABELLED or each.get("type") in UNLABELLED_TYPES:
            continue
        named = each.get("aria-label") or each.get("aria-labelledby") or each.get("title")
        if not named and each.get("id") not in labelled and each not in inside:
            yield f"no label: {each.tag} {each.get('name')}"


def _headings(_tree, found, _language) -> Iterator[str]:
    # The public page shown inside the official's page keeps its own heading.
    shown = {
        inner for each in found if each.get("data-preview") is not None for inner in each.iter()
    }
    own = [each for each in found if each.tag in HEADINGS and each not in shown]
    levels = [HEADINGS.index(each.tag) + 1 for each in own]
    if levels.count(1) != 1:
        yield f"{levels.count(1)} h1"
    for before, after in zip(levels, levels[1:], strict=False):
        if after > before + 1:
            yield f"h{after} after h{before}"


def _tables(_tree, found, _language) -> Iterator[str]:
    for each in found:
        if each.tag == "th" and not each.get("scope"):
            yield f"th without scope: {''.join(each.itertext()).strip()}"
        named = each.find("caption") is not None or each.get("aria-labelledby")
        if each.tag == "table" and not named:
            yield "table without a name"


def _policy(_tree, found, _language) -> Iterator[str]:
    for each in found:
        if each.tag == "style" or (each.tag == "script" and not each.get("src")):
            yield f"inline {each.tag}"
        for attribute in HANDLERS:
            if each.get(attribute) is not None:
                yield f"{each.tag} has {attribute}"


def _names(_tree, found, _language) -> Iterator[str]:
    for each in found:
        if each.tag in ("a", "button") and not _name(each):
            yield f"{each.tag} without words: {each.attrib}"


def _name(element) -> str:
    own = element.get("aria-label") or element.get("aria-labelledby") or element.get("title")
    return (own or "".join(element.itertext())).strip()
