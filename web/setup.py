"""GET and POST /installation: the place gets its name and its first counsellor, with the code printed in the terminal."""

from __future__ import annotations

from dataclasses import dataclass, field

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response

from progress_db import place
from progress_db.counsellors import SHORTEST as SHORTEST_PASSWORD
from progress_db.counsellors import normal_login
from progress_db.errors import AlreadySetUp, BadLogin, BadName, BadPassword, WrongCode
from progress_db.names import clean_name
from progress_db.place import Place
from web.form import first, read_form
from web.house import House
from web.pages import page, say
from web.sign_in import seated
from workshops.place import good_address

LONGEST = 200
NEEDED = {
    "code": "Recopiez le code affiché dans la fenêtre noire.",
    "lieu": "Écrivez le nom de votre espace.",
    "villages": "Écrivez au moins une commune.",
    "responsable": "Écrivez qui est responsable des données.",
    "dpo": "Écrivez comment joindre la personne chargée de la protection des données.",
    "nom": "Écrivez votre prénom et votre nom.",
    "identifiant": "Choisissez un identifiant.",
    "motdepasse": "Choisissez un mot de passe.",
}
FIELDS = ("code", "lieu", "villages", "responsable", "dpo", "adresse", "nom", "identifiant")


@dataclass
class Typed:
    """What was typed, and what is wrong with it, field by field, in the order of the page."""

    values: dict[str, str]
    password: str = ""
    errors: dict[str, str] = field(default_factory=dict)

    @property
    def villages(self) -> tuple[str, ...]:
        lines = (" ".join(line.split()) for line in self.values["villages"].splitlines())
        return tuple(dict.fromkeys(line for line in lines if line))


def read(fields: dict[str, list[str]]) -> Typed:
    """Takes the form, gives everything typed and every error at once. Pure."""
    values = {name: first(fields, name) for name in FIELDS}
    values["adresse"] = values["adresse"].rstrip("/")
    password = fields.get("motdepasse", [""])[0]
    typed = Typed(values, password)
    for name, sentence in NEEDED.items():
        if not (password if name == "motdepasse" else values[name]):
            typed.errors[name] = sentence
    for name, value in values.items():
        if len(value) > (2000 if name == "villages" else LONGEST):
            typed.errors.setdefault(name, f"Écrivez un texte plus court ({LONGEST} signes au plus).")
    login = normal_login(values["identifiant"])
    if login and not (3 <= len(login) <= 60 and all(c.isalnum() or c in ".-_@" for c in login)):
        typed.errors["identifiant"] = "De 3 à 60 signes : des lettres, des chiffres, le point ou le tiret."
    if values["nom"]:
        try:
            clean_name(values["nom"])
        except BadName as bad:
            typed.errors["nom"] = bad.message
    if values["adresse"] and not good_address(values["adresse"]):
        typed.errors["adresse"] = "Écrivez l’adresse entière, comme https://pas-a-pas.example, ou laissez la case vide."
    if password and len(password) < SHORTEST_PASSWORD:
        typed.errors["motdepasse"] = (
            f"Il faut {SHORTEST_PASSWORD} signes ou plus. Il en manque {SHORTEST_PASSWORD - len(password)}."
        )
    elif password and password != fields.get("motdepasse2", [""])[0]:
        typed.errors["motdepasse2"] = "Les deux mots de passe sont différents. Écrivez deux fois le même."
    return typed


def _set_up_already() -> Response:
    text = "Votre espace a déjà son nom et son conseiller. Pour en changer, passez par l’espace conseiller."
    return say(403, "Ce lieu est déjà installé", text, ("/connexion", "Aller à la page d’entrée"))


def _already(house: House) -> bool:
    with house.memory.connection() as db:
        return place.place(db) is not None


async def show_setup(house: House, request: Request) -> Response:
    """GET /installation."""
    if await run_in_threadpool(_already, house):
        return _set_up_already()
    return page("setup", values=dict.fromkeys(FIELDS, ""), errors={}, shortest=SHORTEST_PASSWORD)


async def set_up(house: House, request: Request) -> Response:
    """POST /installation: everything kept, or nothing and all the errors at once."""
    typed = read(await read_form(request))
    return await run_in_threadpool(_set_up, house, request, typed)


def _set_up(house: House, request: Request, typed: Typed) -> Response:
    if _already(house):
        return _set_up_already()
    values = typed.values
    if not typed.errors:
        here = Place(values["lieu"], typed.villages, values["responsable"], values["dpo"], values["adresse"])
        try:
            with house.memory.connection() as db:
                counsellor = place.set_up(
                    db, here, values["nom"], values["identifiant"], typed.password, values["code"], house.clock()
                )
            return seated(house, request, counsellor, "counsellor", "/conseiller")
        except WrongCode:
            typed.errors["code"] = "Ce n’est pas le bon code. Recopiez celui de la fenêtre noire : il change à chaque démarrage."
        except BadPassword as bad:
            typed.errors["motdepasse"] = bad.message
        except BadLogin as bad:
            typed.errors["identifiant"] = bad.message
        except BadName as bad:
            typed.errors["nom"] = bad.message
        except AlreadySetUp:
            return _set_up_already()
    ordered = {name: typed.errors[name] for name in (*FIELDS, "motdepasse", "motdepasse2") if name in typed.errors}
    return page("setup", 422, values=values, errors=ordered, shortest=SHORTEST_PASSWORD)
