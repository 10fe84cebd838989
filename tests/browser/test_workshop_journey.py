"""A whole workshop: a counsellor and four residents in five browsers, from preparation to the table opened again."""

import io
import time

from openpyxl import load_workbook
from playwright.sync_api import Page, expect

from library import open_shelf
from progress_db import workshops
from tests.browser.conftest import ROOT
from tests.browser.hand import play
from tests.browser.steps import counsellor_sign_in, settle
from tests.documents.reader import text_of

LESSON = "courriel/ouvrir-un-message"
PEOPLE = ("Odette;1951;Plou;F;Retraité", "Yann;1998;;M;Sans emploi", "Denise", "Karim;1980;Plou")
MOST_CLICKS, SECONDS = 10, 3


class Hand:
    """A hand that counts its clicks."""

    def __init__(self, page: Page) -> None:
        self.page, self.clicks = page, 0

    def click(self, target) -> None:
        self.clicks += 1
        target.click()
        settle(self.page)
        self.page.wait_for_timeout(300)


def test_a_workshop_from_preparation_to_the_report(server, epn, new_context):
    context = new_context()
    desk = context.new_page()
    counsellor_sign_in(desk, epn.url)
    add_people(desk, epn.url)
    prepare(desk, epn.url, context)
    mark(desk, epn.url)
    mark_cookie = [one for one in context.cookies() if one["name"] == "pas-a-pas-salle"]
    rooms = [new_context() for _ in PEOPLE]
    for room in rooms:
        room.add_cookies(mark_cookie)
    learners = {
        line.split(";")[0]: come_in(room.new_page(), epn.url, line.split(";")[0])
        for line, room in zip(PEOPLE, rooms, strict=True)
    }
    desk.goto(epn.url + "/salle")
    settle(desk)
    work(learners["Odette"], epn)
    call_for_help(learners["Yann"], desk)
    desk.goto(epn.url + "/seances")
    desk.get_by_role("link", name="ouvert maintenant").click()
    for name in learners:
        expect(desk.get_by_role("checkbox", name=name)).to_be_checked()
    desk.get_by_role("button", name="Fermer l’atelier").click()
    expect(desk.get_by_text("Son bilan est prêt")).to_be_visible()
    report_is_what_was_done(desk, epn)
    stranger = rooms[0].new_page()
    stranger.goto(epn.url + "/connexion")
    expect(stranger.get_by_role("button", name="Denise")).to_have_count(0)


def add_people(desk: Page, url: str) -> None:
    desk.goto(url + "/ajouter")
    settle(desk)
    desk.get_by_label("Les prénoms").fill("\n".join(PEOPLE))
    desk.get_by_label("Les mettre dans un groupe").fill("Le mardi")
    desk.get_by_role("button", name="Regarder la liste").click()
    desk.get_by_role("button", name="Ajouter ces 4 personnes").click()
    expect(desk.get_by_text("4 personnes ajoutées")).to_be_visible()


def prepare(desk: Page, url: str, context) -> None:
    """At most ten clicks after the title: people, lesson, saved, cards printed, opened."""
    desk.goto(url + "/atelier")
    settle(desk)
    desk.get_by_label("Titre").fill("Mes premiers courriels")
    hand = Hand(desk)
    hand.click(desk.get_by_text("Le groupe : Le mardi (4)"))
    hand.click(desk.get_by_text("Le courriel", exact=True).first)
    hand.click(desk.get_by_text("Ouvrir un message", exact=True).first)
    hand.click(desk.get_by_text("Pour La Coop, et pour la salle"))
    hand.click(desk.get_by_text("Sans code sur les ordinateurs de la salle"))
    hand.click(desk.get_by_role("button", name="Enregistrer l’atelier"))
    expect(desk.get_by_text("est prêt")).to_be_visible()
    with context.expect_page() as sheet:
        hand.click(desk.get_by_role("button", name="Imprimer les cartes qui manquent"))
    sheet.value.close()
    hand.click(desk.get_by_role("button", name="Ouvrir l’atelier"))
    expect(desk.get_by_text("L’atelier est ouvert.")).to_be_visible()
    assert hand.clicks <= MOST_CLICKS


def mark(desk: Page, url: str) -> None:
    desk.goto(url + "/salle")
    settle(desk)
    desk.get_by_label("Nom de cet ordinateur").fill("Poste 1")
    desk.get_by_role("button", name="Marquer cet ordinateur").click()
    desk.wait_for_url("**/salle")


def come_in(page: Page, url: str, name: str) -> Page:
    page.goto(url + "/connexion")
    page.get_by_role("button", name=name, exact=True).click()
    expect(page.get_by_role("heading", level=1)).to_contain_text(f"Bonjour {name}")
    settle(page)
    expect(page.get_by_text("Ouvrir un message").first).to_be_visible()  # what the counsellor proposed
    return page


def work(page: Page, epn) -> None:
    """The practice of the lesson, alone."""
    page.goto(f"{epn.url}/entrainement?lecon={LESSON}")
    page.locator(".sim .page").first.wait_for()
    settle(page)
    with epn.memory() as db:
        who = next(row["id"] for row in db.all("SELECT id FROM learners WHERE name = 'Odette'"))
    play(page, open_shelf(ROOT).practice(LESSON).scenario(epn.variant(who, LESSON)).solutions[0])
    expect(page.get_by_text("Vous l’avez fait sans aide.")).to_be_visible()


def call_for_help(page: Page, desk: Page) -> None:
    """The board says so within three seconds, without being touched."""
    page.get_by_role("button", name="J’ai besoin d’aide").click()
    pressed = time.monotonic()
    expect(desk.get_by_text("demande de l’aide")).to_be_visible(timeout=SECONDS * 1000)
    assert time.monotonic() - pressed < SECONDS + 1
    desk.get_by_role("button", name="J’y vais").click()
    expect(desk.get_by_text("demande de l’aide")).to_have_count(0)


def report_is_what_was_done(desk: Page, epn) -> None:
    with epn.memory() as db:
        one = next(found for found in workshops.all_of(db) if found.title == "Mes premiers courriels")
    assert (one.counts["total"], one.counts["genreFeminin"], one.counts["trancheAgeSoixanteDixPlus"]) == (4, 1, 1)
    desk.goto(epn.url + "/bilans")
    expect(desk.get_by_text("Mes premiers courriels").first).to_be_visible()
    table = desk.request.get(epn.url + f"/bilan.xlsx?du={one.day}&au={one.day}").body()
    head, *rows = ([cell.value for cell in row] for row in load_workbook(io.BytesIO(table))["Activités"].iter_rows())
    told = [dict(zip(head, row, strict=True)) for row in rows]
    assert [row["Participants"] for row in told] == ["1/4", "2/4", "3/4", "4/4"]
    assert {row["Nom de l’atelier"] for row in told} == {"Mes premiers courriels"} and not any(
        row["Bénéficiaire"] for row in told
    )
    assert sorted(row["Tranche d’âge du bénéficiaire"] for row in told) == [
        "25 - 39 ans",
        "40 - 59 ans",
        "70 ans et plus",
        "Non communiqué",
    ]
    sheet = " ".join(text_of(desk.request.get(epn.url + f"/bilan.pdf?atelier={one.id}").body()).split())
    assert "Nombre de participants 4" in sheet and not any(line.split(";")[0] in sheet for line in PEOPLE)
