"""The desktop's files: open, rename, move, throw, take back, download, write and save."""

import pytest

from simulator.engine import Fact
from simulator.sites.desktop.site import Desktop
from tests.simulator.desk import desk, names, state
from tests.simulator.page_rules import faults


def test_a_file_opens_from_its_folder_and_the_folder_stays_in_one_window():
    who = desk().clicks("icone-documents", "fichier-vacances")
    assert who.title == "Vacances" and [w.id for w in state(who).windows] == ["photos", "vacances"] and not faults(who.html)
    who.clicks("fichier-plage-jpg")
    assert who.title == "Plage.jpg" and "La plage" in who.html and not faults(who.html)
    assert who.facts("bureau.fichier_ouvert") == [{"id": "plage-jpg", "nom": "Plage.jpg", "dossier": "Vacances"}]
    assert who.clicks("voir-dossier").title == "Vacances"
    assert who.clicks("place-telechargements", "fichier-attestation-2025-pdf").title == "attestation-2025.pdf"
    assert "Année 2025" in who.html and "178 Ko" in who.html and not faults(who.html)


def test_photos_are_shown_together():
    who = desk().clicks("icone-photos")
    assert not faults(who.html) and who.clicks("photo-plage-jpg").title == "Plage.jpg"
    assert "pas encore de photo" in desk(fichiers=[]).clicks("icone-photos").html


def test_a_downloaded_file_arrives_first_in_downloads_and_a_second_copy_has_a_number():
    who = desk().clicks("icone-caisse", "telecharger-1")
    assert "Téléchargement terminé" in who.html and not faults(who.html)
    assert who.facts("fichier.telecharge")[0]["nom"] == "attestation.pdf"
    assert who.facts("bureau.fichier_recu") == [{"id": "attestation-pdf", "nom": "attestation.pdf"}]
    who.clicks("voir-telechargements")
    assert names(who, "telechargements") == ["attestation.pdf", "attestation-2025.pdf"]
    who.clicks("fichier-attestation-pdf")
    assert "Année 2026" in who.html and who.facts("bureau.fichier_ouvert")[-1]["dossier"] == "Téléchargements"
    who.clicks("tache-caisse", "telecharger-1")
    assert names(who, "telechargements")[0] == "attestation (1).pdf"


def test_renaming_keeps_the_end_of_the_name_and_refuses_calmly():
    who = desk().clicks("icone-telechargements", "actions-attestation-2025-pdf", "renommer-attestation-2025-pdf")
    assert not faults(who.html)
    for typed, said in (("", "Écrivez un nom"), ("a/b", "ne peut pas contenir le signe /"), ("x" * 61, "trop long")):
        who.types(nouveau_nom=typed).clicks("nommer")
        assert said in who.html and not faults(who.html)
    who.types(nouveau_nom=" Ancienne  attestation ").clicks("nommer")
    assert names(who, "telechargements") == ["Ancienne attestation.pdf"]
    assert who.facts("bureau.renomme") == [
        {"id": "attestation-2025-pdf", "nom": "Ancienne attestation.pdf", "avant": "attestation-2025.pdf"}
    ]
    who.clicks("actions-attestation-2025-pdf", "renommer-attestation-2025-pdf", "nommer")
    assert len(who.facts("bureau.renomme")) == 1 and who.page.find("nouveau-nom") is None


def test_a_file_moves_to_another_folder_and_never_into_itself():
    who = desk().clicks("icone-telechargements", "actions-attestation-2025-pdf", "deplacer-attestation-2025-pdf")
    assert who.page.find("vers-telechargements") is None and not faults(who.html)
    who.clicks("vers-vacances")
    assert "Plage.jpg" in names(who, "vacances") and "attestation-2025.pdf" in names(who, "vacances")
    assert who.facts("bureau.deplace")[0]["dossier"] == "Vacances"
    who.clicks("place-documents", "actions-vacances", "deplacer-vacances")
    assert who.page.find("vers-vacances") is None and who.clicks("actions-annuler").page.find("vers-bureau") is None


def test_two_files_never_have_the_same_name_in_a_folder():
    twins = [{"nom": "a.pdf"}, {"id": "autre", "nom": "A.pdf", "dossier": "bureau"}]
    who = desk(fichiers=twins).clicks("icone-documents", "actions-a-pdf", "deplacer-a-pdf", "vers-bureau")
    assert "porte déjà ce nom" in who.html and names(who, "documents") == ["a.pdf"] and not faults(who.html)


def test_the_bin_gives_back_what_it_was_given():
    who = desk().clicks("icone-courses-txt", "icone-documents", "place-bureau", "actions-courses-txt", "jeter-courses-txt")
    assert "reprendre" in who.said and state(who).window("courses-txt") is None and names(who, "bureau") == []
    who.clicks("place-corbeille")
    assert names(who, "corbeille") == ["courses.txt", "vieux.zip"] and not faults(who.html)
    who.clicks("remettre-courses-txt", "remettre-vieux-zip")
    assert names(who, "bureau") == ["courses.txt"] and "vieux.zip" in names(who, "documents") and "vide" in who.html
    assert [f["dossier"] for f in who.facts("bureau.remis")] == ["Bureau", "Mes documents"]


def test_a_file_whose_folder_is_thrown_too_comes_back_to_documents():
    who = desk().clicks("icone-documents", "fichier-vacances", "actions-plage-jpg", "jeter-plage-jpg")
    who.clicks("place-documents", "actions-vacances", "jeter-vacances", "place-corbeille", "remettre-plage-jpg")
    assert names(who, "documents") == ["Plage.jpg"]


def test_a_new_folder_asks_for_its_name_at_once():
    who = desk().clicks("icone-documents", "nouveau-dossier").types(nouveau_nom="Factures").clicks("nommer")
    assert names(who, "documents") == ["Vacances", "Factures"] and len(who.facts("bureau.dossier_cree")) == 1
    assert who.clicks("fichier-nouveau-dossier").title == "Factures" and "vide" in who.html


def test_a_letter_is_written_saved_under_a_name_and_found_again():
    who = desk().clicks("icone-lettre").types(texte_lettre="Chère Denise,\nà jeudi.").clicks("enregistrer")
    assert who.page.find("enregistrer-nom") and "inert" in who.html and not faults(who.html)
    who.clicks("dans-vacances", "enregistrer-valider")
    assert "Écrivez un nom" in who.html and not faults(who.html)
    who.types(enregistrer_nom="Lettre à Denise").clicks("enregistrer-valider")
    assert who.title == "Lettre à Denise" and "dans « Vacances »" in who.said
    assert who.facts("bureau.document_enregistre") == [
        {"id": "lettre-a-denise", "nom": "Lettre à Denise", "dossier": "Vacances", "texte": "Chère Denise,\nà jeudi."}
    ]
    who.clicks("croix-lettre-a-denise", "icone-documents", "fichier-vacances", "fichier-lettre-a-denise")
    assert "à jeudi." in who.html
    who.types(texte_lettre_a_denise="Autre").clicks("enregistrer")
    assert state(who).item("lettre-a-denise").text == ("Autre",) and len(who.facts("bureau.document_enregistre")) == 2


def test_save_as_leaves_the_first_file_as_it_was_and_refuses_a_taken_name():
    who = desk().clicks("icone-courses-txt").types(texte_courses_txt="Œufs").clicks("enregistrer-sous")
    who.types(enregistrer_nom="Courses.txt").clicks("enregistrer-valider")
    assert "existe déjà" in who.html
    who.clicks("enregistrer-annuler", "enregistrer-sous", "dans-documents").types(enregistrer_nom="noël").clicks(
        "enregistrer-valider"
    )
    assert state(who).item("courses-txt").text == ("Lait", "Farine") and state(who).item("noel").text == ("Œufs",)


def test_what_was_typed_and_not_saved_waits_in_its_window():
    who = desk().clicks("icone-lettre").types(texte_lettre="Un début").clicks("croix-lettre")
    assert "non enregistré y reste" in who.said
    assert "Un début" in who.clicks("icone-lettre").html and "pas encore enregistrés" in who.html


@pytest.mark.parametrize("data", [{"nom": ""}, {"nom": None}, {}, {"nom": "x.pdf", "contenu": 3, "genre": "zzz"}])
def test_a_file_told_oddly_by_another_site_breaks_nothing(data):
    site = Desktop()
    step = site.receive(state(desk()), Fact("fichier.telecharge", data))
    assert len(step.facts) == bool(data.get("nom")) and site.view(step.state, "").html
