"""The screenshots of the counsellor's guide, taken on an invented place: `python -m tests.browser.captures` writes docs/images/guide-*.png."""

from __future__ import annotations

import random
import sys
import tempfile
from datetime import UTC, datetime
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

from library import open_shelf
from progress_db import demo, groups, open_memory, people, reports, room, sessions, workshops
from tests.browser import steps
from tests.browser.conftest import ROOT, Server
from workshops.workshop import Proposed, Workshop

WHERE = ROOT / "docs/images"
LESSONS = ("courriel/ouvrir-un-message", "courriel/reconnaitre-un-piege")


def furnish(data: Path) -> str:
    """An invented place with a group, a closed workshop and an open one; gives the id of one person."""
    memory, shelf, now = open_memory(data), open_shelf(ROOT), datetime.now(UTC)
    course = [(p.ref, [s.variant for s in p.variants]) for one in shelf.lessons if (p := shelf.practice(one.ref))]
    questions = {q.ref: [question.id for question in q.questions] for one in shelf.lessons if (q := shelf.quiz(one.ref))}
    made = demo.fill(memory, course, now, random.Random(2026), questions=questions)
    steps.DESK.update(login=made.login, password=made.password)
    with memory.connection() as db:
        who = [one.id for one in people.learners(db)]
        group = groups.add(db, "Le mardi", now)
        groups.set_people(db, group.id, who[:5])
        plain = Workshop(
            "a", "workshop", "Reconnaître un piège", now.date().isoformat(), "14:00", 90, "La Vicomté-sur-Rance", themes=("Email",),
            people=tuple(who[:5]), lessons=tuple(Proposed(ref) for ref in LESSONS), created_by="",
        )  # fmt: skip
        for one in ("a", "b"):
            workshops.add(db, Workshop(**{**vars(plain), "id": one}), now)
        workshops.open_one(db, "a", now)
        for one in who[:4]:
            workshops.set_came(db, "a", one, True, now)
        reports.close(db, "a", now)
        workshops.open_one(db, "b", now)
        room.call(db, who[1], now)
        for number, one in enumerate(who[:2], start=1):
            here = room.computer(db, room.mark_computer(db, f"Ordinateur {number}", now))
            sessions.open_session(db, one, "learner", now, here.id)
            room.is_at(db, one, "lecon", LESSONS[0], "2", now)
    memory.close()
    return who[0]


def take(page: Page, url: str, who: str) -> None:
    """One picture a page; the top of it is enough to recognise it."""
    steps.counsellor_sign_in(page, url)
    pages = {
        "accueil": "/conseiller", "atelier": "/atelier", "salle": "/salle", "personne": f"/personne?id={who}", "carte": "/carte",
        "bilans": "/bilans", "donnees": "/donnees-du-lieu", "comptes": "/comptes",
    }  # fmt: skip
    for name, path in pages.items():
        page.goto(url + path)
        page.locator("h1").wait_for()
        page.wait_for_timeout(1500)
        page.screenshot(path=WHERE / f"guide-{name}.png")
        sys.stdout.write(f"docs/images/guide-{name}.png\n")


def main() -> None:
    """Take them all."""
    WHERE.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as play:
        who = furnish(Path(folder))
        server = Server(Path(folder))
        server.start()
        browser = play.chromium.launch(executable_path="/usr/bin/chromium", args=["--no-sandbox"])
        try:
            take(browser.new_page(viewport={"width": 1000, "height": 700}, locale="fr-FR"), server.url, who)
        finally:
            browser.close()
            server.stop()


if __name__ == "__main__":
    main()
