"""A small scenario with one of everything, and the hand of a person on its pages."""

from __future__ import annotations

import copy
from typing import Any

from learning.content import Hint, Rule, Scenario, Solution, Sorting
from simulator.player import Player

MAIL = "https://courriel.pigeon.example"
FALSE = "colibrik-frais.example"
SECRET = "MonVraiSecret29"
WORLD: dict[str, Any] = {
    "onglets": ["courriel"],
    "sites": {
        "courriel": {
            "moi": "maryvonne.treguidel@pigeon.example",
            "nom": "Maryvonne Tréguidel",
            "documents": [
                {"nom": "facture.pdf", "genre": "pdf", "taille": "182 Ko"},
                {"nom": "photo-jardin.jpg", "genre": "image", "taille": "2,4 Mo"},
            ],
            "messages": [
                {"id": "mairie", "nom": "Anne Le Goff", "adresse": "anne.legoff@plou.example", "objet": "Votre dossier", "date": "10:42",
                 "cc": ["accueil@plou.example", "maryvonne.treguidel@pigeon.example"],
                 "corps": ["Bonjour,", "Il me manque votre facture d’électricité.", {"texte": "Les horaires", "lien": "https://plou.example/horaires"}]},
                {"id": "colis", "nom": "Colibrik", "adresse": "suivi@colibrik-frais.example", "objet": "Dernier rappel", "date": "09:15",
                 "indices": ["adresse", "urgence"], "pieces": ["avis.zip"],
                 "corps": ["Payez avant ce soir.", {"texte": "Payer", "lien": f"http://{FALSE}/payer"}]},
                {"id": "solene", "nom": "Solène", "adresse": "solene@pigeon.example", "objet": "Le gâteau", "date": "hier", "lu": "oui",
                 "pieces": ["gateau.jpg"], "corps": "Coucou Mamie,\nVoici la photo."},
            ],
        },
        "pages": {"plou.example": {"titre": "Mairie de Plou", "texte": ["Ouvert le matin."]}},
        "piege": {
            FALSE: {"titre": "Colibrik : paiement", "texte": "Payez ici.\nVite.", "bouton": "Payer",
                    "champs": [{"nom": "carte", "libelle": "Numéro de carte", "genre": "secret"}, {"nom": "nom", "libelle": "Votre nom"}]},
            "autre-faux.example": {"titre": "Autre", "champs": [{"nom": "code", "libelle": "Code", "genre": "secret"}]},
        },
    },
}  # fmt: skip
GOALS = (
    Rule(id="repondre", text="Répondre", fact="courriel.envoye", where={"a": {"contient": "anne.legoff@plou.example"}}),
    Rule(id="joindre", text="Joindre", fact="courriel.envoye", where={"pieces": {"contient": "facture.pdf"}}),
)
PROHIBITIONS = (
    Rule(id="tape", text="Ne rien taper", fact="piege.secret_tape", explanation="Rien n’a été gardé."),
    Rule(id="envoye", text="Ne rien envoyer", fact="piege.secret_envoye", explanation="Rien n’est parti.", dangerous=True),
)
HINTS = (
    Hint(text="Ouvrez le message.", target="mail-mairie", goal="repondre"),
    Hint(text="Cliquez sur « Répondre ».", target="repondre", goal="repondre", shows=True),
    Hint(text="Cliquez sur « Joindre un fichier ».", target="joindre", goal="joindre"),
    Hint(text="Choisissez facture.pdf.", target="fichier-1", goal="joindre", shows=True),
)
LOT = Sorting(traps={"colis": "L’adresse."}, genuine={"mairie": "La mairie.", "solene": "Solène."})


def world(**changes: Any) -> dict[str, Any]:
    """A copy of WORLD; `changes` replace words of the mailbox."""
    fresh = copy.deepcopy(WORLD)
    fresh["sites"]["courriel"].update(changes)
    return fresh


def scenario(**changes: Any) -> Scenario:
    values: dict[str, Any] = {
        "ref": "courriel/essai", "variant": "un", "title": "Essai", "instruction": "Répondez.", "world": world(), "goals": GOALS,
        "prohibitions": PROHIBITIONS, "hints": HINTS, "praise": "Bravo.", "solutions": (Solution(name="une", steps=({"clic": "mail-mairie"},)),),
    }  # fmt: skip
    return Scenario(**{**values, **changes})


def sorting(**changes: Any) -> Scenario:
    """The same messages, to sort."""
    return scenario(**{"goals": (), "hints": (), "sorting": LOT, **changes})


class Hand(Player):
    """A person who can do only what the page offers, plus what a broken or hurried browser might send."""

    def __init__(self, told: Scenario | None = None) -> None:
        super().__init__(told or scenario())

    def clicks(self, *names: str) -> Hand:
        for name in names:
            self.click(name)
        return self

    def types(self, **texts: str) -> Hand:
        """Field ids with « _ » in place of « - »."""
        self.type({name.replace("_", "-"): text for name, text in texts.items()})
        return self

    def goes(self, address: str) -> Hand:
        self.do({"adresse": address})
        return self

    def answers(self, files: int = 1) -> Hand:
        """Answer the town hall, with the first `files` documents."""
        self.goes(MAIL).clicks("mail-mairie", "repondre").types(r_mairie_corps="Bonjour, voici.")
        for n in range(1, files + 1):
            self.clicks("joindre", f"fichier-{n}", "fichiers-ouvrir")
        return self.clicks("envoyer")

    def falls(self, text: str = SECRET) -> Hand:
        """Open the false site and type a secret."""
        self.goes(MAIL).clicks("mail-colis", "lien-colis-1").types(piege_carte=text)
        return self

    @property
    def html(self) -> str:
        """What is shown, with ordinary spaces: French spacing is put in on the way out (browser.view)."""
        return self.practice.payload()["html"].replace("\u00a0", " ").replace("&nbsp;", " ")

    @property
    def title(self) -> str:
        return self.html.split('id="page-titre"')[1].split(">", 1)[1].split("<")[0]

    @property
    def said(self) -> str:
        return self.practice.say[1].replace("\u00a0", " ") if self.practice.say else ""

    def facts(self, kind: str) -> list[dict[str, Any]]:
        return [dict(f.data) for f in self.practice.facts if f.kind == kind]

    def reached(self) -> set[str]:
        return {goal.id for goal, done in self.practice.state.goals if done}
