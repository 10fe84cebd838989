"""What every page of the window must be: one title, names for all, no id twice."""

from __future__ import annotations

import re
from collections import Counter
from functools import lru_cache

from library.vocabulary_page import of
from simulator import vocabulary
from simulator.player import Offered
from simulator.sites import SITES


@lru_cache(maxsize=1)
def names() -> re.Pattern[str]:
    """What the vocabularies call the elements that can be done or typed in."""
    told = [line for words in (vocabulary, *map(of, SITES)) for line in words.NAMES.values()]
    found = {name for line in told for name in re.findall(r"`([a-z][^`\s]*)`", line)}
    return re.compile("|".join(re.sub(r"<(\w+)>", lambda m: r"\d+" if m[1] == "n" else r"\S+", name) for name in sorted(found)))


def faults(html: str) -> list[str]:
    """What is wrong with a page, in words; nothing when it is right."""
    page, found = Offered(html), []
    ids = Counter(e.id for e in page.elements if e.id)
    found += [f"id twice: {name}" for name, count in ids.items() if count > 1]
    if [e.id for e in page.elements if e.tag == "h2" and e.id != "surgie-titre"] != [
        "page-titre"
    ]:  # but a window that opened by itself
        found.append("not one h2 as the page's title")
    labels = {e.attributes.get("for") for e in page.elements if e.tag == "label"}
    behind = {e.attributes.get("aria-labelledby") for e in page.elements if e.attributes.get("role") == "dialog"}
    for e in page.elements:
        named = e.attributes.get("aria-label") or e.id in labels
        if e.tag in ("input", "textarea", "select") and not named:
            found.append(f"no label: {e.id}")
        if e.attributes.get("role") == "dialog" and e.attributes.get("aria-labelledby") not in ids:
            found.append("a dialog without a name")
        level = e.attributes.get("aria-level", e.tag.removeprefix("h"))
        if (
            e.id in behind and e.tag[0] == "h" and level != "2"
        ):  # all the rest is inert: nothing stands between the page's h1 and this title
            found.append(f"a dialog whose title skips a level: {e.id}")
        found += [f"{word} of nothing: {e.attributes[word]}" for word in ("aria-labelledby", "aria-describedby")
                  if any(name not in ids for name in e.attributes.get(word, "").split())]  # fmt: skip
        if "data-event" in e.attributes and not e.id:
            found.append(f"no id on what can be done: {e.attributes['data-event']}")
        field = e.tag in ("input", "textarea", "select") and not e.id.startswith("adresse-")
        if (field or ("data-event" in e.attributes and e.tag != "form")) and not names().fullmatch(e.id):
            found.append(f"not in the site's vocabulary: {e.id}")
        if e.tag == "a" and ("href" in e.attributes or e.attributes.get("tabindex") != "0" or e.attributes.get("role") != "link"):
            found.append(f"a link that leaves or that keys cannot reach: {e.id}")
    if not any("data-autofocus" in e.attributes for e in page.elements):
        found.append("nothing to give the focus to")
    if re.search(r"<(script|img|iframe|style)|javascript:|\son\w+=", html):
        found.append("something active in the page")
    return found + [f"empty button: {name}" for name in re.findall(r'<button[^>]*id="([^"]*)"[^>]*>\s*</button>', html)]
