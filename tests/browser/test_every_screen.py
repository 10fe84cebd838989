"""Every screen of the script, as it is really served: axe, French only, targets, widths, no outside request, no console error."""

import re
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from playwright.sync_api import Page

from progress_db import reports, workshops
from tests.browser.steps import C4, C7, counsellor_sign_in, settle, sign_in
from workshops.workshop import Workshop

AXE = (Path(__file__).parents[1] / "axe/axe.min.js").read_text("utf-8")
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
LEARNER = {
    "home": "/",
    "lesson": f"/lecon?lecon={C7}&ecran=3",
    "last screen": f"/lecon?lecon={C4}&ecran=9",
    "quiz": f"/quiz?lecon={C7}",
    "practice": f"/entrainement?lecon={C4}",
    "lot": f"/entrainement?lecon={C7}",
    "notebook": "/carnet",
    "my data": "/mes-donnees",
    "warm-up": "/echauffement",
    "diagnosis": "/point?module=courriel",
    "small task": "/point?module=courriel&faire=1",
    "path": "/parcours?module=courriel",
    "lost": "/lecon?lecon=nulle-part",
}
COUNSELLOR = {
    "desk": "/conseiller",
    "contents": "/contenus",
    "lost person": "/personne?id=x",
    "add many": "/ajouter",
    "groups": "/groupes",
    "workshops": "/seances",
    "prepare": "/atelier",
    "room": "/salle",
    "choose what to show": "/projection",
    "show to all": f"/projection?lecon={C7}&ecran=2",
    "reports": "/bilans",
    "the place": "/lieu",
    "the accounts": "/comptes",
    "my account": "/mon-compte",
    "backups": "/sauvegardes",
    "the data": "/donnees-du-lieu",
    "erased soon": "/conservation",
    "journal": "/journal",
    "taken out": "/retirees",
    "map": "/carte",
    "often missed": "/difficultes",
}
# Streamlit's own words that fr.js translates; any other English word on a screen is ours and has no excuse.
ENGLISH = re.compile(
    r"\b(the|please|press|enter to|loading|running|error|submit|select|choose|search|close|open|show|hide|required|upload|"
    r"previous page|next page|skip to|link to|fullscreen|page not found|something went wrong)\b",
    re.I,
)


def faults(page: Page) -> list:
    page.evaluate(AXE)
    run = "rules => axe.run({ runOnly: rules }).then(r => r.violations.map(v => [v.id, v.nodes.map(n => n.html.slice(0, 160))]))"
    return page.evaluate(run, RULES)


def small_targets(page: Page) -> list:
    """What can be pressed and is under 44 px, the shadow root of the window included."""
    return page.evaluate(
        """() => { const out = [];
        const look = root => { for (const e of root.querySelectorAll('*')) { if (e.shadowRoot) look(e.shadowRoot);
          if (!e.matches('button, a[href], summary, input:not([type=hidden]):not([type=radio]):not([type=checkbox]), [role=link]')) continue;
          const r = e.getBoundingClientRect(); if (!r.width || !r.height || getComputedStyle(e).visibility === 'hidden') continue;
          if (e.matches('.lien, .mot') || e.closest('[data-testid=stSkipLink], .stSkipLink') || e.textContent === 'Aller au contenu') continue;
          if (r.height < 43.5 || r.width < 43.5) out.push([e.outerHTML.slice(0, 140), Math.round(r.width), Math.round(r.height)]); } };
        look(document); return out; }"""
    )


def words(page: Page) -> str:
    """All that is shown or read aloud, labels included."""
    return page.evaluate(
        """() => { const out = [];
        const look = root => { for (const e of root.querySelectorAll('*')) { if (e.shadowRoot) look(e.shadowRoot);
          if (e.matches('script, style, [data-testid=stIconMaterial], noscript')) continue;
          for (const a of ['aria-label', 'placeholder', 'title', 'alt']) if (e.getAttribute(a)) out.push(e.getAttribute(a));
          for (const n of e.childNodes) if (n.nodeType === 3 && n.nodeValue.trim()) out.push(n.nodeValue.trim()); } };
        look(document.body); return out.join(' | '); }"""
    )


MARK = """() => { let n = 0; const seen = new Set();
  for (const e of document.querySelectorAll('a[href], button, input:not([type=hidden]), textarea, summary')) {
    const r = e.getBoundingClientRect(), group = e.type === 'radio' && e.name;
    if (!r.width || !r.height || e.disabled || e.tabIndex < 0 || getComputedStyle(e).visibility === 'hidden') continue;
    if ((e.matches('summary') ? e.parentElement.parentElement : e).closest('details:not([open])')) continue;
    if (group) { if (seen.has(group)) continue; seen.add(group); }
    e.dataset.touche = group ? 'groupe-' + group : String(n++); } return [...document.querySelectorAll('[data-touche]')].map(e => e.dataset.touche); }"""
HERE = """() => { const e = document.activeElement; if (!e || e === document.body) return '';
  return e.dataset.touche || (e.type === 'radio' ? 'groupe-' + e.name : ''); }"""


def not_reached(page: Page) -> list:
    """What can be done with a mouse and that the Tab key never comes to."""
    wanted = set(page.evaluate(MARK))
    page.evaluate("document.activeElement?.blur(); window.scrollTo(0, 0)")
    for _ in range(len(wanted) + 15):
        if not wanted:
            break
        page.keyboard.press("Tab")
        wanted.discard(page.evaluate(HERE))
    return [page.locator(f"[data-touche='{one}']").first.evaluate("e => e.outerHTML.slice(0, 120)") for one in sorted(wanted)[:3]]


def check(page: Page, name: str, slowly: bool = True) -> None:
    """`slowly`: axe too, which is the long part and sees the same at every width."""
    assert page.evaluate("document.documentElement.lang") == "fr"
    assert not slowly or faults(page) == [], name
    assert small_targets(page) == [], name
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth + 1"), f"{name}: sideways scroll"
    found = ENGLISH.findall(words(page))
    assert not found, f"{name}: {found}"
    assert page.locator("h1").count() == 1, name


def watch(page: Page, url: str) -> list[str]:
    """Outside requests and console errors, gathered while the page lives."""
    seen: list[str] = []
    page.on(
        "request", lambda r: None if r.url.startswith((url, url.replace("http", "ws"), "data:", "blob:")) else seen.append(r.url)
    )
    page.on("pageerror", lambda e: seen.append(str(e)))
    page.on("console", lambda m: seen.append(m.text) if m.type == "error" and "404" not in m.text else None)
    return seen


@pytest.mark.parametrize("width, height", [(1280, 800), (390, 844), (320, 640)])
def test_every_learner_screen_is_accessible_and_french(epn, new_context, width, height):
    _id, code, pin = epn.person("Odette")
    page = new_context(width, height).new_page()
    seen = watch(page, epn.url)
    sign_in(page, epn.url, code, pin)
    for name, path in LEARNER.items():
        page.goto(epn.url + path)
        page.locator("h1").wait_for()
        if "entrainement" in path or "faire=1" in path:
            page.locator("#page-titre").wait_for()
        settle(page)
        page.wait_for_timeout(250)
        check(page, name, slowly=width != 320)
    assert seen == []


def test_every_screen_is_usable_with_the_largest_text_on_a_narrow_page(epn, new_context):
    """640 px wide with the text at 150 %: what a browser zoomed to 200 % and a large text give."""
    _id, code, pin = epn.person("Jean")
    page = new_context(640, 800).new_page()
    sign_in(page, epn.url, code, pin)
    for _ in range(2):
        page.get_by_role("button", name="Agrandir le texte").click()
        settle(page)
    for name, path in LEARNER.items():
        page.goto(epn.url + path)
        page.locator("h1").wait_for()
        settle(page)
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth + 1"), name


def a_workshop(memory, who: str, open_now: bool) -> None:
    """One workshop closed and one to come, or open: what the reports, the list and the room show."""
    now = datetime.now(UTC)
    with memory() as db:
        if workshops.one(db, "screens") is None:
            day = now.date().isoformat()
            plain = Workshop("screens", "workshop", "Un atelier", day, "14:00", 90, "Plou", themes=("Email",), people=(who,))
            for made in (plain, replace(plain, id="next")):
                workshops.add(db, made, now)
            workshops.open_one(db, "screens", now)
            reports.close(db, "screens", now)
        if open_now:
            workshops.open_one(db, "next", now)


@pytest.mark.parametrize("width, height", [(1280, 800), (390, 844)])
def test_every_counsellor_screen_is_accessible_and_french(epn, new_context, width, height):
    who, _code, _pin = epn.person("Yvette")
    page = new_context(width, height).new_page()
    seen = watch(page, epn.url)
    counsellor_sign_in(page, epn.url)
    a_workshop(epn.memory, who, open_now=width == 390)
    for name, path in {
        **COUNSELLOR,
        "workshop": "/atelier?id=next",
        "person": f"/personne?id={who}",
        "file": f"/fiche-personne?id={who}",
        "path": f"/parcours-personne?id={who}",
        "merge": f"/reunir?id={who}",
        "level": f"/niveau?id={who}&lecon={C7}",
        "before and after": "/evolution?id=screens",
    }.items():
        page.goto(epn.url + path)
        page.locator("h1").wait_for()
        settle(page)
        page.wait_for_timeout(250)
        check(page, name, slowly=width == 1280)
        if width == 1280:
            assert not_reached(page) == [], f"{name}: not reached with the keyboard"
    assert seen == []
