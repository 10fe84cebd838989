"""Two people in turn, a first start, the keyboard alone, a dead server, a full day's idleness, a cut line."""

import time
from datetime import UTC, datetime

import pytest
from playwright.sync_api import expect

from progress_db import log, open_memory, people
from tests.browser.conftest import Server, furnish
from tests.browser.steps import C7, DESK, counsellor_sign_in, settle, sign_in, sign_out, try_without_account


def test_one_click_from_the_first_page_to_a_first_practice_and_nothing_is_kept(tmp_path, page):
    server = Server(tmp_path)
    server.start()
    try:
        try_without_account(page, server.url)
        expect(page.get_by_text("rien n’est gardé")).to_be_visible()
        page.locator(".sim .page button").first.click()
        page.get_by_role("button", name="J’ai fini", exact=True).click()
        page.wait_for_url("**/connexion*")
        memory = open_memory(tmp_path)
        with memory.connection() as db:
            assert db.all("SELECT id FROM learners") == [] and db.all("SELECT entry FROM journal") == []
        memory.close()
    finally:
        server.stop()


def test_setting_the_place_up_asks_for_the_code_of_the_terminal(tmp_path, page):
    from progress_db import place

    server = Server(tmp_path)
    server.start()
    try:
        memory = open_memory(tmp_path)
        code = place.setup_code(memory, datetime.now(UTC))
        page.goto(server.url)
        page.get_by_role("link", name="Installer ce lieu").click()
        fields = {
            "Code affiché dans la fenêtre noire": code, "Nom de l’espace": "EPN", "Communes": "Saint-Hélen",
            "Responsable des données": "Mairie", "Pour joindre la personne": "dpo@mairie.example",
            "Votre prénom et votre nom": DESK["name"], "Votre identifiant": DESK["login"],
            "Votre mot de passe": DESK["password"], "Le même mot de passe": DESK["password"],
        }  # fmt: skip
        for label, text in fields.items():
            page.get_by_role("textbox", name=label).fill(text)
        page.get_by_role("button", name="Installer ce lieu").click()
        page.wait_for_url("**/conseiller")
        expect(page.get_by_role("heading", level=1)).to_have_text("Espace conseiller")
        with memory.connection() as db:
            assert place.place(db).villages == ("Saint-Hélen",)
        memory.close()
    finally:
        server.stop()


def test_two_people_in_turn_on_one_browser_leave_no_trace_of_each_other(epn, page):
    _a, code_a, pin_a = epn.person("Bernadette")
    _b, code_b, pin_b = epn.person("Corentin")
    sign_in(page, epn.url, code_a, pin_a)
    page.goto(f"{epn.url}/lecon?lecon={C7}&ecran=3")
    settle(page)
    sign_out(page)
    page.go_back()
    page.wait_for_timeout(1500)
    assert "Bernadette" not in page.content()
    sign_in(page, epn.url, code_b, pin_b)
    expect(page.get_by_role("heading", level=1)).to_have_text("Bonjour Corentin")
    assert "Bernadette" not in page.content() and "Continuer la leçon" not in page.content()
    stored = page.evaluate("JSON.stringify([{...localStorage}, {...sessionStorage}, document.cookie])")
    assert "Bernadette" not in stored and code_a not in stored


def test_a_second_person_in_another_tab_takes_the_first_tab_over(epn, new_context):
    _a, code_a, pin_a = epn.person("Denise")
    _b, code_b, pin_b = epn.person("Erwan")
    context = new_context()
    first, second = context.new_page(), context.new_page()
    sign_in(first, epn.url, code_a, pin_a)
    sign_in(second, epn.url, code_b, pin_b)
    first.bring_to_front()
    first.evaluate("dispatchEvent(new Event('focus'))")
    expect(first.get_by_role("heading", level=1)).to_have_text("Bonjour Erwan")
    assert "Denise" not in first.content()


def test_with_the_keyboard_alone_one_signs_in_reads_and_answers(epn, page):
    _id, code, pin = epn.person("Fañch")
    page.goto(epn.url + "/connexion")
    expect(page.get_by_label("Code de ma carte")).to_be_focused()
    page.keyboard.type(code)
    page.keyboard.press("Tab")
    page.keyboard.type(pin)
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("Bonjour Fañch")
    settle(page)
    reach(page, "Commencer la leçon")
    page.keyboard.press("Enter")
    expect(page.get_by_text("écran 1 sur")).to_be_visible()
    settle(page)
    reach(page, "Suivant")
    page.keyboard.press("Enter")
    expect(page.get_by_text("écran 2 sur")).to_be_visible()
    expect(page.get_by_role("heading", level=1)).to_be_focused()  # the new title is what a screen reader reads
    page.goto(f"{epn.url}/quiz?lecon={C7}")
    settle(page)
    reach(page, "Je ne sais pas")
    page.keyboard.press("Enter")
    expect(page.locator(".retour-reponse")).to_be_visible()


def reach(page, label: str, most: int = 40) -> None:
    """Press Tab until the element of this text has the focus."""
    for _ in range(most):
        page.keyboard.press("Tab")
        text = page.evaluate("(document.activeElement.innerText || '').replace(/arrow_forward/, '').trim()")
        if label in text and len(text) < len(label) + 20:
            return
    raise AssertionError(f"« {label} » is not reached with the Tab key")


def test_the_server_killed_in_the_middle_loses_no_confirmed_answer_and_the_page_comes_back_by_itself(tmp_path, new_context):
    from progress_db import cards

    furnish(tmp_path)
    server = Server(tmp_path)
    server.start()
    memory = open_memory(tmp_path)
    with memory.connection() as db:
        who = people.add_learner(db, "Gwen", datetime.now(UTC)).id
        code, pin = cards.issue_card(db, who, datetime.now(UTC)), cards.draw_pin(db, who, datetime.now(UTC))
    try:
        page = new_context().new_page()
        sign_in(page, server.url, code, pin)
        page.goto(f"{server.url}/quiz?lecon={C7}")
        settle(page)
        page.get_by_role("button", name="Je ne sais pas").click()
        expect(page.locator(".retour-reponse")).to_be_visible()
        second = page.get_by_role("heading", level=1).inner_text()
        server.kill()
        with memory.connection() as db:
            assert log.progress(db, who).seq == 1
        expect(page.get_by_text("La connexion est coupée")).to_be_visible(timeout=20_000)
        server.start()
        expect(page.locator('[data-testid="stApp"][data-test-connection-state="CONNECTED"]')).to_be_visible()
        expect(page.get_by_text("La connexion est coupée")).to_be_hidden(timeout=20_000)
        page.wait_for_timeout(1500)  # the page draws itself again
        page.get_by_role("button", name="Je ne sais pas").click()
        expect(page.get_by_role("heading", level=1)).not_to_have_text(second)
        with memory.connection() as db:
            assert log.progress(db, who).seq == 2
    finally:
        memory.close()
        server.stop()


def test_a_line_cut_during_a_practice_loses_no_gesture(epn, new_context):
    _id, code, pin = epn.person("Hervé")
    context = new_context()
    context.add_init_script(
        "const W = WebSocket; window.lines = []; window.WebSocket = class extends W { constructor(...a) { super(...a); lines.push(this); } };"
    )
    page = context.new_page()
    sign_in(page, epn.url, code, pin)
    page.goto(f"{epn.url}/entrainement?lecon=courriel/joindre-un-fichier")
    page.locator("#mail-nouveau").click()
    page.locator("textarea[name=corps]").fill("Bonjour")
    page.evaluate("lines.forEach(l => l.close())")
    page.locator("#joindre").click()
    page.locator("#fichier-1").click()
    page.locator("#fichiers-ouvrir").click()
    expect(page.locator(".pieces li")).to_have_count(1)
    expect(page.locator("textarea[name=corps]")).to_have_value("Bonjour")


def test_idleness_is_warned_of_then_signs_out_and_the_work_is_kept(server, epn, page):
    _id, code, pin = epn.person("Irène")
    sign_in(page, epn.url, code, pin)
    page.goto(f"{epn.url}/lecon?lecon={C7}&ecran=1")
    settle(page)
    page.get_by_role("button", name="Suivant").click()
    expect(page.get_by_text("écran 2 sur")).to_be_visible()
    try:
        server.later(19.3 / 60)
        page.evaluate("dispatchEvent(new Event('focus'))")
        expect(page.get_by_role("alertdialog")).to_be_visible()
        page.keyboard.press("Enter")  # the focus is on « Je continue »
        expect(page.get_by_role("alertdialog")).to_be_hidden()
        server.later(0.5)
        page.evaluate("dispatchEvent(new Event('focus'))")
        page.wait_for_url("**/connexion*")
    finally:
        server.later(-(19.3 / 60 + 0.5))
    sign_in(page, epn.url, code, pin)
    expect(page.get_by_role("link", name="Continuer la leçon")).to_be_visible()


def test_the_counsellor_adds_a_person_gives_card_and_code_and_sees_her_level(epn, new_context):
    desk = new_context().new_page()
    counsellor_sign_in(desk, epn.url)
    name = f"Jeanne-{int(time.time()) % 100_000}".translate(str.maketrans("0123456789", "abcdefghij"))
    desk.get_by_label("Prénom ou surnom").fill(name)
    desk.get_by_role("button", name="Ajouter").click()
    desk.get_by_role("link", name=name).click()
    expect(desk.get_by_role("heading", level=1)).to_have_text(name)
    desk.get_by_role("button", name="Donner un code à 4 chiffres").click()
    pin = desk.locator(".code-secret strong").inner_text()
    assert len(pin) == 4 and pin.isdigit()
    who = desk.url.split("id=")[1]
    answer = desk.request.post(f"{epn.url}/carte.pdf?personne={who}", headers={"Origin": epn.url})
    assert answer.ok and answer.body().startswith(b"%PDF")
    code = card_code(answer.body())
    learner = new_context(390, 844).new_page()
    sign_in(learner, epn.url, code, pin)
    learner.goto(f"{epn.url}/lecon?lecon={C7}&ecran=9")
    settle(learner)
    learner.get_by_role("button", name="J’ai lu").click()
    learner.locator("#page-titre").wait_for()
    desk.reload()
    expect(desk.get_by_text("Avec guidage").first).to_be_visible()


def card_code(pdf: bytes) -> str:
    import re

    import pypdfium2

    document = pypdfium2.PdfDocument(pdf)
    text = document[0].get_textpage().get_text_range()
    document.close()
    found = re.search(r"\b([A-Z2-9]{5})\s+([A-Z2-9]{5})\b", text)
    assert found, text
    return found[1] + found[2]


@pytest.mark.parametrize("path", ["/conseiller", "/personne?id=x", "/contenus"])
def test_a_learner_who_types_a_counsellor_s_address_comes_home(epn, page, path):
    _id, code, pin = epn.person("Katell")
    sign_in(page, epn.url, code, pin)
    page.goto(epn.url + path)
    expect(page.get_by_role("heading", level=1)).to_have_text("Bonjour Katell")
